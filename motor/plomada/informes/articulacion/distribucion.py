"""Dónde va cada caja de la cadena dibujada: columnas fijas y, en cada una, el orden que menos cruces deja.

Depende solo de qué elementos y enlaces hay, nunca del orden de las listas del plan.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plomada.informes.articulacion.vista import ArticulacionInformada, ElementoArticulado
from plomada.valores.texto import clave_natural

COLUMNAS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("Visión", ("vision",), 190),
    ("Objetivos", ("objetivo",), 250),
    ("Estrategias", ("estrategia",), 250),
    ("Modelo de ocupación", ("decision",), 250),
    ("Proyectos", ("programa", "proyecto"), 330),
    ("Plan de desarrollo", ("programa_pdt",), 240),
)
MARGEN = 24
PASO = 92
ALTO_DE_CABEZA = 116
_SANGRIA = 14
_ALTOS = ((30, 34), (60, 24), (10**9, 16))


@dataclass(frozen=True, slots=True)
class Caja:
    """Una caja del dibujo, en puntos desde la esquina de arriba a la izquierda."""

    clave: str
    elemento: ElementoArticulado
    x: float
    y: float
    ancho: float
    alto: float

    @property
    def medio(self) -> float:
        """Altura del centro."""
        return self.y + self.alto / 2


@dataclass(frozen=True, slots=True)
class Distribucion:
    """Las cajas por clave y el tamaño del dibujo; `columnas` son (título, x, ancho, cuántos)."""

    cajas: Mapping[str, Caja]
    columnas: tuple[tuple[str, float, float, int], ...]
    ancho: float
    alto: float


def distribuir(a: ArticulacionInformada) -> Distribucion:
    """Devuelve dónde va cada elemento."""
    vecinos = _vecinos(a.enlaces)
    puestos: dict[str, float] = {}
    filas: list[list[tuple[str, ElementoArticulado]]] = []
    for _, niveles, _ in COLUMNAS:
        propios = [(f"{e.nivel}:{e.id}", e) for e in a.elementos if e.nivel in niveles]
        ordenados = _ordenar(propios, vecinos, puestos)
        puestos.update({clave: i / len(ordenados) for i, (clave, _) in enumerate(ordenados)})
        filas.append(ordenados)
    alto = max((len(f) * _alto_de_fila(len(f)) for f in filas), default=0)
    return _colocar(filas, max(alto, 60))


def enlaces_a_la_vista(a: ArticulacionInformada) -> tuple[tuple[str, str], ...]:
    """Devuelve los enlaces que se dibujan: sobran los directos que ya se ven por un camino más largo.

    Tampoco se dibuja el de un proyecto con su programa: lo dice la sangría.
    """
    fines: dict[str, list[str]] = defaultdict(list)
    for fin, medio in a.enlaces:
        fines[medio].append(fin)
    lejanos: dict[str, frozenset[str]] = {}
    for e in a.elementos:
        clave = f"{e.nivel}:{e.id}"
        propios = fines.get(clave, ())
        lejanos[clave] = frozenset(propios).union(*(lejanos.get(f, frozenset()) for f in propios))
    por_otro_camino = {
        medio: frozenset[str]().union(*(lejanos.get(f, frozenset()) for f in propios))
        for medio, propios in fines.items()
    }
    return tuple(
        (fin, medio)
        for fin, medio in a.enlaces
        if not (fin.startswith("programa:") and medio.startswith("proyecto:"))
        and (fin not in por_otro_camino[medio] or fin in lejanos.get(fin, ()))
    )


def _vecinos(enlaces: Sequence[tuple[str, str]]) -> Mapping[str, list[str]]:
    vecinos: dict[str, list[str]] = defaultdict(list)
    for fin, medio in enlaces:
        vecinos[fin].append(medio)
        vecinos[medio].append(fin)
    return vecinos


def _ordenar(
    propios: list[tuple[str, ElementoArticulado]],
    vecinos: Mapping[str, list[str]],
    puestos: Mapping[str, float],
) -> list[tuple[str, ElementoArticulado]]:
    """Ordena por la altura media de lo ya puesto; cada proyecto, debajo del programa al que pertenece."""

    def altura(clave: str) -> float:
        alturas = sorted(puestos[v] for v in vecinos.get(clave, ()) if v in puestos)
        return round(sum(alturas) / len(alturas), 9) if alturas else 2.0

    programas = {clave: altura(clave) for clave, e in propios if e.nivel == "programa"}

    def orden(par: tuple[str, ElementoArticulado]) -> tuple[object, ...]:
        clave, e = par
        suyo = (
            clave if clave in programas else next((v for v in vecinos.get(clave, ()) if v in programas), "")
        )
        grupo = (programas[suyo], clave_natural(suyo)) if suyo else (3.0, [])
        es_proyecto = clave not in programas
        return (*grupo, es_proyecto, altura(clave), clave_natural(e.id), e.id)

    return sorted(propios, key=orden)


def _alto_de_fila(cuantas: int) -> int:
    return next(alto for tope, alto in _ALTOS if cuantas <= tope)


def _colocar(filas: list[list[tuple[str, ElementoArticulado]]], alto: float) -> Distribucion:
    cajas: dict[str, Caja] = {}
    columnas: list[tuple[str, float, float, int]] = []
    x = float(MARGEN)
    for (titulo, _, ancho), fila in zip(COLUMNAS, filas, strict=True):
        columnas.append((titulo, x, float(ancho), len(fila)))
        paso = alto / max(len(fila), 1)
        caja = min(float(_alto_de_fila(len(fila))) - 4, paso - 2)
        for i, (clave, e) in enumerate(fila):
            sangria = _SANGRIA if e.nivel == "proyecto" else 0
            y = ALTO_DE_CABEZA + i * paso + (paso - caja) / 2
            cajas[clave] = Caja(clave, e, x + sangria, y, ancho - sangria, caja)
        x += ancho + PASO
    return Distribucion(cajas, tuple(columnas), x - PASO + MARGEN, ALTO_DE_CABEZA + alto + MARGEN)

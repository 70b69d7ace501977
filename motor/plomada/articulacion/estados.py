"""Cómo está cada elemento de la cadena: qué se le pide, qué se halló y qué falta.

Cada nivel pide unas pruebas (llegar a un fin, concretarse en un medio). Un elemento está articulado si las
pasa todas, desarticulado si no pasa ninguna y parcialmente articulado en lo demás. Una prueba que no se puede
decidir porque nadie describió el otro nivel no cuenta como pasada. No hay puntaje: el método pide decir qué
está suelto y por qué (procedimiento de expediente municipal, definiciones de articulación).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from plomada.articulacion.grafo import FINES_A_MEDIOS, NIVELES, PLURALES, ROTULOS, Grafo, Nodo, elementos_de
from plomada.modelo.bloques.fines_y_medios import Decision, Proyecto
from plomada.modelo.opciones import Plazo
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.texto import clave_natural, en_lista

Sentido: TypeAlias = Literal["fin", "medio", "enlace"]
_A_LA_VISTA = 3


class Estado(StrEnum):
    """Cómo está un elemento en la cadena."""

    ARTICULADO = "articulado"
    PARCIAL = "parcialmente articulado"
    DESARTICULADO = "desarticulado"
    SIN_DATOS = "no se puede saber"
    NO_SE_EXIGE = "sin enlace exigible"


@dataclass(frozen=True, slots=True)
class Exigencia:
    """Lo que se le pide a los elementos de un nivel: llegar a alguno de los niveles `a`."""

    clave: str
    nivel: str
    sentido: Sentido
    a: tuple[str, ...]
    que: str


@dataclass(frozen=True, slots=True)
class Prueba:
    """Una exigencia puesta a prueba en un elemento; `pasa` es None si no se puede saber."""

    exigencia: Exigencia
    pasa: bool | None
    frase: str


@dataclass(frozen=True, slots=True)
class Eslabon:
    """Un elemento de la cadena con su estado y las pruebas de las que sale."""

    nodo: Nodo
    nombre: str
    estado: Estado
    pruebas: tuple[Prueba, ...]
    rotos: tuple[Nodo, ...]

    @property
    def nivel(self) -> str:
        """Nivel de la cadena."""
        return self.nodo[0]

    @property
    def porque(self) -> tuple[str, ...]:
        """Devuelve las razones por las que no está articulado; si lo está, a qué se enlaza."""
        fallas = tuple(p.frase for p in self.pruebas if p.pasa is not True)
        return fallas or tuple(p.frase for p in self.pruebas)


_MEDIO: Sentido = "medio"
_FIN: Sentido = "fin"
EXIGENCIAS: tuple[Exigencia, ...] = tuple(
    Exigencia(f"{nivel}-{clave}", nivel, sentido, tuple(a.split()), que)
    for nivel, sentido, a, clave, que in (
        ("vision", _MEDIO, "objetivo", "objetivos", "la visión se concreta en objetivos"),
        ("objetivo", _FIN, "vision", "vision", "objetivos que se desprenden de la visión"),
        ("objetivo", _MEDIO, "estrategia", "estrategias", "objetivos con alguna estrategia"),
        ("objetivo", _MEDIO, "proyecto", "proyectos", "objetivos con algún proyecto"),
        ("estrategia", _FIN, "objetivo", "objetivos", "estrategias que sirven a un objetivo"),
        (
            "estrategia",
            _MEDIO,
            "decision proyecto",
            "medios",
            "estrategias con decisión del modelo o proyecto",
        ),
        ("decision", _FIN, "objetivo", "objetivos", "decisiones que sirven a un objetivo"),
        ("decision", _MEDIO, "proyecto", "medios", "decisiones con artículo o proyecto"),
        ("programa", _FIN, "objetivo", "objetivos", "programas que sirven a un objetivo"),
        ("programa", _MEDIO, "proyecto", "proyectos", "programas con algún proyecto"),
        ("proyecto", _FIN, "objetivo", "objetivos", "proyectos que conducen a un objetivo"),
        (
            "proyecto",
            _MEDIO,
            "programa_pdt",
            "pdt",
            "proyectos del período con lugar en el plan de desarrollo",
        ),
    )
)
_EN_EL_PDT = "proyecto-pdt"
_ENLACES_SANOS = Exigencia("enlaces", "", "enlace", (), "elementos que solo citan lo que existe")


@dataclass(frozen=True, slots=True)
class _Contexto:
    """Lo que las pruebas necesitan saber del plan, calculado una vez."""

    grafo: Grafo
    faltan: Mapping[str, str]
    sin_elementos: frozenset[str]
    en_el_periodo: frozenset[str]
    con_codigo: frozenset[str]


def examinar(plan: Plan, grafo: Grafo) -> tuple[Eslabon, ...]:
    """Devuelve cada elemento de la cadena con su estado, de los fines a los medios y por id."""
    contexto = _contexto(plan, grafo)
    nodos = sorted(grafo.elementos, key=lambda n: (FINES_A_MEDIOS.index(n[0]), clave_natural(n[1]), n[1]))
    return tuple(_eslabon(contexto, nodo) for nodo in nodos)


def _contexto(plan: Plan, grafo: Grafo) -> _Contexto:
    faltan: dict[str, str] = {}
    vacios: set[str] = set()
    for nivel, lugar in NIVELES.items():
        hallado = elementos_de(plan, nivel)
        if isinstance(hallado, NoHay):
            vacios.add(nivel)
            faltan[nivel] = f"el plan declara que no hay: {hallado.motivo}"
        elif hallado is None:
            faltan[nivel] = f"el plan no describe {PLURALES[nivel]} (`{lugar}`)"
        elif not hallado:
            faltan[nivel] = f"el plan deja sin elementos {PLURALES[nivel]} (`{lugar}`)"
    lista = plan.programa_ejecucion.entradas
    entradas = [e for e in lista if isinstance(e.proyecto, str)] if isinstance(lista, tuple) else []
    return _Contexto(
        grafo,
        faltan,
        frozenset(vacios),
        frozenset(str(e.proyecto) for e in entradas),
        frozenset(str(e.proyecto) for e in entradas if isinstance(e.codigo_pdt, str)),
    )


def _eslabon(c: _Contexto, nodo: Nodo) -> Eslabon:
    pruebas = [_probar(c, nodo, e) for e in EXIGENCIAS if e.nivel == nodo[0] and _se_exige(c, nodo, e)]
    rotos = c.grafo.rotos.get(nodo, ())
    if rotos:
        citados = en_lista([f"{ROTULOS[r[0]]} {r[1]}" for r in rotos])
        pruebas.append(Prueba(_ENLACES_SANOS, False, f"cita {citados}, que el plan no describe"))
    elemento = c.grafo.elementos[nodo]
    escritos = (getattr(elemento, campo, None) for campo in ("nombre", "texto"))
    nombre = next((x for x in escritos if isinstance(x, str)), "")
    return Eslabon(nodo, nombre, _estado(pruebas), tuple(pruebas), rotos)


def _se_exige(c: _Contexto, nodo: Nodo, e: Exigencia) -> bool:
    """El plan de desarrollo solo se le pide a lo que se hace en este período."""
    if e.clave != _EN_EL_PDT:
        return True
    proyecto = c.grafo.elementos[nodo]
    assert isinstance(proyecto, Proyecto)
    return proyecto.plazo is Plazo.CORTO or nodo[1] in c.en_el_periodo


def _probar(c: _Contexto, nodo: Nodo, e: Exigencia) -> Prueba:
    alcanzados = {n for nivel in e.a for n in c.grafo.alcanzados(nodo, nivel)}
    hallados = sorted(alcanzados, key=lambda n: (n[0], clave_natural(n[1]), n[1]))
    if hallados:
        return Prueba(e, True, f"{_VERBOS[e.sentido]} {_nombrar(hallados)}")
    otra = _por_otro_lado(c, nodo, e)
    if otra:
        return Prueba(e, True, otra)
    sin_saber = [c.faltan[a] for a in e.a if a in c.faltan and a not in c.sin_elementos]
    if sin_saber:
        return Prueba(e, None, f"no se sabe si {_VERBOS[e.sentido]} {_alguno(e.a)}: {'; '.join(sin_saber)}")
    return Prueba(e, False, f"no {_VERBOS[e.sentido]} {_ninguno(e.a)}")


_VERBOS: Mapping[str, str] = {"fin": "llega hasta", "medio": "se concreta en"}


def _por_otro_lado(c: _Contexto, nodo: Nodo, e: Exigencia) -> str:
    """Una decisión puede bastar con la norma; un proyecto, con su código en el plan de desarrollo."""
    elemento = c.grafo.elementos[nodo]
    if isinstance(elemento, Decision) and e.sentido == "medio" and isinstance(elemento.articulo, str):
        return f"la adopta el artículo {elemento.articulo}"
    if e.clave == _EN_EL_PDT and nodo[1] in c.con_codigo:
        return "tiene código en el plan de desarrollo"
    return ""


def _nombrar(nodos: list[Nodo]) -> str:
    vistos = [f"{ROTULOS[n[0]]} {n[1]}" for n in nodos[:_A_LA_VISTA]]
    resto = len(nodos) - _A_LA_VISTA
    return en_lista([*vistos, f"{resto} más"] if resto > 0 else vistos)


def _alguno(niveles: tuple[str, ...]) -> str:
    return en_lista([_UNO[n] for n in niveles], "o")


def _ninguno(niveles: tuple[str, ...]) -> str:
    return en_lista([_NINGUNO[n] for n in niveles], "ni en")


_UNO: Mapping[str, str] = {
    "vision": "la visión", "objetivo": "algún objetivo", "estrategia": "alguna estrategia",
    "decision": "alguna decisión del modelo", "proyecto": "algún proyecto",
    "programa_pdt": "algún programa del plan de desarrollo",
}  # fmt: skip
_NINGUNO: Mapping[str, str] = {
    "vision": "la visión", "objetivo": "ningún objetivo", "estrategia": "ninguna estrategia",
    "decision": "ninguna decisión del modelo", "proyecto": "ningún proyecto",
    "programa_pdt": "ningún programa del plan de desarrollo",
}  # fmt: skip


def _estado(pruebas: list[Prueba]) -> Estado:
    pasan, fallan, dudas = (sum(1 for p in pruebas if p.pasa is v) for v in (True, False, None))
    if not pruebas:
        return Estado.NO_SE_EXIGE
    if not pasan and not fallan:
        return Estado.SIN_DATOS
    if not fallan and not dudas:
        return Estado.ARTICULADO
    return Estado.PARCIAL if pasan else Estado.DESARTICULADO


def exigencias_puestas(eslabones: tuple[Eslabon, ...], clave: str) -> Iterator[Prueba]:
    """Recorre las pruebas de una exigencia en todos los elementos a los que se les hizo."""
    return (p for e in eslabones for p in e.pruebas if p.exigencia.clave == clave)

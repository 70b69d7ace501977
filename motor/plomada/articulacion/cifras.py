"""Rehace las cifras sueltas que un documento declara: conteos y porcentajes de dinero.

Lo que no trae con qué rehacerse queda «declarado, no recalculable», diciendo qué falta para comprobarlo.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plomada.articulacion.cuentas import Cuadre
from plomada.articulacion.grafo import Grafo
from plomada.articulacion.redondeo import coincide
from plomada.modelo.bloques.seguimiento import CifraDeclarada
from plomada.modelo.opciones_territoriales import QueSeCuenta
from plomada.modelo.plan import Plan
from plomada.valores.cantidad import Cantidad
from plomada.valores.numeros import escribir_numero
from plomada.valores.texto import en_lista

_TOTALES: Mapping[str, str] = {
    "plan_desarrollo.invertido_pot": "lo invertido en el programa de ejecución",
    "plan_desarrollo.programa_pot": "cuánto suma el programa de ejecución",
    "plan_desarrollo.total_plurianual": "el total del plan plurianual de inversiones",
}


@dataclass(frozen=True, slots=True)
class CifraRehecha:
    """Una cifra declarada y lo que resulta de rehacerla; `rehecho` vacío si no se puede."""

    ruta: str
    nombre: str
    declarado: str
    rehecho: str
    cuadre: Cuadre
    frase: str


def rehacer_cifras(plan: Plan, grafo: Grafo) -> tuple[CifraRehecha, ...]:
    """Devuelve las cifras de `plan_desarrollo` y de `seguimiento.cifras`, rehechas."""
    return tuple((*_del_plan_de_desarrollo(plan), *_de_seguimiento(plan, grafo)))


# -- plan de desarrollo ----------------------------------------------------------------------------


def _del_plan_de_desarrollo(plan: Plan) -> Iterator[CifraRehecha]:
    pdt = plan.plan_desarrollo
    for campo, nombre, parte, total in (
        ("porcentaje_ejecucion_declarado", "Ejecución del programa", "invertido_pot", "programa_pot"),
        ("porcentaje_pot_declarado", "Participación del programa en el plan plurianual", "programa_pot",
         "total_plurianual"),
    ):  # fmt: skip
        impreso = getattr(pdt, campo)
        if isinstance(impreso, Cantidad):
            yield _porcentaje(
                f"plan_desarrollo.{campo}", nombre, impreso,
                (f"plan_desarrollo.{parte}", getattr(pdt, parte)),
                (f"plan_desarrollo.{total}", getattr(pdt, total)),
            )  # fmt: skip


def _porcentaje(
    ruta: str, nombre: str, impreso: Cantidad, parte: tuple[str, object], total: tuple[str, object]
) -> CifraRehecha:
    faltan = [lugar for lugar, valor in (parte, total) if not isinstance(valor, Cantidad)]
    declarado = _pct(impreso.valor)
    a, b = parte[1], total[1]
    if not isinstance(a, Cantidad) or not isinstance(b, Cantidad):
        frase = f"Falta {en_lista([f'{_TOTALES[f]} (`{f}`)' for f in faltan])} para comprobarlo."
        if isinstance(a, Cantidad) and impreso.valor > 0:
            tendria = Cantidad(Decimal(round(a.valor * 100 / impreso.valor)), a.unidad, a.anio)
            frase += f" Para que diera {declarado} tendría que ser de unos {tendria}."
        return CifraRehecha(ruta, nombre, declarado, "", Cuadre.NO_RECALCULABLE, frase)
    if a.anio != b.anio:
        frase = f"{a} y {b} son pesos de años distintos: no se pueden comparar."
        return CifraRehecha(ruta, nombre, declarado, "", Cuadre.NO_RECALCULABLE, frase)
    if b.base <= 0:
        frase = "El total es cero: no hay porcentaje que rehacer."
        return CifraRehecha(ruta, nombre, declarado, "", Cuadre.NO_RECALCULABLE, frase)
    rehecho = _pct(round(100 * a.base / b.base, 2))
    cuadre = Cuadre.CUADRA if coincide(a.base, b.base, impreso.valor) else Cuadre.NO_CUADRA
    return CifraRehecha(ruta, nombre, declarado, rehecho, cuadre, f"{a} sobre {b} da {rehecho}.")


def _pct(valor: Decimal) -> str:
    return f"{escribir_numero(valor)} %"


# -- cifras del documento de seguimiento -----------------------------------------------------------


def _de_seguimiento(plan: Plan, grafo: Grafo) -> Iterator[CifraRehecha]:
    cifras = plan.seguimiento.cifras
    for c in cifras if isinstance(cifras, tuple) else ():
        if isinstance(c.porcentaje, Cantidad):
            yield _porcentaje_suelto(plan, c)
        if isinstance(c.cantidad, int):
            yield _conteo(plan, grafo, c)
        if not isinstance(c.porcentaje, Cantidad) and not isinstance(c.cantidad, int):
            yield _sin_numero(c)


def _nombre(c: CifraDeclarada) -> str:
    return c.nombre if isinstance(c.nombre, str) else c.id


def _sin_numero(c: CifraDeclarada) -> CifraRehecha:
    ruta = f"seguimiento.cifras[{c.id}]"
    frase = f"No dice ningún número (falta `{ruta}.cantidad` o `{ruta}.porcentaje`)."
    return CifraRehecha(ruta, _nombre(c), "", "", Cuadre.NO_RECALCULABLE, frase)


def _porcentaje_suelto(plan: Plan, c: CifraDeclarada) -> CifraRehecha:
    assert isinstance(c.porcentaje, Cantidad)
    ruta = f"seguimiento.cifras[{c.id}]"
    if isinstance(c.total, Cantidad) or not isinstance(c.parte, Cantidad):
        return _porcentaje(
            f"{ruta}.porcentaje",
            _nombre(c),
            c.porcentaje,
            (f"{ruta}.parte", c.parte),
            (f"{ruta}.total", c.total),
        )
    intentos = list(_sobre_lo_conocido(plan, c.parte))
    sirven = [n for n, valor in intentos if coincide(c.parte.base, valor.base, c.porcentaje.valor)]
    frase = f"No dice sobre qué total se calculó (falta `{ruta}.total`)."
    if intentos:
        dados = [f"sobre {n} ({v}) da {_pct(round(100 * c.parte.base / v.base, 1))}" for n, v in intentos]
        frase += f" Con las cifras que el documento trae, {c.parte} {en_lista(dados)}"
        frase += f": solo sale sobre {en_lista(sirven, 'o')}." if sirven else ": no sale de ninguna."
    return CifraRehecha(
        f"{ruta}.porcentaje", _nombre(c), _pct(c.porcentaje.valor), "", Cuadre.NO_RECALCULABLE, frase
    )


def _sobre_lo_conocido(plan: Plan, parte: Cantidad) -> Iterator[tuple[str, Cantidad]]:
    for campo, nombre in (
        ("programa_pot", "el programa de ejecución"),
        ("invertido_pot", "lo invertido en él"),
        ("total_plurianual", "el plan plurianual"),
    ):
        valor = getattr(plan.plan_desarrollo, campo)
        if isinstance(valor, Cantidad) and valor.anio == parte.anio and valor.base > 0:
            yield nombre, valor


def _conteo(plan: Plan, grafo: Grafo, c: CifraDeclarada) -> CifraRehecha:
    ruta, nombre = f"seguimiento.cifras[{c.id}].cantidad", _nombre(c)
    declarado = str(c.cantidad)
    if not isinstance(c.cuenta_de, QueSeCuenta):
        frase = f"No dice qué cuenta (`seguimiento.cifras[{c.id}].cuenta_de`)."
        return CifraRehecha(ruta, nombre, declarado, "", Cuadre.NO_RECALCULABLE, frase)
    lugar, contar = _CONTEOS[c.cuenta_de]
    hallados = contar(plan, grafo)
    if hallados is None:
        frase = f"Falta describir, uno por uno, {c.cuenta_de.rotulo} (`{lugar}`) para comprobarlo."
        return CifraRehecha(ruta, nombre, declarado, "", Cuadre.NO_RECALCULABLE, frase)
    cuadre = Cuadre.CUADRA if hallados == c.cantidad else Cuadre.NO_CUADRA
    que = c.cuenta_de.rotulo
    return CifraRehecha(ruta, nombre, declarado, str(hallados), cuadre, f"Hay {hallados} {que} descritos.")


_Contar = Callable[[Plan, Grafo], int | None]


def _largo(bloque: str, campo: str) -> tuple[str, _Contar]:
    def contar(plan: Plan, _: Grafo) -> int | None:
        lista = getattr(getattr(plan, bloque), campo, None)
        return len(lista) if isinstance(lista, tuple) else None

    return f"{bloque}.{campo}", contar


def _enlazados(nivel: str, con: str, lugar: str) -> tuple[str, _Contar]:
    """Cuenta los elementos de un nivel que tocan al menos uno del otro."""

    def contar(_: Plan, grafo: Grafo) -> int | None:
        propios = [n for n in grafo.elementos if n[0] == nivel]
        hay_otros = any(n[0] == con for n in grafo.elementos)
        return (
            sum(1 for n in propios if grafo.alcanzados(n, con, directa=True))
            if propios and hay_otros
            else None
        )

    return lugar, contar


def _indicadores_pdt(plan: Plan, _: Grafo) -> int | None:
    programas = plan.plan_desarrollo.programas
    listas = [p.indicadores for p in programas] if isinstance(programas, tuple) else []
    if not listas or any(x is None for x in listas):
        return None
    return sum(len(x) for x in listas if isinstance(x, tuple))


_CONTEOS: Mapping[QueSeCuenta, tuple[str, _Contar]] = {
    QueSeCuenta.OBJETIVOS: _largo("fines", "objetivos"),
    QueSeCuenta.ESTRATEGIAS: _largo("medios", "estrategias"),
    QueSeCuenta.DECISIONES: _largo("medios", "decisiones"),
    QueSeCuenta.PROGRAMAS: _largo("medios", "programas"),
    QueSeCuenta.PROYECTOS: _largo("medios", "proyectos"),
    QueSeCuenta.PROYECTOS_CON_PROGRAMA_PDT: _enlazados(
        "proyecto", "programa_pdt", "medios.proyectos (con su programa_pdt)"
    ),
    QueSeCuenta.PROGRAMAS_PDT: _largo("plan_desarrollo", "programas"),
    QueSeCuenta.PROGRAMAS_PDT_CON_PROYECTO: _enlazados(
        "programa_pdt", "proyecto", "plan_desarrollo.programas (y el programa_pdt de cada proyecto)"
    ),
    QueSeCuenta.INDICADORES_PDT: ("plan_desarrollo.programas[…].indicadores", _indicadores_pdt),
    QueSeCuenta.INDICADORES: _largo("seguimiento", "indicadores"),
    QueSeCuenta.ACTUACIONES: _largo("programa_ejecucion", "entradas"),
}

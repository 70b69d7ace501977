"""Comprueba que cada parámetro tenga a lo sumo un valor por fecha y clave, en su dimensión y con su norma."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.normativa.citas import Norma
from plomada.normativa.elementos import Seccion
from plomada.normativa.parametros import FECHA, Parametro, ValorVigente
from plomada.normativa.registro import Registro
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import escribir_fecha
from plomada.valores.unidades import DIMENSIONES

_Numerado = tuple[int, ValorVigente]


def revisar_parametros(registro: Registro, normas: Seccion, parametros: Seccion) -> Iterator[Diagnostico]:
    """Comprueba cada parámetro.

    Diagnósticos: PLO-V411, PLO-V412, PLO-V413, PLO-V414, PLO-V415, PLO-V416, PLO-V425, PLO-V426.
    """
    rigen = {n.id: n for n in registro.normas}
    for p in registro.parametros:
        yield from _forma(p, parametros)
        for n, valor in enumerate(p.valores):
            yield from _valor(p, n, valor, parametros)
            yield from _norma(p, n, valor, rigen, normas, parametros)
        for clave in sorted({v.clave or "" for v in p.valores}):
            propios = [(n, v) for n, v in enumerate(p.valores) if (v.clave or "") == clave]
            yield from _sucesion(p, sorted(propios, key=lambda par: par[1].desde), parametros)


def _forma(p: Parametro, parametros: Seccion) -> Iterator[Diagnostico]:
    dimensiones = {*DIMENSIONES, FECHA}
    if p.dimension not in dimensiones:
        yield Diagnostico(
            "PLO-V425",
            f"`{p.id}` dice medir `{p.dimension}`, que no es una dimensión conocida",
            parametros.lugar(p.id, "dimension"),
            quiza(p.dimension, dimensiones),
        )
    if not p.valores:
        yield Diagnostico("PLO-V412", f"`{p.id}` no tiene ningún valor", parametros.lugar(p.id, "valores"))


def _valor(p: Parametro, n: int, v: ValorVigente, parametros: Seccion) -> Iterator[Diagnostico]:
    if v.hasta is not None and v.hasta < v.desde:
        yield Diagnostico(
            "PLO-V411",
            f"un valor de `{p.id}` termina antes de empezar",
            parametros.lugar(p.id, "valores", n, "hasta"),
        )
    if v.dimension != p.dimension:
        yield Diagnostico(
            "PLO-V425",
            f"`{p.id}` mide {p.dimension} y este valor es de {v.dimension}",
            parametros.lugar(p.id, "valores", n, "valor"),
            secundario=parametros.lugar(p.id, "dimension"),
        )
    if bool(p.por) != bool(v.clave):
        mensaje = f"un valor de `{p.id}` " + (
            "no dice su `clave`" if p.por else "trae `clave` y el parámetro no dice `por`"
        )
        yield Diagnostico("PLO-V426", mensaje, parametros.lugar(p.id, "valores", n, "clave"))


def _norma(
    p: Parametro, n: int, v: ValorVigente, rigen: Mapping[str, Norma], normas: Seccion, parametros: Seccion
) -> Iterator[Diagnostico]:
    lugar = parametros.lugar(p.id, "valores", n, "cita", "norma")
    if v.cita.norma not in normas.ids:
        mensaje = f"`{p.id}` cita la norma `{v.cita.norma}`, que no está en el registro"
        yield Diagnostico(
            "PLO-V415", mensaje, lugar, quiza(v.cita.norma, normas.ids) or "las normas están en normas.yaml"
        )
        return
    norma = rigen.get(v.cita.norma)
    if norma is None:
        return
    if norma.hasta is not None and (v.hasta is None or v.hasta > norma.hasta):
        mensaje = (
            f"un valor de `{p.id}` sigue vigente y su norma rigió hasta el {escribir_fecha(norma.hasta)}"
        )
        yield Diagnostico("PLO-V416", mensaje, lugar, "póngale `hasta` o cite la norma vigente")
    if v.desde < norma.rige_desde:
        dia = escribir_fecha(norma.rige_desde)
        mensaje = f"un valor de `{p.id}` empieza antes que su norma, que rige desde el {dia}"
        yield Diagnostico("PLO-V417", mensaje, parametros.lugar(p.id, "valores", n, "desde"))


def _sucesion(p: Parametro, propios: list[_Numerado], parametros: Seccion) -> Iterator[Diagnostico]:
    for (a, antes), (b, despues) in pairwise(propios):
        aqui = parametros.lugar(p.id, "valores", b, "desde")
        termina = antes.hasta or date.max
        if termina >= despues.desde:
            mensaje = f"`{p.id}` tiene dos valores el {escribir_fecha(despues.desde)}"
            ayuda = f"el anterior debe terminar el {despues.desde - timedelta(days=1)}"
            anterior = parametros.lugar(p.id, "valores", a, "desde")
            yield Diagnostico("PLO-V413", mensaje, aqui, ayuda, secundario=anterior)
        elif termina + timedelta(days=1) < despues.desde:
            sin_valor = (termina + timedelta(days=1), despues.desde - timedelta(days=1))
            mensaje = f"`{p.id}` no tiene valor desde el {' hasta el '.join(map(escribir_fecha, sin_valor))}"
            yield Diagnostico("PLO-V414", mensaje, aqui, "extienda el valor anterior o agregue el que rigió")

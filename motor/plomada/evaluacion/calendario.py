"""Calcula cuándo vence cada término del trámite, con el régimen de la fecha en que empezó a correr.

Entra: el plan, los términos, el paquete y el día en que se mira. Sale: un Plazo por término. Es pura.
Cuenta igual que las reglas: desde el día siguiente, con festivos de Colombia, sin suspensiones ni lo que
tarda responder un requerimiento.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plomada.evaluacion.ejecutar import preparar
from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.paquete import Paquete
from plomada.modelo.plan import Plan
from plomada.normativa.parametros import ValorVigente
from plomada.normativa.terminos import Termino
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.fechas import sumar_meses

_TOPE_DE_DIAS = 3660
_HABILES, _CALENDARIO, _MESES = "días hábiles", "días calendario", "tiempo de calendario"


class EstadoDePlazo(StrEnum):
    """En qué va un término, de lo que apremia a lo que no."""

    VENCIDO = "vencido"
    CORRE = "corre"
    SUSPENDIDO = "suspendido"
    SIN_NORMA = "sin término en esa fecha"
    POR_EMPEZAR = "por empezar"
    TARDE = "cumplido después de vencer"
    ANTES = "cumplido antes de tiempo"
    CUMPLIDO = "cumplido"
    NO_APLICA = "no aplica"


@dataclass(frozen=True, slots=True)
class Plazo:
    """Un término aplicado a un plan.

    `empieza` es el hecho desde el que corre; `vence`, el último día (en una espera, el primero posible;
    en una ventana, el día en que se abre); `ocurrio`, cuándo se cumplió; `valor`, lo que duraba y qué
    norma lo fija; `motivo`, por qué no aplica o no se puede calcular.
    """

    termino: Termino
    estado: EstadoDePlazo
    empieza: date | None = None
    vence: date | None = None
    ocurrio: date | None = None
    valor: ValorVigente | None = None
    motivo: str = ""


def calcular(paquete: Paquete, plan: Plan, terminos: Iterable[Termino], hoy: date) -> Iterator[Plazo]:
    """Devuelve los plazos en el orden de los términos."""
    _, hechos = preparar(paquete, plan, hoy)
    for termino in terminos:
        yield _plazo(termino, plan, hechos, hoy)


def _plazo(t: Termino, plan: Plan, hechos: Hechos, hoy: date) -> Plazo:
    if t.tramites and plan.plan.tramite.value not in t.tramites:
        motivo = f"no es un término del trámite «{plan.plan.tramite.rotulo}»"
        return Plazo(t, EstadoDePlazo.NO_APLICA, motivo=motivo)
    if t.solo_si and _no_se_da(plan, t.solo_si):
        return Plazo(t, EstadoDePlazo.NO_APLICA, motivo=f"el plan dice que no: {t.titulo_de_la_condicion}")
    empieza, ocurrio = leer_fecha_del_plan(plan, t.corre_desde), leer_fecha_del_plan(plan, t.se_cumple_con)
    if isinstance(empieza, NoHay):
        return Plazo(t, EstadoDePlazo.NO_APLICA, motivo=f"el plan declara que no hay: {empieza.motivo}")
    hecho = ocurrio if isinstance(ocurrio, date) else None
    if empieza is None:
        return Plazo(t, EstadoDePlazo.POR_EMPEZAR, ocurrio=hecho, motivo="falta la fecha desde la que corre")
    valor = hechos.registro.parametro(t.parametro).en(empieza)
    if valor is None or not isinstance(valor.valor, Cantidad):
        return Plazo(t, EstadoDePlazo.SIN_NORMA, empieza, ocurrio=hecho, motivo="ninguna norma lo fijaba")
    vence = _vencimiento(t, empieza, valor.valor, hechos)
    if isinstance(ocurrio, NoHay):
        motivo = f"el plan declara que no lo hubo: {ocurrio.motivo}"
        return Plazo(t, EstadoDePlazo.NO_APLICA, empieza, vence, None, valor, motivo)
    return Plazo(t, _estado(t, plan, empieza, vence, hecho, hoy), empieza, vence, hecho, valor)


def leer_fecha_del_plan(plan: Plan, ruta: str) -> date | NoHay | None:
    """Devuelve la fecha que está en esa ruta; si algo del camino no hay, lo dice."""
    valor = _leer(plan, ruta)
    assert valor is None or isinstance(valor, date | NoHay)
    return valor


def _leer(plan: Plan, ruta: str) -> object:
    valor: object = plan
    for parte in ruta.split("."):
        valor = getattr(valor, parte)
        if valor is None or isinstance(valor, NoHay):
            return valor
    return valor


def _no_se_da(plan: Plan, ruta: str) -> bool:
    """Dice si el plan declara que eso no es así o no lo hay; lo que no se sabe no excluye el término."""
    valor = _leer(plan, ruta)
    return valor is False or isinstance(valor, NoHay)


def _estado(
    t: Termino, plan: Plan, empieza: date, vence: date, ocurrio: date | None, hoy: date
) -> EstadoDePlazo:
    if t.clase == "espera":
        if ocurrio is None:
            return EstadoDePlazo.CORRE
        return EstadoDePlazo.ANTES if ocurrio < vence else EstadoDePlazo.CUMPLIDO
    limite = empieza if t.clase == "ventana" else vence
    if ocurrio is not None:
        return EstadoDePlazo.CUMPLIDO if ocurrio <= limite else EstadoDePlazo.TARDE
    if _requerimiento_sin_responder(plan, empieza):
        return EstadoDePlazo.SUSPENDIDO
    if t.clase == "ventana" and hoy < vence:
        return EstadoDePlazo.POR_EMPEZAR
    return EstadoDePlazo.VENCIDO if hoy > limite else EstadoDePlazo.CORRE


def _requerimiento_sin_responder(plan: Plan, empieza: date) -> bool:
    requerimientos = plan.proceso.requerimientos
    return isinstance(requerimientos, tuple) and any(
        isinstance(r.fecha, date) and r.fecha >= empieza and r.respuesta is None for r in requerimientos
    )


def _vencimiento(t: Termino, empieza: date, cuanto: Cantidad, hechos: Hechos) -> date:
    n = int(cuanto.base)
    if t.clase == "ventana":
        return sumar_meses(empieza, -n)
    if cuanto.dimension == _MESES:
        return _siguiente_habil(sumar_meses(empieza, n), hechos)
    completos = n + 1 if t.clase == "espera" else n
    return _al_completar(completos, cuanto.dimension, empieza, hechos)


def _al_completar(dias: int, dimension: str, empieza: date, hechos: Hechos) -> date:
    contar = {_HABILES: hechos.dias_habiles, _CALENDARIO: hechos.dias_calendario}[dimension]
    dia = empieza
    for _ in range(_TOPE_DE_DIAS):
        dia += timedelta(days=1)
        if contar(empieza, dia) == dias:
            return dia
    raise ValueError(f"el término no se completa en {_TOPE_DE_DIAS} días")


def _siguiente_habil(dia: date, hechos: Hechos) -> date:
    """Un plazo de meses o años que termina en día no hábil corre al siguiente hábil (Ley 4 de 1913)."""
    return hechos.sumar_habiles(dia - timedelta(days=1), 1)

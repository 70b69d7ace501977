"""Decide si una regla se aplica a este plan antes de correrla, y con qué requisito.

Mira, en orden: clase de plan, vigencia del requisito a su fecha, etapa del trámite y alcance del trámite.
Cuando no aplica, dice por qué; cuando no se puede saber, tampoco lo supone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.hechos import Hechos
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.opciones import ComponenteDelPlan
from plomada.modelo.opciones_territoriales import Etapa
from plomada.modelo.plan import Plan
from plomada.normativa.requisitos import Requisito
from plomada.valores.ausencia import NoHay
from plomada.valores.fechas import escribir_fecha
from plomada.valores.logica import Causa, Verdad
from plomada.valores.texto import en_lista

_DEL_ALCANCE = frozenset(c.value for c in ComponenteDelPlan)
_ORDEN_DE_ETAPAS = tuple(e.value for e in Etapa)
_FUERZAS = ("informa", "deberia", "debe")


@dataclass(frozen=True, slots=True)
class Aplicable:
    """La regla se aplica con este requisito, a esta fecha y con esta fuerza."""

    requisito: Requisito
    fecha: date
    fuerza: str


@dataclass(frozen=True, slots=True)
class NoSeAplica:
    """La regla no se aplica (`se_sabe`), o no se sabe si se aplica; `motivo` dice por qué."""

    requisito: str
    motivo: str
    se_sabe: bool = True
    dato: str = ""


def decidir(
    ficha: FichaDeRegla, hechos: Hechos, es_integral: Verdad, fecha_dada: bool
) -> Aplicable | NoSeAplica:
    """Devuelve el requisito con que la regla se aplica, o por qué no.

    `es_integral` dice si el trámite toca todo el plan. Con `fecha_dada` (`--fecha`), esa fecha
    sustituye la de referencia de cada requisito.
    """
    propios = [hechos.registro.requisito(i) for i in ficha.fundamento]
    if hechos.clase not in ficha.clases:
        return NoSeAplica(
            ficha.fundamento[0],
            f"es una exigencia para {en_lista(list(ficha.clases))} y el plan se evalúa como {hechos.clase}",
        )
    de_la_clase = [r for r in propios if hechos.clase in r.clases]
    if not de_la_clase:
        return NoSeAplica(ficha.fundamento[0], f"ninguno de sus fundamentos obliga a un {hechos.clase}")
    elegido = next(((r, f) for r in de_la_clase if _rige(r, f := _fecha_de(r, hechos, fecha_dada))), None)
    if elegido is None:
        cercano = _mas_cercano(de_la_clase, hechos, fecha_dada)
        return _fuera_de_vigencia(cercano, _fecha_de(cercano, hechos, fecha_dada))
    requisito, fecha = elegido
    return (
        _por_etapa(requisito, hechos.plan)
        or _por_alcance(ficha, requisito, hechos.plan, es_integral)
        or Aplicable(requisito, fecha, _fuerza(ficha, requisito, hechos.clase))
    )


def _rige(r: Requisito, fecha: date) -> bool:
    return r.desde <= fecha and (r.hasta is None or fecha <= r.hasta)


def _mas_cercano(requisitos: Sequence[Requisito], hechos: Hechos, fecha_dada: bool) -> Requisito:
    """De los que no rigen, el que empieza primero; si todos terminaron, el que terminó de último."""
    por_regir = [r for r in requisitos if _fecha_de(r, hechos, fecha_dada) < r.desde]
    if por_regir:
        return min(por_regir, key=lambda r: r.desde)
    return max(requisitos, key=lambda r: r.hasta or r.desde)


def _fecha_de(r: Requisito, hechos: Hechos, fecha_dada: bool) -> date:
    """La fecha del hecho que fija el régimen del requisito; si aún no ocurre, la de la evaluación."""
    if fecha_dada:
        return hechos.fecha
    hallada = (
        _HECHOS_QUE_FIJAN[r.fecha_de_referencia](hechos.plan)
        if r.fecha_de_referencia in _HECHOS_QUE_FIJAN
        else None
    )
    return hallada if isinstance(hallada, date) else hechos.fecha


def _radicacion_completa(plan: Plan) -> object:
    aa = plan.proceso.autoridad_ambiental
    return None if aa is None or isinstance(aa, NoHay) else aa.radicacion_completa


def _adopcion(plan: Plan) -> object:
    adopcion = plan.proceso.adopcion
    return None if adopcion is None or isinstance(adopcion, NoHay) else adopcion.fecha


_HECHOS_QUE_FIJAN = {
    "inicio": lambda p: p.proceso.inicio,
    "inicio_informado": lambda p: p.proceso.inicio_informado,
    "radicacion_ambiental_completa": _radicacion_completa,
    "adopcion": _adopcion,
}


def _fuera_de_vigencia(r: Requisito, fecha: date) -> NoSeAplica:
    if fecha < r.desde:
        motivo = (
            f"el requisito rige desde el {escribir_fecha(r.desde)} y se evalúa al {escribir_fecha(fecha)}"
        )
    else:
        assert r.hasta is not None
        motivo = (
            f"el requisito rigió hasta el {escribir_fecha(r.hasta)} y se evalúa al {escribir_fecha(fecha)}"
        )
    return NoSeAplica(r.id, motivo)


def _por_etapa(r: Requisito, plan: Plan) -> NoSeAplica | None:
    etapa = plan.proceso.etapa
    if etapa is None or isinstance(etapa, NoHay) or not r.exigible_desde:
        return None
    if _ORDEN_DE_ETAPAS.index(etapa.value) < _ORDEN_DE_ETAPAS.index(r.exigible_desde):
        motivo = (
            f"aún no es exigible: se pide desde la etapa de {Etapa(r.exigible_desde).rotulo} "
            f"y el trámite va en {etapa.rotulo}"
        )
        return NoSeAplica(r.id, motivo)
    return None


def _por_alcance(ficha: FichaDeRegla, r: Requisito, plan: Plan, es_integral: Verdad) -> NoSeAplica | None:
    """Una regla de contenido aplica solo a lo que el trámite toca."""
    if ficha.analisis != "suficiencia" or ficha.componente not in _DEL_ALCANCE or es_integral is True:
        return None
    if isinstance(es_integral, Causa):
        return NoSeAplica(r.id, "no se sabe si el trámite toca todo el plan", False, es_integral.ruta)
    alcance = plan.plan.alcance
    if alcance is None or isinstance(alcance, NoHay) or not alcance:
        return NoSeAplica(
            r.id, "el trámite es parcial y no dice qué partes del plan toca", False, "plan.alcance"
        )
    if ficha.componente not in alcance:
        partes = en_lista([a.rotulo for a in alcance])
        propio = ComponenteDelPlan(ficha.componente).rotulo
        return NoSeAplica(r.id, f"el trámite solo toca {partes}, y esto es del componente {propio}")
    return None


def _fuerza(ficha: FichaDeRegla, r: Requisito, clase: str) -> str:
    """La fuerza vive en el requisito; la regla solo puede rebajarla."""
    del_requisito = str(r.fuerza_para(clase))
    return min((del_requisito, ficha.fuerza or del_requisito), key=_FUERZAS.index)

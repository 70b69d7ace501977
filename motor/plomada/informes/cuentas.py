"""Las cuentas de un informe: se hacen una vez, sobre todo lo evaluado, y todos los formatos las copian."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.citas import Citador
from plomada.informes.partes import (
    Automatizacion,
    Conteo,
    ReglaInformada,
    RequisitoPendiente,
    SinRevisar,
    Totales,
)
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import SIN_REVISAR, Requisito

_PENDIENTES = (Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)
_SIN_EXPLICACION = "Lo decide una persona: la herramienta pregunta y registra la respuesta."


def contar(veredictos: Iterable[Veredicto]) -> Conteo:
    """Cuenta veredictos.

    >>> contar([Veredicto.CUMPLE, Veredicto.ERROR]).total
    2
    """
    cuenta = Counter(veredictos)
    return Conteo(total=cuenta.total(), **{v.value.replace(" ", "_"): cuenta[v] for v in Veredicto})


def totalizar(reglas: Sequence[ReglaInformada]) -> Totales:
    """Cuenta todas las reglas evaluadas."""
    cumplen = Counter(r.matiz for r in reglas if r.veredicto is Veredicto.CUMPLE)
    fallan = Counter(r.fuerza for r in reglas if r.veredicto is Veredicto.NO_CUMPLE)
    return Totales(
        reglas=contar(r.veredicto for r in reglas),
        hallazgos=contar(h.veredicto for r in reglas for h in r.hallazgos),
        cumple_con_lo_descrito=cumplen.total() - cumplen["declarado"] - cumplen["por juicio"],
        cumple_declarado=cumplen["declarado"],
        cumple_por_juicio=cumplen["por juicio"],
        requerimientos=fallan["debe"],
        recomendaciones=fallan["deberia"],
        informativos=fallan["informa"],
        pendientes_obligatorios=sum(r.fuerza == "debe" and r.veredicto in _PENDIENTES for r in reglas),
    )


def estados(registro: Registro, citador: Citador, fecha: date) -> Automatizacion:
    """Dice en qué estado está cada requisito del registro y qué quedó sin automatizar."""
    cuenta = Counter(r.estado for r in registro.requisitos)
    return Automatizacion(
        requisitos=len(registro.requisitos),
        automatica=cuenta["automática"],
        parcial=cuenta["parcial"],
        juicio_experto=cuenta["juicio experto"],
        fuera_de_alcance=cuenta["fuera de alcance"],
        pendientes=tuple(
            RequisitoPendiente(
                id=r.id,
                cita=citador.cita(r, fecha),
                pide=r.parafrasis,
                estado=r.estado,
                explicacion=_explicar_estado(r),
            )
            for r in registro.requisitos
            if r.estado != "automática"
        ),
    )


def _explicar_estado(r: Requisito) -> str:
    if r.estado == "parcial":
        return r.sesgo
    return r.motivo or _SIN_EXPLICACION


def sin_revisar(fichas: Sequence[FichaDeRegla], registro: Registro) -> SinRevisar:
    """Cuenta las reglas y los requisitos que ningún jurista ha revisado."""
    return SinRevisar(
        reglas=sum(f.revisado_por == SIN_REVISAR for f in fichas),
        de_reglas=len(fichas),
        requisitos=sum(not r.esta_revisado for r in registro.requisitos),
        de_requisitos=len(registro.requisitos),
    )

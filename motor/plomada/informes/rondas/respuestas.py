"""Las respuestas del municipio acompañan a cada hallazgo de una ronda a la siguiente."""

from collections.abc import Mapping

from plomada.informes.respuestas import juntar
from plomada.informes.rondas.partes import (
    Comparacion,
    CuentaDeRespuestas,
    Fila,
    Identidad,
    RespuestaSuelta,
)

Respuestas = Mapping[Identidad, tuple[str, ...]]


def con_respuestas(comparacion: Comparacion, respuestas: Respuestas) -> Comparacion:
    """Devuelve la comparación con cada respuesta junto a su hallazgo.

    Una respuesta se dio a un hallazgo de la ronda de antes: acompaña a la fila donde esté su identidad, en
    todos los pasos, también si el hallazgo cambió de modo o se corrigió; se cuenta una sola vez. Las que no
    corresponden a ninguno quedan aparte: no se pierden.
    """
    pasos = tuple(
        p.model_copy(update={"filas": tuple(_con(f, respuestas) for f in p.filas)}) for p in comparacion.pasos
    )
    halladas = {i for p in comparacion.pasos for f in p.filas for i in f.identidades}
    sueltas = tuple(
        RespuestaSuelta(regla=regla, elemento=elemento, modo=modo, respuesta=texto)
        for (regla, elemento, modo), textos in sorted(respuestas.items())
        if (regla, elemento, modo) not in halladas
        for texto in textos
    )
    cuenta = CuentaDeRespuestas(
        con_hallazgo=sum(len(textos) for i, textos in respuestas.items() if i in halladas),
        sin_hallazgo=len(sueltas),
        hallazgos_con_varias=sum(len(textos) > 1 for textos in respuestas.values()),
    )
    cambios = {"pasos": pasos, "respuestas": cuenta, "respuestas_sin_hallazgo": sueltas}
    return comparacion.model_copy(update=cambios)


def _con(fila: Fila, respuestas: Respuestas) -> Fila:
    """Primero lo respondido al hallazgo de después; si al de antes se respondió otra cosa, va también."""
    dadas = dict.fromkeys(t for i in fila.identidades for t in respuestas.get(i, ()))
    return fila.model_copy(update={"respuesta": juntar(dadas)}) if dadas else fila

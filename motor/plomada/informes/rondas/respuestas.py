"""Las respuestas del municipio acompañan a cada hallazgo de una ronda a la siguiente."""

from collections.abc import Mapping

from plomada.informes.rondas.partes import Comparacion, Fila, Identidad, RespuestaSuelta


def con_respuestas(comparacion: Comparacion, respuestas: Mapping[Identidad, str]) -> Comparacion:
    """Devuelve la comparación con cada respuesta junto a su hallazgo.

    Una respuesta se dio a un hallazgo de la ronda de antes: acompaña a la fila donde esté su identidad,
    también si el hallazgo cambió de modo o se corrigió. Las que no corresponden a ninguno quedan aparte: no
    se pierden.
    """
    pasos = tuple(
        p.model_copy(update={"filas": tuple(_con(f, respuestas) for f in p.filas)}) for p in comparacion.pasos
    )
    halladas = {i for p in comparacion.pasos for f in p.filas for i in f.identidades}
    sueltas = tuple(
        RespuestaSuelta(regla=regla, elemento=elemento, modo=modo, respuesta=texto)
        for (regla, elemento, modo), texto in sorted(respuestas.items())
        if (regla, elemento, modo) not in halladas
    )
    return comparacion.model_copy(update={"pasos": pasos, "respuestas_sin_hallazgo": sueltas})


def _con(fila: Fila, respuestas: Mapping[Identidad, str]) -> Fila:
    """Prefiere la respuesta al hallazgo de después; si hay una distinta al de antes, van las dos."""
    dadas = dict.fromkeys(respuestas[i] for i in fila.identidades if i in respuestas)
    return fila.model_copy(update={"respuesta": "\n".join(dadas)}) if dadas else fila

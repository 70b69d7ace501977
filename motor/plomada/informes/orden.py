"""El orden de un informe: primero lo que hay que corregir, y siempre el mismo."""

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.partes import ReglaInformada
from plomada.valores.texto import clave_natural

_URGENCIA = {
    Veredicto.ERROR: 0,
    Veredicto.NO_CUMPLE: 1,
    Veredicto.NO_CONSTA: 3,
    Veredicto.REQUIERE_CONCEPTO: 4,
    Veredicto.CUMPLE: 6,
    Veredicto.NO_APLICA: 7,
}
_URGENCIA_DE_INCUMPLIR = {"debe": 1, "deberia": 2, "informa": 5}


def urgencia(veredicto: Veredicto, fuerza: str) -> int:
    """Devuelve la posición de su grupo: lo que falló, lo que hay que corregir, lo pendiente y el resto."""
    if veredicto is Veredicto.NO_CUMPLE:
        return _URGENCIA_DE_INCUMPLIR.get(fuerza, 1)
    return _URGENCIA[veredicto]


def clave_de_regla(r: ReglaInformada) -> tuple[int, str]:
    """Clave para ordenar reglas."""
    return urgencia(r.veredicto, r.fuerza), r.regla


def clave_de_hallazgo(h: Hallazgo) -> tuple[int, list[tuple[int, int, str]], str, str]:
    """Clave para ordenar los hallazgos de una regla: P2 va antes que P10."""
    return _URGENCIA[h.veredicto], clave_natural(h.elemento), h.elemento, h.modo

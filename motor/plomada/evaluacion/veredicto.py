"""Los seis veredictos y cómo se juntan varios en uno."""

from enum import StrEnum


class Veredicto(StrEnum):
    """Lo que una regla concluye del plan."""

    CUMPLE = "cumple"
    NO_CUMPLE = "no cumple"
    NO_CONSTA = "no consta"
    NO_APLICA = "no aplica"
    REQUIERE_CONCEPTO = "requiere concepto"
    ERROR = "error"


# Lo que hay que atender: lo demás cumple o no aplica.
POR_DECIR = (Veredicto.ERROR, Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)
_GRAVEDAD = (
    Veredicto.NO_APLICA,
    Veredicto.CUMPLE,
    Veredicto.REQUIERE_CONCEPTO,
    Veredicto.NO_CONSTA,
    Veredicto.NO_CUMPLE,
    Veredicto.ERROR,
)


def mas_grave(a: Veredicto, b: Veredicto) -> Veredicto:
    """Devuelve el veredicto que manda cuando una regla mira varios elementos."""
    return max(a, b, key=_GRAVEDAD.index)

"""Festivos colombianos; único lugar que importa `holidays`, y solo cuando hacen falta."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache

PRIMER_ANIO = 1984
ULTIMO_ANIO = 2100


@cache
def festivos_de_colombia(anio: int) -> frozenset[date]:
    """Devuelve los festivos nacionales del año (Ley 51 de 1983, según la biblioteca `holidays`)."""
    import holidays

    return frozenset(holidays.country_holidays("CO", years=anio))


class Festivos(Collection[date]):
    """Conjunto de días no hábiles: festivos nacionales y los que el plan declare.

    Se calcula por año y bajo demanda. Inmutable para quien lo usa.
    """

    def __init__(self, declarados: Iterable[date] = ()) -> None:
        """Guarda los días no hábiles declarados, que se suman a los festivos nacionales."""
        self._declarados = frozenset(declarados)

    def __contains__(self, dia: object) -> bool:
        """Dice si el día es festivo o fue declarado no hábil."""
        return isinstance(dia, date) and (dia in self._declarados or dia in festivos_de_colombia(dia.year))

    def __iter__(self) -> Iterator[date]:
        """Recorre solo los días declarados: los festivos nacionales no tienen fin."""
        return iter(self._declarados)

    def __len__(self) -> int:
        """Cuenta los días declarados."""
        return len(self._declarados)


def version_del_calendario() -> str:
    """Devuelve la versión de la biblioteca de festivos, para el recibo."""
    from importlib.metadata import version

    return version("holidays")

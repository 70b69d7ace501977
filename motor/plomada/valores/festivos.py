"""Festivos colombianos; único lugar que importa `holidays`, y solo cuando hacen falta."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

# Los años en que rige el régimen de festivos que la biblioteca conoce.
PRIMER_ANIO = 1984
ULTIMO_ANIO = 2100


@cache
def festivos_de_colombia(anio: int) -> frozenset[date]:
    """Devuelve los festivos nacionales del año (Ley 51 de 1983, según la biblioteca `holidays`)."""
    import holidays

    return frozenset(holidays.country_holidays("CO", years=anio))


Tabla: TypeAlias = Mapping[str, Sequence[str]]


def tabla_de_festivos() -> dict[str, list[str]]:
    """Devuelve los festivos de todos los años, para guardarlos compilados: `{"2026": ["2026-01-01", …]}`."""
    anios = range(PRIMER_ANIO, ULTIMO_ANIO + 1)
    return {str(a): sorted(d.isoformat() for d in festivos_de_colombia(a)) for a in anios}


class Festivos(Collection[date]):
    """Conjunto de días no hábiles: festivos nacionales y los que el plan declare.

    Toma cada año de `tabla` si está allí (evita importar la biblioteca) y, si no, de la biblioteca.
    """

    def __init__(self, declarados: Iterable[date] = (), tabla: Tabla | None = None) -> None:
        """Guarda los días no hábiles declarados, que se suman a los festivos nacionales."""
        self._declarados = frozenset(declarados)
        self._tabla = tabla or {}
        self._anios: dict[int, frozenset[date]] = {}

    def __contains__(self, dia: object) -> bool:
        """Dice si el día es festivo o fue declarado no hábil."""
        return isinstance(dia, date) and (dia in self._declarados or dia in self._del_anio(dia.year))

    def _del_anio(self, anio: int) -> frozenset[date]:
        if anio not in self._anios:
            escritos = self._tabla.get(str(anio))
            leidos = festivos_de_colombia(anio) if escritos is None else map(date.fromisoformat, escritos)
            self._anios[anio] = frozenset(leidos)
        return self._anios[anio]

    def __iter__(self) -> Iterator[date]:
        """Recorre solo los días declarados: los festivos nacionales no tienen fin."""
        return iter(self._declarados)

    def __len__(self) -> int:
        """Cuenta los días declarados."""
        return len(self._declarados)


def sello_del_calendario() -> bytes:
    """Devuelve lo que distingue la versión instalada de la biblioteca, sin importarla."""
    hallada = find_spec("holidays")
    if hallada is None or hallada.origin is None:
        return b""
    version = Path(hallada.origin).with_name("version.py")
    return version.read_bytes() if version.is_file() else hallada.origin.encode()

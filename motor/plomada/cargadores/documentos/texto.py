"""El texto de un documento partido en los trozos por los que la gente lo cita: páginas, párrafos o líneas."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, TypeAlias

Unidad: TypeAlias = Literal["página", "párrafo", "línea"]


@dataclass(frozen=True, slots=True)
class Documento:
    """El texto de un archivo.

    `trozos` va en el orden del documento y el primero es el número 1. `huella` es el SHA-256 del archivo.
    """

    archivo: str
    unidad: Unidad
    trozos: tuple[str, ...]
    huella: str
    _comienzos: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Calcula dónde empieza cada trozo."""
        largos = (len(t) + 1 for t in self.trozos)
        object.__setattr__(self, "_comienzos", tuple(accumulate(largos, initial=0))[:-1])

    @property
    def texto(self) -> str:
        """Devuelve todo el texto, con un salto de línea entre trozos."""
        return "\n".join(self.trozos)

    def numero(self, desplazamiento: int) -> int:
        """Devuelve el número del trozo donde cae ese carácter de `texto`."""
        return max(bisect_right(self._comienzos, desplazamiento), 1)

    def lugar(self, desplazamiento: int) -> str:
        """Devuelve el lugar como se dice: «página 12».

        >>> Documento("x.txt", "línea", ("uno", "dos"), "").lugar(4)
        'línea 2'
        """
        return f"{self.unidad} {self.numero(desplazamiento)}"

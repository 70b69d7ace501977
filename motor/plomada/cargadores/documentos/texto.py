"""El texto de un documento partido en los trozos por los que la gente lo cita: páginas, párrafos o líneas."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, TypeAlias

_TRAMOS_QUE_SE_DICEN = 12
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

    @property
    def vacias(self) -> tuple[int, ...]:
        """Devuelve los números de los trozos sin texto."""
        return tuple(n for n, t in enumerate(self.trozos, start=1) if not t.strip())

    def numero(self, desplazamiento: int) -> int:
        """Devuelve el número del trozo donde cae ese carácter de `texto`."""
        return max(bisect_right(self._comienzos, desplazamiento), 1)

    def lugar(self, desplazamiento: int) -> str:
        """Devuelve el lugar como se dice: «página 12».

        >>> Documento("x.txt", "línea", ("uno", "dos"), "").lugar(4)
        'línea 2'
        """
        return f"{self.unidad} {self.numero(desplazamiento)}"


def decir_numeros(numeros: Sequence[int]) -> str:
    """Escribe unos números en orden, los seguidos como tramos, sin pasar de unos cuantos.

    >>> decir_numeros([3, 5, 6, 7, 12])
    '3, 5-7, 12'
    """
    tramos: list[list[int]] = []
    for n in numeros:
        if tramos and tramos[-1][1] == n - 1:
            tramos[-1][1] = n
        else:
            tramos.append([n, n])
    dichos = [str(a) if a == b else f"{a}-{b}" for a, b in tramos[:_TRAMOS_QUE_SE_DICEN]]
    resto = sum(b - a + 1 for a, b in tramos[_TRAMOS_QUE_SE_DICEN:])
    return ", ".join(dichos) + (f" y {resto} más" if resto else "")

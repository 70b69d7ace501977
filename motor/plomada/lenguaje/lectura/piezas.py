"""Las piezas (palabras, números, signos) en que se parte un bloque, sin perder nada del texto."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from plomada.diagnosticos.tramo import Tramo
from plomada.valores.cantidad import Cantidad


@dataclass(frozen=True, slots=True)
class Celda:
    """Una celda de una fila de `tabla`: su texto sin espacios sobrantes y su lugar."""

    texto: str
    tramo: Tramo


ValorDePieza: TypeAlias = str | Decimal | Cantidad | date | tuple[Celda, ...]


@dataclass(frozen=True, slots=True)
class Pieza:
    """Trozo con significado: su tipo, el valor ya leído, cómo se escribe en forma canónica y dónde está.

    `saltos` cuenta los cambios de línea que hay antes; el formateador los conserva.
    """

    tipo: str
    valor: ValorDePieza
    canonica: str
    tramo: Tramo
    saltos: int = 0


@dataclass(frozen=True, slots=True)
class Bloque:
    """Un `regla … fin regla`, `tabla … fin tabla` o `define … fin define` y el lugar donde empieza.

    `clase` también es `libre` (comentarios y renglones vacíos entre bloques) o `roto` (no se puede leer).
    `desplazamientos` dice, por línea, cuántos caracteres hay antes en el archivo.
    """

    clase: str
    lineas: tuple[str, ...]
    archivo: str
    primera_linea: int
    desplazamientos: tuple[int, ...]

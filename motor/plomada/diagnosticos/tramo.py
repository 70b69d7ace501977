"""El lugar exacto de algo escrito por el usuario."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tramo:
    """Trozo de un archivo de texto; líneas y columnas se cuentan desde 1.

    `columna_fin` es la columna siguiente al último carácter. `desplazamiento` cuenta
    caracteres desde el comienzo del archivo.
    """

    archivo: str
    linea: int = 1
    columna: int = 1
    linea_fin: int = 1
    columna_fin: int = 1
    desplazamiento: int = 0

    def __str__(self) -> str:
        """Devuelve `archivo:línea:columna`."""
        return f"{self.archivo}:{self.linea}:{self.columna}"

    def hasta(self, otro: "Tramo") -> "Tramo":
        """Devuelve el tramo que va del comienzo de este al final de `otro`."""
        return Tramo(
            self.archivo, self.linea, self.columna, otro.linea_fin, otro.columna_fin, self.desplazamiento
        )

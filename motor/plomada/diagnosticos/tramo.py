"""El lugar exacto de algo escrito por el usuario."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tramo:
    """Trozo de un archivo de texto, o celda de un libro; líneas y columnas se cuentan desde 1.

    `columna_fin` es la columna siguiente al último carácter. `desplazamiento` cuenta
    caracteres desde el comienzo del archivo. En un libro, `hoja` y `celda` dicen el lugar como se lee en
    Excel, y la línea y la columna son las de la celda.
    """

    archivo: str
    linea: int = 1
    columna: int = 1
    linea_fin: int = 1
    columna_fin: int = 1
    desplazamiento: int = 0
    hoja: str = ""
    celda: str = ""

    def __str__(self) -> str:
        """Devuelve `archivo:línea:columna`, o `libro!hoja!celda`."""
        if self.hoja:
            return "!".join(p for p in (self.archivo, self.hoja, self.celda) if p)
        return f"{self.archivo}:{self.linea}:{self.columna}"

    def hasta(self, otro: "Tramo") -> "Tramo":
        """Devuelve el tramo que va del comienzo de este al final de `otro`."""
        return Tramo(
            self.archivo, self.linea, self.columna, otro.linea_fin, otro.columna_fin, self.desplazamiento,
            self.hoja, self.celda,
        )  # fmt: skip

    @property
    def en_el_archivo(self) -> str:
        """Devuelve el lugar sin el archivo: `línea 3`, o `Proyectos!C14`."""
        return f"{self.hoja}!{self.celda}".rstrip("!") if self.hoja else f"línea {self.linea}"

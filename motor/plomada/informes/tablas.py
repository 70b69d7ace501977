r"""Tablas de texto en CSV y Markdown, sin que nada de lo escrito se vuelva fórmula, columna o formato.

El CSV separa con punto y coma y lleva marca de UTF-8: así lo abre Excel en español con un doble clic.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plomada.valores.texto import sin_ordenes

_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_DE_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~&$])")
# Lo que solo al empezar un renglón lo vuelve lista, raya o título.
_AL_EMPEZAR = re.compile(r"^([0-9]{0,9})([-+=.)])(?=[-=\s]|$)")
_MARCA_UTF8 = "\ufeff"


@dataclass(frozen=True, slots=True)
class Tabla:
    """Un encabezado y sus filas; cada fila tiene tantas celdas como el encabezado."""

    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]

    def a_csv(self) -> str:
        """Devuelve la tabla en CSV; una celda que empiece como fórmula queda como texto."""
        salida = io.StringIO()
        escritor = csv.writer(salida, delimiter=";", lineterminator="\n")
        escritor.writerow(self.columnas)
        escritor.writerows([_sin_formula(sin_ordenes(c)) for c in fila] for fila in self.filas)
        return _MARCA_UTF8 + salida.getvalue()

    def a_markdown(self) -> str:
        """Devuelve la tabla en Markdown."""
        lineas = [_fila(self.columnas), _fila(["---"] * len(self.columnas), escapar=False)]
        return "".join(f"{linea}\n" for linea in [*lineas, *(_fila(f) for f in self.filas)])


def _sin_formula(celda: str) -> str:
    return f"'{celda}" if _FORMULA.match(celda) else celda


def _fila(celdas: Sequence[str], escapar: bool = True) -> str:
    escritas = (escapar_markdown(c) if escapar else c for c in celdas)
    return f"| {' | '.join(escritas)} |"


def escapar_markdown(texto: str) -> str:
    r"""Devuelve el texto en una línea, sin órdenes de dirección ni signos que Markdown lea como formato.

    >>> escapar_markdown("a|b *c*")
    'a\\|b \\*c\\*'
    >>> escapar_markdown("1. + x"), escapar_markdown("-2,5 %")
    ('1\\. + x', '-2,5 %')
    """
    junto = sin_ordenes(" ".join(texto.split()))
    return _AL_EMPEZAR.sub(r"\1\\\2", _DE_MARKDOWN.sub(r"\\\1", junto))

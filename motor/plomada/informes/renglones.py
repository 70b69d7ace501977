"""Los renglones de un texto para consola: lo que dicen, su estilo y su ancho, sin colores todavía.

Todo texto pasa por `sin_control`, así que nada escrito en un plan mueve el cursor ni cambia colores.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plomada.valores.texto import sin_control

Estilo: TypeAlias = Literal["", "titulo", "falla", "aviso", "bien", "tenue"]
ANCHO_MINIMO = 40


@dataclass(frozen=True, slots=True)
class Renglon:
    """Una línea ya cortada al ancho; `estilo` dice cómo se destaca si hay colores."""

    texto: str
    estilo: Estilo = ""


VACIO = Renglon("")

# Los caracteres anteriores a las marcas combinantes ocupan una columna; los signos de los informes, también.
_PRIMERO_CON_ANCHO_PROPIO = "\u0300"
_DE_UNA_COLUMNA = dict.fromkeys([*range(0x80, 0x300), *map(ord, "—–…→•«»“”‘’≤≥±²·")], "x")


def parrafo(
    texto: str, ancho: int, sangria: int = 0, estilo: Estilo = "", marca: str = ""
) -> Iterator[Renglon]:
    """Corta el texto al ancho; los renglones siguientes se alinean tras la marca."""
    ancho_util = max(ancho, ANCHO_MINIMO) - sangria - len(marca)
    antes = " " * sangria + marca
    for linea in _cortar(sin_control(texto).split(" "), ancho_util):
        yield Renglon(f"{antes}{linea}".rstrip(), estilo)
        antes = " " * (sangria + len(marca))


def _cortar(palabras: Iterable[str], ancho: int) -> Iterator[str]:
    linea, usado = "", 0
    for palabra in palabras:
        ocupa = medir(palabra)
        if linea and usado + 1 + ocupa > ancho:
            yield linea
            linea, usado = palabra, ocupa
        elif linea:
            linea, usado = f"{linea} {palabra}", usado + 1 + ocupa
        else:
            linea, usado = palabra, ocupa
    yield linea


def medir(texto: str) -> int:
    """Devuelve las columnas que ocupa el texto.

    >>> medir("ñandú"), medir("漢字")
    (5, 4)
    """
    if texto.isascii() or max(texto) < _PRIMERO_CON_ANCHO_PROPIO:
        return len(texto)
    if texto.translate(_DE_UNA_COLUMNA).isascii():
        return len(texto)
    return sum(_ancho_de(c) for c in texto)


def _ancho_de(c: str) -> int:
    if unicodedata.category(c) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1

"""Las piezas de un documento de oficina, sin saber nada de Word: títulos, párrafos y cuadros."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Estilo: TypeAlias = Literal["normal", "observacion", "detalle", "vineta", "punto"]


@dataclass(frozen=True, slots=True)
class Trozo:
    """Un texto seguido; `por_llenar` marca lo que la herramienta no inventa y alguien debe escribir."""

    texto: str
    negrita: bool = False
    cursiva: bool = False
    por_llenar: bool = False


@dataclass(frozen=True, slots=True)
class Titulo:
    """Un título de nivel 1 o 2."""

    texto: str
    nivel: int = 1


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Un párrafo; `junto` pide que no lo separe del siguiente un salto de página."""

    trozos: tuple[Trozo, ...]
    estilo: Estilo = "normal"
    junto: bool = False


Celda: TypeAlias = tuple[Trozo, ...]


@dataclass(frozen=True, slots=True)
class Cuadro:
    """Una tabla; `anchos` son proporciones del ancho disponible."""

    titulos: tuple[str, ...]
    anchos: tuple[int, ...]
    filas: tuple[tuple[Celda, ...], ...]


Bloque: TypeAlias = Titulo | Parrafo | Cuadro


def parrafo(*textos: str | Trozo, estilo: Estilo = "normal", junto: bool = False) -> Parrafo:
    """Devuelve un párrafo con esos textos."""
    return Parrafo(tuple(_trozo(t) for t in textos), estilo, junto)


def rotulado(rotulo: str, texto: str, estilo: Estilo = "detalle") -> Parrafo:
    """Devuelve un párrafo que empieza por su rótulo en negrita."""
    return Parrafo((Trozo(f"{rotulo}: ", negrita=True), Trozo(texto)), estilo)


def cuadro(titulos: Sequence[str], anchos: Sequence[int], filas: Iterable[Sequence[str | Celda]]) -> Cuadro:
    """Devuelve una tabla; una celda de texto es un solo trozo."""
    hechas = tuple(tuple((Trozo(c),) if isinstance(c, str) else c for c in fila) for fila in filas)
    return Cuadro(tuple(titulos), tuple(anchos), hechas)


def por_llenar(que: str) -> Trozo:
    """Devuelve la marca de lo que alguien debe escribir.

    >>> por_llenar("fecha").texto
    '[fecha]'
    """
    return Trozo(f"[{que}]", por_llenar=True)


def _trozo(texto: str | Trozo) -> Trozo:
    return texto if isinstance(texto, Trozo) else Trozo(texto)

"""Los tipos de las expresiones del lenguaje; las unidades son parte del tipo."""

from dataclasses import dataclass
from typing import TypeAlias

from plomada.valores.texto import en_lista
from plomada.valores.unidades import SIN_DIMENSION


@dataclass(frozen=True, slots=True)
class Logico:
    """Cierto, falso o desconocido con causa."""


@dataclass(frozen=True, slots=True)
class TextoLibre:
    """Texto sin estructura."""


@dataclass(frozen=True, slots=True)
class Dia:
    """Fecha de calendario."""


@dataclass(frozen=True, slots=True)
class Magnitud:
    """Número con dimensión (`superficie`, `dinero`…); sin unidad, la dimensión es `número`."""

    dimension: str = SIN_DIMENSION


@dataclass(frozen=True, slots=True)
class Opciones:
    """Valores cerrados de una enumeración del plan, o los de un conjunto escrito entre llaves."""

    nombre: str
    valores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Referencia:
    """Id de un objeto de otra lista del plan."""

    objeto: str


@dataclass(frozen=True, slots=True)
class ObjetoDe:
    """Objeto del plan con sus campos, que están en el Esquema."""

    nombre: str


@dataclass(frozen=True, slots=True)
class ListaDe:
    """Lista de elementos de un tipo."""

    elemento: "Tipo"


Tipo: TypeAlias = Logico | TextoLibre | Dia | Magnitud | Opciones | Referencia | ObjetoDe | ListaDe

NUMERO = Magnitud()
PORCENTAJE = Magnitud("porcentaje")
PLAZOS: frozenset[str] = frozenset({"tiempo de calendario", "días hábiles", "días calendario"})


def describir(tipo: Tipo) -> str:
    """Nombra el tipo dentro de una frase.

    >>> describir(Magnitud("superficie"))
    'una superficie'
    """
    match tipo:
        case Logico():
            return "una condición (sí o no)"
        case TextoLibre():
            return "un texto"
        case Dia():
            return "una fecha"
        case Magnitud(dimension=d):
            return _ARTICULOS.get(d, f"una cantidad de {d}")
        case Opciones(valores=valores):
            return "una opción entre " + en_lista([f"`{v}`" for v in valores[:6]], "o")
        case Referencia(objeto=o) | ObjetoDe(nombre=o):
            return f"un objeto ({o})"
        case ListaDe(elemento=e):
            return f"una lista ({describir(e)} por elemento)"


_ARTICULOS = {
    SIN_DIMENSION: "un número sin unidad",
    "superficie": "una superficie",
    "longitud": "una longitud",
    "porcentaje": "un porcentaje",
    "escala": "una escala",
    "dinero": "una suma de dinero",
    "tiempo de calendario": "un plazo en meses o años",
    "días hábiles": "un plazo en días hábiles",
    "días calendario": "un plazo en días calendario",
}

"""El árbol de lo leído, antes de saber qué significa: todo escalar es texto con su lugar.

Los nodos son valores congelados; el mismo árbol puede venir de un YAML, de un libro de cálculo o del
parche de un caso.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from plomada.diagnosticos.tramo import Tramo


@dataclass(frozen=True, slots=True)
class Escalar:
    """Un texto; `llano` dice que se escribió sin comillas, y entonces vacío es no haber escrito nada."""

    texto: str
    tramo: Tramo
    llano: bool = True

    @property
    def esta_vacio(self) -> bool:
        """Dice si la clave quedó sin valor."""
        return self.llano and not self.texto


@dataclass(frozen=True, slots=True)
class Secuencia:
    """Una lista de nodos."""

    elementos: tuple["Nodo", ...]
    tramo: Tramo


@dataclass(frozen=True, slots=True)
class Mapa:
    """Pares en el orden en que se escribieron: la clave, el lugar de la clave y el valor."""

    pares: tuple[tuple[str, Tramo, "Nodo"], ...]
    tramo: Tramo

    def buscar(self, clave: str) -> "Nodo | None":
        """Devuelve el valor de la clave, o None si no está."""
        return next((nodo for nombre, _, nodo in self.pares if nombre == clave), None)


Nodo: TypeAlias = Escalar | Secuencia | Mapa


def huella_de(nodo: Nodo) -> str:
    """Devuelve el SHA-256 del contenido del árbol, sin los lugares ni el orden de las claves."""
    suma = hashlib.sha256()
    for trozo in _trozos(nodo):
        suma.update(trozo.encode("utf-8", "surrogatepass"))
    return suma.hexdigest()


def _trozos(nodo: Nodo) -> Iterator[str]:
    match nodo:
        case Escalar(texto):
            yield f"e{len(texto)}:{texto}"
        case Secuencia(elementos):
            yield f"s{len(elementos)}:"
            for elemento in elementos:
                yield from _trozos(elemento)
        case Mapa(pares):
            yield f"m{len(pares)}:"
            for clave, _, valor in sorted(pares, key=lambda par: par[0]):
                yield f"{len(clave)}:{clave}"
                yield from _trozos(valor)

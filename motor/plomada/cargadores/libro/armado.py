"""Arma el árbol con lo que se va leyendo de las hojas: ramas que crecen y al final quedan congeladas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from plomada.cargadores.arbol import Mapa, Nodo, Secuencia
from plomada.diagnosticos.tramo import Tramo

Claves: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Rama:
    """Un objeto a medio armar."""

    tramo: Tramo
    hijos: dict[str, tuple[Tramo, "Rama | Lista | Nodo"]] = field(default_factory=dict)

    def rama(self, partes: Sequence[str], tramo: Tramo) -> "Rama":
        """Devuelve la rama de esa ruta, y la crea si no está."""
        actual = self
        for parte in partes:
            hija = actual.hijos.get(parte, (tramo, None))[1]
            if not isinstance(hija, Rama):
                # Una ausencia ya escrita se conserva: declarar y describir a la vez lo dirá el modelo.
                pares = hija.pares if isinstance(hija, Mapa) else ()
                hija = Rama(tramo, {clave: (lugar, nodo) for clave, lugar, nodo in pares})
                actual.hijos[parte] = (tramo, hija)
            actual = hija
        return actual

    def lista(self, partes: Sequence[str], tramo: Tramo) -> "Lista":
        """Devuelve la lista de esa ruta, y la crea si no está."""
        rama = self.rama(partes[:-1], tramo)
        hija = rama.hijos.get(partes[-1], (tramo, None))[1]
        if not isinstance(hija, Lista):
            hija = Lista(tramo)
            rama.hijos[partes[-1]] = (tramo, hija)
        return hija

    def poner(self, partes: Sequence[str], nodo: Nodo, tramo: Tramo) -> None:
        """Pone un nodo en la ruta; una ausencia sobre lo ya descrito se le agrega, y el modelo lo dirá."""
        rama = self.rama(partes[:-1], tramo)
        actual = rama.hijos.get(partes[-1], (tramo, None))[1]
        if isinstance(actual, Rama) and isinstance(nodo, Mapa):
            actual.hijos.update({clave: (lugar, valor) for clave, lugar, valor in nodo.pares})
            return
        rama.hijos[partes[-1]] = (tramo, nodo)

    def buscar(self, partes: Sequence[str]) -> "Rama | Lista | Nodo | None":
        """Devuelve lo que se puso en esa ruta, o None."""
        actual: Rama | Lista | Nodo | None = self
        for parte in partes:
            actual = actual.hijos[parte][1] if isinstance(actual, Rama) and parte in actual.hijos else None
        return actual


@dataclass(slots=True)
class Lista:
    """Una lista a medio armar."""

    tramo: Tramo
    elementos: list[Rama] = field(default_factory=list)


def congelar(pieza: "Rama | Lista | Nodo") -> Nodo:
    """Devuelve el árbol ya congelado."""
    if isinstance(pieza, Rama):
        pares = tuple((clave, tramo, congelar(hija)) for clave, (tramo, hija) in pieza.hijos.items())
        return Mapa(pares, pieza.tramo)
    if isinstance(pieza, Lista):
        return Secuencia(tuple(map(congelar, pieza.elementos)), pieza.tramo)
    return pieza


@dataclass(slots=True)
class Armado:
    """El plan a medio armar y dónde está cada elemento, por la ruta de su lista y los ids que lo nombran."""

    raiz: Rama
    indice: dict[tuple[str, Claves], Rama] = field(default_factory=dict)

    def anotar(self, lista: str, claves: Claves, elemento: Rama) -> None:
        """Anota un elemento; si el id se repite, se queda el primero (el modelo dirá que se repite)."""
        self.indice.setdefault((lista, claves), elemento)

    def elemento(self, lista: str, claves: Claves) -> Rama | None:
        """Devuelve el elemento que lleva esos ids, o None si no está."""
        return self.indice.get((lista, claves))

    def conocidos(self, lista: str) -> Iterator[str]:
        """Devuelve cómo se nombran los elementos de una lista."""
        return ("/".join(claves) for ruta, claves in self.indice if ruta == lista)

"""Sugerencias de nombres cercanos con un gasto acotado.

Comparar cada nombre malo con cada nombre bueno crece con el producto de los dos; con un presupuesto
común, un archivo lleno de errores se sigue leyendo en tiempo lineal: los últimos salen sin sugerencia.
"""

from collections.abc import Collection

from plomada.valores.cercanos import quiza

COMPARACIONES = 20_000
_LARGO_MAXIMO = 60


class Sugeridor:
    """Reparte un presupuesto de comparaciones durante una lectura."""

    def __init__(self, comparaciones: int = COMPARACIONES) -> None:
        """Empieza con el presupuesto entero."""
        self._quedan = comparaciones

    @property
    def quedan(self) -> int:
        """Devuelve las comparaciones que aún se pueden hacer."""
        return self._quedan

    def sugerir(self, escrito: str, conocidos: Collection[str]) -> str:
        """Devuelve la frase con los nombres cercanos, o texto vacío si no hay o ya no alcanza."""
        if len(escrito) > _LARGO_MAXIMO or len(conocidos) > self._quedan:
            return ""
        self._quedan -= len(conocidos)
        return quiza(escrito, (c for c in conocidos if len(c) <= _LARGO_MAXIMO))

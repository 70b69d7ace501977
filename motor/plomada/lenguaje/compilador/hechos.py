"""Decide qué cálculos se comparten: los que no dependen de una variable y se usan más de una vez."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from plomada.lenguaje import nucleo as n

_COMPARTIBLES = (n.Cuantificar, n.Agregar, n.ValorDeParametro)


@dataclass(frozen=True, slots=True)
class Filtrada:
    """Los elementos de una lista que pasan (o quizá pasan) un filtro, cada uno con lo que dio."""

    variable: str
    recorrido: n.RecorrerLista
    filtro: n.Condicion


Hecho = n.Cuantificar | n.Agregar | n.ValorDeParametro | n.UsarDefine | Filtrada


@dataclass(slots=True)
class Hechos:
    """Numera los hechos que el módulo generado calcula una sola vez por plan."""

    usos: Counter[Hecho]
    numeros: dict[Hecho, int] = field(default_factory=dict)

    def conviene(self, hecho: Hecho, en_bucle: bool) -> bool:
        """Dice si compartirlo ahorra trabajo: se usa varias veces o dentro de un bucle."""
        if isinstance(hecho, n.UsarDefine):
            return True
        if not isinstance(hecho, Filtrada) and en_bucle:
            return True
        return self.usos[hecho] > 1

    def numero(self, hecho: Hecho) -> int:
        """Devuelve el número del hecho, y lo registra si es nuevo."""
        return self.numeros.setdefault(hecho, len(self.numeros))


def contar_usos(raices: Iterable[object]) -> Counter[Hecho]:
    """Cuenta cuántas veces aparece cada cálculo que no depende de variables."""
    usos: Counter[Hecho] = Counter()
    for raiz in raices:
        for nodo in n.descendientes(raiz):
            if isinstance(nodo, _COMPARTIBLES) and not n.variables_libres(nodo):
                usos[nodo] += 1
            filtrada = como_filtrada(nodo)
            if filtrada is not None:
                usos[filtrada] += 1
    return usos


def como_filtrada(nodo: object) -> Filtrada | None:
    """Devuelve la lista filtrada del recorrido, si es la misma para todo el plan."""
    if not isinstance(nodo, n.Cuantificar | n.Agregar) or nodo.filtro is None:
        return None
    if not isinstance(nodo.recorrido, n.RecorrerLista):
        return None
    libres = n.variables_libres(nodo.recorrido) | (n.variables_libres(nodo.filtro) - {nodo.variable})
    return None if libres else Filtrada(nodo.variable, nodo.recorrido, nodo.filtro)

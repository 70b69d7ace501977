"""Los índices de articulación: cuántos elementos pasan cada prueba, sobre cuántos se les pide.

Ninguno es un puntaje. Sobre cero elementos, o si de ninguno se sabe, no hay porcentaje.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from plomada.articulacion.estados import EXIGENCIAS, Eslabon, Estado, exigencias_puestas

_CASI_NADA, _CASI_TODO = Decimal("0.1"), Decimal("99.9")


@dataclass(frozen=True, slots=True)
class Indice:
    """Cuántos pasan (`numerador`), a cuántos se les pide (`denominador`) y de cuántos no se sabe."""

    clave: str
    que: str
    numerador: int
    denominador: int
    sin_saber: int

    @property
    def porcentaje(self) -> Decimal | None:
        """Devuelve el porcentaje con un decimal, o None si no hay sobre qué calcularlo.

        El redondeo nunca da 100 si falta alguno, ni 0 si pasa alguno.

        >>> Indice("a", "b", 2, 3, 0).porcentaje, Indice("a", "b", 0, 0, 0).porcentaje
        (Decimal('66.7'), None)
        """
        if self.denominador == self.sin_saber:
            return None
        redondo = round(Decimal(100) * self.numerador / self.denominador, 1)
        if 0 < self.numerador < self.denominador:
            return min(max(redondo, _CASI_NADA), _CASI_TODO)
        return redondo


def calcular_indices(eslabones: tuple[Eslabon, ...]) -> tuple[Indice, ...]:
    """Devuelve un índice por exigencia, de los fines a los medios."""
    indices = []
    for e in EXIGENCIAS:
        resultados = Counter(p.pasa for p in exigencias_puestas(eslabones, e.clave))
        indices.append(Indice(e.clave, e.que, resultados[True], resultados.total(), resultados[None]))
    return tuple(indices)


def calcular_global(eslabones: tuple[Eslabon, ...]) -> Indice:
    """Devuelve cuántos elementos están articulados, entre aquellos a los que se les pide algún enlace."""
    estados = Counter(e.estado for e in eslabones)
    pedidos = estados.total() - estados[Estado.NO_SE_EXIGE]
    que = "elementos de la cadena articulados"
    return Indice("global", que, estados[Estado.ARTICULADO], pedidos, estados[Estado.SIN_DATOS])

"""Mide qué condiciones de las reglas se ejercieron con sus casos, y cuáles no dieron los dos valores.

Entra: las condiciones numeradas al compilar y lo que cada una dio. Sale: lo que faltó, con texto y línea.
Una condición de un `define` se mide entre todas las reglas; las demás, dentro de la suya.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Rama
from plomada.probador.frases import decir
from plomada.valores.logica import Verdad


@dataclass(frozen=True, slots=True)
class RamaSinEjercer:
    """Una condición que ningún caso hizo cierta, o falsa: los valores de `faltan`."""

    duenio: str
    texto: str
    tramo: Tramo
    faltan: tuple[bool, ...]


@dataclass(slots=True)
class Contador:
    """Recoge lo que dio cada condición; su método `anotar` es el que llama el código generado."""

    vistos: set[tuple[int, bool]] = field(default_factory=set)

    def anotar(self, numero: int, valor: Verdad) -> None:
        """Guarda el valor; una causa no es ni cierta ni falsa y no cuenta."""
        if valor is True or valor is False:
            self.vistos.add((numero, valor))


def sin_ejercer(ramas: Sequence[Rama], contador: Contador) -> tuple[RamaSinEjercer, ...]:
    """Devuelve las condiciones que no dieron todos los valores que pueden dar."""
    faltas: list[RamaSinEjercer] = []
    for numero, rama in enumerate(ramas):
        posibles = valores_posibles(rama.nodo)
        faltan = tuple(v for v in posibles if (numero, v) not in contador.vistos)
        if faltan:
            faltas.append(RamaSinEjercer(rama.duenio, decir(rama.nodo), rama.nodo.tramo, faltan))
    return tuple(faltas)


def cuantas(ramas: Iterable[Rama]) -> int:
    """Devuelve cuántos valores de condición hay que ejercer."""
    return sum(len(valores_posibles(r.nodo)) for r in ramas)


def valores_posibles(nodo: n.Condicion) -> tuple[bool, ...]:
    """Devuelve los valores que la condición puede dar por su forma.

    La única excepción a «cierto y falso» es preguntar si existe un dato que el plan no puede declarar
    inexistente: si falta no es falso, sino desconocido (diseño §6), así que ningún caso la haría falsa.
    """
    match nodo:
        case n.HayDato(valor=n.Leer(pasos=pasos), negada=negada) if not any(
            p.puede_declararse for p in pasos
        ):
            return (not negada,)
        case _:
            return (True, False)

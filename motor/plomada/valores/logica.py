"""Lógica de tres valores (Kleene) en la que lo desconocido siempre dice por qué.

Un valor de verdad es `True`, `False` o una `Causa`. Una causa no es cierta ni falsa: es la razón
por la que no se sabe, y nunca se convierte sola en cumplimiento.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

TipoDeCausa: TypeAlias = Literal[
    "sin describir",          # nadie describió el dato
    "declarado que no hay",   # el plan declara, con motivo, que no existe o no le aplica
    "vacío",                  # la lista está, pero sin elementos
    "ninguno tras el filtro", # la lista tiene elementos, pero ninguno pasa el filtro
    "sin evidencia",          # se afirma sin documento, página ni artículo que lo pruebe
    "por confirmar",          # propuesto por la máquina, sin que nadie lo acepte
    "cita no hallada",        # la evidencia no está donde se dijo
    "no demostrable",         # los datos dados no alcanzan para concluir
    "años base distintos",    # dos sumas de dinero en pesos de años distintos
    "sin valor a la fecha",   # el parámetro no tenía valor en esa fecha
    "documento no entregado", # el documento que lo traería no está en la entrega
    "división por cero",
    "condición falsa",        # `cuando` dio falso: la regla no aplica
    "excepción",              # `salvo que` dio cierto: la regla no aplica
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Causa:
    """Por qué algo no es cierto ni falso; `ruta` nombra el dato y `detalle` completa la frase."""

    tipo: TipoDeCausa
    ruta: str = ""
    detalle: str = ""

    @property
    def es_ausencia_declarada(self) -> bool:
        """Dice si el plan declaró que no hay."""
        return self.tipo == "declarado que no hay"

    def __bool__(self) -> bool:
        """Impide usar una causa como si fuera un valor de verdad de Python."""
        raise TypeError("una causa no es cierta ni falsa")


Verdad: TypeAlias = bool | Causa


def peor(a: Verdad, b: Verdad) -> Verdad:
    """De dos valores que no son falsos, devuelve la causa que impide concluir.

    Lo desconocido manda sobre lo declarado inexistente: así una ausencia admitida no tapa un dato que falta.
    """
    if a is True:
        return b
    if b is True:
        return a
    assert isinstance(a, Causa) and isinstance(b, Causa)
    return b if a.es_ausencia_declarada and not b.es_ausencia_declarada else a


def peor_entre_elementos(a: Verdad | None, b: Causa) -> Causa:
    """De las causas que dan los elementos de una lista, la que manda sin importar el orden de la lista.

    Lo desconocido manda sobre lo declarado inexistente; entre iguales, la primera por tipo, ruta y detalle.
    """
    if not isinstance(a, Causa) or a.es_ausencia_declarada and not b.es_ausencia_declarada:
        return b
    if b.es_ausencia_declarada and not a.es_ausencia_declarada:
        return a
    return min(a, b, key=lambda c: (c.tipo, c.ruta, c.detalle))


def sin_excusa(causa: Causa) -> Causa:
    """Una excepción que depende de algo declarado inexistente no se sabe, y eso no excusa de cumplir."""
    if causa.es_ausencia_declarada:
        return Causa("no demostrable", causa.ruta, "no se sabe si vale la excepción")
    return causa


def conjuncion(a: Verdad, b: Verdad) -> Verdad:
    """`a y b`: falso si alguno lo es."""
    if a is False or b is False:
        return False
    return peor(a, b)


def disyuncion(a: Verdad, b: Verdad) -> Verdad:
    """`a o b`: cierto si alguno lo es."""
    if a is True or b is True:
        return True
    return peor_de_falsos(a, b)


def peor_de_falsos(a: Verdad, b: Verdad) -> Verdad:
    """De dos valores que no son ciertos, devuelve la causa que impide concluir, o falso."""
    if a is False:
        return b
    if b is False:
        return a
    return peor(a, b)


def negacion(a: Verdad) -> Verdad:
    """`no a`: lo desconocido sigue desconocido."""
    if a is True:
        return False
    return True if a is False else a

"""Reglas de tipos de las comparaciones: qué se puede comparar con qué, y con qué tolerancia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.tipos import (
    PORCENTAJE,
    Dia,
    ListaDe,
    Logico,
    Magnitud,
    ObjetoDe,
    Opciones,
    Referencia,
    TextoLibre,
    Tipo,
    describir,
)
from plomada.valores.cercanos import quiza
from plomada.valores.texto import plegar
from plomada.valores.unidades import DINERO, ESCALA

if TYPE_CHECKING:
    from plomada.lenguaje.comprobacion.comprobador import Comprobador
    from plomada.lenguaje.comprobacion.resolucion import Ambito


def comparar(c: Comprobador, e: s.Comparacion, a: Ambito) -> n.Condicion:
    """Traduce `a <= b`.

    Diagnósticos: PLO-T320 (tipos distintos), PLO-T321 (orden entre lo que no se ordena), PLO-T322 (tolerancia
    que no corresponde), PLO-T323 (opción que la enumeración no tiene), PLO-T324 (escalas con `<`).
    """
    izquierda, derecha = _lados(c, e, a)
    if isinstance(izquierda.tipo, ListaDe | ObjetoDe | Logico):
        raise c.fallar(
            "PLO-T320",
            f"no se puede comparar {describir(izquierda.tipo)}",
            e.izquierda.tramo,
            "compare uno de sus datos" if isinstance(izquierda.tipo, ObjetoDe) else "",
        )
    if not _comparables(izquierda.tipo, derecha.tipo):
        raise c.fallar(
            "PLO-T320",
            f"no se puede comparar {describir(izquierda.tipo)} con {describir(derecha.tipo)}",
            e.tramo,
            "los dos lados deben medir lo mismo",
        )
    if e.operador not in {"=", "!="}:
        _exigir_orden(c, e, izquierda.tipo)
    tolerancia, relativa = _tolerancia(c, e, a, izquierda.tipo)
    es_dinero = izquierda.tipo == Magnitud(DINERO)
    return n.Comparar(e.operador, izquierda, derecha, tolerancia, relativa, es_dinero, e.tramo)


def _lados(c: Comprobador, e: s.Comparacion, a: Ambito) -> tuple[n.Valor, n.Valor]:
    """Traduce los dos lados; una palabra suelta frente a una enumeración es una de sus opciones."""
    if _es_palabra(e.izquierda, a) and not _es_palabra(e.derecha, a):
        derecha = c.valor(e.derecha, a)
        return elegir_constante(c, e.izquierda, derecha.tipo, a), derecha
    izquierda = c.valor(e.izquierda, a)
    if _es_palabra(e.derecha, a):
        return izquierda, elegir_constante(c, e.derecha, izquierda.tipo, a)
    return izquierda, c.valor(e.derecha, a)


def _es_palabra(e: s.Expresion, a: Ambito) -> bool:
    if not isinstance(e, s.Ruta) or len(e.partes) > 1:
        return False
    palabra = plegar(e.partes[0])
    return palabra not in a.variables and palabra not in a.defines


def elegir_constante(c: Comprobador, e: s.Expresion, tipo: Tipo, a: Ambito) -> n.Constante:
    """Traduce un valor fijo del tipo pedido; una palabra suelta debe ser una opción de la enumeración."""
    if isinstance(tipo, Opciones) and isinstance(e, s.Ruta):
        hallada = next((v for v in tipo.valores if plegar(v) == plegar(e.texto)), None)
        if hallada is None:
            raise c.fallar(
                "PLO-T323",
                f"`{e.texto}` no es una de las opciones posibles",
                e.tramo,
                quiza(e.texto, tipo.valores) or "las opciones son " + ", ".join(tipo.valores),
            )
        return n.Constante(hallada, tipo, hallada, e.tramo)
    valor = c.valor(e, a)
    if not isinstance(valor, n.Constante):
        raise c.fallar("PLO-T325", "aquí solo caben valores fijos", e.tramo)
    if not _comparables(tipo, valor.tipo):
        raise c.fallar(
            "PLO-T320", f"no se puede comparar {describir(tipo)} con {describir(valor.tipo)}", e.tramo
        )
    return valor


def _comparables(a: Tipo, b: Tipo) -> bool:
    match a, b:
        case Opciones(), Opciones():
            return bool(set(a.valores) & set(b.valores))
        case Referencia(), Referencia():
            return a.objeto == b.objeto
        case (TextoLibre(), Opciones()) | (Opciones(), TextoLibre()):
            return False
        case _:
            return type(a) is type(b) and a == b


def _exigir_orden(c: Comprobador, e: s.Comparacion, tipo: Tipo) -> None:
    if tipo == Magnitud(ESCALA):
        raise c.fallar(
            "PLO-T324",
            f"`{e.operador}` entre escalas se presta a confusión",
            e.tramo,
            "escriba `al menos tan detallada como`",
        )
    if not isinstance(tipo, Magnitud | Dia):
        raise c.fallar(
            "PLO-T321",
            f"{describir(tipo)} no tiene orden: no cabe `{e.operador}`",
            e.tramo,
            "use `=`, `!=` o `es uno de {…}`",
        )


def _tolerancia(c: Comprobador, e: s.Comparacion, a: Ambito, tipo: Tipo) -> tuple[n.Valor | None, bool]:
    if e.tolerancia is None:
        return None, False
    tolerancia = c.valor(e.tolerancia, a)
    relativa = tolerancia.tipo == PORCENTAJE and tipo != PORCENTAJE
    if not isinstance(tipo, Magnitud) or not (relativa or tolerancia.tipo == tipo):
        raise c.fallar(
            "PLO-T322",
            f"la tolerancia es {describir(tolerancia.tipo)} y se compara {describir(tipo)}",
            e.tolerancia.tramo,
            "la tolerancia va en la misma unidad o en porcentaje",
        )
    return tolerancia, relativa

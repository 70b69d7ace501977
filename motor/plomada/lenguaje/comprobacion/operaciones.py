"""Reglas de tipos de la aritmética: ninguna conversión que el autor no haya escrito."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.escritura import escribir
from plomada.lenguaje.tipos import NUMERO, PLAZOS, PORCENTAJE, Dia, Magnitud, Tipo, describir
from plomada.valores.unidades import DINERO, ESCALA

if TYPE_CHECKING:
    from plomada.lenguaje.comprobacion.comprobador import Comprobador
    from plomada.lenguaje.comprobacion.resolucion import Ambito

_UNO = Decimal(1)
_CENTESIMA = Decimal("0.01")
_MODO_DE_PLAZO: dict[str, n.Modo] = {
    "tiempo de calendario": "fecha y meses",
    "días hábiles": "fecha y días hábiles",
    "días calendario": "fecha y días calendario",
}


def operar(c: Comprobador, e: s.Aritmetica, a: Ambito) -> n.Valor:
    """Traduce `a + b`, `a - b`, `a * b` y `a / b`.

    Diagnósticos: PLO-T330 (operación entre lo que no se opera), PLO-T331 (resta de fechas), PLO-T332
    (unidades distintas).
    """
    izquierda, derecha = c.valor(e.izquierda, a), c.valor(e.derecha, a)
    if e.operador in "+-":
        return _sumar(c, e, izquierda, derecha)
    return _multiplicar(c, e, izquierda, derecha)


def _sumar(c: Comprobador, e: s.Aritmetica, izquierda: n.Valor, derecha: n.Valor) -> n.Valor:
    a, b = izquierda.tipo, derecha.tipo
    if isinstance(a, Dia) and isinstance(b, Dia):
        raise c.fallar(
            "PLO-T331",
            "dos fechas no se suman ni se restan",
            e.tramo,
            "escriba `días hábiles entre A y B` o `días calendario entre A y B`",
        )
    if isinstance(a, Dia) and isinstance(b, Magnitud) and b.dimension in PLAZOS:
        return n.Operar(
            e.operador, izquierda, derecha, _MODO_DE_PLAZO[b.dimension], _UNO, a, escribir(e), e.tramo
        )
    if not isinstance(a, Magnitud) or not isinstance(b, Magnitud) or Magnitud(ESCALA) in (a, b):
        raise _no_se_opera(c, e, a, b)
    if a != b:
        raise c.fallar(
            "PLO-T332",
            f"no se puede operar {describir(a)} con {describir(b)}",
            e.tramo,
            "los dos lados deben medir lo mismo",
        )
    modo: n.Modo = "dinero" if a.dimension == DINERO else "número"
    return n.Operar(e.operador, izquierda, derecha, modo, _UNO, a, escribir(e), e.tramo)


def _multiplicar(c: Comprobador, e: s.Aritmetica, izquierda: n.Valor, derecha: n.Valor) -> n.Valor:
    a, b = izquierda.tipo, derecha.tipo
    if not isinstance(a, Magnitud) or not isinstance(b, Magnitud) or Magnitud(ESCALA) in (a, b):
        raise _no_se_opera(c, e, a, b)
    tipo, factor = _producto(a, b) if e.operador == "*" else _cociente(a, b)
    if tipo is None:
        raise c.fallar(
            "PLO-T332",
            f"no se puede operar {describir(a)} con {describir(b)}",
            e.tramo,
            "multiplique por un número o un porcentaje, o divida lo que mide lo mismo",
        )
    modo: n.Modo = "dinero" if DINERO in (a.dimension, b.dimension) else "número"
    return n.Operar(e.operador, izquierda, derecha, modo, factor, tipo, escribir(e), e.tramo)


def _producto(a: Magnitud, b: Magnitud) -> tuple[Magnitud | None, Decimal]:
    if b == NUMERO:
        return a, _UNO
    if a == NUMERO:
        return b, _UNO
    if PORCENTAJE in (a, b):
        return (b if a == PORCENTAJE else a), _CENTESIMA
    return None, _UNO


def _cociente(a: Magnitud, b: Magnitud) -> tuple[Magnitud | None, Decimal]:
    if a == b:
        return NUMERO, _UNO
    return (a, _UNO) if b == NUMERO else (None, _UNO)


def _no_se_opera(c: Comprobador, e: s.Aritmetica, a: Tipo, b: Tipo) -> Exception:
    return c.fallar("PLO-T330", f"no cabe `{e.operador}` entre {describir(a)} y {describir(b)}", e.tramo)

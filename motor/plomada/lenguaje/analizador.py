# ruff: noqa: ANN401 - los árboles de Lark no tienen tipo útil
"""Del texto de un archivo `.regla` al árbol de sus reglas.

Entra: texto y nombre del archivo. Sale: Modulo y todo lo hallado, un diagnóstico por causa.
No hace: saber qué nombres existen ni de qué tipo son. Un bloque con errores no aparece en el Modulo,
y los demás sí. Es el único lugar que usa Lark.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.lectura.bloques import partir
from plomada.lenguaje.lectura.constructor import Constructor, PiezaDeLark
from plomada.lenguaje.lectura.errores import anidada, demasiado_largo, fuera_de_lugar
from plomada.lenguaje.lectura.lexico import leer_expresion_suelta, leer_piezas, sin_comentarios
from plomada.lenguaje.lectura.piezas import Bloque, Pieza
from plomada.lenguaje.lectura.revision import revisar
from plomada.lenguaje.lectura.tablas import desplegar

PROFUNDIDAD_MAXIMA = 24
PIEZAS_MAXIMAS = 20_000


class _SinLector(Lexer):
    """Lark recibe las piezas ya leídas: el texto lo parte `lexico`."""

    def __init__(self, configuracion: Any) -> None:
        """No necesita la configuración de Lark."""

    def lex(self, datos: Any, *_: Any) -> Iterator[PiezaDeLark]:
        """Entrega las piezas tal como llegaron."""
        yield from datos


def construir_gramatica(estricta: bool = False) -> Lark:
    """Construye el analizador LALR; `estricta` rechaza cualquier conflicto de la gramática."""
    texto = resources.files("plomada.lenguaje").joinpath("gramatica.lark").read_text("utf-8")
    return Lark(
        texto, parser="lalr", lexer=_SinLector, start=["regla", "define", "expresion", "suma"],
        propagate_positions=True, keep_all_tokens=True, maybe_placeholders=False, strict=estricta,
    )  # fmt: skip


_gramatica = cache(construir_gramatica)


def analizar(texto: str, archivo: str) -> Lectura[s.Modulo]:
    """Devuelve las reglas y los `define` del texto.

    Diagnósticos: los de `bloques`, `lexico`, `tablas` y `revision`, y PLO-S120 (algo fuera de lugar),
    PLO-S121 (expresión demasiado anidada), PLO-S122 (bloque demasiado largo).
    """
    partido = partir(texto, archivo)
    reglas: list[s.Regla] = []
    defines: list[s.Define] = []
    problemas = list(partido.diagnosticos)
    for bloque in partido.valor or ():
        leido = analizar_bloque(bloque)
        problemas.extend(leido.diagnosticos)
        for nodo in leido.valor or ():
            if isinstance(nodo, s.Define):
                defines.append(nodo)
            else:
                reglas.append(nodo)
    return Lectura(s.Modulo(tuple(reglas), tuple(defines)), tuple(dict.fromkeys(problemas)))


def analizar_expresion(texto: str, tramo: Tramo, comienzo: str = "expresion") -> Lectura[s.Expresion]:
    """Analiza una expresión suelta: la condición de un requisito o un `{…}` de una plantilla."""
    piezas = leer_expresion_suelta(texto, tramo)
    if piezas.tiene_errores:
        return Lectura(None, piezas.diagnosticos)
    return _construir(sin_comentarios(piezas.valor or ()), comienzo, tramo)


def analizar_bloque(bloque: Bloque) -> Lectura[tuple[s.Regla | s.Define, ...]]:
    """Devuelve lo que dice un bloque: una regla, un `define` o las reglas de una tabla."""
    piezas = leer_piezas(bloque)
    if piezas.tiene_errores:
        return Lectura(None, piezas.diagnosticos)
    utiles = sin_comentarios(piezas.valor or ())
    n = bloque.primera_linea
    lugar = Tramo(bloque.archivo, n, 1, n, len(bloque.lineas[0]) + 1, bloque.desplazamientos[0])
    if len(utiles) > PIEZAS_MAXIMAS:
        return Lectura(None, (demasiado_largo("el bloque tiene", len(utiles), PIEZAS_MAXIMAS, lugar),))
    if bloque.clase == "tabla":
        return _analizar_tabla(utiles, lugar)
    leido: Lectura[s.Regla | s.Define] = _construir(utiles, bloque.clase, lugar)
    return Lectura(None if leido.valor is None else (leido.valor,), leido.diagnosticos)


def _analizar_tabla(piezas: Sequence[Pieza], lugar: Tramo) -> Lectura[tuple[s.Regla | s.Define, ...]]:
    desplegada = desplegar(tuple(piezas), lugar)
    if desplegada.tiene_errores:
        return Lectura(None, tuple(dict.fromkeys(desplegada.diagnosticos)))
    reglas: list[s.Regla] = []
    problemas = list(desplegada.diagnosticos)
    for fila in desplegada.valor or ():
        leida: Lectura[s.Regla] = _construir(fila.piezas, "regla", fila.tramo)
        problemas.extend(leida.diagnosticos)
        if leida.valor is not None:
            reglas.append(replace(leida.valor, tabla=fila.tabla, tramo=fila.tramo))
    return Lectura(tuple(reglas), tuple(dict.fromkeys(problemas)))


def _construir(piezas: Sequence[Pieza], comienzo: str, lugar: Tramo) -> Lectura[Any]:
    vestidas = [_vestir(p, n) for n, p in enumerate(piezas)]
    try:
        arbol = _gramatica().parse(vestidas, start=comienzo)
    except UnexpectedToken as fallo:
        indice = getattr(fallo.token, "indice", len(piezas))
        return Lectura(None, (fuera_de_lugar(piezas, indice, fallo.accepts or fallo.expected, lugar),))
    problemas = revisar(piezas) or _anidamiento(arbol, lugar)
    if problemas:
        return Lectura(None, problemas)
    return Lectura(Constructor(lugar.archivo).transform(arbol))


def _vestir(p: Pieza, indice: int) -> PiezaDeLark:
    t = p.tramo
    token = PiezaDeLark(
        p.tipo, p.canonica, t.desplazamiento, t.linea, t.columna, t.linea_fin, t.columna_fin,
        t.desplazamiento + t.columna_fin - t.columna,
    )  # fmt: skip
    token.leido, token.indice = p.valor, indice
    return token


def _anidamiento(arbol: Any, lugar: Tramo) -> tuple[Diagnostico, ...]:
    """Devuelve el diagnóstico si alguna expresión tiene más niveles que el tope."""
    pila = [(arbol, 0)]
    while pila:
        nodo, nivel = pila.pop()
        nivel += nodo.data in _ANIDAN
        if nivel > PROFUNDIDAD_MAXIMA:
            m = nodo.meta
            tramo = Tramo(lugar.archivo, m.line, m.column, m.end_line, m.end_column, m.start_pos)
            return (anidada(tramo, PROFUNDIDAD_MAXIMA),)
        pila.extend((h, nivel) for h in nodo.children if hasattr(h, "children"))
    return ()


_ANIDAN = {
    "para_cada", "cada", "algun", "ningun", "al_menos", "parentesis", "no", "aritmetica", "cada_eslabon",
    "porcentaje", "agrega_valor", "condicion", "dias_entre", "parecido",
}  # fmt: skip


def hijos(nodo: Any) -> Iterator[Any]:
    """Recorre los nodos de sintaxis que cuelgan directamente de `nodo`."""
    for campo in fields(nodo):
        valor = getattr(nodo, campo.name)
        for candidato in valor if isinstance(valor, tuple) else (valor,):
            if is_dataclass(candidato) and type(candidato).__module__ == s.__name__:
                yield candidato


def recorrer(nodo: Any, visitar: Callable[[Any], None]) -> None:
    """Visita el nodo y todos los que contiene, sin recursión."""
    pila = [nodo]
    while pila:
        actual = pila.pop()
        visitar(actual)
        pila.extend(hijos(actual))

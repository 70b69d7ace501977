"""Halla en un texto las citas normativas: normas, artículos, y de qué norma es cada artículo.

Entra: el texto. Sale: una Mencion por artículo o norma citada, con su lugar.
Invariante: todo «artículo N» del texto sale en alguna mención; el que no se sabe de qué norma es, sin norma.
No hace: decir si la cita es correcta.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from plomada.normativa.articulado.nombres import CONSTITUCION, PATRON, Nombre, leer_nombre
from plomada.valores.texto import plegar

Origen: TypeAlias = Literal["escrita", "remite a la anterior", "por su numeración", "propia", "sin norma"]

# Un número de artículo; el de un decreto único puede venir partido por un salto de línea después de un punto.
_N = r"\d+(?:\.(?:\s?\n\s*)?\d+)*(?:\s?bis\b|-[A-Z](?![a-záéíóúA-Z]))?"
_LISTA = rf"{_N}[°ºo]?(?:\s*(?:,|;|y|e|o|a|al|hasta el|-|–)\s*(?:el\s+|los\s+)?{_N}[°º]?)*"
_ARTICULO = rf"(?:art[íi]culos?|arts?\.?)\s*(?P<lista>{_LISTA})"
_SUELTO = r"(?<![\d.])(?P<suelto>\d+(?:\.(?:\s?\n\s*)?\d+){5,})(?![\d]|\.\d)"
_PARTE = (
    r"(?P<parte>numeral(?:es)?|num\.|n[uú]m\.|literal(?:es)?|lit\.|par[áa]grafos?|par\.|incisos?|inc\.)\s*"
    r"(?P<valor>[\d.]*\d[°º]?|[a-zñ](?=\W)|[uú]nico|primero|segundo|tercero|cuarto|quinto)\)?"
)
_REMITE = (
    r"(?P<remite>(?:la|el|dich[ao]|est[ae]|citad[ao]|mism[ao]|referid[ao])\s+(?:(?:citad|mism|referid)[ao]\s+)?"
    r"(?:ley|decreto|resoluci[oó]n)|ib[íi]d(?:em)?|[íi]dem)(?![a-záéíóú])"
    r"(?!\W{1,3}(?:n[°ºo]\.?|\d|org|est|nac|reg|[uú]n|leg|mun|dis|dep))"
)
_CARTA = r"(?P<carta>constituci[oó]n(?:\s+(?:pol[íi]tica|nacional))?|carta pol[íi]tica)(?![a-záéíóú])"
_PROPIO = (
    r"(?P<propio>(?:(?:el|del|este|presente)\s+)+(?:acuerdo|pot|pbot|eot|plan(?: de ordenamiento| b[áa]sico)?"
    r"|esquema de ordenamiento|proyecto de acuerdo)"
    r"(?![a-záéíóú])(?!\W{1,3}(?:n[°ºo]\.?\s*\d|\d|municipal|distrital|de desarrollo|nacional)))"
)
_PIEZA = re.compile("|".join((PATRON, _ARTICULO, _SUELTO, _PARTE, _REMITE, _CARTA, _PROPIO)), re.IGNORECASE)

# Lo que puede haber entre un artículo y la norma que lo sigue, y entre una norma y el artículo que la sigue.
_HASTA_LA_NORMA = re.compile(
    r"[\s)\]»”\"]*,?\s*(?:(?:contenid|previst|establecid|señalad|dispuest|definid|consagrad)[ao]s?\s+en\s+)?"
    r"(?:(?:del?|en|la|el|los|dicha|dicho|citad[ao]|mism[ao])\s+)*",
    re.IGNORECASE,
)  # fmt: skip
_DESDE_LA_NORMA = re.compile(
    r"[\s,;:(\[]*(?:(?:en|a|de|y|que|según|mediante|conforme|con|su|sus|el|la|los|por)\s+)*", re.IGNORECASE
)
_ENTRE_PARTES = re.compile(r"[\s,;()]*(?:(?:del?|la|el|los|y|en|su)\s+)*", re.IGNORECASE)
_ENTRE_ARTICULOS = re.compile(r"[\s,;]*(?:y|e|o|u|así como)?\s*(?:(?:el|los|en|del?)\s+)*", re.IGNORECASE)
_TRAMO = re.compile(rf"({_N})[°ºo]?\s*(?:a|al|hasta el|-|–)\s*(?:el\s+)?({_N})", re.IGNORECASE)
_SUBNUMERO = re.compile(r"^-\d+")  # «art. 24-1»: lo que sigue al guion es un numeral, no otro artículo
_CLAVE_DE_PARTE = {"num": "numeral", "núm": "numeral", "lit": "literal", "par": "paragrafo", "inc": "inciso"}
_ORDINALES = {"primero": "1", "segundo": "2", "tercero": "3", "cuarto": "4", "quinto": "5", "unico": "único"}
_MAYOR_TRAMO = 60


@dataclass(frozen=True, slots=True)
class Mencion:
    """Una cita en un texto.

    `inicio` y `fin` son desplazamientos en el texto; `norma` es None si el texto no dice de cuál es.
    `articulo` vacío es la norma entera; las partes van como se escribieron.
    """

    inicio: int
    fin: int
    norma: Nombre | None
    origen: Origen
    articulo: str = ""
    numeral: str = ""
    literal: str = ""
    inciso: str = ""
    paragrafo: str = ""


@dataclass(frozen=True, slots=True)
class _Pieza:
    """Un trozo reconocido del texto, todavía sin relacionar con los demás."""

    clase: Literal["norma", "articulo", "parte", "remite", "propio"]
    inicio: int
    fin: int
    nombre: Nombre | None = None
    numeros: tuple[str, ...] = ()
    partes: tuple[tuple[str, str], ...] = ()
    suelto: bool = False


def hallar(texto: str) -> tuple[Mencion, ...]:
    """Devuelve las citas del texto, en su orden."""
    piezas = _unir_partes(texto, [_pieza(m) for m in _PIEZA.finditer(texto)])
    return tuple(sorted(_relacionar(texto, piezas), key=lambda m: m.inicio))


def _pieza(m: re.Match[str]) -> _Pieza:
    if m["clase"]:
        return _Pieza("norma", m.start(), m.end(), leer_nombre(m))
    if m["lista"]:
        return _Pieza("articulo", m.start(), m.end(), numeros=tuple(_numeros(m["lista"])))
    if m["suelto"]:
        return _Pieza("articulo", m.start(), m.end(), numeros=(_limpiar(m["suelto"]),), suelto=True)
    if m["parte"]:
        clave = _CLAVE_DE_PARTE[m["parte"].lower()[:3]]
        valor = plegar(m["valor"]).strip("°º.")
        return _Pieza("parte", m.start(), m.end(), partes=((clave, _ORDINALES.get(valor, valor)),))
    if m["remite"]:
        clase = next((c for c in ("ley", "decreto", "resolucion") if c in plegar(m["remite"])), "")
        return _Pieza("remite", m.start(), m.end(), Nombre(clase, 0, 0))
    if m["carta"]:
        return _Pieza("norma", m.start(), m.end(), CONSTITUCION)
    return _Pieza("propio", m.start(), m.end())


def _limpiar(numero: str) -> str:
    return re.sub(r"\s", "", numero)


def _numeros(lista: str) -> Iterator[str]:
    """Devuelve los artículos de «36 al 46», «8, 9 y 10» o «2.2.2.1.2.1.3»."""
    resto = lista
    while (hallado := re.match(rf"\D*?({_N})", resto)) is not None:
        tramo = _TRAMO.match(resto, hallado.start(1))
        if tramo and tramo[1].isdecimal() and tramo[2].isdecimal():
            primero, ultimo = int(tramo[1]), int(tramo[2])
            if primero < ultimo <= primero + _MAYOR_TRAMO:
                yield from map(str, range(primero, ultimo + 1))
                resto = resto[tramo.end() :]
                continue
        yield _limpiar(hallado[1])
        resto = _SUBNUMERO.sub("", resto[hallado.end() :], count=1)


# -- relacionar ------------------------------------------------------------------------------------


def _unir_partes(texto: str, piezas: list[_Pieza]) -> list[_Pieza]:
    """Pega a cada artículo los numerales, literales y parágrafos que lo preceden o lo siguen."""
    unidas: list[_Pieza] = []
    sueltas: list[_Pieza] = []
    for pieza in piezas:
        if pieza.clase == "parte":
            previa = unidas[-1] if unidas else None
            if previa and previa.clase == "articulo" and not sueltas and _sigue(texto, previa, pieza):
                unidas[-1] = replace(previa, fin=pieza.fin, partes=(*previa.partes, *pieza.partes))
            else:
                sueltas = [*sueltas, pieza] if not sueltas or _sigue(texto, sueltas[-1], pieza) else [pieza]
            continue
        if pieza.clase == "articulo" and sueltas and _sigue(texto, sueltas[-1], pieza):
            antes = tuple(p for s in sueltas for p in s.partes)
            pieza = replace(pieza, inicio=sueltas[0].inicio, partes=antes)
        sueltas = []
        unidas.append(pieza)
    return unidas


def _sigue(texto: str, a: _Pieza, b: _Pieza) -> bool:
    return _ENTRE_PARTES.fullmatch(texto, a.fin, b.inicio) is not None


def _relacionar(texto: str, piezas: list[_Pieza]) -> Iterator[Mencion]:
    duenios = _duenios(texto, piezas)
    con_articulo = {d for d in duenios.values() if d is not None}
    anteriores: dict[str, Nombre] = {}
    nombres: dict[int, Nombre | None] = {}
    for n, pieza in enumerate(piezas):
        if pieza.clase == "norma" and pieza.nombre is not None:
            anteriores |= {pieza.nombre.clase: pieza.nombre, "": pieza.nombre}
            nombres[n] = pieza.nombre
        elif pieza.clase == "remite" and pieza.nombre is not None:
            nombres[n] = anteriores.get(pieza.nombre.clase)
    for n, pieza in enumerate(piezas):
        if pieza.clase == "articulo":
            yield from _del_articulo(pieza, duenios[n], piezas, nombres)
        elif pieza.clase == "norma" and n not in con_articulo:
            yield Mencion(pieza.inicio, pieza.fin, pieza.nombre, "escrita")


def _duenios(texto: str, piezas: list[_Pieza]) -> dict[int, int | None]:
    """Devuelve, por artículo, qué pieza dice su norma: la siguiente, la anterior o la de su vecino."""
    hallados: dict[int, int | None] = {}
    for n in reversed(range(len(piezas))):
        if piezas[n].clase == "articulo":
            hallados[n] = _por_la_derecha(texto, piezas, n, hallados)
    for n in range(len(piezas)):
        if piezas[n].clase == "articulo" and hallados[n] is None:
            hallados[n] = _por_la_izquierda(texto, piezas, n, hallados)
    return hallados


def _por_la_derecha(texto: str, piezas: list[_Pieza], n: int, hallados: dict[int, int | None]) -> int | None:
    if n + 1 == len(piezas):
        return None
    propia, otra = piezas[n], piezas[n + 1]
    if otra.clase == "articulo":
        vecino = _ENTRE_ARTICULOS.fullmatch(texto, propia.fin, otra.inicio)
        return hallados[n + 1] if vecino else None
    entre = _HASTA_LA_NORMA.fullmatch(texto, propia.fin, otra.inicio)
    if entre is None:
        return None
    precedida = n > 0 and piezas[n - 1].clase == "norma" and _viene_de(texto, piezas[n - 1], propia)
    return None if precedida and "," in entre[0] else n + 1


def _por_la_izquierda(
    texto: str, piezas: list[_Pieza], n: int, hallados: dict[int, int | None]
) -> int | None:
    if n == 0:
        return None
    otra, propia = piezas[n - 1], piezas[n]
    if otra.clase == "articulo":
        vecino = _ENTRE_ARTICULOS.fullmatch(texto, otra.fin, propia.inicio)
        return hallados[n - 1] if vecino else None
    return n - 1 if otra.clase in {"norma", "remite"} and _viene_de(texto, otra, propia) else None


def _viene_de(texto: str, norma: _Pieza, articulo: _Pieza) -> bool:
    return _DESDE_LA_NORMA.fullmatch(texto, norma.fin, articulo.inicio) is not None


def _del_articulo(
    pieza: _Pieza, duenio: int | None, piezas: list[_Pieza], nombres: dict[int, Nombre | None]
) -> Iterator[Mencion]:
    clase = None if duenio is None else piezas[duenio].clase
    nombre = None if duenio is None else nombres.get(duenio)
    origen: Origen = "sin norma"
    if clase == "propio":
        origen = "propia"
    elif nombre is not None:
        origen = "escrita" if clase == "norma" else "remite a la anterior"
    elif pieza.suelto:
        origen = "por su numeración"
    partes = dict(pieza.partes) if len(pieza.numeros) == 1 else {}
    for numero in pieza.numeros:
        yield Mencion(pieza.inicio, pieza.fin, nombre, origen, numero, **partes)

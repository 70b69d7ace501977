"""Comparación de textos escritos a mano: sin tildes, sin mayúsculas, con eñe."""

import re
import unicodedata

_CIFRAS = re.compile(r"([0-9]{1,18})")
_ENE = "\u0303"
_DE_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SALTOS = frozenset("\n\t")
# Mandan sobre el orden de lo que sigue; el árabe o el hebreo se leen bien sin ellos.
_ORDENES_DE_DIRECCION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plegar(texto: str) -> str:
    """Devuelve el texto en minúscula y sin tildes; la eñe se conserva.

    >>> plegar("Visión de AÑO")
    'vision de año'
    """
    partes: list[str] = []
    for c in unicodedata.normalize("NFD", texto.lower()):
        if not unicodedata.combining(c):
            partes.append(c)
        elif c == _ENE and partes and partes[-1] == "n":
            partes[-1] = "ñ"
    return unicodedata.normalize("NFC", "".join(partes))


def en_lista(elementos: list[str], conjuncion: str = "y") -> str:
    """Une los elementos como se escriben en una frase.

    >>> en_lista(["a", "b", "c"])
    'a, b y c'
    """
    if len(elementos) < 2:
        return "".join(elementos)
    return ", ".join(elementos[:-1]) + f" {conjuncion} " + elementos[-1]


def clave_natural(texto: str) -> list[tuple[int, int, str]]:
    """Devuelve con qué se ordena un texto para que `P2` vaya antes que `P10`.

    >>> sorted(["P10", "P2"], key=clave_natural)
    ['P2', 'P10']
    """
    partes = _CIFRAS.split(texto)
    return [(0, int(p), "") if i % 2 else (1, 0, p) for i, p in enumerate(partes)]


def sin_control(texto: str) -> str:
    r"""Devuelve el texto en una línea y sin órdenes para la consola ni caracteres invisibles.

    >>> sin_control("a\tb\nc")
    'a b c'
    """
    junto = " ".join(texto.split())
    if junto.isprintable():
        return junto
    return "".join("\ufffd" if unicodedata.category(c) in _DE_CONTROL else c for c in junto)


def sin_ordenes(texto: str) -> str:
    r"""Devuelve el texto sin controles, mitades de un par ni órdenes de dirección; los saltos quedan.

    >>> sin_ordenes("a\nb\u202ec") == "a\nb\ufffdc"
    True
    """
    if texto.isprintable():
        return texto
    return "".join("\ufffd" if _manda(c) else c for c in texto)


def _manda(c: str) -> bool:
    if c in _SALTOS:
        return False
    return c in _ORDENES_DE_DIRECCION or unicodedata.category(c) in {"Cc", "Cs"}

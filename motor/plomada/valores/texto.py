"""Comparación de textos escritos a mano: sin tildes, sin mayúsculas, con eñe."""

import unicodedata

_ENE = "\u0303"
_DE_CONTROL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


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


def sin_control(texto: str) -> str:
    r"""Devuelve el texto en una línea y sin órdenes para la consola ni caracteres invisibles.

    >>> sin_control("a\tb\nc")
    'a b c'
    """
    return "".join("\ufffd" if unicodedata.category(c) in _DE_CONTROL else c for c in " ".join(texto.split()))

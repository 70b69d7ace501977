"""Comparación de textos escritos a mano: sin tildes, sin mayúsculas, con eñe."""

import unicodedata

_ENE = "\u0303"


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

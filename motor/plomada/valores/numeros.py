"""Números escritos por personas: se leen exactos o se rechazan con explicación."""

import re
from decimal import Decimal

_BUENO = re.compile(r"-?\d{1,15}(?:_\d{3})*(?:\.\d{1,9})?", re.ASCII)
_MILES_CON_PUNTO = re.compile(r"-?\d{1,3}(?:\.\d{3})+", re.ASCII)
_CON_COMA = re.compile(r"-?[\d.]*,\d+", re.ASCII)


_PRIMERO_CON_SEPARADOR = 10_000


def leer_numero(texto: str) -> Decimal | str:
    """Devuelve el número, o la frase que explica por qué no se puede leer.

    El separador decimal es el punto y el de miles, opcional, el guion bajo. Se rechazan por
    ambiguos `1,5` y `30.000` (tres cifras tras el punto).

    >>> leer_numero("30_000"), leer_numero("1.5")
    (Decimal('30000'), Decimal('1.5'))
    >>> leer_numero("30.000")
    '`30.000` es ambiguo: si el punto separa miles, escriba `30000`; si es decimal, quite o agregue una cifra'
    """
    limpio = texto.strip().replace("\u00a0", "")
    if _MILES_CON_PUNTO.fullmatch(limpio):
        return _ambiguo(limpio)
    if _BUENO.fullmatch(limpio) and _agrupado(limpio):
        return Decimal(limpio.replace("_", ""))
    if _CON_COMA.fullmatch(limpio):
        con_punto = limpio.replace(",", ".")
        return f"`{limpio}` es ambiguo: el decimal se escribe con punto, por ejemplo `{con_punto}`"
    return f"`{limpio[:40]}` no es un número"


def _agrupado(limpio: str) -> bool:
    entero = limpio.lstrip("-").split(".")[0]
    return "_" not in entero or re.fullmatch(r"\d{1,3}(?:_\d{3})+", entero) is not None


def _ambiguo(limpio: str) -> str:
    junto = limpio.replace(".", "")
    return (
        f"`{limpio}` es ambiguo: si el punto separa miles, escriba `{junto}`; "
        "si es decimal, quite o agregue una cifra"
    )


def escribir_numero(numero: Decimal, desde: int = _PRIMERO_CON_SEPARADOR) -> str:
    """Escribe el número como se lee en Colombia: punto de miles, a partir de `desde`, y coma decimal.

    >>> escribir_numero(Decimal("1234567.50")), escribir_numero(Decimal(2020))
    ('1.234.567,5', '2020')
    """
    agrupa = abs(numero) >= desde
    entero, _, decimales = (f"{numero:,f}" if agrupa else f"{numero:f}").partition(".")
    decimales = decimales.rstrip("0")
    return entero.replace(",", ".") + (f",{decimales}" if decimales else "")

r"""Deja un texto ajeno apto para una celda o un párrafo: sin lo que XML no admite y sin cambiar lo demás.

Lo que se quita queda a la vista como `\ufffd`, y lo que no cabe se recorta diciéndolo.
"""

import re

MAXIMO_POR_CELDA = 32_767
_REEMPLAZO = "\ufffd"
# Lo que XML no admite, y las marcas que invierten el orden de lectura sin que se vean.
_PROHIBIDOS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SALTOS = re.compile("\r\n?|\x85|\u2028|\u2029")


def limpiar(texto: str) -> str:
    r"""Devuelve el texto con saltos de línea de Unix y sin caracteres que un documento no admite.

    >>> limpiar("a\r\nb\x00")
    'a\nb\ufffd'
    """
    return _PROHIBIDOS.sub(_REEMPLAZO, _SALTOS.sub("\n", texto))


def para_celda(texto: str) -> str:
    """Devuelve el texto limpio y, si no cabe en una celda, recortado y con el aviso de cuánto medía.

    Excel cuenta en unidades de UTF-16: un emoji vale por dos.
    """
    limpio = limpiar(texto)
    if medir(limpio) <= MAXIMO_POR_CELDA:
        return limpio
    aviso = f" […recortado: medía {medir(limpio)} caracteres; está completo en el informe en JSON]"
    return recortar(limpio, MAXIMO_POR_CELDA - medir(aviso)) + aviso


def medir(texto: str) -> int:
    """Devuelve cuántas unidades de UTF-16 ocupa.

    >>> medir("añ🌊")
    4
    """
    return len(texto) + sum(c > "\uffff" for c in texto)


def recortar(texto: str, unidades: int) -> str:
    """Devuelve el comienzo que cabe en esas unidades, sin partir un carácter en dos."""
    return texto.encode("utf-16-le")[: unidades * 2].decode("utf-16-le", "ignore")


def en_una_linea(texto: str) -> str:
    """Devuelve el texto limpio sin saltos ni tabuladores."""
    return " ".join(limpiar(texto).split())

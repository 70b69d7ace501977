"""Paso de bytes a texto, con lo que se rechaza antes de mirar la sintaxis.

Entra: bytes de cualquier procedencia. Sale: el texto, sin marca de orden, y los problemas hallados.
No hace: interpretar YAML.
"""

import re
from bisect import bisect_right
from itertools import accumulate, islice

import yaml

from plomada.cargadores import problemas
from plomada.cargadores.problemas import MAXIMO_DE_PROBLEMAS
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DE_BYTES = 8 * 1024 * 1024
CARGADOR = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARCAS_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PROHIBIDO = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_SANGRIA_CON_TABULADOR = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


def decodificar(datos: bytes, archivo: str) -> tuple[str | None, list[Diagnostico]]:
    """Devuelve el texto en UTF-8, o None y por qué no se puede leer."""
    inicio = Tramo(archivo)
    if len(datos) > MAXIMO_DE_BYTES:
        return None, [muy_grande(archivo)]
    if datos.startswith(_MARCAS_UTF16):
        return None, [_no_es_utf8(inicio, "el archivo está en UTF-16")]
    if b"\x00" in datos:
        mensaje = "el archivo es binario: trae bytes nulos"
        ayuda = "entregue el plan en un archivo de texto YAML; un libro de cálculo o un PDF no se leen así"
        return None, [Diagnostico(problemas.CARACTER_PROHIBIDO, mensaje, inicio, ayuda)]
    try:
        return datos.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        antes = datos[: error.start]
        linea = antes.count(b"\n") + 1
        columna = len(antes[antes.rfind(b"\n") + 1 :].decode("utf-8").removeprefix("\ufeff")) + 1
        tramo = Tramo(archivo, linea, columna, linea, columna + 1)
        return None, [_no_es_utf8(tramo, f"el byte {datos[error.start]:#04x} no es UTF-8")]


def muy_grande(archivo: str) -> Diagnostico:
    """Devuelve el diagnóstico de un archivo que pasa del tope."""
    tope = MAXIMO_DE_BYTES // (1024 * 1024)
    ayuda = "deje en el plan los datos y no los documentos: estos se citan en `documentos`"
    return Diagnostico(problemas.MUY_GRANDE, f"el archivo pasa de {tope} MB", Tramo(archivo), ayuda)


def _no_es_utf8(tramo: Tramo, mensaje: str) -> Diagnostico:
    ayuda = "guarde el archivo con codificación UTF-8 (en Excel o el Bloc de notas, «UTF-8»)"
    return Diagnostico(problemas.NO_ES_UTF8, mensaje, tramo, ayuda)


def revisar_caracteres(texto: str, archivo: str) -> tuple[list[Diagnostico], int]:
    """Halla caracteres de control y sangrías con tabulador.

    Devuelve los primeros de cada clase, hasta el tope, y cuántos más hay: un archivo hecho de ellos no
    puede llenar la memoria de diagnósticos.
    """
    lugares = _Lugares(texto, archivo)
    hallados: list[Diagnostico] = []
    sobrantes = 0
    for patron, decir in ((_PROHIBIDO, _prohibido), (_SANGRIA_CON_TABULADOR, _tabulador)):
        coincidencias = patron.finditer(texto)
        hallados += (decir(c[0], lugares.de(*c.span())) for c in islice(coincidencias, MAXIMO_DE_PROBLEMAS))
        sobrantes += sum(1 for _ in coincidencias)
    return hallados, sobrantes


def _prohibido(leido: str, tramo: Tramo) -> Diagnostico:
    mensaje = f"el carácter U+{ord(leido):04X} no se admite en un plan"
    ayuda = "bórrelo: es un carácter invisible que suele llegar al copiar y pegar"
    return Diagnostico(problemas.CARACTER_PROHIBIDO, mensaje, tramo, ayuda)


def _tabulador(_: str, tramo: Tramo) -> Diagnostico:
    return Diagnostico(
        problemas.TABULADOR, "la sangría trae un tabulador", tramo, "use dos espacios por nivel"
    )


def es_invisible(texto: str) -> bool:
    """Dice si el texto trae un carácter de control, aunque se haya escrito con una secuencia de escape."""
    return _PROHIBIDO.search(texto) is not None


def trae_comentarios(texto: str) -> bool:
    """Dice si el YAML lleva comentarios: entre una pieza y la siguiente solo caben espacios y comentarios."""
    fin = 0
    for pieza in yaml.scan(texto, Loader=CARGADOR):
        if "#" in texto[fin : pieza.start_mark.index]:
            return True
        fin = max(fin, pieza.end_mark.index)
    return "#" in texto[fin:]


class _Lugares:
    """Pasa posiciones a líneas y columnas en una sola lectura de los saltos de línea."""

    def __init__(self, texto: str, archivo: str) -> None:
        self._archivo = archivo
        self._inicios = [0, *accumulate(len(linea) + 1 for linea in texto.split("\n"))]

    def de(self, desde: int, hasta: int) -> Tramo:
        linea = bisect_right(self._inicios, desde)
        columna = desde - self._inicios[linea - 1] + 1
        return Tramo(self._archivo, linea, columna, linea, columna + hasta - desde, desde)

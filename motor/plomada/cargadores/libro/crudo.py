"""Abre el libro y entrega sus celdas como están, con todo lo que un libro no debe traer.

Se lee el XML de cada hoja una sola vez, evento por evento y sin entidades (defusedxml): así se ven a la vez
la fórmula y el valor que guardó, los topes se aplican antes de cargar nada y los textos llegan sin cambios.
De openpyxl se toman los formatos de número y las fechas.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS

from plomada.cargadores.libro import problemas
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DE_BYTES = 16 * 1024 * 1024
MAXIMO_DESCOMPRIMIDO = 128 * 1024 * 1024
MAXIMO_DE_CELDAS = 400_000
MAXIMO_DE_COLUMNAS = 1_000
MAXIMO_DE_FILA = 200_000
_MAYOR_RAZON = 250
_TAMANO_SIN_RAZON = 4 * 1024 * 1024
_MAXIMO_DE_PARTES = 5_000
_MAXIMO_DE_ELEMENTOS = 3_000_000
_MAXIMO_POR_ELEMENTO = 500_000
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCIA = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ANTES_DE_2007 = b"\xd0\xcf\x11\xe0"
_DE_MACROS = ("vbaproject.bin", "macrosheets/")


@dataclass(frozen=True, slots=True)
class Celda:
    """Una celda con algo escrito: su valor sin interpretar, su tipo y su formato de número."""

    fila: int
    columna: int
    tipo: str
    valor: str
    formato: str = "General"
    es_formula: bool = False


@dataclass(frozen=True, slots=True)
class HojaCruda:
    """Una hoja y sus celdas, por fila y en orden."""

    nombre: str
    filas: tuple[tuple[int, tuple[Celda, ...]], ...]


@dataclass(frozen=True, slots=True)
class LibroCrudo:
    """Las hojas del libro; `desde_1904` dice cómo cuenta los días."""

    hojas: tuple[HojaCruda, ...]
    desde_1904: bool = False


class _Tope(Exception):
    """El libro pasa de un tope; el mensaje lo dice."""


@dataclass(slots=True)
class _Abierto:
    """El libro mientras se lee."""

    comprimido: zipfile.ZipFile
    partes: frozenset[str]
    celdas: int = 0
    textos: list[str] = field(default_factory=list)
    formatos: list[str] = field(default_factory=list)


def abrir(datos: bytes, archivo: str) -> Lectura[LibroCrudo]:
    """Devuelve las celdas del libro. Diagnósticos: PLO-L130 a PLO-L133."""
    if len(datos) > MAXIMO_DE_BYTES:
        tope = f"el libro pasa de {MAXIMO_DE_BYTES // (1024 * 1024)} MB"
        return Lectura(None, (problemas.grande(archivo, tope),))
    try:
        with zipfile.ZipFile(io.BytesIO(datos)) as comprimido:
            hallados = tuple(_revisar_partes(comprimido, archivo, len(datos)))
            return Lectura(None, hallados) if hallados else Lectura(_leer(comprimido))
    except _Tope as tope_pasado:
        return Lectura(None, (problemas.grande(archivo, str(tope_pasado)),))
    except DefusedXmlException:
        return Lectura(None, (_ilegible(archivo, "el libro declara entidades XML, que aquí no se admiten"),))
    except (
        zipfile.BadZipFile, zlib.error, KeyError, ValueError, IndexError, ParseError, EOFError, RuntimeError,
        OSError, UnicodeError,
    ):  # fmt: skip
        cifrado = datos.startswith(_ANTES_DE_2007)
        que = "el archivo está cifrado o es un libro de Excel 97-2003" if cifrado else "el libro está roto"
        return Lectura(None, (_ilegible(archivo, que),))


def _ilegible(archivo: str, que: str) -> Diagnostico:
    ayuda = "ábralo en Excel o LibreOffice y guárdelo como `.xlsx`, sin contraseña"
    return Diagnostico(problemas.NO_ES_UN_LIBRO, que, Tramo(archivo), ayuda)


def _revisar_partes(comprimido: zipfile.ZipFile, archivo: str, tamano: int) -> Iterator[Diagnostico]:
    partes = comprimido.infolist()
    total = sum(p.file_size for p in partes)
    desmedido = total > _TAMANO_SIN_RAZON and total > _MAYOR_RAZON * max(tamano, 1)
    if len(partes) > _MAXIMO_DE_PARTES or total > MAXIMO_DESCOMPRIMIDO or desmedido:
        yield problemas.grande(archivo, "el libro se descomprime a un tamaño que no corresponde a un plan")
        return
    nombres = [p.filename.lower() for p in partes]
    if len(set(nombres)) != len(nombres):
        yield _ilegible(archivo, "el libro trae dos veces la misma parte")
    if any(marca in n for n in nombres for marca in _DE_MACROS):
        ayuda = "guárdelo como «Libro de Excel (.xlsx)», que no lleva macros"
        yield Diagnostico(problemas.CON_MACROS, "el libro trae macros", Tramo(archivo), ayuda)
    if any("externallinks/" in n for n in nombres):
        ayuda = "en Excel, Datos → Editar vínculos → Romper vínculo, y guárdelo de nuevo"
        mensaje = "el libro trae enlaces a otros archivos, y sus valores pueden no ser los de hoy"
        yield Diagnostico(problemas.ENLACE_EXTERNO, mensaje, Tramo(archivo), ayuda)


def _leer(comprimido: zipfile.ZipFile) -> LibroCrudo:
    libro = _Abierto(comprimido, frozenset(comprimido.namelist()))
    raiz = {tipo: ruta for tipo, ruta in _relaciones(libro, "").values()}["officeDocument"]
    relaciones = _relaciones(libro, raiz)
    for tipo, ruta in relaciones.values():
        if tipo == "sharedStrings" and ruta in libro.partes:
            libro.textos = [_texto(e) for e in _elementos(libro, ruta, "si")]
        elif tipo == "styles" and ruta in libro.partes:
            libro.formatos = _formatos(libro, ruta)
    hojas: list[HojaCruda] = []
    desde_1904 = False
    for e in _elementos(libro, raiz, "sheet", "workbookPr"):
        if _local(e) == "workbookPr":
            desde_1904 = e.get("date1904", "0") in {"1", "true"}
            continue
        tipo, ruta = relaciones[{k.rpartition("}")[2]: v for k, v in e.attrib.items()}["id"]]
        if tipo == "worksheet":  # las de gráficos no llevan datos
            hojas.append(HojaCruda(e.attrib["name"], tuple(_filas(libro, ruta, e.attrib["name"]))))
    return LibroCrudo(tuple(hojas), desde_1904)


def _relaciones(libro: _Abierto, de: str) -> Mapping[str, tuple[str, str]]:
    """Devuelve, por id, el tipo y la ruta de cada parte que otra cita."""
    carpeta, nombre = posixpath.split(de)
    hechas: dict[str, tuple[str, str]] = {}
    for e in _elementos(libro, posixpath.join(carpeta, "_rels", f"{nombre}.rels"), "Relationship"):
        destino = e.get("Target", "")
        if e.get("TargetMode") != "External":
            ruta = destino.lstrip("/") if destino.startswith("/") else posixpath.join(carpeta, destino)
            hechas[e.attrib["Id"]] = (e.get("Type", "").rpartition("/")[2], posixpath.normpath(ruta))
    return hechas


def _elementos(libro: _Abierto, ruta: str, *nombres: str) -> Iterator[Element]:
    """Recorre los elementos con esos nombres y olvida cada uno después de entregarlo."""
    with libro.comprimido.open(ruta) as abierta:
        yield from _recorrer(abierta, frozenset(nombres))


def _recorrer(abierta: IO[bytes], nombres: frozenset[str]) -> Iterator[Element]:
    """Guarda solo lo que está dentro de un elemento buscado: lo demás se olvida al cerrarse."""
    eventos: Any = iterparse(abierta, events=("start", "end"), forbid_dtd=True)
    pila: list[Element] = []
    dentro, guardados, vistos = 0, 0, 0
    for evento, e in eventos:
        buscado = _local(e) in nombres
        if evento == "start":
            pila.append(e)
            dentro += buscado
            guardados = guardados + 1 if dentro else 0
            vistos += 1
            if guardados > _MAXIMO_POR_ELEMENTO or vistos > _MAXIMO_DE_ELEMENTOS:
                raise _Tope("una parte del libro trae más elementos de los que un plan necesita")
            continue
        pila.pop()
        dentro -= buscado
        if buscado:
            yield e
        if not dentro:
            e.clear()
            if pila:
                pila[-1].remove(e)


def _local(e: Element) -> str:
    return str(e.tag).rpartition("}")[2]


def _texto(e: Element) -> str:
    """Devuelve el texto de una cadena; la guía fonética (`rPh`) no es parte de él."""
    partes: list[str] = []
    for hijo in e:
        if _local(hijo) == "t":
            partes.append(hijo.text or "")
        elif _local(hijo) == "r":
            partes += [t.text or "" for t in hijo if _local(t) == "t"]
    return decodificar("".join(partes))


def decodificar(texto: str) -> str:
    """Devuelve el texto con los caracteres que el formato escribe como `_x000D_`."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), texto) if "_x" in texto else texto


def _formatos(libro: _Abierto, ruta: str) -> list[str]:
    """Devuelve el formato de número de cada estilo de celda, por su posición."""
    propios: dict[int, str] = {}
    estilos: list[str] = []
    for e in _elementos(libro, ruta, "numFmt", "cellXfs"):
        if _local(e) == "numFmt":
            propios[int(e.get("numFmtId", "0"))] = e.get("formatCode", "General")
        else:
            ids = [int(x.get("numFmtId", "0")) for x in e if _local(x) == "xf"]
            estilos = [propios.get(i) or BUILTIN_FORMATS.get(i, "General") for i in ids]
    return estilos


def _filas(libro: _Abierto, ruta: str, hoja: str) -> Iterator[tuple[int, tuple[Celda, ...]]]:
    ultima = 0
    for e in _elementos(libro, ruta, "row"):
        ultima = int(e.get("r") or ultima + 1)
        celdas = tuple(c for c in _celdas(libro, e, ultima, hoja) if c.valor or c.es_formula)
        if not celdas:
            continue
        libro.celdas += len(celdas)
        if ultima > MAXIMO_DE_FILA:
            raise _Tope(f"la hoja «{hoja[:31]}» tiene datos más abajo de la fila {MAXIMO_DE_FILA}")
        if libro.celdas > MAXIMO_DE_CELDAS:
            raise _Tope(f"el libro tiene más de {MAXIMO_DE_CELDAS} celdas escritas")
        yield ultima, celdas


def _celdas(libro: _Abierto, fila: Element, numero: int, hoja: str) -> Iterator[Celda]:
    columna = 0
    for e in fila:
        if _local(e) != "c":
            continue
        referencia = _REFERENCIA.fullmatch(e.get("r", ""))
        columna = _columna(referencia[1]) if referencia else columna + 1
        celda = _celda(libro, e, numero, columna)
        if columna > MAXIMO_DE_COLUMNAS and (celda.valor or celda.es_formula):
            raise _Tope(f"la hoja «{hoja[:31]}» tiene datos más allá de la columna {MAXIMO_DE_COLUMNAS}")
        yield celda


def _celda(libro: _Abierto, e: Element, fila: int, columna: int) -> Celda:
    tipo, estilo = e.get("t", "n"), int(e.get("s") or 0)
    valor, es_formula = "", False
    for hijo in e:
        nombre = _local(hijo)
        if nombre == "f":
            es_formula = True
        elif nombre == "v":
            valor = decodificar(hijo.text or "")
        elif nombre == "is":
            valor, tipo = _texto(hijo), "str"
    if tipo == "s" and valor:
        valor, tipo = libro.textos[int(valor)], "str"
    formato = libro.formatos[estilo] if 0 <= estilo < len(libro.formatos) else "General"
    return Celda(fila, columna, tipo, valor, formato, es_formula)


def _columna(letras: str) -> int:
    numero = 0
    for letra in letras:
        numero = numero * 26 + ord(letra) - ord("A") + 1
    return numero

"""Lee el texto de un DOCX por párrafos: los del cuerpo, los de sus tablas y cuadros, y las notas al pie.

Recorre el XML en el orden del documento, y no las tablas de python-docx: así entran los controles de
contenido, los cuadros de texto y lo insertado con control de cambios, que de otro modo se perderían, y una
celda que diga ocupar mil millones de columnas no se expande.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from plomada.cargadores.documentos.texto import Documento
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DESCOMPRIMIDO = 512 * 1024 * 1024
_MAYOR_RAZON = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RESPALDO = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARRAFO, _TEXTO = f"{_W}p", f"{_W}t"
_BLANCOS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTAS = ("/footnotes", "/endnotes")
# Todo lo que zipfile, lxml y python-docx lanzan ante un archivo que no es lo que dice ser.
_DE_UN_ARCHIVO_ROTO = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, PackageNotFoundError, KeyError, ValueError,
    AttributeError, TypeError, IndexError, RuntimeError, EOFError, OverflowError,
)  # fmt: skip


def leer_docx(ruta: Path, huella: str) -> Lectura[Documento]:
    """Devuelve el texto de cada párrafo. Diagnósticos: PLO-L105, PLO-L121."""
    archivo = ruta.name
    try:
        with zipfile.ZipFile(ruta) as comprimido:
            descomprimido = sum(i.file_size for i in comprimido.infolist())
        if descomprimido > min(MAXIMO_DESCOMPRIMIDO, _MAYOR_RAZON * max(ruta.stat().st_size, 1)):
            mensaje = "el DOCX se descomprime a un tamaño que no corresponde a un documento"
            aviso = Diagnostico("PLO-L105", mensaje, Tramo(archivo), "guárdelo de nuevo desde Word")
            return Lectura(None, (aviso,))
        documento = Document(str(ruta))
        parrafos = (*_parrafos(documento.element.body), *_de_las_notas(documento))
    except _DE_UN_ARCHIVO_ROTO:
        mensaje, ayuda = (
            "el DOCX está roto, cifrado o no es un DOCX",
            "ábralo en Word y guárdelo sin contraseña",
        )
        return Lectura(None, (Diagnostico("PLO-L121", mensaje, Tramo(archivo), ayuda),))
    return Lectura(Documento(archivo, "párrafo", parrafos, huella))


def _parrafos(raiz: Any) -> Iterator[str]:  # noqa: ANN401 - elemento de lxml
    """Recorre los párrafos en su orden; los de un cuadro de texto van después del que lo contiene."""
    for parrafo in raiz.iter(_PARRAFO):
        if not any(a.tag == _RESPALDO for a in parrafo.iterancestors()):
            yield "".join(_trozos(parrafo))


def _trozos(elemento: Any) -> Iterator[str]:  # noqa: ANN401 - elemento de lxml
    for hijo in elemento:
        if hijo.tag == _TEXTO:
            yield hijo.text or ""
        elif hijo.tag in _BLANCOS:
            yield _BLANCOS[hijo.tag]
        elif hijo.tag not in {_PARRAFO, _RESPALDO}:
            yield from _trozos(hijo)


def _de_las_notas(documento: Any) -> Iterator[str]:  # noqa: ANN401 - documento de python-docx
    analizador = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for relacion in documento.part.rels.values():
        if relacion.is_external or not relacion.reltype.endswith(_NOTAS):
            continue
        yield from _parrafos(etree.fromstring(relacion.target_part.blob, analizador))

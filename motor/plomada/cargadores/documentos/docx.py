"""Lee el texto de un DOCX por párrafos: los del cuerpo, los de sus tablas y las notas al pie."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml import etree

from plomada.cargadores.documentos.texto import Documento
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DESCOMPRIMIDO = 512 * 1024 * 1024
_MAYOR_RAZON = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTAS = ("/footnotes", "/endnotes")


def leer_docx(datos: bytes, archivo: str, huella: str) -> Lectura[Documento]:
    """Devuelve el texto de cada párrafo. Diagnósticos: PLO-L105, PLO-L121."""
    try:
        with zipfile.ZipFile(io.BytesIO(datos)) as comprimido:
            descomprimido = sum(i.file_size for i in comprimido.infolist())
        if descomprimido > MAXIMO_DESCOMPRIMIDO or descomprimido > _MAYOR_RAZON * max(len(datos), 1):
            mensaje = "el DOCX se descomprime a un tamaño que no corresponde a un documento"
            aviso = Diagnostico("PLO-L105", mensaje, Tramo(archivo), "guárdelo de nuevo desde Word")
            return Lectura(None, (aviso,))
        documento = Document(io.BytesIO(datos))
        parrafos = (*_del_cuerpo(documento), *_de_las_notas(documento))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError):
        mensaje, ayuda = (
            "el DOCX está roto, cifrado o no es un DOCX",
            "ábralo en Word y guárdelo sin contraseña",
        )
        return Lectura(None, (Diagnostico("PLO-L121", mensaje, Tramo(archivo), ayuda),))
    return Lectura(Documento(archivo, "párrafo", parrafos, huella))


def _del_cuerpo(contenedor: Any) -> Iterator[str]:  # noqa: ANN401 - documento o celda de python-docx
    for bloque in contenedor.iter_inner_content():
        if isinstance(bloque, Table):
            vistas: set[Any] = set()
            for celda in (c for fila in bloque.rows for c in fila.cells):
                if celda._tc not in vistas:  # una celda combinada aparece varias veces
                    vistas.add(celda._tc)
                    yield from _del_cuerpo(celda)
        else:
            yield bloque.text


def _de_las_notas(documento: Any) -> Iterator[str]:  # noqa: ANN401 - documento de python-docx
    analizador = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for relacion in documento.part.rels.values():
        if relacion.is_external or not relacion.reltype.endswith(_NOTAS):
            continue
        raiz = etree.fromstring(relacion.target_part.blob, analizador)
        for parrafo in raiz.iter(f"{_W}p"):
            yield "".join(t.text or "" for t in parrafo.iter(f"{_W}t"))

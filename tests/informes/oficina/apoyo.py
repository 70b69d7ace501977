"""Lo común a las pruebas de oficina: informes de juguete y cómo se lee lo que se escribió."""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from plomada.cargadores.libro.crudo import Celda, abrir
from plomada.evaluacion.resultados import Hallazgo
from plomada.informes.requerimientos.partes import ArticuloCambiado, LoDescrito, ObservacionDescrita
from plomada.informes.vista import Informe
from tests.informes.hechura import hallazgo, informe, resultado

HOSTILES = (
    "=CMD()", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "{=1}", "http://x.co", "'=1", "_x0041_",
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "[[observaciones]]", "[[municipio]]", "]]>&amp;",
    "familia 👨‍👩‍👧 🌊", "שלום مرحبا", "a\u202eb", "x\x00y",
    "l1\r\nl2", "1,5", "0012", "  espacios  ", "«ñandú»",
)  # fmt: skip


def con_texto(*textos: str, perfil: str = "consultoria") -> Informe:
    """Un informe con un hallazgo por texto, que lo dice en todas partes."""
    propio = resultado("a", requisito="R-4", hallazgos=tuple(map(_hallazgo, textos)))
    descrito = LoDescrito(
        articulos=tuple(
            ArticuloCambiado(id="A", articulo=t, vigente=t, propuesto=t, justificacion=t) for t in textos
        ),
        observaciones=tuple(
            ObservacionDescrita(id="O", asunto=t, norma=t, sustento=t, respuesta=t, acuerdo="no")
            for t in textos
        ),
    )
    return informe(propio, perfil=perfil).model_copy(update={"descrito": descrito})


def _hallazgo(texto: str) -> Hallazgo:
    malo = hallazgo("a", texto, mensaje=texto, subsana=texto, causa=texto, modo=texto)
    datos = tuple(d.model_copy(update={"valor": texto, "lugar": texto}) for d in malo.datos)
    return malo.model_copy(update={"datos": datos})


def celdas(libro: bytes, hoja: str) -> list[list[Celda]]:
    """Las celdas escritas de una hoja, por fila."""
    abierto = abrir(libro, "x.xlsx")
    assert abierto.valor is not None, abierto.diagnosticos
    return [list(fila) for h in abierto.valor.hojas if h.nombre == hoja for _, fila in h.filas]


def filas(libro: bytes, hoja: str) -> list[dict[str, Any]]:
    """Las filas de una hoja, cada una por el título de sus columnas."""
    titulos, *resto = load_workbook(io.BytesIO(libro))[hoja].iter_rows(values_only=True)
    return [dict(zip(titulos, fila, strict=True)) for fila in resto]


def parrafos(documento: bytes) -> list[str]:
    """El texto de todos los párrafos del cuerpo, también los de las tablas."""
    cuerpo = Document(io.BytesIO(documento)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cuerpo.iter(qn("w:p"))]


def tablas(documento: bytes) -> Iterator[list[list[str]]]:
    """Las tablas del documento, por filas."""
    cuerpo = Document(io.BytesIO(documento)).element.body
    for tabla in cuerpo.iter(qn("w:tbl")):
        yield [
            ["".join(t.text or "" for t in c.iter(qn("w:t"))) for c in fila.iter(qn("w:tc"))]
            for fila in tabla.iter(qn("w:tr"))
        ]

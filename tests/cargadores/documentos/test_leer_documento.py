"""El texto de un documento se lee con su lugar, y lo que no se puede leer se dice sin traza."""

import io
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest

from plomada.cargadores.documentos import docx as de_word
from plomada.cargadores.documentos import leer
from plomada.cargadores.documentos import pdf as de_pdf
from plomada.cargadores.documentos.leer import leer_documento
from plomada.cargadores.documentos.texto import Documento
from tests.evidencia.hechura import pdf


def _guardar(carpeta: Path, nombre: str, datos: bytes) -> Path:
    (carpeta / nombre).write_bytes(datos)
    return carpeta / nombre


def _leido(ruta: Path) -> Documento:
    leida = leer_documento(ruta)
    assert leida.valor is not None, leida.diagnosticos
    return leida.valor


def _codigo(ruta: Path) -> str:
    leida = leer_documento(ruta)
    assert leida.valor is None
    (diagnostico,) = leida.diagnosticos
    assert diagnostico.ayuda
    return diagnostico.codigo


def test_un_texto_se_cita_por_linea(tmp_path: Path) -> None:
    documento = _leido(_guardar(tmp_path, "a.txt", "uno\ndos año\n".encode()))
    assert documento.trozos == ("uno", "dos año")
    assert documento.lugar(documento.texto.index("año")) == "línea 2"


def test_un_texto_de_windows_se_lee_y_se_avisa(tmp_path: Path) -> None:
    leida = leer_documento(_guardar(tmp_path, "a.md", "artículo 12".encode("cp1252")))
    assert leida.valor is not None and leida.valor.trozos == ("artículo 12",)
    assert [(d.codigo, d.gravedad) for d in leida.diagnosticos] == [("PLO-L123", "advertencia")]


def test_un_pdf_se_cita_por_pagina(tmp_path: Path) -> None:
    documento = _leido(_guardar(tmp_path, "a.PDF", pdf("primera", "Ley 388 de 1997")))
    assert documento.unidad == "página" and len(documento.trozos) == 2
    assert documento.lugar(documento.texto.index("Ley")) == "página 2"


def test_un_docx_trae_parrafos_tablas_y_notas(tmp_path: Path) -> None:
    nuevo = docx.Document()
    nuevo.add_paragraph("Primer párrafo")
    tabla = nuevo.add_table(1, 2)
    tabla.cell(0, 0).text, tabla.cell(0, 1).text = "celda uno", "celda dos"
    nuevo.add_paragraph("Último párrafo")
    nuevo.save(str(tmp_path / "a.docx"))
    documento = _leido(tmp_path / "a.docx")
    assert documento.trozos == ("Primer párrafo", "celda uno", "celda dos", "Último párrafo")
    assert documento.lugar(documento.texto.index("Último")) == "párrafo 4"


def test_las_notas_al_pie_de_un_docx_tambien_se_leen(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    nota = "<w:footnote><w:p><w:r><w:t>Ley 9 de 1989</w:t></w:r></w:p></w:footnote>"
    nota = f'<w:footnotes xmlns:w="{w}">{nota}</w:footnotes>'
    tipo = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    salida = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "a.docx") as viejo, zipfile.ZipFile(salida, "w") as nuevo:
        for nombre in viejo.namelist():
            datos = viejo.read(nombre)
            if nombre == "[Content_Types].xml":
                parte = f'<Override PartName="/word/footnotes.xml" ContentType="{tipo}"/></Types>'.encode()
                datos = datos.replace(b"</Types>", parte)
            if nombre == "word/_rels/document.xml.rels":
                rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                parte = (
                    f'<Relationship Id="rId99" Type="{rel}" Target="footnotes.xml"/></Relationships>'.encode()
                )
                datos = datos.replace(b"</Relationships>", parte)
            nuevo.writestr(nombre, datos)
        nuevo.writestr("word/footnotes.xml", nota)
    documento = _leido(_guardar(tmp_path, "b.docx", salida.getvalue()))
    assert documento.trozos[-1] == "Ley 9 de 1989"


@pytest.mark.parametrize(
    ("nombre", "datos", "codigo"),
    [
        ("a.doc", b"x", "PLO-L120"),
        ("a.xlsx", b"x", "PLO-L120"),
        ("a.pdf", b"no es un pdf", "PLO-L121"),
        ("a.docx", b"no es un zip", "PLO-L121"),
        ("a.txt", b"a\x00b", "PLO-L121"),
        ("a.txt", b"  \n", "PLO-L122"),
        ("a.pdf", pdf("", ""), "PLO-L122"),
    ],
)
def test_lo_que_no_se_puede_leer_se_dice_con_ayuda(
    tmp_path: Path, nombre: str, datos: bytes, codigo: str
) -> None:
    assert _codigo(_guardar(tmp_path, nombre, datos)) == codigo


def test_un_docx_sin_documento_adentro_esta_roto(tmp_path: Path) -> None:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as comprimido:
        comprimido.writestr("otra.txt", "x")
    assert _codigo(_guardar(tmp_path, "a.docx", salida.getvalue())) == "PLO-L121"


def test_una_bomba_no_se_descomprime(tmp_path: Path) -> None:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        comprimido.writestr("word/document.xml", b"0" * (20 * 1024 * 1024))
    assert _codigo(_guardar(tmp_path, "a.docx", salida.getvalue())) == "PLO-L105"


def test_un_docx_en_el_tope_se_lee_y_uno_mas_grande_no(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    with zipfile.ZipFile(tmp_path / "a.docx") as comprimido:
        justo = sum(i.file_size for i in comprimido.infolist())
    monkeypatch.setattr(de_word, "MAXIMO_DESCOMPRIMIDO", justo)
    assert _codigo(tmp_path / "a.docx") == "PLO-L122"
    monkeypatch.setattr(de_word, "MAXIMO_DESCOMPRIMIDO", justo - 1)
    assert _codigo(tmp_path / "a.docx") == "PLO-L105"


def test_un_pdf_con_paginas_de_mas_no_se_lee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruta = _guardar(tmp_path, "a.pdf", pdf("uno", "dos"))
    monkeypatch.setattr(de_pdf, "MAXIMO_DE_PAGINAS", 2)
    assert len(_leido(ruta).trozos) == 2
    monkeypatch.setattr(de_pdf, "MAXIMO_DE_PAGINAS", 1)
    assert _codigo(ruta) == "PLO-L105"


def test_un_pdf_cifrado_dice_que_pide_contrasena(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cifrado:
        def __init__(self, datos: bytes) -> None:
            raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    ruta = _guardar(tmp_path, "a.pdf", pdf("uno"))
    monkeypatch.setattr(de_pdf.pypdfium2, "PdfDocument", Cifrado)
    leida = leer_documento(ruta)
    assert leida.valor is None and "contraseña" in leida.diagnosticos[0].mensaje


def test_lo_que_no_esta_o_no_es_archivo_se_dice(tmp_path: Path) -> None:
    assert _codigo(tmp_path / "nada.pdf") == "PLO-L101"
    (tmp_path / "carpeta.pdf").mkdir()
    assert _codigo(tmp_path / "carpeta.pdf") == "PLO-L103"


def test_un_archivo_que_pasa_del_tope_no_se_abre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruta = _guardar(tmp_path, "a.txt", b"1234")
    monkeypatch.setattr(leer, "MAXIMO_DE_BYTES", 4)
    assert _leido(ruta).trozos == ("1234",)
    monkeypatch.setattr(leer, "MAXIMO_DE_BYTES", 3)
    assert _codigo(ruta) == "PLO-L105"

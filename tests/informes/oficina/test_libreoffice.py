"""LibreOffice abre lo que se escribe: el libro vuelve con sus respuestas y los documentos se ven en PDF."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from plomada.cargadores.respuestas import leer_respuestas, por_identidad
from plomada.informes.oficina.libro import escribir_xlsx
from plomada.informes.oficina.oficio import escribir_docx
from plomada.informes.requerimientos.observaciones import numerar
from tests.informes.hechura import informe, surtido


def _convertir(carpeta: Path, destino: str, *archivos: Path) -> Path:
    programa = shutil.which("soffice")
    if programa is None and os.environ.get("CI") != "true":
        pytest.skip("no está LibreOffice (en CI es obligatorio)")
    assert programa is not None, "CI debe instalar libreoffice-calc y libreoffice-writer"
    sale = carpeta / "sale"
    orden = [programa, "--headless", "--norestore", f"-env:UserInstallation=file://{carpeta}/perfil"]
    orden += ["--convert-to", destino, "--outdir", str(sale), *map(str, archivos)]
    subprocess.run(orden, check=True, capture_output=True, timeout=120)
    return sale


def _texto(pdf: Path) -> str:
    documento: Any = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(p.get_textpage().get_text_range() for p in documento).split())
    finally:
        documento.close()


def test_lo_que_libreoffice_guarda_conserva_las_respuestas(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    hecho = informe(*surtido())
    identidades = [s.identidad for o in numerar(hecho) for s in o.sustentos]
    (tmp_path / "i.xlsx").write_bytes(escribir_xlsx(hecho))
    libro = load_workbook(tmp_path / "i.xlsx")
    hoja = libro["Hallazgos"]
    columna = [c.value for c in hoja[1]].index("Respuesta del municipio") + 1
    for fila, texto in enumerate(("Sí: artículo 14 🌊", "-5 ha", "dos\nrenglones"), start=2):
        hoja.cell(fila, columna).value = texto
    libro.save(tmp_path / "r.xlsx")
    sale = _convertir(tmp_path, "xlsx:Calc MS Excel 2007 XML", tmp_path / "r.xlsx")
    leidas = leer_respuestas((sale / "r.xlsx").read_bytes(), "r.xlsx")
    assert leidas.valor is not None, leidas.diagnosticos
    textos = (("Sí: artículo 14 🌊",), ("-5 ha",), ("dos\nrenglones",))
    assert por_identidad(leidas.valor, identidades) == dict(zip(identidades, textos, strict=False))


def test_el_libro_y_los_documentos_se_ven_en_pdf_con_su_contenido(tmp_path: Path) -> None:
    archivos = [tmp_path / "libro.xlsx"]
    archivos[0].write_bytes(escribir_xlsx(informe(*surtido())))
    esperado = {"libro": "Respuesta del municipio"}
    for perfil, frase in (
        ("juridico", "Lo que se sugiere requerir"),
        ("concertacion", "Acuerdo o desacuerdo"),
        ("radicacion", "Para que la radicación quede completa"),
    ):
        archivos.append(tmp_path / f"{perfil}.docx")
        archivos[-1].write_bytes(escribir_docx(informe(*surtido(), perfil=perfil)))
        esperado[perfil] = frase
    sale = _convertir(tmp_path, "pdf", *archivos)
    for nombre, frase in esperado.items():
        texto = _texto(sale / f"{nombre}.pdf")
        assert frase in texto and "mensaje de p P1" in texto, nombre
        assert "#" not in texto and "Err:" not in texto

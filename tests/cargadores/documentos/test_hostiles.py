"""Ningún archivo, por raro o malicioso que sea, da una traza, agota la memoria o se calla."""

import io
import os
import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from plomada.cargadores.documentos.leer import leer_documento
from plomada.diagnosticos.catalogo import codigo
from tests.evidencia.hechura import cerrar_pdf, pdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CABEZA = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>'
_PIE = "</w:body></w:document>"


def _docx(documento: str | bytes, *, comprimido: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Un DOCX de verdad al que se le cambia el texto del documento."""
    base, salida = io.BytesIO(), io.BytesIO()
    docx.Document().save(base)
    with zipfile.ZipFile(base) as viejo, zipfile.ZipFile(salida, "w", comprimido) as nuevo:
        for nombre in viejo.namelist():
            nuevo.writestr(nombre, documento if nombre == "word/document.xml" else viejo.read(nombre))
    return salida.getvalue()


def _parrafo(texto: str) -> str:
    return f"<w:p><w:r><w:t>{texto}</w:t></w:r></w:p>"


def _paginas(cuenta: int, *hijas: str) -> bytes:
    """Un PDF que declara unas páginas y trae otras."""
    return cerrar_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{' '.join(hijas)}] /Count {cuenta} >>".encode(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>",
        ]
    )


def _cifrado() -> bytes:
    """Un PDF que pide contraseña (RC4 de 40 bits, con claves que no son la vacía)."""
    datos = pdf("secreto")
    cifra = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>] " % (
        (b"ab" * 32), (b"cd" * 32), b"00" * 16, b"00" * 16,
    )  # fmt: skip
    return datos.replace(b"trailer << ", b"trailer << " + cifra)


def _bomba() -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        comprimido.writestr("word/document.xml", b" " * (60 * 1024 * 1024))
    return salida.getvalue()


_ENTIDADES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
_RISAS = (
    f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "jaja">{_ENTIDADES}]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p>{_PIE}'
)
_EXTERNA = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>antes &x; después</w:t></w:r></w:p>{_PIE}'
)
_ANIDADO = _CABEZA + "<w:tbl><w:tr><w:tc>" * 80 + _parrafo("hondo") + "</w:tc></w:tr></w:tbl>" * 80 + _PIE
_HONDISIMO = _CABEZA + "<w:sdt>" * 5000 + "</w:sdt>" * 5000 + _PIE

_DE_PDF = {"PLO-L105", "PLO-L121", "PLO-L122"}

MALOS: dict[str, tuple[str, Callable[[], bytes], set[str]]] = {
    "pdf vacío": ("a.pdf", lambda: b"", {"PLO-L121"}),
    "pdf con solo la cabecera": ("a.pdf", lambda: b"%PDF-1.7\n", {"PLO-L121"}),
    "pdf cortado a la mitad": ("a.pdf", lambda: pdf("x" * 900)[:300], {"PLO-L121"}),
    "pdf cifrado": ("a.pdf", _cifrado, {"PLO-L121"}),
    "pdf sin texto": ("a.pdf", lambda: pdf("", "", ""), {"PLO-L122"}),
    "pdf que declara diez mil páginas": ("a.pdf", lambda: _paginas(9999, "3 0 R"), _DE_PDF),
    "pdf cuyas páginas no existen": ("a.pdf", lambda: _paginas(3, "8 0 R", "9 0 R"), _DE_PDF),
    "pdf que es su propia página": ("a.pdf", lambda: _paginas(4, "2 0 R"), {"PLO-L121", "PLO-L122"}),
    "pdf con páginas negativas": ("a.pdf", lambda: _paginas(-5), {"PLO-L121", "PLO-L122"}),
    "html con nombre de pdf": ("a.pdf", lambda: b"<html>hola</html>", {"PLO-L121"}),
    "basura con nombre de pdf": ("a.pdf", lambda: b"%PDF-1.4\n" + bytes(range(256)) * 40, {"PLO-L121"}),
    "docx vacío": ("a.docx", lambda: b"", {"PLO-L121"}),
    "docx cortado": ("a.docx", lambda: _docx(_CABEZA + _PIE)[:-60], {"PLO-L121"}),
    "docx cifrado": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64, {"PLO-L121"}),
    "docx bomba": ("a.docx", _bomba, {"PLO-L105"}),
    "docx con xml roto": ("a.docx", lambda: _docx(_CABEZA + "<w:p>"), {"PLO-L121"}),
    "docx de mil millones de risas": ("a.docx", lambda: _docx(_RISAS), {"PLO-L121", "PLO-L122"}),
    "docx con niveles sin fin": ("a.docx", lambda: _docx(_HONDISIMO), {"PLO-L121"}),
    "docx sin párrafos": ("a.docx", lambda: _docx(_CABEZA + _PIE), {"PLO-L122"}),
    "docx con otro documento adentro": ("a.docx", lambda: _docx(b"\x00\x01\x02"), {"PLO-L121"}),
    "pdf con nombre de docx": ("a.docx", lambda: pdf("hola"), {"PLO-L121"}),
    "texto con bytes nulos": ("a.txt", lambda: b"a\x00b", {"PLO-L121"}),
}  # fmt: skip

_DE_DERECHA = "suelo \u202eonabru"
_EL_TEXTO = lambda: pdf("el texto")  # noqa: E731

BUENOS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nombre con tildes y espacios": ("Documento técnico (versión ñ).pdf", _EL_TEXTO, "el texto"),
    "extensión en mayúscula": ("DTS.PDF", lambda: pdf("el texto"), "el texto"),
    "celda de mil millones de columnas": (
        "a.docx",
        lambda: _docx(
            f'{_CABEZA}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
            f"{_parrafo('celda ancha')}</w:tc></w:tr></w:tbl>{_PIE}"
        ),
        "celda ancha",
    ),
    "tablas dentro de tablas": ("a.docx", lambda: _docx(_ANIDADO), "hondo"),
    "texto bidireccional": ("a.docx", lambda: _docx(f"{_CABEZA}{_parrafo(_DE_DERECHA)}{_PIE}"), "suelo"),
    "control de contenido": (
        "a.docx",
        lambda: _docx(
            f"{_CABEZA}<w:sdt><w:sdtContent>{_parrafo('en el control')}</w:sdtContent></w:sdt>{_PIE}"
        ),
        "en el control",
    ),
    "texto insertado con control de cambios": (
        "a.docx",
        lambda: _docx(f"{_CABEZA}<w:p><w:ins><w:r><w:t>lo insertado</w:t></w:r></w:ins></w:p>{_PIE}"),
        "lo insertado",
    ),
    "basura antes de la cabecera del pdf": ("a.pdf", lambda: b"\n\n" + pdf("el texto"), "el texto"),
    "un pdf con datos después del final": ("a.pdf", lambda: pdf("el texto") + b"\n" * 500, "el texto"),
    "texto en utf-16 sin ceros": ("a.txt", lambda: "artículo".encode("cp1252"), "artículo"),
}  # fmt: skip


def test_hay_al_menos_treinta_archivos_raros() -> None:
    assert len(MALOS) + len(BUENOS) >= 30


@pytest.mark.parametrize("caso", MALOS)
def test_un_archivo_malo_se_dice_con_un_codigo_y_una_ayuda(tmp_path: Path, caso: str) -> None:
    nombre, hacer, esperados = MALOS[caso]
    (tmp_path / nombre).write_bytes(hacer())
    antes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    empezo = time.monotonic()
    leida = leer_documento(tmp_path / nombre, tmp_path / "cache")
    assert time.monotonic() - empezo < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - antes < 300 * 1024
    assert leida.valor is None
    errores = [d for d in leida.diagnosticos if d.es_error]
    assert {d.codigo for d in errores} <= esperados and errores
    assert all(d.ayuda and codigo(d.codigo) for d in leida.diagnosticos)
    if {d.codigo for d in errores} != {"PLO-L122"}:
        assert not (tmp_path / "cache").exists(), "lo que no se pudo leer no se recuerda"


@pytest.mark.parametrize("caso", BUENOS)
def test_un_archivo_raro_pero_legible_se_lee(tmp_path: Path, caso: str) -> None:
    nombre, hacer, esperado = BUENOS[caso]
    (tmp_path / nombre).write_bytes(hacer())
    leida = leer_documento(tmp_path / nombre)
    assert leida.valor is not None, leida.diagnosticos
    assert any(esperado in t for t in leida.valor.trozos)


def test_un_pdf_cifrado_de_verdad_dice_que_pide_contrasena(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_cifrado())
    assert "contraseña" in leer_documento(tmp_path / "a.pdf").diagnosticos[0].mensaje


def test_una_entidad_externa_no_lee_archivos_de_la_maquina(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_docx(_EXTERNA))
    leida = leer_documento(tmp_path / "a.docx")
    texto = leida.valor.texto if leida.valor else ""
    assert "root:" not in texto


def test_lo_borrado_con_control_de_cambios_no_es_texto_y_el_respaldo_no_se_repite(tmp_path: Path) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    cuadro = f"<w:txbxContent>{_parrafo('en el cuadro')}</w:txbxContent>"
    cuerpo = (
        "<w:p><w:del><w:r><w:delText>borrado</w:delText></w:r></w:del><w:r><w:t>queda</w:t></w:r></w:p>"
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{cuadro}</mc:Choice>'
        f"<mc:Fallback>{cuadro}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    (tmp_path / "a.docx").write_bytes(_docx(_CABEZA + cuerpo + _PIE))
    documento = leer_documento(tmp_path / "a.docx").valor
    assert documento is not None and documento.trozos == ("queda", "", "en el cuadro")


def test_las_paginas_escaneadas_se_cuentan_y_se_nombran(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("uno", "", "", "cuatro", ""))
    leida = leer_documento(tmp_path / "a.pdf")
    assert leida.valor is not None and leida.valor.vacias == (2, 3, 5)
    (aviso,) = leida.diagnosticos
    assert (aviso.codigo, aviso.gravedad) == ("PLO-L151", "advertencia")
    assert "3 de 5 páginas" in aviso.mensaje and aviso.mensaje.endswith("2-3, 5")


def test_una_pagina_danada_no_impide_leer_las_demas(tmp_path: Path) -> None:
    danado = pdf("primera", "segunda", "tercera").replace(
        b"7 0 obj\n<< /Type /Page ", b"7 0 obj\n<< /Type /Otra "
    )
    (tmp_path / "a.pdf").write_bytes(danado)
    leida = leer_documento(tmp_path / "a.pdf")
    assert leida.valor is not None and "primera" in leida.valor.texto and "tercera" in leida.valor.texto
    assert len(leida.valor.trozos) == 3


def test_una_palabra_cortada_en_un_pdf_se_puede_unir(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("la zonifi-\ncación del suelo"))
    documento = leer_documento(tmp_path / "a.pdf").valor
    assert documento is not None
    assert "zonificación" in documento.texto.replace("-\n", "")


# -- caché y progreso ------------------------------------------------------------------------------


def _guardados(cache: Path) -> list[Path]:
    return sorted((cache / "textos").glob("*.json"))


def test_lo_leido_se_recuerda_por_su_contenido_y_no_por_su_nombre(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    for nombre in ("a.pdf", "b.pdf"):
        (tmp_path / nombre).write_bytes(pdf("el texto", ""))
    primera = leer_documento(tmp_path / "a.pdf", cache)
    assert len(_guardados(cache)) == 1
    monkeypatch.setattr("plomada.cargadores.documentos.pdf.leer_pdf", None)
    segunda = leer_documento(tmp_path / "b.pdf", cache)
    assert primera.valor and segunda.valor and segunda.valor.archivo == "b.pdf"
    assert segunda.valor.trozos == primera.valor.trozos
    assert (
        [d.codigo for d in segunda.diagnosticos] == [d.codigo for d in primera.diagnosticos] == ["PLO-L151"]
    )


@pytest.mark.parametrize("dano", ["vacio", "otro", "cambiado", "hondo", "lista"])
def test_una_cache_corrupta_se_ignora_y_se_rehace(tmp_path: Path, dano: str) -> None:
    cache, archivo = tmp_path / "cache", tmp_path / "a.pdf"
    archivo.write_bytes(pdf("el texto"))
    bien = leer_documento(archivo, cache)
    (guardado,) = _guardados(cache)
    danos = {
        "vacio": "", "otro": '{"a": 1}', "hondo": "[" * 100_000, "lista": "[]",
        "cambiado": guardado.read_text("utf-8").replace("el texto", "la mentira"),
    }  # fmt: skip
    guardado.write_text(danos[dano], "utf-8")
    assert leer_documento(archivo, cache) == bien
    assert "el texto" in _guardados(cache)[0].read_text("utf-8")


def test_sin_permiso_para_la_cache_se_lee_igual(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("el texto"))
    (tmp_path / "cache").write_text("no es una carpeta", "utf-8")
    assert leer_documento(tmp_path / "a.pdf", tmp_path / "cache").valor is not None


def test_la_cache_no_crece_sin_medida(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plomada.cargadores.documentos.cache.MAXIMO_DE_TEXTOS", 2)
    for n in range(4):
        archivo = tmp_path / f"{n}.pdf"
        archivo.write_bytes(pdf(f"texto {n}"))
        leer_documento(archivo, tmp_path / "cache")
    assert len(_guardados(tmp_path / "cache")) == 2


def test_el_progreso_va_pagina_por_pagina_y_se_puede_interrumpir(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("uno", "dos", "tres"))
    pasos: list[tuple[int, int]] = []
    leer_documento(tmp_path / "a.pdf", None, lambda n, de: pasos.append((n, de)))
    assert pasos == [(1, 3), (2, 3), (3, 3)]

    def interrumpir(n: int, de: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        leer_documento(tmp_path / "a.pdf", tmp_path / "cache", interrumpir)
    assert not os.path.exists(tmp_path / "cache"), "lo que quedó a medias no se guarda"

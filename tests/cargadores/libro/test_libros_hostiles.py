"""Libros rotos, tramposos o desmedidos: un diagnóstico con su lugar, sin trazas y sin llenar la memoria."""

import io
import resource
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plomada.cargadores.libro import crudo as lectura
from plomada.cargadores.plan import cargar_plan
from tests.cargadores.libro.apoyo import PLAN, arbol, crudo, leer, libro, problemas

_BUENO = libro({"Plan": PLAN})


def _con_parte(nombre: str, datos: bytes = b"x") -> bytes:
    salida = io.BytesIO(_BUENO)
    with zipfile.ZipFile(salida, "a") as comprimido:
        comprimido.writestr(nombre, datos)
    return salida.getvalue()


def _bomba() -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        comprimido.writestr("xl/worksheets/sheet1.xml", b"0" * (64 * 1024 * 1024))
    return salida.getvalue()


def _tamano_mentido() -> bytes:
    """El directorio dice que la hoja mide un byte y trae muchos más."""
    datos = bytearray(crudo("<sheetData>" + " " * 5000 + "</sheetData>"))
    inicio = datos.rindex(b"PK\x01\x02")
    datos[inicio + 24 : inicio + 28] = struct.pack("<I", 1)
    return bytes(datos)


def _cifrado() -> bytes:
    datos = bytearray(_BUENO)
    for marca, lugar in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        fin = 0
        while (fin := datos.find(marca, fin)) >= 0:
            datos[fin + lugar] |= 1
            fin += 4
    return bytes(datos)


_DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
_EXTERNA = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_FILA_1 = '<row r="1"><c r="A1" t="inlineStr"><is><t>dato</t></is></c></row>'
ILEGIBLES = {
    "vacio": b"",
    "texto": b"hola",
    "zip cortado": _BUENO[:200],
    "zip sin directorio": _BUENO[:-30],
    "zip vacío": b"PK\x05\x06" + b"\0" * 18,
    "libro de Excel 97": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cifrado": _cifrado(),
    "otro zip": crudo(**{"_rels__.rels": "<x/>"}),
    "xml roto": crudo("<sheetData><row>"),
    "hoja que no está": crudo(xl___rels__workbook="<x/>", **{"xl___rels__workbook.xml.rels": "<x/>"}),
    "entidades": crudo(**{"xl__workbook.xml": f"{_DTD}<workbook>&b;</workbook>"}),
    "entidad externa": crudo(**{"xl__worksheets__sheet1.xml": f"{_EXTERNA}<worksheet>&a;</worksheet>"}),
    "cadena compartida que no está": crudo('<sheetData><row><c t="s"><v>9</v></c></row></sheetData>'),
    "fila que no es número": crudo('<sheetData><row r="x"><c><v>1</v></c></row></sheetData>'),
    "tamaño mentido": _tamano_mentido(),
    "parte repetida": _con_parte("XL/workbook.xml"),
}


@pytest.mark.parametrize("nombre", ILEGIBLES)
def test_lo_que_no_es_un_libro_se_dice(nombre: str) -> None:
    (d,) = leer(ILEGIBLES[nombre]).diagnosticos
    assert d.codigo == "PLO-L130" and d.es_error and d.ayuda


def _millones_de_filas() -> bytes:
    return crudo(f'<dimension ref="A1:XFD2000000"/><sheetData>{_FILA_1}'
                 '<row r="2000000"><c r="A2000000"><v>1</v></c></row></sheetData>')  # fmt: skip


def _muchas_celdas() -> bytes:
    fila = "".join("<c><v>1</v></c>" for _ in range(900))
    return crudo(f"<sheetData>{_FILA_1}{f'<row>{fila}</row>' * 460}</sheetData>")


DESMEDIDOS = {
    "bomba": _bomba(),
    "bomba dentro de un libro": _con_parte("xl/media/a.bin", b"\0" * (32 * 1024 * 1024)),
    "dos millones de filas": _millones_de_filas(),
    "columnas sin fin": crudo('<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>'),
    "demasiadas celdas": _muchas_celdas(),
    "miles de partes": b"",
    "más bytes que el tope": b"PK" + b"\0" * lectura.MAXIMO_DE_BYTES,
}


@pytest.mark.parametrize("nombre", DESMEDIDOS)
def test_lo_desmedido_se_rechaza_sin_cargarlo(nombre: str) -> None:
    datos = DESMEDIDOS[nombre] or _de_muchas_partes()
    antes, inicio = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    (d,) = leer(datos).diagnosticos
    assert d.codigo == "PLO-L131"
    crecio = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - antes
    assert crecio < 200_000, "memoria sin tope (KB)"
    assert time.perf_counter() - inicio < 10


def _de_muchas_partes() -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as comprimido:
        for i in range(5_001):
            comprimido.writestr(f"p{i}", b"")
    return salida.getvalue()


def test_millones_de_elementos_ajenos_no_se_guardan_en_memoria() -> None:
    datos = crudo("<extra>" + "<x/>" * 300_000 + f"</extra><sheetData>{_FILA_1}</sheetData>")
    antes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    leido = arbol(datos)
    assert [d.codigo for d in leido.diagnosticos] in (["PLO-L131"], ["PLO-L108"])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - antes < 60_000


def test_dos_millones_de_filas_declaradas_pero_vacias_se_leen() -> None:
    """LibreOffice a veces declara filas con formato hasta el final: sin datos no estorban."""
    filas = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{a}</t></is></c>'
        f'<c r="B{n}" t="inlineStr"><is><t>{b}</t></is></c></row>'
        for n, (a, b) in enumerate(PLAN, start=1)
    )
    vacias = '<row r="1048576" s="1"><c r="A1048576" s="0"/></row>'
    leido = leer(crudo(f'<dimension ref="A1:AMJ1048576"/><sheetData>{filas}{vacias}</sheetData>'))
    assert leido.valor is not None and leido.diagnosticos == ()


@pytest.mark.parametrize(
    ("parte", "codigo"),
    [
        ("xl/vbaProject.bin", "PLO-L132"),
        ("xl/VBAPROJECT.BIN", "PLO-L132"),
        ("xl/macrosheets/sheet1.xml", "PLO-L132"),
        ("xl/externalLinks/externalLink1.xml", "PLO-L133"),
    ],
)
def test_macros_y_enlaces_externos_se_rechazan(parte: str, codigo: str) -> None:
    assert [d.codigo for d in leer(_con_parte(parte)).diagnosticos] == [codigo]


def test_macros_y_enlaces_se_dicen_a_la_vez() -> None:
    datos = io.BytesIO(_con_parte("xl/vbaProject.bin"))
    with zipfile.ZipFile(datos, "a") as comprimido:
        comprimido.writestr("xl/externalLinks/externalLink1.xml", b"x")
    assert [d.codigo for d in leer(datos.getvalue()).diagnosticos] == ["PLO-L132", "PLO-L133"]


@pytest.mark.parametrize("nombre", ["plan.xlsm", "plan.xls", "plan.ods", "plan.csv", "PLAN.XLSM"])
def test_otro_formato_se_dice_sin_abrirlo(nombre: str, tmp_path: Path) -> None:
    (tmp_path / nombre).write_bytes(_BUENO)
    (d,) = cargar_plan(tmp_path / nombre).diagnosticos
    assert d.codigo == "PLO-L130" and nombre in d.mensaje


def test_un_libro_con_nombre_de_yaml_se_dice(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(_BUENO)
    assert {d.codigo for d in cargar_plan(tmp_path).diagnosticos} <= {"PLO-L106", "PLO-L107"}
    assert cargar_plan(tmp_path).valor is None


def test_nombres_y_textos_que_atacan_se_citan_como_texto() -> None:
    hojas = {
        "Plan": PLAN,
        "<script>alert(1)": (("=CMD()|'x'!A0",), ("y",)),
        "Proyectos": (("id", "<img src=x onerror=1>"), ("P1", "z")),
    }
    datos = libro(hojas)
    assert {c for c, _ in problemas(datos)} == {"PLO-L136", "PLO-L137"}
    assert all("\n" not in d.mensaje and len(d.mensaje) < 300 for d in leer(datos).diagnosticos)


def test_una_celda_enorme_se_recorta_en_el_mensaje() -> None:
    filas = (("dato", "valor"), ("urbano.area", "9" * 10_000))
    (d,) = leer(libro({"Plan": PLAN, "Suelo": filas})).diagnosticos
    assert d.codigo == "PLO-D104" and len(d.mensaje) < 300


def test_un_caracter_de_control_en_una_celda_se_dice_con_su_lugar() -> None:
    celdas = '<row r="1"><c r="A1" t="inlineStr"><is><t>da_x0007_to</t></is></c></row>'
    celdas += '<row r="2"><c r="A2" t="inlineStr"><is><t>cla_x0007_se</t></is></c></row>'
    celdas = celdas.replace("da_x0007_to", "dato")
    celdas = celdas.replace("</row>", '<c r="B1" t="inlineStr"><is><t>valor</t></is></c></row>', 1)
    assert ("PLO-L107", "Plan!A2") in problemas(crudo(f"<sheetData>{celdas}</sheetData>"))


def test_mil_filas_malas_no_son_mil_comparaciones() -> None:
    inicio = time.perf_counter()
    filas = (("dato", "valor"), *((f"datoo{i}", "x") for i in range(5_000)))
    leido = leer(libro({"Plan": PLAN, "Suelo": filas}))
    assert leido.valor is None and len(leido.diagnosticos) <= 1_001
    assert any("problemas más en este archivo" in d.mensaje for d in leido.diagnosticos)
    assert time.perf_counter() - inicio < 10


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(_BUENO) - 1), st.binary(min_size=1, max_size=8))
def test_un_libro_con_bytes_cambiados_no_lanza(lugar: int, basura: bytes) -> None:
    leido = leer(_BUENO[:lugar] + basura + _BUENO[lugar + len(basura) :])
    assert leido.valor is not None or leido.diagnosticos


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["s", "n", "b", "e", "d", "str", "inlineStr", "?"]), st.text(max_size=8)),
        max_size=6,
    )
)
def test_celdas_de_cualquier_tipo_no_lanzan(celdas: list[tuple[str, str]]) -> None:
    limpias = [(t, "".join(c for c in v if c.isalnum() or c in ".-:")) for t, v in celdas]
    fila = "".join(f'<c t="{t}"><v>{v}</v></c>' for t, v in limpias)
    leido = leer(crudo(f"<sheetData>{_FILA_1}<row>{fila}</row></sheetData>"))
    assert leido.valor is None and leido.diagnosticos

"""Las respuestas del municipio vuelven con su hallazgo, aunque el libro regrese revuelto."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from plomada.cargadores.respuestas import (
    IDENTIDAD,
    RESPUESTA,
    Respuesta,
    avisar_de_varias,
    cargar_respuestas,
    huella_de_identidad,
    leer_respuestas,
    por_identidad,
)
from plomada.diagnosticos.tramo import Tramo
from plomada.informes.oficina.libro import escribir_xlsx
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.rondas.comparar import EnRonda, comparar
from plomada.informes.rondas.presentar import a_consola, a_tabla
from plomada.informes.rondas.respuestas import con_respuestas
from plomada.informes.rondas.vistas import vista_de
from tests.informes.al_azar import presupuesto
from tests.informes.hechura import hallazgo, informe, resultado, surtido

INFORME = informe(*surtido())
LIBRO = escribir_xlsx(INFORME)
IDENTIDADES = [s.identidad for o in numerar(INFORME) for s in o.sustentos]
RESPONDIDA = "Está en el artículo 14."


def _con(cambiar: Callable[[Any], None]) -> bytes:
    libro = load_workbook(io.BytesIO(LIBRO))
    cambiar(libro["Hallazgos"])
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


def _columna(hoja: Any, titulo: str) -> int:
    return [c.value for c in hoja[1]].index(titulo) + 1


def _responder(hoja: Any, fila: int = 2, texto: object = RESPONDIDA) -> None:
    hoja.cell(fila, _columna(hoja, RESPUESTA)).value = texto


def _leer(datos: bytes) -> dict[tuple[str, str, str], str]:
    leidas = leer_respuestas(datos, "r.xlsx")
    assert leidas.valor is not None, leidas.diagnosticos
    hechas = por_identidad(leidas.valor, IDENTIDADES)
    assert all(len(textos) == 1 for textos in hechas.values())
    assert avisar_de_varias(leidas.valor, IDENTIDADES) == ()
    return {identidad: textos[0] for identidad, textos in hechas.items()}


# -- ida y vuelta ----------------------------------------------------------------------------------


def test_el_libro_recien_escrito_no_trae_respuestas() -> None:
    assert leer_respuestas(LIBRO, "r.xlsx").valor == ()


@given(
    st.dictionaries(
        st.integers(0, len(IDENTIDADES) - 1),
        st.text(st.characters(categories=("L", "N", "P", "Zs", "So")), min_size=1).filter(str.strip),
    )
)
@presupuesto(10)
def test_lo_respondido_vuelve_con_su_hallazgo(respuestas: dict[int, str]) -> None:
    def llenar(hoja: Any) -> None:
        for posicion, texto in respuestas.items():
            hoja.cell(posicion + 2, _columna(hoja, RESPUESTA)).value = texto
            hoja.cell(posicion + 2, _columna(hoja, RESPUESTA)).data_type = "s"

    assert _leer(_con(llenar)) == {IDENTIDADES[i]: t.strip() for i, t in respuestas.items()}


@pytest.mark.parametrize("semilla", range(3))
def test_las_columnas_y_las_filas_pueden_venir_en_otro_orden_y_con_otro_titulo(semilla: int) -> None:
    def revolver(hoja: Any) -> None:
        _responder(hoja, 5)
        azar = random.Random(semilla)
        filas = [[c.value for c in fila] for fila in hoja.iter_rows()]
        titulos, *resto = filas
        azar.shuffle(resto)
        orden = list(range(len(titulos)))
        azar.shuffle(orden)
        nuevas = [titulos, *[f for f in resto if f[-1] != huella_de_identidad(IDENTIDADES[0])]]
        hoja.delete_rows(1, len(filas))
        hoja.append(["", ""])
        for fila in nuevas:
            hoja.append([fila[i] for i in orden])
        for celda in hoja[2]:
            celda.value = {RESPUESTA: "  RESPUESTA del Município:", IDENTIDAD: "identidad"}.get(
                celda.value, celda.value
            )
        hoja.title = "Devuelto por planeación"

    assert _leer(_con(revolver)) == {IDENTIDADES[3]: RESPONDIDA}


@pytest.mark.parametrize("escrito", [5, 2.5, True])
def test_un_numero_o_un_si_tambien_son_respuesta(escrito: object) -> None:
    (texto,) = _leer(_con(lambda h: _responder(h, texto=escrito))).values()
    assert texto == {"5": "5", "2.5": "2.5", "True": "si"}[str(escrito)]


def test_la_identidad_manda_sobre_celdas_retocadas_y_sin_ella_mandan_las_celdas() -> None:
    def retocar(hoja: Any) -> None:
        _responder(hoja, 2)
        hoja.cell(2, _columna(hoja, "Elemento")).value = "otra cosa"
        _responder(hoja, 3, "la segunda")
        hoja.cell(3, _columna(hoja, IDENTIDAD)).value = None

    assert _leer(_con(retocar)) == {IDENTIDADES[0]: RESPONDIDA, IDENTIDADES[1]: "la segunda"}


def test_el_plan_entero_vuelve_a_ser_un_elemento_vacio() -> None:
    propio = informe(resultado("a", hallazgos=(hallazgo("a", ""),)))
    libro = load_workbook(io.BytesIO(escribir_xlsx(propio)))
    _responder(libro["Hallazgos"])
    salida = io.BytesIO()
    libro.save(salida)
    leidas = leer_respuestas(salida.getvalue(), "r.xlsx").valor
    assert leidas is not None and leidas[0].identidad == ("a", "", "incumple")


def test_dos_respuestas_distintas_al_mismo_hallazgo_van_juntas_y_las_iguales_una_vez() -> None:
    identidad = IDENTIDADES[0]
    huella = huella_de_identidad(identidad)
    dadas = [Respuesta(huella, identidad, t, Tramo(f"r{n}")) for n, t in enumerate(("a", "b", "a"))]
    assert por_identidad(dadas, IDENTIDADES) == {identidad: ("a", "b")}
    (d,) = avisar_de_varias(dadas, IDENTIDADES)
    assert (d.codigo, d.gravedad, str(d.tramo), str(d.secundario)) == (
        "PLO-L176",
        "advertencia",
        str(Tramo("r1")),
        str(Tramo("r0")),
    )
    assert avisar_de_varias([dadas[0], dadas[2]], IDENTIDADES) == ()


# -- lo que se rechaza -----------------------------------------------------------------------------


@pytest.mark.parametrize("titulo", [RESPUESTA, IDENTIDAD])
def test_una_formula_se_rechaza_con_libro_hoja_y_celda(titulo: str) -> None:
    def poner(hoja: Any) -> None:
        _responder(hoja)
        hoja.cell(2, _columna(hoja, titulo)).value = '=CONCATENATE("a";"b")'

    (d,) = leer_respuestas(_con(poner), "r.xlsx").diagnosticos
    columna = load_workbook(io.BytesIO(LIBRO))["Hallazgos"].cell(2, 1).offset(0, 0).parent
    letra = columna.cell(1, _columna(columna, titulo)).column_letter
    assert (d.codigo, str(d.tramo)) == ("PLO-L170", f"r.xlsx!Hallazgos!{letra}2")


@pytest.mark.parametrize(
    ("valores", "codigo"),
    [
        ({IDENTIDAD: None, "Regla": None}, "PLO-L173"),
        ({IDENTIDAD: "H-xyz"}, "PLO-L174"),
    ],
)
def test_una_respuesta_que_no_dice_de_que_hallazgo_es_se_rechaza(
    valores: dict[str, Any], codigo: str
) -> None:
    def poner(hoja: Any) -> None:
        _responder(hoja)
        for titulo, valor in valores.items():
            hoja.cell(2, _columna(hoja, titulo)).value = valor

    leidas = leer_respuestas(_con(poner), "r.xlsx")
    assert leidas.valor is None and [d.codigo for d in leidas.diagnosticos] == [codigo]
    assert "!Hallazgos!" in str(leidas.diagnosticos[0].tramo)


def test_sin_la_columna_de_respuestas_se_dice_que_trae_el_libro() -> None:
    (d,) = leer_respuestas(_con(lambda h: h.delete_cols(_columna(h, RESPUESTA))), "r.xlsx").diagnosticos
    assert d.codigo == "PLO-L171" and "«Hallazgos»" in d.nota


def test_una_columna_repetida_se_rechaza() -> None:
    def repetir(hoja: Any) -> None:
        hoja.cell(1, _columna(hoja, "Tema")).value = RESPUESTA

    assert [d.codigo for d in leer_respuestas(_con(repetir), "r.xlsx").diagnosticos] == ["PLO-L172"]


def test_lo_escrito_en_una_columna_sin_titulo_se_avisa_y_lo_demas_se_lee() -> None:
    def agregar(hoja: Any) -> None:
        _responder(hoja)
        hoja.cell(3, hoja.max_column + 1).value = "esto también"

    leidas = leer_respuestas(_con(agregar), "r.xlsx")
    assert leidas.valor is not None and len(leidas.valor) == 1
    assert [(d.codigo, d.gravedad) for d in leidas.diagnosticos] == [("PLO-L175", "advertencia")]


def test_un_libro_con_macros_o_que_no_lo_es_se_rechaza(tmp_path: Path) -> None:
    con_macros = io.BytesIO(LIBRO)
    with zipfile.ZipFile(con_macros, "a") as partes:
        partes.writestr("xl/vbaProject.bin", b"x")
    for datos, codigo in ((con_macros.getvalue(), "PLO-L132"), (b"no", "PLO-L130")):
        (tmp_path / "r.xlsx").write_bytes(datos)
        leidas = cargar_respuestas(tmp_path / "r.xlsx")
        assert leidas.valor is None and [d.codigo for d in leidas.diagnosticos] == [codigo]
    assert cargar_respuestas(tmp_path / "no.xlsx").diagnosticos[0].codigo == "PLO-L101"


# -- en la ronda siguiente -------------------------------------------------------------------------


def test_la_respuesta_acompana_al_hallazgo_y_la_que_sobra_sale_aparte_en_todo_formato() -> None:
    rondas = [EnRonda(n, vista_de(INFORME)) for n in ("1", "2")]
    suelta = ("regla-que-ya-no-esta", "p P9", "incumple")
    hecha = con_respuestas(comparar(rondas), {IDENTIDADES[1]: (RESPONDIDA,), suelta: ("se retiró",)})
    tabla = a_tabla(hecha)
    assert all(len(f) == len(tabla.columnas) for f in tabla.filas)
    assert [f[-1] for f in tabla.filas if f[-1]] == [RESPONDIDA, "se retiró"]
    assert tabla.filas[-1][2] == "respuesta sin hallazgo"
    consola = " ".join(r.texto for r in a_consola(hecha, 200))
    assert "1 junto a su hallazgo y 1 sin hallazgo" in consola and "se retiró" in consola

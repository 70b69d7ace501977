"""Cómo se ve un diagnóstico: la línea, las marcas y la ayuda, sin descuadres."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.presentacion import ANCHO_MAXIMO, a_json, a_texto
from plomada.diagnosticos.tramo import Tramo


def _en(linea: int, desde: int, hasta: int, archivo: str = "a.regla") -> Tramo:
    return Tramo(archivo, linea, desde, linea, hasta)


def _ancho(texto: str) -> int:
    anchos = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.combining(c) else anchos.get(unicodedata.east_asian_width(c), 1) for c in texto
    )


def test_un_diagnostico_completo_se_ve_como_en_la_guia() -> None:
    d = Diagnostico(
        "PLO-T104", "no se puede comparar un área con un porcentaje", _en(6, 9, 28),
        "divida entre `predio.area`",
        _en(12, 1, 7, "indice.yaml"), "de aquí viene el porcentaje",
    )  # fmt: skip
    lineas = {
        "a.regla": [""] * 5 + ["  exige predio.area_ocupada <= parámetro indice"],
        "indice.yaml": [""] * 11 + ['unidad: "%"'],
    }
    assert a_texto(d, lineas) == (
        "error[PLO-T104]: no se puede comparar un área con un porcentaje\n"
        "   --> a.regla:6:9\n"
        "  6 |   exige predio.area_ocupada <= parámetro indice\n"
        "    |         ^^^^^^^^^^^^^^^^^^^\n"
        "   --> indice.yaml:12:1\n"
        ' 12 | unidad: "%"\n'
        "    | ------ de aquí viene el porcentaje\n"
        "    = ayuda: divida entre `predio.area`\n"
        "    = más: plomada explicar PLO-T104"
    )


def test_sin_lugar_ni_archivo_se_dice_lo_que_se_sabe() -> None:
    solo = Diagnostico("PLO-D001", "falta algo", gravedad="advertencia", nota="una nota")
    assert a_texto(solo, {}) == (
        "advertencia[PLO-D001]: falta algo\n  = nota: una nota\n  = más: plomada explicar PLO-D001"
    )
    lejos = Diagnostico("PLO-D001", "falta algo", _en(9, 1, 2))
    assert a_texto(lejos, {"a.regla": ["una"]}) == (
        "error[PLO-D001]: falta algo\n  --> a.regla:9:1\n   = más: plomada explicar PLO-D001"
    )


def test_de_una_linea_larguisima_se_muestra_lo_que_rodea_a_la_marca() -> None:
    linea = "x" * 5_000 + "AQUI" + "y" * 5_000
    _, _, codigo, marca, *_ = a_texto(
        Diagnostico("PLO-D001", "m", _en(1, 5_001, 5_005)), {"a.regla": [linea]}
    ).split("\n")
    assert len(codigo) <= ANCHO_MAXIMO + 10
    assert codigo.startswith(" 1 | …x") and codigo.endswith("y…")
    assert codigo[marca.index("^") : marca.rindex("^") + 1] == "AQUI"


def test_los_tabuladores_y_los_caracteres_anchos_no_corren_la_marca() -> None:
    linea = "\t漢字\tañ́o AQUI"
    desde = linea.index("AQUI") + 1
    _, _, codigo, marca, *_ = a_texto(
        Diagnostico("PLO-D001", "m", _en(1, desde, desde + 4)), {"a.regla": [linea]}
    ).split("\n")
    assert _ancho(codigo[: codigo.index("AQUI")]) == marca.index("^")
    assert marca.count("^") == 4
    assert "\t" not in codigo


def test_las_ordenes_para_la_consola_que_traiga_el_texto_no_llegan_a_ella() -> None:
    d = Diagnostico("PLO-D001", "se leyó `\x1b[31m`\nerror[X]: falso", _en(1, 1, 2), "ayuda\r\x07")
    texto = a_texto(d, {"a.regla": ["\x1b[2J\u202eal revés"]})
    assert not any(c in texto for c in "\x1b\r\x07\u202e")
    assert sum(x.startswith("error[") for x in texto.split("\n")) == 1


def test_un_lugar_de_varias_lineas_marca_hasta_el_final_de_la_primera() -> None:
    d = Diagnostico("PLO-D001", "m", Tramo("a.regla", 1, 3, 4, 2))
    assert a_texto(d, {"a.regla": ["abcdef", "g"]}).split("\n")[3] == "   |   ^^^^"


def test_los_datos_llevan_siempre_las_mismas_claves() -> None:
    claves = {"codigo", "gravedad", "mensaje", "lugar", "segundo_lugar", "nota", "ayuda"}
    completo = a_json(Diagnostico("PLO-D001", "m", _en(1, 2, 3), "a", _en(4, 5, 6), "n"))
    vacio = a_json(Diagnostico("PLO-D001", "m"))
    assert set(completo) == set(vacio) == claves
    assert completo["lugar"] == {
        "archivo": "a.regla",
        "linea": 1,
        "columna": 2,
        "linea_fin": 1,
        "columna_fin": 3,
        "hoja": "",
        "celda": "",
    }
    assert vacio["lugar"] is None
    assert json.loads(json.dumps(completo)) == completo


@given(st.text(max_size=300), st.integers(-5, 400), st.integers(-5, 400), st.integers(0, 3))
def test_ninguna_linea_ni_lugar_descuadra(linea: str, desde: int, hasta: int, salto: int) -> None:
    tramo = Tramo("a.regla", 1, desde, 1 + salto, hasta)
    salida = a_texto(Diagnostico("PLO-D001", "m", tramo), {"a.regla": [linea]}).split("\n")
    assert len(salida) == 5
    assert _ancho(salida[2]) <= ANCHO_MAXIMO + 10
    assert len(salida[3]) <= ANCHO_MAXIMO + 10
    assert "^" in salida[3]

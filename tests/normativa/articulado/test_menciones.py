"""Se halla toda cita de un texto y se sabe de qué norma es cada artículo, o se dice que no se sabe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.normativa.articulado.menciones import Mencion, hallar
from plomada.normativa.articulado.nombres import CONSTITUCION, Nombre

L388, D1077 = Nombre("ley", 388, 1997), Nombre("decreto", 1077, 2015)


def _breve(m: Mencion) -> tuple[str, str]:
    partes = (m.articulo, m.numeral and f"num {m.numeral}", m.literal and f"lit {m.literal}")
    resto = (m.inciso and f"inc {m.inciso}", m.paragrafo and f"par {m.paragrafo}")
    return (str(m.norma or m.origen), " ".join(p for p in (*partes, *resto) if p))


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("artículo 12 de la Ley 388 de 1997", [("Ley 388 de 1997", "12")]),
        ("ARTICULO 12 DE LA LEY 388 DE 1997", [("Ley 388 de 1997", "12")]),
        ("art. 12, Ley 388/97", [("Ley 388 de 1997", "12")]),
        ("L. 388/1997, arts. 36 al 38", [("Ley 388 de 1997", n) for n in ("36", "37", "38")]),
        ("los articulos 28 y 112 de la Ley 388 de 1997", [("Ley 388 de 1997", n) for n in ("28", "112")]),
        ("artículos 8, 9 y 10 de la ley 388 de 1997", [("Ley 388 de 1997", n) for n in ("8", "9", "10")]),
        ("el artículo 28 y el artículo 112 de la Ley 388", [("Ley 388", n) for n in ("28", "112")]),
        (
            "(Artículo 28 Ley 388 de 1997, Artículo 2.2.2.1.2.4 Decreto 1077 de 2015)",
            [("Ley 388 de 1997", "28"), ("Decreto 1077 de 2015", "2.2.2.1.2.4")],
        ),
        (
            "el Articulo 2.2.2.1.2.6.5 del Decreto Nacional 1077 de\n2015 y el articulo 43 de la Ley 152",
            [("Decreto 1077 de 2015", "2.2.2.1.2.6.5"), ("Ley 152", "43")],
        ),
        ("la Ley 388 de 1997 en su Artículo 18 define", [("Ley 388 de 1997", "18")]),
        ("Decreto Reglamentario 879, en su Artículo 7", [("Decreto 879", "7")]),
        ("numeral 2.3 del artículo 12 de la Ley 388 de 1997", [("Ley 388 de 1997", "12 num 2.3")]),
        ("artículo 10, numeral 1, literal a) de la Ley 388 de 1997", [("Ley 388 de 1997", "10 num 1 lit a")]),
        ("parágrafo segundo del artículo 15 de la Ley 388 de 1997", [("Ley 388 de 1997", "15 par 2")]),
        ("artículo 61-A de la Ley 388 de 1997", [("Ley 388 de 1997", "61-A")]),
        ("art. 24-1 de la Ley 388 de 1997", [("Ley 388 de 1997", "24")]),
        ("Decreto-Ley 019 de 2012, artículo 189", [("Decreto 19 de 2012", "189")]),
        ("Decreto 1077 del 26 de mayo de 2015 (2.2.2.1.2.\n6)", [("Decreto 1077 de 2015", "2.2.2.1.2.6")]),
        ("Decreto No. 1.077 de 2015", [("Decreto 1077 de 2015", "")]),
        ("Ley 388. La citada ley, artículo 9", [("Ley 388", ""), ("Ley 388", "9")]),
        ("Ley 388. El artículo 9 de la citada ley", [("Ley 388", ""), ("Ley 388", "9")]),
        ("artículo 339 de la Constitución Política", [("Constitución Política", "339")]),
        ("artículo 603 del POT", [("propia", "603")]),
        ("el Acuerdo 48 de 2014", [("Acuerdo 48 de 2014", "")]),
        ("Artículo 21: modifíquese el artículo 74 de la Ley 136", [("sin norma", "21"), ("Ley 136", "74")]),
        ("según 2.2.2.1.2.1.5 el seguimiento", [("por su numeración", "2.2.2.1.2.1.5")]),
    ],
)  # fmt: skip
def test_se_hallan_las_citas_como_la_gente_las_escribe(texto: str, esperado: list[tuple[str, str]]) -> None:
    assert [_breve(m) for m in hallar(texto)] == esperado


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "el plan articula 3 sistemas",
        "2.3 Diagnóstico",
        "en 2015 hubo 388 casos",
        "ley del 18",
        "Decreto 30/10/2017",
    ],
)
def test_lo_que_no_es_una_cita_no_se_halla(texto: str) -> None:
    assert hallar(texto) == ()


def test_el_anio_de_dos_cifras_se_completa_al_siglo_que_corresponde() -> None:
    assert [m.norma for m in hallar("Ley 9/89, Ley 388/97, Decreto 1077/15")] == [
        Nombre("ley", 9, 1989), L388, D1077,
    ]  # fmt: skip


def test_una_norma_del_municipio_no_se_confunde_con_una_nacional() -> None:
    (municipal,) = hallar("Decreto Municipal 1077 de 2015")
    assert municipal.norma == Nombre("decreto", 1077, 2015, local=True)


def test_la_constitucion_no_es_el_propio_documento() -> None:
    (mencion,) = hallar("artículo 58 de la Constitución")
    assert (mencion.norma, mencion.origen) == (CONSTITUCION, "escrita")


def test_el_lugar_de_la_cita_es_el_del_texto() -> None:
    texto = "Véase el artículo 12 de la Ley 388 de 1997."
    (mencion,) = hallar(texto)
    assert texto[mencion.inicio : mencion.fin] == "artículo 12"


@given(
    st.lists(st.integers(1, 999), min_size=1, max_size=8), st.sampled_from(["de la Ley 388 de 1997", "", "x"])
)
def test_ningun_articulo_escrito_se_pierde(numeros: list[int], sigue: str) -> None:
    texto = ". ".join(f"El artículo {n} {sigue}" for n in numeros)
    assert [m.articulo for m in hallar(texto) if m.articulo] == [str(n) for n in numeros]


@given(st.text(alphabet="artículo leyd1 2.3,()º\n-/", max_size=80))
def test_ningun_texto_rompe_la_busqueda_y_los_lugares_caben_en_el(texto: str) -> None:
    for mencion in hallar(texto):
        assert 0 <= mencion.inicio < mencion.fin <= len(texto)
        assert not mencion.articulo or re.fullmatch(r"\d+(\.\d+)*(bis|-[A-Z])?", mencion.articulo)

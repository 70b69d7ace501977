"""Una cita se halla aunque el texto extraído esté maltratado, y otra frase nunca pasa por ella."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.evidencia.parecido import (
    LETRAS_MINIMAS,
    PALABRAS_MINIMAS,
    Paginas,
    es_prueba,
    normalizar,
    paginas_de,
    parecido_minimo,
)
from plomada.valores.texto import plegar
from tests.evidencia.hechura import paginas_del_dts

CITA = "El perímetro urbano parte del mojón uno, junto al puente, y sigue por la quebrada La Clara"
TEXTO = f"Consideraciones previas del capítulo. {CITA} hasta el mojón veintidós. Otras disposiciones."


def _esta(cita: str, texto: str) -> bool:
    return paginas_de([texto]).ubicar(cita) is not None


@pytest.mark.parametrize(
    "texto",
    [
        TEXTO,
        TEXTO.upper(),
        plegar(TEXTO),
        TEXTO.replace(" ", "  \n"),
        TEXTO.replace(" ", ""),
        TEXTO.replace("quebrada", "que-\nbrada"),
        TEXTO.replace("quebrada", "que\u00ad\nbrada"),
        TEXTO.replace("mojón", "moj0n").replace("parte", "partc"),
        TEXTO.replace("perímetro", "perí metro"),
        TEXTO.replace("puente", "puente,").replace(",", ";"),
    ],
)
def test_la_cita_se_halla_aunque_el_texto_este_maltratado(texto: str) -> None:
    assert _esta(CITA, texto)


def test_las_ligaduras_y_las_comillas_no_estorban() -> None:
    assert _esta(
        'la zonificación "definida" en el artículo quinto', "la zoniﬁcación «deﬁnida» en el articulo quinto"
    )


@pytest.mark.parametrize(
    ("cita", "texto"),
    [
        (
            "El suelo de expansión mide 16 hectáreas en total",
            "El suelo de expansión mide 15 hectáreas en total",
        ),
        (
            "El suelo de expansión mide 16 hectáreas en total",
            "El suelo de expansión mide 160 hectáreas en total",
        ),
        ("no se permite la vivienda campestre en la ronda", "se permite la vivienda campestre en la ronda"),
        (
            "se permite la vivienda campestre en la ronda",
            "no se permite la vivienda campestre en la ronda hoy",
        ),
        (
            "zonas de amenaza alta por inundación en la vega",
            "zonas de amenaza baja por inundación en la loma",
        ),
        (CITA, "Otro texto que habla del perímetro urbano y de la quebrada, pero no dice lo mismo."),
        (
            "5 hectáreas de suelo urbano y rural en el oriente",
            "15 hectáreas de suelo urbano y rural en el oriente",
        ),
        ("el suelo suburbano mide en total 4", "el suelo suburbano mide en total 42 hectáreas"),
        (CITA, ""),
    ],
)
def test_otra_frase_no_pasa_por_la_cita(cita: str, texto: str) -> None:
    relleno = "El municipio revisa su plan. " * 5
    assert not _esta(cita, relleno + texto)
    assert not _esta(cita, texto)


@pytest.mark.parametrize(
    "cita", ["no", "vivienda", "suelo urbano", "de la del para con", "a b c d e f g", ""]
)
def test_una_cita_corta_o_vacia_de_sentido_no_prueba_nada(cita: str) -> None:
    assert not es_prueba(cita)


def test_el_umbral_de_la_cita_corta_tiene_sus_dos_lados() -> None:
    justa = "suelo urbano muy densos"  # cuatro palabras y veinte letras
    assert len(justa.split()) == PALABRAS_MINIMAS and len(justa.replace(" ", "")) == LETRAS_MINIMAS
    assert es_prueba(justa.replace("muy", "más")) or es_prueba(justa)
    assert not es_prueba(justa[:-1]) and not es_prueba("urbanización densificada")


def test_cuanto_mas_corta_la_cita_mas_se_exige() -> None:
    exigidos = [parecido_minimo(n) for n in range(1, 200)]
    assert exigidos == sorted(exigidos, reverse=True)
    assert exigidos[0] == 96.0 and exigidos[-1] == 90.0


def _con_errores(texto: str, cuantos: int, azar: random.Random) -> str:
    letras = list(texto)
    lugares = [n for n, c in enumerate(letras) if c.isalpha()]
    for n in azar.sample(lugares, cuantos):
        letras[n] = azar.choice("xkwj")
    return "".join(letras)


def test_el_umbral_medido_acepta_el_5_por_ciento_de_errores_y_rechaza_el_20() -> None:
    azar = random.Random(7)
    limpias = [normalizar(p) for p in paginas_del_dts()]
    citas = [" ".join(p.split()[20:38]) for p in limpias if len(p.split()) > 60]
    citas = [c for c in citas if not re.search(r"\d|\b(?:no|ni|sin)\b", c)]
    assert len(citas) >= 30
    for errores, esperadas in ((0.05, (0.95, 1.0)), (0.20, (0.0, 0.05))):
        halladas = 0
        for cita in citas:
            danada = _con_errores(cita, round(len(cita.replace(" ", "")) * errores), azar)
            halladas += Paginas((f"previo {danada} posterior",)).ubicar(cita) is not None
        assert esperadas[0] <= halladas / len(citas) <= esperadas[1], errores


def test_ninguna_frase_de_una_pagina_se_halla_en_las_demas() -> None:
    paginas = paginas_de(paginas_del_dts())
    cruzadas = 0
    for n, pagina in enumerate(paginas.trozos, start=1):
        palabras = pagina.split()
        if n <= 10 or len(palabras) < 70 or palabras[24] == "no":
            continue  # tras una negación una cita literal dice lo contrario, y no se acepta
        hallada = paginas.ubicar(" ".join(palabras[25:43]))
        assert hallada is not None
        cruzadas += hallada.numero != n
    assert cruzadas == 0


def test_la_pagina_preferida_manda_si_la_cita_esta_en_las_dos() -> None:
    paginas = paginas_de([TEXTO, "otra cosa", TEXTO])
    primera, tercera, sola = paginas.ubicar(CITA), paginas.ubicar(CITA, 3), paginas.ubicar(CITA, 2)
    assert primera and tercera and sola
    assert (primera.numero, tercera.numero, sola.numero) == (1, 3, 1)


def test_una_cita_a_caballo_entre_dos_paginas_se_halla_en_la_primera() -> None:
    mitad = len(CITA) // 2
    paginas = paginas_de([f"Antes de todo esto. {CITA[:mitad]}", f"{CITA[mitad:]} y después sigue.", "x"])
    hallada = paginas.ubicar(CITA)
    assert hallada and hallada.numero == 1


@given(st.text(max_size=80), st.lists(st.text(max_size=120), max_size=4), st.integers(-2, 6))
def test_buscar_nunca_falla_y_lo_hallado_existe(cita: str, trozos: list[str], preferida: int) -> None:
    hallada = paginas_de(trozos).ubicar(cita, preferida)
    assert hallada is None or (1 <= hallada.numero <= len(trozos) and hallada.parecido >= 90)


@given(st.sampled_from(range(10, 70)), st.integers(0, 40), st.integers(12, 30))
def test_toda_frase_del_documento_se_halla_en_su_pagina(pagina: int, desde: int, cuantas: int) -> None:
    texto = paginas_del_dts()[pagina]
    palabras = texto.split()[desde : desde + cuantas]
    cita = " ".join(palabras)
    if es_prueba(cita) and not cita.endswith("-"):
        hallada = paginas_de(paginas_del_dts()).ubicar(cita, pagina + 1)
        assert hallada is not None and hallada.numero == pagina + 1

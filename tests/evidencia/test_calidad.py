"""La calidad del buscador, medida sobre un DTS ficticio con respuestas anotadas antes de escribirlo."""

import random
import re

import pytest

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.busqueda import (
    PROPUESTAS,
    PUNTAJE_ALTO,
    PUNTAJE_MINIMO,
    Indice,
    Propuesta,
    consulta_de,
    indizar,
)
from plomada.evidencia.palabras import Raices
from plomada.evidencia.pasajes import pasajes_de
from plomada.valores.texto import plegar
from tests.evidencia.hechura import ausentes, contenidos, dts, paginas_del_dts, presentes

_TITULO = re.compile(r"(?m)^(?:ARTÍCULO \d+\.|\d\.\d+|CAPÍTULO \d\.)[^.\n]*(?:\n[^.\n]+)?[.\n]")


def buscar(documento: Documento) -> dict[str, tuple[Propuesta, ...]]:
    raices = Raices()
    consultas = [consulta_de(c, raices) for c in contenidos()]
    indice: Indice = indizar(tuple(pasajes_de(documento)), consultas, raices)
    return {c.id: indice.buscar(c) for c in consultas}


def aciertos(halladas: dict[str, tuple[Propuesta, ...]]) -> float:
    """La fracción de los contenidos que existen con una página correcta entre las tres primeras."""
    bien = [any(p.numero in paginas for p in halladas[c]) for c, paginas in presentes().items()]
    return sum(bien) / len(bien)


def peor_ausente(halladas: dict[str, tuple[Propuesta, ...]]) -> float:
    return max((p.puntaje for c in ausentes() for p in halladas[c]), default=0.0)


@pytest.fixture(scope="module")
def halladas() -> dict[str, tuple[Propuesta, ...]]:
    return buscar(dts())


def test_las_respuestas_cubren_los_79_contenidos_y_un_documento_de_mas_de_60_paginas() -> None:
    assert len(contenidos()) == 79
    assert {*presentes(), *ausentes()} == {c.id for c in contenidos()}
    assert len(ausentes()) >= 15 and not set(presentes()) & set(ausentes())
    assert len(paginas_del_dts()) >= 60


def test_todo_contenido_dice_con_que_expresiones_se_busca() -> None:
    assert [c.id for c in contenidos() if len(c.terminos) < 4] == []


def test_la_pagina_correcta_esta_entre_las_tres_primeras(
    halladas: dict[str, tuple[Propuesta, ...]],
) -> None:
    assert PROPUESTAS == 3
    assert aciertos(halladas) >= 0.95


def test_un_contenido_ausente_nunca_sale_con_puntaje_alto(
    halladas: dict[str, tuple[Propuesta, ...]],
) -> None:
    assert peor_ausente(halladas) < PUNTAJE_ALTO
    altos = [c for c in presentes() if halladas[c] and halladas[c][0].puntaje >= PUNTAJE_ALTO]
    assert len(altos) / len(presentes()) >= 0.8, "el umbral alto debe servir para algo"


def test_sin_ningun_titulo_que_lo_delate_tambien_se_halla() -> None:
    sin_titulos = buscar(dts(tuple(_TITULO.sub("", p) for p in paginas_del_dts())))
    assert aciertos(sin_titulos) >= 0.8
    assert peor_ausente(sin_titulos) < PUNTAJE_ALTO


def test_un_texto_reconocido_con_errores_y_sin_tildes_tambien_se_halla() -> None:
    azar = random.Random(1)
    danadas = tuple(
        "".join(azar.choice("eaoilrnm") if c.isalpha() and azar.random() < 0.03 else c for c in plegar(p))
        for p in paginas_del_dts()
    )
    halladas = buscar(dts(danadas))
    assert aciertos(halladas) >= 0.8
    assert peor_ausente(halladas) < PUNTAJE_ALTO


def test_quitar_las_paginas_de_un_contenido_le_quita_el_puntaje_alto() -> None:
    """Lo que existe deja de existir: ninguna otra página puede pasar por ella."""
    enganados = []
    for contenido in ("perimetro_urbano", "estrategia_vis", "suelo_suburbano", "cesiones_urbanisticas"):
        paginas = tuple(
            "" if n in presentes()[contenido] else p for n, p in enumerate(paginas_del_dts(), start=1)
        )
        mejor = buscar(dts(paginas))[contenido]
        enganados += [(contenido, p.numero) for p in mejor if p.puntaje >= PUNTAJE_ALTO]
    assert enganados == []


def test_la_tabla_de_contenido_y_el_glosario_nunca_ganan(
    halladas: dict[str, tuple[Propuesta, ...]],
) -> None:
    nombran = {2, 3, 4, 6, 7, 9, 10, 72}
    assert [c for c in presentes() if halladas[c] and halladas[c][0].numero in nombran] == []
    assert max(p.puntaje for ps in halladas.values() for p in ps if p.numero in nombran) < PUNTAJE_ALTO


def test_los_puntajes_van_de_mayor_a_menor_en_paginas_distintas(
    halladas: dict[str, tuple[Propuesta, ...]],
) -> None:
    for propuestas in halladas.values():
        puntajes = [p.puntaje for p in propuestas]
        assert puntajes == sorted(puntajes, reverse=True)
        assert all(PUNTAJE_MINIMO <= p <= 1 for p in puntajes)
        assert len({p.numero for p in propuestas}) == len(propuestas) <= PROPUESTAS


def test_el_fragmento_es_texto_de_la_pagina_y_trae_lo_que_se_busca() -> None:
    (mejor, *_) = buscar(dts())["perimetro_urbano"]
    pagina = " ".join(re.sub(r"-\n", "", paginas_del_dts()[mejor.numero - 1]).split())
    assert mejor.fragmento in pagina and "perímetro" in mejor.fragmento


def test_el_mismo_documento_da_siempre_lo_mismo() -> None:
    assert buscar(dts()) == buscar(dts())


def test_un_documento_vacio_no_propone_nada() -> None:
    assert set(buscar(dts(("", " \n")))["perimetro_urbano"]) == set()

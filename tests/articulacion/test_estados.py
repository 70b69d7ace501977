"""El estado de cada elemento: qué se le pide según su nivel, y qué pasa cuando no se sabe."""

from decimal import Decimal

import pytest

from plomada.articulacion.analisis import analizar
from plomada.articulacion.estados import EXIGENCIAS, Eslabon, Estado
from plomada.articulacion.grafo import NIVELES
from plomada.articulacion.indices import Indice
from tests.apoyo import plan


def eslabon(texto: str, nivel: str, id_: str) -> Eslabon:
    return next(e for e in analizar(plan(texto).plan).eslabones if e.nodo == (nivel, id_))


SOLO_OBJETIVO = "fines: {vision: {id: V1}, objetivos: [{id: O1, vision: V1}]}\n"


def test_lo_que_nadie_describio_no_se_da_por_hecho() -> None:
    e = eslabon(SOLO_OBJETIVO, "objetivo", "O1")
    assert e.estado is Estado.PARCIAL
    assert [p.pasa for p in e.pruebas] == [True, None, None]
    assert "el plan no describe las estrategias (`medios.estrategias`)" in e.porque[0]


def test_si_de_nada_se_sabe_no_hay_estado() -> None:
    e = eslabon("fines: {vision: {id: V1}}\n", "vision", "V1")
    assert e.estado is Estado.SIN_DATOS


def test_una_lista_declarada_inexistente_es_una_falla_y_no_una_duda() -> None:
    e = eslabon('fines: {vision: {id: V1}, objetivos: {no_hay: "no los trae"}}\n', "vision", "V1")
    assert (e.estado, [p.pasa for p in e.pruebas]) == (Estado.DESARTICULADO, [False])


def test_una_lista_vacia_no_decide() -> None:
    assert eslabon("fines: {vision: {id: V1}, objetivos: []}\n", "vision", "V1").estado is Estado.SIN_DATOS


@pytest.mark.parametrize(
    ("decision", "estado"),
    [
        ('{id: D1, objetivos: [O1], articulo: "12"}', Estado.ARTICULADO),
        ("{id: D1, objetivos: [O1], articulo: {no_hay: sin redactar}}", Estado.PARCIAL),
        ("{id: D1, articulo: {no_hay: sin redactar}}", Estado.DESARTICULADO),
        ('{id: D1, objetivos: [O1, O9], articulo: "12"}', Estado.PARCIAL),
    ],
)
def test_a_una_decision_le_basta_un_articulo_y_un_enlace_roto_la_desmejora(
    decision: str, estado: Estado
) -> None:
    texto = (
        SOLO_OBJETIVO + f"medios: {{decisiones: [{decision}], proyectos: [{{id: P9, objetivos: [O1]}}]}}\n"
    )
    assert eslabon(texto, "decision", "D1").estado is estado


PDT = "plan_desarrollo: {programas: [{id: G1}]}\n"


@pytest.mark.parametrize(
    ("proyecto", "entradas", "estado"),
    [
        ("plazo: largo", "", Estado.ARTICULADO),
        ("plazo: corto", "", Estado.PARCIAL),
        ("plazo: corto, programa_pdt: G1", "", Estado.ARTICULADO),
        ("plazo: corto, programa_pdt: G9", "", Estado.PARCIAL),
        ("plazo: largo", "{id: N1, proyecto: P1}", Estado.PARCIAL),
        ("plazo: largo", '{id: N1, proyecto: P1, codigo_pdt: "3201"}', Estado.ARTICULADO),
        ("plazo: corto", '{id: N1, proyecto: P2, codigo_pdt: "3201"}', Estado.PARCIAL),
    ],
)
def test_el_plan_de_desarrollo_solo_se_le_pide_a_lo_del_periodo(
    proyecto: str, entradas: str, estado: Estado
) -> None:
    texto = SOLO_OBJETIVO + PDT
    texto += (
        f"medios: {{proyectos: [{{id: P1, objetivos: [O1], {proyecto}}}, {{id: P2, objetivos: [O1]}}]}}\n"
    )
    texto += f"programa_ejecucion: {{entradas: [{entradas}]}}\n" if entradas else ""
    assert eslabon(texto, "proyecto", "P1").estado is estado


def test_al_programa_del_plan_de_desarrollo_no_se_le_pide_nada() -> None:
    assert eslabon(PDT, "programa_pdt", "G1").estado is Estado.NO_SE_EXIGE


def test_el_objetivo_especifico_articula_al_general() -> None:
    texto = """fines:
  vision: {id: V1}
  objetivos: [{id: O1, vision: V1}, {id: O2, superior: O1}]
medios:
  estrategias: [{id: E1, objetivos: [O2]}]
  proyectos: [{id: P1, estrategias: [E1], plazo: largo}]
"""
    assert eslabon(texto, "objetivo", "O1").estado is Estado.ARTICULADO
    assert eslabon(texto, "objetivo", "O2").estado is Estado.ARTICULADO


def test_el_porque_nombra_a_los_primeros_y_cuenta_los_demas() -> None:
    citados = ", ".join(f"{{id: O{i}, vision: V1}}" for i in range(1, 8))
    e = eslabon(f"fines: {{vision: {{id: V1}}, objetivos: [{citados}]}}\n", "vision", "V1")
    assert e.porque == ("se concreta en el objetivo O1, el objetivo O2, el objetivo O3 y 4 más",)


@pytest.mark.parametrize(
    ("pasan", "de", "dice"),
    [(0, 3000, "0"), (1, 3000, "0.1"), (2999, 3000, "99.9"), (3000, 3000, "100"), (2, 3, "66.7")],
)
def test_el_redondeo_no_da_por_articulado_lo_que_falta(pasan: int, de: int, dice: str) -> None:
    assert Indice("a", "b", pasan, de, 0).porcentaje == Decimal(dice)


def test_las_exigencias_hablan_de_niveles_que_existen_y_no_se_repiten() -> None:
    assert len({e.clave for e in EXIGENCIAS}) == len(EXIGENCIAS)
    assert {n for e in EXIGENCIAS for n in (e.nivel, *e.a)} == set(NIVELES)

"""Maneras de que algo pasara sin decirlo: un mapa vacío, la página cero, un juicio que nadie lee."""

import pytest

from plomada.evaluacion.insumos import revisar_nombres
from tests.apoyo import paquete, plan, registro, regla, requisito, veredicto


@pytest.mark.parametrize("valor", ["{}", "{area: }", "{evidencia: []}", "{evidencia: [{}]}"])
def test_un_mapa_sin_ningun_dato_no_existe(valor: str) -> None:
    assert veredicto("suelo.perimetro_urbano existe", f"suelo: {{perimetro_urbano: {valor}}}") == "no consta"


def test_un_mapa_con_un_dato_o_una_ausencia_declarada_existe() -> None:
    exige = "suelo.perimetro_urbano existe"
    assert veredicto(exige, "suelo: {perimetro_urbano: {area: 5 ha}}") == "cumple"
    assert veredicto(exige, 'suelo: {perimetro_urbano: {area: {no_hay: "x"}}}') == "cumple"


@pytest.mark.parametrize(("pagina", "espera"), [("0", "no consta"), ("1", "cumple")])
def test_la_pagina_cero_no_ubica_una_evidencia(pagina: str, espera: str) -> None:
    yaml = (
        "documentos: [{id: D, tipo: proyecto_de_acuerdo}]\n"
        "contenidos: {contenido_uno: {estado: incluido, "
        f"evidencia: [{{documento: D, pagina: {pagina}}}]}}}}"
    )
    assert veredicto("contenido contenido_uno con evidencia", yaml) == espera


@pytest.mark.parametrize("admite", ["siempre", "no"])
def test_una_lista_interior_declarada_inexistente_no_borra_lo_que_cumplio(admite: str) -> None:
    exige = (
        "cada entrada en programa_ejecucion.entradas cumple "
        "cada fuente en entrada.fuentes cumple fuente.nombre existe"
    )
    sin = '{id: E2, fuentes: {no_hay: "x"}}'
    yaml = f"programa_ejecucion: {{entradas: [{{id: E1, fuentes: [{{id: F1, nombre: a}}]}}, {sin}]}}"
    solo = f"programa_ejecucion: {{entradas: [{sin}]}}"
    reg = registro(requisito(admite_no_aplica=admite))
    espera = ("cumple", "no aplica") if admite == "siempre" else ("no cumple", "no cumple")
    assert (veredicto(exige, yaml, reg=reg), veredicto(exige, solo, reg=reg)) == espera


@pytest.mark.parametrize(
    ("juicio", "dice"),
    [
        ("regla: regla-de-prueba, ", "no pregunta nada"),
        ("regla: regla-de-prueva, ", "no hay ninguna regla"),
        ("", "no dice qué regla"),
    ],
)
def test_un_juicio_que_ninguna_regla_lee_se_senala(juicio: str, dice: str) -> None:
    cargado = plan(
        f"documentos: [{{id: D}}]\njuicios: [{{id: J, {juicio}respuesta: cumple, autor: Ana, soporte: D}}]"
    )
    avisos = list(revisar_nombres(cargado, paquete(regla("suelo.urbano existe"))))
    assert len(avisos) == 1 and avisos[0].es_error
    assert dice in avisos[0].mensaje and avisos[0].tramo is not None

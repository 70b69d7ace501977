"""Romper lo que sostiene un elemento enciende una regla que lo nombra; arreglarlo la apaga."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plomada.articulacion.analisis import analizar
from plomada.articulacion.estados import Estado
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.articulacion.vista import armar_articulacion
from tests.apoyo import paquete_del_repositorio
from tests.articulacion.cadenas_al_azar import (
    LISTAS,
    Datos,
    a_plan,
    cadenas,
    dejar_sin_fines,
    dejar_sin_medios,
    elementos,
    revolver,
)

FECHA = date(2026, 11, 21)
_SIN_PRISA = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def articulacion() -> Paquete:
    """Las reglas de articulación del repositorio."""
    cargado = paquete_del_repositorio()
    return replace(cargado, fichas=tuple(f for f in cargado.fichas if "reglas/articulacion/" in f.archivo))


def acusados(paquete: Paquete, datos: Datos) -> set[tuple[str, str]]:
    """Pares (regla, id) de los elementos que alguna regla dice que no cumplen."""
    evaluacion = evaluar(paquete, a_plan(datos), Pedido(FECHA, fecha_dada=True))
    return {
        (r.regla, h.elemento.split(" ")[-1])
        for r in evaluacion.resultados
        for h in r.hallazgos
        if h.veredicto is Veredicto.NO_CUMPLE and h.elemento
    }


@_SIN_PRISA
@given(datos=cadenas(), azar=st.data())
def test_romper_lo_que_sostiene_un_elemento_lo_acusa_y_arreglarlo_no(
    articulacion: Paquete, datos: Datos, azar: st.DataObject
) -> None:
    nivel = azar.draw(st.sampled_from(sorted(LISTAS)))
    id_ = azar.draw(st.sampled_from([e["id"] for e in elementos(datos, nivel)]))
    romper = (
        azar.draw(st.sampled_from([dejar_sin_fines, dejar_sin_medios]))
        if nivel != "proyecto"
        else dejar_sin_fines
    )
    con_enlace_roto = azar.draw(st.booleans())
    sano = deepcopy(datos)
    romper(datos, nivel, id_, con_enlace_roto)
    assert {i for _, i in acusados(articulacion, datos)} >= {id_}
    assert id_ not in {i for _, i in acusados(articulacion, sano)}


@_SIN_PRISA
@given(datos=cadenas(), azar=st.data())
def test_la_matriz_acusa_lo_mismo_que_las_reglas(datos: Datos, azar: st.DataObject) -> None:
    assert {e.estado for e in analizar(a_plan(datos)).eslabones} == {Estado.ARTICULADO}
    nivel = azar.draw(st.sampled_from(sorted(LISTAS)))
    id_ = azar.draw(st.sampled_from([e["id"] for e in elementos(datos, nivel)]))
    dejar_sin_fines(datos, nivel, id_, con_enlace_roto=False)
    hallado = next(e for e in analizar(a_plan(datos)).eslabones if e.nodo == (nivel, id_))
    assert hallado.estado in {Estado.PARCIAL, Estado.DESARTICULADO}
    assert any("no llega hasta" in motivo for motivo in hallado.porque)


@_SIN_PRISA
@given(datos=cadenas(), azar=st.randoms(use_true_random=False), roto=st.booleans())
def test_nada_depende_del_orden_de_las_listas(
    articulacion: Paquete, datos: Datos, azar: object, roto: bool
) -> None:
    dejar_sin_medios(datos, "objetivo", "O1", con_enlace_roto=roto)
    revuelto = revolver(datos, azar)
    assert acusados(articulacion, revuelto) == acusados(articulacion, datos)
    una, otra = (armar_articulacion(analizar(a_plan(d)), "X") for d in (datos, revuelto))
    assert una == otra
    assert a_svg(una) == a_svg(otra)


@_SIN_PRISA
@given(datos=cadenas())
def test_los_indices_suman_y_nunca_dan_cien_sobre_cero(datos: Datos) -> None:
    analisis = analizar(a_plan(datos))
    for i in (*analisis.indices, analisis.total):
        assert 0 <= i.numerador <= i.denominador and i.sin_saber <= i.denominador - i.numerador
        assert (i.porcentaje is None) == (i.denominador == i.sin_saber)
    vacio = analizar(a_plan({"plan": datos["plan"]}))
    assert all(i.denominador == 0 and i.porcentaje is None for i in (*vacio.indices, vacio.total))

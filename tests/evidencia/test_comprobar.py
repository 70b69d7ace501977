"""Cada evidencia se comprueba contra su documento, y lo que solo dice una página no queda comprobado."""

from dataclasses import replace

import pytest

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.comprobar import Entregado, comprobar
from plomada.evidencia.formatos import EstadoDeComprobacion as E
from plomada.evidencia.formatos import EvidenciaComprobada
from plomada.evidencia.recorrido import con_evidencias, evidencias_de
from plomada.modelo.opciones import EstadoDeEvidencia
from plomada.modelo.plan import Plan
from tests.apoyo import plan as leer_plan

FRASE = "El perímetro urbano parte del mojón uno junto al puente viejo"
OTRA = "La densidad máxima del suelo suburbano es de cinco viviendas por hectárea"


def _plan(evidencia: str) -> Plan:
    return leer_plan(
        "documentos: [{id: D1, archivo: dts.pdf}]\n"
        f"contenidos:\n  perimetro_urbano:\n    estado: incluido\n    evidencia: [{evidencia}]\n"
    ).plan


def _entregado(*trozos: str, unidad: str = "página", huella: str = "h1") -> Entregado:
    documento = Documento("dts.pdf", unidad, trozos, huella)  # type: ignore[arg-type]
    return Entregado("D1", "dts.pdf", huella, "", documento)


def _una(evidencia: str, entregado: Entregado | None) -> EvidenciaComprobada:
    entregados = {"D1": entregado} if entregado else {}
    (hecha,) = comprobar(_plan(evidencia), entregados).evidencias
    assert hecha.ruta == "contenidos.perimetro_urbano.evidencia[1]"
    return hecha


@pytest.mark.parametrize(
    ("evidencia", "estado", "hallada"),
    [
        (f"{{documento: D1, pagina: 2, cita: {FRASE}}}", E.COMPROBADA, 2),
        (f"{{documento: D1, cita: {FRASE}}}", E.COMPROBADA, 2),
        (f"{{documento: D1, pagina: 1, cita: {FRASE}}}", E.OTRA_PAGINA, 2),
        (f"{{documento: D1, pagina: 9, cita: {FRASE}}}", E.OTRA_PAGINA, 2),
        (f"{{documento: D1, pagina: 2, cita: {OTRA}}}", E.NO_HALLADA, None),
        ("{documento: D1, pagina: 2}", E.SOLO_PAGINA, None),
        ("{documento: D1, pagina: 3}", E.ILEGIBLE, None),
        ("{documento: D1, pagina: 4}", E.PAGINA_INEXISTENTE, None),
        ("{documento: D1, pagina: 0}", E.PAGINA_INEXISTENTE, None),
        ("{documento: D1, pagina: 2, cita: vivienda}", E.CITA_CORTA, None),
        (f"{{documento: D1, pagina: 3, cita: {OTRA}}}", E.ILEGIBLE, None),
        (f"{{documento: D1, cita: {OTRA}}}", E.ILEGIBLE, None),
        ("{documento: D1}", E.SIN_UBICAR, None),
        ('{articulo: "12"}', E.SIN_UBICAR, None),
    ],
)
def test_cada_evidencia_tiene_el_estado_que_le_toca(evidencia: str, estado: E, hallada: int | None) -> None:
    hecha = _una(evidencia, _entregado("Portada del documento", f"Antes. {FRASE}. Después.", " "))
    assert (hecha.estado, hecha.hallada) == (estado, hallada)


def test_en_un_docx_la_cita_se_halla_en_su_parrafo_y_la_pagina_no_se_juzga() -> None:
    hecha = _una(f"{{documento: D1, pagina: 40, cita: {FRASE}}}", _entregado("x", FRASE, unidad="párrafo"))
    assert (hecha.estado, hecha.hallada, hecha.unidad) == (E.COMPROBADA, 2, "párrafo")
    sola = _una("{documento: D1, pagina: 40}", _entregado("x", FRASE, unidad="párrafo"))
    assert sola.estado is E.SIN_UBICAR


def test_sin_archivo_ilegible_o_de_otra_huella_no_se_comprueba_nada() -> None:
    evidencia = f"{{documento: D1, pagina: 1, cita: {FRASE}}}"
    leido = _entregado(FRASE)
    assert _una(evidencia, None).estado is E.SIN_ARCHIVO
    assert _una(evidencia, replace(leido, documento=None)).estado is E.ILEGIBLE
    assert _una(evidencia, replace(leido, declarada="OTRA")).estado is E.OTRO_DOCUMENTO
    assert _una(evidencia, replace(leido, declarada=" H1 ")).estado is E.COMPROBADA


def test_si_el_documento_cambia_se_dice_adonde_se_movio_la_cita() -> None:
    plan = _plan(f"{{documento: D1, pagina: 2, cita: {FRASE}}}")
    primera = comprobar(plan, {"D1": _entregado("a", FRASE)})
    assert primera.evidencias[0].antes is None
    segunda = comprobar(plan, {"D1": _entregado("a", "b", FRASE, huella="h2")}, primera)
    movida = segunda.evidencias[0]
    assert (movida.estado, movida.antes, movida.hallada) == (E.OTRA_PAGINA, 2, 3)
    tercera = comprobar(plan, {"D1": _entregado("a", "b", FRASE, huella="h2")}, segunda)
    assert tercera == segunda, "comprobar otra vez lo mismo no olvida que se movió"
    perdida = comprobar(plan, {"D1": _entregado("a", "b", huella="h3")}, tercera).evidencias[0]
    assert (perdida.estado, perdida.antes, perdida.hallada) == (E.NO_HALLADA, 3, None)


def test_se_comprueba_la_evidencia_de_cualquier_objeto_del_plan() -> None:
    plan = leer_plan(
        "documentos: [{id: D1, archivo: dts.pdf}]\n"
        "medios:\n  proyectos:\n"
        "    - {id: P1, evidencia: [{documento: D1, pagina: 1}, {documento: D1, pagina: 2}]}\n"
        "suelo: {urbano: {area: 3 ha, evidencia: [{documento: D1, pagina: 1}]}}\n"
        "municipio:\n  poblacion:\n"
        "    - {id: C18, anio: 2018, total: 10 hab, evidencia: [{documento: D1, pagina: 1}]}\n"
    ).plan
    rutas = [ruta for ruta, _ in evidencias_de(plan)]
    assert set(rutas) == {
        "medios.proyectos[P1].evidencia[1]",
        "medios.proyectos[P1].evidencia[2]",
        "suelo.urbano.evidencia[1]",
        "municipio.poblacion[C18].evidencia[1]",
    }
    hecha = comprobar(plan, {"D1": _entregado("a")})
    assert [e.ruta for e in hecha.evidencias] == rutas


def test_cambiar_las_evidencias_no_toca_lo_demas_y_sin_cambios_es_el_mismo_plan() -> None:
    plan = _plan("{documento: D1, pagina: 2}, {documento: D1, pagina: 3}")
    assert con_evidencias(plan, lambda ruta, e: e) is plan
    vistas: list[str] = []

    def cambiar(ruta: str, e: object) -> object:
        vistas.append(ruta)
        return e.model_copy(update={"estado": EstadoDeEvidencia.NO_HALLADA})  # type: ignore[attr-defined]

    nuevo = con_evidencias(plan, cambiar)  # type: ignore[arg-type]
    assert vistas == [ruta for ruta, _ in evidencias_de(plan)]
    assert {e.estado for _, e in evidencias_de(nuevo)} == {EstadoDeEvidencia.NO_HALLADA}
    assert nuevo.documentos == plan.documentos and nuevo.plan == plan.plan
    assert {e.estado for _, e in evidencias_de(plan)} == {None}

"""Evaluar sin frases da lo mismo que con ellas, menos las frases; y solo las omite quien no las muestra."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given

from plomada import aplicacion, consultas, rondas
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.llano.narrador import Narrador
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Evaluacion, Hallazgo
from plomada.modelo.plan import Plan
from tests.apoyo import paquete, paquete_del_repositorio, plan
from tests.informes.al_azar import FECHA, paquetes_y_planes, presupuesto

CASOS = aplicacion.carpeta_de_datos() / "casos"
DIA = date(2026, 3, 1)
_QUE_NARRA = ("cumple", "sin_aplicar", "fallo", "no_se_da", "por_veredicto")
_DE_UNA_PERSONA = """regla la-decide-una-persona
  titulo "t"
  fundamento R-1
  analisis coherencia
  competencia general
  aplica a POT
  pregunta "¿Es adecuado?"
  guia "Mire el plano."
  subsana "s"
  caso "c"
    plan.clase: POT
    espera requiere concepto
fin regla
"""


def _hallazgos(e: Evaluacion) -> Iterator[Hallazgo]:
    return (h for r in e.resultados for h in r.hallazgos)


def _callada(e: Evaluacion) -> Evaluacion:
    """La misma evaluación sin explicaciones y sin tocar nada más."""
    resultados = tuple(
        r.model_copy(
            update={"hallazgos": tuple(h.model_copy(update={"explicacion": ""}) for h in r.hallazgos)}
        )
        for r in e.resultados
    )
    return e.model_copy(update={"resultados": resultados})


def _de_las_dos_maneras(
    reglas: Paquete, propio: Plan, fecha: date, lugares: dict[str, str]
) -> Iterator[tuple[Evaluacion, Evaluacion]]:
    """La evaluación con frases y sin ellas, con evidencia de todas las reglas y sin ella."""
    for evidencia in (True, False):
        con = evaluar(reglas, propio, Pedido(fecha, True, con_evidencia=evidencia), lugares)
        pedido = Pedido(fecha, True, con_evidencia=evidencia, con_frases=False)
        yield con, evaluar(reglas, propio, pedido, lugares)


@presupuesto(60)
@given(paquetes_y_planes())
def test_solo_cambia_la_explicacion_con_cualquier_regla_y_cualquier_plan(
    caso: tuple[Paquete, tuple[Plan, ...]],
) -> None:
    reglas, (propio,) = caso
    for con, sin in _de_las_dos_maneras(reglas, propio, FECHA, {}):
        assert sin.model_dump() == _callada(con).model_dump()


@pytest.mark.parametrize("caso", ["pbot-borrador", "pot-completo", "todo-mal", "arboletes-2020"])
def test_solo_cambia_la_explicacion_con_las_reglas_y_los_planes_de_verdad(caso: str) -> None:
    cargado = aplicacion.revisar(CASOS / caso, paquete_del_repositorio(), DIA).cargado
    assert cargado is not None
    lugares = {ruta: str(tramo) for ruta, tramo in cargado.lugares.items()}
    for con, sin in _de_las_dos_maneras(paquete_del_repositorio(), cargado.plan, DIA, lugares):
        assert {h.explicacion for h in _hallazgos(sin)} == {""} != {h.explicacion for h in _hallazgos(con)}
        assert sin.model_dump() == _callada(con).model_dump()


@pytest.mark.parametrize("respuesta", ["", "cumple", "no_cumple"])
def test_una_pregunta_respondida_o_no_da_lo_mismo_sin_frases(respuesta: str) -> None:
    juicio = f"{{id: J1, regla: la-decide-una-persona, respuesta: {respuesta}, autor: A, soporte: S}}"
    texto = f"documentos: [{{id: S, nombre: Concepto}}]\njuicios: [{juicio}]" if respuesta else ""
    con, sin = (
        evaluar(paquete(_DE_UNA_PERSONA), plan(texto).plan, Pedido(DIA, con_frases=frases))
        for frases in (True, False)
    )
    assert [h.explicacion != "" for h in _hallazgos(con)] == [True]
    assert sin == _callada(con)


# -- quién las omite y quién no ----------------------------------------------------------------------


@pytest.fixture
def narradas(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Cada frase que se pide escribir."""
    pedidas: list[str] = []

    def vigilar(nombre: str) -> None:
        propia = getattr(Narrador, nombre)

        def contar(self: Narrador, *todo: object) -> str:
            pedidas.append(nombre)
            return str(propia(self, *todo))

        monkeypatch.setattr(Narrador, nombre, contar)

    for nombre in _QUE_NARRA:
        vigilar(nombre)
    return pedidas


def test_las_consultas_que_no_muestran_frases_no_las_escriben(narradas: list[str]) -> None:
    reglas, entrega = paquete_del_repositorio(), CASOS / "todo-mal-corto-plazo"
    lista = consultas.exigencias(reglas, consultas.Pregunta("EOT", "revision_general", DIA))
    cambios = consultas.regimenes(entrega, reglas, date(2014, 5, 1), DIA).valor
    faltan = consultas.faltantes(entrega, reglas, DIA, lambda *_: None).valor
    mapa = consultas.mapa(entrega, reglas, DIA).valor
    rondas_ = (CASOS / "todo-mal-1999", entrega)
    comparadas = rondas.comparar(rondas_, reglas, None).valor
    assert lista.exigencias and cambios and cambios.cambios and faltan and faltan.datos
    assert mapa and mapa.conceptual and comparadas and comparadas.pasos[0].filas
    assert narradas == []


def test_lo_que_se_muestra_con_frases_las_sigue_trayendo(narradas: list[str]) -> None:
    informe = aplicacion.revisar(CASOS / "todo-mal-corto-plazo", paquete_del_repositorio(), DIA).informe
    assert informe is not None
    propios = [h for r in informe.reglas for h in r.hallazgos]
    callados = [h for h in propios if not h.explicacion]
    assert set(narradas) == set(_QUE_NARRA)
    # Una condición que no se da sin un valor que leer ya lo dice todo en el mensaje.
    assert all(h.mensaje.startswith("No aplica: solo se exige si") for h in callados)
    assert len(callados) < len(propios) / 10

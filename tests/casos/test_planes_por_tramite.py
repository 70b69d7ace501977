"""Cada trámite tiene un plan que cumple lo que se le exige, y nada más: lo que no se le pide, no aplica.

Los planes salen de `eot-completo` y `pbot-completo`: si uno de ellos cambia, estos también.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.plan import PlanCargado, cargar_plan
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.insumos import revisar_nombres
from plomada.evaluacion.paquete import Paquete
from plomada.modelo.opciones import ComponenteDelPlan, TipoDeDocumento, Tramite
from plomada.modelo.opciones_territoriales import TemaDeNorma
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import leer_cantidad
from tests.apoyo import paquete_del_repositorio

# Cuántas reglas cumple al menos cada plan: si baja, el plan dejó de ejercer reglas.
PLANES = {
    "tramite-mediano-plazo": 440,
    "tramite-corto-plazo": 200,
    "tramite-desastre": 165,
    "tramite-estudios": 250,
    "tramite-modificacion": 300,
    "tramite-precision": 140,
}
INTEGRALES = ("pot-completo", "pbot-completo", "eot-completo")
EXCEPCIONALES = ("tramite-desastre", "tramite-estudios")
PARCIALES = tuple(p for p in PLANES if p != "tramite-precision")
DEL_TRAMITE_INTEGRAL = (
    "falta-el-diagnostico",
    "falta-el-documento-tecnico-de-soporte",
    "falta-el-proyecto-de-acuerdo",
    "falta-el-resumen",
)
POR_VENCIMIENTO = (
    "motivo-de-revision-sin-indicador",
    "revision-en-el-mismo-periodo",
    "revision-de-mediano-plazo-no-vencido",
    "revision-de-corto-plazo-no-vencido",
    "revision-general-de-lo-no-vencido",
    "tramite-iniciado-despues-del-vencimiento",
)
DE_LA_ADOPCION_POR_EL_CONCEJO = (
    "sin-consejo-de-gobierno",
    "sin-acta-de-concertacion",
    "concepto-del-ctp-fuera-de-plazo",
    "consulta-ciudadana-incompleta",
    "concejo-antes-de-agotar-instancias",
    "cabildo-abierto-no-celebrado",
    "proyecto-sin-exposicion-de-motivos",
    "proyecto-sin-publicar",
)

Cambio = Callable[[Plan], Plan]


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


def _carpeta(caso: str) -> Path:
    return carpeta_de_datos() / "casos" / caso


def _cargar(caso: str) -> PlanCargado:
    cargado = cargar_plan(_carpeta(caso))
    assert cargado.valor is not None and not cargado.diagnosticos, cargado.diagnosticos
    return cargado.valor


def _veredictos(plan: Plan, paquete: Paquete, caso: str, *, fecha_dada: bool = True) -> dict[str, str]:
    fecha = date.fromisoformat(json.loads((_carpeta(caso) / "esperado.json").read_text("utf-8"))["fecha"])
    evaluacion = evaluar(paquete, plan, Pedido(fecha, fecha_dada, con_evidencia=False))
    return {r.regla: r.veredicto.value for r in evaluacion.resultados}


def _por_corregir(veredictos: dict[str, str]) -> dict[str, str]:
    return {r: v for r, v in veredictos.items() if v not in {"cumple", "no aplica"}}


def _con(objeto: Any, ruta: str, valor: Any) -> Any:
    """El mismo objeto con otro valor en la ruta; `lista[id].campo` nombra un elemento."""
    parte, _, resto = ruta.partition(".")
    nombre, _, id_ = parte.rstrip("]").partition("[")
    actual = getattr(objeto, nombre)
    if id_:
        assert id_ in {e.id for e in actual}, ruta
        nuevo: Any = tuple(_con(e, resto, valor) if e.id == id_ else e for e in actual)
    else:
        nuevo = _con(actual, resto, valor) if resto else valor
    return objeto.model_copy(update={nombre: nuevo})


def _pone(**rutas: Any) -> Cambio:
    def cambiar(plan: Plan) -> Plan:
        for ruta, valor in rutas.items():
            plan = _con(plan, ruta, valor)
        return plan

    return cambiar


def _sin_documentos(plan: Plan, *tipos: TipoDeDocumento) -> Plan:
    assert isinstance(plan.documentos, tuple)
    return _con(plan, "documentos", tuple(d for d in plan.documentos if d.tipo not in tipos))


# -- un plan por trámite ---------------------------------------------------------------------------


def test_cada_tramite_tiene_un_plan_que_lo_cumple() -> None:
    assert {_cargar(c).plan.plan.tramite for c in (*INTEGRALES, *PLANES)} == set(Tramite)
    assert len({_cargar(c).plan.plan.tramite for c in PLANES}) == len(PLANES)


@pytest.mark.parametrize(("caso", "minimo"), PLANES.items())
def test_el_plan_no_deja_nada_por_corregir_ni_por_saber(caso: str, minimo: int, paquete: Paquete) -> None:
    cargado = _cargar(caso)
    assert list(revisar_nombres(cargado, paquete)) == []
    for fecha_dada in (True, False):
        veredictos = _veredictos(cargado.plan, paquete, caso, fecha_dada=fecha_dada)
        assert _por_corregir(veredictos) == {}
        assert list(veredictos.values()).count("cumple") >= minimo


@pytest.mark.parametrize("caso", PLANES)
def test_el_leeme_dice_que_no_se_le_exige_y_que_es_inventado(caso: str) -> None:
    leeme = (_carpeta(caso) / "LEEME.md").read_text("utf-8")
    assert "inventado" in leeme and "Qué trae" in leeme and "Qué no se le exige" in leeme


# -- documentos ------------------------------------------------------------------------------------


@pytest.mark.parametrize("caso", PLANES)
def test_los_documentos_del_plan_completo_no_se_le_piden(caso: str, paquete: Paquete) -> None:
    plan = _cargar(caso).plan
    assert isinstance(plan.documentos, tuple)
    de_plan_completo = {TipoDeDocumento.DIAGNOSTICO, TipoDeDocumento.DTS, TipoDeDocumento.RESUMEN}
    assert not de_plan_completo & {d.tipo for d in plan.documentos}
    veredictos = _veredictos(plan, paquete, caso)
    assert {veredictos[r] for r in DEL_TRAMITE_INTEGRAL} == {"no aplica"}


def test_a_la_revision_general_si_se_le_piden(paquete: Paquete) -> None:
    tipos = (TipoDeDocumento.DIAGNOSTICO, TipoDeDocumento.DTS, TipoDeDocumento.RESUMEN)
    sin_ellos = _sin_documentos(_cargar("pbot-completo").plan, *tipos)
    veredictos = _veredictos(sin_ellos, paquete, "pbot-completo")
    for regla in ("falta-el-diagnostico", "falta-el-documento-tecnico-de-soporte", "falta-el-resumen"):
        assert veredictos[regla] == "no consta", regla


@pytest.mark.parametrize("caso", PARCIALES)
@pytest.mark.parametrize(
    ("tipo", "regla"),
    [
        (TipoDeDocumento.INSUMOS_TECNICOS, "revision-parcial-sin-insumos-tecnicos"),
        (TipoDeDocumento.MEMORIA_JUSTIFICATIVA, "revision-parcial-sin-memoria-justificativa"),
        (TipoDeDocumento.PROYECTO_DE_ACUERDO, "revision-parcial-sin-proyecto-de-acuerdo"),
        (TipoDeDocumento.SEGUIMIENTO_Y_EVALUACION, "revision-parcial-sin-seguimiento"),
    ],
)
def test_los_suyos_si_y_el_de_seguimiento_no_a_las_excepcionales(
    caso: str, tipo: TipoDeDocumento, regla: str, paquete: Paquete
) -> None:
    es_de_seguimiento = tipo is TipoDeDocumento.SEGUIMIENTO_Y_EVALUACION
    esperado = "no aplica" if es_de_seguimiento and caso in EXCEPCIONALES else "no consta"
    assert _veredictos(_sin_documentos(_cargar(caso).plan, tipo), paquete, caso)[regla] == esperado


# -- alcance ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("caso", PLANES)
def test_lo_de_los_componentes_que_no_toca_no_aplica(caso: str, paquete: Paquete) -> None:
    plan = _cargar(caso).plan
    veredictos = _veredictos(plan, paquete, caso)
    assert isinstance(plan.plan.alcance, tuple)
    ajenos = {c.value for c in ComponenteDelPlan} - {c.value for c in plan.plan.alcance}
    assert ajenos
    reglas = {f.id for f in paquete.fichas if f.analisis == "suficiencia" and f.componente in ajenos}
    assert reglas and {veredictos[r] for r in reglas} == {"no aplica"}
    # Si dijera que toca todo, sí se le pedirían.
    con_todo = _veredictos(_con(plan, "plan.alcance", tuple(ComponenteDelPlan)), paquete, caso)
    assert {r for r in _por_corregir(con_todo) if r in reglas}


@pytest.mark.parametrize("caso", (*EXCEPCIONALES, "tramite-modificacion", "tramite-precision"))
def test_lo_que_es_de_una_revision_por_vencimiento_no_se_le_pide(caso: str, paquete: Paquete) -> None:
    veredictos = _veredictos(_cargar(caso).plan, paquete, caso)
    assert {veredictos[r] for r in POR_VENCIMIENTO} == {"no aplica"}


@pytest.mark.parametrize(
    ("caso", "plazos"),
    [
        ("tramite-mediano-plazo", ("largo",)),
        ("tramite-corto-plazo", ("largo", "mediano")),
        ("tramite-modificacion", ("largo", "mediano", "corto")),
    ],
)
def test_no_tiene_que_fijar_de_nuevo_los_plazos_que_no_revisa(
    caso: str, plazos: tuple[str, ...], paquete: Paquete
) -> None:
    """Con una fecha que no termina un período, solo la del plazo que el trámite fija está mal."""
    fechas = {f"vence_{p}": date(2029, 5, 1) for p in ("largo", "mediano", "corto")}
    vigencias: Any = _cargar("pbot-completo").plan.plan.vigencias
    plan = _con(_cargar(caso).plan, "plan.vigencias", vigencias.model_copy(update=fechas))
    veredictos = _veredictos(plan, paquete, caso)
    for plazo in ("largo", "mediano", "corto"):
        regla = f"vencimiento-de-{plazo}-plazo-fuera-de-periodo"
        assert veredictos[regla] == ("no aplica" if plazo in plazos else "no cumple"), regla


# -- lo que cada uno no puede ----------------------------------------------------------------------

_TOCA = {
    "modificacion-que-toca-objetivos-o-estrategias": _pone(**{"plan.cambia_objetivos_o_estrategias": True}),
    "modificacion-que-alarga-vigencias": _pone(**{"plan.cambia_vigencias": True}),
    "norma-ambiental-modificada-fuera-de-revision": _pone(
        **{"normas_urbanisticas.normas[NU6].tema": TemaDeNorma.AMBIENTAL}
    ),
    "norma-general-modificada-sin-estudios": _pone(
        **{"normas_urbanisticas.normas[NU6].soporte_tecnico": NoHay("no se anexó")}
    ),
}
_TOCA_CUALQUIERA = {
    "umbral-de-suburbanizacion-cambiado-fuera-de-tiempo": _pone(
        **{"suelo.suburbano.orden.umbral_vigente": leer_cantidad("0.5 %")}
    ),
    "articulo-modificado-sin-texto": _pone(
        **{"plan.articulos_modificados[AM1].texto_propuesto": NoHay("pendiente")}
    ),
    "revision-parcial-con-otra-estructura": _pone(**{"plan.respeta_la_estructura_vigente": False}),
}


@pytest.mark.parametrize(("regla", "cambio"), [*_TOCA.items(), *_TOCA_CUALQUIERA.items()])
def test_la_modificacion_que_toca_lo_que_no_puede_no_cumple_eso_y_nada_mas(
    regla: str, cambio: Cambio, paquete: Paquete
) -> None:
    caso = "tramite-modificacion"
    assert _por_corregir(_veredictos(cambio(_cargar(caso).plan), paquete, caso)) == {regla: "no cumple"}


@pytest.mark.parametrize(("regla", "cambio"), _TOCA.items())
def test_lo_que_la_modificacion_no_puede_la_revision_si(regla: str, cambio: Cambio, paquete: Paquete) -> None:
    caso = "tramite-mediano-plazo"
    assert _veredictos(cambio(_cargar(caso).plan), paquete, caso)[regla] == "no aplica"


@pytest.mark.parametrize(
    ("caso", "regla", "cambio"),
    [
        (
            "tramite-mediano-plazo",
            "revision-de-mediano-plazo-no-vencido",
            _pone(**{"plan.vigente.vencimiento_mediano": date(2027, 12, 31)}),
        ),
        (
            "tramite-corto-plazo",
            "revision-de-corto-plazo-no-vencido",
            _pone(**{"plan.vigente.vencimiento_corto": date(2027, 12, 31)}),
        ),
        (
            "tramite-desastre",
            "revision-por-desastre-sin-declaratoria",
            _pone(**{"plan.declaratoria_de_desastre": NoHay("no se declaró")}),
        ),
        (
            "tramite-estudios",
            "revision-por-estudios-sin-estudio-detallado",
            _pone(**{"plan.estudios_que_lo_motivan": ("R1",)}),
        ),
        (
            "tramite-precision",
            "precision-cartografica-sin-anotar",
            _pone(**{"plan.precision_cartografica.anotada_en_los_planos": False}),
        ),
        (
            "tramite-precision",
            "precision-cartografica-sin-normas-del-area",
            _pone(**{"plan.precision_cartografica.normas_del_area": NoHay("no las trae")}),
        ),
    ],
)
def test_sin_lo_que_funda_el_tramite_no_cumple(
    caso: str, regla: str, cambio: Cambio, paquete: Paquete
) -> None:
    plan = _cargar(caso).plan
    assert _veredictos(plan, paquete, caso)[regla] == "cumple"
    assert _veredictos(cambio(plan), paquete, caso)[regla] == "no cumple"


# -- el camino de cada uno -------------------------------------------------------------------------


def test_solo_por_desastre_la_consulta_va_a_la_vez_que_la_concertacion(paquete: Paquete) -> None:
    caso, regla = "tramite-desastre", "ctp-antes-de-la-concertacion"
    plan = _cargar(caso).plan
    proceso: Any = plan.proceso
    assert proceso.ctp.radicado < proceso.autoridad_ambiental.acta
    assert _veredictos(plan, paquete, caso)[regla] == "no aplica"
    ordinaria = _con(plan, "plan.tramite", Tramite.REVISION_DE_CORTO_PLAZO)
    assert _veredictos(ordinaria, paquete, caso)[regla] == "no cumple"


def test_la_precision_cartografica_no_pasa_por_el_concejo(paquete: Paquete) -> None:
    caso = "tramite-precision"
    plan = _cargar(caso).plan
    for paso in ("consejo_de_gobierno", "autoridad_ambiental", "ctp", "concejo", "divulgacion"):
        assert isinstance(getattr(plan.proceso, paso), NoHay), paso
    veredictos = _veredictos(plan, paquete, caso)
    assert {veredictos[r] for r in DE_LA_ADOPCION_POR_EL_CONCEJO} == {"no aplica"}
    revision = _con(plan, "plan.tramite", Tramite.REVISION_DE_CORTO_PLAZO)
    otros = _veredictos(revision, paquete, caso)
    de_proceso = set(DE_LA_ADOPCION_POR_EL_CONCEJO) - {"consulta-ciudadana-incompleta"}
    assert {otros[r] for r in de_proceso} == {"no cumple"}


def test_la_precision_que_cambia_un_articulo_no_cumple(paquete: Paquete) -> None:
    otro = _cargar("tramite-modificacion").plan.plan.articulos_modificados
    plan = _con(_cargar("tramite-precision").plan, "plan.articulos_modificados", otro)
    regla = "precision-cartografica-que-cambia-el-articulado"
    assert _por_corregir(_veredictos(plan, paquete, "tramite-precision")) == {regla: "no cumple"}

"""Lo que `exigencias` anuncia es lo que la evaluación aplica, regla por regla.

Para todas las clases, trámites y fechas de cambio de la norma, y contra los planes de `casos/`: con menos
datos nunca se dice que no se exige algo que, con el plan entero, la evaluación sí aplica.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.plan import cargar_plan
from plomada.consultas import Pregunta, exigencias
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.exigencias import exigir
from plomada.evaluacion.insumos import elegir_fecha
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.supuestos import SUPUESTOS, plan_supuesto
from plomada.evaluacion.veredicto import Veredicto
from plomada.modelo.opciones import ClaseDePlan, Tramite
from tests.apoyo import paquete_del_repositorio

CLASES = [c.value for c in ClaseDePlan]
TRAMITES = [t.value for t in Tramite]
CASOS = sorted((carpeta_de_datos() / "casos").glob("*/plan.yaml"))


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


def _fechas_de_cambio(paquete: Paquete) -> list[date]:
    """El día de cada cambio; su víspera es el régimen del cambio anterior, que ya está en la lista."""
    dias = {r.desde for r in paquete.registro.requisitos}
    dias |= {r.hasta + timedelta(days=1) for r in paquete.registro.requisitos if r.hasta}
    return [min(dias) - timedelta(days=1), *sorted(dias)]


@pytest.mark.parametrize("clase", CLASES)
@pytest.mark.parametrize("tramite", TRAMITES)
def test_exigencias_coincide_con_lo_que_la_evaluacion_aplica(
    paquete: Paquete, clase: str, tramite: str
) -> None:
    plan = plan_supuesto(clase, tramite)
    for fecha in _fechas_de_cambio(paquete):
        pedido = Pedido(fecha, fecha_dada=True, con_evidencia=False)
        anunciadas = {e.ficha.id for e in exigir(paquete, plan, pedido) if e.se_exige}
        aplicadas = {
            r.regla
            for r in evaluar(paquete, plan, pedido).resultados
            if r.veredicto is not Veredicto.NO_APLICA
        }
        assert anunciadas == aplicadas, (fecha, anunciadas ^ aplicadas)


@pytest.mark.parametrize("caso", CASOS, ids=lambda c: c.parent.name)
def test_nada_que_un_plan_entero_aplique_se_anuncia_como_no_exigido(paquete: Paquete, caso: Path) -> None:
    cargado = cargar_plan(caso.parent)
    assert cargado.valor is not None
    plan = cargado.valor.plan
    elegida = elegir_fecha(plan, None, cargado.valor.archivo).valor
    fecha = elegida.fecha if elegida else date(2025, 12, 31)
    pedido = Pedido(fecha, fecha_dada=True, con_evidencia=False)
    evaluacion = evaluar(paquete, plan, pedido)
    alcance = tuple(a.value for a in plan.plan.alcance) if isinstance(plan.plan.alcance, tuple) else ()
    supuesto = plan_supuesto(evaluacion.clase_aplicada, evaluacion.tramite, alcance)
    negadas = {e.ficha.id: e.motivo for e in exigir(paquete, supuesto, pedido) if not e.se_exige}
    aplicadas = {r.regla for r in evaluacion.resultados if r.veredicto is not Veredicto.NO_APLICA}
    assert {r: negadas[r] for r in aplicadas & set(negadas)} == {}


def _lista(paquete: Paquete, **cambios: object) -> dict[str, str]:
    base: dict[str, object] = {"clase": "EOT", "tramite": "revision_general", "fecha": date(2026, 3, 1)}
    hecha = exigencias(paquete, Pregunta(**{**base, **cambios}))  # type: ignore[arg-type]
    assert sum(hecha.cuentas.values()) == len(hecha.exigencias) == len(paquete.fichas)
    return {e.regla: e.estado for e in hecha.exigencias}


def test_lo_que_el_municipio_no_tiene_deja_de_depender(paquete: Paquete) -> None:
    sin_saber = _lista(paquete)
    sin_nada = _lista(paquete, tiene=())
    con_suburbano = _lista(paquete, tiene=("suburbano",))
    assert sin_saber["suburbano-en-paramo"] == "depende"
    assert sin_nada["suburbano-en-paramo"] == "no se exige"
    assert sin_saber["umbral-de-suburbanizacion-sin-definir"] == "depende"
    assert sin_nada["umbral-de-suburbanizacion-sin-definir"] == "no se exige"
    assert con_suburbano["umbral-de-suburbanizacion-sin-definir"] == "se exige"


def test_la_revision_general_pide_el_documento_de_seguimiento_y_el_plan_nuevo_no(paquete: Paquete) -> None:
    assert _lista(paquete)["falta-el-documento-de-seguimiento"] == "se exige"
    assert _lista(paquete, tramite="plan_nuevo")["falta-el-documento-de-seguimiento"] == "no se exige"


def test_un_tramite_parcial_sin_alcance_dice_de_que_depende(paquete: Paquete) -> None:
    sin_alcance = _lista(paquete, tramite="modificacion_excepcional")
    assert sin_alcance["faltan-politicas-rurales"] == "depende"
    urbana = _lista(paquete, tramite="modificacion_excepcional", alcance=("urbano",))
    assert urbana["faltan-politicas-rurales"] == "no se exige"


def test_los_documentos_van_primero_y_los_contenidos_en_el_orden_del_plan(paquete: Paquete) -> None:
    hecha = exigencias(paquete, Pregunta("POT", "plan_nuevo", date(2026, 3, 1)))
    grupos = [e.grupo for e in hecha.exigencias]
    assert grupos == sorted(grupos, key=list(dict.fromkeys(grupos)).index)
    assert grupos[0] == "Documentos"
    ordenes = [
        min(paquete.registro.contenido(c).orden for c in f.contenidos)
        for e in hecha.exigencias
        for f in paquete.fichas
        if f.id == e.regla and e.grupo == "Contenidos"
    ]
    assert ordenes == sorted(ordenes) and len(ordenes) > 20


def test_cada_exigencia_dice_su_norma_y_lo_no_exigido_su_motivo(paquete: Paquete) -> None:
    for e in exigencias(paquete, Pregunta("PBOT", "plan_nuevo", date(2026, 3, 1))).exigencias:
        assert e.cita and e.pide
        assert e.se_exige or e.motivo


def test_los_supuestos_son_campos_del_plan() -> None:
    for tramite in TRAMITES:
        plan_supuesto("EOT", tramite, (), tuple(SUPUESTOS))
        plan_supuesto("EOT", tramite, (), ())

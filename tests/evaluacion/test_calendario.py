"""Cada término vence el día que dice la norma de la fecha en que empezó, y su estado cambia ese día."""

from datetime import date, timedelta
from typing import Any

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.evaluacion.calendario import EstadoDePlazo, Plazo, calcular
from plomada.evaluacion.paquete import Paquete
from plomada.modelo.formas import rutas
from plomada.modelo.opciones import Tramite
from plomada.modelo.plan import Plan
from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro
from plomada.normativa.terminos import Termino, leer_terminos
from tests.apoyo import paquete

DIA = timedelta(days=1)


@pytest.fixture(scope="module")
def registro() -> Registro:
    leido = leer_registro(carpeta_de_datos() / "normativa")
    assert leido.valor is not None
    return leido.valor


@pytest.fixture(scope="module")
def terminos(registro: Registro) -> dict[str, Termino]:
    leidos = leer_terminos(carpeta_de_datos() / "normativa", registro)
    assert leidos.valor is not None, [f"{d.tramo} {d.mensaje}" for d in leidos.diagnosticos]
    return {t.id: t for t in leidos.valor}


@pytest.fixture(scope="module")
def motor(registro: Registro) -> Paquete:
    """Un paquete con el registro de verdad y sin reglas: el calendario no las usa."""
    return paquete("", registro)


def _ver(
    motor: Paquete, termino: Termino, hoy: date, tramite: str = "revision_general", **datos: Any
) -> Plazo:
    plan = Plan.model_validate(
        {"plan": {"clase": "EOT", "tramite": tramite, **datos.pop("plan", {})}, **datos}
    )
    (plazo,) = calcular(motor, plan, [termino], hoy)
    return plazo


def _proceso(**claves: Any) -> dict[str, Any]:
    return {"proceso": claves}


@pytest.mark.parametrize(
    ("radicacion", "vence"),
    [
        ("2021-01-13", date(2021, 2, 24)),  # treinta días hábiles: régimen anterior
        ("2021-01-14", date(2021, 3, 18)),  # cuarenta y cinco, desde ese día
    ],
)
def test_la_concertacion_vence_segun_el_regimen_del_dia_en_que_se_radico(
    motor: Paquete, terminos: dict[str, Termino], radicacion: str, vence: date
) -> None:
    datos = _proceso(autoridad_ambiental={"radicacion_completa": radicacion})
    for hoy, estado in ((vence, EstadoDePlazo.CORRE), (vence + DIA, EstadoDePlazo.VENCIDO)):
        plazo = _ver(motor, terminos["concertacion-ambiental"], hoy, **datos)
        assert (plazo.vence, plazo.estado) == (vence, estado)


@pytest.mark.parametrize(
    ("acta", "estado"),
    [("2026-02-10", EstadoDePlazo.CUMPLIDO), ("2026-02-11", EstadoDePlazo.TARDE)],
)
def test_el_acta_del_ultimo_dia_cumple_y_la_del_siguiente_no(
    motor: Paquete, terminos: dict[str, Termino], acta: str, estado: EstadoDePlazo
) -> None:
    datos = _proceso(autoridad_ambiental={"radicacion_completa": "2025-12-03", "acta": acta})
    plazo = _ver(motor, terminos["concertacion-ambiental"], date(2026, 6, 1), **datos)
    assert plazo.vence == date(2026, 2, 10), plazo
    assert plazo.estado is estado


def test_una_suspension_corre_el_vencimiento_los_dias_habiles_que_dura(
    motor: Paquete, terminos: dict[str, Termino]
) -> None:
    libre = _proceso(autoridad_ambiental={"radicacion_completa": "2026-02-02"})
    una_semana = {"id": "S1", "desde": "2026-02-09", "hasta": "2026-02-13", "motivo": "paro"}
    con = {"proceso": {**libre["proceso"], "suspensiones": [una_semana]}}
    termino = terminos["concertacion-ambiental"]
    antes, despues = (_ver(motor, termino, date(2026, 2, 3), **d).vence for d in (libre, con))
    assert antes is not None and despues is not None
    assert (despues - antes).days == 7


def test_un_requerimiento_sin_responder_suspende_el_termino(
    motor: Paquete, terminos: dict[str, Termino]
) -> None:
    datos = _proceso(
        autoridad_ambiental={"radicacion_completa": "2026-02-02"},
        requerimientos=[{"id": "R1", "fecha": "2026-02-10"}],
    )
    plazo = _ver(motor, terminos["concertacion-ambiental"], date(2027, 1, 1), **datos)
    assert plazo.estado is EstadoDePlazo.SUSPENDIDO


def test_la_revision_ante_el_concejo_son_noventa_dias_calendario(
    motor: Paquete, terminos: dict[str, Termino]
) -> None:
    datos = _proceso(concejo={"radicado": "2026-02-02"})
    plazo = _ver(motor, terminos["decision-del-concejo-revision"], date(2026, 2, 3), **datos)
    assert plazo.vence == date(2026, 2, 2) + 90 * DIA
    nuevo = _ver(motor, terminos["decision-del-concejo-revision"], date(2026, 2, 3), "plan_nuevo", **datos)
    assert nuevo.estado is EstadoDePlazo.NO_APLICA


@pytest.mark.parametrize(
    ("segundo", "estado"),
    [
        ("2026-02-08", EstadoDePlazo.ANTES),
        ("2026-02-09", EstadoDePlazo.CUMPLIDO),
    ],
)
def test_entre_los_debates_pasan_tres_dias_completos(
    motor: Paquete, terminos: dict[str, Termino], segundo: str, estado: EstadoDePlazo
) -> None:
    datos = _proceso(concejo={"primer_debate": "2026-02-05", "segundo_debate": segundo})
    assert _ver(motor, terminos["espera-entre-debates"], date(2026, 3, 1), **datos).estado is estado


@pytest.mark.parametrize(
    ("hoy", "estado"),
    [
        (date(2027, 6, 29), EstadoDePlazo.POR_EMPEZAR),
        (date(2027, 6, 30), EstadoDePlazo.CORRE),
        (date(2027, 12, 31), EstadoDePlazo.CORRE),
        (date(2028, 1, 1), EstadoDePlazo.VENCIDO),
    ],
)
def test_la_ventana_de_inicio_se_abre_seis_meses_antes_y_cierra_con_el_vencimiento(
    motor: Paquete, terminos: dict[str, Termino], hoy: date, estado: EstadoDePlazo
) -> None:
    datos = {"plan": {"vigente": {"vencimiento": "2027-12-31"}}}
    assert _ver(motor, terminos["ventana-de-inicio"], hoy, **datos).estado is estado


def test_empezar_antes_de_la_ventana_tambien_cumple(motor: Paquete, terminos: dict[str, Termino]) -> None:
    datos = {"plan": {"vigente": {"vencimiento": "2027-12-31"}}, **_proceso(inicio="2025-01-01")}
    plazo = _ver(motor, terminos["ventana-de-inicio"], date(2026, 1, 1), **datos)
    assert plazo.estado is EstadoDePlazo.CUMPLIDO


def test_lo_que_no_se_sabe_no_se_da_por_cumplido_ni_por_ajeno(
    motor: Paquete, terminos: dict[str, Termino]
) -> None:
    junta = terminos["junta-metropolitana"]
    assert _ver(motor, junta, date(2026, 1, 1)).estado is EstadoDePlazo.POR_EMPEZAR
    fuera = {"municipio": {"en_area_metropolitana": "no"}}
    assert _ver(motor, junta, date(2026, 1, 1), **fuera).estado is EstadoDePlazo.NO_APLICA


def test_antes_de_que_la_norma_lo_fijara_no_hay_termino(motor: Paquete, terminos: dict[str, Termino]) -> None:
    datos = _proceso(autoridad_ambiental={"desacuerdos_remitidos": "1998-01-05", "hay_desacuerdos": "si"})
    plazo = _ver(motor, terminos["decision-del-ministerio"], date(1998, 2, 1), **datos)
    assert plazo.estado is EstadoDePlazo.SIN_NORMA and plazo.vence is None


def test_las_rutas_y_los_tramites_de_los_terminos_existen(terminos: dict[str, Termino]) -> None:
    conocidas = {ruta for ruta, _ in rutas(Plan)}
    for t in terminos.values():
        assert {t.corre_desde, t.se_cumple_con, *([t.solo_si] if t.solo_si else [])} <= conocidas, t.id
        assert set(t.tramites) <= {x.value for x in Tramite}, t.id
        assert bool(t.solo_si) == bool(t.titulo_de_la_condicion)

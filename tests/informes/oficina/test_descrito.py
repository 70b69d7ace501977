"""Lo que la entrega y el registro traen para el oficio y el acta."""

from datetime import date
from pathlib import Path

import pytest

from plomada.cargadores.plan import cargar_plan
from plomada.informes.requerimientos.descrito import PLAZOS, armar_descrito
from plomada.informes.requerimientos.partes import LoDescrito
from plomada.informes.requerimientos.temas import nombrar
from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro
from tests.apoyo import parametro, registro

RAIZ = Path(__file__).resolve().parents[3]
FECHA = date(2026, 2, 3)


@pytest.fixture(scope="module")
def real() -> Registro:
    """El registro de Plomada."""
    leido = leer_registro(RAIZ / "normativa").valor
    assert leido is not None
    return leido


def _de(caso: str, reg: Registro) -> LoDescrito:
    cargado = cargar_plan(RAIZ / "casos" / caso / "plan.yaml").valor
    assert cargado is not None
    return armar_descrito(cargado.plan, reg, FECHA)


def test_los_plazos_salen_del_registro_con_su_norma_y_lo_que_falta_verificar(real: Registro) -> None:
    plazos = armar_descrito(None, real, FECHA).plazos
    assert len(plazos) == len(PLAZOS) and all(p.valor and p.cita for p in plazos)
    assert all("por verificar" in p.reserva for p in plazos)


def test_un_plazo_que_aun_no_rige_se_dice_y_no_se_calla() -> None:
    reg = registro(parametros=(parametro(PLAZOS[0], ("2020-01-01", "", "7 días hábiles")),))
    sin_clave = reg.parametros[0].valores[0].model_copy(update={"clave": None})
    reg = reg.model_copy(
        update={"parametros": (reg.parametros[0].model_copy(update={"valores": (sin_clave,)}),)}
    )
    (rige,) = armar_descrito(None, reg, date(2020, 1, 1)).plazos
    (todavia_no,) = armar_descrito(None, reg, date(2019, 12, 31)).plazos
    assert rige.valor == "7 días hábiles"
    assert todavia_no.valor == "" and "no trae el término" in todavia_no.nota


def test_los_articulos_que_cambian_traen_lo_vigente_y_lo_propuesto(real: Registro) -> None:
    descrito = _de("tramite-mediano-plazo", real)
    assert [a.articulo for a in descrito.articulos] == ["66", "40", "88"]
    assert descrito.articulos[1].vigente == "El malecón es área de actividad comercial."
    assert "suelo de protección" in descrito.articulos[1].propuesto


def test_si_el_plan_declara_que_no_cambia_articulos_queda_el_motivo(real: Registro) -> None:
    descrito = _de("tramite-precision", real)
    assert descrito.articulos == ()
    assert descrito.sin_articulos == "una precisión cartográfica no cambia el articulado"


@pytest.mark.parametrize(
    ("materia", "tema"),
    [
        ("gestion_del_riesgo", "Gestión del riesgo"),
        ("paramos", "Páramos"),
        ("sabana_de_bogota", "Sabana de Bogotá"),
    ],
)
def test_los_temas_se_leen_con_tildes(materia: str, tema: str) -> None:
    assert nombrar(materia) == tema

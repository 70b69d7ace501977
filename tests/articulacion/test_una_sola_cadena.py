"""La cadena de fines y medios se construye una vez por plan, y solo si alguien la necesita."""

from datetime import date

import pytest

from plomada import aplicacion
from plomada.articulacion import analisis, grafo
from plomada.articulacion.grafo import Cadena, Grafo
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.informes.vista import construir_informe
from plomada.modelo.plan import Plan
from tests.apoyo import paquete, paquete_del_repositorio, plan, regla

DIA = date(2026, 2, 20)
CASOS = aplicacion.carpeta_de_datos() / "casos"
SIN_CADENA = regla("municipio.nombre existe")
CON_CADENA = regla("cada objetivo en fines.objetivos se concreta en al menos 1 proyecto")
PLAN = """fines: {objetivos: [{id: O1, nombre: Uno}]}
medios: {proyectos: [{id: P1, objetivos: [O1]}]}"""


@pytest.fixture
def construidos(monkeypatch: pytest.MonkeyPatch) -> list[Plan]:
    """Los planes a los que se les construye el grafo, en orden y con repeticiones."""
    hechos: list[Plan] = []
    propio = grafo.construir_grafo

    def contar(de: Plan) -> Grafo:
        hechos.append(de)
        return propio(de)

    monkeypatch.setattr(grafo, "construir_grafo", contar)
    monkeypatch.setattr(analisis, "construir_grafo", contar)
    return hechos


@pytest.mark.parametrize("caso", ["pot-completo", "pbot-borrador", "todo-mal-cadena"])
@pytest.mark.parametrize("perfil", ["consultoria", "juridico"])
def test_una_revision_completa_construye_el_grafo_una_sola_vez(
    caso: str, perfil: str, construidos: list[Plan]
) -> None:
    revision = aplicacion.revisar(CASOS / caso, paquete_del_repositorio(), DIA, perfil)
    assert revision.informe is not None and revision.informe.articulacion is not None
    assert revision.cargado is not None and len(construidos) == 1
    assert construidos[0] is revision.cargado.plan


def test_tampoco_se_repite_si_el_plan_se_evalua_con_otra_clase(construidos: list[Plan]) -> None:
    revision = aplicacion.revisar(CASOS / "arboletes-2020", paquete_del_repositorio(), date(2020, 12, 31))
    assert revision.evaluacion is not None
    assert revision.evaluacion.clase_aplicada != revision.evaluacion.clase_declarada
    assert len(construidos) == 1


@pytest.mark.parametrize(
    ("reglas", "perfil", "veces"),
    [
        (SIN_CADENA, "concertacion", 0),
        (SIN_CADENA, "radicacion", 0),
        (SIN_CADENA, "consultoria", 1),
        (CON_CADENA, "concertacion", 1),
        (CON_CADENA, "consultoria", 1),
    ],
)
def test_si_ni_las_reglas_ni_el_perfil_la_usan_no_se_construye(
    reglas: str, perfil: str, veces: int, construidos: list[Plan]
) -> None:
    revision = aplicacion.revisar_cargado(plan(PLAN), paquete(reglas), DIA, perfil)
    assert revision.informe is not None and len(construidos) == veces


def test_el_informe_no_muestra_la_cadena_de_otro_plan(construidos: list[Plan]) -> None:
    reglas, propio, ajeno = paquete(CON_CADENA), plan(PLAN), plan(PLAN.replace("O1", "O9"))
    evaluacion = evaluar(reglas, ajeno.plan, Pedido(DIA))
    informe = construir_informe(evaluacion, reglas, "consultoria", (), propio)
    assert informe.articulacion is not None
    assert "O9" not in informe.articulacion.model_dump_json()
    assert [p is propio.plan for p in construidos] == [False, True]


def test_la_cadena_no_se_escribe_ni_distingue_dos_evaluaciones() -> None:
    reglas, uno, otro = paquete(SIN_CADENA), plan(PLAN), plan(PLAN)
    una, igual = (evaluar(reglas, p.plan, Pedido(DIA)) for p in (uno, otro))
    assert una.cadena is not None and una.cadena is not igual.cadena and una == igual
    assert "cadena" not in una.model_dump() and "cadena" not in repr(una)
    assert Cadena(uno.plan).grafo == grafo.construir_grafo(uno.plan)

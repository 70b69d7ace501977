"""Las cifras sueltas se rehacen si el documento trae con qué; si no, se dice qué falta."""

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.articulacion.cifras import CifraRehecha, rehacer_cifras
from plomada.articulacion.cuentas import Cuadre
from plomada.articulacion.grafo import construir_grafo
from plomada.cargadores.plan import cargar_plan
from plomada.modelo.plan import Plan

BASE = {"plan": {"clase": "POT", "tramite": "plan_nuevo"}}


def rehacer(**bloques: object) -> dict[str, CifraRehecha]:
    plan = Plan.model_validate({**BASE, **bloques})
    return {c.ruta: c for c in rehacer_cifras(plan, construir_grafo(plan))}


@pytest.fixture(scope="module")
def medellin() -> dict[str, CifraRehecha]:
    cargado = cargar_plan(carpeta_de_datos() / "casos" / "medellin-pot-2014").valor
    assert cargado is not None
    return {c.ruta: c for c in rehacer_cifras(cargado.plan, construir_grafo(cargado.plan))}


def test_la_ejecucion_de_medellin_da_89_13(medellin: dict[str, CifraRehecha]) -> None:
    c = medellin["plan_desarrollo.porcentaje_ejecucion_declarado"]
    assert (c.declarado, c.rehecho, c.cuadre) == ("89 %", "89,13 %", Cuadre.CUADRA)


def test_el_17_74_necesita_el_total_del_plurianual(medellin: dict[str, CifraRehecha]) -> None:
    c = medellin["plan_desarrollo.porcentaje_pot_declarado"]
    assert (c.declarado, c.rehecho, c.cuadre) == ("17,74 %", "", Cuadre.NO_RECALCULABLE)
    assert "`plan_desarrollo.total_plurianual`" in c.frase and "32.321.020 millones" in c.frase


@pytest.mark.parametrize(
    ("id_", "declarado", "falta"),
    [
        ("proyectos-del-pot", "171", "medios.proyectos"),
        ("programas-del-pdd", "54", "plan_desarrollo.programas"),
        ("indicadores-del-pdd", "149", "indicadores"),
    ],
)
def test_los_conteos_de_medellin_no_se_pueden_rehacer(
    medellin: dict[str, CifraRehecha], id_: str, declarado: str, falta: str
) -> None:
    c = medellin[f"seguimiento.cifras[{id_}].cantidad"]
    assert (c.declarado, c.rehecho, c.cuadre) == (declarado, "", Cuadre.NO_RECALCULABLE)
    assert falta in c.frase


@pytest.mark.parametrize(
    ("id_", "declarado", "dan"), [("movilidad", "34,4 %", ("28,5 %", "31,9 %")),
                                  ("equipamientos", "32,7 %", ("23,6 %", "26,5 %"))],
)  # fmt: skip
def test_las_participaciones_no_salen_de_ninguna_cifra(
    medellin: dict[str, CifraRehecha], id_: str, declarado: str, dan: tuple[str, str]
) -> None:
    c = medellin[f"seguimiento.cifras[{id_}].porcentaje"]
    assert (c.declarado, c.cuadre) == (declarado, Cuadre.NO_RECALCULABLE)
    assert all(d in c.frase for d in dan) and c.frase.endswith("no sale de ninguna.")


@pytest.mark.parametrize(
    ("invertido", "cuadre"),
    [("494 COP de 2025", Cuadre.NO_CUADRA), ("495 COP de 2025", Cuadre.CUADRA),
     ("505 COP de 2025", Cuadre.CUADRA), ("506 COP de 2025", Cuadre.NO_CUADRA),
     ("500 COP de 2024", Cuadre.NO_RECALCULABLE)],
)  # fmt: skip
def test_a_los_dos_lados_del_redondeo_y_con_pesos_de_otro_anio(invertido: str, cuadre: Cuadre) -> None:
    pdt = {
        "programa_pot": "1000 COP de 2025",
        "invertido_pot": invertido,
        "porcentaje_ejecucion_declarado": "50 %",
    }
    hechas = rehacer(plan_desarrollo=pdt)
    assert hechas["plan_desarrollo.porcentaje_ejecucion_declarado"].cuadre is cuadre


def test_sobre_cero_no_hay_porcentaje() -> None:
    pdt = {"programa_pot": "0 COP", "invertido_pot": "5 COP", "porcentaje_ejecucion_declarado": "50 %"}
    c = rehacer(plan_desarrollo=pdt)["plan_desarrollo.porcentaje_ejecucion_declarado"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE and "cero" in c.frase


PROYECTOS = {"proyectos": [{"id": "P1", "programa_pdt": "G1"}, {"id": "P2"}]}
PDT = {
    "programas": [{"id": "G1", "indicadores": [{"id": "I1"}, {"id": "I2"}]}, {"id": "G2", "indicadores": []}]
}


@pytest.mark.parametrize(
    ("que", "cuantos"),
    [("proyectos", 2), ("proyectos_con_programa_pdt", 1), ("programas_pdt", 2),
     ("programas_pdt_con_proyecto", 1), ("indicadores_pdt", 2)],
)  # fmt: skip
@pytest.mark.parametrize("sobra", [-1, 0, 1])
def test_los_conteos_se_rehacen_contando_lo_descrito(que: str, cuantos: int, sobra: int) -> None:
    cifra = {"id": "C", "cuenta_de": que, "cantidad": cuantos + sobra}
    c = rehacer(medios=PROYECTOS, plan_desarrollo=PDT, seguimiento={"cifras": [cifra]})[
        "seguimiento.cifras[C].cantidad"
    ]
    assert c.rehecho == str(cuantos)
    assert c.cuadre is (Cuadre.NO_CUADRA if sobra else Cuadre.CUADRA)


def test_un_programa_con_indicadores_sin_describir_no_deja_contarlos() -> None:
    pdt = {"programas": [{"id": "G1", "indicadores": [{"id": "I1"}]}, {"id": "G2"}]}
    cifra = {"id": "C", "cuenta_de": "indicadores_pdt", "cantidad": 1}
    c = rehacer(plan_desarrollo=pdt, seguimiento={"cifras": [cifra]})["seguimiento.cifras[C].cantidad"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE


def test_un_conteo_que_no_dice_de_que_no_se_adivina() -> None:
    c = rehacer(seguimiento={"cifras": [{"id": "C", "cantidad": 3}]})["seguimiento.cifras[C].cantidad"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE and "cuenta_de" in c.frase


def test_una_cifra_sin_numero_no_se_calla() -> None:
    c = rehacer(seguimiento={"cifras": [{"id": "C", "cuenta_de": "proyectos"}]})["seguimiento.cifras[C]"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE and "cantidad" in c.frase


def test_si_el_porcentaje_solo_sale_sobre_una_cifra_conocida_se_dice() -> None:
    c = rehacer(
        plan_desarrollo={"programa_pot": "200 COP", "invertido_pot": "100 COP"},
        seguimiento={"cifras": [{"id": "C", "parte": "50 COP", "porcentaje": "25 %"}]},
    )["seguimiento.cifras[C].porcentaje"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE and "solo sale sobre el programa de ejecución" in c.frase

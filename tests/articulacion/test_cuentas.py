"""Las cuentas declaradas se rehacen desde sus partes, sin sumar a lo cumplido lo que está en proceso."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.aplicacion import carpeta_de_datos
from plomada.articulacion.cuentas import Cuadre, CuentaRehecha, rehacer_cuentas
from plomada.cargadores.plan import cargar_plan
from plomada.modelo.plan import Plan

BASE = {"plan": {"clase": "POT", "tramite": "plan_nuevo"}}


def rehacer(*cuentas: dict[str, object]) -> dict[str, CuentaRehecha]:
    plan = Plan.model_validate({**BASE, "seguimiento": {"cuentas": list(cuentas)}})
    return {c.id: c for c in rehacer_cuentas(plan)}


@pytest.fixture(scope="module")
def medellin() -> dict[str, CuentaRehecha]:
    cargado = cargar_plan(carpeta_de_datos() / "casos" / "medellin-pot-2014").valor
    assert cargado is not None
    return {c.id: c for c in rehacer_cuentas(cargado.plan)}


def test_medellin_cumplio_71_de_101_y_no_el_92(medellin: dict[str, CuentaRehecha]) -> None:
    c = medellin["compromisos-global"]
    assert (c.cumplidos, c.total, c.porcentaje) == (71, 101, Decimal("70.3"))
    assert (c.en_proceso, c.resto, c.declarado) == (22, 8, Decimal("92.1"))
    assert c.cuadre is Cuadre.SUMANDO_EN_PROCESO
    assert "71 de 101 (70,3 %)" in c.frases[0] and "93 de 101" in c.frases[0] and "92,1 %" in c.frases[0]


def test_los_12_compromisos_de_corto_plazo_deben_ser_14(medellin: dict[str, CuentaRehecha]) -> None:
    c = medellin["compromisos-corto-plazo"]
    assert (c.deducido, c.cumplidos, c.en_proceso, c.resto, c.total) == (14, 14, 6, 3, 23)
    assert c.cuadre is Cuadre.NO_CUADRA
    assert "12 cumplidos no son el 61 % de ningún total" in c.frases[0]
    assert "deben ser 14" in c.frases[1] and "14 de 23" in c.frases[1]


def test_el_horizonte_cuadra_y_su_resto_se_deduce(medellin: dict[str, CuentaRehecha]) -> None:
    c = medellin["compromisos-horizonte"]
    assert (c.cumplidos, c.en_proceso, c.resto, c.total) == (57, 16, 5, 78)
    assert (c.cuadre, c.deducido) == (Cuadre.CUADRA, None)
    assert "Son 78 de los 101 compromisos (77,2 %), como se declara." in c.frases


COMPLETA = {"id": "K", "cumplidos": 70, "en_proceso": 20, "sin_dato": 6, "no_aplica": 4}


@pytest.mark.parametrize(
    ("declarado", "cuadre"),
    [
        ("70 %", Cuadre.CUADRA),
        ("70.0 %", Cuadre.CUADRA),
        ("70.1 %", Cuadre.NO_CUADRA),
        ("71 %", Cuadre.NO_CUADRA),
        ("90 %", Cuadre.SUMANDO_EN_PROCESO),
        ("90.1 %", Cuadre.NO_CUADRA),
        ("96 %", Cuadre.NO_CUADRA),
    ],
)
def test_solo_lo_cumplido_cuenta(declarado: str, cuadre: Cuadre) -> None:
    c = rehacer({**COMPLETA, "porcentaje_declarado": declarado})["K"]
    assert (c.cuadre, c.porcentaje, c.total) == (cuadre, Decimal("70.0"), 100)


def test_sin_en_proceso_el_exceso_no_se_excusa() -> None:
    c = rehacer({**COMPLETA, "en_proceso": 0, "sin_dato": 26, "porcentaje_declarado": "90 %"})["K"]
    assert c.cuadre is Cuadre.NO_CUADRA


def test_sin_porcentaje_declarado_solo_se_cuenta() -> None:
    c = rehacer(COMPLETA)["K"]
    assert (c.cuadre, c.porcentaje) == (Cuadre.CUADRA, Decimal("70.0"))
    assert "no declara porcentaje" in c.frases[0]


def test_sin_total_ni_partes_no_se_puede_rehacer_y_dice_que_falta() -> None:
    c = rehacer({"id": "K", "cumplidos": 70, "porcentaje_declarado": {"no_hay": "no lo trae"}})["K"]
    assert (c.cuadre, c.total, c.porcentaje) == (Cuadre.NO_RECALCULABLE, None, None)
    assert "falta el total" in c.frases[0] and "en proceso" in c.frases[0]


def test_un_porcentaje_redondo_admite_varios_totales_y_no_se_escoge_ninguno() -> None:
    c = rehacer({"id": "K", "cumplidos": 50, "porcentaje_declarado": "10 %"})["K"]
    assert c.cuadre is Cuadre.NO_RECALCULABLE and c.total is None
    assert "entre 477 y 526" in c.frases[0]


def test_el_total_declarado_manda_si_no_estan_las_partes() -> None:
    c = rehacer({"id": "K", "cumplidos": 30, "total_declarado": 40, "porcentaje_declarado": "75 %"})["K"]
    assert (c.cuadre, c.total, c.resto) == (Cuadre.CUADRA, 40, None)


def test_un_total_menor_que_sus_partes_no_cuadra() -> None:
    c = rehacer({"id": "K", "cumplidos": 30, "en_proceso": 20, "total_declarado": 40})["K"]
    assert c.cuadre is Cuadre.NO_CUADRA and "suman más que el total" in c.frases[0]


@pytest.mark.parametrize(
    ("cambio", "cuadre", "dice"),
    [
        ({"total_declarado": 100}, Cuadre.CUADRA, ""),
        ({"total_declarado": 101}, Cuadre.NO_CUADRA, "suman 100 y se declara un total de 101"),
        ({"porcentaje_en_proceso": "20 %"}, Cuadre.CUADRA, ""),
        ({"porcentaje_en_proceso": "21 %"}, Cuadre.NO_CUADRA, "20 de 100 (20 %), y se declara 21 %"),
        ({"porcentaje_del_resto": "10 %"}, Cuadre.CUADRA, ""),
        ({"porcentaje_del_resto": "11 %"}, Cuadre.NO_CUADRA, "10 de 100 (10 %), y se declara 11 %"),
    ],
)
def test_todo_lo_que_la_cuenta_declara_se_rehace(
    cambio: dict[str, object], cuadre: Cuadre, dice: str
) -> None:
    c = rehacer({**COMPLETA, "porcentaje_declarado": "70 %", **cambio})["K"]
    assert c.cuadre is cuadre and dice in " ".join(c.frases)


def test_las_partes_que_no_suman_la_mayor_se_dicen() -> None:
    mayor = {**COMPLETA, "porcentaje_declarado": "70 %"}
    parte = {**COMPLETA, "id": "P", "cumplidos": 60, "parte_de": "K"}
    assert rehacer(mayor, parte)["K"].cuadre is Cuadre.NO_CUADRA
    assert "Sus partes suman 60 cumplidos, no 70." in rehacer(mayor, parte)["K"].frases
    assert rehacer(mayor, {**parte, "cumplidos": 70})["K"].cuadre is Cuadre.CUADRA


@pytest.mark.parametrize(("dice", "cuadre"), [("40 %", Cuadre.CUADRA), ("41 %", Cuadre.NO_CUADRA)])
def test_la_parte_que_dice_ser_de_la_mayor_se_comprueba(dice: str, cuadre: Cuadre) -> None:
    mayor = {"id": "K", "cumplidos": 60, "en_proceso": 30, "sin_dato": 5, "no_aplica": 5}
    una = {"id": "A", "cumplidos": 30, "en_proceso": 10, "sin_dato": 0, "no_aplica": 0, "parte_de": "K"}
    otra = {"id": "B", "cumplidos": 30, "en_proceso": 20, "sin_dato": 5, "no_aplica": 5, "parte_de": "K"}
    hechas = rehacer(mayor, {**una, "porcentaje_de_la_cuenta_mayor": dice}, otra)
    assert hechas["A"].cuadre is cuadre


@given(
    st.integers(1, 60), st.integers(0, 60), st.integers(0, 60), st.integers(1, 60), st.integers(0, 60),
    st.integers(0, 60), st.permutations([0, 1, 2]),
)  # fmt: skip
def test_lo_deducido_no_depende_del_orden(
    c1: int, p1: int, r1: int, c2: int, p2: int, r2: int, orden: list[int]
) -> None:
    mayor = {"id": "K", "cumplidos": c1 + c2, "en_proceso": p1 + p2}
    una = {"id": "A", "cumplidos": c1, "en_proceso": p1, "sin_dato": r1, "no_aplica": 0, "parte_de": "K"}
    otra = {"id": "B", "cumplidos": c2, "en_proceso": p2, "sin_dato": r2, "no_aplica": 0, "parte_de": "K"}
    cuentas = [mayor, una, otra]
    hechas = rehacer(*(cuentas[i] for i in orden))
    assert hechas == rehacer(*cuentas)
    assert hechas["K"].total == c1 + p1 + r1 + c2 + p2 + r2
    assert hechas["K"].cuadre is Cuadre.CUADRA

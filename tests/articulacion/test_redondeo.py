"""Qué totales pudieron dar un porcentaje impreso."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.articulacion.redondeo import coincide, media_unidad, totales_posibles


def _imprimir(parte: int, total: int, decimales: int) -> Decimal:
    unidad = Decimal(1).scaleb(-decimales)
    return (Decimal(100) * parte / total).quantize(unidad, ROUND_HALF_UP)


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 2))
def test_el_total_verdadero_esta_siempre_entre_los_posibles(parte: int, resto: int, decimales: int) -> None:
    total = parte + resto
    impreso = _imprimir(parte, total, decimales)
    assert coincide(parte, total, impreso)
    if impreso > 0:
        assert total in totales_posibles(parte, impreso)


@given(st.integers(1, 500), st.decimals("0.1", "100", places=1))
def test_todo_total_posible_da_el_impreso_y_sus_vecinos_no(parte: int, impreso: Decimal) -> None:
    posibles = totales_posibles(parte, impreso)
    for total in (*posibles[:3], *posibles[-3:]):
        assert coincide(parte, total, impreso)
    if posibles:
        assert posibles[0] == parte or not coincide(parte, posibles[0] - 1, impreso)
        assert not coincide(parte, posibles[-1] + 1, impreso)


@pytest.mark.parametrize(
    ("impreso", "mitad"), [("92.1", "0.05"), ("61", "0.5"), ("73.08", "0.005"), ("70.0", "0.05")]
)
def test_la_mitad_de_la_ultima_cifra_impresa(impreso: str, mitad: str) -> None:
    assert media_unidad(Decimal(impreso)) == Decimal(mitad)


@pytest.mark.parametrize(
    ("parte", "total", "impreso", "igual"),
    [(1, 200, "0.5", True), (1, 2, "50.5", False), (101, 200, "50.5", True), (1, 0, "50", False),
     (996, 1000, "99", False), (995, 1000, "99", True), (995, 1000, "100", True)],
)  # fmt: skip
def test_a_los_dos_lados_del_redondeo_y_la_mitad_vale_para_ambos(
    parte: int, total: int, impreso: str, igual: bool
) -> None:
    assert coincide(parte, total, Decimal(impreso)) is igual


def test_de_nada_no_se_deduce_un_total() -> None:
    assert not totales_posibles(0, Decimal("10"))
    assert not totales_posibles(5, Decimal("-3"))

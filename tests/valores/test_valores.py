"""Números, cantidades, fechas y lógica de tres valores."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.fechas import (
    dias_calendario_entre,
    dias_habiles_entre,
    leer_fecha,
    sumar_dias_habiles,
    sumar_meses,
)
from plomada.valores.festivos import Festivos
from plomada.valores.logica import Causa, conjuncion, disyuncion, negacion
from plomada.valores.numeros import leer_numero
from plomada.valores.unidades import UNIDADES

C = Causa("sin describir", "x")
N = Causa("declarado que no hay", "y")


@pytest.mark.parametrize(
    "texto", ["1,5", "30.000", "1.234.567", "uno", "", "1__0", "1_0", "0x10", "1e5", "١٢"]
)
def test_lo_ambiguo_no_se_lee_como_numero(texto: str) -> None:
    assert isinstance(leer_numero(texto), str)


@pytest.mark.parametrize(
    ("texto", "valor"), [("30000", "30000"), ("30_000", "30000"), ("1.5", "1.5"), ("-2", "-2")]
)
def test_lo_claro_se_lee_exacto(texto: str, valor: str) -> None:
    assert leer_numero(texto) == Decimal(valor)


@pytest.mark.parametrize(
    ("texto", "base"),
    [
        ("410 ha", "4100000"),
        ("1 km2", "1000000"),
        ("2 años", "24"),
        ("1:5000", "5000"),
        ("3 millones COP de 2025", "3000000"),
        ("45 dias habiles", "45"),
        ("20%", "20"),
    ],
)
def test_las_cantidades_se_convierten_exactas_a_su_base(texto: str, base: str) -> None:
    leida = leer_cantidad(texto)
    assert isinstance(leida, Cantidad) and leida.base == Decimal(base)


@pytest.mark.parametrize("texto", ["410", "410 hectareas", "1:0", "1:1.5", "ha", "10 ha de 2024", "1,5 ha"])
def test_una_cantidad_sin_unidad_o_ambigua_se_rechaza(texto: str) -> None:
    assert isinstance(leer_cantidad(texto), str)


@given(st.decimals("-999999", "999999", places=2), st.sampled_from(sorted(UNIDADES)))
def test_una_cantidad_escrita_se_vuelve_a_leer_igual(valor: Decimal, unidad: str) -> None:
    cantidad = Cantidad(valor, unidad)
    assert leer_cantidad(cantidad.a_texto()) == cantidad


@pytest.mark.parametrize("texto", ["2024-02-30", "2024-2-3", "ayer", "2024-13-01", ""])
def test_una_fecha_imposible_se_rechaza(texto: str) -> None:
    assert isinstance(leer_fecha(texto), str)


FECHAS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(FECHAS, st.integers(0, 60))
def test_contar_y_sumar_dias_habiles_son_inversos(desde: date, dias: int) -> None:
    festivos = Festivos()
    assert dias_habiles_entre(desde, sumar_dias_habiles(desde, dias, festivos), festivos) == dias


def test_los_dias_habiles_excluyen_el_primero_incluyen_el_ultimo_y_saltan_festivos() -> None:
    festivos = Festivos()
    assert dias_habiles_entre(date(2026, 1, 9), date(2026, 1, 13), festivos) == 1  # el 12 es festivo (Reyes)
    assert dias_habiles_entre(date(2026, 1, 13), date(2026, 1, 14), festivos) == 1
    assert dias_habiles_entre(date(2026, 1, 13), date(2026, 1, 13), festivos) == 0


def test_una_suspension_descuenta_sus_dos_extremos_y_un_dia_declarado_no_cuenta() -> None:
    lunes, viernes = date(2026, 2, 2), date(2026, 2, 6)
    assert dias_habiles_entre(lunes, viernes, Festivos()) == 4
    assert dias_habiles_entre(lunes, viernes, Festivos(), [(date(2026, 2, 4), date(2026, 2, 5))]) == 2
    assert dias_habiles_entre(lunes, viernes, Festivos([date(2026, 2, 3)])) == 3
    assert dias_calendario_entre(lunes, viernes, [(date(2026, 2, 4), date(2026, 2, 5))]) == 2


@given(FECHAS, st.integers(-240, 240))
def test_sumar_meses_cae_en_el_mes_pedido(fecha: date, meses: int) -> None:
    llegada = sumar_meses(fecha, meses)
    assert llegada.year * 12 + llegada.month == fecha.year * 12 + fecha.month + meses
    assert llegada.day == fecha.day or (llegada + timedelta(days=1)).day == 1


def test_las_tablas_de_kleene_con_causa() -> None:
    for a, b in product((True, False, C), repeat=2):
        y, o = conjuncion(a, b), disyuncion(a, b)
        assert (y is False) == (a is False or b is False)
        assert (y is True) == (a is True and b is True)
        assert (o is True) == (a is True or b is True)
        assert (o is False) == (a is False and b is False)
    assert negacion(C) is C and negacion(True) is False and negacion(False) is True


def test_lo_desconocido_manda_sobre_lo_declarado_inexistente() -> None:
    assert conjuncion(N, C) is C and conjuncion(C, N) is C
    assert disyuncion(N, C) is C and conjuncion(N, True) is N


def test_una_causa_no_se_puede_usar_como_si_fuera_cierta() -> None:
    with pytest.raises(TypeError, match="ni cierta ni falsa|no es cierta ni falsa"):
        bool(C)


def test_una_cantidad_se_lee_en_singular_o_plural() -> None:
    leidas = [
        str(leer_cantidad(t))
        for t in ("1 períodos", "3 períodos", "1 COP", "1 días hábiles", "2 millones COP")
    ]
    assert leidas == [
        "1 período constitucional",
        "3 períodos constitucionales",
        "1 peso",
        "1 día hábil",
        "2 millones de pesos",
    ]


@pytest.mark.parametrize(
    ("escrita", "leida"),
    [
        ("999 COP", "999 pesos"),
        ("1000 COP de 2025", "1.000 pesos de 2025"),
        ("999999 COP", "999.999 pesos"),
        ("1000000 COP", "1 millón de pesos"),
        ("1000001 COP", "1.000.001 pesos"),
        ("1500000 COP", "1,5 millones de pesos"),
        ("1510000 COP", "1,51 millones de pesos"),
        ("1511000 COP", "1.511.000 pesos"),
        ("1234567.5 COP", "1.234.567,5 pesos"),
        ("-2500000 COP de 2024", "-2,5 millones de pesos de 2024"),
        ("2700000000 COP de 2025", "2.700 millones de pesos de 2025"),
        ("3200 millones COP de 2025", "3.200 millones de pesos de 2025"),
        ("0.5 millones COP", "0,5 millones de pesos"),
        ("2700 ha", "2700 ha"),
    ],
)
def test_el_dinero_se_lee_en_millones_si_es_justo_y_en_pesos_si_no(escrita: str, leida: str) -> None:
    assert str(leer_cantidad(escrita)) == leida


@given(st.integers(-(10**15), 10**15), st.sampled_from(["COP", "millones COP"]))
def test_dos_sumas_distintas_nunca_se_leen_igual(pesos: int, unidad: str) -> None:
    suma = Cantidad(Decimal(pesos) / (1 if unidad == "COP" else 1_000_000), unidad)
    numero, _, resto = str(suma).partition(" ")
    por = 1_000_000 if resto.startswith("mill") else 1
    assert Decimal(numero.replace(".", "").replace(",", ".")) * por == suma.base == pesos


def test_como_se_lee_no_cambia_lo_que_vale_ni_como_se_guarda() -> None:
    suma = leer_cantidad("2700000000 COP de 2025")
    assert isinstance(suma, Cantidad) and suma == Cantidad(Decimal(2_700_000_000), "COP", 2025)
    assert suma.a_texto() == "2700000000 COP de 2025" and leer_cantidad(suma.a_texto()) == suma

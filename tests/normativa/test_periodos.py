"""La tabla de períodos de los alcaldes: seguida, sin huecos y con las fechas que fijó la Constitución."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from plomada.normativa.lectura import leer_registro
from plomada.normativa.parametros import Parametro

CARPETA = Path(__file__).parents[2] / "normativa"


@pytest.fixture(scope="module")
def periodos() -> Parametro:
    registro = leer_registro(CARPETA).valor
    assert registro is not None
    return registro.parametro("inicio-del-periodo-siguiente")


def test_cada_periodo_termina_la_vispera_del_que_anuncia(periodos: Parametro) -> None:
    for periodo in periodos.valores:
        assert periodo.hasta is not None
        assert periodo.valor == periodo.hasta + timedelta(days=1)


def test_un_periodo_empieza_donde_el_anterior_dijo(periodos: Parametro) -> None:
    for anterior, siguiente in pairwise(periodos.valores):
        assert siguiente.desde == anterior.valor


@pytest.mark.parametrize(
    ("dia", "siguiente"),
    [
        (date(1994, 12, 31), date(1995, 1, 1)),
        (date(1997, 7, 24), date(1998, 1, 1)),
        (date(2000, 12, 31), date(2001, 1, 1)),
        (date(2001, 1, 1), date(2004, 1, 1)),
        (date(2003, 12, 31), date(2004, 1, 1)),
        (date(2004, 1, 1), date(2008, 1, 1)),
        (date(2019, 12, 31), date(2020, 1, 1)),
        (date(2024, 1, 1), date(2028, 1, 1)),
        (date(2039, 12, 31), date(2040, 1, 1)),
    ],
)
def test_el_periodo_que_sigue(periodos: Parametro, dia: date, siguiente: date) -> None:
    vigente = periodos.en(dia)
    assert vigente is not None
    assert vigente.valor == siguiente


def test_los_de_tres_anios_terminan_en_2003(periodos: Parametro) -> None:
    anios = [
        periodo.valor.year - periodo.desde.year
        for periodo in periodos.valores
        if isinstance(periodo.valor, date) and periodo.desde >= date(1995, 1, 1)
    ]
    assert anios == [3, 3, 3] + [4] * (len(anios) - 3)


def test_fuera_de_la_tabla_no_se_adivina(periodos: Parametro) -> None:
    assert periodos.en(date(1992, 5, 31)) is None
    assert periodos.en(date(2044, 1, 1)) is None

"""Lo que los artículos 16 y 17 no piden al plan básico ni al esquema no se les exige como deber."""

from pathlib import Path

import pytest

from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro

CARPETA = Path(__file__).parents[2] / "normativa"
DEL_PLAN_BASICO = ("L388-13-1", "FU-01", "L388-13-6", "L388-13-7", "FU-05", "L388-13-8", "L388-13-9", "FU-04")
DEL_ESQUEMA = (*DEL_PLAN_BASICO, "L388-13-5", "L388-16-2.3", "FU-06", "L388-13-4", "FU-08")
DEL_ESQUEMA_GESTION = ("L388-13-10", "L388-16-2.4")


@pytest.fixture(scope="module")
def registro() -> Registro:
    lectura = leer_registro(CARPETA)
    assert lectura.valor is not None
    return lectura.valor


@pytest.mark.parametrize(
    ("clase", "id_"),
    [("PBOT", i) for i in DEL_PLAN_BASICO] + [("EOT", i) for i in DEL_ESQUEMA + DEL_ESQUEMA_GESTION],
)
def test_no_obliga(registro: Registro, clase: str, id_: str) -> None:
    requisito = registro.requisito(id_)
    assert requisito is not None
    assert clase not in requisito.clases or requisito.fuerza_para(clase) == "deberia"


@pytest.mark.parametrize("id_", [i for i in DEL_PLAN_BASICO if i.startswith("L388")])
def test_al_plan_de_ordenamiento_si_lo_obliga(registro: Registro, id_: str) -> None:
    requisito = registro.requisito(id_)
    assert requisito is not None
    assert "POT" in requisito.clases
    assert requisito.fuerza_para("POT") == "debe"

"""El catálogo dice lo mismo que el motor: ni códigos sin página ni páginas sin código."""

import re
from pathlib import Path

import pytest

from plomada.diagnosticos.catalogo import codigo, todos

MOTOR = Path(__file__).parents[2] / "motor"
_CODIGO = re.compile(r'"(PLO-[A-Z]\d{3})"')


def _usados() -> dict[str, str]:
    return {c: a.name for a in sorted(MOTOR.rglob("*.py")) for c in _CODIGO.findall(a.read_text("utf-8"))}


def test_todo_codigo_que_usa_el_motor_tiene_pagina() -> None:
    assert {c: a for c, a in _usados().items() if c not in todos()} == {}


def test_toda_pagina_es_de_un_codigo_que_el_motor_usa() -> None:
    assert set(todos()) - set(_usados()) == set()


@pytest.mark.parametrize("id", todos())
def test_cada_pagina_explica_que_paso_y_como_se_arregla(id: str) -> None:
    pagina = todos()[id]
    assert re.fullmatch(r"PLO-[A-Z]\d{3}", id)
    assert pagina.titulo[0].isupper() or pagina.titulo[0] in "`¿"
    assert not pagina.titulo.endswith(".")
    assert 2 <= len(re.findall(r"[.?](?= |$)", pagina.explicacion)) <= 6
    assert "\n" not in pagina.explicacion


def test_un_codigo_se_halla_en_minuscula_y_uno_que_no_existe_es_none() -> None:
    hallado = codigo(" plo-s101 ")
    assert hallado is not None
    assert hallado.id == "PLO-S101"
    assert codigo("PLO-S999") is None


def test_los_titulos_no_se_repiten() -> None:
    titulos = [c.titulo for c in todos().values()]
    assert len(set(titulos)) == len(titulos)

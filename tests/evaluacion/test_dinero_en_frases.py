"""Una suma de dinero se lee como se lee el dato con que se compara, y leerla no cambia lo que se decide."""

import pytest

from tests.apoyo import resultado

_CUESTA = "cada p en medios.proyectos cumple p.costo <= plan_desarrollo.total_plurianual"
_SUMA = "suma de p.costo para cada p en medios.proyectos <= plan_desarrollo.total_plurianual"


def _plan(total: str, *costos: str) -> str:
    proyectos = ", ".join(f"{{id: P{n}, costo: {c}}}" for n, c in enumerate(costos, 1))
    return f"medios: {{proyectos: [{proyectos}]}}\nplan_desarrollo: {{total_plurianual: {total}}}\n"


@pytest.mark.parametrize(
    ("costos", "leida"),
    [
        (("999998 COP de 2025", "1 COP de 2025"), "999.999 pesos de 2025"),
        (("999999 COP de 2025", "1 COP de 2025"), "1 millón de pesos de 2025"),
        (("1 millones COP de 2025", "500000 COP de 2025"), "1,5 millones de pesos de 2025"),
        (("1 millones COP de 2025", "1 COP de 2025"), "1.000.001 pesos de 2025"),
        (("2000 millones COP de 2025", "700 millones COP de 2025"), "2.700 millones de pesos de 2025"),
    ],
)
def test_el_total_calculado_se_lee_como_el_dato(costos: tuple[str, ...], leida: str) -> None:
    (hallado,) = resultado(_SUMA, _plan("1 COP de 2025", *costos)).hallazgos
    assert f" es {leida} y " in hallado.explicacion


def test_el_dato_y_el_total_llevan_el_mismo_separador() -> None:
    (hallado,) = resultado(_CUESTA, _plan("2700000000 COP de 2025", "3200 millones COP de 2025")).hallazgos
    assert "3.200 millones de pesos de 2025" in hallado.explicacion
    assert "2.700 millones de pesos de 2025" in hallado.explicacion
    assert hallado.identidad == ("regla-de-prueba", "p P1", "incumple")


@pytest.mark.parametrize(
    ("total", "veredicto"),
    [
        ("2699999999 COP de 2025", "no cumple"),
        ("2700000000 COP de 2025", "cumple"),
        ("2700 millones COP de 2025", "cumple"),
        ("2700000001 COP de 2025", "cumple"),
        ("2700 millones COP de 2024", "no consta"),
    ],
)
def test_leerlo_en_millones_no_cambia_lo_que_se_decide(total: str, veredicto: str) -> None:
    costos = ("2000 millones COP de 2025", "700000000 COP de 2025")
    assert resultado(_SUMA, _plan(total, *costos)).veredicto == veredicto

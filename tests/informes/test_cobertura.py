"""La cobertura por norma y la suficiencia por componente se cuentan una vez; qué muestra cada perfil."""

import pytest

from plomada.informes.vista import Informe
from tests.informes.hechura import informe, resultado, surtido
from tests.informes.html.paginas import informe_con

_ESTADOS = ("automatica", "parcial", "juicio_experto", "fuera_de_alcance")


def _visibles(hecho: Informe) -> set[str]:
    return {r.regla for r in hecho.reglas}


def test_la_cobertura_de_las_normas_suma_lo_automatizado() -> None:
    hecho = informe(resultado("a"))
    assert hecho.cobertura[0].titulo == "Norma de juguete"
    for campo in ("requisitos", *_ESTADOS):
        assert sum(getattr(n, campo) for n in hecho.cobertura) == getattr(hecho.automatizacion, campo)
    for n in hecho.cobertura:
        assert n.requisitos == sum(getattr(n, e) for e in _ESTADOS) > 0


def test_la_suficiencia_por_componente_suma_los_contenidos() -> None:
    hecho = informe_con("Agua")
    (general,) = hecho.suficiencia_por_componente
    assert (general.componente, general.contenidos.total) == ("general", len(hecho.suficiencia))
    assert general.contenidos.no_cumple == 2
    assert informe(resultado("a")).suficiencia_por_componente == ()


def test_radicacion_muestra_lo_obligatorio_pendiente_y_lo_que_fallo_en_la_herramienta() -> None:
    hecho = informe(*surtido(), perfil="radicacion")
    assert _visibles(hecho) == {"p-error", "q-debe", "r-ambiental", "u-no-consta", "v-concepto"}
    assert hecho.oculto.reglas == 6
    assert "obligatorio" in hecho.oculto.por_que


@pytest.mark.parametrize(
    ("requisito", "veredicto", "se_ve"),
    [
        ("R-1", "no cumple", True),
        ("R-2", "no cumple", False),
        ("R-3", "no cumple", False),
        ("R-2", "no consta", False),
        ("R-1", "no consta", True),
        ("R-1", "cumple", False),
        ("R-1", "no aplica", False),
        ("R-2", "error", True),
    ],
)
def test_radicacion_a_los_dos_lados_de_la_fuerza_y_del_veredicto(
    requisito: str, veredicto: str, se_ve: bool
) -> None:
    hecho = informe(resultado("a", veredicto, requisito), perfil="radicacion")
    assert (_visibles(hecho) == {"a"}) is se_ve
    assert hecho.oculto.reglas == (0 if se_ve else 1)
    assert hecho.totales.reglas.total == 1


@pytest.mark.parametrize(
    ("perfil", "sale"),
    [("juridico", True), ("consultoria", True), ("concertacion", False), ("radicacion", False)],
)
def test_la_articulacion_sale_donde_obliga_o_se_trabaja(perfil: str, sale: bool) -> None:
    assert (informe_con("Agua", perfil).articulacion is not None) is sale

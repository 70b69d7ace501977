"""La cobertura por norma y la suficiencia por componente se cuentan una vez; qué muestra cada perfil."""

import pytest

from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.vista import Informe
from tests.apoyo import paquete_del_repositorio
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


def test_radicacion_muestra_lo_que_se_pide_al_radicar_y_lo_que_fallo_en_la_herramienta() -> None:
    hecho = informe(*surtido(), perfil="radicacion")
    assert {r.regla for r in surtido()} - _visibles(hecho) == {"r-ambiental", "t-informa"}
    assert hecho.oculto.reglas == 2
    assert "para que la radicación quede completa" in hecho.oculto.por_que
    assert hecho.totales == informe(*surtido()).totales


@pytest.mark.parametrize("veredicto", [v.value for v in Veredicto])
def test_lo_que_se_pide_al_radicar_se_ve_con_cualquier_veredicto_y_lo_demas_solo_si_fallo(
    veredicto: str,
) -> None:
    for requisito, se_ve in (("R-1", True), ("R-2", True), ("R-4", veredicto == "error")):
        hecho = informe(resultado("a", veredicto, requisito), perfil="radicacion")
        assert (_visibles(hecho) == {"a"}) is se_ve, requisito
        assert hecho.oculto.reglas == (0 if se_ve else 1)
        assert hecho.totales.reglas.total == 1


def test_los_requisitos_que_se_piden_al_radicar_estan_marcados_en_el_registro() -> None:
    marcados = {r.id for r in paquete_del_repositorio().registro.requisitos if r.para_radicar}
    assert {f"DO-0{n}" for n in range(1, 7)} | {"RG-01", "TR-01", "TR-02"} <= marcados
    assert not marcados & {"RG-05", "SE-03", "L388-10-p2"}


@pytest.mark.parametrize(
    ("perfil", "sale"),
    [("juridico", True), ("consultoria", True), ("concertacion", False), ("radicacion", False)],
)
def test_la_articulacion_sale_donde_obliga_o_se_trabaja(perfil: str, sale: bool) -> None:
    assert (informe_con("Agua", perfil).articulacion is not None) is sale

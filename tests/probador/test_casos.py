from datetime import date

import pytest

from plomada.cargadores.plan import validar_plan
from plomada.probador.casos import FECHA_DE_LOS_CASOS, armar_casos
from plomada.probador.planes_base import MINIMOS, PlanesBase, plan_minimo
from tests.probador.taller import REGISTRO, caso, casos, codigos, comprobado, probado, regla

_EXIGE = "  exige suelo.rural.area <= 100 ha"
_BUENO = caso("bueno", "cumple", "suelo.rural.area: 100 ha")


def _armado(*escritos, bases=None, **opciones):
    paquete = comprobado(regla(_EXIGE, casos(*escritos), **opciones))
    (armado,) = armar_casos(paquete.reglas, REGISTRO, bases or PlanesBase())
    return armado


@pytest.mark.parametrize("clase", MINIMOS)
def test_el_plan_minimo_de_cada_clase_es_valido_y_es_de_esa_clase(clase):
    leido = validar_plan(plan_minimo(clase))
    assert not leido.diagnosticos
    assert leido.valor.plan.plan.clase.value == clase
    assert leido.valor.plan.plan.tramite.value == "plan_nuevo"
    assert leido.valor.plan.plan.ficticio is True


def test_por_omision_un_caso_parte_de_la_primera_clase_que_el_fundamento_admite():
    assert _armado(_BUENO, clases="EOT, PBOT").casos[0].plan.plan.clase.value == "PBOT"
    assert _armado(_BUENO, fundamento="R-3").casos[0].plan.plan.clase.value == "POT"
    armado = _armado(caso("otro", "cumple", "plan.clase: EOT", "suelo.rural.area: 1 ha"))
    assert armado.casos[0].plan.plan.clase.value == "EOT"


def test_una_regla_cuyo_fundamento_no_obliga_a_ninguna_de_sus_clases_es_un_problema():
    armado = _armado(_BUENO, fundamento="R-3", clases="EOT")
    assert codigos(armado.diagnosticos) == ["PLO-P109"]
    assert not armado.casos


def test_la_fecha_por_omision_no_sustituye_la_de_referencia_y_la_escrita_si():
    sin, con = _armado(_BUENO, caso("con", "no aplica", "fecha 1999-12-31", "suelo.rural.area: 1 ha")).casos
    assert (sin.fecha, sin.fecha_dada) == (FECHA_DE_LOS_CASOS, False)
    assert (con.fecha, con.fecha_dada) == (date(1999, 12, 31), True)


def test_un_caso_parte_de_uno_anterior_con_sus_parches_y_su_fecha():
    primero = caso("Rural, de 50 ha", "cumple", "fecha 2011-02-03", "suelo.rural.area: 50 ha")
    segundo = caso("y además urbano", "cumple", "base rural-de-50-ha", "suelo.urbano.area: 7 ha")
    _, hecho = _armado(primero, segundo).casos
    assert str(hecho.plan.suelo.rural.area) == "50 ha"
    assert str(hecho.plan.suelo.urbano.area) == "7 ha"
    assert hecho.fecha == date(2011, 2, 3)


def test_un_caso_parte_de_una_clase_o_de_una_carpeta_de_casos(tmp_path):
    carpeta = tmp_path / "mi-caso"
    carpeta.mkdir()
    plan = "plan: {clase: PBOT, tramite: plan_nuevo}\nsuelo: {urbano: {area: 3 ha}}\n"
    (carpeta / "plan.yaml").write_text(plan, "utf-8")
    de_clase = caso("de clase", "no consta", "base EOT")
    de_carpeta = caso("de carpeta", "no consta", "base mi-caso")
    uno, otro = _armado(de_clase, de_carpeta, bases=PlanesBase(tmp_path)).casos
    assert uno.plan.plan.clase.value == "EOT"
    assert str(otro.plan.suelo.urbano.area) == "3 ha"


def test_una_base_que_no_existe_o_que_va_despues_es_un_problema_del_caso():
    armado = _armado(caso("a", "cumple", "base POTT"), caso("b", "cumple", "base c"), caso("c", "no consta"))
    assert codigos(armado.diagnosticos) == ["PLO-P106", "PLO-P106"]
    assert "`POT`" in armado.diagnosticos[0].ayuda
    assert "orden" in armado.diagnosticos[1].ayuda
    assert [c.caso.nombre for c in armado.casos] == ["c"]


def test_la_base_no_sale_de_la_carpeta_de_casos(tmp_path):
    (tmp_path / "plan.yaml").write_text("plan: {clase: POT, tramite: plan_nuevo}\n", "utf-8")
    assert PlanesBase(tmp_path / "casos").buscar("..") is None


def test_un_plan_que_queda_invalido_se_dice_en_la_linea_del_parche_y_el_caso_no_se_corre():
    malo = caso("malo", "cumple", "suelo.rural.area: 100 ha", "suelo.rural.aera: 3 ha")
    texto = regla(_EXIGE, casos(_BUENO, malo))
    linea = texto.splitlines().index("    suelo.rural.aera: 3 ha") + 1
    informe = probado(texto)
    hallado = next(d for d in informe.diagnosticos if d.codigo == "PLO-P107")
    assert (hallado.tramo.archivo, hallado.tramo.linea) == ("juguete.regla", linea)
    assert "aera" in hallado.mensaje
    assert not informe.pasa
    assert [c.nombre for c in informe.reglas[0].casos] == ["bueno"]


def test_una_referencia_que_queda_suelta_es_un_plan_invalido():
    malo = caso(
        "malo",
        "cumple",
        "contenidos.vision.estado: incluido",
        "contenidos.vision.evidencia: [{documento: D9}]",
    )
    assert codigos(_armado(malo).diagnosticos) == ["PLO-P107"]


def test_el_que_parte_de_un_caso_malo_no_se_corre_y_su_causa_se_dice_una_vez():
    armado = _armado(caso("malo", "cumple", "quita suelo.rural"), caso("hijo", "cumple", "base malo"), _BUENO)
    assert codigos(armado.diagnosticos) == ["PLO-P103"]
    assert [c.caso.nombre for c in armado.casos] == ["bueno"]


def test_dos_casos_con_el_mismo_nombre_son_un_problema():
    assert codigos(_armado(_BUENO, caso("Bueno", "no consta")).diagnosticos) == ["PLO-P108"]

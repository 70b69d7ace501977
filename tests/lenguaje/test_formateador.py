"""El formateador: no cambia lo que dice la regla, no pierde comentarios y no se contradice."""

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.formateador import formatear
from plomada.lenguaje.sintaxis import Modulo
from tests.lenguaje.estrategias import BOCETOS, escribir, modulos, mutaciones

CITAS = {"L388-31": "Ley 388 de 1997, artículo 31", "GEN-11": 'Decreto "único", artículo 2', "X": "  "}
semillas = st.integers(0, 2**32)
LENTO = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def _citas_de(modulo: Modulo) -> dict[str, str]:
    ids = [i for r in modulo.reglas for i in r.lista("fundamento")]
    return {i: f"Norma {i}, artículo # {n}" for n, i in enumerate(ids) if n % 2 == 0}


def _comentarios(texto: str) -> list[str]:
    return re.findall(r"# \d+ (?:nota|¡ojo! «x|\"comillas\" y \|barras\||Ley 388|=)$", texto, re.MULTILINE)


@LENTO
@given(modulos, semillas)
def test_lo_escrito_de_cualquier_manera_se_lee_igual(modulo: Modulo, semilla: int) -> None:
    leido = analizar(escribir(modulo, Random(semilla)).texto, "x.regla")
    assert leido.diagnosticos == ()
    assert leido.valor == modulo


@LENTO
@given(modulos, semillas)
def test_formatear_conserva_la_regla_y_los_comentarios_y_es_idempotente(modulo: Modulo, semilla: int) -> None:
    escrito = escribir(modulo, Random(semilla))
    for citas in ({}, _citas_de(modulo)):
        hecho = formatear(escrito.texto, "x.regla", citas)
        assert hecho.diagnosticos == ()
        assert hecho.valor is not None
        assert analizar(hecho.valor, "x.regla").valor == modulo
        assert _comentarios(hecho.valor) == escrito.comentarios
        assert formatear(hecho.valor, "x.regla", citas).valor == hecho.valor


@LENTO
@given(modulos, st.integers(0, 7))
def test_la_sangria_con_que_se_escribio_no_cambia_el_resultado(modulo: Modulo, sangria: int) -> None:
    llano = escribir(modulo).texto
    assert analizar(llano, "x.regla").valor == modulo
    corrido = re.sub(r"^ *", " " * sangria, llano, flags=re.MULTILINE)
    assert formatear(corrido, "x.regla").valor == formatear(llano, "x.regla").valor


@LENTO
@given(st.data())
def test_un_texto_mutilado_se_formatea_sin_cambiar_lo_que_si_se_lee(data: st.DataObject) -> None:
    texto = data.draw(mutaciones(BOCETOS))
    hecho = formatear(texto, "x.regla", CITAS)
    assert hecho.valor is not None
    assert analizar(hecho.valor, "x.regla").valor == analizar(texto, "x.regla").valor
    assert formatear(hecho.valor, "x.regla", CITAS).valor == hecho.valor


def test_el_boceto_queda_escrito_como_se_espera() -> None:
    desordenado = """
REGLA  x
 Titulo “Uno”
 fundamento L388-31,L388-12-p2,   GEN-11   # del autor
 exige suelo.area<=30_000 ha Y(algun proyecto en medios.proyectos
 cumple proyecto . costo existe )   # nota
    # suelta
 caso «n»
   a.b :  1
   ESPERA No  Cumple
# final
fin Regla
# pegado
tabla t
  |Regla|Fundamento|Titulo|
  |a-b|L388-31|x|# c
  |a|Z-1||
FIN TABLA"""
    assert formatear(desordenado, "x.regla", CITAS).valor == (
        "regla x\n"
        '  titulo       "Uno"\n'
        "  fundamento   L388-31,   #= Ley 388 de 1997, artículo 31\n"
        "               L388-12-p2,\n"
        "               GEN-11   # del autor\n"
        "               #= Decreto 'único', artículo 2\n"
        "  exige        suelo.area <= 30_000 ha y (algún proyecto en medios.proyectos\n"
        "                   cumple proyecto.costo existe)   # nota\n"
        "\n"
        "  # suelta\n"
        '  caso "n"\n'
        "    a.b: 1\n"
        "    espera no cumple\n"
        "    # final\n"
        "fin regla\n"
        "\n"
        "# pegado\n"
        "tabla t\n"
        "  | regla | fundamento | titulo |\n"
        "  | a-b   | L388-31    | x      |   # c\n"
        "  #= Ley 388 de 1997, artículo 31\n"
        "  | a     | Z-1        |        |\n"
        "fin tabla\n"
    )


def test_un_bloque_con_errores_queda_exactamente_como_estaba() -> None:
    malo = "regla mala\r\n   EXIGE   a = = b   # ¿?\r\n\r\nfin regla\r\n"
    texto = f"regla   buena\r\n exige  a=b\r\nfin regla\r\n{malo}regla  otra\r\nexige c existe\r\nfin regla"
    hecho = formatear(texto, "x.regla")
    assert [d.codigo for d in hecho.diagnosticos] == ["PLO-S120"]
    buena = "regla buena\n  exige        a = b\nfin regla\n\n"
    otra = "\nregla otra\n  exige        c existe\nfin regla\n"
    assert hecho.valor == buena + malo.removesuffix("\n") + "\n" + otra


@pytest.mark.parametrize(
    "malo", ["regla sin-cierre\n  exige   A", "texto   suelto\n  más", "regla x\n a\nfin tabla"]
)
def test_lo_que_no_es_un_bloque_entero_tampoco_se_toca(malo: str) -> None:
    hecho = formatear(f"{malo}\n\n\n\nregla   y\nfin regla", "x.regla")
    assert len(hecho.diagnosticos) == 1
    assert hecho.valor == f"{malo}\n\nregla y\nfin regla\n"


def test_las_citas_viejas_se_reemplazan_y_sin_cita_se_quitan() -> None:
    texto = (
        "regla x\n  fundamento L388-31   #= una cita vieja\n"
        "  exige a existe   #= esto no es una cita\nfin regla\n"
    )
    con = formatear(texto, "x.regla", CITAS).valor
    sin = formatear(texto, "x.regla").valor
    assert con is not None and sin is not None
    assert "  fundamento   L388-31   #= Ley 388 de 1997, artículo 31\n" in con
    assert "  fundamento   L388-31\n" in sin
    assert "#= esto no es una cita" in con and "#= esto no es una cita" in sin


def test_un_archivo_vacio_queda_vacio_y_uno_enorme_no_se_toca() -> None:
    assert formatear("", "x.regla").valor == ""
    assert formatear("\ufeff\n \n", "x.regla").valor == ""
    enorme = "#" * 2_000_001
    hecho = formatear(enorme, "x.regla")
    assert hecho.valor == enorme
    assert [d.codigo for d in hecho.diagnosticos] == ["PLO-S104"]

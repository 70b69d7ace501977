"""El lint señala lo que está bien escrito pero no revisa nada, y calla ante lo razonable."""

import pytest

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.lenguaje.nucleo import PaqueteComprobado
from plomada.probador.sospechas import sospechas
from tests.apoyo import registro, regla

AREA = "suelo.urbano.area"
BUENA = f"{AREA} <= suelo.rural.area"


def _comprobado(*textos: str) -> PaqueteComprobado:
    leido = analizar("\n".join(textos), "prueba.regla")
    assert leido.valor is not None and not leido.diagnosticos, leido.diagnosticos
    hecho = comprobar(leido.valor, construir_esquema(registro()))
    assert hecho.valor is not None and not hecho.diagnosticos, hecho.diagnosticos
    return hecho.valor


def _hallados(*textos: str, del_motor: tuple[str, ...] = ()) -> list[Diagnostico]:
    return list(sospechas(_comprobado(*textos), del_motor))


def _codigos(*textos: str) -> list[tuple[str, str]]:
    return [(d.codigo, d.gravedad) for d in _hallados(*textos)]


def test_una_regla_razonable_no_se_senala() -> None:
    assert _codigos(regla(BUENA, antes="  cuando plan.clase = POT\n")) == []


def test_comparar_un_dato_consigo_mismo_es_error() -> None:
    (hallado,) = _hallados(regla(f"{AREA} <= {AREA}"))
    assert (hallado.codigo, hallado.es_error) == ("PLO-N230", True)
    assert hallado.tramo is not None and hallado.tramo.linea == 7


@pytest.mark.parametrize(
    "exige",
    [
        "5 ha <= 10 ha",
        "plan.clase es uno de {POT, PBOT, EOT}",
        f"({AREA} existe) o (no ({AREA} existe))",
        "cada p en medios.proyectos con (p.costo existe) cumple p.costo existe",
    ],
)
def test_una_condicion_que_no_depende_del_plan_es_error(exige: str) -> None:
    assert ("PLO-N231", "error") in _codigos(regla(exige))


@pytest.mark.parametrize(
    "exige", ["plan.clase es uno de {POT, PBOT}", f"({AREA} existe) o (suelo.rural.area existe)"]
)
def test_una_condicion_que_si_depende_del_plan_no_se_senala(exige: str) -> None:
    assert _codigos(regla(exige)) == []


def test_una_opcion_repetida_se_advierte() -> None:
    assert _codigos(regla("plan.clase es uno de {POT, POT}")) == [("PLO-N232", "advertencia")]


@pytest.mark.parametrize("palabra", ["y", "o"])
def test_la_misma_condicion_dos_veces_se_advierte(palabra: str) -> None:
    exige = f"({AREA} existe) {palabra} ({AREA} existe)"
    assert _codigos(regla(exige)) == [("PLO-N233", "advertencia")]


def test_dos_reglas_iguales_se_advierten_con_el_lugar_de_la_primera() -> None:
    (hallado,) = _hallados(regla(BUENA, "la-primera"), regla(BUENA, "la-segunda"))
    assert (hallado.codigo, hallado.gravedad) == ("PLO-N234", "advertencia")
    assert "`la-segunda`" in hallado.mensaje and "`la-primera`" in hallado.mensaje
    assert hallado.secundario is not None and hallado.secundario.linea == 1


def test_la_misma_exigencia_para_otros_planes_no_es_una_copia() -> None:
    otra = regla(BUENA, "otra", antes="  cuando plan.clase = POT\n")
    assert _codigos(regla(BUENA), otra) == []


def test_un_define_sin_uso_se_advierte_salvo_que_lo_use_el_motor() -> None:
    define = f'define sobrante\n  titulo "Sobrante"\n  es {AREA}\nfin define\n'
    assert [d.codigo for d in _hallados(define, regla(BUENA))] == ["PLO-N235"]
    assert _hallados(define, regla(BUENA), del_motor=("sobrante",)) == []
    assert _hallados(define, regla("sobrante <= suelo.rural.area")) == []


def test_exigir_lo_que_el_cuando_supone_es_error() -> None:
    assert _codigos(regla(f"{AREA} existe", antes=f"  cuando {AREA} existe\n")) == [("PLO-N236", "error")]


def test_una_excepcion_igual_al_cuando_es_error() -> None:
    antes = f'  cuando {AREA} existe\n  salvo que {AREA} existe porque "x"\n'
    assert _codigos(regla(BUENA, antes=antes)) == [("PLO-N236", "error")]

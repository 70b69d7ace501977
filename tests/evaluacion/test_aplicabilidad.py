"""La fecha, la clase, la etapa y el alcance deciden si una regla se aplica, y siempre se dice por qué."""

from datetime import date

import pytest

from plomada.evaluacion.insumos import elegir_fecha
from tests.apoyo import correr, parametro, plan, registro, regla, requisito, resultado

EXIGE = "municipio.nombre existe"
NOMBRE = "municipio: {nombre: X}"


@pytest.mark.parametrize(
    ("fecha", "espera"),
    [
        ("1999-12-31", "no aplica"),
        ("2000-01-01", "cumple"),
        ("2010-12-31", "cumple"),
        ("2011-01-01", "no aplica"),
    ],
)
def test_una_regla_rige_desde_la_vispera_no_y_hasta_el_ultimo_dia_si(fecha: str, espera: str) -> None:
    reg = registro(requisito(hasta=date(2010, 12, 31)))
    hallado = resultado(EXIGE, NOMBRE, reg=reg, fecha=date.fromisoformat(fecha))
    assert hallado.veredicto.value == espera
    if espera == "no aplica":
        assert "rige desde" in hallado.motivo or "rigió hasta" in hallado.motivo


def test_se_aplica_el_primer_fundamento_que_obliga_a_la_clase() -> None:
    reg = registro(requisito("R-1", clases=("POT",)), requisito("R-2", clases=("PBOT",), fuerza="informa"))
    texto = regla(EXIGE).replace("fundamento R-1", "fundamento R-1, R-2")
    for clase, espera in (("POT", ("R-1", "debe")), ("PBOT", ("R-2", "informa"))):
        hallado = correr(texto, NOMBRE, reg, clase=clase).resultados[0]
        assert (hallado.requisito, hallado.fuerza) == espera
    assert correr(texto, NOMBRE, reg, clase="EOT").resultados[0].veredicto.value == "no aplica"


def test_si_el_primer_fundamento_no_rige_se_aplica_el_siguiente() -> None:
    reg = registro(requisito("R-1", desde=date(2020, 1, 1)), requisito("R-2"))
    texto = regla(EXIGE).replace("fundamento R-1", "fundamento R-1, R-2")
    antes, despues = (
        correr(texto, NOMBRE, reg, fecha=f).resultados[0].requisito
        for f in (date(2019, 12, 31), date(2020, 1, 1))
    )
    assert (antes, despues) == ("R-2", "R-1")


def test_la_fuerza_del_requisito_solo_se_puede_rebajar() -> None:
    reg = registro(requisito(fuerza="deberia"))
    assert resultado(EXIGE, NOMBRE, antes="  fuerza debe\n", reg=reg).fuerza == "deberia"
    assert resultado(EXIGE, NOMBRE, antes="  fuerza informa\n", reg=reg).fuerza == "informa"


def test_lo_que_la_clase_no_pide_no_se_exige() -> None:
    texto = regla(EXIGE).replace("aplica a POT, PBOT, EOT", "aplica a POT")
    hallado = correr(texto, "", clase="EOT").resultados[0]
    assert hallado.veredicto.value == "no aplica"
    assert "POT" in hallado.motivo and "EOT" in hallado.motivo


@pytest.mark.parametrize(
    ("etapa", "espera"), [("radicacion", "no aplica"), ("concejo", "cumple"), ("adopcion", "cumple")]
)
def test_antes_de_su_etapa_una_exigencia_no_aplica(etapa: str, espera: str) -> None:
    reg = registro(requisito(exigible_desde="concejo"))
    assert resultado(EXIGE, f"{NOMBRE}\nproceso: {{etapa: {etapa}}}", reg=reg).veredicto.value == espera


def test_un_tramite_parcial_solo_responde_por_su_alcance() -> None:
    texto = (
        regla(EXIGE).replace("analisis coherencia", "analisis suficiencia\n  componente rural")
        + "define tramite_integral\n  es plan.tramite = plan_nuevo\nfin define\n"
    )

    def con(alcance: str) -> str:
        yaml = f"plan: {{clase: POT, tramite: modificacion_excepcional{alcance}}}\n{NOMBRE}"
        return correr(texto, yaml).resultados[0].veredicto.value

    assert con("") == "no consta"
    assert con(", alcance: [urbano]") == "no aplica"
    assert con(", alcance: [urbano, rural]") == "cumple"


def test_sin_fecha_de_radicacion_ni_fecha_dada_no_se_evalua() -> None:
    elegida = elegir_fecha(plan().plan, None, "plan.yaml")
    assert elegida.valor is None
    assert [d.codigo for d in elegida.diagnosticos] == ["PLO-D450"]


def test_la_radicacion_completa_manda_sobre_la_primera_radicacion() -> None:
    yaml = "proceso: {autoridad_ambiental: {radicado: 2021-01-13, radicacion_completa: 2021-01-14}}"
    elegida = elegir_fecha(plan(yaml).plan, None, "plan.yaml").valor
    assert elegida is not None and elegida.fecha == date(2021, 1, 14)
    dada = elegir_fecha(plan(yaml).plan, date(2020, 5, 5), "plan.yaml").valor
    assert dada is not None and dada.fecha == date(2020, 5, 5)


def test_cada_requisito_usa_la_fecha_del_hecho_que_fija_su_regimen_salvo_que_se_de_una() -> None:
    reg = registro(requisito(desde=date(2020, 1, 1), fecha_de_referencia="inicio"))
    yaml = f"{NOMBRE}\nproceso: {{inicio: 2019-12-31}}"
    sin_fecha = correr(regla(EXIGE), yaml, reg, fecha_dada=False).resultados[0]
    con_fecha = correr(regla(EXIGE), yaml, reg, fecha_dada=True).resultados[0]
    assert (sin_fecha.veredicto.value, con_fecha.veredicto.value) == ("no aplica", "cumple")


@pytest.mark.parametrize(("radicado", "espera"), [("2021-01-13", "no cumple"), ("2021-01-14", "cumple")])
def test_un_parametro_toma_el_valor_de_la_fecha_que_se_le_pide(radicado: str, espera: str) -> None:
    reg = registro(
        parametros=(
            parametro("plazo", ("2000-01-01", "", "1 días hábiles"), ("2021-01-14", "", "9 días hábiles")),
        )
    )
    aa = "proceso.autoridad_ambiental"
    yaml = f"proceso: {{autoridad_ambiental: {{radicado: {radicado}, acta: 2021-01-20}}}}"
    exige = f"días hábiles entre {aa}.radicado y {aa}.acta <= parámetro plazo en {aa}.radicado"
    assert resultado(exige, yaml, reg=reg).veredicto.value == espera


def test_un_parametro_sin_valor_a_la_fecha_es_no_consta() -> None:
    reg = registro(parametros=(parametro("tope", ("2020-01-01", "", "5 ha")),))
    hallado = resultado(
        "suelo.urbano.area <= parámetro tope",
        "suelo: {urbano: {area: 1 ha}}",
        reg=reg,
        fecha=date(2019, 12, 31),
    )
    assert (hallado.veredicto.value, hallado.hallazgos[0].causa) == ("no consta", "sin valor a la fecha")


def test_se_evalua_con_la_clase_mas_exigente_y_se_dice_cual_era_la_declarada() -> None:
    texto = regla(EXIGE) + (
        "define poblacion_exige_pot\n  es municipio.es_distrito\nfin define\n"
        "define poblacion_exige_pbot\n  es municipio.es_distrito\nfin define\n"
    )
    distrito = correr(texto, "municipio: {nombre: X, es_distrito: si}", clase="EOT")
    assert (distrito.clase_declarada, distrito.clase_por_poblacion, distrito.clase_aplicada) == (
        "EOT",
        "POT",
        "POT",
    )
    pequeno = correr(texto, "municipio: {nombre: X, es_distrito: no}", clase="PBOT")
    assert (pequeno.clase_por_poblacion, pequeno.clase_aplicada) == ("EOT", "PBOT")
    sin_dato = correr(texto, NOMBRE, clase="PBOT")
    assert (sin_dato.clase_por_poblacion, sin_dato.clase_aplicada) == ("", "PBOT")

"""El lint contrasta las reglas con el registro: nada inalcanzable, nada sobrante, nada contradictorio."""

from datetime import date

import pytest

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.normativa.registro import Registro
from plomada.probador.lint import revisar_reglas
from tests.apoyo import parametro, registro, regla, requisito

AREA = "suelo.urbano.area <= suelo.rural.area"
DE_SIEMPRE = {"PLO-V445", "PLO-V447"}  # el catálogo de juguete no tiene reglas, y nadie las revisó


def _revisar(texto: str, reg: Registro) -> list[Diagnostico]:
    leido = analizar(texto, "prueba.regla")
    assert leido.valor is not None, leido.diagnosticos
    hecho = comprobar(leido.valor, construir_esquema(reg), reg.condiciones())
    assert hecho.valor is not None and not hecho.diagnosticos, hecho.diagnosticos
    return list(revisar_reglas(hecho.valor, reg))


def _codigos(texto: str, reg: Registro) -> list[tuple[str, str]]:
    return [(d.codigo, d.gravedad) for d in _revisar(texto, reg) if d.codigo not in DE_SIEMPRE]


def test_una_regla_con_su_fundamento_no_se_senala() -> None:
    assert _codigos(regla(AREA), registro()) == []


def test_una_regla_cuyos_fundamentos_no_obligan_a_sus_clases_nunca_se_aplica() -> None:
    texto = regla(AREA).replace("aplica a POT, PBOT, EOT", "aplica a EOT")
    assert _codigos(texto, registro(requisito(clases=("POT",)))) == [("PLO-V440", "error")]


def test_una_clase_sin_fundamento_se_advierte() -> None:
    hallados = _revisar(regla(AREA), registro(requisito(clases=("POT",))))
    (hallado,) = [d for d in hallados if d.codigo not in DE_SIEMPRE]
    assert (hallado.codigo, hallado.gravedad) == ("PLO-V441", "advertencia")
    assert "PBOT y EOT" in hallado.mensaje


def test_un_requisito_anterior_a_su_norma_no_rige_nunca() -> None:
    viejo = requisito(desde=date(1990, 1, 1), hasta=date(1995, 1, 1))
    assert ("PLO-V442", "error") in _codigos(regla(AREA), registro(viejo))


def test_fundarse_solo_en_lo_derogado_se_advierte_y_con_un_vigente_no() -> None:
    viejo, vivo = requisito("R-1", hasta=date(2010, 1, 1)), requisito("R-2")
    assert _codigos(regla(AREA), registro(viejo)) == [("PLO-V443", "advertencia")]
    ambos = regla(AREA).replace("fundamento R-1", "fundamento R-1, R-2")
    assert _codigos(ambos, registro(viejo, vivo)) == []


@pytest.mark.parametrize(
    "claves",
    [{"version_de": "R-2"}, {"fuera_de_cuenta": "inexequible", "motivo": "lo tumbó una sentencia"}],
)
def test_lo_derogado_que_el_registro_explica_no_se_advierte(claves: dict[str, str]) -> None:
    viejo = requisito("R-1", hasta=date(2010, 1, 1), **claves)
    assert _codigos(regla(AREA), registro(viejo, requisito("R-2", estado="juicio experto"))) == []


def test_un_contenido_nombra_exactamente_las_reglas_que_lo_leen() -> None:
    hallados = _revisar(regla("contenido contenido_uno con evidencia"), registro())
    (hallado,) = [d for d in hallados if d.codigo == "PLO-V450"]
    assert hallado.es_error
    assert "nombra `r`, que no lo lee" in hallado.mensaje
    assert "no nombra `regla-de-prueba`, que lo exige" in hallado.mensaje


def test_fundarse_en_lo_que_esta_fuera_de_alcance_se_advierte() -> None:
    fuera = requisito(estado="fuera de alcance", motivo="x")
    assert _codigos(regla(AREA), registro(fuera)) == [("PLO-V444", "advertencia")]


def test_un_contenido_sin_regla_se_advierte() -> None:
    de_contenidos = [d for d in _revisar(regla(AREA), registro()) if d.codigo == "PLO-V445"]
    assert [d.mensaje.split("`")[1] for d in de_contenidos] == ["contenido_dos", "contenido_uno"]
    con_regla = _revisar(regla("contenido contenido_uno con evidencia"), registro())
    assert [d.mensaje.split("`")[1] for d in con_regla if d.codigo == "PLO-V445"] == ["contenido_dos"]


@pytest.mark.parametrize("exige", [AREA, "suelo.urbano.area <= parámetro tope"])
def test_un_parametro_sin_uso_se_advierte(exige: str) -> None:
    reg = registro(parametros=(parametro("tope", ("2000-01-01", "", "5 ha")),))
    esperado = [] if "tope" in exige else [("PLO-V446", "advertencia")]
    assert _codigos(regla(exige), reg) == esperado


def test_un_parametro_que_solo_nombra_un_mensaje_cuenta_como_usado() -> None:
    reg = registro(parametros=(parametro("tope", ("2000-01-01", "", "5 ha")),))
    texto = regla(AREA).replace('subsana "s"', 'subsana "No pase de {parámetro tope}."')
    assert _codigos(texto, reg) == []


def test_las_reglas_sin_revisar_se_cuentan_en_una_nota() -> None:
    hallados = [d for d in _revisar(regla(AREA), registro()) if d.codigo == "PLO-V447"]
    assert [(d.mensaje, d.gravedad) for d in hallados] == [
        ("1 de 1 reglas están sin revisar por un jurista", "nota")
    ]
    revisada = regla(AREA, antes='  revisado por "Ana, 2026-01-01"\n')
    assert "PLO-V447" not in {d.codigo for d in _revisar(revisada, registro())}


@pytest.mark.parametrize(("fuerza", "esperado"), [("debe", [("PLO-V448", "advertencia")]), ("informa", [])])
def test_una_regla_solo_puede_rebajar_la_fuerza(fuerza: str, esperado: list[tuple[str, str]]) -> None:
    texto = regla(AREA, antes=f"  fuerza {fuerza}\n")
    assert _codigos(texto, registro(requisito(fuerza="deberia"))) == esperado


def test_un_requisito_automatizado_sin_regla_se_advierte_salvo_por_su_gemelo() -> None:
    assert _codigos(regla(AREA), registro(requisito("R-1"), requisito("R-2"))) == [
        ("PLO-V449", "advertencia")
    ]
    gemelo = requisito("R-2", gemelos=("R-1",))
    assert _codigos(regla(AREA), registro(requisito("R-1"), gemelo)) == []
    a_mano = requisito("R-2", estado="juicio experto")
    assert _codigos(regla(AREA), registro(requisito("R-1"), a_mano)) == []

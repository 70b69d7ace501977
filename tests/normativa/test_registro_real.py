"""El registro que viaja con la herramienta: se lee limpio, dice sus límites y sus cambios caen en su día."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.analizador import analizar_expresion
from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro
from plomada.valores.cantidad import Cantidad

CARPETA = Path(__file__).parents[2] / "normativa"
TOLERANCIAS = ("tolerancia-de-areas", "tolerancia-de-sumas", "tolerancia-de-porcentajes")


@pytest.fixture(scope="module")
def registro() -> Registro:
    lectura = leer_registro(CARPETA)
    assert lectura.diagnosticos == ()
    assert lectura.valor is not None
    return lectura.valor


def test_vuelve_identico_del_json(registro: Registro) -> None:
    assert Registro.desde_json(registro.a_json()) == registro


@pytest.mark.parametrize(
    ("parametro", "clave", "dia", "vispera", "ese_dia"),
    [
        ("plazo-concertacion-ambiental", None, date(1997, 7, 24), None, "30 días hábiles"),
        ("plazo-concertacion-ambiental", None, date(2021, 1, 14), "30 días hábiles", "45 días hábiles"),
        ("plazo-publicacion", None, date(1994, 6, 2), None, "10 días hábiles"),
        ("plazo-publicacion", None, date(2020, 9, 14), "10 días hábiles", "10 días hábiles"),
        ("plazo-concepto-ctp", None, date(1997, 7, 24), None, "30 días hábiles"),
        ("anticipacion-de-inicio-de-tramite", None, date(1997, 7, 24), None, "6 meses"),
        ("vigencia-largo-plazo", None, date(2019, 11, 22), "3 períodos", "3 períodos"),
        ("vigencia-mediano-plazo", None, date(2004, 7, 27), "2 períodos", "2 períodos"),
        ("vigencia-corto-plazo", None, date(1997, 7, 24), None, "1 períodos"),
        ("area-minima-de-parque", None, date(2007, 9, 20), None, "10 ha"),
        ("area-minima-de-parque", None, date(2008, 10, 24), "10 ha", "6 ha"),
        ("ancho-maximo-de-corredor", None, date(2007, 9, 20), None, "300 m"),
        ("indice-ocupacion-industrial", None, date(2007, 9, 20), None, "30 %"),
        ("indice-ocupacion-parque", None, date(2007, 9, 20), None, "50 %"),
        ("escala-estudio-basico", "urbano", date(2014, 9, 19), None, "1:5000"),
        ("escala-estudio-basico", "expansion", date(2014, 9, 19), None, "1:5000"),
        ("escala-estudio-basico", "rural", date(2014, 9, 19), None, "1:25000"),
        ("escala-estudio-basico", "rural", date(2015, 5, 26), "1:25000", "1:25000"),
        ("porcentaje-minimo-vip", None, date(2012, 6, 20), None, "20 %"),
        ("poblacion-de-cabecera-que-obliga-a-vip", None, date(2012, 6, 20), None, "100000 hab"),
        ("poblacion-minima-de-pot", None, date(1997, 7, 24), None, "100000 hab"),
        ("poblacion-minima-de-pbot", None, date(1997, 7, 24), None, "30000 hab"),
        ("poblacion-que-obliga-a-consejo-consultivo", None, date(1997, 7, 24), None, "30000 hab"),
        ("tasa-plusvalia-minima", None, date(1997, 7, 24), None, "30 %"),
        ("tasa-plusvalia-maxima", None, date(1997, 7, 24), None, "50 %"),
        ("meta-espacio-publico", None, date(1998, 8, 4), None, "15 m2/hab"),
    ],
)
def test_cada_parametro_cambia_en_su_dia_y_no_la_vispera(
    registro: Registro, parametro: str, clave: str | None, dia: date, vispera: str | None, ese_dia: str
) -> None:
    p = registro.parametro(parametro)
    antes, despues = p.en(date.fromordinal(dia.toordinal() - 1), clave), p.en(dia, clave)
    assert despues is not None and despues.desde == dia
    assert _texto(despues.valor) == ese_dia
    assert (None if antes is None else _texto(antes.valor)) == vispera


def _texto(valor: object) -> str:
    return valor.a_texto() if isinstance(valor, Cantidad) else str(valor)


def test_el_orden_de_via_es_un_numero_sin_unidad(registro: Registro) -> None:
    p = registro.parametro("orden-maximo-de-via-de-corredor")
    hallado = p.en(date(2026, 1, 1))
    assert p.en(date(2007, 9, 19)) is None
    assert hallado is not None and hallado.valor == Decimal(2)


def test_las_tolerancias_se_dicen_de_la_herramienta(registro: Registro) -> None:
    for id_ in TOLERANCIAS:
        p = registro.parametro(id_)
        assert "herramienta" in p.titulo
        assert {registro.norma(v.cita.norma).tipo for v in p.valores} == {"metodo"}


def test_lo_que_sale_de_un_metodo_nunca_obliga(registro: Registro) -> None:
    de_metodo = [r for r in registro.requisitos if registro.norma(r.cita.norma).tipo == "metodo"]
    assert {f"MET-{n:02}" for n in range(1, 15)} <= {r.id for r in de_metodo}
    for r in de_metodo:
        assert r.verificacion == "metodo"
        assert {r.fuerza_para(c) for c in r.clases} <= {"deberia", "informa"}
    assert registro.requisito("MET-14").fuerza_para("POT") == "informa"


@pytest.mark.parametrize(
    ("requisito", "pot", "pbot", "eot"),
    [
        ("FU-04", "debe", "deberia", "deberia"),
        ("FU-05", "debe", "deberia", "deberia"),
        ("FU-06", "debe", "deberia", "deberia"),
        ("FG-02", "debe", "debe", "deberia"),
        ("FR-01", "debe", "debe", "debe"),
        ("RG-02", "debe", "debe", "debe"),
        ("DO-01", "debe", "debe", "debe"),
        ("AI-01", "debe", "debe", "debe"),
        ("TR-05", "informa", "informa", "informa"),
    ],
)
def test_a_un_esquema_no_se_le_exige_lo_que_solo_pide_el_decreto(
    registro: Registro, requisito: str, pot: str, pbot: str, eot: str
) -> None:
    r = registro.requisito(requisito)
    assert (r.fuerza_para("POT"), r.fuerza_para("PBOT"), r.fuerza_para("EOT")) == (pot, pbot, eot)


def test_los_articulos_de_una_clase_obligan_solo_a_ella(registro: Registro) -> None:
    clases_por_articulo = {"12": {"POT"}, "13": {"POT"}, "16": {"PBOT"}, "17": {"EOT"}, "14": {"POT", "PBOT"}}
    for r in registro.requisitos:
        es_contenido = (
            r.cita.norma == "ley-388-de-1997" and r.analisis == "suficiencia" and not r.cita.paragrafo
        )
        if es_contenido and r.cita.articulo in clases_por_articulo:
            assert set(r.clases) == clases_por_articulo[r.cita.articulo], r.id


def test_cada_contenido_responde_a_alguna_clase_y_todas_tienen_contenidos(registro: Registro) -> None:
    alcanzadas = {
        c: {k for i in c_.requisitos for k in registro.requisito(i).clases} for c, c_ in _contenidos(registro)
    }
    assert all(alcanzadas.values())
    assert set().union(*alcanzadas.values()) == {"POT", "PBOT", "EOT"}
    assert len({c.orden for c in registro.contenidos}) == len(registro.contenidos)


def _contenidos(registro: Registro) -> list[tuple[str, object]]:
    return [(c.id, c) for c in registro.contenidos]


def test_las_condiciones_de_no_aplica_se_pueden_analizar(registro: Registro) -> None:
    condiciones = registro.condiciones()
    assert condiciones["FR-06"] == "suelo.suburbano no existe"
    for id_, texto in condiciones.items():
        assert analizar_expresion(texto, Tramo(id_)).diagnosticos == (), id_


def test_los_gemelos_son_mutuos_y_nadie_es_gemelo_de_si_mismo(registro: Registro) -> None:
    for r in registro.requisitos:
        assert r.id not in r.gemelos
        for otro in r.gemelos:
            assert r.id in registro.requisito(otro).gemelos
    assert set(registro.requisito("GEN-11").gemelos) == {"L388-12-p2", "L388-31"}


def test_ninguna_redaccion_dice_que_un_jurista_la_reviso_sin_su_nombre(registro: Registro) -> None:
    assert all(not r.esta_revisado or ", " in r.revisado_por for r in registro.requisitos)


def test_ninguna_norma_apunta_a_carpetas_ajenas_al_proyecto() -> None:
    for archivo in CARPETA.rglob("*.yaml"):
        assert "shared" not in archivo.read_text("utf-8"), archivo

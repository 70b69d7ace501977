"""Un texto copiado de otro plan deja el nombre de otro municipio: se señala con su lugar, sin juzgarlo."""

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.documentos.texto import Documento
from plomada.informes.preguntas.ajenos import RevisionDeNombres, revisar_nombres_ajenos
from plomada.normativa.autoridades import PaqueteDeAutoridad
from plomada.normativa.lectura import leer_registro
from plomada.normativa.municipios import MunicipioOficial, leer_municipios, por_nombre

OFICIALES = leer_municipios(carpeta_de_datos() / "normativa")


def _revisar(
    *lineas: str, autoridades: tuple[PaqueteDeAutoridad, ...] = (), propias: tuple[str, ...] = ()
) -> RevisionDeNombres:
    documento = Documento("dts.txt", "línea", lineas, "")
    return revisar_nombres_ajenos(documento, "Ataco", OFICIALES, autoridades, propias)


@pytest.mark.parametrize(
    ("texto", "nombres"),
    [
        ("El municipio de Ataco limita con otros.", []),
        ("El municipio de ATACO", []),
        ("El municipio de Chaparral adopta este plan.", ["Chaparral"]),
        ("La Alcaldía de San Juan de Arama expide", ["San Juan De Arama"]),
        ("el Concejo Municipal de Medellín", ["Medellín"]),
        ("el municipio de acuerdo con la ley", []),
        ("vive en Chaparral", []),
        ("el municipio de Villa Inventada", []),
    ],
)
def test_solo_se_senala_lo_que_se_dice_de_otro_municipio(texto: str, nombres: list[str]) -> None:
    hecho = _revisar(texto)
    assert [a.nombre for a in hecho.ajenos] == nombres
    assert hecho.codigo_de_salida() == (4 if nombres else 0)


def test_cada_nombre_sale_una_vez_con_todos_sus_lugares() -> None:
    hecho = _revisar("El municipio de Chaparral", "otra cosa", "la alcaldía de Chaparral")
    (ajeno,) = hecho.ajenos
    assert ajeno.lugares == ("línea 1", "línea 3")
    assert "municipio de Chaparral" in ajeno.texto


def test_una_autoridad_que_no_es_la_del_plan_se_senala_si_se_sabe_cual_es_la_suya() -> None:
    registro = leer_registro(carpeta_de_datos() / "normativa").valor
    assert registro is not None
    texto = "Según CORPOCHIVOR y Corpoboyacá, la densidad"
    assert _revisar(texto, autoridades=registro.autoridades).ajenos == ()
    hecho = _revisar(texto, autoridades=registro.autoridades, propias=("Corpochivor",))
    assert [a.nombre for a in hecho.ajenos] == ["Corporación Autónoma Regional de Boyacá"]


def test_la_tabla_de_municipios_esta_completa_y_sus_codigos_no_se_repiten() -> None:
    codigos = [m.codigo for m in OFICIALES]
    assert len(codigos) == len(set(codigos)) == 1121
    assert all(len(c) == 5 and c.isdecimal() for c in codigos)
    assert MunicipioOficial("05001", "MEDELLÍN", "ANTIOQUIA") in OFICIALES
    assert len(por_nombre(OFICIALES)["la union"]) > 1

"""Los artículos del registro: los números viejos que circulan se reconocen, y los de hoy no se tocan."""

from datetime import date

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.consultas import cargar_saber
from plomada.normativa.articulado.dictamen import Dictamen, Estado, Saber, dictaminar
from plomada.normativa.articulado.menciones import hallar
from plomada.normativa.articulado.nombres import nombrar

HOY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def saber() -> Saber:
    leido = cargar_saber(carpeta_de_datos())
    assert leido.valor is not None, [f"{d.tramo} {d.mensaje}" for d in leido.diagnosticos]
    return leido.valor


def _dictar(texto: str, saber: Saber, fecha: date = HOY) -> Dictamen:
    (mencion,) = hallar(texto)
    return dictaminar(mencion, saber, fecha)


@pytest.mark.parametrize(
    ("articulo", "hoy"),
    [
        ("2.2.2.1.2.6.1", {"2.2.2.1.2.3.3", "2.2.2.1.2.3.4"}),
        ("2.2.2.1.2.6.5", {"2.2.2.1.2.3.1", "2.2.2.1.2.3.2"}),
        ("2.2.2.1.2.4", {"2.2.2.1.2.2", "28"}),
    ],
)
def test_los_numeros_anteriores_al_1232_estan_desactualizados_desde_su_dia(
    saber: Saber, articulo: str, hoy: set[str]
) -> None:
    texto = f"artículo {articulo} del Decreto 1077 de 2015"
    dictamen = _dictar(texto, saber)
    assert dictamen.estado is Estado.DESACTUALIZADA
    assert {c.rsplit("artículo ")[1] for c in dictamen.de_hoy} == hoy
    assert _dictar(texto, saber, date(2020, 9, 14)).estado is Estado.DESACTUALIZADA
    assert _dictar(texto, saber, date(2020, 9, 13)).estado is Estado.CORRECTA


def test_el_seguimiento_es_correcto_aunque_se_atribuya_al_decreto_que_lo_trajo(saber: Saber) -> None:
    for norma in ("Decreto 1077 de 2015", "Decreto 1232 de 2020"):
        dictamen = _dictar(f"artículo 2.2.2.1.2.1.5 del {norma}", saber)
        assert (dictamen.estado, dictamen.cita) == (
            Estado.CORRECTA,
            "Decreto 1077 de 2015, artículo 2.2.2.1.2.1.5",
        )
        assert ("lo atribuye a" in dictamen.matiz) == ("1232" in norma)


@pytest.mark.parametrize(
    ("texto", "vispera", "dia"),
    [
        ("artículo 7 de la Ley 388 de 1997", Estado.CORRECTA, Estado.DESACTUALIZADA),
        ("artículo 202 de la Ley 1450 de 2011", Estado.CORRECTA, Estado.DESACTUALIZADA),
    ],
)
def test_lo_que_cayo_no_se_da_por_vigente(saber: Saber, texto: str, vispera: Estado, dia: Estado) -> None:
    cambio = {"7": date(2000, 6, 29), "202": date(2015, 6, 9)}[texto.split()[1]]
    assert _dictar(texto, saber, cambio - date.resolution).estado is vispera
    assert _dictar(texto, saber, cambio).estado is dia


@pytest.mark.parametrize(
    ("fecha", "version"),
    [("2004-07-26", "1 de 3"), ("2004-07-27", "2 de 3"), ("2019-11-21", "2 de 3"), ("2019-11-22", "3 de 3")],
)
def test_el_articulo_28_dice_su_version_el_dia_de_cada_cambio(saber: Saber, fecha: str, version: str) -> None:
    dictamen = _dictar("artículo 28 de la Ley 388 de 1997", saber, date.fromisoformat(fecha))
    assert dictamen.estado is Estado.CORRECTA and f"versión {version}" in dictamen.frase


def test_toda_norma_numerada_se_reconoce_por_el_titulo_que_el_registro_le_da(saber: Saber) -> None:
    numeradas = [n for n in saber.registro.normas if nombrar(n)]
    assert len(numeradas) >= 30
    for norma in numeradas:
        nombre = nombrar(norma)
        assert nombre is not None and saber.indice.buscar(nombre) == norma, norma.titulo


def test_lo_que_cita_el_registro_existe_en_sus_articulos(saber: Saber) -> None:
    fantasmas = [
        f"{r.id}: {c.texto()}"
        for r in saber.registro.requisitos
        for c in r.citas
        if (a := saber.articulado(c.norma)) is not None and c.articulo and a.existe(c.articulo) is False
    ]
    assert fantasmas == []


def test_todo_requisito_vigente_cita_un_articulo_que_rige(saber: Saber) -> None:
    """Un requisito sin `hasta` no puede apoyarse en un artículo que el registro da por terminado."""
    caidos = []
    for r in saber.registro.requisitos:
        articulado = saber.articulado(r.cita.norma)
        if r.hasta is not None or articulado is None:
            continue
        enteros = [a for a in articulado.de(r.cita.articulo) if a.es_entero]
        if enteros and enteros[0].en(HOY) is None:
            caidos.append(r.id)
    assert caidos == []

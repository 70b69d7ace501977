"""En ningún formato se lee el nombre que un dato tiene en el lenguaje: la ruta solo acompaña al nombre."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from plomada.aplicacion import carpeta_de_datos, revisar
from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.html.escribir import a_html
from plomada.informes.markdown.escribir import a_md
from plomada.informes.oficina.libro import escribir_xlsx, hojas_del_informe
from plomada.informes.oficina.oficio import escribir_docx
from plomada.informes.vista import Informe
from tests.apoyo import paquete_del_repositorio
from tests.informes.hechura import hallazgo, informe, resultado
from tests.informes.html.paginas import Lectura
from tests.informes.oficina.apoyo import filas, parrafos

_CASOS = ("pbot-borrador", "medellin-pot-2014")
_DE_MAQUINA = re.compile(r"[{}]|\w_\w")
_NOMBRES_PROPIOS = ("LADM_COL",)
# Sirven para volver a leer el libro y quedan fuera de lo que se imprime.
_PARA_VOLVER_A_LEER = {"Elemento", "Regla", "Reglas", "Modo", "Identidad"}
_COMO_SE_COMPRUEBA = re.compile(r'<details class="codigo".*?</details>', re.DOTALL)


@cache
def _caso(nombre: str) -> Informe:
    dia = date(2025, 12, 31) if nombre.startswith("medellin") else None
    hecho = revisar(carpeta_de_datos() / "casos" / nombre, paquete_del_repositorio(), dia).informe
    assert hecho is not None
    return hecho


def _html(i: Informe) -> str:
    return Lectura(_COMO_SE_COMPRUEBA.sub("", a_html(i))).visible


def _md(i: Informe) -> str:
    return a_md(i).replace("\\", "")


def _xlsx(i: Informe) -> str:
    return "\n".join(
        str(celda)
        for hoja in hojas_del_informe(i, None)
        for fila in hoja.filas
        for titulo, celda in zip(hoja.titulos, fila, strict=True)
        if titulo not in _PARA_VOLVER_A_LEER
    )


def _docx(i: Informe) -> str:
    return "\n".join(parrafos(escribir_docx(i)))


_FORMATOS = {"html": _html, "md": _md, "xlsx": _xlsx, "docx": _docx}


def _de_maquina(texto: str) -> Iterator[str]:
    """Los renglones que traen llaves o guiones bajos fuera de paréntesis."""
    for nombre in _NOMBRES_PROPIOS:
        texto = texto.replace(nombre, "")
    for renglon in texto.split("\n"):
        afuera = renglon
        while (menos := re.sub(r"\([^()]*\)", "", afuera)) != afuera:
            afuera = menos
        if _DE_MAQUINA.search(afuera):
            yield renglon


@pytest.mark.parametrize("formato", _FORMATOS)
@pytest.mark.parametrize("caso", _CASOS)
def test_nada_de_lo_visible_trae_llaves_ni_guiones_bajos_fuera_de_parentesis(caso: str, formato: str) -> None:
    texto = _FORMATOS[formato](_caso(caso))
    assert len(texto) > 50_000
    assert list(_de_maquina(texto)) == []


@pytest.mark.parametrize("formato", _FORMATOS)
def test_la_exigencia_y_la_explicacion_van_en_frases(formato: str) -> None:
    plano = " ".join(_FORMATOS[formato](_caso("pbot-borrador")).split())
    # Un documento que se radica no repite lo que la regla comprueba: eso se lee en la página y en el libro.
    exigencia = (
        "en cada uno de los elementos de «Centros poblados rurales», a «¿El plan traza su perímetro?» se"
    )
    assert (exigencia in plano) is (formato != "docx")
    for frase in (
        "Se espera que a «¿El plan traza su perímetro?» se responda que sí; se leyó no.",
        "La Ceja (CP2)",
        "«Si el plan traza su perímetro» de La Ceja (CP2): no (",
        "avenida torrencial · expansión",
    ):
        assert frase in plano, frase
    assert "cada centro en suelo.centros_poblados cumple" not in plano


def test_la_exigencia_como_esta_escrita_queda_en_un_desplegable_de_la_pagina() -> None:
    bloques = _COMO_SE_COMPRUEBA.findall(a_html(_caso("pbot-borrador")))
    assert len(bloques) == len(_caso("pbot-borrador").reglas)
    assert any("exige cada centro en suelo.centros_poblados cumple" in b for b in bloques)
    assert any("salvo que plan.tramite = precision_cartografica" in b for b in bloques)


def test_la_ruta_acompana_al_nombre_y_lo_que_no_lo_tiene_se_dice_por_su_ruta() -> None:
    leidos = (
        DatoLeido(ruta="a.b_c", valor="5 ha", lugar="plan.yaml:3:1", nombre="«Área»"),
        DatoLeido(ruta="a.d", valor="no"),
    )
    hecho = informe(resultado("a", hallazgos=(hallazgo("a", "p P1", de_quien="Parque (P1)", datos=leidos),)))
    esperado = "«Área»: 5 ha (`a.b_c`, plan.yaml:3:1)"
    assert esperado in _md(hecho) and "«Área»: 5 ha (plan.yaml, línea 3)" in _docx(hecho)
    (fila,) = filas(escribir_xlsx(hecho), "Hallazgos")
    assert fila["Qué se leyó y dónde"] == f"{esperado}\na.d: no"
    assert (fila["De quién"], fila["Elemento"]) == ("Parque (P1)", "p P1")
    assert "«Área»: 5 ha (a.b_c, plan.yaml:3:1)" in _html(hecho)


def test_en_la_pagina_una_explicacion_repetida_se_dice_una_vez() -> None:
    iguales = tuple(hallazgo("a", f"p P{n}", explicacion="Se espera que sí; se leyó no.") for n in (1, 2, 3))
    otra = hallazgo("a", "p P4", explicacion="Se espera que sí; se leyó tal vez.")
    plano = _html(informe(resultado("a", hallazgos=(*iguales, otra))))
    assert plano.count("se leyó no.") == 1 and plano.count("se leyó tal vez.") == 1

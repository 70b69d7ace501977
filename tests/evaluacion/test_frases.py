"""Cada causa tiene su frase y su ayuda, y los datos se nombran como los conoce una persona."""

from typing import get_args

import pytest

from plomada.evaluacion.frases import QUE_HACER, decir_causa, nombrar_dato
from plomada.valores.logica import Causa, TipoDeCausa
from tests.apoyo import registro, resultado

_QUE_NO_LLEGAN = {"declarado que no hay", "condición falsa", "excepción"}
DE_NO_CONSTAR = sorted(set(get_args(TipoDeCausa)) - _QUE_NO_LLEGAN)


@pytest.mark.parametrize("tipo", DE_NO_CONSTAR)
def test_cada_causa_se_dice_en_una_frase_y_trae_que_hacer(tipo: TipoDeCausa) -> None:
    frase = decir_causa(Causa(tipo, "x", "un detalle"), "«El dato» (x)")
    assert "«El dato» (x)" in frase and frase.endswith("(un detalle)")
    assert QUE_HACER[tipo].endswith(".")


def test_un_dato_se_nombra_con_su_rotulo_y_su_ruta() -> None:
    listas = (("p", "medios.proyectos"),)
    assert nombrar_dato("p.costo", listas, registro()) == "«Costo estimado, con su año base» (p.costo)"
    assert nombrar_dato("suelo.urbano.area", (), registro()).endswith("(suelo.urbano.area)")
    assert nombrar_dato("contenidos.contenido_uno", (), registro()) == "el contenido «contenido_uno»"
    assert nombrar_dato("parámetro tope", (), registro()) == "parámetro tope"


def test_el_hallazgo_lleva_la_frase() -> None:
    yaml = "medios: {proyectos: [{id: P1, nombre: Vía}]}"
    hallado = resultado("cada p en medios.proyectos cumple p.costo <= 10 COP", yaml).hallazgos[0]
    assert hallado.mensaje == "Vía (P1): no se describió «Costo estimado, con su año base» (p.costo)."
    assert hallado.subsana == "Descríbalo en el plan, o declare con motivo que no hay."


@pytest.mark.parametrize(
    ("antes", "espera", "final"),
    [
        ("  cuando suelo.expansion.area > 1 ha\n", "no aplica", "así que esto no le aplica."),
        (
            '  salvo que suelo.expansion.area > 1 ha porque "x"\n',
            "no consta",
            "no se sabe si la regla aplica.",
        ),
    ],
)
def test_una_condicion_sobre_algo_que_no_hay_no_deja_aplicar_la_regla_en_silencio(
    antes: str, espera: str, final: str
) -> None:
    yaml = "municipio: {nombre: X}\nsuelo: {expansion: {no_hay: no se prevé}}"
    hallado = resultado("municipio.nombre existe", yaml, antes=antes)
    assert hallado.veredicto.value == espera
    assert hallado.hallazgos[0].mensaje.endswith(final)

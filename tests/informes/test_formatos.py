"""Los formatos: mismos bytes siempre, lo urgente primero y ningún texto del plan manda sobre la consola."""

import json

import pytest

from plomada.informes.a_json import a_json
from plomada.informes.consola import a_consola
from plomada.informes.renglones import medir
from plomada.informes.vista import Informe
from tests.informes.hechura import hallazgo, informe, resultado, surtido


def _texto(hecho: Informe, ancho: int = 100, todo: bool = False) -> str:
    return "\n".join(r.texto for r in a_consola(hecho, ancho, todo))


def _plano(hecho: Informe, **opciones: bool) -> str:
    return " ".join(_texto(hecho, **opciones).split())  # type: ignore[arg-type]


# -- JSON ------------------------------------------------------------------------------------------


def test_el_json_es_igual_byte_a_byte_y_no_depende_del_orden_de_los_resultados() -> None:
    derecho = a_json(informe(*surtido()))
    assert a_json(informe(*surtido())).encode() == derecho.encode()
    al_reves = json.loads(a_json(informe(*reversed(surtido()))))
    sin_linea = [{**r, "linea": 0} for r in json.loads(derecho)["reglas"]]
    assert [{**r, "linea": 0} for r in al_reves["reglas"]] == sin_linea


def test_el_json_se_lee_en_espanol_y_vuelve_a_ser_el_mismo_informe() -> None:
    hecho = informe(*surtido())
    texto = a_json(hecho)
    assert "artículo 1" in texto and texto.endswith("}\n")
    assert Informe.model_validate_json(texto) == hecho


# -- consola: orden --------------------------------------------------------------------------------


def test_la_primera_pagina_dice_que_se_concluye_el_regimen_y_los_limites() -> None:
    plano = _plano(informe(resultado("a"), resultado("b", "cumple")))
    orden = [
        "no reemplaza la revisión de fondo",
        "Se sugiere requerir para completar o corregir.",
        "Régimen: norma vigente al 15 de enero de 2026 (la radicación ambiental); clase aplicada POT",
        "Qué quedó sin automatizar, de los requisitos del registro (5): automáticos, 2; parciales (pueden",
        "Sin revisar por un jurista: de las reglas, 2 de 2; de los requisitos, 4 de 5.",
        "Lo que hay que corregir (1)",
    ]
    lugares = [plano.index(frase) for frase in orden]
    assert lugares == sorted(lugares)


def test_lo_que_hay_que_corregir_trae_cita_dato_leido_lugar_y_como_se_subsana() -> None:
    plano = _plano(informe(resultado("a")))
    assert (
        "Norma: Norma de juguete, artículo 1 (rige desde el 1 de enero de 2000; se aplicó al 15 de enero"
        in plano
    )
    assert "se leyó a.b: 5 ha (plan.yaml:3:1)" in plano
    assert "→ Corrija." in plano


def test_primero_se_corrige_despues_lo_que_no_consta_y_al_final_lo_que_cumple() -> None:
    texto = _texto(informe(*surtido()))
    titulos = [
        "Falló la herramienta",
        "Lo que hay que corregir (3)",
        "No consta (1)",
        "Requiere concepto (1)",
        "Para tener en cuenta (informativo) (1)",
        "Cumple: 3 reglas",
        "No aplica: 1 regla.",
    ]
    lugares = [texto.index(t) for t in titulos]
    assert lugares == sorted(lugares)


def test_lo_que_se_corrige_se_separa_por_analisis() -> None:
    texto = _texto(informe(resultado("a")))
    assert "Coherencia: lo que debe coincidir" in texto
    assert "Suficiencia:" not in texto


def test_el_tramite_se_escribe_con_sus_tildes() -> None:
    assert "trámite revisión general." in _plano(informe(resultado("a"), tramite="revision_general"))


def test_lo_que_cumple_ocupa_una_linea_y_dice_cuanto_es_declarado() -> None:
    hecho = informe(*surtido())
    assert "Cumple: 3 reglas, 1 con evidencia declarada sin comprobar. Se ven con --todo." in _plano(hecho)
    assert "y-cumple" not in _texto(hecho)
    assert "y-cumple" in _texto(hecho, todo=True)
    assert "z-no-aplica" in _texto(hecho, todo=True)


def test_lo_que_se_recorta_se_dice_y_todo_lo_muestra() -> None:
    hecho = informe(resultado("a", cuantos=12))
    assert "y 6 hallazgos más, que se ven con --todo." in _texto(hecho)
    assert "p P12" not in _texto(hecho)
    assert "p P12" in _texto(hecho, todo=True)


def test_el_perfil_de_concertacion_dice_cuantos_hallazgos_oculta() -> None:
    plano = _plano(informe(*surtido(), perfil="concertacion"))
    assert "Este perfil oculta parte de lo evaluado (reglas: 10; hallazgos: 22)" in plano
    assert "q-debe" not in plano


@pytest.mark.parametrize(
    "veredicto", ["cumple", "no cumple", "no consta", "no aplica", "requiere concepto", "error"]
)
def test_con_todo_ninguna_regla_se_calla(veredicto: str) -> None:
    assert "la-regla" in _texto(informe(resultado("la-regla", veredicto)), todo=True)


# -- consola: texto ajeno --------------------------------------------------------------------------


def test_el_marcado_y_las_ordenes_de_consola_de_un_plan_se_muestran_como_texto() -> None:
    malo = "[bold red]x[/]\x1b[2J\x07\u202eoculto\r\nfin"
    propio = resultado("a", hallazgos=(hallazgo("a", mensaje=malo, subsana=malo, causa=malo),))
    texto = _texto(informe(propio))
    assert "[bold red]x[/]" in texto
    assert not {"\x1b", "\x07", "\u202e", "\r"} & set(texto)


@pytest.mark.parametrize("ancho", [40, 60, 100])
def test_ninguna_linea_pasa_del_ancho_si_las_palabras_caben(ancho: int) -> None:
    propio = resultado("a", hallazgos=(hallazgo("a", mensaje="palabra ñandú 漢字 " * 40),))
    anchos = [medir(r.texto) for r in a_consola(informe(propio), ancho) if "se leyó" not in r.texto]
    assert max(anchos) <= ancho


def test_una_palabra_mas_larga_que_la_linea_no_se_pierde() -> None:
    larga = "x" * 300
    assert larga in _texto(informe(resultado("a", hallazgos=(hallazgo("a", mensaje=larga),))), 40)

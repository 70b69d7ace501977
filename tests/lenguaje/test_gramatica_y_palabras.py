"""La gramática no tiene conflictos y cada palabra se acepta como la escribe la gente."""

import pytest

from plomada.lenguaje.analizador import analizar, construir_gramatica
from plomada.lenguaje.lectura.errores import _SIGNOS
from plomada.lenguaje.lectura.lexico import leer_piezas
from plomada.lenguaje.lectura.palabras import (
    BLOQUES,
    CANONICA_DE_FRASE,
    CLAUSULAS,
    FRASES,
    LINEAS_DE_CASO,
    ROTULOS,
    VEREDICTOS,
)
from plomada.lenguaje.lectura.piezas import Bloque
from plomada.valores.texto import plegar


def _variantes(frase: str) -> set[str]:
    dura = frase.replace(" ", "\u00a0")
    return {
        frase,
        plegar(frase),
        frase.upper(),
        plegar(frase).upper(),
        frase.title(),
        dura,
        f"{frase} ",
        dura.upper(),
    }


def _tipos(clase: str, *lineas: str) -> list[str]:
    leidas = leer_piezas(Bloque(clase, lineas, "x.regla", 1, tuple(0 for _ in lineas)))
    assert leidas.diagnosticos == ()
    return [p.tipo for p in leidas.valor or ()]


def test_la_gramatica_se_construye_sin_conflictos() -> None:
    assert construir_gramatica(estricta=True) is not None


def test_toda_pieza_de_la_gramatica_tiene_un_rotulo_en_castellano() -> None:
    piezas = {t.name for t in construir_gramatica().terminals}
    assert piezas - set(ROTULOS) - set(_SIGNOS) == set()


@pytest.mark.parametrize("frase", [*FRASES, *CANONICA_DE_FRASE])
def test_cada_frase_se_reconoce_con_y_sin_tilde_en_mayuscula_y_minuscula(frase: str) -> None:
    esperada = CANONICA_DE_FRASE[plegar(frase)][1]
    for escrita in _variantes(frase):
        assert _tipos("regla", "regla x", f'exige a {escrita} "b"')[3:] == ["NOMBRE", esperada, "TEXTO"]


@pytest.mark.parametrize("clausula", [c for c in CLAUSULAS if c not in {"es", "fin"}])
def test_cada_clausula_se_reconoce_como_se_escriba(clausula: str) -> None:
    con_tildes = {"titulo": "título", "analisis": "análisis", "guia": "guía"}.get(clausula, clausula)
    for escrita in _variantes(clausula) | _variantes(con_tildes):
        assert _tipos("regla", "regla x", f"\u00a0 {escrita}")[-1] == CLAUSULAS[clausula]


@pytest.mark.parametrize("bloque", BLOQUES)
def test_cada_bloque_se_abre_y_se_cierra_como_se_escriba(bloque: str) -> None:
    for abre in _variantes(bloque):
        leido = analizar(f"{abre} x\nFin\u00a0{abre}", "x.regla")
        assert all(d.codigo in {"PLO-S120", "PLO-S130"} for d in leido.diagnosticos)


def test_cada_linea_de_caso_y_cada_veredicto_se_reconocen_como_se_escriban() -> None:
    valores = {
        "espera": "cumple",
        "fecha": "2020-01-01",
        "base": "uno",
        "quita": "a.b",
        "agrega": "a.b {c: d}",
    }
    for linea, tipo in LINEAS_DE_CASO.items():
        for escrita in _variantes(linea):
            assert tipo in _tipos("regla", "regla x", 'caso "n"', f"{escrita} {valores[linea]}")
    for veredicto in VEREDICTOS:
        for escrito in _variantes(veredicto):
            leido = analizar(f'regla x\ncaso "n"\nespera {escrito}\nfin regla', "x.regla").valor
            assert leido is not None
            assert leido.reglas[0].casos[0].espera == veredicto

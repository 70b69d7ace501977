"""Los trozos buenos se leen sin quejas; los malos, con el código de cada línea y ninguno más."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from plomada.diagnosticos.catalogo import todos
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.formateador import formatear

DATOS = Path(__file__).parent.parent / "datos" / "lenguaje"
_ESPERADO = re.compile(r"#! (?P<codigo>PLO-\w+)")
_INTERNAS = re.compile(
    r"\b[A-Z]+_[A-Z_]+\b|Token|Unexpected|expected|\$END|\b(FILA|HUECO|NOMBRE|VALOR|PUNTO)\b"
)


def trozos(carpeta: str) -> Iterator[ParameterSet]:
    """Separa cada archivo por `---`; conserva los números de línea del archivo."""
    for archivo in sorted((DATOS / carpeta).glob("*.regla")):
        linea = 1
        for trozo in archivo.read_text("utf-8").split("\n---\n"):
            lineas = trozo.split("\n")
            esperados = {
                (linea + i, m["codigo"]) for i, t in enumerate(lineas) for m in _ESPERADO.finditer(t)
            }
            yield pytest.param("\n" * (linea - 1) + trozo, esperados, id=f"{archivo.stem}-{linea}")
            linea += len(lineas) + 1


@pytest.mark.parametrize(("texto", "esperados"), [*trozos("mal")])
def test_cada_error_se_dice_una_vez_y_en_su_linea(texto: str, esperados: set[tuple[int, str]]) -> None:
    hallados = [(d.tramo.linea, d.codigo) for d in analizar(texto, "x.regla").diagnosticos if d.tramo]
    assert esperados
    assert sorted(hallados) == sorted(esperados)


@pytest.mark.parametrize(("texto", "esperados"), [*trozos("bien")])
def test_lo_que_esta_bien_no_da_diagnosticos(texto: str, esperados: set[tuple[int, str]]) -> None:
    leido = analizar(texto, "x.regla")
    assert leido.diagnosticos == ()
    assert leido.valor is not None
    assert leido.valor.reglas or leido.valor.defines


@pytest.mark.parametrize(("texto", "esperados"), [*trozos("bien")])
def test_lo_que_esta_bien_se_formatea_sin_cambiar(texto: str, esperados: set[tuple[int, str]]) -> None:
    hecho = formatear(texto, "x.regla")
    assert hecho.valor is not None
    assert analizar(hecho.valor, "x.regla").valor == analizar(texto, "x.regla").valor
    assert formatear(hecho.valor, "x.regla").valor == hecho.valor


@pytest.mark.parametrize(("texto", "esperados"), [*trozos("mal")])
def test_lo_que_esta_mal_se_formatea_sin_tocarlo_y_se_informa(
    texto: str, esperados: set[tuple[int, str]]
) -> None:
    hecho = formatear(texto, "x.regla", {"L1": "Ley 1"})
    assert hecho.diagnosticos == analizar(texto, "x.regla").diagnosticos
    assert hecho.valor is not None
    culpables = [t for t in texto.split("\n") if "#!" in t]
    assert [t for t in hecho.valor.split("\n") if "#!" in t] == culpables
    assert formatear(hecho.valor, "x.regla", {"L1": "Ley 1"}).valor == hecho.valor


@pytest.mark.parametrize(("texto", "esperados"), [*trozos("mal")])
def test_los_mensajes_no_nombran_piezas_y_dan_un_lugar(texto: str, esperados: set[tuple[int, str]]) -> None:
    lineas = texto.split("\n")
    for d in analizar(texto, "x.regla").diagnosticos:
        assert not _INTERNAS.search(d.mensaje + d.ayuda + d.nota), d
        assert d.mensaje[0] in "`«" or d.mensaje[0].islower()
        assert not d.mensaje.endswith(".")
        assert d.tramo is not None
        assert 1 <= d.tramo.columna < d.tramo.columna_fin <= len(lineas[d.tramo.linea - 1]) + 1, d
        comienzo = sum(len(x) + 1 for x in lineas[: d.tramo.linea - 1])
        assert d.tramo.desplazamiento == comienzo + d.tramo.columna - 1, d


def test_cada_codigo_de_sintaxis_tiene_un_trozo_que_lo_da() -> None:
    escritos = {
        m["codigo"] for a in (DATOS / "mal").glob("*.regla") for m in _ESPERADO.finditer(a.read_text("utf-8"))
    }
    por_tamano = {"PLO-S104", "PLO-S122"}  # no caben en un archivo de trozos: van en test_analizador
    assert escritos | por_tamano >= {c for c in todos() if c.startswith("PLO-S")}

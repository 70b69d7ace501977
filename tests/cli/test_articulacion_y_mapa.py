"""Las órdenes `articulacion` y `mapa`."""

from pathlib import Path

import pytest

from plomada.aplicacion import carpeta_de_datos
from tests.apoyo import CACHE_DE_PRUEBAS
from tests.cli.conftest import Corrida

CASOS = carpeta_de_datos() / "casos"
REALES = str(carpeta_de_datos())


def test_la_matriz_de_medellin_trae_las_cuentas_rehechas(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("articulacion", str(CASOS / "medellin-pot-2014"))
    assert (codigo, quejas) == (0, "")
    for frase in (
        "71 de 101 (70,3 %)",
        "deben ser 14",
        "89,13 %",
        "declarado, no recalculable",
        "no sale de ninguna",
    ):
        assert frase in " ".join(dicho.split())


@pytest.mark.parametrize(
    ("formato", "empieza"), [("svg", "<svg "), ("json", "{"), ("csv", "\ufeffnivel;"), ("md", "## Matriz")]
)
def test_cada_formato_se_escribe_en_su_archivo(
    orden: Corrida, tmp_path: Path, formato: str, empieza: str
) -> None:
    archivo = tmp_path / f"salida.{formato}"
    codigo, dicho, _ = orden(
        "articulacion", str(CASOS / "pot-completo"), "--formato", formato, "-o", str(archivo)
    )
    assert (codigo, dicho) == (0, "")
    assert archivo.read_text("utf-8").startswith(empieza)


def test_un_enlace_roto_se_avisa_y_la_matriz_sale(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("articulacion", str(CASOS / "todo-mal-cadena"))
    assert codigo == 0 and "Desarticulado (" in dicho
    assert "PLO-D118" in quejas and "O9" in quejas


def test_un_plan_que_no_se_lee_no_tiene_matriz(orden: Corrida, tmp_path: Path) -> None:
    assert orden("articulacion", str(tmp_path / "nada.yaml"))[0] == 2
    codigo, _, quejas = orden("articulacion", str(CASOS / "pot-completo"), "--formato", "dibujo")
    assert codigo == 2 and "svg" in quejas


def test_el_mapa_en_libro_pide_archivo(
    orden: Corrida, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE_DE_PRUEBAS))
    caso = str(CASOS / "eot-completo")
    codigo, _, quejas = orden("--datos", REALES, "mapa", caso, "--formato", "xlsx")
    assert codigo == 2 and "-o mapa.xlsx" in quejas
    archivo = tmp_path / "mapa.xlsx"
    assert orden("--datos", REALES, "mapa", caso, "--formato", "xlsx", "-o", str(archivo))[0] == 0
    assert archivo.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("matriz", "encabezado"), [("conceptual", "parte;qué es;id"), ("operativa", "clase;id;qué manda hacer")]
)
def test_el_mapa_en_csv_trae_la_matriz_pedida(
    orden: Corrida, matriz: str, encabezado: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE_DE_PRUEBAS))
    caso = str(CASOS / "eot-completo")
    codigo, dicho, _ = orden("--datos", REALES, "mapa", caso, "--formato", "csv", "--matriz", matriz)
    assert codigo == 0 and dicho.lstrip("\ufeff").startswith(encabezado)

"""La rueda instalada sin el repositorio revisa un plan igual que aquí, con las reglas ya compiladas."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def instalada(tmp_path_factory: pytest.TempPathFactory) -> Path:
    carpeta = tmp_path_factory.mktemp("rueda")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(carpeta), str(RAIZ)],
        check=True,
        capture_output=True,
    )
    (rueda,) = carpeta.glob("*.whl")
    destino = carpeta / "sitio"
    zipfile.ZipFile(rueda).extractall(destino)
    return destino


def test_la_rueda_trae_las_reglas_el_registro_los_casos_y_lo_compilado(instalada: Path) -> None:
    datos = instalada / "plomada" / "_datos"
    assert {c.name for c in datos.iterdir()} == {"reglas", "normativa", "casos", "compilado"}
    (compilado,) = (datos / "compilado").iterdir()
    assert {a.name for a in compilado.iterdir()} >= {
        "reglas.py",
        "fichas.json",
        "registro.json",
        "sello.json",
    }


def test_la_rueda_trae_las_plantillas_del_informe(instalada: Path) -> None:
    plantillas = Path("plomada", "informes", "html", "plantillas")
    propias = {a.name for a in (RAIZ / "motor" / plantillas).iterdir()}
    assert {"informe.html.j2", "estilo.css", "guion.js"} <= propias
    assert {a.name for a in (instalada / plantillas).iterdir()} == propias


def test_la_rueda_da_el_mismo_informe_que_el_repositorio(instalada: Path, tmp_path: Path) -> None:
    plan = RAIZ / "casos" / "medellin-pot-2014"
    orden = ["-m", "plomada", "evaluar", str(plan), "--fecha", "2025-12-31", "--formato", "json"]
    entorno = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "LOCALAPPDATA": str(tmp_path / "cache"),
    }

    def correr(raiz: Path) -> str:
        hecho = subprocess.run(
            [sys.executable, *orden],
            cwd=tmp_path,
            env=entorno | {"PYTHONPATH": str(raiz)},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert hecho.returncode == 4, hecho.stderr
        return hecho.stdout

    de_rueda, de_repositorio = correr(instalada), correr(RAIZ / "motor")
    assert json.loads(de_rueda) == json.loads(de_repositorio)
    assert (
        not list((tmp_path / "cache").rglob("sello.json"))
        or len(list((tmp_path / "cache").rglob("sello.json"))) == 1
    )


def test_lo_precompilado_de_la_rueda_es_lo_que_se_usa(instalada: Path, tmp_path: Path) -> None:
    codigo = (
        "from pathlib import Path; from plomada import aplicacion as a; import sys; "
        "assert '_datos' in str(a.carpeta_de_datos()); p = a.cargar_paquete().valor; "
        "print('plomada.lenguaje.analizador' in sys.modules, len(p.fichas))"
    )
    entorno = dict(os.environ) | {"PYTHONPATH": str(instalada)}
    hecho = subprocess.run(
        [sys.executable, "-c", codigo], cwd=tmp_path, env=entorno, capture_output=True, text=True
    )
    assert hecho.returncode == 0, hecho.stderr
    leyo_las_reglas, cuantas = hecho.stdout.split()
    assert leyo_las_reglas == "False" and int(cuantas) >= 30

"""La consola como la usa una persona: arranque, tuberías, codificación y colores."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from plomada import __version__
from tests.cli.apoyo import DATOS, RAIZ, entorno, proceso

PESADOS = {"typer", "rich", "pydantic", "lark", "yaml", "plomada.aplicacion", "plomada.cli"}


def test_la_version_no_carga_nada_pesado(tmp_path: Path) -> None:
    codigo = (
        "import sys; sys.argv = ['plomada', '--version']\n"
        "from plomada.__main__ import principal\n"
        "try: principal()\n"
        "except SystemExit as fin: assert fin.code == 0\n"
        f"print(sorted({PESADOS!r} & set(sys.modules)))"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", codigo], env=entorno(tmp_path), capture_output=True, check=True
    )
    assert hecho.stdout.decode() == f"plomada {__version__}\n[]\n"


def test_evaluar_no_carga_rich_ni_el_lector_de_reglas_si_hay_cache(tmp_path: Path) -> None:
    assert proceso(tmp_path, "evaluar", str(DATOS)).returncode == 1
    codigo = (
        "import sys\nfrom plomada.cli.principal import correr\n"
        f"codigo = correr(['--datos', {str(DATOS)!r}, 'evaluar', {str(DATOS)!r}])\n"
        "print(codigo, sorted({'rich', 'lark', 'holidays', 'pandas'} & set(sys.modules)))"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", codigo], env=entorno(tmp_path), capture_output=True, check=True
    )
    assert hecho.stdout.decode().splitlines()[-1] == "1 []"


def test_la_salida_es_utf8_aunque_la_consola_sea_antigua(tmp_path: Path) -> None:
    hecho = proceso(tmp_path, "evaluar", str(DATOS), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert hecho.returncode == 1
    assert "Qué quedó sin automatizar" in hecho.stdout.decode("utf-8")
    assert b"\r" not in hecho.stdout


def test_dos_corridas_dan_los_mismos_bytes(tmp_path: Path) -> None:
    hechas = [
        proceso(tmp_path, "evaluar", str(DATOS), "--formato", "json", PYTHONHASHSEED=semilla).stdout
        for semilla in ("1", "2")
    ]
    assert hechas[0] == hechas[1] != b""


def test_cerrar_la_tuberia_no_muestra_una_traza_ni_cambia_el_codigo(tmp_path: Path) -> None:
    orden = [
        sys.executable,
        "-m",
        "plomada",
        "--datos",
        str(DATOS),
        "evaluar",
        str(DATOS),
        "--formato",
        "json",
    ]
    lee, escribe = os.pipe()
    os.close(lee)
    with subprocess.Popen(
        orden, env=entorno(tmp_path), stdout=escribe, stderr=subprocess.PIPE, cwd=RAIZ
    ) as hecho:
        os.close(escribe)
        _, quejas = hecho.communicate()
    assert (hecho.returncode, quejas) == (1, b"")


def _en_consola(cache: Path, **otras: str) -> bytes:
    amo, esclavo = pty.openpty()
    orden = [sys.executable, "-m", "plomada", "--datos", str(DATOS), "evaluar", str(DATOS)]
    with subprocess.Popen(
        orden, env=entorno(cache, TERM="xterm-256color", **otras), stdout=esclavo, cwd=RAIZ
    ) as hecho:
        os.close(esclavo)
        leido = b""
        while True:
            try:
                trozo = os.read(amo, 65536)
            except OSError:
                break
            if not trozo:
                break
            leido += trozo
    os.close(amo)
    assert hecho.returncode == 1
    return leido


def test_hay_colores_solo_en_una_consola_y_sin_no_color(tmp_path: Path) -> None:
    assert b"\x1b[1;31m" in _en_consola(tmp_path)
    assert b"\x1b" not in _en_consola(tmp_path, NO_COLOR="1")
    assert b"\x1b" not in proceso(tmp_path, "evaluar", str(DATOS), TERM="xterm-256color").stdout

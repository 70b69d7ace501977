import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plomada.cli.principal import correr
from tests.cli.apoyo import DATOS

Corrida = Callable[..., tuple[int, str, str]]


@pytest.fixture
def datos(tmp_path: Path) -> Path:
    """Una copia de las reglas de juguete que la prueba puede cambiar."""
    return Path(shutil.copytree(DATOS, tmp_path / "datos"))


@pytest.fixture
def entrega(tmp_path: Path, datos: Path) -> Path:
    """Una entrega con solo su plan, aparte de las reglas."""
    carpeta = tmp_path / "entrega"
    carpeta.mkdir()
    shutil.copy(datos / "plan.yaml", carpeta)
    return carpeta


@pytest.fixture
def orden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], datos: Path
) -> Corrida:
    """Corre una orden y devuelve su código, lo que dijo y sus quejas."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def corrida(*argumentos: str) -> tuple[int, str, str]:
        codigo = correr(["--datos", str(datos), *argumentos])
        dicho = capsys.readouterr()
        return codigo, dicho.out, dicho.err

    return corrida

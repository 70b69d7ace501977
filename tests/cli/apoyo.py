"""Corre órdenes de la consola sobre reglas y registro de juguete."""

import os
import subprocess
import sys
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
DATOS = Path(__file__).parent / "datos"


def entorno(cache: Path, **otras: str) -> dict[str, str]:
    """Las variables mínimas para correr la consola en otro proceso."""
    base = {
        "PYTHONPATH": str(RAIZ / "motor"),
        "XDG_CACHE_HOME": str(cache),
        "PATH": os.environ["PATH"],
        "HOME": str(cache),
    }
    return base | otras


def proceso(cache: Path, *argumentos: str, **otras: str) -> subprocess.CompletedProcess[bytes]:
    """Corre `python -m plomada` con las reglas de juguete."""
    orden = [sys.executable, "-m", "plomada", "--datos", str(DATOS), *argumentos]
    return subprocess.run(orden, env=entorno(cache, **otras), capture_output=True, check=False, cwd=RAIZ)

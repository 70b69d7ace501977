"""`python -m banco.fuzz [segundos]`: ninguna entrada hace fallar la lectura de reglas ni de planes.

Cada blanco corre en su propio proceso, porque libFuzzer termina el que lo corre.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
SEGUNDOS = 60
LARGO = 4096
CORPUS = Path(tempfile.gettempdir()) / "plomada-fuzz"
BLANCOS = ("reglas", "plan")


def _reglas() -> Callable[[bytes], None]:
    from plomada.lenguaje.analizador import analizar

    def probar(datos: bytes) -> None:
        leido = analizar(datos.decode("utf-8", "replace"), "azar.regla")
        assert leido.valor is not None or leido.diagnosticos

    return probar


def _plan() -> Callable[[bytes], None]:
    from plomada.cargadores.desde_yaml import leer_yaml
    from plomada.cargadores.plan import validar_plan

    def probar(datos: bytes) -> None:
        leido = leer_yaml(datos, "plan.yaml")
        assert leido.valor is not None or leido.diagnosticos
        if leido.valor is not None:
            plan = validar_plan(leido.valor)
            assert plan.valor is not None or plan.diagnosticos

    return probar


def _semillas(blanco: str, carpeta: Path) -> None:
    """Parte de lo que el repositorio ya trae: reglas y planes de verdad."""
    carpeta.mkdir(parents=True, exist_ok=True)
    patrones = {"reglas": ("reglas", "*.regla"), "plan": ("casos", "plan.yaml")}
    raiz, patron = patrones[blanco]
    for i, archivo in enumerate(sorted((RAIZ / raiz).rglob(patron))):
        (carpeta / f"semilla-{i}").write_bytes(archivo.read_bytes()[:LARGO])


def correr(blanco: str, segundos: int) -> None:
    """Corre un blanco en este proceso; no vuelve."""
    import atheris

    with atheris.instrument_imports(include=["plomada"]):
        probar = {"reglas": _reglas, "plan": _plan}[blanco]()
    carpeta = CORPUS / blanco
    _semillas(blanco, carpeta)
    opciones = [
        f"-max_total_time={segundos}",
        f"-max_len={LARGO}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        f"-artifact_prefix={carpeta.parent}/{blanco}-",
    ]
    atheris.Setup([blanco, *opciones, str(carpeta)], probar)
    atheris.Fuzz()


def principal(argumentos: list[str]) -> int:
    """Corre todos los blancos, uno tras otro; devuelve 1 si alguno halló una falla."""
    if len(argumentos) == 2 and argumentos[0] in BLANCOS:
        correr(argumentos[0], int(argumentos[1]))
    segundos = int(argumentos[0]) if argumentos else SEGUNDOS
    entorno = os.environ | {"PYTHONPATH": f"{RAIZ}{os.pathsep}{RAIZ / 'motor'}"}
    fallas = 0
    for blanco in BLANCOS:
        orden = [sys.executable, "-m", "banco.fuzz", blanco, str(segundos)]
        fallas += subprocess.run(orden, cwd=RAIZ, env=entorno, check=False).returncode != 0
    return int(fallas > 0)


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

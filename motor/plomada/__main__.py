"""Punto de entrada: `plomada` y `python -m plomada`.

No importa nada pesado hasta saber qué se pide: `--version` responde sin cargar el motor.
"""

import os
import sys

from plomada import __version__


def principal() -> None:
    """Corre la orden escrita en la consola y termina con su código de salida."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"plomada {__version__}\n")
        raise SystemExit(0)
    # Buscar complementos de pydantic recorre todos los paquetes instalados, y Plomada no usa ninguno.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        from plomada.cli.principal import correr

        codigo = correr(sys.argv[1:])
    except KeyboardInterrupt:
        codigo = 130
    raise SystemExit(codigo)


if __name__ == "__main__":
    principal()

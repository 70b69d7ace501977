"""`plomada esquema`: el JSON Schema del plan o del informe."""

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

from plomada.cli.salida import entregar


def esquema(
    de: Annotated[
        str, typer.Argument(metavar="plan|informe", help="De qué se pide; por omisión, del plan.")
    ] = "plan",
    salida: Annotated[
        Optional[Path], typer.Option("-o", "--salida", metavar="ARCHIVO", help="Lo guarda en un archivo.")  # noqa: UP045
    ] = None,
) -> int:
    """Escribe el JSON Schema del plan (para que el editor complete y revise) o del informe en JSON."""
    from plomada import aplicacion
    from plomada.cli.comun import elegir

    cual = elegir(de, ("plan", "informe"), "plan|informe")
    datos = aplicacion.esquema_del_plan() if cual == "plan" else aplicacion.esquema_del_informe()
    entregar(json.dumps(datos, ensure_ascii=False, indent=2) + "\n", salida)
    return 0

"""Los argumentos y opciones que varias órdenes comparten, con la misma ayuda en todas."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

PlanDescrito: TypeAlias = Annotated[
    Path, typer.Argument(metavar="plan.yaml|carpeta", help="El plan descrito o su entrega.")
]
Salida: TypeAlias = Annotated[
    Path | None, typer.Option("-o", "--salida", metavar="ARCHIVO", help="Escribe allí el resultado.")
]
Formato: TypeAlias = Annotated[
    str, typer.Option("--formato", metavar="F", help="consola (por omisión), json, csv o md.")
]
FORMATOS = ("consola", "json", "csv", "md")

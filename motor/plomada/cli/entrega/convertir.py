"""`plomada convertir`: pasa un plan de YAML a libro de cálculo, y al revés."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.salida import escribir, guardar_bytes

_LIBRO = (".xlsx",)
_TEXTO = (".yaml", ".yml")


def convertir(
    contexto: typer.Context,
    plan: Annotated[
        Path, typer.Argument(metavar="plan.yaml|plan.xlsx|carpeta", help="El plan descrito o su entrega.")
    ],
    salida: Annotated[
        Path, typer.Option("-o", "--salida", metavar="ARCHIVO", help="A dónde: `.xlsx` o `.yaml`.")
    ],
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Reemplaza el archivo si ya existe.")
    ] = False,
) -> int:
    """Escribe el mismo plan en el otro formato, sin perder datos; los comentarios del YAML no viajan."""
    from plomada import entregas
    from plomada.cli.problemas import Problema, escribir_problemas
    from plomada.diagnosticos.diagnostico import Diagnostico

    extension = salida.suffix.lower()
    if extension not in (*_LIBRO, *_TEXTO):
        mensaje = f"`{salida.name}` no dice a qué formato se convierte"
        ayuda = "termine el nombre en `.xlsx` o en `.yaml`"
        raise Problema(Diagnostico("PLO-L203", mensaje, ayuda=ayuda))
    if salida.exists() and not reemplazar:
        mensaje = f"`{salida.name}` ya existe, y no se reemplaza sin pedirlo"
        raise Problema(Diagnostico("PLO-L149", mensaje, ayuda="use otro nombre o agregue `--reemplazar`"))
    hecho = entregas.convertir(plan, extension in _LIBRO)
    if hecho.valor is None:
        raise Problema(*hecho.diagnosticos, fuentes=(plan,))
    guardar_bytes(hecho.valor.contenido, salida)
    if hecho.diagnosticos:
        escribir(escribir_problemas(hecho.diagnosticos, (plan,)), sys.stderr)
    if hecho.valor.pierde_comentarios:
        escribir("Los comentarios del YAML no viajan: siguen solo en el archivo original.\n", sys.stderr)
    escribir(f"Plan guardado en {salida.name}.\n", sys.stderr)
    return 0

"""`plomada nuevo`: crea la carpeta de una entrega, con lo que se le pide y con qué norma."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.salida import escribir


def nuevo(
    contexto: typer.Context,
    carpeta: Annotated[Path, typer.Argument(metavar="carpeta", help="La carpeta que se crea.")],
    clase: Annotated[str, typer.Option("--clase", metavar="C", help="POT, PBOT o EOT.")],
    tramite: Annotated[
        str, typer.Option("--tramite", metavar="T", help="Como plan-nuevo o revision-general.")
    ] = "plan_nuevo",
    municipio: Annotated[
        str, typer.Option("--municipio", metavar="CÓDIGO", help="Su código DIVIPOLA, como 73001.")
    ] = "",
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Con la norma de ese día; sin ella, hoy.")
    ] = "",
) -> int:
    """Crea plan.xlsx y plan.yaml, que piden solo lo exigible a esa clase y trámite, con su norma.

    Se llena uno de los dos, el que se prefiera: mientras el otro esté sin llenar no estorba.
    """
    from plomada import entregas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema
    from plomada.modelo.opciones import ClaseDePlan, Tramite

    entorno: Entorno = contexto.obj
    elegido = entorno.exigir(entregas.buscar_municipio(municipio, entorno.base)) if municipio else None
    entrega = entregas.EntregaNueva(
        elegir(clase, [c.value for c in ClaseDePlan], "--clase"),
        elegir(tramite.replace("-", "_"), [t.value for t in Tramite], "--tramite"),
        leer_fecha_de(fecha) or date.today(),
        elegido,
    )
    plantilla = entorno.exigir(entregas.preparar_entrega(entrega, entorno.paquete()))
    problema = entregas.crear_carpeta(carpeta, plantilla.archivos)
    if problema is not None:
        raise Problema(problema)
    escribir(
        f"Se creó {carpeta.name or carpeta}/ con plan.xlsx y plan.yaml: piden {plantilla.datos} datos y "
        f"{plantilla.contenidos} contenidos.\n"
        "Llene uno de los dos y revíselo con `plomada evaluar`. "
        "La población se declara con su fuente y su año.\n"
    )
    return 0

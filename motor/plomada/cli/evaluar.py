"""`plomada evaluar`: revisa un plan y dice qué hay que corregir."""

from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.salida import ancho, entregar, escribir, mostrar


def evaluar(
    contexto: typer.Context,
    plan: Annotated[
        Path, typer.Argument(metavar="plan.yaml|plan.xlsx|carpeta", help="El plan descrito o su entrega.")
    ],
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa con la norma de ese día.")
    ] = "",
    perfil: Annotated[
        str, typer.Option("--perfil", metavar="P", help="juridico, consultoria (por omisión) o concertacion.")
    ] = "consultoria",
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión) o json.")
    ] = "consola",
    todo: Annotated[
        bool, typer.Option("--todo", help="Muestra también lo que cumple y lo que no aplica.")
    ] = False,
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="ARCHIVO", help="Guarda el informe en un archivo."),
    ] = None,
) -> int:
    """Revisa un plan: dice qué se sugiere requerir, con qué norma, qué se leyó y cómo se subsana.

    Sin --fecha se evalúa a la de radicación ambiental que el plan diga. El perfil cambia lo que se muestra,
    nunca los totales ni el código de salida.
    """
    from plomada import aplicacion
    from plomada.cli.comun import FORMATOS, PERFILES, Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema

    elegido, dada = elegir(formato, FORMATOS, "--formato"), leer_fecha_de(fecha)
    para = elegir(perfil, PERFILES, "--perfil")
    entorno: Entorno = contexto.obj
    revision = aplicacion.revisar(plan, entorno.paquete(), dada, para)
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan,))
    if elegido == "json":
        from plomada.informes.a_json import a_json

        entregar(a_json(revision.informe), salida)
    else:
        from plomada.informes.consola import a_consola

        mostrar(a_consola(revision.informe, ancho(), todo), salida)
    if salida is not None:
        escribir(f"Informe guardado en {salida.name}.\n")
    return revision.codigo_de_salida

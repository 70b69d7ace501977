"""`plomada repetir`: repite la evaluación de un recibo y dice si da lo mismo o qué cambió."""

from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.salida import ancho, entregar, escribir, guardar, mostrar

_FORMATOS = ("consola", "json")


def repetir(
    contexto: typer.Context,
    recibo: Annotated[
        Path, typer.Argument(metavar="recibo.json", help="El recibo que dejó `evaluar --recibo`.")
    ],
    carpeta: Annotated[
        Path | None, typer.Argument(metavar="carpeta", help="La entrega; sin ella, la carpeta del recibo.")
    ] = None,
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión) o json: qué cambió.")
    ] = "consola",
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="ARCHIVO", help="Guarda el informe que da ahora, en JSON."),
    ] = None,
) -> int:
    """Evalúa de nuevo: termina en 0 si da los mismos bytes, o en 1 y nombra exactamente qué cambió.

    Nombra el archivo de la entrega, la regla, el requisito, el parámetro o la versión que no es la de
    entonces.
    """
    import sys

    from plomada import recibos
    from plomada.cli.comun import Entorno, elegir
    from plomada.cli.problemas import Problema, escribir_problemas
    from plomada.cli.versiones import programas

    elegido = elegir(formato, _FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    leida = recibos.repetir(recibo, carpeta, entorno.paquete(), entorno.base, programas())
    if leida.valor is None:
        raise Problema(*leida.diagnosticos)
    hecha = leida.valor
    if elegido == "json":
        entregar(hecha.repeticion.a_json(), None)
    else:
        mostrar(hecha.repeticion.a_consola(ancho()))
    if hecha.diagnosticos:
        escribir(escribir_problemas(hecha.diagnosticos, (carpeta or recibo.parent,)), sys.stderr)
        return 2
    if salida is not None:
        guardar(hecha.informe, salida)
    return 0 if hecha.repeticion.mismos_bytes else 1

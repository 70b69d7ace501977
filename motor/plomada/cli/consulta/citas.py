"""`plomada citas`: revisa las citas normativas de un documento a una fecha."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, escribir, presentar


def citas(
    contexto: typer.Context,
    archivo: Annotated[Path, typer.Argument(metavar="archivo", help="Un documento TXT, MD, DOCX o PDF.")],
    fecha: Annotated[
        str,
        typer.Option("--fecha", metavar="AAAA-MM-DD", help="La del documento; sin ella, la de hoy."),
    ] = "",
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Dice de cada cita normativa de un documento si existía y regía, y cuál es la de hoy."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema, escribir_problemas

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    dada = leer_fecha_de(fecha)
    saber = entorno.exigir(consultas.cargar_saber(entorno.base))
    leida = consultas.revisar_citas(archivo, saber, dada or date.today(), dada is not None)
    if leida.valor is None:
        raise Problema(*leida.diagnosticos)
    revision = leida.valor
    if leida.diagnosticos:
        escribir(escribir_problemas(leida.diagnosticos), sys.stderr)
    tabla = revision.tabla()
    textos = {"json": revision.a_json, "csv": tabla.a_csv, "md": tabla.a_markdown}
    presentar(elegido, salida, lambda: revision.a_consola(ancho()), textos)
    return revision.codigo_de_salida()

"""`plomada ajenos`: qué otros municipios y autoridades nombra un documento del plan."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, escribir, presentar


def ajenos(
    contexto: typer.Context,
    archivo: Annotated[Path, typer.Argument(metavar="archivo", help="Un documento TXT, MD, DOCX o PDF.")],
    municipio: Annotated[str, typer.Option("--municipio", metavar="NOMBRE", help="El municipio del plan.")],
    autoridad: Annotated[
        str, typer.Option("--autoridad", metavar="LISTA", help="Sus autoridades ambientales, con comas.")
    ] = "",
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Señala los municipios y autoridades de otros que un documento nombra: puede ser un texto copiado."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir
    from plomada.cli.problemas import Problema, escribir_problemas

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    propias = tuple(p.strip() for p in autoridad.split(",") if p.strip())
    leida = consultas.nombres_ajenos(archivo, municipio, propias, entorno.base)
    if leida.valor is None:
        raise Problema(*leida.diagnosticos)
    if leida.diagnosticos:
        escribir(escribir_problemas(leida.diagnosticos), sys.stderr)
    hecho = leida.valor
    textos = {"json": hecho.a_json, "csv": hecho.tabla().a_csv, "md": hecho.tabla().a_markdown}
    presentar(elegido, salida, lambda: hecho.a_consola(ancho()), textos)
    return hecho.codigo_de_salida()

"""`plomada evidencia`: comprueba contra los documentos cada página y cada cita que el plan trae."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, escribir, guardar, presentar


def evidencia(
    contexto: typer.Context,
    carpeta: Annotated[
        Path, typer.Argument(metavar="carpeta", help="La entrega, con el plan y sus documentos.")
    ],
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Comprueba que cada documento citado es el mismo, que la página existe y que la cita está en ella.

    Si el documento cambió, dice adónde se movió cada cita. Guarda lo comprobado en `comprobacion.yaml`, y
    desde entonces `plomada evaluar carpeta/` lo tiene en cuenta.
    """
    from plomada import lecturas
    from plomada.cli.comun import carpeta_de_cache, elegir
    from plomada.cli.problemas import Problema, escribir_problemas
    from plomada.cli.progreso import Progreso
    from plomada.evidencia.archivos import a_texto
    from plomada.evidencia.formatos import COMPROBACION
    from plomada.informes.preguntas.evidencia import informar_evidencia

    elegido = elegir(formato, FORMATOS, "--formato")
    progreso = Progreso()
    try:
        hecha = lecturas.comprobar_evidencia(carpeta, carpeta_de_cache(), progreso)
    finally:
        progreso.cerrar()
    if hecha.valor is None:
        raise Problema(*hecha.diagnosticos, fuentes=(carpeta,))
    guardar(a_texto(hecha.valor), carpeta / COMPROBACION)
    if hecha.diagnosticos:
        escribir(escribir_problemas(hecha.diagnosticos), sys.stderr)
    informe = informar_evidencia(hecha.valor)
    tabla = informe.tabla()
    textos = {"json": informe.a_json, "csv": tabla.a_csv, "md": tabla.a_markdown}
    presentar(elegido, salida, lambda: informe.a_consola(ancho()), textos)
    return informe.codigo_de_salida()

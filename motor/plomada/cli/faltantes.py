"""`plomada faltantes`: los datos que faltan en un plan, ordenados por cuántas reglas decidiría cada uno."""

from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, PlanDescrito, Salida
from plomada.cli.salida import ancho, presentar


def faltantes(
    contexto: typer.Context,
    plan: PlanDescrito,
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa con la norma de ese día.")
    ] = "",
    formato: Formato = "consola",
    todo: Annotated[bool, typer.Option("--todo", help="Muestra todos los datos y todas las reglas.")] = False,
    salida: Salida = None,
) -> int:
    """Dice qué dato conviene describir primero: cuántas reglas quedarían decididas con ese dato y solo ese.

    Se prueba con varios valores de cada dato: lo que el dato decide diga lo que diga va aparte de lo que
    depende de lo que diga y de aquello en que solo participa.
    """
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema
    from plomada.cli.progreso import Progreso

    elegido, dada = elegir(formato, FORMATOS, "--formato"), leer_fecha_de(fecha)
    entorno: Entorno = contexto.obj
    paquete, progreso = entorno.paquete(), Progreso()
    try:
        leido = consultas.faltantes(plan, paquete, dada, lambda n, de: progreso("datos probados", n, de))
    finally:
        progreso.cerrar()
    if leido.valor is None:
        raise Problema(*leido.diagnosticos, fuentes=(plan,))
    hecho = leido.valor
    textos = {"json": hecho.a_json, "csv": hecho.tabla().a_csv, "md": hecho.tabla().a_markdown}
    presentar(elegido, salida, lambda: hecho.a_consola(ancho(), todo), textos)
    return 0

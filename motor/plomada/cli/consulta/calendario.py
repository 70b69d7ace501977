"""`plomada calendario`: cuándo vence cada término del trámite, y cuáles vencieron o faltan."""

from datetime import date
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, PlanDescrito, Salida
from plomada.cli.salida import ancho, presentar


def calendario(
    contexto: typer.Context,
    plan: PlanDescrito,
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="El día en que se mira; sin ella, hoy.")
    ] = "",
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Calcula con días hábiles de Colombia el vencimiento de cada término, según el régimen de su fecha."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    hoy = leer_fecha_de(fecha) or date.today()
    leido = consultas.calendario(plan, entorno.paquete(), entorno.base, hoy)
    if leido.valor is None:
        raise Problema(*leido.diagnosticos, fuentes=(plan,))
    hecho = leido.valor
    textos = {"json": hecho.a_json, "csv": hecho.tabla().a_csv, "md": hecho.tabla().a_markdown}
    presentar(elegido, salida, lambda: hecho.a_consola(ancho()), textos)
    return 0

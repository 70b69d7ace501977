"""`plomada articulacion`: la matriz de fines y medios, sus índices y la cadena dibujada."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.opciones import PlanDescrito, Salida
from plomada.cli.salida import ancho, entregar, escribir, mostrar

if TYPE_CHECKING:
    from plomada.informes.articulacion.vista import ArticulacionInformada

_FORMATOS = ("consola", "json", "csv", "md", "svg")


def articulacion(
    contexto: typer.Context,
    plan: PlanDescrito,
    formato: Annotated[
        str,
        typer.Option(
            "--formato", metavar="F", help="consola (por omisión), json, csv, md o svg (la cadena dibujada)."
        ),
    ] = "consola",
    salida: Salida = None,
) -> int:
    """Dice qué elementos de la cadena están articulados, cuáles no y por qué, y la dibuja."""
    from plomada import consultas
    from plomada.cli.comun import elegir
    from plomada.cli.problemas import Problema, escribir_problemas

    elegido = elegir(formato, _FORMATOS, "--formato")
    leida = consultas.articulacion(plan)
    if leida.valor is None:
        raise Problema(*leida.diagnosticos, fuentes=(plan,))
    if leida.diagnosticos:
        escribir(escribir_problemas(leida.diagnosticos, (plan,)), sys.stderr)
    hecha = leida.valor
    if elegido == "consola":
        from plomada.informes.articulacion.en_consola import a_consola

        mostrar(a_consola(hecha, ancho()), salida)
    else:
        textos = {"json": hecha.a_json, "csv": hecha.matriz().a_csv, "md": hecha.a_markdown}
        entregar(_dibujar(hecha) if elegido == "svg" else textos[elegido](), salida)
    return 0


def _dibujar(hecha: "ArticulacionInformada") -> str:
    from plomada.informes.articulacion.svg import a_svg

    return a_svg(hecha)

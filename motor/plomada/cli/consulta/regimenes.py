"""`plomada regimenes`: el mismo plan con la norma de dos fechas, la de adopción y la de hoy."""

from datetime import date
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, PlanDescrito, Salida
from plomada.cli.salida import ancho, presentar


def regimenes(
    contexto: typer.Context,
    plan: PlanDescrito,
    antes: Annotated[
        str, typer.Option("--antes", metavar="AAAA-MM-DD", help="La primera fecha, como la de adopción.")
    ],
    despues: Annotated[
        str, typer.Option("--despues", metavar="AAAA-MM-DD", help="La segunda; sin ella, hoy.")
    ] = "",
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Dice qué se le exigía al plan en una fecha y qué se le exige en otra."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    una, otra = leer_fecha_de(antes), leer_fecha_de(despues) or date.today()
    if una is None or una >= otra:
        ayuda = "escriba primero la más antigua, como `--antes 2012-11-30 --despues 2026-03-01`"
        raise Problema(Diagnostico("PLO-L203", "`--antes` no es anterior a `--despues`", ayuda=ayuda))
    leido = consultas.regimenes(plan, entorno.paquete(), una, otra)
    if leido.valor is None:
        raise Problema(*leido.diagnosticos, fuentes=(plan,))
    hecho = leido.valor
    textos = {"json": hecho.a_json, "csv": hecho.tabla().a_csv, "md": hecho.tabla().a_markdown}
    presentar(elegido, salida, lambda: hecho.a_consola(ancho()), textos)
    return 0

"""`plomada mapa`: qué contiene el plan y qué manda hacer, como matrices."""

from typing import Annotated

import typer

from plomada.cli.opciones import PlanDescrito, Salida
from plomada.cli.salida import ancho, entregar, guardar_bytes, mostrar

_FORMATOS = ("consola", "json", "csv", "md", "xlsx")
_MATRICES = ("conceptual", "operativa")


def mapa(
    contexto: typer.Context,
    plan: PlanDescrito,
    matriz: Annotated[
        str, typer.Option("--matriz", metavar="M", help="Con csv: conceptual (por omisión) u operativa.")
    ] = "conceptual",
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Cita la norma de ese día.")
    ] = "",
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión), json, csv, md o xlsx.")
    ] = "consola",
    salida: Salida = None,
) -> int:
    """Arma el mapa conceptual del plan y su lectura operativa: qué manda hacer, a quién y cuándo."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    elegido, cual = elegir(formato, _FORMATOS, "--formato"), elegir(matriz, _MATRICES, "--matriz")
    entorno: Entorno = contexto.obj
    leido = consultas.mapa(plan, entorno.paquete(), leer_fecha_de(fecha))
    if leido.valor is None:
        raise Problema(*leido.diagnosticos, fuentes=(plan,))
    hecho = leido.valor
    if elegido == "xlsx":
        if salida is None:
            ayuda = "agregue `-o mapa.xlsx`"
            raise Problema(Diagnostico("PLO-L203", "un libro de cálculo no cabe en la consola", ayuda=ayuda))
        guardar_bytes(hecho.a_libro(), salida)
    elif elegido == "consola":
        mostrar(hecho.a_consola(ancho()), salida)
    else:
        textos = {"json": hecho.a_json, "csv": hecho.tabla(cual).a_csv, "md": hecho.a_markdown}
        entregar(textos[elegido](), salida)
    return 0

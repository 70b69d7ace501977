"""`plomada comparar`: qué pasó con cada hallazgo de una ronda a la siguiente, y por qué."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from plomada.cli.opciones import Salida
from plomada.cli.salida import ancho, entregar, escribir, mostrar

_FORMATOS = ("consola", "json", "csv", "md")


def comparar(
    contexto: typer.Context,
    rondas: Annotated[
        list[Path],
        typer.Argument(metavar="ronda", help="Carpetas, planes o informes JSON, del más viejo al más nuevo."),
    ],
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa todas con la norma de ese día.")
    ] = "",
    formato: Annotated[
        str,
        typer.Option("--formato", metavar="F", help="consola (por omisión), json, md o csv (la tabla sola)."),
    ] = "consola",
    todo: Annotated[
        bool, typer.Option("--todo", help="Muestra todos los pasos y también lo que no cambió.")
    ] = False,
    respuestas: Annotated[
        Path | None,
        typer.Option(
            "--respuestas", metavar="LIBRO", help="El XLSX del informe con lo que el municipio respondió."
        ),
    ] = None,
    salida: Salida = None,
) -> int:
    """Separa lo nuevo, lo que persiste, lo que cambió, lo corregido, lo que reapareció y lo que ya no consta.

    Dice si cambió el plan, la norma o la herramienta. Un hallazgo es el mismo si es de la misma regla, el
    mismo elemento y el mismo modo de falla, esté en la página que esté. Termina en 0 si se pudo comparar.
    """
    from plomada import rondas as comparacion
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema, escribir_problemas
    from plomada.informes.rondas.markdown import a_markdown
    from plomada.informes.rondas.presentar import a_consola, a_json, a_tabla

    elegido, dada = elegir(formato, _FORMATOS, "--formato"), leer_fecha_de(fecha)
    entorno: Entorno = contexto.obj
    leido = comparacion.comparar(tuple(rondas), entorno.paquete(), dada)
    if leido.valor is None:
        raise Problema(*leido.diagnosticos, fuentes=rondas)
    hecho = leido.valor
    if respuestas is not None:
        con = comparacion.agregar_respuestas(hecho, respuestas)
        if con.valor is None:
            raise Problema(*con.diagnosticos, fuentes=(respuestas,))
        if con.diagnosticos:
            escribir(escribir_problemas(con.diagnosticos, (respuestas,)), sys.stderr)
        hecho = con.valor
    if elegido == "consola":
        mostrar(a_consola(hecho, ancho(), todo), salida)
    elif elegido == "json":
        entregar(a_json(hecho), salida)
    else:
        entregar(a_tabla(hecho).a_csv() if elegido == "csv" else a_markdown(hecho), salida)
    return 0

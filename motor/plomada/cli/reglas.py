"""`plomada reglas`: lista las reglas, con filtros, o enseña el código que se genera para una."""

from typing import Annotated

import typer

from plomada.cli.salida import ancho, escribir, mostrar


def reglas(
    contexto: typer.Context,
    norma: Annotated[
        str, typer.Option("--norma", metavar="N", help="Id de la norma o parte de su título.")
    ] = "",
    articulo: Annotated[str, typer.Option("--articulo", metavar="A", help="Artículo, como se cita.")] = "",
    clase: Annotated[str, typer.Option("--clase", metavar="C", help="POT, PBOT o EOT.")] = "",
    materia: Annotated[str, typer.Option("--materia", metavar="M", help="Materia de la regla.")] = "",
    analisis: Annotated[
        str, typer.Option("--analisis", metavar="A", help="suficiencia, articulacion, coherencia o tramite.")
    ] = "",
    componente: Annotated[str, typer.Option("--componente", metavar="C", help="Componente del plan.")] = "",
    codigo: Annotated[
        str,
        typer.Option("--mostrar-codigo", metavar="REGLA", help="Enseña el código generado para una regla."),
    ] = "",
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión) o json.")
    ] = "consola",
) -> int:
    """Lista las reglas con su norma, y las filtra."""
    from plomada import aplicacion
    from plomada.cli.comun import FORMATOS, Entorno, elegir
    from plomada.informes.explicar.listado import Filtro, lista_a_consola, lista_a_json

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    paquete = entorno.paquete()
    if codigo:
        escribir(entorno.exigir(aplicacion.codigo_de(paquete, codigo)))
        return 0
    filtro = Filtro(norma, articulo, clase, materia, analisis, componente)
    listadas = entorno.exigir(aplicacion.listar_reglas(paquete, filtro))
    if elegido == "json":
        escribir(lista_a_json(listadas))
    else:
        mostrar(lista_a_consola(listadas, ancho()))
    return 0

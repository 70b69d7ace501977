"""`plomada norma`: qué pide una norma o un artículo, y la tabla completa de lo que el registro tiene."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, entregar, mostrar

if TYPE_CHECKING:
    from plomada.informes.preguntas.exigencias_de_norma import TablaNormativa
    from plomada.informes.renglones import Renglon


def norma(
    contexto: typer.Context,
    cita: Annotated[
        str,
        typer.Argument(metavar="cita", help="Como «Ley 388 art. 12»; sin ella, las normas que hay."),
    ] = "",
    tabla: Annotated[
        bool, typer.Option("--tabla", help="Una fila por exigencia, con la cuenta de lo automatizado.")
    ] = False,
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Qué regía ese día; sin ella, hoy.")
    ] = "",
    formato: Formato = "consola",
    salida: Salida = None,
) -> int:
    """Dice qué pide un artículo, sus versiones por fecha y las reglas que lo aplican."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de

    elegido = elegir(formato, FORMATOS, "--formato")
    entorno: Entorno = contexto.obj
    dada = leer_fecha_de(fecha) or date.today()
    saber = entorno.exigir(consultas.cargar_saber(entorno.base))
    consulta = entorno.exigir(consultas.consultar(cita, saber))
    if consulta.norma is None and not tabla and elegido == "consola":
        _entregar(consultas.normas_a_consola(saber, ancho()), salida)
        return 0
    if tabla or consulta.norma is None or elegido in {"csv", "md"}:
        _publicar(consultas.tabla_normativa(consulta, saber, entorno.paquete(), dada), elegido, salida)
        return 0
    pagina = consultas.pagina_de_norma(consulta, saber, entorno.paquete(), dada)
    _entregar(pagina.a_json() if elegido == "json" else pagina.a_consola(ancho()), salida)
    return 0


def _publicar(tabla: "TablaNormativa", formato: str, salida: Path | None) -> None:
    textos = {"json": tabla.a_json, "csv": tabla.tabla().a_csv, "md": tabla.a_markdown}
    _entregar(textos[formato]() if formato in textos else tabla.a_consola(ancho()), salida)


def _entregar(resultado: "str | Iterable[Renglon]", salida: Path | None) -> None:
    if isinstance(resultado, str):
        entregar(resultado, salida)
    else:
        mostrar(resultado, salida)

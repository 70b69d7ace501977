"""`plomada explicar`: la página de una regla, de un requisito o de un código de diagnóstico."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.salida import ancho, mostrar

if TYPE_CHECKING:
    from plomada.cli.comun import Entorno
    from plomada.informes.renglones import Renglon
    from plomada.informes.vista import Informe

_CODIGO = re.compile(r"PLO-[A-Z]\d+", re.IGNORECASE)


def explicar(
    contexto: typer.Context,
    nombre: Annotated[
        str, typer.Argument(metavar="regla|CÓDIGO", help="Una regla, un requisito o un código PLO.")
    ],
    plan: Annotated[
        Path | None,
        typer.Argument(metavar="plan", help="Con un plan, dice además qué dio la regla en él."),
    ] = None,
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Cita la norma de ese día.")
    ] = "",
) -> int:
    """Explica una regla, un requisito del registro o un código de diagnóstico."""
    from plomada.cli.comun import leer_fecha_de

    dada = leer_fecha_de(fecha)
    renglones = (
        _del_codigo(nombre) if _CODIGO.fullmatch(nombre) else _de_la_regla(contexto.obj, nombre, plan, dada)
    )
    mostrar(renglones)
    return 0


def _del_codigo(nombre: str) -> "Iterable[Renglon]":
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.catalogo import codigo, todos
    from plomada.diagnosticos.diagnostico import Diagnostico
    from plomada.informes.renglones import parrafo
    from plomada.valores.cercanos import quiza

    hallado = codigo(nombre)
    if hallado is None:
        aviso = Diagnostico(
            "PLO-N240", f"no existe el código `{nombre}`", ayuda=quiza(nombre.upper(), todos())
        )
        raise Problema(aviso)
    yield from parrafo(f"{hallado.id}: {hallado.titulo}", ancho(), estilo="titulo")
    yield from parrafo(hallado.explicacion, ancho(), 2)


def _de_la_regla(
    entorno: "Entorno", nombre: str, plan: Path | None, dada: date | None
) -> "Iterable[Renglon]":
    from plomada import aplicacion

    informe = None if plan is None else _informe_de(entorno, plan, dada)
    pagina = entorno.exigir(aplicacion.explicar(entorno.fuentes(), nombre, dada, informe))
    yield from pagina.a_consola(ancho())


def _informe_de(entorno: "Entorno", plan: Path, dada: date | None) -> "Informe":
    from plomada import aplicacion
    from plomada.cli.problemas import Problema

    revision = aplicacion.revisar(plan, entorno.paquete(), dada, "juridico")
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan,))
    return revision.informe

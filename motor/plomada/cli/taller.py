"""Las órdenes de quien escribe reglas: `probar`, `formatear` y `lint`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from plomada.cli.salida import escribir, guardar

if TYPE_CHECKING:
    from plomada.cli.comun import Entorno
    from plomada.diagnosticos.diagnostico import Diagnostico


def probar(
    contexto: typer.Context,
    reglas: Annotated[
        list[str] | None,
        typer.Argument(metavar="regla", help="Las reglas que se prueban; sin ninguna, todas."),
    ] = None,
    mutar: Annotated[
        bool, typer.Option("--mutar", help="Cambia cada regla y exige que algún caso lo note.")
    ] = False,
) -> int:
    """Corre los casos escritos en las reglas y dice qué condiciones ninguno ejerce."""
    from plomada import aplicacion
    from plomada.cli.comun import Entorno
    from plomada.cli.problemas import escribir_problemas

    entorno: Entorno = contexto.obj
    pruebas = entorno.exigir(aplicacion.probar(entorno.fuentes(), tuple(reglas or ()), mutar, entorno.base))
    if pruebas.diagnosticos:
        escribir(
            escribir_problemas(pruebas.diagnosticos, (entorno.base,), len(pruebas.diagnosticos)), sys.stderr
        )
    escribir(f"{pruebas.resumen}\n")
    return 1 if pruebas.diagnosticos else 0


def formatear(
    contexto: typer.Context,
    archivos: Annotated[
        Optional[list[Path]], typer.Argument(metavar="archivo", help="Archivos .regla; sin ninguno, todos.")  # noqa: UP045
    ] = None,
    revisar: Annotated[
        bool, typer.Option("--revisar", help="No escribe: dice qué archivos cambiarían.")
    ] = False,
) -> int:
    """Escribe las reglas en su forma canónica, con la cita completa de cada fundamento."""
    from plomada import aplicacion
    from plomada.cli.comun import Entorno
    from plomada.cli.problemas import Problema

    entorno: Entorno = contexto.obj
    citas = entorno.exigir(aplicacion.citas(entorno.base))
    elegidos = tuple(archivos) if archivos else aplicacion.archivos_de_reglas(entorno.base)
    problemas: list[Diagnostico] = []
    cambian: list[str] = []
    for archivo in elegidos:
        texto = _leer(archivo, problemas)
        if texto is None:
            continue
        leido = aplicacion.formatear(texto, str(archivo), citas)
        problemas += leido.diagnosticos
        if leido.valor is not None and leido.valor != texto:
            cambian.append(_nombrar(archivo, entorno))
            if not revisar:
                guardar(leido.valor, archivo)
    escribir("".join(_resumir(cambian, len(elegidos), revisar)))
    if problemas:
        raise Problema(*problemas, fuentes=elegidos)
    return 1 if revisar and cambian else 0


def _leer(archivo: Path, problemas: "list[Diagnostico]") -> str | None:
    from plomada.cli.problemas import explicar_fallo
    from plomada.diagnosticos.diagnostico import Diagnostico

    try:
        return archivo.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fallo:
        por_que = explicar_fallo(fallo) if isinstance(fallo, OSError) else "no está en UTF-8"
        problemas.append(Diagnostico("PLO-L207", f"no se pudo leer `{archivo.name}`: {por_que}"))
        return None


def _nombrar(archivo: Path, entorno: "Entorno") -> str:
    return (
        archivo.relative_to(entorno.base).as_posix() if archivo.is_relative_to(entorno.base) else str(archivo)
    )


def _resumir(cambian: list[str], total: int, revisar: bool) -> Iterator[str]:
    for nombre in cambian:
        yield f"{'cambiaría' if revisar else 'formateado'}: {nombre}\n"
    verbo = "por formatear" if revisar else "formateados"
    yield f"{len(cambian)} {verbo} de {total} archivos.\n"


def lint(contexto: typer.Context) -> int:
    """Señala reglas inalcanzables, duplicadas o que nunca deciden, y lo que el registro tiene sin usar.

    Termina en 1 si hay advertencias y en 2 si hay errores; las reglas sin revisar por un jurista son una
    nota.
    """
    from plomada import aplicacion
    from plomada.cli.comun import Entorno
    from plomada.cli.problemas import escribir_problemas

    entorno: Entorno = contexto.obj
    todos = aplicacion.lint(entorno.fuentes())
    notas = [d for d in todos if d.gravedad == "nota"]
    hallados = [d for d in todos if d.gravedad != "nota"]
    if hallados:
        escribir(escribir_problemas(hallados, (entorno.base,), len(hallados)), sys.stderr)
    else:
        escribir("Nada que señalar.\n")
    for nota in notas:
        escribir(f"{nota.mensaje[0].upper()}{nota.mensaje[1:]}.\n")
    return 2 if any(d.es_error for d in hallados) else 1 if hallados else 0

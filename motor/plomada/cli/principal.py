"""Reúne las órdenes y convierte todo final, bueno o malo, en un código de salida.

Un problema de quien usa la consola termina en 2 y se muestra como diagnóstico; un fallo nuestro termina en 3
con una frase, y con traza solo si se pidió `--depurar`.
"""

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from plomada import __version__
from plomada.cli.articulacion import articulacion
from plomada.cli.ayuda import NOMBRES_DE_AYUDA, Orden, Ordenes
from plomada.cli.comparar import comparar
from plomada.cli.consulta.ajenos import ajenos
from plomada.cli.consulta.calendario import calendario
from plomada.cli.consulta.citas import citas
from plomada.cli.consulta.exigencias import exigencias
from plomada.cli.consulta.norma import norma
from plomada.cli.consulta.regimenes import regimenes
from plomada.cli.entrega.convertir import convertir
from plomada.cli.entrega.evidencia import evidencia
from plomada.cli.entrega.leer import leer
from plomada.cli.entrega.nuevo import nuevo
from plomada.cli.esquema import esquema
from plomada.cli.evaluar import evaluar
from plomada.cli.explicar import explicar
from plomada.cli.faltantes import faltantes
from plomada.cli.informe import informe
from plomada.cli.mapa import mapa
from plomada.cli.problemas import Problema, escribir_problemas
from plomada.cli.reglas import reglas
from plomada.cli.repetir import repetir
from plomada.cli.salida import escribir, preparar
from plomada.cli.taller import formatear, lint, probar
from plomada.cli.uso import traducir

INTERRUMPIDO = 130
_DEPURAR = "--depurar"
# Typer no publica su error de uso, y según la versión lo trae de click o de una copia propia.
_ERROR_DE_USO: type[Any] = typer.BadParameter.__mro__[1]

ORDENES: tuple[Callable[..., int], ...] = (
    evaluar, informe, faltantes, articulacion, mapa, comparar, repetir, explicar, exigencias, calendario,
    regimenes, norma, citas, ajenos, nuevo, convertir, leer, evidencia, reglas, probar, formatear, lint,
    esquema,
)  # fmt: skip
consola = typer.Typer(
    cls=Ordenes, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings={"help_option_names": NOMBRES_DE_AYUDA},
)  # fmt: skip
for _orden in ORDENES:
    consola.command(_orden.__name__, cls=Orden)(_orden)


def _version(pedida: bool) -> None:
    if pedida:
        escribir(f"plomada {__version__}\n")
        raise typer.Exit(0)


@consola.callback()
def plomada(
    contexto: typer.Context,
    datos: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--datos", metavar="CARPETA", help="Usa las `reglas/` y la `normativa/` de esa carpeta."
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Dice la versión.")
    ] = False,
    depurar: Annotated[
        bool, typer.Option(_DEPURAR, help="Si la herramienta falla, muestra la traza.")
    ] = False,
) -> None:
    """Revisa planes de ordenamiento territorial (POT, PBOT, EOT) con reglas escritas en español."""
    from plomada.cli.comun import Entorno

    contexto.obj = Entorno(None if datos is None else datos.resolve())


def correr(argumentos: Sequence[str]) -> int:
    """Ejecuta la orden y devuelve su código de salida; nunca deja salir una excepción."""
    preparar()
    depurar = _DEPURAR in argumentos
    limpios = [a for a in argumentos if a != _DEPURAR] or [NOMBRES_DE_AYUDA[0]]
    try:
        return _ejecutar(limpios)
    except Problema as problema:
        escribir(escribir_problemas(problema.diagnosticos, problema.fuentes), sys.stderr)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        escribir("\nInterrumpido.\n", sys.stderr)
        return INTERRUMPIDO
    except BrokenPipeError:
        return 0
    except Exception as fallo:  # noqa: BLE001 - la orilla: ningún fallo llega como traza
        return _fallar(fallo, depurar)


def _ejecutar(argumentos: list[str]) -> int:
    comando: Any = typer.main.get_command(consola)
    try:
        codigo = comando.main(args=argumentos, prog_name="plomada", standalone_mode=False)
    except typer.Exit as fin:
        codigo = fin.exit_code
    except _ERROR_DE_USO as error:
        raise Problema(traducir(error)) from None
    if codigo == INTERRUMPIDO:  # así dice typer, según la versión, que se interrumpió la orden
        raise KeyboardInterrupt
    return codigo if isinstance(codigo, int) else 0


def _fallar(fallo: Exception, depurar: bool) -> int:
    if depurar:
        escribir("".join(traceback.format_exception(fallo)), sys.stderr)
    else:
        escribir(
            f"error interno: la herramienta falló ({type(fallo).__name__}). No es culpa de lo escrito.\n"
            "  = ayuda: repita la orden con --depurar y envíe lo que muestre a quien la mantiene\n",
            sys.stderr,
        )
    return 3

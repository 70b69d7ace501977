"""Escribe en la consola o en un archivo, siempre en UTF-8 y sin trazas si alguien cierra la tubería.

Los colores se usan solo si alguien mira: ni con NO_COLOR, ni en una tubería, ni en un archivo.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plomada.cli.problemas import Problema, explicar_fallo
from plomada.diagnosticos.diagnostico import Diagnostico

if TYPE_CHECKING:
    from plomada.informes.renglones import Renglon

ANCHO_SIN_CONSOLA = 100
ANCHO_MAXIMO = 120
_COLORES = {"titulo": "bold", "falla": "bold red", "aviso": "yellow", "bien": "green", "tenue": "dim"}


def preparar() -> None:
    """Pone la salida en UTF-8 con saltos de línea de Unix, también en una consola antigua de Windows."""
    for canal in (sys.stdout, sys.stderr):
        reconfigurar = getattr(canal, "reconfigure", None)
        if reconfigurar is not None:
            reconfigurar(encoding="utf-8", errors="replace", newline="\n")


def ancho() -> int:
    """Devuelve las columnas que caben; fuera de una consola, un ancho fijo."""
    if not _es_consola(sys.stdout):
        return ANCHO_SIN_CONSOLA
    return min(shutil.get_terminal_size((ANCHO_SIN_CONSOLA, 24)).columns, ANCHO_MAXIMO)


def escribir(texto: str, canal: TextIO | None = None) -> None:
    """Escribe el texto; si la tubería ya se cerró, no dice nada."""
    elegido = canal or sys.stdout
    try:
        elegido.write(texto)
        elegido.flush()
    except BrokenPipeError:
        _callar(elegido)


def entregar(texto: str, archivo: Path | None) -> None:
    """Escribe en el archivo, completo o nada, o en la salida si no hay archivo.

    Diagnósticos: PLO-L206.
    """
    if archivo is None:
        escribir(texto)
    else:
        guardar(texto, archivo)


def guardar(texto: str, archivo: Path) -> None:
    """Reemplaza el archivo de una vez, para que nunca quede a medias. Diagnósticos: PLO-L206."""
    guardar_bytes(texto.encode(), archivo)


def guardar_bytes(datos: bytes, archivo: Path) -> None:
    """Reemplaza el archivo de una vez, como `guardar`. Diagnósticos: PLO-L206."""
    temporal = None
    try:
        numero, temporal = tempfile.mkstemp(dir=archivo.parent, prefix=".plomada-")
        with os.fdopen(numero, "wb") as abierto:
            abierto.write(datos)
        os.chmod(temporal, _permisos(archivo))
        os.replace(temporal, archivo)
    except BaseException as fallo:  # también al interrumpir: no queda nada a medias
        if temporal is not None:
            Path(temporal).unlink(missing_ok=True)
        if not isinstance(fallo, OSError):
            raise
        aviso = Diagnostico(
            "PLO-L206",
            f"no se pudo escribir `{archivo.name}`",
            ayuda="revise que la carpeta exista y se pueda escribir en ella",
            nota=explicar_fallo(fallo),
        )
        raise Problema(aviso) from fallo


def _permisos(archivo: Path) -> int:
    try:
        return archivo.stat().st_mode & 0o777
    except OSError:
        return 0o644


def presentar(
    formato: str,
    salida: Path | None,
    consola: "Callable[[], Iterable[Renglon]]",
    textos: Mapping[str, Callable[[], str]],
) -> None:
    """Escribe el resultado en el formato pedido: `consola`, o el de `textos` que lleve ese nombre."""
    if formato == "consola":
        mostrar(consola(), salida)
    else:
        entregar(textos[formato](), salida)


def mostrar(renglones: "Iterable[Renglon]", archivo: Path | None = None) -> None:
    """Muestra los renglones con colores si alguien los ve, o los guarda sin ellos."""
    if archivo is not None or not usa_colores(sys.stdout):
        entregar("".join(f"{r.texto}\n" for r in renglones), archivo)
        return
    from rich.console import Console
    from rich.text import Text

    consola = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    try:
        for r in renglones:
            consola.print(Text(r.texto, _COLORES.get(r.estilo, "")))
    except BrokenPipeError:
        _callar(sys.stdout)


def usa_colores(canal: TextIO) -> bool:
    """Dice si en ese canal conviene usar colores."""
    return _es_consola(canal) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _es_consola(canal: TextIO) -> bool:
    try:
        return canal.isatty()
    except ValueError:
        return False


def _callar(canal: TextIO) -> None:
    """Manda a ninguna parte lo que falte, para que Python no se queje al cerrar."""
    try:
        destino = os.open(os.devnull, os.O_WRONLY)
        os.dup2(destino, canal.fileno())
    except (OSError, ValueError):
        return

"""Las huellas de los archivos que un recibo anota, por su ruta y nunca por la de la máquina."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from plomada.cargadores.aceptaciones import archivo_de

NOMBRE_DEL_RECIBO = "recibo.json"
_TROZO = 1 << 20


def huellas_de_entrega(insumo: Path) -> Iterator[tuple[str, str]]:
    """Devuelve cada archivo de la entrega y su SHA-256, sin los ocultos ni `recibo.json`, que no se lee.

    Si el insumo es un archivo, solo él y las aceptaciones que lo acompañan: lo demás no se lee.
    """
    if insumo.is_dir():
        yield from (
            (nombre, huella) for nombre, huella in huellas_de_carpeta(insumo) if nombre != NOMBRE_DEL_RECIBO
        )
        return
    for archivo in (insumo, archivo_de(insumo)):
        if archivo.is_file():
            yield archivo.name, huella_de_archivo(archivo)


def huellas_de_carpeta(raiz: Path) -> Iterator[tuple[str, str]]:
    """Devuelve cada archivo de la carpeta, sin los ocultos, por su ruta en ella y en orden, y su SHA-256."""
    hallados: list[Path] = []
    for carpeta, hijas, archivos in os.walk(raiz):
        hijas[:] = sorted(h for h in hijas if not h.startswith("."))
        hallados += [Path(carpeta, a) for a in archivos if not a.startswith(".")]
    for archivo in sorted(hallados, key=lambda a: a.relative_to(raiz).as_posix()):
        yield archivo.relative_to(raiz).as_posix(), huella_de_archivo(archivo)


def huella_de_archivo(archivo: Path) -> str:
    """Devuelve el SHA-256; lo que no se puede leer también es un dato, y se anota."""
    suma = hashlib.sha256()
    try:
        with archivo.open("rb") as abierto:
            while trozo := abierto.read(_TROZO):
                suma.update(trozo)
    except OSError:
        return "no se pudo leer"
    return suma.hexdigest()

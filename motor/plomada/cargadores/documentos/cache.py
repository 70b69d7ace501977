"""Recuerda el texto de los documentos ya leídos, por la huella del archivo.

Un documento cambiado tiene otra huella y no se encuentra; lo guardado por otra versión del lector, tampoco.
Lo que esté roto se ignora y se vuelve a leer. Nunca falla: lo peor que puede pasar es que no ahorre tiempo.
Lo guardado lo lee solo su dueño, y lo más antiguo se borra para que no crezca sin medida.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from plomada.cargadores.documentos.texto import Documento

VERSION_DEL_LECTOR = 1
MAXIMO_DE_TEXTOS = 100
_CARPETA = "textos"
_UNIDADES = ("página", "párrafo", "línea")


def recordar(cache: Path, huella: str, clase: str) -> Documento | None:
    """Devuelve el documento de esa huella, sin nombre de archivo; None si no está o no sirve."""
    try:
        guardado = json.loads(_lugar(cache, huella, clase).read_bytes())
        trozos, unidad = guardado["trozos"], guardado["unidad"]
        es_este = guardado["huella"] == huella and guardado["version"] == VERSION_DEL_LECTOR
        if not es_este or guardado["suma"] != _suma(unidad, trozos) or unidad not in _UNIDADES:
            return None
        return Documento("", unidad, tuple(trozos), huella)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def guardar(cache: Path, documento: Documento, clase: str) -> None:
    """Escribe el texto de una vez; si el disco no lo permite, no hace nada."""
    trozos = list(documento.trozos)
    datos = {
        "version": VERSION_DEL_LECTOR,
        "huella": documento.huella,
        "unidad": documento.unidad,
        "suma": _suma(documento.unidad, trozos),
        "trozos": trozos,
    }
    destino = _lugar(cache, documento.huella, clase)
    try:
        destino.parent.mkdir(parents=True, exist_ok=True)
        _escribir(destino, json.dumps(datos).encode())
        _podar(destino.parent)
    except OSError:
        return


def _escribir(destino: Path, datos: bytes) -> None:
    numero, temporal = tempfile.mkstemp(dir=destino.parent)
    try:
        with os.fdopen(numero, "wb") as abierto:
            abierto.write(datos)
        os.replace(temporal, destino)
    except BaseException:  # también si se interrumpe: no queda nada a medias
        Path(temporal).unlink(missing_ok=True)
        raise


def _lugar(cache: Path, huella: str, clase: str) -> Path:
    return cache / _CARPETA / f"{huella[:40]}-{clase.removeprefix('.')}-v{VERSION_DEL_LECTOR}.json"


def _suma(unidad: str, trozos: list[str]) -> str:
    return hashlib.sha256(json.dumps([unidad, trozos]).encode()).hexdigest()


def _podar(carpeta: Path) -> None:
    guardados = sorted(carpeta.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
    for viejo in guardados[MAXIMO_DE_TEXTOS:]:
        viejo.unlink(missing_ok=True)

"""Arma el ZIP para Windows con los mismos bytes siempre que las ruedas sean las mismas.

Los textos van en UTF-8 con fin de línea de Windows; el LEEME, con marca de orden para el Bloc de notas.
"""

import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from empaque.licencias import escribir_avisos
from empaque.ruedas import Rueda

AQUI = Path(__file__).resolve().parent
CARPETA = "Plomada"
_FECHA = (1980, 1, 1, 0, 0, 0)
_CON_MARCA = {".txt"}
_VERSION = "@VERSION@"


def armar(ruedas: Iterable[Rueda], propia: Rueda, licencia: str, destino: Path) -> Path:
    """Escribe el ZIP de una vez y lo devuelve; `propia`, la rueda de Plomada, también va en `ruedas`."""
    entradas = dict(sorted(_entradas(tuple(ruedas), propia, licencia)))
    destino.parent.mkdir(parents=True, exist_ok=True)
    numero, temporal = tempfile.mkstemp(dir=destino.parent, prefix=".paquete-")
    try:
        with os.fdopen(numero, "wb") as abierto, zipfile.ZipFile(abierto, "w") as z:
            for nombre, datos in entradas.items():
                z.writestr(_ficha(f"{CARPETA}/{nombre}"), datos)
        os.chmod(temporal, 0o644)
        os.replace(temporal, destino)
    except BaseException:
        Path(temporal).unlink(missing_ok=True)
        raise
    return destino


def _entradas(ruedas: tuple[Rueda, ...], propia: Rueda, licencia: str) -> Iterator[tuple[str, bytes]]:
    for plantilla in sorted((AQUI / "plantillas").rglob("*")):
        if plantilla.is_file():
            nombre = plantilla.relative_to(AQUI / "plantillas").as_posix()
            texto = plantilla.read_text("utf-8").replace(_VERSION, propia.version)
            yield nombre, a_windows(texto, plantilla.suffix in _CON_MARCA)
    avisos = escribir_avisos(ruedas, propia.nombre)
    yield "LICENSE.txt", a_windows(f"{licencia.strip()}\n\n\n{avisos}", con_marca=True)
    for rueda in ruedas:
        yield f"ruedas/{rueda.archivo.name}", rueda.archivo.read_bytes()


def a_windows(texto: str, con_marca: bool = False) -> bytes:
    r"""Devuelve el texto en UTF-8 con fin de línea de Windows.

    >>> a_windows("a\nb\r\n")
    b'a\r\nb\r\n'
    """
    limpio = texto.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    return limpio.encode("utf-8-sig" if con_marca else "utf-8")


def _ficha(nombre: str) -> zipfile.ZipInfo:
    """Describe una entrada sin fecha, sin máquina y sin comprimir: las ruedas ya lo están."""
    ficha = zipfile.ZipInfo(nombre, _FECHA)
    ficha.create_system = 0
    ficha.external_attr = 0
    ficha.compress_type = zipfile.ZIP_STORED
    return ficha

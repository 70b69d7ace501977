"""Las versiones de Python y de las bibliotecas que pueden cambiar un informe."""

import platform
import zlib
from importlib.metadata import PackageNotFoundError, requires, version

from plomada.recibos import Programas

_NO_INSTALADA = "no instalada"
# Las que otras traen consigo no están declaradas, y lxml y numpy también deciden bytes.
_SIEMPRE = {"pydantic", "pydantic_core", "lark", "PyYAML", "holidays", "lxml", "numpy"}


def programas() -> Programas:
    """Devuelve la versión de Python y la de cada biblioteca de la que Plomada depende."""
    # Los libros y los documentos van comprimidos: otra zlib puede dar otros bytes de lo mismo.
    bibliotecas = {n: _version(n) for n in _bibliotecas()} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}
    return Programas(platform.python_version(), bibliotecas)


def _bibliotecas() -> list[str]:
    """Lee las dependencias declaradas, sin las que solo se instalan si se piden."""
    try:
        declaradas = requires("plomada") or []
    except PackageNotFoundError:
        declaradas = []
    propias = [d for d in declaradas if "extra ==" not in d]
    nombres = {"".join(c for c in d.split(";")[0] if c.isalnum() or c in "-_. <>=!~[") for d in propias}
    return sorted({_nombre(n) for n in nombres} | _SIEMPRE)


def _nombre(declarada: str) -> str:
    corte = next((i for i, c in enumerate(declarada) if c in " <>=!~["), len(declarada))
    return declarada[:corte]


def _version(nombre: str) -> str:
    try:
        return version(nombre)
    except PackageNotFoundError:
        return _NO_INSTALADA

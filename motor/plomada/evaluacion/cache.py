"""Guarda en disco las reglas compiladas para no volver a leerlas en cada arranque.

La carpeta de cada paquete lleva la huella de todo lo que lo produjo (reglas, registro y motor), así que una
copia de otra versión no se encuentra. Cada archivo se comprueba contra su SHA-256 antes de usarlo; si algo no
coincide o falta, se recompila. Nunca falla: lo peor que puede pasar es que no ahorre tiempo.
"""

import hashlib
import importlib.util
import json
import marshal
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import CodeType
from typing import Any

from plomada.lenguaje.compilador.ficha import Compilado, FichaDeRegla
from plomada.valores.festivos import Tabla, tabla_de_festivos

_FUENTE, _FICHAS, _REGISTRO, _CODIGO, _FESTIVOS, _SELLO = (
    "reglas.py",
    "fichas.json",
    "registro.json",
    "codigo.bin",
    "festivos.json",
    "sello.json",
)
_MARCA_DE_PYTHON = importlib.util.MAGIC_NUMBER.hex()


@dataclass(frozen=True, slots=True)
class Guardado:
    """Lo que se recupera de la caché; el código solo si se guardó con este mismo Python."""

    compilado: Compilado
    registro: str
    codigo: CodeType | None
    festivos: Tabla


def guardar(carpeta: Path, huella: str, compilado: Compilado, registro: str) -> None:
    """Escribe el paquete de forma atómica; si el disco no lo permite, no hace nada."""
    codigo = compile(compilado.fuente, "<reglas compiladas>", "exec")
    partes = {
        _FUENTE: compilado.fuente.encode(),
        _FICHAS: json.dumps(_a_datos(compilado), ensure_ascii=False).encode(),
        _REGISTRO: registro.encode(),
        _CODIGO: marshal.dumps(codigo),
        _FESTIVOS: json.dumps(tabla_de_festivos()).encode(),
    }
    sello = {"huella": huella, "python": _MARCA_DE_PYTHON, "partes": {n: _sha(b) for n, b in partes.items()}}
    try:
        destino = carpeta / huella[:40]
        destino.mkdir(parents=True, exist_ok=True)
        for nombre, datos in (*partes.items(), (_SELLO, json.dumps(sello).encode())):
            _escribir(destino / nombre, datos)
    except OSError:
        return


def leer(carpeta: Path, huella: str) -> Guardado | None:
    """Devuelve el paquete de esa huella si está completo y sin cambios; si no, None."""
    origen = carpeta / huella[:40]
    try:
        sello = json.loads((origen / _SELLO).read_bytes())
        if sello["huella"] != huella:
            return None
        partes = {n: (origen / n).read_bytes() for n in (_FUENTE, _FICHAS, _REGISTRO, _CODIGO, _FESTIVOS)}
        if any(_sha(datos) != sello["partes"][n] for n, datos in partes.items()):
            return None
        festivos = json.loads(partes[_FESTIVOS])
        compilado = _desde_datos(json.loads(partes[_FICHAS]), partes[_FUENTE].decode())
        codigo = marshal.loads(partes[_CODIGO]) if sello["python"] == _MARCA_DE_PYTHON else None
    except (OSError, ValueError, KeyError, TypeError, EOFError, AttributeError):
        return None
    util = codigo if isinstance(codigo, CodeType) else None
    return Guardado(compilado, partes[_REGISTRO].decode(), util, festivos)


def _sha(datos: bytes) -> str:
    return hashlib.sha256(datos).hexdigest()


def _escribir(destino: Path, datos: bytes) -> None:
    numero, temporal = tempfile.mkstemp(dir=destino.parent)
    try:
        with os.fdopen(numero, "wb") as archivo:
            archivo.write(datos)
        os.replace(temporal, destino)
    except OSError:
        Path(temporal).unlink(missing_ok=True)
        raise


def _a_datos(c: Compilado) -> dict[str, Any]:
    return {
        "fichas": [asdict(f) for f in c.fichas],
        "condiciones": c.condiciones,
        "defines": c.defines,
        "hechos": c.hechos,
    }


_TUPLAS = frozenset(f.name for f in fields(FichaDeRegla) if str(f.type).startswith("tuple"))


def _desde_datos(d: dict[str, Any], fuente: str) -> Compilado:
    fichas = tuple(
        FichaDeRegla(**{k: _a_tupla(v) if k in _TUPLAS else v for k, v in ficha.items()})
        for ficha in d["fichas"]
    )
    return Compilado(fuente, fichas, _a_tupla(d["condiciones"]), _a_tupla(d["defines"]), d["hechos"])


def _a_tupla(valor: Any) -> Any:  # noqa: ANN401 - lo que traiga el JSON
    return tuple(_a_tupla(v) for v in valor) if isinstance(valor, list) else valor

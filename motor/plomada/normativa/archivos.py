"""Lee los archivos del registro como texto con lugar, sin decidir qué significan.

Entra: la ruta de un YAML. Sale: mapas, listas y textos, y la línea de cada uno.
No hace: convertir fechas ni números (`1.10` sigue siendo `1.10`), ni comprobar claves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

Ruta: TypeAlias = tuple[str | int, ...]
Informar: TypeAlias = Callable[[Diagnostico], None]
_CARGADOR = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Leido:
    """Lo que dice un archivo y el lugar de cada dato, por su ruta."""

    datos: Any
    lugares: Mapping[Ruta, Tramo]


def leer_archivo(ruta: Path, nombre: str, informar: Informar) -> Leido | None:
    """Devuelve lo leído, o None si el archivo no se puede leer.

    Diagnósticos: PLO-V401, PLO-V402, PLO-V403, PLO-V404, PLO-V408.
    """
    texto = _texto(ruta, nombre, informar)
    if texto is None:
        return None
    try:
        nodo = yaml.compose(texto, Loader=_CARGADOR)
    except yaml.YAMLError as error:
        informar(_sintaxis(error, nombre))
        return None
    if nodo is None:
        informar(Diagnostico("PLO-V404", "el archivo está vacío", Tramo(nombre)))
        return None
    lector = _Lector(nombre, informar)
    return Leido(lector.leer(nodo, ()), lector.lugares)


def _texto(ruta: Path, nombre: str, informar: Informar) -> str | None:
    try:
        return ruta.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        informar(Diagnostico("PLO-V401", f"falta el archivo `{nombre}`", Tramo(nombre)))
    except OSError:
        informar(Diagnostico("PLO-V402", f"no se pudo leer `{nombre}`", Tramo(nombre)))
    except UnicodeDecodeError as error:
        linea = error.object[: error.start].count(b"\n") + 1
        informar(Diagnostico("PLO-V402", "el archivo no está en UTF-8", Tramo(nombre, linea, 1, linea, 1)))
    return None


def _sintaxis(error: yaml.YAMLError, nombre: str) -> Diagnostico:
    marca = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    linea, columna = (marca.line + 1, marca.column + 1) if marca else (1, 1)
    tramo = Tramo(nombre, linea, columna, linea, columna)
    ayuda = "revise la sangría, las comillas y los dos puntos de esa línea y de la anterior"
    return Diagnostico("PLO-V403", "el YAML no se puede separar en claves y valores", tramo, ayuda)


@dataclass(slots=True)
class _Lector:
    archivo: str
    informar: Informar
    lugares: dict[Ruta, Tramo] = field(default_factory=dict)

    def leer(self, nodo: yaml.Node, ruta: Ruta) -> Any:  # noqa: ANN401 - texto, lista o mapa
        self.lugares.setdefault(ruta, self._tramo(nodo))
        if isinstance(nodo, yaml.MappingNode):
            return self._mapa(nodo, ruta)
        if isinstance(nodo, yaml.SequenceNode):
            return [self.leer(hijo, (*ruta, n)) for n, hijo in enumerate(nodo.value)]
        return nodo.value

    def _mapa(self, nodo: yaml.MappingNode, ruta: Ruta) -> dict[str, Any]:
        leido: dict[str, Any] = {}
        for clave, valor in nodo.value:
            nombre, aqui = str(clave.value), self._tramo(clave)
            if nombre in leido:
                primero = self.lugares[*ruta, nombre]
                self.informar(
                    Diagnostico("PLO-V408", f"la clave `{nombre}` está repetida", aqui, secundario=primero)
                )
                continue
            self.lugares[*ruta, nombre] = aqui
            leido[nombre] = self.leer(valor, (*ruta, nombre))
        return leido

    def _tramo(self, nodo: yaml.Node) -> Tramo:
        a, b = nodo.start_mark, nodo.end_mark
        if b.line > a.line:
            return Tramo(self.archivo, a.line + 1, a.column + 1, a.line + 1, a.column + 2, a.index)
        return Tramo(self.archivo, a.line + 1, a.column + 1, b.line + 1, b.column + 1, a.index)

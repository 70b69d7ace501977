"""Reúne los elementos escritos en los archivos del registro, con lo común a cada archivo ya puesto.

Cada archivo es un mapa con una lista (`normas`, `requisitos`, `parametros` o `contenidos`) y, si quiere, un
mapa `comunes` con las claves que todos sus elementos comparten y que cada uno puede cambiar. En los mapas
(`cita`) se completa clave por clave; lo demás se reemplaza.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.normativa.archivos import Informar, Leido, Ruta, leer_archivo
from plomada.valores.cercanos import quiza

_COMUNES = "comunes"
_PROPIAS = frozenset({"id", "estado"})


@dataclass(frozen=True, slots=True)
class Elemento:
    """Un elemento tal como se escribió: su id, sus datos y dónde está cada uno."""

    id: str
    datos: dict[str, Any]
    leido: Leido
    raiz: Ruta

    def lugar(self, *ruta: str | int) -> Tramo:
        """Devuelve el lugar del dato; si no se escribió, el de lo que lo contiene."""
        for hasta in range(len(ruta), 0, -1):
            for raiz in (self.raiz, (_COMUNES,)):
                hallado = self.leido.lugares.get((*raiz, *ruta[:hasta]))
                if hallado is not None:
                    return hallado
        return self.leido.lugares[self.raiz]


@dataclass(frozen=True, slots=True)
class Seccion:
    """Los elementos de una clase, en el orden de los archivos, sin ids repetidos."""

    nombre: str
    elementos: tuple[Elemento, ...]
    _por_id: Mapping[str, Elemento] = field(init=False)

    def __post_init__(self) -> None:
        """Indexa los elementos."""
        object.__setattr__(self, "_por_id", {e.id: e for e in self.elementos})

    @property
    def ids(self) -> frozenset[str]:
        """Devuelve los ids escritos, también los de elementos que no encajan en su modelo."""
        return frozenset(self._por_id)

    def lugar(self, id_: str, *ruta: str | int) -> Tramo:
        """Devuelve el lugar de un dato de un elemento."""
        return self._por_id[id_].lugar(*ruta)

    def buscar(self, id_: str) -> Elemento | None:
        """Devuelve el elemento, o None si no está."""
        return self._por_id.get(id_)


def reunir(carpeta: Path, archivos: Iterable[Path], nombre: str, informar: Informar) -> Seccion:
    """Devuelve los elementos de esos archivos.

    Diagnósticos: los de `leer_archivo`, y PLO-V404, PLO-V405, PLO-V406, PLO-V410.
    """
    por_id: dict[str, Elemento] = {}
    for archivo in archivos:
        visible = f"{carpeta.name}/{archivo.relative_to(carpeta).as_posix()}"
        leido = leer_archivo(archivo, visible, informar)
        for elemento in _elementos(leido, nombre, informar) if leido else ():
            primero = por_id.setdefault(elemento.id, elemento)
            if primero is not elemento:
                informar(
                    Diagnostico(
                        "PLO-V410",
                        f"el id `{elemento.id}` ya está en uso",
                        elemento.lugar("id"),
                        "cada id es único en su sección",
                        secundario=primero.lugar("id"),
                    )
                )
    return Seccion(nombre, tuple(por_id.values()))


def _elementos(leido: Leido, nombre: str, informar: Informar) -> Iterator[Elemento]:
    datos = leido.datos
    if not isinstance(datos, dict) or not isinstance(datos.get(nombre), list):
        informar(Diagnostico("PLO-V404", f"se esperaba un mapa con la lista `{nombre}`", leido.lugares[()]))
        return
    for clave in sorted(set(datos) - {nombre, _COMUNES}):
        informar(
            Diagnostico(
                "PLO-V405",
                f"`{clave}` no es una clave conocida",
                leido.lugares[clave,],
                quiza(clave, [nombre, _COMUNES]) or f"el archivo lleva `{nombre}` y `{_COMUNES}`",
            )
        )
    comunes = _comunes(leido, informar)
    for n, escrito in enumerate(datos[nombre]):
        raiz: Ruta = (nombre, n)
        if not isinstance(escrito, dict):
            informar(
                Diagnostico(
                    "PLO-V404", f"cada elemento de `{nombre}` es un mapa con `id`", leido.lugares[raiz]
                )
            )
        elif not isinstance(escrito.get("id"), str) or not escrito["id"].strip():
            informar(Diagnostico("PLO-V406", "falta la clave `id`", leido.lugares[raiz]))
        else:
            yield Elemento(escrito["id"], _fundir(comunes, escrito), leido, raiz)


def _comunes(leido: Leido, informar: Informar) -> dict[str, Any]:
    comunes = leido.datos.get(_COMUNES, {})
    if not isinstance(comunes, dict):
        informar(Diagnostico("PLO-V404", f"`{_COMUNES}` debe ser un mapa", leido.lugares[_COMUNES,]))
        return {}
    for clave in sorted(_PROPIAS & comunes.keys()):
        informar(
            Diagnostico(
                "PLO-V405",
                f"`{clave}` no puede ir en `{_COMUNES}`: cada elemento dice el suyo",
                leido.lugares[_COMUNES, clave],
            )
        )
    return {c: v for c, v in comunes.items() if c not in _PROPIAS}


def _fundir(comunes: dict[str, Any], propios: dict[str, Any]) -> dict[str, Any]:
    comunes = deepcopy(comunes)
    fundido = {**comunes, **propios}
    for clave, comun in comunes.items():
        propio = propios.get(clave)
        if isinstance(comun, dict) and isinstance(propio, dict):
            fundido[clave] = {**comun, **propio}
    return fundido

"""Los planes de los que parte un caso: los mínimos por clase y los de la carpeta `casos/`."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

from plomada.cargadores.arbol import Nodo
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.plan import NOMBRE_DEL_PLAN
from plomada.diagnosticos.diagnostico import Lectura
from plomada.modelo.opciones import ClaseDePlan

_NOMBRE = re.compile(r"[\w][\w\-]*")
MINIMOS = tuple(c.value for c in ClaseDePlan)


@cache
def plan_minimo(clase: str) -> Nodo:
    """Devuelve el árbol del plan mínimo válido de la clase."""
    nombre = f"{clase}.yaml"
    datos = resources.files("plomada.probador").joinpath("bases", nombre).read_bytes()
    leido = leer_yaml(datos, f"plan mínimo de un {clase}")
    assert leido.valor is not None, leido.diagnosticos
    return leido.valor


@dataclass(frozen=True, slots=True)
class PlanesBase:
    """Busca un plan base por su nombre; `carpeta` es la de `casos/`, si la hay."""

    carpeta: Path | None = None
    _leidos: dict[str, Lectura[Nodo]] = field(default_factory=dict, compare=False, repr=False)

    def nombres(self) -> tuple[str, ...]:
        """Devuelve los nombres que sirven de base."""
        if self.carpeta is None or not self.carpeta.is_dir():
            return MINIMOS
        return (*MINIMOS, *sorted(c.parent.name for c in self.carpeta.glob(f"*/{NOMBRE_DEL_PLAN}")))

    def buscar(self, nombre: str) -> Lectura[Nodo] | None:
        """Devuelve el plan de ese nombre, con sus problemas de lectura, o None si no hay ninguno."""
        if nombre in MINIMOS:
            return Lectura(plan_minimo(nombre))
        if self.carpeta is None or not _NOMBRE.fullmatch(nombre):
            return None
        archivo = self.carpeta / nombre / NOMBRE_DEL_PLAN
        if not archivo.is_file():
            return None
        if nombre not in self._leidos:
            self._leidos[nombre] = leer_yaml(archivo.read_bytes(), f"casos/{nombre}/{NOMBRE_DEL_PLAN}")
        return self._leidos[nombre]

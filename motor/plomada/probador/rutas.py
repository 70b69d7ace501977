"""Rutas del plan como se escriben en un parche: `suelo.rural.area`, `medios.proyectos[P1].costo`."""

import re
from dataclasses import dataclass

_PARTE = re.compile(r"(?P<clave>[^\W\d][\w\-]*)(?P<ids>(?:\[[\w.\-]+\])*)(?:\.|$)")
_ID = re.compile(r"\[([\w.\-]+)\]")


@dataclass(frozen=True, slots=True)
class Clave:
    """Entra a una clave de un mapa."""

    nombre: str


@dataclass(frozen=True, slots=True)
class Elemento:
    """Entra al elemento de una lista que lleva ese id."""

    id: str


Paso = Clave | Elemento


def leer_ruta(texto: str) -> tuple[Paso, ...] | None:
    """Devuelve los pasos de la ruta, o None si no se entiende.

    >>> leer_ruta("medios.proyectos[P1].costo")[-2:]
    (Elemento(id='P1'), Clave(nombre='costo'))
    >>> leer_ruta("suelo..area") is None
    True
    """
    pasos: list[Paso] = []
    fin = 0
    while fin < len(texto):
        parte = _PARTE.match(texto, fin)
        if parte is None:
            return None
        pasos.append(Clave(parte["clave"]))
        pasos.extend(Elemento(i) for i in _ID.findall(parte["ids"]))
        fin = parte.end()
    return tuple(pasos) if pasos and not texto.endswith(".") else None


def escribir_ruta(pasos: tuple[Paso, ...]) -> str:
    """Escribe los pasos como una ruta.

    >>> escribir_ruta((Clave("medios"), Clave("proyectos"), Elemento("P1")))
    'medios.proyectos[P1]'
    """
    escrita = ""
    for paso in pasos:
        if isinstance(paso, Elemento):
            escrita += f"[{paso.id}]"
        else:
            escrita += f".{paso.nombre}" if escrita else paso.nombre
    return escrita or "el plan"

"""El catálogo de códigos: qué significa cada uno y cómo se arregla lo que señala.

Entra: `codigos.toml`, que viaja con el paquete. Sale: Codigo. Lo usa `plomada explicar`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Codigo:
    """Un código de diagnóstico con su página de ayuda."""

    id: str
    titulo: str
    explicacion: str


@cache
def todos() -> Mapping[str, Codigo]:
    """Devuelve todos los códigos, por id y en orden."""
    texto = resources.files("plomada.diagnosticos").joinpath("codigos.toml").read_text("utf-8")
    leidos = sorted(tomllib.loads(texto).items())
    hechos = {i: Codigo(i, c["titulo"].strip(), " ".join(c["explicacion"].split())) for i, c in leidos}
    return MappingProxyType(hechos)


def codigo(id: str) -> Codigo | None:
    """Devuelve el código, escrito en mayúscula o minúscula, o None si no existe."""
    return todos().get(id.strip().upper())

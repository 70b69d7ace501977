"""Los municipios de Colombia con su código, como los nombra el DANE (DIVIPOLA)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plomada.valores.texto import plegar

ARCHIVO = "divipola.csv"


@dataclass(frozen=True, slots=True)
class MunicipioOficial:
    """Un municipio: el código lo identifica; el nombre se repite entre departamentos."""

    codigo: str
    nombre: str
    departamento: str


def leer_municipios(carpeta: Path) -> tuple[MunicipioOficial, ...]:
    """Devuelve los municipios, por código. El archivo es de la casa: si falta, es un error nuestro."""
    with (carpeta / ARCHIVO).open(encoding="utf-8", newline="") as abierto:
        filas = csv.DictReader(abierto)
        return tuple(MunicipioOficial(f["codigo"], f["municipio"], f["departamento"]) for f in filas)


def por_nombre(municipios: tuple[MunicipioOficial, ...]) -> Mapping[str, tuple[MunicipioOficial, ...]]:
    """Devuelve los municipios por su nombre plegado; varios si el nombre se repite."""
    nombres = dict.fromkeys(plegar(m.nombre) for m in municipios)
    hallados: dict[str, list[MunicipioOficial]] = {n: [] for n in nombres}
    for m in municipios:
        hallados[plegar(m.nombre)].append(m)
    return {n: tuple(v) for n, v in hallados.items()}

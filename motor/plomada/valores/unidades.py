"""Las unidades que una regla o un plan pueden escribir, y a qué dimensión pertenecen."""

from dataclasses import dataclass
from decimal import Decimal

from plomada.valores.texto import plegar


@dataclass(frozen=True, slots=True)
class Unidad:
    """Unidad de medida: cuántas unidades base de su dimensión vale, y cómo se lee con muchas y con una."""

    simbolo: str
    dimension: str
    factor: Decimal
    rotulo: str
    singular: str


_TABLA: tuple[tuple[str, str, str, str, str], ...] = (
    ("m2", "superficie", "1", "m²", "m²"),
    ("ha", "superficie", "10000", "ha", "ha"),
    ("km2", "superficie", "1000000", "km²", "km²"),
    ("m", "longitud", "1", "m", "m"),
    ("km", "longitud", "1000", "km", "km"),
    ("%", "porcentaje", "1", "%", "%"),
    ("hab", "habitantes", "1", "habitantes", "habitante"),
    ("viv", "viviendas", "1", "viviendas", "vivienda"),
    ("viv/ha", "densidad de viviendas", "1", "viviendas por hectárea", "vivienda por hectárea"),
    ("hab/ha", "densidad de habitantes", "1", "habitantes por hectárea", "habitante por hectárea"),
    ("m2/hab", "espacio público por habitante", "1", "m² por habitante", "m² por habitante"),
    ("COP", "dinero", "1", "pesos", "peso"),
    ("millones COP", "dinero", "1000000", "millones de pesos", "millón de pesos"),
    ("SMMLV", "salarios mínimos", "1", "SMMLV", "SMMLV"),
    ("años", "tiempo de calendario", "12", "años", "año"),
    ("meses", "tiempo de calendario", "1", "meses", "mes"),
    ("períodos", "períodos constitucionales", "1", "períodos constitucionales", "período constitucional"),
    ("días hábiles", "días hábiles", "1", "días hábiles", "día hábil"),
    ("días calendario", "días calendario", "1", "días calendario", "día calendario"),
)
_SINONIMOS = {"millones de cop": "millones cop", "año": "años", "mes": "meses", "periodo": "periodos"}

UNIDADES: dict[str, Unidad] = {
    simbolo: Unidad(simbolo, dimension, Decimal(factor), rotulo, singular)
    for simbolo, dimension, factor, rotulo, singular in _TABLA
}
_POR_LLANO = {plegar(u.simbolo): u for u in UNIDADES.values()}

ESCALA = "escala"
DINERO = "dinero"
SIN_DIMENSION = "número"
DIMENSIONES: frozenset[str] = frozenset(u.dimension for u in UNIDADES.values()) | {ESCALA, SIN_DIMENSION}


def buscar_unidad(escrita: str) -> Unidad | None:
    """Halla la unidad por su símbolo, sin distinguir tildes ni mayúsculas; None si no existe.

    >>> buscar_unidad("Dias Habiles").simbolo
    'días hábiles'
    """
    llana = " ".join(plegar(escrita).replace("²", "2").split())
    return _POR_LLANO.get(_SINONIMOS.get(llana, llana))


def unidades_de(dimension: str) -> tuple[str, ...]:
    """Devuelve los símbolos que miden esa dimensión, en el orden de la tabla."""
    return tuple(u.simbolo for u in UNIDADES.values() if u.dimension == dimension)

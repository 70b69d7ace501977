"""Cantidades exactas con unidad: áreas, longitudes, dinero, plazos, escalas."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from plomada.valores.numeros import escribir_numero, leer_numero
from plomada.valores.unidades import DINERO, ESCALA, SIN_DIMENSION, UNIDADES, buscar_unidad

_ESCRITA = re.compile(r"\s*(?P<numero>-?[\d._,]+)\s*(?P<unidad>[^\d\s].*?)?(?:\s+de\s+(?P<anio>\d{4}))?\s*")
_ESCALA = re.compile(r"\s*1\s*:\s*(?P<denominador>[\d._]+)\s*")
_PESOS, _MILLONES = "COP", "millones COP"
# Un año no lleva punto; el dinero, desde mil.
_MILES_DE_DINERO = 1_000


@dataclass(frozen=True, slots=True)
class Cantidad:
    """Número con unidad; `base` es el valor en la unidad base de su dimensión.

    `anio` es el año base de una cantidad de dinero («COP de 2024»), o None si no lo declara.
    En una escala, `base` es el denominador y la unidad es `escala`.
    """

    valor: Decimal
    unidad: str
    anio: int | None = None
    base: Decimal = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Calcula el valor en la unidad base."""
        unidad = UNIDADES.get(self.unidad)
        object.__setattr__(self, "base", self.valor * unidad.factor if unidad else self.valor)

    @property
    def dimension(self) -> str:
        """Devuelve la dimensión de la unidad (`superficie`, `dinero`…)."""
        if self.unidad == ESCALA:
            return ESCALA
        return UNIDADES[self.unidad].dimension if self.unidad else SIN_DIMENSION

    def __str__(self) -> str:
        """Escribe la cantidad como se lee en una frase; los pesos que son millones justos, en millones."""
        if self.unidad == ESCALA:
            return f"1:{escribir_numero(self.valor)}"
        if self.dimension == DINERO:
            return _escribir_dinero(self)
        numero = escribir_numero(self.valor)
        if not self.unidad:
            return numero
        unidad = UNIDADES[self.unidad]
        rotulo = unidad.singular if self.valor == 1 else unidad.rotulo
        return f"{numero} {rotulo}"

    def a_texto(self) -> str:
        """Escribe la cantidad en la forma canónica que `leer_cantidad` entiende."""
        numero = f"{self.valor:f}"
        if self.unidad == ESCALA:
            return f"1:{numero}"
        if "." in numero and len(numero.rsplit(".", 1)[1]) == 3:
            numero += "0"
        anio = f" de {self.anio}" if self.anio else ""
        return f"{numero} {self.unidad}{anio}".strip()


def _escribir_dinero(suma: Cantidad) -> str:
    """Nunca redondea: lo que en millones pediría más de dos decimales se escribe en pesos."""
    valor, unidad = suma.valor, UNIDADES[suma.unidad]
    en_millones = suma.base / UNIDADES[_MILLONES].factor
    centesimas = en_millones * 100
    if suma.unidad == _PESOS and abs(en_millones) >= 1 and centesimas == centesimas.to_integral_value():
        valor, unidad = en_millones, UNIDADES[_MILLONES]
    rotulo = unidad.singular if valor == 1 else unidad.rotulo
    anio = f" de {suma.anio}" if suma.anio else ""
    return f"{escribir_numero(valor, _MILES_DE_DINERO)} {rotulo}{anio}"


def leer_cantidad(texto: str) -> Cantidad | str:
    """Lee `410 ha`, `20 %`, `1:5000`, `1_200 millones COP de 2025`; si no puede, devuelve el motivo.

    >>> str(leer_cantidad("410 ha")), str(leer_cantidad("1:5000"))
    ('410 ha', '1:5000')
    >>> leer_cantidad("410")
    'falta la unidad después de `410`'
    """
    escala = _ESCALA.fullmatch(texto)
    if escala:
        numero = leer_numero(escala["denominador"])
        if isinstance(numero, str) or numero <= 0 or numero != int(numero):
            return f"`{texto.strip()}` no es una escala; se escribe como `1:5000`"
        return Cantidad(numero, ESCALA)
    partes = _ESCRITA.fullmatch(texto.replace("\u00a0", " "))
    if partes is None:
        return f"`{texto.strip()[:40]}` no es una cantidad; se escribe el número y la unidad, como `410 ha`"
    return _armar(partes["numero"], partes["unidad"] or "", partes["anio"])


def _armar(escrito: str, unidad_escrita: str, anio: str | None) -> Cantidad | str:
    numero = leer_numero(escrito)
    if isinstance(numero, str):
        return numero
    if not unidad_escrita:
        return f"falta la unidad después de `{escrito}`"
    unidad = buscar_unidad(unidad_escrita)
    if unidad is None:
        return (
            f"`{unidad_escrita[:40]}` no es una unidad conocida; las unidades son {', '.join(UNIDADES)} y 1:N"
        )
    if anio and unidad.dimension != "dinero":
        return f"solo el dinero lleva año base, y `{unidad.simbolo}` no lo es"
    return Cantidad(numero, unidad.simbolo, int(anio) if anio else None)

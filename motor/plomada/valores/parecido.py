"""Cuánto se parecen dos textos cortos, por las palabras que comparten."""

import re
from decimal import Decimal

from plomada.valores.texto import plegar

_PALABRA = re.compile(r"[a-zñ0-9]+")
# Palabras que no dicen de qué se habla.
_VACIAS = frozenset({
    "a", "al", "ante", "asi", "como", "con", "cual", "de", "del", "desde", "el", "en", "entre", "es", "esta",
    "este", "e", "la", "las", "lo", "los", "mas", "mediante", "ni", "o", "para", "por", "que", "se", "sin",
    "sobre", "su", "sus", "traves", "u", "un", "una", "y",
})  # fmt: skip


def parecido(a: str, b: str) -> Decimal:
    """Devuelve qué parte de las palabras de los dos textos es común, en porcentaje (coeficiente de Dice).

    No cuentan las tildes, las mayúsculas, el orden, las repeticiones ni las palabras que solo enlazan. Dos
    textos sin ninguna palabra propia no se parecen: no hay qué comparar.

    >>> parecido("Proteger el agua del páramo", "Proteger las aguas de páramo")
    Decimal('66.66666666666666666666666667')
    """
    una, otra = _propias(a), _propias(b)
    total = len(una) + len(otra)
    return Decimal(200 * len(una & otra)) / total if total else Decimal(0)


def _propias(texto: str) -> frozenset[str]:
    return frozenset(_PALABRA.findall(plegar(texto))) - _VACIAS

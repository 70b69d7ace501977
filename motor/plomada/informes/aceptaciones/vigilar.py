"""Si el dato que una aceptación vigila sigue diciendo lo que decía al firmarla.

Se firma copiando lo que el informe dice, o el plan: `3200 millones COP`, `3.200 millones de pesos` y
`3200000000 COP` son la misma suma, y escribirla de otra manera no es un cambio.
"""

import re

from plomada.evaluacion.soporte import escribir
from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.texto import plegar
from plomada.valores.unidades import UNIDADES

_MILES = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_ANIO = re.compile(r"^(?P<suma>.*?)(?P<anio>\s+de\s+\d{4})?$", re.DOTALL)
_SIMBOLOS = {plegar(r): u.simbolo for u in UNIDADES.values() for r in (u.rotulo, u.singular)}


def cambio(firmado: str, hoy: object) -> bool:
    """Dice si el dato ya no es lo que se firmó, sin distinguir tildes, mayúsculas ni unidades equivalentes.

    >>> from decimal import Decimal
    >>> cambio("410 HA", Cantidad(Decimal(410), "ha")), cambio("411 ha", Cantidad(Decimal(410), "ha"))
    (False, True)
    """
    if plegar(firmado) == plegar(escribir(hoy)):
        return False
    if not isinstance(hoy, Cantidad):
        return True
    escritas = [c for c in (leer_cantidad(firmado), _leer_dicha(firmado)) if isinstance(c, Cantidad)]
    return not any((c.base, c.dimension, c.anio) == (hoy.base, hoy.dimension, hoy.anio) for c in escritas)


def _leer_dicha(firmado: str) -> Cantidad | str:
    """Lee una cantidad como el informe la dice: con punto de miles, coma decimal y la unidad en palabras."""
    partes = _ANIO.match(firmado.strip())
    suma, anio = (partes["suma"], partes["anio"] or "") if partes else (firmado, "")
    numero, _, unidad = _MILES.sub("", suma).replace(",", ".").partition(" ")
    return leer_cantidad(f"{numero} {_SIMBOLOS.get(plegar(unidad.strip()), unidad)}{anio}")

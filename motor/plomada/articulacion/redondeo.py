"""Qué números pudieron dar un porcentaje impreso, que siempre viene redondeado."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_CIEN = Decimal(100)
TOTAL_MAXIMO = 1_000_000


def media_unidad(impreso: Decimal) -> Decimal:
    """Devuelve la mitad de la última cifra impresa: 0,05 para 92,1.

    >>> media_unidad(Decimal("92.1"))
    Decimal('0.05')
    """
    exponente = impreso.as_tuple().exponent
    return Decimal(5).scaleb(min(int(exponente), 0) - 1)


def coincide(parte: Decimal | int, total: Decimal | int, impreso: Decimal) -> bool:
    """Dice si `parte` sobre `total`, redondeado como el impreso, da el impreso.

    >>> coincide(57, 78, Decimal("73.08")), coincide(71, 101, Decimal("92.1"))
    (True, False)
    """
    if total <= 0:
        return False
    return abs(_CIEN * Decimal(parte) / Decimal(total) - impreso) <= media_unidad(impreso)


def totales_posibles(parte: int, impreso: Decimal) -> range:
    """Devuelve los totales enteros de los que `parte` es el porcentaje impreso; puede no haber ninguno.

    >>> list(totales_posibles(57, Decimal("73.08"))), list(totales_posibles(12, Decimal("61")))
    ([78], [])
    """
    margen = media_unidad(impreso)
    mayor = impreso + margen
    if mayor <= 0 or parte <= 0:
        return range(0)
    menor = impreso - margen
    primero = int((_CIEN * parte / mayor).to_integral_value(ROUND_CEILING))
    ultimo = TOTAL_MAXIMO if menor <= 0 else int((_CIEN * parte / menor).to_integral_value(ROUND_FLOOR))
    return range(max(primero, parte), min(ultimo, TOTAL_MAXIMO) + 1)

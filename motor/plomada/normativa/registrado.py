"""La base de todo lo que vive en el registro: valores congelados y fechas leídas con rigor."""

from datetime import date
from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from plomada.valores.fechas import leer_fecha


class Registrado(BaseModel):
    """Valor del registro: congelado y sin claves de más."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _a_fecha(valor: object) -> date:
    if isinstance(valor, date):
        return valor
    leida = leer_fecha(str(valor))
    if isinstance(leida, str):
        raise ValueError(leida)
    return leida


Fecha: TypeAlias = Annotated[date, BeforeValidator(_a_fecha)]


def rige(desde: date, hasta: date | None, fecha: date) -> bool:
    """Dice si la fecha cae entre los extremos, ambos incluidos; sin `hasta`, sigue vigente.

    >>> rige(date(2020, 1, 1), date(2020, 12, 31), date(2020, 12, 31))
    True
    """
    return desde <= fecha and (hasta is None or fecha <= hasta)

"""Valores que fija una norma, con fecha: umbrales, plazos, escalas, tolerancias."""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import PlainSerializer, PlainValidator

from plomada.normativa.citas import Cita
from plomada.normativa.registrado import Fecha, Registrado, rige
from plomada.normativa.requisitos import Verificacion
from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.fechas import leer_fecha
from plomada.valores.numeros import leer_numero
from plomada.valores.unidades import SIN_DIMENSION

FECHA = "fecha"


def _leer(valor: object) -> Cantidad | Decimal | date:
    if isinstance(valor, Cantidad | Decimal | date):
        return valor
    texto = str(valor)
    motivo = ""
    for leer in (leer_fecha, leer_numero, leer_cantidad):
        leido: Cantidad | Decimal | date | str = leer(texto)
        if not isinstance(leido, str):
            return leido
        motivo = leido
    raise ValueError(motivo)


def _escribir(valor: Cantidad | Decimal | date) -> str:
    if isinstance(valor, Cantidad):
        return valor.a_texto()
    return f"{valor:f}" if isinstance(valor, Decimal) else valor.isoformat()


ValorFijado: TypeAlias = Annotated[
    Cantidad | Decimal | date, PlainValidator(_leer), PlainSerializer(_escribir, return_type=str)
]


class ValorVigente(Registrado):
    """Un valor, el lapso en que rige y la norma que lo fija; `clave` es el caso para el que vale."""

    desde: Fecha
    hasta: Fecha | None = None
    clave: str | None = None
    valor: ValorFijado
    cita: Cita
    verificacion: Verificacion = "texto"
    dudas: str = ""

    @property
    def dimension(self) -> str:
        """Devuelve la dimensión del valor (`superficie`, `fecha`, `número`…)."""
        if isinstance(self.valor, Cantidad):
            return self.valor.dimension
        return FECHA if isinstance(self.valor, date) else SIN_DIMENSION

    def rige_en(self, fecha: date) -> bool:
        """Dice si el valor rige en la fecha."""
        return rige(self.desde, self.hasta, fecha)


class Parametro(Registrado):
    """Un valor fechado del registro.

    `por` nombra aquello de lo que depende además de la fecha (`ambito`). `dimension` es la de todos sus
    valores.
    """

    id: str
    titulo: str
    dimension: str
    por: str = ""
    valores: tuple[ValorVigente, ...]
    notas: str = ""

    def en(self, fecha: date, clave: str | None = None) -> ValorVigente | None:
        """Devuelve el valor que regía en la fecha para esa clave, o None si no había."""
        return next((v for v in self.valores if v.clave == clave and v.rige_en(fecha)), None)

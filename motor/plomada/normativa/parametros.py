"""Valores que fija una norma, con fecha: umbrales, plazos, escalas, distancias."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, PlainSerializer

from plomada.normativa.requisitos import Cita, Registrado
from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.fechas import leer_fecha
from plomada.valores.numeros import leer_numero
from plomada.valores.unidades import SIN_DIMENSION

ValorFijado: TypeAlias = Cantidad | Decimal | date


def _leer(valor: Any) -> ValorFijado:  # noqa: ANN401 - lo que traiga el YAML
    """Lee `410 ha`, `1:5000`, `30` o `2021-01-14`; siempre llega como texto."""
    if isinstance(valor, Cantidad | Decimal | date):
        return valor
    texto = str(valor)
    motivo = ""
    for lector in (leer_fecha, leer_cantidad, leer_numero):
        leido: ValorFijado | str = lector(texto)
        if not isinstance(leido, str):
            return leido
        motivo = leido
    raise ValueError(motivo)


def _escribir(valor: ValorFijado) -> str:
    return valor.a_texto() if isinstance(valor, Cantidad) else str(valor)


Fijado = Annotated[Any, BeforeValidator(_leer), PlainSerializer(_escribir, return_type=str)]


class ValorVigente(Registrado):
    """Un valor con el lapso en que rige y la norma que lo fija."""

    desde: date
    hasta: date | None = None
    clave: str = ""
    valor: Fijado
    cita: Cita


class Parametro(Registrado):
    """Un valor del registro; `por` nombra la clave por la que varía (`ambito`), si varía por algo más que la fecha."""

    id: str
    titulo: str
    por: str = ""
    valores: tuple[ValorVigente, ...]
    dudas: str = ""

    @property
    def dimension(self) -> str:
        """Devuelve la dimensión de sus valores (`superficie`, `fecha`, `número`…)."""
        valor = self.valores[0].valor
        if isinstance(valor, date):
            return "fecha"
        return valor.dimension if isinstance(valor, Cantidad) else SIN_DIMENSION

    def en(self, fecha: date, clave: str | None = None) -> ValorVigente | None:
        """Devuelve el valor que regía en la fecha, o None si no había."""
        for v in self.valores:
            if v.clave == (clave or "") and v.desde <= fecha and (v.hasta is None or fecha <= v.hasta):
                return v
        return None

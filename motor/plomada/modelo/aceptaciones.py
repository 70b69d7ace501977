"""Lo que una persona acepta con su firma: un incumplimiento conocido, por qué, y hasta cuándo."""

from datetime import date
from typing import Self

from pydantic import model_validator

from plomada.modelo.elementos import Modelo
from plomada.modelo.fallas import falla
from plomada.modelo.tipos import Dato, Entero, Fecha, Identificador, Texto, campo, obligatorio

SIN_TERMINO = "PLO-D460"
FECHAS_AL_REVES = "PLO-D461"
TODOS = "todos"
EL_PLAN = "plan"


class DatoVigilado(Modelo):
    """Un dato del plan y lo que decía al firmar: si cambia, la aceptación deja de valer."""

    dato: Texto = obligatorio("Ruta del dato en el plan, como `suelo.urbano.area`.")
    valor: Texto = obligatorio("Lo que el dato decía al firmar.")


class Aceptacion(Modelo):
    """Un incumplimiento que alguien acepta con razón y término; se muestra aparte, nunca se oculta."""

    id: Dato[Identificador] = campo("Nombre corto y estable de la aceptación.")
    regla: Texto = obligatorio("La regla cuyo hallazgo se acepta.")
    elemento: Texto = obligatorio(
        "El elemento, como lo nombra el hallazgo (`proyecto P1`); `plan` si es del plan entero, o `todos`."
    )
    modo: Dato[Texto] = campo("El modo de falla que se acepta (`incumple`, `parcial`…).")
    razon: Texto = obligatorio("Por qué se acepta.")
    fundamento: Dato[Texto] = campo("La norma o el concepto en que se apoya.")
    firmante: Texto = obligatorio("Quién la firma, con su cargo.")
    fecha: Fecha = obligatorio("Cuándo la firmó.")
    vence: Dato[Fecha] = campo("El último día en que vale.")
    disparador: Dato[Texto] = campo("El hecho con que deja de valer, que vigila una persona.")
    hasta_que_cambie: Dato[DatoVigilado] = campo("El dato con cuyo cambio deja de valer.")
    cubre: Dato[Entero] = campo("Cuántos hallazgos amparaba al firmarla.")

    @model_validator(mode="after")
    def exigir_termino(self) -> Self:
        """Rechaza la que no dice hasta cuándo vale, o la que vence antes de firmarse."""
        if not any(
            isinstance(d, date | str | DatoVigilado)
            for d in (self.vence, self.disparador, self.hasta_que_cambie)
        ):
            ayuda = "escriba `vence`, `disparador` o `hasta_que_cambie`: una aceptación no es para siempre"
            raise falla(SIN_TERMINO, "la aceptación no dice hasta cuándo vale", ayuda)
        if isinstance(self.vence, date) and self.vence < self.fecha:
            mensaje = f"la aceptación vence el {self.vence} y se firmó después, el {self.fecha}"
            raise falla(FECHAS_AL_REVES, mensaje, "corrija `fecha` o `vence`")
        return self


class Aceptaciones(Modelo):
    """Todas las de una entrega."""

    aceptaciones: tuple[Aceptacion, ...] = obligatorio("Las aceptaciones, en orden.")

"""Las formas de las que se compone el plan: objeto, elemento de una lista y evidencia."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plomada.modelo import fallas
from plomada.modelo.escalares import recortar
from plomada.modelo.fallas import falla
from plomada.modelo.opciones import EstadoDeEvidencia
from plomada.modelo.tipos import Dato, Entero, Identificador, RefDocumento, Texto, campo, obligatorio

_MAYUSCULA_INTERNA = re.compile(r"(?<!^)(?=[A-Z])")


def nombre_de_tipo(clase: type) -> str:
    """Devuelve el nombre con que se cita ese tipo de elemento.

    >>> class ProgramaPdt: ...
    >>> nombre_de_tipo(ProgramaPdt)
    'programa_pdt'
    """
    return _MAYUSCULA_INTERNA.sub("_", clase.__name__).lower()


class Modelo(BaseModel):
    """Raíz de todo lo que el plan describe: congelado y sin claves de más."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def exigir_mapa(cls, valor: Any) -> Any:  # noqa: ANN401 - pydantic entrega lo que se escribió
        """Rechaza un texto o una lista donde va un mapa, diciendo qué se leyó."""
        if isinstance(valor, str | list | tuple) or valor is None:
            leido = f"`{recortar(valor)}`" if isinstance(valor, str) else "una lista"
            ayuda = "escriba debajo, con sangría, cada `clave: valor`"
            if valor is None:
                leido = "nada"
            raise falla(fallas.OTRA_FORMA, f"se esperaba un mapa y se leyó {leido}", ayuda)
        return dict(valor) if isinstance(valor, Mapping) else valor


class Evidencia(Modelo):
    """Dónde se comprueba lo que el plan afirma."""

    documento: Dato[RefDocumento] = campo("Documento de la entrega donde está.")
    pagina: Dato[Entero] = campo("Página del documento, contada desde 1.")
    articulo: Dato[Texto] = campo("Artículo del acuerdo o del proyecto de acuerdo.")
    plano: Dato[Texto] = campo("Código del plano.")
    cita: Dato[Texto] = campo("Frase textual que lo prueba.")
    estado: Dato[EstadoDeEvidencia] = campo("Si alguien comprobó que la cita está donde se dice.")


class Objeto(Modelo):
    """Algo que el plan describe y que puede llevar evidencia."""

    evidencia: tuple[Evidencia, ...] = Field(default=(), description="Dónde se comprueba.")


class Elemento(Objeto):
    """Objeto que va en una lista, con un id que no cambia entre rondas de revisión."""

    id: Identificador = obligatorio("Nombre corto y estable del elemento, único en su lista.")
    nombre: Dato[Texto] = campo("Nombre con que el plan lo llama.")

"""Convierte lo que no encaja en el modelo del registro en diagnósticos con su lugar.

Entra: el texto de un elemento y el modelo que debe tener. Sale: el elemento, o un diagnóstico por problema.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.normativa.archivos import Informar, Ruta
from plomada.normativa.citas import Cita
from plomada.normativa.elementos import Elemento
from plomada.normativa.parametros import ValorVigente
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista

M = TypeVar("M", bound=BaseModel)
_DE_CADA_CLAVE: dict[str, type[BaseModel]] = {
    "cita": Cita,
    "citas_equivalentes": Cita,
    "ambiental_por": Cita,
    "valores": ValorVigente,
}
_PUESTA_POR_LA_LECTURA: dict[type[BaseModel], str] = {Cita: "titulo"}


def validar(elemento: Elemento, modelo: type[M], informar: Informar) -> M | None:
    """Devuelve el elemento ya convertido, o None si algo no encaja.

    Diagnósticos: PLO-V405, PLO-V406, PLO-V407.
    """
    vacias = _sin_valor(elemento.datos)
    for ruta in vacias:
        mensaje = f"en `{elemento.id}`, la clave `{_escrita(ruta)}` quedó sin valor"
        informar(Diagnostico("PLO-V406", mensaje, elemento.lugar(*ruta), "escriba el valor o quite la clave"))
    if vacias:
        return None
    try:
        return modelo.model_validate(elemento.datos)
    except ValidationError as fallo:
        for error in fallo.errors(include_url=False):
            informar(_traducir(error, elemento, modelo))
    return None


def _sin_valor(datos: Any, ruta: Ruta = ()) -> list[Ruta]:  # noqa: ANN401 - texto, lista o mapa
    if isinstance(datos, dict):
        return [r for clave, valor in datos.items() for r in _sin_valor(valor, (*ruta, clave))]
    if isinstance(datos, list):
        return [r for n, valor in enumerate(datos) for r in _sin_valor(valor, (*ruta, n))]
    return [] if datos else [ruta]


def _traducir(error: ErrorDetails, elemento: Elemento, modelo: type[BaseModel]) -> Diagnostico:
    ruta: Ruta = tuple(p for p in error["loc"] if p != "[key]")
    lugar, donde = elemento.lugar(*ruta), f"en `{elemento.id}`, "
    match error["type"]:
        case "extra_forbidden":
            return Diagnostico(
                "PLO-V405",
                f"{donde}`{ruta[-1]}` no es una clave conocida",
                lugar,
                _ayuda_de_clave(str(ruta[-1]), ruta[:-1], modelo),
            )
        case "missing":
            return Diagnostico(
                "PLO-V406", f"{donde}falta la clave `{_escrita(ruta)}`", elemento.lugar(*ruta[:-1])
            )
        case "literal_error":
            opciones = [o.strip("'") for o in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
            mensaje = f"{donde}`{_escrita(ruta)}` no admite `{error['input']}`"
            ayuda = quiza(str(error["input"]), opciones) or f"se admite {en_lista(opciones, 'o')}"
            return Diagnostico("PLO-V407", mensaje, lugar, ayuda)
        case "value_error":
            return Diagnostico("PLO-V407", f"{donde}`{_escrita(ruta)}`: {error['ctx']['error']}", lugar)
        case _:
            return Diagnostico(
                "PLO-V407", f"{donde}`{_escrita(ruta)}` debía ser {_esperado(error['type'])}", lugar
            )


def _ayuda_de_clave(escrita: str, padre: Ruta, modelo: type[BaseModel]) -> str:
    nombre = next((str(p) for p in reversed(padre) if isinstance(p, str)), "")
    suyo = _DE_CADA_CLAVE.get(nombre, modelo)
    conocidas = [c for c in suyo.model_fields if c != _PUESTA_POR_LA_LECTURA.get(suyo)]
    return quiza(escrita, conocidas) or f"las claves son {', '.join(conocidas)}"


def _esperado(tipo: str) -> str:
    formas = {
        "tuple": "una lista",
        "dict": "un mapa",
        "model": "un mapa",
        "string": "un texto",
        "int": "un entero",
    }
    return next((forma for inicio, forma in formas.items() if tipo.startswith(inicio)), "otra cosa")


def _escrita(ruta: Ruta) -> str:
    return ".".join(str(p + 1) if isinstance(p, int) else p for p in ruta)

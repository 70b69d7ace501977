"""Lo que un plan dice, venga de un YAML o de un libro de cálculo: su huella y en qué difiere de otro."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad


def huella_del_plan(plan: Plan) -> str:
    """Devuelve el SHA-256 de los datos del plan: ni el formato del archivo ni el orden de las claves cuentan.

    Dos planes iguales dan la misma huella aunque uno escriba `1_200 ha` y otro `1200.0 ha`.
    """
    datos = json.dumps(_llano(plan), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(datos.encode("utf-8", "surrogatepass")).hexdigest()


def _llano(valor: object) -> object:
    if isinstance(valor, BaseModel):
        # El dict propio, y no `model_dump`: hay que distinguir una ausencia de un mapa con un `motivo`.
        return {clave: _llano(v) for clave, v in valor.__dict__.items() if v is not None}
    if isinstance(valor, Mapping):
        return {str(clave): _llano(v) for clave, v in valor.items()}
    if isinstance(valor, tuple):
        return [_llano(v) for v in valor]
    return _escalar(valor)


def _escalar(valor: object) -> object:
    match valor:
        case bool() | int():
            return valor
        case Enum():
            return str(valor.value)
        case NoHay(motivo):
            return [None, motivo]
        case Cantidad():
            return [_numero(valor.valor), valor.unidad, valor.anio]
        case Decimal():
            return [_numero(valor)]
        case _:
            return str(valor)


def _numero(numero: Decimal) -> str:
    return f"{numero.normalize():f}"


def datos_de(plan: Plan) -> Mapping[str, object]:
    """Devuelve cada dato del plan por su ruta, con los elementos de cada lista por su id."""
    return dict(_hojas(_llano(plan), ""))


def _hojas(valor: object, ruta: str) -> Iterator[tuple[str, object]]:
    if isinstance(valor, Mapping):
        for clave, interno in valor.items():
            yield from _hojas(interno, f"{ruta}.{clave}" if ruta else str(clave))
    elif isinstance(valor, list) and valor and all(isinstance(v, Mapping) for v in valor):
        for posicion, interno in enumerate(valor, start=1):
            yield from _hojas(interno, f"{ruta}[{interno.get('id', posicion)}]")
    elif valor or not isinstance(valor, list) or not ruta.endswith("evidencia"):
        yield ruta, valor

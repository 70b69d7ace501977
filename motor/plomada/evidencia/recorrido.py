"""Recorre las evidencias de un plan, estén donde estén, y las cambia sin tocar lo demás."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from plomada.evidencia.formatos import limpiar
from plomada.modelo.elementos import Elemento, Evidencia

M = TypeVar("M", bound=BaseModel)
Cambio = Callable[[str, Evidencia], Evidencia]
Clave = tuple[str, str, int | None, str]


def clave_de(ruta: str, e: Evidencia) -> Clave:
    """Devuelve lo que identifica una evidencia: si algo cambia, hay que volver a comprobarla."""
    return (
        ruta,
        e.documento if isinstance(e.documento, str) else "",
        e.pagina if isinstance(e.pagina, int) else None,
        limpiar(e.cita) if isinstance(e.cita, str) else "",
    )


def evidencias_de(modelo: BaseModel, ruta: str = "") -> Iterator[tuple[str, Evidencia]]:
    """Recorre las evidencias con su ruta, como `medios.proyectos[P1].evidencia[1]`."""
    for nombre in type(modelo).model_fields:
        for sub, valor in _hijos(getattr(modelo, nombre), f"{ruta}.{nombre}" if ruta else nombre):
            if isinstance(valor, Evidencia):
                yield sub, valor
            else:
                yield from evidencias_de(valor, sub)


def con_evidencias(modelo: M, cambiar: Cambio, ruta: str = "") -> M:
    """Devuelve el modelo con cada evidencia cambiada; si ninguna cambia, es el mismo objeto."""
    cambios: dict[str, object] = {}
    for nombre in type(modelo).model_fields:
        valor = getattr(modelo, nombre)
        nuevo = _cambiado(valor, cambiar, f"{ruta}.{nombre}" if ruta else nombre)
        if nuevo is not valor:
            cambios[nombre] = nuevo
    return modelo.model_copy(update=cambios) if cambios else modelo


def _cambiado(valor: object, cambiar: Cambio, ruta: str) -> object:
    if isinstance(valor, Evidencia):
        return cambiar(ruta, valor)
    if isinstance(valor, BaseModel):
        return con_evidencias(valor, cambiar, ruta)
    if isinstance(valor, Mapping):
        mapa = {k: _cambiado(v, cambiar, f"{ruta}.{k}") for k, v in valor.items()}
        return MappingProxyType(mapa) if any(mapa[k] is not valor[k] for k in mapa) else valor
    if isinstance(valor, tuple):
        lista = tuple(_cambiado(v, cambiar, _de_lista(ruta, n, v)) for n, v in enumerate(valor, start=1))
        return lista if any(a is not b for a, b in zip(lista, valor, strict=True)) else valor
    return valor


def _hijos(valor: object, ruta: str) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(valor, BaseModel):
        yield ruta, valor
    elif isinstance(valor, Mapping):
        for clave, hijo in valor.items():
            yield from _hijos(hijo, f"{ruta}.{clave}")
    elif isinstance(valor, tuple):
        for n, hijo in enumerate(valor, start=1):
            yield from _hijos(hijo, _de_lista(ruta, n, hijo))


def _de_lista(ruta: str, n: int, elemento: object) -> str:
    return f"{ruta}[{elemento.id if isinstance(elemento, Elemento) else n}]"

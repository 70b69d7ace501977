"""Describe el modelo sin pydantic: qué forma tiene cada campo y qué hay debajo.

Lo usan el cargador (ids, referencias, sugerencias) y quien arma el Esquema del lenguaje, de modo que
nadie más interpreta las anotaciones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from plomada.modelo.elementos import Elemento, nombre_de_tipo
from plomada.modelo.opciones import Opcion
from plomada.modelo.tipos import Dimension, Llano, Opcional, ReferenciaA
from plomada.valores.ausencia import NoHay

Clase: TypeAlias = Literal["objeto", "lista", "mapa", "cantidad", "opcion", "referencia", "llano"]


@dataclass(frozen=True, slots=True)
class Forma:
    """La forma de un campo.

    `tipo` es el nombre del tipo de objeto, la dimensión de la cantidad, el tipo al que apunta la
    referencia o el nombre del escalar (`texto`, `fecha`…). `dentro` es la forma de cada elemento de
    una lista o de cada valor de un mapa. `puede_faltar` y `admite_no_hay` dicen cómo puede no estar.
    """

    clase: Clase
    tipo: str = ""
    modelo: type[BaseModel] | None = None
    opciones: type[Opcion] | None = None
    dentro: "Forma | None" = None
    puede_faltar: bool = False
    admite_no_hay: bool = False
    descripcion: str = ""

    @property
    def es_elemento(self) -> bool:
        """Dice si es un objeto con id."""
        return self.modelo is not None and issubclass(self.modelo, Elemento)

    def __str__(self) -> str:
        """Escribe el tipo como se lee en la lista de rutas."""
        if self.dentro is not None:
            return f"{self.clase} de {self.dentro}"
        if self.opciones is not None:
            return f"opción {{{', '.join(o.value for o in self.opciones)}}}"
        prefijos = {"objeto": "objeto ", "cantidad": "cantidad de ", "referencia": "referencia a "}
        return prefijos.get(self.clase, "") + self.tipo


@cache
def campos_de(modelo: type[BaseModel]) -> Mapping[str, Forma]:
    """Devuelve la forma de cada campo del modelo, en el orden en que se declaran."""
    formas: dict[str, Forma] = {}
    for nombre, campo in modelo.model_fields.items():
        forma = _forma(campo.annotation, tuple(campo.metadata))
        formas[nombre] = _con_presencia(forma, not campo.is_required(), campo.description or "")
    return formas


def _con_presencia(forma: Forma, puede_faltar: bool, descripcion: str) -> Forma:
    return Forma(
        forma.clase,
        forma.tipo,
        forma.modelo,
        forma.opciones,
        forma.dentro,
        puede_faltar or forma.puede_faltar,
        forma.admite_no_hay,
        descripcion,
    )


def _forma(anotacion: Any, marcas: tuple[object, ...] = ()) -> Forma:  # noqa: ANN401 - una anotación
    origen, partes = get_origin(anotacion), get_args(anotacion)
    if origen is Annotated:
        return _forma(partes[0], tuple(partes[1:]))
    if origen in (Union, UnionType):
        return _de_union(partes, any(isinstance(m, Opcional) for m in marcas))
    if origen is tuple:
        return Forma("lista", dentro=_forma(partes[0]))
    if origen is not None and issubclass(origen, Mapping):
        return Forma("mapa", dentro=_forma(partes[1]))
    return _de_marcas(marcas) or _de_clase(anotacion)


def _de_union(partes: tuple[Any, ...], es_dato: bool) -> Forma:
    valor = next(p for p in partes if p is not NoneType and p is not NoHay)
    interna = _forma(valor)
    return Forma(interna.clase, interna.tipo, interna.modelo, interna.opciones, interna.dentro, True, es_dato)


def _de_marcas(marcas: tuple[object, ...]) -> Forma | None:
    for marca in marcas:
        if isinstance(marca, Dimension):
            return Forma("cantidad", marca.nombre)
        if isinstance(marca, ReferenciaA):
            return Forma("referencia", marca.tipo)
        if isinstance(marca, Llano):
            return Forma("llano", marca.nombre)
    return None


def _de_clase(clase: type) -> Forma:
    if issubclass(clase, Opcion):
        return Forma("opcion", nombre_de_tipo(clase), opciones=clase)
    if issubclass(clase, BaseModel):
        return Forma("objeto", nombre_de_tipo(clase), modelo=clase)
    raise TypeError(f"el modelo declara un tipo sin forma: {clase!r}")


def rutas(modelo: type[BaseModel], prefijo: str = "") -> Iterator[tuple[str, Forma]]:
    """Recorre todas las rutas del modelo; `[]` marca el elemento de una lista o de un mapa."""
    for nombre, forma in campos_de(modelo).items():
        ruta = f"{prefijo}{nombre}"
        yield ruta, forma
        interna, sufijo = (forma, ".") if forma.dentro is None else (forma.dentro, "[].")
        if interna.modelo is not None and nombre != "evidencia":
            yield from rutas(interna.modelo, f"{ruta}{sufijo}")


@cache
def tipos_citables(modelo: type[BaseModel]) -> Mapping[str, str]:
    """Devuelve, por tipo de elemento, la ruta de la lista (o del dato) donde se declaran sus ids."""
    lugares: dict[str, str] = {}
    for ruta, forma in rutas(modelo):
        interna = forma.dentro or forma
        if interna.es_elemento and "[]" not in ruta:
            lugares.setdefault(interna.tipo, ruta)
    return MappingProxyType(lugares)

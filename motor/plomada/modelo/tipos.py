"""Los tipos con que se declara cada campo del plan.

`Dato[T]` y `Lista[T]` guardan las tres maneras de no estar: `None` es que nadie lo describió,
`NoHay` es que el plan declara con motivo que no existe o no aplica, y lo demás es el valor.
Los validadores son anotaciones propias, y no uniones de pydantic, para que cada falla se diga una
sola vez y con el lugar exacto.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, TypeVar, get_args

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from plomada.modelo import escalares, fallas
from plomada.modelo.fallas import falla
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.texto import plegar
from plomada.valores.unidades import ESCALA, unidades_de

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]
CLAVES_DE_AUSENCIA = ("no_hay", "no_aplica")
TIPO_COMPARTIDO = "x-tipo"
_ESQUEMA_DE_AUSENCIA: Json = {
    TIPO_COMPARTIDO: "Ausencia",
    "type": "object",
    "title": "El plan declara, con motivo, que no hay o que no le aplica.",
    "minProperties": 1,
    "maxProperties": 1,
    "properties": {clave: {"type": "string", "minLength": 1} for clave in CLAVES_DE_AUSENCIA},
    "additionalProperties": False,
}


def campo(descripcion: str) -> Any:  # noqa: ANN401 - pydantic declara así sus campos
    """Declara un campo que puede faltar."""
    return Field(default=None, description=descripcion)


def obligatorio(descripcion: str) -> Any:  # noqa: ANN401
    """Declara un campo sin el cual el objeto no se entiende."""
    return Field(description=descripcion)


def bloque(descripcion: str) -> Any:  # noqa: ANN401
    """Declara un bloque que siempre existe, vacío si nadie lo describió."""
    return Field(default_factory=dict, validate_default=True, description=descripcion)


def leer_ausencia(valor: object) -> NoHay | None:
    """Devuelve la ausencia declarada que el valor escribe, o None si no escribe ninguna."""
    if isinstance(valor, NoHay):
        return valor
    if not isinstance(valor, Mapping) or not any(clave in valor for clave in CLAVES_DE_AUSENCIA):
        return None
    if len(valor) > 1:
        ayuda = 'deje solo `no_hay: "motivo"`, o quítelo y describa el dato'
        raise falla(fallas.AUSENCIA_SIN_MOTIVO, "se declara que no hay y a la vez se describe", ayuda)
    clave, motivo = next(iter(valor.items()))
    if not isinstance(motivo, str) or not motivo.strip():
        ayuda = f'escriba por qué, como `{clave}: "el municipio no tiene suelo de expansión"`'
        raise falla(fallas.AUSENCIA_SIN_MOTIVO, f"`{clave}` no trae el motivo", ayuda)
    return NoHay(motivo.strip())


def _leer_opcional(valor: object, seguir: core_schema.ValidatorFunctionWrapHandler) -> object:
    if valor is None:
        return None
    leido = leer_ausencia(valor) or seguir(valor)
    return None if isinstance(valor, Mapping) and _no_dice_nada(valor) else leido


def _no_dice_nada(valor: object) -> bool:
    """Dice si no hay ningún dato adentro: `expansion: {}` o `expansion: {area: }` no describen nada."""
    if isinstance(valor, Mapping):
        return all(_no_dice_nada(v) for v in valor.values())
    return valor is None or isinstance(valor, list | tuple) and all(_no_dice_nada(v) for v in valor)


def _leer_lista(valor: object, seguir: core_schema.ValidatorFunctionWrapHandler) -> object:
    if isinstance(valor, str | Mapping):
        ayuda = "escriba cada elemento en su línea, con un guion delante"
        raise falla(fallas.OTRA_FORMA, f"se esperaba una lista y se leyó {_forma(valor)}", ayuda)
    return seguir(valor)


def _forma(valor: object) -> str:
    return "un mapa" if isinstance(valor, Mapping) else f"`{escalares.recortar(str(valor))}`"


@dataclass(frozen=True)
class Opcional:
    """Marca de `Dato` y `Lista`: el valor puede faltar o declararse inexistente."""

    def __get_pydantic_core_schema__(self, origen: object, seguir: GetCoreSchemaHandler) -> CoreSchema:
        """Valida solo el tipo del dato, después de apartar las ausencias."""
        interno = seguir.generate_schema(get_args(origen)[0])
        if interno["type"] == "tuple":
            interno = core_schema.no_info_wrap_validator_function(_leer_lista, interno)
        return core_schema.no_info_wrap_validator_function(_leer_opcional, interno)

    def __get_pydantic_json_schema__(self, esquema: CoreSchema, seguir: GetJsonSchemaHandler) -> Json:
        """Publica el valor, la ausencia declarada y el vacío."""
        return {"anyOf": [seguir(esquema), dict(_ESQUEMA_DE_AUSENCIA), {"type": "null"}]}


def _en_una_palabra(nombre: str) -> str:
    return plegar(nombre).replace("ñ", "ni").replace("_", " ").title().replace(" ", "")


class Escalar(ABC):
    """Anotación que convierte un texto con una función y publica su forma en JSON Schema."""

    @abstractmethod
    def convertir(self, valor: object) -> object:
        """Devuelve el valor convertido o lanza la falla."""

    @abstractmethod
    def forma_json(self) -> Json:
        """Devuelve el trozo de JSON Schema de este escalar."""

    @abstractmethod
    def titulo(self) -> str:
        """Devuelve el nombre con que el esquema publicado comparte esta forma."""

    def __get_pydantic_core_schema__(self, origen: object, seguir: GetCoreSchemaHandler) -> CoreSchema:
        """Usa solo la conversión propia."""
        return core_schema.no_info_plain_validator_function(self.convertir)

    def __get_pydantic_json_schema__(self, esquema: CoreSchema, seguir: GetJsonSchemaHandler) -> Json:
        """Publica la forma propia, con el nombre bajo el que se comparte."""
        return {TIPO_COMPARTIDO: self.titulo(), **self.forma_json()}


@dataclass(frozen=True)
class Llano(Escalar):
    """Escalar sin dimensión: texto, entero, fecha, sí o no."""

    nombre: str
    lector: Callable[[object], object]
    forma: tuple[tuple[str, Any], ...]

    def convertir(self, valor: object) -> object:
        """Aplica el lector."""
        return self.lector(valor)

    def titulo(self) -> str:
        """Devuelve el nombre del escalar."""
        return _en_una_palabra(self.nombre)

    def forma_json(self) -> Json:
        """Devuelve la forma declarada."""
        return {clave: list(v) if isinstance(v, tuple) else v for clave, v in self.forma}


@dataclass(frozen=True)
class Dimension(Escalar):
    """Cantidad con unidad de una dimensión determinada (`superficie`, `dinero`…)."""

    nombre: str

    def convertir(self, valor: object) -> Cantidad:
        """Lee la cantidad y comprueba su dimensión."""
        return escalares.a_cantidad(valor, self.nombre)

    def titulo(self) -> str:
        """Devuelve el nombre de la cantidad."""
        return "CantidadDe" + _en_una_palabra(self.nombre)

    def forma_json(self) -> Json:
        """Publica una cadena con las unidades que se admiten."""
        if self.nombre == ESCALA:
            return {"type": "string", "pattern": r"^\s*1\s*:\s*[\d_]+\s*$", "examples": ["1:5000"]}
        ejemplos = [f"10 {u}" for u in unidades_de(self.nombre)]
        return {"type": "string", "pattern": r"^\s*[\d_]+(\.\d+)?\s*\D", "examples": ejemplos}


@dataclass(frozen=True)
class ReferenciaA(Escalar):
    """Id de un elemento de otro bloque; `tipo` es el nombre del tipo de elemento (`proyecto`)."""

    tipo: str

    def convertir(self, valor: object) -> str:
        """Lee el id; que exista lo comprueba el cargador, que ve el plan entero."""
        return escalares.a_identificador(valor)

    def titulo(self) -> str:
        """Devuelve el nombre de la referencia."""
        return "ReferenciaA" + _en_una_palabra(self.tipo)

    def forma_json(self) -> Json:
        """Publica un id."""
        return {"type": ["string", "integer"], "title": f"id de un elemento de tipo {self.tipo}"}


_TEXTO = (("type", ("string", "number")),)
_ENTERO = (("type", ("string", "integer")), ("pattern", r"^\s*\d[\d_]*(\.0+)?\s*$"), ("minimum", 0))
_NUMERO = (("type", ("string", "number")), ("pattern", r"^\s*-?\d[\d_]*(\.\d+)?\s*$"))
_FECHA = (("type", "string"), ("pattern", r"^\s*\d{4}-\d{2}-\d{2}\s*$"))

Dato: TypeAlias = Annotated[T | NoHay | None, Opcional()]
Lista: TypeAlias = Annotated[tuple[T, ...] | NoHay | None, Opcional()]

Texto: TypeAlias = Annotated[str, Llano("texto", escalares.a_texto, _TEXTO)]
Identificador: TypeAlias = Annotated[
    str, Llano("id", escalares.a_identificador, (("type", ("string", "integer")),))
]
CodigoDeMunicipio: TypeAlias = Annotated[
    str,
    Llano(
        "código de municipio",
        escalares.a_codigo_de_municipio,
        (("type", "string"), ("pattern", r"^\s*\d{5}\s*$")),
    ),
]
SiNo: TypeAlias = Annotated[bool, Llano("sí o no", escalares.a_si_no, (("enum", ("si", "sí", "no")),))]
Entero: TypeAlias = Annotated[int, Llano("entero", escalares.a_entero, _ENTERO)]
Anio: TypeAlias = Annotated[int, Llano("año", escalares.a_anio, _ENTERO)]
Numero: TypeAlias = Annotated[Decimal, Llano("número", escalares.a_numero, _NUMERO)]
Fecha: TypeAlias = Annotated[date, Llano("fecha", escalares.a_fecha, _FECHA)]

Superficie: TypeAlias = Annotated[Cantidad, Dimension("superficie")]
Longitud: TypeAlias = Annotated[Cantidad, Dimension("longitud")]
Porcentaje: TypeAlias = Annotated[Cantidad, Dimension("porcentaje")]
Habitantes: TypeAlias = Annotated[Cantidad, Dimension("habitantes")]
Viviendas: TypeAlias = Annotated[Cantidad, Dimension("viviendas")]
DensidadDeViviendas: TypeAlias = Annotated[Cantidad, Dimension("densidad de viviendas")]
DensidadDeHabitantes: TypeAlias = Annotated[Cantidad, Dimension("densidad de habitantes")]
EspacioPorHabitante: TypeAlias = Annotated[Cantidad, Dimension("espacio público por habitante")]
Dinero: TypeAlias = Annotated[Cantidad, Dimension("dinero")]
SalariosMinimos: TypeAlias = Annotated[Cantidad, Dimension("salarios mínimos")]
TiempoDeCalendario: TypeAlias = Annotated[Cantidad, Dimension("tiempo de calendario")]
Periodos: TypeAlias = Annotated[Cantidad, Dimension("períodos constitucionales")]
Escala: TypeAlias = Annotated[Cantidad, Dimension("escala")]

RefDocumento: TypeAlias = Annotated[str, ReferenciaA("documento")]
RefProblema: TypeAlias = Annotated[str, ReferenciaA("problema")]
RefVision: TypeAlias = Annotated[str, ReferenciaA("vision")]
RefObjetivo: TypeAlias = Annotated[str, ReferenciaA("objetivo")]
RefEstrategia: TypeAlias = Annotated[str, ReferenciaA("estrategia")]
RefDecision: TypeAlias = Annotated[str, ReferenciaA("decision")]
RefPrograma: TypeAlias = Annotated[str, ReferenciaA("programa")]
RefProyecto: TypeAlias = Annotated[str, ReferenciaA("proyecto")]
RefIndicador: TypeAlias = Annotated[str, ReferenciaA("indicador")]
RefProgramaPdt: TypeAlias = Annotated[str, ReferenciaA("programa_pdt")]
RefCuenta: TypeAlias = Annotated[str, ReferenciaA("cuenta")]
RefDeterminante: TypeAlias = Annotated[str, ReferenciaA("determinante")]
RefEstudio: TypeAlias = Annotated[str, ReferenciaA("estudio_de_riesgo")]
RefAreaDeProteccion: TypeAlias = Annotated[str, ReferenciaA("area_de_proteccion")]
RefZonaDePlusvalia: TypeAlias = Annotated[str, ReferenciaA("zona_de_plusvalia")]
RefInstrumento: TypeAlias = Annotated[str, ReferenciaA("instrumento")]
RefAreaConCondicion: TypeAlias = Annotated[str, ReferenciaA("area_con_condicion")]
RefPlanParcial: TypeAlias = Annotated[str, ReferenciaA("plan_parcial")]
RefUnidadDeActuacion: TypeAlias = Annotated[str, ReferenciaA("unidad_de_actuacion")]
RefInmueblePrioritario: TypeAlias = Annotated[str, ReferenciaA("inmueble_prioritario")]
RefAreaDeActividad: TypeAlias = Annotated[str, ReferenciaA("area_de_actividad")]
RefAreaConTratamiento: TypeAlias = Annotated[str, ReferenciaA("area_con_tratamiento")]

"""La exigencia atómica: qué pide una norma, a quién, desde cuándo y con qué fuerza."""

from datetime import date
from typing import Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, model_validator

ClaseDePlan: TypeAlias = Literal["POT", "PBOT", "EOT"]
Fuerza: TypeAlias = Literal["debe", "deberia", "informa"]
Estado: TypeAlias = Literal["automática", "parcial", "juicio experto", "fuera de alcance"]
Verificacion: TypeAlias = Literal["texto", "fuente secundaria", "memoria", "método"]
Firmeza: TypeAlias = Literal["firme", "en litigio", "por confirmar"]
Ambiental: TypeAlias = Literal["exclusivo", "discutible", "no"]
FechaDeReferencia: TypeAlias = Literal[
    "inicio", "inicio_informado", "radicacion_ambiental_completa", "adopcion", "vigencia"
]
Etapa: TypeAlias = Literal["formulacion", "radicacion", "ctp", "concejo", "adopcion", "vigencia"]
_FUERZAS: tuple[Fuerza, ...] = ("informa", "deberia", "debe")


class Registrado(BaseModel):
    """Base de lo que vive en el registro: congelado y sin claves de más."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cita(Registrado):
    """Lugar exacto de una norma; cada parte se escribe como en ella."""

    norma: str
    articulo: str = ""
    numeral: str = ""
    literal: str = ""
    inciso: str = ""
    paragrafo: str = ""

    def partes(self) -> str:
        """Devuelve la cita sin el nombre de la norma: `artículo 12, numeral 2.3`."""
        pares = (
            ("artículo", self.articulo), ("numeral", self.numeral), ("literal", self.literal),
            ("inciso", self.inciso), ("parágrafo", self.paragrafo),
        )  # fmt: skip
        return ", ".join(f"{rotulo} {valor}" for rotulo, valor in pares if valor)


class Requisito(Registrado):
    """Una exigencia del registro.

    `admite_no_aplica` es `no`, `siempre` o una expresión del lenguaje que dice cuándo el plan puede declarar
    que no le aplica. `exigible_desde` es la etapa del trámite. `gemelos` son los ids de la misma exigencia en
    otra norma. `firmeza` distinta de «firme» y `verificacion` de memoria o método topan la fuerza.
    """

    id: str
    cita: Cita
    clases: tuple[ClaseDePlan, ...]
    desde: date
    hasta: date | None = None
    fuerza: Fuerza = "debe"
    fuerza_por_clase: dict[ClaseDePlan, Fuerza] = {}
    analisis: Literal["suficiencia", "articulacion", "coherencia", "tramite"]
    parafrasis: str
    estado: Estado
    sesgo: str = ""
    motivo: str = ""
    verificacion: Verificacion
    dudas: str = ""
    admite_no_aplica: str = "no"
    fecha_de_referencia: FechaDeReferencia = "radicacion_ambiental_completa"
    exigible_desde: Etapa = "radicacion"
    obligado: tuple[str, ...] = ("municipio",)
    ambiental: Ambiental = "no"
    norma_ambiental: str = ""
    firmeza: Firmeza = "firme"
    consecuencia: str = ""
    gemelos: tuple[str, ...] = ()
    revisado_por: str = "sin revisar"

    @model_validator(mode="after")
    def _coherente(self) -> Self:
        if self.estado == "parcial" and not self.sesgo:
            raise ValueError("un requisito parcial dice su sesgo: si puede reportar de más o de menos")
        if self.estado == "fuera de alcance" and not self.motivo:
            raise ValueError("un requisito fuera de alcance dice por qué")
        if not self.clases:
            raise ValueError("un requisito dice a qué clases de plan obliga")
        if self.hasta is not None and self.hasta < self.desde:
            raise ValueError("la fecha final es anterior a la inicial")
        if self.verificacion in {"memoria", "método"} and "debe" in {self.fuerza, *self.fuerza_por_clase.values()}:
            raise ValueError("lo verificado de memoria o fundado en un método tiene fuerza máxima `deberia`")
        return self

    def fuerza_para(self, clase: str) -> Fuerza:
        """Devuelve la fuerza con que obliga a esa clase, ya topada."""
        propia = self.fuerza_por_clase.get(clase, self.fuerza)  # type: ignore[call-overload]
        if self.firmeza != "firme" or self.verificacion in {"memoria", "método"}:
            return min(propia, "deberia", key=_FUERZAS.index)
        return propia  # type: ignore[no-any-return]

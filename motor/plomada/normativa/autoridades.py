"""Las determinantes que cada autoridad ambiental ha expedido, en paquetes versionados."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from plomada.normativa.citas import Cita
from plomada.normativa.registrado import Fecha, Registrado
from plomada.normativa.requisitos import Ambiental, Verificacion
from plomada.valores.texto import plegar

Vigor: TypeAlias = Literal["rige", "no rige", "no se sabe"]


class Capa(Registrado):
    """La cartografía oficial con que la autoridad delimita la determinante."""

    nombre: str
    fecha: Fecha | None = None
    fuente: str = ""


class ActoDeAutoridad(Registrado):
    """La resolución o el acuerdo que fija determinantes; si no se conoce el día, basta el año."""

    id: str
    titulo: str
    anio: Annotated[int, Field(ge=1993)]
    rige_desde: Fecha | None = None
    derogado_desde: Fecha | None = None
    derogado_por: str = ""
    fuente: str
    verificacion: Verificacion
    dudas: str = ""

    def en(self, fecha: date) -> Vigor:
        """Dice si el acto rige en la fecha, hasta donde se sabe."""
        if self.derogado_desde is not None and fecha >= self.derogado_desde:
            return "no rige"
        if self.rige_desde is not None:
            return "rige" if fecha >= self.rige_desde else "no rige"
        if fecha.year == self.anio or (self.derogado_por and self.derogado_desde is None):
            return "no se sabe"
        return "rige" if fecha.year > self.anio else "no rige"


class DeterminanteDeAutoridad(Registrado):
    """Una determinante del paquete.

    `acto` es el id del acto que la fija; `ambiental` dice si su asunto es exclusivamente ambiental, con su
    norma en `ambiental_por`; `evidencia` es lo que debe verse en el plan para tenerla por acogida.
    """

    id: str
    asunto: str
    eje: str
    nivel: Annotated[int, Field(ge=1, le=6)]
    acto: str
    ambiental: Ambiental
    ambiental_por: Cita | None = None
    evidencia: str
    capa: Capa | None = None
    dudas: str = ""


class PaqueteDeAutoridad(Registrado):
    """Lo que una autoridad ambiental ha expedido, a la fecha de `version`.

    `siglas` y `nombre` son como un plan la puede nombrar. `completo` dice si el paquete tiene todas sus
    determinantes o solo las que se conocen.
    """

    id: str
    nombre: str
    siglas: str
    version: Fecha
    completo: Literal["si", "no"]
    actos: Annotated[tuple[ActoDeAutoridad, ...], Field(min_length=1)]
    determinantes: tuple[DeterminanteDeAutoridad, ...] = ()
    notas: str = ""

    def acto(self, id_: str) -> ActoDeAutoridad:
        """Devuelve el acto; el id debe existir."""
        return next(a for a in self.actos if a.id == id_)

    def es_de(self, nombre: str) -> bool:
        """Dice si ese es uno de los nombres de la autoridad, escrito de cualquier manera."""
        escrito = plegar(nombre).strip()
        return escrito in {plegar(self.nombre), plegar(self.siglas), self.id}

"""Qué artículos tiene cada norma y qué versiones ha tenido cada uno."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from plomada.normativa.citas import Cita
from plomada.normativa.registrado import Fecha, Registrado, rige
from plomada.normativa.requisitos import Verificacion
from plomada.valores.texto import plegar

Fin: TypeAlias = Literal["sustituido", "derogado", "inexequible", "renumerado", "compilado", "modificado"]


def _a_booleano(valor: object) -> object:
    return {"si": True, "no": False}.get(plegar(str(valor)), valor)


SiONo: TypeAlias = Annotated[bool, BeforeValidator(_a_booleano)]


class Version(Registrado):
    """Un texto de un artículo, entre dos fechas.

    `asunto` es el rótulo de lo que trataba; `por`, la norma que trajo este texto; `fin` dice cómo terminó, y
    `fin_por` o `fin_sentencia`, por obra de qué. `pasa_a` son las citas de hoy de lo que decía, si ya no
    está en el mismo número. `verificacion` dice de dónde se sabe el número y el contenido.
    """

    desde: Fecha
    hasta: Fecha | None = None
    asunto: str
    resumen: str = ""
    por: Cita | None = None
    fin: Fin | None = None
    fin_por: Cita | None = None
    fin_sentencia: str = ""
    pasa_a: tuple[Cita, ...] = ()
    verificacion: Verificacion
    dudas: str = ""

    def rige_en(self, fecha: date) -> bool:
        """Dice si este texto rige en la fecha."""
        return rige(self.desde, self.hasta, fecha)


class Articulo(Registrado):
    """Un artículo, o un trozo suyo que ha cambiado por su cuenta, con sus versiones de la más vieja a hoy."""

    articulo: str
    numeral: str = ""
    literal: str = ""
    inciso: str = ""
    paragrafo: str = ""
    versiones: Annotated[tuple[Version, ...], Field(min_length=1)]

    @property
    def es_entero(self) -> bool:
        """Dice si es el artículo completo, y no un trozo."""
        return not (self.numeral or self.literal or self.inciso or self.paragrafo)

    def en(self, fecha: date) -> Version | None:
        """Devuelve la versión que rige en la fecha."""
        return next((v for v in self.versiones if v.rige_en(fecha)), None)

    def cita(self, norma: str) -> Cita:
        """Devuelve el artículo como cita de su norma."""
        return Cita(
            norma=norma,
            articulo=self.articulo,
            numeral=self.numeral,
            literal=self.literal,
            inciso=self.inciso,
            paragrafo=self.paragrafo,
        )


class Articulado(Registrado):
    """Los artículos conocidos de una norma.

    `ultimo_articulo` es el número del último, si se numeran de corrido: los que no se describen existen y no
    se les conoce cambio. `completo` dice que se describen todos los de la norma o, si hay `parte`, todos los
    que empiezan por ese número.
    """

    norma: str
    ultimo_articulo: Annotated[int, Field(ge=1)] | None = None
    completo: SiONo
    parte: str = ""
    articulos: tuple[Articulo, ...] = ()

    @cached_property
    def _por_numero(self) -> dict[str, tuple[Articulo, ...]]:
        numeros = dict.fromkeys(a.articulo for a in self.articulos)
        return {n: tuple(a for a in self.articulos if a.articulo == n) for n in numeros}

    def de(self, articulo: str) -> tuple[Articulo, ...]:
        """Devuelve el artículo y los trozos suyos que se siguen aparte; vacío si no se describe."""
        return self._por_numero.get(articulo, ())

    def existe(self, articulo: str) -> bool | None:
        """Dice si la norma tiene, o tuvo, ese artículo; None si no se sabe."""
        if articulo in self._por_numero:
            return True
        if self.ultimo_articulo is not None and articulo.isdecimal():
            return 1 <= int(articulo) <= self.ultimo_articulo
        dentro = articulo == self.parte or articulo.startswith(f"{self.parte}.") or not self.parte
        return False if self.completo and dentro else None

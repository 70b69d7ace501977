"""Normas y citas: de dónde sale una exigencia y cómo se nombra."""

from datetime import date
from typing import Literal, TypeAlias

from plomada.normativa.registrado import Fecha, Registrado, rige

TipoDeNorma: TypeAlias = Literal[
    "constitucion", "acto legislativo", "ley", "decreto ley", "decreto", "resolucion", "metodo"
]
HechoQueFijaRegimen: TypeAlias = Literal["inicio", "radicacion_ambiental_completa", "adopcion"]


class Norma(Registrado):
    """Una norma, o un método que hace sus veces sin obligar.

    `titulo` es como se la cita («Ley 388 de 1997»); `asunto`, de qué trata. `hecho_que_fija_regimen` dice qué
    momento del trámite decide si se aplica a un plan.
    """

    id: str
    titulo: str
    asunto: str = ""
    tipo: TipoDeNorma
    expedida: Fecha
    rige_desde: Fecha
    hasta: Fecha | None = None
    fuente_oficial: str
    modificada_por: tuple[str, ...] = ()
    hecho_que_fija_regimen: HechoQueFijaRegimen = "radicacion_ambiental_completa"
    notas: str = ""

    def rige_en(self, fecha: date) -> bool:
        """Dice si la norma rige en la fecha."""
        return rige(self.rige_desde, self.hasta, fecha)


class Cita(Registrado):
    """Lugar exacto de una norma; cada parte se escribe como la norma la escribe.

    `apartado` es el nombre de una parte sin número, como en un método.
    `titulo` es el de la norma: lo pone la lectura del registro, para que la cita se baste sola.
    """

    norma: str
    articulo: str = ""
    numeral: str = ""
    literal: str = ""
    inciso: str = ""
    paragrafo: str = ""
    apartado: str = ""
    titulo: str = ""

    def partes(self) -> str:
        """Devuelve la cita sin el nombre de la norma.

        >>> Cita(norma="ley-388-de-1997", articulo="12", numeral="2.3").partes()
        'artículo 12, numeral 2.3'
        """
        pares = (
            ("artículo", self.articulo), ("numeral", self.numeral), ("literal", self.literal),
            ("inciso", self.inciso), ("parágrafo", self.paragrafo), ("apartado", self.apartado),
        )  # fmt: skip
        return ", ".join(f"{rotulo} {valor}" for rotulo, valor in pares if valor)

    def texto(self, titulo: str | None = None) -> str:
        """Devuelve la cita completa; con `titulo`, bajo ese y no bajo el propio.

        >>> Cita(norma="ley-388-de-1997", titulo="Ley 388 de 1997", articulo="9", literal="a").texto()
        'Ley 388 de 1997, artículo 9, literal a'
        """
        propio = self.titulo if titulo is None else titulo
        return ", ".join(p for p in (propio or self.norma, self.partes()) if p)

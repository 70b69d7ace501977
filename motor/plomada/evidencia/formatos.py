"""Lo que se guarda de leer y de comprobar una entrega: `lectura.yaml` y `comprobacion.yaml`.

Son valores congelados. El `sello` es la huella del resto del archivo: si no coincide, alguien lo cambió a
mano, y lo que dice ya no es lo que la herramienta comprobó.
"""

import hashlib
import json
import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from plomada.valores.texto import sin_control

VERSION = 1
LECTURA, COMPROBACION = "lectura.yaml", "comprobacion.yaml"
_NI_UN_CARACTER = re.compile("[\ufffe\uffff\ufeff\ud800-\udfff]")


def limpiar(texto: str) -> str:
    """Devuelve el texto como se guarda: en una línea y sin caracteres invisibles."""
    return _NI_UN_CARACTER.sub("\ufffd", sin_control(texto))


class Pieza(BaseModel):
    """Base de lo que se guarda."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class DocumentoLeido(Pieza):
    """Un documento de la entrega que se leyó.

    `documento` es su id en el plan, si lo tiene; `sin_texto` son las páginas de las que no salió texto.
    """

    archivo: str
    huella: str
    unidad: str
    cuantos: int
    documento: str = ""
    sin_texto: tuple[int, ...] = ()


class PasajePropuesto(Pieza):
    """Un pasaje donde podría estar un contenido."""

    archivo: str
    unidad: str
    numero: int
    puntaje: float
    fragmento: str
    documento: str = ""


class ContenidoPropuesto(Pieza):
    """Un contenido exigible con los pasajes donde podría estar; `donde` nombra dónde debe constar."""

    id: str
    titulo: str
    donde: tuple[str, ...]
    estado: str = Field(default="por_confirmar", pattern="^por_confirmar$")
    pasajes: tuple[PasajePropuesto, ...] = ()


class _Sellado(Pieza):
    version: int = Field(default=VERSION, ge=VERSION, le=VERSION)
    sello: str = ""

    def sellar(self) -> str:
        """Devuelve la huella de todo menos el sello."""
        datos = self.model_dump(mode="json", exclude={"sello"})
        return hashlib.sha256(json.dumps(datos, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @property
    def esta_intacto(self) -> bool:
        """Dice si nadie lo cambió desde que la herramienta lo escribió."""
        return self.sello == self.sellar()


class LecturaDeEntrega(_Sellado):
    """Lo que se leyó de una entrega y dónde podría estar cada contenido exigible."""

    clase: str
    tramite: str
    fecha: str
    documentos: tuple[DocumentoLeido, ...] = ()
    contenidos: tuple[ContenidoPropuesto, ...] = ()


class EstadoDeComprobacion(StrEnum):
    """Qué se pudo comprobar de una evidencia."""

    COMPROBADA = "comprobada"
    OTRA_PAGINA = "otra_pagina"
    NO_HALLADA = "no_hallada"
    PAGINA_INEXISTENTE = "pagina_inexistente"
    SOLO_PAGINA = "solo_pagina"
    CITA_CORTA = "cita_corta"
    SIN_UBICAR = "sin_ubicar"
    SIN_ARCHIVO = "sin_archivo"
    ILEGIBLE = "ilegible"
    OTRO_DOCUMENTO = "otro_documento"


class EvidenciaComprobada(Pieza):
    """El resultado de comprobar una evidencia.

    `hallada` es la página donde está la cita, `parecido` cuánto se parece (0 a 100), `huella` la del
    documento en que se buscó y `antes` la página donde estaba en la versión anterior del documento.
    """

    ruta: str
    estado: EstadoDeComprobacion
    documento: str = ""
    pagina: int | None = None
    cita: str = ""
    hallada: int | None = None
    parecido: float | None = None
    unidad: str = ""
    huella: str = ""
    antes: int | None = None


class Comprobacion(_Sellado):
    """Lo que se comprobó de cada evidencia del plan contra los documentos."""

    documentos: tuple[DocumentoLeido, ...] = ()
    evidencias: tuple[EvidenciaComprobada, ...] = ()

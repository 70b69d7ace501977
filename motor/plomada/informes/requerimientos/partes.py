"""Las piezas de un requerimiento: valores congelados comunes al libro, al concepto, al oficio y al acta."""

from enum import StrEnum
from typing import TypeAlias

from pydantic import Field

from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.partes import Parte

Identidad: TypeAlias = tuple[str, str, str]


class Clase(StrEnum):
    """Qué se hace con una observación, de lo más urgente a lo menos."""

    FALLO = "fallo de la herramienta"
    REQUERIMIENTO = "se sugiere requerir"
    RECOMENDACION = "se recomienda"
    NO_CONSTA = "no consta"
    CONCEPTO = "requiere concepto"
    INFORMACION = "para tener en cuenta"


# Lo que se lleva al acta: lo que no consta se busca antes en los documentos.
DE_LA_MATRIZ = frozenset({Clase.REQUERIMIENTO, Clase.RECOMENDACION, Clase.CONCEPTO})


class Sustento(Parte):
    """Lo que se leyó de un elemento del plan, y dónde."""

    identidad: Identidad
    elemento: str
    de_quien: str = Field(default="", description="El elemento como se le nombra a una persona")
    veredicto: str
    mensaje: str
    explicacion: str = Field(default="", description="Qué se esperaba, qué se leyó y por qué no alcanza")
    causa: str = ""
    falta: str = Field(default="", description="La ruta del dato que falta, si falta uno")
    leido: tuple[DatoLeido, ...] = ()
    subsana: str = ""
    respuesta: str = Field(default="", description="Lo que el municipio respondió en la ronda anterior")
    aceptado: str = Field(default="", description="Quién lo aceptó con su firma; vacío si nadie")


class Observacion(Parte):
    """Una exigencia que no se cumple, no consta o espera un concepto, con su número en todo el informe."""

    numero: int
    tema: str
    clase: Clase
    regla: str
    asunto: str
    veredicto: str
    fuerza: str
    norma: str
    vigencia: str
    otras_normas: tuple[str, ...] = ()
    reservas: tuple[str, ...] = Field(default=(), description="Lo que hay que saber antes de citar la norma")
    sesgo: str = Field(default="", description="En qué puede equivocarse la comprobación")
    dudas: str = Field(default="", description="Lo que quedó por aclarar al leer la norma")
    consecuencia: str = Field(default="", description="Lo que la norma prevé si no se cumple")
    esperado: str
    exigencia: str = Field(default="", description="Lo que se comprueba, en español corriente")
    cuando: str = Field(default="", description="Cuándo se exige, en español corriente")
    para_radicar: bool = Field(description="Si la radicación no está completa sin esto")
    ambiental_por: str = ""
    sustentos: tuple[Sustento, ...]


class PlazoInformado(Parte):
    """Un término del trámite, como lo fija el registro a la fecha del informe."""

    titulo: str
    valor: str
    cita: str
    nota: str = ""
    reserva: str = ""


class ArticuloCambiado(Parte):
    """Un artículo del plan vigente y lo que se propone en su lugar."""

    id: str
    articulo: str
    vigente: str
    propuesto: str
    justificacion: str
    ambiental: str = Field(
        default="",
        description="Si trata un asunto exclusivamente ambiental: `sí`, `no`, o vacío si no consta",
    )


class ObservacionDescrita(Parte):
    """Una observación de la autoridad ambiental que la entrega ya describe."""

    id: str
    asunto: str
    norma: str
    sustento: str
    respuesta: str
    acuerdo: str = Field(description="`sí`, `no`, o vacío si no consta")


class LoDescrito(Parte):
    """Lo que la entrega trae para el oficio y el acta, que ninguna regla vuelve a decir."""

    plazos: tuple[PlazoInformado, ...] = ()
    articulos: tuple[ArticuloCambiado, ...] = ()
    sin_articulos: str = Field(default="", description="Por qué el plan declara que no cambia ninguno")
    observaciones: tuple[ObservacionDescrita, ...] = ()
    sin_observaciones: str = Field(default="", description="Por qué el plan declara que no hubo ninguna")
    radicado: str = Field(
        default="", description="Fecha en que el plan dice que se radicó; vacía si no consta"
    )
    radicacion_completa: str = Field(default="", description="Fecha en que la radicación quedó completa")

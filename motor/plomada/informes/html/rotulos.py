"""Los rótulos y las clases de estilo de la página: cómo se lee cada valor del informe."""

from collections.abc import Mapping

from plomada.articulacion.estados import Estado
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.idiomas.rotulos import Rotulos

EN_ORDEN = (
    Veredicto.CUMPLE,
    Veredicto.NO_CUMPLE,
    Veredicto.NO_CONSTA,
    Veredicto.REQUIERE_CONCEPTO,
    Veredicto.NO_APLICA,
    Veredicto.ERROR,
)
PENDIENTES = (Veredicto.ERROR, Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)
CLASES: Mapping[Veredicto, str] = {
    Veredicto.CUMPLE: "v-bien",
    Veredicto.NO_CUMPLE: "v-falla",
    Veredicto.NO_CONSTA: "v-duda",
    Veredicto.REQUIERE_CONCEPTO: "v-juicio",
    Veredicto.NO_APLICA: "v-fuera",
    Veredicto.ERROR: "v-error",
}
CLASES_DE_ESTADO: Mapping[Estado, str] = {
    Estado.ARTICULADO: "v-bien",
    Estado.PARCIAL: "v-duda",
    Estado.DESARTICULADO: "v-falla",
    Estado.SIN_DATOS: "v-fuera",
    Estado.NO_SE_EXIGE: "v-fuera",
}
TONOS: Mapping[int, str] = {0: "v-bien", 1: "v-falla", 2: "v-duda", 3: "v-error", 4: "v-duda"}


def rotular_valor(valor: str, r: Rotulos) -> str:
    """Escribe un valor del registro como se lee.

    >>> from plomada.informes.idiomas.rotulos import rotulos
    >>> rotular_valor("gestion", rotulos("es")), rotular_valor("gestion", rotulos("en"))
    ('gestión y financiación', 'management and financing')
    >>> rotular_valor("en_tramite", rotulos("en"))
    'en tramite'
    """
    return r.valor(valor)

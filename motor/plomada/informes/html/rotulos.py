"""Los rótulos y las clases de estilo de la página: cómo se lee cada valor del informe."""

from collections.abc import Mapping

from plomada.articulacion.estados import Estado
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.consola import APARTADOS
from plomada.informes.perfiles import Perfil

SIN_COMPONENTE = "sin componente"
DE_UN_VISTAZO = "por atender"
EN_ORDEN = (
    Veredicto.CUMPLE,
    Veredicto.NO_CUMPLE,
    Veredicto.NO_CONSTA,
    Veredicto.REQUIERE_CONCEPTO,
    Veredicto.NO_APLICA,
    Veredicto.ERROR,
)
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
PERFILES: Mapping[Perfil, str] = {
    Perfil.JURIDICO: "jurídico",
    Perfil.CONSULTORIA: "consultoría",
    Perfil.CONCERTACION: "concertación",
    Perfil.RADICACION: "radicación",
}
_ANALISIS = {clave: titulo.partition(":")[0].lower() for clave, titulo in APARTADOS}
_CON_TILDES: Mapping[str, str] = {
    "diagnostico": "diagnóstico",
    "gestion": "gestión y financiación",
    "ejecucion": "programa de ejecución",
    "riesgo": "gestión del riesgo",
    "cartografia": "cartografía",
    "ctp": "consejo territorial de planeación",
    "autoridad_ambiental": "autoridad ambiental",
    "consejo_territorial_de_planeacion": "consejo territorial de planeación",
    "nacion": "Nación",
    "dts": "documento técnico de soporte",
    "automatica": "automática",
}


def rotular_valor(valor: str) -> str:
    """Escribe un valor del registro como se lee.

    >>> rotular_valor("articulacion"), rotular_valor("gestion"), rotular_valor("en_tramite")
    ('articulación', 'gestión y financiación', 'en tramite')
    """
    return _ANALISIS.get(valor) or _CON_TILDES.get(valor) or valor.replace("_", " ")

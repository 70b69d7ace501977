"""Las enumeraciones del plan: cada valor en una palabra y su rótulo como se lee en un informe."""

from enum import StrEnum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from plomada.modelo import fallas
from plomada.modelo.escalares import exigir_texto, recortar
from plomada.modelo.fallas import falla
from plomada.modelo.tipos import TIPO_COMPARTIDO
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista

_LARGO_PARA_SUGERIR = 60


class Opcion(StrEnum):
    """Valor de una enumeración con el rótulo que se muestra a las personas."""

    rotulo: str

    def __new__(cls, valor: str, rotulo: str = "") -> "Opcion":
        """Crea el valor; sin rótulo propio, es el valor con espacios."""
        nuevo = str.__new__(cls, valor)
        nuevo._value_ = valor
        nuevo.rotulo = rotulo or valor.replace("_", " ")
        return nuevo

    @classmethod
    def leer(cls, valor: object) -> "Opcion":
        """Devuelve la opción escrita o lanza la falla con las que se admiten."""
        if isinstance(valor, cls):
            return valor
        nombres = [opcion.value for opcion in cls]
        escrito = exigir_texto(valor, "una de " + en_lista([f"`{n}`" for n in nombres], "o")).strip()
        if escrito in nombres:
            return cls._value2member_map_[escrito]  # type: ignore[return-value]
        admitidas = "se esperaba " + en_lista([f"`{n}`" for n in nombres], "o")
        cerca = quiza(escrito, nombres) if len(escrito) <= _LARGO_PARA_SUGERIR else ""
        mensaje = f"`{recortar(escrito)}` no es una opción; {admitidas}"
        raise falla(fallas.OPCION_DESCONOCIDA, mensaje, cerca)

    @classmethod
    def __get_pydantic_core_schema__(cls, origen: object, seguir: GetCoreSchemaHandler) -> CoreSchema:
        """Usa solo la lectura propia."""
        return core_schema.no_info_plain_validator_function(cls.leer)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, esquema: CoreSchema, seguir: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Publica los valores admitidos."""
        valores = [opcion.value for opcion in cls]
        return {TIPO_COMPARTIDO: cls.__name__, "type": "string", "enum": valores}


class ClaseDePlan(Opcion):
    """Clase de plan según la ley."""

    POT = "POT", "plan de ordenamiento territorial"
    PBOT = "PBOT", "plan básico de ordenamiento territorial"
    EOT = "EOT", "esquema de ordenamiento territorial"


class Tramite(Opcion):
    """Qué se tramita con esta entrega."""

    PLAN_NUEVO = "plan_nuevo"
    REVISION_GENERAL = "revision_general", "revisión general"
    REVISION_DE_MEDIANO_PLAZO = "revision_de_mediano_plazo", "revisión de mediano plazo"
    REVISION_DE_CORTO_PLAZO = "revision_de_corto_plazo", "revisión de corto plazo"
    REVISION_EXCEPCIONAL_POR_DESASTRE = (
        "revision_excepcional_por_desastre",
        "revisión excepcional por desastre o calamidad",
    )
    REVISION_EXCEPCIONAL_POR_ESTUDIOS = (
        "revision_excepcional_por_estudios",
        "revisión excepcional por estudios de amenaza, vulnerabilidad y riesgo",
    )
    MODIFICACION_EXCEPCIONAL = "modificacion_excepcional", "modificación excepcional de norma urbanística"
    PRECISION_CARTOGRAFICA = "precision_cartografica", "precisión cartográfica"


class ComponenteDelPlan(Opcion):
    """Parte del plan que el trámite toca."""

    GENERAL = "general"
    URBANO = "urbano"
    RURAL = "rural"
    EJECUCION = "ejecucion", "programa de ejecución"
    GESTION = "gestion", "gestión y financiación"
    RIESGO = "riesgo", "gestión del riesgo"
    CARTOGRAFIA = "cartografia", "cartografía"


class Componente(Opcion):
    """Componente del plan al que pertenece una decisión o un proyecto."""

    GENERAL = "general"
    URBANO = "urbano"
    RURAL = "rural"


class BloqueDelPlan(Opcion):
    """Bloque de esta descripción que alguien revisó por completo."""

    MUNICIPIO = "municipio"
    PLAN = "plan"
    DOCUMENTOS = "documentos"
    CONTENIDOS = "contenidos"
    DIAGNOSTICO = "diagnostico", "diagnóstico"
    FINES = "fines"
    MEDIOS = "medios"
    SISTEMAS = "sistemas"
    SUELO = "suelo"
    NORMAS_URBANISTICAS = "normas_urbanisticas", "normas urbanísticas"
    GESTION = "gestion", "gestión"
    TRATAMIENTOS = "tratamientos"
    VIVIENDA = "vivienda"
    ESPACIO_PUBLICO = "espacio_publico", "espacio público"
    PATRIMONIO = "patrimonio"
    REGION = "region", "región"
    RIESGO = "riesgo"
    DETERMINANTES = "determinantes"
    CRUCES_DE_DETERMINANTES = "cruces_de_determinantes"
    CARTOGRAFIA = "cartografia", "cartografía"
    PROGRAMA_EJECUCION = "programa_ejecucion", "programa de ejecución"
    PLAN_DESARROLLO = "plan_desarrollo", "plan de desarrollo"
    ACTOS = "actos"
    PROCESO = "proceso"
    PARTICIPACION = "participacion", "participación"
    SEGUIMIENTO = "seguimiento"


class TipoDeDocumento(Opcion):
    """Qué documento de la entrega es."""

    DIAGNOSTICO = "diagnostico", "diagnóstico"
    DTS = "dts", "documento técnico de soporte"
    PROYECTO_DE_ACUERDO = "proyecto_de_acuerdo"
    RESUMEN = "resumen"
    SEGUIMIENTO_Y_EVALUACION = "seguimiento_y_evaluacion", "seguimiento y evaluación"
    MEMORIA_JUSTIFICATIVA = "memoria_justificativa"
    INSUMOS_TECNICOS = "insumos_tecnicos", "insumos técnicos con su cartografía"
    ESTUDIO_BASICO = "estudio_basico", "estudio básico de riesgo"
    ESTUDIO_DETALLADO = "estudio_detallado", "estudio detallado de riesgo"
    PLANO = "plano"
    CONCEPTO = "concepto"
    OTRO = "otro"


class EstadoDeContenido(Opcion):
    """Si un contenido exigible está en el plan."""

    INCLUIDO = "incluido"
    PARCIAL = "parcial"
    NO_INCLUIDO = "no_incluido"
    NO_APLICA = "no_aplica"
    POR_CONFIRMAR = "por_confirmar"


class EstadoDeEvidencia(Opcion):
    """Si alguien comprobó la evidencia contra el documento."""

    DECLARADA = "declarada"
    COMPROBADA = "comprobada"
    POR_CONFIRMAR = "por_confirmar"
    NO_HALLADA = "no_hallada"


class Plazo(Opcion):
    """Horizonte de un objetivo, una estrategia o un proyecto."""

    CORTO = "corto", "corto plazo"
    MEDIANO = "mediano", "mediano plazo"
    LARGO = "largo", "largo plazo"


class SistemaEstructurante(Opcion):
    """Sistema del modelo de ocupación."""

    AMENAZAS_Y_RIESGOS = "amenazas_y_riesgos"
    SERVICIOS_PUBLICOS = "servicios_publicos", "servicios públicos"
    AMBIENTE = "ambiente", "ambiente y recursos naturales"
    VIAS_Y_TRANSPORTE = "vias_y_transporte", "vías y transporte"
    ESPACIO_PUBLICO = "espacio_publico", "espacio público"
    VIVIENDA = "vivienda"
    EQUIPAMIENTOS = "equipamientos"
    PATRIMONIO = "patrimonio"
    SUELO = "suelo"
    SISTEMAS_PRODUCTIVOS = "sistemas_productivos"


class DimensionTerritorial(Opcion):
    """Dimensión del diagnóstico."""

    AMBIENTAL = "ambiental"
    ECONOMICA = "economica", "económica"
    SOCIOCULTURAL = "sociocultural"
    FUNCIONAL = "funcional"
    INSTITUCIONAL = "institucional"


class Servicio(Opcion):
    """Servicio público domiciliario o de saneamiento."""

    ACUEDUCTO = "acueducto"
    ALCANTARILLADO = "alcantarillado"
    ASEO = "aseo"
    ENERGIA = "energia", "energía"
    GAS = "gas"
    TELECOMUNICACIONES = "telecomunicaciones"

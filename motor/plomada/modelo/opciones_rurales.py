"""Las enumeraciones propias del suelo rural."""

from plomada.modelo.opciones import Opcion


class ClaseDeCategoriaRural(Opcion):
    """Categoría del suelo rural, según el decreto."""

    CONSERVACION_AMBIENTAL = "conservacion_ambiental", "conservación y protección ambiental"
    PRODUCCION = "produccion", "producción agropecuaria y recursos naturales"
    PATRIMONIO = "patrimonio", "patrimonio cultural"
    SERVICIOS_PUBLICOS = "servicios_publicos", "sistema de servicios públicos"
    AMENAZA_Y_RIESGO = "amenaza_y_riesgo", "amenaza y riesgo"
    SUBURBANO = "suburbano"
    CENTRO_POBLADO = "centro_poblado"
    VIVIENDA_CAMPESTRE = "vivienda_campestre"
    EQUIPAMIENTOS = "equipamientos"
    OTRA = "otra", "otra, fuera de las dos listas"


class EquipamientoRural(Opcion):
    """Clase de equipamiento que se localiza en suelo rural."""

    SALUD = "salud"
    EDUCACION = "educacion", "educación"
    BIENESTAR_SOCIAL = "bienestar_social"
    CULTURA = "cultura"
    DEPORTE = "deporte"


class AspectoDeUnidadRural(Opcion):
    """Lo que se tiene en cuenta para delimitar una unidad de planificación rural."""

    VEREDAS = "veredas", "división en veredas"
    VIAS_Y_ASENTAMIENTOS = "vias_y_asentamientos", "vías y asentamientos"
    ESTRUCTURA_ECOLOGICA = "estructura_ecologica", "estructura ecológica principal"
    PRODUCCION = "produccion", "actividades productivas"
    CUENCAS_Y_RELIEVE = "cuencas_y_relieve", "cuencas, cerros y planicies"


class ContenidoDeUnidadRural(Opcion):
    """Contenido de una unidad de planificación rural."""

    PROTECCION = "proteccion", "manejo y conservación de la protección"
    PRODUCCION = "produccion", "uso y manejo de lo productivo"
    INFRAESTRUCTURA = "infraestructura", "vías regionales, puertos y aeropuertos"
    SUBURBANO = "suburbano", "vías, espacio público, servicios y equipamientos suburbanos"
    PLUSVALIA = "plusvalia", "zonas con hechos generadores de plusvalía"
    BORDE_URBANO = "borde_urbano", "normas contra la urbanización del borde"
    DESARROLLO_RESTRINGIDO = "desarrollo_restringido", "normas del desarrollo restringido"


class ContenidoDeCentroPoblado(Opcion):
    """Contenido de la norma de un centro poblado, además de su delimitación."""

    PROTECCION = "proteccion", "medidas de protección"
    USOS = "usos"
    PARCELACION = "parcelacion", "normas de parcelación"
    CESIONES = "cesiones"
    SERVICIOS_PUBLICOS = "servicios_publicos", "servicios públicos"
    ESPACIO_PUBLICO = "espacio_publico", "espacio público"
    VIAS = "vias", "vías con sus perfiles"
    EQUIPAMIENTOS = "equipamientos"


class ExcepcionDeUnidadMinima(Opcion):
    """Qué exceptúa el plan de la unidad mínima de actuación."""

    CASA_DEL_PROPIETARIO = "casa_del_propietario", "la casa única del propietario fuera de todo conjunto"
    MAS_CASOS = "mas_casos", "más casos"

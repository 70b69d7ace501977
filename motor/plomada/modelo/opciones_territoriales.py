"""Las enumeraciones del suelo, las normas, el riesgo, la ejecución y el trámite."""

from plomada.modelo.opciones import Opcion


class Ambito(Opcion):
    """Clase de suelo o lugar al que se refiere un estudio o un área."""

    URBANO = "urbano"
    EXPANSION = "expansion", "expansión"
    RURAL = "rural"
    SUBURBANO = "suburbano"
    CENTRO_POBLADO = "centro_poblado"


class AlcanceDeCertificacion(Opcion):
    """Qué certifica un prestador."""

    PRESTACION_EFECTIVA = "prestacion_efectiva", "prestación efectiva"
    VIABILIDAD_Y_DISPONIBILIDAD = "viabilidad_y_disponibilidad", "viabilidad y disponibilidad"
    FACTIBILIDAD = "factibilidad"


class CausaDeProteccion(Opcion):
    """Por qué un suelo es de protección."""

    AMBIENTAL = "ambiental"
    GEOGRAFICA = "geografica", "geográfica"
    PAISAJISTICA = "paisajistica", "paisajística"
    RIESGO_NO_MITIGABLE = "riesgo_no_mitigable"
    UTILIDAD_PUBLICA = "utilidad_publica", "utilidad pública para servicios"
    PRODUCCION = "produccion", "producción agropecuaria"
    PATRIMONIO = "patrimonio"
    OTRA = "otra"


class Jerarquia(Opcion):
    """Jerarquía de una norma urbanística."""

    ESTRUCTURAL = "estructural"
    GENERAL = "general"
    COMPLEMENTARIA = "complementaria"


class TemaDeNorma(Opcion):
    """Tema de una norma urbanística."""

    AMBIENTAL = "ambiental"
    RIESGO = "riesgo"
    PATRIMONIO = "patrimonio"
    CLASIFICACION_DEL_SUELO = "clasificacion_del_suelo", "clasificación del suelo"
    VIVIENDA = "vivienda"
    ESPACIO_PUBLICO = "espacio_publico", "espacio público"
    SERVICIOS_PUBLICOS = "servicios_publicos", "servicios públicos"
    MOVILIDAD = "movilidad"
    CENTROS_HISTORICOS = "centros_historicos", "conservación y manejo de centros urbanos e históricos"
    REDES_PRIMARIAS = "redes_primarias", "reserva de suelo para redes primarias de vías y servicios"
    ESPACIO_PUBLICO_PRINCIPAL = "espacio_publico_principal", "espacio público de escala urbana o zonal"
    UNIDADES_DE_ACTUACION = "unidades_de_actuacion", "unidades de actuación urbanística"
    PLANES_PARCIALES = "planes_parciales", "directrices de planes parciales"
    USOS = "usos"
    EDIFICABILIDAD = "edificabilidad"
    OTRO = "otro"


class Uso(Opcion):
    """Uso del suelo."""

    RESIDENCIAL = "residencial"
    VIVIENDA_CAMPESTRE = "vivienda_campestre"
    VIVIENDA_DE_INTERES_SOCIAL = "vivienda_de_interes_social", "vivienda de interés social"
    DOTACIONAL_EDUCATIVO = "dotacional_educativo"
    DOTACIONAL_DE_SALUD = "dotacional_de_salud"
    DOTACIONAL_OTRO = "dotacional_otro", "otro dotacional"
    COMERCIAL = "comercial"
    SERVICIOS = "servicios"
    SERVICIOS_DE_ALTO_IMPACTO = (
        "servicios_de_alto_impacto",
        "servicios de alto impacto (prostitución y afines)",
    )
    INDUSTRIAL = "industrial"
    AGROINDUSTRIAL = "agroindustrial"
    AGROPECUARIO = "agropecuario"
    FORESTAL = "forestal"
    MINERO = "minero"
    TURISTICO = "turistico", "turístico"
    RECREATIVO = "recreativo"
    CONSERVACION = "conservacion", "conservación y protección"
    INFRAESTRUCTURA = "infraestructura"
    MIXTO = "mixto"
    OTRO = "otro"


class Tratamiento(Opcion):
    """Tratamiento urbanístico."""

    CONSERVACION = "conservacion", "conservación"
    CONSOLIDACION = "consolidacion", "consolidación"
    RENOVACION_URBANA = "renovacion_urbana", "renovación urbana"
    MEJORAMIENTO_INTEGRAL = "mejoramiento_integral"
    DESARROLLO = "desarrollo"
    OTRO = "otro"


class ModalidadDeRenovacion(Opcion):
    """Modalidad del tratamiento de renovación urbana."""

    REACTIVACION = "reactivacion", "reactivación"
    REDESARROLLO = "redesarrollo"
    REVITALIZACION = "revitalizacion", "revitalización"
    OTRA = "otra"


class TipoDeEstudio(Opcion):
    """Alcance de un estudio de riesgo."""

    BASICO = "basico", "básico"
    DETALLADO = "detallado"


class Fenomeno(Opcion):
    """Fenómeno amenazante."""

    INUNDACION = "inundacion", "inundación"
    AVENIDA_TORRENCIAL = "avenida_torrencial"
    MOVIMIENTO_EN_MASA = "movimiento_en_masa"
    OTRO = "otro"


class Condicion(Opcion):
    """Condición de un área en la gestión del riesgo."""

    AMENAZA = "amenaza", "condición de amenaza"
    RIESGO = "riesgo", "condición de riesgo"


class Firmeza(Opcion):
    """Qué tan firme es el acto que fija una determinante."""

    FIRME = "firme"
    EN_LITIGIO = "en_litigio"
    POR_CONFIRMAR = "por_confirmar"


class OrdenDeVia(Opcion):
    """Orden de una carretera del sistema vial nacional."""

    PRIMER_ORDEN = "primer_orden"
    SEGUNDO_ORDEN = "segundo_orden"
    TERCER_ORDEN = "tercer_orden"


class ConstruccionEnFaja(Opcion):
    """Qué deja construir el plan en la faja de retiro de una carretera."""

    PROHIBIDA = "prohibida"
    SOLO_REDES = "solo_redes", "solo redes previstas con la vía o donde no se ampliará"
    PERMITIDA = "permitida"


class Dotacion(Opcion):
    """Infraestructura con que se dota un suelo para volverlo urbano."""

    VIAS = "vias", "vías"
    TRANSPORTE = "transporte"
    SERVICIOS_PUBLICOS = "servicios_publicos", "servicios públicos"
    AREAS_LIBRES = "areas_libres", "áreas libres"
    PARQUES = "parques"
    EQUIPAMIENTOS = "equipamientos"


class AccionDeRiesgo(Opcion):
    """Qué hace un proyecto de gestión del riesgo."""

    ESTUDIO_DETALLADO = "estudio_detallado"
    MITIGACION_ESTRUCTURAL = "mitigacion_estructural", "mitigación estructural"
    MITIGACION_NO_ESTRUCTURAL = "mitigacion_no_estructural", "mitigación no estructural"
    REASENTAMIENTO = "reasentamiento"
    OTRA = "otra"


class Prioridad(Opcion):
    """Prioridad de un proyecto en el programa de ejecución."""

    ALTA = "alta"
    MEDIA = "media"
    BAJA = "baja"


class TipoDeActo(Opcion):
    """Clase de acto administrativo."""

    ACUERDO = "acuerdo"
    DECRETO = "decreto"
    RESOLUCION = "resolucion", "resolución"
    OTRO = "otro"


class TipoDeAdopcion(Opcion):
    """Acto con que se adopta el plan."""

    ACUERDO = "acuerdo"
    DECRETO = "decreto"


class Etapa(Opcion):
    """Punto del trámite en que está el plan."""

    FORMULACION = "formulacion", "formulación"
    RADICACION = "radicacion", "radicación ante la autoridad ambiental"
    CTP = "ctp", "consejo territorial de planeación"
    CONCEJO = "concejo"
    ADOPCION = "adopcion", "adopción"
    VIGENCIA = "vigencia"


class FaseDeParticipacion(Opcion):
    """Fase en que se oyó a la comunidad."""

    DIAGNOSTICO = "diagnostico", "diagnóstico"
    FORMULACION = "formulacion", "formulación"
    CONCERTACION = "concertacion", "concertación y consulta"
    ADOPCION = "adopcion", "adopción"
    IMPLEMENTACION = "implementacion", "implementación"
    SEGUIMIENTO = "seguimiento"


class TipoDeEvento(Opcion):
    """Qué se hizo para oír a la comunidad."""

    OPINION_DE_GREMIOS = "opinion_de_gremios", "opinión pedida a gremios y agremiaciones"
    CONVOCATORIA_PUBLICA = "convocatoria_publica", "convocatoria pública"
    AUDIENCIA_CON_JAL = "audiencia_con_jal", "audiencia con las juntas administradoras locales"
    EXPOSICION_DE_DOCUMENTOS = "exposicion_de_documentos", "exposición de los documentos"
    DIFUSION = "difusion", "difusión masiva"
    TALLER = "taller"
    OTRO = "otro"


class RespuestaDeJuicio(Opcion):
    """Lo que respondió quien revisó."""

    CUMPLE = "cumple"
    NO_CUMPLE = "no_cumple"


class MetodoDeProcedencia(Opcion):
    """Cómo se obtuvo un dato."""

    DECLARADO = "declarado"
    EXTRAIDO = "extraido", "extraído"
    CALCULADO = "calculado"


class QueSeCuenta(Opcion):
    """Qué elementos de la descripción cuenta una cifra declarada."""

    OBJETIVOS = "objetivos"
    ESTRATEGIAS = "estrategias"
    DECISIONES = "decisiones", "decisiones del modelo de ocupación"
    PROGRAMAS = "programas", "programas del plan de ordenamiento"
    PROYECTOS = "proyectos", "proyectos del plan de ordenamiento"
    PROYECTOS_CON_PROGRAMA_PDT = (
        "proyectos_con_programa_pdt",
        "proyectos del plan de ordenamiento con programa del plan de desarrollo",
    )
    PROGRAMAS_PDT = "programas_pdt", "programas del plan de desarrollo"
    PROGRAMAS_PDT_CON_PROYECTO = (
        "programas_pdt_con_proyecto",
        "programas del plan de desarrollo con proyectos del plan de ordenamiento",
    )
    INDICADORES_PDT = "indicadores_pdt", "indicadores del plan de desarrollo"
    INDICADORES = "indicadores", "indicadores de seguimiento del plan de ordenamiento"
    ACTUACIONES = "actuaciones", "actuaciones del programa de ejecución"

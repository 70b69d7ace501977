"""Las enumeraciones de las acciones urbanísticas y de la articulación con la región."""

from plomada.modelo.opciones import Opcion


class TipoDeAccion(Opcion):
    """Acción urbanística de las que enumera la ley."""

    CLASIFICACION_DEL_SUELO = "clasificacion_del_suelo", "clasificación del suelo"
    INFRAESTRUCTURA_Y_EQUIPAMIENTOS = "infraestructura_y_equipamientos"
    ZONIFICACION_Y_NORMAS = "zonificacion_y_normas", "zonificación y normas"
    ESPACIO_PUBLICO = "espacio_publico", "parques y áreas verdes públicas"
    ZONAS_NO_URBANIZABLES = "zonas_no_urbanizables"
    UNIDADES_DE_ACTUACION = "unidades_de_actuacion", "unidades de actuación"
    SUELO_PARA_VIVIENDA_SOCIAL = "suelo_para_vivienda_social", "suelo para vivienda de interés social"
    DESARROLLO_PRIORITARIO = "desarrollo_prioritario", "desarrollo o construcción prioritaria"
    EJECUCION_DE_OBRAS = "ejecucion_de_obras", "ejecución de obras"
    EXPROPIACION = "expropiacion", "expropiación"
    AREAS_CRITICAS = "areas_criticas", "áreas críticas y de recuperación paisajística"
    ECOSISTEMAS = "ecosistemas", "ecosistemas de importancia ambiental"
    RESERVA_PARA_INFRAESTRUCTURA = "reserva_para_infraestructura"
    SUELO_MILITAR_Y_POLICIAL = "suelo_militar_y_policial"
    OTRA = "otra"


class FuncionDeInstrumento(Opcion):
    """Para qué sirve un instrumento."""

    PLANEACION = "planeacion", "planeación"
    GESTION = "gestion", "gestión del suelo"
    FINANCIACION = "financiacion", "financiación"


class TipoDeHechoGenerador(Opcion):
    """Por qué aumenta el valor del suelo."""

    CAMBIO_DE_CLASE = "cambio_de_clase", "paso de rural a expansión o a suburbano"
    CAMBIO_DE_USO = "cambio_de_uso", "cambio de uso o de zonificación"
    MAYOR_APROVECHAMIENTO = "mayor_aprovechamiento"
    OBRA_PUBLICA = "obra_publica", "obra pública"


class DestinoDeTerreno(Opcion):
    """Para qué ubica un terreno el programa de ejecución."""

    VIVIENDA_DE_INTERES_SOCIAL = "vivienda_de_interes_social", "vivienda de interés social"
    MEJORAMIENTO_INTEGRAL = "mejoramiento_integral"
    OTRO = "otro"


class Declaratoria(Opcion):
    """Prioridad que se declara sobre un inmueble."""

    DESARROLLO_PRIORITARIO = "desarrollo_prioritario"
    CONSTRUCCION_PRIORITARIA = "construccion_prioritaria", "construcción prioritaria"


class GrupoPrioritario(Opcion):
    """Grupo cuyas necesidades de espacio público van primero."""

    NINEZ = "ninez", "niñez"
    ADOLESCENCIA = "adolescencia"
    MUJERES = "mujeres"
    ADULTOS_MAYORES = "adultos_mayores"
    PERSONAS_CON_DISCAPACIDAD = "personas_con_discapacidad"


class TipoDeInstrumentoSuperior(Opcion):
    """Instrumento de un nivel mayor que el municipio."""

    POLITICA_NACIONAL = "politica_nacional", "política nacional"
    PLAN_DEPARTAMENTAL = "plan_departamental", "plan o directriz departamental"
    PLAN_INTEGRAL_METROPOLITANO = "plan_integral_metropolitano", "plan integral de desarrollo metropolitano"
    PLAN_ESTRATEGICO_METROPOLITANO = (
        "plan_estrategico_metropolitano",
        "plan estratégico metropolitano de ordenamiento",
    )
    OTRO = "otro"


class TemaMetropolitano(Opcion):
    """Tema del plan estratégico metropolitano de ordenamiento."""

    AGUA = "agua"
    VIAS_Y_TRANSPORTE = "vias_y_transporte", "vías y transporte"
    EQUIPAMIENTOS = "equipamientos"
    VIVIENDA = "vivienda"
    SUELO_RURAL_Y_SUBURBANO = "suelo_rural_y_suburbano"
    CARGAS_Y_BENEFICIOS = "cargas_y_beneficios"
    NORMAS_GENERALES = "normas_generales"


class AspectoDePlanParcial(Opcion):
    """Lo que la ley le pide a un plan parcial."""

    AREA = "area", "delimitación y características del área"
    OBJETIVOS_Y_DIRECTRICES = "objetivos_y_directrices", "objetivos y directrices"
    NORMAS_ESPECIFICAS = "normas_especificas", "normas específicas de usos, intensidades y alturas"
    TRAZADO_Y_REDES = "trazado_y_redes", "espacio público, vías, redes y equipamientos"
    INSTRUMENTOS_Y_FINANCIACION = (
        "instrumentos_y_financiacion",
        "instrumentos, reparto, programa de ejecución y financiación",
    )


class MecanismoDeRepartoDeCargas(Opcion):
    """Mecanismo para repartir cargas y beneficios."""

    UNIDADES_DE_ACTUACION = "unidades_de_actuacion", "unidades de actuación"
    COMPENSACION = "compensacion", "compensación"
    TRANSFERENCIA_DE_DERECHOS = (
        "transferencia_de_derechos",
        "transferencia de derechos de construcción y desarrollo",
    )
    OTRO = "otro"


class FormaDeRecuperar(Opcion):
    """Con qué se recupera el costo de una carga general."""

    TARIFAS = "tarifas"
    VALORIZACION = "valorizacion", "contribución de valorización"
    PLUSVALIA = "plusvalia", "participación en plusvalía"
    PREDIAL = "predial", "impuesto predial"
    OTRA = "otra"


class Actuacion(Opcion):
    """Actuación urbanística."""

    PARCELACION = "parcelacion", "parcelación"
    URBANIZACION = "urbanizacion", "urbanización"
    CONSTRUCCION = "construccion", "construcción"


class NormaDeDesarrollo(Opcion):
    """Norma que se le pide al suelo por desarrollar."""

    AREAS_MINIMAS = "areas_minimas", "áreas mínimas de lote"
    INDICES = "indices", "índices básicos y máximos de ocupación y construcción"
    AISLAMIENTOS = "aislamientos"
    ANTEJARDINES = "antejardines"
    RETROCESOS = "retrocesos"
    SOTANOS = "sotanos", "sótanos"
    RAMPAS = "rampas"
    ESCALERAS = "escaleras"
    ESTACIONAMIENTOS = "estacionamientos"
    CESIONES = "cesiones"


class DestinoDeCesion(Opcion):
    """Para qué se cede suelo."""

    VIAS_LOCALES = "vias_locales", "vías locales"
    EQUIPAMIENTOS = "equipamientos", "equipamientos colectivos"
    ESPACIO_PUBLICO = "espacio_publico", "espacio público"


class ClaseDeConservacion(Opcion):
    """Qué se conserva."""

    HISTORICA = "historica", "histórica"
    ARQUITECTONICA = "arquitectonica", "arquitectónica"
    AMBIENTAL = "ambiental"


class FormaDeCompensar(Opcion):
    """Con qué se compensa la carga de conservar."""

    DINERO = "dinero", "compensación económica"
    TRANSFERENCIA_DE_DERECHOS = (
        "transferencia_de_derechos",
        "transferencia de derechos de construcción y desarrollo",
    )
    BENEFICIOS_TRIBUTARIOS = "beneficios_tributarios", "beneficios y estímulos tributarios"
    OTRA = "otra"


class TipoDePrioritario(Opcion):
    """Clase de inmueble cuyo desarrollo o uso se puede declarar prioritario."""

    TERRENO_DE_EXPANSION = "terreno_de_expansion", "terreno en suelo de expansión"
    URBANIZABLE_NO_URBANIZADO = "urbanizable_no_urbanizado", "terreno urbano urbanizable no urbanizado"
    URBANIZADO_SIN_CONSTRUIR = "urbanizado_sin_construir", "inmueble urbano urbanizado sin construir"
    EDIFICACION_ABANDONADA = "edificacion_abandonada", "edificación abandonada o subutilizada"


class LugarDeDeclaratoria(Opcion):
    """Dónde se declara la prioridad de un inmueble."""

    PLAN = "plan", "el plan de ordenamiento"
    PROGRAMA_DE_EJECUCION = "programa_de_ejecucion", "el programa de ejecución"
    OTRO_ACTO = "otro_acto"


class MotivoDeProrroga(Opcion):
    """Por qué se prorroga el plazo de un inmueble prioritario."""

    AVANCE_DE_OBRA = "avance_de_obra", "avance de la obra"
    DIFICULTADES_GENERALES = (
        "dificultades_generales",
        "dificultades generales de financiación o de mercado",
    )


class MotivoDeUtilidadPublica(Opcion):
    """Motivo de utilidad pública para comprar o expropiar."""

    INFRAESTRUCTURA_SOCIAL = "infraestructura_social"
    VIVIENDA_DE_INTERES_SOCIAL = "vivienda_de_interes_social", "vivienda de interés social y reubicación"
    LEGALIZACION_DE_ASENTAMIENTOS = (
        "legalizacion_de_asentamientos",
        "legalización de asentamientos informales",
    )
    ESPACIO_PUBLICO_EN_PREDIOS_DESTINADOS = (
        "espacio_publico_en_predios_destinados",
        "declaratoria de espacio público sobre predios ya destinados a él",
    )
    RENOVACION_Y_ESPACIO_PUBLICO = (
        "renovacion_y_espacio_publico",
        "renovación urbana y provisión de espacio público",
    )
    SERVICIOS_PUBLICOS = "servicios_publicos", "servicios públicos"
    VIAS_Y_TRANSPORTE = "vias_y_transporte", "vías y transporte masivo"
    ORNATO_TURISMO_Y_DEPORTES = "ornato_turismo_y_deportes", "ornato, turismo y deportes"
    SEDES_ADMINISTRATIVAS = "sedes_administrativas"
    PATRIMONIO = "patrimonio", "patrimonio cultural y natural"
    RESERVA_PARA_EXPANSION = "reserva_para_expansion", "reserva para la expansión futura"
    RESERVA_AMBIENTAL = "reserva_ambiental", "reserva para el ambiente y el agua"
    URBANIZACION_PRIORITARIA = "urbanizacion_prioritaria", "urbanización o construcción prioritaria"
    UNIDAD_DE_ACTUACION = "unidad_de_actuacion", "proyecto por unidad de actuación"
    TRASLADO_POR_RIESGO = "traslado_por_riesgo", "traslado de población por riesgo inminente"
    OTRO = "otro", "otro, de otra ley"

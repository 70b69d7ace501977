"""Las enumeraciones de las determinantes y de lo que ellas fijan."""

from plomada.modelo.opciones import Opcion


class ClaseDeDeterminante(Opcion):
    """Clase de determinante, en el orden de los niveles de la ley."""

    NORMA_AMBIENTAL = "norma_ambiental", "directriz o norma del Sistema Nacional Ambiental"
    PARQUE_NACIONAL = "parque_nacional", "parque nacional natural"
    RESERVA_DE_LEY_SEGUNDA = "reserva_de_ley_segunda", "reserva forestal de la Ley 2 de 1959"
    RESERVA_PROTECTORA_NACIONAL = "reserva_protectora_nacional", "reserva forestal protectora nacional"
    AREA_PROTEGIDA_REGIONAL = "area_protegida_regional", "área protegida regional"
    PLAN_DE_CUENCA = "plan_de_cuenca", "plan de ordenación y manejo de cuenca"
    RONDA_HIDRICA = "ronda_hidrica", "ronda hídrica acotada"
    PARAMO = "paramo", "páramo delimitado"
    ECOSISTEMA_ESTRATEGICO = "ecosistema_estrategico", "ecosistema estratégico (humedal, manglar y otros)"
    ZONA_COSTERA = "zona_costera", "zona marina o costera"
    GESTION_DEL_RIESGO = "gestion_del_riesgo", "regulación de amenazas y riesgos"
    CAMBIO_CLIMATICO = "cambio_climatico", "regulación del cambio climático"
    AREA_DE_PRODUCCION_DE_ALIMENTOS = (
        "area_de_produccion_de_alimentos",
        "área de protección para la producción de alimentos ya declarada",
    )
    ZONA_DE_RESERVA_CAMPESINA = "zona_de_reserva_campesina"
    PATRIMONIO_CULTURAL = "patrimonio_cultural"
    AREA_ARQUEOLOGICA = "area_arqueologica", "área arqueológica protegida"
    RED_VIAL = "red_vial", "red vial nacional o regional"
    PUERTO_O_AEROPUERTO = "puerto_o_aeropuerto"
    AGUA_Y_SANEAMIENTO = "agua_y_saneamiento", "sistema de abastecimiento de agua o de saneamiento"
    ENERGIA = "energia", "sistema de suministro de energía"
    RED_FLUVIAL = "red_fluvial"
    RED_FERREA = "red_ferrea", "red férrea"
    LOGISTICA_ESPECIALIZADA = "logistica_especializada", "infraestructura logística especializada"
    GAS = "gas"
    INTERNET = "internet"
    PLAN_METROPOLITANO = "plan_metropolitano", "plan integral o norma general del área metropolitana"
    PROYECTO_TURISTICO_ESPECIAL = "proyecto_turistico_especial", "proyecto turístico especial"


class ParteDelPlanDeCuenca(Opcion):
    """Parte del plan de cuenca que el plan tiene en cuenta."""

    ZONIFICACION = "zonificacion", "zonificación ambiental"
    COMPONENTE_PROGRAMATICO = "componente_programatico", "componente programático"
    GESTION_DEL_RIESGO = "gestion_del_riesgo", "componente de gestión del riesgo"

"""Bloque `suelo`: clases de suelo, perímetros, corredores y áreas de actividad rural."""

from plomada.modelo.bloques.rural import (
    AreaCampestre,
    AreaComercial,
    AreaIndustrial,
    CategoriaRural,
    CentroPoblado,
    Corredor,
    OrdenSuburbano,
    ServiciosEnLoRural,
    SubdivisionRural,
    UnidadDePlanificacionRural,
    UsoSuburbano,
)
from plomada.modelo.bloques.vias import FajaDeRetiro, ReservaParaTransporte
from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones import Servicio
from plomada.modelo.opciones_rurales import ContenidoDeUnidadRural, EquipamientoRural
from plomada.modelo.opciones_territoriales import (
    AlcanceDeCertificacion,
    Ambito,
    CausaDeProteccion,
    Dotacion,
    Uso,
)
from plomada.modelo.tipos import (
    Dato,
    DensidadDeViviendas,
    Fecha,
    Lista,
    Porcentaje,
    RefDocumento,
    SiNo,
    Superficie,
    Texto,
    campo,
)


class ClaseDeSuelo(Objeto):
    """Una clase o categoría de suelo del municipio."""

    area: Dato[Superficie] = campo("Superficie.")
    area_en_paramo: Dato[Superficie] = campo("Parte que cae en páramo delimitado.")
    area_en_reserva_forestal: Dato[Superficie] = campo(
        "Parte que cae en reserva forestal nacional y no se ha sustraído de ella."
    )
    area_en_clases_agrologicas: Dato[Superficie] = campo(
        "Parte que cae en las clases agrológicas de mayor protección."
    )
    area_agregada_en_clases_agrologicas: Dato[Superficie] = campo(
        "Parte de lo que este trámite agrega que cae en esas clases agrológicas."
    )
    justificacion_agrologica: Dato[Texto] = campo(
        "Por qué no hay suelo de otra calidad donde crecer, si crece sobre esas clases."
    )
    articulo: Dato[Texto] = campo("Artículo que la delimita.")
    plano: Dato[Texto] = campo("Plano que la delimita.")


class SueloDeExpansion(ClaseDeSuelo):
    """Suelo de expansión urbana."""

    porcentaje_vis: Dato[Porcentaje] = campo("Parte destinada a vivienda de interés social.")
    justificacion: Dato[Texto] = campo("Por qué hace falta, frente a la población proyectada.")
    factibilidad_de_servicios: Dato[SiNo] = campo("Si hay certificación de que se puede dotar de servicios.")
    en_programa_ejecucion: Dato[SiNo] = campo("Si el programa de ejecución lo incorpora.")
    dotacion_posible: Lista[Dotacion] = campo("Con qué se lo puede dotar, según el soporte técnico.")
    usos_transitorios: Lista[Uso] = campo("Usos que se permiten mientras no haya plan parcial.")
    solo_por_unidades: Dato[SiNo] = campo("Si todo él se urbaniza por unidades de actuación.")
    adecuacion: Dato[Texto] = campo("Artículo que dice quién adecua lo que no va por unidades.")
    cargas_locales_a_sus_duenos: Dato[SiNo] = campo(
        "Si las cesiones y las obras locales quedan a cargo de sus dueños."
    )


class SueloSuburbano(ClaseDeSuelo):
    """Suelo rural suburbano."""

    umbral: Dato[Porcentaje] = campo("Umbral máximo de suburbanización.")
    densidad_maxima: Dato[DensidadDeViviendas] = campo("Densidad máxima que el plan permite.")
    densidad_de_la_autoridad: Dato[DensidadDeViviendas] = campo(
        "Densidad máxima que fijó la autoridad ambiental."
    )
    unidad_minima_de_actuacion: Dato[Superficie] = campo("Superficie de la unidad mínima de actuación.")
    autoabastecimiento: Dato[SiNo] = campo("Si se garantiza el autoabastecimiento de agua y saneamiento.")
    usos: Lista[Uso] = campo("Usos que se permiten.")
    norma_contra_usos_urbanos: Dato[Texto] = campo("Artículo que impide usos urbanos sin incorporarlo antes.")
    vegetacion_nativa: Dato[Porcentaje] = campo(
        "Parte de lo que se desarrolle que se deja a la vegetación nativa."
    )
    orden: Dato[OrdenSuburbano] = campo("Índices, tratamientos, jerarquía y excepciones.")
    normas_por_uso: Lista[UsoSuburbano] = campo("Norma de cada uso que se permite.")


class SueloRural(ClaseDeSuelo):
    """Suelo rural."""

    unidades_de_planificacion: Dato[SiNo] = campo("Si se delimitan unidades de planificación rural.")
    densidad_campestre: Dato[DensidadDeViviendas] = campo("Densidad de la vivienda campestre.")
    contenidos_de_unidad: Lista[ContenidoDeUnidadRural] = campo(
        "Contenidos de la unidad de planificación rural que el plan trae él mismo."
    )
    subdivision: Dato[SubdivisionRural] = campo("Cuánto se puede dividir un predio.")
    servicios: Dato[ServiciosEnLoRural] = campo("Suelo reservado a los servicios públicos.")
    equipamientos: Lista[EquipamientoRural] = campo("Clases de equipamiento que el plan localiza.")
    clasificacion_industrial: Dato[Texto] = campo(
        "Artículo que clasifica los usos industriales por su impacto."
    )
    contra_aglomeraciones: Dato[Texto] = campo(
        "Artículo que aísla la industria rural de los corredores y evita que se aglomere."
    )
    indice_sobre_area_neta: Dato[SiNo] = campo(
        "Si el índice de ocupación descuenta vías principales, redes, conservación y afectaciones."
    )


class AreaDeProteccion(Elemento):
    """Polígono del suelo de protección."""

    causa: Dato[CausaDeProteccion] = campo("Por qué se protege.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde está.")
    area: Dato[Superficie] = campo("Superficie.")
    articulo: Dato[Texto] = campo("Artículo que la reglamenta.")
    medidas: Dato[Texto] = campo("Medidas con que se conserva.")
    uso_principal: Dato[Uso] = campo("Uso principal.")
    usos_compatibles: Lista[Uso] = campo("Usos compatibles.")


class SueloDeProteccion(ClaseDeSuelo):
    """Suelo de protección."""

    areas: Lista[AreaDeProteccion] = campo("Polígonos que lo forman.")


class Poligono(Objeto):
    """Perímetro urbano o de servicios."""

    area: Dato[Superficie] = campo("Superficie encerrada.")
    plano: Dato[Texto] = campo("Plano donde está dibujado.")
    tiene_coordenadas: Dato[SiNo] = campo("Si se describe con coordenadas.")
    certifica_cobertura: Dato[SiNo] = campo("Si el prestador certifica que lo cubre por completo.")
    prestador: Dato[Texto] = campo("Quién certifica.")
    fecha_certificacion: Dato[Fecha] = campo("Fecha de la certificación.")


class CertificacionDePrestador(Elemento):
    """Certificación de un prestador sobre un servicio y una clase de suelo."""

    servicio: Dato[Servicio] = campo("Servicio certificado.")
    clase_suelo: Dato[Ambito] = campo("Clase de suelo a la que se refiere.")
    alcance: Dato[AlcanceDeCertificacion] = campo("Qué certifica: que presta el servicio o que puede darlo.")
    prestador: Dato[Texto] = campo("Quién certifica.")
    fecha: Dato[Fecha] = campo("Fecha.")
    documento: Dato[RefDocumento] = campo("Documento que la contiene.")


class Suelo(Modelo):
    """Clasificación del suelo."""

    urbano: Dato[ClaseDeSuelo] = campo("Suelo urbano.")
    expansion: Dato[SueloDeExpansion] = campo("Suelo de expansión urbana.")
    rural: Dato[SueloRural] = campo("Suelo rural.")
    suburbano: Dato[SueloSuburbano] = campo("Suelo rural suburbano.")
    proteccion: Dato[SueloDeProteccion] = campo("Suelo de protección.")
    perimetro_urbano: Dato[Poligono] = campo("Perímetro urbano.")
    perimetro_servicios: Dato[Poligono] = campo("Perímetro de servicios.")
    corredores: Lista[Corredor] = campo("Corredores viales suburbanos.")
    centros_poblados: Lista[CentroPoblado] = campo("Centros poblados rurales.")
    parques_industriales: Lista[AreaIndustrial] = campo("Parques industriales en suelo rural.")
    areas_industriales: Lista[AreaIndustrial] = campo("Áreas industriales en suelo rural.")
    areas_comerciales: Lista[AreaComercial] = campo("Áreas de comercio y servicios en suelo rural.")
    areas_campestres: Lista[AreaCampestre] = campo("Áreas de vivienda campestre.")
    unidades_rurales: Lista[UnidadDePlanificacionRural] = campo("Unidades de planificación rural.")
    fajas: Lista[FajaDeRetiro] = campo("Fajas de retiro de las carreteras.")
    reserva_para_transporte: Dato[ReservaParaTransporte] = campo(
        "Proyectos de transporte aprobados y suelo que se les reserva."
    )
    categorias_rurales: Lista[CategoriaRural] = campo("Categorías del suelo rural.")
    certificaciones_prestadores: Lista[CertificacionDePrestador] = campo("Certificaciones de prestadores.")

"""Bloque `suelo`: clases de suelo, perímetros, corredores y áreas de actividad rural."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones import Servicio
from plomada.modelo.opciones_territoriales import Ambito, CausaDeProteccion, Uso
from plomada.modelo.tipos import (
    Dato,
    DensidadDeViviendas,
    Entero,
    Fecha,
    Lista,
    Longitud,
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
    area_en_clases_agrologicas: Dato[Superficie] = campo(
        "Parte que cae en las clases agrológicas de mayor protección."
    )
    articulo: Dato[Texto] = campo("Artículo que la delimita.")
    plano: Dato[Texto] = campo("Plano que la delimita.")


class SueloDeExpansion(ClaseDeSuelo):
    """Suelo de expansión urbana."""

    porcentaje_vis: Dato[Porcentaje] = campo("Parte destinada a vivienda de interés social.")
    justificacion: Dato[Texto] = campo("Por qué hace falta, frente a la población proyectada.")
    factibilidad_de_servicios: Dato[SiNo] = campo("Si hay certificación de que se puede dotar de servicios.")
    en_programa_ejecucion: Dato[SiNo] = campo("Si el programa de ejecución lo incorpora.")


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


class SueloRural(ClaseDeSuelo):
    """Suelo rural."""

    unidades_de_planificacion: Dato[SiNo] = campo("Si se delimitan unidades de planificación rural.")
    densidad_campestre: Dato[DensidadDeViviendas] = campo("Densidad de la vivienda campestre.")


class AreaDeProteccion(Elemento):
    """Polígono del suelo de protección."""

    causa: Dato[CausaDeProteccion] = campo("Por qué se protege.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde está.")
    area: Dato[Superficie] = campo("Superficie.")
    articulo: Dato[Texto] = campo("Artículo que la reglamenta.")


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


class Corredor(Elemento):
    """Corredor vial suburbano."""

    orden_via: Dato[Entero] = campo("Orden de la vía: 1, 2 o 3.")
    ancho: Dato[Longitud] = campo("Ancho medido desde el borde exterior de la faja de retiro.")
    longitud: Dato[Longitud] = campo("Largo del corredor.")
    aislamiento: Dato[Longitud] = campo("Franja de aislamiento.")
    desaceleracion: Dato[Longitud] = campo("Calzada de desaceleración.")


class CentroPoblado(Elemento):
    """Centro poblado rural."""

    area: Dato[Superficie] = campo("Superficie.")
    delimitado: Dato[SiNo] = campo("Si el plan traza su perímetro.")
    tiene_norma: Dato[SiNo] = campo("Si el plan fija sus normas.")
    expuesto: Dato[SiNo] = campo("Si está expuesto a amenaza.")


class AreaIndustrial(Elemento):
    """Parque o área industrial en suelo rural."""

    area: Dato[Superficie] = campo("Superficie.")
    indice_ocupacion: Dato[Porcentaje] = campo("Índice de ocupación máximo.")
    cesion_adicional: Dato[Superficie] = campo("Cesión que exige el mayor índice.")
    delimitada_desde: Dato[Fecha] = campo("Fecha en que se delimitó por primera vez.")


class CertificacionDePrestador(Elemento):
    """Certificación de un prestador sobre un servicio y una clase de suelo."""

    servicio: Dato[Servicio] = campo("Servicio certificado.")
    clase_suelo: Dato[Ambito] = campo("Clase de suelo a la que se refiere.")
    prestador: Dato[Texto] = campo("Quién certifica.")
    fecha: Dato[Fecha] = campo("Fecha.")
    documento: Dato[RefDocumento] = campo("Documento que la contiene.")


class CategoriaRural(Elemento):
    """Categoría del suelo rural con su régimen de usos."""

    categoria: Dato[Texto] = campo("Categoría o subcategoría.")
    area: Dato[Superficie] = campo("Superficie.")
    uso_principal: Dato[Uso] = campo("Uso principal.")
    usos_compatibles: Lista[Uso] = campo("Usos compatibles.")
    usos_condicionados: Lista[Uso] = campo("Usos condicionados.")
    usos_prohibidos: Lista[Uso] = campo("Usos prohibidos.")


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
    categorias_rurales: Lista[CategoriaRural] = campo("Categorías del suelo rural.")
    certificaciones_prestadores: Lista[CertificacionDePrestador] = campo("Certificaciones de prestadores.")

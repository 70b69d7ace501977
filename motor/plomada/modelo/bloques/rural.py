"""Lo que hay en el suelo rural: categorías, corredores, centros poblados, industria, comercio y vivienda."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_rurales import (
    AspectoDeUnidadRural,
    ClaseDeCategoriaRural,
    ContenidoDeCentroPoblado,
    ContenidoDeUnidadRural,
    ExcepcionDeUnidadMinima,
)
from plomada.modelo.opciones_territoriales import Jerarquia, TipoDeActo, Uso
from plomada.modelo.tipos import (
    Dato,
    DensidadDeViviendas,
    Entero,
    Fecha,
    Lista,
    Longitud,
    Numero,
    Porcentaje,
    SiNo,
    Superficie,
    Texto,
    Viviendas,
    campo,
)


class CategoriaRural(Elemento):
    """Categoría del suelo rural con su régimen de usos."""

    categoria: Dato[Texto] = campo("Categoría o subcategoría, como el plan la llama.")
    clase: Dato[ClaseDeCategoriaRural] = campo("A cuál de las categorías del decreto corresponde.")
    jerarquia: Dato[Jerarquia] = campo("Jerarquía que el plan le da a su delimitación.")
    es_de_desarrollo_restringido: Dato[SiNo] = campo(
        "Si es suburbano, centro poblado, vivienda campestre o equipamiento."
    )
    area: Dato[Superficie] = campo("Superficie.")
    uso_principal: Dato[Uso] = campo("Uso principal.")
    usos_compatibles: Lista[Uso] = campo("Usos compatibles.")
    usos_condicionados: Lista[Uso] = campo("Usos condicionados.")
    usos_prohibidos: Lista[Uso] = campo("Usos prohibidos.")
    area_en_proteccion: Dato[Superficie] = campo(
        "Si es de desarrollo restringido, parte que cae en una categoría de protección."
    )
    plano: Dato[Texto] = campo("Plano que la delimita.")
    lineamientos: Dato[Texto] = campo("Artículo que trae sus lineamientos de ordenamiento.")


class UnidadDePlanificacionRural(Elemento):
    """Unidad de planificación rural que el plan delimita."""

    area: Dato[Superficie] = campo("Superficie.")
    aspectos: Lista[AspectoDeUnidadRural] = campo("Qué se tuvo en cuenta al delimitarla.")
    adoptada_por: Dato[TipoDeActo] = campo("Acto que la adoptó, si ya está adoptada.")
    concertada: Dato[Fecha] = campo("Fecha en que se concertó lo ambiental con la autoridad.")
    contenidos: Lista[ContenidoDeUnidadRural] = campo("Qué trae.")


class UsoSuburbano(Elemento):
    """Norma de un uso que se permite en suelo suburbano."""

    uso: Dato[Uso] = campo("Uso.")
    escala: Dato[Texto] = campo("Escala o intensidad.")
    localizacion: Dato[Texto] = campo("Dónde cabe.")
    unidad_minima: Dato[Superficie] = campo("Unidad mínima de actuación.")
    densidad: Dato[DensidadDeViviendas] = campo("Densidad máxima; en un uso sin viviendas, `no_hay`.")
    indice_ocupacion: Dato[Porcentaje] = campo("Índice de ocupación máximo.")
    indice_construccion: Dato[Numero] = campo("Índice de construcción máximo.")


class OrdenSuburbano(Objeto):
    """Lo que ordena el suelo suburbano, además de su umbral y su densidad."""

    indice_ocupacion: Dato[Porcentaje] = campo("Índice de ocupación máximo.")
    indice_construccion: Dato[Numero] = campo("Índice de construcción máximo.")
    tratamientos: Dato[Texto] = campo("Artículo que fija los tratamientos.")
    jerarquia: Dato[Jerarquia] = campo("Jerarquía que el plan le da a su delimitación.")
    umbral_vigente: Dato[Porcentaje] = campo("Umbral de suburbanización del plan que este trámite cambia.")
    predios_rodeados: Dato[Texto] = campo(
        "Artículo sobre los predios rodeados que no alcanzan la unidad mínima de actuación."
    )
    excepcion_a_la_unidad_minima: Dato[ExcepcionDeUnidadMinima] = campo(
        "Qué exceptúa el plan de la unidad mínima de actuación."
    )
    contra_agrupaciones: Dato[Texto] = campo(
        "Artículo que impide agrupar comercio pequeño para escapar de la norma del grande."
    )


class Corredor(Elemento):
    """Corredor vial suburbano."""

    orden_via: Dato[Entero] = campo("Orden de la vía: 1, 2 o 3.")
    ancho: Dato[Longitud] = campo("Ancho medido desde el borde exterior de la faja de retiro.")
    longitud: Dato[Longitud] = campo("Largo del corredor.")
    aislamiento: Dato[Longitud] = campo("Franja de aislamiento.")
    desaceleracion: Dato[Longitud] = campo("Calzada de desaceleración.")
    longitud_de_la_autoridad: Dato[Longitud] = campo(
        "Hasta dónde deja la autoridad ambiental que llegue desde el perímetro urbano."
    )
    separacion_de_accesos: Dato[Longitud] = campo(
        "Distancia mínima entre accesos y salidas de la calzada de desaceleración."
    )


class CentroPoblado(Elemento):
    """Centro poblado rural."""

    area: Dato[Superficie] = campo("Superficie.")
    delimitado: Dato[SiNo] = campo("Si el plan traza su perímetro.")
    tiene_norma: Dato[SiNo] = campo("Si el plan fija sus normas.")
    expuesto: Dato[SiNo] = campo("Si está expuesto a amenaza.")
    viviendas: Dato[Viviendas] = campo("Viviendas contiguas que lo forman.")
    contenidos: Lista[ContenidoDeCentroPoblado] = campo("Qué trae su norma.")
    contenidos_no_pertinentes: Lista[ContenidoDeCentroPoblado] = campo(
        "Qué dice el plan que no hace falta en él, con su razón en el documento técnico."
    )
    densidad_maxima: Dato[DensidadDeViviendas] = campo("Densidad máxima que el plan permite.")
    densidad_de_la_autoridad: Dato[DensidadDeViviendas] = campo(
        "Densidad máxima que fijó la autoridad ambiental."
    )


class AreaIndustrial(Elemento):
    """Parque o área industrial en suelo rural."""

    area: Dato[Superficie] = campo("Superficie.")
    indice_ocupacion: Dato[Porcentaje] = campo("Índice de ocupación máximo.")
    cesion_adicional: Dato[Superficie] = campo("Cesión que exige el mayor índice.")
    delimitada_desde: Dato[Fecha] = campo("Fecha en que se delimitó por primera vez.")
    es_suburbana: Dato[SiNo] = campo("Si está en suelo suburbano.")
    desarrollado: Dato[Porcentaje] = campo("Parte del área que ya tiene uso industrial.")
    ampliada: Dato[SiNo] = campo("Si este trámite la amplía.")
    es_compatible_con_lo_rural: Dato[SiNo] = campo(
        "Si solo admite recursos naturales, agroindustria aislada o turismo rural."
    )
    plano: Dato[Texto] = campo("Plano que la delimita.")
    altura_maxima: Dato[Texto] = campo("Artículo que fija la altura máxima.")
    volumetria: Dato[Texto] = campo("Artículo que fija la volumetría.")
    aislamientos: Dato[Texto] = campo("Artículo que fija los aislamientos laterales y posteriores.")
    area_en_clases_agrologicas: Dato[Superficie] = campo(
        "Parte que cae en las clases agrológicas de mayor protección."
    )
    area_en_proteccion: Dato[Superficie] = campo("Parte que cae en suelo de protección.")


class AreaComercial(Elemento):
    """Área rural donde se permiten comercio o servicios."""

    es_suburbana: Dato[SiNo] = campo("Si está en suelo suburbano.")
    es_de_turismo_rural: Dato[SiNo] = campo(
        "Si solo admite turismo ecológico, étnico, agropecuario o acuático."
    )
    construccion_maxima: Dato[Superficie] = campo("Área construida máxima de un proyecto.")
    indice_ocupacion: Dato[Porcentaje] = campo("Índice de ocupación máximo.")
    altura_maxima: Dato[Texto] = campo("Artículo que fija la altura máxima.")
    volumetria: Dato[Texto] = campo("Artículo que fija la volumetría.")
    aislamientos: Dato[Texto] = campo("Artículo que fija los aislamientos laterales y posteriores.")
    plano: Dato[Texto] = campo("Plano que la delimita.")
    junto_a_interseccion: Dato[SiNo] = campo("Si admite predios contiguos a una intersección vial.")


class AreaCampestre(Elemento):
    """Área rural donde se permite la vivienda campestre."""

    area: Dato[Superficie] = campo("Superficie.")
    plano: Dato[Texto] = campo("Plano que la delimita.")
    articulo: Dato[Texto] = campo("Artículo con sus normas de parcelación.")
    densidad_maxima: Dato[DensidadDeViviendas] = campo("Densidad máxima que el plan permite.")
    densidad_de_la_autoridad: Dato[DensidadDeViviendas] = campo(
        "Densidad máxima que fijó la autoridad ambiental."
    )


class SubdivisionRural(Objeto):
    """Cuánto deja el plan dividir un predio rural."""

    lote_minimo: Dato[Superficie] = campo("Lote mínimo que resulta de dividir.")
    unidad_agricola_familiar: Dato[Superficie] = campo("Menor unidad agrícola familiar de la zona.")
    solo_en_las_excepciones: Dato[SiNo] = campo(
        "Si un lote menor que la unidad agrícola familiar se admite solo en los casos que la ley exceptúa."
    )


class ServiciosEnLoRural(Objeto):
    """Suelo rural reservado a los servicios públicos."""

    infraestructura: Dato[Texto] = campo("Plano donde están las infraestructuras primarias.")
    directrices: Dato[Texto] = campo("Artículo con las directrices de su área de influencia.")
    residuos: Dato[Texto] = campo(
        "Dónde se tratan y disponen los residuos sólidos y líquidos, aunque sea en otro municipio."
    )

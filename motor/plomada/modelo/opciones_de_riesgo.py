"""Las enumeraciones de los estudios, las zonas y las medidas de la gestión del riesgo."""

from plomada.modelo.opciones import Opcion


class NivelDeAmenaza(Opcion):
    """Categoría de una zona de amenaza."""

    ALTA = "alta", "amenaza alta"
    MEDIA = "media", "amenaza media"
    BAJA = "baja", "amenaza baja"


class NivelDeRiesgo(Opcion):
    """Categoría de riesgo que da un estudio detallado."""

    ALTO = "alto", "riesgo alto"
    MEDIO = "medio", "riesgo medio"
    BAJO = "bajo", "riesgo bajo"


class OtroFenomeno(Opcion):
    """Amenaza que no pide estudio básico, pero se evalúa con la información que haya."""

    SISMO = "sismo"
    VOLCAN = "volcan", "volcán"
    TSUNAMI = "tsunami"
    TECNOLOGICO = "tecnologico", "tecnológico"
    OTRO = "otro"


class ZonaDeEstudio(Opcion):
    """Terreno que un estudio de movimientos en masa debe cubrir."""

    RELIEVE_CON_PENDIENTE = "relieve_con_pendiente", "relieve con pendiente"
    TALUDES_DE_CAUCES = "taludes_de_cauces", "taludes de los cauces"
    ZONAS_RECEPTORAS = "zonas_receptoras", "zonas planas que pueden recibirlos"
    PLANAS_INESTABLES = "planas_inestables", "zonas urbanas casi planas que han sido inestables"


class InsumoDeEstudio(Opcion):
    """Insumo de un estudio de riesgo."""

    CARTOGRAFIA_BASE = "cartografia_base", "cartografía base"
    INVENTARIO_DE_PROCESOS = "inventario_de_procesos", "inventario de procesos morfodinámicos"
    GEOLOGIA = "geologia", "geología"
    GEOLOGIA_PARA_INGENIERIA = "geologia_para_ingenieria", "geología para ingeniería"
    UNIDADES_GEOLOGICAS = "unidades_geologicas", "unidades geológicas superficiales"
    GEOMORFOLOGIA = "geomorfologia", "geomorfología"
    ELEMENTOS_GEOMORFOLOGICOS = "elementos_geomorfologicos", "elementos geomorfológicos"
    SUBUNIDADES_GEOMORFOLOGICAS = "subunidades_geomorfologicas", "subunidades geomorfológicas"
    COBERTURA_Y_USO = "cobertura_y_uso", "cobertura y uso del suelo"
    MODELO_DE_ELEVACION = "modelo_de_elevacion", "modelo digital de elevación"
    REGISTRO_DE_EVENTOS = "registro_de_eventos", "registro de eventos"
    HIDROLOGIA = "hidrologia", "hidrología"
    HIDROLOGIA_CON_SEDIMENTOS = "hidrologia_con_sedimentos", "hidrología que cuenta los sedimentos"
    HIDRAULICA = "hidraulica", "análisis hidráulico"
    HIDROGEOLOGIA = "hidrogeologia", "hidrogeología"
    DRENAJE_SUPERFICIAL = "drenaje_superficial"
    SISMOLOGIA = "sismologia", "sismología"
    EXPLORACION_DEL_SUBSUELO = "exploracion_del_subsuelo", "exploración del subsuelo"
    LEVANTAMIENTO_TOPOGRAFICO = "levantamiento_topografico", "levantamiento topográfico y predial"
    BATIMETRIA = "batimetria", "topografía y batimetría de los cauces"


class MetodoDeEstudio(Opcion):
    """Método con que se analiza la amenaza."""

    ESTADISTICO = "estadistico", "estadístico"
    DETERMINISTICO = "deterministico", "determinístico"
    PROBABILISTICO = "probabilistico", "probabilístico"
    DE_INVENTARIO = "de_inventario"
    HEURISTICO = "heuristico", "heurístico"
    HISTORICO = "historico", "histórico"
    GEOMORFOLOGICO = "geomorfologico", "geomorfológico"
    HIDROLOGICO_HIDRAULICO = "hidrologico_hidraulico", "hidrológico e hidráulico"


class ProductoDeEstudio(Opcion):
    """Producto de un estudio detallado de riesgo."""

    FICHAS_DE_VULNERABILIDAD = "fichas_de_vulnerabilidad"
    MAPA_DE_VULNERABILIDAD = "mapa_de_vulnerabilidad"
    MAPA_DE_RIESGO = "mapa_de_riesgo"
    MAPAS_DE_MEDIDAS = "mapas_de_medidas", "mapas con la ubicación y el tamaño de las medidas"
    PRESUPUESTO = "presupuesto", "presupuesto de las alternativas"
    INVENTARIO_DE_VIVIENDAS = "inventario_de_viviendas", "inventario de viviendas en riesgo no mitigable"


class AspectoCondicionado(Opcion):
    """Lo que el articulado condiciona en un área con condición de amenaza o de riesgo."""

    USOS = "usos"
    TRATAMIENTOS = "tratamientos"
    DENSIDADES = "densidades"
    OCUPACION = "ocupacion", "ocupación"
    EDIFICABILIDAD = "edificabilidad"


class TipoDeMedida(Opcion):
    """Clase de medida de intervención."""

    ESTRUCTURAL = "estructural", "obra o medida física"
    NO_ESTRUCTURAL = "no_estructural", "norma, alerta o educación"

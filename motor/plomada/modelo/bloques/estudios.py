"""Los estudios de riesgo, lo que se declara sin estudiar y lo que los estudios usan."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_de_riesgo import (
    InsumoDeEstudio,
    MetodoDeEstudio,
    NivelDeAmenaza,
    OtroFenomeno,
    ProductoDeEstudio,
    ZonaDeEstudio,
)
from plomada.modelo.opciones_territoriales import Ambito, Fenomeno, TipoDeEstudio
from plomada.modelo.tipos import (
    Dato,
    Entero,
    Escala,
    Fecha,
    Lista,
    Numero,
    RefDocumento,
    SiNo,
    Texto,
    campo,
)


class EstudioDeRiesgo(Elemento):
    """Estudio básico o detallado de un fenómeno en un ámbito."""

    tipo: Dato[TipoDeEstudio] = campo("Básico o detallado.")
    fenomeno: Dato[Fenomeno] = campo("Fenómeno estudiado.")
    ambito: Dato[Ambito] = campo("Clase de suelo estudiada.")
    escala: Dato[Escala] = campo("Escala de la zonificación.")
    escala_de_la_base: Dato[Escala] = campo("Escala de la base cartográfica con que se zonificó.")
    escala_disponible: Dato[Escala] = campo(
        "Escala de la información más detallada que el municipio tiene de ese ámbito."
    )
    fecha: Dato[Fecha] = campo("Fecha del estudio.")
    recurrente_con_expuestos: Dato[SiNo] = campo(
        "Si es de inundación: si se repite donde hay gente o bienes expuestos."
    )
    zonas_estudiadas: Lista[ZonaDeEstudio] = campo("Si es de movimientos en masa, qué terrenos cubre.")
    zonas_ausentes: Lista[ZonaDeEstudio] = campo("Terrenos que, según el estudio, el ámbito no tiene.")
    cauces_torrenciales: Dato[Entero] = campo("Cauces del ámbito que pueden ser torrenciales.")
    cauces_estudiados: Dato[Entero] = campo("Cuántos de esos cauces estudia.")
    insumos: Lista[InsumoDeEstudio] = campo("Insumos que usó.")
    metodos: Lista[MetodoDeEstudio] = campo("Métodos con que analizó la amenaza.")
    escenarios: Dato[Entero] = campo("Cuántos escenarios analiza.")
    categorias: Lista[NivelDeAmenaza] = campo("Categorías en que clasifica la amenaza.")
    procesos_activos_en_alta: Dato[SiNo] = campo(
        "Si todo proceso activo de movimiento en masa quedó en amenaza alta."
    )
    zonificacion: Dato[SiNo] = campo("Si zonifica la amenaza.")
    condicion_de_amenaza: Dato[SiNo] = campo("Si delimita las áreas con condición de amenaza.")
    condicion_de_riesgo: Dato[SiNo] = campo("Si delimita las áreas con condición de riesgo.")
    medidas: Dato[SiNo] = campo("Si fija medidas de intervención.")
    area_ocupada: Dato[SiNo] = campo("Si es detallado, si el área estudiada tiene elementos expuestos.")
    vulnerabilidad: Dato[SiNo] = campo("Si evalúa la vulnerabilidad.")
    riesgo_categorizado: Dato[SiNo] = campo("Si clasifica el riesgo en alto, medio y bajo.")
    productos: Lista[ProductoDeEstudio] = campo("Si es detallado, qué entrega además del documento.")
    prioridad: Dato[Texto] = campo("Prioridad, si es un estudio detallado por hacer.")
    firmado: Dato[SiNo] = campo("Si lo firman profesionales responsables.")
    plano: Dato[Texto] = campo("Plano de la zonificación.")
    documento: Dato[RefDocumento] = campo("Documento que lo contiene.")
    integrado_al_dts: Dato[SiNo] = campo("Si el documento técnico de soporte lo integra.")


class SinAreaDeEstudio(Elemento):
    """Declaración de que un fenómeno no tiene área de estudio en un ámbito."""

    fenomeno: Dato[Fenomeno] = campo("Fenómeno.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    soporte: Dato[RefDocumento] = campo("Soporte técnico firmado.")
    pendiente_maxima: Dato[Numero] = campo("Pendiente máxima del ámbito, en grados.")
    zonas_por_estudiar: Lista[ZonaDeEstudio] = campo(
        "Terrenos que piden estudio de movimientos en masa aunque la pendiente sea poca."
    )
    cauces_torrenciales: Dato[Entero] = campo("Cauces del ámbito que pueden ser torrenciales.")
    zonas_inundables: Dato[SiNo] = campo("Si alguna zona del ámbito puede inundarse.")


class OtraAmenaza(Elemento):
    """Amenaza distinta de la inundación, la avenida torrencial y el movimiento en masa."""

    fenomeno: Dato[OtroFenomeno] = campo("Cuál es.")
    expuesto: Dato[SiNo] = campo("Si el municipio está expuesto a ella.")
    evaluacion: Dato[Texto] = campo("Con qué información disponible se evaluó.")


class SuperposicionDeFenomenos(Elemento):
    """Lugar donde dos fenómenos se juntan, o donde uno influye en otro."""

    uno: Dato[Fenomeno] = campo("Uno de los dos fenómenos.")
    otro: Dato[Fenomeno] = campo("El otro.")
    efecto: Dato[Texto] = campo("Cómo tratan los estudios el efecto conjunto.")


class VacioDeInformacion(Elemento):
    """Información de amenaza o riesgo que falta."""

    accion: Dato[Texto] = campo("Qué se hará, técnica, institucional y financieramente, para tenerla.")


class InformacionDisponible(Objeto):
    """Análisis de la información de riesgo que ya existía."""

    analisis: Dato[Texto] = campo("Dónde está el análisis de lo que había.")
    pertinencia_verificada: Dato[SiNo] = campo("Si se verificó que sirve y está al día.")
    vacios: Lista[VacioDeInformacion] = campo("Lo que falta.")


class MapaDeCondicion(Objeto):
    """Mapa de las áreas con condición de amenaza, o de las que la tienen de riesgo."""

    plano: Dato[Texto] = campo("Código del plano.")
    criterios: Dato[Texto] = campo("Criterios para delimitar las unidades de análisis del estudio detallado.")
    base_predial: Dato[SiNo] = campo("Si usa información predial o catastral.")

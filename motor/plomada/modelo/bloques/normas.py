"""Bloques `normas_urbanisticas`, `gestion` y `tratamientos`: cómo se usa y se financia el suelo."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_territoriales import Ambito, Jerarquia, TemaDeNorma, Tratamiento, Uso
from plomada.modelo.tipos import Dato, Lista, Periodos, Porcentaje, SiNo, Superficie, Texto, campo


class NormaUrbanistica(Elemento):
    """Norma urbanística del articulado."""

    jerarquia: Dato[Jerarquia] = campo("Jerarquía de la norma.")
    tema: Dato[TemaDeNorma] = campo("Tema.")
    modificada: Dato[SiNo] = campo("Si este trámite la cambia.")
    en_programa_ejecucion: Dato[SiNo] = campo("Si está enlazada al programa de ejecución.")
    articulo: Dato[Texto] = campo("Artículo.")
    soporte_tecnico: Dato[Texto] = campo("Estudio que sustenta el cambio.")


class AreaDeActividad(Elemento):
    """Área de actividad con su régimen de usos."""

    area: Dato[Superficie] = campo("Superficie.")
    uso_principal: Dato[Uso] = campo("Uso principal.")
    usos_compatibles: Lista[Uso] = campo("Usos compatibles.")
    usos_condicionados: Lista[Uso] = campo("Usos condicionados.")
    usos_prohibidos: Lista[Uso] = campo("Usos prohibidos.")
    articulo: Dato[Texto] = campo("Artículo.")


class ServiciosDeAltoImpacto(Objeto):
    """Reglas sobre los servicios de alto impacto."""

    sitios: Dato[Texto] = campo("Dónde se permiten.")
    condiciones: Dato[Texto] = campo("En qué condiciones.")
    relocalizacion: Dato[Periodos] = campo("Plazo para relocalizar los existentes.")


class NormasUrbanisticas(Modelo):
    """Normas y áreas de actividad."""

    normas: Lista[NormaUrbanistica] = campo("Normas del articulado.")
    areas_de_actividad: Lista[AreaDeActividad] = campo("Áreas de actividad.")
    alto_impacto: Dato[ServiciosDeAltoImpacto] = campo("Servicios de alto impacto.")
    cubre_todo_el_suelo: Dato[SiNo] = campo("Si ninguna zona urbana o de expansión queda sin norma.")


class ZonaDePlusvalia(Elemento):
    """Zona beneficiaria de participación en plusvalía."""

    hecho_generador: Dato[Texto] = campo("Hecho que la genera.")
    area: Dato[Superficie] = campo("Superficie.")


class Plusvalia(Objeto):
    """Participación en plusvalía."""

    hay_hecho_generador: Dato[SiNo] = campo("Si el plan produce hechos generadores.")
    zonas: Lista[ZonaDePlusvalia] = campo("Zonas delimitadas.")
    tasa: Dato[Porcentaje] = campo("Tasa de participación.")
    remite_a_instrumento: Dato[SiNo] = campo(
        "Si la delimitación se remite a un instrumento que desarrolla el plan."
    )
    destino: Dato[Texto] = campo("Prioridades de inversión.")


class Instrumento(Elemento):
    """Instrumento de planeación, gestión o financiación."""

    tipo: Dato[Texto] = campo("Clase de instrumento.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde se aplica.")
    articulo: Dato[Texto] = campo("Artículo que lo prevé.")


class UnidadDeActuacion(Elemento):
    """Unidad de actuación urbanística delimitada."""

    area: Dato[Superficie] = campo("Superficie.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")


class PlanParcial(Elemento):
    """Plan parcial previsto o adoptado."""

    ambito: Dato[Ambito] = campo("Clase de suelo.")
    area: Dato[Superficie] = campo("Superficie.")
    directrices: Dato[Texto] = campo("Directrices para su formulación.")
    adoptado: Dato[SiNo] = campo("Si ya está adoptado.")


class Gestion(Modelo):
    """Gestión y financiación del plan."""

    plusvalia: Dato[Plusvalia] = campo("Participación en plusvalía.")
    instrumentos: Lista[Instrumento] = campo("Instrumentos de gestión y financiación.")
    uau: Lista[UnidadDeActuacion] = campo("Unidades de actuación urbanística.")
    criterios_uau: Dato[Texto] = campo("Criterios para delimitar unidades de actuación.")
    planes_parciales: Lista[PlanParcial] = campo("Planes parciales.")
    reparto_de_cargas: Dato[Texto] = campo("Cómo se reparten cargas y beneficios.")
    estrategia_de_financiacion: Dato[Texto] = campo("Cómo se financia el plan.")


class AreaConTratamiento(Elemento):
    """Área con un tratamiento urbanístico."""

    tipo: Dato[Tratamiento] = campo("Tratamiento.")
    area: Dato[Superficie] = campo("Superficie.")
    articulo: Dato[Texto] = campo("Artículo que lo reglamenta.")

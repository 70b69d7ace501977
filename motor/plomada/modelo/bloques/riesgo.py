"""Bloques `riesgo`, `determinantes` y `cartografia`."""

from plomada.modelo.elementos import Elemento, Modelo
from plomada.modelo.opciones import Componente
from plomada.modelo.opciones_territoriales import Ambito, Condicion, Fenomeno, Firmeza, TipoDeEstudio
from plomada.modelo.tipos import (
    Dato,
    Entero,
    Escala,
    Fecha,
    Lista,
    RefDecision,
    RefDocumento,
    RefProyecto,
    SiNo,
    Superficie,
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
    fecha: Dato[Fecha] = campo("Fecha del estudio.")
    zonificacion: Dato[SiNo] = campo("Si zonifica la amenaza.")
    condicion_de_amenaza: Dato[SiNo] = campo("Si delimita las áreas con condición de amenaza.")
    condicion_de_riesgo: Dato[SiNo] = campo("Si delimita las áreas con condición de riesgo.")
    medidas: Dato[SiNo] = campo("Si fija medidas de intervención.")
    vulnerabilidad: Dato[SiNo] = campo("Si evalúa la vulnerabilidad.")
    prioridad: Dato[Texto] = campo("Prioridad, si es un estudio detallado por hacer.")
    firmado: Dato[SiNo] = campo("Si lo firman profesionales responsables.")
    documento: Dato[RefDocumento] = campo("Documento que lo contiene.")


class SinAreaDeEstudio(Elemento):
    """Declaración de que un fenómeno no tiene área de estudio en un ámbito."""

    fenomeno: Dato[Fenomeno] = campo("Fenómeno.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    soporte: Dato[RefDocumento] = campo("Soporte técnico firmado.")


class AreaConCondicion(Elemento):
    """Área con condición de amenaza o de riesgo."""

    condicion: Dato[Condicion] = campo("Amenaza o riesgo.")
    fenomeno: Dato[Fenomeno] = campo("Fenómeno.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    area: Dato[Superficie] = campo("Superficie.")
    articulo: Dato[Texto] = campo("Artículo que condiciona o restringe sus usos.")
    medida: Dato[Texto] = campo("Medida de intervención o de manejo.")
    mitigable: Dato[SiNo] = campo("Si el riesgo se puede mitigar.")
    proyectos: Lista[RefProyecto] = campo("Proyectos que la atienden.")


class Riesgo(Modelo):
    """Gestión del riesgo incorporada al plan."""

    estudios: Lista[EstudioDeRiesgo] = campo("Estudios de riesgo.")
    sin_area_de_estudio: Lista[SinAreaDeEstudio] = campo("Fenómenos y ámbitos sin área de estudio.")
    areas: Lista[AreaConCondicion] = campo("Áreas con condición de amenaza o de riesgo.")
    plan_municipal: Dato[Texto] = campo("Plan municipal de gestión del riesgo que se tuvo en cuenta.")
    insumos_pomca: Dato[SiNo] = campo("Si usa el componente de riesgo del plan de cuenca.")


class Determinante(Elemento):
    """Norma de superior jerarquía que el plan debe acoger."""

    nivel: Dato[Entero] = campo("Nivel de prevalencia: 1 es el más alto.")
    tema: Dato[Texto] = campo("Materia.")
    acto: Dato[Texto] = campo("Acto que la fija.")
    autoridad: Dato[Texto] = campo("Quién la expidió.")
    fecha: Dato[Fecha] = campo("Fecha del acto.")
    incorporada_en: Lista[RefDecision] = campo("Decisiones del plan que la acogen.")
    motivo_de_no_incorporar: Dato[Texto] = campo("Por qué no se acoge.")
    firmeza: Dato[Firmeza] = campo("Qué tan firme es el acto.")


class Plano(Elemento):
    """Plano de la entrega o citado en el articulado."""

    codigo: Dato[Texto] = campo("Código del plano.")
    tema: Dato[Texto] = campo("Tema.")
    escala: Dato[Escala] = campo("Escala.")
    componente: Dato[Componente] = campo("Componente al que pertenece.")
    fecha: Dato[Fecha] = campo("Fecha.")
    sistema_de_referencia: Dato[Texto] = campo("Sistema de coordenadas.")
    citado_en_articulado: Dato[SiNo] = campo("Si el articulado lo cita.")
    entregado: Dato[SiNo] = campo("Si está en la entrega.")
    archivo: Dato[Texto] = campo("Ruta del archivo dentro de la entrega.")

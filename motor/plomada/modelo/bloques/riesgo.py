"""Bloques `riesgo`, `determinantes` y `cartografia`."""

from plomada.modelo.bloques.asentamientos import AccionDelPlanDeRiesgo, AsentamientoEnRiesgo
from plomada.modelo.bloques.estudios import (
    EstudioDeRiesgo,
    InformacionDisponible,
    MapaDeCondicion,
    OtraAmenaza,
    SinAreaDeEstudio,
    SuperposicionDeFenomenos,
)
from plomada.modelo.bloques.zonas_de_amenaza import AreaConCondicion, MedidaDeIntervencion, ZonaDeAmenaza
from plomada.modelo.elementos import Elemento, Modelo
from plomada.modelo.opciones import Componente
from plomada.modelo.opciones_ambientales import ClaseDeDeterminante, ParteDelPlanDeCuenca
from plomada.modelo.opciones_territoriales import Firmeza, Uso
from plomada.modelo.tipos import (
    Dato,
    Entero,
    Escala,
    Fecha,
    Lista,
    RefDecision,
    RefDeterminante,
    SiNo,
    Texto,
    campo,
)


class Riesgo(Modelo):
    """Gestión del riesgo incorporada al plan."""

    estudios: Lista[EstudioDeRiesgo] = campo("Estudios de riesgo.")
    sin_area_de_estudio: Lista[SinAreaDeEstudio] = campo("Fenómenos y ámbitos sin área de estudio.")
    articulo_que_aplaza: Dato[Texto] = campo(
        "Artículo que deja los estudios básicos para después de adoptar."
    )
    informacion_disponible: Dato[InformacionDisponible] = campo("Análisis de la información que había.")
    otras_amenazas: Lista[OtraAmenaza] = campo("Sismo, volcán y demás amenazas sin estudio básico.")
    superposiciones: Lista[SuperposicionDeFenomenos] = campo("Lugares donde dos fenómenos se juntan.")
    zonas: Lista[ZonaDeAmenaza] = campo("Zonas de la zonificación de amenaza.")
    mapa_de_condicion_de_amenaza: Dato[MapaDeCondicion] = campo("Mapa de las áreas con condición de amenaza.")
    mapa_de_condicion_de_riesgo: Dato[MapaDeCondicion] = campo("Mapa de las áreas con condición de riesgo.")
    medidas: Lista[MedidaDeIntervencion] = campo("Medidas de intervención.")
    areas: Lista[AreaConCondicion] = campo("Áreas con condición de amenaza o de riesgo.")
    plan_municipal: Dato[Texto] = campo("Plan municipal de gestión del riesgo que se tuvo en cuenta.")
    acciones_del_plan_municipal: Lista[AccionDelPlanDeRiesgo] = campo(
        "Acciones de ese plan que tocan el territorio."
    )
    fecha_del_inventario: Dato[Fecha] = campo("Fecha del inventario de asentamientos en riesgo.")
    asentamientos: Lista[AsentamientoEnRiesgo] = campo("Asentamientos en riesgo inventariados.")
    planes_de_cambio_climatico: Dato[Texto] = campo(
        "Planes integrales de cambio climático, territorial y sectoriales, que se tomaron como referencia."
    )
    insumos_pomca: Dato[SiNo] = campo("Si usa el componente de riesgo del plan de cuenca.")


class Determinante(Elemento):
    """Norma de superior jerarquía que el plan debe acoger."""

    clase: Dato[ClaseDeDeterminante] = campo("Clase de determinante.")
    nivel: Dato[Entero] = campo("Nivel de prevalencia: 1 es el más alto.")
    tema: Dato[Texto] = campo("Materia.")
    codigo: Dato[Texto] = campo("Id en el paquete de determinantes de su autoridad, si lo hay.")
    acto: Dato[Texto] = campo("Acto que la fija.")
    autoridad: Dato[Texto] = campo("Quién la expidió.")
    fecha: Dato[Fecha] = campo("Fecha del acto.")
    incorporada_en: Lista[RefDecision] = campo("Decisiones del plan que la acogen.")
    motivo_de_no_incorporar: Dato[Texto] = campo("Por qué no se acoge.")
    firmeza: Dato[Firmeza] = campo("Qué tan firme es el acto.")
    usos_que_prohibe: Lista[Uso] = campo("Usos que prohíbe donde rige.")
    usos_del_plan: Lista[Uso] = campo("Usos que el plan permite donde ella rige.")
    regula_usos: Dato[SiNo] = campo(
        "Si el plan fija usos propios dentro de ella, en vez de remitirse a su régimen."
    )
    plan_de_manejo: Dato[Texto] = campo("Plan de manejo o zonificación que la desarrolla.")
    partes_acogidas: Lista[ParteDelPlanDeCuenca] = campo("Si es un plan de cuenca, qué partes se acogen.")


class CruceDeDeterminantes(Elemento):
    """Dos determinantes que piden cosas distintas sobre un mismo suelo."""

    una: Dato[RefDeterminante] = campo("Una de las dos.")
    otra: Dato[RefDeterminante] = campo("La otra.")
    prevalece: Dato[RefDeterminante] = campo("La que el plan hace prevalecer.")


class Plano(Elemento):
    """Plano de la entrega o citado en el articulado."""

    codigo: Dato[Texto] = campo("Código del plano.")
    tema: Dato[Texto] = campo("Tema.")
    escala: Dato[Escala] = campo("Escala.")
    componente: Dato[Componente] = campo("Componente al que pertenece.")
    fecha: Dato[Fecha] = campo("Fecha.")
    sistema_de_referencia: Dato[Texto] = campo("Sistema de coordenadas.")
    cumple_especificaciones: Dato[SiNo] = campo(
        "Si cumple el estándar de datos espaciales y las especificaciones del instituto geográfico."
    )
    citado_en_articulado: Dato[SiNo] = campo("Si el articulado lo cita.")
    coincide_con_el_articulado: Dato[SiNo] = campo("Si lo que dibuja es lo que el articulado dice.")
    entregado: Dato[SiNo] = campo("Si está en la entrega.")
    archivo: Dato[Texto] = campo("Ruta del archivo dentro de la entrega.")

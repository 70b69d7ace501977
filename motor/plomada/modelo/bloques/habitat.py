"""Bloques `vivienda`, `espacio_publico` y `patrimonio`."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_de_gestion import GrupoPrioritario
from plomada.modelo.opciones_territoriales import Ambito
from plomada.modelo.tipos import (
    Dato,
    EspacioPorHabitante,
    Lista,
    Porcentaje,
    RefAreaConTratamiento,
    RefDecision,
    RefEstrategia,
    RefInstrumento,
    RefObjetivo,
    RefProyecto,
    SiNo,
    Superficie,
    Texto,
    Viviendas,
    campo,
)


class Vip(Objeto):
    """Suelo para vivienda de interés prioritario."""

    porcentaje: Dato[Porcentaje] = campo("Porcentaje del suelo útil destinado a ella.")
    remite_a_instrumento: Dato[SiNo] = campo(
        "Si el porcentaje lo fija un instrumento que desarrolla el plan."
    )


class NormaDeViviendaSocial(Objeto):
    """Lo que el plan pide a la vivienda de interés social, junto a lo que pide a la demás."""

    lote_minimo: Dato[Superficie] = campo("Lote mínimo que se le pide.")
    lote_minimo_de_la_demas: Dato[Superficie] = campo("Lote mínimo que se pide a la demás vivienda.")
    cesiones: Dato[Porcentaje] = campo("Cesiones que se le piden, como parte del área neta.")
    cesiones_de_la_demas: Dato[Porcentaje] = campo(
        "Cesiones que se piden a la demás vivienda, como parte del área neta."
    )


class EstrategiaDeViviendaSocial(Objeto):
    """Con qué se atienden las necesidades de vivienda de interés social."""

    objetivo: Dato[RefObjetivo] = campo("Objetivo de mediano plazo que las atiende.")
    estrategia: Dato[RefEstrategia] = campo("Estrategia.")
    instrumentos: Lista[RefInstrumento] = campo("Instrumentos para conseguir y desarrollar el suelo.")


class ZonaDeViviendaSocial(Elemento):
    """Suelo que el plan destina a vivienda de interés social."""

    area: Dato[Superficie] = campo("Superficie.")
    exclusiva: Dato[SiNo] = campo("Si la norma obliga a desarrollarla con ese destino y con ningún otro.")
    articulo: Dato[Texto] = campo("Artículo que la destina.")


class AsentamientoLegalizado(Elemento):
    """Asentamiento que ya se legalizó."""

    acto: Dato[Texto] = campo("Acto que lo legalizó.")
    tratamiento: Dato[RefAreaConTratamiento] = campo("Área con tratamiento donde está.")


class Vivienda(Modelo):
    """Déficit de vivienda y suelo para atenderlo."""

    deficit_cuantitativo: Dato[Viviendas] = campo("Viviendas que faltan.")
    deficit_cualitativo: Dato[Viviendas] = campo("Viviendas que hay que mejorar.")
    demanda_proyectada: Dato[Viviendas] = campo("Viviendas que harán falta durante la vigencia.")
    fuente_del_deficit: Dato[Texto] = campo("De dónde sale el déficit.")
    vip: Dato[Vip] = campo("Vivienda de interés prioritario.")
    norma_vis: Dato[NormaDeViviendaSocial] = campo(
        "Normas propias de la vivienda de interés social, comparadas con las de la demás."
    )
    porcentaje_vis: Dato[Porcentaje] = campo("Porcentaje del suelo útil para vivienda de interés social.")
    suelo_vis: Dato[Superficie] = campo("Suelo destinado a vivienda de interés social.")
    zonas_vis: Lista[ZonaDeViviendaSocial] = campo("Zonas destinadas a vivienda de interés social.")
    capacidad_vis: Dato[Viviendas] = campo("Viviendas de interés social que caben en el suelo destinado.")
    estrategia_vis: Dato[EstrategiaDeViviendaSocial] = campo("Cómo se atienden las necesidades.")
    asentamientos_legalizados: Lista[AsentamientoLegalizado] = campo("Asentamientos ya legalizados.")
    viviendas_por_reasentar: Dato[Viviendas] = campo("Viviendas en alto riesgo que se van a reasentar.")
    suelo_de_reasentamiento: Dato[Superficie] = campo("Suelo para reasentar.")


class AreaDeIntervencion(Elemento):
    """Área donde se va a intervenir el espacio público."""

    deficit: Dato[Superficie] = campo("Espacio público que le falta.")
    proyectos: Lista[RefProyecto] = campo("Proyectos que la atienden.")


class SustitucionDeEspacioPublico(Elemento):
    """Bien de uso público cuyo destino se cambia, y el que lo reemplaza."""

    area: Dato[Superficie] = campo("Superficie del que se pierde.")
    area_del_sustituto: Dato[Superficie] = campo("Superficie del que lo reemplaza.")
    equivalente: Dato[SiNo] = campo("Si el que lo reemplaza es de igual o mejor calidad y acceso.")
    articulo: Dato[Texto] = campo("Artículo que hace el cambio.")


class EspacioPublico(Modelo):
    """Espacio público y su déficit."""

    efectivo_por_habitante: Dato[EspacioPorHabitante] = campo("Espacio público efectivo por habitante, hoy.")
    meta_por_habitante: Dato[EspacioPorHabitante] = campo(
        "Espacio público efectivo por habitante al que se aspira."
    )
    deficit: Dato[Superficie] = campo("Espacio público que falta.")
    area_efectiva: Dato[Superficie] = campo("Espacio público efectivo existente.")
    cesiones: Dato[Texto] = campo("Cesiones para espacio público.")
    areas_de_intervencion: Lista[AreaDeIntervencion] = campo("Áreas donde se intervendrá.")
    sustituciones: Lista[SustitucionDeEspacioPublico] = campo("Bienes de uso público que cambian de destino.")
    grupos_considerados: Lista[GrupoPrioritario] = campo("Grupos cuyas necesidades se identificaron.")


class BienPatrimonial(Elemento):
    """Bien de interés cultural."""

    ambito: Dato[Texto] = campo("Nacional, departamental o municipal.")
    clase_suelo: Dato[Ambito] = campo("Clase de suelo donde está.")
    acto: Dato[Texto] = campo("Acto que lo declaró.")
    tiene_pemp: Dato[SiNo] = campo("Si tiene plan especial de manejo y protección.")
    pemp_acogido_en: Lista[RefDecision] = campo("Decisiones del plan que acogen ese plan especial.")
    articulo: Dato[Texto] = campo("Artículo del plan que lo protege.")


class Patrimonio(Modelo):
    """Patrimonio cultural."""

    bienes: Lista[BienPatrimonial] = campo("Bienes de interés cultural.")

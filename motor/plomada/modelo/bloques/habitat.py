"""Bloques `vivienda`, `espacio_publico` y `patrimonio`."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.tipos import (
    Dato,
    EspacioPorHabitante,
    Lista,
    Porcentaje,
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


class Vivienda(Modelo):
    """Déficit de vivienda y suelo para atenderlo."""

    deficit_cuantitativo: Dato[Viviendas] = campo("Viviendas que faltan.")
    deficit_cualitativo: Dato[Viviendas] = campo("Viviendas que hay que mejorar.")
    demanda_proyectada: Dato[Viviendas] = campo("Viviendas que harán falta durante la vigencia.")
    fuente_del_deficit: Dato[Texto] = campo("De dónde sale el déficit.")
    vip: Dato[Vip] = campo("Vivienda de interés prioritario.")
    porcentaje_vis: Dato[Porcentaje] = campo("Porcentaje del suelo útil para vivienda de interés social.")
    suelo_vis: Dato[Superficie] = campo("Suelo destinado a vivienda de interés social.")
    viviendas_por_reasentar: Dato[Viviendas] = campo("Viviendas en alto riesgo que se van a reasentar.")
    suelo_de_reasentamiento: Dato[Superficie] = campo("Suelo para reasentar.")


class EspacioPublico(Modelo):
    """Espacio público y su déficit."""

    efectivo_por_habitante: Dato[EspacioPorHabitante] = campo("Espacio público efectivo por habitante, hoy.")
    meta_por_habitante: Dato[EspacioPorHabitante] = campo(
        "Espacio público efectivo por habitante al que se aspira."
    )
    deficit: Dato[Superficie] = campo("Espacio público que falta.")
    area_efectiva: Dato[Superficie] = campo("Espacio público efectivo existente.")
    cesiones: Dato[Texto] = campo("Cesiones para espacio público.")


class BienPatrimonial(Elemento):
    """Bien de interés cultural."""

    ambito: Dato[Texto] = campo("Nacional, departamental o municipal.")
    acto: Dato[Texto] = campo("Acto que lo declaró.")
    tiene_pemp: Dato[SiNo] = campo("Si tiene plan especial de manejo y protección.")
    articulo: Dato[Texto] = campo("Artículo del plan que lo protege.")


class Patrimonio(Modelo):
    """Patrimonio cultural."""

    bienes: Lista[BienPatrimonial] = campo("Bienes de interés cultural.")

"""La participación en plusvalía: hechos generadores, zonas, tasa y en qué se invierte."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_de_gestion import TipoDeHechoGenerador
from plomada.modelo.tipos import (
    Dato,
    Fecha,
    Lista,
    Porcentaje,
    RefProyecto,
    RefZonaDePlusvalia,
    SiNo,
    Superficie,
    Texto,
    campo,
)


class ZonaDePlusvalia(Elemento):
    """Zona beneficiaria de participación en plusvalía."""

    hecho_generador: Dato[Texto] = campo("Hecho que la genera.")
    area: Dato[Superficie] = campo("Superficie.")


class HechoGenerador(Elemento):
    """Decisión del plan, u obra, que aumenta el valor del suelo."""

    tipo: Dato[TipoDeHechoGenerador] = campo("Qué clase de hecho es.")
    zona: Dato[RefZonaDePlusvalia] = campo("Zona beneficiaria que se delimitó.")
    proyecto: Dato[RefProyecto] = campo("Si es una obra, el proyecto del plan que la prevé.")
    con_valorizacion: Dato[SiNo] = campo("Si es una obra, si se cobra por valorización.")


class Plusvalia(Objeto):
    """Participación en plusvalía."""

    hay_hecho_generador: Dato[SiNo] = campo("Si el plan produce hechos generadores.")
    hechos: Lista[HechoGenerador] = campo("Hechos generadores que el plan produce.")
    zonas: Lista[ZonaDePlusvalia] = campo("Zonas delimitadas.")
    tasa: Dato[Porcentaje] = campo("Tasa de participación.")
    remite_a_instrumento: Dato[SiNo] = campo(
        "Si la delimitación se remite a un instrumento que desarrolla el plan."
    )
    norma_general: Dato[Texto] = campo("Acuerdo general del concejo que fija las normas para cobrarla.")
    descuenta_cesiones_y_afectaciones: Dato[SiNo] = campo(
        "Si el área que se cobra descuenta las cesiones y las afectaciones que el plan prevé."
    )
    solicitud_de_calculo: Dato[Fecha] = campo("Fecha en que el alcalde pidió el cálculo.")
    calculo: Dato[Fecha] = campo("Fecha en que se entregó el cálculo.")
    destino: Dato[Texto] = campo("Prioridades de inversión.")

"""Con qué se gestiona el suelo: planes parciales, unidades, cesiones, compensaciones y compras."""

from plomada.modelo.elementos import Elemento
from plomada.modelo.opciones_de_gestion import (
    Actuacion,
    AspectoDePlanParcial,
    ClaseDeConservacion,
    DestinoDeCesion,
    FormaDeCompensar,
    MecanismoDeRepartoDeCargas,
    MotivoDeUtilidadPublica,
)
from plomada.modelo.opciones_territoriales import Ambito, Uso
from plomada.modelo.tipos import (
    Dato,
    Fecha,
    Lista,
    Porcentaje,
    RefAreaDeActividad,
    RefDecision,
    RefInmueblePrioritario,
    RefObjetivo,
    RefPlanParcial,
    RefUnidadDeActuacion,
    SiNo,
    Superficie,
    Texto,
    campo,
)


class PlanParcial(Elemento):
    """Plan parcial previsto o adoptado."""

    ambito: Dato[Ambito] = campo("Clase de suelo.")
    area: Dato[Superficie] = campo("Superficie.")
    directrices: Dato[Texto] = campo("Directrices para su formulación.")
    adoptado: Dato[SiNo] = campo("Si ya está adoptado.")
    aspectos: Lista[AspectoDePlanParcial] = campo("Lo que trae, de lo que la ley le pide.")
    cambia_el_plan: Dato[SiNo] = campo("Si contradice o cambia el plan o sus normas estructurales.")
    es_de_renovacion: Dato[SiNo] = campo("Si desarrolla un programa de renovación urbana.")
    porcentaje_vis: Dato[Porcentaje] = campo("Parte del suelo para vivienda de interés social.")
    radicacion_completa: Dato[Fecha] = campo("Fecha en que quedó radicado en debida forma.")
    revision_prorrogada: Dato[SiNo] = campo("Si planeación prorrogó el término para revisarlo.")
    aprobacion: Dato[Fecha] = campo("Fecha en que planeación lo aprobó, o en que obró el silencio.")
    envio_a_la_autoridad: Dato[Fecha] = campo("Fecha en que se envió a la autoridad ambiental.")
    concertacion_prorrogada: Dato[SiNo] = campo("Si se prorrogó el término para concertarlo.")
    concertacion: Dato[Fecha] = campo("Fecha del acta de concertación ambiental.")
    informacion_publica: Dato[SiNo] = campo("Si se convocó a propietarios y vecinos a opinar.")
    adopcion: Dato[Fecha] = campo("Fecha del decreto que lo adoptó.")
    vigencia: Dato[Texto] = campo("Cuánto rige, según ese decreto.")
    lo_cambia_este_tramite: Dato[SiNo] = campo("Si este trámite cambia lo que el plan parcial ya decidió.")
    se_acogen_los_propietarios: Dato[SiNo] = campo("Si sus propietarios se acogieron por escrito al cambio.")


class UnidadDeActuacion(Elemento):
    """Área que se urbaniza o construye como una unidad de actuación urbanística."""

    area: Dato[Superficie] = campo("Superficie.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    cargas_locales: Dato[Texto] = campo("Cómo se reparten entre sus dueños las cargas locales.")
    delimitada: Dato[SiNo] = campo("Si ya se delimitó, o el plan la delimita.")
    plan_parcial: Dato[RefPlanParcial] = campo("Plan parcial que la precede.")
    en_ejecucion: Dato[SiNo] = campo("Si su ejecución ya empezó.")
    voto: Dato[Porcentaje] = campo("Parte del área cuyos dueños votaron a favor de las bases.")


class MecanismoDeReparto(Elemento):
    """Mecanismo con que el plan reparte cargas y beneficios."""

    tipo: Dato[MecanismoDeRepartoDeCargas] = campo("Qué mecanismo es.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde se aplica.")
    articulo: Dato[Texto] = campo("Artículo que lo regula.")


class Cesion(Elemento):
    """Suelo que se entrega gratis en una clase de actuación."""

    actuacion: Dato[Actuacion] = campo("Actuación que la debe.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    destinos: Lista[DestinoDeCesion] = campo("Para qué se entrega.")
    porcentaje: Dato[Porcentaje] = campo("Cuánto, como parte del área.")
    area: Dato[Superficie] = campo("Cuánto, si se fija en superficie.")
    compensable: Dato[SiNo] = campo("Si se puede pagar en dinero o canjear por otro inmueble.")
    articulo: Dato[Texto] = campo("Artículo que la fija.")


class Afectacion(Elemento):
    """Reserva de suelo para una vía, una red u otra obra."""

    obra: Dato[Texto] = campo("Para qué se reserva.")
    articulo: Dato[Texto] = campo("Artículo que la precisa.")
    plano: Dato[Texto] = campo("Plano que la ubica.")


class InmuebleDeConservacion(Elemento):
    """Inmueble o área con carga de conservación."""

    clase: Dato[ClaseDeConservacion] = campo("Qué se conserva.")
    compensacion: Lista[FormaDeCompensar] = campo("Con qué se compensa al dueño.")
    disponibilidad: Dato[Texto] = campo("Con qué partida o ingreso se paga la compensación.")
    articulo: Dato[Texto] = campo("Artículo que la regula.")


class Adquisicion(Elemento):
    """Compra o expropiación de inmuebles prevista para ejecutar el plan."""

    motivo: Dato[MotivoDeUtilidadPublica] = campo("Motivo de utilidad pública que se invoca.")
    localizacion: Dato[Texto] = campo("Artículo o plano del plan que la ubica.")
    utilidad_publica: Dato[Texto] = campo("Artículo que dice que es de utilidad pública.")
    decision: Dato[RefDecision] = campo("Decisión del plan que la necesita.")
    unidad: Dato[RefUnidadDeActuacion] = campo("Unidad de actuación que la necesita.")
    inmueble: Dato[RefInmueblePrioritario] = campo("Inmueble declarado prioritario de que se trata.")
    objetivo: Dato[RefObjetivo] = campo("Objetivo del plan al que sirve.")
    uso: Dato[Uso] = campo("Uso que se le dará al inmueble.")
    area_de_actividad: Dato[RefAreaDeActividad] = campo("Área de actividad donde está.")
    por_emergencia: Dato[SiNo] = campo("Si conjura una emergencia imprevista, así calificada.")

"""Bloques `proceso` y `participacion`: radicados, actas, conceptos y fechas."""

from datetime import date
from typing import Self

from pydantic import model_validator

from plomada.modelo import fallas
from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.fallas import falla
from plomada.modelo.opciones_territoriales import (
    Etapa,
    FaseDeParticipacion,
    TipoDeAdopcion,
    TipoDeEvento,
)
from plomada.modelo.tipos import Dato, Entero, Fecha, Lista, SiNo, Texto, campo


class ConcertacionAmbiental(Objeto):
    """Concertación con la autoridad ambiental."""

    autoridad: Dato[Texto] = campo("Autoridad ante la que se radicó.")
    radicado: Dato[Fecha] = campo("Fecha de radicación.")
    radicacion_completa: Dato[Fecha] = campo("Fecha en que la radicación quedó completa.")
    acta: Dato[Fecha] = campo("Fecha del acta de concertación.")
    mesa_conjunta: Dato[SiNo] = campo("Si concurrieron varias autoridades en una mesa.")
    hay_desacuerdos: Dato[SiNo] = campo("Si el acta deja desacuerdos.")
    desacuerdos_remitidos: Dato[Fecha] = campo("Fecha en que los desacuerdos se enviaron al Ministerio.")
    resolucion: Dato[Fecha] = campo("Fecha de la resolución que decide.")


class JuntaMetropolitana(Objeto):
    """Paso por la junta metropolitana."""

    radicado: Dato[Fecha] = campo("Fecha de radicación.")
    concepto: Dato[Fecha] = campo("Fecha de la decisión.")
    acto: Dato[Texto] = campo("Acto.")


class Ctp(Objeto):
    """Paso por el consejo territorial de planeación."""

    radicado: Dato[Fecha] = campo("Fecha de radicación.")
    concepto: Dato[Fecha] = campo("Fecha del concepto.")


class ModificacionDelConcejo(Elemento):
    """Cambio que el concejo hizo al proyecto."""

    articulo: Dato[Texto] = campo("Artículo cambiado.")
    aceptada_por_el_alcalde: Dato[SiNo] = campo("Si el alcalde la aceptó.")
    es_ambiental: Dato[SiNo] = campo("Si toca un tema ambiental.")
    nueva_acta: Dato[Fecha] = campo("Fecha del acta con que se concertó de nuevo.")


class Concejo(Objeto):
    """Paso por el concejo municipal."""

    radicado: Dato[Fecha] = campo("Fecha de radicación.")
    cabildo_abierto: Dato[Fecha] = campo("Fecha del cabildo abierto.")
    primer_debate: Dato[Fecha] = campo("Fecha del primer debate.")
    segundo_debate: Dato[Fecha] = campo("Fecha del segundo debate.")
    decision: Dato[Fecha] = campo("Fecha de la decisión.")
    exposicion_de_motivos: Dato[SiNo] = campo("Si el proyecto llegó con su exposición de motivos.")
    estaba_en_receso: Dato[SiNo] = campo("Si el concejo estaba en receso cuando había que presentarlo.")
    convocatoria_extraordinaria: Dato[Fecha] = campo(
        "Fecha en que el alcalde lo citó a sesiones extraordinarias."
    )
    sancion: Dato[Fecha] = campo("Fecha en que el alcalde sancionó el acuerdo.")
    envio_al_gobernador: Dato[Fecha] = campo("Fecha en que se envió copia del acuerdo al gobernador.")
    modificaciones: Lista[ModificacionDelConcejo] = campo("Cambios que hizo.")


class Adopcion(Objeto):
    """Acto con que se adopta el plan."""

    fecha: Dato[Fecha] = campo("Fecha.")
    acto: Dato[Texto] = campo("Acto.")
    tipo: Dato[TipoDeAdopcion] = campo("Acuerdo o decreto.")


class Suspension(Elemento):
    """Lapso en que el término no corrió."""

    desde: Dato[Fecha] = campo("Primer día suspendido.")
    hasta: Dato[Fecha] = campo("Último día suspendido.")
    motivo: Dato[Texto] = campo("Por qué.")

    @model_validator(mode="after")
    def exigir_orden(self) -> Self:
        """Rechaza una suspensión que termina antes de empezar."""
        if isinstance(self.desde, date) and isinstance(self.hasta, date) and self.hasta < self.desde:
            mensaje = f"la suspensión termina ({self.hasta}) antes de empezar ({self.desde})"
            raise falla(fallas.DATO_INCOHERENTE, mensaje, "revise `desde` y `hasta`")
        return self


class SolicitudDeDeterminantes(Objeto):
    """Solicitud escrita de las determinantes ambientales."""

    fecha: Dato[Fecha] = campo("Fecha en que se pidieron.")
    respuesta: Dato[Fecha] = campo("Fecha en que la autoridad respondió.")


class DivulgacionDelProyecto(Objeto):
    """Cómo se puso el proyecto a disposición de la gente."""

    web: Dato[Fecha] = campo("Fecha en que se publicó en la página web.")
    en_fisico: Dato[SiNo] = campo("Si se puede consultar impreso.")


class Requerimiento(Elemento):
    """Requerimiento de la autoridad para completar la radicación."""

    fecha: Dato[Fecha] = campo("Fecha del oficio.")
    respuesta: Dato[Fecha] = campo("Fecha de la respuesta.")
    prorrogado: Dato[SiNo] = campo("Si el término para responder se prorrogó.")
    asunto: Dato[Texto] = campo("Qué se pidió.")


class ObservacionAmbiental(Elemento):
    """Observación de la autoridad ambiental y lo que se respondió."""

    asunto: Dato[Texto] = campo("Asunto.")
    norma: Dato[Texto] = campo("Norma en que se funda.")
    sustento: Dato[Texto] = campo("Sustento técnico.")
    respuesta: Dato[Texto] = campo("Respuesta del municipio.")
    acuerdo: Dato[SiNo] = campo("Si hubo acuerdo.")


class Proceso(Modelo):
    """El trámite del plan."""

    etapa: Dato[Etapa] = campo("Punto del trámite.")
    inicio: Dato[Fecha] = campo("Fecha de inicio de la formulación o la revisión.")
    inicio_informado: Dato[Fecha] = campo("Fecha en que el inicio se informó al Ministerio.")
    concertacion_informada: Dato[Fecha] = campo("Fecha en que la concertación se informó al Ministerio.")
    adopcion_informada: Dato[Fecha] = campo("Fecha en que la adopción se informó al Ministerio.")
    solicitud_de_determinantes: Dato[SolicitudDeDeterminantes] = campo(
        "Solicitud de las determinantes a la autoridad ambiental."
    )
    consejo_de_gobierno: Dato[Fecha] = campo("Fecha del acta del consejo de gobierno.")
    divulgacion: Dato[DivulgacionDelProyecto] = campo("Divulgación del proyecto.")
    autoridad_ambiental: Dato[ConcertacionAmbiental] = campo("Concertación ambiental.")
    junta_metropolitana: Dato[JuntaMetropolitana] = campo("Junta metropolitana.")
    ctp: Dato[Ctp] = campo("Consejo territorial de planeación.")
    concejo: Dato[Concejo] = campo("Concejo municipal.")
    adopcion: Dato[Adopcion] = campo("Adopción.")
    publicacion: Dato[Fecha] = campo("Fecha de publicación.")
    suspensiones: Lista[Suspension] = campo("Suspensiones de términos.")
    requerimientos: Lista[Requerimiento] = campo("Requerimientos de la autoridad.")
    dias_no_habiles: Lista[Fecha] = campo("Días no hábiles además de los festivos nacionales.")
    observaciones_ambientales: Lista[ObservacionAmbiental] = campo("Observaciones de la autoridad ambiental.")


class Evento(Elemento):
    """Evento de participación."""

    fase: Dato[FaseDeParticipacion] = campo("Fase en que ocurrió.")
    tipo: Dato[TipoDeEvento] = campo("Qué se hizo.")
    fecha: Dato[Fecha] = campo("Fecha.")
    asistentes: Dato[Entero] = campo("Cuántas personas fueron.")
    hay_respuesta: Dato[SiNo] = campo("Si se respondieron las observaciones recibidas.")


class InstanciaDeParticipacion(Elemento):
    """Consejo, mesa o comité donde se participa en la formulación o en el seguimiento."""

    trata_lo_rural: Dato[SiNo] = campo("Si se ocupa de lo rural.")
    integrantes: Dato[Entero] = campo("Cuántas personas la componen.")
    mujeres: Dato[Entero] = campo("Cuántas de ellas son mujeres.")


class ConsejoConsultivo(Objeto):
    """Consejo consultivo de ordenamiento."""

    acto: Dato[Texto] = campo("Acto de creación.")
    fecha: Dato[Fecha] = campo("Fecha.")


class Participacion(Modelo):
    """Participación ciudadana."""

    eventos: Lista[Evento] = campo("Eventos.")
    consejo_consultivo: Dato[ConsejoConsultivo] = campo("Consejo consultivo de ordenamiento.")
    estrategia: Dato[Texto] = campo("Estrategia de participación.")
    consulta_previa: Dato[Texto] = campo("Consulta previa, si hay comunidades étnicas.")
    sin_consulta_previa: Dato[Texto] = campo("Acto que dice que la consulta previa no procede.")
    instancias: Lista[InstanciaDeParticipacion] = campo("Consejos, mesas y comités donde se participa.")

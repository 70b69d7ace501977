"""El plan descrito: todos los bloques en un solo valor congelado."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from plomada.modelo.bloques.ejecucion import PlanDesarrollo, ProgramaEjecucion
from plomada.modelo.bloques.encabezado import Acto, Contenido, DatosDelPlan, Documento
from plomada.modelo.bloques.fines_y_medios import Fines, Medios, Sistema
from plomada.modelo.bloques.habitat import EspacioPublico, Patrimonio, Vivienda
from plomada.modelo.bloques.municipio import DiagnosticoTerritorial, Municipio
from plomada.modelo.bloques.normas import AreaConTratamiento, Gestion, NormasUrbanisticas
from plomada.modelo.bloques.proceso import Participacion, Proceso
from plomada.modelo.bloques.region import Region
from plomada.modelo.bloques.riesgo import CruceDeDeterminantes, Determinante, Plano, Riesgo
from plomada.modelo.bloques.seguimiento import Juicio, Procedencia, Seguimiento
from plomada.modelo.bloques.suelo import Suelo
from plomada.modelo.elementos import Modelo
from plomada.modelo.tipos import Lista, bloque, campo, obligatorio


class Plan(Modelo):
    """Un plan de ordenamiento territorial descrito para revisarlo."""

    municipio: Municipio = bloque("El municipio o distrito.")
    plan: DatosDelPlan = obligatorio("Qué plan es y qué trámite se adelanta.")
    documentos: Lista[Documento] = campo("Documentos de la entrega.")
    contenidos: Annotated[Mapping[str, Contenido], AfterValidator(MappingProxyType)] = Field(
        default_factory=dict,
        validate_default=True,
        description="Estado de cada contenido exigible, por su id del catálogo.",
    )
    diagnostico: DiagnosticoTerritorial = bloque("Lo que el diagnóstico dice del territorio.")
    fines: Fines = bloque("Visión y objetivos.")
    medios: Medios = bloque("Estrategias, decisiones, programas y proyectos.")
    sistemas: Lista[Sistema] = campo("Sistemas estructurantes del modelo de ocupación.")
    suelo: Suelo = bloque("Clasificación del suelo.")
    normas_urbanisticas: NormasUrbanisticas = bloque("Normas y áreas de actividad.")
    gestion: Gestion = bloque("Gestión y financiación.")
    tratamientos: Lista[AreaConTratamiento] = campo("Tratamientos urbanísticos.")
    vivienda: Vivienda = bloque("Déficit de vivienda y suelo para atenderlo.")
    espacio_publico: EspacioPublico = bloque("Espacio público.")
    patrimonio: Patrimonio = bloque("Patrimonio cultural.")
    region: Region = bloque("Los vecinos, el departamento y el área metropolitana.")
    riesgo: Riesgo = bloque("Gestión del riesgo.")
    determinantes: Lista[Determinante] = campo("Determinantes de superior jerarquía.")
    cruces_de_determinantes: Lista[CruceDeDeterminantes] = campo(
        "Determinantes que se cruzan y cuál hace prevalecer el plan."
    )
    cartografia: Lista[Plano] = campo("Planos de la entrega o citados en el articulado.")
    programa_ejecucion: ProgramaEjecucion = bloque("Programa de ejecución del período.")
    plan_desarrollo: PlanDesarrollo = bloque("Plan de desarrollo del período.")
    actos: Lista[Acto] = campo("Actos que adoptaron o cambiaron el plan, en orden.")
    proceso: Proceso = bloque("El trámite.")
    participacion: Participacion = bloque("Participación ciudadana.")
    seguimiento: Seguimiento = bloque("Seguimiento y evaluación.")
    juicios: Lista[Juicio] = campo("Respuestas de personas a preguntas de las reglas.")
    procedencia: Lista[Procedencia] = campo("De dónde salió cada dato.")

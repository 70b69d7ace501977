"""Bloques `municipio` y `diagnostico`: el territorio y lo que se sabe de él."""

from plomada.modelo.elementos import Elemento, Modelo
from plomada.modelo.opciones import Componente, DimensionTerritorial, Servicio, SistemaEstructurante
from plomada.modelo.opciones_ambientales import ClaseDeDeterminante
from plomada.modelo.tipos import (
    Anio,
    CodigoDeMunicipio,
    Dato,
    Fecha,
    Habitantes,
    Lista,
    Porcentaje,
    RefDecision,
    SiNo,
    Superficie,
    Texto,
    campo,
)


class Poblacion(Elemento):
    """Población del municipio en un año, según una fuente."""

    anio: Dato[Anio] = campo("Año del dato.")
    fuente: Dato[Texto] = campo("Quién lo publica y en qué documento.")
    total: Dato[Habitantes] = campo("Habitantes de todo el municipio.")
    cabecera: Dato[Habitantes] = campo("Habitantes de la cabecera o zona urbana.")


class AutoridadAmbiental(Elemento):
    """Autoridad ambiental con jurisdicción en el municipio."""

    radicacion: Dato[Fecha] = campo("Fecha en que se radicó el plan ante ella.")


class TerritorioEtnico(Elemento):
    """Resguardo o territorio colectivo de una comunidad étnica."""

    fundamentos_propios: Dato[Texto] = campo(
        "Plan de vida, reglamento u otro documento donde la comunidad dice cómo ordena su territorio."
    )
    acogido_en: Lista[RefDecision] = campo("Decisiones del plan que respetan esos fundamentos.")


class Municipio(Modelo):
    """El municipio o distrito que ordena su territorio."""

    codigo: Dato[CodigoDeMunicipio] = campo("Código DANE de cinco cifras, con sus ceros.")
    nombre: Dato[Texto] = campo("Nombre del municipio o distrito.")
    departamento: Dato[Texto] = campo("Departamento.")
    es_distrito: Dato[SiNo] = campo("Si es distrito.")
    en_area_metropolitana: Dato[SiNo] = campo("Si hace parte de un área metropolitana.")
    en_area_de_influencia: Dato[SiNo] = campo("Si está en el área de influencia de una ciudad grande.")
    en_sabana_de_bogota: Dato[SiNo] = campo("Si está en la Sabana de Bogotá.")
    tiene_juntas_administradoras_locales: Dato[SiNo] = campo("Si tiene juntas administradoras locales.")
    tuvo_periodo_atipico: Dato[SiNo] = campo(
        "Si antes de 2008 algún alcalde tuvo un período que no coincidió con el de los demás municipios."
    )
    tiene_paramo: Dato[SiNo] = campo("Si tiene páramo delimitado.")
    tiene_beneficio_de_oro: Dato[SiNo] = campo("Si hay en él plantas de beneficio de oro.")
    tiene_territorios_etnicos: Dato[SiNo] = campo("Si tiene resguardos o territorios colectivos.")
    territorios_etnicos: Lista[TerritorioEtnico] = campo("Resguardos y territorios colectivos.")
    clases_de_determinante: Lista[ClaseDeDeterminante] = campo(
        "Todas las clases de determinante que rigen en el municipio."
    )
    tiene_dinamica_urbana_importante: Dato[SiNo] = campo(
        "Si crece tanto que puede adoptar una clase de plan más exigente que la de su población."
    )
    area: Dato[Superficie] = campo("Superficie del municipio.")
    area_rural: Dato[Superficie] = campo("Superficie del suelo rural del municipio.")
    poblacion: Lista[Poblacion] = campo("Población por año y fuente.")
    autoridades_ambientales: Lista[AutoridadAmbiental] = campo("Autoridades ambientales con jurisdicción.")


class Problema(Elemento):
    """Problema que el diagnóstico halló y al que responden los objetivos."""

    descripcion: Dato[Texto] = campo("En qué consiste.")
    sistema: Dato[SistemaEstructurante] = campo("Sistema estructurante al que pertenece.")
    componente: Dato[Componente] = campo("Componente donde se presenta.")


class ProyeccionDePoblacion(Elemento):
    """Población que se espera en un año futuro."""

    anio: Dato[Anio] = campo("Año proyectado.")
    fuente: Dato[Texto] = campo("Quién proyecta y con qué método.")
    total: Dato[Habitantes] = campo("Habitantes de todo el municipio.")
    cabecera: Dato[Habitantes] = campo("Habitantes de la cabecera o zona urbana.")


class DimensionDelDiagnostico(Elemento):
    """Una de las dimensiones en que se analiza el territorio."""

    dimension: Dato[DimensionTerritorial] = campo("Cuál dimensión.")
    fuente: Dato[Texto] = campo("Fuente de la información.")


class ServicioPublico(Elemento):
    """Estado de un servicio público."""

    servicio: Dato[Servicio] = campo("Cuál servicio.")
    prestador: Dato[Texto] = campo("Quién lo presta.")
    cobertura_urbana: Dato[Porcentaje] = campo("Cobertura en suelo urbano.")
    cobertura_rural: Dato[Porcentaje] = campo("Cobertura en suelo rural.")
    capacidad: Dato[Texto] = campo("Capacidad instalada, como la informa el prestador.")
    deficit_actual: Dato[Texto] = campo("Déficit de hoy.")
    deficit_proyectado: Dato[Texto] = campo("Déficit al final de la vigencia del plan.")


class Inventario(Elemento):
    """Inventario de información, instrumentos o bienes hecho para el diagnóstico."""

    tema: Dato[Texto] = campo("De qué es el inventario.")
    fecha: Dato[Fecha] = campo("Fecha de corte.")
    fuente: Dato[Texto] = campo("De dónde sale.")


class DiagnosticoTerritorial(Modelo):
    """Lo que el diagnóstico dice del territorio."""

    problemas: Lista[Problema] = campo("Problemas hallados.")
    proyeccion_de_poblacion: Lista[ProyeccionDePoblacion] = campo("Población esperada por año.")
    dimensiones: Lista[DimensionDelDiagnostico] = campo("Dimensiones analizadas.")
    servicios: Lista[ServicioPublico] = campo("Estado de los servicios públicos.")
    inventarios: Lista[Inventario] = campo("Inventarios de información disponible y levantada.")
    informacion_geologico_minera: Dato[Texto] = campo(
        "Información geológico-minera que se consultó, con sus zonas reservadas y excluibles."
    )
    capacidad_institucional: Dato[Texto] = campo("Recursos del municipio para formular y ejecutar el plan.")
    sintesis: Dato[Texto] = campo("Síntesis del diagnóstico.")
    justificacion_expansion: Dato[Texto] = campo(
        "Por qué hace falta, o por qué no, suelo de expansión, suburbano o de vivienda campestre."
    )
    vincula_seguimiento: Dato[SiNo] = campo("Si parte del documento de seguimiento y evaluación.")

"""Bloques `fines`, `medios` y `sistemas`: para qué y con qué se ordena el territorio."""

from plomada.modelo.elementos import Elemento, Modelo
from plomada.modelo.opciones import Componente, Plazo, SistemaEstructurante
from plomada.modelo.opciones_territoriales import AccionDeRiesgo
from plomada.modelo.tipos import (
    Dato,
    Dinero,
    Lista,
    RefDecision,
    RefDeterminante,
    RefEstrategia,
    RefIndicador,
    RefObjetivo,
    RefProblema,
    RefPrograma,
    RefProgramaPdt,
    RefProyecto,
    RefVision,
    SiNo,
    Texto,
    campo,
)


class Vision(Elemento):
    """El municipio que el plan quiere al final de su vigencia."""

    texto: Dato[Texto] = campo("Texto de la visión.")


class Objetivo(Elemento):
    """Fin concreto que el plan se propone."""

    texto: Dato[Texto] = campo("Texto del objetivo.")
    plazo: Dato[Plazo] = campo("Horizonte en que se cumple.")
    componente: Dato[Componente] = campo("Componente al que pertenece.")
    problemas: Lista[RefProblema] = campo("Problemas del diagnóstico a los que responde.")
    vision: Dato[RefVision] = campo("Visión de la que se desprende.")
    superior: Dato[RefObjetivo] = campo("Objetivo general del que este es parte.")
    es_de_riesgo: Dato[SiNo] = campo("Si busca conocer o reducir el riesgo de desastres.")


class Fines(Modelo):
    """Visión y objetivos."""

    vision: Dato[Vision] = campo("Visión del territorio.")
    objetivos: Lista[Objetivo] = campo("Objetivos del plan.")


class Estrategia(Elemento):
    """Camino con que se busca un objetivo."""

    texto: Dato[Texto] = campo("Texto de la estrategia.")
    es_de_riesgo: Dato[SiNo] = campo("Si sirve para conocer o reducir el riesgo de desastres.")
    plazo: Dato[Plazo] = campo("Horizonte.")
    componente: Dato[Componente] = campo("Componente al que pertenece.")
    objetivos: Lista[RefObjetivo] = campo("Objetivos que persigue.")


class Decision(Elemento):
    """Decisión del modelo de ocupación."""

    texto: Dato[Texto] = campo("Qué se decide.")
    sistema: Dato[SistemaEstructurante] = campo("Sistema estructurante.")
    componente: Dato[Componente] = campo("Componente.")
    objetivos: Lista[RefObjetivo] = campo("Objetivos a los que sirve.")
    estrategias: Lista[RefEstrategia] = campo("Estrategias que la desarrollan.")
    determinantes: Lista[RefDeterminante] = campo("Determinantes que acoge.")
    articulo: Dato[Texto] = campo("Artículo que la adopta.")


class Programa(Elemento):
    """Grupo de proyectos del plan."""

    estrategias: Lista[RefEstrategia] = campo("Estrategias que ejecuta.")
    objetivos: Lista[RefObjetivo] = campo("Objetivos a los que sirve.")
    plazo: Dato[Plazo] = campo("Horizonte.")


class Proyecto(Elemento):
    """Proyecto del plan."""

    descripcion: Dato[Texto] = campo("En qué consiste.")
    programa: Dato[RefPrograma] = campo("Programa del plan al que pertenece.")
    estrategias: Lista[RefEstrategia] = campo("Estrategias que ejecuta.")
    objetivos: Lista[RefObjetivo] = campo("Objetivos a los que sirve.")
    decisiones: Lista[RefDecision] = campo("Decisiones del modelo de ocupación que concreta.")
    sistema: Dato[SistemaEstructurante] = campo("Sistema estructurante.")
    componente: Dato[Componente] = campo("Componente.")
    plazo: Dato[Plazo] = campo("Horizonte en que se ejecuta.")
    localizacion: Dato[Texto] = campo("Dónde se ejecuta.")
    costo: Dato[Dinero] = campo("Costo estimado, con su año base.")
    fuente_de_financiacion: Dato[Texto] = campo("Con qué se piensa pagar.")
    es_de_riesgo: Dato[SiNo] = campo("Si reduce o atiende el riesgo de desastres.")
    accion_de_riesgo: Dato[AccionDeRiesgo] = campo("Si es de riesgo, qué hace.")
    analisis_de_riesgo: Dato[SiNo] = campo("Si su formulación trae análisis de riesgo de desastres.")
    depende_de: Lista[RefProyecto] = campo("Proyectos que deben ejecutarse antes.")
    indicadores: Lista[RefIndicador] = campo("Indicadores que lo miden.")
    programa_pdt: Dato[RefProgramaPdt] = campo("Programa del plan de desarrollo que lo financia.")


class Medios(Modelo):
    """Estrategias, decisiones, programas y proyectos."""

    estrategias: Lista[Estrategia] = campo("Estrategias.")
    decisiones: Lista[Decision] = campo("Decisiones del modelo de ocupación.")
    programas: Lista[Programa] = campo("Programas.")
    proyectos: Lista[Proyecto] = campo("Todos los proyectos del plan; es la única lista de proyectos.")


class Sistema(Elemento):
    """Presencia de un sistema estructurante en los componentes del plan."""

    sistema: Dato[SistemaEstructurante] = campo("Cuál sistema.")
    en_general: Dato[SiNo] = campo("Si está en el componente general.")
    en_urbano: Dato[SiNo] = campo("Si está en el componente urbano.")
    en_rural: Dato[SiNo] = campo("Si está en el componente rural.")

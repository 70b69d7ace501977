"""Bloques `programa_ejecucion` y `plan_desarrollo`: qué se hace en este período y con qué plata."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_territoriales import Prioridad
from plomada.modelo.tipos import Anio, Dato, Dinero, Fecha, Lista, Porcentaje, RefProyecto, Texto, campo


class Fuente(Elemento):
    """Fuente de los recursos de una entrada."""

    fuente: Dato[Texto] = campo("De dónde sale el dinero.")
    monto: Dato[Dinero] = campo("Cuánto aporta, con su año base.")


class Entrada(Elemento):
    """Un proyecto puesto en el programa de ejecución."""

    proyecto: Dato[RefProyecto] = campo("Proyecto de `medios.proyectos` que se ejecuta.")
    prioridad: Dato[Prioridad] = campo("Prioridad.")
    anio: Dato[Anio] = campo("Año en que se ejecuta.")
    actividades: Dato[Texto] = campo("Qué se hace.")
    responsable: Dato[Texto] = campo("Quién responde.")
    costo: Dato[Dinero] = campo("Cuánto cuesta, con su año base.")
    fuentes: Lista[Fuente] = campo("Con qué se paga.")
    codigo_pdt: Dato[Texto] = campo("Código del proyecto en el plan de desarrollo.")


class ProgramaEjecucion(Objeto):
    """Programa de ejecución del período constitucional."""

    desde: Dato[Fecha] = campo("Primer día del período.")
    hasta: Dato[Fecha] = campo("Último día del período.")
    total_declarado: Dato[Dinero] = campo("Total que el programa dice costar.")
    entradas: Lista[Entrada] = campo("Proyectos programados.")


class ProgramaPdt(Elemento):
    """Programa del plan de desarrollo territorial."""

    codigo: Dato[Texto] = campo("Código del programa.")
    recursos: Dato[Dinero] = campo("Recursos asignados.")


class PlanDesarrollo(Objeto):
    """Plan de desarrollo del período."""

    nombre: Dato[Texto] = campo("Nombre del plan de desarrollo.")
    desde: Dato[Fecha] = campo("Primer día del período.")
    hasta: Dato[Fecha] = campo("Último día del período.")
    total_plurianual: Dato[Dinero] = campo("Total del plan plurianual de inversiones.")
    programas: Lista[ProgramaPdt] = campo("Programas.")
    programa_pot: Dato[Dinero] = campo("Recursos del programa de ejecución del plan de ordenamiento.")
    invertido_pot: Dato[Dinero] = campo("Lo invertido en el programa de ejecución.")
    porcentaje_pot_declarado: Dato[Porcentaje] = campo(
        "Parte del plurianual que el documento dice que es del plan."
    )
    porcentaje_ejecucion_declarado: Dato[Porcentaje] = campo("Ejecución que el documento dice tener.")

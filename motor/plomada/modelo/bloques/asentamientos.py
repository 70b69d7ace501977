"""Asentamientos en riesgo y acciones del plan municipal de gestión del riesgo."""

from plomada.modelo.elementos import Elemento
from plomada.modelo.opciones_territoriales import Prioridad, Uso
from plomada.modelo.tipos import Dato, Fecha, Lista, RefProyecto, SiNo, Texto, Viviendas, campo


class AsentamientoEnRiesgo(Elemento):
    """Asentamiento del inventario de asentamientos en riesgo."""

    viviendas: Dato[Viviendas] = campo("Viviendas que lo forman.")
    por_reubicar: Dato[SiNo] = campo("Si su gente se va a trasladar, o ya se trasladó.")
    medida: Dato[Texto] = campo("Qué se hará si no se reubica: obra, manejo o monitoreo que quita el riesgo.")
    proyectos: Lista[RefProyecto] = campo("Proyectos que lo reubican o le quitan el riesgo.")
    uso_posterior: Dato[Uso] = campo("Uso que tendrá el suelo que se desocupe.")
    articulo: Dato[Texto] = campo("Artículo que cambia el uso e impide volver a ocuparlo.")
    adquisicion: Dato[Texto] = campo("Con qué instrumento se adquieren los inmuebles de quien se reubica.")
    desalojado: Dato[SiNo] = campo("Si ya se desocupó.")
    entregado: Dato[Fecha] = campo("Fecha en que lo desocupado se entregó a la autoridad ambiental.")


class AccionDelPlanDeRiesgo(Elemento):
    """Acción del plan municipal de gestión del riesgo que toca el territorio."""

    prioridad: Dato[Prioridad] = campo("Prioridad que le da ese plan.")
    proyecto: Dato[RefProyecto] = campo("Proyecto del plan de ordenamiento que la recoge.")

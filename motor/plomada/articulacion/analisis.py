"""El análisis completo de la cadena de fines y medios de un plan, sin presentarlo."""

from dataclasses import dataclass

from plomada.articulacion.cifras import CifraRehecha, rehacer_cifras
from plomada.articulacion.cuentas import CuentaRehecha, rehacer_cuentas
from plomada.articulacion.estados import Eslabon, examinar
from plomada.articulacion.grafo import FINES_A_MEDIOS, Grafo, Nodo, construir_grafo, elementos_de
from plomada.articulacion.indices import Indice, calcular_global, calcular_indices
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay


@dataclass(frozen=True, slots=True)
class Articulacion:
    """Lo que se sabe de la articulación de un plan.

    `ausentes` dice, por nivel sin elementos, si no está descrito o si el plan declara que no lo hay. `ciclo`
    son los elementos que dependen unos de otros en círculo, si los hay.
    """

    grafo: Grafo
    eslabones: tuple[Eslabon, ...]
    indices: tuple[Indice, ...]
    total: Indice
    ciclo: tuple[Nodo, ...]
    ausentes: tuple[tuple[str, str], ...]
    cuentas: tuple[CuentaRehecha, ...]
    cifras: tuple[CifraRehecha, ...]


def analizar(plan: Plan, grafo: Grafo | None = None) -> Articulacion:
    """Devuelve el análisis; con `grafo`, el que la evaluación ya construyó."""
    hecho = grafo or construir_grafo(plan)
    eslabones = examinar(plan, hecho)
    return Articulacion(
        hecho,
        eslabones,
        calcular_indices(eslabones),
        calcular_global(eslabones),
        hecho.ciclo(),
        _ausentes(plan),
        rehacer_cuentas(plan),
        rehacer_cifras(plan, hecho),
    )


def _ausentes(plan: Plan) -> tuple[tuple[str, str], ...]:
    ausentes = []
    for nivel in FINES_A_MEDIOS:
        hallado = elementos_de(plan, nivel)
        if isinstance(hallado, NoHay):
            ausentes.append((nivel, f"el plan declara que no hay: {hallado.motivo}"))
        elif not hallado:
            ausentes.append((nivel, "sin describir" if hallado is None else "lista vacía"))
    return tuple(ausentes)

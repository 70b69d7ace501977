"""El grafo de fines y medios: qué elemento sirve a cuál, nivel por nivel.

Se construye una vez por plan. Los enlaces que el plan escribe de medio a fin (un proyecto cita sus
estrategias) quedan guardados en los dos sentidos. Los ciclos los busca `graphlib`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay

Nodo: TypeAlias = tuple[str, str]

# De los fines a los medios; cada nivel con la lista del plan donde se describe.
NIVELES: Mapping[str, str] = {
    "vision": "fines.vision",
    "objetivo": "fines.objetivos",
    "estrategia": "medios.estrategias",
    "decision": "medios.decisiones",
    "programa": "medios.programas",
    "proyecto": "medios.proyectos",
    "programa_pdt": "plan_desarrollo.programas",
}
# Cómo se nombra un elemento de cada nivel en una frase.
ROTULOS: Mapping[str, str] = {
    "vision": "la visión",
    "objetivo": "el objetivo",
    "estrategia": "la estrategia",
    "decision": "la decisión",
    "programa": "el programa",
    "proyecto": "el proyecto",
    "programa_pdt": "el programa del plan de desarrollo",
}
# Cómo se nombra la lista de cada nivel.
PLURALES: Mapping[str, str] = {
    "vision": "la visión",
    "objetivo": "los objetivos",
    "estrategia": "las estrategias",
    "decision": "las decisiones del modelo de ocupación",
    "programa": "los programas",
    "proyecto": "los proyectos",
    "programa_pdt": "los programas del plan de desarrollo",
}
FINES_A_MEDIOS: tuple[str, ...] = tuple(NIVELES)
_ORDEN = {nivel: i for i, nivel in enumerate(FINES_A_MEDIOS)}

# Por nivel, los campos con que un elemento cita a otro y el nivel citado.
_ENLACES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "objetivo": (("vision", "vision"), ("superior", "objetivo")),
    "estrategia": (("objetivos", "objetivo"),),
    "decision": (("objetivos", "objetivo"), ("estrategias", "estrategia")),
    "programa": (("estrategias", "estrategia"), ("objetivos", "objetivo")),
    "proyecto": (
        ("programa", "programa"), ("estrategias", "estrategia"), ("objetivos", "objetivo"),
        ("decisiones", "decision"), ("programa_pdt", "programa_pdt"), ("depende_de", "proyecto"),
    ),
}  # fmt: skip


# Un objetivo específico concreta al general del que es parte; que un proyecto espere a otro no lo concreta.
_SE_DESGLOSAN = frozenset({"objetivo"})


@dataclass(frozen=True, slots=True)
class Grafo:
    """Enlaces entre elementos: `medios[n]` son los que concretan a `n` y `fines[n]` a los que sirve.

    `elementos` son los nodos descritos, en el orden de los niveles. `rotos[n]` es lo que `n` cita y el plan
    no describe: esos enlaces no están en ninguno de los otros mapas, así que no llevan a nada.
    """

    elementos: Mapping[Nodo, object]
    medios: Mapping[Nodo, tuple[Nodo, ...]]
    fines: Mapping[Nodo, tuple[Nodo, ...]]
    dependencias: Mapping[Nodo, tuple[Nodo, ...]]
    rotos: Mapping[Nodo, tuple[Nodo, ...]]

    def alcanzados(
        self, origen: Nodo, destino: str, via: tuple[str, ...] = (), directa: bool = False
    ) -> set[Nodo]:
        """Devuelve los elementos del nivel `destino` a los que se llega desde `origen`.

        `via` obliga a pasar por esos niveles, en orden; `directa` exige que cada tramo sea un solo enlace.
        """
        actuales = {origen}
        for nivel in (*via, destino):
            paso = self._vecinos if directa else self._por_cualquier_camino
            actuales = {n for a in actuales for n in paso(a, nivel)}
        return actuales

    def _enlaces_hacia(self, nivel_de: str, nivel: str) -> Mapping[Nodo, tuple[Nodo, ...]]:
        return self.medios if _ORDEN[nivel_de] < _ORDEN[nivel] else self.fines

    def _vecinos(self, nodo: Nodo, nivel: str) -> Iterator[Nodo]:
        return (n for n in self._enlaces_hacia(nodo[0], nivel).get(nodo, ()) if n[0] == nivel)

    def _por_cualquier_camino(self, nodo: Nodo, nivel: str) -> Iterator[Nodo]:
        enlaces = self._enlaces_hacia(nodo[0], nivel)
        limite, signo = _ORDEN[nivel], 1 if _ORDEN[nodo[0]] < _ORDEN[nivel] else -1
        vistos, pendientes = {nodo}, [nodo]
        while pendientes:
            for n in enlaces.get(pendientes.pop(), ()):
                if n not in vistos and (limite - _ORDEN[n[0]]) * signo >= 0:
                    vistos.add(n)
                    if n[0] == nivel:
                        yield n
                    else:
                        pendientes.append(n)

    def tramo_mas_largo(self, origen: Nodo, destino: str, via: tuple[str, ...] = ()) -> tuple[Nodo, ...]:
        """Devuelve el camino existente que más se acerca al nivel `destino`, empezando en `origen`.

        Si hay varios igual de largos, el de ids menores: el resultado no depende del orden de las listas.
        """
        enlaces = self._enlaces_hacia(origen[0], destino)
        permitidos = set(via) | {destino} if via else set(FINES_A_MEDIOS)
        mejor: tuple[Nodo, ...] = (origen,)
        caminos = [mejor]
        while caminos:
            camino = caminos.pop()
            if _avance(camino, destino) > _avance(mejor, destino) or (
                _avance(camino, destino) == _avance(mejor, destino) and camino < mejor
            ):
                mejor = camino
            siguientes = {n for n in enlaces.get(camino[-1], ()) if n[0] in permitidos and n not in camino}
            caminos.extend((*camino, n) for n in sorted(siguientes)[:_RAMAS_MAXIMAS])
            if len(caminos) > _CAMINOS_MAXIMOS:
                break
        return mejor

    def ciclo(self) -> tuple[Nodo, ...]:
        """Devuelve un ciclo de elementos, o ninguno si la cadena no se muerde la cola."""
        try:
            tuple(
                TopologicalSorter({n: list(v) for n, v in sorted(self.dependencias.items())}).static_order()
            )
        except CycleError as hallado:
            nodos: tuple[Nodo, ...] = tuple(hallado.args[1])
            return nodos
        return ()


_RAMAS_MAXIMAS = 8
_CAMINOS_MAXIMOS = 2_000


def _avance(camino: tuple[Nodo, ...], destino: str) -> int:
    return -abs(_ORDEN[destino] - _ORDEN[camino[-1][0]])


def elementos_de(plan: Plan, nivel: str) -> tuple[object, ...] | NoHay | None:
    """Devuelve los elementos descritos de un nivel, o cómo es que no están."""
    bloque, campo = NIVELES[nivel].split(".")
    hallado: object = getattr(getattr(plan, bloque), campo)
    if hallado is None or isinstance(hallado, NoHay | tuple):
        return hallado
    return (hallado,)


def construir_grafo(plan: Plan) -> Grafo:
    """Devuelve el grafo de fines y medios del plan."""
    elementos = _elementos(plan)
    medios: dict[Nodo, list[Nodo]] = {}
    fines: dict[Nodo, list[Nodo]] = {}
    dependencias: dict[Nodo, list[Nodo]] = {}
    rotos: dict[Nodo, list[Nodo]] = {}
    for nodo, citado in _citas(elementos):
        if citado not in elementos:
            rotos.setdefault(nodo, []).append(citado)
            continue
        dependencias.setdefault(nodo, []).append(citado)
        if nodo[0] == citado[0] and nodo[0] not in _SE_DESGLOSAN:
            continue
        alto, bajo = (citado, nodo) if _ORDEN[citado[0]] <= _ORDEN[nodo[0]] else (nodo, citado)
        medios.setdefault(alto, []).append(bajo)
        fines.setdefault(bajo, []).append(alto)
    return Grafo(elementos, _fijar(medios), _fijar(fines), _fijar(dependencias), _fijar(rotos))


@dataclass(frozen=True)
class Cadena:
    """La cadena de fines y medios de un plan: el grafo se construye al pedirlo, y una sola vez.

    Es un cálculo sobre el plan y no algo que se concluya de él: dos cadenas no se distinguen al comparar.
    """

    plan: Plan = field(compare=False, repr=False)

    @cached_property
    def grafo(self) -> Grafo:
        """Grafo de fines y medios del plan."""
        return construir_grafo(self.plan)


def _fijar(enlaces: dict[Nodo, list[Nodo]]) -> dict[Nodo, tuple[Nodo, ...]]:
    return {nodo: tuple(dict.fromkeys(otros)) for nodo, otros in enlaces.items()}


def _elementos(plan: Plan) -> dict[Nodo, object]:
    return {
        (nivel, str(getattr(elemento, "id", ""))): elemento
        for nivel in NIVELES
        if isinstance(elementos := elementos_de(plan, nivel), tuple)
        for elemento in elementos
    }


def _citas(elementos: Mapping[Nodo, object]) -> Iterator[tuple[Nodo, Nodo]]:
    for propio, elemento in elementos.items():
        for campo, citado in _ENLACES.get(propio[0], ()):
            for id_ in _ids(getattr(elemento, campo)):
                yield propio, (citado, id_)


def _ids(valor: object) -> Iterable[str]:
    if isinstance(valor, str):
        return (valor,)
    return valor if isinstance(valor, tuple) else ()

"""Rutas canónicas del plan (`medios.proyectos[P1].costo`): se parten, se leen y se llenan sin tocar el plan.

Entra: la ruta como la escribe quien explica una regla. Sale: sus pasos, el dato, o un plan igual con el dato.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from plomada.modelo.formas import Forma, campos_de, tipos_citables
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay

Pasos: TypeAlias = tuple[str, ...]
FORMA_DEL_PLAN = Forma("objeto", "plan", modelo=Plan)


def partir(ruta: str) -> Pasos:
    """Devuelve los pasos de la ruta; el de un elemento de lista va entre corchetes.

    >>> partir("medios.proyectos[P1.a].costo")
    ('medios', 'proyectos', '[P1.a]', 'costo')
    """
    pasos: list[str] = []
    hondo, desde = 0, 0
    for i, c in enumerate(ruta):
        if c == "[" and (hondo := hondo + 1) == 1 or c == "." and hondo == 0:
            pasos.append(ruta[desde:i])
            desde = i if c == "[" else i + 1
        elif c == "]" and hondo and (hondo := hondo - 1) == 0:
            pasos.append(ruta[desde : i + 1])
            desde = i + 1
    return tuple(p for p in (*pasos, ruta[desde:]) if p)


def campo_de(pasos: Pasos) -> str:
    """Devuelve la ruta sin decir de qué elemento, que es la misma para todos.

    >>> campo_de(("medios", "proyectos", "[P1]", "costo"))
    'medios.proyectos[].costo'
    """
    escrita = ""
    for paso in pasos:
        escrita += "[]" if paso.startswith("[") else f".{paso}" if escrita else paso
    return escrita


def formas_de(pasos: Pasos) -> tuple[Forma, ...]:
    """Devuelve la forma de cada paso, o vacío si la ruta no es del plan."""
    forma, halladas = FORMA_DEL_PLAN, []
    for paso in pasos:
        siguiente = _siguiente(forma, paso)
        if siguiente is None:
            return ()
        halladas.append(siguiente)
        forma = siguiente
    return tuple(halladas)


def _siguiente(forma: Forma, paso: str) -> Forma | None:
    if paso.startswith("["):
        return forma.dentro if forma.clase == "lista" else None
    if forma.clase == "mapa":
        return forma.dentro
    return campos_de(forma.modelo).get(paso) if forma.modelo is not None else None


class Lector:
    """Lee rutas de un plan; guarda el índice por id de cada lista que visita, mientras viva."""

    def __init__(self, plan: Plan) -> None:
        """Recibe el plan."""
        self._plan = plan
        self._indices: dict[int, dict[str, object]] = {}

    def leer(self, pasos: Pasos) -> object:
        """Devuelve lo que hay: `None` si nadie lo describió, o la ausencia declarada en el camino."""
        hallado: object = self._plan
        for paso in pasos:
            if hallado is None or isinstance(hallado, NoHay):
                return hallado
            hallado = self._entrar(hallado, paso)
        return hallado

    def _entrar(self, objeto: object, paso: str) -> object:
        if not paso.startswith("["):
            return objeto.get(paso) if isinstance(objeto, Mapping) else getattr(objeto, paso, None)
        if not isinstance(objeto, tuple):
            return None
        if id(objeto) not in self._indices:
            self._indices[id(objeto)] = {_paso_a(e): e for e in objeto}
        return self._indices[id(objeto)].get(paso)

    def seguir(self, ruta: str) -> str:
        """Devuelve la ruta donde el dato se escribe: si pasa por una referencia, la del elemento citado."""
        pasos, forma = partir(ruta), FORMA_DEL_PLAN
        for i, paso in enumerate(pasos):
            siguiente = _siguiente(forma, paso)
            if siguiente is None:
                break
            if siguiente.clase == "referencia" and pasos[i + 1 :]:
                citado = self.leer(pasos[: i + 1])
                if not isinstance(citado, str):
                    break
                lista = tipos_citables(Plan)[siguiente.tipo]
                return self.seguir(".".join([f"{lista}[{citado}]", *pasos[i + 1 :]]).replace(".[", "["))
            forma = siguiente
        return ruta


def leer(plan: Plan, pasos: Pasos) -> object:
    """Devuelve lo que hay en una sola ruta; para muchas, use un `Lector`."""
    return Lector(plan).leer(pasos)


def _paso_a(elemento: object) -> str:
    return f"[{getattr(elemento, 'id', '')}]"


def _hijo(objeto: object, paso: str) -> object:
    return objeto.get(paso) if isinstance(objeto, Mapping) else getattr(objeto, paso, None)


def llenar(
    plan: Plan, rutas: Sequence[Pasos], poner: Callable[[Any], Any], crear: Callable[[Forma], Any]
) -> Plan:
    """Devuelve un plan igual con `poner(actual)` en cada ruta; lo que falte en el camino lo da `crear`."""
    lleno: Plan = _llenar(plan, FORMA_DEL_PLAN, rutas, poner, crear)
    return lleno


def _llenar(
    objeto: Any,  # noqa: ANN401 - cualquier parte del plan
    forma: Forma,
    rutas: Iterable[Pasos],
    poner: Callable[[Any], Any],
    crear: Callable[[Forma], Any],
) -> Any:  # noqa: ANN401
    grupos: dict[str, list[Pasos]] = defaultdict(list)
    for ruta in rutas:
        if not ruta:
            return poner(objeto)
        grupos[ruta[0]].append(ruta[1:])
    if isinstance(objeto, tuple):
        interna = forma.dentro or forma
        return tuple(
            _llenar(e, interna, grupos[k], poner, crear)
            if (k := f"[{getattr(e, 'id', '')}]") in grupos
            else e
            for e in objeto
        )
    base = crear(forma) if objeto is None else objeto
    nuevos = {
        paso: _llenar(_hijo(base, paso), _siguiente(forma, paso) or forma, resto, poner, crear)
        for paso, resto in grupos.items()
    }
    if isinstance(base, Mapping):
        return MappingProxyType({**base, **nuevos})
    return base.model_copy(update=nuevos)

"""Sabe si un elemento que un hallazgo nombra (`proyecto P1`) está descrito en el plan."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plomada.lenguaje.compilador.ficha import FichaDeRegla

_ENTRE_CORCHETES = re.compile(r"\[([^\]]*)\]")
SEPARADOR = " · "


@dataclass(frozen=True, slots=True)
class Presencia:
    """Los ids que el plan describe, por lista, y de qué lista sale cada variable de cada regla."""

    ids: Mapping[str, frozenset[str]]
    listas: Mapping[str, Mapping[str, str]]

    def esta(self, regla: str, elemento: str) -> bool:
        """Dice si todos los elementos que la combinación nombra están; el plan entero siempre está."""
        listas = self.listas.get(regla, {})
        for parte in elemento.split(SEPARADOR):
            variable, _, id_ = parte.partition(" ")
            if id_ and variable in listas and id_ not in self._de(listas[variable]):
                return False
        return True

    def nombrables(self, regla: str) -> tuple[str, ...]:
        """Devuelve los elementos de las listas que la regla recorre, como los nombra un hallazgo."""
        return tuple(
            f"{variable} {id_}"
            for variable, lista in sorted(self.listas.get(regla, {}).items())
            for id_ in sorted(self._de(lista))
        )

    def _de(self, lista: str) -> frozenset[str]:
        """Une los de la lista y los de las que van dentro: de una variable anidada se sabe la de afuera."""
        dentro = f"{lista}."
        return frozenset(
            i for ruta, ids in self.ids.items() if ruta == lista or ruta.startswith(dentro) for i in ids
        )


def presencia_de(rutas: Iterable[str], fichas: Iterable[FichaDeRegla]) -> Presencia:
    """Devuelve lo que está descrito; `rutas` son las canónicas del plan (`medios.proyectos[P1].costo`)."""
    ids: dict[str, set[str]] = defaultdict(set)
    for ruta in rutas:
        for hallado in _ENTRE_CORCHETES.finditer(ruta):
            ids[_ENTRE_CORCHETES.sub("", ruta[: hallado.start()])].add(hallado[1])
    listas = {f.id: dict(f.listas) for f in fichas}
    return Presencia({lista: frozenset(propios) for lista, propios in ids.items()}, listas)

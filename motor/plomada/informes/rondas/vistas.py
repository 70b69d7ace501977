"""Lo que una ronda dice de cada elemento: lo escrito en sus hallazgos y lo que da a entender al callar.

Una regla solo escribe un hallazgo por elemento que no cumple. De los demás se entiende que cumplen, salvo que
la regla entera diga otra cosa o que el elemento ya no esté en el plan.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.elementos import Presencia
from plomada.informes.partes import ReglaInformada
from plomada.informes.vista import Informe

AUSENTE = ""
Clave = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Vista:
    """Un informe indexado; `presencia` es None si solo se tiene el informe y no el plan."""

    informe: Informe
    reglas: Mapping[str, ReglaInformada]
    hallazgos: Mapping[Clave, tuple[Hallazgo, ...]]
    presencia: Presencia | None = None

    def de(self, clave: Clave) -> tuple[Hallazgo, ...]:
        """Devuelve los hallazgos escritos de una regla y un elemento."""
        return self.hallazgos.get(clave, ())

    def existe(self, clave: Clave) -> bool | None:
        """Dice si el elemento está en el plan; None si no se tiene el plan para saberlo."""
        if not clave[1]:
            return True
        return None if self.presencia is None else self.presencia.esta(*clave)

    def da_a_entender(self, clave: Clave) -> str:
        """Devuelve el veredicto de un elemento del que no hay hallazgo; vacío si allí no existía."""
        regla, elemento = clave
        propia = self.reglas.get(regla)
        if propia is None:
            return AUSENTE
        if not elemento:
            return propia.veredicto.value
        del_plan_entero = [h.veredicto for h in self.de((regla, ""))]
        if del_plan_entero and del_plan_entero[0] is not Veredicto.CUMPLE:
            return del_plan_entero[0].value
        return AUSENTE if self.existe(clave) is False else Veredicto.CUMPLE.value

    def desenlace(self, clave: Clave) -> tuple[tuple[str, str], ...]:
        """Devuelve veredicto y modo de lo que se dice, escrito o no, de una regla y un elemento."""
        escritos = self.de(clave)
        if not escritos:
            return ((self.da_a_entender(clave), ""),)
        return tuple(sorted((h.veredicto.value, h.modo) for h in escritos))


def vista_de(informe: Informe, presencia: Presencia | None = None) -> Vista:
    """Devuelve el informe indexado por regla y elemento."""
    hallazgos: dict[Clave, list[Hallazgo]] = defaultdict(list)
    for regla in informe.reglas:
        for h in regla.hallazgos:
            hallazgos[regla.regla, h.elemento].append(h)
    return Vista(
        informe,
        {r.regla: r for r in informe.reglas},
        {clave: tuple(propios) for clave, propios in hallazgos.items()},
        presencia,
    )

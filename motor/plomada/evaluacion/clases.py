"""Con qué clase de plan se evalúa: la más exigente entre la declarada y la que da la población."""

from dataclasses import dataclass
from typing import Protocol

from plomada.modelo.opciones import ClaseDePlan
from plomada.valores.logica import Verdad

# Cada clase, de la más exigente a la menos, con el `define` que dice si el municipio está obligado a ella.
DEFINE_DE_CLASE: tuple[tuple[str, str], ...] = (
    (ClaseDePlan.POT.value, "poblacion_exige_pot"),
    (ClaseDePlan.PBOT.value, "poblacion_exige_pbot"),
)
_MENOS_EXIGENTE = ClaseDePlan.EOT.value
_ORDEN = (*(clase for clase, _ in DEFINE_DE_CLASE), _MENOS_EXIGENTE)


class _Consulta(Protocol):
    def __call__(self, define: str) -> Verdad: ...


@dataclass(frozen=True, slots=True)
class ClaseAplicada:
    """La clase declarada, la que da la población (vacía si no consta) y la que se aplica."""

    declarada: str
    por_poblacion: str
    aplicada: str


def elegir_clase(declarada: str, consultar: _Consulta) -> ClaseAplicada:
    """Devuelve la clase con que se evalúa el plan; sin población, la declarada."""
    por_poblacion = _por_poblacion(consultar)
    posibles = [c for c in (declarada, por_poblacion) if c]
    return ClaseAplicada(declarada, por_poblacion, min(posibles, key=_ORDEN.index))


def _por_poblacion(consultar: _Consulta) -> str:
    for clase, define in DEFINE_DE_CLASE:
        exige = consultar(define)
        if exige is True:
            return clase
        if exige is not False:
            return ""
    return _MENOS_EXIGENTE

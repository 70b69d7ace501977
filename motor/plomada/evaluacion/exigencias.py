"""Qué se le exige a un plan según su clase, su trámite y la fecha, antes de saber nada más de él.

Entra: Paquete, un plan que solo dice su clase, su trámite y lo que no hay, y la fecha.
Sale: por cada regla, si se exige, de qué depende o por qué no.
Usa la misma decisión que la evaluación: no hay otra lista que mantener.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plomada.evaluacion.ejecutar import Pedido, abrir
from plomada.evaluacion.frases import nombrar_dato
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.plan import Plan

_NO_SE_SABE = frozenset({"no se sabe si aplica", "alcance"})


@dataclass(frozen=True, slots=True)
class Exigible:
    """Una regla frente a un trámite.

    `se_exige` es falso si no se pide, y `motivo` dice por qué. `depende_de` nombra los datos del plan que
    faltan para saberlo; vacío si se exige sin más. `fuerza` es con la que se exige.
    """

    ficha: FichaDeRegla
    requisito: str
    se_exige: bool
    depende_de: tuple[str, ...] = ()
    motivo: str = ""
    fuerza: str = ""


def exigir(paquete: Paquete, plan: Plan, pedido: Pedido) -> Iterator[Exigible]:
    """Devuelve, en el orden de las reglas, qué pasa con cada una."""
    _, corrida = abrir(paquete, plan, replace(pedido, con_frases=False))
    for ficha in paquete.fichas:
        yield _de(ficha, corrida.evaluar(ficha), paquete)


def _de(ficha: FichaDeRegla, r: Resultado, paquete: Paquete) -> Exigible:
    if r.veredicto is Veredicto.NO_APLICA:
        return Exigible(ficha, r.requisito, se_exige=False, motivo=r.motivo)
    dudosos = [h for h in r.hallazgos if h.modo in _NO_SE_SABE]
    datos = dict.fromkeys(h.dato for h in dudosos if h.dato)
    depende = tuple(nombrar_dato(d, ficha.listas, paquete.registro) for d in datos)
    if dudosos and not depende:
        depende = (r.motivo,)
    return Exigible(ficha, r.requisito, True, depende, "", r.fuerza)

"""Qué reglas quedarían decididas si un dato, y solo ese, apareciera: se prueba, no se supone.

Para cada campo que falta se llena el plan con varias muestras y se vuelven a correr las reglas que lo echan
de menos. Si quedan decididas con todas las muestras, el dato las decide; si solo con algunas, depende de lo
que el dato diga; si con ninguna, el dato participa pero hace falta algo más.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from plomada.evaluacion.conjeturas.huecos import SIN_DESCRIBIR, Hueco, huecos_de
from plomada.evaluacion.conjeturas.muestras import Muestrario
from plomada.evaluacion.conjeturas.rutas import Lector, Pasos, campo_de, formas_de, llenar, partir
from plomada.evaluacion.ejecutar import Corrida, Pedido, abrir
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.modelo.formas import Forma
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay

_SE_AGREGA = frozenset({"vacío", "ninguno tras el filtro"})
_SE_REEMPLAZA = frozenset({SIN_DESCRIBIR, "sin evidencia", "por confirmar", "cita no hallada"})
_SIN_DECIDIR = frozenset({Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO, Veredicto.ERROR})


@dataclass(frozen=True, slots=True)
class DatoQueFalta:
    """Un campo que falta en uno o varios elementos, con las reglas que lo echan de menos.

    `decide` son las que quedarían decididas diga lo que diga; `segun` las que quedarían decididas según lo
    que diga; `participa` las demás. `por_elemento` dice cuáles quedarían decididas con el dato de ese solo
    elemento: las que no lo echan de menos en ninguno más. `se_probo` es falso si no se puede suponer.
    """

    campo: str
    causas: tuple[str, ...]
    rutas: tuple[str, ...]
    decide: tuple[str, ...]
    segun: tuple[str, ...]
    participa: tuple[str, ...]
    por_elemento: tuple[tuple[str, tuple[str, ...]], ...]
    se_probo: bool


@dataclass(frozen=True, slots=True)
class Faltantes:
    """Los datos que faltan y los resultados del plan como está, sin sus explicaciones en frases."""

    datos: tuple[DatoQueFalta, ...]
    resultados: tuple[Resultado, ...]


def _callado(hechos: int, total: int) -> None:
    """No dice por dónde va."""


def buscar_faltantes(
    paquete: Paquete, plan: Plan, pedido: Pedido, progreso: Callable[[int, int], None] = _callado
) -> Faltantes:
    """Devuelve todo dato que dejó alguna regla sin constar, con lo que decidiría.

    `progreso` recibe cuántos datos se han probado y cuántos son.
    """
    lector = Lector(plan)
    _, corrida = abrir(paquete, plan, replace(pedido, con_frases=False))
    resultados = tuple(corrida.resultados())
    por_campo: dict[str, list[Hueco]] = defaultdict(list)
    for ficha, resultado in zip(paquete.fichas, resultados, strict=True):
        for hueco in dict.fromkeys(huecos_de(corrida, ficha, resultado, lector)):
            por_campo[campo_de(partir(hueco.ruta))].append(hueco)
    datos = []
    for hechos, (campo, huecos) in enumerate(sorted(por_campo.items())):
        progreso(hechos, len(por_campo))
        datos.append(_dato(corrida, lector, campo, huecos))
    return Faltantes(tuple(datos), resultados)


def _dato(corrida: Corrida, lector: Lector, campo: str, huecos: list[Hueco]) -> DatoQueFalta:
    reglas = tuple(dict.fromkeys(h.regla for h in huecos))
    veces = list(_probar(corrida, lector, huecos, reglas))
    decide = tuple(r for r in reglas if veces and all(r in v for v in veces))
    segun = tuple(r for r in reglas if r not in decide and any(r in v for v in veces))
    return DatoQueFalta(
        campo=campo,
        causas=tuple(sorted({h.causa for h in huecos})),
        rutas=tuple(sorted({h.ruta for h in huecos})),
        decide=decide,
        segun=segun,
        participa=tuple(r for r in reglas if r not in decide and r not in segun),
        por_elemento=_por_elemento(huecos, frozenset(decide)),
        se_probo=bool(veces),
    )


def _por_elemento(huecos: Iterable[Hueco], decide: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rutas_de: dict[str, set[str]] = defaultdict(set)
    reglas_de: dict[str, dict[str, None]] = defaultdict(dict)
    for h in huecos:
        rutas_de[h.regla].add(h.ruta)
        reglas_de[h.ruta].setdefault(h.regla)
    return tuple(
        (ruta, tuple(r for r in reglas if r in decide and len(rutas_de[r]) == 1))
        for ruta, reglas in sorted(reglas_de.items())
    )


def _probar(
    corrida: Corrida, lector: Lector, huecos: list[Hueco], reglas: tuple[str, ...]
) -> Iterator[frozenset[str]]:
    """Por cada muestra, las reglas que quedan decididas; nada si el dato no se puede poner."""
    rutas = {partir(h.ruta): h.causa for h in huecos}
    posibles = [p for p, causa in rutas.items() if _se_puede_poner(lector, p, causa)]
    if not posibles:
        return
    muestrario = Muestrario(corrida.hechos.fecha, corrida.hechos.indice)
    agrega = any(rutas[p] in _SE_AGREGA for p in posibles)
    fichas = {f.id: f for f in corrida.paquete.fichas}
    for muestra in muestrario.muestras(formas_de(posibles[0])[-1]):
        plan = _con(corrida.plan, posibles, muestra, agrega, muestrario)
        _, otra = abrir(corrida.paquete, plan, corrida.pedido)
        yield frozenset(r for r in reglas if otra.evaluar(fichas[r]).veredicto not in _SIN_DECIDIR)


def _se_puede_poner(lector: Lector, pasos: Pasos, causa: str) -> bool:
    formas = formas_de(pasos)
    if not formas or causa not in _SE_AGREGA | _SE_REEMPLAZA:
        return False
    actual = lector.leer(pasos)
    if isinstance(actual, NoHay) or not _estan_sus_elementos(lector, pasos):
        return False
    if causa in _SE_AGREGA:
        return isinstance(actual, tuple) and formas[-1].clase == "lista"
    return actual is None or causa != SIN_DESCRIBIR


def _estan_sus_elementos(lector: Lector, pasos: Pasos) -> bool:
    """Dice si cada elemento que la ruta nombra está descrito: de uno que no existe no se supone nada."""
    return all(lector.leer(pasos[: i + 1]) is not None for i, p in enumerate(pasos) if p.startswith("["))


def _con(plan: Plan, rutas: list[Pasos], muestra: Any, agrega: bool, m: Muestrario) -> Plan:  # noqa: ANN401
    def poner(actual: Any) -> Any:  # noqa: ANN401 - cualquier parte del plan
        return (*actual, *muestra) if agrega and isinstance(actual, tuple) else muestra

    def crear(forma: Forma) -> Any:  # noqa: ANN401
        return m.minimo(forma)

    return llenar(plan, rutas, poner, crear)

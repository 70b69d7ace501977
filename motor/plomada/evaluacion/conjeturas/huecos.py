"""Los datos que impidieron decidir: por qué no consta cada regla y qué otros datos le faltaban.

Invariante: toda regla que no consta deja al menos un hueco; ninguna se pierde por no tener dato con nombre.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plomada.evaluacion.conjeturas.rutas import Lector, formas_de, partir
from plomada.evaluacion.ejecutar import Corrida
from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.valores.logica import Causa

SIN_DESCRIBIR = "sin describir"
SIN_NOMBRE = "(sin un dato con nombre)"


@dataclass(frozen=True, slots=True)
class Hueco:
    """Un dato que a una regla le falta; `causa` es por qué no sirve lo que hay, si hay algo."""

    regla: str
    ruta: str
    causa: str
    detalle: str = ""


def huecos_de(corrida: Corrida, ficha: FichaDeRegla, resultado: Resultado, lector: Lector) -> Iterator[Hueco]:
    """Devuelve los huecos de una regla; ninguno si la regla quedó decidida."""
    if resultado.veredicto is not Veredicto.NO_CONSTA:
        return
    if not resultado.fuerza:  # no llegó a correr: no se sabe si aplica
        dato = resultado.hallazgos[0].dato
        yield Hueco(ficha.id, _sin_adorno(dato) or SIN_NOMBRE, SIN_DESCRIBIR, resultado.motivo)
        return
    _, valor, malos, _ = corrida.paquete.decidir(ficha)(corrida.plan, corrida.hechos)
    for (elementos, causa), hallazgo in zip(malos or (((), valor),), resultado.hallazgos, strict=True):
        if hallazgo.veredicto is Veredicto.NO_CONSTA:
            yield from _del_hallazgo(corrida, ficha, lector, (elementos, causa, hallazgo))


def _del_hallazgo(
    corrida: Corrida,
    ficha: FichaDeRegla,
    lector: Lector,
    explicado: tuple[tuple[Any, ...], Causa, Hallazgo],
) -> Iterator[Hueco]:
    elementos, causa, h = explicado
    leidos = corrida.paquete.datos(ficha)(corrida.plan, corrida.hechos, *elementos)
    faltan = [ruta for ruta, valor in leidos if valor is None]

    def hueco(de: Causa, tipo: str) -> Hueco:
        ruta = lector.seguir(_canonica(de.ruta, faltan, ficha))
        return Hueco(ficha.id, ruta, tipo, de.detalle)

    yield hueco(causa, h.causa or SIN_DESCRIBIR)
    for ruta in faltan:
        yield Hueco(ficha.id, lector.seguir(ruta), SIN_DESCRIBIR)
    for _, valor in leidos:
        if isinstance(valor, Causa) and valor != causa and not valor.es_ausencia_declarada:
            yield hueco(valor, valor.tipo)


def _canonica(ruta: str, canonicas: list[str], ficha: FichaDeRegla) -> str:
    """Devuelve la ruta en el plan de un dato que la regla nombra por su variable."""
    limpia = _sin_adorno(ruta)
    primera, _, resto = limpia.partition(".")
    base = dict(ficha.listas).get(primera)
    if not limpia:
        return SIN_NOMBRE
    if base is None or formas_de(partir(limpia)):
        return limpia
    halladas = [r for r in canonicas if resto and r.endswith(f"].{resto}")]
    return halladas[0] if halladas else f"{base}[].{resto}" if resto else base


def _sin_adorno(ruta: str) -> str:
    return " ".join(ruta.split())

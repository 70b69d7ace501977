"""Aplica las aceptaciones a una evaluación: dice qué ampara cada una y qué hay que revisar de ellas.

Una aceptación nunca cambia un veredicto, un total de veredictos ni el código de salida: un incumplimiento
aceptado sigue siendo un incumplimiento, y se muestra como aceptado. Error de la herramienta no se acepta.
Lo que nombra una que no vale, o que nombra más de lo firmado, no está aceptado y se dice aparte.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.cargadores.aceptaciones import AceptacionesLeidas
from plomada.evaluacion.conjeturas.rutas import formas_de, leer, partir
from plomada.evaluacion.resultados import Evaluacion, Hallazgo, Resultado
from plomada.evaluacion.soporte import escribir
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.aceptaciones.partes import (
    INVALIDAN,
    AceptacionesInformadas,
    AceptacionInformada,
    Amparado,
    HallazgoDeAceptacion,
)
from plomada.informes.aceptaciones.revisar import Caso, revisar
from plomada.informes.aceptaciones.vigilar import cambio
from plomada.informes.elementos import Presencia
from plomada.informes.orden import clave_de_hallazgo
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.vista import Informe
from plomada.modelo.aceptaciones import EL_PLAN, TODOS, Aceptacion, DatoVigilado
from plomada.modelo.plan import Plan
from plomada.valores.texto import plegar

_ACEPTABLES = frozenset({Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO})


@dataclass(frozen=True, slots=True)
class Evaluado:
    """De qué evaluación se trata: sus resultados, el plan y los elementos que el plan describe."""

    evaluacion: Evaluacion
    plan: Plan
    presencia: Presencia


def con_aceptaciones(informe: Informe, leidas: AceptacionesLeidas, evaluado: Evaluado) -> Informe:
    """Devuelve el informe con las aceptaciones aparte y contadas; todo lo demás queda igual."""
    resultados = {r.regla: r for r in evaluado.evaluacion.resultados}
    casos = [_caso(n, a, str(t), evaluado, resultados) for n, a, t in leidas.nombradas()]
    visibles = {r.regla for r in informe.reglas} | {c.regla for c in casos if c.regla not in resultados}
    revisadas = [tuple(revisar(c, evaluado.presencia, resultados)) for c in casos]
    informadas = tuple(map(_informar, casos, revisadas))
    hallazgos = tuple(h for suyos in revisadas for h in suyos)
    return informe.model_copy(
        update={
            "aceptaciones": _las_visibles(informadas, hallazgos, visibles),
            "totales": informe.totales.model_copy(update=_totales(casos, evaluado.evaluacion.resultados)),
        }
    )


def ignorar_aceptaciones(informe: Informe) -> Informe:
    """Devuelve el informe diciendo que las aceptaciones de la entrega no se tuvieron en cuenta."""
    return informe.model_copy(update={"aceptaciones": AceptacionesInformadas(ignoradas=True)})


def _las_visibles(
    informadas: tuple[AceptacionInformada, ...],
    hallazgos: tuple[HallazgoDeAceptacion, ...],
    visibles: set[str],
) -> AceptacionesInformadas:
    propias = tuple(a for a in informadas if a.regla in visibles)
    return AceptacionesInformadas(
        aceptaciones=propias,
        hallazgos=tuple(h for h in hallazgos if h.regla in visibles),
        ocultas=len(informadas) - len(propias),
    )


def _caso(
    nombre: str, a: Aceptacion, lugar: str, evaluado: Evaluado, resultados: Mapping[str, Resultado]
) -> Caso:
    resultado = resultados.get(a.regla)
    hallazgos = () if resultado is None else resultado.hallazgos
    suyos = (h for h in hallazgos if h.veredicto in _ACEPTABLES and _es_de(a, h))
    nombrados = sorted(suyos, key=clave_de_hallazgo)
    vigilado = a.hasta_que_cambie if isinstance(a.hasta_que_cambie, DatoVigilado) else None
    ahora = None if vigilado is None else leer(evaluado.plan, partir(vigilado.dato))
    return Caso(
        nombre=nombre,
        aceptacion=a,
        lugar=lugar,
        nombrados=tuple(h for h in nombrados if not isinstance(a.modo, str) or h.modo == a.modo),
        de_otro_modo=tuple(h for h in nombrados if isinstance(a.modo, str) and h.modo != a.modo),
        fecha=date.fromisoformat(evaluado.evaluacion.fecha),
        ahora="" if vigilado is None else escribir(ahora),
        cambio=vigilado is not None and cambio(vigilado.valor, ahora),
        dato_existe=vigilado is None or bool(formas_de(partir(vigilado.dato))),
    )


def _es_de(a: Aceptacion, h: Hallazgo) -> bool:
    if plegar(a.elemento) == TODOS:
        return True
    return not h.elemento if plegar(a.elemento) == EL_PLAN else h.elemento == a.elemento


def _informar(c: Caso, por_revisar: tuple[HallazgoDeAceptacion, ...]) -> AceptacionInformada:
    a, por_que_no = c.aceptacion, tuple(h.modo for h in por_revisar if h.modo in INVALIDAN)
    nombrados = tuple(map(_amparado, c.nombrados))
    return AceptacionInformada(
        id=c.nombre,
        regla=a.regla,
        elemento=a.elemento,
        modo=_texto(a.modo),
        razon=a.razon,
        fundamento=_texto(a.fundamento),
        firmante=a.firmante,
        fecha=a.fecha.isoformat(),
        vence=a.vence.isoformat() if isinstance(a.vence, date) else "",
        disparador=c.disparador,
        lugar=c.lugar,
        vale=not por_que_no,
        por_que_no=por_que_no,
        ampara=nombrados if c.ampara else (),
        sin_amparo=() if c.ampara else nombrados,
    )


def _amparado(h: Hallazgo) -> Amparado:
    return Amparado(
        regla=h.regla,
        elemento=h.elemento,
        modo=h.modo,
        veredicto=h.veredicto.value,
        mensaje=h.mensaje,
        de_quien=h.de_quien or nombrar_elemento(h.elemento),
    )


def _texto(dato: object) -> str:
    return dato if isinstance(dato, str) else ""


def _totales(casos: Iterable[Caso], resultados: Iterable[Resultado]) -> dict[str, int]:
    """Cuenta una vez cada hallazgo amparado, y las reglas `debe` con todo lo que incumplen amparado."""
    amparados = {id(h) for c in casos for h in c.ampara}
    todos = [
        [id(h) in amparados for h in r.hallazgos if h.veredicto is Veredicto.NO_CUMPLE]
        for r in resultados
        if r.veredicto is Veredicto.NO_CUMPLE and r.fuerza == "debe"
    ]
    return {
        "hallazgos_aceptados": len(amparados),
        "requerimientos_aceptados": sum(bool(suyos) and all(suyos) for suyos in todos),
    }

"""Reglas de tipos de la cadena de fines y medios: niveles, sentido y referencias.

Entra: una forma de la cadena y su Ámbito. Sale: la pregunta del núcleo que la resuelve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.escritura import escribir
from plomada.lenguaje.tipos import ListaDe, ObjetoDe, Referencia, Tipo, describir
from plomada.valores.cercanos import quiza
from plomada.valores.texto import plegar

if TYPE_CHECKING:
    from plomada.diagnosticos.tramo import Tramo
    from plomada.lenguaje.comprobacion.comprobador import Comprobador
    from plomada.lenguaje.comprobacion.resolucion import Ambito

DeLaCadena: TypeAlias = s.Cadena | s.Conduce | s.SinEnlacesRotos | s.SinCiclos


def preguntar_por_la_cadena(c: Comprobador, e: DeLaCadena, a: Ambito) -> n.Preguntar:
    """Traduce una forma de la cadena a la pregunta que el motor sabe responder.

    Diagnósticos: PLO-T307 (no es un eslabón), PLO-T308 (la cadena no va de donde dice), PLO-T309 (sentido),
    PLO-T318 (lo que no cita nada no tiene enlaces) y PLO-N205 (nivel desconocido).
    """
    match e:
        case s.Cadena():
            return _cadena(c, e, a)
        case s.Conduce():
            return _conduce(c, e, a)
        case s.SinEnlacesRotos():
            return _sin_enlaces_rotos(c, e, a)
        case s.SinCiclos():
            return n.Preguntar("sin_ciclos", (), (), escribir(e), e.tramo)


def _cadena(c: Comprobador, e: s.Cadena, a: Ambito) -> n.Preguntar:
    sujeto, origen = _eslabon(c, e.sujeto, a)
    destino = _nivel(c, e.destino, e.tramo)
    via = tuple(_nivel(c, v, e.tramo) for v in e.via)
    directa = len(via) > 1
    if directa:
        if (via[0], via[-1]) != (origen, destino):
            raise c.fallar("PLO-T308", f"la cadena debe ir de `{origen}` a `{destino}`", e.tramo)
        via = via[1:-1]
    if origen == destino:
        raise c.fallar("PLO-T309", f"la cadena va de un nivel a otro, y los dos son `{origen}`", e.tramo)
    if _baja(c, origen, destino) != e.hacia_medios:
        verbo = "llega hasta" if e.hacia_medios else "se concreta en"
        raise c.fallar("PLO-T309", f"de `{origen}` a `{destino}` se escribe `{verbo}`", e.tramo)
    return n.Preguntar("cadena", (sujeto,), (origen, destino, via, directa, e.minimo), escribir(e), e.tramo)


def _conduce(c: Comprobador, e: s.Conduce, a: Ambito) -> n.Preguntar:
    medio, abajo = _eslabon(c, e.izquierda, a)
    fin, arriba = _eslabon(c, e.derecha, a)
    if arriba == abajo or _baja(c, abajo, arriba):
        raise c.fallar(
            "PLO-T309",
            f"`conduce a` va de un medio a un fin, y se leyó de `{abajo}` a `{arriba}`",
            e.tramo,
            "escriba primero el medio y después el fin",
        )
    return n.Preguntar("conduce", (medio, fin), (abajo, arriba), escribir(e), e.tramo)


def _sin_enlaces_rotos(c: Comprobador, e: s.SinEnlacesRotos, a: Ambito) -> n.Preguntar:
    sujeto = c.valor(e.sujeto, a)
    objeto = c.esquema.objetos.get(sujeto.tipo.nombre) if isinstance(sujeto.tipo, ObjetoDe) else None
    citas = {
        campo.nombre: citado
        for campo in (objeto.campos.values() if objeto else ())
        if campo.nombre != "id" and (citado := _citado(campo.tipo))
    }
    if not citas:
        raise c.fallar(
            "PLO-T318",
            f"{describir(sujeto.tipo)} no cita a otros elementos: no tiene enlaces que comprobar",
            e.sujeto.tramo,
        )
    return n.Preguntar(
        "sin_enlaces_rotos", (sujeto,), (tuple(citas), tuple(citas.values())), escribir(e), e.tramo
    )


def _citado(tipo: Tipo) -> str:
    interno = tipo.elemento if isinstance(tipo, ListaDe) else tipo
    return interno.objeto if isinstance(interno, Referencia) else ""


def _eslabon(c: Comprobador, e: s.Expresion, a: Ambito) -> tuple[n.Valor, str]:
    valor = c.valor(e, a)
    nombre = valor.tipo.nombre if isinstance(valor.tipo, ObjetoDe) else ""
    nivel = c.esquema.niveles.get(plegar(nombre))
    if nivel is None:
        raise c.fallar(
            "PLO-T307",
            f"{describir(valor.tipo)} no es un eslabón de la cadena de fines y medios",
            e.tramo,
            "los eslabones son " + ", ".join(c.esquema.fines_a_medios),
        )
    return valor, nivel


def _baja(c: Comprobador, origen: str, destino: str) -> bool:
    orden = c.esquema.fines_a_medios
    return orden.index(origen) < orden.index(destino)


def _nivel(c: Comprobador, escrito: str, tramo: Tramo) -> str:
    nivel = c.esquema.niveles.get(plegar(escrito))
    if nivel is None:
        raise c.fallar(
            "PLO-N205",
            f"`{escrito}` no es un nivel de la cadena",
            tramo,
            quiza(escrito, c.esquema.niveles),
        )
    return nivel

"""Escribe una condición del núcleo como se lee en una regla, para decir qué no se probó o qué se cambió."""

from datetime import date
from typing import assert_never

from plomada.lenguaje import nucleo as n
from plomada.valores.cantidad import Cantidad
from plomada.valores.texto import en_lista


def decir(nodo: n.Nodo) -> str:  # noqa: C901 - un brazo corto por forma
    """Devuelve el nodo en una frase de una línea."""
    match nodo:
        case n.Leer(texto=texto) | n.Constante(texto=texto) | n.ValorDeParametro(texto=texto):
            return texto
        case (
            n.Agregar(texto=texto)
            | n.ContarDias(texto=texto)
            | n.MedirParecido(texto=texto)
            | n.Operar(texto=texto)
            | n.Preguntar(texto=texto)
        ):
            return texto
        case n.UsarDefine(nombre=nombre):
            return nombre
        case n.Comparar(operador=o, izquierda=a, derecha=b, tolerancia=t):
            return f"{decir(a)} {o} {decir(b)}" + (f" ± {decir(t)}" if t else "")
        case n.EstaEn(valor=v, opciones=opciones, negada=negada):
            fijas = ", ".join(decir_fijo(x) for x in opciones)
            return f"{decir(v)} {'no ' if negada else ''}es uno de {{{fijas}}}"
        case n.HayDato(valor=v, negada=negada):
            return f"{decir(v)} {'no ' if negada else ''}existe"
        case n.EsCierto(valor=v):
            return decir(v)
        case n.No(condicion=c):
            return f"no ({decir(c)})"
        case n.Todas(partes=partes):
            return " y ".join(_operando(p) for p in partes)
        case n.Alguna(partes=partes):
            return " o ".join(_operando(p) for p in partes)
        case n.Cuantificar():
            return f"{decir_cabeza(nodo)} cumple {decir(nodo.cuerpo)}"
        case _:
            assert_never(nodo)


def decir_cabeza(nodo: n.Cuantificar) -> str:
    """Devuelve de qué elementos habla un cuantificador: `cada proyecto en medios.proyectos con …`."""
    cuantos = f"al menos {nodo.minimo}" if nodo.tipo == "al menos" else nodo.tipo
    filtro = f" con {_operando(nodo.filtro)}" if nodo.filtro else ""
    return f"{cuantos} {nodo.variable} en {decir_recorrido(nodo.recorrido)}{filtro}"


def decir_recorrido(recorrido: n.Recorrido) -> str:
    """Devuelve de dónde salen los elementos."""
    if isinstance(recorrido, n.RecorrerLista):
        return decir(recorrido.lista)
    opciones = [o.valor + (f" si {decir(o.condicion)}" if o.condicion else "") for o in recorrido.opciones]
    return "{" + ", ".join(opciones) + "}"


def decir_fijo(valor: n.ValorConstante) -> str:
    """Escribe un valor fijo."""
    if isinstance(valor, Cantidad):
        return valor.a_texto()
    return valor.isoformat() if isinstance(valor, date) else str(valor)


def decir_valores(valores: tuple[bool, ...]) -> str:
    """Escribe valores de verdad.

    >>> decir_valores((True, False))
    'cierto y falso'
    """
    return en_lista(["cierto" if v else "falso" for v in valores])


def _operando(nodo: n.Condicion) -> str:
    suelto = not isinstance(nodo, n.Cuantificar | n.Todas | n.Alguna)
    return decir(nodo) if suelto else f"({decir(nodo)})"

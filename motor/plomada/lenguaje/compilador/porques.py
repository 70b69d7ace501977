"""Código que dice por qué una regla no se dio: qué partes de la condición fallaron y qué se leyó en cada una.

Para cada regla se genera `w<n>(P, H, F, …)`: con F=0 mira el `cuando`; con otra fase, la exigencia de la
combinación. Devuelve tuplas `(lo esperado, ((nombre, valor), …))`, en prosa con marcas (ver `prosa`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.condiciones import generar_condicion
from plomada.lenguaje.compilador.evidencias import leer_con_cuidado, valor_de_pregunta, valor_o_causa, vestido
from plomada.lenguaje.compilador.exigencias import combinaciones
from plomada.lenguaje.compilador.ficha import CUANDO
from plomada.lenguaje.compilador.generador import Generador
from plomada.lenguaje.compilador.prosa import Prosa, marcar
from plomada.lenguaje.compilador.recorridos import abrir_recorrido

CUENTA = "#"
_SE_DICEN = {"cadena", "conduce", "contenido", "sin_ciclos", "sin_enlaces_rotos"}


def generar_porques(g: Generador, regla: n.ReglaComprobada, prosa: Prosa) -> None:
    """Escribe el cuerpo de `w<n>`."""
    salida = g.asignar("[]", "w")
    if regla.cuando is not None:
        with g.codigo.bloque(f"if F == {CUANDO}:"):
            _explicar(g, regla.cuando, True, prosa, salida)
            g.codigo.linea(f"return tuple({salida})")
    if regla.exige is not None:
        cuerpo, afirma = exigencia_de_cada_uno(regla, regla.exige)
        _explicar(g, cuerpo, afirma, prosa, salida)
    g.codigo.linea(f"return tuple({salida})")


def decir_regla(regla: n.ReglaComprobada, prosa: Prosa) -> Mapping[str, Any]:
    """Devuelve los campos de la ficha que dicen la regla en español corriente."""
    exige = "" if regla.exige is None else prosa.condicion(regla.exige)
    cuando = "" if regla.cuando is None else prosa.condicion(regla.cuando, True, "i")
    nombres = dict(_nombres(regla, prosa))
    return {"exige_en_prosa": exige, "cuando_en_prosa": cuando, "nombres": tuple(sorted(nombres.items()))}


def _nombres(regla: n.ReglaComprobada, prosa: Prosa) -> Iterator[tuple[str, str]]:
    """Da cada cálculo por el texto con que aparece en los datos y en las causas, y cómo se dice."""
    raices = (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo))
    for nodo in (x for raiz in raices if raiz is not None for x in n.descendientes(raiz)):
        match nodo:
            case n.Preguntar(funcion="contenido", fijos=fijos):
                yield nodo.texto, marcar("c", str(fijos[0]))
            case n.Preguntar():
                yield nodo.texto, prosa.condicion(nodo, True, "i")
            case n.UsarDefine(nombre=nombre):
                yield nombre, prosa.valor(nodo)
            case n.ValorDeParametro() | n.Agregar() | n.ContarDias() | n.MedirParecido() | n.Operar():
                yield nodo.texto, prosa.valor(nodo)
            case n.Comparar(izquierda=a, derecha=b):
                yield f"{_texto(a)} y {_texto(b)}", f"{prosa.valor(a)} y {prosa.valor(b)}"


def _texto(valor: n.Valor) -> str:
    return valor.nombre if isinstance(valor, n.UsarDefine) else valor.texto


def exigencia_de_cada_uno(regla: n.ReglaComprobada, exige: n.Condicion) -> tuple[n.Condicion, bool]:
    """Devuelve lo que se pide de cada combinación y si se pide que se dé o que no."""
    cadena = combinaciones(regla)
    if not cadena:
        return exige, True
    return cadena[-1].cuerpo, cadena[-1].tipo != "ningún"


def _explicar(g: Generador, nodo: n.Condicion, afirma: bool, prosa: Prosa, salida: str) -> None:
    """Escribe la explicación de `nodo`, que debía darse (o no darse, sin `afirma`)."""
    match nodo:
        case n.No(condicion=c):
            _explicar(g, c, not afirma, prosa, salida)
        case n.Todas(partes=partes) if afirma:
            for parte in partes:
                _explicar(g, parte, True, prosa, salida)
        case n.Alguna(partes=partes) if not afirma:
            for parte in partes:
                _explicar(g, parte, False, prosa, salida)
        case _:
            t = g.codigo.nueva("t")
            generar_condicion(g, nodo, t)
            with g.codigo.bloque(f"if {t} is {not afirma}:"):
                leidos = _leidos(g, nodo, prosa)
                esperado = prosa.condicion(nodo, afirma)
                g.codigo.linea(f"{salida}.append(({esperado!r}, ({''.join(f'{x}, ' for x in leidos)})))")


def _leidos(g: Generador, nodo: n.Condicion, prosa: Prosa) -> list[str]:
    """Escribe lo que se leyó de una condición y devuelve las expresiones `(nombre, valor)`."""
    match nodo:
        case n.Comparar(izquierda=a, derecha=b):
            return [*_leido(g, a, prosa), *_leido(g, b, prosa)]
        case n.EstaEn(valor=v) | n.HayDato(valor=v) | n.EsCierto(valor=v):
            return _leido(g, v, prosa)
        case n.Preguntar() if nodo.funcion in _SE_DICEN:
            return [f"('', {valor_de_pregunta(g, nodo)})"]
        case n.Preguntar(valores=valores):
            return [x for v in valores for x in _leido(g, v, prosa)]
        case n.Cuantificar():
            return [f"({CUENTA!r}, ({_contar(g, nodo)}))"]
        case n.No(condicion=c):
            return _leidos(g, c, prosa)
        case n.Todas(partes=partes) | n.Alguna(partes=partes):
            return list(dict.fromkeys(x for p in partes for x in _leidos(g, p, prosa)))


def _leido(g: Generador, nodo: n.Valor, prosa: Prosa) -> list[str]:
    if isinstance(nodo, n.Constante) or isinstance(nodo, n.Leer) and not nodo.pasos:
        return []
    nombre = prosa.valor(nodo)
    if isinstance(nodo, n.Leer):
        return [f"({nombre!r}, {leer_con_cuidado(g, nodo)})"]
    return [f"({nombre!r}, {vestido(nodo, valor_o_causa(g, nodo))})"]


def _contar(g: Generador, nodo: n.Cuantificar) -> str:
    """Escribe la cuenta de cuántos elementos dan cierto el cuerpo, de cuántos que pasan el filtro."""
    si, total = g.asignar("0", "n"), g.asignar("0", "n")

    def por_elemento(dentro: Generador, filtro: str) -> None:
        b = dentro.codigo.nueva("b")
        if filtro:
            with dentro.codigo.bloque(f"if {filtro} is not True:"):
                dentro.codigo.linea("continue")
        dentro.codigo.linea(f"{total} += 1")
        generar_condicion(dentro, nodo.cuerpo, b)
        with dentro.codigo.bloque(f"if {b} is True:"):
            dentro.codigo.linea(f"{si} += 1")

    abrir_recorrido(g, nodo, por_elemento, lambda _: None, lambda _: None)
    return f"{si}, {total}"

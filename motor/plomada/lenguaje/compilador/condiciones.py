"""Código de las condiciones: deja en una variable cierto, falso o la causa de que no se sepa."""

from typing import assert_never

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Generador
from plomada.lenguaje.compilador.recorridos import abrir_recorrido
from plomada.lenguaje.compilador.valores_generados import generar_lectura, generar_valor
from plomada.lenguaje.tipos import ListaDe

_COMPUESTAS = (n.No, n.Todas, n.Alguna)
_OPERADORES = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def generar_condicion(g: Generador, nodo: n.Condicion, r: str) -> None:
    """Escribe el código que asigna a `r` el valor de verdad de `nodo`."""
    if isinstance(nodo, n.Cuantificar) and g.compartible(nodo):
        g.codigo.linea(f"{r} = {g.usar_hecho(nodo)}")
        return
    _generar(g, nodo, r)
    if not isinstance(nodo, _COMPUESTAS):
        _anotar(g, nodo, r)


def generar_clausula(g: Generador, nodo: n.Condicion, r: str) -> None:
    """Escribe un `cuando` o un `salvo que`: de ellos también se anota el valor entero, aunque sea compuesto."""
    generar_condicion(g, nodo, r)
    if isinstance(nodo, _COMPUESTAS):
        _anotar(g, nodo, r)


def _anotar(g: Generador, nodo: n.Condicion, r: str) -> None:
    if g.ramas is not None:
        g.codigo.linea(f"anotar({g.ramas.numero(nodo)}, {r})")


def _generar(g: Generador, nodo: n.Condicion, r: str) -> None:
    def asignar(expresion: str) -> None:
        g.codigo.linea(f"{r} = {expresion}")

    match nodo:
        case n.Comparar():
            _comparar(g, nodo, r)
        case n.EstaEn(valor=v, opciones=opciones, negada=negada):
            dentro = f"{'not ' if negada else ''}in {g.constantes.conjunto(opciones)}"
            generar_valor(g, v, lambda x: asignar(f"{x} {dentro}"), asignar)
        case n.HayDato():
            _hay_dato(g, nodo, r)
        case n.EsCierto(valor=v):
            generar_valor(g, v, asignar, asignar)
        case n.Preguntar():
            _preguntar(g, nodo, r, 0, [])
        case n.No(condicion=c):
            generar_condicion(g, c, r)
            with g.codigo.bloque(f"if {r}.__class__ is bool:"):
                asignar(f"not {r}")
        case n.Todas(partes=partes):
            _conectar(g, partes, r, "False", "peor")
        case n.Alguna(partes=partes):
            _conectar(g, partes, r, "True", "peor_de_falsos")
        case n.Cuantificar():
            _cuantificar(g, nodo, r)
        case _:
            assert_never(nodo)


def _conectar(g: Generador, partes: tuple[n.Condicion, ...], r: str, absorbe: str, mezcla: str) -> None:
    """`y` y `o`: el valor que absorbe termina; de lo desconocido manda lo que impide concluir."""
    neutro = "True" if absorbe == "False" else "False"
    generar_condicion(g, partes[0], r)
    for parte in partes[1:]:
        with g.codigo.bloque(f"if {r} is not {absorbe}:"):
            t = g.codigo.nueva("t")
            generar_condicion(g, parte, t)
            with g.codigo.bloque(f"if {t} is not {neutro}:"):
                g.codigo.linea(f"{r} = {t} if {r} is {neutro} or {t} is {absorbe} else {mezcla}({r}, {t})")


def _comparar(g: Generador, nodo: n.Comparar, r: str) -> None:
    def fallo(causa: str) -> None:
        g.codigo.linea(f"{r} = {causa}")

    def con_lados(a: str, b: str) -> None:
        if nodo.es_dinero:
            a, b = g.asignar(a), g.asignar(b)
            with g.codigo.bloque(f"if {a}.anio != {b}.anio:"):
                fallo(g.constantes.causa("años base distintos", _texto_de(nodo)))
            with g.codigo.bloque("else:"):
                _con_tolerancia(g, nodo, r, f"{a}.base", f"{b}.base")
        else:
            _con_tolerancia(g, nodo, r, a, b)

    generar_valor(
        g, nodo.izquierda, lambda a: generar_valor(g, nodo.derecha, lambda b: con_lados(a, b), fallo), fallo
    )


def _con_tolerancia(g: Generador, nodo: n.Comparar, r: str, a: str, b: str) -> None:
    def fallo(causa: str) -> None:
        g.codigo.linea(f"{r} = {causa}")

    def comparar(t: str) -> None:
        if nodo.es_dinero and not nodo.tolerancia_relativa:
            t = f"{t}.base"
        margen = f"abs({b}) * {t} / 100" if nodo.tolerancia_relativa else t
        g.codigo.linea(f"{r} = abs({a} - {b}) <= {margen}")

    if nodo.tolerancia is None:
        g.codigo.linea(f"{r} = {a} {_OPERADORES[nodo.operador]} {b}")
    else:
        generar_valor(g, nodo.tolerancia, comparar, fallo)


def _texto_de(nodo: n.Comparar) -> str:
    lados = (nodo.izquierda, nodo.derecha)
    return " y ".join(getattr(x, "texto", "") or getattr(x, "nombre", "") for x in lados)


def _hay_dato(g: Generador, nodo: n.HayDato, r: str) -> None:
    presente, ausente = ("False", "True") if nodo.negada else ("True", "False")
    if isinstance(nodo.valor, n.UsarDefine):
        v = g.asignar(g.usar_hecho(nodo.valor))
        with g.codigo.bloque(f"if {v}.__class__ is Causa:"):
            g.codigo.linea(f"{r} = {ausente} if {v}.es_ausencia_declarada else {v}")
        with g.codigo.bloque("else:"):
            g.codigo.linea(f"{r} = {presente}")
        return
    lectura = nodo.valor

    def exito(v: str) -> None:
        if isinstance(lectura.tipo, ListaDe):
            g.codigo.linea(f"{r} = {presente} if {v} else {g.constantes.causa('vacío', lectura.texto)}")
        else:
            g.codigo.linea(f"{r} = {presente}")

    generar_lectura(
        g, lectura, exito, lambda causa, declarada: g.codigo.linea(f"{r} = {ausente if declarada else causa}")
    )


def _preguntar(g: Generador, nodo: n.Preguntar, r: str, i: int, hechos: list[str]) -> None:
    """Evalúa los argumentos en orden y llama la función del motor."""
    if i < len(nodo.valores):
        def falta(causa: str) -> None:
            cerrado = nodo.funcion == "declara" and i == 0
            g.codigo.linea(f"{r} = {'False' if cerrado else causa}")

        generar_valor(g, nodo.valores[i], lambda v: _preguntar(g, nodo, r, i + 1, [*hechos, v]), falta)
        return
    argumentos = ["P", "H", *hechos, *(repr(f) for f in nodo.fijos)]
    g.codigo.linea(f"{r} = f_{nodo.funcion}({', '.join(argumentos)})")


# -- cuantificadores -------------------------------------------------------------------------------


def _cuantificar(g: Generador, nodo: n.Cuantificar, r: str) -> None:
    """Un cuantificador que no encabeza la exigencia: solo importa su valor de verdad."""
    cuantos = g.asignar("0", "n") if _puede_filtrarse(nodo) else ""
    estado = _Cuenta(g, nodo, r)

    def por_elemento(dentro: Generador, filtro: str) -> None:
        if cuantos:
            dentro.codigo.linea(f"{cuantos} += 1")
        b = dentro.codigo.nueva("b")
        generar_condicion(dentro, nodo.cuerpo, b)
        estado.por_elemento(dentro, b, filtro)

    def terminar(vacio: str) -> None:
        estado.terminar()
        if cuantos:
            with g.codigo.bloque(f"if {cuantos} == 0:"):
                g.codigo.linea(f"{r} = {vacio}")

    abrir_recorrido(g, nodo, por_elemento, terminar, lambda causa: g.codigo.linea(f"{r} = {causa}"))


def _puede_filtrarse(nodo: n.Cuantificar) -> bool:
    condicionado = isinstance(nodo.recorrido, n.RecorrerOpciones) and any(
        o.condicion for o in nodo.recorrido.opciones
    )
    return nodo.filtro is not None or condicionado


class _Cuenta:
    """Lleva el resultado de un cuantificador mientras se escribe su bucle."""

    def __init__(self, g: Generador, nodo: n.Cuantificar, r: str) -> None:
        self._nodo, self._r = nodo, r
        self._g = g
        if nodo.tipo == "al menos":
            self._si, self._dudas, self._duda = g.asignar("0", "n"), g.asignar("0", "n"), g.asignar("None", "d")
        else:
            g.codigo.linea(f"{r} = {'False' if nodo.tipo == 'algún' else 'True'}")

    def por_elemento(self, g: Generador, b: str, filtro: str) -> None:
        """Escribe qué pasa con un elemento cuyo cuerpo dio `b` y cuyo filtro dio `filtro`."""
        if self._nodo.tipo == "al menos":
            self._contar(g, b, filtro)
            return
        decide, inocuo = {"cada": ("False", "True"), "ningún": ("True", "False"), "algún": ("True", "False")}[
            self._nodo.tipo
        ]
        if filtro:
            with g.codigo.bloque(f"if {filtro} is not True and {b} is not {inocuo}:"):
                g.codigo.linea(f"{b} = {filtro}")
        final, mezcla = ("True", "peor_de_falsos") if self._nodo.tipo == "algún" else ("False", "peor")
        with g.codigo.bloque(f"if {b} is {decide}:"):
            g.codigo.linea(f"{self._r} = {final}")
            g.codigo.linea("break")
        with g.codigo.bloque(f"if {b} is not {inocuo}:"):
            g.codigo.linea(f"{self._r} = {mezcla}({self._r}, {b})")

    def _contar(self, g: Generador, b: str, filtro: str) -> None:
        if filtro:
            with g.codigo.bloque(f"if {filtro} is not True and {b} is not False:"):
                g.codigo.linea(f"{b} = {filtro}")
        with g.codigo.bloque(f"if {b} is True:"):
            g.codigo.linea(f"{self._si} += 1")
            with g.codigo.bloque(f"if {self._si} >= {self._nodo.minimo}:"):
                g.codigo.linea("break")
        with g.codigo.bloque(f"elif {b} is not False:"):
            g.codigo.linea(f"{self._dudas} += 1")
            g.codigo.linea(f"{self._duda} = {b} if {self._duda} is None else peor({self._duda}, {b})")

    def terminar(self) -> None:
        """Escribe el resultado después del bucle."""
        if self._nodo.tipo == "al menos":
            alcanza = f"{self._si} + {self._dudas} >= {self._nodo.minimo}"
            falta = f"({self._duda} if {alcanza} else False)"
            self._g.codigo.linea(f"{self._r} = True if {self._si} >= {self._nodo.minimo} else {falta}")

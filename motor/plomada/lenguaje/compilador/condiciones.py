"""Código de las condiciones: deja en una variable cierto, falso o la causa de que no se sepa."""

from typing import assert_never

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Fallo, Generador
from plomada.lenguaje.compilador.recorridos import abrir_recorrido
from plomada.lenguaje.compilador.valores_generados import generar_lectura, generar_valor
from plomada.lenguaje.tipos import ListaDe, Magnitud, Referencia
from plomada.valores.unidades import DINERO

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
    """Escribe un `cuando` o un `salvo que`: de ellos también se anota el valor entero si es compuesto."""
    generar_condicion(g, nodo, r)
    if isinstance(nodo, _COMPUESTAS):
        _anotar(g, nodo, r)


def _anotar(g: Generador, nodo: n.Condicion, r: str) -> None:
    if g.ramas is not None:
        g.codigo.linea(f"anotar({g.ramas.numero(nodo)}, {r})")


def _generar(g: Generador, nodo: n.Condicion, r: str) -> None:  # noqa: C901 - un brazo por forma
    def asignar(expresion: str) -> None:
        g.codigo.linea(f"{r} = {expresion}")

    match nodo:
        case n.Comparar():
            _comparar(g, nodo, r)
        case n.EstaEn():
            _esta_en(g, nodo, r)
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


def _esta_en(g: Generador, nodo: n.EstaEn, r: str) -> None:
    opciones = g.constantes.conjunto(nodo.opciones)

    def exito(v: str) -> None:
        if nodo.valor.tipo == Magnitud(DINERO):
            g.codigo.linea(f"{r} = esta_en_dinero({v}, {opciones}, {_nombre_de(nodo.valor)!r})")
            if nodo.negada:
                with g.codigo.bloque(f"if {r}.__class__ is bool:"):
                    g.codigo.linea(f"{r} = not {r}")
        else:
            g.codigo.linea(f"{r} = {v} {'not ' if nodo.negada else ''}in {opciones}")

    generar_valor(g, nodo.valor, exito, lambda causa: g.codigo.linea(f"{r} = {causa}"))


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
                _con_tolerancia(g, nodo, r, f"{a}.base", f"{b}.base", f"{a}.anio")
        else:
            _con_tolerancia(g, nodo, r, a, b)

    generar_valor(
        g, nodo.izquierda, lambda a: generar_valor(g, nodo.derecha, lambda b: con_lados(a, b), fallo), fallo
    )


def _con_tolerancia(g: Generador, nodo: n.Comparar, r: str, a: str, b: str, anio: str = "") -> None:
    def fallo(causa: str) -> None:
        g.codigo.linea(f"{r} = {causa}")

    def comparar(t: str) -> None:
        signo = "<=" if nodo.operador == "=" else ">"
        if nodo.tolerancia_relativa:
            g.codigo.linea(f"{r} = abs({a} - {b}) {signo} abs({b}) * {t} / 100")
        elif nodo.es_dinero:
            with g.codigo.bloque(f"if {anio} != {t}.anio:"):
                fallo(g.constantes.causa("años base distintos", _texto_de(nodo)))
            with g.codigo.bloque("else:"):
                g.codigo.linea(f"{r} = abs({a} - {b}) {signo} {t}.base")
        else:
            g.codigo.linea(f"{r} = abs({a} - {b}) {signo} {t}")

    if nodo.tolerancia is None:
        g.codigo.linea(f"{r} = {a} {_OPERADORES[nodo.operador]} {b}")
    else:
        generar_valor(g, nodo.tolerancia, comparar, fallo)


def _texto_de(nodo: n.Comparar) -> str:
    return " y ".join(_nombre_de(x) for x in (nodo.izquierda, nodo.derecha))


def _nombre_de(valor: n.Valor) -> str:
    return valor.nombre if isinstance(valor, n.UsarDefine) else valor.texto


def _hay_dato(g: Generador, nodo: n.HayDato, r: str) -> None:
    presente, ausente = ("False", "True") if nodo.negada else ("True", "False")
    if isinstance(nodo.valor, n.UsarDefine):
        v = g.asignar(g.usar_hecho(nodo.valor))
        with g.codigo.bloque(f"if {v}.__class__ is Causa:"):
            g.codigo.linea(f"{r} = {ausente} if {v}.es_ausencia_declarada else {v}")
        if isinstance(nodo.valor.tipo, ListaDe):
            with g.codigo.bloque(f"elif not {v}:"):
                g.codigo.linea(f"{r} = {g.constantes.causa('vacío', nodo.valor.nombre)}")
        with g.codigo.bloque("else:"):
            g.codigo.linea(f"{r} = {presente}")
        return
    lectura = nodo.valor

    def exito(v: str) -> None:
        if isinstance(lectura.tipo, ListaDe):
            g.codigo.linea(f"{r} = {presente} if {v} else {g.constantes.causa('vacío', lectura.texto)}")
        else:
            g.codigo.linea(f"{r} = {presente}")
        _sin_contar_lo_roto(g, lectura, v, r)

    generar_lectura(
        g, lectura, exito, lambda causa, declarada: g.codigo.linea(f"{r} = {ausente if declarada else causa}")
    )


def _sin_contar_lo_roto(g: Generador, lectura: n.Leer, v: str, r: str) -> None:
    """Una referencia a lo que el plan no describe no es un dato: no se sabe qué se cita."""
    es_lista = isinstance(lectura.tipo, ListaDe)
    citado = lectura.tipo.elemento if isinstance(lectura.tipo, ListaDe) else lectura.tipo
    es_propio = bool(lectura.pasos) and lectura.pasos[-1].atributo == "id"
    if not isinstance(citado, Referencia) or es_propio:
        return
    indice = g.codigo.una_vez(f"H.indice({citado.objeto!r})", "i")
    perdida = f"{v} and {indice}.keys().isdisjoint({v})" if es_lista else f"{v} not in {indice}"
    with g.codigo.bloque(f"if {perdida}:"):
        g.codigo.linea(f"{r} = {g.constantes.causa('sin describir', lectura.texto)}")


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
    certeza = Certeza(g, nodo)
    estado = _Cuenta(g, nodo, r)

    def por_elemento(dentro: Generador, filtro: str) -> None:
        certeza.por_elemento(dentro, filtro)
        b = dentro.codigo.nueva("b")
        generar_condicion(dentro, nodo.cuerpo, b)
        estado.por_elemento(dentro, b, filtro)

    def terminar(vacio: str) -> None:
        estado.terminar()
        certeza.terminar(f"{r}.__class__ is bool", vacio, lambda causa: g.codigo.linea(f"{r} = {causa}"))

    abrir_recorrido(g, nodo, por_elemento, terminar, lambda causa: g.codigo.linea(f"{r} = {causa}"))


def unir_con_filtro(g: Generador, b: str, filtro: str, inocuo: str) -> None:
    """Lo que dio el cuerpo solo decide si el elemento es con certeza de los que se miran."""
    contrario = "False" if inocuo == "True" else "True"
    with g.codigo.bloque(f"if {filtro} is not True and {b} is not {inocuo}:"):
        g.codigo.linea(f"{b} = {filtro} if {b} is {contrario} else peor({filtro}, {b})")


class Certeza:
    """Anota si algún elemento pasa con certeza el filtro; si ninguno, tal vez no se miró nada."""

    def __init__(self, g: Generador, nodo: n.Cuantificar) -> None:
        self._g = g
        self._hay = puede_filtrarse(nodo)
        if self._hay:
            self._seguro, self._duda = g.asignar("False", "z"), g.asignar("None", "d")

    def por_elemento(self, g: Generador, filtro: str) -> None:
        """Escribe lo que se anota de un elemento cuyo filtro dio `filtro`."""
        if self._hay:
            with g.codigo.bloque(f"if {filtro} is True:"):
                g.codigo.linea(f"{self._seguro} = True")
            with g.codigo.bloque("else:"):
                g.codigo.linea(f"{self._duda} = peor_entre_elementos({self._duda}, {filtro})")

    def terminar(self, ademas: str, vacio: str, fallo: Fallo) -> None:
        """Escribe qué pasa si nada pasó con certeza (y se cumple `ademas`): nada pasó, o no se sabe."""
        if self._hay:
            with self._g.codigo.bloque(f"if not {self._seguro} and {ademas}:"):
                fallo(f"({vacio} if {self._duda} is None else {self._duda})")


def puede_filtrarse(nodo: n.Cuantificar) -> bool:
    """Dice si el recorrido deja por fuera elementos, o puede dejarlos."""
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
            self._si, self._dudas, self._duda = (
                g.asignar("0", "n"),
                g.asignar("0", "n"),
                g.asignar("None", "d"),
            )
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
            unir_con_filtro(g, b, filtro, inocuo)
        final = "True" if self._nodo.tipo == "algún" else "False"
        with g.codigo.bloque(f"if {b} is {decide}:"):
            g.codigo.linea(f"{self._r} = {final}")
            g.codigo.linea("break")
        with g.codigo.bloque(f"if {b} is not {inocuo}:"):
            g.codigo.linea(f"{self._r} = peor_entre_elementos({self._r}, {b})")

    def _contar(self, g: Generador, b: str, filtro: str) -> None:
        if filtro:
            unir_con_filtro(g, b, filtro, "False")
        with g.codigo.bloque(f"if {b} is True:"):
            g.codigo.linea(f"{self._si} += 1")
            with g.codigo.bloque(f"if {self._si} >= {self._nodo.minimo}:"):
                g.codigo.linea("break")
        with g.codigo.bloque(f"elif {b} is not False:"):
            g.codigo.linea(f"{self._dudas} += 1")
            g.codigo.linea(f"{self._duda} = peor_entre_elementos({self._duda}, {b})")

    def terminar(self) -> None:
        """Escribe el resultado después del bucle."""
        if self._nodo.tipo == "al menos":
            alcanza = f"{self._si} + {self._dudas} >= {self._nodo.minimo}"
            falta = f"({self._duda} if {alcanza} else False)"
            self._g.codigo.linea(f"{self._r} = True if {self._si} >= {self._nodo.minimo} else {falta}")

"""Código de una regla: aplicabilidad, excepciones y exigencia con el detalle de lo que falla.

La función generada devuelve `(fase, valor, malos, total)`: en qué fase se decidió (0 `cuando`, 1 `salvo que`,
2 `exige`), el valor de verdad o la causa, las combinaciones que no dieron cierto, cada una con lo que dio,
y cuántas se miraron.
"""

from dataclasses import dataclass

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.condiciones import (
    Certeza,
    generar_clausula,
    generar_condicion,
    puede_filtrarse,
    unir_con_filtro,
)
from plomada.lenguaje.compilador.ficha import CUANDO, EXIGE, SALVO
from plomada.lenguaje.compilador.generador import Generador
from plomada.lenguaje.compilador.recorridos import abrir_recorrido


def combinaciones(regla: n.ReglaComprobada) -> tuple[n.Cuantificar, ...]:
    """Devuelve los cuantificadores que encabezan la exigencia: sus variables nombran cada combinación."""
    cadena: list[n.Cuantificar] = []
    actual = regla.exige
    while isinstance(actual, n.Cuantificar) and actual.tipo == "cada":
        cadena.append(actual)
        actual = actual.cuerpo
    if isinstance(actual, n.Cuantificar) and actual.tipo == "ningún":
        cadena.append(actual)
    return tuple(cadena)


def generar_regla(g: Generador, regla: n.ReglaComprobada) -> None:
    """Escribe el cuerpo de la función de la regla."""
    if regla.cuando is not None:
        t = g.codigo.nueva("t")
        generar_clausula(g, regla.cuando, t)
        falsa = g.constantes.causa("condición falsa", "", regla.cuando_texto)
        _salir(g, f"if {t} is False:", CUANDO, falsa)
        _salir(g, f"if {t} is not True:", CUANDO, t)
    variables = {c.variable for c in combinaciones(regla)}
    sueltas = [e for e in regla.salvo if not n.variables_libres(e.condicion) & variables]
    for e in sueltas:
        t = g.codigo.nueva("t")
        generar_clausula(g, e.condicion, t)
        _salir(g, f"if {t} is True:", SALVO, g.constantes.causa("excepción", e.texto, e.porque))
        _salir(g, f"if {t} is not False:", SALVO, t)
    por_combinacion = tuple(e for e in regla.salvo if e not in sueltas)
    if regla.exige is None:
        g.codigo.linea(f"return {EXIGE}, True, None, 1")
        return
    _exigir(g, regla, por_combinacion)


def _salir(g: Generador, cabeza: str, fase: int, valor: str) -> None:
    with g.codigo.bloque(cabeza):
        g.codigo.linea(f"return {fase}, {valor}, None, 0")


def _exigir(g: Generador, regla: n.ReglaComprobada, salvo: tuple[n.ExcepcionComprobada, ...]) -> None:
    cadena = combinaciones(regla)
    r = g.codigo.nueva("r")
    if cadena:
        _Combinaciones(g, regla, cadena, salvo, r).generar()
        return
    assert regla.exige is not None
    generar_condicion(g, regla.exige, r)
    with g.codigo.bloque(f"if {r} is True:"):
        g.codigo.linea(f"return {EXIGE}, True, None, 1")
    g.codigo.linea(f"return {EXIGE}, {r}, (((), {r}),), 1")


@dataclass(slots=True)
class _Combinaciones:
    """Bucles anidados sobre los `cada` que encabezan la exigencia."""

    g: Generador
    regla: n.ReglaComprobada
    cadena: tuple[n.Cuantificar, ...]
    salvo: tuple[n.ExcepcionComprobada, ...]
    r: str
    total: str = ""
    malos: str = ""
    fuera: str = ""

    def generar(self) -> None:
        """Escribe los bucles y la devolución."""
        g = self.g
        self.total = g.asignar("0", "n")
        self.malos = g.asignar("[]", "m")
        g.codigo.linea(f"{self.r} = True")
        if self.salvo:
            self.fuera = g.asignar("None", "e")
        self._nivel(g, 0, [], [])
        if self.salvo:
            with g.codigo.bloque(f"if {self.total} == 0 and not {self.malos} and {self.fuera} is not None:"):
                g.codigo.linea(f"return {SALVO}, {self.fuera}, None, 0")
        g.codigo.linea(f"return {EXIGE}, {self.r}, {self.malos} or None, {self.total}")

    def _nivel(self, g: Generador, i: int, variables: list[str], filtros: list[str]) -> None:
        nodo = self.cadena[i]
        certeza = Certeza(g, nodo)
        antes = g.asignar(f"len({self.malos})", "k") if i and puede_filtrarse(nodo) else "0"

        def por_elemento(dentro: Generador, filtro: str) -> None:
            vistas = [*variables, dentro.variables[nodo.variable]]
            acumulados = [*filtros, filtro] if filtro else filtros
            certeza.por_elemento(dentro, filtro)
            if i + 1 < len(self.cadena):
                self._nivel(dentro, i + 1, vistas, acumulados)
            else:
                self._combinacion(dentro, nodo, vistas, acumulados)

        def terminar(vacio: str) -> None:
            certeza.terminar(f"len({self.malos}) == {antes}", vacio, sin_elementos)

        def sin_elementos(causa: str) -> None:
            if i == 0:
                g.codigo.linea(f"{self.r} = {causa}")
            else:
                v = g.asignar(causa)
                self._con_filtros(g, v, filtros)
                self._anotar(g, variables, v)

        abrir_recorrido(g, nodo, por_elemento, terminar, sin_elementos)

    @staticmethod
    def _con_filtros(g: Generador, v: str, filtros: list[str]) -> None:
        if not filtros:
            return
        f = filtros[0]
        for otro in filtros[1:]:
            f = g.asignar(f"peor({f}, {otro})", "f")
        unir_con_filtro(g, v, f, "True")

    def _combinacion(
        self, g: Generador, nodo: n.Cuantificar, variables: list[str], filtros: list[str]
    ) -> None:
        self._excepciones(g, variables, filtros)
        g.codigo.linea(f"{self.total} += 1")
        if len(self.cadena) > 1:
            with g.codigo.bloque(f"if {self.total} > TOPE_DE_COMBINACIONES:"):
                g.codigo.linea("raise DemasiadasCombinaciones")
        b = g.codigo.nueva("b")
        cuerpo = n.No(nodo.cuerpo, nodo.cuerpo.tramo) if nodo.tipo == "ningún" else nodo.cuerpo
        generar_condicion(g, cuerpo, b)
        with g.codigo.bloque(f"if {b} is not True:"):
            self._con_filtros(g, b, filtros)
            self._anotar(g, variables, b)

    def _excepciones(self, g: Generador, variables: list[str], filtros: list[str]) -> None:
        """Una combinación exceptuada no cuenta; si no se sabe si lo está, tampoco se sabe si cumple."""
        for e in self.salvo:
            t = g.codigo.nueva("t")
            generar_clausula(g, e.condicion, t)
            with g.codigo.bloque(f"if {t} is True:"):
                g.codigo.linea(f"{self.fuera} = {g.constantes.causa('excepción', e.texto, e.porque)}")
                g.codigo.linea("continue")
            with g.codigo.bloque(f"if {t} is not False:"):
                g.codigo.linea(f"{t} = sin_excusa({t})")
                self._con_filtros(g, t, filtros)
                self._anotar(g, variables, t)
                g.codigo.linea("continue")

    def _anotar(self, g: Generador, variables: list[str], valor: str) -> None:
        with g.codigo.bloque(f"if {valor} is False:"):
            g.codigo.linea(f"{self.r} = False")
        with g.codigo.bloque(f"elif {self.r} is not False:"):
            g.codigo.linea(f"{self.r} = peor_entre_elementos({self.r}, {valor})")
        g.codigo.linea(f"{self.malos}.append((({', '.join(variables)},), {valor}))")

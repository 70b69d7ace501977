"""Qué datos del plan lee una regla, con las listas por `[]`: `medios.proyectos[].costo`.

Lo usa quien pide datos (la plantilla de una entrega), para pedir los que alguna regla mira y ninguno más.
Donde la regla sigue una referencia hacia otro elemento, la ruta continúa con `@tipo`; el lenguaje no sabe en
qué lista del plan vive ese tipo.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plomada.lenguaje import nucleo as n

DE_UN_TIPO = "@"
EL_OBJETO = ".*"
ENLACES = ".->"
_DE_LISTA = "[]"
_DE_LA_CADENA = frozenset({"cadena", "conduce"})


def rutas_de(regla: n.ReglaComprobada, defines: Mapping[str, n.DefineComprobado]) -> tuple[str, ...]:
    """Devuelve las rutas que la regla lee para decidir, sin repetir y en orden.

    `….*` es un objeto que una función del motor mira entero, y `@objetivo.->` los enlaces de un eslabón.
    """
    visita = _Visita(defines)
    for raiz in (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo)):
        if raiz is not None:
            visita.mirar(raiz, {})
    return tuple(visita.halladas)


@dataclass(slots=True)
class _Visita:
    """Lo que se va hallando en una regla; `bases` dice, al bajar, de qué lista sale cada variable."""

    defines: Mapping[str, n.DefineComprobado]
    halladas: dict[str, None] = field(default_factory=dict)
    vistos: set[str] = field(default_factory=set)

    def mirar(self, nodo: object, bases: Mapping[str, str]) -> None:
        """Anota las rutas del nodo y de todo lo que contiene."""
        match nodo:
            case n.Leer():
                self._leer(nodo, bases)
            case n.UsarDefine(nombre=nombre):
                self._define(nombre)
            case n.Cuantificar() | n.Agregar():
                self._recorrer(nodo, bases)
            case n.Preguntar():
                self._preguntar(nodo, bases)
            case _:
                for hijo in n.hijos(nodo):
                    self.mirar(hijo, bases)

    def _leer(self, nodo: n.Leer, bases: Mapping[str, str]) -> str:
        """Anota la ruta y la devuelve; vacía si no es un dato del plan."""
        ruta = bases.get(nodo.variable, "") if nodo.origen == "variable" else ""
        if nodo.origen == "evaluacion" or nodo.origen == "variable" and not ruta:
            return ""
        for paso in nodo.pasos:
            if paso.atributo:
                ruta = f"{ruta}.{paso.atributo}" if ruta else paso.atributo
            if paso.indice:
                self._anotar(ruta)
                ruta = f"{DE_UN_TIPO}{paso.indice}"
        self._anotar(ruta)
        return ruta

    def _anotar(self, ruta: str) -> None:
        if ruta and not ruta.endswith(_DE_LISTA):
            self.halladas.setdefault(ruta)

    def _define(self, nombre: str) -> None:
        if nombre not in self.vistos:
            self.vistos.add(nombre)
            self.mirar(self.defines[nombre].expresion, {})

    def _recorrer(self, nodo: n.Cuantificar | n.Agregar, bases: Mapping[str, str]) -> None:
        propias = dict(bases)
        propias[nodo.variable] = ""
        if isinstance(nodo.recorrido, n.RecorrerLista):
            lista = nodo.recorrido.lista
            ruta = self._leer(lista, bases) if isinstance(lista, n.Leer) else self._lista_del_define(lista)
            propias[nodo.variable] = f"{ruta}{_DE_LISTA}" if ruta else ""
        else:
            for condicion in (o.condicion for o in nodo.recorrido.opciones if o.condicion is not None):
                self.mirar(condicion, bases)
        for parte in (nodo.filtro, nodo.cuerpo):
            if parte is not None:
                self.mirar(parte, propias)

    def _lista_del_define(self, lista: n.UsarDefine) -> str:
        self._define(lista.nombre)
        expresion = self.defines[lista.nombre].expresion
        return self._leer(expresion, {}) if isinstance(expresion, n.Leer) else ""

    def _preguntar(self, nodo: n.Preguntar, bases: Mapping[str, str]) -> None:
        if nodo.funcion == "contenido":
            self._anotar(f"contenidos.{nodo.fijos[0]}")
        for nivel in _niveles(nodo):
            self._anotar(f"{DE_UN_TIPO}{nivel}{ENLACES}")
        for valor in nodo.valores:
            if isinstance(valor, n.Leer):
                ruta = self._leer(valor, bases)
                if ruta and nodo.funcion == "sin_enlaces_rotos":
                    for campo in _campos(nodo):
                        self._anotar(f"{ruta}.{campo}")
                elif ruta and nodo.funcion not in _DE_LA_CADENA:
                    self._anotar(f"{ruta}{EL_OBJETO}")
            else:
                self.mirar(valor, bases)


def _campos(nodo: n.Preguntar) -> Iterator[str]:
    """Devuelve los campos con que el elemento cita a otros."""
    nombres = nodo.fijos[0]
    assert isinstance(nombres, tuple)
    yield from nombres


def _niveles(nodo: n.Preguntar) -> Iterator[str]:
    """Devuelve los eslabones por los que pasa una pregunta sobre la cadena."""
    if nodo.funcion not in _DE_LA_CADENA:
        return
    for fijo in nodo.fijos[:3]:
        yield from fijo if isinstance(fijo, tuple) else (str(fijo),)

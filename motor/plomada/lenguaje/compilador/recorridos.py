"""Código de los bucles: de dónde salen los elementos, qué pasa si no hay y cómo se filtran."""

from collections.abc import Callable
from typing import TypeAlias

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Fallo, Generador
from plomada.lenguaje.compilador.hechos import Filtrada, como_filtrada

PorElemento: TypeAlias = Callable[[Generador, str], None]
AlTerminar: TypeAlias = Callable[[str], None]


def abrir_recorrido(
    g: Generador,
    nodo: n.Cuantificar | n.Agregar,
    por_elemento: PorElemento,
    terminar: AlTerminar,
    fallo: Fallo,
) -> None:
    """Escribe el bucle sobre los elementos de `nodo` que pasan su filtro.

    `por_elemento` recibe el contexto del bucle y la variable con lo que dio el filtro (vacía si no hay, y
    entonces es siempre cierto). `terminar` recibe la causa que corresponde a «ningún elemento» y escribe lo
    que va después del bucle. `fallo` recibe la causa de que la lista no esté.
    """
    filtrada = como_filtrada(nodo)
    if filtrada is not None and g.compartible(filtrada):
        _sobre_filtrada(g, nodo, filtrada, por_elemento, terminar, fallo)
    elif isinstance(nodo.recorrido, n.RecorrerLista):
        _sobre_lista(g, nodo, nodo.recorrido, por_elemento, terminar, fallo)
    else:
        _sobre_opciones(g, nodo, nodo.recorrido, por_elemento, terminar)


def _sobre_lista(
    g: Generador, nodo: n.Cuantificar | n.Agregar, recorrido: n.RecorrerLista,
    por_elemento: PorElemento, terminar: AlTerminar, fallo: Fallo,
) -> None:  # fmt: skip
    from plomada.lenguaje.compilador.valores_generados import generar_valor

    ruta = _nombre(recorrido)

    def recorrer(lista: str) -> None:
        lista = g.asignar(lista, "l")
        with g.codigo.bloque(f"if not {lista}:"):
            fallo(g.constantes.causa("vacío", ruta))
        with g.codigo.bloque("else:"):
            x = g.codigo.nueva("x")
            with g.codigo.bloque(f"for {x} in {lista}:"):
                dentro = g.con_variable(nodo.variable, x)
                por_elemento(dentro, _filtrar(dentro, nodo.filtro))
            terminar(g.constantes.causa("ninguno tras el filtro", ruta))

    generar_valor(g, recorrido.lista, recorrer, fallo)


def _filtrar(g: Generador, filtro: n.Condicion | None) -> str:
    from plomada.lenguaje.compilador.condiciones import generar_condicion

    if filtro is None:
        return ""
    f = g.codigo.nueva("f")
    generar_condicion(g, filtro, f)
    with g.codigo.bloque(f"if {f} is False:"):
        g.codigo.linea("continue")
    return f


def _sobre_opciones(
    g: Generador, nodo: n.Cuantificar | n.Agregar, recorrido: n.RecorrerOpciones,
    por_elemento: PorElemento, terminar: AlTerminar,
) -> None:  # fmt: skip
    """Recorre valores fijos; los condicionados entran a una lista con lo que dio su condición."""
    from plomada.lenguaje.compilador.condiciones import generar_condicion

    condicionado = any(o.condicion for o in recorrido.opciones)
    x, f = g.codigo.nueva("x"), g.codigo.nueva("f")
    if condicionado:
        lista = g.asignar("[]", "o")
        for opcion in recorrido.opciones:
            if opcion.condicion is None:
                g.codigo.linea(f"{lista}.append(({opcion.valor!r}, True))")
                continue
            c = g.codigo.nueva("c")
            generar_condicion(g, opcion.condicion, c)
            with g.codigo.bloque(f"if {c} is not False:"):
                g.codigo.linea(f"{lista}.append(({opcion.valor!r}, {c}))")
        cabeza = f"for {x}, {f} in {lista}:"
    else:
        cabeza = f"for {x} in {tuple(o.valor for o in recorrido.opciones)!r}:"
    with g.codigo.bloque(cabeza):
        dentro = g.con_variable(nodo.variable, x)
        propio = _filtrar(dentro, nodo.filtro)
        if condicionado and propio:
            dentro.codigo.linea(f"{f} = peor({f}, {propio})")
        por_elemento(dentro, f if condicionado else propio)
    terminar(g.constantes.causa("ninguno tras el filtro", "las opciones"))


def _sobre_filtrada(
    g: Generador, nodo: n.Cuantificar | n.Agregar, filtrada: Filtrada,
    por_elemento: PorElemento, terminar: AlTerminar, fallo: Fallo,
) -> None:  # fmt: skip
    lista = g.asignar(g.usar_hecho(filtrada), "l")
    with g.si_es_valor(lista, fallo):
        x, f = g.codigo.nueva("x"), g.codigo.nueva("f")
        with g.codigo.bloque(f"for {x}, {f} in {lista}:"):
            por_elemento(g.con_variable(nodo.variable, x), f)
        terminar(g.constantes.causa("ninguno tras el filtro", _nombre(filtrada.recorrido)))


def generar_filtrada(g: Generador, hecho: Filtrada, entregar: Callable[[str], None]) -> None:
    """Escribe la lista de pares (elemento, lo que dio el filtro) o la causa de que no haya lista."""
    salida = g.asignar("[]", "o")
    nodo = n.Agregar("cuenta", hecho.variable, hecho.recorrido, hecho.filtro, None, hecho.recorrido.elemento)

    def guardar(dentro: Generador, filtro: str) -> None:
        dentro.codigo.linea(f"{salida}.append(({dentro.variables[hecho.variable]}, {filtro}))")

    _sobre_lista(g, nodo, hecho.recorrido, guardar, lambda _: entregar(salida), entregar)


def _nombre(recorrido: n.RecorrerLista) -> str:
    lista = recorrido.lista
    return lista.texto if isinstance(lista, n.Leer) else lista.nombre

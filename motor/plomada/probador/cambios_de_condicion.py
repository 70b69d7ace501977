"""Los cambios pequeños que se le pueden hacer a una condición del núcleo, uno por vez.

Entra: un nodo. Sale: cada variante, con lo que se cambió y dónde. El nodo original no se toca.
Se excluyen por construcción las variantes que no pueden cambiar nada: `cada` por `algún` sobre una sola
opción, quitar la única opción de un conjunto, o `al menos 0`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.sintaxis import TipoDeCuantificador
from plomada.lenguaje.tipos import Magnitud
from plomada.probador.frases import decir, decir_cabeza, decir_fijo, decir_recorrido
from plomada.valores.cantidad import Cantidad
from plomada.valores.unidades import UNIDADES

_OTRO_OPERADOR = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "="}
_OTROS_CUANTIFICADORES: dict[str, tuple[TipoDeCuantificador, ...]] = {
    "cada": ("algún",), "algún": ("cada",), "ningún": ("algún", "cada"), "al menos": (),
}  # fmt: skip
UN_DIA = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cambio:
    """Una variante: qué clase de cambio es, en qué consiste, dónde está y el nodo cambiado."""

    operador: str
    descripcion: str
    tramo: Tramo | None
    nodo: Any


def variantes(nodo: object, lugar: Tramo) -> Iterator[Cambio]:
    """Recorre las variantes del nodo y de lo que contiene; `lugar` es el de lo que no trae uno propio."""
    propio = getattr(nodo, "tramo", None) or lugar
    for cambio in _PROPIOS.get(type(nodo), _ninguno)(nodo):
        yield replace(cambio, tramo=cambio.tramo or propio)
    for campo in fields(nodo):  # type: ignore[arg-type]
        valor = getattr(nodo, campo.name)
        if _es_nodo(valor):
            for c in variantes(valor, propio):
                yield replace(c, nodo=replace(nodo, **{campo.name: c.nodo}))  # type: ignore[type-var]
        elif isinstance(valor, tuple):
            yield from _en_tupla(nodo, campo.name, valor, propio)


def _en_tupla(nodo: object, campo: str, valores: tuple[Any, ...], lugar: Tramo) -> Iterator[Cambio]:
    for i, valor in enumerate(valores):
        if _es_nodo(valor):
            for c in variantes(valor, lugar):
                nuevos = (*valores[:i], c.nodo, *valores[i + 1 :])
                yield replace(c, nodo=replace(nodo, **{campo: nuevos}))  # type: ignore[type-var]


def _es_nodo(valor: object) -> bool:
    return is_dataclass(valor) and type(valor).__module__ == n.__name__


def _ninguno(_: Any) -> Iterator[Cambio]:  # noqa: ANN401
    return iter(())


def _cambio(operador: str, descripcion: str, nodo: object) -> Cambio:
    return Cambio(operador, descripcion, None, nodo)


# -- condiciones -----------------------------------------------------------------------------------


def _de_comparar(x: n.Comparar) -> Iterator[Cambio]:
    nuevo = _OTRO_OPERADOR[x.operador]
    otra: n.Condicion = replace(x, operador=nuevo) if x.tolerancia is None else n.No(x, x.tramo)
    yield _cambio("comparación", f"cambia `{x.operador}` por `{nuevo}` en `{decir(x)}`", otra)


def _de_esta_en(x: n.EstaEn) -> Iterator[Cambio]:
    yield _cambio(
        "negación", f"{_poner_o_quitar(x.negada)} el `no` de `{decir(x)}`", replace(x, negada=not x.negada)
    )
    if len(x.opciones) > 1:
        for i, opcion in enumerate(x.opciones):
            resto = x.opciones[:i] + x.opciones[i + 1 :]
            descripcion = f"quita la opción `{decir_fijo(opcion)}` de `{decir(x)}`"
            yield _cambio("opción", descripcion, replace(x, opciones=resto))


def _de_hay_dato(x: n.HayDato) -> Iterator[Cambio]:
    yield _cambio(
        "negación", f"{_poner_o_quitar(x.negada)} el `no` de `{decir(x)}`", replace(x, negada=not x.negada)
    )


def _poner_o_quitar(negada: bool) -> str:
    return "quita" if negada else "pone"


def _de_no(x: n.No) -> Iterator[Cambio]:
    yield _cambio("negación", f"quita el `no` de `{decir(x)}`", x.condicion)


def _de_todas(x: n.Todas) -> Iterator[Cambio]:
    yield _cambio("conector", f"cambia `y` por `o` en `{decir(x)}`", n.Alguna(x.partes, x.tramo))
    yield from _sin_operandos(x, x.partes)


def _de_alguna(x: n.Alguna) -> Iterator[Cambio]:
    yield _cambio("conector", f"cambia `o` por `y` en `{decir(x)}`", n.Todas(x.partes, x.tramo))
    yield from _sin_operandos(x, x.partes)


def _sin_operandos(x: n.Todas | n.Alguna, partes: tuple[n.Condicion, ...]) -> Iterator[Cambio]:
    for i, parte in enumerate(partes):
        resto = partes[:i] + partes[i + 1 :]
        queda: n.Condicion = resto[0] if len(resto) == 1 else replace(x, partes=resto)
        yield Cambio("operando", f"quita `{decir(parte)}` de `{decir(x)}`", parte.tramo, queda)


def _de_preguntar(x: n.Preguntar) -> Iterator[Cambio]:
    """De una cadena se cambian el mínimo y el camino; las demás funciones no tienen nada que mover."""
    if x.funcion != "cadena":
        return
    origen, destino, via, directa, minimo = x.fijos
    assert isinstance(minimo, int)
    for cuantos in _vecinos(minimo):
        descripcion = f"cambia el mínimo de {minimo} a {cuantos} en `{x.texto}`"
        yield _cambio("mínimo", descripcion, replace(x, fijos=(origen, destino, via, directa, cuantos)))
    if via or directa:
        por_cualquiera = replace(x, fijos=(origen, destino, (), False, minimo))
        yield _cambio("camino", f"admite cualquier camino en `{x.texto}`", por_cualquiera)


# -- cuantificadores, agregados y conjuntos --------------------------------------------------------


def _de_cuantificar(x: n.Cuantificar) -> Iterator[Cambio]:
    una_sola = isinstance(x.recorrido, n.RecorrerOpciones) and len(x.recorrido.opciones) == 1
    for otro in _OTROS_CUANTIFICADORES[x.tipo]:
        if una_sola and x.tipo in {"cada", "algún"}:
            continue
        yield _cambio(
            "cuantificador", f"cambia `{x.tipo}` por `{otro}` en `{decir_cabeza(x)}`", replace(x, tipo=otro)
        )
    if x.tipo == "al menos":
        for cuantos in _vecinos(x.minimo):
            descripcion = f"cambia `al menos {x.minimo}` por `al menos {cuantos}` en `{decir_cabeza(x)}`"
            yield _cambio("mínimo", descripcion, replace(x, minimo=cuantos))
    if x.filtro is not None:
        descripcion = f"quita el filtro `{decir(x.filtro)}` de `{decir_cabeza(x)}`"
        yield Cambio("filtro", descripcion, x.filtro.tramo, replace(x, filtro=None))


def _vecinos(minimo: int) -> tuple[int, ...]:
    return tuple(m for m in (minimo - 1, minimo + 1) if m >= 1)


def _de_agregar(x: n.Agregar) -> Iterator[Cambio]:
    if x.filtro is not None:
        descripcion = f"quita el filtro `{decir(x.filtro)}` de `{decir(x)}`"
        yield Cambio("filtro", descripcion, x.filtro.tramo, replace(x, filtro=None))


def _de_opciones(x: n.RecorrerOpciones) -> Iterator[Cambio]:
    if len(x.opciones) > 1:
        for i, opcion in enumerate(x.opciones):
            resto = x.opciones[:i] + x.opciones[i + 1 :]
            descripcion = f"quita la opción `{opcion.valor}` de `{decir_recorrido(x)}`"
            yield _cambio("opción", descripcion, replace(x, opciones=resto))


def _de_opcion(x: n.Opcion) -> Iterator[Cambio]:
    if x.condicion is not None:
        descripcion = f"quita `si {decir(x.condicion)}` de la opción `{x.valor}`"
        yield Cambio("filtro", descripcion, x.condicion.tramo, replace(x, condicion=None))


# -- valores fijos ---------------------------------------------------------------------------------


def _de_constante(x: n.Constante) -> Iterator[Cambio]:
    for valor, escrito in _corridos(x):
        operador = "fecha escrita" if isinstance(valor, date) else "número escrito"
        yield _cambio(operador, f"cambia `{x.texto}` por `{escrito}`", replace(x, valor=valor, texto=escrito))


def _corridos(x: n.Constante) -> Iterator[tuple[n.ValorConstante, str]]:
    """Devuelve los valores que están a un paso: un día, un peso o uno en la unidad en que se escribió."""
    valor = x.valor
    if isinstance(valor, bool | str):
        return
    if isinstance(valor, date | Cantidad):
        for vecino in vecinos(valor):
            yield vecino, decir_fijo(vecino)
        return
    paso = unidad_escrita(x)
    for nuevo in (valor - paso, valor + paso):
        entero = isinstance(valor, int) and nuevo == int(nuevo)
        escrito = f"{x.texto} {'-' if nuevo < valor else '+'} 1"
        yield int(nuevo) if entero else Decimal(nuevo), escrito


def unidad_escrita(x: n.Constante) -> Decimal:
    """Devuelve cuántas unidades base vale la unidad en que se escribió el valor."""
    dimension = x.tipo.dimension if isinstance(x.tipo, Magnitud) else ""
    posibles = [u for u in UNIDADES.values() if u.dimension == dimension and x.texto.endswith(f" {u.rotulo}")]
    return max(posibles, key=lambda u: len(u.rotulo)).factor if posibles else Decimal(1)


def vecinos(valor: Cantidad | Decimal | date) -> tuple[Cantidad | Decimal | date, ...]:
    """Devuelve los valores a un paso por debajo y por encima: un día, un peso o una unidad.

    >>> [v.a_texto() for v in vecinos(Cantidad(Decimal(5), "ha"))]
    ['4 ha', '6 ha']
    """
    if isinstance(valor, date):
        return (valor - UN_DIA, valor + UN_DIA)
    if not isinstance(valor, Cantidad):
        return (valor - 1, valor + 1)
    if valor.unidad in UNIDADES and valor.dimension == "dinero":
        valor = Cantidad(valor.base, "COP", valor.anio)
    return tuple(Cantidad(valor.valor + paso, valor.unidad, valor.anio) for paso in (-1, 1))


_PROPIOS: dict[type, Callable[[Any], Iterator[Cambio]]] = {
    n.Comparar: _de_comparar,
    n.EstaEn: _de_esta_en,
    n.HayDato: _de_hay_dato,
    n.No: _de_no,
    n.Todas: _de_todas,
    n.Alguna: _de_alguna,
    n.Preguntar: _de_preguntar,
    n.Cuantificar: _de_cuantificar,
    n.Agregar: _de_agregar,
    n.RecorrerOpciones: _de_opciones,
    n.Opcion: _de_opcion,
    n.Constante: _de_constante,
}

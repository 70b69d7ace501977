"""La articulación en la consola: primero los índices, después lo que está suelto y por qué."""

from collections.abc import Iterable, Iterator

from plomada.articulacion.estados import Estado
from plomada.informes.articulacion.vista import ArticulacionInformada, ElementoArticulado, rotulo_de_nivel
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo

_ESTILOS: dict[Estado, Estilo] = {
    Estado.DESARTICULADO: "falla",
    Estado.PARCIAL: "aviso",
    Estado.SIN_DATOS: "aviso",
    Estado.ARTICULADO: "bien",
    Estado.NO_SE_EXIGE: "tenue",
}
_CUADRE_BUENO = "cuadra"
_SIN_PROBLEMA = (Estado.ARTICULADO, Estado.NO_SE_EXIGE)


def a_consola(a: ArticulacionInformada, ancho: int = 100) -> Iterator[Renglon]:
    """Devuelve los renglones de la vista."""
    yield from parrafo(f"Articulación de fines y medios de {a.plan}", ancho, estilo="titulo")
    yield from parrafo("La herramienta muestra qué está suelto y por qué; no califica el plan.", ancho)
    yield from _indices(a, ancho)
    yield from _ausentes(a, ancho)
    yield from _ciclo(a, ancho)
    yield from _elementos(a, ancho)
    yield from _cuentas(a, ancho)


def _indices(a: ArticulacionInformada, ancho: int) -> Iterator[Renglon]:
    yield VACIO
    yield from parrafo("Índices", ancho, estilo="titulo")
    if not a.total.denominador:
        yield from parrafo(
            "No hay elementos descritos: no hay índices que calcular.", ancho, 2, estilo="aviso"
        )
        return
    for i in (a.total, *a.indices):
        frase = i.en_frase()
        yield from parrafo(f"{frase[0].upper()}{frase[1:]}.", ancho, 2)


def _ausentes(a: ArticulacionInformada, ancho: int) -> Iterator[Renglon]:
    if a.ausentes:
        yield VACIO
        yield from parrafo("Niveles sin elementos", ancho, estilo="titulo")
        for nivel, motivo in a.ausentes:
            yield from parrafo(f"{nivel[0].upper()}{nivel[1:]}: {motivo}.", ancho, 2, estilo="aviso")


def _ciclo(a: ArticulacionInformada, ancho: int) -> Iterator[Renglon]:
    if a.ciclo:
        yield VACIO
        yield from parrafo(f"La cadena se muerde la cola: {' → '.join(a.ciclo)}.", ancho, estilo="falla")


def _elementos(a: ArticulacionInformada, ancho: int) -> Iterator[Renglon]:
    cuentas = a.contar_estados()
    for estado in (Estado.DESARTICULADO, Estado.PARCIAL, Estado.SIN_DATOS):
        suyos = [e for e in a.elementos if e.estado is estado]
        if suyos:
            yield VACIO
            yield from parrafo(f"{_titulo(estado)} ({len(suyos)})", ancho, estilo="titulo")
            yield from _filas(suyos, ancho)
    for estado in _SIN_PROBLEMA:
        if cuentas[estado]:
            yield VACIO
            yield from parrafo(f"{_titulo(estado)}: {cuentas[estado]}.", ancho, estilo=_ESTILOS[estado])


def _titulo(estado: Estado) -> str:
    texto = str(estado)
    return texto[0].upper() + texto[1:]


def _filas(elementos: Iterable[ElementoArticulado], ancho: int) -> Iterator[Renglon]:
    for e in elementos:
        nombre = f" «{e.nombre}»" if e.nombre else ""
        yield from parrafo(f"{rotulo_de_nivel(e.nivel)} {e.id}{nombre}", ancho, 2, estilo=_ESTILOS[e.estado])
        for motivo in e.porque:
            yield from parrafo(f"{motivo}.", ancho, 6)


def _cuentas(a: ArticulacionInformada, ancho: int) -> Iterator[Renglon]:
    filas = [(c.nombre or c.id, c.cuadre, c.frase) for c in a.cuentas]
    filas += [(f"{c.nombre} ({c.declarado})", c.cuadre, c.frase) for c in a.cifras]
    if not filas:
        return
    yield VACIO
    yield from parrafo("Cifras declaradas, rehechas con lo que el documento trae", ancho, estilo="titulo")
    for nombre, cuadre, frase in filas:
        yield from parrafo(
            f"{nombre}: {cuadre}", ancho, 2, estilo="bien" if cuadre == _CUADRE_BUENO else "aviso"
        )
        yield from parrafo(frase, ancho, 6)

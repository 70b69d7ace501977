"""La comparación en consola, JSON y CSV: primero lo que pasó, y al final lo que persiste."""

import json
from collections.abc import Iterator

from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.rondas.frases import (
    cuentas_del_paso,
    de_la_ronda,
    de_la_suelta,
    de_las_respuestas,
    en_columnas,
    lo_dicho,
    que_paso,
    titulo,
)
from plomada.informes.rondas.partes import Comparacion, Estado, Fila, Paso, RespuestaSuelta
from plomada.informes.tablas import Tabla

_A_LA_VISTA = 12
_SIN_DETALLE = frozenset({Estado.SIN_CAMBIO, Estado.DEJO_DE_CUMPLIR, Estado.EMPEZO_A_CUMPLIR})
_ESTILOS: dict[Estado, Estilo] = {
    Estado.NUEVO: "falla",
    Estado.REAPARECIO: "falla",
    Estado.PERSISTE: "aviso",
    Estado.CAMBIO: "aviso",
    Estado.NO_SE_PUEDE_COMPROBAR: "aviso",
    Estado.SE_CORRIGIO: "bien",
}


def a_json(c: Comparacion) -> str:
    """Devuelve la comparación en JSON."""
    return json.dumps(c.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def a_tabla(c: Comparacion) -> Tabla:
    """Devuelve una fila por hallazgo y por paso, y al final las respuestas que no son de ninguno.

    Es para programas: `elemento` es el de la identidad, sin encabezado ni cuentas alrededor.
    """
    columnas = (
        "de", "a", "estado", "qué pasaba", "por qué", "regla", "exigencia", "elemento",
        "nombre del elemento", "antes", "modo de antes", "después", "modo de después", "fuerza",
        "antes decía", "ahora dice", "cómo se subsana", "aceptación", "nota", "respuesta",
    )  # fmt: skip
    sueltas = (_celdas_sueltas(r, columnas) for r in c.respuestas_sin_hallazgo)
    return Tabla(columnas, (*(_celdas(p, f) for p in c.pasos for f in p.filas), *sueltas))


def _celdas_sueltas(r: RespuestaSuelta, columnas: tuple[str, ...]) -> tuple[str, ...]:
    dichas = {
        "estado": "respuesta sin hallazgo", "regla": r.regla, "elemento": r.elemento,
        "modo de antes": r.modo, "respuesta": r.respuesta,
    }  # fmt: skip
    return tuple(dichas.get(columna, "") for columna in columnas)


def _celdas(p: Paso, f: Fila) -> tuple[str, ...]:
    return (
        p.antes, p.despues, f.estado.value, f.correccion.value, f.origen.value, f.regla, f.titulo, f.elemento,
        f.de_quien, f.antes, f.modo_antes, f.despues, f.modo_despues, f.fuerza, *en_columnas(f), f.subsana,
        f.aceptacion, f.nota, f.respuesta,
    )  # fmt: skip


def a_consola(c: Comparacion, ancho: int = 100, todo: bool = False) -> Iterator[Renglon]:
    """Devuelve los renglones: las rondas, las cuentas de cada paso y las filas del último."""
    yield from parrafo(titulo(c), ancho, estilo="titulo")
    for ronda in c.rondas:
        yield from parrafo(de_la_ronda(ronda), ancho, 2, marca="- ")
    for paso in c.pasos:
        yield VACIO
        yield from _cuentas(paso, ancho)
    for paso in c.pasos if todo else c.pasos[-1:]:
        yield from _filas(paso, ancho, todo)
    yield from _cuenta_de_respuestas(c, ancho)
    for suelta in c.respuestas_sin_hallazgo:
        yield from parrafo(de_la_suelta(suelta), ancho, estilo="aviso")


def _cuenta_de_respuestas(c: Comparacion, ancho: int) -> Iterator[Renglon]:
    """Las que están en filas que no se muestran también se cuentan."""
    if c.respuestas is not None:
        yield VACIO
        frase = de_las_respuestas(c.respuestas)
        donde = " Todas se ven con --todo." if c.respuestas.con_hallazgo else ""
        yield from parrafo(f"{frase}{donde}", ancho, estilo="titulo")


def _cuentas(p: Paso, ancho: int) -> Iterator[Renglon]:
    yield from parrafo(f"De {p.antes} a {p.despues}", ancho, estilo="titulo")
    for frase in cuentas_del_paso(p):
        yield from parrafo(frase, ancho, 2)
    for aviso in p.avisos:
        yield from parrafo(aviso, ancho, 2, "aviso", "- ")


def _filas(p: Paso, ancho: int, todo: bool) -> Iterator[Renglon]:
    for estado in Estado:
        propias = [f for f in p.filas if f.estado is estado]
        if not propias or (estado in _SIN_DETALLE and not todo):
            continue
        yield VACIO
        yield from parrafo(f"{estado.value.capitalize()} ({len(propias)})", ancho, estilo="titulo")
        visibles = propias if todo else propias[:_A_LA_VISTA]
        for fila in visibles:
            yield from _fila(fila, ancho)
        if len(visibles) < len(propias):
            faltan = len(propias) - len(visibles)
            yield from parrafo(f"y {faltan} más, que se ven con --todo.", ancho, 2, "tenue")


def _fila(f: Fila, ancho: int) -> Iterator[Renglon]:
    de_que = f" [{f.de_quien}]" if f.de_quien else ""
    yield from parrafo(f"{f.titulo}{de_que}", ancho, 2, _ESTILOS.get(f.estado, ""), "• ")
    yield from parrafo(f"{f.regla} · {que_paso(f)}", ancho, 4, "tenue")
    for rotulo, texto in lo_dicho(f):
        yield from parrafo(f"{rotulo}: {texto}" if rotulo else texto, ancho, 4)
    if f.nota:
        yield from parrafo(f.nota, ancho, 4)
    if f.aceptacion:
        yield from parrafo(f"Aceptado por {f.aceptacion}.", ancho, 4)
    if f.respuesta:
        yield from parrafo(f"Respuesta del municipio: {f.respuesta}", ancho, 4)
    if f.subsana and f.hay_despues:
        yield from parrafo(f.subsana, ancho, 4, marca="→ ")

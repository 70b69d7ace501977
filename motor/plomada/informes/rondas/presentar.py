"""La comparación en consola, JSON, CSV y Markdown: primero lo que empeoró o sigue igual de mal."""

import json
from collections.abc import Iterator
from datetime import date

from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.rondas.partes import Comparacion, Estado, Fila, Paso, RespuestaSuelta, Ronda
from plomada.informes.tablas import Tabla
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

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
    """Devuelve una fila por hallazgo y por paso, y al final las respuestas que no son de ninguno."""
    columnas = (
        "de", "a", "estado", "por qué", "regla", "exigencia", "elemento", "antes", "modo de antes", "después",
        "modo de después", "fuerza", "mensaje", "cómo se subsana", "aceptación", "nota", "respuesta",
    )  # fmt: skip
    sueltas = (_celdas_sueltas(r) for r in c.respuestas_sin_hallazgo)
    return Tabla(columnas, (*(_celdas(p, f) for p in c.pasos for f in p.filas), *sueltas))


def _celdas_sueltas(r: RespuestaSuelta) -> tuple[str, ...]:
    return (
        "", "", "respuesta sin hallazgo", "", r.regla, "", r.elemento, "", r.modo, "", "", "", "", "", "", "",
        r.respuesta,
    )  # fmt: skip


def _celdas(p: Paso, f: Fila) -> tuple[str, ...]:
    return (
        p.antes, p.despues, f.estado.value, f.origen.value, f.regla, f.titulo, f.elemento, f.antes,
        f.modo_antes, f.despues, f.modo_despues, f.fuerza, f.mensaje_despues or f.mensaje_antes, f.subsana,
        f.aceptacion, f.nota, f.respuesta,
    )  # fmt: skip


def a_consola(c: Comparacion, ancho: int = 100, todo: bool = False) -> Iterator[Renglon]:
    """Devuelve los renglones: las rondas, las cuentas de cada paso y las filas del último."""
    yield from parrafo(f"Comparación de {len(c.rondas)} rondas", ancho, estilo="titulo")
    for ronda in c.rondas:
        yield from parrafo(_de_la_ronda(ronda), ancho, 2, marca="- ")
    for paso in c.pasos:
        yield VACIO
        yield from _cuentas(paso, ancho)
    for paso in c.pasos if todo else c.pasos[-1:]:
        yield from _filas(paso, ancho, todo)
    yield from _cuenta_de_respuestas(c, ancho)
    for suelta in c.respuestas_sin_hallazgo:
        yield from parrafo(
            f"Respuesta sin hallazgo ({suelta.regla}, {suelta.elemento or 'el plan entero'}, "
            f"{suelta.modo or 'sin modo'}): {suelta.respuesta}",
            ancho,
            estilo="aviso",
        )


def _cuenta_de_respuestas(c: Comparacion, ancho: int) -> Iterator[Renglon]:
    """Las que están en filas que no se muestran también se cuentan."""
    con = sum(bool(f.respuesta) for p in c.pasos for f in p.filas)
    if con or c.respuestas_sin_hallazgo:
        yield VACIO
        sin = len(c.respuestas_sin_hallazgo)
        frase = f"Respuestas del municipio: {con} junto a su hallazgo y {sin} sin hallazgo."
        yield from parrafo(f"{frase} Todas se ven con --todo.", ancho, estilo="titulo")


def _de_la_ronda(r: Ronda) -> str:
    cuando = escribir_fecha(date.fromisoformat(r.fecha))
    de_quien = f"{r.municipio}, " if r.municipio else ""
    norma = f"norma del {cuando} ({r.origen_de_la_fecha})"
    return f"{r.nombre}: {de_quien}{r.clase}, {norma}; {r.hallazgos} hallazgos"


def _cuentas(p: Paso, ancho: int) -> Iterator[Renglon]:
    yield from parrafo(f"De {p.antes} a {p.despues}", ancho, estilo="titulo")
    yield from parrafo(f"{en_lista([f'{n} {e}' for e, n in p.cuentas.items()])}.", ancho, 2)
    causas = [f"{n} porque {o}" for o, n in p.origenes.items() if n]
    if causas:
        yield from parrafo(f"De lo que cambió: {en_lista(causas)}.", ancho, 2)
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
    de_que = f" [{f.elemento}]" if f.elemento else ""
    yield from parrafo(f"{f.titulo}{de_que}", ancho, 2, _ESTILOS.get(f.estado, ""), "• ")
    yield from parrafo(f"{f.regla} · {_cambio(f)}", ancho, 4, "tenue")
    for texto in (f.mensaje_despues or f.mensaje_antes, f.nota):
        if texto:
            yield from parrafo(texto, ancho, 4)
    if f.aceptacion:
        yield from parrafo(f"Aceptado por {f.aceptacion}.", ancho, 4)
    if f.respuesta:
        yield from parrafo(f"Respuesta del municipio: {f.respuesta}", ancho, 4)
    if f.subsana and f.hay_despues:
        yield from parrafo(f.subsana, ancho, 4, marca="→ ")


def _cambio(f: Fila) -> str:
    antes = _veredicto(f.antes, f.modo_antes)
    despues = _veredicto(f.despues, f.modo_despues)
    que = antes if antes == despues else f"antes, {antes}; después, {despues}"
    return f"{que} · {f.origen.value}" if f.origen else que


def _veredicto(veredicto: str, modo: str) -> str:
    return f"{veredicto or 'no estaba'}{f' ({modo})' if modo else ''}"

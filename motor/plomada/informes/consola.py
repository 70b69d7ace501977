"""El informe para leer en una consola: primero qué se concluye, después qué hay que corregir.

Devuelve renglones sin colores; quien los imprime decide si los destaca. Lo que se resume dice cuánto se calla
y `todo` lo muestra completo.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.aceptaciones.consola import escribir_aceptaciones
from plomada.informes.partes import ReglaInformada
from plomada.informes.perfiles import Perfil
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.resumen import resumen
from plomada.informes.vista import Informe
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import plegar

HALLAZGOS_POR_REGLA = 6
GRUPOS_VISIBLES = 20
APARTADOS = (
    ("suficiencia", "Suficiencia: lo que el plan debe traer"),
    ("articulacion", "Articulación: cómo se encadenan sus piezas"),
    ("coherencia", "Coherencia: lo que debe coincidir"),
    ("tramite", "Trámite: pasos, plazos y conceptos"),
)
FUERZAS = {"debe": "requerimiento", "deberia": "recomendación", "informa": "informativo"}
_ESTILOS: dict[Veredicto, Estilo] = {
    Veredicto.ERROR: "falla",
    Veredicto.NO_CUMPLE: "falla",
    Veredicto.NO_CONSTA: "aviso",
    Veredicto.REQUIERE_CONCEPTO: "aviso",
    Veredicto.CUMPLE: "bien",
    Veredicto.NO_APLICA: "tenue",
}


def a_consola(informe: Informe, ancho: int = 100, todo: bool = False) -> Iterator[Renglon]:
    """Devuelve los renglones del informe, cortados a `ancho`."""
    yield from resumen(informe, ancho)
    yield from escribir_aceptaciones(informe, ancho)
    corregir, informan = _partir(informe.reglas)
    yield from _errores(informe.reglas, ancho, todo)
    yield from _por_apartado("Lo que hay que corregir", corregir, ancho, todo)
    for veredicto, titulo in (
        (Veredicto.NO_CONSTA, "No consta"),
        (Veredicto.REQUIERE_CONCEPTO, "Requiere concepto"),
    ):
        yield from _seccion(titulo, _de(informe.reglas, veredicto), ancho, todo)
    yield from _seccion("Para tener en cuenta (informativo)", informan, ancho, todo)
    for veredicto, titulo in ((Veredicto.CUMPLE, "Cumple"), (Veredicto.NO_APLICA, "No aplica")):
        yield from _en_una_linea(titulo, _de(informe.reglas, veredicto), ancho, todo)
    yield from _grupos(informe, ancho, todo)


def _grupos(informe: Informe, ancho: int, todo: bool) -> Iterator[Renglon]:
    """Escribe el índice del perfil: las tareas pendientes, o lo que se revisó de cada norma."""
    if not informe.grupos:
        return
    por_tarea = informe.perfil is Perfil.CONSULTORIA
    yield from _titulo(f"{'Tareas' if por_tarea else 'Por norma'} ({len(informe.grupos)})", ancho)
    visibles = informe.grupos if todo else informe.grupos[:GRUPOS_VISIBLES]
    for g in visibles:
        cuantos = f"{len(g.reglas)} reglas y {g.hallazgos} hallazgos" if len(g.reglas) > 1 else g.reglas[0]
        yield from parrafo(f"{g.titulo} [{cuantos}]", ancho, 2, marca="- ")
    if len(visibles) < len(informe.grupos):
        faltan = len(informe.grupos) - len(visibles)
        yield from parrafo(f"y {faltan} más, que se ven con --todo.", ancho, 2, "tenue")


def _de(reglas: Sequence[ReglaInformada], veredicto: Veredicto) -> list[ReglaInformada]:
    return [r for r in reglas if r.veredicto is veredicto]


def _partir(reglas: Sequence[ReglaInformada]) -> tuple[list[ReglaInformada], list[ReglaInformada]]:
    fallan = _de(reglas, Veredicto.NO_CUMPLE)
    return [r for r in fallan if r.fuerza != "informa"], [r for r in fallan if r.fuerza == "informa"]


def _titulo(texto: str, ancho: int) -> Iterator[Renglon]:
    yield VACIO
    yield from parrafo(texto, ancho, estilo="titulo")


def _errores(reglas: Sequence[ReglaInformada], ancho: int, todo: bool) -> Iterator[Renglon]:
    yield from _seccion(
        "Falló la herramienta (no es un defecto del plan)", _de(reglas, Veredicto.ERROR), ancho, todo
    )


def _por_apartado(titulo: str, reglas: Sequence[ReglaInformada], ancho: int, todo: bool) -> Iterator[Renglon]:
    if not reglas:
        return
    yield from _titulo(f"{titulo} ({len(reglas)})", ancho)
    for clave, rotulo in APARTADOS:
        propias = [r for r in reglas if plegar(r.analisis) == clave]
        if propias:
            yield VACIO
            yield from parrafo(rotulo, ancho, estilo="titulo")
        for r in propias:
            yield from escribir_regla(r, ancho, todo)
    for r in reglas:
        if plegar(r.analisis) not in dict(APARTADOS):
            yield from escribir_regla(r, ancho, todo)


def _seccion(titulo: str, reglas: Sequence[ReglaInformada], ancho: int, todo: bool) -> Iterator[Renglon]:
    if reglas:
        yield from _titulo(f"{titulo} ({len(reglas)})", ancho)
    for r in reglas:
        yield from escribir_regla(r, ancho, todo)


def _en_una_linea(titulo: str, reglas: Sequence[ReglaInformada], ancho: int, todo: bool) -> Iterator[Renglon]:
    if todo:
        yield from _seccion(titulo, reglas, ancho, todo)
    elif reglas:
        yield VACIO
        declarados = sum(r.matiz == "declarado" for r in reglas)
        parte = f", {declarados} con evidencia declarada sin comprobar" if declarados else ""
        cuantas = f"{len(reglas)} regla{'s' if len(reglas) > 1 else ''}"
        yield from parrafo(f"{titulo}: {cuantas}{parte}. Se ven con --todo.", ancho, estilo="tenue")


def escribir_regla(r: ReglaInformada, ancho: int, todo: bool = False) -> Iterator[Renglon]:
    """Devuelve los renglones de una regla con su cita, su exigencia y sus hallazgos."""
    yield VACIO
    yield from parrafo(f"[{rotular(r)}] {r.titulo}", ancho, estilo=_ESTILOS[r.veredicto])
    yield from parrafo(f"{r.regla} · {r.analisis} · {r.requisito.id}", ancho, 4, "tenue")
    yield from parrafo(
        f"Norma: {r.requisito.cita} ({r.requisito.vigencia}; se aplicó al "
        f"{escribir_fecha(date.fromisoformat(r.fecha))}).",
        ancho,
        4,
    )
    if r.requisito.firmeza != "firme":
        yield from parrafo(f"Firmeza de la norma: {r.requisito.firmeza}.", ancho, 4)
    if r.requisito.dudas:
        yield from parrafo(f"Dudas sobre la norma: {r.requisito.dudas}", ancho, 4)
    if not r.es_pregunta:  # la pregunta ya la dice el hallazgo
        yield from parrafo(f"Exige: {r.exigencia}", ancho, 4)
    if r.por_juicio_de:
        yield from parrafo(f"Por juicio de {r.por_juicio_de}.", ancho, 4)
    visibles = r.hallazgos if todo else r.hallazgos[:HALLAZGOS_POR_REGLA]
    anterior = ""
    for h in visibles:
        yield from _hallazgo(h, ancho, anterior)
        anterior = h.subsana
    if len(visibles) < len(r.hallazgos):
        faltan = len(r.hallazgos) - len(visibles)
        yield from parrafo(
            f"y {faltan} hallazgo{'s' if faltan > 1 else ''} más, que se ven con --todo.", ancho, 4
        )


def rotular(r: ReglaInformada) -> str:
    """Escribe el veredicto con su matiz y su fuerza: «no cumple, parcial · requerimiento»."""
    matiz = f" ({r.matiz})" if r.matiz else ""
    fuerza = f" · {FUERZAS.get(r.fuerza, r.fuerza)}" if r.veredicto is Veredicto.NO_CUMPLE else ""
    return f"{r.veredicto.value}{matiz}{fuerza}"


def _hallazgo(h: Hallazgo, ancho: int, subsana_anterior: str) -> Iterator[Renglon]:
    """Escribe un hallazgo; si se subsana igual que el anterior, no lo repite."""
    de_que = f"[{h.de_quien or h.elemento}] " if h.elemento else ""
    yield from parrafo(f"{de_que}{h.mensaje}", ancho, 4, marca="• ")
    if h.explicacion:
        yield from parrafo(h.explicacion, ancho, 6)
    for d in h.datos:
        yield from parrafo(decir_dato(d), ancho, 8, "tenue")
    if h.causa:
        yield from parrafo(f"causa: {h.causa}{f' ({h.dato})' if h.dato else ''}", ancho, 8, "tenue")
    if h.subsana and h.subsana != subsana_anterior:
        yield from parrafo(h.subsana, ancho, 6, marca="→ ")


def decir_dato(d: DatoLeido) -> str:
    """Escribe un dato leído por su nombre, con la ruta y el lugar que ayudan a corregirlo."""
    ruta = f"`{d.ruta}`" if d.nombre and " " not in d.ruta else ""
    donde = ", ".join(x for x in (ruta, d.lugar) if x)
    return f"se leyó {d.nombre or d.ruta}: {d.valor}" + (f" ({donde})" if donde else "")

"""El informe para leer en una consola: primero qué se concluye, después qué hay que corregir.

Devuelve renglones sin colores; quien los imprime decide si los destaca. Lo que se resume dice cuánto se calla
y `todo` lo muestra completo.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.aceptaciones.consola import escribir_aceptaciones
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.partes import ReglaInformada
from plomada.informes.perfiles import Perfil
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.resumen import resumen
from plomada.informes.vista import Informe
from plomada.valores.texto import plegar

HALLAZGOS_POR_REGLA = 6
GRUPOS_VISIBLES = 20
_ANALISIS = ("suficiencia", "articulacion", "coherencia", "tramite")
APARTADOS = tuple((a, rotulos(ESPANOL)(f"apartado.{a}")) for a in _ANALISIS)
FUERZAS = {f: rotulos(ESPANOL).fuerza(f) for f in ("debe", "deberia", "informa")}
_ESTILOS: dict[Veredicto, Estilo] = {
    Veredicto.ERROR: "falla",
    Veredicto.NO_CUMPLE: "falla",
    Veredicto.NO_CONSTA: "aviso",
    Veredicto.REQUIERE_CONCEPTO: "aviso",
    Veredicto.CUMPLE: "bien",
    Veredicto.NO_APLICA: "tenue",
}


def a_consola(
    informe: Informe, ancho: int = 100, todo: bool = False, r: Rotulos | None = None
) -> Iterator[Renglon]:
    """Devuelve los renglones del informe, cortados a `ancho`, con los rótulos de un idioma."""
    papel = _Papel(ancho, todo, r or rotulos(ESPANOL))
    yield from resumen(informe, ancho, papel.r)
    yield from escribir_aceptaciones(informe, ancho, papel.r)
    corregir, informan = _partir(informe.reglas)
    yield from _seccion("errores", _de(informe.reglas, Veredicto.ERROR), papel)
    yield from _por_apartado(corregir, papel)
    yield from _seccion("no_consta", _de(informe.reglas, Veredicto.NO_CONSTA), papel)
    yield from _seccion("requiere_concepto", _de(informe.reglas, Veredicto.REQUIERE_CONCEPTO), papel)
    yield from _seccion("informativo", informan, papel)
    yield from _en_una_linea("cumple", _de(informe.reglas, Veredicto.CUMPLE), papel)
    yield from _en_una_linea("no_aplica", _de(informe.reglas, Veredicto.NO_APLICA), papel)
    yield from _grupos(informe, papel)


@dataclass(frozen=True, slots=True)
class _Papel:
    """En qué se escribe: cuánto cabe, si se muestra todo y en qué idioma van los rótulos."""

    ancho: int
    todo: bool
    r: Rotulos


def _grupos(informe: Informe, p: _Papel) -> Iterator[Renglon]:
    """Escribe el índice del perfil: las tareas pendientes, o lo que se revisó de cada norma."""
    if not informe.grupos:
        return
    titulo = p.r("seccion.tareas" if informe.perfil is Perfil.CONSULTORIA else "seccion.por_norma")
    yield from _titulo(f"{titulo} ({len(informe.grupos)})", p)
    visibles = informe.grupos if p.todo else informe.grupos[:GRUPOS_VISIBLES]
    for g in visibles:
        varias = len(g.reglas) > 1
        cuantos = p.r("cuenta.grupo", reglas=len(g.reglas), hallazgos=g.hallazgos) if varias else g.reglas[0]
        yield from parrafo(f"{g.titulo} [{cuantos}]", p.ancho, 2, marca="- ")
    if len(visibles) < len(informe.grupos):
        faltan = len(informe.grupos) - len(visibles)
        yield from parrafo(p.r("cuenta.grupos_mas", n=faltan), p.ancho, 2, "tenue")


def _de(reglas: Sequence[ReglaInformada], veredicto: Veredicto) -> list[ReglaInformada]:
    return [r for r in reglas if r.veredicto is veredicto]


def _partir(reglas: Sequence[ReglaInformada]) -> tuple[list[ReglaInformada], list[ReglaInformada]]:
    fallan = _de(reglas, Veredicto.NO_CUMPLE)
    return [r for r in fallan if r.fuerza != "informa"], [r for r in fallan if r.fuerza == "informa"]


def _titulo(texto: str, p: _Papel) -> Iterator[Renglon]:
    yield VACIO
    yield from parrafo(texto, p.ancho, estilo="titulo")


def _por_apartado(reglas: Sequence[ReglaInformada], p: _Papel) -> Iterator[Renglon]:
    if not reglas:
        return
    yield from _titulo(f"{p.r('seccion.corregir')} ({len(reglas)})", p)
    for clave in _ANALISIS:
        propias = [r for r in reglas if plegar(r.analisis) == clave]
        if propias:
            yield from _titulo(p.r(f"apartado.{clave}"), p)
        for r in propias:
            yield from escribir_regla(r, p.ancho, p.todo, p.r)
    for r in reglas:
        if plegar(r.analisis) not in _ANALISIS:
            yield from escribir_regla(r, p.ancho, p.todo, p.r)


def _seccion(clave: str, reglas: Sequence[ReglaInformada], p: _Papel) -> Iterator[Renglon]:
    if reglas:
        yield from _titulo(f"{p.r(f'seccion.{clave}')} ({len(reglas)})", p)
    for r in reglas:
        yield from escribir_regla(r, p.ancho, p.todo, p.r)


def _en_una_linea(clave: str, reglas: Sequence[ReglaInformada], p: _Papel) -> Iterator[Renglon]:
    if p.todo:
        yield from _seccion(clave, reglas, p)
    elif reglas:
        yield VACIO
        declarados = sum(r.matiz == "declarado" for r in reglas)
        parte = p.r("cuenta.declarados", n=declarados) if declarados else ""
        cual = "cuenta.reglas" if len(reglas) > 1 else "cuenta.una_regla"
        texto = p.r(cual, titulo=p.r(f"seccion.{clave}"), n=len(reglas), parte=parte)
        yield from parrafo(texto, p.ancho, estilo="tenue")


def escribir_regla(
    r: ReglaInformada, ancho: int, todo: bool = False, rot: Rotulos | None = None
) -> Iterator[Renglon]:
    """Devuelve los renglones de una regla con su cita, su exigencia y sus hallazgos."""
    rot = rot or rotulos(ESPANOL)
    yield VACIO
    yield from parrafo(f"[{rotular(r, rot)}] {r.titulo}", ancho, estilo=_ESTILOS[r.veredicto])
    analisis = rot.o(f"analisis.{plegar(r.analisis)}", r.analisis)
    yield from parrafo(f"{r.regla} · {analisis} · {r.requisito.id}", ancho, 4, "tenue")
    yield from (x for texto in _cabeza(r, rot) for x in parrafo(texto, ancho, 4))
    visibles = r.hallazgos if todo else r.hallazgos[:HALLAZGOS_POR_REGLA]
    anterior = ""
    for h in visibles:
        yield from _hallazgo(h, ancho, anterior, rot)
        anterior = h.subsana
    faltan = len(r.hallazgos) - len(visibles)
    if faltan:
        cual = "cuenta.hallazgos_mas" if faltan > 1 else "cuenta.un_hallazgo_mas"
        yield from parrafo(rot(cual, n=faltan), ancho, 4)


def _cabeza(r: ReglaInformada, rot: Rotulos) -> Iterator[str]:
    """Devuelve la norma de la regla, lo que se sabe de ella y lo que exige."""
    q = r.requisito
    fecha = rot.fecha(date.fromisoformat(r.fecha))
    yield rot("regla.norma", cita=q.cita, vigencia=q.vigencia, fecha=fecha)
    if q.firmeza != "firme":
        yield rot("regla.firmeza", firmeza=q.firmeza)
    if q.dudas:
        yield rot("regla.dudas", dudas=q.dudas)
    if not r.es_pregunta:  # la pregunta ya la dice el hallazgo
        yield rot("regla.exige", exigencia=_exigencia(r))
    if r.por_juicio_de:
        yield rot("regla.por_juicio", de_quien=r.por_juicio_de)


def _exigencia(r: ReglaInformada) -> str:
    """Dice la exigencia en español corriente; como está escrita la regla, con `plomada explicar`."""
    return f"{r.exigencia_en_frase}." if r.exigencia_en_frase else r.exigencia


def rotular(r: ReglaInformada, rot: Rotulos | None = None) -> str:
    """Escribe el veredicto con su matiz y su fuerza: «no cumple, parcial · requerimiento»."""
    rot = rot or rotulos(ESPANOL)
    matiz = f" ({rot.matiz(r.matiz)})" if r.matiz else ""
    fuerza = f" · {rot.fuerza(r.fuerza)}" if r.veredicto is Veredicto.NO_CUMPLE else ""
    return f"{rot.veredicto(r.veredicto)}{matiz}{fuerza}"


def _hallazgo(h: Hallazgo, ancho: int, subsana_anterior: str, rot: Rotulos) -> Iterator[Renglon]:
    """Escribe un hallazgo; si se subsana igual que el anterior, no lo repite."""
    de_que = f"[{de_quien_es(h)}] " if h.elemento else ""
    yield from parrafo(f"{de_que}{h.mensaje}", ancho, 4, marca="• ")
    if h.explicacion:
        yield from parrafo(h.explicacion, ancho, 6)
    for d in h.datos:
        yield from parrafo(decir_dato(d, rot), ancho, 8, "tenue")
    if h.causa:
        causa = f"{h.causa}{f' (`{h.dato}`)' if h.dato else ''}"
        yield from parrafo(rot("regla.causa", causa=causa), ancho, 8, "tenue")
    if h.subsana and h.subsana != subsana_anterior:
        yield from parrafo(h.subsana, ancho, 6, marca="→ ")


def decir_dato(d: DatoLeido, rot: Rotulos | None = None) -> str:
    """Escribe un dato leído por su nombre, con la ruta y el lugar que ayudan a corregirlo."""
    donde = donde_se_leyo(d)
    leido = (rot or rotulos(ESPANOL))("regla.leido", nombre=d.nombre or d.ruta, valor=d.valor)
    return leido + (f" ({donde})" if donde else "")


def nombrar_leido(d: DatoLeido) -> str:
    """Escribe un dato leído sin verbo: `«Costo» de Parque (P2): 5 (`ruta`, plan.yaml:3:1)`."""
    donde = donde_se_leyo(d)
    return f"{d.nombre or d.ruta}: {d.valor}{f' ({donde})' if donde else ''}"


def donde_se_leyo(d: DatoLeido) -> str:
    """Devuelve la ruta, si el dato ya se dice por su nombre, y el lugar; lo calculado no tiene ruta."""
    ruta = f"`{d.ruta}`" if d.nombre and " " not in d.ruta else ""
    return ", ".join(x for x in (ruta, d.lugar) if x)


def de_quien_es(h: Hallazgo) -> str:
    """Devuelve el elemento de un hallazgo como se le nombra a una persona; vacío si es el plan entero."""
    return h.de_quien or nombrar_elemento(h.elemento)

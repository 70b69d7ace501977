"""Ordena el informe para la página: qué se corrige primero, qué se filtra y qué evidencia tiene cada regla.

No cuenta nada: toda cifra de la página sale del informe.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.consola import de_quien_es, rotular
from plomada.informes.html import rotulos
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.partes import Conteo, ReglaInformada
from plomada.informes.respuestas import RespuestaInformada, respuesta_a
from plomada.informes.resumen import avisos_de_clase
from plomada.informes.suficiencia import ContenidoInformado
from plomada.informes.vista import Informe, codigo_de_salida


@dataclass(frozen=True, slots=True)
class HallazgoEnPagina:
    """Un hallazgo con su clase de estilo; sin aceptación o sin respuesta, esos textos van vacíos."""

    h: Hallazgo
    de_quien: str
    explicacion: str
    datos: tuple[DatoLeido, ...]
    clase: str
    aceptado_por: str
    respuesta: str


@dataclass(frozen=True, slots=True)
class ReglaEnPagina:
    """Una regla con lo que la página agrega: su ancla, sus rótulos y los contenidos que revisa."""

    r: ReglaInformada
    ancla: str
    clase: str
    rotulo: str
    fuerza: str
    analisis: str
    componente: str
    competencia: str
    fecha: str
    motivo: str
    comunes: tuple[DatoLeido, ...]
    hallazgos: tuple[HallazgoEnPagina, ...]
    contenidos: tuple[ContenidoInformado, ...]


@dataclass(frozen=True, slots=True)
class Filtro:
    """Una lista desplegable; `campo` es el atributo de datos que mira."""

    campo: str
    rotulo: str
    opciones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pagina:
    """Lo que las plantillas leen además del informe."""

    codigo: int
    conclusion: str
    tono: str
    fecha: str
    origen: str
    tramite: str
    perfil: str
    avisos_de_clase: tuple[str, ...]
    por_que_oculta: str
    pendientes: tuple[str, ...]
    totales: tuple[tuple[str, Conteo], ...]
    visibles: tuple[int, int]
    corregir: tuple[tuple[str, str, tuple[ReglaEnPagina, ...]], ...]
    filtros: tuple[Filtro, ...]
    reglas: tuple[ReglaEnPagina, ...]
    anclas: Mapping[str, str]
    dibujo: str


def presentar(informe: Informe, rot: Rotulos) -> Pagina:
    """Devuelve la página de un informe, con los rótulos de un idioma."""
    codigo, t, oculto = codigo_de_salida(informe), informe.totales, informe.oculto
    reglas = tuple(_reglas(informe, rot))
    return Pagina(
        codigo=codigo,
        conclusion=rot(f"conclusion.{codigo}"),
        tono=rotulos.TONOS[codigo],
        fecha=_fecha(informe.regimen.fecha, rot),
        origen=rot.o(f"origen.{informe.regimen.origen_de_la_fecha}", informe.regimen.origen_de_la_fecha),
        tramite=rot(f"tramite.{informe.regimen.tramite}"),
        perfil=rot(f"perfil.{informe.perfil}"),
        avisos_de_clase=tuple(avisos_de_clase(informe.regimen, rot)),
        por_que_oculta=rot.o(f"oculto.{informe.perfil}", oculto.por_que),
        pendientes=tuple(map(rot.veredicto, rotulos.PENDIENTES)),
        totales=(("reglas", t.reglas), ("hallazgos", t.hallazgos)),
        visibles=(t.reglas.total - oculto.reglas, t.hallazgos.total - oculto.hallazgos),
        corregir=tuple(_corregir(reglas, rot)),
        filtros=tuple(_filtros(reglas, rot)),
        reglas=reglas,
        anclas={r.r.regla: r.ancla for r in reglas},
        dibujo="" if informe.articulacion is None else a_svg(informe.articulacion, rot),
    )


def _fecha(escrita: str, rot: Rotulos) -> str:
    return rot.fecha(date.fromisoformat(escrita))


def _reglas(informe: Informe, rot: Rotulos) -> Iterable[ReglaEnPagina]:
    contenidos: dict[str, list[ContenidoInformado]] = defaultdict(list)
    for c in informe.suficiencia:
        for regla in c.reglas:
            contenidos[regla].append(c)
    aceptado, respuestas = _aceptados(informe), informe.respuestas
    for r in informe.reglas:
        yield _regla(r, tuple(contenidos.get(r.regla, ())), aceptado, respuestas, rot)


def _aceptados(informe: Informe) -> Mapping[tuple[str, str, str], str]:
    """Dice por identidad de hallazgo quién lo aceptó."""
    a = informe.aceptaciones
    if a is None:
        return {}
    identidades = {(h.regla, h.elemento, h.modo) for una in a.aceptaciones for h in una.ampara}
    return {i: a.de(i) for i in sorted(identidades)}


def _regla(
    r: ReglaInformada,
    contenidos: tuple[ContenidoInformado, ...],
    aceptado: Mapping[tuple[str, str, str], str],
    respuestas: tuple[RespuestaInformada, ...],
    rot: Rotulos,
) -> ReglaEnPagina:
    return ReglaEnPagina(
        r=r,
        ancla=f"r-{r.regla}",
        clase=rotulos.CLASES[r.veredicto],
        rotulo=rotular(r, rot),
        fuerza=rot.fuerza(r.fuerza),
        analisis=rot.valor(r.analisis),
        componente=rot.valor(r.componente) if r.componente else rot("filtro.sin_componente"),
        competencia=rot.valor(r.competencia),
        fecha=_fecha(r.fecha, rot),
        motivo="" if any(h.mensaje == r.motivo for h in r.hallazgos) else r.motivo,
        comunes=_comunes(r),
        hallazgos=tuple(_hallazgos(r, aceptado, respuestas)),
        contenidos=contenidos,
    )


def _hallazgos(
    r: ReglaInformada,
    aceptado: Mapping[tuple[str, str, str], str],
    respuestas: tuple[RespuestaInformada, ...],
) -> Iterable[HallazgoEnPagina]:
    """Lo que la explicación repite de la ficha de la regla o del hallazgo anterior no se escribe otra vez."""
    anterior, comunes = "", frozenset(_comunes(r))
    for h in r.hallazgos:
        explicacion = _sin_repetir(h.explicacion, f"que {r.exigencia_en_frase}.")
        explicacion = _sin_repetir(explicacion, f"Solo se exige si {r.cuando_en_frase}.")
        propia = "" if explicacion == anterior else explicacion
        yield HallazgoEnPagina(
            h=h,
            de_quien=de_quien_es(h),
            explicacion=propia,
            datos=tuple(d for d in h.datos if d not in comunes),
            clase=rotulos.CLASES[h.veredicto],
            aceptado_por=aceptado.get(h.identidad, ""),
            respuesta=respuesta_a(h.identidad, respuestas),
        )
        anterior = explicacion


def _comunes(r: ReglaInformada) -> tuple[DatoLeido, ...]:
    """Los datos que se leyeron igual para todos los hallazgos: se escriben una vez, en la regla."""
    if len(r.hallazgos) < 2:
        return ()
    en_todos = frozenset.intersection(*(frozenset(h.datos) for h in r.hallazgos))
    return tuple(d for d in r.hallazgos[0].datos if d in en_todos)


def _sin_repetir(explicacion: str, dicho: str) -> str:
    """Quita la oración que termina en lo ya dicho; la que además dice qué se leyó queda entera."""
    antes, repetida, despues = explicacion.partition(dicho)
    if not repetida:
        return explicacion
    previas = antes.rpartition(". ")
    return f"{previas[0]}{previas[1]}{despues.strip()}".strip()


def _corregir(
    reglas: tuple[ReglaEnPagina, ...], rot: Rotulos
) -> Iterable[tuple[str, str, tuple[ReglaEnPagina, ...]]]:
    """Parte lo que no cumple por su fuerza; primero, lo que falló en la herramienta."""
    partes = (
        ("errores", Veredicto.ERROR, ""),
        ("requerimientos", Veredicto.NO_CUMPLE, "debe"),
        ("recomendaciones", Veredicto.NO_CUMPLE, "deberia"),
        ("informativos", Veredicto.NO_CUMPLE, "informa"),
    )
    for clave, veredicto, fuerza in partes:
        suyas = tuple(x for x in reglas if x.r.veredicto is veredicto and fuerza in {"", x.r.fuerza})
        if suyas:
            yield clave, rot(f"corregir.{clave}"), suyas


def _filtros(reglas: tuple[ReglaEnPagina, ...], rot: Rotulos) -> Iterable[Filtro]:
    """Ofrece solo los valores que el informe tiene; los veredictos, en el orden de los totales."""
    presentes = {r.r.veredicto for r in reglas}
    veredictos = (rot.veredicto(v) for v in rotulos.EN_ORDEN if v in presentes)
    yield Filtro("veredicto", rot("filtro.veredicto"), (rot("pagina.por_atender"), *veredictos))
    hay = {r.fuerza for r in reglas}
    fuerzas = tuple(map(rot.fuerza, ("debe", "deberia", "informa")))
    ordenadas = (*fuerzas, *sorted(hay - set(fuerzas)))
    yield Filtro("fuerza", rot("filtro.fuerza"), tuple(f for f in ordenadas if f in hay))
    for campo in ("analisis", "componente", "competencia"):
        valores = tuple(sorted({getattr(r, campo) for r in reglas}))
        yield Filtro(campo, rot(f"filtro.{campo}"), valores)

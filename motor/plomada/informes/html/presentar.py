"""Ordena el informe para la página: qué se corrige primero, qué se filtra y qué evidencia tiene cada regla.

No cuenta nada: toda cifra de la página sale del informe.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.consola import FUERZAS, de_quien_es, rotular
from plomada.informes.html import rotulos
from plomada.informes.partes import Conteo, ReglaInformada
from plomada.informes.resumen import CONCLUSIONES
from plomada.informes.suficiencia import ContenidoInformado
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import Tramite
from plomada.valores.fechas import escribir_fecha


@dataclass(frozen=True, slots=True)
class HallazgoEnPagina:
    """Un hallazgo con su clase de estilo; `aceptado_por` vacío si nadie lo aceptó."""

    h: Hallazgo
    de_quien: str
    explicacion: str
    clase: str
    aceptado_por: str


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
    tramite: str
    perfil: str
    totales: tuple[tuple[str, Conteo], ...]
    visibles: tuple[int, int]
    corregir: tuple[tuple[str, str, tuple[ReglaEnPagina, ...]], ...]
    filtros: tuple[Filtro, ...]
    reglas: tuple[ReglaEnPagina, ...]
    anclas: Mapping[str, str]
    dibujo: str


def presentar(informe: Informe) -> Pagina:
    """Devuelve la página de un informe."""
    codigo, t, oculto = codigo_de_salida(informe), informe.totales, informe.oculto
    reglas = tuple(_reglas(informe))
    return Pagina(
        codigo=codigo,
        conclusion=CONCLUSIONES[codigo],
        tono=rotulos.TONOS[codigo],
        fecha=_fecha(informe.regimen.fecha),
        tramite=Tramite(informe.regimen.tramite).rotulo,
        perfil=rotulos.PERFILES[informe.perfil],
        totales=(("reglas", t.reglas), ("hallazgos", t.hallazgos)),
        visibles=(t.reglas.total - oculto.reglas, t.hallazgos.total - oculto.hallazgos),
        corregir=tuple(_corregir(reglas)),
        filtros=tuple(_filtros(reglas)),
        reglas=reglas,
        anclas={r.r.regla: r.ancla for r in reglas},
        dibujo="" if informe.articulacion is None else a_svg(informe.articulacion),
    )


def _fecha(escrita: str) -> str:
    return escribir_fecha(date.fromisoformat(escrita))


def _reglas(informe: Informe) -> Iterable[ReglaEnPagina]:
    contenidos: dict[str, list[ContenidoInformado]] = defaultdict(list)
    for c in informe.suficiencia:
        for regla in c.reglas:
            contenidos[regla].append(c)
    aceptado = _aceptados(informe)
    for r in informe.reglas:
        yield _regla(r, tuple(contenidos.get(r.regla, ())), aceptado)


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
) -> ReglaEnPagina:
    return ReglaEnPagina(
        r=r,
        ancla=f"r-{r.regla}",
        clase=rotulos.CLASES[r.veredicto],
        rotulo=rotular(r),
        fuerza=FUERZAS.get(r.fuerza, r.fuerza),
        analisis=rotulos.rotular_valor(r.analisis),
        componente=rotulos.rotular_valor(r.componente) if r.componente else rotulos.SIN_COMPONENTE,
        competencia=rotulos.rotular_valor(r.competencia),
        fecha=_fecha(r.fecha),
        motivo="" if any(h.mensaje == r.motivo for h in r.hallazgos) else r.motivo,
        hallazgos=tuple(_hallazgos(r, aceptado)),
        contenidos=contenidos,
    )


def _hallazgos(r: ReglaInformada, aceptado: Mapping[tuple[str, str, str], str]) -> Iterable[HallazgoEnPagina]:
    """Lo que la explicación repite de la ficha de la regla o del hallazgo anterior no se escribe otra vez."""
    anterior = ""
    for h in r.hallazgos:
        explicacion = _sin_repetir(h.explicacion, f"que {r.exigencia_en_frase}.")
        explicacion = _sin_repetir(explicacion, f"Solo se exige si {r.cuando_en_frase}.")
        propia = "" if explicacion == anterior else explicacion
        yield HallazgoEnPagina(
            h, de_quien_es(h), propia, rotulos.CLASES[h.veredicto], aceptado.get(h.identidad, "")
        )
        anterior = explicacion


def _sin_repetir(explicacion: str, dicho: str) -> str:
    """Quita la oración que termina en lo ya dicho; la que además dice qué se leyó queda entera."""
    antes, repetida, despues = explicacion.partition(dicho)
    if not repetida:
        return explicacion
    previas = antes.rpartition(". ")
    return f"{previas[0]}{previas[1]}{despues.strip()}".strip()


def _corregir(reglas: tuple[ReglaEnPagina, ...]) -> Iterable[tuple[str, str, tuple[ReglaEnPagina, ...]]]:
    """Parte lo que no cumple por su fuerza; primero, lo que falló en la herramienta."""
    partes = (
        ("errores", "Falló la herramienta (no es un defecto del plan)", Veredicto.ERROR, ""),
        ("requerimientos", "Se sugiere requerir", Veredicto.NO_CUMPLE, "debe"),
        ("recomendaciones", "Se sugiere recomendar", Veredicto.NO_CUMPLE, "deberia"),
        ("informativos", "Para tener en cuenta", Veredicto.NO_CUMPLE, "informa"),
    )
    for clave, titulo, veredicto, fuerza in partes:
        suyas = tuple(x for x in reglas if x.r.veredicto is veredicto and fuerza in {"", x.r.fuerza})
        if suyas:
            yield clave, titulo, suyas


def _filtros(reglas: tuple[ReglaEnPagina, ...]) -> Iterable[Filtro]:
    """Ofrece solo los valores que el informe tiene; los veredictos, en el orden de los totales."""
    presentes = {r.r.veredicto for r in reglas}
    veredictos = tuple(v.value for v in rotulos.EN_ORDEN if v in presentes)
    yield Filtro("veredicto", "Veredicto", (rotulos.DE_UN_VISTAZO, *veredictos))
    hay = {r.fuerza for r in reglas}
    fuerzas = (*FUERZAS.values(), *sorted(hay - set(FUERZAS.values())))
    yield Filtro("fuerza", "Fuerza", tuple(f for f in fuerzas if f in hay))
    yield Filtro("analisis", "Análisis", tuple(sorted({r.analisis for r in reglas})))
    yield Filtro("componente", "Componente", tuple(sorted({r.componente for r in reglas})))
    yield Filtro("competencia", "Quién puede alegarla", tuple(sorted({r.competencia for r in reglas})))

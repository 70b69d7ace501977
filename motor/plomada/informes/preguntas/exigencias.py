"""La lista de lo que se le exige a un trámite, en el orden en que se arma un plan."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from plomada.evaluacion.exigencias import Exigible
from plomada.informes.citas import Citador
from plomada.informes.consola import FUERZAS
from plomada.informes.partes import Parte
from plomada.informes.reglas import fuerza_posible
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla, escapar_markdown
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import plegar

GRUPOS = (
    "Documentos",
    "Contenidos",
    "Otras exigencias de suficiencia",
    "Coherencia",
    "Articulación",
    "Trámite",
)
_POR_ANALISIS = {"suficiencia": 2, "coherencia": 3, "articulacion": 4, "tramite": 5}
_COMPONENTES = (
    "general",
    "urbano",
    "rural",
    "ejecucion",
    "gestion",
    "riesgo",
    "cartografia",
    "seguimiento",
    "",
)
_SIN_ORDEN = 10**6
_MATERIA_DE_DOCUMENTOS = "documentos"


class ExigenciaDeTramite(Parte):
    """Una regla frente al trámite: si se exige, con qué norma y de qué depende, o por qué no se exige."""

    grupo: str
    componente: str
    regla: str
    titulo: str
    se_exige: bool
    depende_de: tuple[str, ...]
    motivo: str
    fuerza: str
    cita: str
    otras_citas: tuple[str, ...]
    pide: str
    donde: tuple[str, ...]

    @property
    def estado(self) -> str:
        """Devuelve `se exige`, `depende` o `no se exige`."""
        return ("depende" if self.depende_de else "se exige") if self.se_exige else "no se exige"


class ListaDeExigencias(Parte):
    """Lo que se exige y lo que no a una clase de plan, un trámite y una fecha."""

    clase: str
    tramite: str
    fecha: str
    supuestos: tuple[str, ...]
    cuentas: dict[str, int]
    exigencias: tuple[ExigenciaDeTramite, ...]

    def a_json(self) -> str:
        """Devuelve la lista en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por regla."""
        columnas = (
            "grupo", "componente", "exigencia", "estado", "fuerza", "cita", "otras citas",
            "qué pide la norma", "dónde debe constar", "depende de o motivo", "regla",
        )  # fmt: skip
        return Tabla(columnas, tuple(_celdas(e) for e in self.exigencias))

    def encabezado(self) -> Iterator[str]:
        """Devuelve las frases que dicen de qué trámite se trata y cuánto se le exige."""
        cuando = escribir_fecha(date.fromisoformat(self.fecha))
        yield f"Exigencias de un {self.clase}, {self.tramite}, al {cuando}"
        yield (
            f"Se exigen {self.cuentas['se exige']}; otras {self.cuentas['depende']} dependen de lo que el "
            f"plan tenga; {self.cuentas['no se exige']} no se exigen a este trámite."
        )
        if self.supuestos:
            yield f"Se supone: {'; '.join(self.supuestos)}."

    def a_markdown(self) -> str:
        """Devuelve la lista en Markdown: lo que se exige por grupos y, al final, lo que no y por qué."""
        titulo, *frases = self.encabezado()
        lineas = [f"# {escapar_markdown(titulo)}", "", *map(escapar_markdown, frases)]
        for grupo in GRUPOS:
            propias = [e for e in self.exigencias if e.se_exige and e.grupo == grupo]
            if propias:
                lineas += ["", f"## {grupo}", "", *(_vineta(e) for e in propias)]
        ajenas = [e for e in self.exigencias if not e.se_exige]
        if ajenas:
            lineas += ["", "## No se exige", ""]
            lineas += [f"- {escapar_markdown(f'{e.titulo}: {e.motivo}')}" for e in ajenas]
        return "\n".join(lineas) + "\n"

    def a_consola(self, ancho: int = 100, todo: bool = False) -> Iterator[Renglon]:
        """Devuelve los renglones; con `todo`, también lo que no se exige y por qué."""
        titulo, *frases = self.encabezado()
        yield from parrafo(titulo, ancho, estilo="titulo")
        for frase in frases:
            yield from parrafo(frase, ancho)
        for grupo in GRUPOS:
            propias = [e for e in self.exigencias if e.se_exige and e.grupo == grupo]
            if propias:
                yield VACIO
                yield from parrafo(f"{grupo} ({len(propias)})", ancho, estilo="titulo")
                for e in propias:
                    yield from _a_consola(e, ancho)
        ajenas = [e for e in self.exigencias if not e.se_exige]
        if todo and ajenas:
            yield VACIO
            yield from parrafo(f"No se exige ({len(ajenas)})", ancho, estilo="titulo")
            for e in ajenas:
                yield from parrafo(f"{e.titulo}. {e.motivo}", ancho, 2, estilo="tenue", marca="- ")


def _celdas(e: ExigenciaDeTramite) -> tuple[str, ...]:
    return (
        e.grupo, e.componente, e.titulo, e.estado, e.fuerza, e.cita, "; ".join(e.otras_citas), e.pide,
        ", ".join(e.donde), "; ".join(e.depende_de) or e.motivo, e.regla,
    )  # fmt: skip


def _a_consola(e: ExigenciaDeTramite, ancho: int) -> Iterator[Renglon]:
    yield from parrafo(f"{e.titulo} ({e.fuerza})", ancho, 2, marca="- ")
    yield from parrafo(f"{e.cita}. {e.pide}", ancho, 4, estilo="tenue")
    if e.donde:
        yield from parrafo(f"Debe constar en: {', '.join(e.donde)}.", ancho, 4, estilo="tenue")
    if e.depende_de:
        yield from parrafo(f"Depende de: {'; '.join(e.depende_de)}.", ancho, 4, estilo="aviso")


def _vineta(e: ExigenciaDeTramite) -> str:
    depende = f" Depende de: {'; '.join(e.depende_de)}." if e.depende_de else ""
    donde = f" Debe constar en: {', '.join(e.donde)}." if e.donde else ""
    resto = escapar_markdown(f"({e.fuerza}). {e.cita}: {e.pide}{donde}{depende}")
    return f"- **{escapar_markdown(e.titulo)}** {resto}"


def listar_exigencias(
    exigibles: Iterable[Exigible],
    registro: Registro,
    clase: str,
    tramite: str,
    fecha: date,
    supuestos: tuple[str, ...] = (),
) -> ListaDeExigencias:
    """Devuelve la lista ordenada: documentos, contenidos en el orden del plan y lo demás por análisis."""
    citador = Citador(registro)
    ordenadas = sorted(exigibles, key=lambda e: _orden(e, registro))
    exigencias = tuple(_describir(e, registro, citador, clase, fecha) for e in ordenadas)
    cuentas = Counter({"se exige": 0, "depende": 0, "no se exige": 0})
    cuentas.update(e.estado for e in exigencias)
    return ListaDeExigencias(
        clase=clase,
        tramite=tramite,
        fecha=fecha.isoformat(),
        supuestos=supuestos,
        cuentas=dict(cuentas),
        exigencias=exigencias,
    )


def _grupo(e: Exigible) -> int:
    if any(plegar(m) == _MATERIA_DE_DOCUMENTOS for m in e.ficha.materia):
        return 0
    return 1 if e.ficha.contenidos else _POR_ANALISIS[e.ficha.analisis]


def _orden(e: Exigible, registro: Registro) -> tuple[int, int, int, str]:
    orden = min((registro.contenido(c).orden for c in e.ficha.contenidos), default=_SIN_ORDEN)
    return (_grupo(e), orden, _COMPONENTES.index(e.ficha.componente), e.ficha.id)


def _describir(
    e: Exigible, registro: Registro, citador: Citador, clase: str, fecha: date
) -> ExigenciaDeTramite:
    citado = citador.citar(e.requisito, fecha)
    fuerza = e.fuerza or fuerza_posible(e.ficha, e.requisito, registro, clase)
    donde = dict.fromkeys(d for c in e.ficha.contenidos for d in registro.contenido(c).donde)
    return ExigenciaDeTramite(
        grupo=GRUPOS[_grupo(e)],
        componente=e.ficha.componente,
        regla=e.ficha.id,
        titulo=e.ficha.titulo,
        se_exige=e.se_exige,
        depende_de=e.depende_de,
        motivo=e.motivo,
        fuerza=FUERZAS.get(fuerza, fuerza),
        cita=citado.cita,
        otras_citas=tuple(citador.citar(f, fecha).cita for f in e.ficha.fundamento if f != e.requisito),
        pide=citado.pide,
        donde=tuple(_DONDE[d] for d in donde),
    )


_DONDE = {
    "acuerdo": "el acuerdo",
    "dts": "el documento técnico de soporte",
    "plano": "un plano",
    "diagnostico": "el diagnóstico",
    "resumen": "el documento resumen",
    "programa_ejecucion": "el programa de ejecución",
    "seguimiento_y_evaluacion": "el documento de seguimiento y evaluación",
}

"""La página de una regla: lo que un abogado necesita para leerla y firmarla."""

from collections.abc import Iterator, Sequence
from datetime import date

from plomada.informes.citas import Citador
from plomada.informes.consola import escribir_regla
from plomada.informes.explicar.requisito import escribir_fuerza
from plomada.informes.lugares import nombrar_lugar
from plomada.informes.partes import Excepcion, Parte, ReglaInformada, RequisitoCitado
from plomada.informes.reglas import fuerza_topada
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.lenguaje.compilador.modulo import mensaje_llano
from plomada.lenguaje.nucleo import ReglaComprobada
from plomada.lenguaje.sintaxis import Caso, Parche
from plomada.normativa.registro import Registro
from plomada.valores.texto import en_lista


class CasoDePagina(Parte):
    """Un ejemplo de la regla: qué se cambia en el plan base y qué veredicto se espera."""

    nombre: str
    base: str
    fecha: str
    cambios: tuple[str, ...]
    espera: str


class PaginaDeRegla(Parte):
    """Todo lo que una regla dice, sin plan; con plan, también su resultado."""

    regla: str
    titulo: str
    lectura: str
    analisis: str
    componente: str
    materia: tuple[str, ...]
    competencia: str
    obligado: tuple[str, ...]
    clases: tuple[str, ...]
    fuerza: tuple[str, ...]
    fundamentos: tuple[RequisitoCitado, ...]
    exige: str
    pregunta: str
    guia: str
    cuando: str
    salvo: tuple[Excepcion, ...]
    falla: str
    subsana: str
    casos: tuple[CasoDePagina, ...]
    revisado_por: str
    archivo: str
    linea: int
    resultado: ReglaInformada | None = None

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones de la página."""
        yield from _pagina(self, ancho)


def construir_pagina(
    regla: ReglaComprobada, registro: Registro, fecha: date, resultado: ReglaInformada | None = None
) -> PaginaDeRegla:
    """Devuelve la página de una regla con las citas a una fecha; `resultado` es lo que dio en un plan."""
    citador = Citador(registro)
    fundamentos = tuple(citador.citar(f, fecha) for f in regla.fundamento)
    return PaginaDeRegla(
        regla=regla.id,
        titulo=regla.titulo,
        lectura=" ".join(dict.fromkeys(f.pide for f in fundamentos)),
        analisis=regla.analisis,
        componente=regla.componente,
        materia=regla.materia,
        competencia=regla.competencia,
        obligado=regla.obligado,
        clases=regla.clases,
        fuerza=tuple(_fuerzas(regla, registro)),
        fundamentos=fundamentos,
        exige=regla.exige_texto,
        pregunta=regla.pregunta,
        guia=regla.guia,
        cuando=regla.cuando_texto,
        salvo=tuple(Excepcion(condicion=e.texto, porque=e.porque) for e in regla.salvo),
        falla=mensaje_llano(regla.falla),
        subsana=mensaje_llano(regla.subsana),
        casos=tuple(_caso(c) for c in regla.casos),
        revisado_por=regla.revisado_por,
        archivo=nombrar_lugar(regla.tramo.archivo),
        linea=regla.tramo.linea,
        resultado=resultado,
    )


def _fuerzas(regla: ReglaComprobada, registro: Registro) -> Iterator[str]:
    """Dice con qué fuerza obliga a cada clase, según el primer fundamento que la alcanza."""
    for clase in regla.clases:
        propio = next((r for f in regla.fundamento if clase in (r := registro.requisito(f)).clases), None)
        if propio is not None:
            topada = fuerza_topada(regla.fuerza, propio.fuerza_para(clase))
            yield escribir_fuerza(clase, topada)


def _caso(c: Caso) -> CasoDePagina:
    fecha = "" if c.fecha is None else c.fecha.isoformat()
    return CasoDePagina(
        nombre=c.nombre,
        base=c.base,
        fecha=fecha,
        espera=c.espera,
        cambios=tuple(_cambio(p) for p in c.parches),
    )


def _cambio(p: Parche) -> str:
    if p.accion == "pone":
        return f"{p.ruta}: {p.valor}"
    return f"{p.accion} {p.ruta} {p.valor}".rstrip()


def _pagina(p: PaginaDeRegla, ancho: int) -> Iterator[Renglon]:
    """Devuelve los renglones de la página."""
    yield from parrafo(p.titulo, ancho, estilo="titulo")
    yield from parrafo(f"{p.regla} · {p.archivo}:{p.linea}", ancho, estilo="tenue")
    yield VACIO
    yield from parrafo(p.lectura, ancho)
    yield from _norma(p.fundamentos, ancho)
    yield from _campos(p, ancho)
    yield from _casos(p.casos, ancho)
    if p.resultado is not None:
        yield from _titulo("En este plan", ancho)
        yield from escribir_regla(p.resultado, ancho, todo=True)


def _titulo(texto: str, ancho: int) -> Iterator[Renglon]:
    yield VACIO
    yield from parrafo(texto, ancho, estilo="titulo")


def _norma(fundamentos: Sequence[RequisitoCitado], ancho: int) -> Iterator[Renglon]:
    yield from _titulo("Norma", ancho)
    for f in fundamentos:
        yield from parrafo(f"{f.id}: {f.cita} ({f.vigencia}).", ancho, 2, marca="- ")
        sesgo = f" ({f.sesgo})" if f.sesgo else ""
        yield from parrafo(
            f"estado: {f.estado}{sesgo}; verificado en: {f.verificacion}; firmeza: {f.firmeza}; "
            f"jurista: {f.revisado_por}.",
            ancho,
            4,
            "tenue",
        )
        if f.dudas:
            yield from parrafo(f"dudas: {f.dudas}", ancho, 4, "tenue")


def _campos(p: PaginaDeRegla, ancho: int) -> Iterator[Renglon]:
    yield from _titulo("Regla", ancho)
    campos = (
        ("Aplica a", en_lista(list(p.clases))),
        ("Cuando", p.cuando),
        ("Exige", p.exige),
        ("Pregunta", p.pregunta),
        ("Guía", p.guia),
        *((f"Salvo que {e.condicion}", e.porque) for e in p.salvo),
        ("Fuerza", "; ".join(p.fuerza)),
        ("Análisis", " · ".join(x.replace("_", " ") for x in (p.analisis, p.componente, *p.materia) if x)),
        ("Quién puede alegarla", p.competencia),
        ("Obligado", en_lista(list(p.obligado))),
        ("Si falla, dice", p.falla),
        ("Cómo se subsana", p.subsana),
        ("Revisada por", p.revisado_por),
    )
    for rotulo, valor in campos:
        if valor:
            yield from parrafo(f"{rotulo}: {valor}", ancho, 2)


def _casos(casos: Sequence[CasoDePagina], ancho: int) -> Iterator[Renglon]:
    yield from _titulo(f"Casos ({len(casos)})", ancho)
    for c in casos:
        yield from parrafo(f"«{c.nombre}» → {c.espera}", ancho, 2, marca="- ")
        if c.base:
            yield from parrafo(f"sobre el caso «{c.base}»", ancho, 6, "tenue")
        if c.fecha:
            yield from parrafo(f"al {c.fecha}", ancho, 6, "tenue")
        for cambio in c.cambios:
            yield from parrafo(cambio, ancho, 6, "tenue")

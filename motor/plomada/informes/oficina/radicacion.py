"""El oficio de requerimiento: qué falta para que la radicación quede completa, y qué se miró para saberlo."""

from collections.abc import Iterator, Sequence
from datetime import date

from plomada.cargadores.problemas import FALTA_UN_ARCHIVO
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.oficina.bloques import Bloque, Titulo, Trozo, cuadro, parrafo, rotulado
from plomada.informes.oficina.observado import (
    aceptado_de,
    cuadro_de_observaciones,
    dichos,
    norma,
    respuestas_de,
    subsanas_de,
)
from plomada.informes.partes import ReglaInformada
from plomada.informes.requerimientos.observaciones import numerar, por_tema
from plomada.informes.requerimientos.partes import Clase, Observacion
from plomada.informes.vista import Informe

_SIN_DECIDIR = frozenset({Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO, Veredicto.ERROR})


def requerimientos(informe: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Devuelve primero lo que falta para radicar completo; lo demás que se halló, en un cuadro aparte."""
    todas = numerar(informe)
    pedidas = [o for o in todas if o.para_radicar]
    demas = [o for o in todas if not o.para_radicar]
    yield from _antes_de_enviarlo(informe, pedidas, k)
    yield Titulo(k("oficio.para_completar", n=len(pedidas)))
    if not pedidas:
        cumplen = sum(r.veredicto is Veredicto.CUMPLE for r in _aplicadas(informe))
        yield parrafo(k("oficio.nada_falta" if cumplen else "oficio.nada_se_comprobo", cumplen=cumplen))
        sin_decidir = sum(r.veredicto in _SIN_DECIDIR for r in _aplicadas(informe))
        if sin_decidir:
            yield parrafo(k("oficio.sin_decidir", n=sin_decidir))
    for tema, propias in por_tema(pedidas).items():
        yield Titulo(tema, 2)
        for o in propias:
            yield from _pedido(o, k)
    if demas:
        yield Titulo(k("oficio.ademas", n=len(demas)))
        yield parrafo(k("oficio.no_condicionan"))
        yield cuadro_de_observaciones(demas, k)
    yield parrafo(k("oficio.no_lo_miran_todo"))


def lista_de_radicacion(informe: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Devuelve el cuadro de lo que se miró de la radicación, también lo que está bien, y lo que no se ve."""
    aplicadas = _aplicadas(informe)
    no_aplican = sum(r.para_radicar for r in informe.reglas) - len(aplicadas)
    if aplicadas:
        claves = ("documento.que_se_pide", "documento.norma", "documento.veredicto", "oficio.que_no_ve")
        filas = [(r.titulo, r.requisito.cita, _resultado(r, k), r.requisito.sesgo) for r in aplicadas]
        yield cuadro(tuple(map(k, claves)), (35, 26, 15, 24), filas)
    yield parrafo(k("oficio.no_aplican", aplicadas=len(aplicadas), no_aplican=no_aplican))


def _antes_de_enviarlo(informe: Informe, pedidas: Sequence[Observacion], k: Rotulos) -> Iterator[Bloque]:
    """Lo que hace que este borrador no proceda, o que no se le pueda creer del todo a la descripción."""
    d = informe.descrito
    if not pedidas:
        yield parrafo(Trozo(k("oficio.sin_objeto"), negrita=True))
    if d.radicado:
        yield parrafo(k("oficio.radicado", fecha=_dia(d.radicado, k)))
    if d.radicacion_completa:
        completa = k("oficio.ya_completa", fecha=_dia(d.radicacion_completa, k))
        yield parrafo(Trozo(completa, negrita=True))
    faltan = [a for a in informe.avisos if a.codigo == FALTA_UN_ARCHIVO]
    if faltan:
        yield parrafo(k("oficio.archivos_que_faltan"))
        for a in faltan:
            yield parrafo(f"{a.mensaje}.", estilo="vineta")


def _dia(escrita: str, k: Rotulos) -> str:
    return k.fecha(date.fromisoformat(escrita))


def _pedido(o: Observacion, k: Rotulos) -> Iterator[Bloque]:
    yield parrafo(Trozo(f"{o.numero}. {o.asunto}.", negrita=True), estilo="observacion", junto=True)
    yield rotulado(k("documento.norma"), " ".join(norma(o, k)))
    yield rotulado(k("documento.se_esperaba"), o.esperado)
    for hallado in dichos(o.sustentos):
        yield rotulado(k("documento.se_hallo"), hallado)
    for texto in aceptado_de(o, k):
        yield parrafo(texto, estilo="detalle")
    for texto in respuestas_de(o):
        yield rotulado(k("acta.respuesta"), texto)
    # «Descríbalo en el plan» habla del archivo que se evalúa: a un alcalde le pediría otra cosa.
    sin_constar = o.clase is Clase.NO_CONSTA
    for texto in (k("oficio.como_se_completa"),) if sin_constar else subsanas_de(o):
        yield rotulado(k("documento.se_subsana"), texto)


def _aplicadas(informe: Informe) -> list[ReglaInformada]:
    return [r for r in informe.reglas if r.para_radicar and r.veredicto is not Veredicto.NO_APLICA]


def _resultado(r: ReglaInformada, k: Rotulos) -> str:
    veredicto = k.veredicto(r.veredicto)
    return (
        k("oficio.segun_lo_descrito", veredicto=veredicto) if r.veredicto is Veredicto.CUMPLE else veredicto
    )

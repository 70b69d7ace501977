"""Qué dice el documento de cada perfil: el concepto, el acta y el oficio, en piezas sin formato.

La herramienta sugiere y no conceptúa: lo que solo puede decir una persona queda marcado para que lo escriba.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from plomada.informes.aceptaciones.frases import (
    con_punto,
    decir_a_que_fecha,
    decir_amparado,
    decir_elemento,
    decir_estado,
    decir_razon,
    decir_revision,
    decir_termino,
)
from plomada.informes.aceptaciones.partes import AceptacionInformada
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.oficina.acta import matriz_del_acta
from plomada.informes.oficina.bloques import Bloque, Titulo, Trozo, cuadro, parrafo, rotulado
from plomada.informes.oficina.cobertura import VEREDICTOS
from plomada.informes.oficina.observado import observaciones
from plomada.informes.oficina.radicacion import lista_de_radicacion, requerimientos
from plomada.informes.partes import Conteo
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.partes import ArticuloCambiado
from plomada.informes.resumen import (
    avisos_de_clase,
    frase_del_regimen,
    frases_de_limites,
    origen_de,
)
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import ClaseDePlan, Tramite

_DE_TODO_EL_PLAN = frozenset({Tramite.PLAN_NUEVO, Tramite.REVISION_GENERAL})
CAMPOS: Mapping[str, str] = MappingProxyType({
    "municipio": "el municipio", "departamento": "su departamento", "clase": "la clase aplicada",
    "nombre_de_la_clase": "la clase, escrita entera", "tramite": "el trámite",
    "fecha": "a qué fecha se aplicó la norma", "origen_de_la_fecha": "de dónde sale esa fecha",
    "advertencia": "qué no reemplaza el informe", "conclusion": "qué se concluye",
    "archivo": "el archivo del plan", "huella": "la huella del plan", "version": "la versión de Plomada",
})  # fmt: skip
BLOQUES: Mapping[str, str] = MappingProxyType({
    "resumen": "lo que se concluye, el régimen y los totales", "observaciones": "las observaciones numeradas",
    "matriz": "la matriz de observaciones del acta", "plazos": "los términos de la radicación",
    "lista": "lo que se comprobó de la radicación",
    "articulos": "la tabla de artículo vigente y propuesto", "limites": "lo que no se automatizó",
    "aceptaciones": "lo que alguien aceptó con su firma, y lo que hay que revisar de ello",
})  # fmt: skip


def campos_de(informe: Informe, k: Rotulos) -> Mapping[str, str]:
    """Devuelve lo que va en cada marcador dentro de una frase."""
    r, plan = informe.regimen, informe.plan
    return {
        "municipio": (plan.municipio if plan else "") or k("documento.sin_municipio"),
        "departamento": (plan.departamento if plan else "") or k("documento.sin_departamento"),
        "clase": r.clase_aplicada,
        "nombre_de_la_clase": ClaseDePlan(r.clase_aplicada).rotulo,
        "tramite": k(f"tramite.{r.tramite}"),
        "fecha": k.fecha(date.fromisoformat(r.fecha)),
        "origen_de_la_fecha": origen_de(r, k),
        "advertencia": k("informe.advertencia"),
        "conclusion": k(f"conclusion.{codigo_de_salida(informe)}"),
        "archivo": plan.archivo if plan else k("documento.sin_archivo"),
        "huella": plan.huella if plan else k("informe.no_consta"),
        "version": informe.motor,
    }


def bloques_de(informe: Informe, k: Rotulos) -> Mapping[str, tuple[Bloque, ...]]:
    """Devuelve lo que va en cada marcador que ocupa su propio párrafo; vacío si no hay nada que decir."""
    es_acta, es_oficio = informe.perfil is Perfil.CONCERTACION, informe.perfil is Perfil.RADICACION
    return {
        "resumen": tuple(_resumen(informe, k)),
        "observaciones": tuple((requerimientos if es_oficio else observaciones)(informe, k)),
        "matriz": tuple(matriz_del_acta(informe, k)) if es_acta else (),
        "plazos": tuple(_plazos(informe, k)) if es_oficio else (),
        "lista": tuple(lista_de_radicacion(informe, k)) if es_oficio else (),
        "articulos": tuple(_articulos(informe, k)),
        "aceptaciones": tuple(_aceptaciones(informe, k)),
        "limites": tuple(_limites(informe, k)),
    }


def _resumen(i: Informe, k: Rotulos) -> Iterator[Bloque]:
    t = i.totales
    yield parrafo(Trozo(k(f"conclusion.{codigo_de_salida(i)}"), negrita=True))
    yield parrafo(frase_del_regimen(i.regimen, k))
    for aviso in avisos_de_clase(i.regimen, k):
        yield parrafo(aviso, estilo="vineta")
    yield cuadro(
        (
            k("libro.que_se_cuenta"),
            k("columna.total").capitalize(),
            *(k.veredicto(v).capitalize() for v in VEREDICTOS),
        ),
        (20, 9, 10, 11, 11, 14, 11, 9),
        (_conteo(k("libro.reglas"), t.reglas), _conteo(k("libro.hallazgos"), t.hallazgos)),
    )
    cuentas = t.model_dump(exclude={"reglas", "hallazgos"})
    yield parrafo(k("documento.partes", **cuentas))
    for a in i.avisos:
        aviso = k("documento.aviso", codigo=a.codigo, mensaje=a.mensaje, lugar=a.lugar)
        yield parrafo(aviso.rstrip(), estilo="vineta")


def _conteo(que: str, c: Conteo) -> Sequence[str]:
    return (que, str(c.total), *(str(getattr(c, v.replace(" ", "_"))) for v in VEREDICTOS))


def _limites(i: Informe, k: Rotulos) -> Iterator[Bloque]:
    for frase in frases_de_limites(i, k):
        yield parrafo(frase)
    yield parrafo(k("documento.el_resto"))
    yield parrafo(k("documento.perfil", perfil=k(f"perfil.{i.perfil}")))


def _plazos(i: Informe, k: Rotulos) -> Iterator[Bloque]:
    if not i.descrito.plazos:
        yield parrafo(k("oficio.sin_plazos"))
    for p in i.descrito.plazos:
        cuanto = f"{p.valor} ({p.cita})" if p.valor else k("oficio.sin_valor")
        yield rotulado(p.titulo, " ".join(t for t in (f"{cuanto}.", p.nota, p.reserva) if t), "vineta")


def _articulos(i: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Tabla de los artículos que cambian; el acta no trae los que el plan dice que no son ambientales."""
    d = i.descrito
    visibles = [a for a in d.articulos if i.perfil is not Perfil.CONCERTACION or a.ambiental != "no"]
    if visibles:
        yield Titulo(k("libro.articulo_vigente_y_propuesto"))
        titulos = ("articulo", "texto_vigente", "texto_propuesto", "justificacion")
        filas = [_articulo(a, i.perfil, k) for a in visibles]
        yield cuadro(tuple(k(f"libro.{t}") for t in titulos), (13, 31, 31, 25), filas)
    elif d.sin_articulos:
        yield parrafo(k("libro.el_plan_declara_que_no_cambia_articulos_moti", motivo=d.sin_articulos))
    elif not d.articulos and Tramite(i.regimen.tramite) not in _DE_TODO_EL_PLAN:
        yield parrafo(k("documento.sin_articulos"))
    if len(visibles) < len(d.articulos):
        yield parrafo(k("acta.articulos_ocultos", n=len(d.articulos) - len(visibles), de=len(d.articulos)))


def _articulo(a: ArticuloCambiado, perfil: Perfil, k: Rotulos) -> Sequence[str]:
    dudoso = perfil is Perfil.CONCERTACION and not a.ambiental
    nombre = f"{a.articulo} ({k('acta.sin_decir_si_es_ambiental')})" if dudoso else a.articulo
    textos = (a.vigente, a.propuesto, a.justificacion)
    return (nombre, *(t or k("libro.sin_describir") for t in textos))


def _aceptaciones(i: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Lo aceptado con firma sale siempre aparte, valga o no; y lo que hay que revisar de cada aceptación."""
    a = i.aceptaciones
    if a is None:
        return
    yield Titulo(k("pagina.t_aceptaciones"))
    if a.ignoradas:
        yield parrafo(k("aceptaciones.ignoradas"))
        return
    yield parrafo(decir_a_que_fecha(i.regimen, k))
    for una in a.aceptaciones:
        yield from _una_aceptacion(una, i, k)
    if a.ocultas:
        yield parrafo(k("aceptaciones.ocultas", n=a.ocultas))
    if a.hallazgos:
        yield Titulo(k("aceptaciones.por_revisar", n=len(a.hallazgos)), 2)
    for h in a.hallazgos:
        yield parrafo(Trozo(f"{h.aceptacion}: ", negrita=True), decir_revision(h, k), estilo="vineta")


def _una_aceptacion(una: AceptacionInformada, i: Informe, k: Rotulos) -> Iterator[Bloque]:
    estado = decir_estado(una, i.regimen, k)
    firma = f"{una.firmante}, {k.fecha(date.fromisoformat(una.fecha))}, {decir_termino(una, k)}"
    de_que = f"{una.regla}, {decir_elemento(una, k)}"
    titulo = Trozo(f"{una.id} ({estado}): ", negrita=True)
    yield parrafo(titulo, f"{de_que}. {con_punto(firma)} {decir_razon(una, k)}", estilo="vineta")
    for h in una.ampara:
        yield parrafo(decir_amparado(h, k), estilo="punto")
    for h in una.sin_amparo:
        yield parrafo(k("aceptaciones.no_ampara", hallazgo=decir_amparado(h, k)), estilo="punto")

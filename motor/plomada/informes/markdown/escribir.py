"""El informe en Markdown: lo mismo que en la página, en un texto que se pega en un correo o en un acta.

Todo texto ajeno va escapado. Lo que cumple o no aplica sale en una tabla, para que nada se calle.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.aceptaciones.frases import (
    decir_a_que_fecha,
    decir_amparado,
    decir_estado,
    decir_razon,
    decir_revision,
    decir_termino,
)
from plomada.informes.aceptaciones.partes import AceptacionInformada
from plomada.informes.articulacion.vista import decir_nivel
from plomada.informes.consola import de_quien_es, decir_dato, rotular
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.partes import Conteo, ReglaInformada
from plomada.informes.respuestas import RespuestaInformada, respuesta_a
from plomada.informes.resumen import frases_de
from plomada.informes.suficiencia import LugarDeContenido
from plomada.informes.tablas import Tabla, escapar_markdown
from plomada.informes.vista import Informe, codigo_de_salida

_DETALLADOS = (Veredicto.ERROR, Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)


def a_md(informe: Informe, r: Rotulos | None = None) -> str:
    """Devuelve el informe en Markdown, con salto final y los rótulos de un idioma."""
    r = r or rotulos(ESPANOL)
    bloques = (
        *_portada(informe, r),
        *_aceptaciones(informe, r),
        *_detalle(informe, r),
        *_en_tabla(informe.reglas, r),
        *_suficiencia(informe, r),
        *_articulacion(informe, r),
        *_cobertura(informe, r),
    )
    return "\n\n".join(b.rstrip("\n") for b in bloques) + "\n"


def _e(texto: str) -> str:
    return escapar_markdown(texto)


def _columnas(r: Rotulos, *claves: str) -> tuple[str, ...]:
    return tuple(r(f"columna.{c}") for c in claves)


def _portada(informe: Informe, r: Rotulos) -> Iterator[str]:
    plan = informe.plan
    de_quien = f" {r('pagina.de')} {_e(plan.municipio)}" if plan is not None and plan.municipio else ""
    yield f"# {r('pagina.revision', clase=informe.regimen.clase_aplicada)}{de_quien}"
    yield f"Plomada · {r('pagina.perfil', perfil=r(f'perfil.{informe.perfil}'))}"
    yield f"> {r('informe.advertencia')}"
    yield f"**{r(f'conclusion.{codigo_de_salida(informe)}')}**"
    yield _totales(informe, r)
    yield "\n".join(f"- {_e(frase)}" for frase in frases_de(informe, r))
    if informe.avisos:
        yield f"## {r('pagina.avisos')}"
        yield "\n".join(
            f"- {r.o(f'gravedad.{a.gravedad}', a.gravedad)} {a.codigo}: "
            f"{_e(' '.join((a.mensaje, a.lugar, a.ayuda)))}"
            for a in informe.avisos
        )


def _totales(informe: Informe, r: Rotulos) -> str:
    t = informe.totales
    columnas = ("", *map(r.veredicto, Veredicto), r("columna.total"))
    filas = (
        _fila_de_conteo(r("columna.reglas"), t.reglas),
        _fila_de_conteo(r("columna.hallazgos"), t.hallazgos),
    )
    return Tabla(columnas, filas).a_markdown()


def _fila_de_conteo(nombre: str, c: Conteo) -> tuple[str, ...]:
    propios = c.model_dump()
    return (nombre, *(str(propios[v.value.replace(" ", "_")]) for v in Veredicto), str(c.total))


def _aceptaciones(informe: Informe, r: Rotulos) -> Iterator[str]:
    a = informe.aceptaciones
    if a is None:
        return
    yield f"## {r('pagina.t_aceptaciones')}"
    if a.ignoradas:
        yield r("aceptaciones.ignoradas")
        return
    t = informe.totales
    yield r(
        "pagina.siguen",
        hallazgos=t.hallazgos_aceptados,
        aceptados=t.requerimientos_aceptados,
        requerimientos=t.requerimientos,
    )
    yield decir_a_que_fecha(informe.regimen, r)
    columnas = ("aceptacion", "regla", "razon", "firmante", "fecha", "vence", "vale", "ampara")
    filas = (
        (x.id, x.regla, decir_razon(x, r), x.firmante, x.fecha, decir_termino(x, r),
         decir_estado(x, informe.regimen, r), _amparados(x, r))
        for x in a.aceptaciones
    )  # fmt: skip
    yield Tabla(_columnas(r, *columnas), tuple(filas)).a_markdown()
    if a.ocultas:
        yield r("aceptaciones.ocultas", n=a.ocultas)
    if a.hallazgos:
        yield f"### {r('aceptaciones.por_revisar', n=len(a.hallazgos))}"
        yield "\n".join(
            f"- {_e(h.aceptacion)}: {_e(decir_revision(h, r))} ({_e(h.lugar)})" for h in a.hallazgos
        )


def _amparados(a: AceptacionInformada, r: Rotulos) -> str:
    dichos = [decir_amparado(h, r) for h in a.ampara]
    dichos += [r("aceptaciones.no_ampara", hallazgo=decir_amparado(h, r)) for h in a.sin_amparo]
    return "; ".join(dichos) or r("pagina.ampara_nada")


def _detalle(informe: Informe, rot: Rotulos) -> Iterator[str]:
    for veredicto in _DETALLADOS:
        suyas = [r for r in informe.reglas if r.veredicto is veredicto]
        if suyas:
            yield f"## {_titulo(veredicto, rot)} ({len(suyas)})"
        yield from ("\n".join(_regla(r, informe.respuestas, rot)) for r in suyas)


def _titulo(veredicto: Veredicto, rot: Rotulos) -> str:
    return rot.veredicto(veredicto).capitalize()


def _regla(r: ReglaInformada, respuestas: Sequence[RespuestaInformada], rot: Rotulos) -> Iterator[str]:
    q, fecha = r.requisito, rot.fecha(date.fromisoformat(r.fecha))
    yield f"### {_e(r.titulo)}"
    yield ""
    yield f"- {rotular(r, rot)} · `{r.regla}`"
    yield f"- {_e(rot('regla.norma', cita=q.cita, vigencia=f'{q.id}; {q.vigencia}', fecha=fecha))}"
    if r.exigencia_en_frase:
        yield f"- {_e(rot('regla.exige', exigencia=r.exigencia_en_frase))}."
    if r.cuando_en_frase:
        yield f"- {rot('pagina.solo_cuando')}: {_e(r.cuando_en_frase)}."
    for h in r.hallazgos:
        yield from _hallazgo(h, rot)
        if dada := respuesta_a(h.identidad, respuestas):
            yield f"  - {rot('acta.respuesta')}: {_e(' '.join(dada.split()))}"


def _hallazgo(h: Hallazgo, rot: Rotulos) -> Iterator[str]:
    de_que = f"[{de_quien_es(h)}] " if h.elemento else ""
    yield f"- {_e(f'{de_que}{h.mensaje}')}"
    if h.explicacion:
        yield f"  - {rot('columna.por_que').capitalize()}: {_e(h.explicacion)}"
    for d in h.datos:
        yield f"  - {_e(mayuscula(decir_dato(d, rot)))}"
    if h.causa:
        causa = rot.valor(h.causa) + (f" (`{h.dato}`)" if h.dato else "")
        yield f"  - {rot('pagina.causa')}: {_e(causa)}"
    if h.subsana:
        yield f"  - {rot('pagina.subsana')}: {_e(h.subsana)}"


def mayuscula(texto: str) -> str:
    """Devuelve el texto con la primera letra en mayúscula y lo demás igual."""
    return texto[:1].upper() + texto[1:]


def _en_tabla(reglas: Sequence[ReglaInformada], rot: Rotulos) -> Iterator[str]:
    for veredicto in (Veredicto.CUMPLE, Veredicto.NO_APLICA):
        suyas = [r for r in reglas if r.veredicto is veredicto]
        if suyas:
            yield f"## {_titulo(veredicto, rot)} ({len(suyas)})"
            filas = tuple((r.titulo, r.requisito.cita, rot.matiz(r.matiz), r.motivo, r.regla) for r in suyas)
            yield Tabla(_columnas(rot, "que", "norma", "matiz", "por_que", "regla"), filas).a_markdown()


def _suficiencia(informe: Informe, r: Rotulos) -> Iterator[str]:
    if not informe.suficiencia:
        return
    yield f"## {r('pagina.t_suficiencia')}"
    filas = tuple(
        (c.titulo, r.valor(c.componente), r.veredicto(c.veredicto), r.valor(c.estado),
         "; ".join(_lugar(x, r) for x in c.lugares), "; ".join(c.citas))
        for c in informe.suficiencia
    )  # fmt: skip
    columnas = ("contenido", "componente", "conclusion", "declara", "donde", "norma")
    yield Tabla(_columnas(r, *columnas), filas).a_markdown()


def _lugar(x: LugarDeContenido, r: Rotulos) -> str:
    partes = (("pagina", x.pagina), ("articulo", x.articulo), ("plano", x.plano))
    dichas = (x.documento, *(f"{r(f'pagina.{clave}')} {valor}" for clave, valor in partes if valor))
    return f"{', '.join(filter(None, dichas))} ({r.valor(x.comprobacion)})".strip()


def _articulacion(informe: Informe, r: Rotulos) -> Iterator[str]:
    a = informe.articulacion
    if a is None:
        return
    yield a.a_markdown(r)
    if a.ciclo:
        yield f"{r('pagina.ciclo')} {_e(' → '.join(a.ciclo))}."
    yield from (f"{_e(r('pagina.no_hay', nivel=decir_nivel(n, r)))} {_e(m)}." for n, m in a.ausentes)


def _cobertura(informe: Informe, r: Rotulos) -> Iterator[str]:
    yield f"## {r('pagina.cobertura')}"
    columnas = ("norma", "requisitos", "automaticos", "parciales", "por_persona", "fuera")
    filas = tuple(
        (n.titulo, *map(str, (n.requisitos, n.automatica, n.parcial, n.juicio_experto, n.fuera_de_alcance)))
        for n in informe.cobertura
    )
    yield Tabla(_columnas(r, *columnas), filas).a_markdown()

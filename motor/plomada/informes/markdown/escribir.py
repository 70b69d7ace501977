"""El informe en Markdown: lo mismo que en la página, en un texto que se pega en un correo o en un acta.

Todo texto ajeno va escapado. Lo que cumple o no aplica sale en una tabla, para que nada se calle.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.consola import de_quien_es, nombrar_leido, rotular
from plomada.informes.partes import Conteo, ReglaInformada
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.resumen import CONCLUSIONES
from plomada.informes.suficiencia import LugarDeContenido
from plomada.informes.tablas import Tabla, escapar_markdown
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import Tramite
from plomada.valores.fechas import escribir_fecha

_DETALLADOS = (Veredicto.ERROR, Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)


def a_md(informe: Informe) -> str:
    """Devuelve el informe en Markdown, con salto final."""
    bloques = (
        *_portada(informe),
        *_aceptaciones(informe),
        *_detalle(informe.reglas),
        *_en_tabla(informe.reglas),
        *_suficiencia(informe),
        *_articulacion(informe),
        *_cobertura(informe),
    )
    return "\n\n".join(b.rstrip("\n") for b in bloques) + "\n"


def _e(texto: str) -> str:
    return escapar_markdown(texto)


def _fecha(escrita: str) -> str:
    return escribir_fecha(date.fromisoformat(escrita))


def _portada(informe: Informe) -> Iterator[str]:
    plan, r = informe.plan, informe.regimen
    de_quien = f" de {_e(plan.municipio)}" if plan is not None and plan.municipio else ""
    yield f"# Revisión del {r.clase_aplicada}{de_quien}"
    yield f"> {informe.advertencia}"
    yield f"**{CONCLUSIONES[codigo_de_salida(informe)]}**"
    yield (
        f"Norma vigente al {_fecha(r.fecha)} ({_e(r.origen_de_la_fecha)}); clase aplicada "
        f"{r.clase_aplicada} (declarada {r.clase_declarada}, por población "
        f"{r.clase_por_poblacion or 'no consta'}); trámite {Tramite(r.tramite).rotulo}."
    )
    yield from (_e(a) for a in r.avisos)
    yield _totales(informe)
    yield "\n".join(_limites(informe))
    if informe.avisos:
        yield "## Avisos de la lectura"
        yield "\n".join(
            f"- {a.gravedad} {a.codigo}: {_e(' '.join((a.mensaje, a.lugar, a.ayuda)))}"
            for a in informe.avisos
        )


def _totales(informe: Informe) -> str:
    t = informe.totales
    columnas = ("", *(v.value for v in Veredicto), "total")
    filas = (_fila_de_conteo("reglas", t.reglas), _fila_de_conteo("hallazgos", t.hallazgos))
    return Tabla(columnas, filas).a_markdown()


def _fila_de_conteo(nombre: str, c: Conteo) -> tuple[str, ...]:
    propios = c.model_dump()
    return (nombre, *(str(propios[v.value.replace(" ", "_")]) for v in Veredicto), str(c.total))


def _limites(informe: Informe) -> Iterator[str]:
    t, a, s = informe.totales, informe.automatizacion, informe.sin_revisar
    yield (
        f"- De lo que no cumple: {t.requerimientos} por requerir, {t.recomendaciones} por recomendar y "
        f"{t.informativos} informativos; obligatorio sin decidir, {t.pendientes_obligatorios}."
    )
    yield (
        f"- De lo que cumple: {t.cumple_con_lo_descrito} con los datos descritos, {t.cumple_declarado} sin "
        f"comprobar contra el documento y {t.cumple_por_juicio} por juicio de una persona."
    )
    yield (
        f"- Qué no se automatizó: de {a.requisitos} requisitos, {a.parcial} parciales, {a.juicio_experto} "
        f"por decidir una persona y {a.fuera_de_alcance} fuera de alcance."
    )
    yield (
        f"- Por revisar de un jurista: {s.reglas} de {s.de_reglas} reglas y {s.requisitos} de "
        f"{s.de_requisitos} requisitos."
    )
    yield from (f"- {_e(x.frase)}" for x in informe.determinantes)
    if informe.oculto.reglas:
        o = informe.oculto
        yield f"- Este perfil oculta {o.hallazgos} hallazgos de {o.reglas} reglas: {o.por_que}."


def _aceptaciones(informe: Informe) -> Iterator[str]:
    a = informe.aceptaciones
    if a is None:
        return
    yield "## Aceptaciones con firma"
    if a.ignoradas:
        yield "Las aceptaciones de la entrega no se tuvieron en cuenta, como se pidió."
        return
    t = informe.totales
    yield (
        f"Lo aceptado se sigue incumpliendo: {t.hallazgos_aceptados} hallazgos; de lo que hay que requerir, "
        f"{t.requerimientos_aceptados} de {t.requerimientos} por completo."
    )
    columnas = ("aceptación", "regla", "razón", "firmante", "fecha", "vence", "vale", "ampara")
    filas = (
        (x.id, x.regla, x.razon, x.firmante, x.fecha, x.vence or x.disparador, "sí" if x.vale else "no",
         "; ".join(f"{nombrar_elemento(h.elemento)} {h.mensaje}".strip() for h in x.ampara))
        for x in a.aceptaciones
    )  # fmt: skip
    yield Tabla(columnas, tuple(filas)).a_markdown()
    if a.ocultas:
        yield f"Este perfil oculta {a.ocultas} aceptaciones de otras reglas."
    yield from (f"- {h.modo}: {_e(h.mensaje)} → {_e(h.subsana)}" for h in a.hallazgos)


def _detalle(reglas: Sequence[ReglaInformada]) -> Iterator[str]:
    for veredicto in _DETALLADOS:
        suyas = [r for r in reglas if r.veredicto is veredicto]
        if suyas:
            yield f"## {veredicto.value.capitalize()} ({len(suyas)})"
        yield from ("\n".join(_regla(r)) for r in suyas)


def _regla(r: ReglaInformada) -> Iterator[str]:
    yield f"### {_e(r.titulo)}"
    yield ""
    yield f"- {rotular(r)} · `{r.regla}`"
    yield (
        f"- Norma: {_e(r.requisito.cita)} ({r.requisito.id}; {r.requisito.vigencia}; se aplicó al "
        f"{_fecha(r.fecha)})."
    )
    if r.exigencia_en_frase:
        yield f"- Exige que {_e(r.exigencia_en_frase)}."
    if r.cuando_en_frase:
        yield f"- Solo cuando {_e(r.cuando_en_frase)}."
    for h in r.hallazgos:
        yield from _hallazgo(h)


def _hallazgo(h: Hallazgo) -> Iterator[str]:
    de_que = f"[{de_quien_es(h)}] " if h.elemento else ""
    yield f"- {_e(f'{de_que}{h.mensaje}')}"
    if h.explicacion:
        yield f"  - Por qué: {_e(h.explicacion)}"
    for d in h.datos:
        yield f"  - Se leyó {_e(nombrar_leido(d))}"
    if h.causa:
        yield f"  - Causa: {_e(h.causa + (f' (`{h.dato}`)' if h.dato else ''))}"
    if h.subsana:
        yield f"  - Cómo se subsana: {_e(h.subsana)}"


def _en_tabla(reglas: Sequence[ReglaInformada]) -> Iterator[str]:
    for veredicto in (Veredicto.CUMPLE, Veredicto.NO_APLICA):
        suyas = [r for r in reglas if r.veredicto is veredicto]
        if suyas:
            yield f"## {veredicto.value.capitalize()} ({len(suyas)})"
            filas = tuple((r.titulo, r.requisito.cita, r.matiz, r.motivo, r.regla) for r in suyas)
            yield Tabla(("qué", "norma", "matiz", "por qué", "regla"), filas).a_markdown()


def _suficiencia(informe: Informe) -> Iterator[str]:
    if not informe.suficiencia:
        return
    yield "## Suficiencia por contenido"
    filas = tuple(
        (c.titulo, c.componente.replace("_", " "), c.veredicto.value, c.estado,
         "; ".join(_lugar(x) for x in c.lugares), "; ".join(c.citas))
        for c in informe.suficiencia
    )  # fmt: skip
    columnas = ("contenido", "componente", "conclusión", "el plan declara", "dónde está", "norma")
    yield Tabla(columnas, filas).a_markdown()


def _lugar(x: LugarDeContenido) -> str:
    partes = (("", x.documento), ("página ", x.pagina), ("artículo ", x.articulo), ("plano ", x.plano))
    return f"{', '.join(antes + valor for antes, valor in partes if valor)} ({x.comprobacion})".strip()


def _articulacion(informe: Informe) -> Iterator[str]:
    a = informe.articulacion
    if a is None:
        return
    yield a.a_markdown()
    if a.ciclo:
        yield f"La cadena se muerde la cola: {_e(' → '.join(a.ciclo))}."
    yield from (f"El plan declara que no hay {_e(n)}: {_e(m)}." for n, m in a.ausentes)


def _cobertura(informe: Informe) -> Iterator[str]:
    yield "## Cobertura normativa"
    columnas = (
        "norma",
        "requisitos",
        "automáticos",
        "parciales",
        "por decidir una persona",
        "fuera de alcance",
    )
    filas = tuple(
        (n.titulo, *map(str, (n.requisitos, n.automatica, n.parcial, n.juicio_experto, n.fuera_de_alcance)))
        for n in informe.cobertura
    )
    yield Tabla(columnas, filas).a_markdown()

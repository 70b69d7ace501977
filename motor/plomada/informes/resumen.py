"""La primera página: qué se concluye, a qué fecha y con qué régimen, y qué quedó sin automatizar."""

from collections.abc import Iterator
from datetime import date

from plomada.informes.partes import Conteo, Totales
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import Tramite
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

CONCLUSIONES = {
    0: "Toda exigencia obligatoria quedó decidida y ninguna se incumple.",
    1: "Se sugiere requerir para completar o corregir.",
    2: "Hay problemas en lo escrito que impiden dar por buena la revisión.",
    3: "La herramienta falló en alguna regla: la revisión está incompleta.",
    4: "No se halló incumplimiento de lo obligatorio, pero no todo quedó decidido.",
}


def resumen(informe: Informe, ancho: int) -> Iterator[Renglon]:
    """Devuelve los renglones de la primera página."""
    yield from parrafo(_encabezado(informe), ancho, estilo="titulo")
    yield from parrafo(informe.advertencia, ancho, estilo="tenue")
    yield VACIO
    codigo = codigo_de_salida(informe)
    yield from parrafo(
        CONCLUSIONES[codigo],
        ancho,
        estilo="bien" if codigo == 0 else "falla" if codigo in {1, 3} else "aviso",
    )
    for frase in (*_cuentas(informe.totales), _regimen(informe), *informe.regimen.avisos, *_limites(informe)):
        yield from parrafo(frase, ancho, 2, marca="- ")
    for aviso in informe.avisos:
        yield from parrafo(
            f"{aviso.gravedad}[{aviso.codigo}]: {aviso.mensaje} {aviso.lugar}", ancho, 2, "aviso", "- "
        )


def _encabezado(informe: Informe) -> str:
    plan = informe.plan
    if plan is None:
        return f"Plomada {informe.motor} · revisión de un plan"
    lugar = f"{plan.municipio} ({plan.departamento})" if plan.departamento else plan.municipio
    partes = [f"Plomada {informe.motor}", lugar or "municipio sin nombre", plan.archivo]
    return " · ".join([*partes, "plan ficticio"] if plan.ficticio else partes)


def escribir_conteo(c: Conteo) -> str:
    """Escribe un conteo en una frase, con los seis veredictos.

    >>> escribir_conteo(Conteo(total=2, cumple=1, error=1))
    '1 cumple, 0 no cumple, 0 no consta, 0 requiere concepto, 0 no aplica y 1 error'
    """
    return en_lista(
        [
            f"{c.cumple} cumple",
            f"{c.no_cumple} no cumple",
            f"{c.no_consta} no consta",
            f"{c.requiere_concepto} requiere concepto",
            f"{c.no_aplica} no aplica",
            f"{c.error} error",
        ]
    )


def _cuentas(t: Totales) -> Iterator[str]:
    yield f"{t.reglas.total} reglas: {escribir_conteo(t.reglas)}."
    if t.reglas.no_cumple:
        yield (
            f"Lo que no cumple: {t.requerimientos} por requerir, {t.recomendaciones} por recomendar y "
            f"{t.informativos} informativos."
        )
    if t.reglas.cumple:
        yield (
            f"Lo que cumple: {t.cumple_con_lo_descrito} con los datos que la entrega describe, "
            f"{t.cumple_declarado} con contenidos que nadie comprobó contra el documento y "
            f"{t.cumple_por_juicio} por juicio de una persona."
        )
    if t.pendientes_obligatorios:
        yield f"Obligatorio sin decidir (no consta o requiere concepto): {t.pendientes_obligatorios}."
    yield f"{t.hallazgos.total} hallazgos: {escribir_conteo(t.hallazgos)}."


def _regimen(informe: Informe) -> str:
    r = informe.regimen
    por_poblacion = r.clase_por_poblacion or "no consta"
    fecha = escribir_fecha(date.fromisoformat(r.fecha))
    tramite = Tramite(r.tramite).rotulo
    return (
        f"Régimen: norma vigente al {fecha} ({r.origen_de_la_fecha}); clase aplicada {r.clase_aplicada} "
        f"(declarada {r.clase_declarada}, por población {por_poblacion}); trámite {tramite}."
    )


def _limites(informe: Informe) -> Iterator[str]:
    a, s = informe.automatizacion, informe.sin_revisar
    yield (
        f"Qué quedó sin automatizar: de {a.requisitos} requisitos, automáticos {a.automatica}, parciales "
        f"(pueden reportar de más o de menos) {a.parcial}, por decidir una persona {a.juicio_experto} y "
        f"fuera de alcance {a.fuera_de_alcance}."
    )
    yield (
        f"Sin revisar por un jurista: {s.reglas} de {s.de_reglas} reglas y {s.requisitos} de "
        f"{s.de_requisitos} requisitos."
    )
    yield from (a.frase for a in informe.determinantes)
    if informe.oculto.reglas:
        o = informe.oculto
        yield f"Este perfil oculta {o.hallazgos} hallazgos de {o.reglas} reglas: {o.por_que}."

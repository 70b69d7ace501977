"""Qué dice el documento de cada perfil: el concepto, el acta y el oficio, en piezas sin formato.

La herramienta sugiere y no conceptúa: lo que solo puede decir una persona queda marcado para que lo escriba.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from plomada.informes.oficina.acta import matriz_del_acta
from plomada.informes.oficina.bloques import Bloque, Titulo, Trozo, cuadro, parrafo, rotulado
from plomada.informes.oficina.cobertura import VEREDICTOS
from plomada.informes.oficina.observado import observaciones
from plomada.informes.partes import Conteo
from plomada.informes.perfiles import Perfil
from plomada.informes.resumen import CONCLUSIONES
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import ClaseDePlan, Tramite
from plomada.valores.fechas import escribir_fecha

_SIN_DESCRIBIR = "sin describir"
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
    "articulos": "la tabla de artículo vigente y propuesto", "limites": "lo que no se automatizó",
})  # fmt: skip


def campos_de(informe: Informe) -> Mapping[str, str]:
    """Devuelve lo que va en cada marcador dentro de una frase."""
    r, plan = informe.regimen, informe.plan
    return {
        "municipio": (plan.municipio if plan else "") or "municipio sin nombre",
        "departamento": (plan.departamento if plan else "") or "departamento que no consta",
        "clase": r.clase_aplicada,
        "nombre_de_la_clase": ClaseDePlan(r.clase_aplicada).rotulo,
        "tramite": Tramite(r.tramite).rotulo,
        "fecha": escribir_fecha(date.fromisoformat(r.fecha)),
        "origen_de_la_fecha": r.origen_de_la_fecha,
        "advertencia": informe.advertencia,
        "conclusion": CONCLUSIONES[codigo_de_salida(informe)],
        "archivo": plan.archivo if plan else "plan sin archivo",
        "huella": plan.huella if plan else "no consta",
        "version": informe.motor,
    }


def bloques_de(informe: Informe) -> Mapping[str, tuple[Bloque, ...]]:
    """Devuelve lo que va en cada marcador que ocupa su propio párrafo; vacío si no hay nada que decir."""
    return {
        "resumen": tuple(_resumen(informe)),
        "observaciones": tuple(observaciones(informe)),
        "matriz": tuple(matriz_del_acta(informe)) if informe.perfil is Perfil.CONCERTACION else (),
        "plazos": tuple(_plazos(informe)) if informe.perfil is Perfil.RADICACION else (),
        "articulos": tuple(_articulos(informe)),
        "limites": tuple(_limites(informe)),
    }


def _resumen(i: Informe) -> Iterator[Bloque]:
    r, t = i.regimen, i.totales
    campos = campos_de(i)
    yield parrafo(Trozo(CONCLUSIONES[codigo_de_salida(i)], negrita=True))
    yield parrafo(
        f"Se aplicó la norma vigente al {campos['fecha']} ({r.origen_de_la_fecha}), como {r.clase_aplicada} "
        f"(declarada {r.clase_declarada}; por población, {r.clase_por_poblacion or 'no consta'}), en un "
        f"trámite de {campos['tramite']}."
    )
    for aviso in r.avisos:
        yield parrafo(aviso, estilo="vineta")
    yield cuadro(
        ("Qué se cuenta", "Total", *(v.capitalize() for v in VEREDICTOS)),
        (20, 9, 10, 11, 11, 14, 11, 9),
        (_conteo("Reglas aplicadas", t.reglas), _conteo("Hallazgos", t.hallazgos)),
    )
    yield parrafo(
        f"De las reglas que no cumplen, {t.requerimientos} son por requerir, {t.recomendaciones} por "
        f"recomendar y {t.informativos} informativas. Obligatorio sin decidir: {t.pendientes_obligatorios}. "
        f"De lo que cumple, {t.cumple_con_lo_descrito} con lo descrito, {t.cumple_declarado} con evidencia "
        f"que nadie comprobó y {t.cumple_por_juicio} por juicio de una persona. Hallazgos aceptados con "
        f"firma, que siguen contando: {t.hallazgos_aceptados}."
    )
    if i.oculto.reglas:
        yield parrafo(
            f"Los totales son de todo el plan. Este documento no muestra {i.oculto.hallazgos} hallazgos de "
            f"{i.oculto.reglas} reglas: {i.oculto.por_que}."
        )
    for a in i.avisos:
        lugar = f" ({a.lugar})" if a.lugar else ""
        yield parrafo(f"Aviso de la lectura, {a.codigo}: {a.mensaje}{lugar}.", estilo="vineta")


def _conteo(que: str, c: Conteo) -> Sequence[str]:
    return (que, str(c.total), *(str(getattr(c, v.replace(" ", "_"))) for v in VEREDICTOS))


def _limites(i: Informe) -> Iterator[Bloque]:
    a, s = i.automatizacion, i.sin_revisar
    yield parrafo(
        f"De {a.requisitos} requisitos del registro, {a.automatica} se comprueban solos, {a.parcial} en "
        f"parte (pueden reportar de más o de menos), {a.juicio_experto} los decide una persona y "
        f"{a.fuera_de_alcance} están fuera de alcance."
    )
    yield parrafo(
        f"No las ha revisado un jurista: {s.reglas} de {s.de_reglas} reglas y {s.requisitos} de "
        f"{s.de_requisitos} requisitos."
    )
    for autoridad in i.determinantes:
        yield parrafo(autoridad.frase)
    yield parrafo(
        "La lista de lo que no se automatizó, requisito por requisito, está en la hoja «Cobertura normativa» "
        "del libro de cálculo y en el informe en JSON."
    )


def _plazos(i: Informe) -> Iterator[Bloque]:
    if not i.descrito.plazos:
        yield parrafo("El registro no trae los términos de la radicación: confírmense en la norma.")
    for p in i.descrito.plazos:
        cuanto = f"{p.valor} ({p.cita})" if p.valor else "sin valor"
        yield rotulado(p.titulo, " ".join(t for t in (f"{cuanto}.", p.nota, p.reserva) if t), "vineta")


def _articulos(i: Informe) -> Iterator[Bloque]:
    d = i.descrito
    if d.articulos:
        yield Titulo("Artículo vigente y artículo propuesto")
        yield cuadro(
            ("Artículo", "Texto vigente", "Texto propuesto", "Justificación"),
            (13, 31, 31, 25),
            (
                (a.articulo, *(t or _SIN_DESCRIBIR for t in (a.vigente, a.propuesto, a.justificacion)))
                for a in d.articulos
            ),
        )
    elif d.sin_articulos:
        yield parrafo(f"El plan declara que el trámite no cambia artículos: {d.sin_articulos}.")
    elif Tramite(i.regimen.tramite) not in _DE_TODO_EL_PLAN:
        yield parrafo(
            "La entrega no describe qué artículos vigentes se cambian ni qué texto se propone para cada uno."
        )

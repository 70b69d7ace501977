"""Las hojas de lo que el informe cubre: el resumen, los requisitos revisados y los artículos que cambian."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plomada.informes.oficina.hojas import Celda, Columna, Hoja, armar
from plomada.informes.partes import Conteo, ReglaInformada, RequisitoCitado
from plomada.informes.resumen import CONCLUSIONES
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.opciones import Tramite
from plomada.valores.fechas import escribir_fecha

VEREDICTOS = ("cumple", "no cumple", "no consta", "requiere concepto", "no aplica", "error")


def hoja_de_resumen(informe: Informe) -> Hoja:
    """Lo que se concluye, a qué fecha y con qué régimen, los totales y lo que no se automatizó."""
    columnas = (Columna("Resumen de la revisión", 46), Columna("Valor", 90))
    return armar("Resumen", "Resumen de la revisión", columnas, _resumen(informe), "")


def _resumen(i: Informe) -> Iterator[tuple[Celda, Celda]]:
    yield "Qué es este informe", i.advertencia
    yield "Qué se concluye", CONCLUSIONES[codigo_de_salida(i)]
    yield from _plan(i)
    yield from _regimen(i)
    yield from totales_en_filas(i)
    yield from _limites(i)
    for aviso in i.avisos:
        lugar = f" ({aviso.lugar})" if aviso.lugar else ""
        yield f"Aviso {aviso.codigo} ({aviso.gravedad})", f"{aviso.mensaje}{lugar}. {aviso.ayuda}".strip()


def _plan(i: Informe) -> Iterator[tuple[Celda, Celda]]:
    if i.plan is not None:
        yield "Municipio", i.plan.municipio or "sin nombre"
        yield "Departamento", i.plan.departamento or "no consta"
        yield "Archivo del plan", i.plan.archivo
        yield "Huella del plan (SHA-256)", i.plan.huella
        if i.plan.ficticio:
            yield "Plan ficticio", "sí: está hecho para probar o enseñar"
    yield "Perfil", str(i.perfil)
    yield "Plomada", f"{i.motor}; reglas {i.reglas_huella[:16]}"


def _regimen(i: Informe) -> Iterator[tuple[Celda, Celda]]:
    r = i.regimen
    yield "Norma vigente al", f"{escribir_fecha(date.fromisoformat(r.fecha))} ({r.origen_de_la_fecha})"
    yield "Clase aplicada", r.clase_aplicada
    yield "Clase declarada", r.clase_declarada
    yield "Clase por población", r.clase_por_poblacion or "no consta"
    yield "Trámite", Tramite(r.tramite).rotulo
    for aviso in r.avisos:
        yield "Sobre el régimen", aviso


def totales_en_filas(i: Informe) -> Iterator[tuple[str, int]]:
    """Devuelve las cuentas del plan entero, con su nombre; ningún perfil las cambia."""
    t = i.totales
    yield from _conteo("Reglas", t.reglas)
    yield "Incumplimientos por requerir", t.requerimientos
    yield "Incumplimientos por recomendar", t.recomendaciones
    yield "Incumplimientos informativos", t.informativos
    yield "Obligatorio sin decidir", t.pendientes_obligatorios
    yield "Cumple con lo descrito", t.cumple_con_lo_descrito
    yield "Cumple declarado, sin comprobar", t.cumple_declarado
    yield "Cumple por juicio de una persona", t.cumple_por_juicio
    yield from _conteo("Hallazgos", t.hallazgos)
    yield "Hallazgos aceptados", t.hallazgos_aceptados
    yield "Requerimientos aceptados", t.requerimientos_aceptados


def _conteo(que: str, c: Conteo) -> Iterator[tuple[str, int]]:
    yield f"{que}: total", c.total
    for veredicto in VEREDICTOS:
        yield f"{que}: {veredicto}", int(getattr(c, veredicto.replace(" ", "_")))


def _limites(i: Informe) -> Iterator[tuple[Celda, Celda]]:
    a, s = i.automatizacion, i.sin_revisar
    yield "Requisitos del registro", a.requisitos
    yield "Requisitos automáticos", a.automatica
    yield "Requisitos parciales (pueden reportar de más o de menos)", a.parcial
    yield "Requisitos que decide una persona", a.juicio_experto
    yield "Requisitos fuera de alcance", a.fuera_de_alcance
    yield "Reglas sin revisar por un jurista", f"{s.reglas} de {s.de_reglas}"
    yield "Requisitos sin revisar por un jurista", f"{s.requisitos} de {s.de_requisitos}"
    for autoridad in i.determinantes:
        yield "Determinantes", autoridad.frase
    if i.oculto.reglas:
        yield (
            "Lo que este perfil oculta",
            (f"{i.oculto.hallazgos} hallazgos de {i.oculto.reglas} reglas: {i.oculto.por_que}"),
        )


def hoja_de_cobertura(informe: Informe) -> Hoja:
    """Una fila por requisito que alguna regla visible revisó, o que la herramienta no decide sola."""
    columnas = (
        Columna("Requisito", 14), Columna("Norma", 44), Columna("Estado", 18), Columna("Reglas", 9),
        *(Columna(v.capitalize(), 10) for v in VEREDICTOS), Columna("Vigencia", 30), Columna("Qué pide", 56),
        Columna("Qué no ve la herramienta", 50), Columna("Verificación", 14), Columna("Revisado por", 18),
    )  # fmt: skip
    filas = list(_cobertura(informe))
    faltan = informe.automatizacion.requisitos - len(filas)
    if faltan > 0:
        filas.append((
            f"y {faltan} más", "requisitos automáticos que ninguna regla visible citó", "automática", 0,
            *(0,) * len(VEREDICTOS), "", "", "", "", "",
        ))  # fmt: skip
    return armar(
        "Cobertura normativa", "Cobertura normativa", columnas, filas, "El registro no trae requisitos."
    )


def _cobertura(informe: Informe) -> Iterator[tuple[Celda, ...]]:
    citados: dict[str, RequisitoCitado] = {}
    reglas: dict[str, list[ReglaInformada]] = defaultdict(list)
    for r in informe.reglas:
        for citado in (r.requisito, *r.otros_fundamentos):
            citados.setdefault(citado.id, citado)
            reglas[citado.id].append(r)
    pendientes = {p.id: p for p in informe.automatizacion.pendientes}
    for id_ in sorted({*citados, *pendientes}):
        q, p = citados.get(id_), pendientes.get(id_)
        cuentas = [sum(r.veredicto == v for r in reglas[id_]) for v in VEREDICTOS]
        if q is not None:
            no_ve = q.sesgo or (p.explicacion if p else "")
            yield (
                id_, q.cita, q.estado, len(reglas[id_]), *cuentas, q.vigencia, q.pide, no_ve, q.verificacion,
                q.revisado_por,
            )  # fmt: skip
        elif p is not None:
            yield id_, p.cita, p.estado, 0, *cuentas, "", p.pide, p.explicacion, "", ""


def hoja_de_articulos(informe: Informe) -> Hoja | None:
    """El artículo vigente y el propuesto, si el trámite cambia alguno o el plan dice por qué no."""
    d = informe.descrito
    if not d.articulos and not d.sin_articulos:
        return None
    columnas = (
        Columna("Artículo", 12), Columna("Texto vigente", 55), Columna("Texto propuesto", 55),
        Columna("Justificación", 40),
    )  # fmt: skip
    filas = [
        (a.articulo, *(t or "sin describir" for t in (a.vigente, a.propuesto, a.justificacion)))
        for a in d.articulos
    ]
    vacia = f"El plan declara que no cambia artículos: {d.sin_articulos}"
    return armar("Artículos", "Artículo vigente y propuesto", columnas, filas, vacia)

"""Las hojas de lo que el informe cubre: el resumen, lo aceptado, los requisitos y los artículos."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plomada.informes.aceptaciones import frases
from plomada.informes.aceptaciones.partes import AceptacionesInformadas, AceptacionInformada
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.oficina.hojas import Celda, Columna, Hoja, armar, columnas_de
from plomada.informes.partes import Conteo, ReglaInformada, RequisitoCitado
from plomada.informes.resumen import avisos_de_clase
from plomada.informes.vista import Informe, codigo_de_salida

VEREDICTOS = ("cumple", "no cumple", "no consta", "requiere concepto", "no aplica", "error")


def hoja_de_resumen(informe: Informe, r: Rotulos) -> Hoja:
    """Lo que se concluye, a qué fecha y con qué régimen, los totales y lo que no se automatizó."""
    columnas = columnas_de(r, "resumen_de_la_revision:46 valor:90")
    return armar(r("libro.resumen"), r("libro.resumen_de_la_revision"), columnas, _resumen(informe, r), "")


def _resumen(i: Informe, r: Rotulos) -> Iterator[tuple[Celda, Celda]]:
    yield r("libro.que_es_este_informe"), r("informe.advertencia")
    yield r("libro.que_se_concluye"), r(f"conclusion.{codigo_de_salida(i)}")
    yield from _plan(i, r)
    yield from _regimen(i, r)
    yield from totales_en_filas(i, r)
    yield from _limites(i, r)
    for aviso in i.avisos:
        lugar = f" ({aviso.lugar})" if aviso.lugar else ""
        yield (
            r(
                "libro.aviso_codigo_gravedad",
                codigo=aviso.codigo,
                gravedad=r.o(f"gravedad.{aviso.gravedad}", aviso.gravedad),
            ),
            f"{aviso.mensaje}{lugar}. {aviso.ayuda}".strip(),
        )


def _plan(i: Informe, r: Rotulos) -> Iterator[tuple[Celda, Celda]]:
    if i.plan is not None:
        yield r("libro.municipio"), i.plan.municipio or r("libro.sin_nombre")
        yield r("libro.departamento"), i.plan.departamento or r("informe.no_consta")
        yield r("libro.archivo_del_plan"), i.plan.archivo
        yield r("libro.huella_del_plan"), i.plan.huella
        if i.plan.ficticio:
            yield r("libro.plan_ficticio"), r("libro.si_esta_hecho_para_probar_o_ensenar")
    yield r("libro.perfil"), r(f"perfil.{i.perfil}")
    yield "Plomada", r("libro.motor_reglas_huella", motor=i.motor, huella=i.reglas_huella[:16])


def _regimen(i: Informe, r: Rotulos) -> Iterator[tuple[Celda, Celda]]:
    g = i.regimen
    yield (
        r("libro.norma_vigente_al"),
        f"{r.fecha(date.fromisoformat(g.fecha))} ({_origen(g.origen_de_la_fecha, r)})",
    )
    yield r("libro.clase_aplicada"), g.clase_aplicada
    yield r("libro.clase_declarada"), g.clase_declarada
    yield r("libro.clase_por_poblacion"), g.clase_por_poblacion or r("informe.no_consta")
    yield r("libro.tramite"), r(f"tramite.{g.tramite}")
    for aviso in avisos_de_clase(g, r):
        yield r("libro.sobre_el_regimen"), aviso


def _origen(origen: str, r: Rotulos) -> str:
    return r.o(f"origen.{origen}", origen)


def totales_en_filas(i: Informe, r: Rotulos) -> Iterator[tuple[str, int]]:
    """Devuelve las cuentas del plan entero, con su nombre; ningún perfil las cambia."""
    t = i.totales
    yield from _conteo(r("libro.reglas"), t.reglas, r)
    yield r("libro.incumplimientos_por_requerir"), t.requerimientos
    yield r("libro.incumplimientos_por_recomendar"), t.recomendaciones
    yield r("libro.incumplimientos_informativos"), t.informativos
    yield r("libro.obligatorio_sin_decidir"), t.pendientes_obligatorios
    yield r("libro.cumple_con_lo_descrito"), t.cumple_con_lo_descrito
    yield r("libro.cumple_declarado_sin_comprobar"), t.cumple_declarado
    yield r("libro.cumple_por_juicio_de_una_persona"), t.cumple_por_juicio
    yield from _conteo(r("libro.hallazgos"), t.hallazgos, r)
    yield r("libro.hallazgos_aceptados"), t.hallazgos_aceptados
    yield r("libro.requerimientos_aceptados"), t.requerimientos_aceptados


def _conteo(que: str, c: Conteo, r: Rotulos) -> Iterator[tuple[str, int]]:
    yield f"{que}: {r('columna.total')}", c.total
    for veredicto in VEREDICTOS:
        yield f"{que}: {r.veredicto(veredicto)}", int(getattr(c, veredicto.replace(" ", "_")))


def _limites(i: Informe, r: Rotulos) -> Iterator[tuple[Celda, Celda]]:
    a, s = i.automatizacion, i.sin_revisar
    yield r("libro.requisitos_del_registro"), a.requisitos
    yield r("libro.requisitos_automaticos"), a.automatica
    yield r("libro.requisitos_parciales_pueden_reportar_de_mas"), a.parcial
    yield r("libro.requisitos_que_decide_una_persona"), a.juicio_experto
    yield r("libro.requisitos_fuera_de_alcance"), a.fuera_de_alcance
    yield r("libro.reglas_sin_revisar_por_un_jurista"), r("libro.n_de_de", n=s.reglas, de=s.de_reglas)
    yield (
        r("libro.requisitos_sin_revisar_por_un_jurista"),
        r("libro.n_de_de", n=s.requisitos, de=s.de_requisitos),
    )
    for autoridad in i.determinantes:
        yield r("libro.determinantes"), autoridad.frase
    if i.oculto.reglas:
        yield (
            r("libro.lo_que_este_perfil_oculta"),
            r(
                "libro.hallazgos_hallazgos_de_reglas_reglas_por_que",
                hallazgos=i.oculto.hallazgos,
                reglas=i.oculto.reglas,
                por_que=r.o(f"oculto.{i.perfil}", i.oculto.por_que),
            ),
        )


def hoja_de_cobertura(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por requisito que alguna regla visible revisó, o que la herramienta no decide sola."""
    columnas = (
        *columnas_de(r, "requisito:14 norma:44 estado:18 reglas:9"),
        *(Columna(r.veredicto(v).capitalize(), 10) for v in VEREDICTOS),
        *columnas_de(
            r, "vigencia:30 que_pide:56 que_no_ve_la_herramienta:50 verificacion:14 revisado_por:18"
        ),
    )
    filas = list(_cobertura(informe, r))
    faltan = informe.automatizacion.requisitos - len(filas)
    if faltan > 0:
        filas.append(
            (
                r("libro.y_n_mas", n=faltan),
                r("libro.requisitos_automaticos_que_ninguna"),
                r.valor("automática"),
                0,
                *(0,) * len(VEREDICTOS),
                "",
                "",
                "",
                "",
                "",
            )
        )
    return armar(
        r("libro.cobertura_normativa"),
        r("libro.cobertura_normativa"),
        columnas,
        filas,
        r("libro.el_registro_no_trae_requisitos"),
    )


def _cobertura(informe: Informe, r: Rotulos) -> Iterator[tuple[Celda, ...]]:
    citados: dict[str, RequisitoCitado] = {}
    reglas: dict[str, list[ReglaInformada]] = defaultdict(list)
    for regla in informe.reglas:
        for citado in (regla.requisito, *regla.otros_fundamentos):
            citados.setdefault(citado.id, citado)
            reglas[citado.id].append(regla)
    pendientes = {p.id: p for p in informe.automatizacion.pendientes}
    for id_ in sorted({*citados, *pendientes}):
        q, p = citados.get(id_), pendientes.get(id_)
        cuentas = [sum(x.veredicto == v for x in reglas[id_]) for v in VEREDICTOS]
        if q is not None:
            no_ve = q.sesgo or (p.explicacion if p else "")
            yield (
                id_,
                q.cita,
                r.valor(q.estado),
                len(reglas[id_]),
                *cuentas,
                q.vigencia,
                q.pide,
                no_ve,
                r.valor(q.verificacion),
                r.valor(q.revisado_por),
            )
        elif p is not None:
            yield id_, p.cita, r.valor(p.estado), 0, *cuentas, "", p.pide, p.explicacion, "", ""


def hoja_de_articulos(informe: Informe, r: Rotulos) -> Hoja | None:
    """El artículo vigente y el propuesto, si el trámite cambia alguno o el plan dice por qué no."""
    d = informe.descrito
    if not d.articulos and not d.sin_articulos:
        return None
    columnas = columnas_de(r, "articulo:12 texto_vigente:55 texto_propuesto:55 justificacion:40")
    filas = [
        (a.articulo, *(t or r("libro.sin_describir") for t in (a.vigente, a.propuesto, a.justificacion)))
        for a in d.articulos
    ]
    vacia = r("libro.el_plan_declara_que_no_cambia_articulos_moti", motivo=d.sin_articulos)
    return armar(r("libro.articulos"), r("libro.articulo_vigente_y_propuesto"), columnas, filas, vacia)


def hoja_de_aceptaciones(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por aceptación de la entrega, con lo que ampara hoy y lo que hay que revisar de ella."""
    columnas = columnas_de(
        r,
        "aceptacion:11 regla:18 elemento:14 razon:24 fundamento:18 firmante:15 fecha_de_la_firma:12 "
        "hasta_cuando:17 vale:18 que_ampara_hoy:36 que_revisar_de_ella:40",
    )
    a, vacia = informe.aceptaciones, r("libro.la_entrega_no_trae_aceptaciones")
    filas = [_aceptacion(x, a, informe, r) for x in a.aceptaciones] if a else []
    if a and a.ignoradas:
        vacia = r("aceptaciones.ignoradas")
    if a and a.ocultas:
        ocultas = r("libro.y_n_mas", n=a.ocultas), r("aceptaciones.ocultas", n=a.ocultas)
        filas.append((*ocultas, *("",) * (len(columnas) - 2)))
    return armar(r("libro.aceptaciones"), r("libro.aceptaciones_con_firma"), columnas, filas, vacia)


def _aceptacion(
    x: AceptacionInformada, a: AceptacionesInformadas, informe: Informe, r: Rotulos
) -> tuple[Celda, ...]:
    ampara = [frases.decir_amparado(h, r) for h in x.ampara] or [r("libro.no_ampara_nada")]
    ampara += [r("aceptaciones.no_ampara", hallazgo=frases.decir_amparado(h, r)) for h in x.sin_amparo]
    revisar = [f"{frases.decir_revision(h, r)} ({h.lugar})" for h in a.por_revisar_de(x.id)]
    return (
        x.id,
        x.regla,
        frases.decir_elemento(x, r),
        x.razon,
        x.fundamento,
        x.firmante,
        r.fecha(date.fromisoformat(x.fecha)),
        frases.decir_termino(x, r),
        frases.decir_estado(x, informe.regimen, r),
        "\n".join(ampara),
        "\n".join(revisar) or r("libro.nada_que_revisar"),
    )

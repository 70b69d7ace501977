"""Lo leído y lo comprobado llegan al plan: nada propuesto cuenta y nada puesto en duda se confirma."""

import pytest

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.aplicar import Aplicado, aplicar
from plomada.evidencia.comprobar import Entregado, comprobar
from plomada.evidencia.formatos import (
    Comprobacion,
    ContenidoPropuesto,
    EstadoDeComprobacion,
    LecturaDeEntrega,
    PasajePropuesto,
)
from plomada.evidencia.recorrido import evidencias_de
from plomada.modelo.plan import Plan
from tests.apoyo import CABECERA, PIE, correr, registro
from tests.apoyo import plan as leer_plan

FRASE = "El perímetro urbano parte del mojón uno junto al puente viejo"
OTRA = "La densidad máxima del suelo suburbano es de cinco viviendas"


def _plan(evidencia: str = "", resto: str = "", contenido: str = "contenido_uno") -> Plan:
    contenidos = (
        f"contenidos: {{{contenido}: {{estado: incluido, evidencia: [{evidencia}]}}}}\n" if evidencia else ""
    )
    return leer_plan(f"documentos: [{{id: D1, tipo: dts, archivo: a.pdf}}]\n{contenidos}{resto}").plan


def _sellada(plan: Plan, *trozos: str, huella: str = "h1") -> Comprobacion:
    entregado = Entregado("D1", "a.pdf", huella, "", Documento("a.pdf", "página", trozos, huella))
    hecha = comprobar(plan, {"D1": entregado})
    return hecha.model_copy(update={"sello": hecha.sellar()})


def _lectura(
    *ids: str, donde: tuple[str, ...] = ("acuerdo", "dts"), unidad: str = "página"
) -> LecturaDeEntrega:
    pasaje = PasajePropuesto(
        archivo="a.pdf", unidad=unidad, numero=7, puntaje=0.9, fragmento="lo hallado", documento="D1"
    )
    contenidos = tuple(ContenidoPropuesto(id=i, titulo=i, donde=donde, pasajes=(pasaje,)) for i in ids)
    return LecturaDeEntrega(clase="EOT", tramite="plan_nuevo", fecha="2026-01-01", contenidos=contenidos)


def _estados(hecho: Aplicado) -> list[str]:
    return [str(e.estado) for _, e in evidencias_de(hecho.plan)]


@pytest.mark.parametrize(
    ("escrito", "cita", "esperado"),
    [
        ("", FRASE, "comprobada"),
        ("declarada", FRASE, "comprobada"),
        ("comprobada", FRASE, "comprobada"),
        ("por_confirmar", FRASE, "por_confirmar"),
        ("no_hallada", FRASE, "comprobada"),
        ("", OTRA, "no_hallada"),
        ("declarada", OTRA, "no_hallada"),
        ("comprobada", OTRA, "no_hallada"),
        ("por_confirmar", OTRA, "no_hallada"),
        ("no_hallada", OTRA, "no_hallada"),
    ],
)
def test_la_comprobacion_pone_el_estado_y_no_confirma_lo_que_alguien_dejo_en_duda(
    escrito: str, cita: str, esperado: str
) -> None:
    estado = f", estado: {escrito}" if escrito else ""
    plan = _plan(f"{{documento: D1, pagina: 1, cita: {cita}{estado}}}")
    hecho = aplicar(plan, None, _sellada(plan, FRASE), {"D1": "h1"})
    assert _estados(hecho) == [esperado]
    codigos = [a.codigo for a in hecho.avisos]
    assert codigos == (["PLO-L158"] if (escrito, esperado) == ("comprobada", "no_hallada") else [])


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        ("", "None"),
        ("declarada", "declarada"),
        ("comprobada", "declarada"),
        ("por_confirmar", "por_confirmar"),
        ("no_hallada", "no_hallada"),
    ],
)
@pytest.mark.parametrize("huellas", [{"D1": "h2"}, {}])
def test_si_el_documento_cambio_vuelve_a_ser_declarada_y_se_avisa(
    escrito: str, esperado: str, huellas: dict[str, str]
) -> None:
    estado = f", estado: {escrito}" if escrito else ""
    plan = _plan(f"{{documento: D1, pagina: 1, cita: {FRASE}{estado}}}")
    hecho = aplicar(plan, None, _sellada(plan, FRASE), huellas)
    assert _estados(hecho) == [esperado]
    assert [a.codigo for a in hecho.avisos] == ["PLO-L157"]


def test_una_evidencia_sin_cita_no_queda_comprobada_aunque_la_pagina_exista() -> None:
    plan = _plan("{documento: D1, pagina: 1}")
    assert _estados(aplicar(plan, None, _sellada(plan, FRASE), {"D1": "h1"})) == ["None"]


def test_si_la_cita_la_pagina_o_la_ruta_cambian_lo_comprobado_no_vale() -> None:
    plan = _plan(f"{{documento: D1, pagina: 1, cita: {FRASE}}}")
    comprobada = _sellada(plan, FRASE)
    for otra in (
        _plan(f"{{documento: D1, pagina: 2, cita: {FRASE}}}"),
        _plan(f"{{documento: D1, pagina: 1, cita: {OTRA}}}"),
        _plan(f"{{documento: D1, pagina: 1, cita: {FRASE}}}", contenido="contenido_dos"),
    ):
        assert _estados(aplicar(otra, None, comprobada, {"D1": "h1"})) == ["None"]


def test_una_comprobacion_cambiada_a_mano_no_se_tiene_en_cuenta() -> None:
    plan = _plan(f"{{documento: D1, pagina: 1, cita: {OTRA}}}")
    hecha = _sellada(plan, FRASE)
    (mala,) = hecha.evidencias
    falsa = hecha.model_copy(
        update={"evidencias": (mala.model_copy(update={"estado": EstadoDeComprobacion.COMPROBADA}),)}
    )
    hecho = aplicar(plan, None, falsa, {"D1": "h1"})
    assert _estados(hecho) == ["None"] and [a.codigo for a in hecho.avisos] == ["PLO-L156"]


# -- propuestas ------------------------------------------------------------------------------------


def test_un_contenido_no_descrito_se_agrega_por_confirmar_y_nunca_cumple() -> None:
    hecho = aplicar(_plan(), _lectura("contenido_uno"), None, {})
    agregado = hecho.plan.contenidos["contenido_uno"]
    assert hecho.agregados == ("contenido_uno",) and agregado.estado == "por_confirmar"
    (evidencia,) = agregado.evidencia
    assert (evidencia.documento, evidencia.pagina, evidencia.cita) == ("D1", 7, "lo hallado")
    assert evidencia.estado == "por_confirmar" and "a.pdf, página 7 (0.90)" in str(agregado.nota)


def test_lo_que_el_plan_ya_describe_no_se_toca() -> None:
    plan = _plan("{documento: D1, pagina: 1}")
    assert aplicar(plan, _lectura("contenido_uno"), None, {}).plan is plan


def test_un_parrafo_de_word_no_se_vuelve_pagina_y_un_documento_sin_id_no_se_cita() -> None:
    lectura = _lectura("contenido_uno", unidad="párrafo")
    (evidencia,) = aplicar(_plan(), lectura, None, {}).plan.contenidos["contenido_uno"].evidencia
    assert (evidencia.documento, evidencia.pagina) == ("D1", None)
    sin_documentos = leer_plan().plan
    (suelta,) = (
        aplicar(sin_documentos, _lectura("contenido_uno"), None, {})
        .plan.contenidos["contenido_uno"]
        .evidencia
    )
    assert (suelta.documento, suelta.pagina) == (None, None)


@pytest.mark.parametrize(
    ("plan", "se_propone"),
    [
        ("plan: {clase: POT, tramite: plan_nuevo, revisado: [contenidos]}\n", False),
        ("plan: {clase: POT, tramite: plan_nuevo, revisado: [suelo]}\n", True),
        (
            "plan: {clase: POT, tramite: plan_nuevo}\n"
            "documentos: [{id: A, tipo: dts, revisado_completo: si}, "
            "{id: B, tipo: proyecto_de_acuerdo, revisado_completo: si}]\n",
            False,
        ),
        (
            "plan: {clase: POT, tramite: plan_nuevo}\n"
            "documentos: [{id: A, tipo: dts, revisado_completo: si}, {id: B, tipo: proyecto_de_acuerdo}]\n",
            True,
        ),
    ],
)
def test_una_propuesta_no_borra_lo_que_una_persona_reviso_y_no_hallo(plan: str, se_propone: bool) -> None:
    hecho = aplicar(leer_plan(plan).plan, _lectura("contenido_uno"), None, {})
    assert bool(hecho.agregados) is se_propone
    assert [a.codigo for a in hecho.avisos] == ([] if se_propone else ["PLO-L159"])


def test_con_una_propuesta_la_regla_no_consta_y_dice_que_esta_por_confirmar() -> None:
    texto = f"regla r\n{CABECERA}  exige contenido contenido_uno con evidencia\n{PIE}"
    sin = correr(texto, "", registro()).resultados[0]
    agregado = (
        "contenidos: {contenido_uno: {estado: por_confirmar, evidencia: "
        "[{documento: D1, pagina: 7, estado: por_confirmar}]}}\ndocumentos: [{id: D1}]\n"
    )
    con = correr(texto, agregado, registro()).resultados[0]
    assert sin.veredicto.value == con.veredicto.value == "no consta"
    assert con.hallazgos[0].modo == "por confirmar"

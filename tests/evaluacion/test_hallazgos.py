"""Todo hallazgo dice qué leyó, dónde, qué se esperaba y cómo se arregla; un fallo no tumba la revisión."""

import pytest

from plomada.evaluacion import funciones_de_cadena
from tests.apoyo import correr, regla, resultado

PROYECTOS = """medios:
  proyectos:
    - {id: P1, nombre: Vía, costo: 5 COP}
    - {id: P2, nombre: Parque, costo: 50 COP}
    - {id: P3, nombre: Puente}
"""
EXIGE = "cada p en medios.proyectos cumple p.costo <= 10 COP"


def test_hay_un_hallazgo_por_elemento_que_falla_o_no_consta() -> None:
    hallado = resultado(EXIGE, PROYECTOS)
    assert hallado.veredicto.value == "no cumple"
    assert (hallado.total, hallado.fallan, hallado.no_constan) == (3, 1, 1)
    assert [(h.elemento, h.veredicto.value, h.modo) for h in hallado.hallazgos] == [
        ("p P2", "no cumple", "incumple"),
        ("p P3", "no consta", "sin describir"),
    ]


def test_el_mensaje_lleva_las_cuentas_y_los_nombres() -> None:
    assert resultado(EXIGE, PROYECTOS).hallazgos[0].mensaje == "1 de 3: Parque (P2)."


def test_el_motivo_es_el_de_lo_mas_grave_aunque_no_venga_primero() -> None:
    al_reves = PROYECTOS.replace("costo: 50 COP", "plazo: corto").replace("Puente", "Puente, costo: 50 COP")
    hallado = resultado(EXIGE, al_reves)
    assert [h.veredicto.value for h in hallado.hallazgos] == ["no consta", "no cumple"]
    assert hallado.motivo == hallado.hallazgos[1].mensaje


def test_cada_dato_leido_lleva_su_ruta_su_valor_y_su_lugar() -> None:
    datos = {d.ruta: d for d in resultado(EXIGE, PROYECTOS).hallazgos[0].datos}
    costo = datos["medios.proyectos[P2].costo"]
    assert costo.valor == "50 pesos"
    assert costo.lugar == "plan.yaml:5:39"


def test_la_identidad_de_un_hallazgo_no_depende_de_lineas_ni_de_orden() -> None:
    al_reves = """medios:
  proyectos:


    - {id: P3, nombre: Puente}
    - {id: P2, nombre: Parque, costo: 50 COP}
    - {id: P1, nombre: Vía, costo: 5 COP}
"""
    antes = {h.identidad for h in resultado(EXIGE, PROYECTOS).hallazgos}
    despues = {h.identidad for h in resultado(EXIGE, al_reves).hallazgos}
    assert (
        antes
        == despues
        == {("regla-de-prueba", "p P2", "incumple"), ("regla-de-prueba", "p P3", "sin describir")}
    )


def test_un_cumple_tambien_se_explica() -> None:
    hallado = resultado("suelo.urbano.area <= 10 ha", "suelo: {urbano: {area: 4 ha}}")
    assert hallado.veredicto.value == "cumple"
    assert [(d.ruta, d.valor) for d in hallado.hallazgos[0].datos] == [("suelo.urbano.area", "4 ha")]


def test_una_combinacion_se_nombra_con_sus_valores() -> None:
    exige = (
        "para cada fenomeno en {inundacion, movimiento_en_masa} para cada ambito en {urbano, rural} "
        "algún e en riesgo.estudios cumple e.fenomeno = fenomeno y e.ambito = ambito"
    )
    yaml = "riesgo: {estudios: [{id: E1, fenomeno: inundacion, ambito: urbano}]}"
    assert {h.elemento for h in resultado(exige, yaml).hallazgos} == {
        "inundacion · rural", "movimiento_en_masa · urbano", "movimiento_en_masa · rural",
    }  # fmt: skip


def test_la_cadena_rota_dice_hasta_donde_llega_y_que_falta() -> None:
    yaml = """fines: {objetivos: [{id: O1}]}
medios:
  estrategias: [{id: E1, objetivos: [O1]}]
  proyectos: [{id: P1}]
"""
    exige = "cada objetivo en fines.objetivos se concreta en al menos 1 proyecto a través de estrategia"
    datos = [d.valor for d in resultado(exige, yaml).hallazgos[0].datos]
    assert "objetivo O1 → estrategia E1 → aquí se rompe: falta proyecto" in datos


def test_una_regla_que_revienta_es_error_y_las_demas_siguen(monkeypatch: pytest.MonkeyPatch) -> None:
    def reventar(*_: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(funciones_de_cadena, "f_sin_ciclos", reventar)
    texto = regla("cadena sin ciclos", "la-que-falla") + regla("municipio.nombre existe", "la-que-sigue")
    evaluacion = correr(texto, "municipio: {nombre: X}")
    assert [(r.regla, r.veredicto.value) for r in evaluacion.resultados] == [
        ("la-que-falla", "error"),
        ("la-que-sigue", "cumple"),
    ]
    mensaje = evaluacion.resultados[0].hallazgos[0].mensaje
    assert "Traceback" not in mensaje and "herramienta" in mensaje


def test_demasiadas_combinaciones_son_un_error_y_no_una_espera_sin_fin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from plomada.evaluacion import soporte

    monkeypatch.setattr(soporte, "TOPE_DE_COMBINACIONES", 8)
    exige = "cada a en medios.proyectos cumple cada b en medios.proyectos cumple a.id = b.id o a.id != b.id"
    exige = exige.replace("cumple cada b", "cumple (cada b") + ")"
    yaml = "medios: {proyectos: [{id: P1}, {id: P2}, {id: P3}]}"
    anidada = "para cada a en medios.proyectos para cada b en medios.proyectos a.id = b.id o a.id != b.id"
    assert resultado(anidada, yaml).veredicto.value == "error"
    assert resultado(exige, yaml).veredicto.value in {"cumple", "error"}


PREGUNTA = """regla la-pregunta
  titulo "t"
  fundamento R-1
  analisis coherencia
  competencia general
  aplica a todo municipio
  pregunta "¿Está bien?"
  guia "Mire."
  caso "c"
    plan.clase: POT
    espera requiere concepto
fin regla
"""


@pytest.mark.parametrize(
    ("juicios", "espera"),
    [
        ("", "requiere concepto"),
        ("{id: J1, regla: la-pregunta, respuesta: cumple, autor: Ana, soporte: D1}", "cumple"),
        ("{id: J1, regla: la-pregunta, respuesta: no_cumple, autor: Ana, soporte: D1}", "no cumple"),
        ("{id: J1, regla: la-pregunta, respuesta: cumple, soporte: D1}", "requiere concepto"),
        ("{id: J1, regla: la-pregunta, respuesta: cumple, autor: Ana}", "requiere concepto"),
        ("{id: J1, regla: otra, respuesta: cumple, autor: Ana, soporte: D1}", "requiere concepto"),
        (
            "{id: J1, regla: la-pregunta, respuesta: cumple, autor: Ana, soporte: D1}, "
            "{id: J2, regla: la-pregunta, respuesta: no_cumple, autor: Leo, soporte: D1}",
            "requiere concepto",
        ),
    ],
)
def test_una_pregunta_solo_se_da_por_respondida_con_autor_y_soporte(juicios: str, espera: str) -> None:
    hallado = correr(PREGUNTA, f"documentos: [{{id: D1}}]\njuicios: [{juicios}]").resultados[0]
    assert hallado.veredicto.value == espera
    assert bool(hallado.por_juicio_de) == (espera in {"cumple", "no cumple"})


def test_los_valores_entre_llaves_se_leen_con_sus_tildes_y_se_identifican_sin_ellas() -> None:
    texto = regla(
        "para cada fenomeno en {avenida_torrencial} algún e en riesgo.estudios cumple e.fenomeno = fenomeno"
    ).replace("{n_fallan} de", "Falta {fenomeno}. {n_fallan} de")
    yaml = "riesgo: {estudios: [{id: E1, fenomeno: inundacion}]}"
    hallado = correr(texto, yaml).resultados[0].hallazgos[0]
    assert hallado.elemento == "avenida_torrencial"
    assert hallado.mensaje == "Falta avenida torrencial. 1 de 1: avenida torrencial."


def test_el_termino_no_corre_mientras_se_responde_un_requerimiento() -> None:
    aa = "proceso.autoridad_ambiental"
    exige = f"días hábiles entre {aa}.radicado y {aa}.acta <= 2 días hábiles"
    fechas = "autoridad_ambiental: {radicado: 2026-02-02, acta: 2026-02-06}"
    sin = f"proceso: {{{fechas}}}"
    con = f"proceso: {{{fechas}, requerimientos: [{{id: Q1, fecha: 2026-02-03, respuesta: 2026-02-04}}]}}"
    assert (resultado(exige, sin).veredicto.value, resultado(exige, con).veredicto.value) == (
        "no cumple",
        "cumple",
    )


def test_un_requerimiento_ambiental_no_descuenta_los_terminos_que_corren_despues_del_acta() -> None:
    exige = "días hábiles entre proceso.ctp.radicado y proceso.ctp.concepto <= 2 días hábiles"
    ctp = "ctp: {radicado: 2026-02-09, concepto: 2026-02-13}"
    pedido = "requerimientos: [{id: Q1, fecha: 2026-02-03, respuesta: 2026-02-12}]"
    con_acta = f"proceso: {{autoridad_ambiental: {{acta: 2026-02-06}}, {ctp}, {pedido}}}"
    assert resultado(exige, con_acta).veredicto.value == "no cumple"
    suspendido = "suspensiones: [{id: S1, desde: 2026-02-10, hasta: 2026-02-12, motivo: paro}]"
    assert resultado(exige, f"proceso: {{{ctp}, {suspendido}}}").veredicto.value == "cumple"

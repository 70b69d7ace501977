"""La promesa principal: un dato que falta nunca termina en «cumple»."""

import pytest

from tests.apoyo import plan, registro, regla, requisito, resultado, veredicto

COMPARACION = "suelo.urbano.area <= 10 ha"


@pytest.mark.parametrize(
    ("yaml", "espera"),
    [
        ("", "no consta"),
        ("suelo: {urbano: {}}", "no consta"),
        ("suelo: {urbano: {area: 10 ha}}", "cumple"),
        ("suelo: {urbano: {area: 0.1 km2}}", "cumple"),
        ("suelo: {urbano: {area: 10.01 ha}}", "no cumple"),
        ("suelo: {urbano: {area: {no_hay: sin medir}}}", "no cumple"),
        ("suelo: {urbano: {no_hay: todo es rural}}", "no cumple"),
    ],
)
def test_una_comparacion_distingue_las_tres_maneras_de_no_estar(yaml: str, espera: str) -> None:
    assert veredicto(COMPARACION, yaml) == espera


@pytest.mark.parametrize(
    "exige", ["no suelo.urbano.area <= 10 ha", "suelo.urbano.area != 10 ha", "suelo.urbano.area > 1 ha"]
)
@pytest.mark.parametrize("yaml", ["", "suelo: {urbano: {area: {no_hay: sin medir}}}"])
def test_negar_no_convierte_un_dato_que_falta_en_cumplimiento(exige: str, yaml: str) -> None:
    assert veredicto(exige, yaml) != "cumple"


@pytest.mark.parametrize(
    "exige",
    [
        "cada p en medios.proyectos cumple p.costo existe",
        "algún p en medios.proyectos cumple p.costo existe",
        "ningún p en medios.proyectos cumple p.costo existe",
        "al menos 2 p en medios.proyectos cumple p.costo existe",
        "suma de p.costo para cada p en medios.proyectos <= 100 COP",
        "cuenta de p en medios.proyectos <= 100",
        "mínimo de p.costo para cada p en medios.proyectos <= 100 COP",
        "máximo de p.costo para cada p en medios.proyectos <= 100 COP",
        "porcentaje de p en medios.proyectos que cumplen (p.costo existe) <= 100 %",
        "cada p en medios.proyectos llega hasta objetivo",
        "cadena sin ciclos",
    ],
)
@pytest.mark.parametrize(
    ("yaml", "espera"),
    [
        ("", "no consta"),
        ("medios: {proyectos: []}", "no consta"),
    ],
)
def test_sobre_cero_elementos_nada_se_cumple(exige: str, yaml: str, espera: str) -> None:
    assert veredicto(exige, yaml) == espera


@pytest.mark.parametrize(
    "exige",
    [
        "cada p en medios.proyectos con p.plazo = corto cumple p.costo existe",
        "ningún p en medios.proyectos con p.plazo = corto cumple p.costo existe",
        "suma de p.costo para cada p en medios.proyectos con (p.plazo = corto) <= 100 COP",
    ],
)
def test_un_filtro_que_no_deja_elementos_es_no_consta(exige: str) -> None:
    assert veredicto(exige, "medios: {proyectos: [{id: P1, plazo: largo, costo: 1 COP}]}") == "no consta"


def test_una_lista_declarada_inexistente_no_cumple_donde_es_obligatoria() -> None:
    hallado = resultado(
        "cada p en medios.proyectos cumple p.costo existe", "medios: {proyectos: {no_hay: no hay proyectos}}"
    )
    assert hallado.veredicto.value == "no cumple"
    assert hallado.hallazgos[0].modo == "declarado que no hay"


def test_una_lista_declarada_inexistente_no_aplica_donde_el_requisito_lo_admite() -> None:
    reg = registro(requisito(admite_no_aplica="siempre"))
    yaml = "medios: {proyectos: {no_hay: no hay proyectos}}"
    assert veredicto("cada p en medios.proyectos cumple p.costo existe", yaml, reg=reg) == "no aplica"


@pytest.mark.parametrize(
    ("expansion", "espera"),
    [
        ("expansion: {no_hay: no se prevé}", "no aplica"),
        ("expansion: {area: 3 ha}", "no cumple"),
        ("rural: {area: 3 ha}", "requiere concepto"),
    ],
)
def test_la_condicion_con_que_se_admite_no_aplica_se_evalua(expansion: str, espera: str) -> None:
    reg = registro(requisito(admite_no_aplica="suelo.expansion no existe"))
    yaml = f"suelo: {{{expansion}}}\nmedios: {{proyectos: {{no_hay: no hay}}}}"
    assert veredicto("cada p en medios.proyectos cumple p.costo existe", yaml, reg=reg) == espera


def test_un_elemento_que_no_aplica_no_tapa_a_otro_que_no_consta() -> None:
    reg = registro(requisito(admite_no_aplica="siempre"))
    yaml = "medios: {proyectos: [{id: P1, costo: {no_hay: gratis}}, {id: P2}]}"
    hallado = resultado("cada p en medios.proyectos cumple p.costo <= 5 COP", yaml, reg=reg)
    assert hallado.veredicto.value == "no consta"
    assert (hallado.no_aplican, hallado.no_constan) == (1, 1)


def test_un_bloque_revisado_por_completo_convierte_lo_no_hallado_en_incumplimiento() -> None:
    yaml = "plan: {clase: POT, tramite: plan_nuevo, revisado: [suelo]}"
    hallado = resultado(COMPARACION, yaml)
    assert hallado.veredicto.value == "no cumple"
    assert hallado.hallazgos[0].modo == "ausente en lo revisado"


@pytest.mark.parametrize(("revisado", "espera"), [("medios", "no cumple"), ("suelo", "no consta")])
def test_lo_revisado_alcanza_a_los_datos_de_cada_elemento(revisado: str, espera: str) -> None:
    cabeza = f"plan: {{clase: POT, tramite: plan_nuevo, revisado: [{revisado}]}}"
    yaml = f"{cabeza}\nmedios: {{proyectos: [{{id: P1}}]}}"
    assert veredicto("cada p en medios.proyectos cumple p.costo <= 5 COP", yaml) == espera
    anidada = "cada p en medios.proyectos cumple (algún o2 en p.objetivos cumple o2 existe)"
    assert veredicto(anidada, yaml) == espera


@pytest.mark.parametrize(
    ("documentos", "espera"),
    [
        ("", "no consta"),
        ("documentos: [{id: D1, tipo: proyecto_de_acuerdo}]", "no consta"),
        ("documentos: [{id: D1, tipo: dts, revisado_completo: si}]", "no consta"),
        ("documentos: [{id: D1, tipo: proyecto_de_acuerdo, revisado_completo: si}]", "no cumple"),
    ],
)
def test_un_contenido_que_no_se_hallo_en_el_documento_leido_entero_no_cumple(
    documentos: str, espera: str
) -> None:
    assert veredicto("contenido contenido_uno con evidencia", documentos) == espera


def test_lo_revisado_de_un_bloque_no_alcanza_a_otro() -> None:
    yaml = "plan: {clase: POT, tramite: plan_nuevo, revisado: [medios]}"
    assert veredicto(COMPARACION, yaml) == "no consta"


def test_una_condicion_de_aplicabilidad_desconocida_es_no_consta_aunque_se_haya_revisado() -> None:
    yaml = "plan: {clase: POT, tramite: plan_nuevo, revisado: [suelo]}\nmunicipio: {nombre: X}"
    hallado = resultado("municipio.nombre existe", yaml, antes="  cuando suelo.expansion existe\n")
    assert hallado.veredicto.value == "no consta"
    assert hallado.hallazgos[0].modo == "no se sabe si aplica"


@pytest.mark.parametrize(
    ("condicion", "espera"),
    [
        ("expansion: {area: 1 ha}", "no aplica"),
        ("expansion: {no_hay: no}", "cumple"),
        ("rural: {area: 1 ha}", "no consta"),
    ],
)
def test_salvo_que_cierto_excluye_falso_deja_y_desconocido_no_consta(condicion: str, espera: str) -> None:
    yaml = f"municipio: {{nombre: X}}\nsuelo: {{{condicion}}}"
    antes = '  salvo que suelo.expansion existe porque "hay expansión"\n'
    assert veredicto("municipio.nombre existe", yaml, antes=antes) == espera


CONTENIDO = "contenido contenido_uno con evidencia"


@pytest.mark.parametrize(
    ("contenido", "espera", "modo"),
    [
        ("", "no consta", "sin describir"),
        ("{estado: incluido}", "no consta", "sin evidencia"),
        ("{estado: incluido, evidencia: [{cita: algo}]}", "no consta", "sin evidencia"),
        ("{estado: incluido, evidencia: [{pagina: 3}]}", "no consta", "sin evidencia"),
        ("{estado: incluido, evidencia: [{articulo: 3}]}", "cumple", ""),
        (
            "{estado: incluido, evidencia: [{articulo: 3, estado: no_hallada}]}",
            "no consta",
            "cita no hallada",
        ),
        (
            "{estado: incluido, evidencia: [{articulo: 3, estado: por_confirmar}]}",
            "no consta",
            "por confirmar",
        ),
        ("{estado: por_confirmar, evidencia: [{articulo: 3}]}", "no consta", "por confirmar"),
        ("{estado: parcial, evidencia: [{articulo: 3}]}", "no cumple", "parcial"),
        ("{estado: no_incluido}", "no cumple", "incumple"),
        ("{estado: no_aplica, motivo: no hay}", "no cumple", "declarado que no hay"),
    ],
)
def test_un_contenido_solo_cuenta_con_evidencia_que_se_pueda_ir_a_mirar(
    contenido: str, espera: str, modo: str
) -> None:
    yaml = f"contenidos: {{contenido_uno: {contenido}}}" if contenido else ""
    hallado = resultado(CONTENIDO, yaml)
    assert (hallado.veredicto.value, hallado.hallazgos[0].modo) == (espera, modo)


@pytest.mark.parametrize(
    ("evidencia", "espera", "modo"),
    [
        ("{documento: T, pagina: 3}", "no cumple", "fuera del articulado"),
        ("{documento: T, pagina: 3}, {articulo: 4}", "cumple", ""),
        ("{documento: T, pagina: 3}, {documento: A, pagina: 1}", "cumple", ""),
        ("{documento: A, pagina: 1}", "cumple", ""),
        ("{documento: S, pagina: 1}", "cumple", ""),
        ("{plano: CG-01}", "cumple", ""),
    ],
)
def test_una_norma_que_solo_esta_en_el_documento_tecnico_no_esta_en_el_articulado(
    evidencia: str, espera: str, modo: str
) -> None:
    documentos = "documentos: [{id: T, tipo: dts}, {id: A, tipo: proyecto_de_acuerdo}, {id: S}]"
    yaml = f"{documentos}\ncontenidos: {{contenido_uno: {{estado: incluido, evidencia: [{evidencia}]}}}}"
    hallado = resultado(CONTENIDO, yaml)
    assert (hallado.veredicto.value, hallado.hallazgos[0].modo) == (espera, modo)


def test_lo_incluido_sin_comprobar_se_cuenta_como_declarado() -> None:
    declarado = resultado(
        CONTENIDO, "contenidos: {contenido_uno: {estado: incluido, evidencia: [{articulo: 3}]}}"
    )
    comprobado = resultado(
        CONTENIDO,
        "contenidos: {contenido_uno: {estado: incluido, evidencia: [{articulo: 3, estado: comprobada}]}}",
    )
    assert (declarado.declarado, comprobado.declarado) == (True, False)


def test_pesos_de_anios_distintos_no_se_comparan() -> None:
    yaml = "medios: {proyectos: [{id: P1, costo: 5 COP de 2023}]}"
    assert veredicto("cada p en medios.proyectos cumple p.costo <= 10 COP de 2024", yaml) == "no consta"


def test_dividir_por_cero_es_no_consta() -> None:
    yaml = "suelo: {urbano: {area: 1 ha}, rural: {area: 0 ha}}"
    assert veredicto("suelo.urbano.area / suelo.rural.area <= 1", yaml) == "no consta"


def test_con_solo_areas_no_se_sabe_si_un_poligono_esta_dentro_de_otro() -> None:
    exige = "suelo.perimetro_urbano dentro de suelo.perimetro_servicios"

    def con(urbano: str, servicios: str) -> str:
        return veredicto(exige, f"suelo: {{perimetro_urbano: {urbano}, perimetro_servicios: {servicios}}}")

    assert con("{area: 410 ha}", "{area: 410 ha}") == "no consta"
    assert con("{area: 409 ha}", "{area: 410 ha}") == "no consta"
    assert con("{area: 411 ha}", "{area: 410 ha}") == "no cumple"
    assert con("{area: 410 ha}", "{area: 410 ha, certifica_cobertura: si}") == "cumple"
    assert con("{area: 411 ha}", "{area: 410 ha, certifica_cobertura: si}") == "no cumple"


def test_lo_que_no_se_declara_no_exceptua_y_sin_soporte_no_consta() -> None:
    exige = (
        "para cada fenomeno en {inundacion} para cada ambito en {urbano} "
        "riesgo declara sin_area_de_estudio para fenomeno, ambito"
    )
    declarada = "{id: S1, fenomeno: inundacion, ambito: urbano"
    assert veredicto(exige) == "no cumple"
    assert veredicto(exige, f"riesgo: {{sin_area_de_estudio: [{declarada}}}]}}") == "no consta"
    con_soporte = f"documentos: [{{id: D1}}]\nriesgo: {{sin_area_de_estudio: [{declarada}, soporte: D1}}]}}"
    assert veredicto(exige, con_soporte) == "cumple"


def test_las_reglas_de_juguete_cargan_y_el_plan_tambien() -> None:
    assert plan().plan.plan.clase.value == "POT"
    assert regla("municipio.nombre existe").startswith("regla ")

"""Contraejemplos que halló la prueba diferencial, cada uno por una causa distinta."""

import pytest

from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from tests.apoyo import correr, paquete, plan, registro, regla, resultado, veredicto

DOS = "medios: {proyectos: [{id: P1, %s}, {id: P2, %s}]}"


def test_si_no_se_sabe_quien_pasa_el_filtro_cumplir_no_consta() -> None:
    exige = "cada p en medios.proyectos con p.plazo = corto cumple p.es_de_riesgo"
    assert veredicto(exige, "medios: {proyectos: [{id: P1, plazo: largo, es_de_riesgo: si}]}") == "no consta"
    assert veredicto(exige, "medios: {proyectos: [{id: P1, es_de_riesgo: si}]}") == "no consta"
    assert veredicto(exige, DOS % ("plazo: corto, es_de_riesgo: si", "es_de_riesgo: si")) == "cumple"


@pytest.mark.parametrize("cuantos", ["algún", "al menos 1"])
def test_si_no_se_sabe_quien_pasa_el_filtro_incumplir_tampoco_consta(cuantos: str) -> None:
    exige = f"{cuantos} p en medios.proyectos con p.plazo = corto cumple p.es_de_riesgo"
    assert veredicto(exige, "medios: {proyectos: [{id: P1, es_de_riesgo: no}]}") == "no consta"
    assert veredicto(exige, DOS % ("plazo: corto, es_de_riesgo: no", "es_de_riesgo: no")) == "no cumple"


def test_un_recorrido_interior_sin_elementos_no_se_calla() -> None:
    cada_fuente = "cada f en e.fuentes con f.fuente existe cumple f.monto existe"
    exige = f"cada e en programa_ejecucion.entradas cumple {cada_fuente}"
    yaml = """programa_ejecucion:
  entradas:
  - {id: E1, fuentes: [{id: F1, fuente: propia, monto: 1 COP}]}
  - {id: E2, fuentes: [{id: F2, fuente: {no_hay: "aún no"}}]}
"""
    r = resultado(exige, yaml)
    assert r.veredicto.value == "no consta"
    assert [(h.elemento, h.causa) for h in r.hallazgos] == [("e E2", "ninguno tras el filtro")]


def test_lo_que_falta_manda_sobre_lo_declarado_inexistente_tambien_en_un_filtro() -> None:
    exige = "cada p en medios.proyectos con p.plazo = corto cumple p.costo <= 5 COP"
    r = resultado(exige, 'medios: {proyectos: [{id: P1, plazo: {no_hay: "x"}}]}')
    assert (r.veredicto.value, r.hallazgos[0].causa) == ("no consta", "sin describir")


def test_el_dinero_de_una_lista_de_valores_se_compara_por_su_monto() -> None:
    exige = "plan_desarrollo.total_plurianual es uno de {1000000 COP de 2024, 5 COP de 2020}"
    assert veredicto(exige, "plan_desarrollo: {total_plurianual: 1 millones COP de 2024}") == "cumple"
    assert veredicto(exige, "plan_desarrollo: {total_plurianual: 7 COP de 2024}") == "no consta"
    negada = exige.replace("es uno de", "no es uno de").replace(", 5 COP de 2020", "")
    assert veredicto(negada, "plan_desarrollo: {total_plurianual: 1 millones COP de 2024}") == "no cumple"
    assert veredicto(negada, "plan_desarrollo: {total_plurianual: 2 millones COP de 2024}") == "cumple"
    assert veredicto(negada, "plan_desarrollo: {total_plurianual: 1 millones COP de 2019}") == "no consta"


def test_la_tolerancia_en_pesos_de_otro_anio_no_sirve() -> None:
    exige = "plan_desarrollo.total_plurianual = 10 COP de 2024 ± 5 COP de %s"
    yaml = "plan_desarrollo: {total_plurianual: 12 COP de 2024}"
    assert veredicto(exige % 2024, yaml) == "cumple"
    assert veredicto(exige % 2020, yaml) == "no consta"


def test_una_lista_vacia_con_nombre_propio_tampoco_existe() -> None:
    define = "define mis_proyectos\n  es medios.proyectos\nfin define\n\n"
    evaluacion = correr(define + regla("mis_proyectos existe"), "medios: {proyectos: []}")
    assert evaluacion.resultados[0].veredicto.value == "no consta"


@pytest.mark.parametrize("plazo", ["6 meses", "9000 años", "30 días calendario", "30 días hábiles"])
def test_un_plazo_que_se_sale_del_calendario_no_consta(plazo: str) -> None:
    r = resultado(f"proceso.inicio + {plazo} >= 2020-01-01", "proceso: {inicio: 9999-12-31}")
    assert (r.veredicto.value, r.hallazgos[0].causa) == ("no consta", "no demostrable")


def test_basta_una_declaracion_con_soporte_en_cualquier_orden() -> None:
    exige = "cada fenomeno en {inundacion} cumple riesgo declara sin_area_de_estudio para fenomeno"
    con, sin = "{id: S1, fenomeno: inundacion, soporte: D1}", "{id: S2, fenomeno: inundacion}"
    documentos = "documentos: [{id: D1}]\n"
    for lista in (f"[{con}, {sin}]", f"[{sin}, {con}]"):
        assert veredicto(exige, f"{documentos}riesgo: {{sin_area_de_estudio: {lista}}}") == "cumple"
    assert veredicto(exige, f"riesgo: {{sin_area_de_estudio: [{sin}]}}") == "no consta"


def test_llegar_a_un_nivel_sin_elementos_no_consta() -> None:
    exige = "cada ob en fines.objetivos se concreta en al menos 1 proyecto"
    assert veredicto(exige, "fines: {objetivos: [{id: O1}]}\nmedios: {proyectos: []}") == "no consta"
    assert veredicto(exige, "fines: {objetivos: [{id: O1}]}\nmedios: {proyectos: [{id: P1}]}") == "no cumple"


def test_callar_un_area_no_mejora_el_veredicto_del_perimetro() -> None:
    exige = "suelo.perimetro_urbano dentro de suelo.perimetro_servicios"
    certificado = "perimetro_servicios: {area: 410 ha, certifica_cobertura: si}"
    assert veredicto(exige, f"suelo: {{perimetro_urbano: {{area: 411 ha}}, {certificado}}}") == "no cumple"
    assert veredicto(exige, f"suelo: {{perimetro_urbano: {{}}, {certificado}}}") == "no consta"


@pytest.mark.parametrize("vision", ["", 'fines: {vision: {no_hay: "x"}}'])
def test_la_cadena_de_una_vision_que_no_esta_se_explica_sin_fallar(vision: str) -> None:
    assert veredicto("fines.vision se concreta en al menos 1 objetivo", vision) in {"no consta", "no cumple"}


def test_una_variable_interna_con_el_nombre_de_la_cabeza_no_confunde_la_evidencia() -> None:
    antes = "  cuando algún x en programa_ejecucion.entradas cumple x.costo existe\n"
    yaml = "programa_ejecucion: {entradas: [{id: E1, costo: 1 COP}]}\nfines: {objetivos: [{id: O1}]}"
    r = resultado("cada x en fines.objetivos cumple x.texto existe", yaml, antes)
    assert r.veredicto.value == "no consta"
    assert [d.ruta for d in r.hallazgos[0].datos] == [
        "programa_ejecucion.entradas",
        "fines.objetivos",
        "fines.objetivos[O1].texto",
    ]


def test_una_excepcion_que_depende_de_algo_declarado_inexistente_no_excusa() -> None:
    antes = '  salvo que p.es_de_riesgo porque "es de riesgo"\n'
    exige = "cada p en medios.proyectos cumple p.costo existe"
    r = resultado(exige, 'medios: {proyectos: [{id: P1, es_de_riesgo: {no_hay: "x"}}]}', antes)
    assert (r.veredicto.value, r.hallazgos[0].causa) == ("no consta", "no demostrable")


def test_la_causa_de_una_suma_no_depende_del_orden_de_la_lista() -> None:
    exige = "suma de p.costo para cada p en medios.proyectos <= 9 COP de 2024"
    tres = ["{id: P1, costo: 1 COP de 2024}", "{id: P2, costo: 1 COP de 2020}", "{id: P3}"]
    causas = {
        resultado(exige, f"medios: {{proyectos: [{', '.join(orden)}]}}").hallazgos[0].causa
        for orden in (tres, tres[::-1], [tres[2], *tres[:2]])
    }
    assert len(causas) == 1


def test_doce_recorridos_anidados_compilan_y_trece_se_rechazan() -> None:
    def anidados(n: int) -> str:
        de = ["medios.proyectos", *(f"p{i}.depende_de" for i in range(n - 1))]
        return (
            " ".join(f"cada p{i} en {de[i]} con p{i}.programa.plazo = corto cumple" for i in range(n))
            + " p0.costo existe"
        )

    assert paquete(regla(anidados(12)))
    leido = analizar(regla(anidados(13)), "x")
    assert leido.valor is not None
    hallados = comprobar(leido.valor, construir_esquema(registro()), {}).diagnosticos
    assert [d.codigo for d in hallados] == ["PLO-T317"]


def test_una_cuenta_larga_sobre_rutas_hondas_compila_y_se_evalua() -> None:
    suma = " + ".join(["p.programa_pdt.recursos"] * 23)
    honda = "(p.programa_pdt.recursos + " * 11 + "p.programa_pdt.recursos" + ")" * 11
    yaml = """plan_desarrollo: {programas: [{id: G1, recursos: 2 COP}]}
medios: {proyectos: [{id: P1, programa_pdt: G1}]}
"""
    exige = f"cada p en medios.proyectos cumple {suma} = 46 COP y {honda} = 24 COP"
    assert veredicto(exige, yaml) == "cumple"
    assert plan(yaml)

"""Del árbol al plan: las tres maneras de no estar, los lugares y todas las fallas de una vez."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.enlaces import citas_perdidas
from plomada.cargadores.plan import PlanCargado, validar_plan
from plomada.cargadores.recorrido import Recorrido
from plomada.cargadores.sugerencias import Sugeridor
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.modelo.formas import Forma, rutas
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad

EJEMPLO = (Path(__file__).parent / "datos" / "ejemplo.yaml").read_bytes()
BASE = "plan: {clase: EOT, tramite: plan_nuevo}\n"


def validar(texto: str | bytes) -> Lectura[PlanCargado]:
    leido = leer_yaml(texto if isinstance(texto, bytes) else texto.encode(), "plan.yaml")
    assert leido.valor is not None, leido.diagnosticos
    return validar_plan(leido.valor)


def plan(texto: str) -> Plan:
    leido = validar(BASE + texto)
    assert leido.valor is not None, leido.diagnosticos
    return leido.valor.plan


def unico(texto: str) -> Diagnostico:
    leido = validar(BASE + texto)
    assert leido.valor is None
    assert len(leido.diagnosticos) == 1, leido.diagnosticos
    return leido.diagnosticos[0]


def resumen(d: Diagnostico) -> tuple[str, int, int]:
    assert d.tramo is not None
    return d.codigo, d.tramo.linea, d.tramo.columna


def test_el_ejemplo_completo_se_lee_sin_problemas() -> None:
    leido = validar(EJEMPLO)
    assert leido.diagnosticos == ()
    assert leido.valor is not None
    p = leido.valor.plan
    assert p.municipio.codigo == "05001"
    assert p.municipio.es_distrito is False
    assert p.cartografia is not None and not isinstance(p.cartografia, NoHay)
    assert p.cartografia[0].escala == Cantidad(Decimal(25), "escala")
    assert p.contenidos["objetivos_largo_plazo"].evidencia[0].articulo == "5"
    assert p.proceso.dias_no_habiles == (date(2026, 4, 30),)


def test_las_tres_maneras_de_no_estar_no_se_confunden() -> None:
    p = plan(
        "suelo:\n  urbano: {area: 410 ha}\n  expansion: {no_hay: ' cabe adentro '}\n  rural: {no_aplica: x}\n"
    )
    assert p.suelo.suburbano is None
    assert p.suelo.expansion == NoHay("cabe adentro")
    assert p.suelo.rural == NoHay("x")
    assert p.suelo.urbano is not None and not isinstance(p.suelo.urbano, NoHay)
    assert p.suelo.urbano.area == Cantidad(Decimal(410), "ha")


def test_lista_sin_describir_vacia_y_declarada_inexistente_son_tres_cosas() -> None:
    assert plan("").documentos is None
    assert plan("documentos:\n").documentos is None
    assert plan("documentos: []\n").documentos == ()
    assert plan("documentos: {no_hay: Nadie los entregó}\n").documentos == NoHay("Nadie los entregó")


@pytest.mark.parametrize(
    "escrito", ["{no_hay: }", '{no_hay: ""}', "{no_hay: ' '}", "{no_hay: [a]}", "{no_hay: x, area: 1 ha}"]
)
def test_una_ausencia_sin_motivo_o_con_datos_se_rechaza(escrito: str) -> None:
    assert resumen(unico(f"suelo: {{urbano: {escrito}}}\n")) == ("PLO-D111", 2, 17)


def test_los_bloques_existen_aunque_nadie_los_escriba() -> None:
    p = plan("")
    assert p.suelo.urbano is None
    assert p.fines.objetivos is None
    assert p.riesgo.estudios is None
    assert dict(p.contenidos) == {}
    assert plan("suelo:\n").suelo == p.suelo


def test_el_plan_no_se_puede_cambiar() -> None:
    p = plan("contenidos: {a: {estado: incluido}}\n")
    with pytest.raises(ValueError, match="frozen"):
        p.suelo = p.suelo  # type: ignore[misc]
    with pytest.raises(TypeError):
        p.contenidos["b"] = p.contenidos["a"]  # type: ignore[index]


def test_no_es_texto_donde_se_espera_texto_y_falso_donde_se_espera_si_o_no() -> None:
    p = plan("municipio: {nombre: no, es_distrito: no, tiene_paramo: Sí}\n")
    assert (p.municipio.nombre, p.municipio.es_distrito, p.municipio.tiene_paramo) == ("no", False, True)


@pytest.mark.parametrize(
    ("texto", "codigo", "columna"),
    [
        ("municipio: {area: 410}", "PLO-D104", 19),
        ("municipio: {area: '1,5 ha'}", "PLO-D104", 19),
        ("municipio: {area: 30.000 ha}", "PLO-D104", 19),
        ("municipio: {area: -3 ha}", "PLO-D104", 19),
        ("municipio: {area: 3 leguas}", "PLO-D104", 19),
        ("municipio: {area: 3 m}", "PLO-D105", 19),
        ("municipio: {area: 20 %}", "PLO-D105", 19),
        ("municipio: {area: [3 ha]}", "PLO-D110", 19),
        ("municipio: {area: {valor: 3 ha}}", "PLO-D110", 19),
        ("municipio: {es_distrito: true}", "PLO-D108", 26),
        ("municipio: {es_distrito: 0}", "PLO-D108", 26),
        ('municipio: {nombre: ""}', "PLO-D109", 21),
        ("municipio: {nombre: null}", "PLO-D116", 21),
        ("municipio: {nombre: ~}", "PLO-D116", 21),
        ("municipio: Medellín", "PLO-D110", 12),
        ("municipio: [a]", "PLO-D110", 12),
        ("municipio: {poblacion: 3}", "PLO-D110", 24),
        ("municipio: {poblacion: {total: 3 hab}}", "PLO-D110", 24),
        ("municipio: {poblacion: [3]}", "PLO-D110", 25),
        ("municipio: {poblacion: [{id: p, anio: 20.5}]}", "PLO-D107", 39),
        ("municipio: {poblacion: [{id: p, anio: 18}]}", "PLO-D107", 39),
        ("municipio: {poblacion: [{id: p, anio: 1e3}]}", "PLO-D107", 39),
        ("municipio: {poblacion: [{id: un id}]}", "PLO-D112", 30),
        ("municipio: {poblacion: [{id: 'p]'}]}", "PLO-D112", 30),
        ("municipio: {poblacion: [{anio: 2018}]}", "PLO-D102", 25),
        ("municipio: {nombre_: X}", "PLO-D101", 13),
        ("municipos: {nombre: X}", "PLO-D101", 1),
        ("suelo: {no_hay: x}", "PLO-D101", 9),
        ("proceso: {inicio: 2024-02-30}", "PLO-D106", 19),
        ("proceso: {inicio: 01/02/2024}", "PLO-D106", 19),
        ("proceso: {etapa: radicación}", "PLO-D103", 18),
        ("proceso: {suspensiones: [{id: s, desde: 2024-02-03, hasta: 2024-02-01}]}", "PLO-D115", 26),
        ("contenidos: {a: {estado: no_aplica}}", "PLO-D111", 17),
        ("contenidos: {a: {estado: no_aplica, motivo: {no_hay: x}}}", "PLO-D111", 17),
        ("municipio: {codigo: 5001}", "PLO-D119", 21),
        ("municipio: {codigo: 050011}", "PLO-D119", 21),
        ("municipio: {codigo: 0500A}", "PLO-D119", 21),
        ("contenidos: {a: {}}", "PLO-D102", 17),
        ("contenidos: {a: incluido}", "PLO-D110", 17),
        ("contenidos: [a]", "PLO-D110", 13),
        ("fines: {objetivos: [{id: O, problemas: [P]}]}", "PLO-D114", 41),
        ("documentos: [{id: d, evidencia: {pagina: 3}}]", "PLO-D110", 33),
        ("documentos: [{id: d, evidencia: [{pagina: tres}]}]", "PLO-D107", 43),
        ("vivienda: {deficit_cuantitativo: " + "9" * 90 + " viv}", "PLO-D104", 34),
    ],
)
def test_cada_dato_malo_da_un_diagnostico_en_su_lugar(texto: str, codigo: str, columna: int) -> None:
    d = unico(texto + "\n")
    assert resumen(d) == (codigo, 2, columna)
    assert d.mensaje and d.mensaje[-1] != "."


def test_la_coma_decimal_entre_llaves_se_explica() -> None:
    leido = validar(BASE + "municipio: {area: 1,5 ha}\n")
    assert [d.mensaje for d in leido.diagnosticos] == [
        "en `municipio.area`, falta la unidad después de `1`",
        "`5 ha` no es un campo de `municipio`",
    ]
    assert "el decimal va con punto" in leido.diagnosticos[1].ayuda


def test_la_coma_decimal_y_el_punto_de_miles_se_rechazan_por_ambiguos() -> None:
    leido = validar(BASE + "municipio:\n  area: 1,5 ha\n  area_rural: 30.000 ha\n")
    assert ["ambiguo" in d.mensaje for d in leido.diagnosticos] == [True, True]


def test_falta_el_plan_entero() -> None:
    leido = validar("municipio: {nombre: X}\n")
    assert [d.mensaje for d in leido.diagnosticos] == ["falta `plan`"]


@pytest.mark.parametrize("raiz", ["hola", "- a", "'null'"])
def test_una_raiz_que_no_es_un_mapa_se_rechaza(raiz: str) -> None:
    assert [d.codigo for d in validar(raiz).diagnosticos] == ["PLO-D110"]


def test_un_campo_obligatorio_vacio_se_senala_donde_quedo_vacio() -> None:
    leido = validar("plan:\n  clase: POT\n  tramite:\n")
    assert [resumen(d)[:2] for d in leido.diagnosticos] == [("PLO-D102", 3)]
    assert "`plan_nuevo`" in leido.diagnosticos[0].ayuda


def test_la_clave_desconocida_trae_sugerencia() -> None:
    d = unico("suelo: {urbano: {aera: 3 ha}}\n")
    assert d.mensaje == "`aera` no es un campo de `suelo.urbano`"
    assert "`area`" in d.ayuda


def test_la_opcion_mala_trae_las_buenas_y_la_cercana() -> None:
    d = unico("fines: {objetivos: [{id: O1, plazo: cortto}]}\n")
    esperado = (
        "en `fines.objetivos[O1].plazo`, `cortto` no es una opción; se esperaba `corto`, `mediano` o `largo`"
    )
    assert (d.mensaje, d.ayuda) == (esperado, "¿quiso decir `corto`?")


def test_el_id_repetido_senala_al_primero() -> None:
    d = unico("fines:\n  objetivos:\n    - {id: O1}\n    - {id: O2}\n    - {id: ' O1'}\n")
    assert resumen(d) == ("PLO-D113", 6, 12)
    assert d.secundario is not None and (d.secundario.linea, d.secundario.columna) == (4, 12)


def test_el_mismo_id_en_listas_distintas_no_es_repetido() -> None:
    p = plan("fines: {objetivos: [{id: X}]}\nmedios: {estrategias: [{id: X, objetivos: [X]}]}\n")
    assert p.medios.estrategias is not None


def test_las_fuentes_de_dos_entradas_pueden_llamarse_igual() -> None:
    texto = "programa_ejecucion: {entradas: [{id: A, fuentes: [{id: F}]}, {id: B, fuentes: [{id: F}]}]}\n"
    entradas = plan(texto).programa_ejecucion.entradas
    assert isinstance(entradas, tuple)
    assert [(e.id, [f.id for f in e.fuentes or ()]) for e in entradas] == [("A", ["F"]), ("B", ["F"])]  # type: ignore[union-attr]


def test_la_referencia_perdida_sugiere_o_enumera() -> None:
    cerca = unico(
        "medios: {proyectos: [{id: via-nueva}]}\nriesgo: {areas: [{id: A, proyectos: [via_nueba]}]}\n"
    )
    assert cerca.mensaje == "en `riesgo.areas[A].proyectos[1]`, `via_nueba` no existe en `medios.proyectos`"
    assert cerca.ayuda == "¿quiso decir `via-nueva`?"
    nadie = unico("riesgo: {areas: [{id: A, proyectos: [P1]}]}\n")
    assert nadie.ayuda == "`medios.proyectos` no describe ningún elemento: descríbalo o quite la referencia"


@pytest.mark.parametrize(
    ("texto", "ruta"),
    [
        ("fines: {objetivos: [{id: O, vision: V}]}", "fines.objetivos[O].vision"),
        ("medios: {estrategias: [{id: E, objetivos: [O1]}]}", "medios.estrategias[E].objetivos[1]"),
        ("medios: {proyectos: [{id: P, programa_pdt: G}]}", "medios.proyectos[P].programa_pdt"),
        ("programa_ejecucion: {entradas: [{id: N, proyecto: P}]}", "programa_ejecucion.entradas[N].proyecto"),
    ],
)
def test_un_enlace_roto_de_la_cadena_se_avisa_y_el_plan_se_lee(texto: str, ruta: str) -> None:
    leido = validar(BASE + texto + "\n")
    assert leido.valor is not None
    [d] = leido.diagnosticos
    assert (d.codigo, d.gravedad, d.mensaje.startswith(f"en `{ruta}`, ")) == ("PLO-D118", "advertencia", True)


def test_lo_que_un_eslabon_cita_fuera_de_la_cadena_si_tiene_que_existir() -> None:
    d = unico("medios: {proyectos: [{id: P, indicadores: [I]}]}\n")
    assert (d.codigo, d.gravedad) == ("PLO-D114", "error")


def test_los_avisos_que_pasan_del_tope_se_cuentan_sin_impedir_la_lectura() -> None:
    citas = ", ".join(f"O{i}" for i in range(1200))
    leido = validar(BASE + f"medios: {{estrategias: [{{id: E, objetivos: [{citas}]}}]}}\n")
    assert leido.valor is not None and not leido.tiene_errores
    assert leido.diagnosticos[-1].mensaje == "hay 200 problemas más en este archivo"


def test_la_vision_se_puede_citar_aunque_no_este_en_una_lista() -> None:
    leido = validar(BASE + "fines: {vision: {id: V1}, objetivos: [{id: O, vision: V1}]}\n")
    assert leido.valor is not None and leido.diagnosticos == ()
    objetivos = leido.valor.plan.fines.objetivos
    assert isinstance(objetivos, tuple) and objetivos[0].vision == "V1"


def test_un_id_de_otro_tipo_no_sirve_de_destino() -> None:
    d = unico("fines: {objetivos: [{id: O1}]}\nriesgo: {areas: [{id: A, proyectos: [O1]}]}\n")
    assert d.codigo == "PLO-D114"


def test_todas_las_fallas_salen_de_una_vez_y_en_orden() -> None:
    leido = validar(
        "plan: {clase: pot}\n"
        "suelo: {urbano: {area: 30.000 ha}, otro: 1}\n"
        "fines: {objetivos: [{id: O1}, {id: O1}]}\n"
        "medios: {proyectos: [{id: E, indicadores: [O9]}]}\n"
        "proceso: {inicio: ayer, etapa: null}\n"
    )
    assert leido.valor is None
    assert [resumen(d)[:2] for d in leido.diagnosticos] == [
        ("PLO-D102", 1), ("PLO-D103", 1), ("PLO-D104", 2), ("PLO-D101", 2),
        ("PLO-D113", 3), ("PLO-D114", 4), ("PLO-D106", 5), ("PLO-D116", 5),
    ]  # fmt: skip


def test_los_lugares_van_por_ruta_canonica() -> None:
    leido = validar(EJEMPLO)
    assert leido.valor is not None
    lugares = leido.valor.lugares
    lineas = EJEMPLO.decode().splitlines()
    for ruta, escrito in {
        "medios.proyectos[P1].costo": "1_200 millones COP de 2025",
        "municipio.poblacion[censo-2018].total": "32_500 hab",
        "contenidos.objetivos_largo_plazo.evidencia[1].pagina": "12",
        "plan.alcance[2]": "urbano",
        "suelo.perimetro_servicios.certifica_cobertura": "si",
    }.items():
        t = lugares[ruta]
        assert lineas[t.linea - 1][t.columna - 1 : t.columna_fin - 1] == escrito, ruta
    assert lugares["suelo.expansion"].linea == lugares["suelo.urbano"].linea + 1
    assert "suelo.expansion.no_hay" not in lugares
    with pytest.raises(TypeError):
        lugares["x"] = lugares[""]  # type: ignore[index]


def test_el_ejemplo_toca_todos_los_bloques() -> None:
    leido = validar(EJEMPLO)
    assert leido.valor is not None
    assert set(Plan.model_fields) <= set(leido.valor.lugares)


def proyectos(n: int, mala: str = "") -> bytes:
    lineas = [
        BASE + "fines:\n  objetivos:",
        *(f"    - {{id: O{i}}}" for i in range(n)),
        "medios:\n  proyectos:",
    ]
    lineas += [f"    - {{id: P{i}, objetivos: [O{i}{mala}], costo: 5 millones COP}}" for i in range(n)]
    return "\n".join(lineas).encode()


def recorrer(datos: bytes) -> Recorrido:
    nodo = leer_yaml(datos, "p").valor
    assert nodo is not None
    recorrido = Recorrido()
    recorrido.bajar(nodo, Forma("objeto", "plan", modelo=Plan))
    return recorrido


def test_cada_nodo_se_visita_una_vez_y_el_trabajo_crece_con_el_tamanio() -> None:
    fijos = recorrer(proyectos(0)).visitas
    visitas = {n: recorrer(proyectos(n)).visitas - fijos for n in (10, 100, 1000)}
    assert visitas == {10: 70, 100: 700, 1000: 7000}


def test_cinco_mil_proyectos_se_leen_enteros() -> None:
    leido = validar(proyectos(5000))
    assert leido.valor is not None, leido.diagnosticos[:3]
    assert leido.valor.plan.medios.proyectos is not None
    assert len(leido.valor.plan.medios.proyectos) == 5000  # type: ignore[arg-type]


def test_las_sugerencias_tienen_un_gasto_acotado() -> None:
    recorrido, sugeridor = recorrer(proyectos(2000, "x")), Sugeridor(5000)
    perdidas = list(citas_perdidas(recorrido, sugeridor))
    assert len(perdidas) == 2000
    assert sugeridor.quedan == 1000
    assert all(d.ayuda for d in perdidas)


CLAVES = sorted({ruta.rsplit(".", 1)[-1] for ruta, _ in rutas(Plan)} | {"no_hay", "no_aplica", "otra"})
ESCALARES = st.sampled_from(
    ["si", "no", "1", "3 ha", "1:500", "POT", "x y", "", "''", "null", "2024-01-01", "9" * 70]
)
ARBOLES = st.recursive(
    ESCALARES,
    lambda h: (
        st.lists(h, max_size=3).map(lambda xs: "[" + ", ".join(x or "''" for x in xs) + "]")
        | st.dictionaries(st.sampled_from(CLAVES), h, max_size=4).map(
            lambda d: "{" + ", ".join(f"{c}: {v}" for c, v in d.items()) + "}"
        )
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Plan.model_fields)), ARBOLES, min_size=1))
def test_ningun_arbol_hace_lanzar_a_la_validacion(bloques: dict[str, str]) -> None:
    leido = validar("\n".join(f"{c}: {v}" for c, v in bloques.items()))
    assert (leido.valor is None) == leido.tiene_errores
    for d in leido.diagnosticos:
        assert d.codigo.startswith("PLO-D") and d.tramo is not None
        assert not any(p in d.mensaje for p in ("Input", "should", "Field", "pydantic", "plo-"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["area", "nombre", "codigo", "es_distrito", "poblacion"]))
def test_ningun_texto_hace_lanzar_a_un_campo(texto: str, campo: str) -> None:
    from plomada.cargadores.arbol import Escalar, Mapa
    from plomada.diagnosticos.tramo import Tramo

    t = Tramo("p")
    municipio = Mapa(((campo, t, Escalar(texto, t, llano=False)),), t)
    leido = validar_plan(Mapa((("municipio", t, municipio),), t))
    assert "falta `plan`" in [d.mensaje for d in leido.diagnosticos]

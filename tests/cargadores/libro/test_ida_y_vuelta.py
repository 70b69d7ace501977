"""Del plan al libro y del libro al plan: nada se pierde, nada se vuelve fórmula y los bytes no cambian."""

import io
import json
import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from plomada import aplicacion, entregas
from plomada.cargadores.a_yaml import a_yaml
from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.libro.escribir import LARGO_DE_UNA_CELDA, escribir_libro
from plomada.cargadores.libro.leer import leer_libro
from plomada.cargadores.plan import cargar_plan, validar_plan
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.formas import rutas
from plomada.modelo.plan import Plan
from tests.cargadores.planes_al_azar import LUGAR, arboles, plan_al_azar, plan_de

CASOS = aplicacion.carpeta_de_datos() / "casos"


def ida_y_vuelta(nodo: Nodo) -> Nodo:
    libro = escribir_libro(nodo, "plan.xlsx")
    assert libro.valor is not None, libro.diagnosticos
    leido = leer_libro(libro.valor, "plan.xlsx")
    assert leido.valor is not None and leido.diagnosticos == (), leido.diagnosticos
    return leido.valor


@settings(max_examples=12, deadline=None)
@given(arboles())
def test_un_plan_al_azar_vuelve_igual_del_libro(nodo: Nodo) -> None:
    assert plan_de(ida_y_vuelta(nodo)) == plan_de(nodo)


@settings(max_examples=6, deadline=None)
@given(arboles())
def test_del_libro_al_yaml_y_otra_vez_al_plan(nodo: Nodo) -> None:
    leido = leer_yaml(a_yaml(ida_y_vuelta(nodo)).encode(), "plan.yaml")
    assert leido.valor is not None, leido.diagnosticos
    assert plan_de(leido.valor) == plan_de(nodo)


def test_los_planes_al_azar_pasan_por_todo_el_modelo() -> None:
    """Si el generador dejara un campo sin tocar, la ida y vuelta no diría nada de él."""
    azar = Random(7)
    vistas = {r for _ in range(6) for r in _validado(plan_al_azar(azar, 1.0))}
    assert {r for r, _ in rutas(Plan) if "[]" not in r} <= vistas


def _validado(nodo: Nodo) -> set[str]:
    leido = validar_plan(nodo)
    assert leido.valor is not None, leido.diagnosticos[:5]
    return set(leido.valor.lugares)


def test_los_dos_formatos_dan_la_misma_huella_y_los_mismos_lugares(tmp_path: Path) -> None:
    convertido = entregas.convertir(CASOS / "pbot-borrador", a_libro=True).valor
    assert convertido is not None and convertido.pierde_comentarios
    (tmp_path / "plan.xlsx").write_bytes(convertido.contenido)
    uno, otro = cargar_plan(CASOS / "pbot-borrador").valor, cargar_plan(tmp_path / "plan.xlsx").valor
    assert uno is not None and otro is not None
    assert uno.plan == otro.plan and uno.huella == otro.huella
    assert set(uno.lugares) == set(otro.lugares)
    celda = otro.lugares["medios.proyectos[PR1].costo"]
    assert str(celda).startswith("plan.xlsx!Proyectos!") and celda.celda[0].isalpha()


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        ("fines: {objetivos: [{id: O1, nombre: a}]}", "fines: {objetivos: [{id: O1, nombre: b}]}"),
        ("municipio: {nombre: {no_hay: x}}", "municipio: {nombre: x}"),
        ("fines: {objetivos: []}", ""),
        ("suelo: {urbano: {area: 1 ha}}", "suelo: {urbano: {area: 10000 m2}}"),
    ],
)
def test_la_huella_distingue_lo_que_dice_distinto(antes: str, despues: str) -> None:
    assert _huella(antes) != _huella(despues)


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        ("suelo: {urbano: {area: 1_200 ha}}", "suelo: {urbano: {area: 1200.0 ha}}"),
        ("municipio: {nombre: ' A '}", "municipio: {nombre: A}"),
        ("suelo: {urbano: {area: }}", ""),
    ],
)
def test_la_huella_no_mira_como_se_escribio(antes: str, despues: str) -> None:
    assert _huella(antes) == _huella(despues)


def _huella(texto: str) -> str:
    leido = leer_yaml(f"plan: {{clase: EOT, tramite: plan_nuevo}}\n{texto}\n".encode(), "plan.yaml")
    assert leido.valor is not None
    hecho = validar_plan(leido.valor)
    assert hecho.valor is not None
    return hecho.valor.huella


def _con_textos(*textos: str) -> Nodo:
    proyectos = "".join(f"    - {{id: P{i}, nombre: {json.dumps(t)}}}\n" for i, t in enumerate(textos))
    yaml = f"plan: {{clase: EOT, tramite: plan_nuevo}}\nmedios:\n  proyectos:\n{proyectos}"
    leido = leer_yaml(yaml.encode(), "plan.yaml")
    assert leido.valor is not None
    return leido.valor


def test_ninguna_celda_es_una_formula() -> None:
    malos = ("=CMD()", "+1+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "#N/A", "\t=1", "=1\n=2")
    datos = escribir_libro(_con_textos(*malos), "plan.xlsx").valor
    assert datos is not None
    with zipfile.ZipFile(io.BytesIO(datos)) as libro:
        hojas = [libro.read(n) for n in libro.namelist() if n.startswith("xl/worksheets/")]
        assert hojas and not any(b"<f>" in h or b"<f " in h or b't="e"' in h for h in hojas)
    pagina = load_workbook(io.BytesIO(datos))["Proyectos"]
    escritas = {c.value: c.data_type for fila in pagina.iter_rows() for c in fila if c.value}
    assert escritas["=CMD()"] == "s" and set(escritas.values()) == {"s"}


def test_lo_mismo_da_los_mismos_bytes() -> None:
    nodo = _con_textos("a", "b")
    assert escribir_libro(nodo, "plan.xlsx").valor == escribir_libro(nodo, "plan.xlsx").valor


@pytest.mark.parametrize(("sobran", "cabe"), [(0, True), (1, False)])
def test_un_texto_que_no_cabe_en_una_celda_se_dice(sobran: int, cabe: bool) -> None:
    hecho = escribir_libro(_con_textos("x" * (LARGO_DE_UNA_CELDA + sobran)), "plan.xlsx")
    assert (hecho.valor is not None) is cabe
    assert [d.codigo for d in hecho.diagnosticos] == ([] if cabe else ["PLO-L140"])


def test_una_evidencia_sin_datos_no_se_pierde_en_silencio() -> None:
    texto = "plan: {clase: EOT, tramite: plan_nuevo}\nsuelo: {urbano: {evidencia: [{}]}}\n"
    nodo = leer_yaml(texto.encode(), "plan.yaml").valor
    assert nodo is not None
    hecho = escribir_libro(nodo, "plan.xlsx")
    assert hecho.valor is None and [d.codigo for d in hecho.diagnosticos] == ["PLO-L140"]
    assert "suelo.urbano" in hecho.diagnosticos[0].mensaje


def test_un_caracter_de_control_no_se_pierde_en_silencio() -> None:
    proyecto = Mapa((("id", LUGAR, Escalar("P1", LUGAR)), ("nombre", LUGAR, Escalar("a\x07b", LUGAR))), LUGAR)
    raiz = Mapa(
        (("medios", LUGAR, Mapa((("proyectos", LUGAR, Secuencia((proyecto,), LUGAR)),), LUGAR)),), LUGAR
    )
    (d,) = escribir_libro(raiz, "plan.xlsx").diagnosticos
    assert d.codigo == "PLO-L140" and "control" in d.mensaje
    assert isinstance(d.tramo, Tramo) and d.tramo.hoja == "Proyectos" and d.tramo.celda


def test_la_evidencia_de_cualquier_objeto_viaja() -> None:
    texto = (
        "plan: {clase: EOT, tramite: plan_nuevo}\n"
        "documentos: [{id: D1}]\n"
        "suelo: {urbano: {evidencia: [{documento: D1, pagina: 3}, {documento: D1, cita: 'x'}]}}\n"
        "programa_ejecucion:\n"
        "  entradas:\n"
        "    - {id: E1, fuentes: [{id: F1, evidencia: [{documento: D1}]}, {id: F2}]}\n"
        "    - {id: E2, fuentes: {no_hay: propia}}\n"
        "    - {id: E3, fuentes: []}\n"
        "contenidos:\n"
        "  c: {estado: incluido, evidencia: [{documento: D1, pagina: 1}, {plano: X}]}\n"
    )
    nodo = leer_yaml(texto.encode(), "plan.yaml").valor
    assert nodo is not None
    vuelto = plan_de(ida_y_vuelta(nodo))
    assert vuelto == plan_de(nodo)
    assert len(vuelto.contenidos["c"].evidencia) == 2

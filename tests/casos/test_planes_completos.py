"""Los planes que lo traen todo, sus gemelos de otra época y qué pasa si a uno le falta un contenido.

Si una regla nueva deja un plan completo sin decidir, o la regla exige de más o al plan le falta un dato: se
completa el plan. Para reescribir lo que cambia en un gemelo evaluado con el régimen de hoy, y revisarlo como
diferencia: `pytest tests/casos --regenerar`.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.plan import PlanCargado, cargar_plan
from plomada.evaluacion.ejecutar import Pedido, evaluar, evaluar_regla
from plomada.evaluacion.insumos import revisar_nombres
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.veredicto import Veredicto
from plomada.modelo.bloques.encabezado import Contenido
from plomada.modelo.bloques.proceso import ConcertacionAmbiental
from plomada.modelo.opciones import EstadoDeContenido
from plomada.modelo.plan import Plan
from tests.apoyo import paquete_del_repositorio

HOY = date(2026, 2, 20)
# Cuántas reglas cumple al menos cada plan: si baja, el plan dejó de ejercer reglas.
COMPLETOS = {"pot-completo": 600, "pbot-completo": 520, "eot-completo": 375}
GEMELOS = {"pot-completo-2018": 485, "pbot-completo-2015": 410, "eot-completo-2000": 150}
# Lo que no puede faltar entre lo que cambia: por esto existe cada gemelo. Antes y hoy, regla por regla.
CAMBIOS_QUE_CUENTAN = {
    "pot-completo-2018": {
        "largo-plazo-menor-que-el-minimo": ("cumple", "no aplica"),
        "vigencia-de-largo-plazo-distinta": ("no aplica", "no cumple"),
        "vencimiento-de-largo-plazo-fuera-de-periodo": ("no aplica", "cumple"),
        "cruce-de-determinantes-cuando-no-habia-orden": ("cumple", "no aplica"),
        "falta-la-gestion-del-cambio-climatico": ("no aplica", "no cumple"),
        "mineria-en-paramo": ("no aplica", "cumple"),
        "paramo-sin-plan-de-manejo": ("no aplica", "no cumple"),
        "espacio-publico-sin-grupos-prioritarios": ("no aplica", "no consta"),
    },
    "pbot-completo-2015": {
        "mediano-plazo-menor-que-el-minimo": ("cumple", "no aplica"),
        "vigencia-de-mediano-plazo-distinta": ("no aplica", "no cumple"),
        "cruce-de-determinantes-cuando-no-habia-orden": ("cumple", "no aplica"),
        "accion-urbanistica-sin-soporte": ("no aplica", "cumple"),
        "falta-la-gestion-del-cambio-climatico": ("no aplica", "no cumple"),
    },
    "eot-completo-2000": {
        "estudio-basico-faltante": ("no aplica", "no consta"),
        "inventario-de-asentamientos-sin-fecha": ("cumple", "cumple"),
        "publicacion-tardia": ("cumple", "cumple"),
        "fase-sin-participacion-ciudadana": ("cumple", "cumple"),
        "falta-el-diagnostico": ("no aplica", "cumple"),
        "vencimiento-de-largo-plazo-antes-del-minimo": ("cumple", "no aplica"),
    },
}
_CAMBIA_HOY = Path(__file__).parent / "cambia_hoy"
_ARTICULACION = "reglas/articulacion/"


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


def _carpeta(caso: str) -> Path:
    return carpeta_de_datos() / "casos" / caso


def _cargar(caso: str) -> PlanCargado:
    cargado = cargar_plan(_carpeta(caso))
    assert cargado.valor is not None and not cargado.diagnosticos, cargado.diagnosticos
    return cargado.valor


def _fecha(caso: str) -> date:
    esperado = json.loads((_carpeta(caso) / "esperado.json").read_text("utf-8"))
    return date.fromisoformat(esperado["fecha"])


def _veredictos(plan: Plan, paquete: Paquete, fecha: date) -> dict[str, str]:
    evaluacion = evaluar(paquete, plan, Pedido(fecha, True, con_evidencia=False))
    return {r.regla: r.veredicto.value for r in evaluacion.resultados}


def _cambios(antes: dict[str, str], despues: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {r: (antes[r], despues[r]) for r in sorted(antes) if antes[r] != despues[r]}


# -- nada queda sin cumplir ni sin saber -----------------------------------------------------------


@pytest.mark.parametrize(("caso", "minimo"), [*COMPLETOS.items(), *GEMELOS.items()])
def test_el_plan_cumple_todo_lo_que_le_toca(caso: str, minimo: int, paquete: Paquete) -> None:
    cargado = _cargar(caso)
    assert list(revisar_nombres(cargado, paquete)) == []
    veredictos = _veredictos(cargado.plan, paquete, _fecha(caso))
    assert {r: v for r, v in veredictos.items() if v not in {"cumple", "no aplica"}} == {}
    assert Counter(veredictos.values())["cumple"] >= minimo


@pytest.mark.parametrize("caso", [*COMPLETOS, *GEMELOS])
def test_tambien_si_cada_requisito_se_mira_en_la_fecha_de_su_hecho(caso: str, paquete: Paquete) -> None:
    cargado = _cargar(caso)
    evaluacion = evaluar(paquete, cargado.plan, Pedido(_fecha(caso), False, con_evidencia=False))
    assert {
        r.regla: r.veredicto.value
        for r in evaluacion.resultados
        if r.veredicto.value not in {"cumple", "no aplica"}
    } == {}


def test_entre_todos_los_planes_casi_toda_regla_llega_a_cumplirse(paquete: Paquete) -> None:
    """Las que no, son de otro trámite (sus planes están en los casos de la regla) o de un caso de borde."""
    cumplidas = {
        r
        for caso in [*COMPLETOS, *GEMELOS]
        for r, v in _veredictos(_cargar(caso).plan, paquete, _fecha(caso)).items()
        if v == "cumple"
    }
    de_estos_tramites = {f.id for f in paquete.fichas if "tramite" not in f.cuando}
    sin_cumplir = de_estos_tramites - cumplidas
    assert len(sin_cumplir) <= len(paquete.fichas) * 0.07, sorted(sin_cumplir)


# -- el gemelo y el régimen de hoy -----------------------------------------------------------------


@pytest.mark.parametrize("gemelo", GEMELOS)
def test_el_gemelo_con_el_regimen_de_hoy_cambia_en_lo_que_se_espera(
    gemelo: str, paquete: Paquete, pytestconfig: pytest.Config
) -> None:
    plan = _cargar(gemelo).plan
    entonces, hoy = (_veredictos(plan, paquete, f) for f in (_fecha(gemelo), HOY))
    hallados = {r: list(c) for r, c in _cambios(entonces, hoy).items()}
    archivo = _CAMBIA_HOY / f"{gemelo}.json"
    if pytestconfig.getoption("--regenerar"):
        archivo.parent.mkdir(exist_ok=True)
        archivo.write_text(json.dumps(hallados, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert hallados == json.loads(archivo.read_text("utf-8"))
    for regla, (antes, ahora) in CAMBIOS_QUE_CUENTAN[gemelo].items():
        assert (entonces[regla], hoy[regla]) == (antes, ahora), regla


@pytest.mark.parametrize(
    ("caso", "acta", "veredicto"),
    [
        ("pot-completo-2018", date(2018, 4, 6), "cumple"),  # treinta días hábiles: el último
        ("pot-completo-2018", date(2018, 4, 9), "no cumple"),
        ("pot-completo", date(2026, 4, 29), "cumple"),  # cuarenta y cinco
        ("pot-completo", date(2026, 4, 30), "no cumple"),
    ],
)
def test_concertar_tenia_treinta_dias_y_hoy_tiene_cuarenta_y_cinco(
    caso: str, acta: date, veredicto: str, paquete: Paquete
) -> None:
    plan = _cargar(caso).plan
    concertacion = plan.proceso.autoridad_ambiental
    assert isinstance(concertacion, ConcertacionAmbiental)
    nueva = concertacion.model_copy(update={"acta": acta})
    otro = plan.model_copy(update={"proceso": plan.proceso.model_copy(update={"autoridad_ambiental": nueva})})
    assert _veredictos(otro, paquete, _fecha(caso))["concertacion-fuera-de-plazo"] == veredicto


# -- mutación de contenidos ------------------------------------------------------------------------


def _sin_revisado_completo(plan: Plan) -> Plan:
    """El mismo plan sin decir qué se leyó entero: lo que falte queda en duda, no se da por ausente."""
    assert isinstance(plan.documentos, tuple)
    documentos = tuple(d.model_copy(update={"revisado_completo": None}) for d in plan.documentos)
    encabezado = plan.plan.model_copy(update={"revisado": None})
    return plan.model_copy(update={"documentos": documentos, "plan": encabezado})


def _con_contenidos(plan: Plan, contenidos: dict[str, Contenido]) -> Plan:
    return plan.model_copy(update={"contenidos": contenidos})


def _enlazadas(paquete: Paquete, contenido: str, base: dict[str, str]) -> set[str]:
    return {r for r in paquete.registro.contenido(contenido).reglas if base[r] == "cumple"}


def _de_articulacion(paquete: Paquete, contenido: str) -> set[str]:
    return {f.id for f in paquete.fichas if f.archivo.startswith(_ARTICULACION) and contenido in f.contenidos}


def _incluidos(plan: Plan) -> Iterator[tuple[str, Contenido]]:
    yield from ((i, c) for i, c in plan.contenidos.items() if c.estado is EstadoDeContenido.INCLUIDO)


def _sin(plan: Plan, *borrados: str) -> Plan:
    return _con_contenidos(plan, {k: v for k, v in plan.contenidos.items() if k not in borrados})


@pytest.mark.parametrize("caso", COMPLETOS)
def test_un_contenido_no_incluido_incumple_sus_reglas_y_ninguna_otra(caso: str, paquete: Paquete) -> None:
    plan, fecha = _sin_revisado_completo(_cargar(caso).plan), _fecha(caso)
    base = _veredictos(plan, paquete, fecha)
    errados, probados = [], 0
    for id_, contenido in _incluidos(plan):
        negado = contenido.model_copy(update={"estado": EstadoDeContenido.NO_INCLUIDO, "evidencia": ()})
        mutante = _con_contenidos(plan, {**plan.contenidos, id_: negado})
        ajenas = _de_articulacion(paquete, id_)
        cambios = _cambios(base, _veredictos(mutante, paquete, fecha))
        propias = {r: c for r, c in cambios.items() if r not in ajenas}
        esperados = {r: ("cumple", "no cumple") for r in _enlazadas(paquete, id_, base) - ajenas}
        probados += bool(esperados)
        if propias != esperados:
            errados.append((id_, propias, esperados))
    assert not errados, errados
    assert probados >= 25, "casi todo contenido del plan debe tener una regla que lo exija"


@pytest.mark.parametrize("caso", COMPLETOS)
def test_un_contenido_borrado_deja_sin_saber_sus_reglas_y_ninguna_otra(caso: str, paquete: Paquete) -> None:
    """Uno a uno se miran sus reglas; que las demás no cambien se mira una vez, borrándolos todos."""
    plan, fecha = _sin_revisado_completo(_cargar(caso).plan), _fecha(caso)
    pedido = Pedido(fecha, True, con_evidencia=False)
    base = _veredictos(plan, paquete, fecha)
    fichas = {f.id: f for f in paquete.fichas}
    todas: dict[str, tuple[str, str]] = {}
    ajenas: set[str] = set()
    for id_, _ in _incluidos(plan):
        for regla in sorted(_enlazadas(paquete, id_, base)):
            resultado = evaluar_regla(paquete, fichas[regla], _sin(plan, id_), pedido)
            assert resultado.veredicto is Veredicto.NO_CONSTA, (id_, regla, resultado.veredicto)
            todas[regla] = ("cumple", "no consta")
        ajenas |= _de_articulacion(paquete, id_)
    cambios = _cambios(base, _veredictos(_sin(plan, *(i for i, _ in _incluidos(plan))), paquete, fecha))
    assert {r: c for r, c in cambios.items() if r not in ajenas} == todas


@pytest.mark.parametrize("caso", COMPLETOS)
def test_lo_que_falta_en_un_documento_leido_entero_se_da_por_ausente(caso: str, paquete: Paquete) -> None:
    """Con el acuerdo revisado entero, un contenido que solo consta allí y no se halló no cumple."""
    plan, fecha = _cargar(caso).plan, _fecha(caso)
    base = _veredictos(plan, paquete, fecha)
    solo_del_acuerdo = [c for c in paquete.registro.contenidos if c.donde == ("acuerdo",)]
    probados = [c for c in solo_del_acuerdo if c.id in plan.contenidos and _enlazadas(paquete, c.id, base)]
    assert probados
    for c in probados:
        veredictos = _veredictos(_sin(plan, c.id), paquete, fecha)
        assert {veredictos[r] for r in _enlazadas(paquete, c.id, base)} == {"no cumple"}, c.id


# -- el mapa de contenidos y las reglas ------------------------------------------------------------


def test_las_reglas_que_el_mapa_enlaza_existen_y_leen_ese_contenido(paquete: Paquete) -> None:
    fichas = {f.id: f for f in paquete.fichas}
    errados = [
        (c.id, regla)
        for c in paquete.registro.contenidos
        for regla in c.reglas
        if regla not in fichas or c.id not in fichas[regla].contenidos
    ]
    assert not errados


def test_el_mapa_nombra_toda_regla_que_lee_un_contenido(paquete: Paquete) -> None:
    enlaces = {(c.id, regla) for c in paquete.registro.contenidos for regla in c.reglas}
    leidos = {
        (contenido, f.id)
        for f in paquete.fichas
        for contenido in f.contenidos
        if not f.archivo.startswith(_ARTICULACION)
    }
    assert leidos == enlaces


def test_una_regla_de_contenido_lee_un_contenido(paquete: Paquete) -> None:
    de_contenido = [f for f in paquete.fichas if not f.archivo.startswith(_ARTICULACION)]
    assert [f.id for f in de_contenido if len(f.contenidos) > 1] == []


def test_los_planes_completos_traen_todo_el_mapa(paquete: Paquete) -> None:
    """Ningún contenido del catálogo se queda sin un plan que lo traiga."""
    traidos = {
        id_
        for caso in COMPLETOS
        for id_, c in _cargar(caso).plan.contenidos.items()
        if c.estado is EstadoDeContenido.INCLUIDO
    }
    assert {c.id for c in paquete.registro.contenidos} == traidos

"""Entre todos los planes `casos/todo-mal*`, cada regla del repositorio dice `no cumple` al menos una vez.

Una regla que ningún plan puede incumplir no sirve: aquí se ve cuál está dormida. Se evalúa sin pedir
fecha: manda la de radicación que cada plan declara.
"""

from pathlib import Path

import pytest

from plomada.aplicacion import Revision, carpeta_de_datos, revisar
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.veredicto import Veredicto
from tests.apoyo import paquete_del_repositorio

CASOS = sorted((carpeta_de_datos() / "casos").glob("todo-mal*/plan.yaml"))


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


@pytest.fixture(scope="module")
def revisiones(paquete: Paquete) -> dict[str, Revision]:
    return {plan.parent.name: revisar(plan.parent, paquete) for plan in CASOS}


def _incumplidas(revision: Revision) -> set[str]:
    assert revision.evaluacion is not None, [str(d) for d in revision.diagnosticos]
    return {r.regla for r in revision.evaluacion.resultados if r.veredicto is Veredicto.NO_CUMPLE}


def test_todos_los_planes_se_leen_y_ninguna_regla_falla_por_dentro(revisiones: dict[str, Revision]) -> None:
    for nombre, revision in revisiones.items():
        assert revision.evaluacion is not None, (nombre, revision.diagnosticos)
        rotas = [r.regla for r in revision.evaluacion.resultados if r.veredicto is Veredicto.ERROR]
        assert not rotas, (nombre, rotas)


def test_cada_regla_dice_no_cumple_en_alguno(paquete: Paquete, revisiones: dict[str, Revision]) -> None:
    incumplidas = {regla for revision in revisiones.values() for regla in _incumplidas(revision)}
    dormidas = sorted({ficha.id for ficha in paquete.fichas} - incumplidas)
    assert not dormidas, (
        f"{len(dormidas)} reglas no dicen «no cumple» en ningún casos/todo-mal*: {', '.join(dormidas)}"
    )


def test_cada_plan_despierta_una_regla_que_los_demas_no(revisiones: dict[str, Revision]) -> None:
    for nombre, revision in revisiones.items():
        de_los_demas = {r for otro, x in revisiones.items() if otro != nombre for r in _incumplidas(x)}
        assert _incumplidas(revision) - de_los_demas, f"`{nombre}` sobra: los demás ya incumplen lo suyo"


def test_lo_que_no_cumple_dice_que_se_leyo_y_como_se_subsana(revisiones: dict[str, Revision]) -> None:
    for nombre, revision in revisiones.items():
        assert revision.evaluacion is not None
        for r in revision.evaluacion.resultados:
            for h in r.hallazgos:
                if h.veredicto is Veredicto.NO_CUMPLE:
                    assert h.mensaje.strip(), (nombre, r.regla)
                    assert h.subsana.strip() or r.por_juicio_de, (nombre, r.regla)


@pytest.mark.parametrize("plan", CASOS, ids=lambda p: p.parent.name)
def test_un_plan_que_lo_incumple_todo_sale_con_codigo_uno_y_dice_que_es_inventado(
    plan: Path, revisiones: dict[str, Revision]
) -> None:
    assert revisiones[plan.parent.name].codigo_de_salida == 1
    leeme = (plan.parent / "LEEME.md").read_text("utf-8")
    assert "ficticio" in leeme.lower() and "inventado" in leeme

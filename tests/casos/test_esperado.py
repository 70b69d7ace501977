"""Los planes de `casos/` dan exactamente lo que dice su `esperado.json`.

Para regenerarlos después de un cambio querido: `pytest tests/casos --regenerar`, y se revisa la diferencia.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plomada.aplicacion import Revision, carpeta_de_datos, revisar
from plomada.evaluacion.paquete import Paquete
from tests.apoyo import paquete_del_repositorio

CASOS = sorted(c for c in (carpeta_de_datos() / "casos").iterdir() if (c / "plan.yaml").is_file())
# Los casos que no dicen cuándo se radicaron traen su fecha de evaluación en `esperado.json`.
_FECHA_POR_OMISION = "2026-03-01"


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


def _fecha(caso: Path) -> str:
    archivo = caso / "esperado.json"
    return json.loads(archivo.read_text("utf-8"))["fecha"] if archivo.is_file() else _FECHA_POR_OMISION


def _resumir(revision: Revision) -> dict[str, Any]:
    assert revision.evaluacion is not None, [
        f"{d.codigo} {d.tramo} {d.mensaje}" for d in revision.diagnosticos
    ]
    e = revision.evaluacion
    return {
        "fecha": e.fecha,
        "clase_aplicada": e.clase_aplicada,
        "codigo_de_salida": revision.codigo_de_salida,
        "resultados": {
            r.regla: {
                "veredicto": r.veredicto.value,
                "requisito": r.requisito,
                "hallazgos": [[h.elemento, h.veredicto.value, h.modo] for h in r.hallazgos],
            }
            for r in sorted(e.resultados, key=lambda r: r.regla)
        },
    }


@pytest.mark.parametrize("caso", CASOS, ids=lambda c: c.name)
def test_el_caso_da_lo_esperado(caso: Path, paquete: Paquete, pytestconfig: pytest.Config) -> None:
    hallado = _resumir(revisar(caso, paquete, date.fromisoformat(_fecha(caso))))
    archivo = caso / "esperado.json"
    if pytestconfig.getoption("--regenerar"):
        archivo.write_text(json.dumps(hallado, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert archivo.is_file(), "falta esperado.json; genérelo con `pytest tests/casos --regenerar` y revíselo"
    assert hallado == json.loads(archivo.read_text("utf-8"))


@pytest.mark.parametrize("caso", CASOS, ids=lambda c: c.name)
def test_todo_caso_cuenta_de_donde_sale(caso: Path) -> None:
    leeme = (caso / "LEEME.md").read_text("utf-8")
    ficticio = "ficticio: si" in (caso / "plan.yaml").read_text("utf-8")
    assert ("ficticio" in leeme.lower()) == ficticio, (
        "un caso inventado se declara como tal en el plan y en el LEEME"
    )


def _veredictos(caso: str, paquete: Paquete) -> dict[str, str]:
    carpeta = carpeta_de_datos() / "casos" / caso
    revision = revisar(carpeta, paquete, date.fromisoformat(_fecha(carpeta)))
    assert revision.evaluacion is not None, revision.diagnosticos
    return {r.regla: r.veredicto.value for r in revision.evaluacion.resultados}


def test_medellin_recalcula_la_ejecucion_y_de_lo_que_falta_dice_no_consta(paquete: Paquete) -> None:
    veredictos = _veredictos("medellin-pot-2014", paquete)
    assert veredictos["porcentaje-de-ejecucion-que-no-se-recalcula"] == "cumple"
    assert veredictos["participacion-en-el-plurianual-que-no-se-recalcula"] == "no consta"
    assert veredictos["cuenta-de-compromisos-que-no-cuadra"] == "no consta"
    assert veredictos["objetivo-sin-medios"] == "no consta"
    assert set(veredictos.values()) <= {"cumple", "no consta", "no aplica", "requiere concepto"}


def test_el_programa_de_ejecucion_de_la_ley_550_no_se_da_por_cumplido(paquete: Paquete) -> None:
    veredictos = _veredictos("pot-ley-550", paquete)
    de_ejecucion = {
        k: v for k, v in veredictos.items() if k.startswith(("entrada-", "programa-de-ejecucion"))
    }
    assert de_ejecucion and "cumple" not in de_ejecucion.values()


def test_el_eot_completo_no_deja_nada_por_corregir_ni_por_saber(paquete: Paquete) -> None:
    veredictos = _veredictos("eot-completo", paquete)
    assert {k: v for k, v in veredictos.items() if v not in {"cumple", "no aplica"}} == {}
    assert sum(v == "cumple" for v in veredictos.values()) >= 30


def test_el_borrador_de_la_demostracion_muestra_todos_los_veredictos(paquete: Paquete) -> None:
    hallados = set(_veredictos("pbot-borrador", paquete).values())
    assert hallados == {"cumple", "no cumple", "no consta", "no aplica", "requiere concepto"}


@pytest.mark.parametrize(
    ("fecha", "por_poblacion", "veredicto"),
    [("2019-12-31", "EOT", "cumple"), ("2020-01-01", "PBOT", "no cumple")],
)
def test_arboletes_pasa_de_esquema_a_plan_basico_el_dia_en_que_su_poblacion_cruza_el_umbral(
    paquete: Paquete, fecha: str, por_poblacion: str, veredicto: str
) -> None:
    revision = revisar(carpeta_de_datos() / "casos" / "arboletes-2020", paquete, date.fromisoformat(fecha))
    assert revision.evaluacion is not None, revision.diagnosticos
    assert revision.evaluacion.clase_por_poblacion == por_poblacion
    hallado = {r.regla: r.veredicto.value for r in revision.evaluacion.resultados}
    assert hallado["clase-de-plan-inferior-a-la-exigible"] == veredicto

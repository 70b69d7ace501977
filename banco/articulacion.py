"""Mide analizar y dibujar la cadena de un plan de cinco mil proyectos, y su libro de matrices."""

import time
from collections.abc import Iterator
from random import Random
from typing import Any

from banco.lectura import Medida
from plomada.articulacion.analisis import analizar
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.articulacion.vista import armar_articulacion
from plomada.modelo.plan import Plan

PROYECTOS = 5_000
META = 2.0
_REPETICIONES = 5


def medir_articulacion() -> Iterator[Medida]:
    """Devuelve la mejor de varias medidas, por parte y en total."""
    plan = Plan.model_validate(_plan())
    mejores = [min(t) for t in zip(*(_una_vez(plan) for _ in range(_REPETICIONES)), strict=True)]
    for que, valor in zip(("analizar", "armar la matriz", "dibujar"), mejores, strict=True):
        yield Medida(f"{PROYECTOS} proyectos: {que}", valor, "s")
    yield Medida(f"{PROYECTOS} proyectos: analizar y dibujar la cadena", sum(mejores), "s", META)


def _una_vez(plan: Plan) -> tuple[float, float, float]:
    inicio = time.perf_counter()
    analisis = analizar(plan)
    analizado = time.perf_counter()
    vista = armar_articulacion(analisis, "Banco")
    armado = time.perf_counter()
    a_svg(vista)
    return analizado - inicio, armado - analizado, time.perf_counter() - armado


def _plan() -> dict[str, Any]:
    """Quince objetivos, cuarenta estrategias, treinta decisiones; cerca de uno de cada diez enlaces, roto."""
    azar = Random(PROYECTOS)

    def uno(letra: str, n: int) -> str:
        return f"{letra}{azar.randint(1, n + n // 10)}"

    return {
        "plan": {"clase": "POT", "tramite": "plan_nuevo"},
        "fines": {
            "vision": {"id": "V", "texto": "x"},
            "objetivos": [{"id": f"O{i}", "vision": "V"} for i in range(1, 16)],
        },
        "medios": {
            "estrategias": [{"id": f"E{i}", "objetivos": [uno("O", 15)]} for i in range(1, 41)],
            "decisiones": [{"id": f"D{i}", "estrategias": [uno("E", 40)]} for i in range(1, 31)],
            "programas": [{"id": f"G{i}", "estrategias": [uno("E", 40)]} for i in range(1, 61)],
            "proyectos": [
                {
                    "id": f"P{i}",
                    "nombre": f"Proyecto de infraestructura número {i}",
                    "programa": uno("G", 60),
                    "decisiones": [uno("D", 30)],
                    "plazo": azar.choice(["corto", "largo"]),
                    "programa_pdt": uno("T", 20),
                }
                for i in range(1, PROYECTOS + 1)
            ],
        },
        "plan_desarrollo": {"programas": [{"id": f"T{i}"} for i in range(1, 21)]},
    }

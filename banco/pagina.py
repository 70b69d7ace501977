"""Mide la página HTML de un POT con 170 proyectos y más de 300 hallazgos por atender: cuánto pesa y tarda."""

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from banco.lectura import Medida
from plomada import aplicacion
from plomada.informes.html import escribir
from plomada.informes.vista import Informe

RAIZ = Path(__file__).resolve().parents[1]
PROYECTOS, POR_ATENDER, REPETICIONES = 170, 300, 5
SUELTOS = ("costo", "localizacion", "indicadores", "programa_pdt", "sistema", "plazo")


def medir_pagina() -> Iterator[Medida]:
    """Mide la primera página, con las plantillas sin compilar, y las siguientes."""
    informe = _informe()
    escribir._entorno.cache_clear()
    antes = time.perf_counter()
    pagina = escribir.a_html(informe)
    primera = time.perf_counter() - antes
    tiempos = []
    for _ in range(REPETICIONES):
        antes = time.perf_counter()
        if escribir.a_html(informe) != pagina:
            raise SystemExit("el mismo informe dio dos páginas distintas")
        tiempos.append(time.perf_counter() - antes)
    t = informe.totales.hallazgos
    que = f"HTML de un POT: {PROYECTOS} proyectos, {t.total} hallazgos ({t.no_cumple} no cumplen)"
    yield Medida(que, len(pagina.encode()) / 1_000_000, "MB", 3)
    yield Medida("la misma página, la primera vez (compila las plantillas)", primera, "s", 1)
    yield Medida("la misma página, las siguientes", statistics.median(tiempos), "s", 1)


def _informe() -> Informe:
    """Evalúa con todas las reglas el POT completo, al que se le agregan proyectos con datos que faltan."""
    plan: dict[str, Any] = yaml.load(
        (RAIZ / "casos/pot-completo/plan.yaml").read_text("utf-8"), yaml.BaseLoader
    )
    proyectos = plan["medios"]["proyectos"]
    modelo = proyectos[0]
    for n in range(len(proyectos), PROYECTOS):
        nuevo = modelo | {"id": f"X{n}", "nombre": f"Proyecto de infraestructura {n} del corredor"}
        for campo in SUELTOS[: n % (len(SUELTOS) + 1)]:
            nuevo.pop(campo, None)
        proyectos.append(nuevo)
    paquete = aplicacion.cargar_paquete(RAIZ).valor
    if paquete is None:
        raise SystemExit("las reglas no cargan")
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "plan.yaml"
        archivo.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
        informe = aplicacion.revisar(archivo, paquete).informe
    if informe is None:
        raise SystemExit("el plan de prueba no se evaluó")
    t = informe.totales.hallazgos
    if t.total - t.cumple - t.no_aplica < POR_ATENDER:
        raise SystemExit(
            f"el plan de prueba solo da {t.total - t.cumple - t.no_aplica} hallazgos por atender"
        )
    return informe

"""`python -m banco`: mide en una misma corrida el código generado y el escrito a mano, y los arranques."""

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from banco.a_mano import A_MANO
from banco.articulacion import medir_articulacion
from banco.formas import FORMAS, VARIANTES
from banco.lectura import Medida, medir_lectura
from banco.pagina import medir_pagina
from banco.planes import EOT, EXTREMO, MIL, POT, Tamano, construir, datos_del_plan
from banco.registro import FECHA, construir_paquete
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.paquete import Paquete
from plomada.modelo.plan import Plan
from plomada.normativa.lectura import leer_registro

Regla = tuple[Callable[..., Any], Callable[..., Any]]
RAIZ = Path(__file__).resolve().parents[1]
METAS = {"traza": 1.25, "evidencia": 1.4, "evaluar": 0.40, "version": 0.15}
REPETICIONES = {EOT: 41, POT: 15, MIL: 3, EXTREMO: 3}
ARRANQUES = 11


@dataclass(frozen=True, slots=True)
class Fila:
    """Un renglón de la tabla; sin meta, solo informa."""

    que: str
    medida: float
    unidad: str
    meta: float | None = None

    @property
    def cumple(self) -> bool:
        """Dice si la medida no pasa de la meta."""
        return self.meta is None or self.medida <= self.meta

    def __str__(self) -> str:
        """Escribe el renglón."""
        meta = "" if self.meta is None else f"≤ {self.meta:g}   {'bien' if self.cumple else 'NO ALCANZA'}"
        return f"  {self.que:<66}{self.medida:>10.3f} {self.unidad:<3} {meta}"


# -- generado contra a mano ------------------------------------------------------------------------


def _hechos(paquete: Paquete, plan: Plan) -> Hechos:
    clase = plan.plan.clase.value
    return Hechos(plan, paquete.registro, FECHA, clase, clase, paquete.cuantos_hechos)


def correr(reglas: list[Regla], plan: Plan, hechos: Hechos, evidencia: bool) -> list[Any]:
    """Evalúa las reglas y lee los datos de lo que falla, o de todas con `evidencia`."""
    salida = []
    for decidir, datos in reglas:
        decision = decidir(plan, hechos)
        _, valor, malos, _ = decision
        if valor is not True:
            salida.append(
                (decision, [datos(plan, hechos, *quienes) for quienes, _ in malos or (((), valor),)])
            )
        else:
            salida.append((decision, [datos(plan, hechos)] if evidencia else []))
    return salida


def _generadas(paquete: Paquete) -> list[Regla]:
    return [(paquete.decidir(f), paquete.datos(f)) for f in paquete.fichas]


def _escritas() -> list[Regla]:
    return [forma(k) for forma in A_MANO for k in range(VARIANTES)]


def verificar(paquete: Paquete, plan: Plan) -> None:
    """Termina el programa si lo generado y lo escrito a mano no dan exactamente lo mismo."""
    generado = correr(_generadas(paquete), plan, _hechos(paquete, plan), True)
    escrito = correr(_escritas(), plan, _hechos(paquete, plan), True)
    for ficha, a, b in zip(paquete.fichas, generado, escrito, strict=True):
        if _llano(a) != _llano(b):
            raise SystemExit(f"{ficha.id} no da lo mismo:\n {str(_llano(a))[:900]}\n {str(_llano(b))[:900]}")


def _llano(resultado: Any) -> Any:  # noqa: ANN401
    (fase, valor, malos, total), datos = resultado
    quienes = [(tuple(id(x) if hasattr(x, "id") else x for x in q), v) for q, v in malos or ()]
    return fase, valor, quienes, total, [tuple(d) for d in datos or ()]


def comparar(paquete: Paquete, t: Tamano, plan: Plan, evidencia: bool) -> tuple[float, float]:
    """Mide por turnos, para que el ruido de la máquina toque por igual a los dos; devuelve medianas en ms."""
    generadas, escritas = _generadas(paquete), _escritas()
    tiempos: tuple[list[float], list[float]] = ([], [])
    correr(generadas, plan, _hechos(paquete, plan), evidencia)
    correr(escritas, plan, _hechos(paquete, plan), evidencia)
    for _ in range(REPETICIONES[t]):
        for reglas, lista in ((generadas, tiempos[0]), (escritas, tiempos[1])):
            hechos = _hechos(paquete, plan)
            gc.collect()
            gc.disable()
            antes = time.perf_counter()
            correr(reglas, plan, hechos, evidencia)
            lista.append((time.perf_counter() - antes) * 1000)
            gc.enable()
    return statistics.median(tiempos[0]), statistics.median(tiempos[1])


def filas_en_caliente(paquete: Paquete, t: Tamano, plan: Plan) -> list[Fila]:
    """Mide un tamaño de plan; las metas valen para los planes de verdad y no para el extremo."""
    filas = []
    for nombre, evidencia in (("traza", False), ("evidencia", True)):
        generado, escrito = comparar(paquete, t, plan, evidencia)
        que = "con traza en los fallos" if nombre == "traza" else "con evidencia de todas las reglas"
        filas += [
            Fila(f"{t.nombre}: generado, {que}", generado, "ms"),
            Fila(f"{t.nombre}: a mano, {que}", escrito, "ms"),
            Fila(f"{t.nombre}: razón generado / a mano, {que}", generado / escrito, "×", METAS[nombre]),
        ]
    return filas


def filas_por_forma(paquete: Paquete, plan: Plan) -> list[Fila]:
    """Mide cada forma por separado: el total puede esconder una que el generador hace mal."""
    generadas, escritas = _generadas(paquete), _escritas()
    razones = []
    for i, nombre in enumerate(FORMAS):
        corte = slice(i * VARIANTES, (i + 1) * VARIANTES)
        tiempos: tuple[list[float], list[float]] = ([], [])
        for _ in range(REPETICIONES[POT]):
            for reglas, lista in ((generadas[corte], tiempos[0]), (escritas[corte], tiempos[1])):
                hechos = _hechos(paquete, plan)
                _ = hechos.grafo
                antes = time.perf_counter()
                correr(reglas, plan, hechos, False)
                lista.append(time.perf_counter() - antes)
        medianas = [statistics.median(x) for x in tiempos]
        razones.append((medianas[0] / medianas[1], nombre))
    razones.sort()
    media = statistics.geometric_mean(r for r, _ in razones)
    peores = [Fila(f"POT: forma menos favorable, {nombre}", r, "×") for r, nombre in razones[:-4:-1]]
    return [
        Fila("POT: media geométrica de las razones de las 30 formas", media, "×", METAS["traza"]),
        *peores,
    ]


def _mediana(accion: Callable[[], object], veces: int) -> float:
    tiempos = []
    for _ in range(veces):
        antes = time.perf_counter()
        accion()
        tiempos.append(time.perf_counter() - antes)
    return statistics.median(tiempos)


def filas_enteras(paquete: Paquete, planes: dict[Tamano, Plan]) -> list[Fila]:
    """Mide `evaluar` completo, con mensajes y hallazgos, y si crece en proporción a los proyectos."""
    filas, porte = [], {}
    for t, plan in planes.items():
        porte[t] = _mediana(
            lambda plan=plan: evaluar(paquete, plan, Pedido(FECHA, True)), max(3, REPETICIONES[t] // 4)
        )  # type: ignore[misc]
        filas.append(Fila(f"{t.nombre}: evaluar completo, con mensajes", porte[t] * 1000, "ms"))
    filas.append(Fila("de 1.000 a 5.000 proyectos (lineal: 5)", porte[EXTREMO] / porte[MIL], "×", 6.0))
    tracemalloc.start()
    evaluar(paquete, planes[POT], Pedido(FECHA, True))
    filas.append(
        Fila("POT: memoria máxima de una evaluación", tracemalloc.get_traced_memory()[1] / 2**20, "MB")
    )
    tracemalloc.stop()
    return filas


# -- arranque --------------------------------------------------------------------------------------


def filas_en_frio() -> list[Fila]:
    """Mide el programa entero, como lo corre una persona, con la caché ya escrita."""
    with tempfile.TemporaryDirectory() as carpeta:
        plan = Path(carpeta) / "plan.yaml"
        datos = datos_del_plan(EOT)
        registro = leer_registro(RAIZ / "normativa").valor
        ids = [c.id for c in registro.contenidos] if registro else []
        datos["contenidos"] = dict(zip(ids, datos["contenidos"].values(), strict=False))
        plan.write_text(yaml.safe_dump(datos, allow_unicode=True, sort_keys=False), "utf-8")
        entorno = os.environ | {"XDG_CACHE_HOME": carpeta, "PYTHONPATH": str(RAIZ / "motor")}

        def correr_plomada(*argumentos: str) -> None:
            orden = [sys.executable, "-m", "plomada", *argumentos]
            hecho = subprocess.run(orden, cwd=carpeta, env=entorno, capture_output=True, check=False)
            if hecho.returncode not in {0, 1, 4}:
                raise SystemExit(
                    f"{' '.join(argumentos)} terminó con {hecho.returncode}:\n{hecho.stderr.decode()[:2000]}"
                )

        evaluar_plan = ("evaluar", str(plan), "--fecha", FECHA.isoformat())
        correr_plomada(*evaluar_plan)
        return [
            Fila(
                "`plomada --version`",
                _mediana(lambda: correr_plomada("--version"), ARRANQUES),
                "s",
                METAS["version"],
            ),
            Fila(
                "`plomada evaluar` sobre un EOT, con caché",
                _mediana(lambda: correr_plomada(*evaluar_plan), ARRANQUES),
                "s",
                METAS["evaluar"],
            ),
            Fila(
                "memoria máxima de los procesos",
                resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
                "MB",
            ),
        ]


def medir() -> Iterator[Fila | Medida]:
    """Mide todo, de lo que más importa a lo que menos."""
    antes = time.perf_counter()
    paquete = construir_paquete()
    yield Fila("compilar 300 reglas (leer, comprobar, generar)", time.perf_counter() - antes, "s")
    yield from filas_en_frio()
    planes = {t: construir(t) for t in (EOT, POT, MIL, EXTREMO)}
    for t in (EOT, POT, MIL):
        verificar(paquete, planes[t])
    print(
        f"  {len(paquete.fichas)} reglas de {len(A_MANO)} formas: generado y a mano dan exactamente lo mismo."
    )
    for t in (EOT, POT, EXTREMO):
        yield from filas_en_caliente(paquete, t, planes[t])
    yield from filas_por_forma(paquete, planes[POT])
    yield from filas_enteras(paquete, planes)
    yield from medir_articulacion()
    yield from medir_lectura()
    yield from medir_pagina()


def principal() -> int:
    """Imprime la tabla y devuelve 1 si una meta no se alcanza."""
    filas = []
    for fila in medir():
        print(fila, flush=True)
        filas.append(fila)
    return 0 if all(f.cumple for f in filas) else 1


if __name__ == "__main__":
    sys.exit(principal())

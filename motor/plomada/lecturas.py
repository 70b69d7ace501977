"""Trabaja con la entrega que trae una persona: lee sus documentos y comprueba lo que su plan dice de ellos.

Compone y no decide, como `aplicacion`: no imprime ni lee el reloj; las fechas, la caché y a quién avisar del
progreso llegan como argumentos.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo

if TYPE_CHECKING:
    from plomada.cargadores.plan import PlanCargado
    from plomada.evaluacion.paquete import Paquete
    from plomada.evidencia.documentos import Archivo
    from plomada.evidencia.formatos import Comprobacion, LecturaDeEntrega
    from plomada.evidencia.lectura import DeQuien
    from plomada.modelo.plan import Plan
    from plomada.normativa.contenidos import ContenidoExigible

Progreso = Callable[[str, int, int], None]
DESCRIPCIONES = ("plan.yaml", "plan.xlsx")


@dataclass(frozen=True, slots=True)
class PedidoDeLectura:
    """De qué trámite se buscan los contenidos, si la entrega no trae un plan que lo diga.

    `fecha` es la pedida, o None para tomar la del plan; `hoy` vale si el plan tampoco la dice.
    """

    hoy: date
    clase: str = ""
    tramite: str = ""
    fecha: date | None = None


@dataclass(frozen=True, slots=True)
class Taller:
    """Con qué se trabaja: las reglas, la caché de la persona y a quién se avisa del progreso."""

    paquete: "Paquete"
    cache: Path | None
    progreso: Progreso


def leer_entrega(carpeta: Path, pedido: PedidoDeLectura, taller: Taller) -> "Lectura[LecturaDeEntrega]":
    """Lee los documentos y propone dónde podría estar cada contenido exigible.

    Un documento que no se pueda leer es una advertencia y se sigue con los demás. Diagnósticos: PLO-L104,
    PLO-L150 a PLO-L154, PLO-L160, PLO-L161 y los de leer el plan y los documentos.
    """
    from plomada.evidencia.documentos import archivos_de_la_carpeta, archivos_del_plan
    from plomada.evidencia.entrega import leer_archivos
    from plomada.evidencia.lectura import proponer

    cargado = _cargar(carpeta)
    if cargado.tiene_errores:
        return Lectura(None, cargado.diagnosticos)
    plan = cargado.valor.plan if cargado.valor else None
    tramite = _tramite(carpeta, plan, pedido)
    if tramite.valor is None:
        return Lectura(None, tramite.diagnosticos)
    archivos, previos = (
        archivos_del_plan(carpeta, plan)
        if plan is not None and isinstance(plan.documentos, tuple)
        else archivos_de_la_carpeta(carpeta)
    )
    if not archivos:
        return Lectura(None, ordenar([*previos, _sin_documentos(carpeta)]))
    entregados, avisos = leer_archivos(archivos, taller.cache, taller.progreso)
    exigibles, de_quien = _exigibles(tramite.valor, cargado.valor, pedido, taller.paquete)
    hecha = proponer(entregados, exigibles, de_quien, lambda n, de: taller.progreso("búsqueda", n, de))
    return Lectura(hecha, ordenar([*previos, *avisos]))


def comprobar_evidencia(carpeta: Path, cache: Path | None, progreso: Progreso) -> "Lectura[Comprobacion]":
    """Comprueba cada evidencia del plan contra su documento, y dice qué se movió desde la vez anterior.

    Diagnósticos: PLO-L104, PLO-L150 a PLO-L153, PLO-L160, PLO-L163 y los de leer el plan y los documentos.
    """
    from plomada.cargadores.plan import cargar_plan
    from plomada.evidencia.archivos import leer
    from plomada.evidencia.comprobar import comprobar
    from plomada.evidencia.documentos import archivos_del_plan
    from plomada.evidencia.entrega import leer_archivos
    from plomada.evidencia.formatos import COMPROBACION
    from plomada.evidencia.formatos import Comprobacion as Formato

    if not carpeta.is_dir():
        return Lectura(None, (_no_es_carpeta(carpeta),))
    cargado = cargar_plan(carpeta)
    anterior = leer(carpeta / COMPROBACION, Formato)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    plan = cargado.valor.plan
    archivos, previos = archivos_del_plan(carpeta, plan)
    citados = _citados(archivos, plan)
    entregados, avisos = leer_archivos(citados, cache, progreso)
    previa = anterior.valor if anterior.valor is not None and anterior.valor.esta_intacto else None
    if previa is None and (anterior.valor is not None or anterior.tiene_errores):
        previos = (*previos, _anterior_perdida())
    hecha = comprobar(
        plan, {e.id: e for e in entregados}, previa, lambda n, de: progreso("evidencias", n, de)
    )
    return Lectura(hecha, ordenar([*cargado.diagnosticos, *previos, *avisos]))


def _citados(archivos: "tuple[Archivo, ...]", plan: "Plan") -> "tuple[Archivo, ...]":
    """Devuelve los documentos que alguna evidencia cita: los demás no hace falta leerlos."""
    from plomada.evidencia.recorrido import evidencias_de

    citados = {str(e.documento) for _, e in evidencias_de(plan) if isinstance(e.documento, str)}
    return tuple(a for a in archivos if a.id in citados)


def _cargar(carpeta: Path) -> "Lectura[PlanCargado]":
    """Carga el plan si la carpeta lo trae; si no, nada y ningún problema."""
    from plomada.cargadores.plan import cargar_plan

    if not carpeta.is_dir():
        return Lectura(None, (_no_es_carpeta(carpeta),))
    if not any((carpeta / nombre).exists() for nombre in DESCRIPCIONES):
        return Lectura(None)
    return cargar_plan(carpeta)


def _tramite(carpeta: Path, plan: "Plan | None", pedido: PedidoDeLectura) -> "Lectura[Plan]":
    """Devuelve el plan, o el supuesto del trámite pedido. Diagnósticos: PLO-L154."""
    from plomada.evaluacion.supuestos import plan_supuesto

    if plan is None:
        if pedido.clase and pedido.tramite:
            return Lectura(plan_supuesto(pedido.clase, pedido.tramite))
        mensaje = f"`{carpeta.name}` no trae un plan que diga su clase y su trámite"
        ayuda = "dígalos, como `--clase EOT --tramite revision-general`"
        return Lectura(None, (Diagnostico("PLO-L154", mensaje, ayuda=ayuda),))
    for opcion, pedida, suya in (
        ("--clase", pedido.clase, plan.plan.clase.value),
        ("--tramite", pedido.tramite, plan.plan.tramite.value),
    ):
        if pedida and pedida != suya:
            mensaje = f"`{opcion}` dice `{pedida}` y el plan de la carpeta dice `{suya}`"
            return Lectura(
                None, (Diagnostico("PLO-L154", mensaje, ayuda=f"quite `{opcion}` o corrija el plan"),)
            )
    return Lectura(plan)


def _exigibles(
    plan: "Plan", cargado: "PlanCargado | None", pedido: PedidoDeLectura, paquete: "Paquete"
) -> "tuple[list[ContenidoExigible], DeQuien]":
    """Devuelve los contenidos que se le exigen al trámite, con la misma decisión que la evaluación."""
    from plomada.evaluacion.ejecutar import Pedido
    from plomada.evaluacion.exigencias import exigir
    from plomada.evaluacion.insumos import elegir_fecha
    from plomada.evidencia.lectura import DeQuien

    elegida = elegir_fecha(plan, pedido.fecha, cargado.archivo if cargado else "")
    fecha = elegida.valor.fecha if elegida.valor else pedido.hoy
    pedidos = {
        contenido
        for e in exigir(paquete, plan, Pedido(fecha, fecha_dada=True))
        if e.se_exige
        for contenido in e.ficha.contenidos
    }
    contenidos = [c for c in paquete.registro.contenidos if c.id in pedidos]
    return contenidos, DeQuien(plan.plan.clase.value, plan.plan.tramite.value, fecha.isoformat())


def _no_es_carpeta(carpeta: Path) -> Diagnostico:
    ayuda = "indique la carpeta de la entrega, con el plan y sus documentos"
    return Diagnostico("PLO-L160", f"`{carpeta.name}` no es una carpeta", Tramo(carpeta.name), ayuda)


def _anterior_perdida() -> Diagnostico:
    mensaje = "lo comprobado la vez anterior se cambió a mano o no se entiende: se comprueba todo de nuevo"
    ayuda = "no se sabrá qué citas se movieron desde entonces"
    return Diagnostico("PLO-L163", mensaje, Tramo("comprobacion.yaml"), ayuda, gravedad="advertencia")


def _sin_documentos(carpeta: Path) -> Diagnostico:
    mensaje = f"`{carpeta.name}` no trae documentos que se puedan leer"
    ayuda = "ponga en la carpeta los PDF o DOCX del plan; si hay plan, diga el `archivo` de cada documento"
    return Diagnostico("PLO-L161", mensaje, Tramo(carpeta.name), ayuda)

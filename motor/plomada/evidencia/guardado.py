"""Carga una entrega con lo que `leer` y `evidencia` dejaron en su carpeta.

No busca ni compara nada: por eso no importa las bibliotecas que lo hacen.
"""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from plomada.cargadores.plan import PlanCargado, cargar_plan
from plomada.diagnosticos.diagnostico import Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.evidencia.aplicar import aplicar
from plomada.evidencia.archivos import leer
from plomada.evidencia.documentos import huellas_del_plan
from plomada.evidencia.formatos import COMPROBACION, LECTURA, Comprobacion, LecturaDeEntrega


def cargar_entrega(insumo: Path) -> Lectura[PlanCargado]:
    """Carga el plan y, si viene en una carpeta, lo que `leer` y `evidencia` dejaron en ella.

    Diagnósticos: los de `cargar_plan` y los de `con_lo_guardado`.
    """
    cargado = cargar_plan(insumo)
    if cargado.valor is None or not insumo.is_dir():
        return cargado
    guardado = con_lo_guardado(insumo, cargado.valor)
    return Lectura(guardado.valor, ordenar([*cargado.diagnosticos, *guardado.diagnosticos]))


def con_lo_guardado(carpeta: Path, cargado: PlanCargado) -> Lectura[PlanCargado]:
    """Devuelve el plan con lo que `leer` y `evidencia` dejaron en la carpeta, si dejaron algo.

    Diagnósticos: los de `archivos.leer` y los de `aplicar`. Con un archivo mal escrito no hay plan: usarlo a
    medias cambiaría el resultado sin que se note.
    """
    lectura = leer(carpeta / LECTURA, LecturaDeEntrega)
    comprobacion = leer(carpeta / COMPROBACION, Comprobacion)
    errores = (*lectura.diagnosticos, *comprobacion.diagnosticos)
    if errores:
        return Lectura(None, errores)
    if lectura.valor is None and comprobacion.valor is None:
        return Lectura(cargado)
    huellas = huellas_del_plan(carpeta, cargado.plan) if comprobacion.valor else {}
    hecho = aplicar(cargado.plan, lectura.valor, comprobacion.valor, huellas)
    lugares = {**{f"contenidos.{c}": Tramo(LECTURA) for c in hecho.agregados}, **cargado.lugares}
    nuevo = replace(cargado, plan=hecho.plan, lugares=MappingProxyType(lugares))
    return Lectura(nuevo, hecho.avisos)

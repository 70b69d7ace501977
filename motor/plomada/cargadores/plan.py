"""Carga el plan: del archivo o la carpeta del usuario al valor validado.

`validar_plan` es pura: del árbol al plan. `cargar_plan` y `leer_arbol` tocan el disco y nada más.
Invariante: sin diagnósticos de error hay plan; con alguno no lo hay.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from plomada.cargadores import problemas
from plomada.cargadores.arbol import Nodo
from plomada.cargadores.archivo import leer_bytes
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.enlaces import citas_perdidas
from plomada.cargadores.huella import huella_del_plan
from plomada.cargadores.recorrido import Recorrido
from plomada.cargadores.sugerencias import Sugeridor
from plomada.cargadores.traduccion import Traductor
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.formas import Forma
from plomada.modelo.plan import Plan

NOMBRE_DEL_PLAN = "plan.yaml"
NOMBRE_DEL_LIBRO = "plan.xlsx"
EXTENSION_DE_LIBRO = ".xlsx"
_DE_OTRAS_HOJAS = frozenset({".xls", ".xlsm", ".xlsb", ".ods", ".csv"})
_FORMA_DEL_PLAN = Forma("objeto", "plan", modelo=Plan)


@dataclass(frozen=True, slots=True)
class PlanCargado:
    """Un plan válido y de dónde salió cada dato.

    `lugares` lleva de la ruta canónica al lugar; un elemento de lista se nombra por su id
    (`medios.proyectos[P1].costo`) y, si no lo tiene, por su posición desde 1. `huella` es el SHA-256
    de los datos, sea cual sea el formato del archivo.
    """

    plan: Plan
    lugares: Mapping[str, Tramo]
    archivo: str

    @property
    def huella(self) -> str:
        """Devuelve el SHA-256 de los datos del plan."""
        return huella_del_plan(self.plan)


def validar_plan(nodo: Nodo) -> Lectura[PlanCargado]:
    """Devuelve el plan que el árbol describe, o todo lo que le falta para serlo.

    Diagnósticos: PLO-D101 a PLO-D119; PLO-D118 (un enlace roto de la cadena) no impide evaluar.
    """
    archivo = nodo.tramo.archivo
    recorrido, sugeridor = Recorrido(), Sugeridor()
    datos = recorrido.bajar(nodo, _FORMA_DEL_PLAN)
    hallados = [*recorrido.hallados, *citas_perdidas(recorrido, sugeridor)]
    try:
        plan = Plan.model_validate(datos)
    except ValidationError as error:
        traductor = Traductor(nodo, _FORMA_DEL_PLAN, recorrido, sugeridor)
        hallados.extend(traductor.traducir(error))
        return Lectura(None, problemas.acotar(hallados, archivo))
    if any(d.es_error for d in hallados):
        return Lectura(None, problemas.acotar(hallados, archivo))
    lugares = MappingProxyType(recorrido.lugares)
    return Lectura(PlanCargado(plan, lugares, archivo), problemas.acotar(hallados, archivo))


def cargar_plan(ruta: Path) -> Lectura[PlanCargado]:
    """Lee y valida el plan de un archivo `.yaml` o `.xlsx`, o el de la carpeta de una entrega.

    El plan se nombra por su ruta dentro de la entrega, para que un informe no cambie de máquina en
    máquina. De una carpeta se revisan también los archivos que el plan cita.
    Diagnósticos: PLO-L101 a PLO-L117, PLO-L130 a PLO-L146 y los de `validar_plan`.
    """
    if es_carpeta(ruta):
        from plomada.cargadores.carpeta import cargar_carpeta

        return cargar_carpeta(ruta)
    return cargar_archivo(ruta)


def es_carpeta(ruta: Path) -> bool:
    """Dice si la ruta es una carpeta; una ruta imposible no lo es."""
    try:
        return ruta.is_dir()
    except (OSError, ValueError):
        return False


def cargar_archivo(ruta: Path) -> Lectura[PlanCargado]:
    """Lee y valida el plan de un archivo."""
    return validar_lectura(leer_arbol(ruta))


def validar_lectura(leido: Lectura[Nodo]) -> Lectura[PlanCargado]:
    """Valida un árbol leído con lo que se halló al leerlo: los problemas de ambos, de una vez."""
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    validado = validar_plan(leido.valor)
    if not leido.diagnosticos:
        return validado
    todos = ordenar([*leido.diagnosticos, *validado.diagnosticos])
    return Lectura(None if leido.tiene_errores else validado.valor, todos)


def leer_arbol(ruta: Path) -> Lectura[Nodo]:
    """Lee el árbol que el archivo describe, sin validarlo; el formato lo dice la extensión.

    Diagnósticos: PLO-L101 a PLO-L117, PLO-L130 a PLO-L141.
    """
    extension = ruta.suffix.lower()
    if extension in _DE_OTRAS_HOJAS:
        return Lectura(None, (_otra_hoja(ruta),))
    es_libro = extension == EXTENSION_DE_LIBRO
    leidos = leer_bytes(ruta)
    if leidos.valor is None:
        return Lectura(None, leidos.diagnosticos)
    if es_libro:
        from plomada.cargadores.libro.leer import leer_libro

        return leer_libro(leidos.valor, ruta.name)
    return leer_yaml(leidos.valor, ruta.name)


def _otra_hoja(ruta: Path) -> Diagnostico:
    mensaje = f"`{ruta.name}` no es un libro `.xlsx`"
    if ruta.suffix.lower() == ".xlsm":
        mensaje = f"`{ruta.name}` es un libro con macros"
    ayuda = "ábralo en Excel o LibreOffice y guárdelo como «Libro de Excel (.xlsx)»"
    return Diagnostico(problemas.OTRO_FORMATO, mensaje, Tramo(ruta.name), ayuda)

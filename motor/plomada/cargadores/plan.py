"""Carga el plan: del archivo o la carpeta del usuario al valor validado.

`validar_plan` es pura: del árbol al plan. `cargar_plan` toca el disco y nada más.
Invariante: sin diagnósticos de error hay plan; con alguno no lo hay.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from plomada.cargadores import problemas
from plomada.cargadores.arbol import Nodo, huella_de
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.enlaces import citas_perdidas
from plomada.cargadores.recorrido import Recorrido
from plomada.cargadores.sugerencias import Sugeridor
from plomada.cargadores.texto_yaml import MAXIMO_DE_BYTES
from plomada.cargadores.traduccion import Traductor
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma
from plomada.modelo.plan import Plan

NOMBRE_DEL_PLAN = "plan.yaml"
_FORMA_DEL_PLAN = Forma("objeto", "plan", modelo=Plan)


@dataclass(frozen=True, slots=True)
class PlanCargado:
    """Un plan válido y de dónde salió cada dato.

    `lugares` lleva de la ruta canónica al lugar; un elemento de lista se nombra por su id
    (`medios.proyectos[P1].costo`) y, si no lo tiene, por su posición desde 1. `huella` es el SHA-256
    del archivo, o del contenido del árbol si no vino de un archivo.
    """

    plan: Plan
    lugares: Mapping[str, Tramo]
    huella: str
    archivo: str


def validar_plan(nodo: Nodo, huella: str = "") -> Lectura[PlanCargado]:
    """Devuelve el plan que el árbol describe, o todo lo que le falta para serlo.

    Diagnósticos: PLO-D101 a PLO-D118; el último (un enlace roto de la cadena) no impide evaluar.
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
    cargado = PlanCargado(plan, lugares, huella or huella_de(nodo), archivo)
    return Lectura(cargado, problemas.acotar(hallados, archivo))


def cargar_plan(ruta: Path) -> Lectura[PlanCargado]:
    """Lee y valida el plan de un archivo, o el `plan.yaml` de una carpeta.

    El plan se nombra por su ruta dentro de la entrega, para que un informe no cambie de máquina en
    máquina. Diagnósticos: PLO-L101 a PLO-L117 y los de `validar_plan`.
    """
    try:
        archivo = ruta / NOMBRE_DEL_PLAN if ruta.is_dir() else ruta
        datos = _por_que_no_se_lee(archivo, ruta) or _leer_bytes(archivo)
    except OSError as error:
        return Lectura(None, (_no_se_pudo_leer(ruta, error),))
    if isinstance(datos, Diagnostico):
        return Lectura(None, (datos,))
    leido = leer_yaml(datos, archivo.name)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return validar_plan(leido.valor, hashlib.sha256(datos).hexdigest())


def _por_que_no_se_lee(archivo: Path, pedida: Path) -> Diagnostico | None:
    tramo = Tramo(archivo.name)
    if archivo.is_symlink() and _sale_de_su_carpeta(archivo):
        mensaje = f"`{archivo.name}` es un enlace que sale de la carpeta de la entrega"
        ayuda = "copie el archivo dentro de la carpeta"
        return Diagnostico(problemas.ENLACE_QUE_SALE, mensaje, tramo, ayuda)
    if not archivo.exists():
        if archivo != pedida:
            ayuda = f"la carpeta de una entrega lleva un archivo `{NOMBRE_DEL_PLAN}`"
            return Diagnostico(problemas.NO_EXISTE, f"la carpeta no trae `{archivo.name}`", tramo, ayuda)
        ayuda = "revise el nombre y la carpeta desde la que se llama"
        return Diagnostico(problemas.NO_EXISTE, f"`{recortar(str(pedida), 200)}` no existe", tramo, ayuda)
    if not archivo.is_file():
        ayuda = "indique un archivo YAML o la carpeta de la entrega"
        return Diagnostico(problemas.NO_ES_ARCHIVO, f"`{archivo.name}` no es un archivo", tramo, ayuda)
    return None


def _sale_de_su_carpeta(archivo: Path) -> bool:
    try:
        return not archivo.resolve().is_relative_to(archivo.parent.resolve())
    except (OSError, RuntimeError):
        return True


def _leer_bytes(archivo: Path) -> bytes:
    """Lee hasta un byte más del tope, para no cargar en memoria un archivo descomunal."""
    with archivo.open("rb") as abierto:
        return abierto.read(MAXIMO_DE_BYTES + 1)


def _no_se_pudo_leer(ruta: Path, error: OSError) -> Diagnostico:
    nombre = recortar(Path(str(error.filename or ruta)).name)
    falta_permiso = isinstance(error, PermissionError)
    mensaje = f"no hay permiso para leer `{nombre}`" if falta_permiso else f"`{nombre}` no se pudo leer"
    ayuda = "revise el nombre y los permisos, y que otro programa no lo tenga abierto"
    return Diagnostico(problemas.SIN_PERMISO, mensaje, Tramo(nombre), ayuda)

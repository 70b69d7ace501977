"""Los documentos de una entrega en el disco: cuáles son, dónde están y cuál es su huella.

Toca el disco. Ninguna ruta sale de la carpeta: una entrega debe estar completa por sí sola.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plomada.cargadores import problemas
from plomada.cargadores.documentos.leer import huella_de_archivo
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.bloques.encabezado import Documento as DocumentoDelPlan
from plomada.modelo.plan import Plan

SE_BUSCAN = frozenset({".pdf", ".docx"})


@dataclass(frozen=True, slots=True)
class Archivo:
    """Un documento de la entrega: su id en el plan, si lo tiene, y su ruta en la carpeta y en el disco."""

    id: str
    nombre: str
    ruta: Path
    declarada: str = ""


def archivos_del_plan(carpeta: Path, plan: Plan) -> tuple[tuple[Archivo, ...], tuple[Diagnostico, ...]]:
    """Devuelve los documentos del plan que tienen archivo, y por qué no se usan los demás.

    Diagnósticos: PLO-L104 (sale de la carpeta), PLO-L152 (no está), PLO-L153 (el plan no da su archivo).
    """
    documentos = plan.documentos if isinstance(plan.documentos, tuple) else ()
    hallados = [_del_documento(carpeta, d) for d in documentos]
    archivos = tuple(h for h in hallados if isinstance(h, Archivo))
    return archivos, tuple(h for h in hallados if isinstance(h, Diagnostico))


def _del_documento(carpeta: Path, d: DocumentoDelPlan) -> Archivo | Diagnostico:
    if not isinstance(d.archivo, str):
        mensaje = f"el documento `{d.id}` no dice en qué archivo está: no se puede leer ni comprobar"
        ayuda = f"escriba en `documentos[{d.id}].archivo` su ruta dentro de la carpeta"
        return _aviso("PLO-L153", mensaje, "", ayuda)
    nombre = d.archivo.replace("\\", "/").strip()
    ruta = _buscar(carpeta, nombre)
    if ruta is None:
        mensaje = f"`{nombre}`, del documento `{d.id}`, no está en la carpeta"
        return _aviso("PLO-L152", mensaje, nombre, "cópielo allí o corrija `archivo` en el plan")
    if not _esta_dentro(carpeta, ruta):
        mensaje = f"`{nombre}`, del documento `{d.id}`, está fuera de la carpeta de la entrega"
        return _aviso(problemas.ENLACE_QUE_SALE, mensaje, nombre, "copie el archivo dentro de la carpeta")
    return Archivo(d.id, nombre, ruta, d.huella if isinstance(d.huella, str) else "")


def _buscar(carpeta: Path, nombre: str) -> Path | None:
    """Devuelve la ruta, también si otro sistema guardó las tildes del nombre de otra forma."""
    directa = carpeta / nombre
    try:
        if directa.exists() or not _es_relativa(nombre):
            return directa
        actual = carpeta
        for parte in PurePosixPath(nombre).parts:
            buscada = unicodedata.normalize("NFC", parte)
            actual = next(h for h in actual.iterdir() if unicodedata.normalize("NFC", h.name) == buscada)
        return actual
    except (OSError, ValueError, StopIteration):
        return None


def _es_relativa(nombre: str) -> bool:
    puro = PurePosixPath(nombre)
    return not puro.is_absolute() and ".." not in puro.parts


def _esta_dentro(carpeta: Path, ruta: Path) -> bool:
    try:
        return ruta.resolve().is_relative_to(carpeta.resolve())
    except (OSError, RuntimeError):
        return False


def archivos_de_la_carpeta(carpeta: Path) -> tuple[tuple[Archivo, ...], tuple[Diagnostico, ...]]:
    """Devuelve todos los PDF y DOCX de la carpeta y de sus subcarpetas, por nombre.

    Diagnósticos: PLO-L104.
    """
    hallados: list[Archivo] = []
    avisos: list[Diagnostico] = []
    for ruta in sorted(carpeta.rglob("*")):
        nombre = ruta.relative_to(carpeta).as_posix()
        oculto = any(p.startswith((".", "~$")) for p in PurePosixPath(nombre).parts)
        if oculto or ruta.suffix.lower() not in SE_BUSCAN or (ruta.is_dir() and not ruta.is_symlink()):
            continue
        if _esta_dentro(carpeta, ruta):
            hallados.append(Archivo("", nombre, ruta))
        else:
            mensaje = f"`{nombre}` es un enlace que sale de la carpeta de la entrega: no se lee"
            avisos.append(
                _aviso(problemas.ENLACE_QUE_SALE, mensaje, nombre, "copie el archivo dentro de la carpeta")
            )
    return tuple(hallados), tuple(avisos)


def _aviso(codigo: str, mensaje: str, archivo: str, ayuda: str) -> Diagnostico:
    return Diagnostico(codigo, mensaje, Tramo(archivo) if archivo else None, ayuda, gravedad="advertencia")


def huella_o_nada(ruta: Path) -> str:
    """Devuelve el SHA-256 del archivo, o vacío si no se puede leer."""
    try:
        return huella_de_archivo(ruta)
    except OSError:
        return ""


def huellas_del_plan(carpeta: Path, plan: Plan) -> Mapping[str, str]:
    """Devuelve la huella de hoy de cada documento del plan que se puede leer, por su id."""
    archivos, _ = archivos_del_plan(carpeta, plan)
    return {a.id: huella for a in archivos if (huella := huella_o_nada(a.ruta))}

"""Dónde puede quedar lo que se escribe: sin pisar nada ni cambiar la entrega que el recibo anota."""

from dataclasses import dataclass
from pathlib import Path

from plomada.cli.problemas import Problema
from plomada.diagnosticos.diagnostico import Diagnostico

YA_EXISTE = "PLO-D473"
DENTRO_DE_LA_ENTREGA = "PLO-D474"


@dataclass(frozen=True, slots=True)
class Lugares:
    """El plan que se revisa, los archivos que salen y si se pidió escribir encima.

    Con `reemplazar` en None, la orden no tiene esa opción: un recibo anterior se reemplaza, y nada más.
    """

    plan: Path
    salidas: tuple[Path, ...]
    reemplazar: bool | None = None
    adjuntos: tuple[Path, ...] = ()


def revisar_libre(archivo: Path, plan: Path, reemplazar: bool, adjuntos: tuple[Path, ...] = ()) -> None:
    """Exige que no haya nada que pisar; ni con `--reemplazar` se escribe encima de lo que se está leyendo.

    Diagnósticos: PLO-D473.
    """
    if not archivo.exists():
        return
    if archivo.is_file() and reemplazar and not _se_lee(archivo, plan, adjuntos):
        return
    if archivo.is_file() and not _se_lee(archivo, plan, adjuntos):
        ayuda = "agregue `--reemplazar`, o dé otro nombre con `-o`"
    else:
        ayuda = "dé otro nombre con `-o`"
    raise Problema(Diagnostico(YA_EXISTE, f"`{archivo.name}` ya existe y no se escribió encima", ayuda=ayuda))


def exigir_lugares(recibo: Path | None, lugares: Lugares) -> None:
    """Exige dónde dejar lo que sale y el recibo. Diagnósticos: PLO-D473, PLO-D474."""
    for archivo in lugares.salidas:
        revisar_libre(archivo, lugares.plan, bool(lugares.reemplazar), lugares.adjuntos)
    exigir_lugar(recibo, lugares)


def exigir_lugar(recibo: Path | None, lugares: Lugares) -> None:
    """Exige, si se pide recibo, un lugar donde sirva para repetir. Diagnósticos: PLO-D473, PLO-D474.

    Un archivo que aparece en la entrega después de evaluarla se lee al repetir y cambia el informe.
    """
    if recibo is None:
        return
    if any(s.resolve() == recibo.resolve() for s in lugares.salidas):
        ayuda = "dé otro nombre con `--recibo`"
        mensaje = f"`{recibo.name}` es a la vez el recibo y el informe"
        raise Problema(Diagnostico(DENTRO_DE_LA_ENTREGA, mensaje, ayuda=ayuda))
    _exigir_fuera(recibo, lugares)
    _exigir_libre(recibo, lugares)


def _exigir_fuera(recibo: Path, lugares: Lugares) -> None:
    if not lugares.plan.is_dir():
        return
    entrega = lugares.plan.resolve()
    for archivo, opcion in ((recibo, "--recibo"), *((s, "-o") for s in lugares.salidas)):
        entero = archivo.resolve()
        if not entero.is_relative_to(entrega) or (archivo is recibo and _es_propio(entero, entrega)):
            continue
        ayuda = f"dé con `{opcion}` un lugar fuera de la carpeta de la entrega"
        if archivo is recibo:
            from plomada.informes.recibo.archivos import NOMBRE_DEL_RECIBO

            ayuda += f", o llámelo `{NOMBRE_DEL_RECIBO}` y déjelo junto al plan"
        mensaje = f"`{archivo.name}` quedaría dentro de la entrega, y al repetir se leería como parte de ella"
        raise Problema(Diagnostico(DENTRO_DE_LA_ENTREGA, mensaje, ayuda=ayuda))


def _es_propio(recibo: Path, entrega: Path) -> bool:
    """Ese nombre, junto al plan, no lo lee nadie como parte de la entrega."""
    from plomada.informes.recibo.archivos import NOMBRE_DEL_RECIBO

    return recibo == entrega / NOMBRE_DEL_RECIBO


def _exigir_libre(recibo: Path, lugares: Lugares) -> None:
    if not recibo.exists():
        return
    puede = recibo.is_file() and not _se_lee(recibo, lugares.plan, lugares.adjuntos)
    if puede and (_es_recibo(recibo) if lugares.reemplazar is None else lugares.reemplazar):
        return
    ayuda = "dé otro nombre con `--recibo`"
    if puede and lugares.reemplazar is not None:
        ayuda = f"agregue `--reemplazar`, o {ayuda}"
    raise Problema(Diagnostico(YA_EXISTE, f"`{recibo.name}` ya existe y no se escribió encima", ayuda=ayuda))


def _es_recibo(archivo: Path) -> bool:
    from plomada.informes.recibo.lectura import leer_recibo

    return leer_recibo(archivo).valor is not None


def _se_lee(archivo: Path, plan: Path, adjuntos: tuple[Path, ...]) -> bool:
    """Dice si es el plan, sus aceptaciones, la plantilla o el libro de respuestas."""
    carpeta = plan if plan.is_dir() else plan.parent
    propios = (plan, *(carpeta / n for n in ("plan.yaml", "plan.xlsx", "aceptaciones.yaml")), *adjuntos)
    return any(p.exists() and p.samefile(archivo) for p in propios)

"""Lee los bytes de un archivo del usuario, o dice por qué no se puede."""

from pathlib import Path

from plomada.cargadores import problemas
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar

MAXIMO_QUE_SE_LEE = 16 * 1024 * 1024


def leer_bytes(archivo: Path) -> Lectura[bytes]:
    """Devuelve los bytes, hasta uno más del tope: quien los interpreta dice que es muy grande.

    Diagnósticos: PLO-L101 a PLO-L104.
    """
    try:
        problema = _por_que_no_se_lee(archivo)
        if problema is not None:
            return Lectura(None, (problema,))
        with archivo.open("rb") as abierto:
            return Lectura(abierto.read(MAXIMO_QUE_SE_LEE + 1))
    except (OSError, ValueError) as error:
        return Lectura(None, (_no_se_pudo_leer(archivo, error),))


def _por_que_no_se_lee(archivo: Path) -> Diagnostico | None:
    tramo = Tramo(archivo.name)
    if archivo.is_symlink() and sale_de_su_carpeta(archivo, archivo.parent):
        mensaje = f"`{archivo.name}` es un enlace que sale de la carpeta de la entrega"
        ayuda = "copie el archivo dentro de la carpeta"
        return Diagnostico(problemas.ENLACE_QUE_SALE, mensaje, tramo, ayuda)
    if not archivo.exists():
        ayuda = "revise el nombre y la carpeta desde la que se llama"
        return Diagnostico(problemas.NO_EXISTE, f"`{recortar(str(archivo), 200)}` no existe", tramo, ayuda)
    if not archivo.is_file():
        ayuda = "indique un `.yaml`, un `.xlsx` o la carpeta de la entrega"
        return Diagnostico(problemas.NO_ES_ARCHIVO, f"`{archivo.name}` no es un archivo", tramo, ayuda)
    return None


def sale_de_su_carpeta(archivo: Path, carpeta: Path) -> bool:
    """Dice si al seguir sus enlaces el archivo queda fuera de la carpeta; si giran, también."""
    try:
        return not archivo.resolve().is_relative_to(carpeta.resolve())
    except (OSError, RuntimeError):
        return True


def _no_se_pudo_leer(ruta: Path, error: Exception) -> Diagnostico:
    nombre = recortar(Path(str(getattr(error, "filename", None) or ruta)).name)
    falta_permiso = isinstance(error, PermissionError)
    mensaje = f"no hay permiso para leer `{nombre}`" if falta_permiso else f"`{nombre}` no se pudo leer"
    ayuda = "revise el nombre y los permisos, y que otro programa no lo tenga abierto"
    return Diagnostico(problemas.SIN_PERMISO, mensaje, Tramo(nombre), ayuda)

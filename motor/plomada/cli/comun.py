"""Lo que comparten las órdenes: leer sus valores, encontrar las reglas y guardar la caché."""

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from plomada import aplicacion
from plomada.cli.problemas import Problema
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import leer_fecha
from plomada.valores.texto import en_lista, plegar

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete

FORMATOS = ("consola", "json")
PERFILES = ("juridico", "consultoria", "concertacion", "radicacion")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entorno:
    """Lo que vale para todas las órdenes: de qué carpeta salen las reglas (None: las de Plomada)."""

    datos: Path | None = None

    @property
    def base(self) -> Path:
        """Devuelve la carpeta con `reglas/` y `normativa/`."""
        return self.datos or aplicacion.carpeta_de_datos()

    def paquete(self) -> "Paquete":
        """Devuelve las reglas compiladas, o interrumpe con lo que les falta."""
        return self.exigir(aplicacion.cargar_paquete(self.base, carpeta_de_cache()))

    def fuentes(self, solo: tuple[Path, ...] = ()) -> aplicacion.Fuentes:
        """Devuelve las reglas sin compilar, o interrumpe con lo que les falta."""
        return self.exigir(aplicacion.cargar_fuentes(self.base, solo))

    def exigir(self, lectura: Lectura[T]) -> T:
        """Devuelve lo leído, o interrumpe la orden con sus diagnósticos."""
        if lectura.valor is None:
            raise Problema(*lectura.diagnosticos, fuentes=(self.base,))
        return lectura.valor


def carpeta_de_cache() -> Path | None:
    """Devuelve la carpeta de caché de la persona, según su sistema; None si no tiene carpeta propia."""
    try:
        if sys.platform == "win32":
            raiz = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        else:
            raiz = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return raiz / "plomada" if raiz.is_absolute() else None


def elegir(escrito: str, posibles: Collection[str], opcion: str) -> str:
    """Devuelve el valor como se nombra, aunque venga con tildes o mayúsculas. Diagnósticos: PLO-L203."""
    hallado = next((p for p in posibles if plegar(p) == plegar(escrito)), None)
    if hallado is None:
        ayuda = quiza(escrito, posibles) or f"se admite {en_lista(sorted(posibles), 'o')}"
        raise Problema(Diagnostico("PLO-L203", f"`{escrito}` no es un valor de `{opcion}`", ayuda=ayuda))
    return hallado


def leer_fecha_de(escrita: str) -> date | None:
    """Devuelve la fecha de `--fecha`, o None si no se dio. Diagnósticos: PLO-L203."""
    if not escrita:
        return None
    leida = leer_fecha(escrita)
    if isinstance(leida, str):
        raise Problema(Diagnostico("PLO-L203", f"en `--fecha`, {leida}"))
    return leida

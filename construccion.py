"""Gancho de construcción de la rueda: la entrega con las reglas ya compiladas.

La rueda funciona igual sin esto; con esto, el primer arranque no tiene que leer ni comprobar las reglas.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RAIZ = Path(__file__).resolve().parent


class GanchoDeConstruccion(BuildHookInterface[Any]):
    """Compila `reglas/` y agrega el resultado a los datos del paquete."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Falla si las reglas tienen errores: no se publica una rueda que no sirve."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(RAIZ / "motor"))
        from plomada.aplicacion import huella_de, precompilar

        destino = Path(tempfile.mkdtemp(prefix="plomada-"))
        problemas = [d for d in precompilar(RAIZ, destino, huella_de(RAIZ)) if d.es_error]
        if problemas:
            raise SystemExit("las reglas tienen errores: " + "; ".join(d.mensaje for d in problemas[:5]))
        build_data["force_include"][str(destino)] = "plomada/_datos/compilado"

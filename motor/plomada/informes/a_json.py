"""El informe en JSON: los mismos bytes para el mismo informe."""

import json

from plomada.informes.vista import Informe


def a_json(informe: Informe) -> str:
    """Devuelve el informe en JSON, con sangría, en UTF-8 legible y con salto final."""
    return json.dumps(informe.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

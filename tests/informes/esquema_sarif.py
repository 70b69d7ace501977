"""El validador de SARIF 2.1.0, con el esquema oficial guardado en `datos`."""

import json
from pathlib import Path

from jsonschema import Draft4Validator, FormatChecker

_ESQUEMA = json.loads((Path(__file__).parent / "datos" / "sarif-2.1.0.schema.json").read_text("utf-8"))
VALIDADOR = Draft4Validator(_ESQUEMA, format_checker=FormatChecker())

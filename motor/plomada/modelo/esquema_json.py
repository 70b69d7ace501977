"""JSON Schema del plan, para autocompletar en editores y validar desde otras herramientas."""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from plomada.modelo.plan import Plan
from plomada.modelo.tipos import TIPO_COMPARTIDO

DIALECTO = "https://json-schema.org/draft/2020-12/schema"
TITULO = "Plan de ordenamiento territorial descrito para Plomada"
_DEL_CAMPO = ("description", "default")


class _SinTitulos(GenerateJsonSchema):
    """Generador que no inventa un título en inglés para cada campo."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - firma de pydantic
        """Nunca: la descripción del campo basta."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        """Omite el valor por omisión: en un plan, no escribir un campo es no describirlo."""
        return self.generate_inner(schema["schema"])


def esquema_json() -> dict[str, Any]:
    """Devuelve el esquema que publica `plomada esquema`; siempre el mismo, con las claves en orden.

    Describe el archivo como lo escribe una persona: cantidades, fechas y números son texto.
    """
    esquema = Plan.model_json_schema(schema_generator=_SinTitulos)
    compartidos: dict[str, Any] = {}
    cuerpo = _compartir(esquema, compartidos)
    cuerpo["$defs"] = {**cuerpo["$defs"], **compartidos}
    return {"$schema": DIALECTO, **_ordenado(cuerpo), "title": TITULO}


def _compartir(valor: Any, compartidos: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON cualquiera
    """Deja cada forma repetida una sola vez en `$defs` y la cita donde aparecía."""
    if isinstance(valor, list):
        return [_compartir(elemento, compartidos) for elemento in valor]
    if not isinstance(valor, Mapping):
        return valor
    nombre = valor.get(TIPO_COMPARTIDO)
    if not isinstance(nombre, str):
        return {clave: _compartir(interno, compartidos) for clave, interno in valor.items()}
    propias = {c: v for c, v in valor.items() if c != TIPO_COMPARTIDO and c not in _DEL_CAMPO}
    compartidos[nombre] = propias
    return {"$ref": f"#/$defs/{nombre}", **{c: valor[c] for c in _DEL_CAMPO if c in valor}}


def _ordenado(valor: Any) -> Any:  # noqa: ANN401 - JSON cualquiera
    if isinstance(valor, dict):
        return {clave: _ordenado(valor[clave]) for clave in sorted(valor)}
    if isinstance(valor, list):
        return [_ordenado(elemento) for elemento in valor]
    return valor

"""Traduce los errores de typer al escribir una orden a diagnósticos en español."""

from typing import Any

from plomada.cli.ayuda import NOMBRES_DE_AYUDA
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.valores.cercanos import cercanos, quiza


def traducir(error: Any) -> Diagnostico:  # noqa: ANN401 - typer no publica el tipo de sus errores de uso
    """Devuelve el diagnóstico de un error de uso. Diagnósticos: PLO-L202 a PLO-L205."""
    ctx = getattr(error, "ctx", None)
    orden = ctx.command_path if ctx is not None else "plomada"
    ver_ayuda = f"cómo se escribe: `{orden} --ayuda`"
    clase = type(error).__name__
    if clase == "NoSuchOption":
        conocidas = (
            [o for p in ctx.command.params for o in p.opts] + NOMBRES_DE_AYUDA if ctx is not None else []
        )
        # Sin los guiones, que todas comparten y las harían parecerse.
        por_nombre = {o.lstrip("-"): o for o in conocidas}
        parecidas = [por_nombre[n] for n in cercanos(error.option_name.lstrip("-"), por_nombre)]
        ayuda = quiza(error.option_name, parecidas) or ver_ayuda
        return Diagnostico("PLO-L202", f"`{orden}` no tiene la opción `{error.option_name}`", ayuda=ayuda)
    if clase == "BadOptionUsage":
        return Diagnostico(
            "PLO-L204", f"a la opción `{error.option_name}` le falta su valor", ayuda=ver_ayuda
        )
    if clase == "MissingParameter":
        return Diagnostico("PLO-L204", f"a `{orden}` le falta {_nombre(error.param)}", ayuda=ver_ayuda)
    if clase == "BadParameter":
        return Diagnostico("PLO-L203", f"el valor de {_nombre(error.param)} no se admite", ayuda=ver_ayuda)
    return Diagnostico("PLO-L205", f"en `{orden}` sobra algo o no se entiende", ayuda=ver_ayuda)


def _nombre(parametro: Any) -> str:  # noqa: ANN401 - tipos internos de typer
    if parametro is None:
        return "un valor"
    if parametro.param_type_name == "argument":
        return f"`<{parametro.metavar or parametro.name}>`"
    return f"la opción `{parametro.opts[0]}`"

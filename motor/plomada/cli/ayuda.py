"""La ayuda de la consola, en español y sin cargar nada más que typer."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from plomada.cli.problemas import Problema
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.valores.cercanos import quiza

_COLUMNA = 30
NOMBRES_DE_AYUDA = ["--ayuda", "--help", "-h"]
CODIGOS_DE_SALIDA = """Códigos de salida:
  0  toda exigencia obligatoria quedó decidida y ninguna se incumple
  1  hay incumplimientos de lo obligatorio (o casos que fallan, o archivos sin formatear)
  2  algo de lo escrito está mal: la orden, el plan o las reglas
  3  falló la herramienta
  4  sin incumplimientos, pero algo obligatorio no consta o requiere concepto, o nada se decidió
"""


class Orden(TyperCommand):
    """Una orden con su ayuda en español."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - tipos internos de typer
        """Escribe cómo se usa, qué hace, sus argumentos y sus opciones."""
        argumentos = [p for p in self.params if p.param_type_name == "argument"]
        opciones = [p for p in self.get_params(ctx) if p.param_type_name == "option"]
        uso = " ".join([ctx.command_path, *(_argumento(p) for p in argumentos), "[opciones]"])
        formatter.write(f"Uso: {uso}\n\n{_parrafos(self.help)}\n")
        _tabla(formatter, "Argumentos", [(_argumento(p), _ayuda_de(p)) for p in argumentos])
        _tabla(formatter, "Opciones", [(_opcion(p), _ayuda_de(p)) for p in opciones])


class Ordenes(TyperGroup):
    """La lista de órdenes con su ayuda en español."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - tipos internos de typer
        """Escribe la lista de órdenes, las opciones comunes y los códigos de salida."""
        formatter.write(f"Uso: {ctx.command_path} [opciones] <orden> …\n\n{_parrafos(self.help)}\n")
        ordenes = [(n, self.get_command(ctx, n)) for n in self.list_commands(ctx)]
        filas = [(n, _parrafos(o.help).split("\n")[0]) for n, o in ordenes if o]
        _tabla(formatter, "Órdenes", filas)
        opciones = [p for p in self.get_params(ctx) if p.param_type_name == "option"]
        _tabla(formatter, "Opciones", [(_opcion(p), _ayuda_de(p)) for p in opciones])
        formatter.write(f"\n{CODIGOS_DE_SALIDA}")

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - tipos internos de typer
        """Busca la orden. Diagnósticos: PLO-L201."""
        if args and self.get_command(ctx, args[0]) is None:
            ayuda = quiza(args[0], self.list_commands(ctx)) or "las órdenes se ven con `plomada --ayuda`"
            raise Problema(Diagnostico("PLO-L201", f"no existe la orden `{args[0]}`", ayuda=ayuda))
        return super().resolve_command(ctx, args)


def _argumento(p: Any) -> str:  # noqa: ANN401 - tipos internos de typer
    nombre = p.metavar or p.name
    repetido = f"{nombre}…" if p.nargs == -1 else nombre
    return f"<{repetido}>" if p.required else f"[{repetido}]"


def _opcion(p: Any) -> str:  # noqa: ANN401 - tipos internos de typer
    nombres = ", ".join(NOMBRES_DE_AYUDA if _es_ayuda(p) else p.opts)
    return nombres if p.is_flag else f"{nombres} {p.metavar or p.name.upper()}"


def _ayuda_de(p: Any) -> str:  # noqa: ANN401 - tipos internos de typer
    return "Muestra esta ayuda." if _es_ayuda(p) else (p.help or "")


def _es_ayuda(p: Any) -> bool:  # noqa: ANN401 - tipos internos de typer
    return NOMBRES_DE_AYUDA[0] in p.opts


def _tabla(formatter: Any, titulo: str, filas: list[tuple[str, str]]) -> None:  # noqa: ANN401 - tipos internos de typer
    if filas:
        lineas = [
            f"  {a:<{_COLUMNA}} {b}" if len(a) <= _COLUMNA else f"  {a}\n{' ' * (_COLUMNA + 3)}{b}"
            for a, b in filas
        ]
        formatter.write("\n".join(["", f"{titulo}:", *lineas, ""]))


def _parrafos(ayuda: str | None) -> str:
    return "\n".join(linea.strip() for linea in (ayuda or "").strip().split("\n"))

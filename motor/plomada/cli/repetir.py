"""`plomada repetir`: repite lo que dice un recibo y dice si da lo mismo o qué cambió."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.salida import ancho, entregar, escribir, guardar, guardar_bytes, mostrar

if TYPE_CHECKING:
    from plomada.recibos import Repetida

_FORMATOS = ("consola", "json")


def repetir(
    contexto: typer.Context,
    recibo: Annotated[
        Path,
        typer.Argument(
            metavar="recibo.json", help="El recibo que dejó `informe` o `evaluar` con `--recibo`."
        ),
    ],
    carpeta: Annotated[
        Path | None, typer.Argument(metavar="carpeta", help="Lo mismo que `--entrega`.")
    ] = None,
    entrega: Annotated[
        Path | None,
        typer.Option("--entrega", metavar="CARPETA", help="La entrega; sin ella, la carpeta del recibo."),
    ] = None,
    plantilla: Annotated[
        Path | None,
        typer.Option("--plantilla", metavar="DOCX", help="La plantilla de Word, si no está junto al recibo."),
    ] = None,
    respuestas: Annotated[
        Path | None,
        typer.Option("--respuestas", metavar="LIBRO", help="El libro de respuestas, si no está a su lado."),
    ] = None,
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión) o json: qué cambió.")
    ] = "consola",
    salida: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--salida",
            metavar="ARCHIVO|CARPETA",
            help="Guarda el informe que da ahora, en JSON; en una carpeta, cada formato rehecho.",
        ),
    ] = None,
) -> int:
    """Rehace el informe: termina en 0 si da los mismos bytes, o en 1 y nombra exactamente qué cambió.

    Nombra el formato que cambió, y el archivo de la entrega, la regla, el requisito, el parámetro, la
    plantilla o la versión que no es la de entonces.
    """
    from plomada import recibos
    from plomada.cli.comun import Entorno, elegir
    from plomada.cli.escritura.recibo import rehacer
    from plomada.cli.problemas import Problema
    from plomada.cli.versiones import programas
    from plomada.informes.recibo.adjuntos import Adjuntos

    elegido = elegir(formato, _FORMATOS, "--formato")
    donde = recibos.Donde(recibo, _una_entrega(carpeta, entrega), Adjuntos(plantilla, respuestas))
    entorno: Entorno = contexto.obj
    leida = recibos.repetir(donde, recibos.Con(entorno.paquete(), entorno.base, programas(), rehacer))
    if leida.valor is None:
        raise Problema(*leida.diagnosticos)
    return _decir(leida.valor, elegido, salida, donde.carpeta)


def _decir(hecha: "Repetida", formato: str, salida: Path | None, carpeta: Path) -> int:
    """Muestra lo que dio repetir, guarda lo rehecho si se pidió y devuelve el código de salida."""
    import sys

    from plomada.cli.problemas import escribir_problemas

    if formato == "json":
        entregar(hecha.repeticion.a_json(), None)
    else:
        mostrar(hecha.repeticion.a_consola(ancho()))
    if salida is not None and hecha.informe:
        _guardar(hecha.informe, hecha.archivos, salida, carpeta)
    if hecha.diagnosticos:
        escribir(escribir_problemas(hecha.diagnosticos, (carpeta,)), sys.stderr)
        return 2
    return 0 if hecha.repeticion.mismos_bytes else 1


def _una_entrega(carpeta: Path | None, entrega: Path | None) -> Path | None:
    """La entrega se dice de una de las dos maneras. Diagnósticos: PLO-D475."""
    if carpeta is None or entrega is None:
        return entrega or carpeta
    from plomada import recibos
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    mensaje = "la entrega se dice dos veces: después del recibo y con `--entrega`"
    raise Problema(Diagnostico(recibos.SIN_ENTREGA, mensaje, ayuda="deje una sola"))


def _guardar(informe: str, archivos: Mapping[str, bytes], salida: Path, carpeta: Path) -> None:
    """Guarda el informe o, en una carpeta, los formatos. Diagnósticos: PLO-D473, PLO-L206."""
    from plomada.cli.escritura.lugares import revisar_libre

    if not salida.is_dir():
        revisar_libre(salida, carpeta, reemplazar=True)
        guardar(informe, salida)
        return
    # Se nombran por su formato, no como diga el recibo: podría nombrar otra carpeta.
    destinos = {f: salida / f"informe.{f}" for f in archivos or {"json": b""}}
    for destino in destinos.values():
        revisar_libre(destino, salida, reemplazar=False)
    for formato, destino in destinos.items():
        guardar_bytes(archivos.get(formato, informe.encode()), destino)

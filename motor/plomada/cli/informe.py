"""`plomada informe`: el informe de un plan en los formatos que se entregan o se radican."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.oficina import PedidoDeOficina, en_docx, en_xlsx, exigir_word
from plomada.cli.salida import escribir, guardar_bytes

if TYPE_CHECKING:
    from plomada.informes.vista import Informe

_ESCRITORES: Mapping[str, Callable[["Informe", PedidoDeOficina], bytes]] = MappingProxyType(
    {"xlsx": en_xlsx, "docx": en_docx}
)


def informe(
    contexto: typer.Context,
    plan: Annotated[Path, typer.Argument(metavar="plan.yaml|carpeta", help="El plan descrito o su entrega.")],
    salida: Annotated[
        Path,
        typer.Option(
            "-o", "--salida", metavar="ARCHIVO", help="Dónde; con varios formatos, el nombre sin extensión."
        ),
    ],
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="xlsx o docx; varios, separados por coma.")
    ] = "docx",
    perfil: Annotated[
        str,
        typer.Option("--perfil", metavar="P", help="juridico, consultoria, concertacion o radicacion."),
    ] = "consultoria",
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa con la norma de ese día.")
    ] = "",
    plantilla: Annotated[
        Path | None,
        typer.Option("--plantilla", metavar="DOCX", help="La plantilla de Word de la entidad."),
    ] = None,
    sin_aceptaciones: Annotated[
        bool, typer.Option("--sin-aceptaciones", help="No tiene en cuenta `aceptaciones.yaml`.")
    ] = False,
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Reemplaza el archivo si ya existe.")
    ] = False,
) -> int:
    """Escribe el informe en un libro de cálculo o en Word; termina con el mismo código que `evaluar`."""
    from plomada import aplicacion
    from plomada.cli.comun import PERFILES, Entorno, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema

    formatos = tuple(dict.fromkeys(elegir(f.strip(), _ESCRITORES, "--formato") for f in formato.split(",")))
    dada, para = leer_fecha_de(fecha), elegir(perfil, PERFILES, "--perfil")
    exigir_word(plantilla, formatos)
    archivos = _archivos(salida, formatos, reemplazar)
    entorno: Entorno = contexto.obj
    paquete = entorno.paquete()
    revision = aplicacion.revisar(plan, paquete, dada, para, usar_aceptaciones=not sin_aceptaciones)
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan, plan.parent))
    pedido = PedidoDeOficina(plan, paquete, dada, plantilla)
    for uno, archivo in archivos.items():
        guardar_bytes(_ESCRITORES[uno](revision.informe, pedido), archivo)
        escribir(f"Informe guardado en {archivo.name}.\n")
    return revision.codigo_de_salida


def _archivos(salida: Path, formatos: tuple[str, ...], reemplazar: bool) -> Mapping[str, Path]:
    """Devuelve el archivo de cada formato. Diagnósticos: PLO-L149."""
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    archivos = (
        {formatos[0]: salida}
        if len(formatos) == 1
        else {f: salida.with_name(f"{salida.name}.{f}") for f in formatos}
    )
    existentes = [a.name for a in archivos.values() if a.exists()]
    if existentes and not reemplazar:
        mensaje = f"`{existentes[0]}` ya existe, y no se reemplaza sin pedirlo"
        raise Problema(Diagnostico("PLO-L149", mensaje, ayuda="use otro nombre o agregue `--reemplazar`"))
    return archivos

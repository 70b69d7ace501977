"""`plomada informe`: deja el informe en uno o varios formatos, de una sola evaluación."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from plomada.cli.oficina import PedidoDeOficina, en_docx, en_xlsx, exigir_word
from plomada.cli.salida import escribir, guardar_bytes

if TYPE_CHECKING:
    from plomada.cli.comun import Entorno
    from plomada.informes.vista import Informe

Escritor: TypeAlias = "Callable[[Informe, PedidoDeOficina], str | bytes]"
SIN_DESTINO = "PLO-D471"
NOMBRE_DE_OTRO = "PLO-D472"
YA_EXISTE = "PLO-D473"
_NOMBRE = "informe"
_Idioma: TypeAlias = Annotated[
    str,
    typer.Option("--idioma", metavar="I", help="Rótulos en es (por omisión) o en; no con json ni sarif."),
]


def informe(
    contexto: typer.Context,
    plan: Annotated[
        Path, typer.Argument(metavar="plan.yaml|plan.xlsx|carpeta", help="El plan descrito o su entrega.")
    ],
    formatos: Annotated[
        list[str],
        typer.Option("--formato", metavar="F", help="Uno o varios, separados por coma o repetidos."),
    ],
    salida: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--salida",
            metavar="ARCHIVO|CARPETA",
            help="Dónde queda; con varios formatos, una carpeta o un nombre sin extensión.",
        ),
    ] = None,
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa con la norma de ese día.")
    ] = "",
    perfil: Annotated[
        str,
        typer.Option(
            "--perfil", metavar="P", help="juridico, consultoria (por omisión), concertacion o radicacion."
        ),
    ] = "consultoria",
    plantilla: Annotated[
        Path | None,
        typer.Option("--plantilla", metavar="DOCX", help="Con docx: la plantilla de Word de la entidad."),
    ] = None,
    idioma: _Idioma = "es",
    sin_aceptaciones: Annotated[
        bool, typer.Option("--sin-aceptaciones", help="No tiene en cuenta `aceptaciones.yaml`.")
    ] = False,
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Escribe encima de un informe que ya exista.")
    ] = False,
) -> int:
    """Deja el informe listo para abrir, imprimir o enviar: html, xlsx, docx, json, md o sarif, o varios.

    Los totales y el código de salida son los de `plomada evaluar`, en cualquier formato y perfil.
    """
    from plomada.cli.comun import PERFILES, elegir, leer_fecha_de
    from plomada.cli.evaluar import leer_idioma

    elegidos, dada = _elegir_formatos(formatos), leer_fecha_de(fecha)
    para = elegir(perfil, PERFILES, "--perfil")
    en_que = leer_idioma(idioma, elegidos)
    exigir_word(plantilla, elegidos)
    destinos = _destinos(elegidos, salida, plan, reemplazar)
    entorno: Entorno = contexto.obj
    pedido = PedidoDeOficina(plan, entorno.paquete(), dada, plantilla, en_que)
    return _hacer(pedido, para, not sin_aceptaciones, destinos)


def _hacer(
    pedido: PedidoDeOficina, perfil: str, con_aceptaciones: bool, destinos: Mapping[str, Path | None]
) -> int:
    """Evalúa una vez, escribe todos los formatos y devuelve el código de salida."""
    from plomada import aplicacion
    from plomada.cli.problemas import Problema

    plan = pedido.plan
    revision = aplicacion.revisar(
        plan, pedido.paquete, pedido.fecha, perfil, usar_aceptaciones=con_aceptaciones
    )
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan, plan.parent))
    # Primero se escriben todos en memoria: si uno falla, no queda una parte en el disco.
    hechos = {f: _ESCRITORES[f](revision.informe, pedido) for f in destinos}
    for formato, archivo in destinos.items():
        _entregar(hechos[formato], archivo)
    return revision.codigo_de_salida


def _entregar(hecho: str | bytes, archivo: Path | None) -> None:
    """Guarda el archivo entero o, sin archivo, escribe el texto en la salida. Diagnósticos: PLO-L206."""
    if archivo is None:
        escribir(hecho if isinstance(hecho, str) else hecho.decode())
        return
    guardar_bytes(hecho.encode() if isinstance(hecho, str) else hecho, archivo)
    escribir(f"Informe guardado en {archivo.name}.\n")


# -- qué formatos y dónde --------------------------------------------------------------------------


def _elegir_formatos(escritos: list[str]) -> tuple[str, ...]:
    """Devuelve los formatos pedidos, sin repetir. Diagnósticos: PLO-L203."""
    from plomada.cli.comun import elegir

    sueltos = [f.strip() for escrito in escritos for f in escrito.split(",") if f.strip()]
    return tuple(dict.fromkeys(elegir(f, tuple(_ESCRITORES), "--formato") for f in sueltos or [""]))


def _destinos(
    formatos: tuple[str, ...], salida: Path | None, plan: Path, reemplazar: bool
) -> dict[str, Path | None]:
    """Dice dónde queda cada formato, antes de evaluar nada.

    Una carpeta que existe recibe `informe.<formato>`; si no, con un solo formato `-o` es el archivo y con
    varios, un nombre al que cada uno agrega su extensión. Diagnósticos: PLO-D471 (no se dice dónde), PLO-D472
    (el nombre es de otro formato) y PLO-D473 (ya existe).
    """
    if salida is None:
        _exigir_destino(formatos)
        return {formatos[0]: None}
    if salida.is_dir():
        destinos = {f: salida / f"{_NOMBRE}.{f}" for f in formatos}
    elif len(formatos) == 1:
        destinos = {formatos[0]: salida}
    else:
        destinos = {f: salida.with_name(f"{salida.name}.{f}") for f in formatos}
    if not salida.is_dir():
        _revisar_nombre(salida, formatos)
    for archivo in destinos.values():
        _revisar_libre(archivo, plan, reemplazar)
    return dict(destinos)


def _exigir_destino(formatos: tuple[str, ...]) -> None:
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    if len(formatos) == 1 and formatos[0] not in _BINARIOS:
        return
    que = "de varios formatos" if len(formatos) > 1 else f"en {formatos[0]}"
    ayuda = "agregue `-o` con un nombre o una carpeta"
    raise Problema(Diagnostico(SIN_DESTINO, f"no se dice dónde guardar el informe {que}", ayuda=ayuda))


def _revisar_nombre(salida: Path, formatos: tuple[str, ...]) -> None:
    """Un `informe.html` que fuera JSON engañaría a quien lo abra."""
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    final = salida.suffix.lower().removeprefix(".")
    if final not in _ESCRITORES or (len(formatos) == 1 and formatos[0] == final):
        return
    if len(formatos) > 1:
        mensaje = f"`{salida.name}` es el nombre de un solo archivo y se piden {len(formatos)} formatos"
        ayuda = f"escriba `-o {salida.stem}`: cada formato agrega su extensión"
    else:
        mensaje = f"`{salida.name}` termina como {final} y se pide {formatos[0]}"
        ayuda = f"escriba `-o {salida.stem}.{formatos[0]}` o `--formato {final}`"
    raise Problema(Diagnostico(NOMBRE_DE_OTRO, mensaje, ayuda=ayuda))


def _revisar_libre(archivo: Path, plan: Path, reemplazar: bool) -> None:
    """Ni con `--reemplazar` se escribe encima del plan que se revisa."""
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    if not archivo.exists():
        return
    if archivo.is_file() and reemplazar and not _es_del_plan(archivo, plan):
        return
    if archivo.is_file() and not _es_del_plan(archivo, plan):
        ayuda = "agregue `--reemplazar`, o dé otro nombre con `-o`"
    else:
        ayuda = "dé otro nombre con `-o`"
    raise Problema(Diagnostico(YA_EXISTE, f"`{archivo.name}` ya existe y no se escribió encima", ayuda=ayuda))


def _es_del_plan(archivo: Path, plan: Path) -> bool:
    propios = (plan, *(plan / nombre for nombre in ("plan.yaml", "plan.xlsx", "aceptaciones.yaml")))
    return any(p.exists() and p.samefile(archivo) for p in propios)


# -- los escritores: cada uno importa lo suyo solo si se pide ---------------------------------------


def _html(hecho: "Informe", pedido: PedidoDeOficina) -> str:
    from plomada.informes.html.escribir import a_html

    return a_html(hecho, pedido.rotulos)


def _json(hecho: "Informe", _: PedidoDeOficina) -> str:
    from plomada.informes.a_json import a_json

    return a_json(hecho)


def _sarif(hecho: "Informe", _: PedidoDeOficina) -> str:
    from plomada.informes.sarif.a_sarif import a_sarif

    return a_sarif(hecho)


def _md(hecho: "Informe", pedido: PedidoDeOficina) -> str:
    from plomada.informes.markdown.escribir import a_md

    return a_md(hecho, pedido.rotulos)


# Para agregar un formato basta su escritor aquí; si devuelve bytes, también en `_BINARIOS`.
_ESCRITORES: Mapping[str, Escritor] = {
    "html": _html, "xlsx": en_xlsx, "docx": en_docx, "json": _json, "sarif": _sarif, "md": _md,
}  # fmt: skip
_BINARIOS = frozenset({"xlsx", "docx"})

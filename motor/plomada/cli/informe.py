"""`plomada informe`: deja el informe en uno o varios formatos, de una sola evaluación."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from plomada.cli.escritura.escritores import BINARIOS, ESCRITORES, escribir_formatos
from plomada.cli.escritura.lugares import Lugares, exigir_lugares
from plomada.cli.oficina import PedidoDeOficina, exigir_word
from plomada.cli.salida import escribir, guardar_bytes

if TYPE_CHECKING:
    from plomada.cli.comun import Entorno
    from plomada.cli.escritura.recibo import Anotador

SIN_DESTINO = "PLO-D471"
NOMBRE_DE_OTRO = "PLO-D472"
_NOMBRE = "informe"
_Salida: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--salida",
        metavar="ARCHIVO|CARPETA",
        help="Dónde queda; con varios formatos, una carpeta o un nombre sin extensión.",
    ),
]
_Idioma: TypeAlias = Annotated[
    str,
    typer.Option("--idioma", metavar="I", help="Rótulos en es (por omisión) o en; no con json ni sarif."),
]
_Recibo: TypeAlias = Annotated[
    Path | None,
    typer.Option("--recibo", metavar="ARCHIVO", help="Guarda con qué se hizo y la huella de cada archivo."),
]
_Respuestas: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--respuestas",
        metavar="LIBRO",
        help="El XLSX de la ronda anterior, ya respondido por el municipio.",
    ),
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
    salida: _Salida = None,
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
    respuestas: _Respuestas = None,
    recibo: _Recibo = None,
) -> int:
    """Deja el informe listo para abrir, imprimir o enviar: html, xlsx, docx, json, md o sarif, o varios.

    Los totales y el código de salida son los de `plomada evaluar`, en cualquier formato y perfil.
    """
    from plomada.cli.comun import PERFILES, elegir, leer_fecha_de
    from plomada.cli.escritura.recibo import Anotador
    from plomada.cli.evaluar import leer_idioma
    from plomada.informes.recibo.adjuntos import Adjuntos

    elegidos, dada = _elegir_formatos(formatos), leer_fecha_de(fecha)
    para = elegir(perfil, PERFILES, "--perfil")
    en_que = leer_idioma(idioma, elegidos)
    exigir_word(plantilla, elegidos)
    destinos = _destinos(elegidos, salida)
    exigir_lugares(
        recibo, Lugares(plan, _dados(*destinos.values()), reemplazar, _dados(plantilla, respuestas))
    )
    entorno: Entorno = contexto.obj
    anotador = None if recibo is None else Anotador(recibo, entorno.base, Adjuntos(plantilla, respuestas))
    pedido = PedidoDeOficina(plan, entorno.paquete(), dada, plantilla, en_que, respuestas)
    return _hacer(pedido, para, not sin_aceptaciones, destinos, anotador)


def _hacer(
    pedido: PedidoDeOficina,
    perfil: str,
    con_aceptaciones: bool,
    destinos: Mapping[str, Path | None],
    anotador: "Anotador | None",
) -> int:
    """Evalúa una vez, escribe todos los formatos y su recibo, y devuelve el código de salida."""
    from plomada import aplicacion
    from plomada.cli.problemas import Problema

    plan = pedido.plan
    revision = aplicacion.revisar(
        plan, pedido.paquete, pedido.fecha, perfil, usar_aceptaciones=con_aceptaciones
    )
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan, plan.parent))
    revision = aplicacion.responder(revision, pedido.respuestas)
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(pedido.respuestas,) if pedido.respuestas else ())
    # Primero se escriben todos en memoria: si uno falla, no queda una parte en el disco.
    hechos = escribir_formatos(revision.informe, pedido, destinos)
    recibo = anotador.anotar(revision, pedido, con_aceptaciones, destinos, hechos) if anotador else ""
    for formato, archivo in destinos.items():
        _entregar(hechos[formato], archivo)
    if anotador is not None:
        anotador.guardar(recibo, avisar=None not in destinos.values())
    return revision.codigo_de_salida


def _entregar(hecho: bytes, archivo: Path | None) -> None:
    """Guarda el archivo entero o, sin archivo, escribe el texto en la salida. Diagnósticos: PLO-L206."""
    if archivo is None:
        escribir(hecho.decode())
        return
    guardar_bytes(hecho, archivo)
    escribir(f"Informe guardado en {archivo.name}.\n")


# -- qué formatos y dónde --------------------------------------------------------------------------


def _elegir_formatos(escritos: list[str]) -> tuple[str, ...]:
    """Devuelve los formatos pedidos, sin repetir. Diagnósticos: PLO-L203."""
    from plomada.cli.comun import elegir

    sueltos = [f.strip() for escrito in escritos for f in escrito.split(",") if f.strip()]
    return tuple(dict.fromkeys(elegir(f, tuple(ESCRITORES), "--formato") for f in sueltos or [""]))


def _dados(*archivos: Path | None) -> tuple[Path, ...]:
    return tuple(a for a in archivos if a is not None)


def _destinos(formatos: tuple[str, ...], salida: Path | None) -> dict[str, Path | None]:
    """Dice dónde queda cada formato, antes de evaluar nada.

    Una carpeta que existe recibe `informe.<formato>`; si no, con un solo formato `-o` es el archivo y con
    varios, un nombre al que cada uno agrega su extensión. Diagnósticos: PLO-D471 (no se dice dónde) y
    PLO-D472 (el nombre es de otro formato).
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
    return dict(destinos)


def _exigir_destino(formatos: tuple[str, ...]) -> None:
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    if len(formatos) == 1 and formatos[0] not in BINARIOS:
        return
    que = "de varios formatos" if len(formatos) > 1 else f"en {formatos[0]}"
    ayuda = "agregue `-o` con un nombre o una carpeta"
    raise Problema(Diagnostico(SIN_DESTINO, f"no se dice dónde guardar el informe {que}", ayuda=ayuda))


def _revisar_nombre(salida: Path, formatos: tuple[str, ...]) -> None:
    """Un `informe.html` que fuera JSON engañaría a quien lo abra."""
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    final = salida.suffix.lower().removeprefix(".")
    if final not in ESCRITORES or (len(formatos) == 1 and formatos[0] == final):
        return
    if len(formatos) > 1:
        mensaje = f"`{salida.name}` es el nombre de un solo archivo y se piden {len(formatos)} formatos"
        ayuda = f"escriba `-o {salida.stem}`: cada formato agrega su extensión"
    else:
        mensaje = f"`{salida.name}` termina como {final} y se pide {formatos[0]}"
        ayuda = f"escriba `-o {salida.stem}.{formatos[0]}` o `--formato {final}`"
    raise Problema(Diagnostico(NOMBRE_DE_OTRO, mensaje, ayuda=ayuda))

"""`plomada evaluar`: revisa un plan y dice qué hay que corregir."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from plomada.cli.salida import ancho, entregar, escribir, guardar, mostrar

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.idiomas.rotulos import Rotulos
    from plomada.informes.vista import Informe
    from plomada.recibos import Hecho

_FORMATOS = ("consola", "json", "sarif")
_SIN_IDIOMA = frozenset({"json", "sarif"})
_Idioma: TypeAlias = Annotated[
    str, typer.Option("--idioma", metavar="I", help="Rótulos de consola en es (por omisión) o en.")
]
_Anterior: TypeAlias = Annotated[
    Path | None,
    typer.Option("--anterior", metavar="INFORME", help="Con sarif: el informe JSON de la ronda anterior."),
]


def evaluar(
    contexto: typer.Context,
    plan: Annotated[
        Path, typer.Argument(metavar="plan.yaml|plan.xlsx|carpeta", help="El plan descrito o su entrega.")
    ],
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Evalúa con la norma de ese día.")
    ] = "",
    perfil: Annotated[
        str, typer.Option("--perfil", metavar="P", help="consultoria, juridico, concertacion o radicacion.")
    ] = "consultoria",
    formato: Annotated[
        str, typer.Option("--formato", metavar="F", help="consola (por omisión), json o sarif.")
    ] = "consola",
    todo: Annotated[
        bool, typer.Option("--todo", help="Muestra también lo que cumple y lo que no aplica.")
    ] = False,
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="ARCHIVO", help="Guarda el informe en un archivo."),
    ] = None,
    idioma: _Idioma = "es",
    sin_aceptaciones: Annotated[
        bool, typer.Option("--sin-aceptaciones", help="No tiene en cuenta `aceptaciones.yaml`.")
    ] = False,
    recibo: Annotated[
        Path | None,
        typer.Option("--recibo", metavar="ARCHIVO", help="Guarda con qué se evaluó, para repetirlo."),
    ] = None,
    anterior: _Anterior = None,
) -> int:
    """Revisa un plan: dice qué se sugiere requerir, con qué norma, qué se leyó y cómo se subsana.

    Sin --fecha se evalúa a la de radicación ambiental que el plan diga. El perfil cambia lo que se muestra,
    nunca los totales ni el código de salida; las aceptaciones, tampoco.
    """
    from plomada import aplicacion
    from plomada.cli.comun import PERFILES, Entorno, elegir, leer_fecha_de
    from plomada.cli.escritura.lugares import Lugares, exigir_lugar
    from plomada.cli.problemas import Problema
    from plomada.recibos import Hecho

    elegido, dada = elegir(formato, _FORMATOS, "--formato"), leer_fecha_de(fecha)
    para = elegir(perfil, PERFILES, "--perfil")
    exigir_lugar(recibo, Lugares(plan, () if salida is None else (salida,)))
    como = _Vista(todo, leer_idioma(idioma, (elegido,)), _leer_anterior(anterior, elegido))
    entorno: Entorno = contexto.obj
    paquete = entorno.paquete()
    revision = aplicacion.revisar(plan, paquete, dada, para, usar_aceptaciones=not sin_aceptaciones)
    if revision.informe is None:
        raise Problema(*revision.diagnosticos, fuentes=(plan, plan.parent))
    if recibo is not None:
        hecho = Hecho(plan, revision, dada, not sin_aceptaciones)
        _guardar_recibo(hecho, recibo, paquete, entorno.base)
    _mostrar(revision.informe, elegido, salida, como)
    if recibo is not None and (salida is not None or elegido == "consola"):
        escribir(f"Recibo guardado en {recibo.name}.\n")
    return revision.codigo_de_salida


def _guardar_recibo(hecho: "Hecho", archivo: Path, paquete: "Paquete", datos: Path) -> None:
    """Anota con qué se evaluó. Diagnósticos: PLO-L206."""
    from plomada.cli.versiones import programas
    from plomada.recibos import hacer_recibo

    guardar(hacer_recibo(hecho, paquete, datos, programas()).a_json(), archivo)


@dataclass(frozen=True, slots=True)
class _Vista:
    """Cómo se muestra: si todo, con qué rótulos y contra qué ronda."""

    todo: bool
    rotulos: "Rotulos"
    anterior: "Informe | None"


def leer_idioma(idioma: str, formatos: Sequence[str]) -> "Rotulos":
    """Devuelve los rótulos del idioma. Diagnósticos: PLO-L203, PLO-L180."""
    from plomada.cli.comun import elegir
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico
    from plomada.informes.idiomas.rotulos import ESPANOL, IDIOMAS, rotulos

    elegido = elegir(idioma, IDIOMAS, "--idioma")
    fijos = [f for f in formatos if f in _SIN_IDIOMA]
    if elegido != ESPANOL and fijos:
        ayuda = "quite `--idioma`: ese formato no cambia con el idioma"
        mensaje = f"`--idioma {elegido}` no vale con el formato {fijos[0]}"
        raise Problema(Diagnostico("PLO-L180", mensaje, ayuda=ayuda))
    return rotulos(elegido)


def _leer_anterior(archivo: Path | None, formato: str) -> "Informe | None":
    """Lee el informe de la ronda anterior. Diagnósticos: PLO-D466, PLO-D467, PLO-D470."""
    if archivo is None:
        return None
    from plomada import rondas
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico

    if formato != "sarif":
        ayuda = "agregue `--formato sarif`, o compare con `plomada comparar`"
        raise Problema(Diagnostico("PLO-D470", "`--anterior` solo vale con el formato sarif", ayuda=ayuda))
    leido = rondas.leer_informe(archivo)
    if leido.valor is None:
        raise Problema(*leido.diagnosticos)
    return leido.valor


def _mostrar(informe: "Informe", formato: str, salida: Path | None, como: _Vista) -> None:
    if formato == "json":
        from plomada.informes.a_json import a_json

        entregar(a_json(informe), salida)
    elif formato == "sarif":
        from plomada.informes.sarif.a_sarif import a_sarif

        entregar(a_sarif(informe, como.anterior), salida)
    else:
        from plomada.informes.consola import a_consola

        mostrar(a_consola(informe, ancho(), como.todo, como.rotulos), salida)
    if salida is not None:
        escribir(f"Informe guardado en {salida.name}.\n")

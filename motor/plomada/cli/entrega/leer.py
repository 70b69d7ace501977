"""`plomada leer`: busca en los documentos de una entrega dónde podría estar cada contenido exigible."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, entregar, escribir, guardar, mostrar

if TYPE_CHECKING:
    from plomada.evidencia.formatos import LecturaDeEntrega


def leer(
    contexto: typer.Context,
    carpeta: Annotated[
        Path, typer.Argument(metavar="carpeta", help="La entrega, con sus documentos PDF y DOCX.")
    ],
    clase: Annotated[
        str, typer.Option("--clase", metavar="C", help="POT, PBOT o EOT, si la carpeta no trae plan.")
    ] = "",
    tramite: Annotated[
        str, typer.Option("--tramite", metavar="T", help="Como revision-general, si la carpeta no trae plan.")
    ] = "",
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Con la norma de ese día.")
    ] = "",
    formato: Formato = "consola",
    reemplazar: Annotated[
        bool, typer.Option("--reemplazar", help="Escribe `lectura.yaml` aunque alguien lo haya cambiado.")
    ] = False,
    salida: Salida = None,
) -> int:
    """Propone para cada contenido los pasajes donde podría estar y los deja por confirmar en `lectura.yaml`.

    Ninguna propuesta cuenta como incluida hasta que una persona la escriba como evidencia en el plan.
    """
    from plomada import lecturas
    from plomada.cli.comun import Entorno, carpeta_de_cache, elegir, leer_fecha_de
    from plomada.cli.problemas import Problema, escribir_problemas
    from plomada.cli.progreso import Progreso
    from plomada.modelo.opciones import ClaseDePlan, Tramite

    elegido = elegir(formato, FORMATOS, "--formato")
    pedido = lecturas.PedidoDeLectura(
        hoy=date.today(),
        clase=clase and elegir(clase, [c.value for c in ClaseDePlan], "--clase"),
        tramite=tramite and elegir(tramite.replace("-", "_"), [t.value for t in Tramite], "--tramite"),
        fecha=leer_fecha_de(fecha),
    )
    entorno: Entorno = contexto.obj
    paquete, progreso = entorno.paquete(), Progreso()
    taller = lecturas.Taller(paquete, carpeta_de_cache(), progreso)
    try:
        leida = lecturas.leer_entrega(carpeta, pedido, taller)
    finally:
        progreso.cerrar()
    if leida.valor is None:
        raise Problema(*leida.diagnosticos, fuentes=(carpeta,))
    _guardar(leida.valor, carpeta, reemplazar)
    if leida.diagnosticos:
        escribir(escribir_problemas(leida.diagnosticos), sys.stderr)
    _mostrar(leida.valor, elegido, salida)
    return 4 if leida.diagnosticos else 0


def _mostrar(lectura: "LecturaDeEntrega", formato: str, salida: Path | None) -> None:
    from plomada.informes.preguntas.lectura import informar_lectura

    informe = informar_lectura(lectura)
    if formato == "consola":
        mostrar(informe.a_consola(ancho()), salida)
        return
    tabla = informe.tabla()
    textos = {"json": informe.a_json, "csv": tabla.a_csv, "md": tabla.a_markdown}
    entregar(textos[formato](), salida)


def _guardar(lectura: "LecturaDeEntrega", carpeta: Path, reemplazar: bool) -> None:
    """Escribe `lectura.yaml`, salvo que alguien lo haya cambiado. Diagnósticos: PLO-L162."""
    from plomada.cli.problemas import Problema
    from plomada.diagnosticos.diagnostico import Diagnostico
    from plomada.diagnosticos.tramo import Tramo
    from plomada.evidencia.archivos import a_texto
    from plomada.evidencia.archivos import leer as leer_guardada
    from plomada.evidencia.formatos import LECTURA, LecturaDeEntrega

    destino = carpeta / LECTURA
    anterior = leer_guardada(destino, LecturaDeEntrega)
    ajena = anterior.tiene_errores or (anterior.valor is not None and not anterior.valor.esta_intacto)
    if ajena and not reemplazar:
        mensaje = f"`{LECTURA}` ya existe y alguien lo cambió: no se escribió encima"
        ayuda = "use `--reemplazar` si lo que trae ya no importa"
        raise Problema(Diagnostico("PLO-L162", mensaje, Tramo(LECTURA), ayuda))
    guardar(a_texto(lectura), destino)
    escribir(f"Escrito {LECTURA} en {carpeta.name or carpeta}.\n", sys.stderr)

"""`plomada exigencias`: qué documentos y contenidos se le piden a un trámite, con su norma y su motivo."""

from datetime import date
from typing import Annotated

import typer

from plomada.cli.opciones import FORMATOS, Formato, Salida
from plomada.cli.salida import ancho, presentar


def exigencias(
    contexto: typer.Context,
    clase: Annotated[str, typer.Option("--clase", metavar="C", help="POT, PBOT o EOT.")],
    tramite: Annotated[
        str, typer.Option("--tramite", metavar="T", help="Como plan-nuevo o revision-general.")
    ] = "plan_nuevo",
    fecha: Annotated[
        str, typer.Option("--fecha", metavar="AAAA-MM-DD", help="Con la norma de ese día; sin ella, hoy.")
    ] = "",
    ocupacion: Annotated[
        str | None,
        typer.Option(
            "--ocupacion",
            metavar="LISTA",
            help="Lo que el municipio tiene, con comas: expansion, suburbano, centros_poblados, paramo… "
            "Lo no nombrado se supone inexistente; `ninguna` si no tiene nada de eso.",
        ),
    ] = None,
    alcance: Annotated[
        str, typer.Option("--alcance", metavar="LISTA", help="Componentes que toca un trámite parcial.")
    ] = "",
    formato: Formato = "consola",
    todo: Annotated[
        bool, typer.Option("--todo", help="Muestra también lo que no se exige y por qué.")
    ] = False,
    salida: Salida = None,
) -> int:
    """Dice qué se le exige, y qué no, a una clase de plan y a un trámite en una fecha."""
    from plomada import consultas
    from plomada.cli.comun import Entorno, elegir, leer_fecha_de
    from plomada.evaluacion.supuestos import SUPUESTOS
    from plomada.modelo.opciones import ClaseDePlan, ComponenteDelPlan, Tramite

    elegido = elegir(formato, FORMATOS, "--formato")
    pregunta = consultas.Pregunta(
        elegir(clase, [c.value for c in ClaseDePlan], "--clase"),
        elegir(tramite.replace("-", "_"), [t.value for t in Tramite], "--tramite"),
        leer_fecha_de(fecha) or date.today(),
        _lista(alcance, [c.value for c in ComponenteDelPlan], "--alcance"),
        None if ocupacion is None else _lista(ocupacion, [*SUPUESTOS, "ninguna"], "--ocupacion"),
    )
    entorno: Entorno = contexto.obj
    lista = consultas.exigencias(entorno.paquete(), pregunta)
    textos = {"json": lista.a_json, "csv": lista.tabla().a_csv, "md": lista.a_markdown}
    presentar(elegido, salida, lambda: lista.a_consola(ancho(), todo), textos)
    return 0


def _lista(escrita: str, posibles: list[str], opcion: str) -> tuple[str, ...]:
    from plomada.cli.comun import elegir

    partes = [p.strip().replace("-", "_") for p in escrita.split(",") if p.strip()]
    return tuple(elegir(p, posibles, opcion) for p in partes)

"""Lee los documentos de una entrega, uno por uno y con los problemas de cada uno."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from plomada.cargadores.documentos.leer import leer_documento
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.evidencia.comprobar import Entregado
from plomada.evidencia.documentos import Archivo, huella_o_nada

Progreso = Callable[[str, int, int], None]


def leer_archivos(
    archivos: Iterable[Archivo], cache: Path | None, progreso: Progreso
) -> tuple[tuple[Entregado, ...], tuple[Diagnostico, ...]]:
    """Lee los documentos uno por uno; el que no se pueda leer se dice y se sigue con los demás."""
    leidos, avisos = [], []
    for a in archivos:

        def avanzar(hechas: int, total: int, nombre: str = a.nombre) -> None:
            progreso(nombre, hechas, total)

        leida = leer_documento(a.ruta, cache, avanzar)
        documento = replace(leida.valor, archivo=a.nombre) if leida.valor is not None else None
        huella = documento.huella if documento is not None else huella_o_nada(a.ruta)
        leidos.append(Entregado(a.id, a.nombre, huella, a.declarada, documento))
        avisos += [replace(d, tramo=Tramo(a.nombre), gravedad="advertencia") for d in leida.diagnosticos]
    return tuple(leidos), tuple(avisos)

"""Los formatos de oficina del informe: lo que `plomada informe` escribe en bytes."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada.cli.problemas import Problema, escribir_problemas
from plomada.cli.salida import escribir
from plomada.diagnosticos.diagnostico import Diagnostico

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.idiomas.rotulos import Rotulos
    from plomada.informes.preguntas.faltantes import ListaDeFaltantes
    from plomada.informes.vista import Informe

PLANTILLA_SIN_WORD = "PLO-D486"


@dataclass(frozen=True, slots=True)
class PedidoDeOficina:
    """De qué plan, con qué reglas y fecha, y con qué plantilla y respuestas se escribe."""

    plan: Path
    paquete: "Paquete"
    fecha: date | None = None
    plantilla: Path | None = None
    rotulos: "Rotulos | None" = None
    respuestas: Path | None = None


def en_xlsx(informe: "Informe", pedido: PedidoDeOficina) -> bytes:
    """Devuelve el libro de cálculo, con los datos que faltan."""
    from plomada.informes.oficina.libro import escribir_xlsx

    return escribir_xlsx(informe, _faltantes(pedido), pedido.rotulos)


def en_docx(informe: "Informe", pedido: PedidoDeOficina) -> bytes:
    """Devuelve el documento del perfil. Diagnósticos: PLO-L101 a PLO-L104, PLO-D480 a PLO-D485."""
    from plomada.informes.oficina.oficio import escribir_docx, revisar_plantilla

    if pedido.plantilla is None:
        return escribir_docx(informe, None, pedido.rotulos)
    from plomada.cargadores.archivo import leer_bytes

    leida = leer_bytes(pedido.plantilla)
    if leida.valor is None:
        raise Problema(*leida.diagnosticos)
    hallados = revisar_plantilla(leida.valor, pedido.plantilla.name, informe)
    if any(d.es_error for d in hallados):
        raise Problema(*hallados)
    if hallados:
        escribir(escribir_problemas(hallados, ()), sys.stderr)
    return escribir_docx(informe, leida.valor, pedido.rotulos)


def exigir_word(plantilla: Path | None, formatos: tuple[str, ...]) -> None:
    """Rechaza una plantilla que no se va a usar. Diagnósticos: PLO-D486."""
    if plantilla is not None and "docx" not in formatos:
        ayuda = "agregue `docx` a `--formato`, o quite `--plantilla`"
        mensaje = "`--plantilla` solo vale con el formato docx"
        raise Problema(Diagnostico(PLANTILLA_SIN_WORD, mensaje, ayuda=ayuda))


def _faltantes(pedido: PedidoDeOficina) -> "ListaDeFaltantes | None":
    """Los datos que faltan; si no se pueden calcular, se dice y la hoja lo repite."""
    from plomada import consultas
    from plomada.cli.progreso import Progreso

    progreso = Progreso()
    try:
        leidos = consultas.faltantes(
            pedido.plan, pedido.paquete, pedido.fecha, lambda n, de: progreso("datos probados", n, de)
        )
    finally:
        progreso.cerrar()
    if leidos.valor is None:
        escribir(escribir_problemas(leidos.diagnosticos, (pedido.plan,)), sys.stderr)
    return leidos.valor

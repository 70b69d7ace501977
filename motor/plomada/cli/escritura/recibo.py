"""El recibo en la consola: se guarda con lo que salió, y se rehace cada formato para repetirlo."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plomada import recibos
from plomada.cli.escritura.escritores import ESCRITORES, escribir_formatos
from plomada.cli.oficina import PedidoDeOficina
from plomada.cli.problemas import Problema, escribir_problemas
from plomada.cli.salida import escribir, guardar
from plomada.cli.versiones import programas
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.informes.idiomas.rotulos import ESPANOL, rotulos
from plomada.informes.recibo.adjuntos import SIN_ADJUNTO, Adjuntos

if TYPE_CHECKING:
    from plomada.aplicacion import Revision
    from plomada.informes.vista import Informe


@dataclass(frozen=True, slots=True)
class Anotador:
    """Dónde queda el recibo, de qué carpeta salieron las reglas y qué archivos se dieron aparte."""

    archivo: Path
    datos: Path
    adjuntos: Adjuntos

    def anotar(
        self,
        revision: "Revision",
        pedido: PedidoDeOficina,
        con_aceptaciones: bool,
        destinos: Mapping[str, Path | None],
        hechos: Mapping[str, bytes],
    ) -> str:
        """Devuelve el recibo de lo que se va a entregar, antes de que nada quede en el disco."""
        entregado = recibos.Entregado(
            idioma=pedido.rotulos.idioma if pedido.rotulos else ESPANOL,
            archivos={f: (archivo.name if archivo else "", hechos[f]) for f, archivo in destinos.items()},
            adjuntos=self.adjuntos,
        )
        hecho = recibos.Hecho(pedido.plan, revision, pedido.fecha, con_aceptaciones, entregado)
        return recibos.hacer_recibo(hecho, pedido.paquete, self.datos, programas()).a_json()

    def guardar(self, recibo: str, avisar: bool) -> None:
        """Guarda el recibo y dice qué archivo no quedó a su lado. Diagnósticos: PLO-L206, PLO-D476."""
        guardar(recibo, self.archivo)
        if avisar:
            escribir(f"Recibo guardado en {self.archivo.name}.\n")
        for opcion, archivo in self.adjuntos.opciones():
            if archivo.resolve().parent != self.archivo.resolve().parent:
                mensaje = f"`{archivo.name}` no está junto al recibo"
                ayuda = f"al repetir, cópielo a su lado o dígalo con `plomada repetir … --{opcion}`"
                aviso = Diagnostico(SIN_ADJUNTO, mensaje, ayuda=ayuda, gravedad="advertencia")
                escribir(escribir_problemas((aviso,), ()), sys.stderr)


def rehacer(informe: "Informe", por: recibos.PorRehacer) -> recibos.Rehecho:
    """Vuelve a escribir los formatos de un recibo; el que no se pueda dice por qué, y los demás siguen.

    Diagnósticos: PLO-D468 (un formato que no se sabe escribir) y los de la plantilla.
    """
    hechos: dict[str, bytes] = {}
    hallados: list[Diagnostico] = []
    pedido = PedidoDeOficina(por.insumo, por.paquete, por.fecha, por.plantilla, rotulos(por.idioma))
    for formato in por.formatos:
        if formato not in ESCRITORES:
            mensaje = f"el recibo nombra el formato `{formato}`, que no se sabe escribir"
            ayuda = "use la versión de Plomada que hizo el recibo"
            hallados.append(Diagnostico(recibos.NO_ES_RECIBO, mensaje, ayuda=ayuda))
            continue
        try:
            hechos |= escribir_formatos(informe, pedido, (formato,))
        except Problema as problema:
            hallados += problema.diagnosticos
    return recibos.Rehecho(hechos, tuple(hallados))

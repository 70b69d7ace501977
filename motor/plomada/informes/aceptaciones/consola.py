"""Las aceptaciones en consola: siempre a la vista, con lo que amparan y lo que hay que revisar de ellas."""

from collections.abc import Iterator
from datetime import date

from plomada.informes.aceptaciones.partes import AceptacionInformada
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.vista import Informe


def escribir_aceptaciones(informe: Informe, ancho: int, r: Rotulos | None = None) -> Iterator[Renglon]:
    """Devuelve los renglones; ninguno si la entrega no trae aceptaciones."""
    a, r = informe.aceptaciones, r or rotulos(ESPANOL)
    if a is None:
        return
    yield VACIO
    if a.ignoradas:
        yield from parrafo(r("aceptaciones.ignoradas"), ancho)
        return
    t = informe.totales
    yield from parrafo(r("aceptaciones.titulo", hallazgos=t.hallazgos_aceptados), ancho, estilo="titulo")
    cuenta = {"aceptados": t.requerimientos_aceptados, "requerimientos": t.requerimientos}
    yield from parrafo(r("aceptaciones.siguen", **cuenta), ancho, 2)
    for una in a.aceptaciones:
        yield from _una(una, ancho, r)
    if a.ocultas:
        yield from parrafo(r("aceptaciones.ocultas", n=a.ocultas), ancho, 2)
    if a.hallazgos:
        yield VACIO
        yield from parrafo(r("aceptaciones.por_revisar", n=len(a.hallazgos)), ancho, estilo="titulo")
    for h in a.hallazgos:
        yield from parrafo(f"[{h.modo}] {h.aceptacion}: {h.mensaje} ({h.lugar})", ancho, 2, "aviso", "• ")
        yield from parrafo(f"{h.subsana} [{h.codigo}]", ancho, 6, marca="→ ")


def _una(a: AceptacionInformada, ancho: int, r: Rotulos) -> Iterator[Renglon]:
    vence = r("aceptaciones.vence", fecha=r.fecha(date.fromisoformat(a.vence))) if a.vence else ""
    disparador = f", {a.disparador}" if a.disparador else ""
    firma = f"{a.firmante}, {r.fecha(date.fromisoformat(a.fecha))}"
    estado = "" if a.vale else r("aceptaciones.ya_no_vale")
    yield from parrafo(f"{a.id} · {a.regla}{estado}: {firma}{vence}{disparador}.", ancho, 2, marca="• ")
    apoyo = r("aceptaciones.fundamento", fundamento=a.fundamento) if a.fundamento else ""
    yield from parrafo(r("aceptaciones.razon", razon=a.razon, apoyo=apoyo), ancho, 4)
    for h in a.ampara:
        de_que = f"[{h.elemento}] " if h.elemento else ""
        yield from parrafo(f"{r.veredicto(h.veredicto)}: {de_que}{h.mensaje}", ancho, 6, "tenue", "- ")

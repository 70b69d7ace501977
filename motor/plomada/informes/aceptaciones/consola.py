"""Las aceptaciones en consola: siempre a la vista, con lo que amparan y lo que hay que revisar de ellas."""

from collections.abc import Iterator
from datetime import date

from plomada.informes.aceptaciones.partes import AceptacionInformada
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.vista import Informe
from plomada.valores.fechas import escribir_fecha


def escribir_aceptaciones(informe: Informe, ancho: int) -> Iterator[Renglon]:
    """Devuelve los renglones; ninguno si la entrega no trae aceptaciones."""
    a = informe.aceptaciones
    if a is None:
        return
    yield VACIO
    if a.ignoradas:
        yield from parrafo("Las aceptaciones de la entrega no se tuvieron en cuenta, como se pidió.", ancho)
        return
    t = informe.totales
    yield from parrafo(f"Aceptado con firma ({t.hallazgos_aceptados} hallazgos)", ancho, estilo="titulo")
    yield from parrafo(
        f"Lo aceptado sigue contando como incumplimiento; de lo que hay que requerir, "
        f"{t.requerimientos_aceptados} de {t.requerimientos} está aceptado por completo.",
        ancho,
        2,
    )
    for una in a.aceptaciones:
        yield from _una(una, ancho)
    if a.ocultas:
        yield from parrafo(f"Este perfil oculta {a.ocultas} aceptaciones de otras reglas.", ancho, 2)
    if a.hallazgos:
        yield VACIO
        yield from parrafo(f"Aceptaciones por revisar ({len(a.hallazgos)})", ancho, estilo="titulo")
    for h in a.hallazgos:
        yield from parrafo(f"[{h.modo}] {h.aceptacion}: {h.mensaje} ({h.lugar})", ancho, 2, "aviso", "• ")
        yield from parrafo(f"{h.subsana} [{h.codigo}]", ancho, 6, marca="→ ")


def _una(a: AceptacionInformada, ancho: int) -> Iterator[Renglon]:
    vence = f", vence el {escribir_fecha(date.fromisoformat(a.vence))}" if a.vence else ""
    disparador = f", {a.disparador}" if a.disparador else ""
    firma = f"{a.firmante}, {escribir_fecha(date.fromisoformat(a.fecha))}"
    estado = "" if a.vale else " (ya no vale)"
    yield from parrafo(f"{a.id} · {a.regla}{estado}: {firma}{vence}{disparador}.", ancho, 2, marca="• ")
    apoyo = f" Fundamento: {a.fundamento}." if a.fundamento else ""
    yield from parrafo(f"Razón: {a.razon}{apoyo}", ancho, 4)
    for h in a.ampara:
        de_que = f"[{h.elemento}] " if h.elemento else ""
        yield from parrafo(f"{h.veredicto}: {de_que}{h.mensaje}", ancho, 6, "tenue", "- ")

"""Las aceptaciones en consola: siempre a la vista, con lo que amparan y lo que hay que revisar de ellas."""

from collections.abc import Iterator
from datetime import date

from plomada.informes.aceptaciones.frases import (
    decir_a_que_fecha,
    decir_amparado,
    decir_estado,
    decir_razon,
    decir_termino,
)
from plomada.informes.aceptaciones.partes import AceptacionInformada
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.partes import Regimen
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
    yield from parrafo(decir_a_que_fecha(informe.regimen, r), ancho, 2)
    for una in a.aceptaciones:
        yield from _una(una, informe.regimen, ancho, r)
    if a.ocultas:
        yield from parrafo(r("aceptaciones.ocultas", n=a.ocultas), ancho, 2)
    if a.hallazgos:
        yield VACIO
        yield from parrafo(r("aceptaciones.por_revisar", n=len(a.hallazgos)), ancho, estilo="titulo")
    for h in a.hallazgos:
        yield from parrafo(
            f"[{r.valor(h.modo)}] {h.aceptacion}: {h.mensaje} ({h.lugar})", ancho, 2, "aviso", "• "
        )
        yield from parrafo(f"{h.subsana} [{h.codigo}]", ancho, 6, marca="→ ")


def _una(a: AceptacionInformada, regimen: Regimen, ancho: int, r: Rotulos) -> Iterator[Renglon]:
    firma = f"{a.firmante}, {r.fecha(date.fromisoformat(a.fecha))}"
    dicha = f"{a.id} · {a.regla}: {firma}; {decir_termino(a, r)}; {decir_estado(a, regimen, r)}."
    yield from parrafo(dicha, ancho, 2, marca="• ")
    yield from parrafo(decir_razon(a, r), ancho, 4)
    for h in a.ampara:
        yield from parrafo(decir_amparado(h, r), ancho, 6, "tenue", "- ")
    for h in a.sin_amparo:
        dicho = r("aceptaciones.no_ampara", hallazgo=decir_amparado(h, r))
        yield from parrafo(dicho, ancho, 6, "tenue", "- ")

"""La comparación en Markdown: de qué rondas se trata, las cuentas y los avisos, y una tabla por paso."""

from collections.abc import Iterator

from plomada.informes.rondas.frases import (
    PLAN_ENTERO,
    cuentas_del_paso,
    de_la_ronda,
    de_la_suelta,
    de_las_respuestas,
    en_columnas,
    titulo,
)
from plomada.informes.rondas.partes import Comparacion, Fila, Paso
from plomada.informes.tablas import Tabla
from plomada.informes.tablas import escapar_markdown as _e

_COLUMNAS = (
    "estado", "qué pasaba", "por qué", "regla", "exigencia", "elemento", "antes", "después", "antes decía",
    "ahora dice", "cómo se subsana", "aceptación", "nota", "respuesta",
)  # fmt: skip


def a_markdown(c: Comparacion) -> str:
    """Devuelve la comparación en Markdown, con todas las filas de todos los pasos."""
    return "\n".join(_lineas(c)) + "\n"


def _lineas(c: Comparacion) -> Iterator[str]:
    yield f"# {titulo(c)}"
    yield ""
    yield from (f"- {_e(de_la_ronda(r))}" for r in c.rondas)
    if c.respuestas is not None:
        yield ""
        yield _e(de_las_respuestas(c.respuestas))
    for paso in c.pasos:
        yield from _paso(paso)
    if c.respuestas_sin_hallazgo:
        yield from ("", "## Respuestas sin hallazgo", "")
        yield from (f"- {_e(de_la_suelta(r))}" for r in c.respuestas_sin_hallazgo)


def _paso(p: Paso) -> Iterator[str]:
    yield from ("", f"## De {_e(p.antes)} a {_e(p.despues)}", "")
    yield from (f"- {_e(frase)}" for frase in cuentas_del_paso(p))
    yield from (f"- Aviso: {_e(aviso)}" for aviso in p.avisos)
    yield ""
    yield Tabla(_COLUMNAS, tuple(map(_celdas, p.filas))).a_markdown().rstrip("\n")


def _celdas(f: Fila) -> tuple[str, ...]:
    return (
        f.estado.value, f.correccion.value, f.origen.value, f.regla, f.titulo, f.de_quien or PLAN_ENTERO,
        _con_modo(f.antes, f.modo_antes), _con_modo(f.despues, f.modo_despues), *en_columnas(f), f.subsana,
        f.aceptacion, f.nota, f.respuesta,
    )  # fmt: skip


def _con_modo(veredicto: str, modo: str) -> str:
    return f"{veredicto} ({modo})" if modo else veredicto

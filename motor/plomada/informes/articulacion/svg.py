"""La cadena de fines y medios dibujada en SVG: sin guiones, sin red, y legible también en blanco y negro.

Cada estado se distingue por una figura además del color. Todo texto del plan va escapado y recortado;
completo, en el `title` de su caja.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from plomada.articulacion.estados import Estado
from plomada.informes.articulacion.distribucion import (
    MARGEN,
    Caja,
    Distribucion,
    distribuir,
    enlaces_a_la_vista,
)
from plomada.informes.articulacion.vista import ArticulacionInformada
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.valores.texto import sin_control

_TINTA = "#1b1b1b"
_ESTADOS: Mapping[Estado, tuple[str, str]] = {
    Estado.ARTICULADO: ("#e6f4ea", "#2e7d32"),
    Estado.PARCIAL: ("#fff4d6", "#8a6100"),
    Estado.DESARTICULADO: ("#fde7e5", "#b3261e"),
    Estado.SIN_DATOS: ("#eeeeee", "#5f6368"),
    Estado.NO_SE_EXIGE: ("#ffffff", "#9aa0a6"),
}
_ESTILO = (
    ".pa-t{font-family:'Segoe UI',Arial,sans-serif;fill:#1b1b1b}"
    ".pa-e{fill:none;stroke:#5b7083;stroke-opacity:.5}"
    ".pa-r{fill:none;stroke:#b3261e;stroke-width:2;stroke-dasharray:5 3}"
    ".pa-f{fill:none;stroke:#8a6100;stroke-width:2;stroke-dasharray:1 4;stroke-linecap:round}"
)
_LADO = 26
_ANCHO_DE_NEGRITA = 0.62  # de una letra, en proporción a su alto


def a_svg(a: ArticulacionInformada, r: Rotulos | None = None) -> str:
    """Devuelve el dibujo; el mismo plan da los mismos bytes aunque sus listas vengan en otro orden."""
    r, d = r or rotulos(ESPANOL), distribuir(a)
    titulo = r("dibujo.titulo", plan=_limpio(a.plan))
    piezas = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(d.ancho)} {_n(d.alto)}" '
        f'width="{_n(d.ancho)}" height="{_n(d.alto)}" role="img" aria-labelledby="pa-titulo pa-resumen">',
        f'<title id="pa-titulo">{escape(titulo)}</title>',
        f'<desc id="pa-resumen">{escape(_resumen(a, r))}</desc>',
        f"<style>{_ESTILO}</style>",
        f'<rect width="{_n(d.ancho)}" height="{_n(d.alto)}" fill="#ffffff"/>',
        f'<text class="pa-t" x="{MARGEN}" y="32" font-size="20" font-weight="600">'
        f"{escape(_que_quepa(titulo, d.ancho - 2 * MARGEN, 20))}</text>",
        *_leyenda(a, r),
        *_cabezas(d, r),
        "<g>",
        *_enlaces(a, d, r),
        "</g>",
        *(pieza for caja in d.cajas.values() for pieza in _caja(caja, r)),
        "</svg>",
    ]
    return "\n".join(piezas) + "\n"


def _n(valor: float) -> str:
    return f"{valor:.1f}".removesuffix(".0")


def _que_quepa(texto: str, ancho: float, letra: float) -> str:
    return _acortar(texto, int(ancho / (letra * _ANCHO_DE_NEGRITA)))


def _acortar(texto: str, caben: int) -> str:
    return texto if len(texto) <= caben else f"{texto[: max(caben - 1, 1)]}…"


def _limpio(texto: str) -> str:
    return sin_control(texto)


def _resumen(a: ArticulacionInformada, r: Rotulos) -> str:
    cuentas = a.contar_estados()
    estados = "; ".join(f"{cuentas[e]} {r.valor(e)}" for e in Estado if cuentas[e])
    elementos = r("dibujo.elementos", estados=estados or r("dibujo.ninguno"))
    return f"{a.total.en_frase(r)}. {elementos} {r('dibujo.omitidos')}"


# -- cabeza y leyenda ------------------------------------------------------------------------------


def _leyenda(a: ArticulacionInformada, r: Rotulos) -> Iterator[str]:
    cuentas = a.contar_estados()
    x = float(MARGEN)
    for estado in Estado:
        yield from _figura(estado, x + 7, 55)
        texto = f"{r.valor(estado)} ({cuentas[estado]})"
        yield f'<text class="pa-t" x="{_n(x + 20)}" y="59" font-size="12">{escape(texto)}</text>'
        x += 34 + 6.6 * len(texto)
    for clase, clave in (("pa-e", "enlace"), ("pa-r", "roto"), ("pa-f", "falta")):
        texto = r(f"dibujo.{clave}")
        yield f'<path class="{clase}" d="M{_n(x)} 55h24"/>'
        yield f'<text class="pa-t" x="{_n(x + 30)}" y="59" font-size="12">{texto}</text>'
        x += 46 + 6.6 * len(texto)


def _cabezas(d: Distribucion, r: Rotulos) -> Iterator[str]:
    for numero, (_, x, ancho, cuantos) in enumerate(d.columnas, start=1):
        titulo = r(f"dibujo.columna_{numero}")
        yield f'<path d="M{_n(x)} 104h{_n(ancho)}" stroke="{_TINTA}" fill="none"/>'
        texto = f"{titulo} ({cuantos})" if cuantos else r("dibujo.nada", titulo=titulo)
        yield f'<text class="pa-t" x="{_n(x)}" y="96" font-size="14" font-weight="600">{texto}</text>'


# -- enlaces ---------------------------------------------------------------------------------------


def _enlaces(a: ArticulacionInformada, d: Distribucion, r: Rotulos) -> Iterator[str]:
    visibles = enlaces_a_la_vista(a)
    grosor = _n(1.4 if len(visibles) < 400 else 0.8)
    for fin, medio in visibles:
        yield f'<path class="pa-e" stroke-width="{grosor}" d="{_curva(d.cajas[fin], d.cajas[medio])}"/>'
    for caja in d.cajas.values():
        yield from _sueltos(caja, r)


def _curva(de: Caja, hasta: Caja) -> str:
    """Una curva suave entre columnas; entre dos de la misma, un arco por la derecha."""
    x1, x2 = de.x + de.ancho, hasta.x
    if x2 <= x1:
        x2 = hasta.x + hasta.ancho
    codo = max(x1, x2) + 40 if x2 == hasta.x + hasta.ancho else (x1 + x2) / 2
    y1, y2 = _n(de.medio), _n(hasta.medio)
    return f"M{_n(x1)} {y1}C{_n(codo)} {y1} {_n(codo)} {y2} {_n(x2)} {y2}"


def _sueltos(caja: Caja, r: Rotulos) -> Iterator[str]:
    """Cabos que no llegan a ninguna parte: los rotos con una equis, los que faltan con un círculo abierto."""
    e = caja.elemento
    if e.rotos:
        x, y = caja.x - _LADO, caja.medio + min(4.0, caja.alto / 4)
        texto = r("dibujo.cita", rotos=", ".join(e.rotos))
        yield f"<g><title>{escape(_limpio(texto))}</title>"
        yield f'<path class="pa-r" d="M{_n(caja.x)} {_n(y)}H{_n(x)}"/>'
        yield f'<path d="M{_n(x - 4)} {_n(y - 4)}l8 8m0 -8l-8 8" stroke="#b3261e" stroke-width="2"/></g>'
    for sentido in e.faltan:
        izquierda = sentido == "fin"
        x = caja.x if izquierda else caja.x + caja.ancho
        largo = -_LADO if izquierda else _LADO
        y = caja.medio - (min(4.0, caja.alto / 4) if e.rotos else 0)
        donde = r("dibujo.sin_fin" if izquierda else "dibujo.sin_medio")
        yield f'<g><title>{donde}</title><path class="pa-f" d="M{_n(x)} {_n(y)}h{largo}"/>'
        centro = x + largo + (-4 if izquierda else 4)
        yield f'<circle cx="{_n(centro)}" cy="{_n(y)}" r="3.5" fill="#fff" stroke="#8a6100"/></g>'


# -- cajas -----------------------------------------------------------------------------------------


def _caja(c: Caja, r: Rotulos) -> Iterator[str]:
    e = c.elemento
    fondo, borde = _ESTADOS[e.estado]
    letra = min(12.0, max(8.0, c.alto - 5))
    es_programa = e.nivel == "programa"
    rotulo = _limpio(f"{e.id} · {e.nombre}" if e.nombre else e.id)
    caben = int((c.ancho - 26) / (letra * (_ANCHO_DE_NEGRITA if es_programa else 0.55)))
    corto = _acortar(rotulo, caben)
    completo = f"{r(f'nivel.{e.nivel}')} {rotulo}: {r.valor(e.estado)}. {'; '.join(e.porque)}."
    yield f"<g><title{_en_espanol(r)}>{escape(_limpio(completo))}</title>"
    yield (
        f'<rect x="{_n(c.x)}" y="{_n(c.y)}" width="{_n(c.ancho)}" height="{_n(c.alto)}" rx="3" '
        f'fill="{fondo}" stroke="{borde}"/>'
    )
    yield from _figura(e.estado, c.x + 10, c.medio)
    peso = ' font-weight="600"' if es_programa else ""
    altura = c.medio + letra * 0.36
    yield (
        f'<text class="pa-t" x="{_n(c.x + 20)}" y="{_n(altura)}" font-size="{_n(letra)}"{peso} '
        f"data-id={quoteattr(f'{e.nivel}:{e.id}')}{_en_espanol(r)}>{escape(corto)}</text></g>"
    )


def _en_espanol(r: Rotulos) -> str:
    """Lo que mezcla el rótulo con textos del plan se marca en español cuando lo demás no lo está."""
    return "" if r.idioma == ESPANOL else ' lang="es"'


def _figura(estado: Estado, x: float, y: float) -> Iterator[str]:
    """La figura de un estado: visto, medio círculo, equis, interrogación o raya."""
    _, color = _ESTADOS[estado]
    trazo = f'fill="none" stroke="{color}" stroke-width="1.8"'
    match estado:
        case Estado.ARTICULADO:
            yield f'<path d="M{_n(x - 4)} {_n(y)}l3 3.5 5.5 -7" {trazo}/>'
        case Estado.PARCIAL:
            yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="4" {trazo}/>'
            yield f'<path d="M{_n(x)} {_n(y - 4)}a4 4 0 0 0 0 8z" fill="{color}"/>'
        case Estado.DESARTICULADO:
            yield f'<path d="M{_n(x - 4)} {_n(y - 4)}l8 8m0 -8l-8 8" {trazo}/>'
        case Estado.SIN_DATOS:
            yield f'<text class="pa-t" x="{_n(x - 3.5)}" y="{_n(y + 4)}" font-size="12">?</text>'
        case Estado.NO_SE_EXIGE:
            yield f'<path d="M{_n(x - 4)} {_n(y)}h8" {trazo}/>'

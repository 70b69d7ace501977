"""Parte los documentos en pasajes de un tamaño parecido, que es lo que se propone a una persona.

Entra: Documento. Sale: sus pasajes, con el número de la página o del párrafo donde están.
Quita los encabezados y pies que se repiten y une las palabras cortadas al final del renglón.
Invariante: un pasaje de un PDF no pasa de una página a otra.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.titulos import Titulo, es_indice, titulos_de
from plomada.valores.texto import plegar

VENTANA = 120
PASO = 80
_COLA = 40  # una última ventana más corta que esto se une a la anterior
_ORILLA = 3  # renglones de arriba y de abajo donde puede haber un encabezado o un pie
_MINIMO_DE_REPETICIONES = 4
_FRACCION_QUE_REPITE = 5
_PAGINAS_QUE_DURA_UN_TITULO = 2
_CORTE = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011]\s*\n\s*(?=[a-záéíóúüñ])")
_CIFRAS = re.compile(r"\d+")
_PALABRA = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Pasaje:
    """Un trozo de documento.

    `numeros` dice, por el lugar del texto donde empieza, el número de cada página, párrafo o línea que
    trae. `titulos` son los que están en él y `heredado` el último anterior, si está cerca. `desarrolla` es
    falso si el pasaje es de un índice, un glosario u otra parte que solo nombra.
    """

    documento: int
    texto: str
    numeros: tuple[tuple[int, int], ...]
    titulos: tuple[str, ...] = ()
    heredado: str = ""
    desarrolla: bool = True
    es_indice: bool = False

    def numero(self, desde: int) -> int:
        """Devuelve el número de la página, el párrafo o la línea de ese lugar del texto."""
        donde = bisect_right([lugar for lugar, _ in self.numeros], desde)
        return self.numeros[max(donde - 1, 0)][1]


@dataclass(frozen=True, slots=True)
class _Bloque:
    texto: str
    numeros: tuple[tuple[int, int], ...]
    titulos: tuple[Titulo, ...]
    es_indice: bool


def pasajes_de(documento: Documento, orden: int = 0) -> Iterator[Pasaje]:
    """Recorre los pasajes del documento; `orden` es su lugar en la entrega."""
    bloques = _paginas(documento) if documento.unidad == "página" else _grupos(documento)
    ultimo, edad = Titulo("", 0), 0
    for bloque in bloques:
        yield from _ventanas(bloque, ultimo if edad < _PAGINAS_QUE_DURA_UN_TITULO else Titulo("", 0), orden)
        edad = 0 if bloque.titulos else edad + 1
        ultimo = bloque.titulos[-1] if bloque.titulos else ultimo


def _paginas(documento: Documento) -> Iterator[_Bloque]:
    repetidos = _repetidos(documento.trozos)
    for numero, trozo in enumerate(documento.trozos, start=1):
        renglones = _sin_orillas(trozo.split("\n"), repetidos)
        if any(r.strip() for r in renglones):
            texto = _CORTE.sub("", "\n".join(renglones))
            yield _bloque(texto, ((0, numero),), es_indice(renglones))


def _grupos(documento: Documento) -> Iterator[_Bloque]:
    """Junta párrafos o líneas seguidos hasta llenar una ventana."""
    juntos: list[tuple[int, str]] = []
    palabras = 0
    for numero, trozo in enumerate(documento.trozos, start=1):
        if not trozo.strip():
            continue
        juntos.append((numero, trozo))
        palabras += len(trozo.split())
        if palabras >= VENTANA:
            yield _de_grupo(juntos)
            juntos, palabras = [], 0
    if juntos:
        yield _de_grupo(juntos)


def _de_grupo(juntos: list[tuple[int, str]]) -> _Bloque:
    texto, numeros = "", []
    for numero, trozo in juntos:
        if texto and _CORTE.search(f"{texto}\n{trozo}", max(len(texto) - 2, 0)):
            texto = texto.rstrip()[:-1]
        elif texto:
            texto += "\n"
        numeros.append((len(texto), numero))
        texto += trozo
    return _bloque(texto, tuple(numeros), es_indice([t for _, t in juntos]))


def _bloque(texto: str, numeros: tuple[tuple[int, int], ...], indice: bool) -> _Bloque:
    renglones, lugar = [], 0
    for renglon in texto.split("\n"):
        renglones.append((renglon, lugar))
        lugar += len(renglon) + 1
    return _Bloque(texto, numeros, tuple(titulos_de(renglones)), indice)


def _ventanas(bloque: _Bloque, anterior: Titulo, orden: int) -> Iterator[Pasaje]:
    palabras = [p.span() for p in _PALABRA.finditer(bloque.texto)]
    for desde, hasta in _cortes(len(palabras)):
        a, b = palabras[desde][0], palabras[hasta - 1][1]
        propios = tuple(t for t in bloque.titulos if a <= t.desde < b)
        previos = [t for t in bloque.titulos if t.desde < a]
        heredado = previos[-1] if previos else anterior
        primero = propios[0] if propios and not previos else heredado
        numeros = tuple((max(lugar - a, 0), n) for lugar, n in _dentro(bloque.numeros, a, b))
        solo_nombra = (
            bloque.es_indice or primero.solo_nombra or all(t.solo_nombra for t in propios or (heredado,))
        )
        yield Pasaje(
            orden,
            bloque.texto[a:b],
            numeros,
            tuple(t.texto for t in propios),
            heredado.texto,
            not solo_nombra,
            bloque.es_indice,
        )


def _cortes(palabras: int) -> Iterator[tuple[int, int]]:
    desde = 0
    while desde < palabras:
        hasta = desde + VENTANA
        if palabras - hasta < _COLA:
            yield desde, palabras
            return
        yield desde, hasta
        desde += PASO


def _dentro(numeros: tuple[tuple[int, int], ...], a: int, b: int) -> tuple[tuple[int, int], ...]:
    primero = max(bisect_right([lugar for lugar, _ in numeros], a) - 1, 0)
    return tuple(par for n, par in enumerate(numeros) if n >= primero and par[0] < b)


# -- encabezados y pies ----------------------------------------------------------------------------


def _repetidos(paginas: Sequence[str]) -> frozenset[str]:
    """Devuelve los renglones de orilla que se repiten en muchas páginas, sin mirar sus cifras."""
    cuentas: Counter[str] = Counter()
    for pagina in paginas:
        escritos = [r for r in pagina.split("\n") if r.strip()]
        cuentas.update({_forma(r) for r in (*escritos[:_ORILLA], *escritos[-_ORILLA:])})
    tope = max(_MINIMO_DE_REPETICIONES, len(paginas) // _FRACCION_QUE_REPITE)
    return frozenset(forma for forma, veces in cuentas.items() if veces >= tope)


def _sin_orillas(renglones: list[str], repetidos: frozenset[str]) -> list[str]:
    escritos = [n for n, r in enumerate(renglones) if r.strip()]
    orillas = {*escritos[:_ORILLA], *escritos[-_ORILLA:]}
    return [r for n, r in enumerate(renglones) if n not in orillas or _forma(r) not in repetidos]


def _forma(renglon: str) -> str:
    return _CIFRAS.sub("#", plegar(" ".join(renglon.split())))

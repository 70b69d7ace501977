"""Halla una cita textual en las páginas de un documento, aunque el texto extraído no sea idéntico.

Tolera lo que le pasa a un texto al extraerlo: guiones de corte, espacios, saltos, tildes y eñes perdidas,
ligaduras, comillas de otra forma y letras mal reconocidas. No tolera otra frase: el parecido mínimo sube
cuando la cita es corta, y una cifra de la cita que no está en el texto basta para no darla por hallada.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from plomada.evidencia.palabras import es_vacia
from plomada.valores.texto import plegar

PALABRAS_MINIMAS = 4  # con menos, una cita está en cualquier documento y no prueba nada
LETRAS_MINIMAS = 20
CITA_LARGA = 60  # letras desde las que se acepta el parecido menor
PARECIDO_DE_LARGA = 90.0
PARECIDO_DE_CORTA = 96.0
_CON_SENTIDO = 2  # palabras que no son artículos ni preposiciones
_CORTE = re.compile(r"[-\u00ad\u2010\u2011]\s*\n\s*")
_NO_ALFANUMERICO = re.compile(r"[^a-z0-9]+")
_CIFRA = re.compile(r"\d+")
_FRACCION_DE_LARGO = 0.8
_NEGACIONES = frozenset({"no", "ni", "sin", "nunca", "jamas", "tampoco"})


@dataclass(frozen=True, slots=True)
class Ubicacion:
    """Dónde está la cita: el número de la página y qué tanto se parece, de 0 a 100."""

    numero: int
    parecido: float


def normalizar(texto: str) -> str:
    """Devuelve solo letras sin tilde y cifras, con un espacio entre palabras.

    >>> normalizar("La zoni\u00adficación, art. 5.º")
    'la zonificacion art 5 o'
    """
    unido = _CORTE.sub("", texto).replace("\u00ad", "")
    llano = plegar(unicodedata.normalize("NFKC", unido)).replace("ñ", "n")
    return _NO_ALFANUMERICO.sub(" ", llano).strip()


def es_prueba(cita: str) -> bool:
    """Dice si la cita es bastante larga para probar algo: «no» o «vivienda» no prueban nada."""
    llana = normalizar(cita)
    palabras = llana.split()
    con_sentido = [p for p in palabras if not es_vacia(p)]
    largo = len(llana.replace(" ", ""))
    return len(palabras) >= PALABRAS_MINIMAS and largo >= LETRAS_MINIMAS and len(con_sentido) > _CON_SENTIDO


def parecido_minimo(letras: int) -> float:
    """Devuelve el parecido que se exige: baja en línea recta entre una cita corta y una larga.

    >>> parecido_minimo(20), parecido_minimo(40), parecido_minimo(500)
    (96.0, 93.0, 90.0)
    """
    avance = min(max((letras - LETRAS_MINIMAS) / (CITA_LARGA - LETRAS_MINIMAS), 0.0), 1.0)
    return PARECIDO_DE_CORTA - avance * (PARECIDO_DE_CORTA - PARECIDO_DE_LARGA)


@dataclass(frozen=True, slots=True)
class Paginas:
    """Las páginas de un documento, ya normalizadas para buscar muchas citas en ellas."""

    trozos: tuple[str, ...]
    _pegadas: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Quita los espacios: un texto extraído los pierde o los agrega."""
        object.__setattr__(self, "_pegadas", tuple(t.replace(" ", "") for t in self.trozos))

    def ubicar(self, cita: str, preferida: int | None = None) -> Ubicacion | None:
        """Devuelve dónde está la cita, primero en la página preferida; None si no está en ninguna.

        Una cita que empieza en una página y termina en la siguiente se halla en la primera.
        """
        llana = normalizar(cita)
        if not llana:
            return None
        if preferida is not None and 0 < preferida <= len(self.trozos):
            hallada = self._en(llana, preferida - 1)
            if hallada is not None:
                return hallada
        buscada = llana.replace(" ", "")
        exacta = next((n for n, pegada in enumerate(self._pegadas) if buscada in pegada), None)
        return Ubicacion(exacta + 1, 100.0) if exacta is not None else self._la_mejor(llana)

    def _la_mejor(self, llana: str) -> Ubicacion | None:
        todas = (self._en(llana, n) for n in range(len(self.trozos)))
        return max((u for u in todas if u), key=lambda u: (u.parecido, -u.numero), default=None)

    def _en(self, llana: str, n: int) -> Ubicacion | None:
        """Busca en una página y, si no está entera, a caballo con la siguiente."""
        buscada = llana.replace(" ", "")
        if buscada in self._pegadas[n]:
            return Ubicacion(n + 1, 100.0)
        parecido = _mejor_parecido(llana, self.trozos[n])
        if parecido is None and n + 1 < len(self.trozos):
            fin = self.trozos[n][-2 * len(llana) :].partition(" ")[2]
            comienzo = self.trozos[n + 1][: 2 * len(llana)].rpartition(" ")[0]
            parecido = _mejor_parecido(llana, f"{fin} {comienzo}")
        return None if parecido is None else Ubicacion(n + 1, parecido)


def paginas_de(trozos: Sequence[str]) -> Paginas:
    """Devuelve las páginas listas para buscar citas."""
    return Paginas(tuple(normalizar(t) for t in trozos))


def _mejor_parecido(llana: str, texto: str) -> float | None:
    """Devuelve el parecido con el trozo del texto que más se parece, si alcanza el que se exige.

    Además del parecido, el trozo debe traer las mismas cifras y las mismas negaciones: «no se permite»
    está a dos letras de «se permite», y «15 hectáreas» a una de «16 hectáreas».
    """
    buscada, pegado = llana.replace(" ", ""), texto.replace(" ", "")
    if len(pegado) < len(buscada) * _FRACCION_DE_LARGO:
        return None
    alineado = fuzz.partial_ratio_alignment(buscada, pegado, score_cutoff=parecido_minimo(len(buscada)))
    if alineado is None:
        return None
    desde, hasta = alineado.dest_start, alineado.dest_end
    if _cifras(buscada) not in {_cifras(pegado[max(desde - m, 0) : hasta + m]) for m in (0, 2)}:
        return None
    if _negaciones(llana, 0, len(buscada)) != _negaciones(texto, desde, hasta):
        return None
    return round(float(alineado.score), 1)


def _cifras(texto: str) -> str:
    return "".join(_CIFRA.findall(texto))


def _negaciones(texto: str, desde: int, hasta: int) -> int:
    """Cuenta las negaciones entre dos lugares del texto sin espacios."""
    lugar = cuantas = 0
    for palabra in texto.split():
        cuantas += palabra in _NEGACIONES and desde - 1 <= lugar and lugar + len(palabra) <= hasta + 1
        lugar += len(palabra)
    return cuantas

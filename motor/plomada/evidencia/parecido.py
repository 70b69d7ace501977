"""Halla una cita textual en las páginas de un documento, aunque el texto extraído no sea idéntico.

Tolera lo que le pasa a un texto al extraerlo: guiones de corte, espacios, saltos, tildes y eñes perdidas,
ligaduras, comillas de otra forma y letras mal reconocidas. No tolera otra frase: el parecido mínimo sube
cuando la cita es corta, y una cifra de la cita que no está en el texto basta para no darla por hallada.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
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
_NEGACIONES_QUE_PRECEDEN = frozenset({"no", "nunca", "jamas", "tampoco"})


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
        buscada = _Buscada(normalizar(cita))
        if not buscada.llana:
            return None
        if preferida is not None and 0 < preferida <= len(self.trozos):
            hallada = self._en(buscada, preferida - 1)
            if hallada is not None:
                return hallada
        exacta = next((n for n in range(len(self.trozos)) if self._exacta(buscada, n)), None)
        return Ubicacion(exacta + 1, 100.0) if exacta is not None else self._la_mejor(buscada)

    def _la_mejor(self, buscada: "_Buscada") -> Ubicacion | None:
        todas = (self._en(buscada, n) for n in range(len(self.trozos)))
        return max((u for u in todas if u), key=lambda u: (u.parecido, -u.numero), default=None)

    def _exacta(self, buscada: "_Buscada", n: int) -> bool:
        return buscada.pegada in self._pegadas[n] and buscada.esta_exacta_en(self.trozos[n])

    def _en(self, buscada: "_Buscada", n: int) -> Ubicacion | None:
        """Busca en una página y, si no está entera, a caballo con la siguiente."""
        if self._exacta(buscada, n):
            return Ubicacion(n + 1, 100.0)
        parecido = buscada.parecido_en(self.trozos[n], self._pegadas[n])
        if parecido is None and n + 1 < len(self.trozos):
            largo = 2 * len(buscada.llana)
            fin, comienzo = self.trozos[n][-largo:], self.trozos[n + 1][:largo]
            junto = f"{fin} {comienzo}"
            parecido = buscada.parecido_en(junto, junto.replace(" ", ""), len(fin.replace(" ", "")))
        return None if parecido is None else Ubicacion(n + 1, parecido)


def paginas_de(trozos: Sequence[str]) -> Paginas:
    """Devuelve las páginas listas para buscar citas."""
    return Paginas(tuple(normalizar(t) for t in trozos))


@dataclass(frozen=True, slots=True)
class _Buscada:
    """Una cita normalizada, y cómo se compara con un texto también normalizado."""

    llana: str

    @property
    def pegada(self) -> str:
        return self.llana.replace(" ", "")

    def esta_exacta_en(self, texto: str) -> bool:
        """Dice si está letra por letra sin empezar a media cifra ni justo después de una negación."""
        pegado, pegada = texto.replace(" ", ""), self.pegada
        desde = pegado.find(pegada)
        while desde >= 0:
            hasta = desde + len(pegada)
            if not (_parte_una_cifra(pegado, desde) or _parte_una_cifra(pegado, hasta)):
                anterior = next((p for p, lugar in _palabras(texto) if lugar + len(p) == desde), "")
                if anterior not in _NEGACIONES_QUE_PRECEDEN:
                    return True
            desde = pegado.find(pegada, desde + 1)
        return False

    def parecido_en(self, texto: str, pegado: str, frontera: int | None = None) -> float | None:
        """Devuelve el parecido con el trozo que más se parece, si alcanza el que se exige.

        Además del parecido, el trozo debe traer las mismas cifras y las mismas negaciones: «no se permite»
        está a dos letras de «se permite», y «15 hectáreas» a una de «16 hectáreas». Con `frontera`, el
        trozo debe cruzar ese lugar.
        """
        pegada = self.pegada
        if len(pegado) < len(pegada) * _FRACCION_DE_LARGO:
            return None
        alineado = fuzz.partial_ratio_alignment(pegada, pegado, score_cutoff=parecido_minimo(len(pegada)))
        if alineado is None:
            return None
        desde, hasta = alineado.dest_start, alineado.dest_end
        if frontera is not None and not desde < frontera < hasta:
            return None
        propias = [p for p, _ in _palabras(self.llana)]
        suyas = [p for p, lugar in _palabras(texto) if lugar < hasta and lugar + len(p) > desde]
        iguales = _cifras(propias) == _cifras(suyas) and _negaciones(propias) == _negaciones(suyas)
        anterior = next((p for p, lugar in _palabras(texto) if lugar + len(p) == desde), "")
        return (
            round(float(alineado.score), 1) if iguales and anterior not in _NEGACIONES_QUE_PRECEDEN else None
        )


def _palabras(texto: str) -> Iterator[tuple[str, int]]:
    """Recorre las palabras con su lugar en el texto sin espacios."""
    lugar = 0
    for palabra in texto.split():
        yield palabra, lugar
        lugar += len(palabra)


def _parte_una_cifra(pegado: str, lugar: int) -> bool:
    return 0 < lugar < len(pegado) and pegado[lugar - 1].isdigit() and pegado[lugar].isdigit()


def _cifras(palabras: Sequence[str]) -> str:
    """Junta las cifras; una sola entre letras es una letra mal reconocida y no cuenta."""
    return "".join(c for p in palabras for c in _CIFRA.findall(p) if len(c) > 1 or p.isdigit())


def _negaciones(palabras: Sequence[str]) -> int:
    return sum(p in _NEGACIONES for p in palabras)

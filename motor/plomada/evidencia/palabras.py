"""De un texto en español a las raíces con que se compara: sin tildes, plurales, géneros ni palabras vacías.

«Unidades de actuación» y «UNIDAD DE ACTUACION» dan las mismas raíces. Usa siempre la versión en Python de
snowballstemmer: si tomara la compilada que hubiera instalada, la misma entrega podría dar otro orden.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from snowballstemmer.spanish_stemmer import SpanishStemmer

from plomada.valores.texto import plegar

_PALABRA = re.compile(r"[^\W_]+")
_ESCRITAS = (
    "a al algo alguna algunas alguno algunos ante antes asi aun aunque bajo cada como con contra cual cuales "
    "cuando cuanto de del desde donde dos e el ella ellas ellos en entre era es esa esas ese eso esos esta "
    "estan estas este esto estos fin fue ha hacer hacia han hasta hay la las le les lo los mas me mediante "
    "mi mismo muy ni no nos o otra otras otro otros para pero por porque que quien se sea segun ser si sin "
    "sobre son su sus tal tambien tan tanto tiene tienen toda todas todo todos tras un una unas uno unos y "
    "ya"
)
_VACIAS = frozenset(_ESCRITAS.split())
_PLURAL = re.compile(r"(?<=[a-zñ]{2})(?:(?<=[dnlrzsyj])es|(?<=[aeiou])s)$")
_SIN_SU_TILDE = re.compile(r"(c|s)ion$")


def es_vacia(palabra: str) -> bool:
    """Dice si la palabra, en minúscula y sin tildes, no dice de qué trata un texto."""
    return palabra in _VACIAS


class Raices:
    """Da la raíz de cada palabra y recuerda las que ya vio; vive lo que dura una búsqueda."""

    def __init__(self) -> None:
        """Empieza sin recordar ninguna."""
        self._reductor: Any = SpanishStemmer()
        self._vistas: dict[str, str] = {}

    def de(self, texto: str) -> list[str]:
        """Devuelve las raíces del texto, en su orden y sin las palabras vacías."""
        return [raiz for raiz, _ in self.ubicadas(texto)]

    def ubicadas(self, texto: str) -> Iterator[tuple[str, int]]:
        """Recorre las raíces con el lugar del texto donde empieza su palabra."""
        for hallada in _PALABRA.finditer(texto):
            raiz = self._raiz(hallada[0])
            if raiz:
                yield raiz, hallada.start()

    def _raiz(self, palabra: str) -> str:
        if palabra not in self._vistas:
            self._vistas[palabra] = self._reducir(plegar(unicodedata.normalize("NFKC", palabra)))
        return self._vistas[palabra]

    def _reducir(self, llana: str) -> str:
        """Reduce la palabra, antes en singular: «unidad» y «unidades» no darían la misma raíz.

        Repone la tilde de «-ción», que la regla del español necesita ver.
        """
        if llana in _VACIAS or len(llana) < 2:
            return ""
        singular = _PLURAL.sub("", llana)
        reducida: str = self._reductor.stemWord(_SIN_SU_TILDE.sub(r"\1ión", singular))
        return plegar(reducida)

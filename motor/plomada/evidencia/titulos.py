"""Qué renglones de un documento son títulos y cuáles son índice: ninguno de los dos es el desarrollo."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plomada.valores.texto import plegar

_ARTICULO = re.compile(r"\s*art[íi]culo\s+\d+\S*\s*", re.IGNORECASE)
_NUMERADO = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?=[A-ZÁÉÍÓÚÑ])")
_DIVISION = re.compile(
    r"\s*(?:#{1,6}\s+|(?:t[íi]tulo|cap[íi]tulo|secci[óo]n|anexo)\s+\w{1,6}\b)", re.IGNORECASE
)
_RENGLON_DE_INDICE = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}\s*$|\S\s{3,}\d{1,4}\s*$|\.{3,}\s*$")
_MAYOR_TITULO = 140
_PALABRAS_EN_MAYUSCULA = 14
_RENGLONES_DE_INDICE = 4
_NOMBRAN_SIN_DESARROLLAR = re.compile(
    r"\b(?:glosario|siglas|abreviaturas|bibliografia|referencias bibliograficas|marco (?:normativo|legal|"
    r"juridico)|normatividad|definiciones|tabla de contenido|indice|contenido|presentacion|introduccion|"
    r"metodologia|agradecimientos|lista de (?:tablas|figuras|planos|mapas))\b"
)


@dataclass(frozen=True, slots=True)
class Titulo:
    """Un título y el lugar del texto donde empieza."""

    texto: str
    desde: int

    @property
    def solo_nombra(self) -> bool:
        """Dice si abre una parte que nombra muchos temas y no desarrolla ninguno, como un glosario."""
        return len(self.texto) < 60 and _NOMBRAN_SIN_DESARROLLAR.search(plegar(self.texto)) is not None


def titulos_de(renglones: Sequence[tuple[str, int]]) -> Iterator[Titulo]:
    """Recorre los títulos entre los renglones; cada renglón viene con el lugar donde empieza.

    En «ARTÍCULO 14. Clasificación del suelo. El territorio…» el título llega hasta el segundo punto, aunque
    siga en otro renglón.
    """
    for n, (renglon, desde) in enumerate(renglones):
        siguiente = renglones[n + 1][0].strip() if n + 1 < len(renglones) else ""
        for patron in (_ARTICULO, _NUMERADO):
            marca = patron.match(renglon)
            if marca:
                resto = renglon[marca.end() :]
                entero = f"{resto} {siguiente}" if "." not in resto and len(resto) > 50 else resto
                yield Titulo(_hasta_el_punto(entero), desde)
                break
        else:
            if _DIVISION.match(renglon) or _todo_en_mayuscula(renglon):
                yield Titulo(renglon.strip(" #\t")[:_MAYOR_TITULO], desde)


def _hasta_el_punto(texto: str) -> str:
    return texto.strip(" .:-–—").split(". ")[0].split(": ")[0][:_MAYOR_TITULO].strip()


def _todo_en_mayuscula(renglon: str) -> bool:
    palabras = renglon.split()
    if not 0 < len(palabras) <= _PALABRAS_EN_MAYUSCULA or renglon != renglon.upper():
        return False
    return any(len(p) > 3 and p.isalpha() for p in palabras)


def es_indice(renglones: Sequence[str]) -> bool:
    """Dice si los renglones son de una tabla de contenido o de una lista de planos con sus páginas."""
    escritos = [r for r in renglones if r.strip()]
    de_indice = sum(_RENGLON_DE_INDICE.search(r) is not None for r in escritos)
    return de_indice >= _RENGLONES_DE_INDICE and de_indice * 2 >= len(escritos)

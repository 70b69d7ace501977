"""Nombres parecidos al que se escribió, para sugerirlos."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from plomada.valores.texto import plegar

_PARECIDO_MINIMO = 0.6


def cercanos(escrito: str, conocidos: Iterable[str], cuantos: int = 3) -> tuple[str, ...]:
    """Devuelve hasta `cuantos` nombres conocidos parecidos, del más al menos parecido.

    No distingue tildes, mayúsculas ni guiones.

    >>> cercanos("proyecto", ["proyectos", "objetivos", "suelo"])
    ('proyectos',)
    """
    llano = _llano(escrito)
    notas = [(SequenceMatcher(None, llano, _llano(c)).ratio(), c) for c in sorted(set(conocidos))]
    buenos = sorted(((n, c) for n, c in notas if n >= _PARECIDO_MINIMO), key=lambda par: (-par[0], par[1]))
    return tuple(c for _, c in buenos[:cuantos])


def quiza(escrito: str, conocidos: Iterable[str]) -> str:
    """Devuelve la frase de ayuda con los nombres cercanos, o texto vacío si no hay."""
    hallados = cercanos(escrito, conocidos)
    if not hallados:
        return ""
    return "¿quiso decir " + " o ".join(f"`{h}`" for h in hallados) + "?"


def _llano(texto: str) -> str:
    return plegar(texto).replace("-", "_").replace(" ", "_")

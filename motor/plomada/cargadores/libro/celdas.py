"""Cómo se escribe en una celda lo que no es un dato suelto: ausencias, listas y textos que se les parecen.

`NO HAY: motivo` y `NO APLICA: motivo` declaran una ausencia, `LISTA VACÍA` una lista sin elementos, y lo
que empieza por `#` es ayuda. Un texto de verdad que se les parezca lleva delante un apóstrofo, como
cualquier texto en Excel; lo escrito y lo leído son inversos.
"""

import re
from collections.abc import Sequence

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.libro.hojas import MARCA_DE_AYUDA
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.formas import Forma

LISTA_VACIA = "LISTA VACÍA"
_AUSENCIA = re.compile(r"(?P<que>no\s+hay|no\s+aplica)\s*(?:(?P<dos>:)|\.?\s*$)", re.IGNORECASE)
_VACIA = re.compile(r"lista\s+vac[ií]a\s*$", re.IGNORECASE)
_ESCAPADO = re.compile(r"'+")
_ENTRE_COMILLAS = re.compile(r'"((?:[^"]|"")*)"[ \t]*(?=\n|$)')
_SEPARADORES = re.compile(r"[\n;,]")
_CLAVES = {"no hay": "no_hay", "no aplica": "no_aplica"}
_ROTULOS = {clave: rotulo.upper() for rotulo, clave in _CLAVES.items()}


def _es_especial(texto: str) -> bool:
    return bool(texto.startswith(MARCA_DE_AYUDA) or _AUSENCIA.match(texto) or _VACIA.match(texto))


def escapar(texto: str) -> str:
    """Devuelve el texto de modo que no se confunda con una marca.

    >>> escapar("No hay: está así en el plano"), escapar("410 ha")
    ("'No hay: está así en el plano", '410 ha')
    """
    return f"'{texto}" if _es_especial(texto.lstrip("'")) else texto


def desescapar(texto: str) -> str:
    """Devuelve el texto sin el apóstrofo que lo protege, si lo lleva."""
    apostrofos = _ESCAPADO.match(texto)
    return texto[1:] if apostrofos and _es_especial(texto[apostrofos.end() :]) else texto


def escribir_nodo(nodo: Nodo | None, forma: Forma) -> str:
    """Devuelve el texto de la celda; vacío si nadie describió el dato."""
    if isinstance(nodo, Escalar):
        return escapar(nodo.texto.strip())
    if isinstance(nodo, Secuencia):
        textos = [e.texto.strip() for e in nodo.elementos if isinstance(e, Escalar) and not e.esta_vacio]
        return escapar("\n".join(map(_entre_comillas, textos))) if textos else LISTA_VACIA
    if isinstance(nodo, Mapa) and forma.admite_no_hay:
        return escribir_ausencia(nodo)
    return ""


def escribir_ausencia(nodo: Mapa) -> str:
    """Devuelve la ausencia que el mapa declara, o texto vacío si no declara ninguna."""
    for clave, _, motivo in nodo.pares:
        if clave in _ROTULOS and isinstance(motivo, Escalar):
            return f"{_ROTULOS[clave]}: {motivo.texto.strip()}"
    return ""


def leer_nodo(texto: str, forma: Forma, tramo: Tramo) -> Nodo:
    """Devuelve lo que dice una celda que no está vacía, según la forma del campo."""
    ausencia = leer_ausencia(texto, tramo) if forma.admite_no_hay or _con_motivo(texto) else None
    if ausencia is not None:
        return ausencia
    if forma.clase != "lista":
        return Escalar(desescapar(texto), tramo, llano=False)
    if _VACIA.match(texto):
        return Secuencia((), tramo)
    partes = _partir(desescapar(texto), se_puede_separar(forma))
    return Secuencia(tuple(Escalar(p, tramo, llano=False) for p in partes), tramo)


def leer_ausencia(texto: str, tramo: Tramo) -> Mapa | None:
    """Devuelve la ausencia que la celda declara, o None; sin motivo, el modelo lo pedirá."""
    hallada = _AUSENCIA.match(texto)
    if hallada is None:
        return None
    clave = _CLAVES[" ".join(hallada["que"].lower().split())]
    motivo = texto[hallada.end() :].strip() if hallada["dos"] else ""
    return Mapa(((clave, tramo, Escalar(motivo, tramo, llano=False)),), tramo)


def es_lista_vacia(texto: str) -> bool:
    """Dice si la celda declara una lista sin elementos."""
    return _VACIA.match(texto) is not None


def se_puede_separar(forma: Forma) -> bool:
    """Dice si sus elementos nunca llevan `;` ni comas, y por tanto se pueden separar con ellas."""
    dentro = forma.dentro
    return dentro is not None and (dentro.clase in {"referencia", "opcion"} or dentro.tipo == "fecha")


def _con_motivo(texto: str) -> bool:
    """Donde no se admite declarar ausencias, solo `NO HAY: motivo` lo intenta; `No hay` es un texto."""
    hallada = _AUSENCIA.match(texto)
    return hallada is not None and hallada["dos"] is not None


def _entre_comillas(texto: str) -> str:
    return '"' + texto.replace('"', '""') + '"' if texto.startswith('"') or "\n" in texto else texto


def _partir(texto: str, separa: bool) -> Sequence[str]:
    if separa:
        return [p.strip() for p in _SEPARADORES.split(texto) if p.strip()]
    partes: list[str] = []
    fin = 0
    while fin < len(texto):
        entre = _ENTRE_COMILLAS.match(texto, fin)
        if entre is not None:
            partes.append(entre[1].replace('""', '"'))
            fin = entre.end() + 1
            continue
        corte = texto.find("\n", fin)
        corte = len(texto) if corte < 0 else corte
        partes.append(texto[fin:corte])
        fin = corte + 1
    return [p for p in partes if p.strip()]

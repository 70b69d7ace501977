"""Escribe un árbol como YAML que `leer_yaml` vuelve a leer igual: todo escalar es texto.

Entra: un árbol. Sale: texto. Las comillas van solo donde sin ellas se leería otra cosa.
"""

import re
from collections.abc import Iterator

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia

_SANGRIA = "  "
_ANCHO = 100
# Lo que nunca se confunde con sintaxis, ni al comienzo ni en el medio, ni dentro de corchetes.
_LLANO = re.compile(r"[^\W_][\w%°²³ºª.()/;+=*$ '-]*", re.UNICODE)
_CON_DOS_PUNTOS = re.compile(r"[^\W_][\w%°.()/;: ,'-]*", re.UNICODE)
# Otros programas leerían `05001` como un número; entre comillas nadie duda.
_CODIGO = re.compile(r"0[0-9]+")
_LARGO_SIN_COMILLAS = 1000
_NULOS = frozenset({"null", "Null", "NULL"})
_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\xa0": "\\_",
    "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip


def a_yaml(raiz: Nodo) -> str:
    """Devuelve el YAML del árbol, con salto final."""
    if isinstance(raiz, Mapa) and raiz.pares:
        lineas = _mapa(raiz, 0)
    elif isinstance(raiz, Secuencia) and raiz.elementos:
        lineas = _secuencia(raiz, 0)
    else:
        lineas = iter([_en_linea(raiz)])
    return "".join(f"{linea}\n" for linea in lineas)


def escalar_a_yaml(texto: str) -> str:
    """Devuelve el texto como se escribe en un YAML, con comillas si hacen falta.

    >>> escalar_a_yaml("73001"), escalar_a_yaml("05001"), escalar_a_yaml("a: b")
    ('73001', '"05001"', '"a: b"')
    """
    return _texto(texto, llano=False) if texto else '""'


def _mapa(nodo: Mapa, nivel: int) -> Iterator[str]:
    for clave, _, valor in nodo.pares:
        yield from _con_cabeza(f"{_SANGRIA * nivel}{_texto(clave, llano=False)}:", valor, nivel + 1)


def _secuencia(nodo: Secuencia, nivel: int) -> Iterator[str]:
    for elemento in nodo.elementos:
        guion = f"{_SANGRIA * nivel}-"
        if isinstance(elemento, Mapa) and elemento.pares and not _cabe(guion, elemento):
            primera, *resto = _mapa(elemento, nivel + 1)
            yield f"{guion} {primera.lstrip(' ')}"
            yield from resto
        else:
            yield from _con_cabeza(guion, elemento, nivel + 1)


def _con_cabeza(cabeza: str, valor: Nodo, nivel: int) -> Iterator[str]:
    """Escribe el valor en el mismo renglón si cabe, o debajo con sangría."""
    if isinstance(valor, Escalar) or _cabe(cabeza, valor):
        yield f"{cabeza} {_en_linea(valor)}".rstrip(" ")
        return
    yield cabeza
    yield from _mapa(valor, nivel) if isinstance(valor, Mapa) else _secuencia(valor, nivel)


def _cabe(cabeza: str, valor: Nodo) -> bool:
    """Dice si va en un renglón: lo vacío siempre, y lo que no lleva nada anidado si es corto."""
    match valor:
        case Escalar():
            return True
        case Secuencia(elementos):
            simples = all(isinstance(e, Escalar) and not e.esta_vacio for e in elementos)
            return not elementos or (simples and len(cabeza) + len(_en_linea(valor)) < _ANCHO)
        case Mapa(pares):
            return not pares or (
                len(pares) == 1
                and isinstance(pares[0][2], Escalar)
                and not pares[0][2].esta_vacio
                and len(cabeza) + len(_en_linea(valor)) < _ANCHO
            )


def _en_linea(nodo: Nodo) -> str:
    match nodo:
        case Escalar(texto, _, llano):
            return _texto(texto, llano)
        case Secuencia(elementos):
            return f"[{', '.join(_entre_corchetes(e) for e in elementos)}]"
        case Mapa(pares):
            partes = (f"{_sin_coma(c, llano=False)}: {_entre_corchetes(v)}" for c, _, v in pares)
            return f"{{{', '.join(partes)}}}"


def _entre_corchetes(nodo: Nodo) -> str:
    return _sin_coma(nodo.texto, nodo.llano) if isinstance(nodo, Escalar) else _en_linea(nodo)


def _sin_coma(texto: str, llano: bool) -> str:
    """Pone entre comillas lo que lleve coma: entre corchetes o llaves, la coma separa."""
    escrito = _texto(texto, llano)
    return _entre_comillas(texto) if "," in escrito and not escrito.startswith('"') else escrito


def _texto(texto: str, llano: bool) -> str:
    if llano and (not texto or texto in _NULOS or texto == "~"):
        return texto
    if texto in _NULOS or not _es_llano(texto):
        return _entre_comillas(texto)
    return texto


def _es_llano(texto: str) -> bool:
    if texto != texto.strip() or len(texto) > _LARGO_SIN_COMILLAS or _CODIGO.fullmatch(texto):
        return False
    if _LLANO.fullmatch(texto):
        return True
    sin_espacio = re.search(r":(?: |$)", texto) is None
    return sin_espacio and _CON_DOS_PUNTOS.fullmatch(texto) is not None


def _entre_comillas(texto: str) -> str:
    return '"' + "".join(_ESCAPES.get(c, c) for c in texto) + '"'

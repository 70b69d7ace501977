"""Traducción de los errores de sintaxis de YAML a frases en español, con su arreglo."""

import yaml

from plomada.cargadores import problemas
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

_COMILLAS = "ponga el texto entre comillas"
_SANGRIA = "revise la sangría: las claves de un mismo nivel empiezan en la misma columna"
# Trozo del mensaje de la biblioteca, qué se dice, cómo se arregla. El primero que aparezca gana.
_FRASES: tuple[tuple[str, str, str], ...] = (
    (
        "quoted scalar",
        "falta cerrar una comilla",
        "cierre la comilla; si el texto la lleva, use la otra clase",
    ),
    ("scanning an alias", "un texto no puede empezar por `*` sin comillas", _COMILLAS),
    ("scanning an anchor", "un texto no puede empezar por `&` sin comillas", _COMILLAS),
    ("parsing a tag", "un texto no puede empezar por `!` sin comillas", _COMILLAS),
    ("scanning a tag", "un texto no puede empezar por `!` sin comillas", _COMILLAS),
    ("parsing a node", "falta el valor o sobra un signo", _COMILLAS),
    ("undefined tag handle", "un texto no puede empezar por `!` sin comillas", _COMILLAS),
    (
        "mapping values are not allowed",
        "hay dos puntos donde no caben",
        f"{_COMILLAS} si lleva `: `; {_SANGRIA}",
    ),
    ("directive", "una línea no puede empezar por `%`", _COMILLAS),
    ("flow sequence", "falta cerrar una lista con `]`", "cierre el corchete o escriba un elemento por línea"),
    ("flow mapping", "falta cerrar un mapa con `}`", "cierre la llave o escriba una clave por línea"),
    ("cannot start any token", "el texto empieza por un signo reservado de YAML", _COMILLAS),
    ("block sequence entries", "hay un guion de lista donde no cabe", _SANGRIA),
    ("block collection", "una lista quedó mal alineada", _SANGRIA),
    ("block mapping", "una clave quedó mal alineada", _SANGRIA),
    (
        "simple key",
        "falta `:` después de la clave",
        "escriba `clave: valor`, con un espacio tras los dos puntos",
    ),
    (
        "block scalar",
        "el texto de varias líneas está mal abierto",
        "use `|` o `>` y siga en la línea de abajo",
    ),
    ("nesting", "hay demasiados niveles uno dentro de otro", "aplane la estructura"),
)
_DESCONOCIDA = ("la sintaxis del archivo no se entiende aquí", f"{_SANGRIA}; y {_COMILLAS} si lleva signos")


def traducir(error: yaml.YAMLError, archivo: str) -> Diagnostico:
    """Devuelve el diagnóstico de un error de sintaxis, con la línea donde se nota y donde empezó."""
    contexto = str(getattr(error, "context", "") or "")
    problema = str(getattr(error, "problem", "") or "")
    mensaje, ayuda = _frase(f"{contexto} {problema}".lower())
    lugar = _tramo(getattr(error, "problem_mark", None), archivo)
    comienzo = _tramo(getattr(error, "context_mark", None), archivo)
    if comienzo is not None and lugar is not None and comienzo.linea == lugar.linea:
        comienzo = None
    return Diagnostico(problemas.SINTAXIS, mensaje, lugar or comienzo or Tramo(archivo), ayuda, comienzo)


def _frase(original: str) -> tuple[str, str]:
    if "escape" in original:
        return (
            "hay una barra invertida que no se entiende",
            "use comillas sencillas: en ellas `\\` es un texto más",
        )
    for trozo, mensaje, ayuda in _FRASES:
        if trozo in original:
            return mensaje, ayuda
    return _DESCONOCIDA


def _tramo(marca: "yaml.Mark | None", archivo: str) -> Tramo | None:
    if marca is None:
        return None
    linea, columna = marca.line + 1, marca.column + 1
    return Tramo(archivo, linea, columna, linea, columna + 1, marca.index)

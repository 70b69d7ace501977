"""Nombra los lugares sin decir en qué máquina están."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plomada.informes.idiomas.rotulos import Rotulos

_ABSOLUTO = re.compile(r"^(?:[A-Za-z]:[\\/]|[\\/])")
_DE_TEXTO = re.compile(r"(.+?):(\d+):\d+")
_DE_LIBRO = re.compile(r"(.+?)!(.+)!([A-Z]+\d+)")


def lugar_en_frase(lugar: str, r: "Rotulos") -> str:
    """Devuelve el lugar como se le dice a una persona.

    >>> from plomada.informes.idiomas.rotulos import rotulos
    >>> lugar_en_frase("plan.yaml:3:1", rotulos()), lugar_en_frase("plan.xlsx!Usos!B7", rotulos())
    ('plan.yaml, línea 3', 'plan.xlsx, hoja Usos, celda B7')
    """
    if linea := _DE_TEXTO.fullmatch(lugar):
        return r("lugar.linea", archivo=linea[1], linea=linea[2])
    if celda := _DE_LIBRO.fullmatch(lugar):
        return r("lugar.celda", archivo=celda[1], hoja=celda[2], celda=celda[3])
    return lugar


def nombrar_lugar(lugar: str) -> str:
    """Devuelve el lugar sin la carpeta de la máquina; uno relativo queda igual.

    >>> nombrar_lugar("/home/ana/entrega/plan.yaml:3:1")
    'plan.yaml:3:1'
    >>> nombrar_lugar("entrega/plan.yaml:3:1")
    'entrega/plan.yaml:3:1'
    """
    return re.split(r"[\\/]", lugar)[-1] if _ABSOLUTO.match(lugar) else lugar

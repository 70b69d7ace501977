"""Los `{…}` de `falla` y `subsana`: se resuelven y tipan al cargar la regla, no al mostrar el mensaje."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.analizador import analizar_expresion

if TYPE_CHECKING:
    from plomada.lenguaje.comprobacion.comprobador import Comprobador
    from plomada.lenguaje.comprobacion.resolucion import Ambito

HUECOS_DE_RESULTADO: frozenset[str] = frozenset({"n_fallan", "n_total", "n_no_constan", "fallan"})
_HUECO = re.compile(r"\{([^{}]*)\}")


def leer_plantilla(c: Comprobador, texto: str, a: Ambito, tramo: Tramo) -> n.Mensaje:
    """Parte el texto en trozos fijos y datos por escribir.

    Diagnósticos: PLO-T340 (llaves sin pareja o vacías) y los de la expresión de cada hueco.
    """
    partes: list[n.ParteDeMensaje] = []
    fin = 0
    for hallado in _HUECO.finditer(texto):
        _agregar_fijo(c, partes, texto[fin : hallado.start()], tramo)
        partes.append(_hueco(c, hallado[1].strip(), a, tramo))
        fin = hallado.end()
    _agregar_fijo(c, partes, texto[fin:], tramo)
    return tuple(partes)


def _agregar_fijo(c: Comprobador, partes: list[n.ParteDeMensaje], fijo: str, tramo: Tramo) -> None:
    if "{" in fijo or "}" in fijo:
        c.fallar(
            "PLO-T340",
            "hay una llave `{` o `}` sin su pareja en el mensaje",
            tramo,
            "cada dato va entre llaves: `{proyecto.nombre}`",
        )
    if fijo:
        partes.append(fijo)


def _hueco(c: Comprobador, escrito: str, a: Ambito, tramo: Tramo) -> n.ParteDeMensaje:
    if escrito in HUECOS_DE_RESULTADO:
        return n.HuecoDeResultado(escrito)
    leida = analizar_expresion(escrito, tramo, "suma")
    if leida.valor is None:
        c.problemas.extend(replace(d, tramo=tramo) for d in leida.diagnosticos)
        raise c.fallar(
            "PLO-T340",
            f"no se entiende `{{{escrito}}}` en el mensaje",
            tramo,
            "entre llaves va un dato del plan o una variable del cuantificador",
        )
    return c.valor(leida.valor, a)

"""Los perfiles: qué reglas muestra cada uno y cómo las agrupa.

Un perfil filtra y ordena la vista; nunca toca los totales ni el código de salida.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import POR_DECIR, Veredicto
from plomada.informes.partes import Grupo, Oculto, ReglaInformada

_POR_QUE_OCULTA = {
    "concertacion": "el perfil de concertación muestra solo lo exclusivamente ambiental",
    "radicacion": "el perfil de radicación muestra solo lo que debe estar para que la radicación quede "
    "completa, y lo que falló en la herramienta",
}


class Perfil(StrEnum):
    """Para quién es el informe."""

    JURIDICO = "juridico"
    CONSULTORIA = "consultoria"
    CONCERTACION = "concertacion"
    RADICACION = "radicacion"


def filtrar(reglas: Sequence[ReglaInformada], perfil: Perfil) -> tuple[tuple[ReglaInformada, ...], Oculto]:
    """Devuelve las reglas que el perfil muestra y la cuenta de lo que oculta."""
    if perfil not in _MUESTRA:
        return tuple(reglas), Oculto()
    visibles = tuple(r for r in reglas if _MUESTRA[perfil](r))
    fuera = [r for r in reglas if not _MUESTRA[perfil](r)]
    return visibles, Oculto(
        reglas=len(fuera),
        hallazgos=sum(len(r.hallazgos) for r in fuera),
        por_que=_POR_QUE_OCULTA[perfil] if fuera else "",
    )


# Un fallo de la herramienta no se oculta al radicar: no se sabe qué habría dicho esa regla.
_MUESTRA: Mapping[Perfil, Callable[[ReglaInformada], bool]] = {
    Perfil.CONCERTACION: lambda r: r.ambiental == "exclusivo",
    Perfil.RADICACION: lambda r: r.para_radicar or r.veredicto is Veredicto.ERROR,
}


def agrupar(reglas: Sequence[ReglaInformada], perfil: Perfil, normas: dict[str, str]) -> tuple[Grupo, ...]:
    """Devuelve los grupos del perfil: por tarea en consultoría, por norma en los demás.

    `normas` da el título de cada norma. Los grupos salen en el orden en que aparece su primera regla, así que
    lo más urgente queda arriba.
    """
    if perfil is Perfil.CONSULTORIA:
        return _juntar(
            (_tarea(h), r.regla)
            for r in reglas
            if r.veredicto in POR_DECIR
            for h in r.hallazgos
            if h.veredicto in POR_DECIR
        )
    return _juntar((normas[r.requisito.norma], r.regla) for r in reglas for _ in r.hallazgos or (None,))


def _tarea(h: Hallazgo) -> str:
    """Dice qué hay que hacer; si falta un dato, cuál, para que cada dato sea una tarea."""
    if h.veredicto is Veredicto.ERROR:
        return "Informe el fallo de la herramienta"
    que = h.subsana or "Revise lo señalado"
    return _con_el_dato(que, h) if h.veredicto is Veredicto.NO_CONSTA and h.dato else que


def _con_el_dato(que: str, h: Hallazgo) -> str:
    """Antepone el dato como el mensaje lo nombra, con la ruta que ayuda a escribirlo."""
    dicho = re.search(rf"(«[^»]+»(?: de «[^»]+»)?)(?: \({re.escape(h.dato)}\))?\.$", h.mensaje)
    if dicho is not None:
        return f"{dicho[1]} ({h.dato}): {que}"
    return f"{h.dato}: {que}" if " " in h.dato else f"{que.rstrip('.')} ({h.dato})."


def _juntar(pares: Iterable[tuple[str, str]]) -> tuple[Grupo, ...]:
    grupos: dict[str, list[str]] = {}
    for titulo, regla in pares:
        grupos.setdefault(titulo, []).append(regla)
    return tuple(
        Grupo(titulo=t, reglas=tuple(dict.fromkeys(reglas)), hallazgos=len(reglas))
        for t, reglas in grupos.items()
    )

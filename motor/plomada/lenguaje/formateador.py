"""Escribe un archivo `.regla` en su forma canónica, sin cambiar lo que dice.

Entra: el texto y las citas de los requisitos. Sale: el texto con sangrías, signos, tildes y comillas
canónicos, y los diagnósticos de los bloques que no se pueden leer, que quedan exactamente como estaban.
Trabaja sobre las piezas, no sobre el árbol: ningún comentario se pierde ni se mueve de su línea.
Invariantes: formatear dos veces da lo mismo que una, y el árbol que se lee es el mismo.
Las citas son comentarios generados (`#= …`): se reescriben cada vez, y sin cita conocida se quitan.
"""

from collections.abc import Mapping, Sequence

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.lenguaje.analizador import analizar_bloque
from plomada.lenguaje.lectura.bloques import LIBRE, ROTO, segmentar
from plomada.lenguaje.lectura.lexico import leer_piezas
from plomada.lenguaje.lectura.piezas import Bloque
from plomada.lenguaje.renglones import armar_renglones, con_dos_puntos

_SIN_CITAS: Mapping[str, str] = {}


def formatear(texto: str, archivo: str, citas: Mapping[str, str] = _SIN_CITAS) -> Lectura[str]:
    """Devuelve el texto en forma canónica; `citas` lleva de cada id de requisito a su cita completa.

    Diagnósticos: los de `analizador.analizar`.
    """
    partido = segmentar(texto, archivo)
    if partido.valor is None:
        return Lectura(texto, partido.diagnosticos)
    crudas = texto.split("\n")
    problemas: list[Diagnostico] = list(partido.diagnosticos)
    salida = _Salida()
    for bloque in partido.valor:
        if bloque.clase == LIBRE:
            salida.libres([linea.strip() for linea in bloque.lineas])
            continue
        leido = analizar_bloque(bloque) if bloque.clase != ROTO else None
        if leido is None or leido.tiene_errores:
            problemas.extend(leido.diagnosticos if leido else ())
            desde = bloque.primera_linea - 1
            salida.intactas(crudas[desde : desde + len(bloque.lineas)])
        else:
            salida.bloque(_escribir(bloque, citas))
    return Lectura(salida.texto(), tuple(dict.fromkeys(problemas)))


def _escribir(bloque: Bloque, citas: Mapping[str, str]) -> list[str]:
    return armar_renglones(con_dos_puntos(leer_piezas(bloque).valor or ()), citas)


class _Salida:
    """Junta los renglones de todo el archivo y cuida los que van en blanco."""

    def __init__(self) -> None:
        self._renglones: list[str] = []
        self._falta_blanco = False

    def libres(self, renglones: Sequence[str]) -> None:
        """Suma comentarios; varios renglones en blanco seguidos quedan en uno."""
        for r in renglones:
            if r:
                self._separar()
                self._renglones.append(r)
            else:
                self._falta_blanco = bool(self._renglones)

    def bloque(self, renglones: Sequence[str]) -> None:
        """Suma un bloque ya escrito, con un renglón en blanco después."""
        self._separar()
        self._renglones.extend(renglones)
        self._falta_blanco = True

    def intactas(self, lineas: Sequence[str]) -> None:
        """Suma líneas que no se tocan; las que van en blanco al final son separación."""
        ultima = max(i for i, linea in enumerate(lineas) if linea.strip())
        self._separar()
        self._renglones.extend(lineas[: ultima + 1])
        pegada = ultima + 1 == len(lineas) and lineas[ultima].lstrip().startswith("#")
        self._falta_blanco = not pegada

    def texto(self) -> str:
        """Devuelve todo el archivo."""
        return "".join(f"{r}\n" for r in self._renglones)

    def _separar(self) -> None:
        if self._falta_blanco:
            self._renglones.append("")
        self._falta_blanco = False

"""Lo que un hallazgo dice de su elemento, sin lo ajeno: el mismo hallazgo puede decir otra cosa.

Es propio el mensaje, salvo las cuentas y la lista de los que fallan en toda la regla, y el valor de los datos
leídos del elemento. No lo son el lugar, los parámetros, las listas enteras ni lo calculado.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plomada.evaluacion.llano.nombres import forma_de
from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.elementos import SEPARADOR
from plomada.informes.partes import ReglaInformada
from plomada.informes.rondas.partes import DatoCambiado
from plomada.valores.numeros import escribir_numero

_RUTA_SIMPLE = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
# Describen a qué plan se le exige, no lo que se exige: los miran reglas de todas las materias.
_DE_CONTEXTO = frozenset({"plan", "municipio"})


@dataclass(frozen=True, slots=True)
class Dicho:
    """Un hallazgo y la regla de su ronda, que sabe cuántos fallan en total."""

    hallazgo: Hallazgo
    regla: ReglaInformada

    def mismo_mensaje(self, otro: "Dicho") -> bool:
        """Dice si los mensajes son iguales, cuente lo que cuente cada ronda de los demás elementos."""
        uno, dos = self.hallazgo.mensaje, otro.hallazgo.mensaje
        if uno == dos or not self.hallazgo.elemento:
            return uno == dos
        return not self._sin_cuentas().isdisjoint(otro._sin_cuentas())

    def _sin_cuentas(self) -> set[str]:
        """El mensaje sin `2 de 5`, y además sin la lista de los que fallan, por si la lleva.

        Si falla uno solo, esa lista es el nombre del propio elemento: por eso vale cualquiera de los dos.
        """
        fallan, total = (
            re.escape(escribir_numero(Decimal(n))) for n in (self.regla.fallan, self.regla.total)
        )
        cuenta = re.compile(rf"(?<![\w.,]){fallan} de (l[oa]s )?{total}(?!\w|[.,]\d)")
        sin_cuenta = cuenta.sub(r"… de \1…", self.hallazgo.mensaje)
        lista = self._los_que_fallan(sin_cuenta)
        return {sin_cuenta, sin_cuenta.replace(lista, "…")} if lista else {sin_cuenta}

    def _los_que_fallan(self, mensaje: str) -> str:
        """La lista de los que fallan como el mensaje la escribe, recortada si no cabían; vacía si no está."""
        fallan = (h for h in self.regla.hallazgos if h.veredicto is Veredicto.NO_CUMPLE)
        nombres = [h.de_quien for h in fallan if h.de_quien]
        lista, vistos = "", 0
        for nombre in nombres:
            mas_larga = f"{lista}, {nombre}" if vistos else nombre
            if mas_larga not in mensaje:
                break
            lista, vistos = mas_larga, vistos + 1
        resto = len(nombres) - vistos
        return lista + (f" y {resto} más" if resto else "") if lista else ""


def datos_cambiados(a: Hallazgo, d: Hallazgo, solo_comunes: bool = False) -> tuple[DatoCambiado, ...]:
    """Devuelve los datos propios del elemento que no dicen lo mismo en los dos hallazgos.

    Con `solo_comunes` no cuentan los que mira una sola ronda: su regla no es la misma.
    """
    antes, despues = _propios(a), _propios(d)
    rutas = [
        r for r in dict.fromkeys((*antes, *despues)) if not solo_comunes or (r in antes and r in despues)
    ]
    pares = ((r, antes.get(r), despues.get(r)) for r in rutas)
    return tuple(
        DatoCambiado(
            ruta=ruta,
            nombre=next(x.nombre or ruta for x in (nuevo, viejo) if x is not None),
            antes=viejo.valor if viejo else "",
            despues=nuevo.valor if nuevo else "",
        )
        for ruta, viejo, nuevo in pares
        if (viejo.valor if viejo else None) != (nuevo.valor if nuevo else None)
    )


def _propios(h: Hallazgo) -> Mapping[str, DatoLeido]:
    ids = [id_ for _, _, id_ in (p.partition(" ") for p in h.elemento.split(SEPARADOR)) if id_]
    return {x.ruta: x for x in h.datos if _es_propio(x.ruta, h, ids)}


def _es_propio(ruta: str, h: Hallazgo, ids: list[str]) -> bool:
    """Dice si el dato es del elemento; del plan entero lo es todo dato suelto que no sea de contexto."""
    if h.elemento:
        return "[" in ruta and (not ids or any(f"[{i}]" in ruta for i in ids))
    if not _RUTA_SIMPLE.fullmatch(ruta):
        return False
    forma = forma_de(ruta)
    suelto = forma is not None and (forma.dentro or forma).modelo is None
    return suelto and (ruta == h.dato or ruta.partition(".")[0] not in _DE_CONTEXTO)

"""Parte un archivo `.regla` en bloques independientes.

Entra: el texto de un archivo. Sale: los bloques, en orden, y los diagnósticos de lo que sobra.
No hace: mirar dentro de un bloque. Un bloque mal escrito no impide leer los demás.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.lectura.palabras import BLOQUES
from plomada.lenguaje.lectura.piezas import Bloque
from plomada.valores.cercanos import quiza
from plomada.valores.texto import plegar

TAMANO_MAXIMO = 2_000_000
LIBRE, ROTO = "libre", "roto"
_MARCA_DE_ORDEN = "\ufeff"
_CABEZA = re.compile(r"\s*(?P<clase>\w+)\s+[\w.\-]+\s*(#.*)?$")
_PRIMERA = re.compile(r"\s*(?P<clase>\w+)(?=\s|#|$)")
_PIE = re.compile(r"\s*fin\s+(?P<clase>\w+)\s*(#.*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Linea:
    numero: int
    texto: str
    desplazamiento: int

    def tramo(self, archivo: str) -> Tramo:
        inicio = len(self.texto) - len(self.texto.lstrip())
        fin = max(len(self.texto.rstrip()), inicio)
        return Tramo(archivo, self.numero, inicio + 1, self.numero, fin + 1, self.desplazamiento + inicio)

    @property
    def es_libre(self) -> bool:
        limpia = self.texto.strip()
        return not limpia or limpia.startswith("#")


def partir(texto: str, archivo: str) -> Lectura[tuple[Bloque, ...]]:
    """Devuelve los bloques del archivo que se pueden leer.

    Diagnósticos: los de `segmentar`.
    """
    leidos = segmentar(texto, archivo)
    sanos = tuple(b for b in leidos.valor or () if b.clase in BLOQUES)
    return Lectura(sanos if leidos.valor is not None else None, leidos.diagnosticos)


def segmentar(texto: str, archivo: str) -> Lectura[tuple[Bloque, ...]]:
    """Devuelve todas las líneas del archivo repartidas en bloques, también los libres y los rotos.

    Diagnósticos: PLO-S101 (texto fuera de un bloque), PLO-S102 (bloque sin `fin`), PLO-S103 (`fin` que no
    corresponde), PLO-S104 (archivo demasiado grande).
    """
    if len(texto) > TAMANO_MAXIMO:
        aviso = f"el archivo tiene {len(texto)} caracteres y el tope es {TAMANO_MAXIMO}"
        grande = Diagnostico("PLO-S104", aviso, Tramo(archivo), "parta las reglas en varios archivos")
        return Lectura(None, (grande,))
    partidor = _Partidor(archivo)
    for linea in _lineas(texto):
        partidor.recibir(linea)
    partidor.terminar()
    return Lectura(tuple(partidor.bloques), tuple(partidor.problemas))


def clase_que_abre(linea: str, estricta: bool = True) -> str:
    """Devuelve `regla`, `tabla` o `define` si la línea abre un bloque; si no, texto vacío.

    Dentro de otro bloque solo abre la forma completa (`regla nombre`); fuera basta la primera palabra.
    """
    hallada = (_CABEZA if estricta else _PRIMERA).match(linea)
    clase = plegar(hallada["clase"]) if hallada else ""
    return clase if clase in BLOQUES else ""


def _clase_que_cierra(linea: str) -> str | None:
    hallada = _PIE.match(linea)
    return plegar(hallada["clase"]) if hallada else None


def _lineas(texto: str) -> Iterator[_Linea]:
    desplazamiento = 0
    for numero, linea in enumerate(texto.split("\n"), start=1):
        limpia = linea.rstrip("\r")
        if numero == 1 and limpia.startswith(_MARCA_DE_ORDEN):
            limpia = " " + limpia[1:]
        yield _Linea(numero, limpia, desplazamiento)
        desplazamiento += len(linea) + 1


@dataclass(slots=True)
class _Partidor:
    """Reparte las líneas que recibe; `clase` es la del bloque que está abierto."""

    archivo: str
    bloques: list[Bloque] = field(default_factory=list)
    problemas: list[Diagnostico] = field(default_factory=list)
    abierto: list[_Linea] = field(default_factory=list)
    clase: str = LIBRE

    def recibir(self, linea: _Linea) -> None:
        cabeza = clase_que_abre(linea.texto, estricta=self.clase in BLOQUES)
        pie = _clase_que_cierra(linea.texto)
        if cabeza:
            self._cambiar_a(cabeza)
        elif self.clase == LIBRE and not linea.es_libre:
            self._cambiar_a(ROTO)
            self.problemas.append(_sobra(linea, self.archivo))
        self.abierto.append(linea)
        if pie is not None and self.clase != LIBRE:
            self._cerrar_con(pie, linea)

    def terminar(self) -> None:
        self._cambiar_a(LIBRE)

    def _cambiar_a(self, clase: str) -> None:
        if self.clase in BLOQUES:
            self.problemas.append(_sin_fin(self.clase, self.abierto[0], self.abierto[-1], self.archivo))
            self.clase = ROTO
        self._guardar(self.clase)
        self.clase = clase

    def _cerrar_con(self, pie: str, linea: _Linea) -> None:
        if self.clase != ROTO and pie != self.clase:
            self.problemas.append(_fin_equivocado(self.clase, pie, linea, self.archivo))
            self.clase = ROTO
        self._guardar(self.clase)
        self.clase = LIBRE

    def _guardar(self, clase: str) -> None:
        if self.abierto:
            lineas = tuple(x.texto for x in self.abierto)
            lugares = tuple(x.desplazamiento for x in self.abierto)
            self.bloques.append(Bloque(clase, lineas, self.archivo, self.abierto[0].numero, lugares))
        self.abierto = []


def _sobra(linea: _Linea, archivo: str) -> Diagnostico:
    primera = linea.texto.split()[0][:40]
    return Diagnostico(
        "PLO-S101",
        f"hay texto fuera de una regla: `{linea.texto.strip()[:60]}`",
        linea.tramo(archivo),
        quiza(primera, BLOQUES)
        or "cada bloque empieza con `regla`, `tabla` o `define` y su nombre en una palabra",
    )


def _sin_fin(clase: str, primera: _Linea, ultima: _Linea, archivo: str) -> Diagnostico:
    return Diagnostico(
        "PLO-S102",
        f"falta `fin {clase}` para cerrar lo que empieza en la línea {primera.numero}",
        primera.tramo(archivo),
        f"escriba `fin {clase}` en una línea propia antes de la línea {ultima.numero + 1}",
    )


def _fin_equivocado(clase: str, pie: str, linea: _Linea, archivo: str) -> Diagnostico:
    return Diagnostico(
        "PLO-S103",
        f"se leyó `fin {pie[:40]}` y se esperaba `fin {clase}`",
        linea.tramo(archivo),
        f"cambie la línea por `fin {clase}`",
    )

"""Propone dónde podría estar cada contenido: recuperación léxica (BM25) con expresiones y títulos.

El puntaje va de 0 a 1 y reúne tres indicios independientes de que el pasaje trata del contenido: las
expresiones con que los planes lo nombran, el título bajo el que está y cuánto de su vocabulario cubre. Cada
indicio explica una parte de lo que falta para 1, así que una mención suelta nunca llega al puntaje alto.
Nadie lo toma por una prueba: todo lo propuesto queda por confirmar.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plomada.evidencia.palabras import Raices
from plomada.evidencia.pasajes import Pasaje
from plomada.normativa.contenidos import ContenidoExigible

PUNTAJE_ALTO = 0.7
PUNTAJE_MINIMO = 0.25
PROPUESTAS = 3
_SATURACION, _POR_LARGO = 1.2, 0.5
_PESOS_DE_EXPRESIONES = (0.45, 0.25, 0.15)  # la primera mención dice más que la segunda
_PESO_DE_TITULO, _PESO_DE_VOCABULARIO = 0.55, 0.6
_PESO_JUNTA = 0.75  # las palabras de una expresión cerca, con otras en medio o en otro orden
_HUECOS = 2
_PALABRAS_PARA_ESTAR_JUNTAS = 3  # con dos, «red vial secundaria» pasaría por «redes secundarias»
_PESO_SUELTA = 0.4  # las mismas palabras, en cualquier parte del pasaje
_FRACCION_MINIMA = 0.6  # de una expresión, por debajo de la cual no se mencionó
_PESO_HEREDADO = 0.6
_SI_SOLO_NOMBRA, _SI_ES_INDICE = 0.55, 0.25
_PESO_EXPLICACION = 0.3
_COLECCION_MINIMA = 300  # con pocos pasajes no se sabe qué palabra es corriente
_ANTES, _FRAGMENTO = 60, 320


@dataclass(frozen=True, slots=True)
class Consulta:
    """Lo que se busca de un contenido, en raíces: sus expresiones y el peso de cada palabra."""

    id: str
    expresiones: tuple[tuple[str, ...], ...]
    pesos: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Propuesta:
    """Un pasaje donde podría estar un contenido."""

    documento: int
    numero: int
    fragmento: str
    puntaje: float


def consulta_de(contenido: ContenidoExigible, raices: Raices) -> Consulta:
    """Devuelve lo que se busca de un contenido."""
    escritas = (contenido.titulo, *contenido.terminos)
    expresiones = tuple(dict.fromkeys(tuple(raices.de(e)) for e in escritas))
    pesos: dict[str, float] = {}
    for raiz in raices.de(contenido.explicacion):
        pesos[raiz] = _PESO_EXPLICACION
    for expresion in expresiones:
        for raiz in expresion:
            pesos[raiz] = 1.0
    return Consulta(contenido.id, tuple(e for e in expresiones if e), pesos)


@dataclass(slots=True)
class Indice:
    """Los pasajes de una entrega, listos para buscar el vocabulario de unas consultas."""

    pasajes: Sequence[Pasaje]
    raices: Raices
    vocabulario: frozenset[str]
    _textos: list[str] = field(default_factory=list)
    _largos: list[int] = field(default_factory=list)
    _largo_medio: float = 0.0
    _veces: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _rarezas: dict[str, float] = field(default_factory=dict)
    _titulos: dict[tuple[str, str], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Cuenta cada raíz buscada en cada pasaje."""
        for n, pasaje in enumerate(self.pasajes):
            raices = self.raices.de(pasaje.texto)
            self._textos.append(f" {' '.join(raices)} ")
            self._largos.append(len(raices))
            for raiz, veces in Counter(r for r in raices if r in self.vocabulario).items():
                self._veces[raiz][n] = veces
        self._largo_medio = sum(self._largos) / len(self._largos) if self._largos else 0.0

    def buscar(self, consulta: Consulta, cuantas: int = PROPUESTAS) -> tuple[Propuesta, ...]:
        """Devuelve los mejores pasajes, uno por página, del mejor al peor."""
        notas = sorted(
            ((self.puntaje(consulta, n), n) for n in self._candidatos(consulta)), key=lambda x: (-x[0], x[1])
        )
        elegidas: dict[tuple[int, int], Propuesta] = {}
        for puntaje, n in notas:
            if puntaje < PUNTAJE_MINIMO or len(elegidas) == cuantas:
                break
            propuesta = self._propuesta(consulta, n, puntaje)
            elegidas.setdefault((propuesta.documento, propuesta.numero), propuesta)
        return tuple(elegidas.values())

    def puntaje(self, consulta: Consulta, n: int) -> float:
        """Devuelve de 0 a 1 cuánto indica que el pasaje trata de lo que se busca."""
        pasaje = self.pasajes[n]
        falta = 1.0
        for peso, cubierta in zip(_PESOS_DE_EXPRESIONES, self._expresiones(consulta, n), strict=False):
            falta *= 1 - peso * cubierta
        falta *= 1 - _PESO_DE_TITULO * self._titulo(consulta, pasaje)
        falta *= 1 - _PESO_DE_VOCABULARIO * self._vocabulario(consulta, n)
        rebaja = _SI_ES_INDICE if pasaje.es_indice else 1.0 if pasaje.desarrolla else _SI_SOLO_NOMBRA
        return round((1 - falta) * rebaja, 4)

    def _candidatos(self, consulta: Consulta) -> set[int]:
        return {n for raiz in consulta.pesos for n in self._veces.get(raiz, ())}

    def _rareza(self, raiz: str) -> float:
        if raiz not in self._rarezas:
            pasajes, con = max(len(self.pasajes), _COLECCION_MINIMA), len(self._veces.get(raiz, ()))
            self._rarezas[raiz] = math.log(1 + (pasajes - con + 0.5) / (con + 0.5))
        return self._rarezas[raiz]

    def _expresiones(self, consulta: Consulta, n: int) -> list[float]:
        """Devuelve cuánto de cada expresión está en el pasaje, de la más a la menos cubierta.

        De una expresión que repite palabras de otra ya contada, como «suelo urbano» tras «perímetro del
        suelo urbano», vale solo lo que agrega: las dos son la misma mención.
        """
        cubiertas = [(self._cubierta(e, self._textos[n]), e) for e in consulta.expresiones]
        contadas: set[str] = set()
        valores = []
        for cubierta, expresion in sorted(cubiertas, key=lambda x: (-x[0], -len(x[1]))):
            nuevas = set(expresion) - contadas
            valores.append(cubierta * len(nuevas) / len(set(expresion)))
            contadas |= nuevas if cubierta else set()
        return sorted(valores, reverse=True)

    def _cubierta(self, expresion: tuple[str, ...], texto: str) -> float:
        """Devuelve 1 si la expresión está seguida, algo menos si está junta, y poco si está dispersa."""
        if f" {' '.join(expresion)} " in texto:
            return 1.0
        estan = [r for r in expresion if f" {r} " in texto]
        if not estan:
            return 0.0
        fraccion = sum(map(self._rareza, estan)) / sum(map(self._rareza, expresion))
        if fraccion < _FRACCION_MINIMA:
            return 0.0
        juntas = len(estan) == len(expresion) >= _PALABRAS_PARA_ESTAR_JUNTAS and _estan_juntas(
            expresion, texto.split()
        )
        return _PESO_JUNTA if juntas else _PESO_SUELTA * fraccion

    def _titulo(self, consulta: Consulta, pasaje: Pasaje) -> float:
        propio = max((self._cubierta_en(consulta, t) for t in pasaje.titulos), default=0.0)
        return max(propio, _PESO_HEREDADO * self._cubierta_en(consulta, pasaje.heredado))

    def _cubierta_en(self, consulta: Consulta, titulo: str) -> float:
        if not titulo:
            return 0.0
        clave = (consulta.id, titulo)
        if clave not in self._titulos:
            texto = f" {' '.join(self.raices.de(titulo))} "
            self._titulos[clave] = max((self._cubierta(e, texto) for e in consulta.expresiones), default=0.0)
        return self._titulos[clave]

    def _vocabulario(self, consulta: Consulta, n: int) -> float:
        """Devuelve la fracción del peso de la consulta que cubre el pasaje, con la saturación de BM25."""
        largo = _SATURACION * (1 - _POR_LARGO + _POR_LARGO * self._largos[n] / self._largo_medio)
        cubierto = total = 0.0
        for raiz, peso in consulta.pesos.items():
            valor = peso * self._rareza(raiz)
            veces = self._veces.get(raiz, {}).get(n, 0)
            total += valor
            cubierto += valor * veces * (1 + largo) / (veces + largo) / (1 + largo)
        return cubierto / total if total else 0.0

    # -- lo que se muestra -------------------------------------------------------------------------

    def _propuesta(self, consulta: Consulta, n: int, puntaje: float) -> Propuesta:
        pasaje = self.pasajes[n]
        desde = self._mejor_lugar(consulta, pasaje)
        numero = pasaje.numero(desde)
        return Propuesta(pasaje.documento, numero, _recortar(pasaje.texto, desde), puntaje)

    def _mejor_lugar(self, consulta: Consulta, pasaje: Pasaje) -> int:
        """Devuelve dónde empieza la expresión más larga que está entera, o la primera palabra buscada."""
        ubicadas = list(self.raices.ubicadas(pasaje.texto))
        llanas = [r for r, _ in ubicadas]
        for expresion in sorted(consulta.expresiones, key=len, reverse=True):
            for i in range(len(llanas) - len(expresion) + 1):
                if tuple(llanas[i : i + len(expresion)]) == expresion:
                    return ubicadas[i][1]
        return next((lugar for r, lugar in ubicadas if consulta.pesos.get(r, 0) >= 1), 0)


def _estan_juntas(expresion: tuple[str, ...], palabras: list[str]) -> bool:
    """Dice si todas las palabras están en un tramo apenas más largo que la expresión."""
    buscadas, ancho = set(expresion), len(expresion) + _HUECOS
    lugares = [n for n, palabra in enumerate(palabras) if palabra in buscadas]
    return any(buscadas <= set(palabras[n : n + ancho]) for n in lugares)


def _recortar(texto: str, desde: int) -> str:
    """Devuelve un trozo legible alrededor del lugar, sin partir palabras."""
    a = max(desde - _ANTES, 0)
    if a:
        a = texto.find(" ", a, desde) + 1 or desde
    b = min(a + _FRAGMENTO, len(texto))
    if b < len(texto):
        b = max(texto.rfind(" ", a, b), desde + 1)
    return " ".join(texto[a:b].split())


def indizar(pasajes: Sequence[Pasaje], consultas: Iterable[Consulta], raices: Raices) -> Indice:
    """Devuelve los pasajes listos para buscar esas consultas."""
    return Indice(pasajes, raices, frozenset(r for c in consultas for r in c.pesos))

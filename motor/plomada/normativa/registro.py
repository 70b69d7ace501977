"""Todo lo jurídico en un solo valor: normas, requisitos, parámetros y contenidos exigibles."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, Self

from plomada.normativa.parametros import Parametro
from plomada.normativa.requisitos import Cita, Registrado, Requisito


class Norma(Registrado):
    """Una norma o un método: desde cuándo rige, dónde se lee y qué la cambió."""

    id: str
    titulo: str
    tipo: Literal["ley", "decreto ley", "decreto", "resolución", "sentencia", "método"]
    expedida: date
    rige_desde: date
    hasta: date | None = None
    fuente: str
    modificada_por: tuple[str, ...] = ()
    notas: str = ""


class ContenidoExigible(Registrado):
    """Un contenido que el plan debe traer, en qué documento debe constar y de qué requisitos responde."""

    id: str
    titulo: str
    explicacion: str
    componente: Literal["general", "urbano", "rural", "ejecucion", "gestion", "riesgo", "cartografia", "seguimiento"]
    donde: tuple[str, ...]
    requisitos: tuple[str, ...]


class Registro(Registrado):
    """El registro entero; se consulta por id."""

    normas: tuple[Norma, ...]
    requisitos: tuple[Requisito, ...]
    parametros: tuple[Parametro, ...]
    contenidos: tuple[ContenidoExigible, ...]

    @cached_property
    def _requisitos(self) -> Mapping[str, Requisito]:
        return {r.id: r for r in self.requisitos}

    @cached_property
    def _parametros(self) -> Mapping[str, Parametro]:
        return {p.id: p for p in self.parametros}

    @cached_property
    def _normas(self) -> Mapping[str, Norma]:
        return {n.id: n for n in self.normas}

    def requisito(self, id_: str) -> Requisito:
        """Devuelve el requisito; quien llama ya comprobó que existe."""
        return self._requisitos[id_]

    def parametro(self, id_: str) -> Parametro:
        """Devuelve el parámetro; quien llama ya comprobó que existe."""
        return self._parametros[id_]

    def norma(self, id_: str) -> Norma:
        """Devuelve la norma."""
        return self._normas[id_]

    def citar(self, cita: Cita) -> str:
        """Escribe una cita completa: «Ley 388 de 1997, artículo 12, numeral 2.3»."""
        partes = cita.partes()
        return self.norma(cita.norma).titulo + (f", {partes}" if partes else "")

    def condiciones(self) -> dict[str, str]:
        """Devuelve, por requisito, la expresión que dice cuándo admite «no aplica»."""
        return {r.id: r.admite_no_aplica for r in self.requisitos if r.admite_no_aplica not in {"no", "siempre"}}

    def a_json(self) -> str:
        """Escribe el registro en JSON, para guardarlo compilado."""
        return self.model_dump_json()

    @classmethod
    def desde_json(cls, texto: str) -> Self:
        """Lee lo que escribió `a_json`."""
        return cls.model_validate_json(texto)

"""Todo lo jurídico en un solo valor, que se consulta por id o por norma y artículo."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Self

from plomada.normativa.autoridades import PaqueteDeAutoridad
from plomada.normativa.citas import Cita, Norma
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.parametros import Parametro
from plomada.normativa.registrado import Registrado
from plomada.normativa.requisitos import Requisito


class Registro(Registrado):
    """El registro entero, en orden estable: por id, y los contenidos por su orden."""

    normas: tuple[Norma, ...] = ()
    requisitos: tuple[Requisito, ...] = ()
    parametros: tuple[Parametro, ...] = ()
    contenidos: tuple[ContenidoExigible, ...] = ()
    autoridades: tuple[PaqueteDeAutoridad, ...] = ()

    @cached_property
    def _normas(self) -> Mapping[str, Norma]:
        return {n.id: n for n in self.normas}

    @cached_property
    def _requisitos(self) -> Mapping[str, Requisito]:
        return {r.id: r for r in self.requisitos}

    @cached_property
    def _parametros(self) -> Mapping[str, Parametro]:
        return {p.id: p for p in self.parametros}

    @cached_property
    def _contenidos(self) -> Mapping[str, ContenidoExigible]:
        return {c.id: c for c in self.contenidos}

    def norma(self, id_: str) -> Norma:
        """Devuelve la norma; el id debe existir."""
        return self._normas[id_]

    def requisito(self, id_: str) -> Requisito:
        """Devuelve el requisito; el id debe existir."""
        return self._requisitos[id_]

    def parametro(self, id_: str) -> Parametro:
        """Devuelve el parámetro; el id debe existir."""
        return self._parametros[id_]

    def contenido(self, id_: str) -> ContenidoExigible:
        """Devuelve el contenido exigible; el id debe existir."""
        return self._contenidos[id_]

    def autoridad(self, nombre: str) -> PaqueteDeAutoridad | None:
        """Devuelve el paquete de determinantes de esa autoridad, o None si no hay."""
        return next((a for a in self.autoridades if a.es_de(nombre)), None)

    def requisitos_de(self, norma: str, articulo: str | None = None) -> tuple[Requisito, ...]:
        """Devuelve los requisitos que citan esa norma y, si se da, ese artículo exacto."""
        return tuple(
            r
            for r in self.requisitos
            if any(c.norma == norma and articulo in {None, c.articulo} for c in r.citas)
        )

    def cita_en(self, requisito: Requisito, fecha: date) -> Cita:
        """Devuelve la cita del requisito en la norma que regía en la fecha; si ninguna, la principal."""
        vigentes = (
            c for c in requisito.citas if c.norma in self._normas and self._normas[c.norma].rige_en(fecha)
        )
        return next(vigentes, requisito.cita)

    def citar(self, cita: Cita) -> str:
        """Escribe la cita completa, con el título que la norma tiene en el registro."""
        norma = self._normas.get(cita.norma)
        return cita.texto(norma.titulo) if norma else cita.texto()

    def condiciones(self) -> dict[str, str]:
        """Devuelve, por requisito, la expresión que dice cuándo admite «no aplica»."""
        return {r.id: r.admite_no_aplica for r in self.requisitos if r.tiene_condicion}

    def a_json(self) -> str:
        """Escribe el registro en JSON, sin los valores por omisión."""
        return self.model_dump_json(exclude_defaults=True)

    @classmethod
    def desde_json(cls, texto: str | bytes) -> Self:
        """Lee lo que escribió `a_json`; el registro que devuelve es idéntico."""
        return cls.model_validate_json(texto)

    def huella(self) -> str:
        """Devuelve el SHA-256 de su contenido; no depende de archivos, líneas ni comentarios."""
        return hashlib.sha256(self.a_json().encode()).hexdigest()

"""Huellas de lo que decide un veredicto: cambian si cambia lo que la regla, el requisito o el parámetro dice.

No dependen del archivo, de la línea ni de los casos de prueba.
"""

import hashlib
import json
import re
from dataclasses import fields
from typing import Any

from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registrado import Registrado
from plomada.normativa.registro import Registro

_SOLO_DEL_ARCHIVO = frozenset({"casos", "archivo", "linea", "funcion", "tabla", "revisado_por"})
_CAMPOS = tuple(f.name for f in fields(FichaDeRegla) if f.name not in _SOLO_DEL_ARCHIVO)
_ESCRITOR = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PARAMETRO = re.compile(r"par[áa]metro\s+([\w-]+)", re.IGNORECASE)


def huella(datos: Any) -> str:  # noqa: ANN401 - cualquier JSON
    """Devuelve el SHA-256 de un JSON, sin que importe el orden de sus claves.

    >>> huella({"a": 1, "b": 2}) == huella({"b": 2, "a": 1})
    True
    """
    return hashlib.sha256(_ESCRITOR.encode(datos).encode("utf-8", "surrogatepass")).hexdigest()


def huella_de_regla(ficha: FichaDeRegla) -> str:
    """Devuelve la huella de lo que la regla exige y dice."""
    return huella([getattr(ficha, campo) for campo in _CAMPOS])


def huella_de_registrado(valor: Registrado) -> str:
    """Devuelve la huella de un requisito, un parámetro u otra pieza del registro."""
    return hashlib.sha256(valor.model_dump_json(exclude_defaults=True).encode()).hexdigest()


class Huellas:
    """Las huellas de las reglas de un registro; la de cada requisito y parámetro se hace una sola vez."""

    def __init__(self, registro: Registro) -> None:
        """Guarda el registro en que las reglas se fundan."""
        self._registro = registro
        self._requisitos: dict[str, str] = {}
        self._parametros: dict[int, str] = {}

    def con_su_norma(self, ficha: FichaDeRegla) -> str:
        """Devuelve la huella de la regla con sus requisitos y los parámetros que nombra."""
        citados = parametros_de(ficha)
        parametros = [
            self._parametro(n)
            for n, p in enumerate(self._registro.parametros if citados else ())
            if p.id in citados
        ]
        return huella([huella_de_regla(ficha), [self._requisito(r) for r in ficha.fundamento], parametros])

    def _requisito(self, id_: str) -> str:
        if id_ not in self._requisitos:
            self._requisitos[id_] = huella_de_registrado(self._registro.requisito(id_))
        return self._requisitos[id_]

    def _parametro(self, numero: int) -> str:
        if numero not in self._parametros:
            self._parametros[numero] = huella_de_registrado(self._registro.parametros[numero])
        return self._parametros[numero]


def parametros_de(ficha: FichaDeRegla) -> frozenset[str]:
    """Devuelve los parámetros que la regla nombra en lo que exige o en cuándo aplica."""
    textos = (ficha.exige, ficha.cuando, *(condicion for condicion, _ in ficha.salvo))
    return frozenset(p for texto in textos if "metro" in texto.lower() for p in _PARAMETRO.findall(texto))

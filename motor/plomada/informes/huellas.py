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
_PARAMETRO = re.compile(r"par[áa]metro\s+([\w-]+)", re.IGNORECASE)


def huella(datos: Any) -> str:  # noqa: ANN401 - cualquier JSON
    """Devuelve el SHA-256 de un JSON, sin que importe el orden de sus claves.

    >>> huella({"a": 1, "b": 2}) == huella({"b": 2, "a": 1})
    True
    """
    texto = json.dumps(datos, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(texto.encode("utf-8", "surrogatepass")).hexdigest()


def huella_de_regla(ficha: FichaDeRegla) -> str:
    """Devuelve la huella de lo que la regla exige y dice."""
    return huella([getattr(ficha, campo) for campo in _CAMPOS])


def huella_de_registrado(valor: Registrado) -> str:
    """Devuelve la huella de un requisito, un parámetro u otra pieza del registro."""
    return hashlib.sha256(valor.model_dump_json(exclude_defaults=True).encode()).hexdigest()


def huella_con_su_norma(ficha: FichaDeRegla, registro: Registro) -> str:
    """Devuelve la huella de la regla con sus requisitos y los parámetros que nombra."""
    requisitos = [huella_de_registrado(registro.requisito(r)) for r in ficha.fundamento]
    citados = parametros_de(ficha)
    parametros = [huella_de_registrado(p) for p in registro.parametros if p.id in citados] if citados else []
    return huella([huella_de_regla(ficha), requisitos, parametros])


def parametros_de(ficha: FichaDeRegla) -> frozenset[str]:
    """Devuelve los parámetros que la regla nombra en lo que exige o en cuándo aplica."""
    textos = (ficha.exige, ficha.cuando, *(condicion for condicion, _ in ficha.salvo))
    return frozenset(p for texto in textos for p in _PARAMETRO.findall(texto))

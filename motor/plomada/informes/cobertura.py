"""Cuánto de cada norma automatiza la herramienta, y cuánto de cada componente del plan es suficiente.

Son cuentas de la vista: los formatos las copian.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import Field

from plomada.informes.citas import Citador
from plomada.informes.cuentas import contar
from plomada.informes.partes import Conteo, Parte
from plomada.informes.suficiencia import ContenidoInformado
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito


class NormaCubierta(Parte):
    """Una fila de la cobertura normativa; los cuatro estados suman `requisitos`."""

    norma: str
    titulo: str
    requisitos: int
    automatica: int
    parcial: int
    juicio_experto: int
    fuera_de_alcance: int


class ComponenteSuficiente(Parte):
    """Cuántos contenidos de un componente hay de cada veredicto."""

    componente: str
    contenidos: Conteo = Field(
        description="Contenidos exigibles, cada uno con el peor veredicto de sus reglas"
    )


def armar_cobertura(registro: Registro, citador: Citador, fecha: date) -> tuple[NormaCubierta, ...]:
    """Devuelve una fila por norma citada; cada requisito cuenta en la norma que regía a la fecha."""
    por_norma: dict[str, list[Requisito]] = {}
    for r in registro.requisitos:
        por_norma.setdefault(citador.citar(r.id, fecha).norma, []).append(r)
    titulos = {n.id: n.titulo for n in registro.normas}
    filas = (_fila(norma, titulos[norma], suyos) for norma, suyos in por_norma.items())
    return tuple(sorted(filas, key=lambda f: (-f.requisitos, f.titulo, f.norma)))


def _fila(norma: str, titulo: str, suyos: Sequence[Requisito]) -> NormaCubierta:
    estados = [r.estado for r in suyos]
    return NormaCubierta(
        norma=norma,
        titulo=titulo,
        requisitos=len(estados),
        automatica=estados.count("automática"),
        parcial=estados.count("parcial"),
        juicio_experto=estados.count("juicio experto"),
        fuera_de_alcance=estados.count("fuera de alcance"),
    )


def contar_por_componente(contenidos: Iterable[ContenidoInformado]) -> tuple[ComponenteSuficiente, ...]:
    """Devuelve la cuenta de cada componente, en el orden en que aparecen."""
    grupos: dict[str, list[ContenidoInformado]] = {}
    for c in contenidos:
        grupos.setdefault(c.componente, []).append(c)
    return tuple(
        ComponenteSuficiente(componente=nombre, contenidos=contar(c.veredicto for c in suyos))
        for nombre, suyos in grupos.items()
    )

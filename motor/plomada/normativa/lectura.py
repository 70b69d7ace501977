"""Lee la carpeta del registro y la comprueba entera antes de entregarla.

Entra: la carpeta con `normas.yaml`, `contenidos.yaml`, `requisitos/`, `parametros/` y `determinantes/`.
Sale: Registro, o todo lo que está mal con su archivo y su línea.
Invariante: si hay registro, toda cita, gemelo y contenido apunta a algo que existe, y ningún parámetro tiene
dos valores a una fecha.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.normativa.archivos import Informar
from plomada.normativa.autoridades import PaqueteDeAutoridad
from plomada.normativa.citas import Norma
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.elementos import Elemento, Seccion, reunir
from plomada.normativa.parametros import Parametro
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.normativa.revision import (
    revisar_autoridades,
    revisar_contenidos,
    revisar_normas,
    revisar_requisitos,
)
from plomada.normativa.revision_de_parametros import revisar_parametros
from plomada.normativa.traduccion import validar

M = TypeVar("M", bound=BaseModel)


def leer_registro(carpeta: Path) -> Lectura[Registro]:
    """Devuelve el registro, o todos sus problemas; los códigos son los PLO-V4…."""
    if not carpeta.is_dir():
        ayuda = "la carpeta lleva `normas.yaml`, `contenidos.yaml`, `requisitos/` y `parametros/`"
        return Lectura(
            None, (Diagnostico("PLO-V401", "no existe la carpeta del registro", Tramo(carpeta.name), ayuda),)
        )
    hallados: list[Diagnostico] = []
    normas = reunir(carpeta, [carpeta / "normas.yaml"], "normas", hallados.append)
    requisitos = reunir(carpeta, _yaml_en(carpeta / "requisitos"), "requisitos", hallados.append)
    parametros = reunir(carpeta, _yaml_en(carpeta / "parametros"), "parametros", hallados.append)
    contenidos = reunir(carpeta, [carpeta / "contenidos.yaml"], "contenidos", hallados.append)
    autoridades = reunir(carpeta, _yaml_en(carpeta / "determinantes"), "autoridades", hallados.append)
    for elemento in (*requisitos.elementos, *parametros.elementos, *autoridades.elementos):
        _titular(elemento, normas, hallados.append)
    _emparejar(requisitos)
    registro = Registro(
        normas=_convertir(normas, Norma, hallados.append),
        requisitos=_convertir(requisitos, Requisito, hallados.append),
        parametros=_convertir(parametros, Parametro, hallados.append),
        contenidos=_en_orden(_convertir(contenidos, ContenidoExigible, hallados.append)),
        autoridades=_convertir(autoridades, PaqueteDeAutoridad, hallados.append),
    )
    hallados += revisar_normas(registro, normas)
    hallados += revisar_requisitos(registro, normas, requisitos)
    hallados += revisar_parametros(registro, normas, parametros)
    hallados += revisar_contenidos(registro, contenidos, requisitos)
    hallados += revisar_autoridades(registro, autoridades)
    en_orden = ordenar(hallados)
    return Lectura(None if any(d.es_error for d in en_orden) else registro, en_orden)


def _en_orden(contenidos: Iterable[ContenidoExigible]) -> tuple[ContenidoExigible, ...]:
    """Ordena los contenidos como deben mostrarse."""
    return tuple(sorted(contenidos, key=lambda c: (c.orden, c.id)))


def _yaml_en(carpeta: Path) -> list[Path]:
    return sorted(p for p in carpeta.rglob("*") if p.suffix in {".yaml", ".yml"})


def _convertir(seccion: Seccion, modelo: type[M], informar: Informar) -> tuple[M, ...]:
    hechos = (validar(e, modelo, informar) for e in sorted(seccion.elementos, key=lambda e: e.id))
    return tuple(h for h in hechos if h is not None)


def _titular(elemento: Elemento, normas: Seccion, informar: Informar) -> None:
    """Pone en cada cita el título de su norma."""
    for cita in _citas_de(elemento.datos):
        if "titulo" in cita:
            mensaje = f"en `{elemento.id}`, la cita no lleva `titulo`: es el de la norma"
            informar(Diagnostico("PLO-V405", mensaje, elemento.lugar("cita")))
        norma = normas.buscar(str(cita.get("norma", "")))
        if norma is not None:
            cita["titulo"] = str(norma.datos.get("titulo", ""))


def _citas_de(datos: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - texto, lista o mapa
    if isinstance(datos, list):
        for hijo in datos:
            yield from _citas_de(hijo)
    elif isinstance(datos, dict):
        if "norma" in datos:
            yield datos
        for hijo in datos.values():
            yield from _citas_de(hijo)


def _emparejar(requisitos: Seccion) -> None:
    """Deja la lista de gemelos en los dos sentidos: si A es la misma exigencia que B, B lo es que A."""
    parejas: dict[str, set[str]] = {}
    for e in requisitos.elementos:
        escritos = e.datos.get("gemelos", [])
        for otro in escritos if isinstance(escritos, list) else []:
            if isinstance(otro, str):
                parejas.setdefault(e.id, set()).add(otro)
                parejas.setdefault(otro, set()).add(e.id)
    for e in requisitos.elementos:
        if isinstance(e.datos.get("gemelos", []), list) and e.id in parejas:
            e.datos["gemelos"] = sorted(parejas[e.id] - {e.id})

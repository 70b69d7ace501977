"""Lee `normativa/articulos/` y comprueba que las versiones de cada artículo se suceden sin traslaparse.

Entra: la carpeta del registro y el registro ya leído. Sale: un Articulado por norma, o lo que está mal.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.normativa.archivos import leer_archivo
from plomada.normativa.articulado.versiones import Articulado, Articulo, Version
from plomada.normativa.citas import Cita
from plomada.normativa.elementos import Elemento
from plomada.normativa.registro import Registro
from plomada.normativa.traduccion import validar
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import escribir_fecha

CARPETA = "articulos"


def leer_articulados(carpeta: Path, registro: Registro) -> Lectura[tuple[Articulado, ...]]:
    """Devuelve los artículos de cada norma, por id de norma.

    Diagnósticos: los de `leer_archivo` y `validar`, PLO-V410 (norma o artículo repetido), PLO-V411 (termina
    antes de empezar), PLO-V415 (norma que no está), PLO-V430 (versiones traslapadas o sin cierre).
    """
    hallados: list[Diagnostico] = []
    leidos: list[Articulado] = []
    for archivo in sorted((carpeta / CARPETA).glob("*.yaml")):
        nombre = f"{carpeta.name}/{CARPETA}/{archivo.name}"
        leido = leer_archivo(archivo, nombre, hallados.append)
        if leido is None:
            continue
        if not isinstance(leido.datos, dict):
            hallados.append(
                Diagnostico("PLO-V404", "se esperaba un mapa con `norma` y `articulos`", leido.lugares[()])
            )
            continue
        elemento = Elemento(str(leido.datos.get("norma", nombre)), leido.datos, leido, ())
        articulado = validar(elemento, Articulado, hallados.append)
        if articulado is not None:
            hallados += _revisar(articulado, elemento, registro, leidos)
            leidos.append(articulado)
    en_orden = ordenar(hallados)
    return Lectura(None if any(d.es_error for d in en_orden) else tuple(leidos), en_orden)


def _revisar(
    a: Articulado, elemento: Elemento, registro: Registro, previos: list[Articulado]
) -> Iterator[Diagnostico]:
    ids = {n.id for n in registro.normas}
    if a.norma not in ids:
        yield _sin_norma(a.norma, elemento, ("norma",), ids)
    if any(p.norma == a.norma for p in previos):
        yield Diagnostico(
            "PLO-V410", f"los artículos de `{a.norma}` ya están en otro archivo", elemento.lugar("norma")
        )
    vistos: set[Cita] = set()
    for n, articulo in enumerate(a.articulos):
        cita = articulo.cita(a.norma)
        if cita in vistos:
            lugar = elemento.lugar("articulos", n, "articulo")
            yield Diagnostico("PLO-V410", f"en `{a.norma}`, el {cita.partes()} está repetido", lugar)
        vistos.add(cita)
        yield from _versiones(articulo, n, a.norma, elemento)
        for m, version in enumerate(articulo.versiones):
            for citada in _citadas(version):
                if citada.norma not in ids:
                    yield _sin_norma(citada.norma, elemento, ("articulos", n, "versiones", m), ids)


def _versiones(articulo: Articulo, n: int, norma: str, elemento: Elemento) -> Iterator[Diagnostico]:
    que = f"en `{norma}`, {articulo.cita(norma).partes()}"
    anterior: Version | None = None
    for m, v in enumerate(articulo.versiones):
        lugar = elemento.lugar("articulos", n, "versiones", m)
        if v.hasta is not None and v.hasta < v.desde:
            yield Diagnostico("PLO-V411", f"{que}: una versión termina antes de empezar", lugar)
        if (v.hasta is None) != (v.fin is None):
            dice = "dice `fin` y no `hasta`" if v.hasta is None else "dice `hasta` y no `fin`"
            yield Diagnostico("PLO-V430", f"{que}: la versión {dice}", lugar, "escriba los dos o ninguno")
        if anterior is not None and (anterior.hasta is None or anterior.hasta >= v.desde):
            hasta = v.desde - timedelta(days=1)
            ayuda = f"la anterior debía terminar a más tardar el {escribir_fecha(hasta)}"
            yield Diagnostico("PLO-V430", f"{que}: dos versiones rigen a la vez", lugar, ayuda)
        anterior = v


def _citadas(v: Version) -> Iterator[Cita]:
    yield from (c for c in (v.por, v.fin_por, *v.pasa_a) if c is not None)


def _sin_norma(norma: str, elemento: Elemento, ruta: tuple[Any, ...], ids: set[str]) -> Diagnostico:
    return Diagnostico(
        "PLO-V415",
        f"se cita la norma `{norma}`, que no está en el registro",
        elemento.lugar(*ruta),
        quiza(norma, ids) or "las normas están en normas.yaml",
    )

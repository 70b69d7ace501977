"""Qué celdas lleva cada hoja: del árbol de un plan a filas de texto, sin saber nada de Excel."""

from collections.abc import Iterator
from typing import TypeAlias

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.libro.celdas import LISTA_VACIA, escapar, escribir_ausencia, escribir_nodo
from plomada.cargadores.libro.hojas import EVIDENCIA, RUTA, Columna, Hoja, es_evidencia, lleva_hoja
from plomada.cargadores.recorrido import nombre_de
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan

FilaDeTexto: TypeAlias = dict[str, str]
# Encabezado que no existe: señala una evidencia que no dice nada, y que en el libro no se podría escribir.
SIN_DATOS = ""
_SEPARADOR = "/"


def filas_de(hoja: Hoja, raiz: Nodo) -> Iterator[FilaDeTexto]:
    """Devuelve las filas con datos de la hoja; en una de bloque, una sola con todos sus datos."""
    match hoja.clase:
        case "bloque":
            bloque = _en(raiz, tuple(p for p in hoja.ruta.split(".") if p))
            yield from _si_dice_algo(_datos(hoja.columnas, bloque))
        case "lista":
            yield from _elementos(hoja, raiz, hoja.niveles, ())
        case "mapa":
            yield from _valores(hoja, _en(raiz, tuple(hoja.ruta.split("."))))
        case "evidencia":
            yield from _pruebas(hoja, raiz, Forma("objeto", modelo=Plan), "")


def _en(nodo: Nodo | None, partes: tuple[str, ...]) -> Nodo | None:
    for parte in partes:
        nodo = nodo.buscar(parte) if isinstance(nodo, Mapa) else None
    return nodo


def _datos(columnas: tuple[Columna, ...], objeto: Nodo | None) -> FilaDeTexto:
    escritos = ((c.ruta, escribir_nodo(_descrito(_en(objeto, c.partes)), c.forma)) for c in columnas)
    return {ruta: texto for ruta, texto in escritos if texto}


def _descrito(nodo: Nodo | None) -> Nodo | None:
    return None if isinstance(nodo, Escalar) and nodo.esta_vacio else nodo


def _si_dice_algo(fila: FilaDeTexto) -> Iterator[FilaDeTexto]:
    if fila:
        yield fila


def _elementos(
    hoja: Hoja, contenedor: Nodo | None, niveles: tuple[str, ...], padres: tuple[str, ...]
) -> Iterator[FilaDeTexto]:
    """Baja por las listas que contienen a la de la hoja, con el id de cada elemento que se atraviesa."""
    lista = _en(contenedor, tuple(p for p in niveles[0].split(".") if p))
    if len(niveles) > 1:
        for posicion, elemento in enumerate(_de_la_lista(lista), start=1):
            yield from _elementos(hoja, elemento, niveles[1:], (*padres, nombre_de(elemento, posicion)))
        return
    clave = {hoja.claves[0]: _SEPARADOR.join(padres)} if padres else {}
    entera = escribir_ausencia(lista) if isinstance(lista, Mapa) else ""
    if isinstance(lista, Secuencia) and not lista.elementos:
        entera = LISTA_VACIA
    if entera:
        yield clave | {hoja.columnas[0].ruta: entera}
    for elemento in _de_la_lista(lista):
        yield clave | _datos(hoja.columnas, elemento)


def _de_la_lista(nodo: Nodo | None) -> tuple[Nodo, ...]:
    return nodo.elementos if isinstance(nodo, Secuencia) else ()


def _valores(hoja: Hoja, mapa: Nodo | None) -> Iterator[FilaDeTexto]:
    propias = tuple(c for c in hoja.columnas if c.partes[0] != EVIDENCIA)
    de_prueba = tuple(c for c in hoja.columnas if c.partes[0] == EVIDENCIA)
    for clave, _, valor in mapa.pares if isinstance(mapa, Mapa) else ():
        pruebas = _de_la_lista(_en(valor, (EVIDENCIA,)))
        filas = [_datos_de_prueba(de_prueba, p) for p in pruebas] or [{}]
        filas[0] = _datos(propias, valor) | filas[0]
        for fila in filas:
            yield {hoja.claves[-1]: escapar(clave)} | fila


def _datos_de_prueba(columnas: tuple[Columna, ...], prueba: Nodo) -> FilaDeTexto:
    sin_prefijo = tuple(Columna(c.ruta.partition(".")[2], c.forma) for c in columnas)
    datos = {f"{EVIDENCIA}.{ruta}": texto for ruta, texto in _datos(sin_prefijo, prueba).items()}
    return datos or {SIN_DATOS: EVIDENCIA}


def _pruebas(hoja: Hoja, nodo: Nodo | None, forma: Forma, ruta: str) -> Iterator[FilaDeTexto]:
    """Recorre todos los objetos que llevan evidencia, con su ruta canónica."""
    if not isinstance(nodo, Mapa) or forma.modelo is None:
        return
    for clave, interna in campos_de(forma.modelo).items():
        hijo, suya = nodo.buscar(clave), f"{ruta}.{clave}" if ruta else clave
        if es_evidencia(interna):
            for prueba in _de_la_lista(hijo):
                yield {RUTA: ruta} | (_datos(hoja.columnas, prueba) or {SIN_DATOS: EVIDENCIA})
        elif interna.clase == "objeto":
            yield from _pruebas(hoja, hijo, interna, suya)
        elif interna.clase == "lista" and lleva_hoja(interna) and interna.dentro is not None:
            for posicion, elemento in enumerate(_de_la_lista(hijo), start=1):
                lugar = f"{suya}[{nombre_de(elemento, posicion)}]"
                yield from _pruebas(hoja, elemento, interna.dentro, lugar)

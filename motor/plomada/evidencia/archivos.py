"""Escribe y lee `lectura.yaml` y `comprobacion.yaml`, sin que nada se pierda ni quede a medias.

Lo que se escribe se vuelve a leer igual. Un archivo mal escrito es un diagnóstico con su lugar.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.texto_yaml import MAXIMO_DE_BYTES
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.evidencia.formatos import Comprobacion, LecturaDeEntrega, limpiar

S = TypeVar("S", LecturaDeEntrega, Comprobacion)
_DE_QUE: Mapping[type[LecturaDeEntrega] | type[Comprobacion], tuple[str, str]] = {
    LecturaDeEntrega: (
        "plomada leer",
        "Dónde podría estar cada contenido: nada cuenta hasta que alguien lo escriba en el plan.",
    ),
    Comprobacion: ("plomada evidencia", "Qué se comprobó de cada evidencia contra su documento."),
}


def a_texto(sellado: LecturaDeEntrega | Comprobacion) -> str:
    """Devuelve el archivo entero, con su sello."""
    entero = sellado.model_copy(update={"sello": sellado.sellar()})
    orden, explicacion = _DE_QUE[type(sellado)]
    lineas = [f"# Lo escribe `{orden}`. {explicacion}"]
    lineas += _mapa(entero.model_dump(mode="json", exclude_defaults=False), 0)
    return "\n".join(lineas) + "\n"


def _mapa(datos: Mapping[str, object], nivel: int) -> Iterator[str]:
    for clave, valor in datos.items():
        if valor is None or valor == "" or valor == []:
            continue
        if isinstance(valor, list) and isinstance(valor[0], dict):
            yield f"{' ' * nivel}{clave}:"
            for elemento in valor:
                primera, *otras = _mapa(elemento, nivel + 4)
                yield f"{' ' * (nivel + 2)}- {primera.lstrip()}"
                yield from otras
        else:
            yield f"{' ' * nivel}{clave}: {_escalar(valor)}"


def _escalar(valor: object) -> str:
    if isinstance(valor, list):
        return f"[{', '.join(_escalar(v) for v in valor)}]"
    return json.dumps(limpiar(valor), ensure_ascii=False) if isinstance(valor, str) else str(valor)


def leer(archivo: Path, clase: type[S]) -> Lectura[S]:
    """Devuelve lo guardado; sin archivo, nada y ningún diagnóstico.

    Diagnósticos: PLO-L102, PLO-L106 a PLO-L117, PLO-L155 (no se entiende).
    """
    try:
        if not archivo.exists():
            return Lectura(None)
        with archivo.open("rb") as abierto:
            datos = abierto.read(MAXIMO_DE_BYTES + 1)
    except OSError as fallo:
        ayuda = "revise los permisos del archivo"
        nota = fallo.strerror or ""
        aviso = Diagnostico(
            "PLO-L102", f"`{archivo.name}` no se pudo leer", Tramo(archivo.name), ayuda, nota=nota
        )
        return Lectura(None, (aviso,))
    leido = leer_yaml(datos, archivo.name)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    try:
        return Lectura(clase.model_validate(_llano(leido.valor)))
    except ValidationError as error:
        orden = _DE_QUE[clase][0]
        return Lectura(None, ordenar(_mal_escrito(e["loc"], leido.valor, orden) for e in error.errors()))


def _llano(nodo: Nodo) -> object:
    match nodo:
        case Escalar(texto):
            return texto
        case Secuencia(elementos):
            return [_llano(e) for e in elementos]
        case Mapa(pares):
            return {clave: _llano(valor) for clave, _, valor in pares}


def _mal_escrito(loc: Sequence[int | str], raiz: Nodo, orden: str) -> Diagnostico:
    nodo, ruta = raiz, ""
    for parte in loc:
        siguiente: Nodo | None = None
        if isinstance(parte, int):
            ruta += f"[{parte + 1}]"
            siguiente = nodo.elementos[parte] if isinstance(nodo, Secuencia) else None
        else:
            ruta += f".{parte}" if ruta else parte
            siguiente = nodo.buscar(parte) if isinstance(nodo, Mapa) else None
        if siguiente is None:
            break
        nodo = siguiente
    mensaje = f"no se entiende `{limpiar(ruta)}`" if ruta else "no se entiende el archivo"
    return Diagnostico("PLO-L155", mensaje, nodo.tramo, f"no lo edite a mano: vuelva a correr `{orden}`")

"""Lee `aceptaciones.yaml`, la lista de incumplimientos que alguien aceptó con su firma.

Entra: la carpeta de la entrega. Sale: las aceptaciones con su lugar, o todo lo que está mal; sin archivo,
ninguna.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from plomada.cargadores import problemas
from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.recorrido import Recorrido
from plomada.cargadores.sugerencias import Sugeridor
from plomada.cargadores.texto_yaml import MAXIMO_DE_BYTES
from plomada.cargadores.traduccion import Traductor
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.aceptaciones import Aceptacion, Aceptaciones
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma

NOMBRE = "aceptaciones.yaml"
ID_REPETIDO = "PLO-D462"
NO_ES_LISTA = "PLO-D463"
_FORMA = Forma("objeto", "aceptaciones", modelo=Aceptaciones)


@dataclass(frozen=True, slots=True)
class AceptacionesLeidas:
    """Las aceptaciones con su nombre (su id, o su lugar en la lista) y dónde está escrita cada una."""

    aceptaciones: tuple[Aceptacion, ...] = ()
    lugares: Mapping[str, Tramo] = field(default_factory=dict)

    def nombradas(self) -> Iterator[tuple[str, Aceptacion, Tramo]]:
        """Recorre las aceptaciones con su nombre y su lugar."""
        for posicion, aceptacion in enumerate(self.aceptaciones, start=1):
            nombre = aceptacion.id if isinstance(aceptacion.id, str) else str(posicion)
            yield nombre, aceptacion, self.lugares.get(f"aceptaciones[{nombre}]", Tramo(NOMBRE))


def archivo_de(insumo: Path) -> Path:
    """Devuelve dónde estarían las aceptaciones de un plan: en su carpeta."""
    return (insumo if insumo.is_dir() else insumo.parent) / NOMBRE


def cargar_aceptaciones(insumo: Path) -> Lectura[AceptacionesLeidas]:
    """Lee las aceptaciones de una entrega; si no hay archivo, no hay ninguna.

    Diagnósticos: PLO-L102 a PLO-L117, los del modelo, PLO-D460 a PLO-D463.
    """
    archivo = archivo_de(insumo)
    try:
        if not archivo.exists() and not archivo.is_symlink():
            return Lectura(AceptacionesLeidas())
        if archivo.is_symlink() and not archivo.resolve().is_relative_to(archivo.parent.resolve()):
            return Lectura(None, (_enlace_que_sale(),))
        with archivo.open("rb") as abierto:
            datos = abierto.read(MAXIMO_DE_BYTES + 1)
    except (OSError, RuntimeError):
        ayuda = "revise sus permisos, y que sea un archivo y no una carpeta"
        aviso = Diagnostico(problemas.SIN_PERMISO, f"`{NOMBRE}` no se pudo leer", Tramo(NOMBRE), ayuda)
        return Lectura(None, (aviso,))
    return leer_aceptaciones(datos)


def _enlace_que_sale() -> Diagnostico:
    mensaje = f"`{NOMBRE}` es un enlace que sale de la carpeta de la entrega"
    return Diagnostico(
        problemas.ENLACE_QUE_SALE, mensaje, Tramo(NOMBRE), "copie el archivo dentro de la carpeta"
    )


def leer_aceptaciones(datos: bytes) -> Lectura[AceptacionesLeidas]:
    """Lee las aceptaciones de un texto YAML. Diagnósticos: los de `cargar_aceptaciones`."""
    leido = leer_yaml(datos, NOMBRE)
    if leido.valor is None:
        if [d.codigo for d in leido.diagnosticos] == [problemas.VACIO]:
            return Lectura(AceptacionesLeidas())
        return Lectura(None, leido.diagnosticos)
    if not isinstance(leido.valor, Secuencia):
        ayuda = "escriba cada aceptación con un guion delante, como `- {regla: …, elemento: …, razon: …}`"
        aviso = Diagnostico(NO_ES_LISTA, "se esperaba una lista de aceptaciones", leido.valor.tramo, ayuda)
        return Lectura(None, (aviso,))
    return _validar(Mapa((("aceptaciones", leido.valor.tramo, leido.valor),), leido.valor.tramo), leido.valor)


def _validar(raiz: Nodo, lista: Secuencia) -> Lectura[AceptacionesLeidas]:
    recorrido, sugeridor = Recorrido(), Sugeridor()
    datos = recorrido.bajar(raiz, _FORMA)
    hallados = [*recorrido.hallados, *_repetidos(lista)]
    try:
        leidas = Aceptaciones.model_validate(datos)
    except ValidationError as error:
        hallados.extend(Traductor(raiz, _FORMA, recorrido, sugeridor).traducir(error))
        return Lectura(None, problemas.acotar(hallados, NOMBRE))
    if hallados:
        return Lectura(None, problemas.acotar(hallados, NOMBRE))
    return Lectura(AceptacionesLeidas(leidas.aceptaciones, recorrido.lugares))


def _repetidos(lista: Secuencia) -> Iterator[Diagnostico]:
    vistos: dict[str, Tramo] = {}
    for elemento in lista.elementos:
        escrito = elemento.buscar("id") if isinstance(elemento, Mapa) else None
        if not isinstance(escrito, Escalar) or not escrito.texto.strip():
            continue
        id_ = escrito.texto.strip()
        if id_ in vistos:
            mensaje = f"hay dos aceptaciones `{recortar(id_)}`"
            yield Diagnostico(ID_REPETIDO, mensaje, escrito.tramo, "dele a cada una su id", vistos[id_])
        vistos.setdefault(id_, escrito.tramo)

"""Hace el recibo de una evaluación y la repite: da los mismos bytes, o dice qué cambió.

Compone y no decide. No lee el reloj ni el entorno: las versiones de los programas llegan como argumento. Los
archivos se anotan por su ruta dentro de la entrega, así que el recibo vale en otra máquina.
"""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada import __version__, aplicacion
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.valores.festivos import sello_del_calendario

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.recibo.diferencias import Repeticion
    from plomada.informes.recibo.partes import Recibo, Registrado

NO_ES_RECIBO = "PLO-D468"
PLAN_FUERA = "PLO-D469"
MAXIMO_DE_BYTES = 50_000_000
_TROZO = 1 << 20


@dataclass(frozen=True, slots=True)
class Programas:
    """Las versiones de Python y de las bibliotecas con que se evalúa."""

    python: str
    bibliotecas: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hecho:
    """Una evaluación y lo que se pidió; `sin_anotar` son los archivos de salida, que no se anotan."""

    insumo: Path
    revision: aplicacion.Revision
    fecha: date | None
    usar_aceptaciones: bool = True
    sin_anotar: tuple[Path, ...] = ()


def hacer_recibo(hecho: Hecho, paquete: "Paquete", datos: Path, programas: Programas) -> "Recibo":
    """Devuelve el recibo de una evaluación que llegó a dar informe."""
    from plomada.informes.a_json import a_json
    from plomada.informes.recibo.partes import Herramienta, Pedido, Recibo

    informe = hecho.revision.informe
    assert informe is not None
    return Recibo(
        pedido=Pedido(
            plan="" if hecho.insumo.is_dir() else hecho.insumo.name,
            fecha=date.fromisoformat(informe.regimen.fecha),
            fecha_pedida=hecho.fecha is not None,
            origen_de_la_fecha=informe.regimen.origen_de_la_fecha,
            perfil=informe.perfil,
            aceptaciones=hecho.usar_aceptaciones,
        ),
        archivos=dict(huellas_de_entrega(hecho.insumo, hecho.sin_anotar)),
        herramienta=Herramienta(
            motor=__version__,
            motor_huella=paquete.huella,
            python=programas.python,
            bibliotecas=dict(sorted(programas.bibliotecas.items())),
            festivos=hashlib.sha256(sello_del_calendario()).hexdigest(),
        ),
        registrado=_registrado(paquete, datos),
        informe_huella=hashlib.sha256(a_json(informe).encode()).hexdigest(),
        codigo_de_salida=hecho.revision.codigo_de_salida,
    )


def _registrado(paquete: "Paquete", datos: Path) -> "Registrado":
    from plomada.informes.huellas import huella_de_registrado, huella_de_regla
    from plomada.informes.recibo.partes import Registrado

    r = paquete.registro
    return Registrado(
        reglas={f.id: huella_de_regla(f) for f in paquete.fichas},
        requisitos={x.id: huella_de_registrado(x) for x in r.requisitos},
        parametros={x.id: huella_de_registrado(x) for x in r.parametros},
        normas={x.id: huella_de_registrado(x) for x in r.normas},
        contenidos={x.id: huella_de_registrado(x) for x in r.contenidos},
        autoridades={x.id: huella_de_registrado(x) for x in r.autoridades},
        archivos={
            f"{raiz}/{nombre}": huella
            for raiz in ("reglas", "normativa")
            for nombre, huella in _huellas(datos / raiz, frozenset())
        },
    )


def huellas_de_entrega(insumo: Path, sin_anotar: tuple[Path, ...] = ()) -> Iterator[tuple[str, str]]:
    """Devuelve cada archivo de la entrega y su SHA-256, sin los ocultos ni los de `sin_anotar`.

    Si el insumo es un archivo, solo él y las aceptaciones que lo acompañan: lo demás no se lee.
    """
    from plomada.cargadores.aceptaciones import archivo_de

    if insumo.is_dir():
        yield from _huellas(insumo, frozenset(a.resolve() for a in sin_anotar))
        return
    for archivo in (insumo, archivo_de(insumo)):
        if archivo.is_file():
            yield archivo.name, _huella(archivo)


def _huellas(raiz: Path, excluidos: Collection[Path]) -> Iterator[tuple[str, str]]:
    hallados: list[Path] = []
    for carpeta, hijas, archivos in os.walk(raiz):
        hijas[:] = sorted(h for h in hijas if not h.startswith("."))
        hallados += [Path(carpeta, a) for a in archivos if not a.startswith(".")]
    for archivo in sorted(hallados, key=lambda a: a.relative_to(raiz).as_posix()):
        if archivo.resolve() not in excluidos:
            yield archivo.relative_to(raiz).as_posix(), _huella(archivo)


def _huella(archivo: Path) -> str:
    """Devuelve el SHA-256; lo que no se puede leer también es un dato, y se anota."""
    suma = hashlib.sha256()
    try:
        with archivo.open("rb") as abierto:
            while trozo := abierto.read(_TROZO):
                suma.update(trozo)
    except OSError:
        return "no se pudo leer"
    return suma.hexdigest()


def leer_recibo(archivo: Path) -> "Lectura[Recibo]":
    """Lee un recibo. Diagnósticos: PLO-D468 (no se entiende), PLO-D469 (nombra algo fuera de la entrega)."""
    from pydantic import ValidationError

    from plomada.informes.recibo.partes import FORMATO, Recibo

    tramo = Tramo(archivo.name)
    ayuda = "hágalo con `plomada evaluar … --recibo recibo.json`"
    try:
        with archivo.open("rb") as abierto:
            recibo = Recibo.model_validate_json(abierto.read(MAXIMO_DE_BYTES))
    except OSError:
        return Lectura(None, (Diagnostico(NO_ES_RECIBO, f"`{archivo.name}` no se pudo leer", tramo, ayuda),))
    except ValidationError as error:
        primero = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
        nota = f"no se entendió `{primero}`" if primero else "no es un JSON completo"
        mensaje = f"`{archivo.name}` no es un recibo de Plomada"
        return Lectura(None, (Diagnostico(NO_ES_RECIBO, mensaje, tramo, ayuda, nota=nota),))
    if recibo.formato != FORMATO:
        mensaje = f"`{archivo.name}` es de otra versión: dice {recibo.formato} y se lee {FORMATO}"
        return Lectura(None, (Diagnostico(NO_ES_RECIBO, mensaje, tramo, ayuda),))
    if recibo.pedido.plan in {".", ".."} or set(recibo.pedido.plan) & set("/\\:"):
        mensaje = "el recibo nombra un plan fuera de la carpeta de la entrega"
        return Lectura(None, (Diagnostico(PLAN_FUERA, mensaje, tramo, ayuda),))
    return Lectura(recibo)


@dataclass(frozen=True, slots=True)
class Repetida:
    """Lo que dio repetir: la comparación y, si se pudo evaluar, el informe de ahora en JSON."""

    repeticion: "Repeticion"
    informe: str
    diagnosticos: tuple[Diagnostico, ...] = ()


def repetir(
    archivo: Path, carpeta: Path | None, paquete: "Paquete", datos: Path, programas: Programas
) -> Lectura[Repetida]:
    """Repite la evaluación de un recibo sobre su carpeta, o sobre otra.

    Diagnósticos: PLO-D468, PLO-D469 y, si el plan de ahora no se deja evaluar, los de `aplicacion.revisar`.
    """
    leido = leer_recibo(archivo)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return Lectura(_repetir(leido.valor, archivo, carpeta or archivo.parent, paquete, (datos, programas)))


def _repetir(
    antes: "Recibo", archivo: Path, carpeta: Path, paquete: "Paquete", con: tuple[Path, Programas]
) -> Repetida:
    from plomada.informes.a_json import a_json
    from plomada.informes.recibo import diferencias

    pedido = antes.pedido
    insumo = carpeta / pedido.plan if pedido.plan and carpeta.is_dir() else carpeta
    fecha = pedido.fecha if pedido.fecha_pedida else None
    revision = aplicacion.revisar(
        insumo, paquete, fecha, pedido.perfil, usar_aceptaciones=pedido.aceptaciones
    )
    if revision.informe is None:
        archivos = dict(huellas_de_entrega(insumo, (archivo,)))
        ahora = antes.model_copy(update={"archivos": archivos, "informe_huella": ""})
        return Repetida(diferencias.repetir(antes, ahora), "", revision.diagnosticos)
    hecho = Hecho(insumo, revision, fecha, pedido.aceptaciones, (archivo,))
    ahora = hacer_recibo(hecho, paquete, *con)
    return Repetida(diferencias.repetir(antes, ahora), a_json(revision.informe))

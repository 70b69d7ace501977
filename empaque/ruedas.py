"""Lee las ruedas de una carpeta y comprueba que con ellas se puede instalar en Windows sin red.

Entra: carpeta de ruedas y requisitos fijados. Sale: lo que falta y lo que sobra, en frases.
"""

import email
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import NormalizedName, canonicalize_name, parse_wheel_filename

PITONES = ((3, 11), (3, 12), (3, 13))
PLATAFORMA = "win_amd64"
_FIJADO = re.compile(r"^([\w.-]+)==([\w.+!-]+)$")


@dataclass(frozen=True, slots=True)
class Rueda:
    """Una rueda y lo que su nombre y sus metadatos dicen de ella."""

    archivo: Path
    nombre: NormalizedName
    version: str
    marcas: frozenset[Tag]

    def metadatos(self) -> Message:
        """Devuelve el METADATA de la rueda."""
        with zipfile.ZipFile(self.archivo) as z:
            ruta = next(n for n in sorted(z.namelist()) if n.endswith(".dist-info/METADATA"))
            return email.message_from_string(z.read(ruta).decode())


def leer_ruedas(carpeta: Path) -> tuple[Rueda, ...]:
    """Devuelve las ruedas de la carpeta, por nombre de archivo."""
    return tuple(_leer(a) for a in sorted(carpeta.glob("*.whl"), key=lambda a: a.name))


def _leer(archivo: Path) -> Rueda:
    nombre, version, _, marcas = parse_wheel_filename(archivo.name)
    return Rueda(archivo, nombre, str(version), marcas)


def leer_requisitos(*archivos: Path) -> dict[NormalizedName, str]:
    """Devuelve la versión fijada de cada paquete; una línea sin fijar es un error."""
    fijados: dict[NormalizedName, str] = {}
    for archivo in archivos:
        for linea in archivo.read_text("utf-8").splitlines():
            escrita = linea.partition("#")[0].strip()
            if not escrita:
                continue
            hallado = _FIJADO.match(escrita)
            if hallado is None:
                raise ValueError(f"en {archivo.name}, `{escrita}` no fija una versión con `==`")
            fijados[canonicalize_name(hallado[1])] = hallado[2]
    return fijados


def problemas(ruedas: Iterable[Rueda], fijados: dict[NormalizedName, str], propio: str) -> tuple[str, ...]:
    """Devuelve lo que impide instalar sin red: ruedas que faltan, que sobran o que piden otra que no está."""
    todas = tuple(ruedas)
    return tuple(dict.fromkeys((*_ausentes(todas, fijados, propio), *_ajenas(todas, fijados, propio))))


def _ausentes(ruedas: tuple[Rueda, ...], fijados: dict[NormalizedName, str], propio: str) -> Iterator[str]:
    for piton in PITONES:
        sirven = {r.nombre: r for r in ruedas if r.marcas & _marcas_de(piton)}
        escrito = ".".join(map(str, piton))
        if canonicalize_name(propio) not in sirven:
            yield f"falta la rueda de {propio} para Python {escrito}"
        for nombre, version in fijados.items():
            if nombre not in sirven or sirven[nombre].version != version:
                yield f"falta la rueda de {nombre} {version} para Windows y Python {escrito}"
        yield from _cierre(canonicalize_name(propio), sirven, piton)


def _cierre(
    propio: NormalizedName, sirven: dict[NormalizedName, Rueda], piton: tuple[int, int]
) -> Iterator[str]:
    """Recorre lo que pip va a instalar: lo que pide Plomada, lo que eso pide, y así."""
    entorno, pendientes, vistas = entorno_de_windows(piton), [propio], {propio}
    while pendientes:
        rueda = sirven.get(pendientes.pop())
        pedidos = [] if rueda is None else rueda.metadatos().get_all("Requires-Dist") or []
        for pedido in map(Requirement, pedidos):
            if pedido.marker is not None and not pedido.marker.evaluate(entorno):
                continue
            nombre = canonicalize_name(pedido.name)
            hallada = sirven.get(nombre)
            if hallada is None or not pedido.specifier.contains(hallada.version, prereleases=True):
                yield f"{rueda and rueda.nombre} pide {pedido} en Windows y no está entre las ruedas"
            elif nombre not in vistas:
                vistas.add(nombre)
                pendientes.append(nombre)


def _ajenas(ruedas: tuple[Rueda, ...], fijados: dict[NormalizedName, str], propio: str) -> Iterator[str]:
    for rueda in ruedas:
        es_propia = rueda.nombre == canonicalize_name(propio)
        if not es_propia and fijados.get(rueda.nombre) != rueda.version:
            yield f"sobra {rueda.archivo.name}: no es la versión fijada en los requisitos"


def _marcas_de(piton: tuple[int, int]) -> frozenset[Tag]:
    propias = cpython_tags(piton, platforms=[PLATAFORMA])
    return frozenset((*propias, *compatible_tags(piton, f"cp{piton[0]}{piton[1]}", [PLATAFORMA])))


def entorno_de_windows(piton: tuple[int, int]) -> dict[str, str]:
    """Devuelve con qué se evalúan las condiciones de un requisito en Windows y ese Python."""
    version = ".".join(map(str, piton))
    return {
        "platform_system": "Windows",
        "sys_platform": "win32",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": version,
        "python_full_version": f"{version}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }

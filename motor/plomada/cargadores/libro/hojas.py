"""Qué hojas y columnas tiene el libro de un plan: las que dicta la forma del modelo, sin listas a mano.

Una hoja por bloque con sus datos sueltos, una por cada lista de elementos y una para la evidencia. Si el
modelo gana un campo, el libro lo trae solo.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from pydantic import BaseModel

from plomada.modelo.elementos import Evidencia
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan
from plomada.valores.texto import plegar

ClaseDeHoja: TypeAlias = Literal["bloque", "lista", "mapa", "evidencia"]
LARGO_DEL_NOMBRE = 31
CLAVE_DEL_PADRE = "de"
DATO, VALOR, RUTA, EVIDENCIA = "dato", "valor", "ruta", "evidencia"
MARCA_DE_AYUDA = "#"
_SIN_BLOQUE = "general"
_PALABRAS_QUE_SOBRAN = frozenset({"de", "del", "la", "las", "el", "los", "y", "en", "a", "con", "por"})


@dataclass(frozen=True, slots=True)
class Columna:
    """Un dato de la fila: su ruta punteada dentro del elemento o del bloque, y su forma."""

    ruta: str
    forma: Forma

    @property
    def partes(self) -> tuple[str, ...]:
        """Devuelve los pasos de la ruta."""
        return tuple(self.ruta.split("."))


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una hoja del libro.

    `ruta` es la del bloque o de la lista en el plan, con `[]` en cada lista que la contiene. En una hoja de
    bloque cada `columna` es una fila; en las demás, una columna. `claves` son las columnas que dicen de qué
    elemento es la fila.
    """

    nombre: str
    clase: ClaseDeHoja
    ruta: str
    forma: Forma
    columnas: tuple[Columna, ...]
    claves: tuple[str, ...] = ()

    @property
    def niveles(self) -> tuple[str, ...]:
        """Devuelve la ruta partida por las listas que la contienen: la última parte es la propia."""
        return tuple(p.strip(".") for p in self.ruta.split("[]"))

    @property
    def encabezado(self) -> tuple[str, ...]:
        """Devuelve los encabezados, en orden."""
        if self.clase == "bloque":
            return (DATO, VALOR)
        return (*self.claves, *(c.ruta for c in self.columnas))

    def ruta_de(self, columna: Columna) -> str:
        """Devuelve la ruta del dato en el plan, con `[]` en cada lista o mapa."""
        union = "" if not self.ruta else "." if self.clase == "bloque" else "[]."
        return f"{self.ruta}{union}{columna.ruta}"


def es_evidencia(forma: Forma) -> bool:
    """Dice si el campo es la evidencia de un objeto, que va en hoja aparte."""
    return forma.dentro is not None and forma.dentro.modelo is Evidencia


def lleva_hoja(forma: Forma) -> bool:
    """Dice si el campo es una lista o un mapa de objetos, que va en su propia hoja."""
    return forma.dentro is not None and forma.dentro.modelo is not None


@cache
def hojas_del_plan() -> tuple[Hoja, ...]:
    """Devuelve todas las hojas, en el orden del modelo; la de evidencia va al final."""
    sin_nombre = [*_sueltas(), *_de_los_bloques(), _de_evidencia()]
    nombres = _nombrar([h.ruta for h in sin_nombre])
    return tuple(
        Hoja(n, h.clase, h.ruta, h.forma, h.columnas, h.claves)
        for n, h in zip(nombres, sin_nombre, strict=True)
    )


@cache
def indice_de_hojas() -> Mapping[str, Hoja]:
    """Devuelve la hoja de cada nombre plegado y de cada ruta, para encontrarla aunque se escriba distinto."""
    indice: dict[str, Hoja] = {}
    for hoja in hojas_del_plan():
        for nombre in (hoja.nombre, hoja.ruta.replace("[]", "")):
            indice.setdefault(plegar_nombre(nombre), hoja)
    return MappingProxyType(indice)


def plegar_nombre(texto: str) -> str:
    """Devuelve el nombre sin tildes ni mayúsculas, y con guion bajo donde había espacios.

    >>> plegar_nombre("  Áreas de  Actividad ")
    'areas_de_actividad'
    """
    return "_".join(plegar(texto).replace("_", " ").split())


def _sueltas() -> Iterator[Hoja]:
    columnas = tuple(c for c in columnas_de(Plan) if "." not in c.ruta and c.forma.clase != "objeto")
    if columnas:
        yield Hoja("", "bloque", "", Forma("objeto", "plan", modelo=Plan), columnas)


def _de_los_bloques() -> Iterator[Hoja]:
    for nombre, forma in campos_de(Plan).items():
        columnas = tuple(columnas_de(forma.modelo)) if forma.clase == "objeto" and forma.modelo else ()
        if columnas:
            yield Hoja("", "bloque", nombre, forma, columnas)
        yield from _listas(nombre, forma)


def _listas(ruta: str, forma: Forma) -> Iterator[Hoja]:
    """Recorre las listas y mapas de objetos que cuelgan de una ruta, y los que ellas llevan adentro."""
    if es_evidencia(forma):
        return
    if forma.dentro is not None:
        modelo = forma.dentro.modelo
        if modelo is None:
            return
        yield _de_la_lista(ruta, forma, modelo)
        ruta = f"{ruta}[]"
    else:
        modelo = forma.modelo
    for nombre, interna in campos_de(modelo).items() if modelo is not None else ():
        yield from _listas(f"{ruta}.{nombre}", interna)


def _de_la_lista(ruta: str, forma: Forma, modelo: type[BaseModel]) -> Hoja:
    columnas = tuple(columnas_de(modelo))
    claves = (CLAVE_DEL_PADRE,) if "[]" in ruta else ()
    if forma.clase == "lista":
        return Hoja("", "lista", ruta, forma, columnas, claves)
    assert forma.dentro is not None
    evidencia = tuple(columnas_de(Evidencia, f"{EVIDENCIA}."))
    propias = evidencia if EVIDENCIA in campos_de(modelo) else ()
    return Hoja("", "mapa", ruta, forma, (*columnas, *propias), (*claves, forma.dentro.tipo))


def _de_evidencia() -> Hoja:
    forma = Forma("lista", dentro=Forma("objeto", EVIDENCIA, modelo=Evidencia))
    return Hoja("", "evidencia", EVIDENCIA, forma, tuple(columnas_de(Evidencia)), (RUTA,))


def columnas_de(modelo: type[BaseModel], prefijo: str = "") -> Iterator[Columna]:
    """Devuelve los datos sueltos de un objeto; los de un objeto interno llevan la ruta punteada.

    Un objeto que se puede declarar inexistente tiene además su propia columna, para declararlo.
    """
    for nombre, forma in campos_de(modelo).items():
        ruta = f"{prefijo}{nombre}"
        if lleva_hoja(forma):
            continue
        if forma.clase != "objeto":
            yield Columna(ruta, forma)
        elif forma.modelo is not None:
            if forma.admite_no_hay:
                yield Columna(ruta, forma)
            yield from columnas_de(forma.modelo, f"{ruta}.")


def _nombrar(rutas: list[str]) -> list[str]:
    """Da a cada hoja el último nombre de su ruta; si dos coinciden, la ruta entera."""
    limpias = [r.replace("[]", "") or _SIN_BLOQUE for r in rutas]
    veces = Counter(r.rpartition(".")[2] for r in limpias)
    cortas = [u if veces[u := r.rpartition(".")[2]] == 1 or "." not in r else r for r in limpias]
    return [_acortar(c.replace(".", " ").replace("_", " ")) for c in cortas]


def _acortar(nombre: str) -> str:
    if len(nombre) > LARGO_DEL_NOMBRE:
        nombre = " ".join(p for p in nombre.split() if p not in _PALABRAS_QUE_SOBRAN)
    return nombre[:1].upper() + nombre[1:LARGO_DEL_NOMBRE].rstrip()

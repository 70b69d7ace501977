"""Qué datos y contenidos se le piden a un trámite: los que lee alguna regla exigible, y ninguno más.

Entra: la lista de exigencias y la ficha de cada regla. Sale: PedidoDeDatos. No hay otra lista que mantener:
si una regla lee un dato nuevo, la plantilla lo pide.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from plomada.cargadores.libro.hojas import EVIDENCIA, Columna, Hoja, hojas_del_plan
from plomada.informes.preguntas.exigencias import ExigenciaDeTramite, ListaDeExigencias
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.lenguaje.compilador.rutas import DE_UN_TIPO, EL_OBJETO, ENLACES
from plomada.modelo.formas import tipos_citables
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.texto import en_lista

# Sin esto no se sabe de quién es el plan, con qué norma se mira, qué clase le toca ni qué se entregó.
SIEMPRE = (
    "municipio.codigo", "municipio.nombre", "municipio.departamento", "municipio.poblacion.*", "plan.clase",
    "plan.tramite", "documentos[].tipo", "documentos[].archivo", "documentos[].fecha",
    "proceso.autoridad_ambiental.radicado", "proceso.autoridad_ambiental.radicacion_completa",
)  # fmt: skip
_CITAS_QUE_SE_MUESTRAN = 2


@dataclass(frozen=True, slots=True)
class ContenidoPedido:
    """Un contenido exigible: qué es, dónde debe constar y quién lo pide."""

    id: str
    titulo: str
    explicacion: str
    nota: str


@dataclass(frozen=True, slots=True)
class PedidoDeDatos:
    """Los datos que se piden, con las citas de quien los pide, y los contenidos en el orden del plan."""

    citas: Mapping[str, str]
    contenidos: tuple[ContenidoPedido, ...]
    pruebas: tuple[str, ...]


def pedir(lista: ListaDeExigencias, fichas: Iterable[FichaDeRegla], registro: Registro) -> PedidoDeDatos:
    """Devuelve lo que la plantilla pide para esa clase, ese trámite y esa fecha."""
    exigidas = {e.regla: e for e in lista.exigencias if e.se_exige}
    propias = [f for f in fichas if f.id in exigidas]
    quien: dict[str, dict[str, None]] = defaultdict(dict)
    for ruta in SIEMPRE:
        for columna in _columnas(ruta):
            quien[columna].update({})
    for ficha in propias:
        for ruta in ficha.rutas:
            for columna in _columnas(ruta):
                quien[columna].setdefault(exigidas[ficha.id].cita)
    _completar(quien)
    contenidos = tuple(_contenidos(propias, exigidas, registro))
    pruebas = {r.removesuffix(f".{EVIDENCIA}") for f in propias for r in f.rutas if _es_prueba(r)}
    citas = {ruta: _escribir_citas(tuple(c)) for ruta, c in quien.items()}
    return PedidoDeDatos(MappingProxyType(citas), contenidos, tuple(sorted(pruebas)))


def _es_prueba(ruta: str) -> bool:
    return ruta.endswith(f".{EVIDENCIA}") and "[]" not in ruta and not ruta.startswith(DE_UN_TIPO)


@cache
def _indice() -> Mapping[str, tuple[Hoja, Columna]]:
    return {hoja.ruta_de(c): (hoja, c) for hoja in hojas_del_plan() for c in hoja.columnas}


@cache
def _columnas(ruta: str) -> tuple[str, ...]:
    """Devuelve las columnas que hacen falta para responder por una ruta leída."""
    if ruta.startswith(DE_UN_TIPO):
        tipo, _, resto = ruta.removeprefix(DE_UN_TIPO).partition(".")
        lista = tipos_citables(Plan).get(tipo, "")
        base = f"{lista}[]" if f"{lista}[].id" in _indice() else lista
        if f".{resto}" == ENLACES:
            return tuple(r for r in _de_la_base(base) if _es_enlace(r)) + (f"{base}.id",)
        return _columnas(f"{base}.{resto}")
    if ruta.endswith(EL_OBJETO):
        base = ruta.removesuffix(EL_OBJETO)
        return tuple(_de_la_base(base)) or tuple(_de_la_base(f"{base}[]"))
    if ruta in _indice():
        return (ruta,)
    return (f"{ruta}[].id",) if f"{ruta}[].id" in _indice() else ()


def _de_la_base(base: str) -> Iterator[str]:
    return (r for r in _indice() if r.startswith(f"{base}.") and "[]" not in r.removeprefix(base))


def _es_enlace(ruta: str) -> bool:
    forma = _indice()[ruta][1].forma
    return forma.clase == "referencia" or forma.dentro is not None and forma.dentro.clase == "referencia"


def _completar(quien: dict[str, dict[str, None]]) -> None:
    """Agrega lo que hace falta para poder escribir lo que se pide: ids, ausencias y elementos citados."""
    for ruta in list(quien):
        hoja, columna = _indice()[ruta]
        if columna.forma.clase == "objeto" and not any(r.startswith(f"{ruta}.") for r in quien):
            # Solo se pregunta si existe: se piden sus datos, que es como se describe.
            for interna in _de_la_base(ruta):
                quien[interna].update(quien[ruta])
        interna_o_misma = columna.forma.dentro or columna.forma
        if interna_o_misma.clase == "referencia":
            lista = tipos_citables(Plan)[interna_o_misma.tipo]
            quien[f"{lista}[].id" if f"{lista}[].id" in _indice() else f"{lista}.id"].update({})
    for ruta in list(quien):
        for largo in range(1, ruta.count(".") + 1):
            padre = ruta.rsplit(".", largo)[0]
            if padre in _indice():
                quien[padre].update({})
        lista, _, resto = ruta.rpartition("[].")
        for nombre in ("id", "nombre") if resto else ():
            if f"{lista}[].{nombre}" in _indice():
                quien[f"{lista}[].{nombre}"].update({})


def _escribir_citas(citas: tuple[str, ...]) -> str:
    muestra = "; ".join(citas[:_CITAS_QUE_SE_MUESTRAN])
    resto = len(citas) - _CITAS_QUE_SE_MUESTRAN
    return f"{muestra}, y {resto} más" if resto > 0 else muestra


def _contenidos(
    fichas: list[FichaDeRegla], exigidas: Mapping[str, ExigenciaDeTramite], registro: Registro
) -> Iterator[ContenidoPedido]:
    por_contenido: dict[str, list[ExigenciaDeTramite]] = defaultdict(list)
    for ficha in fichas:
        leidos = {r.removeprefix("contenidos.") for r in ficha.rutas if r.startswith("contenidos.")}
        for contenido in dict.fromkeys((*ficha.contenidos, *sorted(leidos))):
            por_contenido[contenido].append(exigidas[ficha.id])
    for c in sorted((registro.contenido(i) for i in por_contenido), key=lambda c: c.orden):
        reglas = por_contenido[c.id]
        donde = next((e.donde for e in reglas if e.donde), ())
        partes = [
            c.explicacion.rstrip(".") + ".",
            f"Debe constar en {en_lista(list(donde))}." if donde else "",
            f"Lo pide {_escribir_citas(tuple(dict.fromkeys(e.cita for e in reglas)))}.",
            _condicion(reglas),
        ]
        yield ContenidoPedido(c.id, c.titulo, c.explicacion, " ".join(p for p in partes if p))


def _condicion(reglas: list[ExigenciaDeTramite]) -> str:
    """Dice de qué depende, si todas las reglas que lo piden dependen de algo."""
    if not all(e.depende_de for e in reglas):
        return ""
    datos = dict.fromkeys(d for e in reglas for d in e.depende_de)
    return f"Depende de: {'; '.join(datos)}."

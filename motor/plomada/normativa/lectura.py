"""Lee la carpeta `normativa/` y la comprueba entera antes de entregarla.

Entra: la carpeta. Sale: Registro, o todo lo que está mal con su archivo y su línea.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.normativa.parametros import Parametro, ValorVigente
from plomada.normativa.registro import ContenidoExigible, Norma, Registro
from plomada.normativa.requisitos import Cita, Requisito
from plomada.valores.cercanos import quiza

M = TypeVar("M", bound=BaseModel)
_CARGADOR = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SIEMPRE = date.max


@dataclass(frozen=True, slots=True)
class _Entrada:
    """Un mapa leído de un archivo del registro y el lugar donde empieza."""

    datos: dict[str, Any]
    tramo: Tramo


def leer_registro(carpeta: Path) -> Lectura[Registro]:
    """Devuelve el registro.

    Diagnósticos: PLO-V401 (archivo ilegible), PLO-V402 (entrada mal formada), PLO-V403 (id repetido), PLO-V404
    (cita o enlace a lo que no existe), PLO-V405 (fechas que se solapan), PLO-V406 (norma derogada sin decirlo).
    """
    problemas: list[Diagnostico] = []
    normas = _leer(carpeta, [carpeta / "normas.yaml"], Norma, problemas)
    requisitos = _leer(carpeta, sorted(carpeta.glob("requisitos/**/*.yaml")), Requisito, problemas)
    parametros = _leer(carpeta, sorted(carpeta.glob("parametros/**/*.yaml")), Parametro, problemas)
    contenidos = _leer(carpeta, [carpeta / "contenidos.yaml"], ContenidoExigible, problemas)
    registro = Registro(
        normas=tuple(n for n, _ in normas), requisitos=tuple(r for r, _ in requisitos),
        parametros=tuple(p for p, _ in parametros), contenidos=tuple(c for c, _ in contenidos),
    )  # fmt: skip
    problemas.extend(_enlaces(registro, requisitos, parametros, contenidos))
    problemas.extend(d for p, t in parametros for d in _solapes(p, t))
    problemas.extend(d for r, t in requisitos for d in _derogados(r, t, registro))
    hallados = ordenar(problemas)
    return Lectura(None if any(d.es_error for d in hallados) else registro, hallados)


# -- archivos --------------------------------------------------------------------------------------


def _leer(carpeta: Path, archivos: Iterable[Path], modelo: type[M], problemas: list[Diagnostico]) -> list[tuple[M, Tramo]]:
    leidos: list[tuple[M, Tramo]] = []
    for archivo in archivos:
        nombre = f"normativa/{archivo.relative_to(carpeta).as_posix()}"
        for entrada in _entradas(archivo, nombre, problemas):
            hecho = _validar(entrada, modelo, problemas)
            if hecho is not None:
                leidos.append((hecho, entrada.tramo))
    veces = Counter(getattr(m, "id", "") for m, _ in leidos)
    for m, tramo in leidos:
        if veces[getattr(m, "id", "")] > 1:
            problemas.append(Diagnostico("PLO-V403", f"el id `{getattr(m, 'id', '')}` está repetido", tramo))
    return leidos


def _entradas(archivo: Path, nombre: str, problemas: list[Diagnostico]) -> Iterator[_Entrada]:
    try:
        nodo = yaml.compose(archivo.read_text("utf-8"), Loader=_CARGADOR)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fallo:
        detalle = str(getattr(fallo, "problem", "") or type(fallo).__name__)
        problemas.append(Diagnostico("PLO-V401", f"no se puede leer el archivo del registro: {detalle}", Tramo(nombre)))
        return
    if not isinstance(nodo, yaml.SequenceNode):
        problemas.append(Diagnostico("PLO-V401", "el archivo del registro debe ser una lista", Tramo(nombre)))
        return
    for hijo in nodo.value:
        linea = hijo.start_mark.line + 1
        tramo = Tramo(nombre, linea, hijo.start_mark.column + 1, linea, hijo.start_mark.column + 2, hijo.start_mark.index)
        if isinstance(hijo, yaml.MappingNode):
            yield _Entrada(_a_datos(hijo), tramo)
        else:
            problemas.append(Diagnostico("PLO-V402", "cada entrada del registro es un mapa con `id`", tramo))


def _a_datos(nodo: yaml.Node) -> Any:  # noqa: ANN401 - texto, lista o mapa
    if isinstance(nodo, yaml.MappingNode):
        return {clave.value: _a_datos(valor) for clave, valor in nodo.value}
    if isinstance(nodo, yaml.SequenceNode):
        return [_a_datos(hijo) for hijo in nodo.value]
    return nodo.value


def _validar(entrada: _Entrada, modelo: type[M], problemas: list[Diagnostico]) -> M | None:
    try:
        return modelo.model_validate(entrada.datos)
    except ValidationError as fallo:
        for error in fallo.errors():
            ruta = ".".join(str(p) for p in error["loc"])
            if error["type"] == "extra_forbidden":
                mensaje, ayuda = f"`{ruta}` no es una clave del registro", quiza(ruta, modelo.model_fields)
            elif error["type"] == "missing":
                mensaje, ayuda = f"falta `{ruta}`", ""
            else:
                mensaje, ayuda = f"`{ruta or entrada.datos.get('id', '')}`: {_en_espanol(error)}", ""
            quien = entrada.datos.get("id", "sin id")
            problemas.append(Diagnostico("PLO-V402", f"en `{quien}`, {mensaje}", entrada.tramo, ayuda))
        return None


def _en_espanol(error: Any) -> str:  # noqa: ANN401 - el detalle que entrega pydantic
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    if error["type"] == "literal_error":
        return f"se admite {error['ctx']['expected'].replace(' or ', ' o ')} y se leyó `{error['input']}`"
    return f"no se entiende `{str(error['input'])[:60]}`"


# -- comprobaciones --------------------------------------------------------------------------------


def _enlaces(
    registro: Registro, requisitos: list[tuple[Requisito, Tramo]], parametros: list[tuple[Parametro, Tramo]],
    contenidos: list[tuple[ContenidoExigible, Tramo]],
) -> Iterator[Diagnostico]:  # fmt: skip
    normas = {n.id for n in registro.normas}
    ids = {r.id for r in registro.requisitos}
    citas: list[tuple[Cita, Tramo]] = [(r.cita, t) for r, t in requisitos]
    citas += [(v.cita, t) for p, t in parametros for v in p.valores]
    for cita, tramo in citas:
        if cita.norma not in normas:
            yield Diagnostico("PLO-V404", f"se cita la norma `{cita.norma}`, que no está en normas.yaml", tramo,
                              quiza(cita.norma, normas))  # fmt: skip
    for c, tramo in contenidos:
        for r in c.requisitos:
            if r not in ids:
                yield Diagnostico("PLO-V404", f"el contenido `{c.id}` cita el requisito `{r}`, que no existe", tramo,
                                  quiza(r, ids))  # fmt: skip


def _solapes(parametro: Parametro, tramo: Tramo) -> Iterator[Diagnostico]:
    por_clave: dict[str, list[ValorVigente]] = {}
    for v in parametro.valores:
        por_clave.setdefault(v.clave, []).append(v)
        if v.hasta is not None and v.hasta < v.desde:
            yield Diagnostico("PLO-V405", f"en `{parametro.id}` un valor termina antes de empezar", tramo)
    for valores in por_clave.values():
        ordenados = sorted(valores, key=lambda v: v.desde)
        for a, b in zip(ordenados, ordenados[1:], strict=False):
            if (a.hasta or _SIEMPRE) >= b.desde:
                ayuda = f"el primero debe terminar a más tardar el {b.desde - timedelta(days=1)}"
                yield Diagnostico("PLO-V405", f"`{parametro.id}` tiene dos valores el {b.desde}", tramo, ayuda)


def _derogados(r: Requisito, tramo: Tramo, registro: Registro) -> Iterator[Diagnostico]:
    norma = next((n for n in registro.normas if n.id == r.cita.norma), None)
    if norma is None:
        return
    if norma.hasta is not None and (r.hasta is None or r.hasta > norma.hasta):
        yield Diagnostico("PLO-V406", f"`{r.id}` sigue vigente, pero su norma rigió hasta el {norma.hasta}", tramo,
                          "póngale `hasta` o cite la norma que la sustituyó")  # fmt: skip
    if r.desde < norma.rige_desde and not r.dudas:
        yield Diagnostico("PLO-V406", f"`{r.id}` empieza el {r.desde}, antes que su norma ({norma.rige_desde})", tramo)

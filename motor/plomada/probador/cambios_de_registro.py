"""Los cambios de fecha y de valor que se le pueden hacer a lo que una regla toma del registro.

Entra: una regla y el registro. Sale: cada registro cambiado, con lo que se cambió.
Se excluyen por construcción los cambios que no pueden verse: la fecha de un requisito que no obliga a
ninguna clase de la regla, la que otro fundamento cubre, y los valores de un parámetro que solo rigieron
cuando la regla no regía o para claves que la regla no usa.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.tipos import Opciones
from plomada.normativa.parametros import Parametro, ValorVigente
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.probador.cambios_de_condicion import UN_DIA, vecinos
from plomada.probador.casos import clases_efectivas
from plomada.probador.frases import decir_fijo


@dataclass(frozen=True, slots=True)
class CambioDeRegistro:
    """Un registro con un solo dato cambiado."""

    operador: str
    descripcion: str
    registro: Registro


def cambios_de_registro(regla: n.ReglaComprobada, registro: Registro) -> Iterator[CambioDeRegistro]:
    """Recorre los cambios que los casos de la regla deberían notar."""
    clases = clases_efectivas(regla, registro)
    propios = tuple(
        r for f in dict.fromkeys(regla.fundamento) if set((r := registro.requisito(f)).clases) & set(clases)
    )
    yield from _de_requisitos(propios, clases, registro)
    for id_, usos in _parametros_de(regla).items():
        yield from _de_parametro(registro.parametro(id_), usos, propios, registro)


# -- requisitos ------------------------------------------------------------------------------------


def _de_requisitos(
    propios: tuple[Requisito, ...], clases: tuple[str, ...], registro: Registro
) -> Iterator[CambioDeRegistro]:
    for r in propios:
        for campo, fecha, nueva, frontera in _corrimientos(r.desde, r.hasta):
            otros = [o for o in propios if o is not r and _rige(o, frontera)]
            if all(any(c in o.clases for o in otros) for c in clases if c in r.clases):
                continue
            cambiado = r.model_copy(update={campo: nueva})
            yield CambioDeRegistro(
                "vigencia del requisito",
                f"corre `{campo}` del requisito {r.id} de {fecha} a {nueva}",
                _con_requisito(registro, cambiado),
            )


def _corrimientos(desde: date, hasta: date | None) -> Iterator[tuple[str, date, date, date]]:
    """Recorre los corrimientos de un día: campo, fecha, fecha nueva y el único día en que se notan."""
    yield "desde", desde, desde + UN_DIA, desde
    yield "desde", desde, desde - UN_DIA, desde - UN_DIA
    if hasta is not None:
        yield "hasta", hasta, hasta + UN_DIA, hasta + UN_DIA
        yield "hasta", hasta, hasta - UN_DIA, hasta


def _rige(r: Requisito | ValorVigente, fecha: date) -> bool:
    return r.desde <= fecha and (r.hasta is None or fecha <= r.hasta)


def _con_requisito(registro: Registro, cambiado: Requisito) -> Registro:
    requisitos = tuple(cambiado if r.id == cambiado.id else r for r in registro.requisitos)
    return Registro.model_construct(
        normas=registro.normas,
        requisitos=requisitos,
        parametros=registro.parametros,
        contenidos=registro.contenidos,
    )


# -- parámetros ------------------------------------------------------------------------------------


def _parametros_de(regla: n.ReglaComprobada) -> dict[str, list[n.ValorDeParametro]]:
    usos: dict[str, list[n.ValorDeParametro]] = {}
    for raiz in (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo)):
        for nodo in n.descendientes(raiz) if raiz is not None else ():
            if isinstance(nodo, n.ValorDeParametro):
                usos.setdefault(nodo.id, []).append(nodo)
    return usos


def _de_parametro(
    parametro: Parametro, usos: list[n.ValorDeParametro], propios: tuple[Requisito, ...], registro: Registro
) -> Iterator[CambioDeRegistro]:
    en_otra_fecha = any(u.en is not None for u in usos)
    claves = _claves(usos)
    for i, v in enumerate(parametro.valores):
        if claves is not None and (v.clave or "") not in claves:
            continue
        for operador, descripcion, nuevo, frontera in _de_valor(v):
            cambiado = parametro.model_copy(
                update={"valores": (*parametro.valores[:i], nuevo, *parametro.valores[i + 1 :])}
            )
            if frontera is None:
                se_nota = en_otra_fecha or any(_se_cruzan(v, r) for r in propios)
            else:
                se_nota = _valor_en(parametro, v, frontera) != _valor_en(cambiado, v, frontera)
                se_nota = se_nota and (en_otra_fecha or any(_rige(r, frontera) for r in propios))
            if se_nota:
                registro_nuevo = _con_parametro(registro, cambiado)
                yield CambioDeRegistro(
                    operador, f"{descripcion} del parámetro {parametro.id}", registro_nuevo
                )


def _claves(usos: Iterable[n.ValorDeParametro]) -> frozenset[str] | None:
    """Devuelve las claves que la regla puede pedir, o None si puede pedir cualquiera."""
    claves: set[str] = set()
    for uso in usos:
        if uso.clave is None:
            claves.add("")
        elif isinstance(uso.clave, n.Constante):
            claves.add(str(uso.clave.valor))
        elif isinstance(uso.clave.tipo, Opciones):
            claves.update(uso.clave.tipo.valores)
        else:
            return None
    return frozenset(claves)


def _de_valor(v: ValorVigente) -> Iterator[tuple[str, str, ValorVigente, date | None]]:
    de_clave = f" para {v.clave}" if v.clave else ""
    for nuevo in vecinos(v.valor):
        descripcion = (
            f"cambia el valor {decir_fijo(v.valor)}{de_clave} (desde {v.desde}) por {decir_fijo(nuevo)}"
        )
        yield "valor del parámetro", descripcion, v.model_copy(update={"valor": nuevo}), None
    for campo, fecha, corrida, frontera in _corrimientos(v.desde, v.hasta):
        descripcion = f"corre `{campo}` del valor {decir_fijo(v.valor)}{de_clave} de {fecha} a {corrida}"
        yield "vigencia del parámetro", descripcion, v.model_copy(update={campo: corrida}), frontera


def _valor_en(parametro: Parametro, v: ValorVigente, fecha: date) -> object:
    vigente = parametro.en(fecha, v.clave)
    return None if vigente is None else vigente.valor


def _se_cruzan(v: ValorVigente, r: Requisito) -> bool:
    lejos = date.max
    return v.desde <= (r.hasta or lejos) and r.desde <= (v.hasta or lejos)


def _con_parametro(registro: Registro, cambiado: Parametro) -> Registro:
    parametros = tuple(cambiado if p.id == cambiado.id else p for p in registro.parametros)
    return Registro.model_construct(
        normas=registro.normas,
        requisitos=registro.requisitos,
        parametros=parametros,
        contenidos=registro.contenidos,
    )

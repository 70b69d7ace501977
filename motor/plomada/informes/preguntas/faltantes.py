"""Qué datos faltan en un plan, ordenados por cuántas reglas decidiría cada uno.

«Decide» son las reglas que quedarían decididas con ese dato y solo ese, diga lo que diga; «según lo que
diga», las que dependen de su valor; «participa», las que además necesitan otro. Nunca se suman entre sí.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from plomada.evaluacion.conjeturas.decidir import DatoQueFalta, Faltantes
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.partes import Parte
from plomada.informes.preguntas.ejemplos import Llano, describir
from plomada.informes.reglas import fuerza_posible
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

_REGLAS_A_LA_VISTA = 4
_ELEMENTOS_A_LA_VISTA = 6
_DATOS_A_LA_VISTA = 25


class ElementoIncompleto(Parte):
    """Un elemento al que le falta el dato, y las reglas que decidiría el dato de ese solo elemento."""

    ruta: str
    lugar: str
    decide: tuple[str, ...]


class DatoFaltante(Parte):
    """Un dato que falta, dicho para quien lo va a buscar en el plan."""

    dato: str
    de: str
    campo: str
    causa: str
    donde: str
    ejemplo: str
    decide: tuple[str, ...]
    decide_obligatorias: int
    segun_lo_que_diga: tuple[str, ...]
    participa: tuple[str, ...]
    se_probo: bool
    elementos: tuple[ElementoIncompleto, ...]


class ListaDeFaltantes(Parte):
    """Los datos que faltan en un plan a una fecha, del que más decide al que menos."""

    plan: str
    fecha: str
    reglas: int
    no_constan: int
    se_deciden_con_un_dato: int
    datos: tuple[DatoFaltante, ...]

    def a_json(self) -> str:
        """Devuelve la lista en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por dato."""
        columnas = (
            "dato", "de", "campo", "causa", "dónde se escribe", "ejemplo", "decide", "de ellas, obligatorias",
            "decide según lo que diga", "participa en", "cuántos elementos", "elementos", "reglas que decide",
            "reglas que decide según lo que diga", "reglas en que participa", "se probó",
        )  # fmt: skip
        return Tabla(columnas, tuple(_celdas(d) for d in self.datos))

    def a_consola(self, ancho: int = 100, todo: bool = False) -> Iterator[Renglon]:
        """Devuelve los renglones; sin `todo`, los primeros datos y cuántos quedan."""
        cuando = escribir_fecha(date.fromisoformat(self.fecha))
        yield from parrafo(f"Datos que faltan en {self.plan}, al {cuando}", ancho, estilo="titulo")
        yield from parrafo(
            f"De {self.reglas} reglas, {self.no_constan} no constan por {len(self.datos)} datos que faltan; "
            f"{self.se_deciden_con_un_dato} quedarían decididas con un solo dato. Una lista o un bloque "
            "cuenta como un dato si se describe por completo.",
            ancho,
        )
        visibles = self.datos if todo else self.datos[:_DATOS_A_LA_VISTA]
        for numero, dato in enumerate(visibles, start=1):
            yield VACIO
            yield from _renglones(numero, dato, ancho, todo)
        if len(visibles) < len(self.datos):
            yield VACIO
            resto = len(self.datos) - len(visibles)
            yield from parrafo(f"y {resto} datos más, que se ven con --todo.", ancho, estilo="tenue")


def listar_faltantes(
    hallados: Faltantes,
    fichas: tuple[FichaDeRegla, ...],
    registro: Registro,
    plan: Mapping[str, str],
    evaluado: tuple[str, str],
) -> ListaDeFaltantes:
    """Devuelve la lista ordenada; `plan` da el lugar de cada ruta y `evaluado` es la clase y la fecha."""
    clase, fecha = evaluado
    fuerzas = {
        f.id: r.fuerza or fuerza_posible(f, r.requisito, registro, clase)
        for f, r in zip(fichas, hallados.resultados, strict=True)
    }
    datos = sorted((_informar(d, fuerzas, registro, plan) for d in hallados.datos), key=_orden)
    return ListaDeFaltantes(
        plan=plan.get("", ""),
        fecha=fecha,
        reglas=len(fichas),
        no_constan=sum(r.veredicto is Veredicto.NO_CONSTA for r in hallados.resultados),
        se_deciden_con_un_dato=len({r for d in datos for r in d.decide}),
        datos=tuple(datos),
    )


def _orden(d: DatoFaltante) -> tuple[int, int, int, int, str]:
    return (-len(d.decide), -d.decide_obligatorias, -len(d.segun_lo_que_diga), -len(d.participa), d.campo)


def _informar(
    d: DatoQueFalta, fuerzas: Mapping[str, str], registro: Registro, lugares: Mapping[str, str]
) -> DatoFaltante:
    llano: Llano = describir(d.campo, registro)
    return DatoFaltante(
        dato=llano.dato,
        de=llano.de,
        campo=d.campo,
        causa=en_lista(list(d.causas), "o"),
        donde=llano.donde,
        ejemplo=llano.ejemplo,
        decide=d.decide,
        decide_obligatorias=sum(fuerzas[r] == "debe" for r in d.decide),
        segun_lo_que_diga=d.segun,
        participa=d.participa,
        se_probo=d.se_probo,
        elementos=tuple(
            ElementoIncompleto(ruta=ruta, lugar=_lugar(ruta, lugares), decide=decide)
            for ruta, decide in d.por_elemento
        ),
    )


def _lugar(ruta: str, lugares: Mapping[str, str]) -> str:
    """Devuelve dónde está escrito lo más cercano que sí se describió."""
    while ruta and ruta not in lugares:
        cortes = (ruta.rfind("."), ruta.rfind("["))
        ruta = ruta[: max(*cortes, 0)]
    return lugares[ruta] if ruta else ""


def _celdas(d: DatoFaltante) -> tuple[str, ...]:
    rutas = [e.ruta for e in d.elementos]
    return (
        d.dato, d.de, d.campo, d.causa, d.donde, d.ejemplo, str(len(d.decide)), str(d.decide_obligatorias),
        str(len(d.segun_lo_que_diga)), str(len(d.participa)), str(len(rutas)), ", ".join(rutas),
        ", ".join(d.decide), ", ".join(d.segun_lo_que_diga), ", ".join(d.participa),
        "sí" if d.se_probo else "no",
    )  # fmt: skip


def _renglones(numero: int, d: DatoFaltante, ancho: int, todo: bool) -> Iterator[Renglon]:
    estilo = "aviso" if d.decide else ""
    de = f", de {d.de}" if d.de else ""
    yield from parrafo(f"{d.dato}{de}", ancho, marca=f"{numero}. ", estilo="titulo" if estilo else "")
    yield from parrafo(f"{_cuentas(d)}.", ancho, 4)
    yield from parrafo(f"Se escribe en {d.donde} ({d.campo}); {d.causa}.", ancho, 4)
    if d.ejemplo:
        yield from parrafo(f"Por ejemplo: {d.ejemplo}", ancho, 4)
    if len(d.elementos) > 1 or any("[" in e.ruta for e in d.elementos):
        yield from parrafo(_elementos(d, todo), ancho, 4, "tenue")
    for rotulo, reglas in (
        ("Decide", d.decide),
        ("Según lo que diga", d.segun_lo_que_diga),
        ("Participa, y además hace falta otro dato", d.participa),
    ):
        if reglas:
            yield from parrafo(f"{rotulo}: {_recortar(reglas, todo)}.", ancho, 4, "tenue")


def _cuentas(d: DatoFaltante) -> str:
    if not d.se_probo:
        return f"Participa en {_reglas(len(d.participa))}; no se puede suponer solo, así que no se probó"
    partes = [f"Decide {_reglas(len(d.decide))}"]
    if d.decide:
        partes[0] += f" ({d.decide_obligatorias} de fuerza obligatoria)"
    if d.segun_lo_que_diga:
        partes.append(f"según lo que diga, {_reglas(len(d.segun_lo_que_diga))} más")
    if d.participa:
        partes.append(f"participa en {_reglas(len(d.participa))} que no decide solo")
    return "; ".join(partes)


def _reglas(n: int) -> str:
    return f"{n} regla{'' if n == 1 else 's'}"


def _recortar(reglas: tuple[str, ...], todo: bool) -> str:
    visibles = reglas if todo else reglas[:_REGLAS_A_LA_VISTA]
    resto = len(reglas) - len(visibles)
    return ", ".join(visibles) + (f" y {resto} más" if resto else "")


def _elementos(d: DatoFaltante, todo: bool) -> str:
    visibles = d.elementos if todo else d.elementos[:_ELEMENTOS_A_LA_VISTA]
    nombres = [f"{e.ruta} ({e.lugar})" if e.lugar else e.ruta for e in visibles]
    resto = len(d.elementos) - len(visibles)
    cuantos = f"Falta en {len(d.elementos)}" if len(d.elementos) > 1 else "Falta en"
    return f"{cuantos}: {', '.join(nombres)}" + (f" y {resto} más." if resto else ".")

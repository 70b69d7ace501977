"""La página de una norma o de un artículo: qué pide, qué versiones ha tenido y qué reglas lo aplican."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.informes.citas import escribir_vigencia
from plomada.informes.partes import Parte
from plomada.informes.preguntas.exigencias_de_norma import (
    CuentaDeAutomatizacion,
    Exigencia,
    TablaNormativa,
    tabular,
)
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.normativa.articulado.dictamen import Saber
from plomada.normativa.articulado.menciones import Mencion, hallar
from plomada.normativa.articulado.versiones import Articulo, Version
from plomada.normativa.citas import Cita, Norma
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import plegar


@dataclass(frozen=True, slots=True)
class Consulta:
    """Lo que se pregunta: una norma, quizá un artículo suyo, quizá un trozo; vacío es todo el registro."""

    norma: Norma | None = None
    articulo: str = ""
    numeral: str = ""
    literal: str = ""
    inciso: str = ""
    paragrafo: str = ""

    def abarca(self, cita: Cita) -> bool:
        """Dice si la cita cae dentro de lo que se pregunta."""
        if self.norma is None:
            return True
        if cita.norma != self.norma.id:
            return False
        pares = (
            (self.articulo, cita.articulo),
            (self.literal, cita.literal),
            (self.inciso, cita.inciso),
            (self.paragrafo, cita.paragrafo),
        )
        dentro = (
            not self.numeral or cita.numeral == self.numeral or cita.numeral.startswith(f"{self.numeral}.")
        )
        return dentro and all(pedido in {"", hallado} for pedido, hallado in pares)


class VersionInformada(Parte):
    """Un texto de un artículo, con sus fechas y lo que le pasó."""

    cita: str
    vigencia: str
    rige: bool
    asunto: str
    resumen: str
    origen: str
    final: str
    pasa_a: tuple[str, ...]
    verificacion: str
    dudas: str


class PaginaDeNorma(Parte):
    """Lo que el registro sabe de lo preguntado, a una fecha."""

    titulo: str
    asunto: str
    vigencia: str
    modificada_por: tuple[str, ...]
    notas: str
    fecha: str
    versiones: tuple[VersionInformada, ...]
    exigencias: tuple[Exigencia, ...]
    cuenta: CuentaDeAutomatizacion

    def a_json(self) -> str:
        """Devuelve la página en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: la norma, sus versiones, lo que pide y la cuenta."""
        yield from parrafo(self.titulo, ancho, estilo="titulo")
        modificada = f"La modificaron: {'; '.join(self.modificada_por)}." if self.modificada_por else ""
        for texto in (self.asunto, f"La norma {self.vigencia}.", modificada, self.notas):
            if texto:
                yield from parrafo(texto, ancho)
        if self.versiones:
            yield VACIO
            yield from parrafo("Versiones", ancho, estilo="titulo")
            for version in self.versiones:
                yield from _version(version, ancho)
        yield VACIO
        fecha = escribir_fecha(date.fromisoformat(self.fecha))
        yield from parrafo(f"Qué pide (en gris, lo que no rige el {fecha})", ancho, estilo="titulo")
        if not self.exigencias:
            yield from parrafo("El registro no tiene exigencias de esta cita.", ancho, 2, estilo="aviso")
        for exigencia in self.exigencias:
            yield from exigencia.a_consola(ancho)
        if self.exigencias:
            yield VACIO
            for frase in self.cuenta.frases():
                yield from parrafo(frase, ancho)


def _version(v: VersionInformada, ancho: int) -> Iterator[Renglon]:
    yield from parrafo(f"{v.cita}: {v.asunto}", ancho, 2, estilo="" if v.rige else "tenue")
    partes = (f"{v.vigencia}{v.origen}{v.final}.", v.resumen)
    for texto in partes:
        if texto:
            yield from parrafo(texto[0].upper() + texto[1:], ancho, 4)
    if v.pasa_a:
        yield from parrafo(f"Hoy: {'; '.join(v.pasa_a)}.", ancho, 4)
    if v.verificacion != "texto":
        yield from parrafo(f"Verificado en: {v.verificacion}.", ancho, 4)
    if v.dudas:
        yield from parrafo(f"Dudas: {v.dudas}", ancho, 4)


class NormaListada(Parte):
    """Una norma del registro y cuántas exigencias la citan."""

    id: str
    titulo: str
    asunto: str
    vigencia: str
    exigencias: int


def listar_normas(registro: Registro) -> tuple[NormaListada, ...]:
    """Devuelve las normas del registro, de la más citada a la menos."""
    normas = (
        NormaListada(
            id=n.id,
            titulo=n.titulo,
            asunto=n.asunto,
            vigencia=escribir_vigencia(n.rige_desde, n.hasta),
            exigencias=len(registro.requisitos_de(n.id)),
        )
        for n in registro.normas
    )
    return tuple(sorted(normas, key=lambda n: (-n.exigencias, n.id)))


def normas_a_consola(normas: tuple[NormaListada, ...], ancho: int = 100) -> Iterator[Renglon]:
    """Devuelve los renglones de la lista de normas."""
    for n in normas:
        cuantas = f"{n.exigencias} exigencia{'' if n.exigencias == 1 else 's'}"
        yield from parrafo(f"{n.titulo} ({cuantas})", ancho, estilo="titulo")
        yield from parrafo(f"{n.asunto}; {n.vigencia}." if n.asunto else f"{n.vigencia}.", ancho, 4)


# -- entender lo que se pregunta -------------------------------------------------------------------


def entender(texto: str, saber: Saber) -> Lectura[Consulta]:
    """Devuelve qué norma y artículo se piden. Diagnósticos: PLO-N241 (no se halló la norma)."""
    if not texto.strip():
        return Lectura(Consulta())
    menciones = hallar(texto)
    if len(menciones) == 1:
        hallada = _de_la_mencion(menciones[0], saber)
        if hallada is not None:
            return Lectura(hallada)
    if not menciones:
        por_nombre = _por_titulo(texto, saber.registro)
        if por_nombre is not None:
            return Lectura(Consulta(por_nombre))
    titulos = {n.titulo for n in saber.registro.normas} | {n.id for n in saber.registro.normas}
    ayuda = quiza(texto, titulos) or "escríbala así: `Ley 388 de 1997, artículo 12`"
    return Lectura(None, (Diagnostico("PLO-N241", f"no se halló la norma de `{texto}`", ayuda=ayuda),))


def _de_la_mencion(m: Mencion, saber: Saber) -> Consulta | None:
    norma = None if m.norma is None else saber.indice.buscar(m.norma)
    if m.norma is None and "." in m.articulo:
        posibles = saber.donde_existe(m.articulo)
        norma = saber.registro.norma(posibles[0].norma) if len(posibles) == 1 else None
    if norma is None:
        return None
    return Consulta(norma, m.articulo, m.numeral, m.literal, m.inciso, m.paragrafo)


def _por_titulo(texto: str, registro: Registro) -> Norma | None:
    pedido = plegar(texto).strip()
    exactas = [n for n in registro.normas if pedido in {n.id, plegar(n.titulo)}]
    posibles = exactas or [n for n in registro.normas if pedido in plegar(n.titulo)]
    return posibles[0] if len(posibles) == 1 else None


# -- responder -------------------------------------------------------------------------------------


def tabla_de(
    consulta: Consulta, registro: Registro, reglas: dict[str, tuple[str, ...]], fecha: date
) -> TablaNormativa:
    """Devuelve las exigencias que caen en la consulta, en orden de norma, artículo e id."""
    return tabular(_exigencias(consulta, registro), registro, reglas, fecha)


def pagina_de(
    consulta: Consulta, saber: Saber, reglas: dict[str, tuple[str, ...]], fecha: date
) -> PaginaDeNorma:
    """Devuelve la página de la norma o del artículo; la consulta nombra una norma."""
    norma = consulta.norma
    assert norma is not None
    tabla = tabla_de(consulta, saber.registro, reglas, fecha)
    pedida = Cita(
        norma=norma.id,
        titulo=norma.titulo,
        articulo=consulta.articulo,
        numeral=consulta.numeral,
        literal=consulta.literal,
        inciso=consulta.inciso,
        paragrafo=consulta.paragrafo,
    )
    return PaginaDeNorma(
        titulo=pedida.texto(),
        asunto=norma.asunto,
        vigencia=escribir_vigencia(norma.rige_desde, norma.hasta),
        modificada_por=tuple(
            n.titulo
            for n in sorted(map(saber.registro.norma, norma.modificada_por), key=lambda n: n.rige_desde)
        ),
        notas=norma.notas,
        fecha=fecha.isoformat(),
        versiones=tuple(_versiones(consulta, saber, norma, fecha)),
        exigencias=tabla.exigencias,
        cuenta=tabla.cuenta,
    )


def _exigencias(consulta: Consulta, registro: Registro) -> list[Requisito]:
    propias = [r for r in registro.requisitos if any(consulta.abarca(c) for c in r.citas)]
    return sorted(propias, key=lambda r: (r.cita.norma, _numeros(r.cita.articulo), r.cita.numeral, r.id))


def _numeros(articulo: str) -> tuple[int, ...]:
    return tuple(int(n) for n in articulo.split(".") if n.isdecimal())


def _versiones(consulta: Consulta, saber: Saber, norma: Norma, fecha: date) -> Iterator[VersionInformada]:
    articulado = saber.articulado(norma.id)
    if articulado is None:
        return
    articulos = (
        articulado.de(consulta.articulo) if consulta.articulo else _que_cambiaron(articulado.articulos)
    )
    for articulo in articulos:
        for version in articulo.versiones:
            yield _informar(articulo, version, saber, norma, fecha)


def _que_cambiaron(articulos: tuple[Articulo, ...]) -> tuple[Articulo, ...]:
    """De una norma entera se muestran solo los artículos que han cambiado."""
    return tuple(a for a in articulos if len(a.versiones) > 1 or a.versiones[0].fin)


def _informar(articulo: Articulo, v: Version, saber: Saber, norma: Norma, fecha: date) -> VersionInformada:
    por = f", por {saber.registro.citar(v.por)}" if v.por else ""
    final = v.fin_sentencia or (saber.registro.citar(v.fin_por) if v.fin_por else "")
    return VersionInformada(
        cita=articulo.cita(norma.id).partes(),
        vigencia=escribir_vigencia(v.desde, v.hasta),
        rige=v.rige_en(fecha),
        asunto=v.asunto,
        resumen=v.resumen,
        origen=por,
        final=f"; {v.fin}" + (f" por {final}" if final else "") if v.fin else "",
        pasa_a=saber.escribir(v.pasa_a),
        verificacion=v.verificacion,
        dudas=v.dudas,
    )

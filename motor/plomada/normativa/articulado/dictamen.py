"""Dice de una cita hallada en un texto si existía y regía a una fecha, y cuál es la cita de hoy.

Entra: Mencion, lo que se sabe de las normas y la fecha. Sale: Dictamen. Es pura.
No hace: juzgar si lo que el texto afirma es lo que la norma dice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from plomada.normativa.articulado.menciones import Mencion
from plomada.normativa.articulado.nombres import Indice
from plomada.normativa.articulado.versiones import Articulado, Articulo, Version
from plomada.normativa.citas import Cita, Norma
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista


class Estado(StrEnum):
    """Lo que se puede decir de una cita, de lo que pide corrección a lo que no."""

    DESACTUALIZADA = "desactualizada"
    NO_EXISTE = "no existe"
    NO_REGIA = "todavía no regía"
    DUDOSA = "mismo número, otro contenido"
    SIN_COMPROBAR = "sin comprobar"
    FUERA_DEL_REGISTRO = "norma fuera del registro"
    SIN_NORMA = "no dice de qué norma"
    CORRECTA = "correcta"
    PROPIA = "del propio documento"


@dataclass(frozen=True, slots=True)
class Dictamen:
    """Lo que se concluye de una cita.

    `cita` es como se lee con el título del registro; `frase` lo explica; `de_hoy` son las citas que
    corresponden a lo que el texto citaba; `matiz`, lo que conviene saber aunque la cita sirva.
    """

    estado: Estado
    cita: str
    frase: str
    de_hoy: tuple[str, ...] = ()
    matiz: str = ""


@dataclass(frozen=True)
class Saber:
    """Todo lo que se sabe de las normas, listo para consultarse muchas veces."""

    registro: Registro
    articulados: tuple[Articulado, ...]
    indice: Indice = field(init=False)
    _por_norma: dict[str, Articulado] = field(init=False)

    def __post_init__(self) -> None:
        """Arma los índices."""
        object.__setattr__(self, "indice", Indice(self.registro.normas))
        object.__setattr__(self, "_por_norma", {a.norma: a for a in self.articulados})

    def articulado(self, norma: str) -> Articulado | None:
        """Devuelve los artículos de la norma, si se conocen."""
        return self._por_norma.get(norma)

    def escribir(self, citas: Iterable[Cita]) -> tuple[str, ...]:
        """Escribe las citas completas."""
        return tuple(self.registro.citar(c) for c in citas)

    def donde_existe(self, articulo: str, excepto: str = "") -> tuple[Articulado, ...]:
        """Devuelve las normas de numeración compuesta que describen ese artículo."""
        return tuple(a for a in self.articulados if "." in articulo and a.norma != excepto and a.de(articulo))


def dictaminar(m: Mencion, saber: Saber, fecha: date) -> Dictamen:
    """Devuelve lo que se puede decir de la cita a esa fecha."""
    if m.origen == "propia":
        return Dictamen(Estado.PROPIA, f"artículo {m.articulo}", "Es un artículo del propio documento.")
    if m.norma is None:
        return _sin_norma(m, saber, fecha)
    norma = saber.indice.buscar(m.norma)
    if norma is None:
        return _desconocida(m)
    if not m.articulo:
        return _norma_entera(norma, saber, fecha)
    return _articulo(m, norma, saber, fecha)


def _sin_norma(m: Mencion, saber: Saber, fecha: date) -> Dictamen:
    posibles = saber.donde_existe(m.articulo)
    if len(posibles) == 1:
        norma = saber.registro.norma(posibles[0].norma)
        hallado = _articulo(m, norma, saber, fecha)
        aviso = f"El texto no nombra la norma: por su número es del {norma.titulo}."
        return Dictamen(
            hallado.estado, hallado.cita, f"{aviso} {hallado.frase}", hallado.de_hoy, hallado.matiz
        )
    frase = "El texto no dice de qué norma es este artículo, o no se pudo saber. Compruébelo a mano."
    return Dictamen(Estado.SIN_NORMA, f"artículo {m.articulo}", frase)


def _desconocida(m: Mencion) -> Dictamen:
    cita = Cita(norma="", titulo=str(m.norma), **_partes(m)).texto()
    if m.norma is not None and m.norma.local:
        frase = "Es una norma de una entidad territorial; el registro no las tiene."
    elif m.norma is not None and m.norma.numero and not m.norma.anio:
        frase = "El texto no dice el año y con ese número no hay una sola norma en el registro."
    else:
        frase = "El registro no tiene esta norma, así que no se puede decir si regía."
    return Dictamen(Estado.FUERA_DEL_REGISTRO, cita, frase)


def _partes(m: Mencion) -> dict[str, str]:
    return {
        "articulo": m.articulo,
        "numeral": m.numeral,
        "literal": m.literal,
        "inciso": m.inciso,
        "paragrafo": m.paragrafo,
    }


def _norma_entera(norma: Norma, saber: Saber, fecha: date) -> Dictamen:
    if fecha < norma.rige_desde:
        return _no_regia(norma.titulo, norma.rige_desde)
    if norma.hasta is not None and norma.hasta < fecha:
        frase = f"Dejó de regir el {escribir_fecha(norma.hasta)}. {norma.notas}".rstrip()
        return Dictamen(Estado.DESACTUALIZADA, norma.titulo, frase, _en_la_que_siguio(norma, saber))
    cambios = [saber.registro.norma(n) for n in norma.modificada_por]
    previos = [n.titulo for n in cambios if n.rige_desde <= fecha]
    matiz = f"Modificada a esa fecha por {en_lista(previos)}." if previos else ""
    return Dictamen(
        Estado.CORRECTA, norma.titulo, f"Rige desde el {escribir_fecha(norma.rige_desde)}.", matiz=matiz
    )


def _en_la_que_siguio(norma: Norma, saber: Saber) -> tuple[str, ...]:
    articulado = saber.articulado(norma.id)
    destinos = [c for a in articulado.articulos for c in a.versiones[-1].pasa_a] if articulado else []
    return tuple(dict.fromkeys(saber.registro.norma(c.norma).titulo for c in destinos))


def _no_regia(cita: str, desde: date) -> Dictamen:
    return Dictamen(Estado.NO_REGIA, cita, f"Empezó a regir el {escribir_fecha(desde)}, después de la fecha.")


# -- un artículo de una norma conocida -------------------------------------------------------------


def _articulo(m: Mencion, norma: Norma, saber: Saber, fecha: date) -> Dictamen:
    cita = Cita(norma=norma.id, titulo=norma.titulo, **_partes(m)).texto()
    articulado = saber.articulado(norma.id)
    existe = None if articulado is None else articulado.existe(m.articulo)
    if not existe:
        ajena = _en_otra_norma(m, norma, saber, fecha)
        if ajena is not None:
            return ajena
    if existe is False:
        return Dictamen(Estado.NO_EXISTE, cita, _no_figura(norma, articulado))
    if fecha < norma.rige_desde:
        return _no_regia(cita, norma.rige_desde)
    if articulado is None or existe is None:
        return _sin_detalle(cita, norma, fecha)
    if not articulado.de(m.articulo):
        return _sin_cambio_conocido(cita, norma, fecha)
    return _por_version(cita, _elegir(articulado.de(m.articulo), m), norma, saber, fecha)


def _no_figura(norma: Norma, articulado: Articulado | None) -> str:
    parte = f" que empiezan por {articulado.parte}" if articulado and articulado.parte else ""
    return (
        f"No está entre los artículos de {norma.titulo}{parte}, ni entre los que ha tenido: revise el número."
    )


def _en_otra_norma(m: Mencion, norma: Norma, saber: Saber, fecha: date) -> Dictamen | None:
    """Busca el artículo en la norma que esta modificó: el número es correcto y la norma, imprecisa."""
    for otro in saber.donde_existe(m.articulo, norma.id):
        duenia = saber.registro.norma(otro.norma)
        if norma.id not in duenia.modificada_por:
            continue
        hallado = _articulo(m, duenia, saber, fecha)
        matiz = (
            f"El texto lo atribuye a {norma.titulo}, que modificó el {duenia.titulo}: "
            "el número es de este último."
        )
        return Dictamen(
            hallado.estado, hallado.cita, hallado.frase, hallado.de_hoy, f"{matiz} {hallado.matiz}".rstrip()
        )
    return None


def _sin_detalle(cita: str, norma: Norma, fecha: date) -> Dictamen:
    if norma.hasta is not None and norma.hasta < fecha:
        frase = f"La norma dejó de regir el {escribir_fecha(norma.hasta)}. {norma.notas}".rstrip()
        return Dictamen(Estado.DESACTUALIZADA, cita, frase)
    frase = "La norma regía a esa fecha, pero el registro no tiene este artículo: no se sabe si cambió."
    return Dictamen(Estado.SIN_COMPROBAR, cita, frase)


def _sin_cambio_conocido(cita: str, norma: Norma, fecha: date) -> Dictamen:
    if norma.hasta is not None and norma.hasta < fecha:
        return _sin_detalle(cita, norma, fecha)
    frase = "El artículo existe y no se le conoce cambio desde que la norma rige."
    return Dictamen(Estado.CORRECTA, cita, frase)


def _elegir(articulos: tuple[Articulo, ...], m: Mencion) -> Articulo:
    """Devuelve el trozo que se cita o, si no se sigue aparte, el artículo entero."""
    pedido = (m.numeral, m.literal, m.inciso, m.paragrafo)
    exacto = next((a for a in articulos if (a.numeral, a.literal, a.inciso, a.paragrafo) == pedido), None)
    return exacto or next((a for a in articulos if a.es_entero), articulos[0])


def _por_version(cita: str, articulo: Articulo, norma: Norma, saber: Saber, fecha: date) -> Dictamen:
    vigente = articulo.en(fecha)
    if vigente is not None:
        return _vigente(cita, articulo, vigente, saber)
    previas = [v for v in articulo.versiones if v.desde <= fecha]
    if not previas:
        return _no_regia(cita, articulo.versiones[0].desde)
    return _terminada(cita, previas[-1], saber)


def _vigente(cita: str, articulo: Articulo, v: Version, saber: Saber) -> Dictamen:
    otras = [x for x in articulo.versiones if x.desde < v.desde and _cambio_de_contenido(x, v)]
    matiz = _de_memoria(v)
    if v.hasta is not None:
        matiz = f"Ese texto {_como_termino(v, saber)}. {matiz}".rstrip()
    if otras:
        antes = otras[-1]
        hasta = escribir_fecha(antes.hasta) if antes.hasta else ""
        frase = (
            f"Ese número trata de «{v.asunto}» desde el {escribir_fecha(v.desde)}; hasta el {hasta} "
            f"trataba de «{antes.asunto}». Compruebe de cuál de los dos habla el texto."
        )
        return Dictamen(Estado.DUDOSA, cita, frase, saber.escribir(antes.pasa_a), matiz)
    frase = f"Rige desde el {escribir_fecha(v.desde)}: {v.asunto}."
    if len(articulo.versiones) > 1:
        numero = articulo.versiones.index(v) + 1
        frase += f" Es la versión {numero} de {len(articulo.versiones)} que se le conocen."
    return Dictamen(Estado.CORRECTA, cita, frase, saber.escribir(v.pasa_a), matiz)


def _cambio_de_contenido(antes: Version, ahora: Version) -> bool:
    """Dice si el número pasó a tratar de otra cosa, y no solo a decir lo mismo con otro texto."""
    return antes.fin == "renumerado" or (antes.fin == "sustituido" and antes.asunto != ahora.asunto)


def _terminada(cita: str, v: Version, saber: Saber) -> Dictamen:
    frase = f"Trataba de «{v.asunto}» y {_como_termino(v, saber)}."
    return Dictamen(Estado.DESACTUALIZADA, cita, frase, saber.escribir(v.pasa_a), _de_memoria(v))


_TERMINOS = {
    "sustituido": "lo sustituyó otro texto",
    "derogado": "fue derogado",
    "inexequible": "fue declarado inexequible",
    "renumerado": "cambió de número",
    "compilado": "pasó a un decreto único",
    "modificado": "fue modificado",
}


def _como_termino(v: Version, saber: Saber) -> str:
    que = _TERMINOS[v.fin] if v.fin else "dejó de regir"
    por = v.fin_sentencia or (saber.registro.citar(v.fin_por) if v.fin_por else "")
    cuando = f"; rigió hasta el {escribir_fecha(v.hasta)}" if v.hasta else ""
    return que + (f" ({por})" if por else "") + cuando


def _de_memoria(v: Version) -> str:
    partes = []
    if v.verificacion == "memoria":
        partes.append("El número o la correspondencia se conoce de memoria: compruébelo en el texto oficial.")
    if v.dudas:
        partes.append(v.dudas)
    return " ".join(partes)

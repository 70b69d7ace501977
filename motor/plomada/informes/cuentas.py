"""Las cuentas de un informe: se hacen una vez, sobre todo lo evaluado, y todos los formatos las copian."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from pydantic import Field

from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.citas import Citador
from plomada.informes.partes import (
    Automatizacion,
    Conteo,
    Parte,
    ReglaInformada,
    RequisitoPendiente,
    SinRevisar,
    Totales,
)
from plomada.informes.suficiencia import ContenidoInformado
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import SIN_REVISAR, Requisito

_PENDIENTES = (Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO)
_SIN_EXPLICACION = "Lo decide una persona: la herramienta pregunta y registra la respuesta."


def contar(veredictos: Iterable[Veredicto]) -> Conteo:
    """Cuenta veredictos.

    >>> contar([Veredicto.CUMPLE, Veredicto.ERROR]).total
    2
    """
    cuenta = Counter(veredictos)
    return Conteo(total=cuenta.total(), **{v.value.replace(" ", "_"): cuenta[v] for v in Veredicto})


def totalizar(reglas: Sequence[ReglaInformada]) -> Totales:
    """Cuenta todas las reglas evaluadas."""
    cumplen = Counter(r.matiz for r in reglas if r.veredicto is Veredicto.CUMPLE)
    fallan = Counter(r.fuerza for r in reglas if r.veredicto is Veredicto.NO_CUMPLE)
    return Totales(
        reglas=contar(r.veredicto for r in reglas),
        hallazgos=contar(h.veredicto for r in reglas for h in r.hallazgos),
        cumple_con_lo_descrito=cumplen.total() - cumplen["declarado"] - cumplen["por juicio"],
        cumple_declarado=cumplen["declarado"],
        cumple_por_juicio=cumplen["por juicio"],
        requerimientos=fallan["debe"],
        recomendaciones=fallan["deberia"],
        informativos=fallan["informa"],
        pendientes_obligatorios=sum(r.fuerza == "debe" and r.veredicto in _PENDIENTES for r in reglas),
    )


def estados(registro: Registro, citador: Citador, fecha: date) -> Automatizacion:
    """Dice en qué estado está cada requisito del registro y qué quedó sin automatizar."""
    cuenta = Counter(r.estado for r in registro.requisitos)
    return Automatizacion(
        requisitos=len(registro.requisitos),
        automatica=cuenta["automática"],
        parcial=cuenta["parcial"],
        juicio_experto=cuenta["juicio experto"],
        fuera_de_alcance=cuenta["fuera de alcance"],
        pendientes=tuple(
            RequisitoPendiente(
                id=r.id,
                cita=citador.cita(r, fecha),
                pide=r.parafrasis,
                estado=r.estado,
                explicacion=_explicar_estado(r),
            )
            for r in registro.requisitos
            if r.estado != "automática"
        ),
    )


def _explicar_estado(r: Requisito) -> str:
    if r.estado == "parcial":
        return r.sesgo
    return r.motivo or _SIN_EXPLICACION


def sin_revisar(fichas: Sequence[FichaDeRegla], registro: Registro) -> SinRevisar:
    """Cuenta las reglas y los requisitos que ningún jurista ha revisado."""
    return SinRevisar(
        reglas=sum(f.revisado_por == SIN_REVISAR for f in fichas),
        de_reglas=len(fichas),
        requisitos=sum(not r.esta_revisado for r in registro.requisitos),
        de_requisitos=len(registro.requisitos),
    )


# -- por norma y por componente ---------------------------------------------------------------------


class NormaCubierta(Parte):
    """Una fila de la cobertura normativa; los cuatro estados suman `requisitos`."""

    norma: str
    titulo: str
    requisitos: int
    automatica: int
    parcial: int
    juicio_experto: int
    fuera_de_alcance: int


class ComponenteSuficiente(Parte):
    """Cuántos contenidos de un componente hay de cada veredicto."""

    componente: str
    contenidos: Conteo = Field(
        description="Contenidos exigibles, cada uno con el peor veredicto de sus reglas"
    )


def armar_cobertura(registro: Registro, fecha: date) -> tuple[NormaCubierta, ...]:
    """Devuelve una fila por norma citada; cada requisito cuenta en la norma que regía a la fecha."""
    por_norma: dict[str, list[Requisito]] = {}
    for r in registro.requisitos:
        por_norma.setdefault(registro.cita_en(r, fecha).norma, []).append(r)
    titulos = {n.id: n.titulo for n in registro.normas}
    filas = (_fila(norma, titulos[norma], suyos) for norma, suyos in por_norma.items())
    return tuple(sorted(filas, key=lambda f: (-f.requisitos, f.titulo, f.norma)))


def _fila(norma: str, titulo: str, suyos: Sequence[Requisito]) -> NormaCubierta:
    estados = [r.estado for r in suyos]
    return NormaCubierta(
        norma=norma,
        titulo=titulo,
        requisitos=len(estados),
        automatica=estados.count("automática"),
        parcial=estados.count("parcial"),
        juicio_experto=estados.count("juicio experto"),
        fuera_de_alcance=estados.count("fuera de alcance"),
    )


def contar_por_componente(contenidos: Iterable[ContenidoInformado]) -> tuple[ComponenteSuficiente, ...]:
    """Devuelve la cuenta de cada componente, en el orden en que aparecen."""
    grupos: dict[str, list[ContenidoInformado]] = {}
    for c in contenidos:
        grupos.setdefault(c.componente, []).append(c)
    return tuple(
        ComponenteSuficiente(componente=nombre, contenidos=contar(c.veredicto for c in suyos))
        for nombre, suyos in grupos.items()
    )

"""Busca cada contenido exigible en los documentos leídos y arma lo que se guarda en `lectura.yaml`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plomada.evidencia.busqueda import Consulta, Indice, Propuesta, consulta_de, indizar
from plomada.evidencia.comprobar import Entregado
from plomada.evidencia.formatos import (
    ContenidoPropuesto,
    DocumentoLeido,
    LecturaDeEntrega,
    PasajePropuesto,
    limpiar,
)
from plomada.evidencia.palabras import Raices
from plomada.evidencia.pasajes import pasajes_de
from plomada.normativa.contenidos import ContenidoExigible

Progreso = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class DeQuien:
    """De qué trámite es la lectura: de él depende qué contenidos se buscan."""

    clase: str
    tramite: str
    fecha: str


def proponer(
    entregados: Sequence[Entregado],
    contenidos: Sequence[ContenidoExigible],
    de_quien: DeQuien,
    progreso: Progreso = lambda hechas, total: None,
) -> LecturaDeEntrega:
    """Devuelve, por contenido y en el orden del plan, los pasajes donde podría estar."""
    raices = Raices()
    consultas = [consulta_de(c, raices) for c in contenidos]
    legibles = [(n, e.documento) for n, e in enumerate(entregados) if e.documento is not None]
    pasajes = [p for n, documento in legibles for p in pasajes_de(documento, n)]
    indice = indizar(pasajes, consultas, raices)
    propuestos = []
    for hechas, (contenido, consulta) in enumerate(zip(contenidos, consultas, strict=True), start=1):
        propuestos.append(_propuesto(contenido, consulta, indice, entregados))
        progreso(hechas, len(contenidos))
    return LecturaDeEntrega(
        clase=de_quien.clase,
        tramite=de_quien.tramite,
        fecha=de_quien.fecha,
        documentos=tuple(_leido(e) for e in entregados if e.documento is not None),
        contenidos=tuple(propuestos),
    )


def _propuesto(
    contenido: ContenidoExigible, consulta: Consulta, indice: Indice, entregados: Sequence[Entregado]
) -> ContenidoPropuesto:
    return ContenidoPropuesto(
        id=contenido.id,
        titulo=contenido.titulo,
        donde=contenido.donde,
        pasajes=tuple(_pasaje(p, entregados[p.documento]) for p in indice.buscar(consulta)),
    )


def _pasaje(p: Propuesta, entregado: Entregado) -> PasajePropuesto:
    documento = entregado.documento
    assert documento is not None
    return PasajePropuesto(
        archivo=entregado.archivo,
        documento=entregado.id,
        unidad=documento.unidad,
        numero=p.numero,
        puntaje=p.puntaje,
        fragmento=limpiar(p.fragmento),
    )


def _leido(e: Entregado) -> DocumentoLeido:
    documento = e.documento
    assert documento is not None
    return DocumentoLeido(
        archivo=e.archivo,
        documento=e.id,
        huella=e.huella,
        unidad=documento.unidad,
        cuantos=len(documento.trozos),
        sin_texto=documento.vacias if documento.unidad == "página" else (),
    )

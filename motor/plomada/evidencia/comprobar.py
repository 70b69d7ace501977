"""Comprueba cada evidencia del plan contra el documento que cita.

Entra: el plan, los documentos de la entrega y lo que se comprobó la vez anterior. Sale: el estado de cada
evidencia. No hace: cambiar el plan, ni dar por comprobado lo que solo dice una página.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.formatos import (
    Comprobacion,
    DocumentoLeido,
    EstadoDeComprobacion,
    EvidenciaComprobada,
)
from plomada.evidencia.parecido import Paginas, es_prueba, paginas_de
from plomada.evidencia.recorrido import Clave, clave_de, evidencias_de
from plomada.modelo.plan import Plan

Progreso = Callable[[int, int], None]


@dataclass(frozen=True)
class Entregado:
    """Un documento del plan frente a su archivo.

    `huella` está aunque su texto no se pueda leer, y vacía si el archivo no está; `declarada` es la que el
    plan dice que debe tener.
    """

    id: str
    archivo: str = ""
    huella: str = ""
    declarada: str = ""
    documento: Documento | None = None

    @cached_property
    def paginas(self) -> Paginas:
        """Devuelve sus páginas listas para buscar citas."""
        return paginas_de(self.documento.trozos if self.documento is not None else ())

    @property
    def es_otro(self) -> bool:
        """Dice si el archivo no es el que el plan declara."""
        return bool(self.declarada) and self.declarada.strip().lower() != self.huella


def comprobar(
    plan: Plan,
    entregados: Mapping[str, Entregado],
    anterior: Comprobacion | None = None,
    progreso: Progreso = lambda hechas, total: None,
) -> Comprobacion:
    """Devuelve el estado de cada evidencia del plan, en su orden."""
    previas = {(p.ruta, p.documento, p.pagina, p.cita): p for p in anterior.evidencias} if anterior else {}
    todas = list(evidencias_de(plan))
    hechas = []
    for n, (ruta, evidencia) in enumerate(todas, start=1):
        clave = clave_de(ruta, evidencia)
        hechas.append(_una(clave, entregados.get(clave[1]), previas.get(clave)))
        progreso(n, len(todas))
    leidos = tuple(_leido(e) for e in entregados.values() if e.huella)
    return Comprobacion(documentos=leidos, evidencias=tuple(hechas))


def _leido(e: Entregado) -> DocumentoLeido:
    documento = e.documento
    return DocumentoLeido(
        archivo=e.archivo,
        documento=e.id,
        huella=e.huella,
        unidad=documento.unidad if documento else "",
        cuantos=len(documento.trozos) if documento else 0,
    )


def _una(
    clave: Clave, entregado: Entregado | None, previa: EvidenciaComprobada | None
) -> EvidenciaComprobada:
    ruta, documento, pagina, cita = clave
    estado, hallada, parecido = _estado(pagina, cita, documento, entregado)
    leido = entregado.documento if entregado else None
    return EvidenciaComprobada(
        ruta=ruta,
        documento=documento,
        pagina=pagina,
        cita=cita,
        estado=estado,
        hallada=hallada,
        parecido=parecido,
        unidad=leido.unidad if leido else "",
        huella=entregado.huella if entregado else "",
        antes=_antes(previa, entregado, hallada),
    )


def _antes(
    previa: EvidenciaComprobada | None, entregado: Entregado | None, hallada: int | None
) -> int | None:
    """Devuelve dónde estaba la cita si el documento cambió y ella se movió o ya no está."""
    if previa is None or entregado is None:
        return None
    if entregado.huella == previa.huella:
        return previa.antes
    return previa.hallada if previa.hallada != hallada else None


_Resultado = tuple[EstadoDeComprobacion, int | None, float | None]


def _estado(pagina: int | None, cita: str, documento: str, entregado: Entregado | None) -> _Resultado:
    if not documento:
        return EstadoDeComprobacion.SIN_UBICAR, None, None
    if entregado is None or not entregado.huella:
        return EstadoDeComprobacion.SIN_ARCHIVO, None, None
    if entregado.es_otro:
        return EstadoDeComprobacion.OTRO_DOCUMENTO, None, None
    if entregado.documento is None:
        return EstadoDeComprobacion.ILEGIBLE, None, None
    return _en_el_texto(pagina, cita, entregado)


def _en_el_texto(pagina: int | None, cita: str, entregado: Entregado) -> _Resultado:
    documento = entregado.documento
    assert documento is not None
    con_paginas = documento.unidad == "página"
    existe = pagina is None or not con_paginas or 1 <= pagina <= len(documento.trozos)
    ubicada = None
    if es_prueba(cita):
        ubicada = entregado.paginas.ubicar(cita, pagina if con_paginas else None)
    if ubicada is not None:
        en_su_lugar = pagina is None or not con_paginas or ubicada.numero == pagina
        estado = EstadoDeComprobacion.COMPROBADA if en_su_lugar else EstadoDeComprobacion.OTRA_PAGINA
        return estado, ubicada.numero, ubicada.parecido
    if not existe:
        return EstadoDeComprobacion.PAGINA_INEXISTENTE, None, None
    return _sin_ubicacion(pagina, cita, documento), None, None


def _sin_ubicacion(pagina: int | None, cita: str, documento: Documento) -> EstadoDeComprobacion:
    """Dice por qué una cita no se halló; en una página sin texto no se sabe, y no es que no esté."""
    con_paginas = documento.unidad == "página"
    if pagina is not None and con_paginas and not documento.trozos[pagina - 1].strip():
        return EstadoDeComprobacion.ILEGIBLE
    if not cita:
        return EstadoDeComprobacion.SOLO_PAGINA if con_paginas and pagina else EstadoDeComprobacion.SIN_UBICAR
    if not es_prueba(cita):
        return EstadoDeComprobacion.CITA_CORTA
    if pagina is None and any(not t.strip() for t in documento.trozos) and con_paginas:
        return EstadoDeComprobacion.ILEGIBLE
    return EstadoDeComprobacion.NO_HALLADA

"""Lleva al plan lo que se leyó y se comprobó, sin que nada leído por la máquina cuente como incluido.

Función pura: del plan, lo guardado y las huellas de hoy al plan con que se evalúa. Nunca mejora un veredicto
por una propuesta: un contenido propuesto queda por confirmar, y donde una persona dijo que ya lo revisó todo
no se propone nada.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.evidencia.formatos import (
    COMPROBACION,
    LECTURA,
    Comprobacion,
    ContenidoPropuesto,
    EstadoDeComprobacion,
    EvidenciaComprobada,
    LecturaDeEntrega,
)
from plomada.evidencia.recorrido import clave_de, con_evidencias
from plomada.modelo.bloques.encabezado import Contenido
from plomada.modelo.elementos import Evidencia
from plomada.modelo.opciones import BloqueDelPlan, EstadoDeContenido, EstadoDeEvidencia
from plomada.modelo.plan import Plan
from plomada.normativa.contenidos import TIPO_DE_DOCUMENTO

_PRUEBAN = frozenset({EstadoDeComprobacion.COMPROBADA})
_DESMIENTEN = frozenset(
    {
        EstadoDeComprobacion.NO_HALLADA,
        EstadoDeComprobacion.PAGINA_INEXISTENTE,
        EstadoDeComprobacion.OTRA_PAGINA,
    }
)
_DE_PERSONA = frozenset({EstadoDeEvidencia.POR_CONFIRMAR, EstadoDeEvidencia.NO_HALLADA})


@dataclass(frozen=True, slots=True)
class Aplicado:
    """El plan con lo leído y lo comprobado, los contenidos que se agregaron y lo que conviene saber."""

    plan: Plan
    agregados: tuple[str, ...] = ()
    avisos: tuple[Diagnostico, ...] = ()


def aplicar(
    plan: Plan,
    lectura: LecturaDeEntrega | None,
    comprobacion: Comprobacion | None,
    huellas: Mapping[str, str],
) -> Aplicado:
    """Devuelve el plan con las propuestas por confirmar y el estado comprobado de sus evidencias.

    `huellas` lleva del id de cada documento del plan a su SHA-256 de hoy; el que falta no tiene archivo.
    Diagnósticos: PLO-L156 a PLO-L159.
    """
    avisos: list[Diagnostico] = []
    nuevo = _comprobado(plan, comprobacion, huellas, avisos) if comprobacion else plan
    agregados = _propuestos(plan, lectura, avisos) if lectura else {}
    if agregados:
        juntos = MappingProxyType({**nuevo.contenidos, **agregados})
        nuevo = nuevo.model_copy(update={"contenidos": juntos})
    return Aplicado(nuevo, tuple(agregados), tuple(avisos))


# -- lo comprobado ---------------------------------------------------------------------------------


def _comprobado(
    plan: Plan, comprobacion: Comprobacion, huellas: Mapping[str, str], avisos: list[Diagnostico]
) -> Plan:
    if not comprobacion.esta_intacto:
        mensaje = f"`{COMPROBACION}` se cambió después de comprobar: no se tiene en cuenta"
        avisos.append(_aviso("PLO-L156", mensaje, COMPROBACION, "vuelva a correr `plomada evidencia`"))
        return plan
    por_clave = {(p.ruta, p.documento, p.pagina, p.cita): p for p in comprobacion.evidencias}
    cambiados: dict[str, int] = {}
    contradichas: list[str] = []

    def cambiar(ruta: str, evidencia: Evidencia) -> Evidencia:
        hecha = por_clave.get(clave_de(ruta, evidencia))
        if hecha is None or not hecha.huella:
            return evidencia
        if huellas.get(hecha.documento) != hecha.huella:
            cambiados[hecha.documento] = cambiados.get(hecha.documento, 0) + 1
            return _sin_comprobar(evidencia)
        estado = _estado_de(evidencia, hecha)
        if evidencia.estado is EstadoDeEvidencia.COMPROBADA and estado is EstadoDeEvidencia.NO_HALLADA:
            contradichas.append(ruta)
        return evidencia if estado is evidencia.estado else evidencia.model_copy(update={"estado": estado})

    nuevo = con_evidencias(plan, cambiar)
    avisos.extend(_que_cambio(cambiados, huellas))
    for ruta in contradichas:
        mensaje = f"`{ruta}` dice `comprobada`, y la cita no está donde dice"
        avisos.append(_aviso("PLO-L158", mensaje, COMPROBACION, "corrija la página o la cita en el plan"))
    return nuevo


def _estado_de(evidencia: Evidencia, hecha: EvidenciaComprobada) -> object:
    """Devuelve el estado que le toca; lo que una persona dejó por confirmar no lo confirma la máquina."""
    if hecha.estado in _DESMIENTEN:
        return EstadoDeEvidencia.NO_HALLADA
    if hecha.estado in _PRUEBAN and evidencia.estado is not EstadoDeEvidencia.POR_CONFIRMAR:
        return EstadoDeEvidencia.COMPROBADA
    return evidencia.estado


def _sin_comprobar(evidencia: Evidencia) -> Evidencia:
    """Devuelve la evidencia como declarada; lo que una persona puso en duda sigue en duda."""
    if evidencia.estado in _DE_PERSONA or evidencia.estado in {None, EstadoDeEvidencia.DECLARADA}:
        return evidencia
    return evidencia.model_copy(update={"estado": EstadoDeEvidencia.DECLARADA})


def _que_cambio(cambiados: Mapping[str, int], huellas: Mapping[str, str]) -> Iterator[Diagnostico]:
    for documento, cuantas in sorted(cambiados.items()):
        que = "cambió" if documento in huellas else "ya no está en la carpeta o no se puede leer"
        mensaje = (
            f"el documento `{documento}` {que} desde que se comprobó: "
            f"{cuantas} evidencia{'' if cuantas == 1 else 's'} suya{'' if cuantas == 1 else 's'} "
            f"vuelve{'' if cuantas == 1 else 'n'} a ser solo declarada{'' if cuantas == 1 else 's'}"
        )
        yield _aviso("PLO-L157", mensaje, COMPROBACION, "vuelva a correr `plomada evidencia`")


# -- lo propuesto ----------------------------------------------------------------------------------


def _propuestos(plan: Plan, lectura: LecturaDeEntrega, avisos: list[Diagnostico]) -> Mapping[str, Contenido]:
    nuevos = [c for c in lectura.contenidos if c.pasajes and c.id not in plan.contenidos]
    propuestos = {c.id: _contenido(c, plan) for c in nuevos if not _ya_se_reviso(c, plan)}
    callados = len(nuevos) - len(propuestos)
    if callados:
        mensaje = (
            f"no se propone{'' if callados == 1 else 'n'} {callados} contenido{'' if callados == 1 else 's'} "
            "de la lectura: el plan dice que ya se revisó por completo donde debían constar"
        )
        ayuda = f"si alguno sí está, descríbalo en el plan: los pasajes siguen en `{LECTURA}`"
        avisos.append(_aviso("PLO-L159", mensaje, LECTURA, ayuda))
    return propuestos


def _ya_se_reviso(propuesto: ContenidoPropuesto, plan: Plan) -> bool:
    """Dice si una persona ya lo buscó y no lo halló: proponerlo borraría ese incumplimiento."""
    revisado = plan.plan.revisado
    if isinstance(revisado, tuple) and BloqueDelPlan.CONTENIDOS in revisado:
        return True
    entregados = plan.documentos if isinstance(plan.documentos, tuple) else ()
    leidos = {str(d.tipo) for d in entregados if d.revisado_completo is True}
    return all(TIPO_DE_DOCUMENTO.get(lugar, lugar) in leidos for lugar in propuesto.donde)


def _contenido(propuesto: ContenidoPropuesto, plan: Plan) -> Contenido:
    documentos = plan.documentos if isinstance(plan.documentos, tuple) else ()
    ids = {d.id for d in documentos}
    evidencia = [
        Evidencia(
            documento=p.documento if p.documento in ids else None,
            pagina=p.numero if p.documento in ids and p.unidad == "página" else None,
            cita=p.fragmento or None,
            estado=EstadoDeEvidencia.POR_CONFIRMAR,
        )
        for p in propuesto.pasajes
    ]
    return Contenido(
        estado=EstadoDeContenido.POR_CONFIRMAR,
        nota=f"propuesto por la lectura: {_lugares(propuesto)}",
        evidencia=tuple(evidencia),
    )


def _lugares(propuesto: ContenidoPropuesto) -> str:
    return "; ".join(f"{p.archivo}, {p.unidad} {p.numero} ({p.puntaje:.2f})" for p in propuesto.pasajes)


def _aviso(codigo: str, mensaje: str, archivo: str, ayuda: str) -> Diagnostico:
    return Diagnostico(codigo, mensaje, Tramo(archivo), ayuda, gravedad="advertencia")

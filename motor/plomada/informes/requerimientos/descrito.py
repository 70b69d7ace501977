"""Toma del plan los artículos que se cambian y las observaciones del acta, y del registro los plazos."""

from collections.abc import Iterator
from datetime import date

from plomada.evaluacion.calendario import leer_fecha_del_plan
from plomada.informes.requerimientos.partes import (
    ArticuloCambiado,
    LoDescrito,
    ObservacionDescrita,
    PlazoInformado,
)
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.ausencia import NoHay

PLAZOS = ("plazo-para-requerir", "plazo-para-completar")


def armar_descrito(plan: Plan | None, registro: Registro, fecha: date) -> LoDescrito:
    """Devuelve lo descrito; sin plan, solo los plazos."""
    plazos = tuple(_plazos(registro, fecha))
    if plan is None:
        return LoDescrito(plazos=plazos)
    proceso = plan.proceso
    dichas = proceso.observaciones_ambientales
    articulos = plan.plan.articulos_modificados
    return LoDescrito(
        plazos=plazos,
        articulos=tuple(
            ArticuloCambiado(
                id=a.id,
                articulo=_texto(a.articulo) or a.id,
                vigente=_texto(a.texto_vigente),
                propuesto=_texto(a.texto_propuesto),
                justificacion=_texto(a.justificacion),
                ambiental=_si_o_no(a.asunto_ambiental),
            )
            for a in (articulos if isinstance(articulos, tuple) else ())
        ),
        sin_articulos=_motivo(articulos),
        observaciones=tuple(
            ObservacionDescrita(
                id=o.id,
                asunto=_texto(o.asunto),
                norma=_texto(o.norma),
                sustento=_texto(o.sustento),
                respuesta=_texto(o.respuesta),
                acuerdo=_si_o_no(o.acuerdo),
            )
            for o in (dichas if isinstance(dichas, tuple) else ())
        ),
        sin_observaciones=_motivo(dichas),
        radicado=_fecha(plan, "radicado"),
        radicacion_completa=_fecha(plan, "radicacion_completa"),
    )


def _fecha(plan: Plan, cual: str) -> str:
    leida = leer_fecha_del_plan(plan, f"proceso.autoridad_ambiental.{cual}")
    return leida.isoformat() if isinstance(leida, date) else ""


def _plazos(registro: Registro, fecha: date) -> Iterator[PlazoInformado]:
    propios = {p.id: p for p in registro.parametros}
    for parametro in (propios[id_] for id_ in PLAZOS if id_ in propios):
        valor = parametro.en(fecha)
        if valor is None:
            yield PlazoInformado(
                titulo=parametro.titulo, valor="", cita="", nota="a esta fecha el registro no trae el término"
            )
            continue
        dudas = " ".join(t for t in (_por_verificar(valor.verificacion), valor.dudas) if t)
        yield PlazoInformado(
            titulo=parametro.titulo,
            valor=str(valor.valor),
            cita=registro.citar(valor.cita),
            nota=parametro.notas,
            reserva=dudas,
        )


def _por_verificar(verificacion: str) -> str:
    return "" if verificacion == "texto" else "Está por verificar en el texto de la norma."


def _texto(dato: object) -> str:
    if isinstance(dato, NoHay):
        return f"declarado que no hay: {dato.motivo}"
    return "" if dato is None else str(dato)


def _si_o_no(dato: object) -> str:
    return {True: "sí", False: "no"}[dato] if isinstance(dato, bool) else ""


def _motivo(lista: object) -> str:
    return lista.motivo if isinstance(lista, NoHay) else ""

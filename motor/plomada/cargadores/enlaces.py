"""Comprueba que toda referencia del plan apunte a un elemento que existe.

Una referencia rota de la cadena de fines y medios es justo lo que la articulación revisa: se avisa y el plan
se evalúa sin contarla. Cualquier otra impide leer el plan.
"""

from collections.abc import Iterable, Mapping

from plomada.cargadores.recorrido import Cita, Recorrido
from plomada.cargadores.sugerencias import Sugeridor
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo import fallas
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import tipos_citables
from plomada.modelo.plan import Plan
from plomada.valores.texto import en_lista

_CUANTOS_SE_MUESTRAN = 8
_QUIEN_CITA = ("fines.", "medios.", "programa_ejecucion.entradas")
_LO_CITADO = ("fines.", "medios.", "plan_desarrollo.")


def citas_perdidas(recorrido: Recorrido, sugeridor: Sugeridor) -> Iterable[Diagnostico]:
    """Devuelve un diagnóstico por cada referencia a un id que no está en el plan."""
    listas = tipos_citables(Plan)
    for cita in recorrido.citas:
        ids = recorrido.ids.get(cita.tipo, {})
        if cita.id and cita.id not in ids:
            yield _perdida(cita, ids, listas[cita.tipo], sugeridor)


def _perdida(cita: Cita, ids: Mapping[str, Tramo], lista: str, sugeridor: Sugeridor) -> Diagnostico:
    mensaje = f"en `{cita.ruta}`, `{recortar(cita.id)}` no existe en `{lista}`"
    ayuda = sugeridor.sugerir(cita.id, ids) or _los_que_hay(ids, lista)
    if cita.ruta.startswith(_QUIEN_CITA) and lista.startswith(_LO_CITADO):
        return Diagnostico(
            fallas.ENLACE_ROTO,
            f"{mensaje}: el enlace no se cuenta",
            cita.tramo,
            ayuda,
            gravedad="advertencia",
        )
    return Diagnostico(fallas.REFERENCIA_PERDIDA, mensaje, cita.tramo, ayuda)


def _los_que_hay(ids: Mapping[str, Tramo], lista: str) -> str:
    if not ids:
        return f"`{lista}` no describe ningún elemento: descríbalo o quite la referencia"
    if len(ids) > _CUANTOS_SE_MUESTRAN:
        return f"descríbalo en `{lista}` o corrija el id"
    return "los ids que hay son " + en_lista([f"`{i}`" for i in ids])

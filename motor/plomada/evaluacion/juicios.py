"""Las reglas que decide una persona: la respuesta vive en el plan, con autor y soporte."""

from plomada.evaluacion.aplicabilidad import Aplicable
from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.bloques.seguimiento import Juicio
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay


def responder(ficha: FichaDeRegla, como: Aplicable, plan: Plan) -> Resultado:
    """Devuelve el resultado de una `pregunta`.

    Sin respuesta, sin autor, sin soporte o con dos respuestas que no coinciden, requiere concepto.
    """
    propios = [j for j in (plan.juicios if isinstance(plan.juicios, tuple) else ()) if j.regla == ficha.id]
    if not propios:
        return _pendiente(ficha, como, "sin responder", f"{ficha.pregunta} {ficha.guia}".strip())
    if any(not _sustentado(j) for j in propios):
        return _pendiente(
            ficha, como, "sin soporte", "La respuesta no dice quién la da o en qué documento se apoya."
        )
    if len({j.respuesta for j in propios}) > 1:
        return _pendiente(ficha, como, "respuestas distintas", "Hay respuestas que no coinciden.")
    juicio = propios[-1]
    veredicto = Veredicto.CUMPLE if str(juicio.respuesta) == "cumple" else Veredicto.NO_CUMPLE
    de_quien = f"{juicio.autor}, con soporte en {juicio.soporte}"
    mensaje = f"{ficha.pregunta} Se respondió «{veredicto.value}», por juicio de {de_quien}."
    hallazgo = Hallazgo(
        regla=ficha.id,
        elemento="",
        veredicto=veredicto,
        modo=_modo(veredicto),
        mensaje=mensaje,
        subsana=ficha.subsana if veredicto is Veredicto.NO_CUMPLE else "",
        explicacion=f"Lo decidió una persona: {de_quien}. La herramienta no lo comprobó.",
    )
    return Resultado(
        regla=ficha.id,
        veredicto=veredicto,
        requisito=como.requisito.id,
        fuerza=como.fuerza,
        fecha=como.fecha.isoformat(),
        total=1,
        fallan=int(veredicto is Veredicto.NO_CUMPLE),
        por_juicio_de=de_quien,
        hallazgos=(hallazgo,),
    )


def _modo(veredicto: Veredicto) -> str:
    return "por juicio" if veredicto is Veredicto.NO_CUMPLE else ""


def _sustentado(juicio: Juicio) -> bool:
    return all(
        valor is not None and not isinstance(valor, NoHay)
        for valor in (juicio.autor, juicio.soporte, juicio.respuesta)
    )


def _pendiente(ficha: FichaDeRegla, como: Aplicable, modo: str, mensaje: str) -> Resultado:
    hallazgo = Hallazgo(
        regla=ficha.id,
        elemento="",
        veredicto=Veredicto.REQUIERE_CONCEPTO,
        modo=modo,
        mensaje=mensaje,
        subsana="Responda en el bloque `juicios` del plan, con autor y documento de soporte.",
        explicacion="Lo decide una persona: la herramienta pregunta y registra la respuesta con su soporte.",
    )
    return Resultado(
        regla=ficha.id,
        veredicto=Veredicto.REQUIERE_CONCEPTO,
        requisito=como.requisito.id,
        fuerza=como.fuerza,
        fecha=como.fecha.isoformat(),
        motivo=mensaje,
        total=1,
        hallazgos=(hallazgo,),
    )

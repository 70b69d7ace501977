"""Las reglas que decide una persona: la respuesta vive en el plan, con autor y soporte."""

from plomada.evaluacion.aplicabilidad import Aplicable
from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.bloques.seguimiento import Juicio
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay

# Qué le falta a una respuesta: el modo y el mensaje del hallazgo.
_SIN_SOPORTE = ("sin soporte", "La respuesta no dice quién la da o en qué documento se apoya.")
_DISTINTAS = ("respuestas distintas", "Hay respuestas que no coinciden.")
_LO_DECIDIO = "Lo decidió una persona: {}. La herramienta no lo comprobó."
_LO_DECIDE = "Lo decide una persona: la herramienta pregunta y registra la respuesta con su soporte."


def responder(ficha: FichaDeRegla, como: Aplicable, plan: Plan, con_frases: bool = True) -> Resultado:
    """Devuelve el resultado de una `pregunta`; sin `con_frases`, no explica el hallazgo.

    Sin respuesta, sin autor, sin soporte o con dos respuestas que no coinciden, requiere concepto.
    """
    propios = [j for j in (plan.juicios if isinstance(plan.juicios, tuple) else ()) if j.regla == ficha.id]
    if not propios:
        pregunta = f"{ficha.pregunta} {ficha.guia}".strip()
        return _pendiente(ficha, como, ("sin responder", pregunta), con_frases)
    if any(not _sustentado(j) for j in propios):
        return _pendiente(ficha, como, _SIN_SOPORTE, con_frases)
    if len({j.respuesta for j in propios}) > 1:
        return _pendiente(ficha, como, _DISTINTAS, con_frases)
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
        explicacion=_LO_DECIDIO.format(de_quien) if con_frases else "",
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


def _pendiente(ficha: FichaDeRegla, como: Aplicable, falta: tuple[str, str], con_frases: bool) -> Resultado:
    modo, mensaje = falta
    hallazgo = Hallazgo(
        regla=ficha.id,
        elemento="",
        veredicto=Veredicto.REQUIERE_CONCEPTO,
        modo=modo,
        mensaje=mensaje,
        subsana="Responda en el bloque `juicios` del plan, con autor y documento de soporte.",
        explicacion=_LO_DECIDE if con_frases else "",
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

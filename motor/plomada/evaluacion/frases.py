"""Las frases con que se explica lo que no se cumple, no consta o no aplica.

Una por causa y por veredicto; nombran cada dato por su rótulo y después por su ruta, para que las entienda
quien no conoce el modelo y las pueda ubicar quien sí.
"""

import re

from plomada.evaluacion.llano.nombres import DE_LA_EVALUACION, completar, en_llano, rotulo_de
from plomada.evaluacion.veredicto import Veredicto
from plomada.normativa.registro import Registro
from plomada.valores.logica import Causa

_PARAMETRO = re.compile(r"^parámetro ([\w-]+)")
_NO_CONSTA = {
    "sin describir": "no se describió {dato}",
    "vacío": "no hay ningún elemento en {dato}",
    "ninguno tras el filtro": "entre los elementos de {dato} no hay ninguno de los que se piden",
    "sin evidencia": "{dato} no dice dónde se comprueba",
    "por confirmar": "{dato} está por confirmar",
    "cita no hallada": "la cita de {dato} no está donde se dijo",
    "no demostrable": "con lo descrito no se puede concluir sobre {dato}",
    "años base distintos": "{dato} mezcla pesos de años distintos",
    "sin valor a la fecha": "{dato} no tenía valor a esa fecha",
    "documento no entregado": "no se entregó {dato}",
    "división por cero": "{dato} divide por cero",
}
_SIN_LISTA = {
    "lo que el elemento cita": "no cita a ningún otro elemento",
    "la cadena de fines y medios": "ningún elemento de la cadena de fines y medios está enlazado con otro",
}
QUE_HACER = {
    "sin describir": "Descríbalo en el plan, o declare con motivo que no hay.",
    "vacío": "Describa los elementos, o declare con motivo que no hay.",
    "ninguno tras el filtro": "Describa los elementos que faltan, o declare con motivo que no hay.",
    "sin evidencia": "Indique el documento y la página, el artículo o el plano donde se comprueba.",
    "por confirmar": "Confirme o descarte lo que la herramienta propuso.",
    "cita no hallada": "Corrija la página o la cita, o señale dónde está.",
    "no demostrable": "Aporte el dato o la certificación que falta.",
    "años base distintos": "Exprese las sumas en pesos del mismo año.",
    "sin valor a la fecha": "Evalúe a una fecha en que el parámetro tenga valor.",
    "documento no entregado": "Entregue el documento.",
    "división por cero": "Corrija el dato que vale cero.",
}


def decir_causa(causa: Causa, dato: str) -> str:
    """Devuelve por qué no se sabe, en una frase sin mayúscula ni punto; `dato` ya viene nombrado."""
    if causa.tipo == "vacío" and causa.ruta in _SIN_LISTA:
        return _SIN_LISTA[causa.ruta]
    frase = _NO_CONSTA[causa.tipo].format(dato=dato)
    return frase + (f" ({causa.detalle})" if causa.detalle else "")


def decir_ausencia(dato: str, veredicto: Veredicto, falla: str) -> str:
    """Explica qué pasa cuando el plan declara que algo no existe o no le aplica."""
    declarado = f"El plan declara que no hay {dato}"
    if veredicto is Veredicto.NO_APLICA:
        return f"{declarado}, así que esto no le aplica."
    if veredicto is Veredicto.REQUIERE_CONCEPTO:
        return f"{declarado}, y con lo descrito no se puede comprobar que no le aplique."
    if veredicto is Veredicto.NO_CONSTA:
        return f"{declarado}, y sin ese dato no se sabe si la regla aplica."
    return f"{declarado}, pero el requisito no lo admite. {falla}"


def nombrar_dato(ruta: str, listas: tuple[tuple[str, str], ...], registro: Registro) -> str:
    """Devuelve el dato como se nombra a una persona: `«Costo estimado» (proyecto.costo)`.

    `listas` dice de qué lista del plan sale cada variable de la regla.
    """
    if ruta in DE_LA_EVALUACION:
        return DE_LA_EVALUACION[ruta]
    primera, _, resto = ruta.partition(".")
    if primera == "contenidos" and resto:
        return f"el contenido «{registro.contenido(resto).titulo}»"
    parametro = _PARAMETRO.match(ruta)
    if parametro is not None:
        titulo = next((p.titulo for p in registro.parametros if p.id == parametro[1]), None)
        return ruta if titulo is None else f"el parámetro «{titulo}»"
    rotulo = rotulo_de(completar(ruta, dict(listas)))
    if rotulo:
        return f"«{rotulo}» ({ruta})"
    return ruta if " " in ruta else f"«{en_llano(ruta)}» ({ruta})"

"""Las frases con que se explica lo que no se cumple, no consta o no aplica.

Una por causa y por veredicto; nombran cada dato por su rótulo y después por su ruta, para que las entienda
quien no conoce el modelo y las pueda ubicar quien sí.
"""

import re
from functools import lru_cache

from plomada.evaluacion.veredicto import Veredicto
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.logica import Causa

_NOMBRE = re.compile(r"[a-zñ]\w*(?:\.[a-zñ]\w*)*", re.IGNORECASE)
_DE_LA_EVALUACION = {
    "evaluacion.fecha": "la fecha de la evaluación",
    "evaluacion.anio": "el año de la evaluación",
    "evaluacion.clase": "la clase con que se evalúa",
}
_NO_CONSTA = {
    "sin describir": "no se describió {dato}",
    "vacío": "no hay ningún elemento en {dato}",
    "ninguno tras el filtro": "ningún elemento de {dato} corresponde a lo que se mira",
    "sin evidencia": "{dato} no dice dónde se comprueba",
    "por confirmar": "{dato} está por confirmar",
    "cita no hallada": "la cita de {dato} no está donde se dijo",
    "no demostrable": "con lo descrito no se puede concluir sobre {dato}",
    "años base distintos": "{dato} mezcla pesos de años distintos",
    "sin valor a la fecha": "{dato} no tenía valor a esa fecha",
    "documento no entregado": "no se entregó {dato}",
    "división por cero": "{dato} divide por cero",
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
    primera, _, resto = ruta.partition(".")
    if primera == "contenidos" and resto:
        return f"el contenido «{registro.contenido(resto).titulo}»"
    base = dict(listas).get(primera)
    rotulo = _rotulo(f"{base}.{resto}" if base and resto else ruta)
    return f"«{rotulo}» ({ruta})" if rotulo else ruta


def en_palabras(expresion: str, listas: tuple[tuple[str, str], ...] = ()) -> str:
    """Devuelve una condición del lenguaje con los datos por su rótulo, para quien no conoce el modelo.

    >>> en_palabras("municipio.es_distrito y plan.tramite = plan_nuevo")
    '«Si es distrito» y «Qué se tramita» = plan nuevo'
    """
    bases = dict(listas)

    def cambiar(hallado: re.Match[str]) -> str:
        if hallado[0] in _DE_LA_EVALUACION:
            return _DE_LA_EVALUACION[hallado[0]]
        primera, _, resto = hallado[0].partition(".")
        ruta = f"{bases[primera]}.{resto}" if primera in bases and resto else hallado[0]
        rotulo = _rotulo(ruta) if resto else ""
        return f"«{rotulo}»" if rotulo else hallado[0].replace("_", " ")

    return _NOMBRE.sub(cambiar, expresion)


@lru_cache(maxsize=4096)
def _rotulo(ruta: str) -> str:
    """Devuelve la descripción del último campo de la ruta, o vacío si no es una ruta del plan."""
    forma = Forma("objeto", modelo=Plan)
    for parte in ruta.split("."):
        interna = forma.dentro or forma
        campos = campos_de(interna.modelo) if interna.modelo is not None else {}
        if parte not in campos:
            return ""
        forma = campos[parte]
    return forma.descripcion.rstrip(".")

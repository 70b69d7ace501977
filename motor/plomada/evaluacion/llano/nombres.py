"""Cómo se llama cada dato del plan para una persona: su rótulo en el modelo, sin guiones bajos ni códigos."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plomada.modelo.formas import Forma, campos_de, tipos_citables
from plomada.modelo.plan import Plan

DE_LA_EVALUACION: Mapping[str, str] = {
    "evaluacion.fecha": "la fecha de la evaluación",
    "evaluacion.anio": "el año de la evaluación",
    "evaluacion.clase": "la clase con que se evalúa",
}
_ENTRE_COMILLAS = re.compile(r" (?:de |en )?`[^`]*`")
# Las rutas y los tipos del modelo se escriben sin tildes.
_CON_TILDE = {
    "accion": "acción", "ambito": "ámbito", "anio": "año", "area": "área", "articulo": "artículo",
    "categoria": "categoría", "certificacion": "certificación", "cesion": "cesión", "decision": "decisión",
    "declaracion": "declaración", "dia": "día", "edificacion": "edificación", "fenomeno": "fenómeno",
    "intervencion": "intervención", "obligacion": "obligación", "observacion": "observación",
    "pagina": "página",
    "parametro": "parámetro", "poblacion": "población", "poligono": "polígono", "precision": "precisión",
    "publica": "pública", "publico": "público", "revision": "revisión", "suspension": "suspensión",
    "sustitucion": "sustitución", "tramite": "trámite", "via": "vía", "vision": "visión", "linea": "línea",
    "numero": "número", "clasificacion": "clasificación", "clausula": "cláusula", "actuacion": "actuación",
    "habitacion": "habitación", "adquisicion": "adquisición", "compensacion": "compensación",
}  # fmt: skip


@lru_cache(maxsize=8192)
def forma_de(ruta: str) -> Forma | None:
    """Devuelve la forma del último campo de la ruta, siguiendo las referencias; None si no es del plan."""
    forma = Forma("objeto", modelo=Plan)
    for parte in ruta.split("."):
        interna = forma.dentro or forma
        if interna.clase == "referencia":
            interna = _citado(interna.tipo)
        campos = campos_de(interna.modelo) if interna.modelo is not None else {}
        if parte not in campos:
            return None
        forma = campos[parte]
    return forma


def _citado(tipo: str) -> Forma:
    forma = forma_de(tipos_citables(Plan).get(tipo, ""))
    return (forma.dentro or forma) if forma is not None else Forma("llano")


@lru_cache(maxsize=8192)
def rotulo_de(ruta: str) -> str:
    """Devuelve la descripción del último campo de la ruta, o vacío si no es una ruta del plan."""
    forma = forma_de(ruta)
    if forma is None:
        return ""
    llana = _ENTRE_COMILLAS.sub("", forma.descripcion.partition(";")[0])
    return llana.rstrip(".")


def en_llano(nombre: str) -> str:
    """Deja el último trozo de un nombre sin guiones bajos, para cuando no hay rótulo."""
    palabras = nombre.rpartition(".")[2].replace("_", " ").replace("-", " ").split(" ")
    return " ".join(_CON_TILDE.get(p, p) for p in palabras)


def completar(ruta: str, bases: Mapping[str, str]) -> str:
    """Cambia la variable que encabeza la ruta por la lista de donde sale."""
    primera, _, resto = ruta.partition(".")
    return f"{bases[primera]}.{resto}" if primera in bases and resto else ruta


def preguntar(rotulo: str) -> str:
    """Convierte un rótulo de sí o no en pregunta.

    >>> preguntar("Si tiene páramo delimitado")
    '¿Tiene páramo delimitado?'
    >>> preguntar("Norma con planos")
    'Norma con planos'
    """
    if not rotulo.startswith("Si "):
        return rotulo
    resto = rotulo.removeprefix("Si ")
    return f"¿{resto[:1].upper()}{resto[1:]}?"

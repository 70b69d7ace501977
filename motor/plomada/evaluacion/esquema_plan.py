"""El Esquema del lenguaje que corresponde al modelo del plan y al registro.

Agregar un campo al modelo basta para que una regla pueda nombrarlo.
"""

from collections.abc import Mapping

from plomada.articulacion.grafo import FINES_A_MEDIOS
from plomada.lenguaje.esquema import EVALUACION, RAIZ, Campo, Esquema, Objeto, ParametroDeclarado
from plomada.lenguaje.tipos import (
    NUMERO,
    Dia,
    ListaDe,
    Logico,
    Magnitud,
    ObjetoDe,
    Opciones,
    Referencia,
    TextoLibre,
    Tipo,
)
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.opciones import ClaseDePlan
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.unidades import SIN_DIMENSION

_LLANOS: Mapping[str, Tipo] = {
    "texto": TextoLibre(),
    "id": TextoLibre(),
    "código de municipio": TextoLibre(),
    "fecha": Dia(),
    "sí o no": Logico(),
    "entero": NUMERO,
    "año": NUMERO,
    "número": NUMERO,
}
_PLURALES: Mapping[str, str] = {
    "visiones": "vision",
    "objetivos": "objetivo",
    "estrategias": "estrategia",
    "decisiones": "decision",
    "programas": "programa",
    "proyectos": "proyecto",
    "programas_pdt": "programa_pdt",
}
_POLIGONO = "poligono"


def construir_esquema(registro: Registro) -> Esquema:
    """Devuelve los nombres y tipos que una regla puede usar."""
    objetos: dict[str, Objeto] = {EVALUACION: _evaluacion()}
    rotulos: dict[str, str] = {}
    _agregar(objetos, rotulos, RAIZ, Forma("objeto", RAIZ, Plan))
    niveles = {n: n for n in FINES_A_MEDIOS} | dict(_PLURALES)
    parametros = {
        p.id: ParametroDeclarado(p.id, _tipo_de_parametro(p.dimension), p.por or "")
        for p in registro.parametros
    }
    return Esquema(
        objetos,
        parametros,
        frozenset(c.id for c in registro.contenidos),
        frozenset(r.id for r in registro.requisitos),
        niveles,
        FINES_A_MEDIOS,
        rotulos,
    )


def _tipo_de_parametro(dimension: str) -> Tipo:
    return Dia() if dimension == "fecha" else NUMERO if dimension == SIN_DIMENSION else Magnitud(dimension)


def _evaluacion() -> Objeto:
    clases = Opciones("clase_de_plan", tuple(c.value for c in ClaseDePlan))
    campos = {
        "fecha": Campo("fecha", Dia(), False, False, "fecha de la evaluación"),
        "anio": Campo("anio", NUMERO, False, False, "año de la evaluación"),
        "clase": Campo("clase", clases, False, False, "clase con que se evalúa"),
    }
    return Objeto(EVALUACION, campos)


def _agregar(objetos: dict[str, Objeto], rotulos: dict[str, str], nombre: str, forma: Forma) -> None:
    if nombre in objetos or forma.modelo is None:
        return
    objetos[nombre] = Objeto(nombre, {})
    campos: dict[str, Campo] = {}
    for clave, f in campos_de(forma.modelo).items():
        interna = f.dentro if f.clase in {"lista", "mapa"} and f.dentro else f
        if interna.modelo is not None:
            _agregar(objetos, rotulos, interna.tipo, interna)
        if interna.opciones is not None:
            rotulos.update({o.value: o.rotulo for o in interna.opciones})
        if f.clase != "mapa":
            siempre = (nombre == RAIZ and f.clase == "objeto") or clave == "evidencia"
            # El id de un elemento se compara con las referencias que lo citan.
            tipo = Referencia(nombre) if clave == "id" and forma.es_elemento else _tipo(f)
            campos[clave] = Campo(clave, tipo, f.puede_faltar and not siempre, f.admite_no_hay, f.descripcion)
    objetos[nombre] = Objeto(nombre, campos, nombre == _POLIGONO)


def _tipo(f: Forma) -> Tipo:
    match f.clase:
        case "lista":
            assert f.dentro is not None
            return ListaDe(_tipo(f.dentro))
        case "objeto":
            return ObjetoDe(f.tipo)
        case "cantidad":
            return Magnitud(f.tipo)
        case "opcion":
            assert f.opciones is not None
            return Opciones(f.tipo, tuple(o.value for o in f.opciones))
        case "referencia":
            return Referencia(f.tipo)
        case _:
            return _LLANOS[f.tipo]

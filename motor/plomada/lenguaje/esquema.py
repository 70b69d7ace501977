"""El entorno de nombres contra el que se compila una regla.

El lenguaje no conoce el plan: recibe un Esquema con los objetos, sus campos y tipos, los parámetros, los
contenidos, los requisitos y los niveles de la cadena. Se prueba con esquemas de juguete.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plomada.lenguaje.tipos import Tipo


@dataclass(frozen=True, slots=True)
class Campo:
    """Un dato de un objeto: su tipo, si puede faltar y si el plan puede declarar que no lo hay."""

    nombre: str
    tipo: Tipo
    puede_faltar: bool = True
    puede_declararse: bool = True
    rotulo: str = ""


@dataclass(frozen=True, slots=True)
class Objeto:
    """Un tipo de objeto del plan; `es_poligono` permite usarlo con `dentro de`."""

    nombre: str
    campos: Mapping[str, Campo]
    es_poligono: bool = False


@dataclass(frozen=True, slots=True)
class ParametroDeclarado:
    """Un parámetro del registro: su tipo y, si varía por algo más que la fecha, por qué (`ambito`)."""

    id: str
    tipo: Tipo
    por: str = ""


@dataclass(frozen=True, slots=True)
class Esquema:
    """Todo lo que una regla puede nombrar.

    `objetos["Plan"]` es la raíz de las rutas y `objetos["Evaluacion"]` la de `evaluacion.…`. `niveles` da el
    nivel canónico de la cadena para cada manera de nombrarlo; `fines_a_medios` los ordena. `rotulos` da el
    nombre con tildes de cada valor de enumeración.
    """

    objetos: Mapping[str, Objeto]
    parametros: Mapping[str, ParametroDeclarado] = field(default_factory=dict)
    contenidos: frozenset[str] = frozenset()
    requisitos: frozenset[str] = frozenset()
    niveles: Mapping[str, str] = field(default_factory=dict)
    fines_a_medios: tuple[str, ...] = ()
    rotulos: Mapping[str, str] = field(default_factory=dict)


RAIZ = "Plan"
EVALUACION = "Evaluacion"
PREFIJO_DE_EVALUACION = "evaluacion"

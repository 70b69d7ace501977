"""Lo que comparten los que generan código: constantes, hechos, variables y dónde se está.

Las funciones generadas reciben `P` (el plan) y `H` (los hechos de esta evaluación). Un valor ausente sale
por la rama `fallo` con su causa; uno presente, por la rama `exito`. Así cada dato se pregunta una vez.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.escritor import Constantes, Escritor
from plomada.lenguaje.compilador.hechos import Hecho, Hechos

Exito: TypeAlias = Callable[[str], None]
Fallo: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Rama:
    """Una condición numerada y de quién es: el id de una regla o el nombre de un `define`."""

    duenio: str
    nodo: n.Condicion


@dataclass(slots=True)
class Ramas:
    """Las condiciones numeradas del paquete, para medir cuáles se ejercen."""

    nodos: list[Rama] = field(default_factory=list)
    duenio: str = ""

    def numero(self, nodo: n.Condicion) -> int:
        """Registra una condición y devuelve su número."""
        self.nodos.append(Rama(self.duenio, nodo))
        return len(self.nodos) - 1


@dataclass(frozen=True, slots=True)
class Generador:
    """Contexto de una función que se está generando.

    `variables` da el nombre en Python de cada variable de la regla. `ramas` no es None cuando el código
    anota qué condiciones dieron cierto y falso; entonces nada se comparte entre reglas.
    """

    constantes: Constantes
    hechos: Hechos
    codigo: Escritor
    variables: dict[str, str] = field(default_factory=dict)
    en_bucle: bool = False
    ramas: Ramas | None = None

    def con_variable(self, variable: str, en_python: str) -> "Generador":
        """Devuelve el contexto dentro de un bucle sobre `variable`."""
        return replace(self, variables={**self.variables, variable: en_python}, en_bucle=True)

    def usar_hecho(self, hecho: Hecho) -> str:
        """Devuelve la expresión que da el valor compartido de un hecho."""
        return f"h{self.hechos.numero(hecho)}(P, H)"

    def compartible(self, nodo: Hecho) -> bool:
        """Dice si el nodo se calcula aparte, una vez por plan."""
        if isinstance(nodo, n.UsarDefine):
            return True
        if self.ramas is not None or n.variables_libres(nodo):
            return False
        return self.hechos.conviene(nodo, self.en_bucle)

    @contextmanager
    def si_es_valor(self, variable: str, fallo: Fallo) -> Iterator[None]:
        """Separa el caso en que `variable` guarda una causa del caso en que guarda un valor."""
        with self.codigo.bloque(f"if {variable}.__class__ is Causa:"):
            fallo(variable)
        with self.codigo.bloque("else:"):
            yield

    def asignar(self, expresion: str, prefijo: str = "v") -> str:
        """Guarda una expresión en una variable nueva y devuelve su nombre."""
        nombre = self.codigo.nueva(prefijo)
        self.codigo.linea(f"{nombre} = {expresion}")
        return nombre

"""Un paquete de reglas compilado y listo para correr sobre muchos planes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.soporte import espacio_de_nombres
from plomada.lenguaje.compilador.ficha import Compilado, FichaDeRegla
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.festivos import Tabla
from plomada.valores.logica import Verdad

Funcion = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Paquete:
    """Las reglas en forma de funciones, su ficha y el registro en que se fundan.

    `dichas` recuerda las frases de las reglas, que no dependen del plan: se escriben una vez por paquete.
    """

    registro: Registro
    fichas: tuple[FichaDeRegla, ...]
    funciones: Mapping[str, Any]
    condiciones: Mapping[str, int]
    defines: Mapping[str, int]
    cuantos_hechos: int
    fuente: str
    huella: str
    festivos: Tabla = field(default_factory=dict)
    dichas: dict[tuple[str, tuple[tuple[str, str], ...]], str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def decidir(self, ficha: FichaDeRegla) -> Funcion:
        """Devuelve la función que evalúa la regla."""
        funcion: Funcion = self.funciones[f"r{ficha.funcion}"]
        return funcion

    def datos(self, ficha: FichaDeRegla) -> Funcion:
        """Devuelve la función que dice qué leyó la regla."""
        funcion: Funcion = self.funciones[f"d{ficha.funcion}"]
        return funcion

    def porques(self, ficha: FichaDeRegla) -> Funcion:
        """Devuelve la función que dice qué partes de la condición fallaron y qué se leyó en ellas."""
        funcion: Funcion = self.funciones[f"w{ficha.funcion}"]
        return funcion

    def mensajes(self, ficha: FichaDeRegla) -> Funcion:
        """Devuelve la función que escribe la falla y cómo se subsana."""
        funcion: Funcion = self.funciones[f"m{ficha.funcion}"]
        return funcion

    def condicion(self, requisito: str, plan: Plan, hechos: Hechos) -> Verdad:
        """Evalúa la condición con que un requisito admite «no aplica»."""
        valor: Verdad = self.funciones[f"q{self.condiciones[requisito]}"](plan, hechos)
        return valor

    def define(self, nombre: str, plan: Plan, hechos: Hechos) -> Verdad | None:
        """Evalúa un `define` lógico; None si el paquete no lo trae."""
        numero = self.defines.get(nombre)
        if numero is None:
            return None
        valor: Verdad = self.funciones[f"e{numero}"](plan, hechos)
        return valor


def armar(
    registro: Registro,
    compilado: Compilado,
    huella: str,
    codigo: CodeType | None = None,
    festivos: Tabla | None = None,
    **extra: object,
) -> Paquete:
    """Ejecuta el módulo generado y devuelve el paquete; `extra` agrega nombres a su espacio.

    Sin `festivos`, los días hábiles se cuentan con la biblioteca, que es más lenta de importar.
    """
    nombres = espacio_de_nombres() | extra
    exec(codigo or compile(compilado.fuente, "<reglas compiladas>", "exec"), nombres)
    return Paquete(
        registro,
        compilado.fichas,
        nombres,
        dict(compilado.condiciones),
        dict(compilado.defines),
        compilado.hechos,
        compilado.fuente,
        huella,
        festivos or {},
    )

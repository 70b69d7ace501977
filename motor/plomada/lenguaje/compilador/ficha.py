"""Lo que queda de las reglas después de compilarlas: el código y la ficha de cada una.

No importa nada del lenguaje: quien evalúa con reglas ya compiladas no paga por leerlas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plomada.lenguaje.compilador.generador import Rama

# En qué fase se decidió una regla; son el primer valor que devuelve su función.
CUANDO, SALVO, EXIGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class FichaDeRegla:
    """Lo que el motor y los informes necesitan saber de una regla, sin volver a leerla.

    `variables` nombra cada combinación y `listas` dice de qué lista del plan sale cada variable. `rutas` son
    los datos del plan que lee para decidir. Lo que termina en `_en_prosa` y `nombres` (el texto de cada
    cálculo y cómo se dice) llevan marcas que `evaluacion.llano.rotulos` cambia.
    """

    id: str
    tabla: str
    titulo: str
    fundamento: tuple[str, ...]
    analisis: str
    componente: str
    materia: tuple[str, ...]
    competencia: str
    obligado: tuple[str, ...]
    fuerza: str
    clases: tuple[str, ...]
    cuando: str
    salvo: tuple[tuple[str, str], ...]
    exige: str
    pregunta: str
    guia: str
    falla: str
    subsana: str
    revisado_por: str
    variables: tuple[str, ...]
    listas: tuple[tuple[str, str], ...]
    contenidos: tuple[str, ...]
    casos: int
    archivo: str
    linea: int
    funcion: int
    rutas: tuple[str, ...] = ()
    exige_en_prosa: str = ""
    cuando_en_prosa: str = ""
    nombres: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Compilado:
    """Un paquete de reglas convertido en código; `condiciones` da el número de función de cada requisito."""

    fuente: str
    fichas: tuple[FichaDeRegla, ...]
    condiciones: tuple[tuple[str, int], ...]
    defines: tuple[tuple[str, int], ...]
    hechos: int
    ramas: tuple[Rama, ...] = ()

"""Un problema en lo que el usuario escribió, como valor."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from plomada.diagnosticos.tramo import Tramo

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Diagnostico:
    """Qué se leyó, dónde, qué se esperaba y cómo se arregla.

    `codigo` está en el catálogo (`plomada explicar CÓDIGO`). `mensaje` va en minúscula y sin
    punto final: es la frase que se lee sola. `secundario` señala de dónde viene lo esperado.
    `gravedad` es `error` (lo escrito está mal) `advertencia` (conviene revisarlo) o `nota`.
    """

    codigo: str
    mensaje: str
    tramo: Tramo | None = None
    ayuda: str = ""
    secundario: Tramo | None = None
    nota: str = ""
    gravedad: str = "error"

    @property
    def es_error(self) -> bool:
        """Dice si impide seguir."""
        return self.gravedad == "error"


@dataclass(frozen=True, slots=True)
class Lectura(Generic[T]):
    """Lo leído y todo lo hallado al leer; `valor` es None si algún error impide usarlo."""

    valor: T | None
    diagnosticos: tuple[Diagnostico, ...] = ()

    @property
    def tiene_errores(self) -> bool:
        """Dice si algún diagnóstico es un error."""
        return any(d.es_error for d in self.diagnosticos)


def ordenar(diagnosticos: Iterable[Diagnostico]) -> tuple[Diagnostico, ...]:
    """Ordena por archivo, lugar y código, y quita los repetidos."""

    def clave(d: Diagnostico) -> tuple[str, str, int, int, str, str]:
        t = d.tramo or Tramo("")
        return (t.archivo, t.hoja, t.linea, t.columna, d.codigo, d.mensaje)

    return tuple(sorted(dict.fromkeys(diagnosticos), key=clave))

"""Las aceptaciones dentro de un informe: qué amparan y qué hay que revisar de ellas."""

from typing import Literal, TypeAlias

from pydantic import Field

from plomada.informes.partes import Parte

Modo: TypeAlias = Literal[
    "vencida",
    "disparada",
    "ya no hace falta",
    "cubre más de lo que decía",
    "regla inexistente",
    "elemento inexistente",
    "no dice qué amparaba",
    "vigila un dato que no existe",
    "firmada después de la fecha que se evalúa",
]
INVALIDAN: frozenset[Modo] = frozenset(
    {
        "vencida",
        "disparada",
        "vigila un dato que no existe",
        "cubre más de lo que decía",
        "regla inexistente",
        "elemento inexistente",
    }
)
Identidad: TypeAlias = tuple[str, str, str]


class Amparado(Parte):
    """Un hallazgo que una aceptación nombra: sigue siendo lo que es, y se muestra aparte."""

    regla: str
    elemento: str
    modo: str
    veredicto: str
    mensaje: str
    de_quien: str = Field(default="", description="El elemento como se le nombra a una persona")


class AceptacionInformada(Parte):
    """Una aceptación de la entrega y lo que ampara a la fecha de la evaluación."""

    id: str
    regla: str
    elemento: str
    modo: str
    razon: str
    fundamento: str
    firmante: str
    fecha: str
    vence: str
    disparador: str
    lugar: str
    vale: bool = Field(description="Si a la fecha que se evalúa vale para todo lo que nombra")
    por_que_no: tuple[Modo, ...] = Field(default=(), description="Si no vale, por qué")
    ampara: tuple[Amparado, ...] = Field(description="Los hallazgos aceptados; ninguno si no vale")
    sin_amparo: tuple[Amparado, ...] = Field(
        default=(), description="Los que nombra y hoy no están aceptados, porque no vale"
    )


class HallazgoDeAceptacion(Parte):
    """Algo que revisar en una aceptación; su identidad es la aceptación y el modo."""

    aceptacion: str
    regla: str
    codigo: str
    modo: Modo
    mensaje: str
    subsana: str
    lugar: str

    @property
    def identidad(self) -> Identidad:
        """Devuelve una identidad de la misma forma que la de un hallazgo de regla."""
        return ("aceptaciones", self.aceptacion, self.modo)


class AceptacionesInformadas(Parte):
    """Las aceptaciones de la entrega; `ignoradas` dice que se pidió no tenerlas en cuenta."""

    ignoradas: bool = False
    aceptaciones: tuple[AceptacionInformada, ...] = ()
    hallazgos: tuple[HallazgoDeAceptacion, ...] = ()
    ocultas: int = Field(default=0, description="Las de reglas que el perfil no muestra")

    def por_revisar_de(self, id_: str) -> tuple[HallazgoDeAceptacion, ...]:
        """Devuelve lo que hay que revisar de una aceptación."""
        return tuple(h for h in self.hallazgos if h.aceptacion == id_)

    def de(self, identidad: Identidad) -> str:
        """Devuelve quién aceptó ese hallazgo y en qué aceptación; vacío si nadie."""
        for a in self.aceptaciones:
            if any((h.regla, h.elemento, h.modo) == identidad for h in a.ampara):
                return f"{a.firmante} ({a.id})"
        return ""

"""Las piezas de una comparación: valores congelados con todo lo que un formato muestra."""

from enum import StrEnum
from typing import TypeAlias

from pydantic import Field

from plomada.informes.partes import Parte

Identidad: TypeAlias = tuple[str, str, str]


class Estado(StrEnum):
    """Qué pasó con un hallazgo de una ronda a la siguiente.

    `dejó de cumplir` y `empezó a cumplir` son el «cumple» de una regla entera que se va o que llega; lo que
    falla o se corrige en cada elemento va en su propia fila. El orden es el de lectura: primero lo que pasó.
    """

    NUEVO = "nuevo"
    REAPARECIO = "reapareció"
    CAMBIO = "cambió"
    NO_SE_PUEDE_COMPROBAR = "ya no se puede comprobar"
    SE_CORRIGIO = "se corrigió"
    SE_RETIRO = "se retiró el elemento"
    DEJO_DE_APLICAR = "dejó de aplicar"
    DEJO_DE_CUMPLIR = "dejó de cumplir"
    EMPEZO_A_CUMPLIR = "empezó a cumplir"
    PERSISTE = "persiste"
    SIN_CAMBIO = "sin cambio"


class Origen(StrEnum):
    """Por qué pasó."""

    NINGUNO = ""
    PLAN = "cambió el plan"
    NORMA = "cambió la norma"
    PLAN_Y_NORMA = "cambiaron el plan y la norma"
    HERRAMIENTA = "cambió la herramienta"
    NO_SE_SABE = "no se puede distinguir"


class Correccion(StrEnum):
    """De dónde viene lo que se corrigió: describir un dato no es corregir un incumplimiento."""

    NINGUNA = ""
    SE_INCUMPLIA = "se incumplía"
    NO_CONSTABA = "solo no constaba"
    REQUERIA_CONCEPTO = "requería concepto"
    NO_SE_PUDO_EVALUAR = "no se había podido evaluar"


class DatoCambiado(Parte):
    """Un dato del propio elemento que ahora dice otra cosa; vacío si en esa ronda no se miró."""

    ruta: str
    nombre: str
    antes: str
    despues: str


class Ronda(Parte):
    """De qué evaluación se trata."""

    nombre: str
    fecha: str
    origen_de_la_fecha: str
    clase: str
    tramite: str = ""
    archivo: str = Field(default="", description="El plan que se leyó, sin su carpeta de la máquina")
    municipio: str = ""
    plan_huella: str = ""
    motor: str
    reglas_huella: str
    hallazgos: int
    errores_al_leer: int = Field(default=0, description="Avisos de la lectura que son errores")
    advertencias_al_leer: int = Field(default=0, description="Los demás avisos de la lectura")


class Fila(Parte):
    """Un hallazgo de cualquiera de las dos rondas, o el par que forma en ambas.

    `hay_antes` y `hay_despues` dicen en qué rondas está escrito. Si no está, `antes` o `despues` es el
    veredicto que esa ronda da a entender para ese elemento; vacío si allí no existía.
    """

    regla: str
    titulo: str
    elemento: str = Field(description="El elemento de la identidad; vacío si es el plan entero")
    de_quien: str = Field(default="", description="Ese elemento como se le nombra a una persona")
    estado: Estado
    origen: Origen = Origen.NINGUNO
    correccion: Correccion = Field(default=Correccion.NINGUNA, description="Si se corrigió, qué pasaba antes")
    fuerza: str = ""
    hay_antes: bool
    hay_despues: bool
    antes: str
    despues: str
    modo_antes: str = ""
    modo_despues: str = ""
    mensaje_antes: str = ""
    mensaje_despues: str = ""
    datos_cambiados: tuple[DatoCambiado, ...] = Field(
        default=(), description="Si la identidad es la misma, los datos del elemento que cambiaron"
    )
    subsana: str = ""
    aceptacion: str = Field(default="", description="La aceptación que lo ampara en la ronda de después")
    nota: str = ""
    respuesta: str = Field(
        default="", description="Lo que el municipio respondió; si son varias respuestas, numeradas"
    )

    @property
    def identidades(self) -> tuple[Identidad, ...]:
        """Devuelve regla, elemento y modo del hallazgo de después y del de antes, los que haya."""
        pares = ((self.hay_despues, self.modo_despues), (self.hay_antes, self.modo_antes))
        return tuple((self.regla, self.elemento, modo) for hay, modo in pares if hay)


class Paso(Parte):
    """Lo que pasó entre una ronda y la siguiente; las cuentas suman los hallazgos de las dos."""

    antes: str
    despues: str
    hallazgos_antes: int
    hallazgos_despues: int
    cuentas: dict[str, int] = Field(description="Filas por estado")
    correcciones: dict[str, int] = Field(description="De lo que se corrigió, qué pasaba antes; suman")
    origenes: dict[str, int] = Field(description="Filas que cambiaron, por su causa")
    avisos: tuple[str, ...] = ()
    filas: tuple[Fila, ...]


class RespuestaSuelta(Parte):
    """Una respuesta a un hallazgo que la comparación no trae: no se pierde, se muestra aparte."""

    regla: str
    elemento: str
    modo: str
    respuesta: str


class CuentaDeRespuestas(Parte):
    """Cuántas respuestas trae el libro, cada una contada una vez aunque acompañe a varias rondas."""

    con_hallazgo: int
    sin_hallazgo: int
    hallazgos_con_varias: int = Field(description="Hallazgos con dos o más respuestas distintas")


class Comparacion(Parte):
    """Varias rondas en orden y los pasos de cada una a la siguiente."""

    formato: str = "plomada.comparacion/1"
    rondas: tuple[Ronda, ...]
    pasos: tuple[Paso, ...]
    respuestas: CuentaDeRespuestas | None = Field(default=None, description="Nula si no se dio el libro")
    respuestas_sin_hallazgo: tuple[RespuestaSuelta, ...] = ()

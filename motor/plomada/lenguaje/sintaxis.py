"""El árbol de una regla tal como se escribió: inmutable, tipado y con su lugar en el texto.

La igualdad ignora el lugar, así que dos textos que dicen lo mismo dan el mismo árbol.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from plomada.diagnosticos.tramo import Tramo
from plomada.valores.cantidad import Cantidad

SIN_LUGAR = Tramo("")


@dataclass(frozen=True, slots=True)
class Numero:
    """Número sin unidad: `30000`."""

    valor: Decimal
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Medida:
    """Cantidad con unidad: `410 ha`, `45 días hábiles`, `1:5000`."""

    valor: Cantidad
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Texto:
    """Texto entre comillas."""

    valor: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fecha:
    """Fecha `AAAA-MM-DD`."""

    valor: date
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ruta:
    """Nombre con puntos: un dato del plan, una variable, un `define` o el valor de una enumeración."""

    partes: tuple[str, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)

    @property
    def texto(self) -> str:
        """Devuelve la ruta como se escribe."""
        return ".".join(self.partes)


@dataclass(frozen=True, slots=True)
class Parametro:
    """Valor fechado del registro: `parámetro plazo-x para ambito en proceso.inicio`."""

    id: str
    clave: Ruta | None
    en: Ruta | None
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ElementoDeConjunto:
    """Un valor entre llaves, con la condición que lo incluye si la hay."""

    valor: "Expresion"
    condicion: "Expresion | None"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conjunto:
    """Valores escritos entre llaves: `{urbano, expansion si suelo.expansion existe, rural}`."""

    elementos: tuple[ElementoDeConjunto, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


Operacion: TypeAlias = Literal["suma", "cuenta", "mínimo", "máximo", "porcentaje"]


@dataclass(frozen=True, slots=True)
class Agregado:
    """`suma de …`, `cuenta de …`, `mínimo de …`, `máximo de …`, `porcentaje de … que cumplen (…)`."""

    operacion: Operacion
    variable: str
    fuente: "Ruta | Conjunto"
    filtro: "Expresion | None"
    cuerpo: "Expresion | None"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DiasEntre:
    """`días hábiles entre A y B` o `días calendario entre A y B`: excluye A, incluye B."""

    habiles: bool
    desde: "Expresion"
    hasta: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Parecido:
    """`parecido entre A y B`: qué parte de las palabras de dos textos es común, en porcentaje."""

    izquierda: "Expresion"
    derecha: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Aritmetica:
    """`a + b`, `a - b`, `a * b`, `a / b`."""

    operador: str
    izquierda: "Expresion"
    derecha: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Comparacion:
    """`a <= b`; `tolerancia` solo acompaña a `=` y `!=`."""

    operador: str
    izquierda: "Expresion"
    derecha: "Expresion"
    tolerancia: "Expresion | None" = None
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Pertenencia:
    """`a es uno de {x, y}` o `a no es uno de {x, y}`."""

    expresion: "Expresion"
    conjunto: Conjunto
    negada: bool
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Existe:
    """`a existe` o `a no existe`."""

    ruta: "Expresion"
    negada: bool
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DentroDe:
    """`a dentro de b`, entre polígonos."""

    izquierda: "Expresion"
    derecha: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AlMenosTanDetallada:
    """`a al menos tan detallada como b`, entre escalas."""

    izquierda: "Expresion"
    derecha: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Declara:
    """`riesgo declara sin_area_de_estudio para fenomeno, ambito`: lo no declarado es falso."""

    bloque: Ruta
    lista: str
    claves: tuple[Ruta, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Contenido:
    """`contenido <id> con evidencia`."""

    id: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cadena:
    """`a se concreta en al menos n nivel …` (de fin a medio) o `a llega hasta nivel …` (de medio a fin).

    `via` vacía: por cualquier camino; con un nivel: a través de él; con varios: la cadena entera, del nivel
    del sujeto al de destino (`por cadena objetivo → estrategia → proyecto`).
    """

    sujeto: "Expresion"
    hacia_medios: bool
    minimo: int
    destino: str
    via: tuple[str, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SinCiclos:
    """`cadena sin ciclos`."""

    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conduce:
    """`a conduce a b`: el medio `a` llega, por cualquier camino, precisamente al fin `b`."""

    izquierda: "Expresion"
    derecha: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SinEnlacesRotos:
    """`a sin enlaces rotos`: todo lo que el elemento cita está en el plan."""

    sujeto: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Negacion:
    """`no a`."""

    expresion: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conjuncion:
    """`a y b y c`."""

    partes: tuple["Expresion", ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Disyuncion:
    """`a o b o c`."""

    partes: tuple["Expresion", ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


TipoDeCuantificador: TypeAlias = Literal["cada", "algún", "ningún", "al menos"]


@dataclass(frozen=True, slots=True)
class Cuantificador:
    """`cada x en L con f cumple c`, `algún …`, `ningún …`, `al menos n …`."""

    tipo: TipoDeCuantificador
    minimo: int
    variable: str
    fuente: Ruta | Conjunto
    filtro: "Expresion | None"
    cuerpo: "Expresion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


Expresion: TypeAlias = (
    Numero | Medida | Texto | Fecha | Ruta | Parametro | Agregado | DiasEntre | Parecido | Aritmetica
    | Comparacion | Pertenencia | Existe | DentroDe | AlMenosTanDetallada | Declara | Contenido | Cadena
    | SinCiclos | Conduce | SinEnlacesRotos | Negacion | Conjuncion | Disyuncion | Cuantificador
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Excepcion:
    """`salvo que <condición> porque "<razón>"`."""

    condicion: Expresion
    porque: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Parche:
    """Una línea de un caso: `ruta: valor`, `quita ruta` o `agrega ruta {…}`."""

    accion: Literal["pone", "quita", "agrega"]
    ruta: str
    valor: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Caso:
    """Ejemplo dentro de la regla: parches sobre un plan base y el veredicto que se espera."""

    nombre: str
    base: str
    fecha: date | None
    parches: tuple[Parche, ...]
    espera: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Clausula:
    """Línea de cabecera de una regla con texto o lista de palabras: `titulo "…"`, `aplica a POT, EOT`."""

    nombre: str
    valores: tuple[str, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Regla:
    """Una regla leída; las cláusulas de cabecera van por nombre, en el orden en que se escribieron."""

    id: str
    clausulas: tuple[Clausula, ...]
    cuando: Expresion | None
    salvo: tuple[Excepcion, ...]
    exige: Expresion | None
    casos: tuple[Caso, ...]
    tabla: str = ""
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)

    def clausula(self, nombre: str) -> Clausula | None:
        """Devuelve la cláusula de ese nombre, o None."""
        return next((c for c in self.clausulas if c.nombre == nombre), None)

    def texto(self, nombre: str) -> str:
        """Devuelve el texto de la cláusula, o vacío si no está."""
        hallada = self.clausula(nombre)
        return " ".join(hallada.valores) if hallada else ""

    def lista(self, nombre: str) -> tuple[str, ...]:
        """Devuelve los valores de la cláusula, o ninguno si no está."""
        hallada = self.clausula(nombre)
        return hallada.valores if hallada else ()


@dataclass(frozen=True, slots=True)
class Define:
    """Valor derivado con nombre, que cualquier regla puede usar."""

    nombre: str
    titulo: str
    expresion: Expresion
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Modulo:
    """Todo lo leído de uno o varios archivos `.regla`."""

    reglas: tuple[Regla, ...] = ()
    defines: tuple[Define, ...] = ()

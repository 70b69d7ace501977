"""La regla ya comprobada: pocas formas, cada una con su tipo, listas para generar código.

Quien compila no vuelve a preguntar qué nombres existen ni de qué tipo son.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.sintaxis import SIN_LUGAR, Caso, Operacion, TipoDeCuantificador
from plomada.lenguaje.tipos import Tipo
from plomada.valores.cantidad import Cantidad

ValorConstante: TypeAlias = str | int | Decimal | date | Cantidad | bool


@dataclass(frozen=True, slots=True)
class Paso:
    """Un punto de la ruta: el atributo que se lee y cómo puede no estar.

    `indice` no vacío: lo leído es un id y se sigue con el objeto de ese tipo que lo lleva.
    """

    atributo: str
    puede_faltar: bool
    puede_declararse: bool
    indice: str = ""


Origen: TypeAlias = Literal["plan", "evaluacion", "variable"]


@dataclass(frozen=True, slots=True)
class Leer:
    """Lee un dato del plan, de la evaluación o de una variable; `texto` es la ruta como se escribe."""

    origen: Origen
    variable: str
    pasos: tuple[Paso, ...]
    tipo: Tipo
    texto: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Constante:
    """Valor escrito en la regla, ya en la unidad base de su dimensión (el dinero sigue con su año)."""

    valor: ValorConstante
    tipo: Tipo
    texto: str
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ValorDeParametro:
    """Valor de un parámetro a una fecha (la de evaluación si `en` es None) y para una clave."""

    id: str
    clave: "Valor | None"
    en: "Valor | None"
    tipo: Tipo
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class UsarDefine:
    """Valor de un `define`, calculado una vez por plan."""

    nombre: str
    tipo: Tipo
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RecorrerLista:
    """Los elementos de una lista del plan; `plural` la nombra en las frases."""

    lista: "Leer | UsarDefine"
    elemento: Tipo


@dataclass(frozen=True, slots=True)
class Opcion:
    """Un valor fijo de un recorrido y la condición que lo incluye."""

    valor: str
    condicion: "Condicion | None"


@dataclass(frozen=True, slots=True)
class RecorrerOpciones:
    """Valores escritos entre llaves."""

    opciones: tuple[Opcion, ...]
    elemento: Tipo


Recorrido: TypeAlias = RecorrerLista | RecorrerOpciones


@dataclass(frozen=True, slots=True)
class Agregar:
    """Suma, cuenta, mínimo, máximo o porcentaje sobre los elementos que pasan el filtro."""

    operacion: Operacion
    variable: str
    recorrido: Recorrido
    filtro: "Condicion | None"
    cuerpo: "Valor | Condicion | None"
    tipo: Tipo
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContarDias:
    """Días hábiles o de calendario entre dos fechas, sin las suspensiones del proceso."""

    habiles: bool
    desde: "Valor"
    hasta: "Valor"
    tipo: Tipo
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MedirParecido:
    """Qué parte de las palabras de dos textos es común, en porcentaje."""

    izquierda: "Valor"
    derecha: "Valor"
    tipo: Tipo
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


Modo: TypeAlias = Literal[
    "número", "dinero", "fecha y meses", "fecha y días hábiles", "fecha y días calendario"
]


@dataclass(frozen=True, slots=True)
class Operar:
    """Operación aritmética; `modo` dice qué clase de valores mezcla."""

    operador: str
    izquierda: "Valor"
    derecha: "Valor"
    modo: Modo
    factor: Decimal
    tipo: Tipo
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Comparar:
    """Comparación de dos valores de igual tipo; `tolerancia_relativa` si la tolerancia es un porcentaje."""

    operador: str
    izquierda: "Valor"
    derecha: "Valor"
    tolerancia: "Valor | None"
    tolerancia_relativa: bool
    es_dinero: bool
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EstaEn:
    """El valor es uno de los escritos entre llaves (o ninguno, si va negada)."""

    valor: "Valor"
    opciones: tuple[ValorConstante, ...]
    negada: bool
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class HayDato:
    """El dato está descrito; declarado que no hay es falso."""

    valor: "Leer | UsarDefine"
    negada: bool
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EsCierto:
    """Un dato lógico usado como condición."""

    valor: "Leer | UsarDefine"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Preguntar:
    """Condición que resuelve una función del motor (`dentro de`, `contenido`, cadena…).

    `valores` se evalúan antes de llamarla; `fijos` son constantes de la regla.
    """

    funcion: str
    valores: tuple["Valor", ...]
    fijos: tuple[str | int | bool | tuple[str, ...], ...]
    texto: str = field(default="", compare=False, repr=False)
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class No:
    """Negación."""

    condicion: "Condicion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Todas:
    """Conjunción."""

    partes: tuple["Condicion", ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Alguna:
    """Disyunción."""

    partes: tuple["Condicion", ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cuantificar:
    """`cada`, `algún`, `ningún` o `al menos n` sobre un recorrido."""

    tipo: TipoDeCuantificador
    minimo: int
    variable: str
    recorrido: Recorrido
    filtro: "Condicion | None"
    cuerpo: "Condicion"
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


Valor: TypeAlias = (
    Leer | Constante | ValorDeParametro | UsarDefine | Agregar | ContarDias | MedirParecido | Operar
)  # fmt: skip
Condicion: TypeAlias = (
    Comparar | EstaEn | HayDato | EsCierto | Preguntar | No | Todas | Alguna | Cuantificar
)  # fmt: skip
Nodo: TypeAlias = Valor | Condicion


@dataclass(frozen=True, slots=True)
class HuecoDeResultado:
    """`{n_fallan}`, `{n_total}`, `{n_no_constan}` o `{fallan}` en un mensaje."""

    nombre: str


ParteDeMensaje: TypeAlias = str | Valor | HuecoDeResultado
Mensaje: TypeAlias = tuple[ParteDeMensaje, ...]


@dataclass(frozen=True, slots=True)
class ExcepcionComprobada:
    """Un `salvo que` con su razón; `texto` es la condición como se escribió."""

    condicion: Condicion
    porque: str
    texto: str


@dataclass(frozen=True, slots=True)
class ReglaComprobada:
    """Una regla sin errores: nombres resueltos, tipos comprobados y cabecera leída."""

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
    cuando: Condicion | None
    cuando_texto: str
    salvo: tuple[ExcepcionComprobada, ...]
    exige: Condicion | None
    exige_texto: str
    pregunta: str
    guia: str
    falla: Mensaje
    subsana: Mensaje
    revisado_por: str
    casos: tuple[Caso, ...]
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DefineComprobado:
    """Un `define` sin errores; es un valor o una condición."""

    nombre: str
    titulo: str
    expresion: Nodo
    tipo: Tipo
    tramo: Tramo = field(default=SIN_LUGAR, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PaqueteComprobado:
    """Todas las reglas y `define` de una carpeta, y las condiciones de los requisitos, por id."""

    reglas: tuple[ReglaComprobada, ...]
    defines: tuple[DefineComprobado, ...]
    condiciones: tuple[tuple[str, Condicion], ...] = ()


def hijos(nodo: object) -> Iterator[object]:
    """Recorre los nodos que cuelgan directamente de `nodo`."""
    for campo in fields(nodo):  # type: ignore[arg-type]
        valor = getattr(nodo, campo.name)
        for candidato in valor if isinstance(valor, tuple) else (valor,):
            if is_dataclass(candidato) and type(candidato).__module__ == __name__:
                yield candidato


def descendientes(nodo: object) -> Iterator[object]:
    """Recorre el nodo y todo lo que contiene, en orden, sin recursión."""
    pila = [nodo]
    while pila:
        actual = pila.pop()
        yield actual
        pila.extend(reversed(list(hijos(actual))))


def variables_libres(nodo: object) -> frozenset[str]:
    """Devuelve las variables que el nodo usa y no define."""
    if isinstance(nodo, Leer):
        return frozenset({nodo.variable}) if nodo.origen == "variable" else frozenset()
    libres = frozenset(v for h in hijos(nodo) for v in variables_libres(h))
    if isinstance(nodo, Cuantificar | Agregar):
        fuera = variables_libres(nodo.recorrido)
        return (libres - {nodo.variable}) | fuera
    return libres

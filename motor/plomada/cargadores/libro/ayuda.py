"""Lo que el libro le explica a quien lo llena: qué es cada dato, cómo se escribe y qué norma lo pide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plomada.cargadores.libro.celdas import LISTA_VACIA
from plomada.cargadores.libro.hojas import Columna, Hoja, hojas_del_plan
from plomada.modelo.escalares import ejemplo
from plomada.modelo.formas import Forma, tipos_citables
from plomada.modelo.plan import Plan
from plomada.valores.texto import en_lista

_OPCIONES_QUE_SE_MUESTRAN = 12
_LLANOS = {
    "fecha": "AAAA-MM-DD",
    "año": "cuatro cifras",
    "entero": "un entero",
    "número": "un número",
    "sí o no": "si o no",
    "id": "un nombre corto, sin espacios y que no se repita",
    "texto": "texto",
    "código de municipio": "las cinco cifras de la DIVIPOLA, con el cero de la izquierda",
}
LEAME = (
    "Cómo se llena este libro",
    "Cada hoja es una parte del plan. Las filas y columnas que empiezan por # son ayuda y no se leen.",
    "Lo que se deja en blanco no consta: la herramienta nunca lo da por cumplido.",
    "Si algo no existe o no le aplica al municipio, escriba en su celda NO HAY: y el motivo (o NO APLICA:).",
    "Si una lista entera no existe, escriba NO HAY: y el motivo en la primera columna de una sola fila.",
    f"Una lista que el documento trae pero está vacía se escribe {LISTA_VACIA}.",
    "Los números llevan su unidad: 410 ha, 12,5 %, 1:5000, 3 millones COP de 2025. Las fechas, AAAA-MM-DD.",
    "Donde caben varios valores va uno por renglón (Alt+Entrar), o separados por punto y coma.",
    "Cada elemento lleva un id corto; los demás lo citan por él y no cambia entre una ronda y otra.",
    "En la hoja Evidencia, ruta dice qué se prueba: suelo.urbano, o medios.proyectos[P1].",
    "Un texto que empiece por #, NO HAY: o NO APLICA: lleva delante un apóstrofo.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guia:
    """Qué se le pide a quien llena el libro.

    `rutas` son los datos que se piden (None: todos los de una hoja que tenga alguno); `notas` dice de cada
    uno qué norma lo pide; `claves` propone las filas de un mapa, con su nota, y `pruebas` las rutas que
    llevan evidencia.
    """

    rutas: frozenset[str] | None = None
    notas: Mapping[str, str] = field(default_factory=dict)
    claves: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    pruebas: tuple[str, ...] = ()

    def pide(self, hoja: Hoja, columna: Columna) -> bool:
        """Dice si el dato se pide."""
        return self.rutas is None or hoja.ruta_de(columna) in self.rutas


def como_se_escribe(forma: Forma) -> str:
    """Dice en una frase corta qué se admite en la celda."""
    if forma.clase == "lista" and forma.dentro is not None:
        return f"uno por renglón: {como_se_escribe(forma.dentro)}"
    if forma.clase == "objeto":
        return "solo NO HAY: y el motivo, si no existe"
    if forma.clase == "cantidad":
        return ejemplo(forma.tipo).replace("`", "")
    if forma.clase == "opcion" and forma.opciones is not None:
        opciones = [o.value for o in forma.opciones]
        sobran = len(opciones) > _OPCIONES_QUE_SE_MUESTRAN
        return "una de la lista desplegable" if sobran else en_lista(opciones, "o")
    if forma.clase == "referencia":
        return f"el id de la hoja {_hoja_de(forma.tipo)}"
    return _LLANOS.get(forma.tipo, forma.tipo)


def _hoja_de(tipo: str) -> str:
    ruta = tipos_citables(Plan).get(tipo, "")
    nombres = {h.ruta: h.nombre for h in hojas_del_plan()}
    return f"«{nombres.get(ruta) or nombres.get(ruta.partition('.')[0], tipo)}»"

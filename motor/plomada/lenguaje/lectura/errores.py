"""Redacta lo que el analizador informa: algo fuera de lugar, algo que falta, demasiado anidamiento.

Entra: la pieza que no cabía y las que cabían. Sale: Diagnostico, sin nombres internos de la gramática.
"""

from collections.abc import Iterable, Sequence

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.lectura.palabras import CLAUSULAS, FRASES, ROTULOS
from plomada.lenguaje.lectura.piezas import Pieza
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista

_CUANTOS_ESPERADOS = 6
_TIPOS_DE_CLAUSULA = frozenset(CLAUSULAS.values()) - {"FIN", "CASO", "ES_IGUAL_A"}
_CIERRAN = _TIPOS_DE_CLAUSULA | {"FIN", "CASO", "ES_IGUAL_A", "$END"}
_ENTRE_PARENTESIS = "un cuantificador dentro de `y`, `o` o `no` va entre paréntesis"
_SIGNOS = {
    "ABRE": "`(`", "CIERRA": "`)`", "ABRE_LLAVE": "`{`", "CIERRA_LLAVE": "`}`", "COMA": "`,`", "PUNTO": "`.`",
    "MAS": "`+`", "MENOS": "`-`", "POR": "`*`", "ENTRE": "`/`", "MAS_MENOS": "`±`", "FLECHA": "`→`",
    "RUTA_DE_PARCHE": "una ruta del plan",
}  # fmt: skip
_ABREN_VALOR = frozenset({
    "NUMERO", "NOMBRE", "TEXTO", "FECHA", "MEDIDA", "ABRE", "SUMA_DE", "CUENTA_DE", "MINIMO_DE", "MAXIMO_DE",
    "PORCENTAJE_DE", "HABILES_ENTRE", "CALENDARIO_ENTRE", "PARECIDO_ENTRE", "PARAMETRO",
})  # fmt: skip
_ABREN_CONDICION = frozenset({"CONTENIDO", "CADENA_SIN_CICLOS"})
_ABREN_CUANTIFICADOR = frozenset({"CADA", "PARA_CADA", "ALGUN", "NINGUN", "AL_MENOS"})
_GRUPOS: tuple[tuple[str, frozenset[str]], ...] = (
    ("una condición", _ABREN_VALOR | _ABREN_CONDICION),
    ("un cuantificador (`cada`, `algún`…)", _ABREN_CUANTIFICADOR),
    ("un valor (un nombre, un número, una fecha…)", _ABREN_VALOR),
    ("otra cláusula (`titulo`, `exige`…)", _TIPOS_DE_CLAUSULA),
)
# Los deslices más comunes, por la pieza que sobra y la anterior, y cómo se arreglan.
_DESLICES: dict[tuple[str, str], str] = {
    ("IGUAL", "IGUAL"): "la igualdad se escribe con un solo `=`",
    ("COMPARADOR", "IGUAL"): "el mayor o igual se escribe `>=` y el menor o igual, `<=`",
    ("IGUAL", "COMPARADOR"): "la comparación se escribe sin espacio en medio, como `<=`",
    ("FILA", ""): "las filas entre `|` solo valen dentro de una `tabla`",
    ("HUECO", ""): "los nombres con `$` solo valen dentro de una `tabla`",
    ("DE_CADA_FILA", ""): "`de cada fila` solo vale dentro de una `tabla`",
    ("DE_FILA", ""): "el destino de un caso solo se escribe dentro de una `tabla`",
    ("PARA_CADA", ""): _ENTRE_PARENTESIS,
    ("CADA", ""): _ENTRE_PARENTESIS,
    ("ALGUN", ""): _ENTRE_PARENTESIS,
    ("NINGUN", ""): _ENTRE_PARENTESIS,
    ("AL_MENOS", ""): _ENTRE_PARENTESIS,
}


def fuera_de_lugar(
    piezas: Sequence[Pieza], indice: int, esperadas: Iterable[str], lugar: Tramo
) -> Diagnostico:
    """Describe la pieza que no cabía; si la línea quedó a medias, señala la última que sí."""
    aceptadas = set(esperadas)
    anterior = piezas[indice - 1] if 0 < indice <= len(piezas) else None
    pieza = piezas[indice] if indice < len(piezas) else None
    que = f"se esperaba {_lo_esperado(aceptadas)}"
    if pieza is None and anterior is None:
        return Diagnostico("PLO-S120", f"no hay nada escrito; {que}", lugar)
    if anterior is not None and (
        pieza is None or (pieza.tipo in _CIERRAN and not aceptadas & (_CIERRAN - {"ES_IGUAL_A"}))
    ):
        return Diagnostico("PLO-S120", f"falta algo después de {_escrita(anterior)}; {que}", anterior.tramo)
    assert pieza is not None
    ayuda = _ayuda(pieza, anterior, aceptadas)
    return Diagnostico("PLO-S120", f"{_escrita(pieza)} está fuera de lugar; {que}", pieza.tramo, ayuda)


def anidada(lugar: Tramo, tope: int) -> Diagnostico:
    """Describe una expresión con demasiados niveles."""
    aviso = f"la expresión está anidada más de {tope} veces"
    return Diagnostico("PLO-S121", aviso, lugar, "saque una parte a un `define` con nombre")


def demasiado_largo(que: str, cuantas: int, tope: int, lugar: Tramo) -> Diagnostico:
    """Describe un bloque con demasiadas piezas."""
    return Diagnostico(
        "PLO-S122", f"{que} {cuantas} palabras y signos, y el tope es {tope}", lugar, "parta el bloque"
    )


def _escrita(p: Pieza) -> str:
    texto = p.canonica or "|"
    return f"`{texto[:60]}…`" if len(texto) > 60 else f"`{texto}`"


def _ayuda(pieza: Pieza, anterior: Pieza | None, aceptadas: set[str]) -> str:
    tipo_anterior = anterior.tipo if anterior else ""
    desliz = _DESLICES.get((pieza.tipo, tipo_anterior)) or _DESLICES.get((pieza.tipo, ""))
    if desliz:
        return desliz
    if tipo_anterior == "ID" and not pieza.saltos and not aceptadas & {"COMA", "Y"}:
        return "el nombre va en una palabra; si son varias, únalas con guiones"
    if pieza.tipo in FRASES.values() and "NOMBRE" in aceptadas:
        return f"`{pieza.canonica}` es palabra del lenguaje: como nombre no se puede usar"
    if pieza.tipo != "NOMBRE":
        return ""
    palabras = pieza.canonica.split()
    conocidas = [*CLAUSULAS] if pieza.saltos else [*FRASES, *CLAUSULAS]
    dos = quiza(" ".join(palabras[:2])[:40], [c for c in conocidas if " " in c]) if len(palabras) > 1 else ""
    return quiza(palabras[0][:40], [c for c in conocidas if " " not in c]) or dos


def _lo_esperado(aceptadas: set[str]) -> str:
    """Nombra lo que cabía; lo que siempre va junto (valores, condiciones, cláusulas), de una vez."""
    nombres: list[str] = []
    for rotulo, grupo in _GRUPOS:
        if grupo <= aceptadas:
            nombres.append(rotulo)
            aceptadas = aceptadas - grupo - _ABREN_VALOR
    nombres += sorted({ROTULOS.get(t) or _SIGNOS.get(t, "otra cosa") for t in aceptadas})
    primeros = nombres[:_CUANTOS_ESPERADOS]
    resto = len(nombres) - len(primeros)
    return f"{', '.join(primeros)} y {resto} cosas más" if resto else en_lista(primeros, "o")

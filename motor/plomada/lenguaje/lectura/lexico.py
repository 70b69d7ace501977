"""Parte un bloque en piezas.

Entra: Bloque. Sale: sus piezas, comentarios incluidos, con lugar y forma canónica.
No hace: comprobar el orden de las piezas; de eso se ocupa la gramática.
Las palabras clave se reconocen sin tildes ni mayúsculas, las comillas tipográficas y los espacios duros
valen, y lo ambiguo (`1,5`, `30.000`) se rechaza. Las líneas de un caso y las filas de una tabla se leen
por línea, porque traen valores del plan y no expresiones.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from plomada.diagnosticos.diagnostico import Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.lectura.lector import (
    BLANCOS,
    COMILLAS,
    ID,
    PALABRA,
    Lector,
    leer_texto,
    leer_tramo,
    saltar,
)
from plomada.lenguaje.lectura.palabras import CLAUSULAS, LINEAS_DE_CASO, VEREDICTOS
from plomada.lenguaje.lectura.piezas import Bloque, Celda, Pieza
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import leer_fecha
from plomada.valores.texto import plegar

CANONICA_DE_CLAUSULA = {tipo: frase for frase, tipo in CLAUSULAS.items()}
_RUTA = re.compile(r"[^\W\d][\w.\[\]\-$]*")
_PARCHE = re.compile(f"(?P<ruta>[^\\W\\d][\\w.\\[\\]\\-$]*)[{BLANCOS}]*:[{BLANCOS}]*")
_SIGUE_LA_RUTA = re.compile(f"[.\\[]|[{BLANCOS}]*:")
_BASE = re.compile(r"[\w$][\w.\-$]*")
_DESTINO = re.compile(f"de(?P<todas>[{BLANCOS}]+cada[{BLANCOS}]+fila)?(?!\\w)", re.IGNORECASE)
_BLANCO = re.compile(f"[{BLANCOS}]")


def leer_piezas(bloque: Bloque) -> Lectura[tuple[Pieza, ...]]:
    """Devuelve las piezas del bloque.

    Diagnósticos: PLO-S110 (carácter que el lenguaje no usa), PLO-S111 (comillas sin cerrar), PLO-S112 (número
    ambiguo o mal escrito), PLO-S113 (línea de caso que no se entiende), PLO-S114 (veredicto desconocido),
    PLO-S115 (fecha imposible), PLO-S116 (fila sin cerrar).
    """
    lector = Lector(bloque)
    for numero, linea in enumerate(bloque.lineas):
        if lector.esta_lleno:
            break
        lector.linea = numero
        _leer_linea(lector, linea)
        lector.saltos += 1
    return Lectura(tuple(lector.piezas), tuple(lector.problemas))


def leer_expresion_suelta(texto: str, tramo: Tramo) -> Lectura[tuple[Pieza, ...]]:
    """Parte en piezas una expresión de una línea que está dentro de otro texto (una celda, una plantilla)."""
    bloque = Bloque("expresion", (texto,), tramo.archivo, tramo.linea, (tramo.desplazamiento,))
    lector = Lector(bloque, clausula="SUELTA")
    leer_tramo(lector, texto, 0)
    corridas = tuple(correr(p, tramo.columna - 1) for p in lector.piezas)
    problemas = tuple(replace(d, tramo=tramo) for d in lector.problemas)
    return Lectura(corridas, problemas)


def correr(p: Pieza, columnas: int) -> Pieza:
    """Devuelve la pieza con su lugar corrido esas columnas."""
    t = p.tramo
    return replace(p, tramo=replace(t, columna=t.columna + columnas, columna_fin=t.columna_fin + columnas))


def sin_comentarios(piezas: Iterable[Pieza]) -> tuple[Pieza, ...]:
    """Devuelve las piezas que cuentan para la gramática."""
    return tuple(p for p in piezas if p.tipo != "COMENTARIO")


def _leer_linea(lector: Lector, linea: str) -> None:
    inicio = saltar(linea, 0)
    if inicio >= len(linea):
        return
    if linea[inicio] == "|":
        _leer_fila(lector, linea, inicio)
        return
    clausula, fin = _clausula(lector, linea, inicio)
    if clausula:
        lector.en_caso = clausula == "CASO"
        lector.clausula = clausula
        canonica = CANONICA_DE_CLAUSULA[clausula]
        lector.agregar(clausula, canonica, canonica, inicio, fin)
        inicio = _cabecera_de_caso(lector, linea, fin) if clausula == "CASO" else fin
    elif lector.en_caso and linea[inicio] != "#":
        _leer_linea_de_caso(lector, linea, inicio)
        return
    leer_tramo(lector, linea, inicio)


def _clausula(lector: Lector, linea: str, inicio: int) -> tuple[str, int]:
    """Devuelve la cláusula con que empieza la línea y dónde termina su nombre, o vacío."""
    palabras: list[str] = []
    fin = inicio
    hallada = ("", inicio)
    while len(palabras) < 2 and (m := PALABRA.match(linea, saltar(linea, fin))):
        palabras.append(plegar(m.group()))
        fin = m.end()
        tipo = CLAUSULAS.get(" ".join(palabras))
        if tipo and not _SIGUE_LA_RUTA.match(linea, fin) and _cabe(lector, tipo):
            hallada = (tipo, fin)
    return hallada


def _cabe(lector: Lector, tipo: str) -> bool:
    if tipo == "ES_IGUAL_A":
        return lector.bloque.clase == "define" and all(p.tipo != "ES_IGUAL_A" for p in lector.piezas)
    return not lector.en_caso or tipo in {"CASO", "FIN"}


def _cabecera_de_caso(lector: Lector, linea: str, desde: int) -> int:
    """Lee `"nombre"` y, en una tabla, `de cada fila` o `de <regla>`; devuelve dónde quedó."""
    i = saltar(linea, desde)
    if i < len(linea) and linea[i] in COMILLAS:
        i = leer_texto(lector, linea, i)
    m = _DESTINO.match(linea, saltar(linea, i))
    if m is None:
        return i
    if m["todas"]:
        lector.agregar("DE_CADA_FILA", "de cada fila", "de cada fila", m.start(), m.end())
        return m.end()
    lector.agregar("DE_FILA", "de", "de", m.start(), m.end())
    regla = ID.match(linea, saltar(linea, m.end()))
    if regla is None:
        return m.end()
    lector.agregar("ID", regla.group(), regla.group(), regla.start(), regla.end())
    return regla.end()


def _leer_linea_de_caso(lector: Lector, linea: str, inicio: int) -> None:
    m = PALABRA.match(linea, inicio)
    tipo = LINEAS_DE_CASO.get(plegar(m.group())) if m and _BLANCO.match(linea, m.end()) else None
    parche = _PARCHE.match(linea, inicio)
    desde = saltar(linea, m.end()) if m and tipo else parche.end() if parche else inicio
    fin = _fin_sin_comentario(linea, desde)
    hasta = desde + len(linea[desde:fin].rstrip())
    if m and tipo:
        palabra = plegar(m.group())
        lector.agregar(tipo, palabra, palabra, inicio, m.end())
        _LECTURAS_DE_CASO[tipo](lector, linea, desde, hasta)
    elif parche:
        _agregar(lector, "RUTA_DE_PARCHE", linea, parche.start("ruta"), parche.end("ruta"))
        _leer_valor(lector, linea, desde, hasta)
    else:
        clausula = m is not None and plegar(m.group()) in {c.split()[0] for c in CLAUSULAS}
        cercana = quiza(m.group()[:40], LINEAS_DE_CASO) if m else ""
        _no_se_entiende(
            lector, linea, inicio, hasta, "las cláusulas van antes de los casos" if clausula else cercana
        )
    leer_tramo(lector, linea, fin)


def _no_se_entiende(lector: Lector, linea: str, desde: int, hasta: int, ayuda: str = "") -> None:
    formas = "se esperaba `ruta: valor`, `quita ruta`, `agrega ruta {…}`, `base`, `fecha` o `espera`"
    escrito = linea[desde : max(hasta, desde + 1)].rstrip()
    mensaje = f"no se entiende la línea de caso `{escrito[:60]}`"
    lector.problema("PLO-S113", mensaje, desde, desde + len(escrito), ayuda or formas)


def _agregar(lector: Lector, tipo: str, linea: str, desde: int, hasta: int) -> None:
    lector.agregar(tipo, linea[desde:hasta], linea[desde:hasta], desde, hasta)


def _leer_valor(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    if desde >= hasta:
        _no_se_entiende(lector, linea, saltar(linea, 0), hasta, "falta el valor")
    _agregar(lector, "VALOR", linea, desde, hasta)


def _leer_veredicto(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    escrito = linea[desde:hasta]
    llano = " ".join(plegar(escrito).split())
    veredicto = next((v for v in VEREDICTOS if plegar(v) == llano), None)
    if veredicto is None:
        ayuda = quiza(escrito[:40], VEREDICTOS) or "los veredictos son " + ", ".join(VEREDICTOS)
        lector.problema(
            "PLO-S114", f"`{escrito[:60]}` no es un veredicto", desde, max(hasta, desde + 1), ayuda
        )
    lector.agregar("VEREDICTO", veredicto or "cumple", veredicto or escrito, desde, hasta)


def _leer_base(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    if not _BASE.fullmatch(linea, desde, hasta):
        _no_se_entiende(lector, linea, saltar(linea, 0), hasta, "`base` lleva el nombre de un plan base")
    _agregar(lector, "ID", linea, desde, hasta)


def _leer_ruta_quitada(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    if not _RUTA.fullmatch(linea, desde, hasta):
        _no_se_entiende(lector, linea, saltar(linea, 0), hasta, "`quita` lleva una sola ruta del plan")
    _agregar(lector, "RUTA_DE_PARCHE", linea, desde, hasta)


def _leer_agregado(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    m = _RUTA.match(linea, desde, hasta)
    if m is None or not _BLANCO.match(linea, m.end()):
        _no_se_entiende(lector, linea, saltar(linea, 0), hasta, "se escribe `agrega ruta {campo: valor}`")
        return
    _agregar(lector, "RUTA_DE_PARCHE", linea, desde, m.end())
    _leer_valor(lector, linea, min(saltar(linea, m.end()), hasta), hasta)


def _leer_fecha_de_caso(lector: Lector, linea: str, desde: int, hasta: int) -> None:
    fecha = leer_fecha(linea[desde:hasta])
    if isinstance(fecha, str) and "$" not in linea[desde:hasta]:
        ayuda = "escriba una fecha que exista, como `2021-01-14`"
        lector.problema("PLO-S115", fecha, desde, max(hasta, desde + 1), ayuda)
    _agregar(lector, "VALOR", linea, desde, hasta)


_LECTURAS_DE_CASO = {
    "ESPERA": _leer_veredicto,
    "BASE": _leer_base,
    "QUITA": _leer_ruta_quitada,
    "AGREGA": _leer_agregado,
    "FECHA_DE_CASO": _leer_fecha_de_caso,
}


def _fin_sin_comentario(linea: str, desde: int, tambien_tras: str = "") -> int:
    """Devuelve dónde empieza el comentario de la línea, o su final; dentro de comillas `#` no comenta."""
    ultimas = {c: linea.rfind(c) for c in COMILLAS.values()}
    cierra = ""
    for i in range(desde, len(linea)):
        c = linea[i]
        if cierra:
            cierra = "" if c == cierra else cierra
        elif c in COMILLAS and ultimas[COMILLAS[c]] > i:
            cierra = COMILLAS[c]
        elif c == "#" and (i == desde or linea[i - 1] in tambien_tras or _BLANCO.match(linea[i - 1])):
            return i
    return len(linea)


def _leer_fila(lector: Lector, linea: str, inicio: int) -> None:
    fin = _fin_sin_comentario(linea, inicio, "|")
    celdas: list[Celda] = []
    desde = inicio + 1
    while (hasta := linea.find("|", desde, fin)) >= 0:
        texto = linea[desde:hasta]
        limpio = texto.strip(BLANCOS)
        izquierda = desde + len(texto) - len(texto.lstrip(BLANCOS))
        celdas.append(Celda(limpio, lector.tramo(izquierda, izquierda + len(limpio))))
        desde = hasta + 1
    ultima = len(linea[:fin].rstrip())
    if linea[desde:fin].strip():
        lector.problema(
            "PLO-S116", "la fila no termina con `|`", inicio, ultima, "cierre la última celda con `|`"
        )
    lector.agregar("FILA", tuple(celdas), "", inicio, ultima)
    leer_tramo(lector, linea, fin)

"""Muestra un diagnóstico: como texto, con la línea y su marca, o como datos.

Entra: Diagnostico y las líneas de los archivos. Sale: texto o diccionario. No lee archivos.
Las marcas se miden en columnas de pantalla, así que los tabuladores y los caracteres anchos no las corren;
de una línea larga se muestra solo lo que rodea a la marca.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

ANCHO_MAXIMO = 100
_ANTES = 30
_TABULADOR = "    "
_CORTE = "…"
Lineas: TypeAlias = Mapping[str, Sequence[str]]


def a_texto(d: Diagnostico, lineas: Lineas) -> str:
    """Devuelve el diagnóstico como se lee en la consola, sin salto final.

    `lineas` lleva las de cada archivo; si falta alguno, se da el lugar sin mostrar la línea.
    """
    lugares = [t for t in (d.tramo, d.secundario) if t is not None]
    margen = max((len(str(t.linea)) for t in lugares), default=0)
    salida = [f"{d.gravedad}[{d.codigo}]: {_limpio(d.mensaje)}"]
    if d.tramo is not None:
        salida += _lugar(d.tramo, lineas, margen, "^", "" if d.secundario else d.nota)
    if d.secundario is not None:
        salida += _lugar(d.secundario, lineas, margen, "-", d.nota)
    sangria = " " * (margen + 2)
    if d.nota and not lugares:
        salida.append(f"{sangria}= nota: {_limpio(d.nota)}")
    if d.ayuda:
        salida.append(f"{sangria}= ayuda: {_limpio(d.ayuda)}")
    salida.append(f"{sangria}= más: plomada explicar {d.codigo}")
    return "\n".join(salida)


def a_json(d: Diagnostico) -> dict[str, object]:
    """Devuelve el diagnóstico como datos, con las mismas claves siempre."""
    return {
        "codigo": d.codigo,
        "gravedad": d.gravedad,
        "mensaje": d.mensaje,
        "lugar": _lugar_como_datos(d.tramo),
        "segundo_lugar": _lugar_como_datos(d.secundario),
        "nota": d.nota,
        "ayuda": d.ayuda,
    }


def _lugar_como_datos(t: Tramo | None) -> dict[str, object] | None:
    if t is None:
        return None
    return {
        "archivo": t.archivo,
        "linea": t.linea,
        "columna": t.columna,
        "linea_fin": t.linea_fin,
        "columna_fin": t.columna_fin,
        "hoja": t.hoja,
        "celda": t.celda,
    }


def _lugar(t: Tramo, lineas: Lineas, margen: int, signo: str, nota: str) -> list[str]:
    cabeza = f"{' ' * (margen + 1)}--> {_limpio(str(t))}"
    del_archivo = () if t.hoja else lineas.get(t.archivo, ())
    if not 1 <= t.linea <= len(del_archivo):
        return [cabeza, *([f"{' ' * (margen + 2)}= nota: {_limpio(nota)}"] if nota else [])]
    linea = del_archivo[t.linea - 1].rstrip("\r\n")
    fin = t.columna_fin if t.linea_fin == t.linea else len(linea) + 1
    visible, antes, largo = _recortar(linea, t.columna - 1, fin - 1)
    marca = " " * antes + signo * max(largo, 1)
    return [
        cabeza,
        f" {t.linea:>{margen}} | {visible}".rstrip(),
        f" {' ' * margen} | {marca} {_limpio(nota)}".rstrip(),
    ]


def _recortar(linea: str, desde: int, hasta: int) -> tuple[str, int, int]:
    """Devuelve lo que se muestra de la línea y, en columnas de pantalla, dónde va la marca y cuánto mide."""
    desde = min(max(desde, 0), len(linea))
    hasta = min(max(hasta, desde), len(linea))
    inicio = _retroceder(linea, desde, _ANTES) if _ancho(linea[: ANCHO_MAXIMO + 1]) > ANCHO_MAXIMO else 0
    prefijo = _CORTE if inicio else ""
    fin = _avanzar(linea, inicio, ANCHO_MAXIMO)
    sufijo = _CORTE if fin < len(linea) else ""
    antes = len(prefijo) + _ancho(linea[inicio:desde])
    return prefijo + _visible(linea[inicio:fin]) + sufijo, antes, _ancho(linea[desde : min(hasta, fin)])


def _retroceder(linea: str, desde: int, columnas: int) -> int:
    inicio, ancho = desde, 0
    while inicio > 0 and ancho + _ancho(linea[inicio - 1]) <= columnas:
        inicio -= 1
        ancho += _ancho(linea[inicio])
    return inicio


def _avanzar(linea: str, desde: int, columnas: int) -> int:
    fin, ancho = desde, 0
    while fin < len(linea) and ancho + _ancho(linea[fin]) <= columnas:
        ancho += _ancho(linea[fin])
        fin += 1
    return fin


def _visible(texto: str) -> str:
    return "".join(_TABULADOR if c == "\t" else _sin_control(c) for c in texto)


def _sin_control(c: str) -> str:
    """Cambia los caracteres que mueven el cursor o dan órdenes a la consola."""
    return "\ufffd" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c


def _limpio(texto: str) -> str:
    return "".join(_sin_control(c) for c in texto)


def _ancho(texto: str) -> int:
    return sum(_ancho_de(c) for c in texto)


def _ancho_de(c: str) -> int:
    if c == "\t":
        return len(_TABULADOR)
    if unicodedata.combining(c) or unicodedata.category(c) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1

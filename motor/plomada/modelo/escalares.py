"""Conversión de cada escalar, que siempre llega como texto, al valor que el modelo guarda.

Cada función acepta también el valor ya convertido, para construir planes desde Python.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from plomada.modelo import fallas
from plomada.modelo.fallas import falla
from plomada.valores.cantidad import Cantidad, leer_cantidad
from plomada.valores.fechas import leer_fecha
from plomada.valores.numeros import leer_numero
from plomada.valores.texto import en_lista
from plomada.valores.unidades import ESCALA, unidades_de

LARGO_DE_UN_NUMERO = 60
LARGO_DE_UN_ID = 80
PRIMER_ANIO, ULTIMO_ANIO = 1000, 9999
PATRON_DE_ID = r"[^\W_][\w.\-]*"
_ID = re.compile(PATRON_DE_ID)
_CODIGO = re.compile(r"[0-9]{5}")
_SI = frozenset({"si", "sí", "Si", "Sí", "SI", "SÍ"})
_NO = frozenset({"no", "No", "NO"})


def recortar(texto: str, largo: int = 40) -> str:
    """Devuelve el texto en una línea y con largo acotado, para citarlo en un mensaje."""
    junto = " ".join(texto[: largo * 4].split())
    return junto if len(junto) <= largo else junto[: largo - 1] + "…"


def exigir_texto(valor: object, esperado: str) -> str:
    """Devuelve el valor si es texto; si es un mapa o una lista, lanza la falla que lo dice."""
    if isinstance(valor, str):
        return valor
    forma = "un mapa (`clave: valor`)" if isinstance(valor, Mapping) else "una lista"
    if not isinstance(valor, Mapping | list | tuple):
        forma = "nada" if valor is None else f"`{recortar(str(valor))}`"
    raise falla(fallas.OTRA_FORMA, f"se esperaba {esperado} y se leyó {forma}")


def a_texto(valor: object) -> str:
    """Devuelve el texto sin espacios a los lados; vacío es una falla."""
    limpio = exigir_texto(valor, "un texto").strip()
    if not limpio:
        ayuda = 'quite la clave si nadie lo ha descrito, o declare `{no_hay: "motivo"}`'
        raise falla(fallas.TEXTO_VACIO, "el texto está vacío", ayuda)
    return limpio


def a_identificador(valor: object) -> str:
    """Devuelve el id de un elemento: letras, cifras, punto, guion y guion bajo."""
    limpio = exigir_texto(valor, "un id").strip()
    if len(limpio) > LARGO_DE_UN_ID or not _ID.fullmatch(limpio):
        ayuda = "un id lleva letras, cifras, `.`, `-` o `_`, sin espacios, y empieza por letra o cifra"
        raise falla(fallas.ID_MAL_ESCRITO, f"`{recortar(limpio)}` no sirve como id", ayuda)
    return limpio


def a_codigo_de_municipio(valor: object) -> str:
    """Devuelve el código DIVIPOLA: cinco cifras, con el cero que las hojas de cálculo borran."""
    limpio = a_texto(valor)
    if not _CODIGO.fullmatch(limpio):
        completo = limpio.zfill(5)
        ayuda = "son las cinco cifras de la DIVIPOLA del DANE"
        ayuda += f"; si es `{completo}`, escríbalo entre comillas" if _CODIGO.fullmatch(completo) else ""
        raise falla(fallas.CODIGO_DE_MUNICIPIO, f"`{recortar(limpio)}` no es un código de municipio", ayuda)
    return limpio


def a_si_no(valor: object) -> bool:
    """Convierte `si`, `sí` y `no`; nada más es un valor de verdad."""
    if isinstance(valor, bool):
        return valor
    limpio = exigir_texto(valor, "`si` o `no`").strip()
    if limpio in _SI:
        return True
    if limpio in _NO:
        return False
    raise falla(fallas.NI_SI_NI_NO, f"se esperaba `si` o `no` y se leyó `{recortar(limpio)}`")


def a_fecha(valor: object) -> date:
    """Convierte una fecha `AAAA-MM-DD`."""
    if isinstance(valor, date):
        return valor
    leida = leer_fecha(exigir_texto(valor, "una fecha"))
    if isinstance(leida, str):
        raise falla(fallas.FECHA_ILEGIBLE, leida)
    return leida


def _corto(valor: object, esperado: str, codigo: str) -> str:
    texto = exigir_texto(valor, esperado)
    if len(texto) > LARGO_DE_UN_NUMERO:
        raise falla(codigo, f"se esperaba {esperado} y se leyó un texto de {len(texto)} caracteres")
    return texto


def a_numero(valor: object) -> Decimal:
    """Convierte un número exacto; `1,5` y `30.000` se rechazan por ambiguos."""
    if isinstance(valor, Decimal):
        return valor
    if isinstance(valor, int) and not isinstance(valor, bool):
        return Decimal(valor)
    leido = leer_numero(_corto(valor, "un número", fallas.NUMERO_ILEGIBLE))
    if isinstance(leido, str):
        raise falla(fallas.NUMERO_ILEGIBLE, leido)
    return leido


def a_entero(valor: object) -> int:
    """Convierte un entero que no es negativo."""
    numero = a_numero(valor)
    if numero != numero.to_integral_value() or numero < 0:
        raise falla(fallas.NUMERO_ILEGIBLE, f"se esperaba un entero desde cero y se leyó `{numero}`")
    return int(numero)


def a_anio(valor: object) -> int:
    """Convierte un año de cuatro cifras."""
    numero = a_entero(valor)
    if not PRIMER_ANIO <= numero <= ULTIMO_ANIO:
        raise falla(fallas.NUMERO_ILEGIBLE, f"se esperaba un año de cuatro cifras y se leyó `{numero}`")
    return numero


def a_cantidad(valor: object, dimension: str) -> Cantidad:
    """Convierte una cantidad con unidad y comprueba que mida lo que el campo pide."""
    leida: Cantidad | str
    if isinstance(valor, Cantidad):
        leida = valor
    else:
        leida = leer_cantidad(_corto(valor, f"una cantidad ({ejemplo(dimension)})", fallas.CANTIDAD_ILEGIBLE))
    if isinstance(leida, str):
        raise falla(fallas.CANTIDAD_ILEGIBLE, leida, f"aquí se espera {dimension}: {ejemplo(dimension)}")
    if leida.dimension != dimension:
        mensaje = f"se esperaba {dimension} y se leyó `{leida}`, que es {leida.dimension}"
        raise falla(fallas.OTRA_DIMENSION, mensaje, f"use {ejemplo(dimension)}")
    if leida.valor < 0:
        raise falla(fallas.CANTIDAD_ILEGIBLE, f"`{leida}` es negativa y {dimension} no puede serlo")
    return leida


def ejemplo(dimension: str) -> str:
    """Dice cómo se escribe una cantidad de esa dimensión."""
    if dimension == ESCALA:
        return "por ejemplo `1:5000`"
    return "con unidad " + en_lista([f"`{u}`" for u in unidades_de(dimension)], "o")

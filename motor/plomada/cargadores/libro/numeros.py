"""De lo que Excel guarda en una celda al texto exacto que el modelo lee.

Excel guarda los números en coma flotante, las fechas como días contados y los porcentajes como fracciones.
Aquí vuelven a ser lo que la persona vio: `410`, `2026-03-01`, `25 %`. Un texto con coma decimal se acepta
solo donde va un número y solo si no hay duda; `1.234` y `1,234` pasan como están y el modelo las rechaza.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from plomada.modelo.formas import Forma
from plomada.valores.unidades import ESCALA

_CIFRAS_DE_EXCEL = ".15g"
_MAXIMO_DE_DECIMALES = 9
_NUMERICOS = frozenset({"entero", "año", "número"})
_SOLO_CEROS = re.compile(r"0+")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_INICIAL = re.compile(r"\s*(?P<numero>-?\d[\d.,]*)(?P<resto>.*)", re.DOTALL)
_CON_LOS_DOS = (
    (re.compile(r"-?\d{1,3}(?:\.\d{3})+,\d+"), ".", ","),
    (re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+"), ",", "."),
)
_VARIOS_MILES = re.compile(r"-?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
# Con tres cifras tras la coma solo hay duda si lo de antes podría ser un grupo de miles.
_COMA_DECIMAL = re.compile(r"-?(?:\d+,(?:\d{1,2}|\d{4,})|0\d*,\d{3}|\d{4,},\d{3})")


def es_numerica(forma: Forma) -> bool:
    """Dice si el campo (o cada elemento de la lista) es un número o una cantidad."""
    interna = forma.dentro if forma.clase == "lista" and forma.dentro is not None else forma
    return interna.clase == "cantidad" and interna.tipo != ESCALA or interna.tipo in _NUMERICOS


def numero_a_texto(crudo: str, formato: str, forma: Forma) -> str | None:
    """Devuelve el número como texto exacto, o None si no lo hay.

    >>> from plomada.modelo.formas import Forma
    >>> area = Forma("cantidad", "superficie")
    >>> [numero_a_texto(c, "General", area) for c in ("410", "0.1", "0.30000000000000004", "0.125")]
    ['410', '0.1', '0.3', '0.1250']
    >>> numero_a_texto("0.25", "0.00%", area)
    '25 %'
    """
    try:
        numero = Decimal(format(float(crudo), _CIFRAS_DE_EXCEL)) if _es_decimal(crudo) else Decimal(crudo)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    if not numero.is_finite() or abs(numero.adjusted()) > 40:
        return None
    es_porcentaje = "%" in _LITERAL.sub("", formato)
    texto = f"{_sin_ceros(numero * 100 if es_porcentaje else numero):f}"
    if _SOLO_CEROS.fullmatch(formato) and texto.isdigit():
        return texto.zfill(len(formato))
    if es_numerica(forma):
        if len(texto.partition(".")[2]) > _MAXIMO_DE_DECIMALES:
            return None
        texto = _sin_duda(texto)
    return f"{texto} %" if es_porcentaje else texto


def fecha_a_texto(valor: date | datetime) -> str:
    """Devuelve `AAAA-MM-DD`, con la hora solo si la celda trae una.

    >>> fecha_a_texto(datetime(2026, 3, 1))
    '2026-03-01'
    """
    if isinstance(valor, datetime):
        tiene_hora = (valor.hour, valor.minute, valor.second, valor.microsecond) != (0, 0, 0, 0)
        return valor.isoformat(" ", "seconds") if tiene_hora else valor.date().isoformat()
    return valor.isoformat()


def sin_formato_local(texto: str, forma: Forma) -> str:
    """Devuelve el texto con el número como lo lee el modelo, si va en un campo numérico y no hay duda.

    >>> from plomada.modelo.formas import Forma
    >>> area = Forma("cantidad", "superficie")
    >>> [sin_formato_local(t, area) for t in ("1.234,5 ha", "12,5 %", "1.234 ha", "1,234 ha")]
    ['1234.5 ha', '12.5 %', '1.234 ha', '1,234 ha']
    """
    partes = _INICIAL.fullmatch(texto) if es_numerica(forma) else None
    if partes is None:
        return texto
    numero = _sin_separadores(partes["numero"])
    return texto if numero is None else f"{_sin_duda(numero)}{partes['resto']}"


def _sin_separadores(escrito: str) -> str | None:
    for patron, miles, decimal in _CON_LOS_DOS:
        if patron.fullmatch(escrito):
            return escrito.replace(miles, "").replace(decimal, ".")
    if _VARIOS_MILES.fullmatch(escrito):
        return escrito.replace(".", "").replace(",", "")
    return escrito.replace(",", ".") if _COMA_DECIMAL.fullmatch(escrito) else None


def _sin_duda(numero: str) -> str:
    """Agrega un cero a tres decimales: el modelo tomaría `0.125` por un número con miles."""
    decimales = numero.partition(".")[2]
    return f"{numero}0" if len(decimales) == 3 else numero


def _es_decimal(crudo: str) -> bool:
    return any(c in crudo for c in ".eE")


def _sin_ceros(numero: Decimal) -> Decimal:
    entero = numero.to_integral_value()
    return entero if numero == entero else numero.normalize()

"""Fechas y plazos: lectura estricta, meses de calendario y días hábiles colombianos."""

import calendar
import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_PRIMER_FIN_DE_SEMANA = 5


def leer_fecha(texto: str) -> date | str:
    """Lee una fecha `AAAA-MM-DD`; si no puede, devuelve el motivo.

    >>> leer_fecha("2024-02-30")
    '`2024-02-30` no existe en el calendario'
    """
    limpio = texto.strip()
    if not _ISO.fullmatch(limpio):
        return f"`{limpio[:40]}` no es una fecha; se escribe año-mes-día, como `2026-03-01`"
    try:
        return date.fromisoformat(limpio)
    except ValueError:
        return f"`{limpio}` no existe en el calendario"


def escribir_fecha(fecha: date) -> str:
    """Escribe la fecha como se lee en una frase.

    >>> escribir_fecha(date(2020, 9, 14))
    '14 de septiembre de 2020'
    """
    return f"{fecha.day} de {_MESES[fecha.month - 1]} de {fecha.year}"


def sumar_meses(fecha: date, meses: int) -> date:
    """Suma meses de calendario; si el día no existe en el mes de llegada, toma el último.

    >>> sumar_meses(date(2024, 8, 31), -6)
    datetime.date(2024, 2, 29)
    """
    corrido = fecha.year * 12 + fecha.month - 1 + meses
    anio, mes = divmod(corrido, 12)
    ultimo = calendar.monthrange(anio, mes + 1)[1]
    return date(anio, mes + 1, min(fecha.day, ultimo))


def es_habil(fecha: date, festivos: Collection[date]) -> bool:
    """Dice si la fecha es de lunes a viernes y no es festivo."""
    return fecha.weekday() < _PRIMER_FIN_DE_SEMANA and fecha not in festivos


def dias_habiles_entre(
    desde: date, hasta: date, festivos: Collection[date], suspensiones: Iterable[tuple[date, date]] = ()
) -> int:
    """Cuenta los días hábiles posteriores a `desde` y hasta `hasta` inclusive.

    Excluye el primer día e incluye el último (Ley 4 de 1913, art. 62, según el dossier de leyes);
    descuenta los días de cada suspensión, ambos extremos incluidos. Es negativo si `hasta` es anterior.
    """
    if hasta < desde:
        return -dias_habiles_entre(hasta, desde, festivos, suspensiones)
    tramos = tuple(suspensiones)
    return sum(
        es_habil(dia, festivos) and not any(a <= dia <= b for a, b in tramos)
        for dia in (desde + timedelta(days=n) for n in range(1, (hasta - desde).days + 1))
    )


def dias_calendario_entre(desde: date, hasta: date, suspensiones: Iterable[tuple[date, date]] = ()) -> int:
    """Cuenta los días de calendario posteriores a `desde` y hasta `hasta` inclusive, sin las suspensiones."""
    if hasta < desde:
        return -dias_calendario_entre(hasta, desde, suspensiones)
    tramos = tuple(suspensiones)
    dias = (desde + timedelta(days=n) for n in range(1, (hasta - desde).days + 1))
    return sum(not any(a <= dia <= b for a, b in tramos) for dia in dias)


def sumar_dias_habiles(desde: date, dias: int, festivos: Collection[date]) -> date:
    """Devuelve el día en que se completan `dias` días hábiles contados desde el siguiente a `desde`."""
    paso = timedelta(days=1 if dias >= 0 else -1)
    dia, faltan = desde, abs(dias)
    while faltan:
        dia += paso
        faltan -= es_habil(dia, festivos)
    return dia

"""El único lugar que usa pandas: pone cada matriz en un `DataFrame` y las escribe en un libro de cálculo.

Los mismos datos dan los mismos bytes: la fecha del libro es un argumento y el ZIP no lleva la del reloj.
"""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any, TypeAlias

import pandas as pd

from plomada.informes.oficina.hojas import Hoja

Vestir: TypeAlias = Callable[[Any, Any, Hoja], None]
# Ningún texto se vuelve fórmula, enlace ni número.
_SOLO_TEXTO = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def a_marco(hoja: Hoja) -> pd.DataFrame:
    """Devuelve la hoja como un `DataFrame`: los textos quedan como textos y las cuentas como enteros."""
    return pd.DataFrame(list(hoja.filas), columns=list(hoja.titulos), dtype=object)


def a_libro(hojas: Sequence[Hoja], titulo: str, fecha: date, vestir: Vestir) -> bytes:
    """Devuelve el libro con una hoja por matriz; `vestir` le da formato a cada una."""
    salida = io.BytesIO()
    with pd.ExcelWriter(salida, engine="xlsxwriter", engine_kwargs={"options": _SOLO_TEXTO}) as escritor:
        libro: Any = escritor.book
        libro.set_properties({
            "title": titulo, "author": "Plomada", "company": "", "created": datetime.combine(fecha, time())
        })  # fmt: skip
        for hoja in hojas:
            a_marco(hoja).to_excel(escritor, sheet_name=hoja.nombre, startrow=1, header=False, index=False)
            vestir(libro, escritor.sheets[hoja.nombre], hoja)
    return salida.getvalue()

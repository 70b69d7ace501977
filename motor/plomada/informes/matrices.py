"""Las matrices de un informe como libro de cálculo; es el único módulo que conoce pandas.

Entra: tablas con título, u hojas que otro viste. Sale: los bytes de un XLSX, los mismos para lo mismo.
Todo va como texto: lo que alguien escribió en el plan nunca se vuelve fórmula, número ni vínculo.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar

from plomada.informes.oficina.texto import para_celda
from plomada.informes.tablas import Tabla

_ANCHO_MAXIMO = 60
_ANCHO_MINIMO = 8
_OPCIONES = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SIN_RELOJ = datetime(2000, 1, 1)


class HojaPorEscribir(Protocol):
    """Una hoja con sus títulos y sus filas; los textos ya caben en una celda y los enteros son cuentas."""

    @property
    def nombre(self) -> str:
        """Devuelve el nombre de la hoja."""

    @property
    def titulos(self) -> tuple[str, ...]:
        """Devuelve los títulos de las columnas."""

    @property
    def filas(self) -> tuple[tuple[str | int, ...], ...]:
        """Devuelve las filas."""


H = TypeVar("H", bound=HojaPorEscribir)


def a_libro(tablas: Mapping[str, Tabla], titulo: str) -> bytes:
    """Devuelve un libro con una hoja por tabla: encabezado fijo, filtros y anchos legibles.

    Las claves son los nombres de las hojas: de 31 caracteres a lo sumo, sin `[]:*?/` ni barra invertida.
    """
    import pandas as pd

    memoria = io.BytesIO()
    with pd.ExcelWriter(memoria, engine="xlsxwriter", engine_kwargs={"options": _OPCIONES}) as escritor:
        for hoja, tabla in tablas.items():
            filas = [[para_celda(c) for c in fila] for fila in tabla.filas]
            datos = pd.DataFrame(filas, columns=list(tabla.columnas), dtype=str)
            datos.to_excel(escritor, sheet_name=hoja, index=False)
            _vestir(escritor.book, escritor.sheets[hoja], datos)
        escritor.book.set_properties({"title": para_celda(titulo), "created": _SIN_RELOJ})
    return memoria.getvalue()


def a_libro_vestido(
    hojas: Sequence[H], titulo: str, fecha: date, vestir: Callable[[Any, Any, H], None]
) -> bytes:
    """Devuelve un libro cuyas hojas viste `vestir(libro, página, hoja)`, que también escribe los títulos.

    La fecha del libro es la dada, y no la del reloj.
    """
    import pandas as pd

    memoria = io.BytesIO()
    opciones = _OPCIONES | {"in_memory": True}
    with pd.ExcelWriter(memoria, engine="xlsxwriter", engine_kwargs={"options": opciones}) as escritor:
        libro: Any = escritor.book
        creado = datetime.combine(fecha, time())
        libro.set_properties({"title": para_celda(titulo), "author": "Plomada", "created": creado})
        for hoja in hojas:
            datos = pd.DataFrame(list(hoja.filas), columns=list(hoja.titulos), dtype=object)
            datos.to_excel(escritor, sheet_name=hoja.nombre, startrow=1, header=False, index=False)
            vestir(libro, escritor.sheets[hoja.nombre], hoja)
    return memoria.getvalue()


def _vestir(libro: Any, hoja: Any, datos: Any) -> None:  # noqa: ANN401 - pandas y xlsxwriter no traen tipos
    ajustado = libro.add_format({"text_wrap": True, "valign": "top"})
    for i, columna in enumerate(datos.columns):
        largos = [len(columna), *(len(x) for x in datos.iloc[:, i].head(500))]
        hoja.set_column(
            i, i, min(max(largos) + 2, _ANCHO_MAXIMO, max(_ANCHO_MINIMO, max(largos) + 2)), ajustado
        )
    hoja.freeze_panes(1, 0)
    hoja.set_landscape()
    hoja.repeat_rows(0)
    hoja.fit_to_pages(1, 0)
    if len(datos.columns):
        hoja.autofilter(0, 0, max(len(datos), 1), len(datos.columns) - 1)

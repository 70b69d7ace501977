"""Libros de prueba: bien hechos con openpyxl, y mal hechos parte por parte."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook

from plomada.cargadores.arbol import Nodo
from plomada.cargadores.libro.leer import leer_libro
from plomada.cargadores.plan import PlanCargado, validar_lectura
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura

Filas = Sequence[Sequence[object]]
PLAN: Filas = (("dato", "valor"), ("clase", "EOT"), ("tramite", "plan_nuevo"))
_CABEZA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_NSR = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAQUETE = "http://schemas.openxmlformats.org/package/2006/relationships"


def libro(hojas: Mapping[str, Filas], retocar: Callable[[Workbook], None] | None = None) -> bytes:
    """Un libro con esas hojas; `retocar` cambia lo que haga falta antes de guardar."""
    hecho = Workbook()
    hecho.remove(hecho.worksheets[0])
    for nombre, filas in hojas.items():
        pagina = hecho.create_sheet(nombre)
        for fila in filas:
            pagina.append(list(fila))
    if retocar is not None:
        retocar(hecho)
    salida = io.BytesIO()
    hecho.save(salida)
    return salida.getvalue()


def crudo(hoja: str = "", nombre: str = "Plan", **partes: bytes | str) -> bytes:
    """Un libro de una hoja cuyo XML se da tal cual; `partes` agrega o cambia partes (`__` es `/`)."""
    todas: dict[str, bytes | str] = {
        "_rels/.rels": f'{_CABEZA}<Relationships xmlns="{_PAQUETE}"><Relationship Id="r1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_CABEZA}<workbook {_NS} {_NSR}><sheets><sheet name="{nombre}" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_CABEZA}<Relationships xmlns="{_PAQUETE}"><Relationship Id="r1" '
        f'Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"{_CABEZA}<worksheet {_NS}>{hoja}</worksheet>",
    }
    todas |= {ruta.replace("__", "/"): datos for ruta, datos in partes.items()}
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        for ruta, datos in todas.items():
            comprimido.writestr(ruta, datos)
    return salida.getvalue()


def leer(datos: bytes) -> Lectura[PlanCargado]:
    """El plan del libro, o lo que está mal en él."""
    return validar_lectura(arbol(datos))


def arbol(datos: bytes) -> Lectura[Nodo]:
    """El árbol del libro."""
    return leer_libro(datos, "plan.xlsx")


def problemas(datos: bytes) -> list[tuple[str, str]]:
    """Los códigos de lo que está mal y dónde, sin el nombre del libro."""
    leido = leer(datos)
    assert leido.valor is None, "se leyó sin errores"
    return [(d.codigo, _donde(d)) for d in leido.diagnosticos]


def _donde(d: Diagnostico) -> str:
    return "" if d.tramo is None else str(d.tramo).removeprefix("plan.xlsx").lstrip("!")

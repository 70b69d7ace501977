"""Escribe el árbol de un plan como libro de Excel.

Entra: un árbol válido y, si es una plantilla, qué se pide. Sale: los bytes del libro, siempre los mismos para
lo mismo. Ninguna celda es una fórmula: todo se escribe como texto, también lo que empiece por `=`.
"""

import io
import re
import zipfile
from itertools import count

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from plomada.cargadores import problemas as generales
from plomada.cargadores.arbol import Nodo
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.ayuda import LEAME, Guia, como_se_escribe
from plomada.cargadores.libro.contenido import SIN_DATOS, FilaDeTexto, filas_de
from plomada.cargadores.libro.hojas import (
    DATO,
    MARCA_DE_AYUDA,
    RUTA,
    VALOR,
    Columna,
    Hoja,
    hojas_del_plan,
)
from plomada.cargadores.libro.tabla import letras
from plomada.cargadores.texto_yaml import es_invisible
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.formas import Forma

LARGO_DE_UNA_CELDA = 32_767
_FILAS_CON_LISTA = 500
_ANCHO_MINIMO, _ANCHO_MAXIMO = 14, 48
_COMO_TEXTO = "@"
_PARECE_FORMULA = tuple("=+-@'")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HOJA_DE_LISTAS = f"{MARCA_DE_AYUDA} Listas"
_HOJA_LEAME = f"{MARCA_DE_AYUDA} Léame"
_FECHA_FIJA = (1980, 1, 1, 0, 0, 0)
_FECHAS_DEL_LIBRO = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_NEGRITA = Font(bold=True)
_TENUE = Font(italic=True, color="FF666666")
_FONDO = PatternFill("solid", fgColor="FFDDE7EE")
_AJUSTADO = Alignment(wrap_text=True, vertical="top")


def escribir_libro(raiz: Nodo, archivo: str, guia: Guia | None = None) -> Lectura[bytes]:
    """Devuelve el libro: sin guía, las hojas que tengan datos; con ella, también lo que se pide.

    Diagnósticos: PLO-L140.
    """
    escritor = _Escritor(archivo, guia or Guia())
    for hoja in hojas_del_plan():
        escritor.hoja(hoja, list(filas_de(hoja, raiz)), es_plantilla=guia is not None)
    if escritor.hallados:
        return Lectura(None, generales.acotar(escritor.hallados, archivo))
    return Lectura(escritor.bytes())


class _Escritor:
    """Escribe las hojas de un libro."""

    def __init__(self, archivo: str, guia: Guia) -> None:
        self.hallados: list[Diagnostico] = []
        self._archivo = archivo
        self._guia = guia
        self._libro = Workbook()
        leame = self._libro.active
        assert isinstance(leame, Worksheet)
        leame.title = _HOJA_LEAME
        for fila, texto in enumerate(LEAME, start=1):
            self._poner(leame, fila, 1, texto, _NEGRITA if fila == 1 else None)
        leame.column_dimensions["A"].width = 110
        self._listas: dict[tuple[str, ...], str] = {}

    def hoja(self, hoja: Hoja, filas: list[FilaDeTexto], es_plantilla: bool) -> None:
        """Escribe una hoja, si tiene datos o algo que pedir."""
        escritas = {ruta for fila in filas for ruta in fila}
        columnas = [c for c in hoja.columnas if self._guia.pide(hoja, c) or c.ruta in escritas]
        propuestas = self._guia.claves.get(hoja.ruta, ())
        se_pide = es_plantilla and bool(columnas or propuestas)
        if hoja.clase == "evidencia":
            columnas, se_pide = list(hoja.columnas), es_plantilla
        elif hoja.clase == "mapa" and (propuestas or filas):
            columnas = list(hoja.columnas)
        elif hoja.clase == "lista" and columnas:
            # El id y el nombre dicen de qué elemento es la fila: sin ellos no hay cómo llenarla.
            columnas = [c for c in hoja.columnas if c in columnas or c.ruta in {"id", "nombre"}]
        if not filas and not se_pide:
            return
        pagina = self._libro.create_sheet(hoja.nombre)
        if hoja.clase == "bloque":
            self._bloque(pagina, hoja, columnas, filas[0] if filas else {})
        else:
            self._tabla(pagina, hoja, columnas, filas)

    def _bloque(self, pagina: Worksheet, hoja: Hoja, columnas: list[Columna], datos: FilaDeTexto) -> None:
        self._encabezar(pagina, (DATO, VALOR, "# qué es", "# cómo se escribe", "# quién lo pide"))
        for fila, c in enumerate(columnas, start=2):
            self._poner(pagina, fila, 1, c.ruta)
            self._poner(pagina, fila, 2, datos.get(c.ruta, ""), ruta=c.ruta)
            nota = self._guia.notas.get(hoja.ruta_de(c), "")
            for columna, texto in enumerate((c.forma.descripcion, como_se_escribe(c.forma), nota), start=3):
                self._poner(pagina, fila, columna, texto, _TENUE)
            self._desplegable(pagina, c.forma, f"B{fila}")
        for letra, ancho in zip("ABCDE", (34, 40, 48, 34, 60), strict=True):
            pagina.column_dimensions[letra].width = ancho

    def _tabla(
        self, pagina: Worksheet, hoja: Hoja, columnas: list[Columna], filas: list[FilaDeTexto]
    ) -> None:
        encabezado = (*hoja.claves, *(c.ruta for c in columnas))
        propuestas = dict(self._guia.claves.get(hoja.ruta, ()))
        self._encabezar(pagina, (*encabezado, *(("# qué se pide",) if propuestas else ())))
        siguiente = count(2)
        for ayuda in self._ayudas(hoja, columnas):
            numero = next(siguiente)
            for columna, texto in enumerate(ayuda, start=1):
                self._poner(pagina, numero, columna, texto, _TENUE)
        primera = pagina.max_row + 1
        for datos in self._con_propuestas(hoja, filas):
            numero = next(siguiente)
            if SIN_DATOS in datos:
                self._sin_datos(hoja, datos)
            for columna, ruta in enumerate(encabezado, start=1):
                self._poner(pagina, numero, columna, datos.get(ruta, ""), ruta=ruta)
            nota = propuestas.get(datos.get(hoja.claves[-1], "")) if hoja.claves else None
            if nota:
                self._poner(pagina, numero, len(encabezado) + 1, nota, _TENUE)
        ultima = max(pagina.max_row, primera + _FILAS_CON_LISTA)
        for columna, c in enumerate(columnas, start=len(hoja.claves) + 1):
            self._desplegable(pagina, c.forma, f"{letras(columna)}{primera}:{letras(columna)}{ultima}")
        self._anchos(pagina, len(encabezado), bool(propuestas))

    def _sin_datos(self, hoja: Hoja, datos: FilaDeTexto) -> None:
        mensaje = f"una evidencia de `{datos[hoja.claves[-1]]}` no dice ningún dato"
        lugar = Tramo(self._archivo, hoja=hoja.nombre)
        ayuda = "quítela, o diga en qué documento y página está"
        self.hallados.append(Diagnostico(problemas.NO_CABE_EN_UNA_CELDA, mensaje, lugar, ayuda))

    def _con_propuestas(self, hoja: Hoja, filas: list[FilaDeTexto]) -> list[FilaDeTexto]:
        """Agrega a los datos las filas que la plantilla propone y nadie ha llenado."""
        clave = hoja.claves[-1] if hoja.claves else ""
        if hoja.clase == "evidencia":
            propuestas: tuple[str, ...] = self._guia.pruebas
        else:
            propuestas = tuple(c for c, _ in self._guia.claves.get(hoja.ruta, ()))
        ya = {f.get(clave) for f in filas}
        return [*filas, *({clave: p} for p in propuestas if p not in ya)]

    def _ayudas(self, hoja: Hoja, columnas: list[Columna]) -> list[list[str]]:
        """Devuelve las filas de ayuda: qué es cada columna, cómo se escribe y qué norma la pide."""
        de_las_claves = {RUTA: "Lo que se prueba."}
        que = [*(de_las_claves.get(c, f"A qué {c} corresponde.") for c in hoja.claves)]
        if hoja.claves and hoja.claves[0] == "de":
            que[0] = "Id del elemento al que pertenece."
        blancos = ["" for _ in hoja.claves]
        filas = [
            [*que, *(c.forma.descripcion for c in columnas)],
            [*blancos, *(como_se_escribe(c.forma) for c in columnas)],
        ]
        notas = [self._guia.notas.get(hoja.ruta_de(c), "") for c in columnas]
        if any(notas):
            filas.append([*blancos, *notas])
        return [[f"{MARCA_DE_AYUDA} {f[0]}", *f[1:]] for f in filas]

    # -- celdas

    def _encabezar(self, pagina: Worksheet, titulos: tuple[str, ...]) -> None:
        for columna, titulo in enumerate(titulos, start=1):
            celda = self._poner(pagina, 1, columna, titulo, _NEGRITA)
            celda.fill = _FONDO
            pagina.column_dimensions[letras(columna)].number_format = _COMO_TEXTO
        pagina.freeze_panes = "B2"

    def _anchos(self, pagina: Worksheet, cuantas: int, con_nota: bool) -> None:
        for columna in range(1, cuantas + 1):
            largo = len(str(pagina.cell(1, columna).value or "")) + 2
            pagina.column_dimensions[letras(columna)].width = min(max(largo, _ANCHO_MINIMO), _ANCHO_MAXIMO)
        if con_nota:
            pagina.column_dimensions[letras(cuantas + 1)].width = 80

    def _poner(
        self,
        pagina: Worksheet,
        fila: int,
        columna: int,
        texto: str,
        letra: Font | None = None,
        ruta: str = "",
    ) -> Cell:
        celda = pagina.cell(fila, columna)
        assert isinstance(celda, Cell)
        celda.number_format = _COMO_TEXTO
        celda.alignment = _AJUSTADO
        if letra is not None:
            celda.font = letra
        if not texto or not self._cabe(texto, pagina.title, f"{letras(columna)}{fila}", ruta):
            return celda
        celda.value = _ESCAPE.sub("_x005F_", texto).replace("\r", "_x000D_")
        celda.data_type = "s"  # openpyxl toma por fórmula lo que empieza por `=` y por error `#N/A`
        if texto.startswith(_PARECE_FORMULA):
            setattr(celda, "quotePrefix", True)  # noqa: B010 - falta en los tipos publicados
        return celda

    def _cabe(self, texto: str, hoja: str, celda: str, ruta: str) -> bool:
        largo = len(texto.encode("utf-16-le", "surrogatepass")) // 2
        if largo <= LARGO_DE_UNA_CELDA and not es_invisible(texto):
            return True
        que = f"tiene {largo} caracteres y en una celda caben {LARGO_DE_UNA_CELDA}"
        if largo <= LARGO_DE_UNA_CELDA:
            que = "trae un carácter de control, que un libro no puede guardar"
        ayuda = "deje en el plan una frase y el resto en un documento de la entrega, o use `plan.yaml`"
        lugar = Tramo(self._archivo, hoja=hoja, celda=celda)
        self.hallados.append(Diagnostico(problemas.NO_CABE_EN_UNA_CELDA, f"`{ruta}` {que}", lugar, ayuda))
        return False

    # -- listas desplegables

    def _desplegable(self, pagina: Worksheet, forma: Forma, celdas: str) -> None:
        """Ofrece las opciones sin prohibir lo demás: la celda admite también `NO HAY: motivo`."""
        opciones: tuple[str, ...] = ()
        if forma.clase == "opcion" and forma.opciones is not None:
            opciones = tuple(o.value for o in forma.opciones)
        elif forma.tipo == "sí o no":
            opciones = ("si", "no")
        if not opciones:
            return
        lista = DataValidation(type="list", formula1=self._rango(opciones), allow_blank=True)
        lista.showErrorMessage = False
        lista.add(celdas)
        pagina.add_data_validation(lista)

    def _rango(self, opciones: tuple[str, ...]) -> str:
        if opciones not in self._listas:
            if not self._listas:
                self._libro.create_sheet(_HOJA_DE_LISTAS).sheet_state = "hidden"
            letra = letras(len(self._listas) + 1)
            for fila, opcion in enumerate(opciones, start=1):
                self._poner(self._libro[_HOJA_DE_LISTAS], fila, len(self._listas) + 1, opcion)
            self._listas[opciones] = f"'{_HOJA_DE_LISTAS}'!${letra}$1:${letra}${len(opciones)}"
        return self._listas[opciones]

    def bytes(self) -> bytes:
        """Devuelve el libro con las fechas fijas, para que lo mismo dé los mismos bytes."""
        if _HOJA_DE_LISTAS in self._libro.sheetnames:
            self._libro.move_sheet(_HOJA_DE_LISTAS, len(self._libro.sheetnames))
        crudo, limpio = io.BytesIO(), io.BytesIO()
        self._libro.save(crudo)
        with zipfile.ZipFile(crudo) as de, zipfile.ZipFile(limpio, "w", zipfile.ZIP_DEFLATED) as a:
            for parte in de.infolist():
                datos = _FECHAS_DEL_LIBRO.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", de.read(parte))
                a.writestr(_con_fecha_fija(parte.filename), datos, zipfile.ZIP_DEFLATED)
        return limpio.getvalue()


def _con_fecha_fija(nombre: str) -> zipfile.ZipInfo:
    parte = zipfile.ZipInfo(nombre, _FECHA_FIJA)
    parte.external_attr = 0o600 << 16
    return parte

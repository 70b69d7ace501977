"""Entiende una hoja como tabla: cuál es el encabezado, qué columna es cada una y qué dice cada fila.

Tolera columnas en otro orden, filas y columnas vacías, y encabezados con tildes, mayúsculas o espacios. Lo
que no conoce lo dice: ninguna columna se ignora si trae datos, salvo las que empiezan por `#`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.cargadores import problemas as generales
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.crudo import Celda, HojaCruda
from plomada.cargadores.libro.hojas import MARCA_DE_AYUDA, plegar_nombre
from plomada.cargadores.libro.numeros import fecha_a_texto, numero_a_texto, sin_formato_local
from plomada.cargadores.sugerencias import Sugeridor
from plomada.cargadores.texto_yaml import es_invisible
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma

_SI_O_NO = {"1": "si", "0": "no"}


@dataclass(frozen=True, slots=True)
class Fila:
    """Una fila con datos: la celda de cada encabezado conocido."""

    tramo: Tramo
    celdas: Mapping[str, Celda]


class Lector:
    """Lee las hojas de un libro; junta los problemas de todas."""

    def __init__(self, archivo: str, desde_1904: bool) -> None:
        """Empieza sin problemas hallados."""
        self._archivo = archivo
        self._desde_1904 = desde_1904
        self.sugeridor = Sugeridor()
        self.hallados: list[Diagnostico] = []

    def avisar(self, codigo: str, mensaje: str, tramo: Tramo, ayuda: str = "") -> None:
        """Agrega un diagnóstico."""
        self.hallados.append(Diagnostico(codigo, mensaje, tramo, ayuda))

    def tramo(self, hoja: str, celda: Celda | None = None) -> Tramo:
        """Devuelve el lugar de la celda, o el de la hoja entera."""
        if celda is None:
            return Tramo(self._archivo, hoja=hoja)
        f, c = celda.fila, celda.columna
        return Tramo(self._archivo, f, c, f, c + 1, 0, hoja, f"{letras(c)}{f}")

    def filas(self, hoja: HojaCruda, encabezados: tuple[str, ...]) -> Iterator[Fila]:
        """Devuelve las filas con datos; los encabezados llegan como se llaman en el modelo.

        Diagnósticos: PLO-L137.
        """
        columnas: Mapping[int, str] | None = None
        for _, celdas in hoja.filas:
            escritas = [c for c in celdas if c.valor.strip() or c.es_formula]
            if not escritas or es_ayuda(escritas[0]):
                continue
            if columnas is None:
                columnas = self._encabezado(hoja.nombre, escritas, encabezados)
                continue
            utiles = {columnas[c.columna]: c for c in escritas if columnas.get(c.columna)}
            for c in escritas:
                if c.columna not in columnas:
                    self._sin_encabezado(hoja.nombre, c)
            if utiles:
                yield Fila(self.tramo(hoja.nombre, next(iter(utiles.values()))), utiles)

    def _encabezado(self, hoja: str, celdas: list[Celda], conocidos: tuple[str, ...]) -> Mapping[int, str]:
        """Devuelve qué dato lleva cada columna; vacío, la que es ayuda."""
        por_nombre = {plegar_nombre(c): c for c in conocidos}
        columnas: dict[int, str] = {}
        for celda in celdas:
            escrito = celda.valor.strip()
            nombre = por_nombre.get(plegar_nombre(escrito), "")
            columnas[celda.columna] = nombre
            if not nombre and not escrito.startswith(MARCA_DE_AYUDA):
                self._desconocida(hoja, celda, conocidos)
            elif nombre and nombre in list(columnas.values())[:-1]:
                columnas[celda.columna] = ""
                mensaje = f"la columna `{nombre}` está dos veces"
                self.avisar(problemas.COLUMNA_DESCONOCIDA, mensaje, self.tramo(hoja, celda), "deje una sola")
        return columnas

    def _desconocida(self, hoja: str, celda: Celda, conocidos: tuple[str, ...]) -> None:
        escrito = recortar(celda.valor)
        ayuda = self.sugeridor.sugerir(plegar_nombre(escrito), conocidos)
        ayuda = ayuda or "si es una nota, empiece el encabezado por `#`"
        mensaje = f"`{escrito}` no es una columna de la hoja «{recortar(hoja)}»"
        self.avisar(problemas.COLUMNA_DESCONOCIDA, mensaje, self.tramo(hoja, celda), ayuda)

    def _sin_encabezado(self, hoja: str, celda: Celda) -> None:
        ayuda = "ponga arriba el nombre de la columna, o bórrela; una columna de notas se llama `# notas`"
        mensaje = f"`{recortar(celda.valor)}` está en una columna sin encabezado"
        self.avisar(problemas.COLUMNA_DESCONOCIDA, mensaje, self.tramo(hoja, celda), ayuda)

    def texto(self, hoja: str, celda: Celda, forma: Forma) -> str:
        """Devuelve lo que la celda dice, como lo lee el modelo; vacío si no se puede leer.

        Diagnósticos: PLO-L107, PLO-L134, PLO-L135, PLO-L141.
        """
        tramo = self.tramo(hoja, celda)
        if celda.es_formula and not celda.valor and celda.tipo != "str":
            ayuda = "abra el libro en Excel o LibreOffice y guárdelo, o escriba el valor en vez de la fórmula"
            mensaje = "la fórmula no tiene guardado su resultado"
            self.avisar(problemas.FORMULA_SIN_VALOR, mensaje, tramo, ayuda)
            return ""
        if celda.tipo == "e":
            ayuda = "corrija la fórmula o escriba el valor"
            mensaje = f"la celda da el error `{recortar(celda.valor)}`"
            self.avisar(problemas.CELDA_CON_ERROR, mensaje, tramo, ayuda)
            return ""
        if celda.tipo == "b":
            return _SI_O_NO.get(celda.valor.strip(), celda.valor)
        if celda.tipo == "str":
            return self._de_texto(celda.valor, forma, tramo)
        return self._de_numero(celda, forma, tramo)

    def _de_texto(self, escrito: str, forma: Forma, tramo: Tramo) -> str:
        texto = escrito.replace("\r\n", "\n").strip()
        if es_invisible(texto):
            ayuda = "borre la celda y escríbala de nuevo: suele llegar al copiar y pegar"
            mensaje = "la celda trae un carácter de control"
            self.avisar(generales.CARACTER_PROHIBIDO, mensaje, tramo, ayuda)
            return ""
        return sin_formato_local(texto, forma)

    def _de_numero(self, celda: Celda, forma: Forma, tramo: Tramo) -> str:
        texto = self._fecha(celda) or numero_a_texto(celda.valor.strip(), celda.formato, forma)
        if texto is None:
            ayuda = "redondéelo a lo que el documento dice, o escríbalo como texto"
            mensaje = f"`{recortar(celda.valor)}` no se puede leer exacto"
            self.avisar(problemas.NUMERO_SIN_TEXTO_EXACTO, mensaje, tramo, ayuda)
        return texto or ""

    def _fecha(self, celda: Celda) -> str | None:
        from openpyxl.styles.numbers import is_date_format, is_timedelta_format
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

        try:
            if celda.tipo == "d":
                leida: object = from_ISO8601(celda.valor.strip())  # type: ignore[no-untyped-call]
            elif is_date_format(celda.formato):
                epoca = MAC_EPOCH if self._desde_1904 else WINDOWS_EPOCH
                es_lapso = bool(is_timedelta_format(celda.formato))
                leida = from_excel(float(celda.valor), epoca, timedelta=es_lapso)
            else:
                return None
        except (ValueError, OverflowError, TypeError):
            return None
        return fecha_a_texto(leida) if isinstance(leida, date) else str(leida)


def es_ayuda(celda: Celda) -> bool:
    """Dice si una fila que empieza por esa celda es ayuda y no se lee."""
    return celda.valor.lstrip().startswith(MARCA_DE_AYUDA)


def letras(columna: int) -> str:
    """Devuelve la columna como se llama en Excel.

    >>> letras(1), letras(28)
    ('A', 'AB')
    """
    hechas = ""
    while columna > 0:
        columna, resto = divmod(columna - 1, 26)
        hechas = chr(ord("A") + resto) + hechas
    return hechas

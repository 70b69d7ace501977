"""Lo que dice una fila, celda por celda, con la forma de cada columna."""

from collections.abc import Iterator, Mapping

from plomada.cargadores.arbol import Escalar, Nodo
from plomada.cargadores.libro import problemas
from plomada.cargadores.libro.celdas import leer_nodo
from plomada.cargadores.libro.crudo import HojaCruda
from plomada.cargadores.libro.hojas import Columna, Hoja
from plomada.cargadores.libro.tabla import Fila, Lector
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma

_TEXTO = Forma("llano", "texto")


class HojaLeida:
    """Una hoja del libro con la hoja del plan que le corresponde."""

    def __init__(self, hoja: Hoja, cruda: HojaCruda, lector: Lector) -> None:
        """Guarda de dónde se lee y a quién se avisa."""
        self.hoja = hoja
        self.lector = lector
        self.columnas: Mapping[str, Columna] = {c.ruta: c for c in hoja.columnas}
        self._cruda = cruda

    def filas(self) -> Iterator[Fila]:
        """Devuelve las filas con datos."""
        return self.lector.filas(self._cruda, self.hoja.encabezado)

    def texto(self, fila: Fila, encabezado: str, forma: Forma = _TEXTO) -> str:
        """Devuelve lo que dice la celda de ese encabezado; vacío si no dice nada."""
        celda = fila.celdas.get(encabezado)
        return "" if celda is None else self.lector.texto(self._cruda.nombre, celda, forma)

    def tramo(self, fila: Fila, encabezado: str) -> Tramo:
        """Devuelve el lugar de la celda de ese encabezado, o el de la fila si no está."""
        celda = fila.celdas.get(encabezado)
        return fila.tramo if celda is None else self.lector.tramo(self._cruda.nombre, celda)

    def nodos(self, fila: Fila) -> dict[str, Nodo]:
        """Devuelve lo que dice cada columna escrita, en el orden del modelo."""
        leidos = ((c.ruta, self.nodo(fila, c.ruta, c)) for c in self.hoja.columnas)
        return {ruta: nodo for ruta, nodo in leidos if nodo is not None}

    def nodo(self, fila: Fila, encabezado: str, columna: Columna) -> Nodo | None:
        """Devuelve lo que dice la celda según la forma de la columna. Diagnósticos: PLO-L138."""
        texto = self.texto(fila, encabezado, columna.forma)
        nodo = leer_nodo(texto, columna.forma, self.tramo(fila, encabezado)) if texto else None
        if columna.forma.clase != "objeto" or not isinstance(nodo, Escalar):
            return nodo
        internas = [r for r in self.columnas if r.startswith(f"{columna.ruta}.")]
        donde = f"`{internas[0]}` y las que siguen" if internas else "su hoja"
        mensaje = f"`{recortar(texto)}` no es un dato de `{columna.ruta}`"
        self.avisar(fila, encabezado, mensaje, f"aquí solo va `NO HAY: motivo`; los datos van en {donde}")
        return None

    def avisar(
        self, fila: Fila, encabezado: str, mensaje: str, ayuda: str, codigo: str = problemas.FILA_DESCONOCIDA
    ) -> None:
        """Agrega un diagnóstico en la celda de ese encabezado."""
        self.lector.avisar(codigo, mensaje, self.tramo(fila, encabezado), ayuda)

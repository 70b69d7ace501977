"""Códigos de los problemas de un libro de cálculo."""

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

NO_ES_UN_LIBRO = "PLO-L130"
MUY_GRANDE = "PLO-L131"
CON_MACROS = "PLO-L132"
ENLACE_EXTERNO = "PLO-L133"
CELDA_CON_ERROR = "PLO-L134"
FORMULA_SIN_VALOR = "PLO-L135"
HOJA_DESCONOCIDA = "PLO-L136"
COLUMNA_DESCONOCIDA = "PLO-L137"
FILA_DESCONOCIDA = "PLO-L138"
SIN_SU_ELEMENTO = "PLO-L139"
NO_CABE_EN_UNA_CELDA = "PLO-L140"
NUMERO_SIN_TEXTO_EXACTO = "PLO-L141"


def grande(archivo: str, que: str) -> Diagnostico:
    """Devuelve el diagnóstico de un libro que pasa de un tope."""
    ayuda = (
        "deje en el libro los datos del plan y nada más; si un programa lo llenó de filas vacías, bórrelas"
    )
    return Diagnostico(MUY_GRANDE, que, Tramo(archivo), ayuda)

"""Códigos de los problemas de lectura y tope de cuántos se cuentan."""

from collections.abc import Iterable

from plomada.diagnosticos.diagnostico import Diagnostico, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.fallas import HAY_MAS_PROBLEMAS

NO_EXISTE = "PLO-L101"
SIN_PERMISO = "PLO-L102"
NO_ES_ARCHIVO = "PLO-L103"
ENLACE_QUE_SALE = "PLO-L104"
MUY_GRANDE = "PLO-L105"
NO_ES_UTF8 = "PLO-L106"
CARACTER_PROHIBIDO = "PLO-L107"
VACIO = "PLO-L108"
SINTAXIS = "PLO-L109"
TABULADOR = "PLO-L110"
CLAVE_REPETIDA = "PLO-L111"
ALIAS = "PLO-L112"
ETIQUETA = "PLO-L113"
VARIOS_DOCUMENTOS = "PLO-L114"
MUY_HONDO = "PLO-L115"
MUCHOS_NODOS = "PLO-L116"
CLAVE_QUE_NO_ES_TEXTO = "PLO-L117"
OTRO_FORMATO = "PLO-L130"
DOS_PLANES_DISTINTOS = "PLO-L142"
DOS_PLANES = "PLO-L143"
FALTA_UN_ARCHIVO = "PLO-L144"
SOBRA_UN_ARCHIVO = "PLO-L145"
ARCHIVO_QUE_SALE = "PLO-L146"

MAXIMO_DE_PROBLEMAS = 1000


def acotar(diagnosticos: Iterable[Diagnostico], archivo: str, sobrantes: int = 0) -> tuple[Diagnostico, ...]:
    """Ordena los diagnósticos y, si pasan del tope, cuenta los demás en uno solo, sin callarlos.

    `sobrantes` son los que se contaron sin describirlos.
    """
    todos = ordenar(diagnosticos)
    resto = max(len(todos) - MAXIMO_DE_PROBLEMAS, 0) + sobrantes
    if resto == 0:
        return todos
    ayuda = "corrija los primeros y vuelva a leer: muchos suelen tener la misma causa"
    gravedad = "error" if any(d.es_error for d in todos) or sobrantes else "advertencia"
    aviso = Diagnostico(
        HAY_MAS_PROBLEMAS,
        f"hay {resto} problemas más en este archivo",
        Tramo(archivo),
        ayuda,
        gravedad=gravedad,
    )
    return (*todos[:MAXIMO_DE_PROBLEMAS], aviso)

"""Fallas de un dato del plan, con su código del catálogo: lo único que los validadores lanzan.

Pydantic las junta todas y `cargadores.fallas` las vuelve diagnósticos; el tipo de la falla es el
código, de modo que nadie interpreta textos.
"""

from pydantic_core import PydanticCustomError

CLAVE_DESCONOCIDA = "PLO-D101"
FALTA_UN_DATO = "PLO-D102"
OPCION_DESCONOCIDA = "PLO-D103"
CANTIDAD_ILEGIBLE = "PLO-D104"
OTRA_DIMENSION = "PLO-D105"
FECHA_ILEGIBLE = "PLO-D106"
NUMERO_ILEGIBLE = "PLO-D107"
NI_SI_NI_NO = "PLO-D108"
TEXTO_VACIO = "PLO-D109"
OTRA_FORMA = "PLO-D110"
AUSENCIA_SIN_MOTIVO = "PLO-D111"
ID_MAL_ESCRITO = "PLO-D112"
ID_REPETIDO = "PLO-D113"
REFERENCIA_PERDIDA = "PLO-D114"
DATO_INCOHERENTE = "PLO-D115"
NULO_ESCRITO = "PLO-D116"
HAY_MAS_PROBLEMAS = "PLO-D117"
ENLACE_ROTO = "PLO-D118"
CODIGO_DE_MUNICIPIO = "PLO-D119"


def falla(codigo: str, mensaje: str, ayuda: str = "") -> PydanticCustomError:
    """Devuelve la falla lista para lanzarla desde un validador."""
    return PydanticCustomError(codigo, "{mensaje}", {"mensaje": mensaje, "ayuda": ayuda})

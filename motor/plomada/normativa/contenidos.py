"""El mapa conceptual: qué contenidos debe traer un plan, dónde deben constar y a qué requisitos responden."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from plomada.normativa.registrado import Registrado

DondeConsta: TypeAlias = Literal[
    "acuerdo", "dts", "plano", "diagnostico", "resumen", "programa_ejecucion", "seguimiento_y_evaluacion"
]
TIPO_DE_DOCUMENTO: Mapping[str, str] = MappingProxyType(
    {"acuerdo": "proyecto_de_acuerdo", "programa_ejecucion": "dts"}
)
"""El tipo de documento del plan donde está lo que debe constar en cada lugar, si no se llama igual."""

ComponenteExigible: TypeAlias = Literal[
    "diagnostico", "general", "urbano", "rural", "ejecucion", "gestion", "riesgo", "cartografia",
    "seguimiento",
]  # fmt: skip


class ContenidoExigible(Registrado):
    """Un contenido que el plan debe traer; `explicacion` lo dice sin lenguaje jurídico.

    `terminos` son las expresiones con que los planes lo nombran: `plomada leer` las busca.

    `donde` nombra todos los documentos en que debe constar: hallarlo en uno solo no basta. `reglas` nombra
    las que lo exigen: ni una más ni una menos que las que lo leen, y `plomada lint` lo comprueba.
    """

    id: str
    titulo: str
    explicacion: str
    componente: ComponenteExigible
    donde: tuple[DondeConsta, ...]
    requisitos: tuple[str, ...]
    reglas: tuple[str, ...]
    orden: int
    terminos: tuple[str, ...] = ()

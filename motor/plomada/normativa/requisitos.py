"""La exigencia atómica: qué pide una norma, a quién, desde cuándo y con qué fuerza."""

from datetime import date
from typing import Literal, TypeAlias

from plomada.normativa.citas import Cita
from plomada.normativa.registrado import Fecha, Registrado, rige

Clase: TypeAlias = Literal["POT", "PBOT", "EOT"]
Fuerza: TypeAlias = Literal["debe", "deberia", "informa"]
Analisis: TypeAlias = Literal["suficiencia", "articulacion", "coherencia", "tramite"]
Estado: TypeAlias = Literal["automática", "parcial", "juicio experto", "fuera de alcance"]
Verificacion: TypeAlias = Literal["texto", "fuente secundaria", "memoria", "metodo"]
FechaDeReferencia: TypeAlias = Literal[
    "inicio_informado", "radicacion_ambiental_completa", "inicio", "adopcion", "vigencia"
]
Etapa: TypeAlias = Literal["formulacion", "radicacion", "ctp", "concejo", "adopcion", "vigencia"]
Obligado: TypeAlias = Literal[
    "municipio",
    "alcalde",
    "concejo",
    "autoridad_ambiental",
    "consejo_territorial_de_planeacion",
    "nacion",
    "emisor",
]
Ambiental: TypeAlias = Literal["exclusivo", "discutible", "no"]
FueraDeCuenta: TypeAlias = Literal[
    "facultativa", "definición", "dirigida a otra entidad", "inexequible", "agotada", "control de versión"
]
Firmeza: TypeAlias = Literal["firme", "en litigio", "por confirmar"]

NUNCA, SIEMPRE, SIN_REVISAR = "no", "siempre", "sin revisar"
VERIFICACIONES_QUE_TOPAN: frozenset[Verificacion] = frozenset({"memoria", "metodo"})
_TOPE: Fuerza = "deberia"
_DE_MENOR_A_MAYOR: tuple[Fuerza, ...] = ("informa", "deberia", "debe")


class Requisito(Registrado):
    """Una exigencia del registro.

    `citas_equivalentes` son los otros lugares donde está escrita, también los que regían antes.
    `admite_no_aplica` es `no`, `siempre` o la expresión del lenguaje que dice cuándo el plan puede declarar
    que no le aplica. `gemelos` son los ids de la misma exigencia en otra norma: la lectura los deja en los
    dos sentidos. `ambiental_por` es la norma por la que el tema es, o se discute que sea, exclusivamente
    ambiental. `fuera_de_cuenta` dice por qué una exigencia no entra en la cuenta de lo automatizado (una
    facultad, una definición, un deber de otra entidad); pide su `motivo`.
    `para_radicar` dice si sin ella la radicación ante la autoridad ambiental no está completa.
    `version_de` es el id de la exigencia de hoy, cuando esta es una versión anterior suya.
    """

    id: str
    cita: Cita
    citas_equivalentes: tuple[Cita, ...] = ()
    clases: tuple[Clase, ...]
    desde: Fecha
    hasta: Fecha | None = None
    fuerza: Fuerza = "debe"
    fuerza_por_clase: dict[Clase, Fuerza] = {}
    analisis: Analisis
    parafrasis: str
    estado: Estado
    sesgo: str = ""
    motivo: str = ""
    fuera_de_cuenta: FueraDeCuenta | None = None
    verificacion: Verificacion
    dudas: str = ""
    admite_no_aplica: str = NUNCA
    fecha_de_referencia: FechaDeReferencia = "radicacion_ambiental_completa"
    exigible_desde: Etapa = "formulacion"
    para_radicar: bool = False
    obligado: tuple[Obligado, ...] = ("municipio",)
    ambiental: Ambiental = "no"
    ambiental_por: Cita | None = None
    firmeza: Firmeza = "firme"
    revisado_por: str = SIN_REVISAR
    consecuencia: str = ""
    gemelos: tuple[str, ...] = ()
    version_de: str = ""

    def fuerza_para(self, clase: str) -> Fuerza:
        """Devuelve la fuerza con que obliga a esa clase, ya topada.

        Lo verificado de memoria, lo fundado en un método y lo que no está en firme no pasan de `deberia`.
        """
        fuerza = next((f for c, f in self.fuerza_por_clase.items() if c == clase), self.fuerza)
        if self.verificacion in VERIFICACIONES_QUE_TOPAN or self.firmeza != "firme":
            return min(fuerza, _TOPE, key=_DE_MENOR_A_MAYOR.index)
        return fuerza

    def rige_en(self, fecha: date) -> bool:
        """Dice si la exigencia rige en la fecha."""
        return rige(self.desde, self.hasta, fecha)

    @property
    def citas(self) -> tuple[Cita, ...]:
        """Devuelve la cita principal y las equivalentes."""
        return (self.cita, *self.citas_equivalentes)

    @property
    def tiene_condicion(self) -> bool:
        """Dice si el «no aplica» depende de una expresión que hay que evaluar."""
        return self.admite_no_aplica not in {NUNCA, SIEMPRE}

    @property
    def esta_revisado(self) -> bool:
        """Dice si un jurista firmó la redacción."""
        return self.revisado_por != SIN_REVISAR

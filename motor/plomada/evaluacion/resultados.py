"""Lo que sale de evaluar: un Resultado por regla y un Hallazgo por elemento que lo explica."""

from pydantic import BaseModel, ConfigDict, Field, InstanceOf

from plomada.articulacion.grafo import Cadena
from plomada.evaluacion.veredicto import Veredicto


class _Valor(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class DatoLeido(_Valor):
    """Un dato que la regla miró: su ruta en el plan, lo que decía y dónde está escrito.

    `nombre` lo dice para una persona (`«Costo estimado» de Parque (P2)`); la ruta sirve para corregirlo.
    """

    ruta: str
    valor: str
    lugar: str = ""
    nombre: str = ""


class Hallazgo(_Valor):
    """Lo que una regla dice de un elemento del plan.

    Su identidad, estable entre rondas, es `regla` + `elemento` + `modo`: nunca la línea ni la página.
    `elemento` es la ruta del elemento o la combinación (`inundacion · urbano`); vacío si es el plan entero.
    `de_quien` es ese elemento como se le nombra a una persona. `explicacion` dice en frases qué se esperaba,
    qué se leyó y por qué no alcanza (o por qué sí); completa el mensaje, que es el que escribe la regla.
    """

    regla: str
    elemento: str
    veredicto: Veredicto
    modo: str
    mensaje: str
    subsana: str = ""
    causa: str = ""
    dato: str = ""
    datos: tuple[DatoLeido, ...] = ()
    de_quien: str = ""
    explicacion: str = ""

    @property
    def identidad(self) -> tuple[str, str, str]:
        """Devuelve regla, elemento y modo de falla."""
        return (self.regla, self.elemento, self.modo)


class Resultado(_Valor):
    """El veredicto de una regla y lo que lo explica.

    `requisito` es el fundamento con que se aplicó, a su fecha. `declarado` marca un cumple que se apoya en
    evidencia que nadie ha comprobado contra el documento. `por_juicio_de` es quien respondió una pregunta.
    """

    regla: str
    veredicto: Veredicto
    requisito: str
    fuerza: str
    fecha: str
    motivo: str = ""
    total: int = 0
    fallan: int = 0
    no_constan: int = 0
    no_aplican: int = 0
    declarado: bool = False
    por_juicio_de: str = ""
    hallazgos: tuple[Hallazgo, ...] = ()


class Evaluacion(_Valor):
    """Todos los resultados de un plan, en el orden de las reglas, con el régimen que se aplicó.

    `cadena` es la que las reglas recorrieron, para no construirla otra vez; no se escribe con lo demás.
    """

    fecha: str
    origen_de_la_fecha: str
    clase_declarada: str
    clase_aplicada: str
    clase_por_poblacion: str
    tramite: str
    resultados: tuple[Resultado, ...]
    cadena: InstanceOf[Cadena] | None = Field(default=None, exclude=True, repr=False)

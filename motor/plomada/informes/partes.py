"""Las piezas de un informe: valores congelados que ya traen todo lo que un formato muestra."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto


class Parte(BaseModel):
    """Base de las piezas de un informe."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Conteo(Parte):
    """Cuántos hay de cada veredicto; los seis suman `total`."""

    total: int = 0
    cumple: int = 0
    no_cumple: int = 0
    no_consta: int = 0
    no_aplica: int = 0
    requiere_concepto: int = 0
    error: int = 0


class Totales(Parte):
    """Las cuentas del plan entero: ningún perfil las cambia."""

    reglas: Conteo = Field(description="Resultados, uno por regla ejecutada")
    hallazgos: Conteo = Field(description="Hallazgos, uno por cada elemento que explica un resultado")
    cumple_con_lo_descrito: int = Field(
        description="De los que cumplen, los que se deciden con los datos que la entrega describe"
    )
    cumple_declarado: int = Field(description="De los que cumplen, los apoyados en evidencia sin comprobar")
    cumple_por_juicio: int = Field(description="De los que cumplen, los que decidió una persona con soporte")
    requerimientos: int = Field(description="Reglas que no cumplen y tienen fuerza `debe`")
    recomendaciones: int = Field(description="Reglas que no cumplen y tienen fuerza `deberia`")
    informativos: int = Field(description="Reglas que no cumplen y tienen fuerza `informa`")
    pendientes_obligatorios: int = Field(description="Reglas `debe` que no constan o requieren concepto")
    hallazgos_aceptados: int = Field(
        default=0,
        description="Hallazgos que una aceptación que vale ampara; siguen contando en los demás totales",
    )
    requerimientos_aceptados: int = Field(
        default=0, description="De los requerimientos, los que tienen todos sus incumplimientos aceptados"
    )


class Regimen(Parte):
    """A qué fecha y con qué clase y trámite se evaluó."""

    fecha: str
    origen_de_la_fecha: str
    clase_declarada: str
    clase_por_poblacion: str = Field(description="Vacía si con lo descrito no se puede saber")
    clase_aplicada: str
    tramite: str
    avisos: tuple[str, ...] = Field(default=(), description="Lo que conviene saber antes de leer el resto")


class PlanRevisado(Parte):
    """De qué plan es el informe."""

    archivo: str
    huella: str = Field(description="SHA-256 de los datos del plan, sea YAML o libro de cálculo")
    municipio: str = ""
    departamento: str = ""
    ficticio: bool = False


class RequisitoPendiente(Parte):
    """Un requisito del registro que la herramienta no decide sola, o decide con sesgo conocido."""

    id: str
    cita: str
    pide: str
    estado: str
    explicacion: str = Field(description="El sesgo, si es parcial; el motivo, si está fuera de alcance")


class Automatizacion(Parte):
    """En qué estado está cada requisito del registro; los cuatro estados suman `requisitos`."""

    requisitos: int
    automatica: int
    parcial: int
    juicio_experto: int
    fuera_de_alcance: int
    pendientes: tuple[RequisitoPendiente, ...] = Field(description="Todo lo que no es plenamente automático")


class SinRevisar(Parte):
    """Cuánto falta por revisar de un jurista."""

    reglas: int
    de_reglas: int
    requisitos: int
    de_requisitos: int


class RequisitoCitado(Parte):
    """El requisito con que se aplicó una regla."""

    id: str
    norma: str
    cita: str = Field(description="En la norma que regía a la fecha en que se aplicó")
    citas_equivalentes: tuple[str, ...] = Field(default=(), description="Otros lugares donde está escrita")
    pide: str
    desde: str
    hasta: str = ""
    vigencia: str
    estado: str
    sesgo: str = ""
    verificacion: str
    firmeza: str
    dudas: str = ""
    consecuencia: str = ""
    ambiental: Literal["exclusivo", "discutible", "no"]
    ambiental_por: str = Field(default="", description="La norma por la que el tema es ambiental")
    exigible_desde: str = Field(default="", description="La etapa del trámite desde la que se exige")
    revisado_por: str


class Excepcion(Parte):
    """Un `salvo que` de la regla."""

    condicion: str
    porque: str


class ReglaInformada(Parte):
    """El resultado de una regla con todo lo que hace falta para defenderlo."""

    regla: str
    titulo: str
    veredicto: Veredicto
    matiz: Literal["", "declarado", "parcial", "por juicio"] = ""
    analisis: str
    componente: str
    materia: tuple[str, ...]
    competencia: str
    obligado: tuple[str, ...]
    fuerza: str
    requisito: RequisitoCitado
    otros_fundamentos: tuple[RequisitoCitado, ...] = ()
    ambiental: Literal["exclusivo", "discutible", "no"]
    para_radicar: bool = Field(
        default=False, description="Si sin ella la radicación ante la autoridad ambiental no está completa"
    )
    exigencia: str = Field(description="Lo que se exige, o la pregunta que responde una persona")
    es_pregunta: bool = False
    exigencia_en_frase: str = Field(default="", description="La exigencia en español corriente")
    cuando: str = ""
    cuando_en_frase: str = Field(default="", description="La condición en español corriente")
    salvo: tuple[Excepcion, ...] = ()
    fecha: str
    motivo: str = ""
    total: int = 0
    fallan: int = 0
    no_constan: int = 0
    no_aplican: int = 0
    por_juicio_de: str = ""
    revisado_por: str
    archivo: str
    linea: int
    huella: str = Field(default="", description="SHA-256 de la regla, sus requisitos y sus parámetros")
    hallazgos: tuple[Hallazgo, ...]


class Grupo(Parte):
    """Reglas que el perfil muestra juntas: las de una norma o las de una misma tarea."""

    titulo: str
    reglas: tuple[str, ...]
    hallazgos: int


class Oculto(Parte):
    """Lo que el perfil no muestra; los totales sí lo cuentan."""

    reglas: int = 0
    hallazgos: int = 0
    por_que: str = ""


class Aviso(Parte):
    """Un diagnóstico de la lectura que no impidió evaluar, o que explica por qué no se evaluó."""

    codigo: str
    gravedad: str
    mensaje: str
    lugar: str = ""
    ayuda: str = ""

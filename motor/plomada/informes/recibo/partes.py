"""El recibo: la huella de todo lo que decide un informe. Sin reloj y sin rutas de la máquina."""

import json
from datetime import date

from pydantic import Field, ValidationInfo, field_validator

from plomada.informes.idiomas.rotulos import ESPANOL, IDIOMAS
from plomada.informes.partes import Parte
from plomada.informes.perfiles import Perfil

# Un recibo de la primera versión dice menos (solo la evaluación), y se repite igual.
PRIMER_FORMATO = "plomada.recibo/1"
FORMATO = "plomada.recibo/2"
SE_LEEN = (PRIMER_FORMATO, FORMATO)


class Herramienta(Parte):
    """Con qué programas se evaluó."""

    motor: str
    motor_huella: str = Field(description="SHA-256 de las reglas, el registro, el motor y el calendario")
    archivos: dict[str, str] = Field(
        default={}, description="SHA-256 de cada archivo del motor: código, rótulos y plantillas"
    )
    python: str
    bibliotecas: dict[str, str]
    festivos: str = Field(description="SHA-256 del calendario de festivos")


class Registrado(Parte):
    """La huella de cada pieza de la norma, por id."""

    reglas: dict[str, str]
    requisitos: dict[str, str]
    parametros: dict[str, str]
    normas: dict[str, str]
    contenidos: dict[str, str]
    autoridades: dict[str, str]
    archivos: dict[str, str] = Field(description="Los de `reglas/` y `normativa/`, por su ruta")


class Adjunto(Parte):
    """Un archivo que se dio aparte de la entrega: la plantilla de Word, o el libro con las respuestas."""

    nombre: str
    huella: str = Field(description="SHA-256 del archivo")


class Pedido(Parte):
    """Qué se pidió evaluar y cómo."""

    plan: str = Field(description="El archivo del plan dentro de la entrega; vacío si se dio la carpeta")
    plan_leido: str = Field(default="", description="El archivo que se evaluó; vacío en un recibo viejo")
    fecha: date
    fecha_pedida: bool = Field(description="Si la fecha se dio con `--fecha`")
    origen_de_la_fecha: str
    perfil: Perfil
    aceptaciones: bool = Field(description="Si se tuvieron en cuenta las aceptaciones de la entrega")
    idioma: str = Field(default=ESPANOL, description="El de los rótulos")
    formatos: tuple[str, ...] = Field(default=(), description="Los de `informe`; vacío si se usó `evaluar`")
    plantilla: Adjunto | None = None
    respuestas: Adjunto | None = None

    @field_validator("idioma")
    @classmethod
    def _existe(cls, idioma: str) -> str:
        if idioma not in IDIOMAS:
            raise ValueError("no es un idioma de los rótulos")
        return idioma


class Salida(Parte):
    """Un archivo que se entregó."""

    archivo: str = Field(description="Su nombre, sin carpeta; vacío si salió por la consola")
    huella: str = Field(description="SHA-256 de sus bytes")


class Recibo(Parte):
    """Todo lo que hace falta para repetir un informe y decir qué cambió si no da lo mismo."""

    formato: str = FORMATO
    pedido: Pedido
    archivos: dict[str, str] = Field(description="SHA-256 de cada archivo de la entrega, por su ruta en ella")
    herramienta: Herramienta
    registrado: Registrado
    informe_huella: str = Field(description="SHA-256 del informe en JSON")
    salidas: dict[str, Salida] = Field(
        default={}, validate_default=True, description="Lo que se entregó, por su formato"
    )
    codigo_de_salida: int

    @field_validator("salidas")
    @classmethod
    def _las_pedidas(cls, salidas: dict[str, Salida], info: ValidationInfo) -> dict[str, Salida]:
        pedido = info.data.get("pedido")
        if pedido is not None and set(salidas) != set(pedido.formatos):
            raise ValueError("no son los formatos pedidos")
        return salidas

    def a_json(self) -> str:
        """Devuelve el recibo en JSON, con los mismos bytes para el mismo recibo."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

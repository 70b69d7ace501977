"""El recibo: la huella de todo lo que decide un informe. Sin reloj y sin rutas de la máquina."""

import json
from datetime import date

from pydantic import Field

from plomada.informes.partes import Parte
from plomada.informes.perfiles import Perfil

FORMATO = "plomada.recibo/1"


class Herramienta(Parte):
    """Con qué programas se evaluó."""

    motor: str
    motor_huella: str = Field(description="SHA-256 de las reglas, el registro, el motor y el calendario")
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


class Pedido(Parte):
    """Qué se pidió evaluar y cómo."""

    plan: str = Field(description="El archivo del plan dentro de la entrega; vacío si se dio la carpeta")
    fecha: date
    fecha_pedida: bool = Field(description="Si la fecha se dio con `--fecha`")
    origen_de_la_fecha: str
    perfil: Perfil
    aceptaciones: bool = Field(description="Si se tuvieron en cuenta las aceptaciones de la entrega")


class Recibo(Parte):
    """Todo lo que hace falta para repetir una evaluación y decir qué cambió si no da lo mismo."""

    formato: str = FORMATO
    pedido: Pedido
    archivos: dict[str, str] = Field(description="SHA-256 de cada archivo de la entrega, por su ruta en ella")
    herramienta: Herramienta
    registrado: Registrado
    informe_huella: str = Field(description="SHA-256 del informe en JSON")
    codigo_de_salida: int

    def a_json(self) -> str:
        """Devuelve el recibo en JSON, con los mismos bytes para el mismo recibo."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

"""Qué cambió entre dos recibos: qué archivo, qué regla, requisito o parámetro, o qué versión."""

import json
from collections.abc import Iterator, Mapping
from typing import Literal

from plomada.informes.partes import Parte
from plomada.informes.recibo.partes import Recibo
from plomada.informes.renglones import VACIO, Renglon, parrafo

_GRUPOS = {
    "reglas": "la regla",
    "requisitos": "el requisito",
    "parametros": "el parámetro",
    "normas": "la norma",
    "contenidos": "el contenido exigible",
    "autoridades": "el paquete de determinantes",
    "archivos": "el archivo de la norma",
}


class Diferencia(Parte):
    """Algo que no es igual que al hacer el recibo."""

    de: str
    nombre: str
    que: Literal["cambió", "se agregó", "se quitó"]
    antes: str = ""
    ahora: str = ""

    def __str__(self) -> str:
        """Escribe la diferencia en una frase, sin punto."""
        frase = f"{self.que} {self.de} {self.nombre}".rstrip()
        return f"{frase}: antes {self.antes}, ahora {self.ahora}" if self.antes or self.ahora else frase


class Repeticion(Parte):
    """Lo que dio repetir una evaluación."""

    mismos_bytes: bool
    informe_huella_antes: str
    informe_huella_ahora: str
    diferencias: tuple[Diferencia, ...]

    def a_json(self) -> str:
        """Devuelve la repetición en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: si da lo mismo, y todo lo que cambió aunque dé lo mismo."""
        if self.mismos_bytes:
            texto = f"El informe da los mismos bytes (SHA-256 {self.informe_huella_ahora})."
            yield from parrafo(texto, ancho, estilo="bien")
        else:
            yield from parrafo("El informe no da los mismos bytes.", ancho, estilo="falla")
            yield from parrafo(f"antes  {self.informe_huella_antes}", ancho, 2, "tenue")
            yield from parrafo(
                f"ahora  {self.informe_huella_ahora or '(no se pudo evaluar)'}", ancho, 2, "tenue"
            )
        if not self.diferencias:
            if not self.mismos_bytes:
                yield from parrafo(_SIN_EXPLICACION, ancho, 2)
            return
        yield VACIO
        sin_efecto = ", sin efecto en el informe" if self.mismos_bytes else ""
        yield from parrafo(f"Lo que cambió desde el recibo ({len(self.diferencias)}){sin_efecto}:", ancho)
        for d in self.diferencias:
            yield from parrafo(f"{d}.", ancho, 2, marca="- ")


_SIN_EXPLICACION = (
    "Todo lo que el recibo anota sigue igual: el informe depende de algo que no anota. Es una falla de la "
    "herramienta; envíe el recibo a quien la mantiene."
)


def repetir(antes: Recibo, ahora: Recibo) -> Repeticion:
    """Devuelve si el informe es el mismo y en qué se diferencian los dos recibos."""
    return Repeticion(
        mismos_bytes=antes.informe_huella == ahora.informe_huella,
        informe_huella_antes=antes.informe_huella,
        informe_huella_ahora=ahora.informe_huella,
        diferencias=tuple(diferencias(antes, ahora)),
    )


def diferencias(antes: Recibo, ahora: Recibo) -> Iterator[Diferencia]:
    """Devuelve lo que cambió, de lo más cercano al usuario a lo más lejano."""
    yield from _de_mapa("el archivo de la entrega", antes.archivos, ahora.archivos)
    yield from _de_valores("", antes.pedido.model_dump(), ahora.pedido.model_dump())
    for grupo, de in _GRUPOS.items():
        yield from _de_mapa(de, getattr(antes.registrado, grupo), getattr(ahora.registrado, grupo))
    a, b = antes.herramienta, ahora.herramienta
    programas = {"motor": "Plomada", "python": "Python"}
    for campo, nombre in programas.items():
        yield from _de_valores("la versión de", {nombre: getattr(a, campo)}, {nombre: getattr(b, campo)})
    yield from _de_valores("la versión de", a.bibliotecas, b.bibliotecas)
    yield from _de_mapa("el calendario de festivos", {"": a.festivos}, {"": b.festivos})
    if a.motor_huella != b.motor_huella and antes.registrado == ahora.registrado and a.motor == b.motor:
        yield Diferencia(de="el código del motor", nombre="", que="cambió")


def _de_mapa(de: str, antes: Mapping[str, str], ahora: Mapping[str, str]) -> Iterator[Diferencia]:
    """Compara huellas: basta con decir cuál cambió."""
    for nombre in sorted({*antes, *ahora}):
        if nombre not in ahora:
            yield Diferencia(de=de, nombre=nombre, que="se quitó")
        elif nombre not in antes:
            yield Diferencia(de=de, nombre=nombre, que="se agregó")
        elif antes[nombre] != ahora[nombre]:
            yield Diferencia(de=de, nombre=nombre, que="cambió")


def _de_valores(de: str, antes: Mapping[str, object], ahora: Mapping[str, object]) -> Iterator[Diferencia]:
    for nombre in sorted({*antes, *ahora}):
        viejo, nuevo = str(antes.get(nombre, "ninguna")), str(ahora.get(nombre, "ninguna"))
        if viejo != nuevo:
            yield Diferencia(
                de=de,
                nombre=nombre.replace("_", " "),
                que="cambió",
                antes=viejo or "nada",
                ahora=nuevo or "nada",
            )

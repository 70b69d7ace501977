"""Lo que dio repetir un recibo, y cómo se dice: qué formato cambió y qué insumo."""

import json
from collections.abc import Iterator
from typing import Literal

from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.valores.texto import en_lista

DEL_MOTOR = "el archivo del motor"
_DEL_MOTOR_QUE_SE_NOMBRAN = 10
_SIN_EXPLICACION = (
    "Todo lo que el recibo anota sigue igual: el informe depende de algo que no anota. Es una falla de la "
    "herramienta; envíe el recibo a quien la mantiene."
)


class Diferencia(Parte):
    """Algo que no es igual que al hacer el recibo."""

    de: str
    nombre: str
    que: Literal["cambió", "se agregó", "se quitó"]
    antes: str = ""
    ahora: str = ""

    def __str__(self) -> str:
        """Escribe la diferencia en una frase, sin punto."""
        frase = " ".join(p for p in (self.que, self.de, self.nombre) if p)
        return f"{frase}: antes {self.antes}, ahora {self.ahora}" if self.antes or self.ahora else frase


class FormatoRepetido(Parte):
    """Un formato que se entregó y lo que da ahora; sin `huella_ahora`, no se pudo rehacer."""

    formato: str
    archivo: str
    mismos_bytes: bool
    huella_antes: str
    huella_ahora: str

    def __str__(self) -> str:
        """Nombra el formato y el archivo en que salió."""
        return f"{self.formato} ({self.archivo})" if self.archivo else self.formato


class Repeticion(Parte):
    """Lo que dio repetir un recibo: si todo lo que se entregó da los mismos bytes, y qué cambió."""

    mismos_bytes: bool
    informe_huella_antes: str
    informe_huella_ahora: str
    formatos: tuple[FormatoRepetido, ...] = ()
    diferencias: tuple[Diferencia, ...]

    def a_json(self) -> str:
        """Devuelve la repetición en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: si da lo mismo, y todo lo que cambió aunque dé lo mismo."""
        if self.formatos:
            yield from self._formatos(ancho)
        elif self.mismos_bytes:
            texto = f"El informe da los mismos bytes (SHA-256 {self.informe_huella_ahora})."
            yield from parrafo(texto, ancho, estilo="bien")
        else:
            yield from parrafo("El informe no da los mismos bytes.", ancho, estilo="falla")
            yield from _huellas(self.informe_huella_antes, self.informe_huella_ahora, ancho)
        if not self.diferencias:
            if self._da_otra_cosa():
                yield from parrafo(_SIN_EXPLICACION, ancho, 2)
            return
        yield VACIO
        en_que = "lo entregado" if self.formatos else "el informe"
        sin_efecto = f", sin efecto en {en_que}" if self.mismos_bytes else ""
        yield from parrafo(f"Lo que cambió desde el recibo ({len(self.diferencias)}){sin_efecto}:", ancho)
        for frase in self._frases():
            yield from parrafo(frase, ancho, 2, marca="- ")

    def _da_otra_cosa(self) -> bool:
        """Si algo que sí se rehízo salió distinto; lo que no se pudo rehacer tiene su diagnóstico."""
        if self.formatos:
            return any(f.huella_ahora and not f.mismos_bytes for f in self.formatos)
        return bool(self.informe_huella_ahora) and not self.mismos_bytes

    def _formatos(self, ancho: int) -> Iterator[Renglon]:
        iguales = [f for f in self.formatos if f.mismos_bytes]
        if iguales:
            verbo = "Dan" if len(iguales) > 1 else "Da"
            texto = f"{verbo} los mismos bytes: {en_lista([str(f) for f in iguales])}."
            yield from parrafo(texto, ancho, estilo="bien")
        for f in self.formatos:
            if f.mismos_bytes:
                yield from parrafo(f"{f.formato}  {f.huella_ahora}", ancho, 2, "tenue")
        for f in self.formatos:
            if not f.mismos_bytes:
                yield from parrafo(f"No da los mismos bytes: {f}.", ancho, estilo="falla")
                yield from _huellas(f.huella_antes, f.huella_ahora, ancho)
        if self.mismos_bytes and self.informe_huella_antes != self.informe_huella_ahora:
            texto = "El informe en JSON, que no se entregó, sí cambió: algo que estos formatos no muestran."
            yield from parrafo(texto, ancho)

    def _frases(self) -> Iterator[str]:
        """Las diferencias; si cambió mucho del motor, se nombran unos archivos y se cuentan los demás."""
        del_motor = [d for d in self.diferencias if d.de == DEL_MOTOR]
        muchos = len(del_motor) > _DEL_MOTOR_QUE_SE_NOMBRAN
        for d in self.diferencias:
            if not (muchos and d.de == DEL_MOTOR):
                yield f"{d}."
        if muchos:
            nombrados = ", ".join(d.nombre for d in del_motor[:_DEL_MOTOR_QUE_SE_NOMBRAN])
            resto = len(del_motor) - _DEL_MOTOR_QUE_SE_NOMBRAN
            yield (
                f"cambiaron {len(del_motor)} archivos del motor: {nombrados} y {resto} más (`--formato json` "
                "los nombra todos)."
            )


def _huellas(antes: str, ahora: str, ancho: int) -> Iterator[Renglon]:
    yield from parrafo(f"antes  {antes}", ancho, 2, "tenue")
    yield from parrafo(f"ahora  {ahora or '(no se pudo rehacer)'}", ancho, 2, "tenue")

"""Por qué cambió lo que se dice de un elemento: el plan, la norma o la herramienta.

Se evalúa el plan nuevo con la fecha de la ronda vieja: si ya entonces daba lo de ahora, cambió el plan; si
daba lo de antes, cambió la norma. Si la regla, su norma registrada o el motor no son los mismos, cambió la
herramienta.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plomada.informes.rondas.partes import Origen
from plomada.informes.rondas.vistas import Clave, Vista


@dataclass(frozen=True, slots=True)
class Causante:
    """Dos rondas y, si se pudo, el plan de la segunda evaluado con las fechas de la primera."""

    antes: Vista
    despues: Vista
    cruzada: Vista | None

    def de(self, clave: Clave) -> Origen:
        """Devuelve por qué cambió lo que se dice de una regla y un elemento."""
        if self.otra_herramienta(clave[0]):
            return Origen.HERRAMIENTA
        if mismo_regimen(self.antes, self.despues):
            return Origen.PLAN
        if mismo_plan(self.antes, self.despues):
            return Origen.NORMA
        if self.cruzada is None:
            return Origen.NO_SE_SABE
        entonces = self.cruzada.desenlace(clave)
        if entonces == self.despues.desenlace(clave):
            return Origen.PLAN
        return Origen.NORMA if entonces == self.antes.desenlace(clave) else Origen.PLAN_Y_NORMA

    def otra_herramienta(self, regla: str) -> bool:
        """Dice si la regla, su norma registrada o el motor no son los mismos en las dos rondas."""
        a, d = self.antes.informe, self.despues.informe
        if a.reglas_huella == d.reglas_huella:
            return False
        una, otra = self.antes.reglas.get(regla), self.despues.reglas.get(regla)
        if una is None or otra is None or a.motor != d.motor or una.huella != otra.huella:
            return True
        return mismo_plan(self.antes, self.despues) and mismo_regimen(self.antes, self.despues)


def mismo_regimen(antes: Vista, despues: Vista) -> bool:
    """Dice si las dos rondas se evaluaron con la norma del mismo día y tomada del mismo hecho."""
    a, d = antes.informe.regimen, despues.informe.regimen
    return (a.fecha, a.origen_de_la_fecha) == (d.fecha, d.origen_de_la_fecha)


def mismo_plan(antes: Vista, despues: Vista) -> bool:
    """Dice si el plan de las dos rondas es el mismo."""
    a, d = antes.informe.plan, despues.informe.plan
    return a is not None and d is not None and a.huella == d.huella


def avisos_de(antes: Vista, despues: Vista) -> tuple[str, ...]:
    """Devuelve lo que conviene saber antes de leer la comparación."""
    return tuple(_avisos(antes, despues))


def _avisos(antes: Vista, despues: Vista) -> Iterator[str]:
    a, d = antes.informe, despues.informe
    if a.plan is not None and d.plan is not None and a.plan.municipio != d.plan.municipio:
        nombres = " y ".join(p.municipio or "sin nombre" for p in (a.plan, d.plan))
        yield f"Las rondas son de municipios distintos: {nombres}."
    if a.regimen.clase_aplicada != d.regimen.clase_aplicada:
        yield (
            f"Antes se evaluó como {a.regimen.clase_aplicada} y después como {d.regimen.clase_aplicada}: eso "
            "cambia qué se exige."
        )
    if a.regimen.tramite != d.regimen.tramite:
        yield "El trámite no es el mismo en las dos rondas: eso cambia qué se exige."
    if a.reglas_huella != d.reglas_huella:
        yield (
            f"Las rondas se evaluaron con reglas o motor distintos (Plomada {a.motor} y {d.motor}): lo que "
            "cambió por eso se marca «cambió la herramienta»."
        )
    if despues.presencia is None:
        yield "De la ronda de después solo hay un informe: no se sabe qué elementos se retiraron del plan."

"""Corre los casos y, si se pide, los mutantes de las reglas, y resume lo hallado en una línea."""

from collections.abc import Collection
from dataclasses import dataclass

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.lenguaje.nucleo import PaqueteComprobado
from plomada.normativa.registro import Registro
from plomada.probador.casos import armar_casos
from plomada.probador.correr import InformeDePruebas, probar_casos
from plomada.probador.mutacion import InformeDeMutacion, correr_mutantes
from plomada.probador.planes_base import PlanesBase
from plomada.valores.cercanos import quiza


@dataclass(frozen=True, slots=True)
class Pruebas:
    """Lo que dieron los casos y, si se mutó, los mutantes."""

    informe: InformeDePruebas
    mutacion: InformeDeMutacion | None = None

    @property
    def diagnosticos(self) -> tuple[Diagnostico, ...]:
        """Devuelve todo lo que está mal, en orden."""
        return ordenar([*self.informe.diagnosticos, *(self.mutacion.diagnosticos if self.mutacion else ())])

    @property
    def resumen(self) -> str:
        """Devuelve las cuentas en una línea."""
        i, m = self.informe, self.mutacion
        texto = f"{len(i.reglas)} reglas, {i.casos} casos, {i.ejercidas} de {i.ramas} condiciones ejercidas"
        if m is not None:
            texto += f", {m.mutantes - len(m.vivos)} de {m.mutantes} mutantes detectados"
        fallas = len(self.diagnosticos)
        return f"{texto}: " + ("todo bien." if not fallas else f"{fallas} por corregir.")


def correr_pruebas(
    paquete: PaqueteComprobado,
    registro: Registro,
    bases: PlanesBase,
    solo: Collection[str] = (),
    con_mutantes: bool = False,
) -> Lectura[Pruebas]:
    """Prueba todas las reglas, o solo las nombradas. Diagnósticos: PLO-N240."""
    conocidas = {r.id for r in paquete.reglas}
    ajenas = [
        Diagnostico("PLO-N240", f"no hay regla `{x}`", ayuda=quiza(x, conocidas))
        for x in solo
        if x not in conocidas
    ]
    if ajenas:
        return Lectura(None, tuple(ajenas))
    elegidas = [r for r in paquete.reglas if not solo or r.id in solo]
    casos = armar_casos(elegidas, registro, bases)
    informe = probar_casos(paquete, registro, casos, con_defines=not solo)
    return Lectura(Pruebas(informe, correr_mutantes(paquete, registro, casos) if con_mutantes else None))

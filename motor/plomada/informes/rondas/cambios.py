"""El mismo hallazgo en dos rondas: si de su elemento se dice otra cosa, cambió, y por qué."""

from dataclasses import dataclass

from plomada.evaluacion.resultados import Hallazgo
from plomada.informes.rondas.dicho import Dicho, datos_cambiados
from plomada.informes.rondas.origen import Causante, mismo_plan, mismo_regimen
from plomada.informes.rondas.partes import DatoCambiado, Estado, Origen
from plomada.informes.rondas.vistas import Clave, Vista


@dataclass(frozen=True, slots=True)
class Novedad:
    """Qué pasó con un hallazgo, por qué, y qué datos suyos dicen otra cosa."""

    estado: Estado
    origen: Origen = Origen.NINGUNO
    datos: tuple[DatoCambiado, ...] = ()
    nota: str = ""


@dataclass(frozen=True, slots=True)
class DeLoDicho:
    """Compara lo que dos rondas dicen del mismo hallazgo.

    Si la regla o el motor son otros, la redacción no prueba que el municipio cambiara algo: solo cuentan los
    datos del plan, y la redacción de antes se anota.
    """

    causante: Causante

    def novedad(self, clave: Clave, a: Hallazgo, d: Hallazgo) -> Novedad:
        """Devuelve `persiste` si las dos rondas dicen lo mismo del elemento; si no, `cambió` y por qué."""
        antes, despues = self.causante.antes, self.causante.despues
        otra_herramienta = self.causante.otra_herramienta(clave[0])
        iguales = _dicho(antes, clave, a).mismo_mensaje(_dicho(despues, clave, d))
        datos = datos_cambiados(a, d, solo_comunes=otra_herramienta)
        if otra_herramienta:
            nota = "" if iguales else f"Con otra versión de la herramienta, antes decía: {a.mensaje}"
            if datos and not mismo_plan(antes, despues):
                return Novedad(Estado.CAMBIO, Origen.PLAN, datos, nota)
            return Novedad(Estado.PERSISTE, nota=nota)
        if iguales and not datos:
            return Novedad(Estado.PERSISTE)
        return Novedad(Estado.CAMBIO, self._origen(clave, a, d), datos)

    def _origen(self, clave: Clave, a: Hallazgo, d: Hallazgo) -> Origen:
        antes, despues, cruzada = self.causante.antes, self.causante.despues, self.causante.cruzada
        if mismo_regimen(antes, despues):
            return Origen.PLAN
        if mismo_plan(antes, despues):
            return Origen.NORMA
        if cruzada is None:
            return Origen.NO_SE_SABE
        entonces = [_dicho(cruzada, clave, h) for h in cruzada.de(clave) if h.identidad == d.identidad]
        if any(_lo_mismo(x, _dicho(despues, clave, d)) for x in entonces):
            return Origen.PLAN
        if any(_lo_mismo(x, _dicho(antes, clave, a)) for x in entonces):
            return Origen.NORMA
        return Origen.PLAN_Y_NORMA


def _dicho(vista: Vista, clave: Clave, h: Hallazgo) -> Dicho:
    return Dicho(h, vista.reglas[clave[0]])


def _lo_mismo(uno: Dicho, otro: Dicho) -> bool:
    return uno.mismo_mensaje(otro) and not datos_cambiados(uno.hallazgo, otro.hallazgo)

"""Qué cambia en un plan si se mira con la norma de otra fecha: lo exigido al adoptar y lo exigido hoy."""

import json
from collections.abc import Iterator
from datetime import date

from plomada.evaluacion.resultados import Evaluacion
from plomada.informes.citas import Citador
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha


class CambioDeRegimen(Parte):
    """Una regla cuyo veredicto no es el mismo en las dos fechas, con la norma que se aplicó en cada una."""

    regla: str
    titulo: str
    antes: str
    despues: str
    cita_antes: str
    cita_despues: str
    por_que: str


class DosRegimenes(Parte):
    """El mismo plan con la norma de dos fechas."""

    antes: str
    despues: str
    iguales: int
    cambios: tuple[CambioDeRegimen, ...]

    def a_json(self) -> str:
        """Devuelve la comparación en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por cambio."""
        columnas = (
            "regla", "exigencia", f"con la norma del {self.antes}", f"con la norma del {self.despues}",
            "cita de entonces", "cita de después", "por qué",
        )  # fmt: skip
        filas = tuple(
            (c.regla, c.titulo, c.antes, c.despues, c.cita_antes, c.cita_despues, c.por_que)
            for c in self.cambios
        )
        return Tabla(columnas, filas)

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones."""
        una, otra = (escribir_fecha(date.fromisoformat(f)) for f in (self.antes, self.despues))
        yield from parrafo(f"El plan con la norma del {una} y con la del {otra}", ancho, estilo="titulo")
        yield from parrafo(f"Cambian {len(self.cambios)} reglas; {self.iguales} dan lo mismo.", ancho)
        for c in self.cambios:
            yield VACIO
            yield from parrafo(f"{c.titulo}: antes, {c.antes}; después, {c.despues}", ancho, 2)
            yield from parrafo(f"{c.cita_despues}. {c.por_que}", ancho, 4, estilo="tenue")


def comparar_regimenes(
    antes: Evaluacion, despues: Evaluacion, fichas: tuple[FichaDeRegla, ...], registro: Registro
) -> DosRegimenes:
    """Devuelve las reglas cuyo veredicto cambia; las dos evaluaciones son del mismo plan."""
    titulos, citador = {f.id: f.titulo for f in fichas}, Citador(registro)
    una, otra = date.fromisoformat(antes.fecha), date.fromisoformat(despues.fecha)
    pares = [
        (a, d)
        for a, d in zip(antes.resultados, despues.resultados, strict=True)
        if a.veredicto is not d.veredicto
    ]
    cambios = tuple(
        CambioDeRegimen(
            regla=a.regla,
            titulo=titulos[a.regla],
            antes=a.veredicto.value,
            despues=d.veredicto.value,
            cita_antes=citador.citar(a.requisito, una).cita,
            cita_despues=citador.citar(d.requisito, otra).cita,
            por_que=d.motivo or a.motivo,
        )
        for a, d in sorted(pares, key=lambda p: p[0].regla)
    )
    return DosRegimenes(
        antes=antes.fecha,
        despues=despues.fecha,
        iguales=len(antes.resultados) - len(cambios),
        cambios=cambios,
    )

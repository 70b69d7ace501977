"""Qué determinantes ha expedido cada autoridad del plan, y cuáles describe el plan.

Si la autoridad no tiene paquete cargado, se dice: lo que no se ha cargado no se puede echar de menos.
"""

from collections.abc import Iterator
from datetime import date

from plomada.informes.partes import Parte
from plomada.modelo.plan import Plan
from plomada.normativa.autoridades import DeterminanteDeAutoridad, PaqueteDeAutoridad
from plomada.normativa.registro import Registro
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista


class DeterminanteInformada(Parte):
    """Una determinante de la autoridad y si el plan la describe."""

    id: str
    asunto: str
    eje: str
    acto: str
    vigor: str
    ambiental: str
    evidencia: str
    descrita: bool


class AutoridadInformada(Parte):
    """Una autoridad ambiental del plan, con su paquete o sin él."""

    autoridad: str
    paquete: str
    version: str
    frase: str
    determinantes: tuple[DeterminanteInformada, ...] = ()


def informar_autoridades(plan: Plan, registro: Registro, fecha: date) -> tuple[AutoridadInformada, ...]:
    """Devuelve una entrada por autoridad del plan; si el plan no dice ninguna, una que lo dice."""
    declaradas = plan.municipio.autoridades_ambientales
    nombres = (
        [a.nombre if isinstance(a.nombre, str) else a.id for a in declaradas]
        if isinstance(declaradas, tuple)
        else []
    )
    if not nombres:
        frase = (
            "El plan no dice qué autoridad ambiental tiene jurisdicción: no se sabe qué determinantes "
            "expidió."
        )
        return (AutoridadInformada(autoridad="", paquete="", version="", frase=frase),)
    return tuple(_de(nombre, plan, registro, fecha) for nombre in nombres)


def _de(nombre: str, plan: Plan, registro: Registro, fecha: date) -> AutoridadInformada:
    paquete = registro.autoridad(nombre)
    if paquete is None:
        frase = (
            f"No hay paquete de determinantes cargado para {nombre}: esta revisión solo mira las que el plan "
            "describe y no puede decir cuáles faltan. Pídalas por escrito a la autoridad."
        )
        return AutoridadInformada(autoridad=nombre, paquete="", version="", frase=frase)
    determinantes = tuple(_informar(d, paquete, plan, fecha) for d in paquete.determinantes)
    return AutoridadInformada(
        autoridad=nombre,
        paquete=paquete.id,
        version=paquete.version.isoformat(),
        frase=" ".join(_frases(paquete, determinantes, fecha)),
        determinantes=determinantes,
    )


def _informar(
    d: DeterminanteDeAutoridad, paquete: PaqueteDeAutoridad, plan: Plan, fecha: date
) -> DeterminanteInformada:
    acto = paquete.acto(d.acto)
    return DeterminanteInformada(
        id=d.id,
        asunto=d.asunto,
        eje=d.eje,
        acto=acto.titulo,
        vigor=acto.en(fecha),
        ambiental=d.ambiental,
        evidencia=d.evidencia,
        descrita=d.id in _codigos(plan),
    )


def _codigos(plan: Plan) -> set[str]:
    descritas = plan.determinantes if isinstance(plan.determinantes, tuple) else ()
    return {d.codigo for d in descritas if isinstance(d.codigo, str)}


def _frases(
    paquete: PaqueteDeAutoridad, determinantes: tuple[DeterminanteInformada, ...], fecha: date
) -> Iterator[str]:
    vigentes = [a.titulo for a in paquete.actos if a.en(fecha) == "rige"]
    dudosos = [a.titulo for a in paquete.actos if a.en(fecha) == "no se sabe"]
    yield f"{paquete.nombre}, paquete del {escribir_fecha(paquete.version)}:"
    yield (
        f"a la fecha regía {en_lista(vigentes)}." if vigentes else "no se le conoce acto vigente a la fecha."
    )
    if dudosos:
        yield f"No se sabe si ya regía {en_lista(dudosos)}."
    sin_describir = [d.asunto for d in determinantes if not d.descrita and d.vigor != "no rige"]
    if sin_describir:
        yield f"El plan no describe estas determinantes suyas: {en_lista(sin_describir)}."
    if paquete.completo == "no":
        yield "El paquete no las tiene todas: confírmelas con la autoridad."

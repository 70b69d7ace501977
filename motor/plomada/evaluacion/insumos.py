"""Lo que se comprueba de un plan contra el registro y las reglas antes de evaluarlo."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plomada.cargadores.plan import PlanCargado
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.paquete import Paquete
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cercanos import quiza

ORIGEN_PEDIDO = "la fecha pedida con --fecha"


@dataclass(frozen=True, slots=True)
class FechaElegida:
    """La fecha de la evaluación y de dónde sale."""

    fecha: date
    origen: str


def elegir_fecha(plan: Plan, dada: date | None, archivo: str) -> Lectura[FechaElegida]:
    """Devuelve la fecha con que se evalúa: la dada o la de radicación ambiental.

    Diagnósticos: PLO-D450 (no hay ninguna).
    """
    if dada is not None:
        return Lectura(FechaElegida(dada, ORIGEN_PEDIDO))
    aa = plan.proceso.autoridad_ambiental
    if aa is not None and not isinstance(aa, NoHay):
        for campo, origen in (
            ("radicacion_completa", "la radicación ambiental completa"),
            ("radicado", "la radicación ambiental"),
        ):
            fecha = getattr(aa, campo)
            if isinstance(fecha, date):
                return Lectura(FechaElegida(fecha, origen))
    aviso = Diagnostico(
        "PLO-D450",
        "no se sabe a qué fecha evaluar: el plan no dice cuándo se radicó ante la autoridad ambiental",
        Tramo(archivo),
        "describa `proceso.autoridad_ambiental.radicado`, o use `--fecha AAAA-MM-DD`",
    )
    return Lectura(None, (aviso,))


def revisar_nombres(cargado: PlanCargado, paquete: Paquete) -> Iterator[Diagnostico]:
    """Señala los contenidos que el catálogo no tiene y los juicios que ninguna regla va a leer.

    Diagnósticos: PLO-D451 (contenido desconocido), PLO-D452 (juicio que no responde a ninguna pregunta).
    """
    catalogo = {c.id for c in paquete.registro.contenidos}
    for id_ in cargado.plan.contenidos:
        if id_ not in catalogo:
            lugar = cargado.lugares.get(f"contenidos.{id_}")
            yield Diagnostico(
                "PLO-D451",
                f"el catálogo no tiene el contenido `{id_}`",
                lugar,
                quiza(id_, catalogo) or "los contenidos exigibles están en normativa/contenidos.yaml",
            )
    yield from _revisar_juicios(cargado, paquete)


def _revisar_juicios(cargado: PlanCargado, paquete: Paquete) -> Iterator[Diagnostico]:
    """Un juicio que ninguna regla va a leer es un error: callarlo haría creer que se tuvo en cuenta."""
    preguntas = {f.id: bool(f.pregunta) for f in paquete.fichas}
    for juicio in cargado.plan.juicios if isinstance(cargado.plan.juicios, tuple) else ():
        if not isinstance(juicio.regla, str):
            mensaje = f"el juicio `{juicio.id}` no dice qué regla responde"
            ayuda = "escriba en `regla:` la regla que preguntó"
        elif juicio.regla not in preguntas:
            mensaje, ayuda = f"no hay ninguna regla `{juicio.regla}`", quiza(juicio.regla, preguntas)
        elif not preguntas[juicio.regla]:
            mensaje = f"la regla `{juicio.regla}` no pregunta nada: la deciden los datos del plan"
            ayuda = "quite el juicio y describa los datos que la regla lee"
        else:
            continue
        lugar = cargado.lugares.get(f"juicios[{juicio.id}].regla") or cargado.lugares.get(
            f"juicios[{juicio.id}]"
        )
        yield Diagnostico("PLO-D452", mensaje, lugar, ayuda)

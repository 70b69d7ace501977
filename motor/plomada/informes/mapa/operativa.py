"""La lectura operativa: qué manda hacer el plan, a quién, cuándo y con cuánto.

Cada fuente dice de qué lista sale la orden y en qué campos se lee cada respuesta; lo que el plan no dice
queda escrito como «no lo dice», porque eso es justo lo que se busca.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plomada.informes.partes import Parte
from plomada.informes.tablas import Tabla
from plomada.modelo.elementos import Elemento
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.texto import clave_natural

NO_LO_DICE = "no lo dice"


class Orden(Parte):
    """Algo que el plan manda hacer."""

    clase: str
    id: str
    que: str
    quien: str
    cuando: str
    cuanto: str
    donde: str


@dataclass(frozen=True, slots=True)
class Fuente:
    """De qué lista sale la orden y en qué campos, por orden de preferencia, se lee cada respuesta."""

    clase: str
    lista: str
    que: tuple[str, ...]
    quien: tuple[str, ...] = ()
    cuando: tuple[str, ...] = ()
    cuanto: tuple[str, ...] = ()
    donde: tuple[str, ...] = ()


FUENTES: tuple[Fuente, ...] = (
    Fuente(
        "actuación del programa de ejecución", "programa_ejecucion.entradas", ("actividades", "nombre"),
        ("responsable",), ("anio",), ("costo",),
    ),
    Fuente(
        "proyecto fuera del programa de ejecución", "medios.proyectos", ("nombre", "descripcion"), (),
        ("plazo",), ("costo",), ("localizacion",),
    ),
    Fuente(
        "decisión del modelo de ocupación", "medios.decisiones", ("texto", "nombre"), (), (), (),
        ("articulo",),
    ),
    Fuente("norma urbanística", "normas_urbanisticas.normas", ("nombre",), (), (), (), ("articulo",)),
    Fuente("plan parcial", "gestion.planes_parciales", ("nombre", "directrices"), (), ("vigencia",)),
    Fuente("instrumento", "gestion.instrumentos", ("nombre", "tipo", "criterios"), (), (), (), ("articulo",)),
    Fuente(
        "área con condición", "riesgo.areas", ("medida", "nombre"), (), ("plazo_del_detallado",), (),
        ("articulo", "plano"),
    ),
    Fuente(
        "medida de intervención", "riesgo.medidas", ("descripcion", "nombre"), (), (), ("costo",),
        ("articulo",),
    ),
    Fuente(
        "terreno que el programa ubica", "programa_ejecucion.terrenos", ("nombre", "instrumento"), (), (), (),
        ("localizacion",),
    ),
    Fuente(
        "inmueble prioritario", "programa_ejecucion.prioritarios", ("nombre", "identificacion"), (),
        ("vencimiento",), (), ("directriz",),
    ),
    Fuente("indicador que hay que medir", "seguimiento.indicadores", ("nombre", "formula"), ("responsable",)),
)  # fmt: skip


def armar_operativa(plan: Plan) -> tuple[Orden, ...]:
    """Devuelve las órdenes del plan, por fuente y por id."""
    programados = {str(e.proyecto) for e in _elementos(plan, "programa_ejecucion.entradas")}  # type: ignore[attr-defined]
    nombres = {e.id: _leer(e, ("nombre",)) for e in _elementos(plan, "medios.proyectos")}
    return tuple(
        orden
        for fuente in FUENTES
        for e in sorted(_elementos(plan, fuente.lista), key=lambda x: (clave_natural(x.id), x.id))
        if not (fuente.lista == "medios.proyectos" and e.id in programados)
        for orden in [_orden(fuente, e, nombres)]
    )


def tabla_operativa(ordenes: tuple[Orden, ...]) -> Tabla:
    """Devuelve una fila por orden."""
    columnas = ("clase", "id", "qué manda hacer", "a quién", "cuándo", "con cuánto", "dónde")
    return Tabla(
        columnas, tuple((o.clase, o.id, o.que, o.quien, o.cuando, o.cuanto, o.donde) for o in ordenes)
    )


def _elementos(plan: Plan, lista: str) -> Iterator[Elemento]:
    valor: object = plan
    for parte in lista.split("."):
        valor = getattr(valor, parte)
        if valor is None or isinstance(valor, NoHay):
            return
    assert isinstance(valor, tuple)
    yield from valor


def _orden(f: Fuente, e: Elemento, proyectos: dict[str, str]) -> Orden:
    proyecto = getattr(e, "proyecto", None)
    de_proyecto = proyectos.get(proyecto, "") if isinstance(proyecto, str) else ""
    que = _leer(e, f.que)
    if de_proyecto and de_proyecto != que:
        que = f"{de_proyecto}: {que}" if que else de_proyecto
    return Orden(
        clase=f.clase,
        id=e.id,
        que=que or NO_LO_DICE,
        quien=_leer(e, f.quien) or NO_LO_DICE,
        cuando=_leer(e, f.cuando) or NO_LO_DICE,
        cuanto=_leer(e, f.cuanto) or NO_LO_DICE,
        donde=_donde(e, f.donde) or NO_LO_DICE,
    )


def _leer(e: Elemento, campos: tuple[str, ...]) -> str:
    for campo in campos:
        valor = getattr(e, campo)
        if valor is not None and not isinstance(valor, NoHay):
            rotulo = getattr(valor, "rotulo", "")
            return str(rotulo or (str(valor) if isinstance(valor, Cantidad) else valor))
    return ""


def _donde(e: Elemento, campos: tuple[str, ...]) -> str:
    rotulos = {"articulo": "artículo", "plano": "plano", "localizacion": "", "directriz": "artículo"}
    partes = [
        f"{rotulos.get(c, '')} {v}".strip()
        for c in campos
        if isinstance(v := getattr(e, c), str)
    ]  # fmt: skip
    for x in e.evidencia:
        lugar = [f"artículo {x.articulo}" if isinstance(x.articulo, str) else ""]
        lugar.append(f"página {x.pagina}" if isinstance(x.pagina, int) else "")
        partes.extend(p for p in lugar if p)
    return "; ".join(dict.fromkeys(partes))

"""El mapa conceptual: qué contiene el plan, en qué artículo o página, y de qué requisito responde cada cosa.

Sale de dos lados: los contenidos del catálogo, y todo elemento con id que el plan describe.
"""

import inspect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from plomada.informes.partes import Parte
from plomada.informes.suficiencia import ContenidoInformado, LugarDeContenido, escribir_lugar
from plomada.informes.tablas import Tabla
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.opciones import ComponenteDelPlan
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.texto import clave_natural

# Lo que no es parte del plan: los papeles de la entrega y lo que se dice de la propia descripción.
_AJENOS = frozenset({"juicios", "procedencia", "documentos", "contenidos"})


class FilaDelMapa(Parte):
    """Una cosa que el plan contiene."""

    parte: str
    que: str
    id: str
    nombre: str
    documento: str = ""
    pagina: str = ""
    articulo: str = ""
    plano: str = ""
    cita: str = ""
    comprobacion: str = ""
    responde_a: tuple[str, ...] = ()


_COMPONENTES: Mapping[str, str] = {str(c): c.rotulo for c in ComponenteDelPlan} | {
    "diagnostico": "diagnóstico", "seguimiento": "seguimiento y evaluación",
}  # fmt: skip


def armar_conceptual(
    plan: Plan, suficiencia: Iterable[ContenidoInformado], fichas: Iterable[FichaDeRegla]
) -> tuple[FilaDelMapa, ...]:
    """Devuelve primero los contenidos, en el orden del plan, y después los elementos, por su ruta."""
    exigidas = _requisitos_por_lista(fichas)
    nombres = {
        d.id: d.nombre if isinstance(d.nombre, str) else d.id
        for d in (plan.documentos if isinstance(plan.documentos, tuple) else ())
    }
    return (*_de_contenidos(suficiencia), *_de_elementos(plan, exigidas, nombres))


def tabla_conceptual(filas: tuple[FilaDelMapa, ...]) -> Tabla:
    """Devuelve una fila por cosa que el plan contiene."""
    columnas = (
        "parte", "qué es", "id", "nombre", "documento", "página", "artículo", "plano", "cita", "comprobación",
        "responde a",
    )  # fmt: skip
    return Tabla(
        columnas,
        tuple(
            (
                f.parte, f.que, f.id, f.nombre, f.documento, f.pagina, f.articulo, f.plano, f.cita,
                f.comprobacion,
                "; ".join(f.responde_a),
            )
            for f in filas
        ),
    )  # fmt: skip


# -- contenidos ------------------------------------------------------------------------------------


def _de_contenidos(suficiencia: Iterable[ContenidoInformado]) -> Iterator[FilaDelMapa]:
    for c in suficiencia:
        for lugar in c.lugares or (LugarDeContenido(comprobacion="sin ubicar"),):
            yield FilaDelMapa(
                parte=_COMPONENTES[c.componente],
                que=f"contenido ({c.estado})",
                id=c.id,
                nombre=c.titulo,
                documento=lugar.documento,
                pagina=lugar.pagina,
                articulo=lugar.articulo,
                plano=lugar.plano,
                cita=lugar.cita,
                comprobacion=lugar.comprobacion,
                responde_a=c.citas,
            )


# -- elementos -------------------------------------------------------------------------------------


def _requisitos_por_lista(fichas: Iterable[FichaDeRegla]) -> Mapping[str, tuple[str, ...]]:
    """Por lista del plan, los requisitos de las reglas que la recorren."""
    hallados: dict[str, set[str]] = defaultdict(set)
    for f in fichas:
        for _, lista in f.listas:
            hallados[lista].update(f.fundamento)
    return {lista: tuple(sorted(ids, key=clave_natural)) for lista, ids in hallados.items()}


def _de_elementos(
    plan: Plan, exigidas: Mapping[str, tuple[str, ...]], documentos: Mapping[str, str]
) -> Iterator[FilaDelMapa]:
    for bloque, forma in campos_de(Plan).items():
        if bloque not in _AJENOS:
            for ruta, elemento, tipo in _bajar(bloque, forma, getattr(plan, bloque)):
                yield from _filas(forma.descripcion.rstrip("."), ruta, elemento, tipo, (exigidas, documentos))


def _bajar(ruta: str, forma: Forma, valor: object) -> Iterator[tuple[str, Elemento, str]]:
    """Recorre los elementos con id, con la ruta de la lista en que están y qué son."""
    if valor is None or isinstance(valor, NoHay):
        return
    if isinstance(valor, tuple) and forma.dentro is not None:
        if forma.dentro.modelo is not None:
            for x in sorted(valor, key=lambda e: clave_natural(str(getattr(e, "id", "")))):
                yield from _bajar(ruta, forma.dentro, x)
        return
    if forma.modelo is None:
        return
    if isinstance(valor, Elemento):
        yield ruta, valor, (inspect.getdoc(forma.modelo) or forma.tipo).partition(".")[0]
    for campo, f in campos_de(forma.modelo).items():
        if campo not in {"evidencia", "id"}:
            yield from _bajar(f"{ruta}.{campo}", f, getattr(valor, campo))


def _filas(
    bloque: str,
    lista: str,
    elemento: Elemento,
    que: str,
    contexto: tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]],
) -> Iterator[FilaDelMapa]:
    exigidas, documentos = contexto
    nombre = next((x for c in ("nombre", "texto") if isinstance(x := getattr(elemento, c, None), str)), "")
    for lugar in _lugares(elemento, documentos):
        yield FilaDelMapa(
            parte=bloque,
            que=que,
            id=elemento.id,
            nombre=nombre,
            **lugar,
            responde_a=exigidas.get(lista, ()),
        )


def _lugares(elemento: Objeto, documentos: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Dónde está: su evidencia y, si no la trae, el artículo o el plano que el propio elemento nombra."""
    if elemento.evidencia:
        for e in elemento.evidencia:
            yield escribir_lugar(e, documentos)
        return
    propios = {c: getattr(elemento, c, None) for c in ("articulo", "plano")}
    yield {c: v for c, v in propios.items() if isinstance(v, str)}

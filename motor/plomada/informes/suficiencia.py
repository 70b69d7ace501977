"""La matriz de suficiencia: por contenido exigible, qué dicen sus reglas y dónde está."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import Field

from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.partes import Parte, ReglaInformada
from plomada.modelo.bloques.encabezado import Contenido
from plomada.modelo.elementos import Evidencia
from plomada.modelo.opciones import EstadoDeEvidencia
from plomada.modelo.plan import Plan
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.registro import Registro

SIN_DESCRIBIR = "sin describir"
_DE_PEOR_A_MEJOR = (
    Veredicto.ERROR, Veredicto.NO_CUMPLE, Veredicto.NO_CONSTA, Veredicto.REQUIERE_CONCEPTO, Veredicto.CUMPLE,
    Veredicto.NO_APLICA,
)  # fmt: skip


class LugarDeContenido(Parte):
    """Dónde dice el plan que está un contenido."""

    documento: str = ""
    pagina: str = ""
    articulo: str = ""
    plano: str = ""
    cita: str = ""
    comprobacion: str = Field(description="declarada, comprobada, por confirmar o no hallada")


class ContenidoInformado(Parte):
    """Una fila de la matriz de suficiencia.

    `veredicto` es el peor de sus reglas; si ninguna se aplica a este plan, `no aplica`.
    """

    id: str
    titulo: str
    explicacion: str
    componente: str
    donde: tuple[str, ...]
    estado: str = Field(description="Lo que el plan declara del contenido, o `sin describir`")
    motivo: str = ""
    veredicto: Veredicto
    reglas: tuple[str, ...]
    citas: tuple[str, ...] = Field(description="Las normas que lo piden, como regían a la fecha")
    lugares: tuple[LugarDeContenido, ...] = ()


def armar_suficiencia(
    reglas: Iterable[ReglaInformada], registro: Registro, plan: Plan
) -> tuple[ContenidoInformado, ...]:
    """Devuelve los contenidos del catálogo que alguna de las reglas revisa, en el orden del plan."""
    por_id = {r.regla: r for r in reglas}
    documentos = {
        d.id: d.nombre if isinstance(d.nombre, str) else d.id
        for d in (plan.documentos if isinstance(plan.documentos, tuple) else ())
    }
    catalogo = sorted(registro.contenidos, key=lambda c: (c.orden, c.id))
    return tuple(_filas(catalogo, por_id, plan, documentos))


def _filas(
    catalogo: Iterable[ContenidoExigible],
    por_id: Mapping[str, ReglaInformada],
    plan: Plan,
    documentos: Mapping[str, str],
) -> Iterator[ContenidoInformado]:
    for c in catalogo:
        suyas = [por_id[r] for r in c.reglas if r in por_id]
        if suyas:
            yield _fila(c, suyas, plan.contenidos.get(c.id), documentos)


def _fila(
    c: ContenidoExigible,
    suyas: list[ReglaInformada],
    descrito: Contenido | None,
    documentos: Mapping[str, str],
) -> ContenidoInformado:
    veredictos = {r.veredicto for r in suyas}
    aplicables = [r for r in suyas if r.veredicto is not Veredicto.NO_APLICA] or suyas
    citas = (x.cita for r in aplicables for x in (r.requisito, *r.otros_fundamentos))
    return ContenidoInformado(
        id=c.id,
        titulo=c.titulo,
        explicacion=c.explicacion,
        componente=c.componente,
        donde=tuple(str(d) for d in c.donde),
        estado=SIN_DESCRIBIR if descrito is None else descrito.estado.rotulo,
        motivo=descrito.motivo if descrito is not None and isinstance(descrito.motivo, str) else "",
        veredicto=next(v for v in _DE_PEOR_A_MEJOR if v in veredictos),
        reglas=tuple(r.regla for r in suyas),
        citas=tuple(dict.fromkeys(citas)),
        lugares=tuple(
            LugarDeContenido(**escribir_lugar(e, documentos))
            for e in (descrito.evidencia if descrito else ())
        ),
    )


def escribir_lugar(e: Evidencia, documentos: Mapping[str, str]) -> dict[str, str]:
    """Devuelve dónde dice una evidencia que está lo que prueba, con el nombre del documento."""
    estado = e.estado if isinstance(e.estado, EstadoDeEvidencia) else EstadoDeEvidencia.DECLARADA
    documento = str(e.documento) if isinstance(e.documento, str) else ""
    return {
        "documento": documentos.get(documento, documento),
        "pagina": str(e.pagina) if isinstance(e.pagina, int) else "",
        "articulo": e.articulo if isinstance(e.articulo, str) else "",
        "plano": e.plano if isinstance(e.plano, str) else "",
        "cita": e.cita if isinstance(e.cita, str) else "",
        "comprobacion": estado.rotulo,
    }

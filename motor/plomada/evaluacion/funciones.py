"""Las funciones del motor que el lenguaje nombra con palabras, como `dentro de` y `contenido`.

Las `f_…` deciden (cierto, falso o causa); las `x_…` dicen en una frase lo que miraron.
"""

from collections.abc import Mapping
from decimal import Decimal

from plomada.evaluacion.hechos import Hechos
from plomada.modelo.bloques.encabezado import Contenido
from plomada.modelo.bloques.suelo import Poligono
from plomada.modelo.elementos import Elemento, Evidencia
from plomada.modelo.opciones import EstadoDeContenido, EstadoDeEvidencia, TipoDeDocumento
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.logica import Causa, Verdad

_CIEN = Decimal(100)


# -- polígonos -------------------------------------------------------------------------------------


def f_dentro_de(plan: Plan, hechos: Hechos, dentro: Poligono, fuera: Poligono) -> Verdad:
    """Decide si un polígono está dentro de otro con lo que se sabe de ellos.

    Con solo áreas, la mayor no cabe; una menor o igual puede ser disjunta, así que no consta, salvo que el
    prestador certifique que lo cubre. Sin las dos áreas no consta, aun certificado: callar un área no puede
    mejorar el veredicto.
    """
    if not isinstance(dentro.area, Cantidad) or not isinstance(fuera.area, Cantidad):
        return Causa("sin describir", "el área de los dos polígonos")
    if dentro.area.base > fuera.area.base:
        return False
    if fuera.certifica_cobertura is True:
        return True
    detalle = (
        "con solo las áreas no se sabe si uno está dentro del otro; falta la certificación del prestador"
    )
    return Causa("no demostrable", "la posición de los polígonos", detalle)


# -- contenidos ------------------------------------------------------------------------------------


def f_contenido(plan: Plan, hechos: Hechos, id_: str) -> Verdad:
    """Decide si el contenido está incluido, con evidencia que lo ubique."""
    contenido = plan.contenidos.get(id_)
    if contenido is None:
        return Causa("sin describir", f"contenidos.{id_}")
    match contenido.estado:
        case EstadoDeContenido.NO_INCLUIDO | EstadoDeContenido.PARCIAL:
            return False
        case EstadoDeContenido.NO_APLICA:
            return Causa("declarado que no hay", f"contenidos.{id_}")
        case EstadoDeContenido.POR_CONFIRMAR:
            return Causa("por confirmar", f"contenidos.{id_}")
    hallada = _con_evidencia(contenido, f"contenidos.{id_}")
    return False if hallada is True and esta_fuera_del_articulado(plan, hechos, id_) else hallada


def esta_fuera_del_articulado(plan: Plan, hechos: Hechos, id_: str) -> bool:
    """Dice si el contenido debe constar en el acuerdo y toda su evidencia está en otros documentos.

    Una norma que solo está en el documento técnico no está en el articulado.
    """
    contenido = plan.contenidos.get(id_)
    if contenido is None or _ACUERDO not in hechos.registro.contenido(id_).donde:
        return False
    documentos = hechos.indice("documento")
    tipos = [
        str(getattr(documentos.get(str(e.documento)), "tipo", "")) for e in contenido.evidencia if ubica(e)
    ]
    con_articulo = any(isinstance(e.articulo, str) for e in contenido.evidencia)
    return bool(tipos) and not con_articulo and all(t in _DISTINTOS_DEL_ACUERDO for t in tipos)


_ACUERDO = "acuerdo"
_DISTINTOS_DEL_ACUERDO = {
    str(t) for t in TipoDeDocumento if t not in {TipoDeDocumento.PROYECTO_DE_ACUERDO, TipoDeDocumento.OTRO}
}


def _con_evidencia(contenido: Contenido, ruta: str) -> Verdad:
    ubicadas = [e for e in contenido.evidencia if ubica(e)]
    if not ubicadas:
        return Causa("sin evidencia", ruta, "falta el documento y la página, el artículo o el plano")
    estados = [e.estado for e in ubicadas]
    if all(x is EstadoDeEvidencia.NO_HALLADA for x in estados):
        return Causa("cita no hallada", ruta)
    if all(x in {EstadoDeEvidencia.POR_CONFIRMAR, EstadoDeEvidencia.NO_HALLADA} for x in estados):
        return Causa("por confirmar", ruta)
    return True


def ubica(evidencia: Evidencia) -> bool:
    """Dice si la evidencia permite ir a mirar: documento con página o artículo, artículo, o plano.

    Las páginas se cuentan desde 1: la página 0 no ubica nada.
    """
    tiene = {
        c
        for c in ("documento", "pagina", "articulo", "plano")
        if not isinstance(getattr(evidencia, c), NoHay | None)
    }
    if evidencia.pagina == 0:
        tiene.discard("pagina")
    return bool(tiene & {"articulo", "plano"}) or {"documento", "pagina"} <= tiene


def esta_comprobado(contenido: Contenido) -> bool:
    """Dice si alguna evidencia del contenido se comprobó contra el documento."""
    return any(e.estado is EstadoDeEvidencia.COMPROBADA for e in contenido.evidencia)


def x_contenido(plan: Plan, hechos: Hechos, id_: str) -> str:
    """Describe el estado del contenido y dónde se dice que está."""
    contenido = plan.contenidos.get(id_)
    if contenido is None:
        return "sin describir"
    documentos = hechos.indice("documento")
    lugares = "; ".join(describir_evidencia(e, documentos) for e in contenido.evidencia)
    motivo = f" ({contenido.motivo})" if isinstance(contenido.motivo, str) else ""
    return contenido.estado.rotulo + motivo + (f": {lugares}" if lugares else "")


def describir_evidencia(e: Evidencia, documentos: Mapping[str, object]) -> str:
    """Escribe dónde está la evidencia; el documento, por su nombre si lo tiene."""
    documento = str(e.documento) if isinstance(e.documento, str) else ""
    nombre = getattr(documentos.get(documento), "nombre", None)
    partes = [
        f"{nombre} ({documento})" if isinstance(nombre, str) else documento and f"documento {documento}",
        f"página {e.pagina}" if isinstance(e.pagina, int) else "",
        f"artículo {e.articulo}" if isinstance(e.articulo, str) else "",
        f"plano {e.plano}" if isinstance(e.plano, str) else "",
        f"«{e.cita}»" if isinstance(e.cita, str) else "",
    ]
    return ", ".join(p for p in partes if p) or "sin ubicar"


# -- declaraciones ---------------------------------------------------------------------------------


def f_declara(plan: Plan, hechos: Hechos, lista: tuple[Elemento, ...], *argumentos: object) -> Verdad:
    """Decide si hay una declaración con esas claves; lo no declarado es falso y sin soporte no consta."""
    *claves, nombres = argumentos
    assert isinstance(nombres, tuple)
    decision: Verdad = False
    for elemento in lista:
        if all(getattr(elemento, n) == k for n, k in zip(nombres, claves, strict=True)):
            soporte = getattr(elemento, "soporte", None)
            if soporte is not None and not isinstance(soporte, NoHay):
                return True
            decision = Causa(
                "sin evidencia", f"la declaración {elemento.id}", "falta el soporte técnico firmado"
            )
    return decision

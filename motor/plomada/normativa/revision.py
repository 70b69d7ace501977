"""Comprueba que lo escrito en el registro se sostiene: fechas, citas, fuerzas y enlaces.

Entra: el registro ya convertido y las secciones escritas, que saben el lugar de cada dato y todos los ids.
Sale: un diagnóstico por problema. No hace: corregir ni quitar nada.
"""

import re
from collections.abc import Iterator

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.normativa.citas import Norma
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.elementos import Seccion
from plomada.normativa.registrado import rige
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import SIN_REVISAR, VERIFICACIONES_QUE_TOPAN, Requisito
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import escribir_fecha, leer_fecha
from plomada.valores.texto import plegar

_FIRMA = re.compile(r".*\S, (?P<fecha>\d{4}-\d{2}-\d{2})")


def revisar_normas(registro: Registro, normas: Seccion) -> Iterator[Diagnostico]:
    """Comprueba las fechas de cada norma. Diagnósticos: PLO-V411, PLO-V415."""
    for norma in registro.normas:
        if norma.hasta is not None and norma.hasta < norma.rige_desde:
            yield Diagnostico(
                "PLO-V411", f"`{norma.id}` termina antes de empezar a regir", normas.lugar(norma.id, "hasta")
            )
        for n, otra in enumerate(norma.modificada_por):
            if otra not in normas.ids:
                yield _norma_inexistente(norma.id, otra, normas, normas.lugar(norma.id, "modificada_por", n))


def revisar_requisitos(registro: Registro, normas: Seccion, requisitos: Seccion) -> Iterator[Diagnostico]:
    """Comprueba cada requisito.

    Diagnósticos: PLO-V411, PLO-V412, PLO-V415, PLO-V416, PLO-V417, PLO-V420, PLO-V421, PLO-V422, PLO-V424,
    PLO-V427, PLO-V428, PLO-V429.
    """
    rigen = {n.id: n for n in registro.normas if n.hasta is None or n.rige_desde <= n.hasta}
    for r in registro.requisitos:
        yield from _citas(r, normas, requisitos)
        yield from _vigencia(r, rigen, requisitos)
        yield from _estado(r, requisitos)
        yield from _fuerza(r, requisitos)
        yield from _enlaces(r, requisitos)


def revisar_contenidos(registro: Registro, contenidos: Seccion, requisitos: Seccion) -> Iterator[Diagnostico]:
    """Comprueba los enlaces y los términos de cada contenido. Diagnósticos: PLO-L165, PLO-V423."""
    for c in registro.contenidos:
        yield from _terminos(c, contenidos)
        yield from _enlaces_de_contenido(c, contenidos, requisitos)


def revisar_autoridades(registro: Registro, autoridades: Seccion) -> Iterator[Diagnostico]:
    """Comprueba los actos y las marcas de cada paquete de autoridad.

    Diagnósticos: PLO-V410, PLO-V428, PLO-V432.
    """
    for a in registro.autoridades:
        actos = [x.id for x in a.actos]
        propios = [*actos, *(d.id for d in a.determinantes)]
        for repetido in sorted({x for x in propios if propios.count(x) > 1}):
            mensaje = f"en `{a.id}`, el id `{repetido}` está repetido"
            yield Diagnostico("PLO-V410", mensaje, autoridades.lugar(a.id, "actos"))
        for n, d in enumerate(a.determinantes):
            if d.acto not in actos:
                yield Diagnostico(
                    "PLO-V432",
                    f"la determinante `{d.id}` de `{a.id}` cita el acto `{d.acto}`, que no es suyo",
                    autoridades.lugar(a.id, "determinantes", n, "acto"),
                    quiza(d.acto, actos),
                )
            if (d.ambiental == "no") != (d.ambiental_por is None):
                mensaje = f"en `{a.id}`, `{d.id}` dice `ambiental: {d.ambiental}` sin su norma, o al revés"
                lugar = autoridades.lugar(a.id, "determinantes", n, "ambiental")
                yield Diagnostico("PLO-V428", mensaje, lugar, "escriba las dos claves o ninguna")


def _enlaces_de_contenido(
    c: ContenidoExigible, contenidos: Seccion, requisitos: Seccion
) -> Iterator[Diagnostico]:
    if not c.requisitos:
        yield Diagnostico(
            "PLO-V423",
            f"el contenido `{c.id}` no responde a ningún requisito",
            contenidos.lugar(c.id, "requisitos"),
        )
    for n, id_ in enumerate(c.requisitos):
        if id_ not in requisitos.ids:
            yield Diagnostico(
                "PLO-V423",
                f"`{c.id}` cita el requisito `{id_}`, que no está en el registro",
                contenidos.lugar(c.id, "requisitos", n),
                quiza(id_, requisitos.ids),
            )


def _terminos(c: ContenidoExigible, contenidos: Seccion) -> Iterator[Diagnostico]:
    vistos: set[str] = set()
    for n, termino in enumerate(c.terminos):
        llano = " ".join(plegar(termino).split())
        if llano in vistos or not any(len(p) > 3 for p in llano.split()):
            que = "está repetido" if llano in vistos else "es muy corto para buscarlo"
            mensaje = f"en `{c.id}`, el término `{termino}` {que}"
            yield Diagnostico(
                "PLO-L165", mensaje, contenidos.lugar(c.id, "terminos", n), "quítelo o complételo"
            )
        vistos.add(llano)


def _citas(r: Requisito, normas: Seccion, requisitos: Seccion) -> Iterator[Diagnostico]:
    citas = [("cita", r.cita), *((("citas_equivalentes", n), c) for n, c in enumerate(r.citas_equivalentes))]
    if r.ambiental_por is not None:
        citas.append(("ambiental_por", r.ambiental_por))
    for donde, cita in citas:
        if cita.norma not in normas.ids:
            ruta = donde if isinstance(donde, tuple) else (donde,)
            yield _norma_inexistente(r.id, cita.norma, normas, requisitos.lugar(r.id, *ruta, "norma"))


def _norma_inexistente(quien: str, norma: str, normas: Seccion, lugar: Tramo) -> Diagnostico:
    ayuda = quiza(norma, normas.ids) or "las normas están en normas.yaml"
    return Diagnostico(
        "PLO-V415", f"`{quien}` cita la norma `{norma}`, que no está en el registro", lugar, ayuda
    )


def _vigencia(r: Requisito, normas: dict[str, Norma], requisitos: Seccion) -> Iterator[Diagnostico]:
    if r.hasta is not None and r.hasta < r.desde:
        yield Diagnostico("PLO-V411", f"`{r.id}` termina antes de empezar", requisitos.lugar(r.id, "hasta"))
        return
    principal = normas.get(r.cita.norma)
    citadas = [normas[c.norma] for c in r.citas if c.norma in normas]
    if principal is None:
        return
    if principal.hasta is not None and principal.hasta < r.desde:
        mensaje = (
            f"`{r.id}` nunca rigió: empieza el {escribir_fecha(r.desde)} y su norma terminó el "
            + escribir_fecha(principal.hasta)
        )
        yield Diagnostico(
            "PLO-V412", mensaje, requisitos.lugar(r.id, "desde"), "cite la norma que la reemplazó"
        )
    elif principal.hasta is not None and (r.hasta is None or r.hasta > principal.hasta):
        mensaje = f"`{r.id}` sigue vigente y su norma rigió hasta el {escribir_fecha(principal.hasta)}"
        yield Diagnostico(
            "PLO-V416", mensaje, requisitos.lugar(r.id, "cita"), "póngale `hasta` o cite la norma vigente"
        )
    yield from _comienzo(r, principal, citadas, requisitos)


def _comienzo(
    r: Requisito, principal: Norma, citadas: list[Norma], requisitos: Seccion
) -> Iterator[Diagnostico]:
    se_conocen = len(citadas) == len(r.citas)
    regia_alguna = any(rige(n.rige_desde, n.hasta, r.desde) for n in citadas)
    if se_conocen and not regia_alguna and r.desde < principal.rige_desde:
        mensaje = (
            f"`{r.id}` empieza el {escribir_fecha(r.desde)} y ninguna de las normas que cita regía ese día"
        )
        ayuda = "agregue a `citas_equivalentes` la norma que lo exigía entonces, o corrija `desde`"
        yield Diagnostico("PLO-V417", mensaje, requisitos.lugar(r.id, "desde"), ayuda)


def _estado(r: Requisito, requisitos: Seccion) -> Iterator[Diagnostico]:
    if r.estado == "parcial" and not r.sesgo:
        yield Diagnostico(
            "PLO-V420",
            f"`{r.id}` es parcial y no dice su sesgo",
            requisitos.lugar(r.id, "estado"),
            "diga en `sesgo` si puede reportar de más o de menos",
        )
    excluido = "alcance" if r.estado == "fuera de alcance" else "cuenta" if r.fuera_de_cuenta else ""
    if excluido and not r.motivo:
        yield Diagnostico(
            "PLO-V421",
            f"`{r.id}` está fuera de {excluido} y no dice por qué",
            requisitos.lugar(r.id, "estado" if excluido == "alcance" else "fuera_de_cuenta"),
            "escriba el `motivo`",
        )
    firma = _FIRMA.fullmatch(r.revisado_por)
    if r.revisado_por != SIN_REVISAR and (firma is None or isinstance(leer_fecha(firma["fecha"]), str)):
        yield Diagnostico(
            "PLO-V429",
            f"en `{r.id}` no se entiende quién revisó y cuándo",
            requisitos.lugar(r.id, "revisado_por"),
            "se escribe `Nombre del jurista, 2026-03-01`",
        )


def _fuerza(r: Requisito, requisitos: Seccion) -> Iterator[Diagnostico]:
    if r.verificacion in VERIFICACIONES_QUE_TOPAN and "debe" in {r.fuerza, *r.fuerza_por_clase.values()}:
        yield Diagnostico(
            "PLO-V422",
            f"`{r.id}` tiene fuerza `debe` y se verificó solo de {r.verificacion}",
            requisitos.lugar(r.id, "fuerza"),
            "ponga `fuerza: deberia` o verifíquelo en el texto",
        )
    for clase in r.fuerza_por_clase:
        if clase not in r.clases:
            yield Diagnostico(
                "PLO-V427",
                f"`{r.id}` fija la fuerza para {clase}, que no está en sus clases",
                requisitos.lugar(r.id, "fuerza_por_clase", clase),
            )
    if not r.clases:
        yield Diagnostico(
            "PLO-V427", f"`{r.id}` no dice a qué clases de plan obliga", requisitos.lugar(r.id, "clases")
        )


def _enlaces(r: Requisito, requisitos: Seccion) -> Iterator[Diagnostico]:
    for id_ in r.gemelos:
        if id_ not in requisitos.ids:
            yield Diagnostico(
                "PLO-V424",
                f"`{r.id}` dice ser lo mismo que `{id_}`, que no está en el registro",
                requisitos.lugar(r.id, "gemelos"),
                quiza(id_, requisitos.ids),
            )
    if r.version_de and r.version_de not in requisitos.ids:
        yield Diagnostico(
            "PLO-V424",
            f"`{r.id}` dice ser una versión de `{r.version_de}`, que no está en el registro",
            requisitos.lugar(r.id, "version_de"),
            quiza(r.version_de, requisitos.ids),
        )
    if (r.ambiental == "no") != (r.ambiental_por is None):
        mensaje = f"`{r.id}` dice `ambiental: {r.ambiental}` " + (
            "y cita una norma" if r.ambiental == "no" else "sin su norma"
        )
        yield Diagnostico(
            "PLO-V428", mensaje, requisitos.lugar(r.id, "ambiental"), "escriba las dos claves o ninguna"
        )

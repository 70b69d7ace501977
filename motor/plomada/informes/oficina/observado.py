"""Las observaciones numeradas de un documento, por clase y por tema."""

from collections.abc import Iterable, Iterator

from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.consola import nombrar_leido
from plomada.informes.oficina.bloques import Bloque, Celda, Titulo, Trozo, cuadro, parrafo, rotulado
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.observaciones import numerar, por_clase, por_tema
from plomada.informes.requerimientos.partes import Clase, Observacion, Sustento
from plomada.informes.vista import Informe

_TITULOS = {
    Clase.FALLO: "Reglas en que falló la herramienta",
    Clase.REQUERIMIENTO: "Lo que se sugiere requerir",
    Clase.RECOMENDACION: "Lo que se recomienda",
    Clase.NO_CONSTA: "Lo que no consta",
    Clase.CONCEPTO: "Lo que requiere concepto",
    Clase.INFORMACION: "Para tener en cuenta",
}
_ENTRADAS = {
    Clase.FALLO: "No se sabe qué habrían concluido: repórtese el fallo y revísense a mano.",
    Clase.REQUERIMIENTO: "Se sugiere requerir al municipio para completar o corregir, si al revisar el "
    "documento se confirma lo que aquí se dice.",
    Clase.RECOMENDACION: "No son incumplimientos de lo obligatorio: conviene atenderlas.",
    Clase.NO_CONSTA: "Con lo descrito no se puede concluir. Puede estar en los documentos y no haberse "
    "descrito: antes de pedirlo, búsquese.",
    Clase.CONCEPTO: "Lo decide una persona, con su soporte; la herramienta solo pregunta.",
    Clase.INFORMACION: "Nadie está obligado a atenderlo dentro del plan.",
}
_SIN_DESCRIBIR = "sin describir"
_EN_CUADRO = frozenset({Clase.NO_CONSTA})


def observaciones(informe: Informe) -> Iterator[Bloque]:
    """Devuelve las observaciones del perfil; si no hay ninguna, lo dice."""
    todas = numerar(informe)
    if not todas:
        yield parrafo("No hay observaciones con este perfil.")
    elif informe.perfil is Perfil.RADICACION:
        yield from _para_el_oficio(todas)
    else:
        yield from _por_clase(todas)


def _para_el_oficio(todas: tuple[Observacion, ...]) -> Iterator[Bloque]:
    """Primero lo que falta para radicar completo; lo demás obligatorio, en un cuadro aparte."""
    para_radicar = [o for o in todas if o.para_radicar]
    demas = [o for o in todas if not o.para_radicar]
    yield Titulo(f"Para que la radicación quede completa ({len(para_radicar)})")
    if not para_radicar:
        yield parrafo("Con lo descrito no se halló que falte nada de lo que se exige al radicar.")
    for tema, propias in por_tema(para_radicar).items():
        yield Titulo(tema, 2)
        for o in propias:
            yield from _observacion(o)
    if demas:
        yield Titulo(f"Otras exigencias obligatorias por decidir ({len(demas)})")
        yield parrafo(
            "No condicionan por sí solas que la radicación esté completa; se adelantan para que el municipio "
            "las revise antes de la concertación."
        )
        yield _cuadro_corto(demas)


def _por_clase(todas: tuple[Observacion, ...]) -> Iterator[Bloque]:
    for clase, propias in por_clase(todas).items():
        yield Titulo(f"{_TITULOS[clase]} ({len(propias)})")
        yield parrafo(_ENTRADAS[clase])
        for tema, del_tema in por_tema(propias).items():
            yield Titulo(tema, 2)
            if clase in _EN_CUADRO:
                yield _cuadro(del_tema)
                continue
            for o in del_tema:
                yield from _observacion(o)


def _observacion(o: Observacion) -> Iterator[Bloque]:
    yield parrafo(Trozo(f"{o.numero}. {o.asunto}.", negrita=True), estilo="observacion", junto=True)
    yield rotulado("Norma", " ".join(_norma(o)))
    if o.ambiental_por:
        yield rotulado("Es asunto ambiental por", f"{o.ambiental_por}.")
    yield rotulado("Se esperaba", o.esperado)
    if o.exigencia:
        yield rotulado("Se comprueba que", f"{o.exigencia}.")
    if o.cuando:
        yield rotulado("Solo cuando", f"{o.cuando}.")
    for s in o.sustentos:
        yield rotulado("Se halló", " ".join(_hallado(s)))
    for texto in explicaciones(o):
        yield rotulado("Por qué", texto)
    for texto in dict.fromkeys(s.subsana for s in o.sustentos if s.subsana):
        yield rotulado("Cómo se subsana", texto)
    if o.sesgo:
        yield parrafo(Trozo(f"La comprobación {o.sesgo.rstrip('.')}.", cursiva=True), estilo="detalle")


def _norma(o: Observacion) -> Iterator[str]:
    yield f"{o.norma} ({o.vigencia})."
    if o.otras_normas:
        yield f"También: {'; '.join(o.otras_normas)}."
    yield from o.reservas


def _hallado(s: Sustento) -> Iterator[str]:
    yield decir(s)
    # De lo que nadie describió no hay nada que leer, y el mensaje ya lo dice.
    leidos = [nombrar_leido(d) for d in s.leido if _se_leyo(d)]
    if leidos:
        yield f"Se leyó: {'; '.join(leidos)}."
    if s.aceptado:
        yield f"Aceptado por {s.aceptado}; sigue contando."


def decir(s: Sustento) -> str:
    """Escribe de qué elemento se trata y qué se halló."""
    empieza_por_el = s.mensaje.startswith(f"{s.de_quien}:")
    return f"{s.de_quien}: {s.mensaje}" if s.elemento and not empieza_por_el else s.mensaje


def explicaciones(o: Observacion) -> Iterator[str]:
    """Dice una vez cada explicación, aunque sea la de varios elementos."""
    yield from dict.fromkeys(s.explicacion for s in o.sustentos if s.explicacion)


def _se_leyo(d: DatoLeido) -> bool:
    return bool(d.lugar) or d.valor != _SIN_DESCRIBIR


def _cuadro_corto(propias: Iterable[Observacion]) -> Bloque:
    filas = [
        (
            str(o.numero), (Trozo(f"{o.asunto}. ", negrita=True), Trozo(f"{o.norma} ({o.vigencia}).")),
            "\n".join((*map(decir, o.sustentos), *explicaciones(o))),
        )
        for o in propias
    ]  # fmt: skip
    return cuadro(("N.º", "Exigencia y norma", "Qué se halló"), (6, 47, 47), filas)


def _cuadro(propias: Iterable[Observacion]) -> Bloque:
    titulos = ("N.º", "Qué se pide y con qué norma", "Qué se halló", "Cómo se completa")
    return cuadro(titulos, (6, 38, 32, 24), [_fila(o) for o in propias])


def _fila(o: Observacion) -> tuple[str | Celda, ...]:
    pide = (Trozo(f"{o.asunto}. ", negrita=True), Trozo(f"{o.esperado} {' '.join(_norma(o))}"))
    subsanas = dict.fromkeys(s.subsana for s in o.sustentos if s.subsana)
    hallado = (*(" ".join(_hallado(s)) for s in o.sustentos), *explicaciones(o))
    return str(o.numero), pide, "\n".join(hallado), "\n".join(subsanas)

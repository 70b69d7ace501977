"""Las observaciones numeradas de un documento, por clase y por tema, dichas como se radican.

Un documento dice la exigencia, lo que se halló y cómo se subsana. Qué comprueba cada regla y todo lo que leyó
están en la página y en el libro: aquí harían ilegible lo que una persona va a firmar.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.lugares import lugar_en_frase
from plomada.informes.oficina.bloques import Bloque, Titulo, Trozo, cuadro, parrafo, rotulado
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.observaciones import numerar, por_clase, por_tema
from plomada.informes.requerimientos.partes import DE_LA_MATRIZ, Clase, Identidad, Observacion, Sustento
from plomada.informes.vista import Informe

_SIN_DESCRIBIR = "sin describir"
_EN_CUADRO = frozenset({Clase.NO_CONSTA})
_EXPLICACION_CORTA, _DATOS_POR_HALLAZGO = 240, 3


def observaciones(informe: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Devuelve las observaciones del perfil; si no hay ninguna, lo dice.

    En el acta no repite las que ya lleva la matriz.
    """
    todas = numerar(informe)
    if informe.perfil is Perfil.CONCERTACION:
        todas = tuple(o for o in todas if o.clase not in DE_LA_MATRIZ)
        yield from _por_clase(todas, k)
    elif todas:
        yield from _por_clase(todas, k)
    else:
        yield parrafo(k("documento.ninguna"))


def _por_clase(todas: Iterable[Observacion], k: Rotulos) -> Iterator[Bloque]:
    for clase, propias in por_clase(todas).items():
        nombre = clase.name.lower()
        yield Titulo(f"{k(f'titulo_de_clase.{nombre}')} ({len(propias)})")
        yield parrafo(k(f"entrada_de_clase.{nombre}"))
        for tema, del_tema in por_tema(propias).items():
            yield Titulo(tema, 2)
            if clase in _EN_CUADRO:
                yield cuadro_de_observaciones(del_tema, k)
                continue
            for o in del_tema:
                yield from _observacion(o, k)


def _observacion(o: Observacion, k: Rotulos) -> Iterator[Bloque]:
    yield parrafo(Trozo(f"{o.numero}. {o.asunto}.", negrita=True), estilo="observacion", junto=True)
    yield rotulado(k("documento.norma"), " ".join(norma(o, k)))
    yield rotulado(k("documento.se_esperaba"), o.esperado)
    yield from _lo_hallado(o, k)
    for texto in explicaciones_cortas(o):
        yield rotulado(k("documento.por_que"), texto)
    for texto in subsanas_de(o):
        yield rotulado(k("documento.se_subsana"), texto)
    for texto in respuestas_de(o):
        yield rotulado(k("acta.respuesta"), texto)
    for texto in aceptado_de(o, k):
        yield parrafo(texto, estilo="detalle")
    if o.consecuencia and o.clase is Clase.REQUERIMIENTO:
        yield rotulado(k("pagina.consecuencia"), f"{o.consecuencia}.")
    if o.sesgo:
        comprobacion = k("libro.la_comprobacion_sesgo", sesgo=o.sesgo.rstrip("."))
        yield parrafo(Trozo(comprobacion, cursiva=True), estilo="detalle")


def _lo_hallado(o: Observacion, k: Rotulos) -> Iterator[Bloque]:
    if len(o.sustentos) == 1:
        (s,) = o.sustentos
        yield rotulado(k("documento.se_hallo"), " ".join((decir(s), *_del_elemento(s, k))))
    else:
        yield rotulado(k("documento.se_hallo"), k("documento.en_varios", n=len(o.sustentos)))
        for s in o.sustentos:
            yield parrafo(" ".join((decir(s), *_del_elemento(s, k))), estilo="punto")
    # Sin nada propio de los elementos, se dice una vez lo que se leyó para todos.
    if not any(_propios(s) for s in o.sustentos):
        comunes = {d.ruta: d for s in o.sustentos for d in s.leido if _se_leyo(d)}
        if comunes:
            yield rotulado(k("documento.se_leyo"), _leidos(tuple(comunes.values()), k))


def norma(o: Observacion, k: Rotulos) -> Iterator[str]:
    """Dice la cita con su vigencia, las otras normas que rigen y lo que hay que saber antes de citarla."""
    yield f"{o.norma} ({o.vigencia})."
    if o.otras_normas:
        yield k("documento.tambien", normas="; ".join(o.otras_normas))
    yield from o.reservas


def _del_elemento(s: Sustento, k: Rotulos) -> Iterator[str]:
    if propios := _propios(s):
        yield f"{k('documento.se_leyo')}: {_leidos(propios, k)}"


def _propios(s: Sustento) -> tuple[DatoLeido, ...]:
    """Los datos del elemento dicen más que las listas que la regla recorrió para encontrarlo."""
    return tuple(d for d in s.leido if "[" in d.ruta and _se_leyo(d))


def _leidos(datos: Sequence[DatoLeido], k: Rotulos) -> str:
    return "; ".join(_leido(d, k) for d in datos[:_DATOS_POR_HALLAZGO]) + "."


def _leido(d: DatoLeido, k: Rotulos) -> str:
    donde = f" ({lugar_en_frase(d.lugar, k)})" if d.lugar else ""
    return f"{d.nombre or d.ruta}: {d.valor}{donde}"


def decir(s: Sustento) -> str:
    """Escribe de qué elemento se trata y qué se halló."""
    return f"{s.de_quien}: {_sin_elemento(s)}" if s.elemento else _sin_elemento(s)


def dichos(sustentos: Iterable[Sustento]) -> Iterator[str]:
    """Escribe lo que se halló; lo mismo de varios elementos se dice una vez y se nombran todos."""
    juntos: dict[str, list[str]] = {}
    for s in sustentos:
        juntos.setdefault(_sin_elemento(s), []).append(s.de_quien if s.elemento else "")
    for mensaje, quienes in juntos.items():
        nombrados = [q for q in quienes if q]
        if len(nombrados) > 1:
            yield f"{mensaje.rstrip('.')}: {'; '.join(nombrados)}."
        else:
            yield f"{nombrados[0]}: {mensaje}" if nombrados else mensaje


def _sin_elemento(s: Sustento) -> str:
    """Quita del mensaje el elemento, que se dice aparte, y la ruta del dato que falta, que ya se nombra."""
    mensaje = s.mensaje.removeprefix(f"{s.de_quien}: ") if s.elemento else s.mensaje
    return mensaje.replace(f"» ({s.falta})", "»") if s.falta else mensaje


def explicaciones_cortas(o: Observacion) -> Iterator[str]:
    """Dice una vez cada explicación que cabe en una frase; las largas se leen en la página y en el libro."""
    propias = dict.fromkeys(s.explicacion for s in o.sustentos if s.explicacion)
    yield from (e for e in propias if len(e) <= _EXPLICACION_CORTA)


def subsanas_de(o: Observacion) -> Iterator[str]:
    """Dice una vez cada manera de subsanar."""
    yield from dict.fromkeys(s.subsana for s in o.sustentos if s.subsana)


def respuestas_de(o: Observacion) -> Iterator[str]:
    """Dice una vez cada respuesta del municipio, con los elementos a que se dio."""
    yield from _de_cada_uno(o, {s.identidad: s.respuesta for s in o.sustentos})


def aceptado_de(o: Observacion, k: Rotulos) -> Iterator[str]:
    """Dice quién aceptó con su firma, y de qué elementos; lo demás sigue sin aceptar."""
    for quien in _de_cada_uno(o, {s.identidad: s.aceptado for s in o.sustentos}):
        yield k("documento.aceptado", por=quien)


def _de_cada_uno(o: Observacion, dichos: Mapping[Identidad, str]) -> Iterator[str]:
    """Junta los elementos de los que se dice lo mismo; si es de toda la observación no los nombra."""
    nombres: dict[str, list[str]] = {}
    for s in o.sustentos:
        if dichos[s.identidad]:
            nombres.setdefault(dichos[s.identidad], []).append(s.de_quien)
    for dicho, de_quienes in nombres.items():
        propios = [n for n in dict.fromkeys(de_quienes) if n]
        de_todos = len(de_quienes) == len(o.sustentos)
        yield dicho if de_todos or not propios else f"{'; '.join(propios)}: {dicho}"


def _se_leyo(d: DatoLeido) -> bool:
    """De lo que nadie describió no hay nada que leer, y el mensaje ya lo dice."""
    return bool(d.lugar) or d.valor != _SIN_DESCRIBIR


def cuadro_de_observaciones(propias: Iterable[Observacion], k: Rotulos) -> Bloque:
    """Devuelve una fila por observación: qué se pide, con qué norma y qué se halló."""
    titulos = (k("documento.numero"), k("documento.que_se_pide"), k("documento.se_hallo"))
    filas = [
        (
            str(o.numero),
            (Trozo(f"{o.asunto}. ", negrita=True), Trozo(f"{o.norma}.")),
            "\n".join((*dichos(o.sustentos), *_respondido(o, k), *aceptado_de(o, k))),
        )
        for o in propias
    ]
    return cuadro(titulos, (6, 48, 46), filas)


def _respondido(o: Observacion, k: Rotulos) -> Iterator[str]:
    for respuesta in respuestas_de(o):
        yield f"{k('acta.respuesta')}: {respuesta}"

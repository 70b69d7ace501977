"""Lo que se dice de una aceptación, en las mismas palabras en todos los formatos."""

from datetime import date

from plomada.informes.aceptaciones.partes import AceptacionInformada, Amparado, HallazgoDeAceptacion
from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.partes import Regimen
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.modelo.aceptaciones import EL_PLAN, TODOS
from plomada.valores.texto import plegar

_CIERRES = (".", "?", "!", "…")


def decir_estado(a: AceptacionInformada, regimen: Regimen, r: Rotulos) -> str:
    """Dice si vale y a qué fecha, y si no vale, por qué: «no vale al 3 de febrero de 2026: vencida»."""
    fecha = r.fecha(date.fromisoformat(regimen.fecha))
    if a.vale:
        return r("aceptaciones.vale_al", fecha=fecha)
    return r("aceptaciones.no_vale_al", fecha=fecha, por_que="; ".join(map(r.valor, a.por_que_no)))


def decir_a_que_fecha(regimen: Regimen, r: Rotulos) -> str:
    """Dice con qué fecha se mide el término: la que se evalúa, y no el día en que el informe se lee."""
    return r("aceptaciones.a_la_fecha", fecha=r.fecha(date.fromisoformat(regimen.fecha)))


def decir_elemento(a: AceptacionInformada, r: Rotulos) -> str:
    """Nombra de qué es lo aceptado como se le nombra a una persona."""
    escrito = plegar(a.elemento)
    if escrito == TODOS:
        return r("aceptaciones.todos")
    return r("libro.el_plan_entero") if escrito == EL_PLAN else nombrar_elemento(a.elemento)


def decir_termino(a: AceptacionInformada, r: Rotulos) -> str:
    """Dice hasta cuándo vale: su último día, con qué hecho deja de valer, o ambos."""
    vence = r("aceptaciones.vence", fecha=r.fecha(date.fromisoformat(a.vence))) if a.vence else ""
    return "; ".join(x for x in (vence, a.disparador) if x) or r("pagina.sin_termino")


def decir_razon(a: AceptacionInformada, r: Rotulos) -> str:
    """Dice por qué se acepta y en qué se apoya, cada cosa con su punto."""
    dichas = [r("aceptaciones.razon", razon=con_punto(a.razon))]
    if a.fundamento:
        dichas.append(r("aceptaciones.fundamento", fundamento=con_punto(a.fundamento)))
    return " ".join(dichas)


def con_punto(texto: str) -> str:
    """Devuelve lo firmado como se firmó; solo le pone el punto si no cierra.

    >>> con_punto("Hay plazo"), con_punto("¿Se puede?"), con_punto("Dice «basta.»")
    ('Hay plazo.', '¿Se puede?', 'Dice «basta.»')
    """
    return texto if texto.rstrip("»”\"'’) ").endswith(_CIERRES) else f"{texto}."


def decir_amparado(h: Amparado, r: Rotulos) -> str:
    """Dice un hallazgo que la aceptación nombra: su veredicto, de quién es y qué se halló."""
    de_quien = h.de_quien or nombrar_elemento(h.elemento)
    mensaje = h.mensaje.removeprefix(f"{de_quien}: ") if de_quien else h.mensaje
    return f"{r.veredicto(h.veredicto)}: {f'[{de_quien}] ' if de_quien else ''}{mensaje}"


def decir_revision(h: HallazgoDeAceptacion, r: Rotulos) -> str:
    """Dice algo que revisar de una aceptación y cómo se arregla."""
    return f"{r.valor(h.modo)}: {h.mensaje} → {h.subsana} [{h.codigo}]"

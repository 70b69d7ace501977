"""Qué cambió entre dos recibos: qué archivo, regla, requisito, parámetro, plantilla o versión."""

from collections.abc import Iterator, Mapping

from plomada.informes.recibo.archivos import NOMBRE_DEL_RECIBO
from plomada.informes.recibo.partes import PRIMER_FORMATO, Adjunto, Herramienta, Pedido, Recibo, Salida
from plomada.informes.recibo.repeticion import DEL_MOTOR, Diferencia, FormatoRepetido, Repeticion

_GRUPOS = {
    "reglas": "la regla",
    "requisitos": "el requisito",
    "parametros": "el parámetro",
    "normas": "la norma",
    "contenidos": "el contenido exigible",
    "autoridades": "el paquete de determinantes",
    "archivos": "el archivo de la norma",
}
_DEL_PEDIDO = {
    "plan": "el plan que se indica",
    "plan_leido": "el plan que se leyó",
    "fecha": "la fecha de la evaluación",
    "origen_de_la_fecha": "el origen de la fecha",
}


def repetir(antes: Recibo, ahora: Recibo) -> Repeticion:
    """Devuelve si lo entregado es lo mismo y en qué se diferencian los dos recibos.

    En `ahora` faltan los formatos que no se pudieron rehacer.
    """
    formatos = tuple(
        _formato(nombre, salida, ahora.salidas.get(nombre)) for nombre, salida in antes.salidas.items()
    )
    mismo_informe = antes.informe_huella == ahora.informe_huella
    return Repeticion(
        mismos_bytes=all(f.mismos_bytes for f in formatos) if formatos else mismo_informe,
        informe_huella_antes=antes.informe_huella,
        informe_huella_ahora=ahora.informe_huella,
        formatos=formatos,
        diferencias=tuple(diferencias(antes, ahora)),
    )


def _formato(nombre: str, antes: Salida, ahora: Salida | None) -> FormatoRepetido:
    huella = ahora.huella if ahora is not None else ""
    return FormatoRepetido(
        formato=nombre,
        archivo=antes.archivo,
        mismos_bytes=antes.huella == huella,
        huella_antes=antes.huella,
        huella_ahora=huella,
    )


def diferencias(antes: Recibo, ahora: Recibo) -> Iterator[Diferencia]:
    """Devuelve lo que cambió, de lo más cercano al usuario a lo más lejano."""
    yield from _de_mapa("el archivo de la entrega", _sin_recibo(antes.archivos), ahora.archivos)
    yield from _de_pedido(antes.pedido, ahora.pedido)
    for grupo, de in _GRUPOS.items():
        yield from _de_mapa(de, getattr(antes.registrado, grupo), getattr(ahora.registrado, grupo))
    yield from _de_programas(antes, ahora)
    yield from _de_mapa(
        "el calendario de festivos", {"": antes.herramienta.festivos}, {"": ahora.herramienta.festivos}
    )
    yield from _de_motor(antes, ahora)


def _sin_recibo(archivos: Mapping[str, str]) -> dict[str, str]:
    """Un recibo viejo podía anotar el de otra corrida, que nadie lee."""
    return {nombre: huella for nombre, huella in archivos.items() if nombre != NOMBRE_DEL_RECIBO}


def _de_pedido(antes: Pedido, ahora: Pedido) -> Iterator[Diferencia]:
    for campo, nombre in _DEL_PEDIDO.items():
        viejo, nuevo = str(getattr(antes, campo)), str(getattr(ahora, campo))
        if campo == "plan_leido" and not (viejo and nuevo):  # un recibo viejo, o un plan que no se lee
            continue
        yield from _de_valores("", {nombre: viejo}, {nombre: nuevo})
    yield from _de_mapa("la plantilla", _uno(antes.plantilla), _uno(ahora.plantilla))
    yield from _de_mapa("el libro de respuestas", _uno(antes.respuestas), _uno(ahora.respuestas))


def _uno(adjunto: Adjunto | None) -> dict[str, str]:
    return {} if adjunto is None else {adjunto.nombre: adjunto.huella}


def _de_programas(antes: Recibo, ahora: Recibo) -> Iterator[Diferencia]:
    a, b = antes.herramienta, ahora.herramienta
    for nombre, viejo, nuevo in (("Plomada", a.motor, b.motor), ("Python", a.python, b.python)):
        yield from _de_valores("la versión de", {nombre: viejo}, {nombre: nuevo})
    nuevas = b.bibliotecas
    if antes.formato == PRIMER_FORMATO:  # anotaba menos bibliotecas: lo que no anotó no ha cambiado
        nuevas = {n: v for n, v in nuevas.items() if n in a.bibliotecas}
    yield from _de_valores("la versión de", a.bibliotecas, nuevas)


def _de_motor(antes: Recibo, ahora: Recibo) -> Iterator[Diferencia]:
    """Nombra los archivos del motor; un recibo viejo solo permite decir que algo cambió."""
    a, b = antes.herramienta, ahora.herramienta
    if a.archivos:
        yield from _de_mapa(DEL_MOTOR, a.archivos, b.archivos)
    elif _cambio_sin_otra_causa(a, b) and antes.registrado == ahora.registrado:
        yield Diferencia(de="el código del motor", nombre="", que="cambió")


def _cambio_sin_otra_causa(a: Herramienta, b: Herramienta) -> bool:
    return a.motor_huella != b.motor_huella and a.motor == b.motor


def _de_mapa(de: str, antes: Mapping[str, str], ahora: Mapping[str, str]) -> Iterator[Diferencia]:
    """Compara huellas: basta con decir cuál cambió."""
    for nombre in sorted({*antes, *ahora}):
        if nombre not in ahora:
            yield Diferencia(de=de, nombre=nombre, que="se quitó")
        elif nombre not in antes:
            yield Diferencia(de=de, nombre=nombre, que="se agregó")
        elif antes[nombre] != ahora[nombre]:
            yield Diferencia(de=de, nombre=nombre, que="cambió")


def _de_valores(de: str, antes: Mapping[str, str], ahora: Mapping[str, str]) -> Iterator[Diferencia]:
    for nombre in sorted({*antes, *ahora}):
        viejo, nuevo = antes.get(nombre, "ninguna"), ahora.get(nombre, "ninguna")
        if viejo != nuevo:
            yield Diferencia(de=de, nombre=nombre, que="cambió", antes=viejo or "nada", ahora=nuevo or "nada")

"""Las frases de una comparación que comparten la consola y el Markdown."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plomada.evaluacion.soporte import rotular
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.rondas.partes import (
    Comparacion,
    Correccion,
    CuentaDeRespuestas,
    DatoCambiado,
    Estado,
    Fila,
    Paso,
    RespuestaSuelta,
    Ronda,
)
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

ANTES, AHORA = "Antes decía", "Ahora"
PLAN_ENTERO = "el plan entero"
# Lo que se dijo entonces ya no vale, o ya no es lo que se dice.
_CON_PASADO = frozenset(
    {
        Estado.CAMBIO,
        Estado.NO_SE_PUEDE_COMPROBAR,
        Estado.SE_CORRIGIO,
        Estado.SE_RETIRO,
        Estado.DEJO_DE_APLICAR,
        Estado.DEJO_DE_CUMPLIR,
    }
)
_VARIAS: Mapping[str, str] = {
    Correccion.SE_INCUMPLIA.value: "se incumplían",
    Correccion.NO_CONSTABA.value: "solo no constaban",
    Correccion.REQUERIA_CONCEPTO.value: "requerían concepto",
    Correccion.NO_SE_PUDO_EVALUAR.value: "no se habían podido evaluar",
}


def de_la_ronda(r: Ronda) -> str:
    """Dice de qué evaluación se trata: de quién, clase, trámite, fecha y archivo."""
    cuando = escribir_fecha(date.fromisoformat(r.fecha))
    norma = f"norma del {cuando} ({r.origen_de_la_fecha})"
    tramite = rotular(r.tramite).replace("_", " ")
    archivo = "" if r.archivo == r.nombre else r.archivo
    partes = ", ".join(x for x in (r.municipio, r.clase, tramite, norma, archivo) if x)
    return f"{r.nombre}: {partes}; {_cuantos(r.hallazgos, 'hallazgo', 'hallazgos')}{_al_leer(r)}"


def _al_leer(r: Ronda) -> str:
    cuentas = [
        _cuantos(n, uno, varios)
        for n, uno, varios in (
            (r.errores_al_leer, "error", "errores"),
            (r.advertencias_al_leer, "advertencia", "advertencias"),
        )
        if n
    ]
    return f"; al leerla hubo {en_lista(cuentas)}, que se ven con `plomada evaluar`" if cuentas else ""


def cuentas_del_paso(p: Paso) -> Iterator[str]:
    """Devuelve cuántas filas hay de cada estado, qué pasaba con lo que se corrigió, y por qué cambió."""
    yield f"{en_lista([f'{n} {e}' for e, n in p.cuentas.items()])}."
    corregidas = [f"{n} {c if n == 1 else _VARIAS[c]}" for c, n in p.correcciones.items() if n]
    if corregidas:
        total = p.cuentas[Estado.SE_CORRIGIO.value]
        yield f"{total} se corrigió: {en_lista(corregidas)}."
    causas = [f"{n} porque {o}" for o, n in p.origenes.items() if n]
    if causas:
        yield f"De lo que cambió: {en_lista(causas)}."


def que_paso(f: Fila) -> str:
    """Devuelve los veredictos, por qué cambió y si lo corregido se incumplía."""
    antes, despues = _veredicto(f.antes, f.modo_antes), _veredicto(f.despues, f.modo_despues)
    que = antes if antes == despues else f"antes, {antes}; después, {despues}"
    return " · ".join(x for x in (que, f.correccion.value, f.origen.value) if x)


def _veredicto(veredicto: str, modo: str) -> str:
    return f"{veredicto or 'no estaba'}{f' ({modo})' if modo else ''}"


def lo_dicho(f: Fila) -> tuple[tuple[str, str], ...]:
    """Devuelve lo que se dice de la fila, con su rótulo; sin rótulo, lo que vale en las dos rondas."""
    return tuple((rotulo, texto) for rotulo, texto in _dicho(f) if texto)


def _dicho(f: Fila) -> Iterator[tuple[str, str]]:
    en_pasado = f.estado in _CON_PASADO
    if f.mensaje_antes == f.mensaje_despues:
        yield "", f.mensaje_despues
    elif en_pasado or not f.mensaje_despues:
        yield ANTES, f.mensaje_antes
        yield AHORA, f.mensaje_despues
    else:
        yield "", f.mensaje_despues
    for x in f.datos_cambiados:
        if not _ya_lo_dice(x, f):
            yield ANTES, f"{x.nombre}: {x.antes or 'no se miraba'}"
            yield AHORA, f"{x.nombre}: {x.despues or 'ya no se mira'}"


def _ya_lo_dice(x: DatoCambiado, f: Fila) -> bool:
    """Dice si los mensajes, que cambiaron, ya muestran el valor de cada ronda."""
    if f.mensaje_antes == f.mensaje_despues or not (x.antes and x.despues):
        return False
    return _esta(x.antes, f.mensaje_antes) and _esta(x.despues, f.mensaje_despues)


def _esta(valor: str, mensaje: str) -> bool:
    """El valor entero: un 3 no está dicho porque el mensaje diga 30 o 1,3."""
    return re.search(rf"(?<![\w.,]){re.escape(valor)}(?!\w|[.,]\d)", mensaje) is not None


def en_columnas(f: Fila) -> tuple[str, str]:
    """Devuelve lo que decía antes y lo que dice ahora, cada cosa en su columna."""
    dicho = lo_dicho(f)
    antes = " ".join(t for rotulo, t in dicho if rotulo == ANTES)
    return antes, " ".join(t for rotulo, t in dicho if rotulo != ANTES)


def de_las_respuestas(c: CuentaDeRespuestas) -> str:
    """Dice cuántas respuestas se leyeron y cuáles comparten hallazgo."""
    if not c.con_hallazgo + c.sin_hallazgo:
        return "El libro no trae ninguna respuesta del municipio."
    frase = f"Respuestas del municipio: {c.con_hallazgo} junto a su hallazgo y {c.sin_hallazgo} sin hallazgo."
    if not c.hallazgos_con_varias:
        return frase
    tienen = _cuantos(c.hallazgos_con_varias, "hallazgo tiene", "hallazgos tienen")
    return f"{frase} {tienen} más de una respuesta distinta: van todas, numeradas."


def de_la_suelta(r: RespuestaSuelta) -> str:
    """Presenta una respuesta que no es de ningún hallazgo de la comparación."""
    elemento = nombrar_elemento(r.elemento) or PLAN_ENTERO
    return f"Respuesta sin hallazgo ({r.regla}, {elemento}, {r.modo or 'sin modo'}): {r.respuesta}"


def titulo(c: Comparacion) -> str:
    """Devuelve el título de la comparación."""
    return f"Comparación de {len(c.rondas)} rondas"


def _cuantos(n: int, uno: str, varios: str) -> str:
    return f"{n} {uno if n == 1 else varios}"

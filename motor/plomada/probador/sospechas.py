"""Señala reglas que están bien escritas pero casi seguro no dicen lo que su autor quería.

Entra: PaqueteComprobado. Sale: diagnósticos. No conoce el registro: lo que depende de él está en
`lint`. Los nodos se comparan sin su lugar, así que dos expresiones iguales son la misma.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.tipos import Opciones

ADVERTENCIA = "advertencia"
NOTA = "nota"


def sospechas(paquete: n.PaqueteComprobado, define_del_motor: Collection[str] = ()) -> Iterator[Diagnostico]:
    """Devuelve lo sospechoso de las reglas y los `define`.

    `define_del_motor` son los `define` que el motor consulta por su nombre. Diagnósticos: PLO-N230 (se
    compara consigo mismo), PLO-N231 (condición constante), PLO-N232 (opción repetida), PLO-N233 (parte
    repetida), PLO-N234 (regla duplicada), PLO-N235 (`define` sin uso), PLO-N236 (exige lo que supone).
    """
    for regla in paquete.reglas:
        for raiz in _raices(regla):
            yield from _de_la_condicion(raiz, regla.tramo)
        yield from _exigencia_supuesta(regla)
    for d in paquete.defines:
        yield from _de_la_condicion(d.expresion, d.tramo)
    yield from _duplicadas(paquete.reglas)
    yield from _defines_sin_uso(paquete, define_del_motor)


def _raices(r: n.ReglaComprobada) -> Iterator[n.Condicion]:
    yield from (x for x in (r.cuando, r.exige, *(e.condicion for e in r.salvo)) if x is not None)


def _de_la_condicion(raiz: n.Nodo, de_quien: Tramo) -> Iterator[Diagnostico]:
    for nodo in n.descendientes(raiz):
        lugar = _lugar(nodo, de_quien)
        match nodo:
            case n.Comparar():
                yield from _comparacion(nodo, lugar)
            case n.EstaEn():
                yield from _opciones(nodo, lugar)
            case n.RecorrerOpciones(opciones=opciones):
                yield from _repetidas([o.valor for o in opciones], lugar)
            case n.Todas(partes=partes) | n.Alguna(partes=partes):
                yield from _partes(partes, isinstance(nodo, n.Todas), lugar)
            case n.Cuantificar(filtro=filtro, cuerpo=cuerpo) if filtro == cuerpo:
                yield _constante("el filtro y lo que se exige de cada elemento son lo mismo", lugar)
            case _:
                pass


def _lugar(nodo: object, de_quien: Tramo) -> Tramo:
    tramo = getattr(nodo, "tramo", None)
    return tramo if isinstance(tramo, Tramo) and tramo.archivo else de_quien


def _comparacion(c: n.Comparar, lugar: Tramo) -> Iterator[Diagnostico]:
    if c.izquierda == c.derecha:
        yield Diagnostico(
            "PLO-N230", "se compara un valor consigo mismo", lugar, "uno de los dos lados debe ser otro dato"
        )
    elif isinstance(c.izquierda, n.Constante) and isinstance(c.derecha, n.Constante):
        yield _constante("se comparan dos valores fijos", lugar)


def _constante(mensaje: str, lugar: Tramo) -> Diagnostico:
    return Diagnostico(
        "PLO-N231", f"{mensaje}: el resultado no depende del plan", lugar, "revise qué dato debía leerse"
    )


def _opciones(e: n.EstaEn, lugar: Tramo) -> Iterator[Diagnostico]:
    yield from _repetidas([str(o) for o in e.opciones], lugar)
    tipo = e.valor.tipo
    if isinstance(tipo, Opciones) and set(tipo.valores) <= set(e.opciones):
        siempre = "nunca es" if e.negada else "siempre es"
        yield _constante(f"las opciones son todas las posibles, así que {siempre} cierto", lugar)


def _repetidas(valores: list[str], lugar: Tramo) -> Iterator[Diagnostico]:
    for valor, veces in Counter(valores).items():
        if veces > 1:
            yield Diagnostico(
                "PLO-N232", f"la opción `{valor}` está repetida", lugar, "deje una sola", gravedad=ADVERTENCIA
            )


def _partes(partes: tuple[n.Condicion, ...], es_y: bool, lugar: Tramo) -> Iterator[Diagnostico]:
    palabra = "y" if es_y else "o"
    for parte, veces in Counter(partes).items():
        if veces > 1:
            yield Diagnostico(
                "PLO-N233",
                f"la misma condición está {veces} veces unida por `{palabra}`",
                _lugar(parte, lugar),
                "deje una sola, o corrija la que debía ser otra",
                gravedad=ADVERTENCIA,
            )
    contrarias = [p for p in partes if n.No(p) in partes]
    if contrarias:
        yield _constante(f"una condición y su contraria están unidas por `{palabra}`", lugar)


def _exigencia_supuesta(r: n.ReglaComprobada) -> Iterator[Diagnostico]:
    if r.exige is None:
        return
    supuestas = r.cuando.partes if isinstance(r.cuando, n.Todas) else (r.cuando,)
    if r.exige in supuestas or n.No(r.exige) in supuestas:
        yield Diagnostico(
            "PLO-N236",
            f"`{r.id}` exige lo mismo que su `cuando` supone",
            r.tramo,
            "donde aplica, el resultado ya está decidido: cambie una de las dos",
        )
    if any(e.condicion == r.cuando for e in r.salvo):
        yield Diagnostico(
            "PLO-N236",
            f"`{r.id}` tiene un `salvo que` igual a su `cuando`: nunca aplica",
            r.tramo,
            "cambie una de las dos condiciones",
        )


def _duplicadas(reglas: tuple[n.ReglaComprobada, ...]) -> Iterator[Diagnostico]:
    vistas: dict[object, n.ReglaComprobada] = {}
    for r in reglas:
        clave = (r.clases, r.cuando, tuple(e.condicion for e in r.salvo), r.exige, r.pregunta)
        primera = vistas.setdefault(clave, r)
        if primera is not r:
            yield Diagnostico(
                "PLO-N234",
                f"`{r.id}` exige lo mismo, y a los mismos planes, que `{primera.id}`",
                r.tramo,
                "deje una sola regla con los dos fundamentos",
                primera.tramo,
                "la primera",
                ADVERTENCIA,
            )


def _defines_sin_uso(paquete: n.PaqueteComprobado, del_motor: Collection[str]) -> Iterator[Diagnostico]:
    raices: list[object] = [x for r in paquete.reglas for x in (*_raices(r), *r.falla, *r.subsana)]
    raices += [c for _, c in paquete.condiciones]
    raices += [d.expresion for d in paquete.defines]
    usados = {
        x.nombre
        for raiz in raices
        if not isinstance(raiz, str)
        for x in n.descendientes(raiz)
        if isinstance(x, n.UsarDefine)
    }
    for d in paquete.defines:
        if d.nombre not in usados and d.nombre not in del_motor:
            yield Diagnostico(
                "PLO-N235",
                f"ninguna regla usa la definición `{d.nombre}`",
                d.tramo,
                "bórrela, o úsela donde hoy se repite su expresión",
                gravedad=ADVERTENCIA,
            )

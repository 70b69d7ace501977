"""Lo que el lenguaje pregunta de la cadena de fines y medios.

Las `f_…` deciden (cierto, falso o causa); las `x_…` dicen en una frase lo que miraron.
"""

from plomada.articulacion.grafo import FINES_A_MEDIOS, NIVELES, ROTULOS, Nodo, elementos_de
from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.llano.nombres import en_llano
from plomada.modelo.elementos import Elemento
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.logica import Causa, Verdad
from plomada.valores.texto import en_lista

_A_LA_VISTA = 8


def f_cadena(
    plan: Plan,
    hechos: Hechos,
    sujeto: Elemento,
    origen: str,
    destino: str,
    via: tuple[str, ...],
    directa: bool,
    minimo: int,
) -> Verdad:
    """Decide si el elemento llega al nivel de destino con al menos `minimo` elementos."""
    if len(_alcanzados(hechos, (origen, sujeto.id), destino, via, directa)) >= minimo:
        return True
    for nivel in (*via, destino):
        elementos = elementos_de(plan, nivel)
        if elementos is None:
            return Causa("sin describir", NIVELES[nivel])
        if isinstance(elementos, NoHay):
            return Causa("declarado que no hay", NIVELES[nivel])
        if not elementos:
            return Causa("vacío", NIVELES[nivel])
    return False


def _alcanzados(hechos: Hechos, nodo: Nodo, destino: str, via: tuple[str, ...], directa: bool) -> set[Nodo]:
    if via or directa:
        return hechos.grafo.alcanzados(nodo, destino, via, directa)
    return hechos.alcance(nodo, destino)


def x_cadena(
    plan: Plan,
    hechos: Hechos,
    sujeto: Elemento,
    origen: str,
    destino: str,
    via: tuple[str, ...],
    directa: bool,
    minimo: int,
) -> str:
    """Dice a cuántos llega y, si no alcanza, el tramo más largo que sí existe y dónde se rompe."""
    hallados = _alcanzados(hechos, (origen, sujeto.id), destino, via, directa)
    if len(hallados) >= minimo:
        return f"llega a {len(hallados)}: " + _nombrar_varios(hechos, sorted(hallados))
    camino = hechos.grafo.tramo_mas_largo((origen, sujeto.id), destino, via)
    falta = ROTULOS[_siguiente(camino[-1], destino, via)].partition(" ")[2]
    tramo = " → ".join(_nombrar(hechos, nodo) for nodo in camino)
    return f"{tramo} → aquí se rompe: falta {falta}{_por_que(hechos, camino[-1])}"


def _por_que(hechos: Hechos, nodo: Nodo) -> str:
    """Si el último eslabón cita algo que no existe, ahí está la falla."""
    rotos = hechos.grafo.rotos.get(nodo, ())
    if not rotos:
        return ""
    return f"; cita {en_lista([f'{ROTULOS[r[0]]} {r[1]}' for r in rotos])}, que el plan no describe"


def _nombrar(hechos: Hechos, nodo: Nodo) -> str:
    nombre = getattr(hechos.grafo.elementos.get(nodo), "nombre", None)
    propio = f"«{nombre}» ({nodo[1]})" if isinstance(nombre, str) else nodo[1]
    return f"{ROTULOS[nodo[0]].partition(' ')[2]} {propio}"


def _nombrar_varios(hechos: Hechos, nodos: list[Nodo]) -> str:
    vistos = "; ".join(_nombrar(hechos, n) for n in nodos[:_A_LA_VISTA])
    resto = len(nodos) - _A_LA_VISTA
    return vistos + (f" y {resto} más" if resto > 0 else "")


def _siguiente(nodo: Nodo, destino: str, via: tuple[str, ...]) -> str:
    orden = FINES_A_MEDIOS
    pendientes = [
        n
        for n in via
        if abs(orden.index(n) - orden.index(destino)) < abs(orden.index(nodo[0]) - orden.index(destino))
    ]
    return pendientes[0] if pendientes else destino


def f_conduce(plan: Plan, hechos: Hechos, medio: Elemento, fin: Elemento, abajo: str, arriba: str) -> Verdad:
    """Decide si el medio llega a ese fin, por cualquier camino."""
    return (arriba, fin.id) in hechos.alcance((abajo, medio.id), arriba)


def x_conduce(plan: Plan, hechos: Hechos, medio: Elemento, fin: Elemento, abajo: str, arriba: str) -> str:
    """Dice si el medio llega al fin y, si no, a cuáles llega."""
    alcanzados = hechos.alcance((abajo, medio.id), arriba)
    if (arriba, fin.id) in alcanzados:
        return "sí"
    return (
        "no; llega a " + _nombrar_varios(hechos, sorted(alcanzados)) if alcanzados else "no llega a ninguno"
    )


def f_sin_enlaces_rotos(
    plan: Plan, hechos: Hechos, sujeto: Elemento, campos: tuple[str, ...], tipos: tuple[str, ...]
) -> Verdad:
    """Decide si todo lo que el elemento cita existe; si no cita nada, no hay qué comprobar."""
    citados = _citados(sujeto, campos, tipos)
    if not citados:
        return Causa("vacío", "lo que el elemento cita")
    return all(id_ in hechos.indice(tipo) for tipo, id_ in citados)


def x_sin_enlaces_rotos(
    plan: Plan, hechos: Hechos, sujeto: Elemento, campos: tuple[str, ...], tipos: tuple[str, ...]
) -> str:
    """Nombra lo que el elemento cita y no existe."""
    citados = _citados(sujeto, campos, tipos)
    rotos = [f"{en_llano(tipo)} {id_}" for tipo, id_ in citados if id_ not in hechos.indice(tipo)]
    if rotos:
        return f"cita {en_lista(rotos)}, que el plan no describe"
    return f"cita {len(citados)} y todos existen" if citados else "no cita nada"


def _citados(sujeto: Elemento, campos: tuple[str, ...], tipos: tuple[str, ...]) -> list[tuple[str, str]]:
    citados: list[tuple[str, str]] = []
    for campo, tipo in zip(campos, tipos, strict=True):
        valor = getattr(sujeto, campo)
        ids = valor if isinstance(valor, tuple) else (valor,) if isinstance(valor, str) else ()
        citados.extend((tipo, str(id_)) for id_ in ids)
    return citados


def f_sin_ciclos(plan: Plan, hechos: Hechos) -> Verdad:
    """Decide si ningún elemento depende de sí mismo; sin enlaces que mirar, no consta."""
    if not hechos.grafo.dependencias:
        return Causa("vacío", "la cadena de fines y medios")
    return not hechos.grafo.ciclo()


def x_sin_ciclos(plan: Plan, hechos: Hechos) -> str:
    """Escribe el ciclo hallado, o que no hay."""
    if not hechos.grafo.dependencias:
        return "no hay enlaces que mirar"
    ciclo = hechos.grafo.ciclo()
    return " → ".join(_nombrar(hechos, n) for n in ciclo) if ciclo else "sin ciclos"

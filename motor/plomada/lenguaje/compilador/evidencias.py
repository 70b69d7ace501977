"""Código que dice qué leyó una regla: se corre solo cuando hay algo que explicar.

Para cada regla se generan `d<n>` (los datos leídos, con su ruta en el plan) y `m<n>` (el mensaje de falla y
el de cómo subsanar). Ambas reciben las variables de la combinación.
"""

from collections.abc import Iterable
from contextlib import nullcontext

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.exigencias import combinaciones
from plomada.lenguaje.compilador.generador import Generador
from plomada.lenguaje.compilador.valores_generados import generar_valor
from plomada.lenguaje.tipos import Magnitud, ObjetoDe, Opciones
from plomada.valores.unidades import DINERO, SIN_DIMENSION


def variables_de(regla: n.ReglaComprobada) -> tuple[str, ...]:
    """Devuelve las variables que identifican cada combinación de la regla."""
    return tuple(c.variable for c in combinaciones(regla))


def nodos_que_se_muestran(regla: n.ReglaComprobada) -> tuple[n.Nodo, ...]:
    """Devuelve, sin repetir, los datos de la regla que no dependen de variables internas."""
    visibles = frozenset(variables_de(regla))
    cabeza = frozenset(map(id, combinaciones(regla)))
    raices = (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo))
    hallados: dict[n.Nodo, None] = {}
    for raiz in raices:
        if raiz is not None:
            _juntar(raiz, visibles, cabeza, hallados)
    return tuple(hallados)


def _juntar(
    raiz: object, visibles: frozenset[str], cabeza: frozenset[int], hallados: dict[n.Nodo, None]
) -> None:
    """Una variable interna puede llamarse como una de la cabeza; dentro de su cuantificador, la tapa."""
    pila = [(raiz, visibles)]
    while pila:
        nodo, visibles = pila.pop()
        if isinstance(nodo, n.Cuantificar | n.Agregar) and id(nodo) not in cabeza:
            visibles -= {nodo.variable}
        muestra = isinstance(
            nodo,
            n.Leer
            | n.Preguntar
            | n.Agregar
            | n.ContarDias
            | n.MedirParecido
            | n.Operar
            | n.ValorDeParametro
            | n.UsarDefine,
        )
        if muestra and n.variables_libres(nodo) <= visibles and _interesa(nodo):
            hallados.setdefault(nodo)  # type: ignore[call-overload]
            if isinstance(nodo, n.Leer | n.UsarDefine):
                continue
        pila.extend((h, visibles) for h in reversed(list(n.hijos(nodo))))


_SE_EXPLICAN = {"cadena", "conduce", "contenido", "sin_ciclos", "sin_enlaces_rotos"}


def _interesa(nodo: object) -> bool:
    if isinstance(nodo, n.Leer):
        return bool(nodo.pasos) and any(p.atributo for p in nodo.pasos)
    return not isinstance(nodo, n.Preguntar) or nodo.funcion in _SE_EXPLICAN


def generar_datos(g: Generador, regla: n.ReglaComprobada) -> None:
    """Escribe el cuerpo de `d<n>`: una tupla de (ruta, valor) por dato.

    Lo que depende de un elemento se omite si la explicación no es de ninguno: la lista falta, o no aplica.
    """
    bases = _bases(g, regla)
    datos = g.asignar("[]", "d")
    for nodo in nodos_que_se_muestran(regla):
        hay = _hay_elemento(g, nodo)
        with g.codigo.bloque(f"if {hay}:") if hay else nullcontext():
            g.codigo.linea(f"{datos}.append({_dato(g, nodo, bases)})")
    g.codigo.linea(f"return tuple({datos})")


def _dato(g: Generador, nodo: n.Nodo, bases: dict[str, str]) -> str:
    if isinstance(nodo, n.Leer):
        return f"({_ruta(nodo, bases)}, {_leer_del_elemento(g, nodo)})"
    if isinstance(nodo, n.Preguntar):
        return f"({nodo.texto!r}, {valor_de_pregunta(g, nodo)})"
    texto = nodo.nombre if isinstance(nodo, n.UsarDefine) else getattr(nodo, "texto", "")
    return f"({texto!r}, {vestido(nodo, valor_o_causa(g, nodo))})"  # type: ignore[arg-type]


def _hay_elemento(g: Generador, nodo: n.Nodo) -> str:
    """Devuelve la expresión que indica si están los elementos de los que el nodo depende, o nada."""
    return " and ".join(f"{g.variables[v]} is not None" for v in sorted(n.variables_libres(nodo)))


def _bases(g: Generador, regla: n.ReglaComprobada) -> dict[str, str]:
    """Devuelve, por variable, la expresión que da la ruta de su elemento en el plan."""
    bases: dict[str, str] = {}
    for c in combinaciones(regla):
        x = g.variables[c.variable]
        if isinstance(c.recorrido, n.RecorrerLista) and isinstance(c.recorrido.lista, n.Leer):
            lista = c.recorrido.lista
            bases[c.variable] = f"({_ruta(lista, bases)} + identificar({x}))"
        else:
            bases[c.variable] = repr(c.variable)
    return bases


def _ruta(nodo: n.Leer, bases: dict[str, str]) -> str:
    if nodo.origen != "variable":
        return repr(nodo.texto)
    resto = nodo.texto.partition(".")[2]
    return f"{bases[nodo.variable]} + {'.' + resto!r}" if resto else bases[nodo.variable]


def leer_con_cuidado(g: Generador, nodo: n.Leer) -> str:
    """Devuelve la expresión que lee el dato sin fallar si algo falta en el camino."""
    origen = {"plan": "P", "evaluacion": "H"}.get(nodo.origen) or g.variables[nodo.variable]
    pasos: list[str] = []
    for p in nodo.pasos:
        pasos += [p.atributo] if p.atributo else []
        pasos += [f"@{p.indice}"] if p.indice else []
    if len(pasos) == 1 and not pasos[0].startswith("@") and nodo.origen != "variable":
        return f"{origen}.{pasos[0]}"
    return f"leer(H, {origen}, {tuple(pasos)!r})" if pasos else origen


def _leer_del_elemento(g: Generador, nodo: n.Leer) -> str:
    """Como `leer_con_cuidado`, donde ya se sabe que el elemento está: un solo paso se lee sin rodeos."""
    if nodo.origen == "variable" and len(nodo.pasos) == 1 and not nodo.pasos[0].indice:
        return f"{g.variables[nodo.variable]}.{nodo.pasos[0].atributo}"
    return leer_con_cuidado(g, nodo)


def valor_o_causa(g: Generador, nodo: n.Valor) -> str:
    """Escribe el cálculo de `nodo` y devuelve la variable con su valor, o con la causa de que no lo haya."""
    v = g.codigo.nueva("v")
    g.codigo.linea(f"{v} = None")

    def guardar(x: str) -> None:
        g.codigo.linea(f"{v} = {x}")

    if isinstance(nodo, n.UsarDefine):
        guardar(g.usar_hecho(nodo))
    else:
        generar_valor(g, nodo, guardar, guardar)
    return v


def valor_de_pregunta(g: Generador, nodo: n.Preguntar) -> str:
    """Escribe lo que el motor dice de una pregunta y devuelve la variable que lo guarda."""
    v = g.asignar("None")

    def describir(hechos: tuple[str, ...]) -> None:
        if len(hechos) < len(nodo.valores):
            generar_valor(g, nodo.valores[len(hechos)], lambda x: describir((*hechos, x)), guardar)
            return
        guardar(f"x_{nodo.funcion}({', '.join(['P', 'H', *hechos, *(repr(f) for f in nodo.fijos)])})")

    def guardar(x: str) -> None:
        g.codigo.linea(f"{v} = {x}")

    describir(())
    return v


def vestido(nodo: n.Nodo, v: str) -> str:
    """Devuelve la expresión que repone la unidad a un valor calculado en la unidad base."""
    tipo = getattr(nodo, "tipo", None)
    if isinstance(tipo, Magnitud) and tipo.dimension not in {DINERO, SIN_DIMENSION}:
        return f"vestir({v}, {tipo.dimension!r})"
    return v


def generar_mensajes(g: Generador, regla: n.ReglaComprobada) -> None:
    """Escribe el cuerpo de `m<n>`: devuelve el texto de falla y el de cómo subsanar."""
    falla = _texto(g, regla.falla)
    subsana = _texto(g, regla.subsana)
    g.codigo.linea(f"return {falla}, {subsana}")


def _ayuda_para(lectura: n.Leer) -> str:
    """Devuelve cómo se escribe el dato: un objeto por su nombre, un valor entre llaves por su rótulo."""
    if isinstance(lectura.tipo, ObjetoDe):
        return "nombrar"
    return "rotular" if isinstance(lectura.tipo, Opciones) and not lectura.pasos else "escribir"


def _texto(g: Generador, mensaje: n.Mensaje) -> str:
    partes: list[str] = []
    for parte in mensaje:
        match parte:
            case str():
                partes.append(repr(parte))
            case n.HuecoDeResultado(nombre=nombre):
                partes.append(f"R[{nombre!r}]")
            case n.Leer():
                partes.append(f"{_ayuda_para(parte)}({leer_con_cuidado(g, parte)})")
            case _:
                partes.append(f"escribir({vestido(parte, _valor_si_hay_elemento(g, parte))})")
    return f"''.join(({', '.join(partes)},))" if partes else "''"


def _valor_si_hay_elemento(g: Generador, nodo: n.Valor) -> str:
    hay = _hay_elemento(g, nodo)
    if not hay:
        return valor_o_causa(g, nodo)
    v = g.asignar("None")
    with g.codigo.bloque(f"if {hay}:"):
        g.codigo.linea(f"{v} = {valor_o_causa(g, nodo)}")
    return v


def listas_de(regla: n.ReglaComprobada) -> tuple[tuple[str, str], ...]:
    """Devuelve, por variable, la ruta de la lista que recorre; la de una anidada empieza por la de afuera."""
    raices = (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo))
    listas: dict[str, str] = {}
    for nodo in (x for raiz in raices if raiz is not None for x in n.descendientes(raiz)):
        if isinstance(nodo, n.Cuantificar | n.Agregar) and isinstance(nodo.recorrido, n.RecorrerLista):
            lista = nodo.recorrido.lista
            if isinstance(lista, n.Leer):
                listas.setdefault(nodo.variable, _ruta_entera(lista, listas))
    return tuple(sorted((v, ruta) for v, ruta in listas.items() if ruta))


def _ruta_entera(lista: n.Leer, listas: dict[str, str]) -> str:
    if lista.origen != "variable":
        return lista.texto
    afuera, resto = listas.get(lista.variable, ""), lista.texto.partition(".")[2]
    return f"{afuera}.{resto}" if afuera and resto else afuera


def contenidos_de(regla: n.ReglaComprobada) -> tuple[str, ...]:
    """Devuelve los ids de contenido que la regla exige."""
    raices: Iterable[object] = (x for x in (regla.exige, regla.cuando) if x is not None)
    ids = [
        str(nodo.fijos[0])
        for raiz in raices
        for nodo in n.descendientes(raiz)
        if isinstance(nodo, n.Preguntar) and nodo.funcion == "contenido"
    ]
    return tuple(dict.fromkeys(ids))

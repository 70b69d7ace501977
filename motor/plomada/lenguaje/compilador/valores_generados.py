"""Código de los datos: lecturas, constantes, parámetros, agregados y aritmética."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Exito, Fallo, Generador
from plomada.lenguaje.compilador.recorridos import abrir_recorrido
from plomada.lenguaje.tipos import ListaDe, Magnitud
from plomada.valores.unidades import DINERO, SIN_DIMENSION

FalloDeLectura: TypeAlias = Callable[[str, bool], None]

_MODOS_DE_PLAZO = frozenset({"fecha y meses", "fecha y días hábiles", "fecha y días calendario"})


def generar_valor(g: Generador, nodo: n.Valor, exito: Exito, fallo: Fallo) -> None:
    """Escribe el código que deja el valor de `nodo` en la expresión que recibe `exito`."""
    match nodo:
        case n.Constante(valor=v):
            exito(g.constantes.valor(v))
        case n.Leer():
            generar_lectura(g, nodo, exito, lambda causa, _: fallo(causa))
        case n.UsarDefine():
            _con_causa(g, g.usar_hecho(nodo), exito, fallo)
        case n.ValorDeParametro():
            _parametro(g, nodo, exito, fallo)
        case n.Agregar():
            if g.compartible(nodo):
                _con_causa(g, g.usar_hecho(nodo), exito, fallo)
            else:
                generar_agregado(g, nodo, exito, fallo)
        case n.ContarDias(habiles=habiles, desde=a, hasta=b):
            funcion = "H.dias_habiles" if habiles else "H.dias_calendario"
            generar_valor(
                g, a, lambda x: generar_valor(g, b, lambda y: exito(f"{funcion}({x}, {y})"), fallo), fallo
            )
        case n.MedirParecido(izquierda=a, derecha=b):
            generar_valor(
                g, a, lambda x: generar_valor(g, b, lambda y: exito(f"parecido({x}, {y})"), fallo), fallo
            )
        case n.Operar():
            _operando(
                g,
                nodo.izquierda,
                lambda x: _operando(g, nodo.derecha, lambda y: _operar(g, nodo, x, y, exito, fallo), fallo),
                fallo,
            )
        case _:
            assert_never(nodo)


def _con_causa(g: Generador, expresion: str, exito: Exito, fallo: Fallo) -> None:
    v = g.asignar(expresion)
    with g.si_es_valor(v, fallo):
        exito(v)


def _operando(g: Generador, nodo: n.Valor, exito: Exito, fallo: Fallo) -> None:
    """Una operación dentro de otra se calcula antes y aparte, para que la sangría no crezca con la cuenta."""
    if isinstance(nodo, n.Operar):
        v = g.asignar("None")
        generar_valor(g, nodo, lambda x: g.codigo.linea(f"{v} = {x}"), lambda c: g.codigo.linea(f"{v} = {c}"))
        with g.si_es_valor(v, fallo):
            exito(v)
    else:
        generar_valor(g, nodo, exito, fallo)


# -- lecturas --------------------------------------------------------------------------------------


def generar_lectura(g: Generador, nodo: n.Leer, exito: Exito, fallo: FalloDeLectura) -> None:
    """Escribe la lectura de una ruta; `fallo` recibe la causa y si es una ausencia declarada."""
    origen = {"plan": "P", "evaluacion": "H"}.get(nodo.origen) or g.variables[nodo.variable]
    partes = nodo.texto.split(".")
    inicio = len(partes) - sum(1 for p in nodo.pasos if p.atributo)
    _pasos(g, nodo, _Camino(origen, 0, inicio, partes), exito, fallo)


class _Camino:
    """Hasta dónde va leída una ruta."""

    def __init__(self, actual: str, paso: int, parte: int, partes: list[str]) -> None:
        self.actual, self.paso, self.parte, self.partes = actual, paso, parte, partes


def _pasos(g: Generador, nodo: n.Leer, c: _Camino, exito: Exito, fallo: FalloDeLectura) -> None:
    if c.paso == len(nodo.pasos):
        exito(c.actual + _sufijo(nodo))
        return
    paso = nodo.pasos[c.paso]
    parte = c.parte + (1 if paso.atributo else 0)
    leido = f"{c.actual}.{paso.atributo}" if paso.atributo else c.actual
    ruta = ".".join(c.partes[:parte])
    _con_presencia(
        g,
        paso,
        leido,
        ruta,
        lambda v: _con_indice(
            g,
            paso,
            v,
            ruta,
            lambda w: _pasos(g, nodo, _Camino(w, c.paso + 1, parte, c.partes), exito, fallo),
            fallo,
        ),
        fallo,
    )


def _con_presencia(
    g: Generador, paso: n.Paso, leido: str, ruta: str, seguir: Exito, fallo: FalloDeLectura
) -> None:
    if not paso.puede_faltar and not paso.puede_declararse:
        seguir(leido)
        return
    v = g.asignar(leido)
    palabra = "if"
    if paso.puede_faltar:
        with g.codigo.bloque(f"if {v} is None:"):
            fallo(g.constantes.causa("sin describir", ruta), False)
        palabra = "elif"
    if paso.puede_declararse:
        with g.codigo.bloque(f"{palabra} {v}.__class__ is NoHay:"):
            fallo(g.constantes.causa("declarado que no hay", ruta), True)
    with g.codigo.bloque("else:"):
        seguir(v)


def _con_indice(g: Generador, paso: n.Paso, v: str, ruta: str, seguir: Exito, fallo: FalloDeLectura) -> None:
    if not paso.indice:
        seguir(v)
        return
    indice = g.codigo.una_vez(f"H.indice({paso.indice!r})", "i")
    objeto = g.asignar(f"{indice}.get({v})")
    with g.codigo.bloque(f"if {objeto} is None:"):
        fallo(g.constantes.causa("sin describir", ruta), False)
    with g.codigo.bloque("else:"):
        seguir(objeto)


def _sufijo(nodo: n.Leer) -> str:
    """Las cantidades se comparan en su unidad base; el dinero conserva su año y los números van tal cual."""
    crudo = isinstance(nodo.tipo, Magnitud) and nodo.tipo.dimension not in {DINERO, SIN_DIMENSION}
    return ".base" if crudo and not isinstance(nodo.tipo, ListaDe) else ""


# -- parámetros, agregados y aritmética ------------------------------------------------------------


def _parametro(g: Generador, nodo: n.ValorDeParametro, exito: Exito, fallo: Fallo) -> None:
    if g.compartible(nodo):
        _con_causa(g, g.usar_hecho(nodo), exito, fallo)
        return

    def pedir(clave: str, en: str) -> None:
        _con_causa(g, f"H.parametro({nodo.id!r}, {clave}, {en})", exito, fallo)

    def con_clave(clave: str) -> None:
        if nodo.en is None:
            pedir(clave, "H.fecha")
        else:
            generar_valor(g, nodo.en, lambda en: pedir(clave, en), fallo)

    if nodo.clave is None:
        con_clave("None")
    else:
        generar_valor(g, nodo.clave, con_clave, fallo)


def generar_agregado(g: Generador, nodo: n.Agregar, exito: Exito, fallo: Fallo) -> None:
    """Escribe una suma, cuenta, mínimo, máximo o porcentaje.

    Sobre cero elementos, o si un elemento no se conoce, el resultado es una causa.
    """
    cuantos = g.asignar("0", "n")
    acumulado = g.asignar(_INICIALES[nodo.operacion], "s")
    anio = g.asignar("SIN", "a")
    duda = g.asignar("None", "d")

    def por_elemento(dentro: Generador, filtro: str) -> None:
        dentro.codigo.linea(f"{cuantos} += 1")
        if filtro:
            with dentro.codigo.bloque(f"if {filtro} is not True:"):
                dentro.codigo.linea(f"{duda} = peor_entre_elementos({duda}, {filtro})")
        _acumular(dentro, nodo, acumulado, anio, duda)

    def terminar(vacio: str) -> None:
        with g.codigo.bloque(f"if {cuantos} == 0:"):
            fallo(vacio)
        with g.codigo.bloque(f"elif {duda} is not None:"):
            fallo(duda)
        with g.codigo.bloque("else:"):
            exito(_resultado(g, nodo, acumulado, anio, cuantos))

    abrir_recorrido(g, nodo, por_elemento, terminar, fallo)


_INICIALES = {"suma": "0", "cuenta": "0", "porcentaje": "0", "mínimo": "None", "máximo": "None"}


def _acumular(g: Generador, nodo: n.Agregar, acumulado: str, anio: str, duda: str) -> None:
    from plomada.lenguaje.compilador.condiciones import generar_condicion

    def dudar(causa: str) -> None:
        g.codigo.linea(f"{duda} = peor_entre_elementos({duda}, {causa})")

    if nodo.operacion == "cuenta" or nodo.cuerpo is None:
        return
    if nodo.operacion == "porcentaje":
        b = g.codigo.nueva("b")
        generar_condicion(g, nodo.cuerpo, b)  # type: ignore[arg-type]
        with g.codigo.bloque(f"if {b} is True:"):
            g.codigo.linea(f"{acumulado} += 1")
        with g.codigo.bloque(f"elif {b} is not False:"):
            dudar(b)
        return

    def sumar(v: str) -> None:
        v = g.asignar(v)
        if nodo.tipo == Magnitud(DINERO):
            distintos = g.constantes.causa("años base distintos", nodo.texto)
            with g.codigo.bloque(f"if {anio} is SIN:"):
                g.codigo.linea(f"{anio} = {v}.anio")
            with g.codigo.bloque(f"elif {anio} != {v}.anio:"):
                dudar(distintos)
            v = f"{v}.base"
        if nodo.operacion == "suma":
            g.codigo.linea(f"{acumulado} += {v}")
            return
        signo = "<" if nodo.operacion == "mínimo" else ">"
        with g.codigo.bloque(f"if {acumulado} is None or {v} {signo} {acumulado}:"):
            g.codigo.linea(f"{acumulado} = {v}")

    generar_valor(g, nodo.cuerpo, sumar, dudar)  # type: ignore[arg-type]


def _resultado(g: Generador, nodo: n.Agregar, acumulado: str, anio: str, cuantos: str) -> str:
    if nodo.operacion == "cuenta":
        return cuantos
    if nodo.operacion == "porcentaje":
        return f"(Decimal(100) * {acumulado} / {cuantos})"
    if nodo.tipo == Magnitud(DINERO):
        return g.asignar(f"Cantidad(Decimal({acumulado}), 'COP', {anio})")
    return acumulado


def _operar(g: Generador, nodo: n.Operar, x: str, y: str, exito: Exito, fallo: Fallo) -> None:
    if nodo.modo in _MODOS_DE_PLAZO:
        signo = "-" if nodo.operador == "-" else ""
        _con_causa(g, f"correr_fecha(H, {nodo.modo!r}, {x}, {signo}int({y}), {nodo.texto!r})", exito, fallo)
        return
    factor = g.constantes.valor(nodo.factor)
    if nodo.modo == "dinero":
        _con_causa(g, f"operar_dinero({nodo.operador!r}, {x}, {y}, {factor}, {nodo.texto!r})", exito, fallo)
    elif nodo.operador == "/":
        divisor = g.asignar(y)
        with g.codigo.bloque(f"if {divisor} == 0:"):
            fallo(g.constantes.causa("división por cero", nodo.texto))
        with g.codigo.bloque("else:"):
            exito(f"(Decimal({x}) / {divisor})")
    else:
        por = f" * {factor}" if nodo.operador == "*" and nodo.factor != 1 else ""
        exito(f"({x} {nodo.operador} {y}{por})")

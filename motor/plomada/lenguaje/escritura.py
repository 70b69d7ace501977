"""Escribe una expresión como se lee en una regla, para mostrarla en las explicaciones."""

from decimal import Decimal
from typing import assert_never

from plomada.lenguaje import sintaxis as s


def escribir(e: s.Expresion) -> str:  # noqa: C901, PLR0912 - un brazo corto por forma
    """Devuelve la expresión en su forma canónica, en una línea."""
    match e:
        case s.Numero(valor=v):
            return _decimal(v)
        case s.Medida(valor=c):
            return c.a_texto()
        case s.Texto(valor=t):
            return '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case s.Fecha(valor=f):
            return f.isoformat()
        case s.Ruta():
            return e.texto
        case s.Parametro(id=i, clave=k, en=en):
            return f"parámetro {i}" + (f" para {k.texto}" if k else "") + (f" en {en.texto}" if en else "")
        case s.Agregado():
            return _agregado(e)
        case s.DiasEntre(habiles=h, desde=a, hasta=b):
            return f"días {'hábiles' if h else 'calendario'} entre {_atomo(a)} y {_atomo(b)}"
        case s.Parecido(izquierda=a, derecha=b):
            return f"parecido entre {_atomo(a)} y {_atomo(b)}"
        case s.Aritmetica(operador=o, izquierda=a, derecha=b):
            return f"{_atomo(a)} {o} {_atomo(b)}"
        case s.Comparacion(operador=o, izquierda=a, derecha=b, tolerancia=t):
            return f"{_atomo(a)} {o} {_atomo(b)}" + (f" ± {_atomo(t)}" if t else "")
        case s.Pertenencia(expresion=x, conjunto=c, negada=n):
            return f"{_atomo(x)} {'no ' if n else ''}es uno de {_fuente(c)}"
        case s.Existe(ruta=r, negada=n):
            return f"{_atomo(r)} {'no ' if n else ''}existe"
        case s.DentroDe(izquierda=a, derecha=b):
            return f"{_atomo(a)} dentro de {_atomo(b)}"
        case s.AlMenosTanDetallada(izquierda=a, derecha=b):
            return f"{_atomo(a)} al menos tan detallada como {_atomo(b)}"
        case s.Declara(bloque=b, lista=lista, claves=claves):
            return f"{b.texto} declara {lista} para {', '.join(k.texto for k in claves)}"
        case s.Contenido(id=i):
            return f"contenido {i} con evidencia"
        case s.Cadena():
            return _cadena(e)
        case s.SinCiclos():
            return "cadena sin ciclos"
        case s.Conduce(izquierda=a, derecha=b):
            return f"{_atomo(a)} conduce a {_atomo(b)}"
        case s.SinEnlacesRotos(sujeto=x):
            return f"{_atomo(x)} sin enlaces rotos"
        case s.Negacion(expresion=x):
            return f"no {_operando(x)}"
        case s.Conjuncion(partes=p):
            return " y ".join(_operando(x) for x in p)
        case s.Disyuncion(partes=p):
            return " o ".join(_operando(x) for x in p)
        case s.Cuantificador():
            return _cuantificador(e)
        case _:
            assert_never(e)


def _decimal(v: Decimal) -> str:
    texto = f"{v:f}"
    return texto + "0" if "." in texto and len(texto.rsplit(".", 1)[1]) == 3 else texto


_SIMPLES = (s.Numero, s.Medida, s.Texto, s.Fecha, s.Ruta, s.Parametro)


def _atomo(e: s.Expresion) -> str:
    return escribir(e) if isinstance(e, _SIMPLES) else f"({escribir(e)})"


def _operando(e: s.Expresion) -> str:
    suelto = not isinstance(e, s.Cuantificador | s.Conjuncion | s.Disyuncion)
    return escribir(e) if suelto else f"({escribir(e)})"


def _fuente(f: s.Ruta | s.Conjunto) -> str:
    if isinstance(f, s.Ruta):
        return f.texto
    return "{" + ", ".join(_elemento(x) for x in f.elementos) + "}"


def _elemento(x: s.ElementoDeConjunto) -> str:
    if x.condicion is None:
        return escribir(x.valor)
    condicion = escribir(x.condicion)
    compuesta = isinstance(
        x.condicion, s.Conjuncion | s.Disyuncion | s.Negacion | s.Cuantificador | s.Declara
    )
    return f"{escribir(x.valor)} si " + (f"({condicion})" if compuesta else condicion)


def _agregado(e: s.Agregado) -> str:
    filtro = f" con ({escribir(e.filtro)})" if e.filtro else ""
    if e.operacion == "cuenta":
        return f"cuenta de {e.variable} en {_fuente(e.fuente)}{filtro}"
    assert e.cuerpo is not None
    if e.operacion == "porcentaje":
        return f"porcentaje de {e.variable} en {_fuente(e.fuente)}{filtro} que cumplen ({escribir(e.cuerpo)})"
    return f"{e.operacion} de {_atomo(e.cuerpo)} para cada {e.variable} en {_fuente(e.fuente)}{filtro}"


def _cadena(e: s.Cadena) -> str:
    verbo = "se concreta en" if e.hacia_medios else "llega hasta"
    via = f" a través de {e.via[0]}" if len(e.via) == 1 else ""
    if len(e.via) > 1:
        via = " por cadena " + " → ".join(e.via)
    return f"{_atomo(e.sujeto)} {verbo} al menos {e.minimo} {e.destino}{via}"


def _cuantificador(e: s.Cuantificador) -> str:
    cabeza = {"cada": "cada", "algún": "algún", "ningún": "ningún", "al menos": f"al menos {e.minimo}"}[
        e.tipo
    ]
    filtro = f" con {_operando(e.filtro)}" if e.filtro else ""
    return f"{cabeza} {e.variable} en {_fuente(e.fuente)}{filtro} cumple {escribir(e.cuerpo)}"

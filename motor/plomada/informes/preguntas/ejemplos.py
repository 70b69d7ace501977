"""Nombra un campo del plan para quien no conoce el modelo: qué es, de qué, dónde va y cómo se escribe."""

from dataclasses import dataclass

from plomada.evaluacion.conjeturas.rutas import Pasos, formas_de, partir
from plomada.modelo.formas import Forma, campos_de
from plomada.normativa.registro import Registro
from plomada.valores.texto import en_lista
from plomada.valores.unidades import ESCALA, unidades_de

_CAMPOS_DEL_EJEMPLO = 4
_OPCIONES_DEL_EJEMPLO = 6
_DE_CONTENIDO = '{estado: incluido, evidencia: [{documento: dts, pagina: 12, cita: "…"}]}'
_LLANOS = {
    "sí o no": "si",
    "entero": "12",
    "año": "2025",
    "número": "1.5",
    "fecha": "2026-03-01",
    "id": "P1",
    "código de municipio": '"05001"',
}
_CIFRAS = {"porcentaje": "20", "dinero": "3"}


@dataclass(frozen=True, slots=True)
class Llano:
    """Un campo en lenguaje llano: el dato, de qué es, dónde se escribe y un ejemplo de su forma."""

    dato: str
    de: str
    donde: str
    ejemplo: str


def describir(campo: str, registro: Registro) -> Llano:
    """Devuelve el campo en lenguaje llano; lo que no es un campo del plan queda con su nombre."""
    pasos = tuple("[]" if p.startswith("[") else p for p in partir(campo))
    formas = formas_de(pasos)
    if not formas:
        return Llano(campo, "", "lo que la regla nombra así", "")
    if pasos[0] == "contenidos" and len(pasos) > 1:
        contenido = next((c for c in registro.contenidos if c.id == pasos[1]), None)
        dato = f"El contenido «{contenido.titulo}»" if contenido else f"El contenido «{pasos[1]}»"
        return Llano(dato, "", "el bloque `contenidos`", f"{pasos[1]}: {_DE_CONTENIDO}")
    rotulos = [_rotulo(f) for p, f in zip(pasos, formas, strict=True) if p != "[]"]
    return Llano(
        dato=rotulos[-1] or pasos[-1],
        de=" › ".join(f"«{r}»" for r in rotulos[:-1] if r),
        donde=_donde(pasos),
        ejemplo=_ejemplo(pasos, formas[-1]),
    )


def _rotulo(forma: Forma) -> str:
    return forma.descripcion.rstrip(".")


def _donde(pasos: Pasos) -> str:
    bloques = [f"`{p}`" for p in pasos[:-1] if p != "[]"]
    if not bloques:
        return f"el bloque `{pasos[0]}`"
    en_cada = ", en cada elemento" if "[]" in pasos else ""
    return " › ".join(bloques) + en_cada


def _ejemplo(pasos: Pasos, forma: Forma) -> str:
    clave = next(p for p in reversed(pasos) if p != "[]")
    return f"{clave}: {_valor(forma, clave)}"


def _valor(forma: Forma, clave: str) -> str:
    match forma.clase:
        case "cantidad":
            return "1:5000" if forma.tipo == ESCALA else _cantidad(forma.tipo)
        case "opcion":
            return _opciones(forma)
        case "referencia":
            return f"el id de un elemento de tipo {forma.tipo.replace('_', ' ')}"
        case "lista":
            assert forma.dentro is not None
            return f"[{_valor(forma.dentro, clave)}]"
        case "objeto":
            return _objeto(forma)
        case _:
            return _LLANOS.get(forma.tipo, '"…"')


def _cantidad(dimension: str) -> str:
    unidades = unidades_de(dimension)
    unidad = "ha" if "ha" in unidades else unidades[-1] if dimension == "dinero" else unidades[0]
    return f"{_CIFRAS.get(dimension, '10')} {unidad}"


def _opciones(forma: Forma) -> str:
    assert forma.opciones is not None
    valores = [o.value for o in forma.opciones]
    resto = len(valores) - _OPCIONES_DEL_EJEMPLO
    otras = en_lista(valores[1:_OPCIONES_DEL_EJEMPLO], "o") + (f" y {resto} más" if resto > 0 else "")
    return f"{valores[0]}  # o {otras}" if otras else valores[0]


def _objeto(forma: Forma) -> str:
    assert forma.modelo is not None
    campos = [(n, f) for n, f in campos_de(forma.modelo).items() if n != "evidencia"]
    primeros = sorted(campos, key=lambda c: c[0] != "id")[:_CAMPOS_DEL_EJEMPLO]
    return "{" + ", ".join(f"{n}: {_corto(f, n)}" for n, f in primeros) + "}"


def _corto(forma: Forma, clave: str) -> str:
    if forma.opciones is not None:
        return str(next(iter(forma.opciones)).value)
    return "…" if forma.clase in {"objeto", "lista", "mapa", "referencia"} else _valor(forma, clave)

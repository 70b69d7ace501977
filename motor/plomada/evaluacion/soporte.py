"""El espacio de nombres en que corre el código generado: ayudas de lectura, escritura y aritmética."""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from plomada.evaluacion import funciones, funciones_de_cadena
from plomada.evaluacion.hechos import SIN, Hechos
from plomada.evaluacion.llano.nombres import en_llano, rotulo_de
from plomada.modelo.opciones import Opcion
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.fechas import escribir_fecha, sumar_meses
from plomada.valores.logica import Causa, peor, peor_de_falsos, peor_entre_elementos, sin_excusa
from plomada.valores.numeros import escribir_numero
from plomada.valores.parecido import parecido
from plomada.valores.unidades import ESCALA, UNIDADES, Unidad

TOPE_DE_COMBINACIONES = 2_000_000
_ELEMENTOS_A_LA_VISTA = 5


class DemasiadasCombinaciones(Exception):
    """Una regla recorrió más combinaciones de las que el motor admite."""


def leer(hechos: Hechos, origen: object, pasos: tuple[str, ...]) -> object:
    """Sigue una ruta sin fallar: devuelve lo hallado, `None` o la ausencia declarada en el camino."""
    for paso in pasos:
        if origen is None or isinstance(origen, NoHay):
            return origen
        origen = hechos.indice(paso[1:]).get(str(origen)) if paso.startswith("@") else getattr(origen, paso)
    return origen


def identificar(elemento: object) -> str:
    """Devuelve el sufijo que distingue un elemento en la ruta de su lista: `[P1]`."""
    return f"[{getattr(elemento, 'id', elemento)}]"


def vestir(valor: object, dimension: str) -> object:
    """Repone la unidad a un número calculado en la unidad base, en la que se lee mejor."""
    if not isinstance(valor, int | Decimal) or isinstance(valor, bool):
        return valor
    base = Decimal(valor)
    if dimension == ESCALA:
        return Cantidad(base, ESCALA)
    unidades = [u for u in UNIDADES.values() if u.dimension == dimension]
    comoda = next((u for u in unidades if u.simbolo in _COMODAS and _cabe(base, u)), None)
    unidad = comoda or next(u for u in unidades if u.factor == 1)
    return Cantidad(base / unidad.factor, unidad.simbolo)


# Unidades en que una persona espera leer lo que el motor calcula en otra menor.
_COMODAS = {"ha", "años"}


def _cabe(base: Decimal, unidad: Unidad) -> bool:
    """Las hectáreas, desde una; los años, solo si son justos."""
    return base % unidad.factor == 0 or (unidad.simbolo == "ha" and abs(base) >= unidad.factor)


def escribir(valor: object) -> str:  # noqa: C901 - un brazo corto por clase de valor
    """Escribe un dato como se lee en una frase."""
    match valor:
        case None:
            return "sin describir"
        case NoHay(motivo=motivo):
            return f"el plan declara que no hay ({motivo.rstrip('.')})"
        case Causa():
            return describir_causa(valor)
        case bool():
            return "sí" if valor else "no"
        case StrEnum():
            return getattr(valor, "rotulo", "") or valor.value.replace("_", " ")
        case str():
            return valor
        case int() | Decimal():
            return escribir_numero(redondear(Decimal(valor)))
        case Cantidad():
            return str(Cantidad(redondear(valor.valor), valor.unidad, valor.anio))
        case date():
            return escribir_fecha(valor)
        case tuple():
            return _lista(valor)
        case _:
            return nombrar(valor)


def redondear(numero: Decimal) -> Decimal:
    """Deja a lo sumo cuatro decimales, para mostrar."""
    return numero if numero == numero.to_integral_value() else round(numero, 4)


def _lista(valores: tuple[object, ...]) -> str:
    if not valores:
        return "ninguno"
    vistos = ", ".join(nombrar(v) for v in valores[:_ELEMENTOS_A_LA_VISTA])
    resto = len(valores) - _ELEMENTOS_A_LA_VISTA
    return vistos + (f" y {resto} más" if resto > 0 else "")


def nombrar(elemento: object) -> str:
    """Escribe un elemento por su nombre y su id; un objeto sin id, por su área si la tiene."""
    if elemento is None or isinstance(elemento, NoHay | str | int | Decimal | Cantidad | date):
        return escribir(elemento)
    id_ = getattr(elemento, "id", "")
    nombre = getattr(elemento, "nombre", None)
    if id_:
        return f"{nombre} ({id_})" if isinstance(nombre, str) else str(id_)
    area = getattr(elemento, "area", None)
    return escribir(area) if area is not None else "descrito"


@cache
def _rotulos() -> dict[str, str]:
    return {str(o.value): o.rotulo for clase in Opcion.__subclasses__() for o in clase}


def rotular(valor: object) -> str:
    """Escribe el valor de una opción con sus espacios y tildes; lo que no es una opción queda igual."""
    return _rotulos().get(str(valor), str(valor))


def describir_causa(causa: Causa) -> str:
    """Dice por qué no hay un valor que mostrar."""
    nombre = rotulo_de(causa.ruta)
    dato = f"«{nombre}»" if nombre else "" if " " in causa.ruta else f"«{en_llano(causa.ruta)}»"
    porque = _SIN_VALOR.get(causa.tipo, causa.tipo)
    return f"no se puede calcular: {porque} {dato}".rstrip()


_SIN_VALOR = {
    "sin describir": "no se describió",
    "declarado que no hay": "el plan declara que no hay",
    "vacío": "no hay ningún elemento en",
    "ninguno tras el filtro": "ninguno es de los que se miran en",
    "años base distintos": "las sumas están en pesos de años distintos",
    "división por cero": "habría que dividir entre cero",
}


def operar_dinero(operador: str, a: Any, b: Any, factor: Decimal, texto: str) -> object:  # noqa: ANN401
    """Opera sumas de dinero; entre pesos de años distintos no hay resultado."""
    if isinstance(a, Cantidad) and isinstance(b, Cantidad):
        if a.anio != b.anio:
            return Causa("años base distintos", texto)
        if operador == "/":
            return a.base / b.base if b.base else Causa("división por cero", texto)
        return Cantidad(a.base + b.base if operador == "+" else a.base - b.base, "COP", a.anio)
    dinero, otro = (a, b) if isinstance(a, Cantidad) else (b, a)
    if operador == "/":
        return Cantidad(dinero.base / otro, "COP", dinero.anio) if otro else Causa("división por cero", texto)
    return Cantidad(dinero.base * otro * factor, "COP", dinero.anio)


def esta_en_dinero(suma: Cantidad, opciones: frozenset[Cantidad], texto: str) -> bool | Causa:
    """Dice si una suma de dinero es una de varias; con pesos de otro año no se puede saber."""
    if any(o.anio == suma.anio and o.base == suma.base for o in opciones):
        return True
    return False if all(o.anio == suma.anio for o in opciones) else Causa("años base distintos", texto)


def correr_fecha(hechos: Hechos, modo: str, fecha: date, cuanto: int, texto: str) -> date | Causa:
    """Suma un plazo a una fecha; si se sale del calendario, no hay resultado."""
    try:
        if modo == "fecha y meses":
            return sumar_meses(fecha, cuanto)
        if modo == "fecha y días calendario":
            return fecha + timedelta(days=cuanto)
        return hechos.sumar_habiles(fecha, cuanto)
    except (ValueError, OverflowError):
        return Causa("no demostrable", texto, "la fecha que resulta no está en el calendario")


def espacio_de_nombres() -> dict[str, Any]:
    """Devuelve los nombres que el código generado espera encontrar."""
    propios: tuple[Any, ...] = (
        Causa,
        NoHay,
        Cantidad,
        Decimal,
        date,
        peor,
        peor_de_falsos,
        peor_entre_elementos,
        sin_excusa,
        esta_en_dinero,
        correr_fecha,
        leer,
        identificar,
        vestir,
        escribir,
        nombrar,
        rotular,
        operar_dinero,
        parecido,
        DemasiadasCombinaciones,
    )
    nombres = {p.__name__: p for p in propios}
    modulos = vars(funciones) | vars(funciones_de_cadena)
    preguntas = {n: f for n, f in modulos.items() if n.startswith(("f_", "x_"))}
    return {**nombres, **preguntas, "SIN": SIN, "TOPE_DE_COMBINACIONES": TOPE_DE_COMBINACIONES}

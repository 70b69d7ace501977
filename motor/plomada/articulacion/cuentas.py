"""Rehace las cuentas de compromisos que un documento de seguimiento declara.

Separa siempre cumplido, en proceso y lo demás (sin dato y no aplica). Lo que está en proceso nunca se suma a
lo cumplido: si el porcentaje impreso solo sale sumándolo, se dice.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from plomada.articulacion.redondeo import coincide, totales_posibles
from plomada.modelo.bloques.seguimiento import Cuenta
from plomada.modelo.plan import Plan
from plomada.valores.cantidad import Cantidad
from plomada.valores.numeros import escribir_numero


class Cuadre(StrEnum):
    """Qué se concluye de una cifra declarada."""

    CUADRA = "cuadra"
    NO_CUADRA = "no cuadra"
    SUMANDO_EN_PROCESO = "solo cuadra sumando lo que está en proceso"
    NO_RECALCULABLE = "declarado, no recalculable"


@dataclass(frozen=True, slots=True)
class CuentaRehecha:
    """Una cuenta con lo que se pudo deducir; None es lo que sus cifras no permiten saber.

    `deducido` dice el número de cumplidos que haría cuadrar la cuenta, si el declarado no la hace cuadrar.
    """

    id: str
    nombre: str
    cumplidos: int | None
    en_proceso: int | None
    resto: int | None
    total: int | None
    declarado: Decimal | None
    deducido: int | None
    cuadre: Cuadre
    frases: tuple[str, ...]

    @property
    def porcentaje(self) -> Decimal | None:
        """Porcentaje de lo cumplido sobre todos los compromisos, con un decimal; None si no se sabe."""
        if not self.total or self.cumplidos is None:
            return None
        return round(Decimal(100) * self.cumplidos / self.total, 1)


@dataclass(frozen=True, slots=True)
class _Datos:
    """Lo que la cuenta declara, y lo que se le va deduciendo."""

    cuenta: Cuenta
    cumplidos: int | None
    en_proceso: int | None
    resto: int | None
    totales: tuple[int, ...] | None
    corregida: bool = False

    @property
    def total(self) -> int | None:
        return self.totales[0] if self.totales is not None and len(self.totales) == 1 else None

    @property
    def resto_conocido(self) -> int | None:
        """Lo que no tiene dato o no aplica; si no se describió, lo que queda del total."""
        if self.resto is not None or self.total is None:
            return self.resto
        return _menos(self.total, [self.cumplidos, self.en_proceso])


def rehacer_cuentas(plan: Plan) -> tuple[CuentaRehecha, ...]:
    """Devuelve cada cuenta de `seguimiento.cuentas` rehecha desde sus partes, en su orden."""
    lista = plan.seguimiento.cuentas
    cuentas = {c.id: c for c in lista} if isinstance(lista, tuple) else {}
    partes = {i: [c.id for c in cuentas.values() if c.parte_de == i] for i in cuentas}
    datos = {i: _leer(c) for i, c in cuentas.items()}
    for mayor in cuentas:
        _repartir(mayor, partes, datos)
    for mayor in cuentas:
        _sumar(mayor, partes, datos)
    return tuple(
        _concluir(d, (*_por_dentro(d), _participacion(d, datos), _frente_a_sus_partes(i, partes, datos)))
        for i, d in datos.items()
    )


def _entero(valor: object) -> int | None:
    return valor if isinstance(valor, int) and not isinstance(valor, bool) else None


def _pct(valor: object) -> Decimal | None:
    return valor.valor if isinstance(valor, Cantidad) else None


def _leer(c: Cuenta) -> _Datos:
    sin_dato, no_aplica = _entero(c.sin_dato), _entero(c.no_aplica)
    resto = None if sin_dato is None or no_aplica is None else sin_dato + no_aplica
    datos = _Datos(c, _entero(c.cumplidos), _entero(c.en_proceso), resto, None)
    return replace(datos, totales=_totales(datos))


def _totales(d: _Datos) -> tuple[int, ...] | None:
    """Devuelve los totales que sus cifras admiten; None si no hay con qué saberlo."""
    conteos = (d.cumplidos, d.en_proceso, d.resto)
    if all(x is not None for x in conteos):
        return (sum(x for x in conteos if x is not None),)
    declarado = _entero(d.cuenta.total_declarado)
    if declarado is not None:
        return (declarado,)
    impresos = (d.cuenta.porcentaje_declarado, d.cuenta.porcentaje_en_proceso, d.cuenta.porcentaje_del_resto)
    posibles: set[int] | None = None
    for parte, impreso in zip(conteos, map(_pct, impresos), strict=True):
        if parte and impreso is not None:
            hallados = set(totales_posibles(parte, impreso))
            posibles = hallados if posibles is None else posibles & hallados
    return None if posibles is None else tuple(sorted(posibles))


def _repartir(mayor: str, partes: Mapping[str, list[str]], datos: dict[str, _Datos]) -> None:
    """Si una sola parte no cuadra o no se sabe, lo suyo es lo de la cuenta mayor menos lo de las otras."""
    sueltas = [i for i in partes[mayor] if datos[i].total is None]
    if len(sueltas) != 1:
        return
    parte = datos[sueltas[0]]
    otras = [datos[i] for i in partes[mayor] if i != sueltas[0]]
    cumplidos = _menos(datos[mayor].cumplidos, [o.cumplidos for o in otras])
    en_proceso = parte.en_proceso
    if en_proceso is None:
        en_proceso = _menos(datos[mayor].en_proceso, [o.en_proceso for o in otras])
    if cumplidos is None or cumplidos < 0 or (en_proceso or 0) < 0:
        return
    corregida = replace(parte, cumplidos=cumplidos, en_proceso=en_proceso, corregida=True)
    totales = _totales(corregida)
    if totales is not None and len(totales) == 1:
        datos[sueltas[0]] = replace(corregida, totales=totales)


def _menos(todo: int | None, partes: list[int | None]) -> int | None:
    if todo is None or any(p is None for p in partes):
        return None
    return todo - sum(p for p in partes if p is not None)


def _sumar(mayor: str, partes: Mapping[str, list[str]], datos: dict[str, _Datos]) -> None:
    """El total de una cuenta con partes es la suma de los totales de sus partes."""
    totales = [datos[i].total for i in partes[mayor]]
    if not totales or any(t is None for t in totales) or datos[mayor].total is not None:
        return
    datos[mayor] = replace(datos[mayor], totales=(sum(t for t in totales if t is not None),))


# -- conclusiones ----------------------------------------------------------------------------------


def _por_dentro(d: _Datos) -> Iterator[tuple[bool, str]]:
    """Dice si el total y los demás porcentajes que la cuenta declara salen de sus conteos."""
    if d.total is None:
        return
    declarado = _entero(d.cuenta.total_declarado)
    if declarado is not None and declarado != d.total:
        yield False, f"Sus conteos suman {d.total} y se declara un total de {declarado}."
    for que, parte, impreso in (
        ("en proceso", d.en_proceso, _pct(d.cuenta.porcentaje_en_proceso)),
        ("sin dato o que no aplican", d.resto_conocido, _pct(d.cuenta.porcentaje_del_resto)),
    ):
        if parte is not None and impreso is not None and not coincide(parte, d.total, impreso):
            hecho = f"{parte} de {d.total} ({_porcentaje(parte, d.total)})"
            yield False, f"Hay {que} {hecho}, y se declara {escribir_numero(impreso)} %."


def _participacion(d: _Datos, datos: Mapping[str, _Datos]) -> tuple[bool, str]:
    """Dice si la cuenta es la parte de la mayor que declara; sin frase si no lo dice o no se sabe."""
    impreso = _pct(d.cuenta.porcentaje_de_la_cuenta_mayor)
    mayor = datos.get(d.cuenta.parte_de) if isinstance(d.cuenta.parte_de, str) else None
    if impreso is None or mayor is None or d.total is None or not mayor.total:
        return True, ""
    hecho = f"Son {d.total} de los {mayor.total} compromisos ({_porcentaje(d.total, mayor.total)})"
    igual = coincide(d.total, mayor.total, impreso)
    return (
        igual,
        f"{hecho}, como se declara." if igual else f"{hecho}, y se declara {escribir_numero(impreso)} %.",
    )


def _frente_a_sus_partes(
    mayor: str, partes: Mapping[str, list[str]], datos: Mapping[str, _Datos]
) -> tuple[bool, str]:
    """Dice si los cumplidos de una cuenta son los de sus partes; sin frase si lo son o no se sabe."""
    suyas = [datos[i].cumplidos for i in partes[mayor]]
    propios = datos[mayor].cumplidos
    if not suyas or propios is None or any(x is None for x in suyas):
        return True, ""
    suman = sum(x for x in suyas if x is not None)
    return suman == propios, "" if suman == propios else f"Sus partes suman {suman} cumplidos, no {propios}."


def _concluir(d: _Datos, frente_a_otras: Sequence[tuple[bool, str]]) -> CuentaRehecha:
    c = d.cuenta
    resto = d.resto_conocido
    cuadre, frases = _cuadre(d, resto)
    if cuadre is Cuadre.CUADRA and not all(igual for igual, _ in frente_a_otras):
        cuadre = Cuadre.NO_CUADRA
    return CuentaRehecha(
        c.id,
        c.nombre if isinstance(c.nombre, str) else "",
        d.cumplidos,
        d.en_proceso,
        resto,
        d.total,
        _pct(c.porcentaje_declarado),
        d.cumplidos if d.corregida and _entero(c.cumplidos) != d.cumplidos else None,
        cuadre,
        tuple(x for x in (*frases, *(f for _, f in frente_a_otras)) if x),
    )


def _cuadre(d: _Datos, resto: int | None) -> tuple[Cuadre, list[str]]:
    declarado = _pct(d.cuenta.porcentaje_declarado)
    impreso = _entero(d.cuenta.cumplidos)
    if resto is not None and resto < 0:
        return Cuadre.NO_CUADRA, [f"Lo cumplido y lo que está en proceso suman más que el total ({d.total})."]
    if d.corregida and impreso is not None and impreso != d.cumplidos:
        return Cuadre.NO_CUADRA, list(_correccion(d, impreso, declarado))
    if d.total is None or d.cumplidos is None:
        return _sin_total(d, declarado)
    hecho = f"{d.cumplidos} de {d.total} ({_porcentaje(d.cumplidos, d.total)})"
    if declarado is None:
        return Cuadre.CUADRA, [f"{hecho}; el documento no declara porcentaje."]
    if coincide(d.cumplidos, d.total, declarado):
        return Cuadre.CUADRA, [f"{hecho}, como se declara."]
    if d.en_proceso and coincide(d.cumplidos + d.en_proceso, d.total, declarado):
        ambos = d.cumplidos + d.en_proceso
        frase = (
            f"{hecho}. El {escribir_numero(declarado)} % declarado solo sale sumando los {d.en_proceso} que "
            f"están en proceso ({ambos} de {d.total})."
        )
        return Cuadre.SUMANDO_EN_PROCESO, [frase]
    return Cuadre.NO_CUADRA, [f"{hecho}, y se declara {escribir_numero(declarado)} %."]


def _sin_total(d: _Datos, declarado: Decimal | None) -> tuple[Cuadre, list[str]]:
    if d.totales == () and d.cumplidos is not None and declarado is not None:
        return Cuadre.NO_CUADRA, [_ningun_total(d.cumplidos, declarado)]
    faltan = [
        nombre
        for nombre, valor in (
            ("los cumplidos", d.cumplidos), ("los que están en proceso", d.en_proceso),
            ("los que no tienen dato y los que no aplican", d.resto),
        )
        if valor is None
    ]  # fmt: skip
    frase = "No se puede rehacer: falta el total, o " + " y ".join(faltan) + "."
    if d.totales:
        frase += (
            f" Con las cifras impresas el total podría ser cualquiera entre {d.totales[0]} y {d.totales[-1]}."
        )
    return Cuadre.NO_RECALCULABLE, [frase]


def _ningun_total(cumplidos: int, declarado: Decimal) -> str:
    vecinos = []
    if declarado > 0:
        cerca = int(Decimal(100) * cumplidos / declarado)
        vecinos = [
            f"{cumplidos} de {t} es {_porcentaje(cumplidos, t)}" for t in (cerca, cerca + 1) if t >= cumplidos
        ]
    detalle = f" ({'; '.join(vecinos)})" if vecinos else ""
    return f"{cumplidos} cumplidos no son el {escribir_numero(declarado)} % de ningún total{detalle}."


def _correccion(d: _Datos, impreso: int, declarado: Decimal | None) -> Iterator[str]:
    if declarado is not None and d.total is not None and not list(totales_posibles(impreso, declarado)):
        yield _ningun_total(impreso, declarado)
    hecho = f"{d.cumplidos} de {d.total} ({_porcentaje(d.cumplidos or 0, d.total or 0)})"
    yield (
        f"Se declaran {impreso} cumplidos y deben ser {d.cumplidos}, lo que queda de la cuenta mayor sin "
        f"las otras partes: {hecho}."
    )


def _porcentaje(parte: int, total: int) -> str:
    return f"{escribir_numero(round(Decimal(100) * parte / total, 1))} %" if total else "sin total"

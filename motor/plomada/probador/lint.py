"""Contrasta las reglas con el registro: lo que no se alcanza, lo que sobra y lo que nadie revisa.

Entra: PaqueteComprobado y Registro. Sale: diagnósticos en orden. Es pura. Lo que se ve sin el registro lo
señala `sospechas`.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from plomada.diagnosticos.diagnostico import Diagnostico, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.clases import DEFINE_DE_CLASE
from plomada.evaluacion.ejecutar import DEFINE_DE_TRAMITE_INTEGRAL
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.evidencias import contenidos_de
from plomada.lenguaje.comprobacion.paquetes import SIN_REVISAR
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.probador.sospechas import ADVERTENCIA, sospechas
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

DEFINE_DEL_MOTOR = frozenset({DEFINE_DE_TRAMITE_INTEGRAL, *(define for _, define in DEFINE_DE_CLASE)})
_FUERZAS = ("informa", "deberia", "debe")
_CON_REGLA = {"automática", "parcial"}
_NOMBRADAS = 5


def revisar_reglas(paquete: n.PaqueteComprobado, registro: Registro) -> tuple[Diagnostico, ...]:
    """Devuelve todo lo sospechoso de un conjunto de reglas.

    Diagnósticos: los de `sospechas`, PLO-V440 (regla inalcanzable), PLO-V441 (clase sin fundamento),
    PLO-V442 (requisito que nunca rige), PLO-V443 (solo fundamentos derogados), PLO-V444 (fundamento fuera de
    alcance), PLO-V445 (contenido sin regla), PLO-V446 (parámetro sin uso), PLO-V447 (reglas sin revisar),
    PLO-V448 (fuerza que no se puede subir), PLO-V449 (requisito automatizado sin regla).
    """
    hallados = list(sospechas(paquete, DEFINE_DEL_MOTOR))
    for regla in paquete.reglas:
        propios = [registro.requisito(f) for f in regla.fundamento]
        hallados += _alcance(regla, propios)
        hallados += _vigencia(regla, propios, registro)
        hallados += _fuerza(regla, propios)
    hallados += _registro_sin_regla(paquete, registro)
    hallados += _sin_revisar(paquete.reglas)
    return ordenar(hallados)


def _aviso(codigo: str, mensaje: str, tramo: Tramo | None, ayuda: str) -> Diagnostico:
    return Diagnostico(codigo, mensaje, tramo, ayuda, gravedad=ADVERTENCIA)


def _alcance(r: n.ReglaComprobada, propios: list[Requisito]) -> Iterator[Diagnostico]:
    sin_fundamento = [c for c in r.clases if not any(c in p.clases for p in propios)]
    if len(sin_fundamento) == len(r.clases):
        yield Diagnostico(
            "PLO-V440",
            f"`{r.id}` nunca se aplica: sus fundamentos no obligan a ninguna de sus clases",
            r.tramo,
            "corrija `aplica a` o el fundamento",
        )
    elif sin_fundamento:
        yield _aviso(
            "PLO-V441",
            f"`{r.id}` dice aplicar a {en_lista(sin_fundamento)}, y ningún fundamento suyo la obliga",
            r.tramo,
            "quite la clase, o agregue el requisito que la obliga",
        )


def _vigencia(r: n.ReglaComprobada, propios: list[Requisito], registro: Registro) -> Iterator[Diagnostico]:
    for p in propios:
        norma = registro.norma(p.cita.norma)
        nunca = (p.hasta is not None and p.hasta < norma.rige_desde) or (
            norma.hasta is not None and norma.hasta < p.desde
        )
        if nunca:
            yield Diagnostico(
                "PLO-V442",
                f"`{p.id}`, fundamento de `{r.id}`, no rige en ninguna fecha en que rija su norma",
                r.tramo,
                "corrija las fechas del requisito o de la norma",
            )
        if p.estado == "fuera de alcance":
            yield _aviso(
                "PLO-V444",
                f"`{r.id}` se funda en `{p.id}`, que el registro declara fuera de alcance",
                r.tramo,
                "cambie el estado del requisito, o el fundamento",
            )
    finales = [p.hasta for p in propios if p.hasta is not None]
    if finales and len(finales) == len(propios):
        yield _aviso(
            "PLO-V443",
            f"todos los fundamentos de `{r.id}` dejaron de regir (el último, el "
            f"{escribir_fecha(max(finales))})",
            r.tramo,
            "agregue el requisito que los sustituyó, si lo hay",
        )


def _fuerza(r: n.ReglaComprobada, propios: list[Requisito]) -> Iterator[Diagnostico]:
    if not r.fuerza:
        return
    posibles = [p.fuerza_para(c) for p in propios for c in r.clases if c in p.clases]
    tope = max(posibles, key=_FUERZAS.index, default=r.fuerza)
    if _FUERZAS.index(r.fuerza) > _FUERZAS.index(tope):
        yield _aviso(
            "PLO-V448",
            f"`{r.id}` escribe fuerza `{r.fuerza}`, pero sus requisitos llegan a `{tope}`",
            r.tramo,
            "una regla solo puede rebajar la fuerza: quite la cláusula",
        )


# -- lo que el registro tiene y ninguna regla usa --------------------------------------------------


def _registro_sin_regla(paquete: n.PaqueteComprobado, registro: Registro) -> Iterator[Diagnostico]:
    usados = _parametros_usados(paquete)
    for p in registro.parametros:
        if p.id not in usados:
            yield _aviso(
                "PLO-V446",
                f"ninguna regla usa el parámetro `{p.id}`",
                None,
                "úselo en su regla o bórrelo",
            )
    con_regla = {c for r in paquete.reglas for c in contenidos_de(r)}
    for contenido in registro.contenidos:
        if contenido.id not in con_regla:
            yield _aviso(
                "PLO-V445",
                f"ninguna regla exige el contenido `{contenido.id}`",
                None,
                "escriba su regla, o quítelo del catálogo",
            )
    fundados = {f for r in paquete.reglas for f in r.fundamento}
    for q in registro.requisitos:
        if q.estado in _CON_REGLA and not fundados & {q.id, *q.gemelos}:
            yield _aviso(
                "PLO-V449",
                f"el requisito `{q.id}` se declara {q.estado}, pero ninguna regla se funda en él",
                None,
                "escriba la regla o cambie el estado",
            )


def _parametros_usados(paquete: n.PaqueteComprobado) -> set[str]:
    raices: list[object] = [c for _, c in paquete.condiciones]
    raices += [d.expresion for d in paquete.defines]
    for r in paquete.reglas:
        raices += [x for x in (r.cuando, r.exige, *(e.condicion for e in r.salvo)) if x is not None]
        raices += [x for x in (*r.falla, *r.subsana) if not isinstance(x, str)]
    return {x.id for raiz in raices for x in n.descendientes(raiz) if isinstance(x, n.ValorDeParametro)}


def _sin_revisar(reglas: Iterable[n.ReglaComprobada]) -> Iterator[Diagnostico]:
    """Da un aviso por archivo, con los nombres: uno por regla taparía lo demás."""
    pendientes = sorted(
        (r for r in reglas if r.revisado_por == SIN_REVISAR), key=lambda r: (r.tramo.archivo, r.tramo.linea)
    )
    for _, grupo in groupby(pendientes, key=lambda r: r.tramo.archivo):
        propias = list(grupo)
        nombres = ", ".join(f"`{r.id}`" for r in propias[:_NOMBRADAS])
        resto = f" y {len(propias) - _NOMBRADAS} más" if len(propias) > _NOMBRADAS else ""
        yield _aviso(
            "PLO-V447",
            f"sin revisar por un jurista: {nombres}{resto}",
            propias[0].tramo,
            'cuando alguien la revise, escriba `revisado por "nombre, fecha"`',
        )

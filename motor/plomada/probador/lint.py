"""Contrasta las reglas con el registro: lo que no se alcanza, lo que sobra y lo que nadie revisa.

Entra: PaqueteComprobado y Registro. Sale: diagnósticos en orden. Es pura. Lo que se ve sin el registro lo
señala `sospechas`.
"""

from collections.abc import Iterable, Iterator

from plomada.diagnosticos.diagnostico import Diagnostico, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.clases import DEFINE_DE_CLASE
from plomada.evaluacion.ejecutar import DEFINE_DE_TRAMITE_INTEGRAL
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.evidencias import contenidos_de
from plomada.lenguaje.comprobacion.paquetes import SIN_REVISAR
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.probador.sospechas import ADVERTENCIA, NOTA, sospechas
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista

DEFINE_DEL_MOTOR = frozenset({DEFINE_DE_TRAMITE_INTEGRAL, *(define for _, define in DEFINE_DE_CLASE)})
_FUERZAS = ("informa", "deberia", "debe")
_CON_REGLA = {"automática", "parcial"}


def revisar_reglas(paquete: n.PaqueteComprobado, registro: Registro) -> tuple[Diagnostico, ...]:
    """Devuelve todo lo sospechoso de un conjunto de reglas.

    Diagnósticos: los de `sospechas`, PLO-V440 (regla inalcanzable), PLO-V441 (clase sin fundamento),
    PLO-V442 (requisito que nunca rige), PLO-V443 (solo fundamentos derogados), PLO-V444 (fundamento fuera de
    alcance), PLO-V445 (contenido sin regla), PLO-V446 (parámetro sin uso), PLO-V447 (reglas sin revisar),
    PLO-V448 (fuerza que no se puede subir), PLO-V449 (requisito automatizado sin regla), PLO-V450 (contenido
    que nombra otras reglas).
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
    explicados = all(p.version_de or p.fuera_de_cuenta for p in propios)
    if finales and len(finales) == len(propios) and not explicados:
        yield _aviso(
            "PLO-V443",
            f"todos los fundamentos de `{r.id}` dejaron de regir (el último, el "
            f"{escribir_fecha(max(finales))})",
            r.tramo,
            "agregue el requisito que los sustituyó, o diga en el registro de cuál son `version_de`",
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
    yield from _contenidos(paquete, registro)
    fundados = {f for r in paquete.reglas for f in r.fundamento}
    for q in registro.requisitos:
        if q.estado in _CON_REGLA and not fundados & {q.id, *q.gemelos}:
            yield _aviso(
                "PLO-V449",
                f"el requisito `{q.id}` se declara {q.estado}, pero ninguna regla se funda en él",
                None,
                "escriba la regla o cambie el estado",
            )


def _contenidos(paquete: n.PaqueteComprobado, registro: Registro) -> Iterator[Diagnostico]:
    """Compara las reglas que cada contenido dice tener con las que de verdad lo leen."""
    lectoras: dict[str, set[str]] = {}
    for r in paquete.reglas:
        for contenido in contenidos_de(r):
            lectoras.setdefault(contenido, set()).add(r.id)
    for c in registro.contenidos:
        reales = lectoras.get(c.id, set())
        if not reales:
            yield _aviso(
                "PLO-V445",
                f"ninguna regla exige el contenido `{c.id}`",
                None,
                "escriba su regla, o quítelo del catálogo",
            )
        elif reales != set(c.reglas):
            sobran, faltan = sorted(set(c.reglas) - reales), sorted(reales - set(c.reglas))
            partes = [f"nombra `{x}`, que no lo lee" for x in sobran]
            partes += [f"no nombra `{x}`, que lo exige" for x in faltan]
            yield Diagnostico(
                "PLO-V450",
                f"el contenido `{c.id}` {en_lista(partes)}",
                None,
                "corrija la clave `reglas` de contenidos.yaml",
            )


def _parametros_usados(paquete: n.PaqueteComprobado) -> set[str]:
    raices: list[object] = [c for _, c in paquete.condiciones]
    raices += [d.expresion for d in paquete.defines]
    for r in paquete.reglas:
        raices += [x for x in (r.cuando, r.exige, *(e.condicion for e in r.salvo)) if x is not None]
        raices += [x for x in (*r.falla, *r.subsana) if not isinstance(x, str)]
    return {x.id for raiz in raices for x in n.descendientes(raiz) if isinstance(x, n.ValorDeParametro)}


def _sin_revisar(reglas: Iterable[n.ReglaComprobada]) -> Iterator[Diagnostico]:
    """Las cuenta en una nota: es el estado del trabajo, no un defecto de la regla."""
    todas = list(reglas)
    pendientes = sum(r.revisado_por == SIN_REVISAR for r in todas)
    if pendientes:
        yield Diagnostico(
            "PLO-V447",
            f"{pendientes} de {len(todas)} reglas están sin revisar por un jurista",
            None,
            'cuando alguien revise una, escriba en ella `revisado por "nombre, fecha"`',
            gravedad=NOTA,
        )

"""Arma los casos escritos en las reglas: plan base, parches y fecha.

Entra: las reglas comprobadas y el registro. Sale: cada caso con su plan ya validado, y todo lo hallado.
No hace: correr nada. Un caso que no se puede armar no se corre, y su problema impide dar por buena la regla.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from plomada.cargadores.arbol import Nodo
from plomada.cargadores.plan import validar_plan
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.ejecutar import Pedido
from plomada.lenguaje.nucleo import ReglaComprobada
from plomada.lenguaje.sintaxis import Caso
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.probador.parches import aplicar
from plomada.probador.planes_base import PlanesBase, plan_minimo
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista, plegar

# Fecha de un caso que no la escribe. No sustituye la de referencia de cada requisito, como sí hace `fecha`.
FECHA_DE_LOS_CASOS = date(2026, 1, 15)
BASE_DESCONOCIDA = "PLO-P106"
PLAN_INVALIDO = "PLO-P107"
CASO_REPETIDO = "PLO-P108"
SIN_CLASE = "PLO-P109"


@dataclass(frozen=True, slots=True)
class CasoListo:
    """Un caso que se puede correr: el plan ya parchado y la fecha; `fecha_dada`, si el caso la escribe."""

    regla: str
    caso: Caso
    plan: Plan
    fecha: date
    fecha_dada: bool

    @property
    def pedido(self) -> Pedido:
        """Devuelve con qué fecha se evalúa."""
        return Pedido(self.fecha, self.fecha_dada, "el caso", False)


@dataclass(frozen=True, slots=True)
class CasosDeRegla:
    """Los casos de una regla que se pudieron armar, y por qué los demás no."""

    regla: ReglaComprobada
    casos: tuple[CasoListo, ...]
    diagnosticos: tuple[Diagnostico, ...]


def armar_casos(
    reglas: Iterable[ReglaComprobada], registro: Registro, bases: PlanesBase
) -> tuple[CasosDeRegla, ...]:
    """Devuelve los casos de cada regla, en orden.

    Diagnósticos: PLO-P101 a PLO-P109.
    """
    return tuple(_armar(r, registro, bases) for r in reglas)


def clases_efectivas(regla: ReglaComprobada, registro: Registro) -> tuple[str, ...]:
    """Devuelve las clases de `aplica a` a las que obliga alguno de sus fundamentos."""
    admitidas = {c for f in regla.fundamento for c in registro.requisito(f).clases}
    return tuple(c for c in regla.clases if c in admitidas)


def identificar_caso(nombre: str) -> str:
    """Devuelve cómo nombra `base` a un caso: en una palabra, sin tildes y con guiones.

    >>> identificar_caso("Iguales en área: no consta")
    'iguales-en-area-no-consta'
    """
    return re.sub(r"\W+", "-", plegar(nombre)).strip("-")


def _armar(regla: ReglaComprobada, registro: Registro, bases: PlanesBase) -> CasosDeRegla:
    clases = clases_efectivas(regla, registro)
    if not clases:
        ayuda = "corrija `aplica a` o el fundamento: así la regla nunca se aplica"
        mensaje = f"ningún fundamento de `{regla.id}` obliga a {en_lista(list(regla.clases), 'o')}"
        return CasosDeRegla(regla, (), (Diagnostico(SIN_CLASE, mensaje, regla.tramo, ayuda),))
    armador = _Armador(regla, clases[0], bases)
    casos = tuple(armador.recorrer())
    return CasosDeRegla(regla, casos, tuple(armador.hallados))


@dataclass(frozen=True, slots=True)
class _Hecho:
    """Un caso ya leído: su árbol, o None si no se pudo armar, y la fecha que escribe o hereda."""

    arbol: Nodo | None
    fecha: date | None
    tramo: Tramo


@dataclass(slots=True)
class _Armador:
    """Arma los casos de una regla en orden; cada uno puede partir de uno anterior."""

    regla: ReglaComprobada
    clase: str
    bases: PlanesBase
    hallados: list[Diagnostico] = field(default_factory=list)
    hechos: dict[str, _Hecho] = field(default_factory=dict)

    def recorrer(self) -> Iterator[CasoListo]:
        """Entrega los casos que se pueden correr."""
        for caso in self.regla.casos:
            clave = identificar_caso(caso.nombre)
            if clave in self.hechos:
                mensaje = f"la regla tiene dos casos llamados «{caso.nombre}»"
                self._hallar(
                    CASO_REPETIDO, mensaje, caso.tramo, "cámbiele el nombre a uno", self.hechos[clave].tramo
                )
                continue
            base = self._base(caso)
            hecho = self.hechos[clave] = self._parchar(caso, base)
            plan = self._validar(caso, hecho.arbol)
            if plan is None:
                self.hechos[clave] = replace(hecho, arbol=None)
            else:
                fecha = hecho.fecha or FECHA_DE_LOS_CASOS
                yield CasoListo(self.regla.id, caso, plan, fecha, hecho.fecha is not None)

    def _base(self, caso: Caso) -> _Hecho:
        if not caso.base:
            return _Hecho(plan_minimo(self.clase), None, caso.tramo)
        anterior = self.hechos.get(identificar_caso(caso.base))
        if anterior is not None:
            return anterior
        leida = self.bases.buscar(caso.base)
        if leida is None:
            self._base_desconocida(caso)
            return _Hecho(None, None, caso.tramo)
        for d in leida.diagnosticos:
            self._hallar(
                PLAN_INVALIDO, f"la base `{caso.base}` no se lee: {d.mensaje}", caso.tramo, d.ayuda, d.tramo
            )
        return _Hecho(leida.valor, None, caso.tramo)

    def _base_desconocida(self, caso: Caso) -> None:
        propios = [identificar_caso(c.nombre) for c in self.regla.casos]
        if identificar_caso(caso.base) in propios:
            ayuda = "un caso solo parte de uno anterior: cámbielos de orden"
        else:
            ayuda = quiza(caso.base, [*propios, *self.bases.nombres()])
            ayuda = ayuda or "sirve un caso anterior de la regla, una clase de plan o una carpeta de casos/"
        self._hallar(BASE_DESCONOCIDA, f"no hay una base `{caso.base}` para este caso", caso.tramo, ayuda)

    def _parchar(self, caso: Caso, base: _Hecho) -> _Hecho:
        fecha = caso.fecha or base.fecha
        if base.arbol is None:
            return _Hecho(None, fecha, caso.tramo)
        parchado = aplicar(base.arbol, caso.parches)
        self.hallados.extend(replace(d, nota=d.nota or _de_caso(caso)) for d in parchado.diagnosticos)
        return _Hecho(parchado.valor, fecha, caso.tramo)

    def _validar(self, caso: Caso, arbol: Nodo | None) -> Plan | None:
        if arbol is None:
            return None
        leido: Lectura[Plan] = _plan(arbol)
        for d in leido.diagnosticos:
            propio = d.tramo is not None and d.tramo.archivo == caso.tramo.archivo
            lugar, otro = (d.tramo or caso.tramo, d.secundario) if propio else (caso.tramo, d.tramo)
            mensaje = f"con sus parches, el plan del caso no es válido: {d.mensaje}"
            self._hallar(PLAN_INVALIDO, mensaje, lugar, d.ayuda, otro, f"{_de_caso(caso)}; {d.codigo}")
        return leido.valor

    def _hallar(
        self,
        codigo: str,
        mensaje: str,
        tramo: Tramo,
        ayuda: str = "",
        otro: Tramo | None = None,
        nota: str = "",
    ) -> None:
        self.hallados.append(Diagnostico(codigo, mensaje, tramo, ayuda, otro, nota))


def _de_caso(caso: Caso) -> str:
    return f"caso «{caso.nombre}»"


def _plan(arbol: Nodo) -> Lectura[Plan]:
    """Un enlace roto no impide evaluar: es justo lo que algunos casos prueban."""
    leido = validar_plan(arbol)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return Lectura(leido.valor.plan, tuple(d for d in leido.diagnosticos if d.es_error))

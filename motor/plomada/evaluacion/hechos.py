"""Lo que una evaluación calcula una sola vez y todas las reglas comparten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from plomada.articulacion.grafo import Cadena, Grafo, Nodo
from plomada.modelo.formas import tipos_citables
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.fechas import dias_calendario_entre, dias_habiles_entre, sumar_dias_habiles
from plomada.valores.festivos import Festivos, Tabla
from plomada.valores.logica import Causa
from plomada.valores.unidades import DINERO


class _SinCalcular:
    """Marca de un hecho que todavía no se calcula."""


SIN = _SinCalcular()


@dataclass(eq=False)
class Hechos:
    """Hechos de un plan a una fecha: el código generado los lee y los completa.

    `fecha`, `anio`, `clase`… son los datos de `evaluacion.…` que una regla puede nombrar. `hechos` guarda
    los cálculos compartidos, por número.
    """

    plan: Plan
    registro: Registro
    fecha: date
    clase: str
    clase_declarada: str
    cuantos_hechos: int
    festivos: Tabla = field(default_factory=dict)
    hechos: list[Any] = field(init=False)
    _indices: dict[str, Mapping[str, object]] = field(default_factory=dict)
    _parametros: dict[tuple[str, str | None, date], object] = field(default_factory=dict)
    _alcances: dict[tuple[Nodo, str], set[Nodo]] = field(default_factory=dict)
    _habiles: dict[tuple[date, date], int] = field(default_factory=dict)
    _cadena: Cadena | None = None

    def __post_init__(self) -> None:
        """Deja todos los hechos por calcular."""
        self.hechos = [SIN] * self.cuantos_hechos

    @property
    def anio(self) -> int:
        """Año de la evaluación."""
        return self.fecha.year

    def con_clase(self, clase: str) -> "Hechos":
        """Devuelve los hechos del mismo plan evaluado como otra clase; comparte lo que no depende de ella."""
        return replace(self, clase=clase, _cadena=self.cadena)

    @cached_property
    def cadena(self) -> Cadena:
        """Cadena de fines y medios del plan, que sirve también después de evaluar."""
        return self._cadena or Cadena(self.plan)

    @property
    def grafo(self) -> Grafo:
        """Grafo de fines y medios del plan."""
        return self.cadena.grafo

    def alcance(self, origen: Nodo, nivel: str) -> set[Nodo]:
        """Devuelve los elementos de un nivel a los que se llega por cualquier camino, calculados una vez."""
        hallado = self._alcances.get((origen, nivel))
        if hallado is None:
            self._alcances[origen, nivel] = hallado = self.grafo.alcanzados(origen, nivel)
        return hallado

    def indice(self, tipo: str) -> Mapping[str, object]:
        """Devuelve los elementos de un tipo por su id."""
        hallado = self._indices.get(tipo)
        if hallado is None:
            self._indices[tipo] = hallado = _indexar(self.plan, tipo)
        return hallado

    def parametro(self, id_: str, clave: str | None, en: date) -> object:
        """Devuelve el valor del parámetro a la fecha, en su unidad base, o la causa de que no lo haya."""
        llave = (id_, clave, en)
        if llave not in self._parametros:
            self._parametros[llave] = self._buscar_parametro(id_, clave, en)
        return self._parametros[llave]

    def _buscar_parametro(self, id_: str, clave: str | None, en: date) -> object:
        vigente = self.registro.parametro(id_).en(en, clave)
        if vigente is None:
            return Causa(
                "sin valor a la fecha",
                f"parámetro {id_}" + (f" para {clave}" if clave else ""),
                en.isoformat(),
            )
        valor = vigente.valor
        if isinstance(valor, Cantidad) and valor.dimension != DINERO:
            return valor.base
        return valor

    @cached_property
    def _no_habiles(self) -> Festivos:
        declarados = self.plan.proceso.dias_no_habiles
        return Festivos(declarados if isinstance(declarados, tuple) else (), self.festivos)

    @cached_property
    def _suspensiones(self) -> tuple[tuple[date, date], ...]:
        """Lapsos en que el término no corre: las suspensiones y lo que tarda responder cada requerimiento.

        Los requerimientos son de la autoridad ambiental: ninguno suspende nada después del acta.
        """
        proceso = self.plan.proceso
        suspensiones = proceso.suspensiones if isinstance(proceso.suspensiones, tuple) else ()
        requerimientos = proceso.requerimientos if isinstance(proceso.requerimientos, tuple) else ()
        ambiental = proceso.autoridad_ambiental
        acta = getattr(ambiental, "acta", None)
        tope = acta if isinstance(acta, date) else date.max
        lapsos = [(s.desde, s.hasta) for s in suspensiones]
        lapsos += [(r.fecha, min(r.respuesta, tope)) for r in requerimientos if isinstance(r.respuesta, date)]
        return tuple((a, b) for a, b in lapsos if isinstance(a, date) and isinstance(b, date) and a <= b)

    def dias_habiles(self, desde: date, hasta: date) -> int:
        """Cuenta los días hábiles entre las fechas, sin las suspensiones del proceso."""
        hallado = self._habiles.get((desde, hasta))
        if hallado is None:
            hallado = dias_habiles_entre(desde, hasta, self._no_habiles, self._suspensiones)
            self._habiles[desde, hasta] = hallado
        return hallado

    def dias_calendario(self, desde: date, hasta: date) -> int:
        """Cuenta los días de calendario entre las fechas, sin las suspensiones del proceso."""
        return dias_calendario_entre(desde, hasta, self._suspensiones)

    def sumar_habiles(self, desde: date, dias: int) -> date:
        """Devuelve el día en que se completan los días hábiles."""
        return sumar_dias_habiles(desde, dias, self._no_habiles)


def _indexar(plan: Plan, tipo: str) -> Mapping[str, object]:
    lugares = tipos_citables(Plan)
    hallado: object = plan
    for parte in lugares[tipo].split("."):
        hallado = getattr(hallado, parte)
        if hallado is None or isinstance(hallado, NoHay):
            return {}
    elementos: Iterable[object] = hallado if isinstance(hallado, tuple) else (hallado,)
    return {str(getattr(e, "id", "")): e for e in elementos}

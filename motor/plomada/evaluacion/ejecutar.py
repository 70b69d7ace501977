"""Aplica un paquete de reglas a un plan.

Entra: Paquete, Plan y fecha. Sale: Evaluacion, con un Resultado por regla y sus hallazgos.
Una excepción dentro de una regla es el veredicto `error` de esa regla; las demás siguen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.aplicabilidad import Aplicable, NoSeAplica, decidir
from plomada.evaluacion.clases import ClaseAplicada, elegir_clase
from plomada.evaluacion.explicaciones import Explicador
from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.juicios import responder
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Evaluacion, Resultado
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.modelo.plan import Plan
from plomada.valores.logica import Causa, Verdad

DEFINE_DE_TRAMITE_INTEGRAL = "tramite_integral"


@dataclass(frozen=True, slots=True)
class Pedido:
    """Qué se evalúa y cómo: la fecha, si alguien la dio, y si se quiere la evidencia de todas las reglas.

    Sin `con_frases` los hallazgos salen iguales, menos su `explicacion`, que queda vacía: cuesta tanto como
    evaluar, y hay preguntas que no la muestran.
    """

    fecha: date
    fecha_dada: bool = False
    origen_de_la_fecha: str = "--fecha"
    con_evidencia: bool = True
    con_frases: bool = True


def evaluar(
    paquete: Paquete, plan: Plan, pedido: Pedido, lugares: Mapping[str, str] | None = None
) -> Evaluacion:
    """Devuelve el resultado de todas las reglas.

    `lugares` da, por ruta canónica, dónde está escrito cada dato del plan.
    """
    clase, corrida = abrir(paquete, plan, pedido, lugares)
    return Evaluacion(
        fecha=pedido.fecha.isoformat(),
        origen_de_la_fecha=pedido.origen_de_la_fecha,
        clase_declarada=clase.declarada,
        clase_aplicada=clase.aplicada,
        clase_por_poblacion=clase.por_poblacion,
        tramite=plan.plan.tramite.value,
        resultados=tuple(corrida.resultados()),
        cadena=corrida.hechos.cadena,
    )


def abrir(
    paquete: Paquete, plan: Plan, pedido: Pedido, lugares: Mapping[str, str] | None = None
) -> tuple[ClaseAplicada, "Corrida"]:
    """Prepara la evaluación de un plan: lo que se decide una vez y todas las reglas comparten."""
    clase, hechos = preparar(paquete, plan, pedido.fecha)
    integral = paquete.define(DEFINE_DE_TRAMITE_INTEGRAL, plan, hechos)
    corrida = Corrida(
        paquete,
        plan,
        hechos,
        pedido,
        True if integral is None else integral,
        Explicador.de(paquete, hechos, lugares or {}, pedido.con_frases),
    )
    return clase, corrida


def evaluar_regla(paquete: Paquete, ficha: FichaDeRegla, plan: Plan, pedido: Pedido) -> Resultado:
    """Devuelve el resultado de una sola regla."""
    return abrir(paquete, plan, pedido)[1].evaluar(ficha)


def preparar(paquete: Paquete, plan: Plan, fecha: date) -> tuple[ClaseAplicada, Hechos]:
    """Decide la clase con que se evalúa y devuelve los hechos del plan a esa fecha."""
    declarada = plan.plan.clase.value
    hechos = Hechos(
        plan, paquete.registro, fecha, declarada, declarada, paquete.cuantos_hechos, paquete.festivos
    )

    def consultar(define: str) -> Verdad:
        valor = paquete.define(define, plan, hechos)
        return Causa("sin describir", define) if valor is None else valor

    clase = elegir_clase(declarada, consultar)
    if clase.aplicada != declarada:
        hechos = hechos.con_clase(clase.aplicada)
    return clase, hechos


@dataclass(frozen=True, slots=True)
class Corrida:
    """Una evaluación en curso: un plan, una fecha y lo ya calculado sobre él."""

    paquete: Paquete
    plan: Plan
    hechos: Hechos
    pedido: Pedido
    es_integral: Verdad
    explicador: Explicador

    def resultados(self) -> Iterator[Resultado]:
        """Evalúa las reglas en orden."""
        for ficha in self.paquete.fichas:
            yield self.evaluar(ficha)

    def evaluar(self, ficha: FichaDeRegla) -> Resultado:
        """Devuelve el resultado de una regla; si falla, el veredicto es `error`."""
        try:
            como = decidir(ficha, self.hechos, self.es_integral, self.pedido.fecha_dada)
            if isinstance(como, NoSeAplica):
                return self.explicador.sin_aplicar(ficha, como, self.hechos.fecha)
            return self._aplicar(ficha, como)
        except Exception as fallo:  # noqa: BLE001 - una regla que falla no tumba la revisión
            return self.explicador.error(ficha, fallo, self.hechos.fecha)

    def _aplicar(self, ficha: FichaDeRegla, como: Aplicable) -> Resultado:
        if ficha.pregunta:
            return self._preguntar(ficha, como)
        fase, valor, malos, total = self.paquete.decidir(ficha)(self.plan, self.hechos)
        if valor is True:
            return self.explicador.cumple(ficha, como, total, self.pedido.con_evidencia)
        return self.explicador.no_cumple(ficha, como, fase, valor, malos, total)

    def _preguntar(self, ficha: FichaDeRegla, como: Aplicable) -> Resultado:
        if ficha.cuando or ficha.salvo:
            fase, valor, malos, total = self.paquete.decidir(ficha)(self.plan, self.hechos)
            if valor is not True:
                return self.explicador.no_cumple(ficha, como, fase, valor, malos, total)
        return responder(ficha, como, self.plan, self.pedido.con_frases)

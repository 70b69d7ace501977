"""Informes de reglas y planes al azar, con el motor de verdad, para las propiedades de los formatos."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.paquete import Paquete, armar
from plomada.informes.vista import Informe, construir_informe
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.modelo.plan import Plan
from tests.evaluacion.reglas_y_planes_al_azar import ESQUEMA, FECHA, REGISTRO, Azar, Reglas, plan_al_azar

PEDIDO = Pedido(FECHA, fecha_dada=True, origen_de_la_fecha="la fecha pedida con --fecha")


def presupuesto(ejemplos: int) -> settings:
    """Tantos ejemplos, siempre los mismos."""
    return settings(
        max_examples=ejemplos,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@st.composite
def paquetes_y_planes(sacar: st.DrawFn, planes: int = 1, reglas: int = 4) -> tuple[Paquete, tuple[Plan, ...]]:
    """Unas reglas y varios planes a los que aplicarlas."""
    azar = Azar(sacar)
    comprobado = comprobar(Reglas(azar).modulo(reglas), ESQUEMA, {})
    assert comprobado.valor is not None, comprobado.diagnosticos
    paquete = armar(REGISTRO, compilar(comprobado.valor), "huella")
    return paquete, tuple(plan_al_azar(azar) for _ in range(planes))


def informar(paquete: Paquete, plan: Plan, perfil: str = "consultoria") -> Informe:
    """El informe de un plan."""
    return construir_informe(evaluar(paquete, plan, PEDIDO), paquete, perfil)

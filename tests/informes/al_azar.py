"""Informes de reglas y planes al azar, con el motor de verdad, para las propiedades de los formatos."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.evaluacion.paquete import Paquete, armar
from plomada.informes.vista import Informe, construir_informe
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.modelo.plan import Plan
from tests.apoyo import registro, requisito
from tests.evaluacion.reglas_y_planes_al_azar import FECHA, REGISTRO, Azar, Reglas, plan_al_azar
from tests.informes.hechura import AMBIENTAL

PEDIDO = Pedido(FECHA, fecha_dada=True, origen_de_la_fecha="la fecha pedida con --fecha")
_DE_CADA_FUERZA = registro(
    requisito("R-1", para_radicar=True),
    requisito("R-2", para_radicar=True, fuerza="deberia"),
    requisito("R-3", fuerza="informa"),
    requisito("R-4", **AMBIENTAL),
    parametros=REGISTRO.parametros,
)
_ESQUEMA = construir_esquema(_DE_CADA_FUERZA)


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
    """Unas reglas de fuerzas distintas, alguna ambiental, y varios planes a los que aplicarlas."""
    azar = Azar(sacar)
    modulo = Reglas(azar).modulo(reglas)
    surtidas = tuple(_fundada(r, azar.elige(_DE_CADA_FUERZA.requisitos).id) for r in modulo.reglas)
    comprobado = comprobar(replace(modulo, reglas=surtidas), _ESQUEMA, {})
    assert comprobado.valor is not None and not comprobado.diagnosticos, comprobado.diagnosticos
    paquete = armar(_DE_CADA_FUERZA, compilar(comprobado.valor), "huella")
    return paquete, tuple(plan_al_azar(azar) for _ in range(planes))


def _fundada(regla: s.Regla, requisito_: str) -> s.Regla:
    """La misma regla con otro fundamento; la de un requisito ambiental la puede alegar esa autoridad."""
    cambios = {"fundamento": requisito_}
    if _DE_CADA_FUERZA.requisito(requisito_).ambiental == "exclusivo":
        cambios["competencia"] = "ambiental"
    clausulas = (
        replace(c, valores=(cambios[c.nombre],)) if c.nombre in cambios else c for c in regla.clausulas
    )
    return replace(regla, clausulas=tuple(clausulas))


def informar(paquete: Paquete, plan: Plan, perfil: str = "consultoria") -> Informe:
    """El informe de un plan."""
    return construir_informe(evaluar(paquete, plan, PEDIDO), paquete, perfil)

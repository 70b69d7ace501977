"""Ayudas de prueba: un registro de juguete y una regla evaluada sobre un plan escrito en YAML."""

import getpass
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from plomada.aplicacion import cargar_paquete
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.plan import PlanCargado, validar_plan
from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.evaluacion.paquete import Paquete, armar
from plomada.evaluacion.resultados import Evaluacion, Resultado
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.normativa.citas import Cita, Norma
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.parametros import Parametro, ValorVigente
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.cantidad import leer_cantidad

FECHA = date(2026, 1, 15)
DESDE = date(2000, 1, 1)
_CITA = Cita(norma="n", articulo="1")


def requisito(id_: str = "R-1", **cambios: object) -> Requisito:
    """Un requisito firme que obliga a las tres clases desde el 2000."""
    base: dict[str, object] = {
        "id": id_, "cita": _CITA, "clases": ("POT", "PBOT", "EOT"), "desde": DESDE, "analisis": "suficiencia",
        "parafrasis": "x", "estado": "automática", "verificacion": "texto",
    }  # fmt: skip
    return Requisito.model_validate(base | cambios)


def parametro(id_: str, *valores: tuple[str, str, str], por: str = "") -> Parametro:
    """Un parámetro con valores (desde, clave, valor)."""
    vigentes = []
    for i, (desde, clave, valor) in enumerate(valores):
        siguiente = next((v[0] for v in valores[i + 1 :] if v[1] == clave), None)
        hasta = date.fromordinal(date.fromisoformat(siguiente).toordinal() - 1) if siguiente else None
        vigentes.append(
            ValorVigente(
                desde=date.fromisoformat(desde), hasta=hasta, clave=clave or None, valor=valor, cita=_CITA
            )
        )
    leida = leer_cantidad(valores[0][2])
    dimension = "número" if isinstance(leida, str) else leida.dimension
    return Parametro(id=id_, titulo=id_, dimension=dimension, por=por, valores=tuple(vigentes))


def registro(*requisitos: Requisito, parametros: tuple[Parametro, ...] = ()) -> Registro:
    """Un registro con una norma, los requisitos dados y dos contenidos."""
    norma = Norma.model_validate(
        {
            "id": "n",
            "titulo": "Norma de juguete",
            "tipo": "ley",
            "expedida": DESDE,
            "rige_desde": DESDE,
            "fuente_oficial": "x",
        }  # fmt: skip
    )
    contenidos = tuple(
        ContenidoExigible(
            id=i,
            titulo=i,
            explicacion="x",
            componente="general",
            donde=("acuerdo",),
            requisitos=("R-1",),
            reglas=("r",),
            orden=n,
        )  # fmt: skip
        for n, i in enumerate(("contenido_uno", "contenido_dos"), start=1)
    )
    return Registro(
        normas=(norma,), requisitos=requisitos or (requisito(),), parametros=parametros, contenidos=contenidos
    )


CABECERA = """  titulo "t"
  fundamento R-1
  analisis coherencia
  competencia general
  aplica a POT, PBOT, EOT
"""
PIE = """  falla "{n_fallan} de {n_total}: {fallan}"
  subsana "s"
  caso "c"
    plan.clase: POT
    espera no consta
fin regla
"""


def regla(exige: str, id_: str = "regla-de-prueba", antes: str = "") -> str:
    """El texto de una regla completa que exige lo dado."""
    return f"regla {id_}\n{CABECERA}{antes}  exige {exige}\n{PIE}"


def paquete(texto: str, reg: Registro | None = None) -> Paquete:
    """Compila el texto; falla la prueba si algo no carga."""
    propio = reg or registro()
    leido = analizar(texto, "prueba.regla")
    assert leido.valor is not None and not leido.diagnosticos, leido.diagnosticos
    comprobado = comprobar(leido.valor, construir_esquema(propio), propio.condiciones())
    assert comprobado.valor is not None and not comprobado.diagnosticos, comprobado.diagnosticos
    return armar(propio, compilar(comprobado.valor), "huella")


def plan(texto: str = "", clase: str = "POT", tramite: str = "plan_nuevo") -> PlanCargado:
    """Carga un plan; al texto se le antepone el bloque `plan` si no lo trae."""
    entero = texto if texto.startswith("plan:") else f"plan: {{clase: {clase}, tramite: {tramite}}}\n{texto}"
    nodo = leer_yaml(entero.encode(), "plan.yaml")
    assert nodo.valor is not None, nodo.diagnosticos
    cargado = validar_plan(nodo.valor)
    assert cargado.valor is not None, cargado.diagnosticos
    return cargado.valor


def correr(
    texto_de_reglas: str, texto_del_plan: str = "", reg: Registro | None = None, fecha: date = FECHA,
    clase: str = "POT", tramite: str = "plan_nuevo", fecha_dada: bool = True,
) -> Evaluacion:  # fmt: skip
    """Evalúa las reglas sobre el plan."""
    cargado = plan(texto_del_plan, clase, tramite)
    lugares = {ruta: str(tramo) for ruta, tramo in cargado.lugares.items()}
    return evaluar(paquete(texto_de_reglas, reg), cargado.plan, Pedido(fecha, fecha_dada), lugares)


def resultado(exige: str, texto_del_plan: str = "", antes: str = "", **opciones: object) -> Resultado:
    """Evalúa una sola regla con la exigencia dada."""
    evaluacion = correr(regla(exige, antes=antes), texto_del_plan, **opciones)  # type: ignore[arg-type]
    return evaluacion.resultados[0]


def veredicto(exige: str, texto_del_plan: str = "", **opciones: object) -> str:
    """Veredicto de una sola exigencia."""
    return resultado(exige, texto_del_plan, **opciones).veredicto.value  # type: ignore[arg-type]


# Compilar las reglas tarda segundos: los procesos comparten lo compilado, que lleva la huella de todo.
CACHE_DE_PRUEBAS = Path(tempfile.gettempdir()) / f"plomada-pruebas-{getpass.getuser()}"


@cache
def paquete_del_repositorio() -> Paquete:
    """Las reglas del repositorio, compiladas una vez por proceso."""
    cargado = cargar_paquete(cache=CACHE_DE_PRUEBAS / "plomada")
    assert cargado.valor is not None, cargado.diagnosticos
    return cargado.valor

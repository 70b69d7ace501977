"""El código generado y un evaluador lento dicen lo mismo de cualquier regla sobre cualquier plan."""

import os
from datetime import date
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.paquete import Paquete, armar
from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.modelo.plan import Plan
from plomada.valores.logica import Causa, Verdad
from tests.evaluacion.evaluador_obvio import Obvio
from tests.evaluacion.reglas_y_planes_al_azar import ESQUEMA, FECHA, REGISTRO, Azar, Reglas, plan_al_azar

# `PLOMADA_LARGO=20` multiplica por veinte los ejemplos de cada propiedad.
_VECES = int(os.environ.get("PLOMADA_LARGO", "1"))


def _presupuesto(ejemplos: int) -> settings:
    return settings(
        max_examples=ejemplos * _VECES,
        deadline=None,
        derandomize=_VECES == 1,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@st.composite
def _casos(sacar: st.DrawFn, cuantas: int = 1, monotona: bool = False) -> tuple[s.Modulo, Plan]:
    azar = Azar(sacar)
    return Reglas(azar, monotona=monotona).modulo(cuantas), plan_al_azar(azar)


def _comprobado(modulo: s.Modulo) -> n.PaqueteComprobado:
    lectura = comprobar(modulo, ESQUEMA, {})
    assert not lectura.diagnosticos, [d.mensaje for d in lectura.diagnosticos]
    assert lectura.valor is not None
    return lectura.valor


def _hechos(plan: Plan, paquete: Paquete, fecha: date = FECHA) -> Hechos:
    return Hechos(plan, REGISTRO, fecha, "POT", "POT", paquete.cuantos_hechos)


def _llano(v: Verdad) -> Any:
    if not isinstance(v, Causa):
        return v
    rutas = {"sin describir", "declarado que no hay", "vacío", "ninguno tras el filtro"}
    return (v.tipo, v.ruta if v.tipo in rutas else "")


def _quien(x: object) -> str:
    return str(getattr(x, "id", x))


def _malos(malos: Any) -> list[Any]:
    return [(tuple(_quien(x) for x in quienes), _llano(v)) for quienes, v in malos or ()]


def _decide(paquete: Paquete, i: int, plan: Plan, hechos: Hechos) -> Any:
    fase, valor, malos, total = paquete.decidir(paquete.fichas[i])(plan, hechos)
    return fase, _llano(valor), _malos(malos), total


def _esperado(comprobado: n.PaqueteComprobado, i: int, plan: Plan) -> Any:
    fase, valor, malos, total = Obvio(comprobado, plan, REGISTRO, FECHA, "POT").regla(comprobado.reglas[i])
    return fase, _llano(valor), _malos(malos), total


@_presupuesto(400)
@given(_casos())
def test_el_codigo_generado_da_lo_mismo_que_el_evaluador_obvio(caso: tuple[s.Modulo, Plan]) -> None:
    modulo, plan = caso
    comprobado = _comprobado(modulo)
    paquete = armar(REGISTRO, compilar(comprobado), "h")
    assert _decide(paquete, 0, plan, _hechos(plan, paquete)) == _esperado(comprobado, 0, plan)


@_presupuesto(100)
@given(_casos(cuantas=4))
def test_varias_reglas_que_comparten_hechos_dan_lo_mismo_que_cada_una_sola(
    caso: tuple[s.Modulo, Plan],
) -> None:
    modulo, plan = caso
    repetido = s.Modulo((*modulo.reglas, *(_otra(r) for r in modulo.reglas)), modulo.defines)
    comprobado = _comprobado(repetido)
    paquete = armar(REGISTRO, compilar(comprobado), "h")
    hechos = _hechos(plan, paquete)
    for i in range(len(comprobado.reglas)):
        assert _decide(paquete, i, plan, hechos) == _esperado(comprobado, i, plan)


def _otra(r: s.Regla) -> s.Regla:
    return s.Regla(r.id + "-bis", r.clausulas, r.cuando, r.salvo, r.exige, r.casos)


@_presupuesto(100)
@given(_casos(cuantas=2))
def test_anotar_las_ramas_no_cambia_el_resultado(caso: tuple[s.Modulo, Plan]) -> None:
    modulo, plan = caso
    comprobado = _comprobado(modulo)
    compilado = compilar(comprobado, anotar_ramas=True)
    anotados: list[tuple[int, Verdad]] = []
    paquete = armar(REGISTRO, compilado, "h", anotar=lambda k, v: anotados.append((k, v)))
    hechos = _hechos(plan, paquete)
    for i in range(len(comprobado.reglas)):
        assert _decide(paquete, i, plan, hechos) == _esperado(comprobado, i, plan)
    assert all(0 <= k < len(compilado.ramas) and isinstance(v, bool | Causa) for k, v in anotados)


@_presupuesto(150)
@given(_casos(cuantas=2))
def test_ninguna_regla_comprobada_lanza_una_excepcion_ni_al_explicarse(caso: tuple[s.Modulo, Plan]) -> None:
    modulo, plan = caso
    paquete = armar(REGISTRO, compilar(_comprobado(modulo)), "h")
    hechos = _hechos(plan, paquete)
    resumen = {"n_fallan": "1", "n_total": "2", "n_no_constan": "0", "fallan": "x"}
    for ficha in paquete.fichas:
        _, _, malos, _ = paquete.decidir(ficha)(plan, hechos)
        for quienes, _ in [((), False), *(malos or ())]:
            assert all(isinstance(ruta, str) for ruta, _ in paquete.datos(ficha)(plan, hechos, *quienes))
            assert len(paquete.mensajes(ficha)(plan, hechos, resumen, *quienes)) == 2


@_presupuesto(150)
@given(_casos(cuantas=2), st.integers(0, 9))
def test_el_orden_de_las_listas_del_plan_no_cambia_nada(caso: tuple[s.Modulo, Plan], semilla: int) -> None:
    modulo, plan = caso
    paquete = armar(REGISTRO, compilar(_comprobado(modulo)), "h")
    revuelto = _revolver(plan, Random(semilla))
    for i in range(len(paquete.fichas)):
        fase, valor, malos, total = _decide(paquete, i, plan, _hechos(plan, paquete))
        fase_b, valor_b, malos_b, total_b = _decide(paquete, i, revuelto, _hechos(revuelto, paquete))
        assert (fase, valor, total) == (fase_b, valor_b, total_b)
        assert sorted(malos, key=repr) == sorted(malos_b, key=repr)


def _revolver(x: Any, azar: Random) -> Any:
    if isinstance(x, tuple):
        nuevos = [_revolver(e, azar) for e in x]
        azar.shuffle(nuevos)
        return tuple(nuevos)
    if hasattr(x, "model_fields_set"):
        return x.model_copy(update={k: _revolver(v, azar) for k, v in x if k != "contenidos"})
    return x


@_presupuesto(200)
@given(_casos(cuantas=2, monotona=True), st.integers(0, 10_000))
def test_quitar_un_dato_solo_puede_dejar_de_saberse_lo_que_se_sabia(
    caso: tuple[s.Modulo, Plan], cual: int
) -> None:
    """Salvo en enlaces y declaraciones (mundo cerrado), un dato menos nunca cambia cierto por falso."""
    modulo, plan = caso
    paquete = armar(REGISTRO, compilar(_comprobado(modulo)), "h")
    menos = _quitar(plan, cual)
    for i in range(len(paquete.fichas)):
        _, antes, _, _ = _decide(paquete, i, plan, _hechos(plan, paquete))
        _, despues, _, _ = _decide(paquete, i, menos, _hechos(menos, paquete))
        assert despues == antes or not isinstance(despues, bool)


_FIJOS = {"id", "contenidos", "suspensiones", "dias_no_habiles", "clase", "tramite", "evidencia"}


def _quitar(plan: Plan, cual: int) -> Plan:
    lugares = list(_datos(plan, ()))
    return _sin(plan, lugares[cual % len(lugares)]) if lugares else plan


def _datos(x: Any, camino: tuple[Any, ...]) -> Any:
    """Recorre los lugares del plan donde hay un dato que puede faltar."""
    if isinstance(x, tuple):
        for i, e in enumerate(x):
            yield from _datos(e, (*camino, i))
    elif hasattr(x, "model_fields_set"):
        for k, v in x:
            if k in _FIJOS or v is None:
                continue
            if camino or not hasattr(v, "model_fields_set"):
                yield (*camino, k)
            yield from _datos(v, (*camino, k))


def _sin(x: Any, camino: tuple[Any, ...]) -> Any:
    if not camino:
        return None
    if isinstance(x, tuple):
        return tuple(_sin(e, camino[1:]) if i == camino[0] else e for i, e in enumerate(x))
    return x.model_copy(update={camino[0]: _sin(getattr(x, camino[0]), camino[1:])})

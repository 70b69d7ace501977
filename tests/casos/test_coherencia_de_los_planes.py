"""Los planes completos se leen como ejemplo: sus áreas y su dinero cuadran, y su trámite ocurre en orden.

Ninguna regla exige todo esto; se comprueba para que quien los copie no aprenda cuentas mal hechas.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.plan import cargar_plan
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.fechas import es_habil
from plomada.valores.festivos import festivos_de_colombia

CASOS = (
    "pot-completo",
    "pbot-completo",
    "eot-completo",
    "pot-completo-2018",
    "pbot-completo-2015",
    "eot-completo-2000",
)
# Cada paso no es anterior al que lo precede; los que el plan no tuvo se saltan.
PASOS = (
    "inicio",
    "consejo_de_gobierno",
    "autoridad_ambiental.radicado",
    "autoridad_ambiental.radicacion_completa",
    "autoridad_ambiental.acta",
    "autoridad_ambiental.desacuerdos_remitidos",
    "autoridad_ambiental.resolucion",
    "ctp.radicado",
    "ctp.concepto",
    "concejo.convocatoria_extraordinaria",
    "concejo.radicado",
    "concejo.cabildo_abierto",
    "concejo.primer_debate",
    "concejo.segundo_debate",
    "concejo.sancion",
    "adopcion.fecha",
    "publicacion",
)


@cache
def _plan(caso: str) -> Plan:
    cargado = cargar_plan(carpeta_de_datos() / "casos" / caso)
    assert cargado.valor is not None, cargado.diagnosticos
    return cargado.valor.plan


@pytest.fixture(params=CASOS)
def plan(request: pytest.FixtureRequest) -> Plan:
    return _plan(request.param)


def _dato(objeto: Any, ruta: str) -> Any:
    """El dato de la ruta, o None si falta o se declara que no hay."""
    for parte in ruta.split("."):
        objeto = getattr(objeto, parte)
        if objeto is None or isinstance(objeto, NoHay):
            return None
    return objeto


def _elementos(objeto: Any, ruta: str) -> tuple[Any, ...]:
    hallados = _dato(objeto, ruta)
    return hallados if isinstance(hallados, tuple) else ()


def _suma(elementos: Iterable[Any], campo: str) -> Decimal:
    return sum((_dato(e, campo).base for e in elementos), Decimal(0))


def _area(plan: Plan, ruta: str) -> Decimal:
    hallada = _dato(plan, ruta)
    return hallada.base if hallada is not None else Decimal(0)


def test_las_clases_de_suelo_suman_el_municipio(plan: Plan) -> None:
    clases = (f"suelo.{c}.area" for c in ("urbano", "expansion", "rural"))
    assert sum(_area(plan, c) for c in clases) == _area(plan, "municipio.area")
    assert _area(plan, "municipio.area_rural") == _area(plan, "suelo.rural.area")


def test_las_partes_de_cada_suelo_lo_suman(plan: Plan) -> None:
    assert _suma(_elementos(plan, "suelo.proteccion.areas"), "area") == _area(plan, "suelo.proteccion.area")
    assert _suma(_elementos(plan, "suelo.categorias_rurales"), "area") == _area(plan, "suelo.rural.area")
    for clase in ("urbano", "expansion"):
        for lista in ("tratamientos", "normas_urbanisticas.areas_de_actividad"):
            zonas = [z for z in _elementos(plan, lista) if str(z.ambito) == clase]
            assert _suma(zonas, "area") == _area(plan, f"suelo.{clase}.area"), (clase, lista)


def test_el_dinero_cuadra_sin_tolerancia(plan: Plan) -> None:
    entradas = _elementos(plan, "programa_ejecucion.entradas")
    costos = {p.id: p.costo.base for p in _elementos(plan, "medios.proyectos")}
    for e in entradas:
        assert e.costo.base == costos[e.proyecto] == _suma(e.fuentes, "monto"), e.id
    assert _suma(entradas, "costo") == _area(plan, "programa_ejecucion.total_declarado")
    for programa in _elementos(plan, "plan_desarrollo.programas"):
        propias = [e for e in entradas if e.codigo_pdt == programa.codigo]
        assert _suma(propias, "costo") <= programa.recursos.base, programa.id


def test_el_espacio_publico_sale_de_la_poblacion_de_la_cabecera(plan: Plan) -> None:
    publico = plan.espacio_publico
    cabecera = max(_elementos(plan, "municipio.poblacion"), key=lambda p: p.anio).cabecera.valor
    efectivo, meta = (_dato(publico, c).base for c in ("efectivo_por_habitante", "meta_por_habitante"))
    assert _dato(publico, "area_efectiva").base == efectivo * cabecera
    assert _dato(publico, "deficit").base == (meta - efectivo) * cabecera


def test_el_tramite_va_en_orden_y_en_dias_habiles(plan: Plan) -> None:
    fechas = [(paso, _dato(plan.proceso, paso)) for paso in PASOS]
    dados = [(paso, f) for paso, f in fechas if isinstance(f, date)]
    assert len(dados) >= 10
    for (antes, una), (despues, otra) in zip(dados, dados[1:], strict=False):
        assert una <= otra, (antes, despues)
    for paso, fecha in dados:
        assert es_habil(fecha, festivos_de_colombia(fecha.year)), (paso, fecha)


def _fechas_de_papeles(plan: Plan) -> Iterator[tuple[str, date]]:
    for lista, campo in (
        ("documentos", "fecha"),
        ("juicios", "fecha"),
        ("seguimiento.reportes", "presentado"),
    ):
        for e in _elementos(plan, lista):
            fecha = _dato(e, campo)
            if isinstance(fecha, date):
                yield f"{lista}[{e.id}]", fecha


def test_los_papeles_se_firman_en_dias_habiles(plan: Plan) -> None:
    errados = [(d, f) for d, f in _fechas_de_papeles(plan) if not es_habil(f, festivos_de_colombia(f.year))]
    assert not errados


def test_el_municipio_es_inventado(plan: Plan) -> None:
    """Ningún departamento tiene el código 98, y cada juicio dice que su autor es ficticio."""
    assert plan.plan.ficticio is True
    assert str(plan.municipio.codigo).startswith("98")
    assert all("fictici" in str(j.autor) for j in _elementos(plan, "juicios"))


def test_todo_lo_que_se_cita_existe(plan: Plan) -> None:
    """Los planos y los documentos que la evidencia nombra están en la entrega."""
    planos = {p.id for p in _elementos(plan, "cartografia")}
    documentos = {d.id for d in _elementos(plan, "documentos")}
    for id_, contenido in plan.contenidos.items():
        for e in contenido.evidencia:
            assert not isinstance(e.plano, str) or e.plano in planos, (id_, e.plano)
            assert not isinstance(e.documento, str) or e.documento in documentos, (id_, e.documento)


def test_cada_articulo_del_mapa_sostiene_un_solo_contenido(plan: Plan) -> None:
    citados = [
        e.articulo for c in plan.contenidos.values() for e in c.evidencia if isinstance(e.articulo, str)
    ]
    assert len(citados) == len(set(citados))

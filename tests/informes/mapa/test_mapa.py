"""El mapa conceptual y la lectura operativa: nada de lo descrito se queda por fuera."""

import io
from pathlib import Path

import openpyxl
import pytest

from plomada import consultas
from plomada.aplicacion import carpeta_de_datos
from plomada.evaluacion.paquete import Paquete
from plomada.informes.mapa.operativa import FUENTES, NO_LO_DICE, armar_operativa
from plomada.informes.mapa.vista import Mapa
from plomada.informes.matrices import a_libro
from plomada.informes.tablas import Tabla
from plomada.modelo.formas import rutas
from plomada.modelo.plan import Plan
from tests.apoyo import paquete_del_repositorio, plan

CASOS = carpeta_de_datos() / "casos"


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


@pytest.fixture(scope="module")
def mapa(paquete: Paquete) -> Mapa:
    leido = consultas.mapa(CASOS / "pot-completo", paquete)
    assert leido.valor is not None, leido.diagnosticos
    return leido.valor


def test_todo_elemento_con_id_del_plan_esta_en_el_mapa(mapa: Mapa) -> None:
    vistos = {f.id for f in mapa.conceptual}
    assert {"O1", "E1", "D1", "G1", "PR1", "I1", "PDT1", "PDT1-M1", "DT1", "CG-01"} <= vistos
    assert all(f.que and f.parte for f in mapa.conceptual)


def test_cada_contenido_dice_donde_esta_y_a_que_norma_responde(mapa: Mapa) -> None:
    filas = [f for f in mapa.conceptual if f.id == "inventario_de_patrimonio"]
    assert [(f.documento, f.pagina) for f in filas] == [("Diagnóstico", "45")]
    assert filas[0].responde_a == ("Decreto 1077 de 2015, artículo 2.2.2.1.2.1.2, literal B",)


def test_los_objetivos_responden_a_requisitos_que_se_le_exigen_a_este_plan(
    mapa: Mapa, paquete: Paquete
) -> None:
    objetivo = next(f for f in mapa.conceptual if f.id == "O1")
    assert "MET-01" in objetivo.responde_a
    assert all(paquete.registro.requisito(r) for r in objetivo.responde_a)


def test_la_lectura_operativa_dice_que_a_quien_cuando_y_con_cuanto(mapa: Mapa) -> None:
    orden = next(o for o in mapa.operativa if o.id == "N1")
    assert orden.que == "Comprar y restaurar los nacimientos del Encinal: Avalúos, compra y siembra"
    assert (orden.quien, orden.cuando) == ("Secretaría de Ambiente", "2026")
    assert "millones de pesos de 2026" in orden.cuanto


def test_un_proyecto_programado_no_sale_dos_veces_y_el_que_no_lo_esta_si_sale() -> None:
    texto = """medios:
  proyectos: [{id: P1, nombre: Vía, plazo: corto}, {id: P2, nombre: Muro, plazo: largo}]
programa_ejecucion: {entradas: [{id: N1, proyecto: P1, anio: 2027}]}
"""
    ordenes = armar_operativa(plan(texto).plan)
    assert [(o.id, o.que, o.cuando) for o in ordenes] == [
        ("N1", "Vía", "2027"),
        ("P2", "Muro", "largo plazo"),
    ]
    assert {o.quien for o in ordenes} == {NO_LO_DICE}


def test_las_fuentes_leen_campos_que_existen() -> None:
    conocidas = {r for r, _ in rutas(Plan)}
    for f in FUENTES:
        assert f.lista in conocidas
        for campo in (*f.que, *f.quien, *f.cuando, *f.cuanto, *f.donde):
            assert f"{f.lista}[].{campo}" in conocidas, (f.lista, campo)


def test_las_dos_matrices_salen_en_todos_los_formatos(mapa: Mapa) -> None:
    libro = openpyxl.load_workbook(io.BytesIO(mapa.a_libro()))
    assert libro.sheetnames == ["Mapa conceptual", "Lectura operativa"]
    assert libro["Mapa conceptual"].max_row == len(mapa.conceptual) + 1
    assert libro["Lectura operativa"].max_row == len(mapa.operativa) + 1
    assert len(mapa.tabla("operativa").filas) == len(mapa.operativa)
    assert len(mapa.tabla("conceptual").filas) == len(mapa.conceptual)
    texto = mapa.a_markdown()
    assert texto.count("\n| ") >= len(mapa.conceptual) + len(mapa.operativa)
    assert Mapa.model_validate_json(mapa.a_json()) == mapa


def test_el_libro_es_el_mismo_siempre(mapa: Mapa) -> None:
    assert mapa.a_libro() == mapa.a_libro()


@pytest.mark.parametrize(
    "malo", ["=CMD()", "+1", "-1", "@x", "{=1}", "\x01", "http://x", "0012", "a" * 40_000]
)
def test_ninguna_celda_es_formula_ni_vinculo_ni_numero(malo: str, tmp_path: Path) -> None:
    datos = a_libro({"Hoja": Tabla(("c",), ((malo,),))}, malo[:20])
    celda = openpyxl.load_workbook(io.BytesIO(datos))["Hoja"]["A2"]
    assert celda.data_type == "s" and celda.hyperlink is None
    if len(malo) > 32_767:
        assert len(celda.value) <= 32_767 and "recortado" in celda.value
    elif malo != "\x01":
        assert celda.value == malo


def test_sin_plan_que_se_pueda_evaluar_no_hay_mapa(paquete: Paquete, tmp_path: Path) -> None:
    assert consultas.mapa(tmp_path / "nada", paquete).valor is None

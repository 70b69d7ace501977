"""El libro: ninguna fórmula, los mismos bytes y una respuesta que se puede escribir."""

import io
import re
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from plomada.cargadores.aceptaciones import leer_aceptaciones
from plomada.cargadores.respuestas import RESPUESTA, huella_de_identidad
from plomada.evaluacion.veredicto import POR_DECIR
from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones, ignorar_aceptaciones
from plomada.informes.elementos import Presencia
from plomada.informes.idiomas.rotulos import rotulos
from plomada.informes.oficina.hojas import hoja_de_faltantes
from plomada.informes.oficina.libro import altura, escribir_xlsx, hojas_del_informe
from plomada.informes.oficina.texto import MAXIMO_POR_CELDA, limpiar, medir, para_celda, recortar
from plomada.informes.perfiles import Perfil
from plomada.informes.preguntas.faltantes import DatoFaltante, ListaDeFaltantes
from plomada.informes.vista import Informe
from tests.apoyo import plan
from tests.informes.al_azar import presupuesto
from tests.informes.hechura import evaluacion, informe, resultado, surtido
from tests.informes.oficina.apoyo import HOSTILES, celdas, con_texto, filas

_ES = rotulos("es")
_HOJAS = [
    "Resumen", "Hallazgos", "Aceptaciones", "Suficiencia", "Articulación", "Índices", "Datos faltantes",
    "Cobertura normativa",
]  # fmt: skip


# -- qué trae --------------------------------------------------------------------------------------


def test_el_libro_trae_sus_hojas_en_orden_y_cada_una_dice_algo() -> None:
    libro = load_workbook(io.BytesIO(escribir_xlsx(informe(*surtido()))))
    assert libro.sheetnames == _HOJAS
    assert all(libro[h].cell(2, 1).value for h in _HOJAS)


def test_cada_hallazgo_por_atender_esta_una_sola_vez_con_su_identidad() -> None:
    hecho = informe(*surtido())
    esperados = [h for r in hecho.reglas for h in r.hallazgos if h.veredicto in POR_DECIR]
    escritas = [f["Identidad"] for f in filas(escribir_xlsx(hecho), "Hallazgos")]
    assert sorted(escritas) == sorted(huella_de_identidad(h.identidad) for h in esperados)
    assert len(escritas) == 21


def test_una_fila_trae_norma_con_vigencia_dato_leido_lugar_y_como_se_subsana() -> None:
    (fila,) = filas(escribir_xlsx(informe(resultado("a"))), "Hallazgos")
    assert fila["Norma y vigencia"] == "Norma de juguete, artículo 1\n(rige desde el 1 de enero de 2000)"
    assert fila["Qué se leyó y dónde"] == "a.b: 5 ha (plan.yaml:3:1)"
    assert (fila["Elemento"], fila["Qué se halló"]) == ("p P1", "mensaje de p P1")
    assert (fila["Cómo se subsana"], fila["Conclusión"]) == ("Corrija.", "se sugiere requerir")
    assert fila[RESPUESTA] is None


def test_sin_hallazgos_la_hoja_lo_dice_y_no_se_protege() -> None:
    libro = load_workbook(io.BytesIO(escribir_xlsx(informe(resultado("a", "cumple")))))
    assert libro["Hallazgos"]["A2"].value == "No hay hallazgos por atender."
    assert not libro["Hallazgos"].protection.sheet


def test_sin_los_faltantes_la_hoja_dice_que_no_se_calcularon() -> None:
    assert str(hoja_de_faltantes(None, Perfil.CONSULTORIA, _ES).filas[0][0]).startswith(
        "Los datos que faltan no se calcularon"
    )


def test_la_autoridad_ambiental_no_ve_lo_que_falta_en_el_plan_entero() -> None:
    dato = DatoFaltante(
        dato="lo urbano", de="", campo="suelo.urbano", causa="sin describir", donde="`suelo`", ejemplo="",
        decide=("r",), decide_obligatorias=1, segun_lo_que_diga=(), participa=(), se_probo=True, elementos=(),
    )  # fmt: skip
    lista = ListaDeFaltantes(
        plan="p", fecha="2026-01-15", reglas=1, no_constan=1, se_deciden_con_un_dato=1, datos=(dato,)
    )  # fmt: skip
    assert hoja_de_faltantes(lista, Perfil.CONSULTORIA, _ES).filas[0][0] == "lo urbano"
    (unica,) = hoja_de_faltantes(lista, Perfil.CONCERTACION, _ES).filas
    assert "no muestra los datos que faltan" in str(unica[0])


def test_la_cobertura_cuenta_todos_los_requisitos_del_registro() -> None:
    hecho = informe(*surtido())
    propias = filas(escribir_xlsx(hecho), "Cobertura normativa")
    ids = [f["Requisito"] for f in propias if not str(f["Requisito"]).startswith("y ")]
    resto = [int(str(f["Requisito"]).split()[1]) for f in propias if str(f["Requisito"]).startswith("y ")]
    assert len(ids) + sum(resto) == hecho.automatizacion.requisitos
    assert ids == sorted(set(ids))


def _aceptado(texto: str, perfil: str = "consultoria") -> Informe:
    hechos = surtido()
    leidas = leer_aceptaciones(texto.encode())
    assert leidas.valor is not None, leidas.diagnosticos
    evaluado = Evaluado(evaluacion(*hechos), plan().plan, Presencia({}, {}))
    return con_aceptaciones(informe(*hechos, perfil=perfil), leidas.valor, evaluado)


_FIRMADAS = """
- {id: A1, regla: q-debe, elemento: p P1, modo: incumple, razon: Hay plazo, fundamento: Ley de juguete,
   firmante: Ana, fecha: 2026-01-16, vence: 2026-06-01}
- {id: A2, regla: q-debe, elemento: todos, modo: incumple, cubre: 1, razon: r, firmante: Ana,
   fecha: 2025-01-02, disparador: cuando se expida el POMCA}
- {id: A3, regla: no-existe, elemento: plan, razon: r, firmante: Ana, fecha: 2025-01-02, vence: 2025-06-01}
"""


def test_cada_aceptacion_trae_su_firma_lo_que_ampara_hoy_y_lo_que_hay_que_revisar() -> None:
    buena, de_mas, inexistente = filas(escribir_xlsx(_aceptado(_FIRMADAS)), "Aceptaciones")
    assert (buena["Aceptación"], buena["Regla"], buena["Elemento"]) == ("A1", "q-debe", "p P1")
    assert (buena["Razón"], buena["Fundamento"], buena["Firmante"]) == ("Hay plazo", "Ley de juguete", "Ana")
    assert (buena["Fecha de la firma"], buena["Vence o disparador"]) == (
        "16 de enero de 2026", "vence el 1 de junio de 2026",
    )  # fmt: skip
    assert (buena["Vale"], buena["Qué ampara hoy"]) == (
        "vale al 15 de enero de 2026", "no cumple: [p P1] mensaje de p P1",
    )  # fmt: skip
    assert str(buena["Qué hay que revisar"]).startswith("firmada después de la fecha que se evalúa: ")
    assert de_mas["Vale"] == "no vale al 15 de enero de 2026: cubre más de lo que decía"
    assert de_mas["Elemento"] == "todos los de la regla"
    assert de_mas["Vence o disparador"] == "cuando se expida el POMCA"
    assert str(de_mas["Qué ampara hoy"]).startswith("No ampara nada.\nno lo ampara — no cumple: [p P1]")
    assert "PLO-V463" in str(de_mas["Qué hay que revisar"])
    assert inexistente["Vale"] == "no vale al 15 de enero de 2026: vencida; regla inexistente"
    assert (inexistente["Elemento"], inexistente["Qué ampara hoy"]) == ("el plan entero", "No ampara nada.")


def test_las_aceptaciones_tambien_van_en_ingles() -> None:
    buena, de_mas, _ = filas(escribir_xlsx(_aceptado(_FIRMADAS), None, rotulos("en")), "Acceptances")
    assert (buena["Valid"], buena["Expiry or trigger"]) == (
        "valid as of 15 January 2026", "expires on 1 June 2026",
    )  # fmt: skip
    assert str(de_mas["What it covers today"]).startswith("It covers nothing.\nnot covered — non-compliant:")


def test_sin_aceptaciones_o_sin_tenerlas_en_cuenta_la_hoja_lo_dice() -> None:
    for hecho, dicho in (
        (informe(*surtido()), "La entrega no trae aceptaciones."),
        (_aceptado("[]"), "La entrega no trae aceptaciones."),
        (
            ignorar_aceptaciones(_aceptado(_FIRMADAS)),
            "Las aceptaciones de la entrega no se tuvieron en cuenta, ",
        ),
    ):
        (unica,) = filas(escribir_xlsx(hecho), "Aceptaciones")
        assert str(unica["Aceptación"]).startswith(dicho)


def test_las_aceptaciones_que_el_perfil_oculta_se_cuentan_en_la_hoja() -> None:
    _, ultima = filas(escribir_xlsx(_aceptado(_FIRMADAS, "concertacion")), "Aceptaciones")
    assert (ultima["Aceptación"], ultima["Regla"]) == (
        "y 2 más", "Aceptaciones de otras reglas, que este perfil oculta: 2.",
    )  # fmt: skip


# -- forma -----------------------------------------------------------------------------------------


def test_solo_la_respuesta_se_puede_escribir_y_es_texto() -> None:
    hoja = load_workbook(io.BytesIO(escribir_xlsx(informe(*surtido()))))["Hallazgos"]
    titulos = [c.value for c in hoja[1]]
    columna = titulos.index(RESPUESTA) + 1
    letra = hoja.cell(1, columna).column_letter
    assert hoja.protection.sheet and not hoja.protection.autoFilter
    assert not hoja.column_dimensions[letra].protection.locked
    assert hoja.column_dimensions[letra].number_format == "@"
    assert hoja.column_dimensions[letra].width >= 30
    assert hoja.cell(2, 2).protection.locked


@pytest.mark.parametrize("nombre", _HOJAS[1:])
def test_las_matrices_se_filtran_se_congelan_y_se_imprimen_apaisadas(nombre: str) -> None:
    hoja = load_workbook(io.BytesIO(escribir_xlsx(informe(*surtido()))))[nombre]
    assert hoja.freeze_panes and hoja.print_title_rows == "$1:$1"
    assert hoja.page_setup.orientation == "landscape" and hoja.page_setup.fitToHeight == 0
    assert hoja.sheet_properties.pageSetUpPr.fitToPage
    if nombre in {"Hallazgos", "Cobertura normativa"}:
        assert hoja.auto_filter.ref and hoja.cell(2, 2).alignment.wrap_text is not False


def test_un_texto_mas_largo_pide_una_fila_mas_alta_hasta_el_tope() -> None:
    (hoja,) = [h for h in hojas_del_informe(informe(resultado("a")), None) if h.nombre == "Hallazgos"]
    corta = list(hoja.filas[0])
    alturas = [
        altura((*corta[:8], texto, *corta[9:]), hoja) for texto in ("x", "palabra " * 60, "x" * 10_000)
    ]
    assert alturas == sorted(set(alturas)) and alturas[-1] == 409.0


# -- texto ajeno -----------------------------------------------------------------------------------


def test_ningun_texto_se_vuelve_formula_y_todos_se_leen_como_estaban() -> None:
    libro = escribir_xlsx(con_texto(*HOSTILES))
    escritas = [c for fila in celdas(libro, "Hallazgos") for c in fila]
    assert {limpiar(t) for t in HOSTILES} <= {c.valor for c in escritas}
    assert not any(c.es_formula for c in escritas)
    with zipfile.ZipFile(io.BytesIO(libro)) as partes:
        hojas = [n for n in partes.namelist() if n.startswith("xl/worksheets/sheet")]
        assert len(hojas) == 9
        for hoja in hojas:
            assert not re.search(rb"<f[ >]|<hyperlink", partes.read(hoja))


def test_un_nombre_de_diez_mil_caracteres_entra_completo_y_no_rompe_el_encabezado() -> None:
    largo = "Ñ&" * 5_000
    hecho = con_texto(largo)
    plan = {
        "archivo": "plan.yaml",
        "huella": "0" * 64,
        "municipio": largo,
        "departamento": "",
        "ficticio": False,
    }
    nuevo = type(hecho).model_validate(hecho.model_dump() | {"plan": plan})
    libro = escribir_xlsx(nuevo)
    assert largo in {c.valor for fila in celdas(libro, "Hallazgos") for c in fila}
    with zipfile.ZipFile(io.BytesIO(libro)) as partes:
        encabezado = re.search(
            r"<oddHeader>(.*?)</oddHeader>", partes.read("xl/worksheets/sheet1.xml").decode()
        )
    assert encabezado is not None and len(encabezado[1].replace("&amp;", "&")) <= 255


@pytest.mark.parametrize(("sobran", "cabe"), [(0, True), (1, False)])
def test_una_celda_admite_hasta_el_tope_y_lo_que_sobra_se_recorta_diciendolo(sobran: int, cabe: bool) -> None:
    texto = "🌊" * ((MAXIMO_POR_CELDA - 1) // 2) + "x" * (1 + sobran)
    hecho = para_celda(texto)
    assert (hecho == texto) is cabe
    assert medir(hecho) <= MAXIMO_POR_CELDA
    assert cabe or f"medía {MAXIMO_POR_CELDA + 1} caracteres" in hecho


@given(st.text(), st.integers(0, 40))
@presupuesto(80)
def test_limpiar_y_recortar_son_estables_y_nunca_alargan(texto: str, unidades: int) -> None:
    limpio = limpiar(texto)
    assert limpiar(limpio) == limpio
    corto = recortar(limpio, unidades)
    assert limpio.startswith(corto) and medir(corto) <= unidades


# -- los mismos bytes ------------------------------------------------------------------------------


def test_el_libro_es_igual_byte_a_byte_y_no_guarda_la_hora_del_reloj() -> None:
    libro = escribir_xlsx(informe(*surtido()))
    assert libro == escribir_xlsx(informe(*surtido()))
    with zipfile.ZipFile(io.BytesIO(libro)) as partes:
        assert {i.date_time[:3] for i in partes.infolist()} == {(1980, 1, 1)}
        fechas = set(re.findall(r">(\d{4}-\d\d-\d\dT[\d:]+Z)<", partes.read("docProps/core.xml").decode()))
    assert fechas == {"2026-01-15T00:00:00Z"}


def test_las_bibliotecas_de_oficina_no_se_importan_al_arrancar() -> None:
    pesadas = "{'pandas', 'docx', 'xlsxwriter', 'openpyxl'}"
    orden = f"import sys, plomada.cli.principal; print({pesadas} & set(sys.modules))"
    hecho = subprocess.run([sys.executable, "-c", orden], capture_output=True, text=True, check=True)
    assert hecho.stdout.strip() == "set()"

"""La vista de la articulación y sus formatos: dicen lo mismo y no cambian con el orden."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.articulacion.analisis import analizar
from plomada.articulacion.estados import Estado
from plomada.cargadores.plan import cargar_plan
from plomada.informes.articulacion.distribucion import COLUMNAS, distribuir, enlaces_a_la_vista
from plomada.informes.articulacion.en_consola import a_consola
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.articulacion.vista import ArticulacionInformada, armar_articulacion
from tests.apoyo import plan

SVG = "{http://www.w3.org/2000/svg}"


def de_caso(caso: str) -> ArticulacionInformada:
    cargado = cargar_plan(carpeta_de_datos() / "casos" / caso).valor
    assert cargado is not None
    return armar_articulacion(analizar(cargado.plan), str(cargado.plan.municipio.nombre))


def de_texto(texto: str) -> ArticulacionInformada:
    return armar_articulacion(analizar(plan(texto).plan), "X")


@pytest.fixture(scope="module")
def rota() -> ArticulacionInformada:
    return de_caso("todo-mal-cadena")


def test_todos_los_formatos_cuentan_los_mismos_elementos(rota: ArticulacionInformada) -> None:
    cuantos = len(rota.elementos)
    assert len(rota.matriz().filas) == cuantos
    assert len(json.loads(rota.a_json())["elementos"]) == cuantos
    filas = list(csv.reader(io.StringIO(rota.matriz().a_csv().lstrip("\ufeff")), delimiter=";"))
    assert len(filas) == cuantos + 1
    cajas = ET.fromstring(a_svg(rota)).findall(f".//{SVG}text[@data-id]")
    assert len(cajas) == cuantos
    assert sum(rota.contar_estados().values()) == cuantos


def test_la_consola_dice_primero_los_indices_y_despues_lo_suelto(rota: ArticulacionInformada) -> None:
    texto = "\n".join(r.texto for r in a_consola(rota))
    assert texto.index("Índices") < texto.index("Desarticulado (") < texto.index("Articulado: ")
    assert "no califica el plan" in texto
    for e in rota.elementos:
        if e.estado in {Estado.DESARTICULADO, Estado.PARCIAL}:
            assert f"{e.id} «{e.nombre}»" in texto


def test_sin_elementos_no_hay_ningun_porcentaje() -> None:
    vacia = de_texto("")
    texto = "\n".join(r.texto for r in a_consola(vacia))
    assert "no hay índices que calcular" in texto and "%" not in texto
    assert "100 %" not in vacia.a_json() and "100 %" not in a_svg(vacia)
    assert "nada descrito" in a_svg(vacia)


def test_el_ciclo_se_nombra() -> None:
    a = de_texto("medios: {proyectos: [{id: P1, depende_de: [P2]}, {id: P2, depende_de: [P1]}]}\n")
    assert set(a.ciclo) == {"proyecto P1", "proyecto P2"}
    assert any("se muerde la cola" in r.texto for r in a_consola(a))


# -- dibujo ----------------------------------------------------------------------------------------


def test_el_dibujo_es_xml_sin_guiones_ni_red(rota: ArticulacionInformada) -> None:
    texto = a_svg(rota)
    raiz = ET.fromstring(texto)
    assert {e.tag for e in raiz.iter()} <= {
        f"{SVG}{x}" for x in ("svg", "title", "desc", "style", "rect", "text", "path", "g", "circle")
    }
    assert "http" not in texto.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"\bon\w+=|javascript:|<script|@import|url\(", texto)


def test_el_dibujo_marca_lo_roto_y_lo_que_falta(rota: ArticulacionInformada) -> None:
    texto = a_svg(rota)
    rotos = sum(1 for e in rota.elementos if e.rotos)
    faltas = sum(len(e.faltan) for e in rota.elementos)
    assert texto.count('<path class="pa-r"') == rotos + 1  # y el de la leyenda
    assert texto.count('<path class="pa-f"') == faltas + 1
    assert texto.count('<path class="pa-e"') == len(enlaces_a_la_vista(rota)) + 1
    assert "cita objetivo O9, que el plan no describe" in texto


def test_ninguna_caja_se_sale_ni_pisa_a_otra() -> None:
    for caso in ("pot-completo", "todo-mal-cadena", "eot-completo"):
        d = distribuir(de_caso(caso))
        for caja in d.cajas.values():
            assert caja.x >= 0 and caja.x + caja.ancho <= d.ancho and caja.y + caja.alto <= d.alto
        por_columna: dict[float, list[tuple[float, float]]] = {}
        for caja in d.cajas.values():
            columna = max(x for _, x, _, _ in d.columnas if x <= caja.x)
            por_columna.setdefault(columna, []).append((caja.y, caja.y + caja.alto))
        for tramos in por_columna.values():
            ordenados = sorted(tramos)
            assert all(a[1] <= b[0] for a, b in zip(ordenados, ordenados[1:], strict=False))


def test_lo_grande_sigue_siendo_legible() -> None:
    def ids(letra: str, n: int) -> range:
        return range(1, n + 1)

    texto = "fines:\n  vision: {id: V}\n  objetivos:\n"
    texto += "".join(f"    - {{id: O{i}, vision: V}}\n" for i in ids("O", 15))
    texto += "medios:\n  estrategias:\n"
    texto += "".join(f"    - {{id: E{i}, objetivos: [O{i % 15 + 1}]}}\n" for i in ids("E", 40))
    texto += "  proyectos:\n"
    texto += "".join(f"    - {{id: P{i}, estrategias: [E{i % 40 + 1}]}}\n" for i in ids("P", 170))
    d = distribuir(de_texto(texto))
    assert len(d.cajas) == 226 and len(d.columnas) == len(COLUMNAS)
    assert min(c.alto for c in d.cajas.values()) >= 12
    letras = [float(x) for x in re.findall(r'font-size="([\d.]+)"', a_svg(de_texto(texto)))]
    assert min(letras) >= 8


@pytest.mark.parametrize(
    "nombre",
    ["<script>alert(1)</script>", "a & b", "]]>", '" onload="x', "emoji 🏔️", "\u202eal revés", "ñ" * 10_000],
)
def test_ningun_texto_del_plan_se_vuelve_dibujo(nombre: str) -> None:
    escrito = json.dumps(nombre, ensure_ascii=False)
    a = de_texto(f"fines: {{vision: {{id: V1, nombre: {escrito}}}, objetivos: [{{id: O1, vision: V1}}]}}\n")
    texto = a_svg(a)
    raiz = ET.fromstring(texto)
    assert not list(raiz.iter(f"{SVG}script"))
    assert "onload" not in " ".join(k for e in raiz.iter() for k in e.attrib)
    assert "\u202e" not in texto


def test_no_se_dibuja_lo_que_ya_se_ve_por_un_camino_mas_largo() -> None:
    a = de_texto("""fines: {objetivos: [{id: O1}]}
medios:
  estrategias: [{id: E1, objetivos: [O1]}]
  proyectos: [{id: P1, estrategias: [E1], objetivos: [O1]}, {id: P2, objetivos: [O1]}]
""")
    vistos = enlaces_a_la_vista(a)
    assert ("objetivo:O1", "proyecto:P1") in a.enlaces
    assert ("objetivo:O1", "proyecto:P1") not in vistos
    assert {
        ("objetivo:O1", "estrategia:E1"),
        ("estrategia:E1", "proyecto:P1"),
        ("objetivo:O1", "proyecto:P2"),
    } == set(vistos)


def test_dos_objetivos_que_se_contienen_no_dejan_de_dibujarse() -> None:
    a = de_texto("fines: {objetivos: [{id: O1, superior: O2}, {id: O2, superior: O1}]}\n")
    assert len(enlaces_a_la_vista(a)) == 2
    assert ET.fromstring(a_svg(a)) is not None


@pytest.mark.parametrize("caso", ["pot-completo", "todo-mal-cadena"])
def test_el_dibujo_del_caso_es_el_que_se_reviso_como_imagen(
    caso: str, request: pytest.FixtureRequest
) -> None:
    archivo = Path(__file__).parent / "datos" / f"{caso}.svg"
    hecho = a_svg(de_caso(caso))
    if request.config.getoption("--regenerar"):
        archivo.parent.mkdir(exist_ok=True)
        archivo.write_text(hecho, "utf-8")
    assert archivo.read_text("utf-8") == hecho, "cambió el dibujo: mírelo y use --regenerar"

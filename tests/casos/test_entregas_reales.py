"""Con las reglas de verdad: el libro da el informe del YAML, y la plantilla pide solo lo exigible."""

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from plomada import consultas, entregas
from plomada.aplicacion import carpeta_de_datos, revisar
from plomada.cargadores.carpeta import IDENTIDAD
from plomada.cargadores.huella import datos_de
from plomada.cargadores.libro.crudo import abrir
from plomada.cargadores.plan import cargar_plan
from plomada.entregas import EntregaNueva
from plomada.evaluacion.paquete import Paquete
from plomada.informes.a_json import a_json
from plomada.informes.plantilla.pedido import pedir
from plomada.modelo.formas import rutas
from plomada.modelo.plan import Plan
from tests.apoyo import paquete_del_repositorio

FECHA = date(2026, 3, 1)
CASOS = carpeta_de_datos() / "casos"
PLANTILLAS = [("EOT", "revision_general"), ("POT", "plan_nuevo"), ("PBOT", "modificacion_excepcional")]


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


@pytest.mark.parametrize("caso", ["pbot-borrador", "eot-completo", "todo-mal"])
def test_el_informe_no_cambia_entre_el_yaml_y_el_libro(caso: str, paquete: Paquete, tmp_path: Path) -> None:
    convertido = entregas.convertir(CASOS / caso, a_libro=True)
    assert convertido.valor is not None
    (tmp_path / "plan.xlsx").write_bytes(convertido.valor.contenido)
    crudos = []
    for carpeta in (CASOS / caso, tmp_path):
        revision = revisar(carpeta, paquete, FECHA)
        assert revision.informe is not None, revision.diagnosticos
        crudos.append(a_json(revision.informe))
    assert "plan.xlsx!" in crudos[1] and "plan.yaml" not in crudos[1]
    uno, otro = (json.dumps(_sin_lugares(json.loads(c)), ensure_ascii=False) for c in crudos)
    assert uno == otro


def _sin_lugares(valor: object) -> object:
    if isinstance(valor, dict):
        return {c: _sin_lugares(v) for c, v in valor.items() if c not in {"lugar", "archivo"}}
    return [_sin_lugares(v) for v in valor] if isinstance(valor, list) else valor


@pytest.mark.parametrize(("clase", "tramite"), PLANTILLAS)
def test_la_plantilla_se_evalua_sin_errores_y_nada_consta(
    clase: str, tramite: str, paquete: Paquete, tmp_path: Path
) -> None:
    archivos = _crear(clase, tramite, paquete, tmp_path)
    planes = [cargar_plan(tmp_path / a) for a in archivos]
    assert all(p.valor is not None and not p.diagnosticos for p in planes), planes
    assert planes[0].valor is not None and planes[1].valor is not None
    assert planes[0].valor.plan == planes[1].valor.plan
    assert set(datos_de(planes[0].valor.plan)) == IDENTIDAD
    revision = revisar(tmp_path, paquete, FECHA)
    assert [d.codigo for d in revision.diagnosticos] == ["PLO-L143"]
    assert revision.codigo_de_salida in {1, 4} and revision.informe is not None
    cumplen = {r.regla for r in revision.informe.reglas if r.veredicto == "cumple"}
    leidas = {ruta for f in paquete.fichas if f.id in cumplen for ruta in f.rutas}
    assert leidas <= {"plan.clase", "plan.tramite"} | {r for r in leidas if r.startswith("municipio.")}
    assert len(cumplen) <= 1, "solo puede cumplir la que mira la clase declarada"


def _crear(clase: str, tramite: str, paquete: Paquete, carpeta: Path) -> list[str]:
    municipio = entregas.buscar_municipio("73024", carpeta_de_datos()).valor
    plantilla = entregas.preparar_entrega(EntregaNueva(clase, tramite, FECHA, municipio), paquete).valor
    assert plantilla is not None
    assert entregas.crear_carpeta(carpeta, plantilla.archivos) is None
    return sorted(plantilla.archivos)


def _pedidos(datos: bytes, hoja: str) -> set[str]:
    libro = abrir(datos, "plan.xlsx").valor
    assert libro is not None
    (cruda,) = [h for h in libro.hojas if h.nombre == hoja]
    return {celdas[0].valor for _, celdas in cruda.filas}


def test_se_piden_los_contenidos_exigibles_a_la_clase_y_ninguno_mas(paquete: Paquete, tmp_path: Path) -> None:
    pedidos = {}
    for clase in ("EOT", "POT"):
        (tmp_path / clase).mkdir()
        _crear(clase, "plan_nuevo", paquete, tmp_path / clase)
        celdas = _pedidos((tmp_path / clase / "plan.xlsx").read_bytes(), "Contenidos")
        pedidos[clase] = {c for c in celdas if not c.startswith("#")} - {"contenido"}
        lista = consultas.exigencias(paquete, consultas.Pregunta(clase, "plan_nuevo", FECHA))
        exigidas = {e.regla for e in lista.exigencias if e.se_exige}
        assert pedidos[clase] == {c for f in paquete.fichas if f.id in exigidas for c in f.contenidos}
    assert pedidos["POT"] - pedidos["EOT"], "a un EOT se le pide todo lo de un POT"
    assert {"clasificacion_del_suelo", "perimetro_urbano"} <= pedidos["EOT"] & pedidos["POT"]


def test_solo_se_piden_datos_que_lee_una_regla_exigible(paquete: Paquete) -> None:
    """Una regla que deja de exigirse se lleva consigo los datos que solo ella leía."""
    citas = {}
    for tramite in ("revision_general", "precision_cartografica"):
        pregunta = consultas.Pregunta("EOT", tramite, FECHA)
        lista = consultas.exigencias(paquete, pregunta)
        citas[tramite] = pedir(lista, paquete.fichas, paquete.registro).citas
    general, precision = citas["revision_general"], citas["precision_cartografica"]
    assert len(precision) < len(general)
    assert "plan.precision_cartografica.acto" in precision
    assert "plan.precision_cartografica.acto" not in general
    assert "Decreto 1077 de 2015" in precision["plan.precision_cartografica.acto"] or (
        "Ley 388 de 1997" in precision["plan.precision_cartografica.acto"]
    )


def test_toda_ruta_que_lee_una_regla_existe_en_el_modelo(paquete: Paquete) -> None:
    conocidas = {r for r, _ in rutas(Plan)}
    leidas = {r for f in paquete.fichas for r in f.rutas if r[0] != "@" and not r.startswith("contenidos.")}
    assert {r for r in leidas if r.removesuffix(".*") not in conocidas} == set()
    assert len(leidas) > 500


def test_cada_cosa_se_pide_con_su_norma_y_su_explicacion(paquete: Paquete, tmp_path: Path) -> None:
    _crear("EOT", "revision_general", paquete, tmp_path)
    yaml = (tmp_path / "plan.yaml").read_text("utf-8")
    assert "# Entrega de un EOT, revisión general, con la norma del 1 de marzo de 2026." in yaml
    assert "  nombre: Alpujarra" in yaml and "Tolima" in yaml
    (linea,) = [x for x in yaml.splitlines() if x.startswith("#   clasificacion_del_suelo:")]
    anterior = yaml.splitlines()[yaml.splitlines().index(linea) - 1]
    assert "Ley 388 de 1997" in anterior and "Debe constar en" in anterior
    libro = abrir((tmp_path / "plan.xlsx").read_bytes(), "plan.xlsx").valor
    assert libro is not None
    (contenidos,) = [h for h in libro.hojas if h.nombre == "Contenidos"]
    fila = next(c for _, c in contenidos.filas if c[0].valor == "clasificacion_del_suelo")
    assert "Ley 388 de 1997" in fila[-1].valor
    encabezado = [c.valor for c in contenidos.filas[0][1]]
    assert {"evidencia.documento", "evidencia.pagina", "evidencia.cita"} <= set(encabezado)


def test_la_plantilla_ofrece_listas_desplegables(paquete: Paquete, tmp_path: Path) -> None:
    import openpyxl

    _crear("EOT", "plan_nuevo", paquete, tmp_path)
    pagina = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Contenidos"]
    (estado,) = [v for v in pagina.data_validations.dataValidation if "B5" in v.sqref]
    assert estado.type == "list" and "# Listas" in estado.formula1
    assert not estado.showErrorMessage, "la celda también admite NO HAY: motivo"


def test_al_llenar_uno_de_los_dos_ese_manda_y_se_dice(paquete: Paquete, tmp_path: Path) -> None:
    _crear("EOT", "plan_nuevo", paquete, tmp_path)
    yaml = tmp_path / "plan.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("  es_distrito:", "  es_distrito: no"), "utf-8")
    leido = cargar_plan(tmp_path)
    assert leido.valor is not None and leido.valor.archivo == "plan.yaml"
    assert "`plan.xlsx` está sin llenar" in leido.diagnosticos[0].mensaje


def test_lo_que_guarda_libreoffice_se_lee_igual(paquete: Paquete, tmp_path: Path) -> None:
    programa = shutil.which("soffice")
    if programa is None and os.environ.get("CI") != "true":
        pytest.skip("no está LibreOffice (en CI es obligatorio)")
    assert programa is not None, "CI debe instalar libreoffice-calc"
    (tmp_path / "entra").mkdir()
    _crear("EOT", "revision_general", paquete, tmp_path / "entra")
    convertido = entregas.convertir(CASOS / "pbot-borrador", a_libro=True).valor
    assert convertido is not None
    (tmp_path / "entra" / "lleno.xlsx").write_bytes(convertido.contenido)
    filtro = "xlsx:Calc MS Excel 2007 XML"
    orden = [programa, "--headless", "--norestore", f"-env:UserInstallation=file://{tmp_path}/perfil"]
    orden += ["--convert-to", filtro, "--outdir", str(tmp_path / "sale")]
    entran = [str(tmp_path / "entra" / n) for n in ("plan.xlsx", "lleno.xlsx")]
    subprocess.run([*orden, *entran], check=True, capture_output=True, timeout=120)
    for nombre in ("plan.xlsx", "lleno.xlsx"):
        antes, despues = cargar_plan(tmp_path / "entra" / nombre), cargar_plan(tmp_path / "sale" / nombre)
        assert despues.valor is not None, despues.diagnosticos
        assert antes.valor is not None and antes.valor.plan == despues.valor.plan

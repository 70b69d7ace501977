"""La casa se cuida sola: tamaños, docstrings, nombres y lo jurídico en su sitio."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parents[2]
MODULOS = sorted((RAIZ / "motor").rglob("*.py"))
_LINEAS_POR_MODULO = 400
_LINEAS_POR_FUNCION = 60
_MODULOS_POR_CARPETA = 22


def _arbol(modulo: Path) -> ast.Module:
    return ast.parse(modulo.read_text("utf-8"))


def _nombre(modulo: Path) -> str:
    return modulo.relative_to(RAIZ).as_posix()


@pytest.mark.parametrize("modulo", MODULOS, ids=_nombre)
def test_ningun_modulo_es_demasiado_largo_y_todos_dicen_para_que_son(modulo: Path) -> None:
    assert modulo.read_text("utf-8").count("\n") <= _LINEAS_POR_MODULO
    assert ast.get_docstring(_arbol(modulo)), "falta la docstring del módulo"


@pytest.mark.parametrize("modulo", MODULOS, ids=_nombre)
def test_ninguna_funcion_es_demasiado_larga(modulo: Path) -> None:
    largas = [
        f"{nodo.name} ({(nodo.end_lineno or 0) - nodo.lineno + 1})"
        for nodo in ast.walk(_arbol(modulo))
        if isinstance(nodo, ast.FunctionDef)
        and (nodo.end_lineno or 0) - nodo.lineno + 1 > _LINEAS_POR_FUNCION
    ]
    assert largas == []


def test_ninguna_carpeta_junta_demasiados_modulos() -> None:
    carpetas = {m.parent for m in MODULOS}
    llenas = {
        c.name: len(list(c.glob("*.py")))
        for c in carpetas
        if len(list(c.glob("*.py"))) > _MODULOS_POR_CARPETA
    }
    assert llenas == {}


def test_los_inicios_de_paquete_solo_traen_su_docstring() -> None:
    con_codigo = [
        _nombre(m)
        for m in MODULOS
        if m.name == "__init__.py" and m.parent.name != "plomada" and len(_arbol(m).body) != 1
    ]
    assert con_codigo == []


def test_no_quedan_marcas_de_algo_por_hacer() -> None:
    marcas = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|NotImplemented" + r"Error)\b")
    halladas = {f"{_nombre(m)}: {h}" for m in MODULOS for h in marcas.findall(m.read_text("utf-8"))}
    assert halladas == set()


def test_ningun_umbral_de_la_ley_esta_escrito_en_el_codigo() -> None:
    """Los umbrales de población y los números de las normas viven en `normativa/`."""
    de_la_ley = {30_000, 100_000, 388, 1077, 1232, 2079, 1537}
    hallados = [
        f"{_nombre(m)}:{nodo.lineno} {nodo.value}"
        for m in MODULOS
        for nodo in ast.walk(_arbol(m))
        if isinstance(nodo, ast.Constant) and type(nodo.value) is int and nodo.value in de_la_ley
    ]
    assert hallados == []


def test_nada_por_debajo_de_la_orilla_mira_el_reloj_ni_el_entorno() -> None:
    prohibidos = ("date.today(", "datetime.now(", "time.time(", "os.environ", "getenv(")
    hallados = [
        f"{_nombre(m)}: {p}"
        for m in MODULOS
        if "cli" not in m.parts and m.name != "__main__.py"
        for p in prohibidos
        if p in m.read_text("utf-8")
    ]
    assert hallados == []


def test_las_versiones_fijadas_cubren_las_dependencias_del_proyecto() -> None:
    proyecto = tomllib.loads((RAIZ / "pyproject.toml").read_text("utf-8"))["project"]
    pedidas = {d.split(">")[0].split("=")[0].strip().lower() for d in proyecto["dependencies"]}
    fijadas = {
        linea.split("==")[0].strip().lower()
        for linea in (RAIZ / "requisitos.txt").read_text("utf-8").splitlines()
        if "==" in linea
    }
    assert pedidas <= fijadas


def test_el_glosario_y_las_ordenes_estan_en_el_readme() -> None:
    readme = (RAIZ / "README.md").read_text("utf-8")
    for palabra in ("make demo", "make test", "Glosario", "no consta", "requiere concepto", "py -m"):
        assert palabra in readme, palabra

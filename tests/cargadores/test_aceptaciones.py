"""`aceptaciones.yaml` se lee entero, con línea y columna en cada problema, y sin archivo no hay ninguna."""

import sys
from datetime import date
from pathlib import Path

import pytest

from plomada.cargadores.aceptaciones import NOMBRE, cargar_aceptaciones, leer_aceptaciones
from plomada.diagnosticos.diagnostico import Diagnostico

BUENA = (
    "- {id: A1, regla: r, elemento: p P1, modo: incumple, razon: x, fundamento: Ley, firmante: Ana, "
    "fecha: 2026-01-02, vence: 2026-06-01, cubre: 1}\n"
)


def _problemas(texto: str) -> tuple[Diagnostico, ...]:
    leido = leer_aceptaciones(texto.encode())
    assert leido.valor is None
    return leido.diagnosticos


def _sin(clave: str) -> str:
    dentro = BUENA.removeprefix("- {").removesuffix("}\n").split(", ")
    return "- {" + ", ".join(d for d in dentro if not d.startswith(f"{clave}:")) + "}\n"


def test_una_aceptacion_completa_se_lee_con_su_lugar() -> None:
    leido = leer_aceptaciones(BUENA.encode())
    assert leido.valor is not None and leido.diagnosticos == ()
    ((nombre, aceptacion, lugar),) = leido.valor.nombradas()
    assert (nombre, aceptacion.firmante, aceptacion.vence) == ("A1", "Ana", date(2026, 6, 1))
    assert str(lugar) == "aceptaciones.yaml:1:3"


def test_sin_id_se_nombra_por_su_lugar() -> None:
    leido = leer_aceptaciones((BUENA + _sin("id")).encode())
    assert leido.valor is not None
    assert [(n, t.linea) for n, _, t in leido.valor.nombradas()] == [("A1", 1), ("2", 2)]


@pytest.mark.parametrize("clave", ["regla", "elemento", "razon", "firmante", "fecha"])
def test_lo_obligatorio_que_falta_se_dice(clave: str) -> None:
    (uno,) = _problemas(_sin(clave))
    assert (uno.codigo, uno.mensaje) == ("PLO-D102", f"en `aceptaciones[A1]`, falta `{clave}`")


@pytest.mark.parametrize("clave", ["id", "modo", "fundamento", "cubre"])
def test_lo_opcional_puede_faltar(clave: str) -> None:
    assert leer_aceptaciones(_sin(clave).encode()).valor is not None


def test_tiene_que_decir_hasta_cuando_vale() -> None:
    (uno,) = _problemas(_sin("vence"))
    assert uno.codigo == "PLO-D460" and uno.tramo is not None and uno.tramo.linea == 1
    assert (
        _problemas(BUENA.replace("vence: 2026-06-01", "vence: {no_hay: para siempre}"))[0].codigo
        == "PLO-D460"
    )
    for otro in (
        "disparador: cuando se expida el POMCA",
        "hasta_que_cambie: {dato: suelo.urbano.area, valor: 4 ha}",
    ):
        assert leer_aceptaciones(BUENA.replace("vence: 2026-06-01", otro).encode()).valor is not None


@pytest.mark.parametrize(("vence", "vale"), [("2026-01-01", False), ("2026-01-02", True)])
def test_no_vence_antes_de_firmarse(vence: str, vale: bool) -> None:
    leido = leer_aceptaciones(BUENA.replace("2026-06-01", vence).encode())
    assert (leido.valor is not None) is vale
    assert [d.codigo for d in leido.diagnosticos] == ([] if vale else ["PLO-D461"])


def test_una_clave_desconocida_se_sugiere_y_todos_los_problemas_salen_de_una_vez() -> None:
    malos = _problemas(BUENA.replace("razon:", "rason:").replace("cubre: 1", "cubre: muchos"))
    assert [d.codigo for d in malos] == ["PLO-D102", "PLO-D101", "PLO-D107"]
    assert "¿quiso decir `razon`?" in malos[1].ayuda
    assert all(d.tramo is not None and d.tramo.archivo == NOMBRE for d in malos)


def test_dos_con_el_mismo_id_se_dicen_con_los_dos_lugares() -> None:
    (uno,) = _problemas(BUENA + BUENA)
    assert uno.codigo == "PLO-D462"
    assert (uno.tramo and uno.tramo.linea, uno.secundario and uno.secundario.linea) == (2, 1)


@pytest.mark.parametrize("texto", ["aceptaciones: []\n", "hola\n", "{}\n"])
def test_lo_que_no_es_una_lista_se_dice(texto: str) -> None:
    assert _problemas(texto)[0].codigo == "PLO-D463"


@pytest.mark.parametrize("texto", ["", "# nada todavía\n", "[]\n"])
def test_un_archivo_vacio_no_trae_ninguna(texto: str) -> None:
    leido = leer_aceptaciones(texto.encode())
    assert leido.valor is not None and leido.valor.aceptaciones == ()


@pytest.mark.parametrize(
    "texto", ["- &a {regla: x}\n", "- [}\n", "\x00", "- - - x\n", "- x\n", "- {regla: {a: b}}\n", "- null\n"]
)
def test_lo_mal_escrito_es_un_diagnostico_y_no_una_traza(texto: str) -> None:
    assert all(d.codigo.startswith("PLO-") for d in _problemas(texto))


def test_sin_archivo_no_hay_aceptaciones_y_se_buscan_junto_al_plan(tmp_path: Path) -> None:
    vacia = cargar_aceptaciones(tmp_path)
    assert vacia.valor is not None and vacia.valor.aceptaciones == ()
    (tmp_path / NOMBRE).write_text(BUENA, "utf-8")
    for insumo in (tmp_path, tmp_path / "plan.yaml"):
        leido = cargar_aceptaciones(insumo)
        assert leido.valor is not None and len(leido.valor.aceptaciones) == 1


def test_una_carpeta_con_ese_nombre_se_dice(tmp_path: Path) -> None:
    (tmp_path / NOMBRE).mkdir()
    assert [d.codigo for d in cargar_aceptaciones(tmp_path).diagnosticos] == ["PLO-L102"]


@pytest.mark.skipif(sys.platform == "win32", reason="los enlaces piden permiso en Windows")
def test_un_enlace_que_sale_de_la_carpeta_no_se_sigue(tmp_path: Path) -> None:
    (tmp_path / "fuera.yaml").write_text(BUENA, "utf-8")
    entrega = tmp_path / "entrega"
    entrega.mkdir()
    (entrega / NOMBRE).symlink_to(tmp_path / "fuera.yaml")
    assert [d.codigo for d in cargar_aceptaciones(entrega).diagnosticos] == ["PLO-L104"]

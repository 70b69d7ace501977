"""`nuevo` crea la entrega y `convertir` la pasa de un formato al otro, sin pisar nada ni dejarlo a medias."""

import os
from pathlib import Path

import pytest

from plomada import entregas
from plomada.aplicacion import carpeta_de_datos
from plomada.cargadores.plan import cargar_plan
from plomada.cli.principal import correr
from plomada.normativa.municipios import leer_municipios
from tests.cli.conftest import Corrida

EOT = ("--clase", "eot", "--tramite", "revision-general", "--fecha", "2026-03-01")
OFICIALES = leer_municipios(carpeta_de_datos() / "normativa")
CON_COMENTARIO = "# de dónde salió\nplan: {clase: EOT, tramite: plan_nuevo}\nmunicipio: {area: 1_200 ha}\n"


# -- nuevo


def test_nuevo_crea_la_carpeta_con_los_dos_archivos(orden: Corrida, tmp_path: Path) -> None:
    entrega = tmp_path / "mi entrega ñ"
    codigo, dicho, quejas = orden("nuevo", str(entrega), *EOT, "--municipio", "05001")
    assert (codigo, quejas) == (0, "")
    assert "Se creó mi entrega ñ/ con plan.xlsx y plan.yaml" in dicho
    assert sorted(os.listdir(entrega)) == ["plan.xlsx", "plan.yaml"]
    leido = cargar_plan(entrega).valor
    assert leido is not None
    m = leido.plan.municipio
    assert (m.codigo, m.nombre, m.departamento) == ("05001", "Medellín", "Antioquia")
    assert m.poblacion is None, "la población se declara, no se inventa"
    codigo, dicho, _ = orden("evaluar", str(entrega), "--fecha", "2026-03-01")
    assert codigo in {1, 4} and "PLO-L143" in dicho


def test_nuevo_sin_municipio_lo_deja_por_llenar(orden: Corrida, tmp_path: Path) -> None:
    assert orden("nuevo", str(tmp_path / "e"), *EOT)[0] == 0
    leido = cargar_plan(tmp_path / "e").valor
    assert leido is not None and leido.plan.municipio.codigo is None


@pytest.mark.parametrize(
    ("municipio", "codigo", "dice"),
    [
        ("73002", "PLO-L147", "`73001` (Ibagué, Tolima)"),
        ("5001", "PLO-L147", "`05001` (Medellín, Antioquia)"),
        ("Ibagué", "PLO-L147", "`73001` (Ibagué, Tolima)"),
        ("00000", "PLO-L147", "DIVIPOLA"),
        ("<script>", "PLO-L147", "DIVIPOLA"),
        ("91263", "PLO-L148", "área no municipalizada"),
    ],
)
def test_un_codigo_que_no_es_de_un_municipio_se_explica(
    municipio: str, codigo: str, dice: str, orden: Corrida, tmp_path: Path
) -> None:
    salida, _, quejas = orden("nuevo", str(tmp_path / "e"), *EOT, "--municipio", municipio)
    assert salida == 2 and codigo in quejas and dice in quejas
    assert not (tmp_path / "e").exists()


def test_los_nombres_repetidos_se_ofrecen_por_su_codigo() -> None:
    (d,) = entregas.buscar_municipio("La Unión", carpeta_de_datos()).diagnosticos
    assert d.ayuda.count("La Unión") == 3


def test_la_divipola_trae_los_1103_municipios_y_las_18_areas_no_municipalizadas() -> None:
    areas = [m for m in OFICIALES if not m.es_municipio]
    assert (len(OFICIALES), len(areas)) == (1121, 18)
    assert {m.departamento for m in areas} == {"AMAZONAS", "GUAINÍA", "VAUPÉS"}
    assert all(len(m.codigo) == 5 and m.codigo.isdigit() for m in OFICIALES)


@pytest.mark.parametrize("contenido", ["plan.yaml", "notas.txt", ".oculto"])
def test_nuevo_no_pisa_una_carpeta_con_algo(contenido: str, orden: Corrida, tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / contenido).write_text("mío", "utf-8")
    codigo, _, quejas = orden("nuevo", str(tmp_path / "e"), *EOT)
    assert codigo == 2 and "PLO-L149" in quejas
    assert os.listdir(tmp_path / "e") == [contenido]
    assert (tmp_path / "e" / contenido).read_text("utf-8") == "mío"


def test_nuevo_no_pisa_un_archivo_ni_deja_nada_a_medias(
    orden: Corrida, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archivo").write_text("mío", "utf-8")
    assert "PLO-L149" in orden("nuevo", str(tmp_path / "archivo"), *EOT)[2]

    def lleno(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", lleno)
    problema = entregas.crear_carpeta(tmp_path / "e", {"plan.xlsx": b"x", "plan.yaml": b"y"})
    assert problema is not None and problema.codigo == "PLO-L206"
    assert os.listdir(tmp_path / "e") == []


# -- convertir


def test_convertir_va_y_vuelve_y_dice_que_los_comentarios_no_viajan(orden: Corrida, tmp_path: Path) -> None:
    yaml, libro, vuelta = (tmp_path / n for n in ("plan.yaml", "otro.xlsx", "vuelta.yaml"))
    yaml.write_text(CON_COMENTARIO, "utf-8")
    codigo, dicho, quejas = orden("convertir", str(yaml), "-o", str(libro))
    assert (codigo, dicho) == (0, "") and "comentarios del YAML no viajan" in quejas
    codigo, _, quejas = orden("convertir", str(libro), "-o", str(vuelta))
    assert codigo == 0 and "comentarios" not in quejas
    planes = [cargar_plan(x).valor for x in (yaml, libro, vuelta)]
    assert all(p is not None and planes[0] is not None and p.plan == planes[0].plan for p in planes)
    assert "1_200 ha" in vuelta.read_text("utf-8")


def test_convertir_una_carpeta(orden: Corrida, tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "plan.yaml").write_text(CON_COMENTARIO.split("\n", 1)[1], "utf-8")
    codigo, _, quejas = orden("convertir", str(tmp_path / "e"), "-o", str(tmp_path / "p.xlsx"))
    assert codigo == 0 and "comentarios" not in quejas and "Plan guardado en p.xlsx" in quejas


def test_convertir_no_pisa_sin_pedirlo(orden: Corrida, tmp_path: Path) -> None:
    yaml, libro = tmp_path / "plan.yaml", tmp_path / "plan.xlsx"
    yaml.write_text(CON_COMENTARIO, "utf-8")
    libro.write_bytes(b"intacto")
    codigo, _, quejas = orden("convertir", str(yaml), "-o", str(libro))
    assert codigo == 2 and "PLO-L149" in quejas and libro.read_bytes() == b"intacto"
    assert orden("convertir", str(yaml), "-o", str(libro), "--reemplazar")[0] == 0
    assert cargar_plan(libro).valor is not None


@pytest.mark.parametrize(
    ("yaml", "destino", "codigo"),
    [
        (CON_COMENTARIO, "plan.pdf", "PLO-L203"),
        (CON_COMENTARIO, "plan", "PLO-L203"),
        ("plan: {clase: X, tramite: plan_nuevo}\n", "p.xlsx", "PLO-D103"),
        (CON_COMENTARIO + f"fines: {{vision: {{id: V, texto: {'x' * 40_000}}}}}\n", "p.xlsx", "PLO-L140"),
        (CON_COMENTARIO, "no/existe/p.xlsx", "PLO-L206"),
    ],
)
def test_lo_que_no_se_puede_convertir_se_dice(
    yaml: str, destino: str, codigo: str, orden: Corrida, tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(yaml, "utf-8")
    salida, _, quejas = orden("convertir", str(tmp_path / "plan.yaml"), "-o", str(tmp_path / destino))
    assert salida == 2 and codigo in quejas
    assert not (tmp_path / destino).exists()


def test_un_problema_de_un_libro_se_muestra_con_su_celda_y_sin_lineas_de_texto(
    orden: Corrida, tmp_path: Path
) -> None:
    yaml, libro = tmp_path / "plan.yaml", tmp_path / "e.xlsx"
    yaml.write_text(CON_COMENTARIO, "utf-8")
    assert orden("convertir", str(yaml), "-o", str(libro))[0] == 0
    import openpyxl

    hecho = openpyxl.load_workbook(libro)
    fila = next(c.row for c in hecho["Municipio"]["A"] if c.value == "area")
    hecho["Municipio"].cell(fila, 2).value = "mucho"
    hecho.save(libro)
    codigo, _, quejas = orden("evaluar", str(libro), "--fecha", "2026-03-01")
    assert codigo == 2 and f"--> e.xlsx!Municipio!B{fila}\n" in quejas
    assert "PK" not in quejas and " | " not in quejas


def test_la_ayuda_de_las_dos_ordenes_esta_en_espaniol(capsys: pytest.CaptureFixture[str]) -> None:
    for orden in ("nuevo", "convertir"):
        assert correr([orden, "--ayuda"]) == 0
        assert f"Uso: plomada {orden} <" in capsys.readouterr().out

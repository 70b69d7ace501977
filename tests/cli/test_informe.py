"""`plomada informe`: uno o varios formatos de una evaluación, sin pisar nada y con el código de evaluar."""

import json
from pathlib import Path

import pytest

from tests.cli.apoyo import proceso
from tests.cli.conftest import Corrida
from tests.informes.oficina.apoyo import parrafos

FORMATOS = ("html", "json", "sarif", "md")


def test_varios_formatos_salen_de_una_evaluacion_con_el_codigo_de_evaluar(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    evaluado = orden("evaluar", str(entrega), "--formato", "json")
    hecho = orden("informe", str(entrega), "--formato", ",".join(FORMATOS), "-o", str(tmp_path / "uno"))
    assert hecho == (evaluado[0], "".join(f"Informe guardado en uno.{f}.\n" for f in FORMATOS), "")
    assert (tmp_path / "uno.json").read_text("utf-8") == evaluado[1]
    assert (tmp_path / "uno.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((tmp_path / "uno.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "uno.md").read_text("utf-8").startswith("# Revisión del POT de Prueba\n")


def test_en_una_carpeta_cada_formato_toma_su_nombre(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    salida = tmp_path / "salida"
    salida.mkdir()
    orden("informe", str(entrega), "--formato", "html", "--formato", "MD", "-o", str(salida))
    assert sorted(a.name for a in salida.iterdir()) == ["informe.html", "informe.md"]


def test_un_solo_formato_de_texto_sale_por_la_consola(orden: Corrida, entrega: Path) -> None:
    _, dicho, quejas = orden("informe", str(entrega), "--formato", "md")
    assert dicho.startswith("# Revisión") and quejas == ""


@pytest.mark.parametrize(
    ("argumentos", "codigo"),
    [
        (("--formato", "html,md"), "PLO-D471"),
        (("--formato", "html", "-o", "x.json"), "PLO-D472"),
        (("--formato", "html,md", "-o", "x.html"), "PLO-D472"),
        (("--formato", "htlm", "-o", "x"), "PLO-L203"),
        (("--formato", "", "-o", "x"), "PLO-L203"),
        (("--formato", "html", "-o", "x.html", "--perfil", "otro"), "PLO-L203"),
        (("--formato", "html", "-o", "no-hay/x.html"), "PLO-L206"),
        (("-o", "x.html"), "PLO-L204"),
    ],
)
def test_lo_que_no_se_puede_hacer_se_dice_y_no_deja_nada(
    orden: Corrida, entrega: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    argumentos: tuple[str, ...], codigo: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    antes = sorted(tmp_path.iterdir())
    salida, dicho, quejas = orden("informe", str(entrega), *argumentos)
    assert (salida, dicho) == (2, "")
    assert f"error[{codigo}]" in quejas
    assert [a for a in sorted(tmp_path.iterdir()) if a.name != "cache"] == antes


def test_un_informe_que_existe_solo_se_reemplaza_si_se_pide(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    archivo = tmp_path / "uno.md"
    archivo.write_text("de otra ronda", "utf-8")
    pedido = ("informe", str(entrega), "--formato", "md,json", "-o", str(tmp_path / "uno"))
    codigo, _, quejas = orden(*pedido)
    assert codigo == 2 and "error[PLO-D473]: `uno.md` ya existe" in quejas
    assert archivo.read_text("utf-8") == "de otra ronda" and not (tmp_path / "uno.json").exists()
    assert orden(*pedido, "--reemplazar")[2] == ""
    assert archivo.read_text("utf-8").startswith("# Revisión")


def test_ni_pidiendolo_se_escribe_encima_del_plan(orden: Corrida, entrega: Path) -> None:
    plan = entrega / "plan.yaml"
    antes = plan.read_bytes()
    for insumo in (entrega, plan):
        codigo, _, quejas = orden("informe", str(insumo), "--formato", "md", "-o", str(plan), "--reemplazar")
        assert codigo == 2 and "PLO-D473" in quejas and "--reemplazar" not in quejas
    assert plan.read_bytes() == antes


def test_el_perfil_y_las_aceptaciones_no_cambian_el_codigo(orden: Corrida, entrega: Path) -> None:
    codigo, entero, _ = orden("informe", str(entrega), "--formato", "md")
    for extra in (("--perfil", "radicacion"), ("--perfil", "concertación"), ("--sin-aceptaciones",)):
        otro = orden("informe", str(entrega), "--formato", "md", *extra)
        assert otro[0] == codigo
        assert otro[1].split("| reglas |")[1].split("\n")[0] == entero.split("| reglas |")[1].split("\n")[0]


def test_jinja_no_se_importa_si_no_se_pide_html(entrega: Path, tmp_path: Path) -> None:
    hecho = proceso(
        tmp_path / "cache", "informe", str(entrega), "--formato", "md", PYTHONPROFILEIMPORTTIME="1"
    )
    assert b"plomada.informes.markdown.escribir" in hecho.stderr
    assert b"jinja2" not in hecho.stderr and b"markupsafe" not in hecho.stderr


def test_en_ingles_sale_lo_que_lee_una_persona_con_el_mismo_codigo(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    destino = tmp_path / "en"
    pedido = ("informe", str(entrega), "--idioma", "en", "-o", str(destino))
    codigo, _, queja = orden(*pedido, "--formato", "html,md,xlsx,docx")
    assert codigo == orden("evaluar", str(entrega))[0], queja
    assert '<html lang="en">' in (tmp_path / "en.html").read_text("utf-8")
    assert (tmp_path / "en.md").read_text("utf-8").startswith("# Review of the ")
    assert (tmp_path / "en.xlsx").exists()
    assert "Draft opinion" in parrafos((tmp_path / "en.docx").read_bytes())


@pytest.mark.parametrize("formatos", ["json", "html,sarif"])
def test_en_ingles_se_rechaza_lo_que_no_cambia_de_idioma_y_no_deja_nada(
    orden: Corrida, entrega: Path, tmp_path: Path, formatos: str
) -> None:
    destino = tmp_path / "salida"
    pedido = ("informe", str(entrega), "--idioma", "en", "--formato", formatos, "-o", str(destino))
    codigo, _, queja = orden(*pedido)
    assert codigo == 2 and "PLO-L180" in queja and formatos.split(",")[-1] in queja
    assert list(tmp_path.glob("salida*")) == []

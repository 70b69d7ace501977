"""`norma` y `citas` responden sobre la norma sin plan, en la consola y en archivos."""

import csv
import json
from pathlib import Path

import pytest

from plomada.cli.principal import correr
from tests.cli.conftest import Corrida

VIEJO = "artículo 2.2.2.1.2.6.1 del Decreto 1077 de 2015"


def _filas(archivo: Path) -> list[dict[str, str]]:
    with archivo.open(encoding="utf-8-sig", newline="") as abierto:
        return list(csv.DictReader(abierto, delimiter=";"))


# -- norma -----------------------------------------------------------------------------------------


def test_norma_dice_que_pide_un_articulo_y_que_regla_lo_revisa(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("norma", "Ley 7 art. 31", "--fecha", "2026-03-01")
    assert (codigo, quejas) == (0, "")
    assert dicho.startswith("Ley 7 de 2000, artículo 31\n")
    assert "J-1: Ley 7 de 2000, artículo 31" in dicho
    assert "Estado: automática" in dicho and "Reglas: " in dicho
    assert "1 exigencia: 1 automática." in dicho


def test_norma_sin_cita_lista_las_normas(orden: Corrida) -> None:
    codigo, dicho, _ = orden("norma")
    assert codigo == 0 and "Ley 7 de 2000 (3 exigencias)" in dicho


def test_una_norma_que_no_esta_es_un_problema_del_usuario(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("norma", "Ley 9999 de 1850")
    assert (codigo, dicho) == (2, "")
    assert "error[PLO-N241]: no se halló la norma de `Ley 9999 de 1850`" in quejas


def test_la_tabla_suma_lo_que_hay_en_el_registro(orden: Corrida, tmp_path: Path) -> None:
    destino = tmp_path / "norma.csv"
    assert orden("norma", "--tabla", "--formato", "csv", "-o", str(destino))[0] == 0
    filas = _filas(destino)
    tabla = json.loads(orden("norma", "--tabla", "--formato", "json")[1])
    assert [f["id"] for f in filas] == [e["id"] for e in tabla["exigencias"]]
    cuenta = tabla["cuenta"]
    assert cuenta["total"] == len(filas) == sum(cuenta["por_estado"].values())
    assert cuenta["que_cuentan"] + cuenta["fuera_de_cuenta"] == cuenta["total"]
    marcado = orden("norma", "--tabla", "--formato", "md")[1]
    assert marcado.count("\n| ") - 1 == len(filas)
    assert f"{len(filas)} exigencias" in marcado


# -- citas -----------------------------------------------------------------------------------------


def test_citas_dice_lo_que_hay_que_corregir_con_su_lugar_y_la_cita_de_hoy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(f"Revisión\nsegún el {VIEJO}.\n", "utf-8")
    assert correr(["citas", str(tmp_path / "a.txt"), "--fecha", "2026-03-01"]) == 1
    dicho = capsys.readouterr().out
    assert "Desactualizada (1)" in dicho and "(línea 2)" in dicho
    assert "Hoy: Decreto 1077 de 2015, artículo 2.2.2.1.2.3.3;" in dicho
    assert "1 de marzo de 2026 (la fecha pedida)" in dicho


def test_citas_sin_fecha_revisa_a_hoy_y_lo_dice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Ley 388 de 1997", "utf-8")
    assert correr(["citas", str(tmp_path / "a.txt")]) == 0
    assert "(hoy; con `--fecha` se revisan a la del documento)" in capsys.readouterr().out


@pytest.mark.parametrize(("texto", "codigo"), [("Decreto 99 de 1850", 4), ("nada que citar", 4), (VIEJO, 1)])
def test_el_codigo_de_salida_dice_que_queda(tmp_path: Path, texto: str, codigo: int) -> None:
    (tmp_path / "a.txt").write_text(texto, "utf-8")
    assert correr(["citas", str(tmp_path / "a.txt"), "--fecha", "2026-03-01"]) == codigo


def test_citas_a_la_fecha_en_que_el_numero_regia_es_correcta(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VIEJO, "utf-8")
    assert correr(["citas", str(tmp_path / "a.txt"), "--fecha", "2020-09-13"]) == 0


def test_citas_se_exporta_y_nada_del_documento_se_vuelve_formula(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"=HIPERVINCULO() {VIEJO}", "utf-8")
    destino = tmp_path / "citas.csv"
    assert correr(["citas", str(tmp_path / "a.txt"), "--formato", "csv", "-o", str(destino)]) == 1
    (fila,) = _filas(destino)
    assert fila["estado"] == "desactualizada"
    assert fila["en el texto"].startswith("'=HIPERVINCULO()")


def test_un_documento_que_no_se_lee_termina_en_dos(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert correr(["citas", str(tmp_path / "no-esta.pdf")]) == 2
    assert "error[PLO-L101]: no existe `no-esta.pdf`" in capsys.readouterr().err

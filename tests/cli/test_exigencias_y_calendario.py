"""`exigencias` y `calendario` contestan antes y durante el trámite, en consola y en archivos."""

import csv
import json
from pathlib import Path

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.cli.principal import correr
from tests.apoyo import CACHE_DE_PRUEBAS
from tests.cli.apoyo import RAIZ
from tests.cli.conftest import Corrida

EOT = ("exigencias", "--clase", "eot", "--tramite", "revision-general", "--fecha", "2026-03-01")


def test_exigencias_dice_que_se_pide_con_su_norma(orden: Corrida) -> None:
    codigo, dicho, quejas = orden(*EOT)
    assert (codigo, quejas) == (0, "")
    assert dicho.startswith("Exigencias de un EOT, revisión general, al 1 de marzo de 2026\n")
    assert "Ley 7 de 2000, artículo 31. El perímetro urbano cabe en el de servicios." in dicho
    assert "no se exigen a este trámite" in dicho


def test_exigencias_se_exporta_en_tres_formatos_que_dicen_lo_mismo(orden: Corrida, tmp_path: Path) -> None:
    destino = tmp_path / "exigencias.csv"
    assert orden(*EOT, "--formato", "csv", "-o", str(destino))[0] == 0
    with destino.open(encoding="utf-8-sig", newline="") as abierto:
        filas = list(csv.DictReader(abierto, delimiter=";"))
    lista = json.loads(orden(*EOT, "--formato", "json")[1])
    assert [f["regla"] for f in filas] == [e["regla"] for e in lista["exigencias"]]
    assert sum(lista["cuentas"].values()) == len(filas)
    marcado = orden(*EOT, "--formato", "md")[1]
    assert marcado.startswith("# Exigencias de un EOT")
    assert marcado.count("\n- ") == len(filas)


@pytest.mark.parametrize(
    ("opciones", "dice"),
    [
        (("--clase", "PTO"), "`PTO` no es un valor de `--clase`"),
        (("--clase", "EOT", "--tramite", "revision-genral"), "¿quiso decir `revision_general`"),
        (("--clase", "EOT", "--ocupacion", "expancion"), "¿quiso decir `expansion`"),
        (("--clase", "EOT", "--alcance", "hurbano"), "¿quiso decir `urbano`"),
    ],
)
def test_lo_que_no_se_entiende_se_dice_con_lo_que_se_admite(
    orden: Corrida, opciones: tuple[str, ...], dice: str
) -> None:
    codigo, _, quejas = orden("exigencias", *opciones)
    assert codigo == 2 and dice in quejas


def test_calendario_dice_que_vencio_y_que_corre(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE_DE_PRUEBAS))
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "municipio: {nombre: Prueba, en_area_metropolitana: no}\n"
        "plan: {clase: EOT, tramite: revision_general}\n"
        "proceso:\n"
        "  autoridad_ambiental: {radicacion_completa: 2025-12-03}\n"
        "  ctp: {radicado: 2026-01-26}\n",
        "utf-8",
    )
    assert correr(["calendario", str(plan), "--fecha", "2026-02-11"]) == 0
    dicho = capsys.readouterr().out
    assert "Calendario del trámite de Prueba, visto el 11 de febrero de 2026" in dicho
    assert "Concertación con la autoridad ambiental: vencido" in dicho
    assert "vence el 10 de febrero de 2026. Venció hace 1 día de calendario." in " ".join(dicho.split())
    assert "Concepto del consejo territorial de planeación: corre" in dicho
    assert "Concertación con la junta metropolitana: no aplica" in dicho
    assert correr(["calendario", str(plan), "--fecha", "2026-02-10", "--formato", "json"]) == 0
    plazos = {p["termino"]: p for p in json.loads(capsys.readouterr().out)["plazos"]}
    assert plazos["concertacion-ambiental"]["estado"] == "corre"


def test_calendario_de_un_plan_mal_escrito_muestra_la_linea(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("plan: {clase: EOT, tramite: plan_nuevo}\nprosceso: {}\n", "utf-8")
    assert correr(["--datos", str(carpeta_de_datos()), "calendario", str(plan)]) == 2
    assert "¿quiso decir `proceso`" in capsys.readouterr().err


def test_regimenes_dice_que_cambia_entre_dos_fechas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(CACHE_DE_PRUEBAS))
    caso = str(carpeta_de_datos() / "casos" / "pot-completo-2018")
    assert correr(["regimenes", caso, "--antes", "2018-02-20", "--despues", "2026-02-20"]) == 0
    dicho = " ".join(capsys.readouterr().out.split())
    assert "El plan con la norma del 20 de febrero de 2018 y con la del 20 de febrero de 2026" in dicho
    assert "El largo plazo dura tres períodos constitucionales: antes, no aplica; después, no cumple" in dicho
    argumentos = ["regimenes", caso, "--antes", "2018-02-20", "--despues", "2026-02-20", "--formato", "json"]
    assert correr(argumentos) == 0
    hecho = json.loads(capsys.readouterr().out)
    esperado = json.loads((RAIZ / "tests/casos/cambia_hoy/pot-completo-2018.json").read_text("utf-8"))
    assert {c["regla"]: [c["antes"], c["despues"]] for c in hecho["cambios"]} == esperado
    assert correr(["regimenes", caso, "--antes", "2026-02-20", "--despues", "2018-02-20"]) == 2
    assert "`--antes` no es anterior a `--despues`" in capsys.readouterr().err

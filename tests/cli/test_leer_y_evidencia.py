"""`leer` y `evidencia` en la consola: lo que dicen, lo que escriben y con qué código terminan."""

import csv
import json
from pathlib import Path

import pytest

from plomada.cli import progreso as de_progreso
from plomada.cli.principal import INTERRUMPIDO
from plomada.cli.progreso import Progreso
from tests.cli.conftest import Corrida
from tests.evidencia.hechura import pdf

FRASE = "El perímetro urbano parte del mojón uno junto al puente viejo"


@pytest.fixture
def entrega(tmp_path: Path) -> Path:
    carpeta = tmp_path / "entrega"
    carpeta.mkdir()
    (carpeta / "dts.pdf").write_bytes(pdf("Portada", FRASE))
    _plan(carpeta, 2)
    return carpeta


def _plan(carpeta: Path, pagina: int, cita: str = FRASE) -> None:
    (carpeta / "plan.yaml").write_text(
        "plan: {clase: POT, tramite: plan_nuevo, ficticio: si}\n"
        "documentos: [{id: D1, tipo: dts, archivo: dts.pdf}]\n"
        f"suelo: {{urbano: {{area: 3 ha, evidencia: [{{documento: D1, pagina: {pagina}, cita: {cita}}}]}}}}\n"
        "proceso: {autoridad_ambiental: {radicado: 2022-02-01}}\n",
        "utf-8",
    )


def test_evidencia_comprueba_guarda_y_termina_en_cero(orden: Corrida, entrega: Path) -> None:
    codigo, dicho, quejas = orden("evidencia", str(entrega))
    assert (codigo, quejas) == (0, "")
    assert "Evidencias del plan: 1" in dicho and "Comprobada (1)" in dicho
    assert 'estado: "comprobada"' in (entrega / "comprobacion.yaml").read_text("utf-8")


def test_evidencia_dice_en_que_pagina_esta_de_verdad(orden: Corrida, entrega: Path) -> None:
    _plan(entrega, 1)
    codigo, dicho, _ = orden("evidencia", str(entrega))
    assert codigo == 1
    assert "Está en otra página (1)" in dicho and "hallada en la página 2" in dicho


def test_evidencia_sin_cita_queda_pendiente(orden: Corrida, entrega: Path) -> None:
    _plan(entrega, 2, '""')
    (entrega / "plan.yaml").write_text(
        (entrega / "plan.yaml").read_text("utf-8").replace(', cita: ""', ""), "utf-8"
    )
    codigo, dicho, _ = orden("evidencia", str(entrega))
    assert codigo == 4 and "solo se comprobó que la página existe" in dicho


def test_evidencia_en_otros_formatos_dice_lo_mismo(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    _, dicho, _ = orden("evidencia", str(entrega), "--formato", "json")
    (una,) = json.loads(dicho)["evidencias"]
    assert (una["estado"], una["hallada"], una["ruta"]) == (
        "comprobada",
        "página 2",
        "suelo.urbano.evidencia[1]",
    )
    destino = tmp_path / "e.csv"
    assert orden("evidencia", str(entrega), "--formato", "csv", "-o", str(destino))[0] == 0
    with destino.open(encoding="utf-8-sig", newline="") as abierto:
        (fila,) = csv.DictReader(abierto, delimiter=";")
    assert (fila["estado"], fila["hallada en"]) == ("comprobada", "página 2")
    assert "| comprobada |" in orden("evidencia", str(entrega), "--formato", "md")[1]


def test_leer_escribe_la_lectura_y_no_pisa_lo_que_alguien_cambio(orden: Corrida, entrega: Path) -> None:
    assert orden("leer", str(entrega))[0] == 0
    lectura = entrega / "lectura.yaml"
    primera = lectura.read_text("utf-8")
    assert orden("leer", str(entrega))[0] == 0 and lectura.read_text("utf-8") == primera
    lectura.write_text(primera.replace("dts.pdf", "otro.pdf"), "utf-8")
    codigo, dicho, quejas = orden("leer", str(entrega))
    assert (codigo, dicho) == (2, "") and "PLO-L162" in quejas
    assert "otro.pdf" in lectura.read_text("utf-8")
    assert orden("leer", str(entrega), "--reemplazar")[0] == 0
    assert lectura.read_text("utf-8") == primera


def test_leer_dice_lo_que_no_pudo_leer_y_termina_en_4(orden: Corrida, entrega: Path) -> None:
    (entrega / "dts.pdf").write_bytes(pdf("uno", ""))
    codigo, dicho, quejas = orden("leer", str(entrega))
    assert codigo == 4 and "PLO-L151" in quejas and "dts.pdf: 2 páginas" in dicho


def test_lo_que_falta_para_leer_es_un_problema_de_quien_usa(orden: Corrida, tmp_path: Path) -> None:
    vacia = tmp_path / "vacia"
    vacia.mkdir()
    for argumentos, esperado in (
        ((str(vacia),), "PLO-L154"),
        ((str(vacia), "--clase", "EOT", "--tramite", "plan-nuevo"), "PLO-L161"),
        ((str(vacia), "--clase", "EOP"), "PLO-L203"),
        ((str(tmp_path / "nada"),), "PLO-L160"),
    ):
        codigo, dicho, quejas = orden("leer", *argumentos)
        assert (codigo, dicho) == (2, "") and esperado in quejas
    assert list(vacia.iterdir()) == []


@pytest.mark.parametrize("nombre", ["leer", "evidencia"])
def test_interrumpir_no_deja_archivos_a_medias(
    orden: Corrida, entrega: Path, monkeypatch: pytest.MonkeyPatch, nombre: str
) -> None:
    def interrumpir(*_: object) -> None:
        raise KeyboardInterrupt

    antes = sorted(p.name for p in entrega.iterdir())
    monkeypatch.setattr("os.replace", interrumpir)
    codigo, _, quejas = orden(nombre, str(entrega))
    assert codigo == INTERRUMPIDO and "Interrumpido" in quejas
    assert sorted(p.name for p in entrega.iterdir()) == antes


def test_el_progreso_se_calla_el_primer_segundo_y_luego_habla(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reloj = [100.0]
    monkeypatch.setattr(de_progreso.time, "monotonic", lambda: reloj[0])
    progreso = Progreso()
    for pasados, esperado in ((0.99, ""), (1.0, "dts.pdf: 3 de 9\n"), (5.0, ""), (12.0, "dts.pdf: 3 de 9\n")):
        reloj[0] = 100.0 + pasados
        progreso("dts.pdf", 3, 9)
        dicho = capsys.readouterr()
        assert (dicho.out, dicho.err) == ("", esperado)
    progreso.cerrar()
    assert capsys.readouterr().err == ""

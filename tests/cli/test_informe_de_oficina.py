"""`plomada informe` en xlsx y docx, y `comparar --respuestas`, desde la consola."""

import io
import json
import shutil
from pathlib import Path

from openpyxl import load_workbook

from plomada.cargadores.respuestas import RESPUESTA
from tests.cli.conftest import Corrida
from tests.informes.oficina.apoyo import filas, parrafos


def test_los_dos_formatos_salen_de_una_orden_con_el_codigo_y_los_totales_de_evaluar(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    codigo, dicho, _ = orden("informe", str(entrega), "--formato", "xlsx,docx", "-o", str(tmp_path / "i"))
    evaluado, salida, _ = orden("evaluar", str(entrega), "--formato", "json")
    totales = json.loads(salida)["totales"]
    assert (codigo, dicho) == (evaluado, "Informe guardado en i.xlsx.\nInforme guardado en i.docx.\n")
    libro = (tmp_path / "i.xlsx").read_bytes()
    escritos = {f["Resumen de la revisión"]: f["Valor"] for f in filas(libro, "Resumen")}
    assert escritos["Reglas: total"] == totales["reglas"]["total"]
    assert "no se calcularon" not in str(filas(libro, "Datos faltantes")[0]["Dato"])
    assert "Qué se concluye" in parrafos((tmp_path / "i.docx").read_bytes())


def test_no_se_reemplaza_un_archivo_sin_pedirlo(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    salida = tmp_path / "i.docx"
    salida.write_text("mío", "utf-8")
    codigo, _, queja = orden("informe", str(entrega), "--formato", "docx", "-o", str(salida))
    assert (codigo, salida.read_text("utf-8")) == (2, "mío") and "PLO-D473" in queja
    orden("informe", str(entrega), "--formato", "docx", "-o", str(salida), "--reemplazar")
    assert salida.read_bytes().startswith(b"PK")


def test_una_plantilla_que_no_se_usa_o_no_existe_se_dice(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    pedido = ("informe", str(entrega), "-o", str(tmp_path / "i"), "--plantilla", str(tmp_path / "no.docx"))
    codigo, _, queja = orden(*pedido, "--formato", "xlsx")
    assert codigo == 2 and "PLO-D486" in queja
    codigo, _, queja = orden(*pedido, "--formato", "docx")
    assert codigo == 2 and "PLO-L101" in queja and not (tmp_path / "i").exists()


def test_la_respuesta_del_municipio_acompana_al_hallazgo_en_la_ronda_siguiente(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    orden("informe", str(entrega), "--formato", "xlsx", "-o", str(tmp_path / "i.xlsx"))
    libro = load_workbook(io.BytesIO((tmp_path / "i.xlsx").read_bytes()))
    hoja = libro["Hallazgos"]
    hoja.cell(2, [c.value for c in hoja[1]].index(RESPUESTA) + 1).value = "Se corrige en la segunda ronda"
    libro.save(tmp_path / "r.xlsx")
    ronda2 = tmp_path / "ronda2"
    shutil.copytree(entrega, ronda2)
    pedido = ("comparar", str(entrega), str(ronda2), "--respuestas", str(tmp_path / "r.xlsx"))
    codigo, dicho, queja = orden(*pedido, "--formato", "json")
    assert codigo == 0, queja
    hecha = json.loads(dicho)
    respondidas = [f for p in hecha["pasos"] for f in p["filas"] if f["respuesta"]]
    assert [f["respuesta"] for f in respondidas] == ["Se corrige en la segunda ronda"]
    assert hecha["respuestas_sin_hallazgo"] == []
    (tmp_path / "r.xlsx").write_bytes(b"no es un libro")
    codigo, _, queja = orden(*pedido)
    assert codigo == 2 and "PLO-L130" in queja


def test_un_libro_sin_la_columna_de_respuestas_no_se_muestra_como_texto(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    orden("informe", str(entrega), "--formato", "xlsx", "-o", str(tmp_path / "i.xlsx"))
    libro = load_workbook(io.BytesIO((tmp_path / "i.xlsx").read_bytes()))
    hoja = libro["Hallazgos"]
    hoja.delete_cols([c.value for c in hoja[1]].index(RESPUESTA) + 1)
    libro.save(tmp_path / "r.xlsx")
    codigo, _, queja = orden("comparar", str(entrega), str(entrega), "--respuestas", str(tmp_path / "r.xlsx"))
    assert codigo == 2 and "PLO-L171" in queja and "--> r.xlsx" in queja
    assert "\ufffd" not in queja and "PK" not in queja and " | " not in queja


def test_dos_respuestas_distintas_al_mismo_hallazgo_se_avisan_con_sus_celdas(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    orden("informe", str(entrega), "--formato", "xlsx", "-o", str(tmp_path / "i.xlsx"))
    libro = load_workbook(io.BytesIO((tmp_path / "i.xlsx").read_bytes()))
    hoja = libro["Hallazgos"]
    columna = [c.value for c in hoja[1]].index(RESPUESTA) + 1
    fila = [c.value for c in hoja[2]]
    for texto in ("primera", "segunda"):
        fila[columna - 1] = texto
        hoja.append(fila)
    libro.save(tmp_path / "r.xlsx")
    codigo, dicho, queja = orden(
        "comparar", str(entrega), str(entrega), str(entrega), "--respuestas", str(tmp_path / "r.xlsx")
    )
    assert codigo == 0 and queja.count("advertencia[PLO-L176]") == 1
    letra = hoja.cell(1, columna).column_letter
    ultima = hoja.max_row
    assert f"r.xlsx!Hallazgos!{letra}{ultima}" in queja and f"r.xlsx!Hallazgos!{letra}{ultima - 1}" in queja
    plano = " ".join(dicho.split())
    assert "2 junto a su hallazgo y 0 sin hallazgo. 1 hallazgo tiene más de una respuesta" in plano
    assert "(1 de 2) primera (2 de 2) segunda" in plano

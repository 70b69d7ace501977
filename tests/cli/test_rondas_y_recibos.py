"""`faltantes`, `comparar`, `repetir`, las aceptaciones y el SARIF desde la consola."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from plomada import recibos
from plomada.cli import versiones
from tests.cli.conftest import Corrida

FIRMADA = (
    "- {id: A1, regla: perimetro-mayor, elemento: plan, modo: incumple, cubre: 1, razon: Hay certificación, "
    "firmante: Ana, fecha: 2022-02-02, vence: 2030-01-01}\n"
)


def _cambiar(archivo: Path, antes: str, despues: str) -> None:
    texto = archivo.read_text("utf-8")
    assert antes in texto
    archivo.write_text(texto.replace(antes, despues), "utf-8")


# -- faltantes -------------------------------------------------------------------------------------


def test_faltantes_dice_que_dato_decidiria_mas(orden: Corrida, entrega: Path) -> None:
    _cambiar(entrega / "plan.yaml", "costo: 5 COP", "nombre: x")
    codigo, dicho, quejas = orden("faltantes", str(entrega))
    assert (codigo, quejas) == (0, "")
    assert "De 2 reglas, 1 no constan por 1 datos" in dicho and "(medios.proyectos[].costo)" in dicho


def test_faltantes_se_exporta_en_tres_formatos(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    _cambiar(entrega / "plan.yaml", "costo: 5 COP", "nombre: x")
    destino = tmp_path / "faltan.csv"
    assert orden("faltantes", str(entrega), "--formato", "csv", "-o", str(destino))[0] == 0
    with destino.open(encoding="utf-8-sig", newline="") as abierto:
        filas = list(csv.DictReader(abierto, delimiter=";"))
    lista = json.loads(orden("faltantes", str(entrega), "--formato", "json")[1])
    assert [f["campo"] for f in filas] == [d["campo"] for d in lista["datos"]] == ["medios.proyectos[].costo"]
    assert orden("faltantes", str(entrega), "--formato", "md")[1].startswith("| dato |")


def test_faltantes_pide_la_fecha_y_muestra_los_problemas(orden: Corrida, entrega: Path) -> None:
    _cambiar(entrega / "plan.yaml", "{radicado: 2022-02-01}", "{autoridad: x}")
    codigo, _, quejas = orden("faltantes", str(entrega))
    assert codigo == 2 and "PLO-D450" in quejas
    assert orden("faltantes", str(entrega), "--fecha", "2022-01-01")[0] == 0


# -- comparar --------------------------------------------------------------------------------------


def test_comparar_dos_carpetas_dice_que_se_corrigio(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    otra = Path(shutil.copytree(entrega, tmp_path / "ronda2"))
    _cambiar(otra / "plan.yaml", "411 ha", "410 ha")
    codigo, dicho, quejas = orden("comparar", str(entrega), str(otra))
    assert (codigo, quejas) == (0, "")
    plano = " ".join(dicho.split())
    assert "1 se corrigió" in plano and "1 porque cambió el plan" in plano
    assert str(tmp_path) not in dicho


def test_comparar_mezcla_informes_y_carpetas_en_orden(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    guardado = tmp_path / "r1.json"
    orden("evaluar", str(entrega), "--formato", "json", "-o", str(guardado))
    sano = Path(shutil.copytree(entrega, tmp_path / "sano"))
    _cambiar(sano / "plan.yaml", "411 ha", "410 ha")
    hecha = json.loads(orden("comparar", str(guardado), str(sano), str(entrega), "--formato", "json")[1])
    assert [r["nombre"] for r in hecha["rondas"]] == ["r1.json", "sano", "entrega"]
    assert hecha["pasos"][0]["cuentas"]["se corrigió"] == 1
    assert hecha["pasos"][1]["cuentas"]["reapareció"] == 1
    for formato, empieza in (
        ("csv", "\ufeffde;a;estado"),
        ("md", "# Comparación de 2 rondas\n\n- r1.json: "),
    ):
        assert orden("comparar", str(guardado), str(sano), "--formato", formato)[1].startswith(empieza)


def test_comparar_con_otra_fecha_dice_que_cambio_la_norma(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    otra = Path(shutil.copytree(entrega, tmp_path / "ronda2"))
    _cambiar(otra / "plan.yaml", "2022-02-01", "1999-02-01")
    hecha = json.loads(orden("comparar", str(entrega), str(otra), "--formato", "json")[1])
    (paso,) = hecha["pasos"]
    cambiadas = {f["regla"]: (f["estado"], f["origen"]) for f in paso["filas"] if f["origen"]}
    assert set(cambiadas.values()) == {("dejó de aplicar", "cambió la norma")}


def test_comparar_dice_quien_acepto_lo_que_persiste(orden: Corrida, entrega: Path) -> None:
    (entrega / "aceptaciones.yaml").write_text(FIRMADA, "utf-8")
    assert "Aceptado por Ana (A1)." in orden("comparar", str(entrega), str(entrega))[1]


def test_comparar_una_sola_ronda_o_algo_que_no_es_un_informe_se_dice(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    assert "PLO-D465" in orden("comparar", str(entrega))[2]
    orden("evaluar", str(entrega), "--formato", "json", "-o", str(tmp_path / "bueno.json"))
    sin_fecha = (
        (tmp_path / "bueno.json").read_text("utf-8").replace('"fecha": "2022-02-01"', '"fecha": "ayer"')
    )
    malos = {"a.json": "{}", "b.json": "no soy json", "c.json": '{"regimen": 1}', "d.json": sin_fecha}
    for nombre, texto in malos.items():
        (tmp_path / nombre).write_text(texto, "utf-8")
        codigo, _, quejas = orden("comparar", str(entrega), str(tmp_path / nombre))
        assert codigo == 2 and "PLO-D466" in quejas
    assert "PLO-D466" in orden("comparar", str(entrega), str(tmp_path / "no-esta.json"))[2]


@pytest.mark.parametrize(
    ("perfil", "dicho"), [("concertacion", "de concertación"), ("radicacion", "de radicación")]
)
def test_un_informe_recortado_por_su_perfil_no_se_compara_y_se_dice_cual(
    orden: Corrida, entrega: Path, tmp_path: Path, perfil: str, dicho: str
) -> None:
    guardado = tmp_path / "r1.json"
    orden("evaluar", str(entrega), "--formato", "json", "--perfil", perfil, "-o", str(guardado))
    codigo, _, quejas = orden("comparar", str(guardado), str(entrega))
    assert codigo == 2 and "PLO-D467" in quejas
    assert f"`r1.json` es del perfil {dicho}, que oculta" in quejas
    assert "con el perfil de consultoría o el jurídico" in quejas
    otro = {"concertacion": "radicación", "radicacion": "concertación"}[perfil]
    assert otro not in quejas


def test_lo_que_se_cambio_mal_se_ve_como_cambio(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    otra = Path(shutil.copytree(entrega, tmp_path / "ronda2"))
    _cambiar(otra / "plan.yaml", "411 ha", "450 ha")
    codigo, dicho, _ = orden("comparar", str(entrega), str(otra))
    plano = " ".join(dicho.split())
    assert (
        codigo == 0 and "1 cambió" in plano and " 0 persiste" in plano and "1 porque cambió el plan" in plano
    )
    assert (
        plano.index("Antes decía: ") < plano.index("411 ha") < plano.index("Ahora: ") < plano.index("450 ha")
    )


# -- aceptaciones ----------------------------------------------------------------------------------


def test_las_aceptaciones_se_ven_y_no_cambian_el_codigo(orden: Corrida, entrega: Path) -> None:
    antes = orden("evaluar", str(entrega))
    assert "Aceptado" not in antes[1]
    (entrega / "aceptaciones.yaml").write_text(FIRMADA, "utf-8")
    codigo, dicho, _ = orden("evaluar", str(entrega))
    assert codigo == antes[0] == 1 and "Hallazgos aceptados con firma: 1" in dicho
    codigo, dicho, _ = orden("evaluar", str(entrega), "--sin-aceptaciones")
    assert codigo == 1 and "no se tuvieron en cuenta" in dicho


def test_una_aceptacion_mal_escrita_termina_en_dos_con_su_linea(orden: Corrida, entrega: Path) -> None:
    (entrega / "aceptaciones.yaml").write_text(FIRMADA.replace("razon:", "rason:"), "utf-8")
    codigo, dicho, quejas = orden("evaluar", str(entrega))
    assert (codigo, dicho) == (2, "")
    assert (
        "aceptaciones.yaml:1:" in quejas and "¿quiso decir `razon`?" in quejas and " 1 | - {id: A1" in quejas
    )
    assert orden("evaluar", str(entrega), "--sin-aceptaciones")[0] == 1


# -- SARIF -----------------------------------------------------------------------------------------


def test_sarif_con_un_informe_anterior_marca_lo_que_cambio(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    guardado = tmp_path / "r1.json"
    orden("evaluar", str(entrega), "--formato", "json", "-o", str(guardado))
    _cambiar(entrega / "plan.yaml", "411 ha", "410 ha")
    codigo, dicho, _ = orden("evaluar", str(entrega), "--formato", "sarif", "--anterior", str(guardado))
    assert codigo == 0
    estados = {(r["ruleId"], r["kind"]): r["baselineState"] for r in json.loads(dicho)["runs"][0]["results"]}
    assert estados == {("perimetro-mayor", "pass"): "updated", ("proyecto-sin-costo", "pass"): "unchanged"}


def test_un_informe_anterior_solo_vale_en_sarif(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    codigo, _, quejas = orden("evaluar", str(entrega), "--anterior", str(tmp_path / "x.json"))
    assert codigo == 2 and "PLO-D470" in quejas


# -- recibo ----------------------------------------------------------------------------------------


def _con_recibo(orden: Corrida, entrega: Path, *opciones: str) -> Any:
    recibo = entrega / "recibo.json"
    orden("evaluar", str(entrega), "--recibo", str(recibo), *opciones)
    return json.loads(recibo.read_text("utf-8"))


def test_el_recibo_no_trae_reloj_ni_rutas_y_es_igual_en_otra_carpeta(
    orden: Corrida, entrega: Path, tmp_path: Path
) -> None:
    (entrega / "dts.pdf").write_bytes(b"%PDF")
    hecho = _con_recibo(orden, entrega)
    otra = Path(shutil.copytree(entrega, tmp_path / "otra máquina"))
    (otra / "recibo.json").unlink()
    assert _con_recibo(orden, otra) == hecho
    assert str(tmp_path) not in json.dumps(hecho)
    assert list(hecho["archivos"]) == ["dts.pdf", "plan.yaml"]
    assert set(hecho["registrado"]["reglas"]) == {"perimetro-mayor", "proyecto-sin-costo"}
    assert {"J-1", "J-2"} <= set(hecho["registrado"]["requisitos"])
    assert hecho["herramienta"]["bibliotecas"]["pydantic"].count(".") == 2
    assert hecho["pedido"]["fecha_pedida"] is False


def test_repetir_sin_cambios_da_los_mismos_bytes(orden: Corrida, entrega: Path, tmp_path: Path) -> None:
    _con_recibo(orden, entrega)
    codigo, dicho, quejas = orden("repetir", str(entrega / "recibo.json"))
    assert (codigo, quejas) == (0, "") and "da los mismos bytes" in dicho and "cambió" not in dicho
    otra = Path(shutil.copytree(entrega, tmp_path / "otra"))
    assert orden("repetir", str(entrega / "recibo.json"), str(otra), "-o", str(tmp_path / "i.json"))[0] == 0
    directo = orden("evaluar", str(entrega), "--formato", "json")[1]
    assert (tmp_path / "i.json").read_text("utf-8") == directo


@pytest.mark.parametrize(
    "opciones", [("--fecha", "2021-03-04"), ("--perfil", "concertacion"), ("--sin-aceptaciones",)]
)
def test_repetir_evalua_como_se_pidio_entonces(
    orden: Corrida, entrega: Path, opciones: tuple[str, ...]
) -> None:
    (entrega / "aceptaciones.yaml").write_text(FIRMADA, "utf-8")
    _con_recibo(orden, entrega, *opciones)
    assert orden("repetir", str(entrega / "recibo.json"))[0] == 0


def _diferencias(orden: Corrida, entrega: Path, codigo: int) -> set[tuple[str, str, str]]:
    salida = orden("repetir", str(entrega / "recibo.json"), "--formato", "json")
    assert salida[0] == codigo
    return {(d["que"], d["de"], d["nombre"]) for d in json.loads(salida[1])["diferencias"]}


def test_repetir_nombra_el_archivo_que_cambio(orden: Corrida, entrega: Path) -> None:
    (entrega / "dts.pdf").write_bytes(b"%PDF")
    _con_recibo(orden, entrega)
    _cambiar(entrega / "plan.yaml", "411 ha", "412 ha")
    (entrega / "dts.pdf").unlink()
    (entrega / "nuevo.pdf").write_bytes(b"%PDF")
    de = "el archivo de la entrega"
    assert _diferencias(orden, entrega, 1) == {
        ("cambió", de, "plan.yaml"),
        ("se quitó", de, "dts.pdf"),
        ("se agregó", de, "nuevo.pdf"),
    }
    codigo, dicho, _ = orden("repetir", str(entrega / "recibo.json"))
    assert codigo == 1 and "- cambió el archivo de la entrega plan.yaml." in dicho


def test_lo_que_cambia_sin_efecto_en_el_informe_tambien_se_dice(orden: Corrida, entrega: Path) -> None:
    _con_recibo(orden, entrega)
    plan = entrega / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "# una nota al final\n", "utf-8")
    codigo, dicho, _ = orden("repetir", str(entrega / "recibo.json"))
    assert codigo == 0 and "(1), sin efecto en el informe" in dicho and "plan.yaml" in dicho


def test_un_archivo_que_sobra_si_cambia_el_informe(orden: Corrida, entrega: Path) -> None:
    _con_recibo(orden, entrega)
    (entrega / "nuevo.pdf").write_bytes(b"%PDF")
    codigo, dicho, _ = orden("repetir", str(entrega / "recibo.json"))
    assert codigo == 1 and "nuevo.pdf" in dicho


def test_repetir_nombra_la_regla_y_el_requisito_que_cambiaron(
    orden: Corrida, entrega: Path, datos: Path
) -> None:
    _con_recibo(orden, entrega)
    (regla,) = (datos / "reglas").rglob("*.regla")
    _cambiar(regla, '"Ajuste el perímetro."', '"Ajústelo."')
    requisitos = next((datos / "normativa" / "requisitos").glob("*.yaml"))
    _cambiar(requisitos, "id: J-2\n", "id: J-2\n    dudas: Se agregó una duda.\n")
    hallado = _diferencias(orden, entrega, 1)
    assert {("cambió", "la regla", "perimetro-mayor"), ("cambió", "el requisito", "J-2")} <= hallado
    assert ("cambió", "la regla", "proyecto-sin-costo") not in hallado
    archivos = {n for _, de, n in hallado if de == "el archivo de la norma"}
    assert archivos == {regla.relative_to(datos).as_posix(), requisitos.relative_to(datos).as_posix()}


def test_repetir_nombra_la_version_que_cambio(
    orden: Corrida, entrega: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hecho = _con_recibo(orden, entrega)
    bibliotecas = hecho["herramienta"]["bibliotecas"] | {"pydantic": "0.0.1"}
    monkeypatch.setattr(versiones, "programas", lambda: recibos.Programas("3.99.0", bibliotecas))
    salida = orden("repetir", str(entrega / "recibo.json"))
    plano = " ".join(salida[1].split())
    assert salida[0] == 0
    assert "cambió la versión de pydantic: antes " in plano and "ahora 0.0.1." in plano
    assert "cambió la versión de Python: antes " in plano and "ahora 3.99.0." in plano


def test_si_el_plan_ya_no_se_puede_evaluar_se_dice_que_cambio_y_por_que(
    orden: Corrida, entrega: Path
) -> None:
    _con_recibo(orden, entrega)
    _cambiar(entrega / "plan.yaml", "perimetro_urbano", "perimetro_hurbano")
    codigo, dicho, quejas = orden("repetir", str(entrega / "recibo.json"))
    assert codigo == 2
    assert "no da los mismos bytes" in dicho and "cambió el archivo de la entrega plan.yaml" in dicho
    assert "PLO-D101" in quejas


@pytest.mark.parametrize(
    ("cambio", "codigo"),
    [
        ({"pedido": None}, "PLO-D468"),
        ({"formato": "plomada.recibo/9"}, "PLO-D468"),
        ({"sobra": 1}, "PLO-D468"),
        ({"pedido": {"plan": "", "fecha": "ayer"}}, "PLO-D468"),
    ],
)
def test_un_recibo_retocado_no_sirve(
    orden: Corrida, entrega: Path, cambio: dict[str, object], codigo: str
) -> None:
    hecho = _con_recibo(orden, entrega)
    (entrega / "recibo.json").write_text(json.dumps(hecho | cambio), "utf-8")
    salida = orden("repetir", str(entrega / "recibo.json"))
    assert salida[0] == 2 and codigo in salida[2]


@pytest.mark.parametrize("plan", ["../otro/plan.yaml", "/etc/passwd", "..", "sub/plan.yaml"])
def test_un_recibo_no_puede_nombrar_un_plan_de_fuera(orden: Corrida, entrega: Path, plan: str) -> None:
    hecho = _con_recibo(orden, entrega)
    hecho["pedido"]["plan"] = plan
    (entrega / "recibo.json").write_text(json.dumps(hecho), "utf-8")
    salida = orden("repetir", str(entrega / "recibo.json"))
    assert salida[0] == 2 and "PLO-D469" in salida[2]


def test_el_recibo_de_un_archivo_se_repite_con_ese_archivo(orden: Corrida, entrega: Path) -> None:
    recibo = entrega / "recibo.json"
    orden("evaluar", str(entrega / "plan.yaml"), "--recibo", str(recibo))
    assert json.loads(recibo.read_text("utf-8"))["pedido"]["plan"] == "plan.yaml"
    assert orden("repetir", str(recibo))[0] == 0
    assert orden("repetir", str(recibo), str(entrega / "plan.yaml"))[0] == 0


def test_repetir_lo_que_no_es_un_recibo_se_dice(orden: Corrida, entrega: Path) -> None:
    assert "PLO-D468" in orden("repetir", str(entrega / "plan.yaml"))[2]
    assert "PLO-D468" in orden("repetir", str(entrega / "no-esta.json"))[2]

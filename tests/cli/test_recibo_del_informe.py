"""`informe --recibo` y `repetir`: lo que se entrega da los mismos bytes, o se nombra qué cambió."""

import hashlib
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from plomada.cargadores.respuestas import RESPUESTA
from plomada.cli import versiones
from plomada.cli.escritura import escritores
from plomada.informes.recibo.repeticion import DEL_MOTOR, Diferencia, Repeticion
from tests.cli.apoyo import DATOS, RAIZ, entorno
from tests.cli.conftest import Corrida
from tests.informes.oficina.apoyo import filas, parrafos

TODOS = ("html", "xlsx", "docx", "json", "sarif", "md")
FIRMADA = (
    "- {id: A1, regla: perimetro-mayor, elemento: plan, modo: incumple, cubre: 1, razon: Hay certificación, "
    "firmante: Ana, fecha: 2022-02-02, vence: 2030-01-01}\n"
)
_PLANTILLA = RAIZ / "motor/plomada/informes/oficina/plantillas/es/concepto.docx"


@pytest.fixture
def sale(tmp_path: Path) -> Path:
    """La carpeta de lo que se entrega."""
    carpeta = tmp_path / "sale"
    carpeta.mkdir()
    return carpeta


def _cambiar(archivo: Path, antes: str, despues: str) -> None:
    texto = archivo.read_text("utf-8")
    assert antes in texto
    archivo.write_text(texto.replace(antes, despues), "utf-8")


def _informar(orden: Corrida, entrega: Path, sale: Path, formatos: str, *opciones: str) -> Any:
    """Deja el informe y su recibo en `sale`, y devuelve el recibo."""
    lugares = ("-o", str(sale / "oficio"), "--recibo", str(sale / "recibo.json"))
    if "," not in formatos:
        lugares = ("-o", str(sale / f"oficio.{formatos}"), *lugares[2:])
    codigo, dicho, quejas = orden("informe", str(entrega), "--formato", formatos, *lugares, *opciones)
    assert codigo == 1, quejas
    assert dicho.endswith("Recibo guardado en recibo.json.\n")
    return json.loads((sale / "recibo.json").read_text("utf-8"))


def _repetir(orden: Corrida, entrega: Path, sale: Path, *opciones: str) -> tuple[int, str, str]:
    return orden("repetir", str(sale / "recibo.json"), "--entrega", str(entrega), *opciones)


def _diferencias(dicho: str) -> set[tuple[str, str, str]]:
    return {(d["que"], d["de"], d["nombre"]) for d in json.loads(dicho)["diferencias"]}


def _con_membrete(destino: Path, texto: str) -> Path:
    documento = Document(str(_PLANTILLA))
    documento.add_paragraph(texto)
    documento.save(str(destino))
    return destino


# -- los mismos bytes ------------------------------------------------------------------------------


def test_el_recibo_anota_cada_archivo_que_sale_y_repetir_los_rehace_todos(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    _cambiar(entrega / "plan.yaml", "costo: 5 COP", "nombre: sin costo")
    hecho = _informar(orden, entrega, sale, ",".join(TODOS))
    huellas = {f: hashlib.sha256((sale / f"oficio.{f}").read_bytes()).hexdigest() for f in TODOS}
    assert {f: (s["archivo"], s["huella"]) for f, s in hecho["salidas"].items()} == {
        f: (f"oficio.{f}", huella) for f, huella in huellas.items()
    }
    assert hecho["pedido"]["formatos"] == list(TODOS) and hecho["informe_huella"] == huellas["json"]
    assert str(tmp_path) not in json.dumps(hecho)
    libro = (sale / "oficio.xlsx").read_bytes()
    assert "medios.proyectos[].costo" in str(filas(libro, "Datos faltantes"))
    otra = Path(shutil.copytree(entrega, tmp_path / "otro sitio"))
    codigo, dicho, quejas = _repetir(orden, otra, sale)
    assert (codigo, quejas) == (0, "")
    assert all(f"{f} (oficio.{f})" in " ".join(dicho.split()) for f in TODOS) and "cambió" not in dicho


def test_el_recibo_es_igual_en_otra_carpeta(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    _informar(orden, entrega, sale, "html,docx")
    otra, otra_salida = Path(shutil.copytree(entrega, tmp_path / "otra máquina")), tmp_path / "aparte"
    otra_salida.mkdir()
    _informar(orden, otra, otra_salida, "html,docx")
    assert (otra_salida / "recibo.json").read_bytes() == (sale / "recibo.json").read_bytes()


@pytest.mark.parametrize(
    "opciones",
    [
        ("--idioma", "en"),
        ("--perfil", "radicacion"),
        ("--perfil", "concertacion", "--sin-aceptaciones"),
        ("--fecha", "2021-03-04"),
    ],
)
def test_repetir_rehace_lo_que_se_pidio_entonces(
    orden: Corrida, entrega: Path, sale: Path, opciones: tuple[str, ...]
) -> None:
    (entrega / "aceptaciones.yaml").write_text(FIRMADA, "utf-8")
    hecho = _informar(orden, entrega, sale, "md,xlsx,docx", *opciones)
    pedido = hecho["pedido"]
    assert pedido["idioma"] == ("en" if "en" in opciones else "es")
    assert pedido["aceptaciones"] is ("--sin-aceptaciones" not in opciones)
    assert pedido["fecha_pedida"] is ("--fecha" in opciones)
    assert pedido["perfil"] == (opciones[1] if "--perfil" in opciones else "consultoria")
    assert _repetir(orden, entrega, sale)[0] == 0


def test_lo_que_sale_por_la_consola_tambien_se_anota_y_no_se_ensucia(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    recibo = sale / "recibo.json"
    _, dicho, _ = orden("informe", str(entrega), "--formato", "md", "--recibo", str(recibo))
    anotado = json.loads(recibo.read_text("utf-8"))["salidas"]
    assert anotado == {"md": {"archivo": "", "huella": hashlib.sha256(dicho.encode()).hexdigest()}}
    assert "Recibo" not in dicho
    assert _repetir(orden, entrega, sale)[0] == 0


def test_el_recibo_de_un_archivo_se_repite_a_su_lado(orden: Corrida, entrega: Path) -> None:
    plan = entrega / "plan.yaml"
    _informar(orden, plan, entrega, "md")
    assert orden("repetir", str(entrega / "recibo.json"))[0] == 0


def test_repetir_deja_los_formatos_rehechos_en_una_carpeta_sin_pisar_nada(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    _informar(orden, entrega, sale, "md,docx")
    rehecho = tmp_path / "rehecho"
    rehecho.mkdir()
    assert _repetir(orden, entrega, sale, "-o", str(rehecho))[0] == 0
    assert sorted(a.name for a in rehecho.iterdir()) == ["informe.docx", "informe.md"]
    assert (rehecho / "informe.docx").read_bytes() == (sale / "oficio.docx").read_bytes()
    codigo, _, quejas = _repetir(orden, entrega, sale, "-o", str(rehecho))
    assert codigo == 2 and "PLO-D473" in quejas


# -- qué cambió ------------------------------------------------------------------------------------


def test_si_cambia_el_plan_se_nombran_los_formatos_y_el_archivo(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "html,docx,xlsx")
    _cambiar(entrega / "plan.yaml", "411 ha", "412 ha")
    codigo, dicho, _ = _repetir(orden, entrega, sale)
    assert codigo == 1
    for f in ("html", "docx", "xlsx"):
        assert f"No da los mismos bytes: {f} (oficio.{f})." in dicho
    assert "- cambió el archivo de la entrega plan.yaml." in dicho and "Dan los mismos" not in dicho


def test_si_cambia_un_solo_formato_se_nombra_ese_y_los_demas_son_iguales(
    orden: Corrida, entrega: Path, sale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _informar(orden, entrega, sale, "html,md,json")
    otros = dict(escritores.ESCRITORES) | {"md": lambda *_: "otra cosa"}
    monkeypatch.setattr(escritores, "ESCRITORES", otros)
    codigo, dicho, _ = _repetir(orden, entrega, sale)
    plano = " ".join(dicho.split())
    assert codigo == 1
    assert "Dan los mismos bytes: html (oficio.html) y json (oficio.json)." in plano
    assert plano.count("No da los mismos bytes") == 1 and "No da los mismos bytes: md (oficio.md)." in plano
    assert "Es una falla de la herramienta" in plano


def test_lo_que_cambia_el_json_y_no_lo_entregado_se_dice_y_da_cero(
    orden: Corrida, entrega: Path, datos: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "docx,md")
    (regla,) = (datos / "reglas").rglob("*.regla")
    regla.write_text("# una línea más arriba\n" + regla.read_text("utf-8"), "utf-8")
    codigo, dicho, _ = _repetir(orden, entrega, sale)
    assert codigo == 0 and "El informe en JSON, que no se entregó, sí cambió" in " ".join(dicho.split())
    assert "(1), sin efecto en lo entregado:" in dicho and regla.name in dicho


def test_si_el_plan_no_se_deja_evaluar_tambien_se_nombra_la_regla_que_cambio(
    orden: Corrida, entrega: Path, datos: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "docx,md")
    (regla,) = (datos / "reglas").rglob("*.regla")
    _cambiar(regla, '"Ajuste el perímetro."', '"Ajústelo."')
    _cambiar(entrega / "plan.yaml", "perimetro_urbano", "perimetro_hurbano")
    codigo, dicho, quejas = _repetir(orden, entrega, sale, "--formato", "json")
    assert codigo == 2 and "PLO-D101" in quejas
    assert ("cambió", "la regla", "perimetro-mayor") in _diferencias(dicho)
    formatos = json.loads(dicho)["formatos"]
    assert [(f["formato"], f["mismos_bytes"], f["huella_ahora"]) for f in formatos] == [
        ("docx", False, ""),
        ("md", False, ""),
    ]


_AFUERA = """
import sys
from plomada.cli.principal import correr
print([correr(o.split("|")) for o in sys.argv[1:]], file=sys.stderr)
"""


def _en_copia(motor: Path, *ordenes: tuple[str, ...]) -> tuple[str, str]:
    """Corre las órdenes con otro motor: lo que dicen y sus códigos."""
    hecho = subprocess.run(
        [sys.executable, "-c", _AFUERA, *("|".join(["--datos", str(DATOS), *o]) for o in ordenes)],
        env=entorno(motor.parent / "cache", PYTHONPATH=str(motor)),
        capture_output=True, check=False,
    )  # fmt: skip
    return hecho.stdout.decode(), hecho.stderr.decode().splitlines()[-1]


def test_cambiar_un_rotulo_o_la_plantilla_de_word_se_nota_y_se_nombra(entrega: Path, sale: Path) -> None:
    motor = Path(shutil.copytree(RAIZ / "motor", sale / "motor"))
    recibo = str(sale / "recibo.json")
    formatos = ("--formato", "docx,md", "-o", str(sale / "i"))
    repetir = ("repetir", recibo, "--entrega", str(entrega), "--formato", "json")
    assert _en_copia(motor, ("informe", str(entrega), *formatos, "--recibo", recibo), repetir)[1] == "[1, 0]"
    _con_membrete(motor / "plomada/informes/oficina/plantillas/es/concepto.docx", "Otro pie")
    _cambiar(motor / "plomada/informes/idiomas/es.toml", "Se sugiere requerir", "Conviene requerir")
    dicho, codigos = _en_copia(motor, repetir)
    assert codigos == "[1]"
    assert _diferencias(dicho) == {
        ("cambió", DEL_MOTOR, "informes/oficina/plantillas/es/concepto.docx"),
        ("cambió", DEL_MOTOR, "informes/idiomas/es.toml"),
    }
    hechos = {f["formato"]: f["mismos_bytes"] for f in json.loads(dicho)["formatos"]}
    assert hechos == {"docx": False, "md": False}


@pytest.mark.parametrize(("cuantos", "se_cuentan"), [(10, False), (11, True)])
def test_muchos_archivos_del_motor_se_cuentan_y_los_demas_cambios_se_ven(
    cuantos: int, se_cuentan: bool
) -> None:
    motor = tuple(Diferencia(de=DEL_MOTOR, nombre=f"m{n:02}.py", que="cambió") for n in range(cuantos))
    plan = Diferencia(de="el archivo de la entrega", nombre="plan.yaml", que="cambió")
    hecha = Repeticion(
        mismos_bytes=False, informe_huella_antes="a", informe_huella_ahora="b", diferencias=(plan, *motor)
    )
    dicho = " ".join(" ".join(r.texto for r in hecha.a_consola()).split())
    assert f"({cuantos + 1})" in dicho and "cambió el archivo de la entrega plan.yaml." in dicho
    assert ("y 1 más" in dicho) is se_cuentan and ("m10.py" in dicho) is False
    assert all(f"m{n:02}.py" in dicho for n in range(10))
    assert json.loads(hecha.a_json())["diferencias"][-1]["nombre"] == f"m{cuantos - 1:02}.py"


# -- la plantilla ----------------------------------------------------------------------------------


def _con_plantilla(orden: Corrida, entrega: Path, sale: Path) -> Path:
    membrete = _con_membrete(sale / "membrete.docx", "Alcaldía")
    hecho = _informar(orden, entrega, sale, "docx,md", "--plantilla", str(membrete))
    huella = hashlib.sha256(membrete.read_bytes()).hexdigest()
    assert hecho["pedido"]["plantilla"] == {"nombre": "membrete.docx", "huella": huella}
    return membrete


def test_la_plantilla_junto_al_recibo_se_usa_y_si_cambia_se_nombra(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    membrete = _con_plantilla(orden, entrega, sale)
    assert _repetir(orden, entrega, sale)[0] == 0
    _con_membrete(membrete, "Otra alcaldía")
    codigo, dicho, _ = _repetir(orden, entrega, sale, "--formato", "json")
    assert codigo == 1 and _diferencias(dicho) == {("cambió", "la plantilla", "membrete.docx")}
    assert [f["mismos_bytes"] for f in json.loads(dicho)["formatos"]] == [False, True]


def test_sin_la_plantilla_no_se_escribe_el_word_con_otra_y_se_dice(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    membrete = _con_plantilla(orden, entrega, sale)
    guardada = membrete.rename(tmp_path / "guardada.docx")
    codigo, dicho, quejas = _repetir(orden, entrega, sale)
    assert codigo == 2 and "PLO-D476" in quejas and "`membrete.docx` no está junto a `recibo.json`" in quejas
    assert "Da los mismos bytes: md" in dicho and "(no se pudo rehacer)" in dicho
    assert "se quitó la plantilla membrete.docx" in dicho and "falla de la herramienta" not in dicho
    codigo, dicho, quejas = _repetir(orden, entrega, sale, "--plantilla", str(guardada))
    assert (codigo, quejas) == (0, "") and "plantilla" not in dicho
    codigo, _, quejas = _repetir(orden, entrega, sale, "--plantilla", str(tmp_path / "no-hay.docx"))
    assert codigo == 2 and "la plantilla `no-hay.docx` no existe" in quejas


def test_una_plantilla_que_ya_no_sirve_no_impide_comparar_lo_demas(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    _con_plantilla(orden, entrega, sale).write_bytes(b"no es un documento")
    codigo, dicho, quejas = _repetir(orden, entrega, sale)
    assert codigo == 2 and "PLO-D480" in quejas
    assert "Da los mismos bytes: md" in dicho and "cambió la plantilla membrete.docx" in dicho


def test_al_escribir_se_avisa_si_la_plantilla_no_queda_junto_al_recibo(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    lejos, cerca = (_con_membrete(c / "m.docx", "Alcaldía") for c in (tmp_path, sale))
    pedido = ("informe", str(entrega), "--formato", "docx", "-o", str(sale / "i.docx"), "--reemplazar")
    recibo = ("--recibo", str(sale / "r.json"))
    assert "advertencia[PLO-D476]" in orden(*pedido, *recibo, "--plantilla", str(lejos))[2]
    assert "PLO-D476" not in orden(*pedido, *recibo, "--plantilla", str(cerca))[2]


# -- dónde está la entrega y dónde queda el recibo -------------------------------------------------


def test_un_recibo_lejos_de_su_entrega_pide_la_carpeta_y_no_sigue(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "md")
    for n in range(20):
        (sale / f"ajeno{n}.txt").write_text("x", "utf-8")
    (sale / "plan.xlsx").write_bytes(b"de otra cosa")
    codigo, dicho, quejas = orden("repetir", str(sale / "recibo.json"))
    assert (codigo, dicho) == (2, "")
    assert "PLO-D475" in quejas and "--entrega" in quejas and "`plan.yaml`" in quejas
    assert "ajeno" not in quejas
    assert _repetir(orden, entrega, sale)[0] == 0
    assert orden("repetir", str(sale / "recibo.json"), str(entrega))[0] == 0


def test_la_carpeta_que_se_indica_tambien_debe_traer_un_plan(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    _informar(orden, entrega, sale, "md")
    vacia = tmp_path / "vacía"
    vacia.mkdir()
    for carpeta in (vacia, tmp_path / "no hay", entrega / "plan.yaml"):
        codigo, dicho, quejas = _repetir(orden, carpeta, sale)
        assert (codigo, dicho) == (2, "") and "PLO-D475" in quejas
    codigo, _, quejas = orden("repetir", str(sale / "recibo.json"), str(entrega), "--entrega", str(entrega))
    assert codigo == 2 and "dos veces" in quejas


def test_si_el_plan_paso_a_otro_archivo_la_carpeta_indicada_si_se_compara(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "md")
    orden("convertir", str(entrega / "plan.yaml"), "-o", str(entrega / "plan.xlsx"))
    (entrega / "plan.yaml").unlink()
    codigo, dicho, _ = _repetir(orden, entrega, sale, "--formato", "json")
    hallado = _diferencias(dicho)
    de = "el archivo de la entrega"
    assert codigo == 1 and {("se quitó", de, "plan.yaml"), ("se agregó", de, "plan.xlsx")} <= hallado


def test_con_recibo_nada_de_lo_que_sale_queda_dentro_de_la_entrega(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    antes = sorted(entrega.iterdir())
    dentro, fuera = str(entrega / "i.md"), str(sale / "i.md")
    for salida, recibo in ((dentro, str(sale / "r.json")), (fuera, str(entrega / "r.json")), (fuera, fuera)):
        for pedido in (("informe", "--formato", "md"), ("evaluar", "--formato", "json")):
            codigo, dicho, quejas = orden(
                pedido[0], str(entrega), *pedido[1:], "-o", salida, "--recibo", recibo
            )
            assert (codigo, dicho) == (2, "") and "PLO-D474" in quejas
    assert sorted(entrega.iterdir()) == antes and list(sale.iterdir()) == []
    _informar(orden, entrega, sale, "md")
    propio = str(entrega / "recibo.json")
    assert orden("informe", str(entrega), "--formato", "md", "-o", fuera, "--recibo", propio)[0] == 1
    assert orden("repetir", propio)[0] == 0


def test_el_recibo_no_pisa_un_archivo_sin_que_se_pida(orden: Corrida, entrega: Path, sale: Path) -> None:
    ajeno = sale / "r.json"
    ajeno.write_text("mío", "utf-8")
    for pedido in (("informe", "--formato", "md", "-o", str(sale / "i.md")), ("evaluar",)):
        codigo, _, quejas = orden(pedido[0], str(entrega), *pedido[1:], "--recibo", str(ajeno))
        assert codigo == 2 and "PLO-D473" in quejas and ajeno.read_text("utf-8") == "mío"
    plan = str(entrega / "plan.yaml")
    codigo, _, quejas = orden("evaluar", plan, "--recibo", plan)
    assert codigo == 2 and "PLO-D473" in quejas
    codigo, _, quejas = orden("informe", plan, "--formato", "md", "--reemplazar", "--recibo", plan)
    assert codigo == 2 and "PLO-D473" in quejas
    assert (entrega / "plan.yaml").read_bytes() == (DATOS / "plan.yaml").read_bytes()
    _informar(orden, entrega, sale, "md")
    assert orden("evaluar", str(entrega), "--recibo", str(sale / "recibo.json"))[0] == 1


def test_el_recibo_de_otra_corrida_no_cuenta_como_parte_de_la_entrega(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    orden("evaluar", str(entrega), "--recibo", str(entrega / "recibo.json"))
    hecho = _informar(orden, entrega, sale, "md")
    assert list(hecho["archivos"]) == ["plan.yaml"]
    (entrega / "recibo.json").write_text("{}", "utf-8")
    codigo, dicho, _ = _repetir(orden, entrega, sale)
    assert codigo == 0 and "recibo.json" not in dicho


# -- las respuestas del municipio -------------------------------------------------------------------


def _respondido(orden: Corrida, entrega: Path, sale: Path, texto: str) -> Path:
    """El libro de la primera ronda, con una respuesta a su primer hallazgo."""
    archivo = sale / "respondido.xlsx"
    orden("informe", str(entrega), "--formato", "xlsx", "-o", str(archivo), "--reemplazar")
    libro = load_workbook(archivo)
    hoja = libro["Hallazgos"]
    columna = next(c.column for c in hoja[1] if c.value == RESPUESTA)
    hoja.cell(2, columna).value = texto
    libro.save(archivo)
    return archivo


def test_la_respuesta_llega_al_informe_siguiente_y_se_repite_con_su_recibo(
    orden: Corrida, entrega: Path, sale: Path, tmp_path: Path
) -> None:
    libro = _respondido(orden, entrega, sale, "Va en el tomo 2")
    hecho = _informar(orden, entrega, sale, "docx,xlsx,json", "--respuestas", str(libro))
    assert hecho["pedido"]["respuestas"]["nombre"] == "respondido.xlsx"
    respuestas = json.loads((sale / "oficio.json").read_text("utf-8"))["respuestas"]
    assert [r["texto"] for r in respuestas] == ["Va en el tomo 2"]
    dichas = [f["Respuesta anterior"] for f in filas((sale / "oficio.xlsx").read_bytes(), "Hallazgos")]
    assert dichas.count("Va en el tomo 2") == 1
    assert "Respuesta del municipio: Va en el tomo 2" in parrafos((sale / "oficio.docx").read_bytes())
    assert _repetir(orden, entrega, sale)[::2] == (0, "")
    _respondido(orden, entrega, sale, "Va en el tomo 3")
    codigo, dicho, _ = _repetir(orden, entrega, sale, "--formato", "json")
    assert codigo == 1 and ("cambió", "el libro de respuestas", "respondido.xlsx") in _diferencias(dicho)
    libro.rename(tmp_path / "guardado.xlsx")
    codigo, _, quejas = _repetir(orden, entrega, sale)
    assert codigo == 2 and "el libro de respuestas `respondido.xlsx` no está junto a" in quejas


def test_lo_que_se_lee_no_se_pisa_ni_pidiendolo(orden: Corrida, entrega: Path, sale: Path) -> None:
    libro = _respondido(orden, entrega, sale, "Va en el tomo 2")
    (entrega / "aceptaciones.yaml").write_text(FIRMADA, "utf-8")
    antes = {a: a.read_bytes() for a in (libro, entrega / "plan.yaml", entrega / "aceptaciones.yaml")}
    plan, encima = str(entrega / "plan.yaml"), ("--reemplazar", "--respuestas", str(libro))
    for pedido in (
        ("informe", plan, "--formato", "xlsx", "-o", str(libro), *encima),
        ("informe", plan, "--formato", "md", "-o", str(entrega / "aceptaciones.yaml"), *encima),
        ("informe", plan, "--formato", "md", "-o", str(sale / "x.md"), "--recibo", str(libro), *encima),
    ):
        codigo, _, quejas = orden(*pedido)
        assert codigo == 2 and "PLO-D473" in quejas, pedido
    _informar(orden, entrega, sale, "md")
    codigo, _, quejas = _repetir(orden, entrega, sale, "-o", plan)
    assert codigo == 2 and "PLO-D473" in quejas
    assert {a: a.read_bytes() for a in antes} == antes


def test_repetir_no_calla_un_archivo_que_el_recibo_no_anota(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    _informar(orden, entrega, sale, "md")
    for opcion in ("--respuestas", "--plantilla"):
        codigo, _, quejas = _repetir(orden, entrega, sale, opcion, str(sale / "otro"))
        assert codigo == 2 and f"con `{opcion}`, y el recibo no anota ninguno" in quejas


def test_lo_que_no_es_un_libro_se_rechaza_y_no_deja_nada(orden: Corrida, entrega: Path, sale: Path) -> None:
    destino = sale / "x.md"
    pedido = ("informe", str(entrega), "--formato", "md", "-o", str(destino))
    codigo, _, quejas = orden(*pedido, "--respuestas", str(entrega / "plan.yaml"))
    assert codigo == 2 and "error[PLO-L1" in quejas and not destino.exists()


# -- recibos de antes y retocados ------------------------------------------------------------------


def _como_antes(hecho: Any) -> Any:
    """El mismo recibo, como lo escribía la primera versión."""
    pedido = {
        c: v
        for c, v in hecho["pedido"].items()
        if c not in {"plan_leido", "idioma", "formatos", "plantilla", "respuestas"}
    }
    herramienta = {c: v for c, v in hecho["herramienta"].items() if c != "archivos"}
    herramienta["bibliotecas"] = {n: v for n, v in herramienta["bibliotecas"].items() if n != "zlib"}
    viejo = {c: v for c, v in hecho.items() if c != "salidas"}
    return viejo | {"formato": "plomada.recibo/1", "pedido": pedido, "herramienta": herramienta}


def test_un_recibo_viejo_sigue_valiendo_y_no_inventa_cambios(
    orden: Corrida, entrega: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recibo = entrega / "recibo.json"
    orden("evaluar", str(entrega), "--recibo", str(recibo))
    viejo = _como_antes(json.loads(recibo.read_text("utf-8")))
    viejo["archivos"]["recibo.json"] = "el de otra corrida"
    recibo.write_text(json.dumps(viejo), "utf-8")
    codigo, dicho, quejas = orden("repetir", str(recibo))
    assert (codigo, quejas) == (0, "") and "da los mismos bytes" in dicho and "cambió" not in dicho
    assert "PLO-D475" in orden("repetir", str(recibo.rename(entrega.parent / "r.json")))[2]
    monkeypatch.setattr(versiones.zlib, "ZLIB_RUNTIME_VERSION", "9.9")
    orden("evaluar", str(entrega), "--recibo", str(recibo))
    monkeypatch.undo()
    assert "cambió la versión de zlib: antes 9.9" in orden("repetir", str(recibo))[1]


@pytest.mark.parametrize(
    ("campo", "valor", "codigo"),
    [
        ("plantilla", {"nombre": "../m.docx", "huella": ""}, "PLO-D469"),
        ("plantilla", {"nombre": "", "huella": ""}, "PLO-D469"),
        ("respuestas", {"nombre": "../r.xlsx", "huella": ""}, "PLO-D469"),
        ("plan_leido", "../plan.yaml", "PLO-D469"),
        ("idioma", "fr", "PLO-D468"),
        ("formatos", ["md", "html"], "PLO-D468"),
        ("formatos", [], "PLO-D468"),
    ],
)
def test_un_recibo_de_informe_retocado_no_sirve(
    orden: Corrida, entrega: Path, sale: Path, campo: str, valor: object, codigo: str
) -> None:
    hecho = _informar(orden, entrega, sale, "md")
    hecho["pedido"][campo] = valor
    (sale / "recibo.json").write_text(json.dumps(hecho), "utf-8")
    salida = _repetir(orden, entrega, sale)
    assert salida[:2] == (2, "") and codigo in salida[2]


def test_un_formato_que_no_se_sabe_escribir_se_dice_y_los_demas_se_rehacen(
    orden: Corrida, entrega: Path, sale: Path
) -> None:
    hecho = _informar(orden, entrega, sale, "md")
    hecho["pedido"]["formatos"] = ["md", "pdf"]
    hecho["salidas"]["pdf"] = {"archivo": "i.pdf", "huella": "x"}
    (sale / "recibo.json").write_text(json.dumps(hecho), "utf-8")
    codigo, dicho, quejas = _repetir(orden, entrega, sale)
    assert codigo == 2 and "PLO-D468" in quejas and "`pdf`" in quejas
    assert "Da los mismos bytes: md" in dicho and "falla de la herramienta" not in dicho


# -- el README -------------------------------------------------------------------------------------


def test_la_secuencia_del_readme_funciona_copiada_tal_cual(
    orden: Corrida, entrega: Path, sale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sale)
    shutil.copytree(entrega, "mi-plan")
    lineas = (RAIZ / "README.md").read_text("utf-8").splitlines()
    pedidas = [shlex.split(n, comments=True)[1:] for n in lineas if n.startswith("plomada ")]
    del_recibo = [p for p in pedidas if "--recibo" in p or p[0] == "repetir"]
    codigos = [(p[0], orden(*p)[0]) for p in del_recibo]
    assert codigos == [("evaluar", 1), ("repetir", 0), ("informe", 1), ("repetir", 0)]

"""La carpeta de la entrega: cuál archivo manda, qué falta, qué sobra y qué rutas no se admiten."""

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from plomada.cargadores.carpeta import inventariar, normalizar
from plomada.cargadores.plan import PlanCargado, cargar_plan
from plomada.diagnosticos.diagnostico import Lectura
from tests.cargadores.libro.apoyo import PLAN, Filas, libro

MINIMO = "plan: {clase: EOT, tramite: plan_nuevo}\n"
CON_VISION = MINIMO + "municipio: {area: 10 ha}\n"
LIBRO_CON_AREA: dict[str, Filas] = {"Plan": PLAN, "Municipio": (("dato", "valor"), ("area", "10 ha"))}


def poner(carpeta: Path, yaml: str | None = None, xlsx: dict[str, Filas] | None = None) -> Path:
    if yaml is not None:
        (carpeta / "plan.yaml").write_text(yaml, "utf-8")
    if xlsx is not None:
        (carpeta / "plan.xlsx").write_bytes(libro(xlsx))
    return carpeta


def codigos(leido: Lectura[PlanCargado]) -> list[str]:
    return [d.codigo for d in leido.diagnosticos]


# -- cuál manda


def test_si_solo_hay_uno_ese_manda(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    del_yaml = cargar_plan(poner(tmp_path / "a", yaml=CON_VISION))
    del_libro = cargar_plan(poner(tmp_path / "b", xlsx=LIBRO_CON_AREA))
    assert del_yaml.valor is not None and del_libro.valor is not None
    assert (del_yaml.valor.archivo, del_libro.valor.archivo) == ("plan.yaml", "plan.xlsx")
    assert (
        del_yaml.valor.plan == del_libro.valor.plan and del_yaml.diagnosticos == del_libro.diagnosticos == ()
    )


def test_si_dicen_lo_mismo_se_usa_el_yaml_y_se_avisa(tmp_path: Path) -> None:
    leido = cargar_plan(poner(tmp_path, CON_VISION, LIBRO_CON_AREA))
    assert leido.valor is not None and leido.valor.archivo == "plan.yaml"
    assert codigos(leido) == ["PLO-L143"] and not leido.tiene_errores


@pytest.mark.parametrize(
    ("yaml", "xlsx", "usado"),
    [
        (MINIMO, LIBRO_CON_AREA, "plan.xlsx"),
        (CON_VISION, {"Plan": PLAN}, "plan.yaml"),
        ("plan: {clase: POT, tramite: plan_nuevo}\n", LIBRO_CON_AREA, "plan.xlsx"),
    ],
)
def test_el_que_esta_sin_llenar_no_estorba(
    yaml: str, xlsx: dict[str, Filas], usado: str, tmp_path: Path
) -> None:
    leido = cargar_plan(poner(tmp_path, yaml, xlsx))
    assert leido.valor is not None and leido.valor.archivo == usado
    assert codigos(leido) == ["PLO-L143"] and f"se usó `{usado}`" in leido.diagnosticos[0].mensaje


@pytest.mark.parametrize(
    ("yaml", "difieren"),
    [
        (CON_VISION.replace("10 ha", "11 ha"), "`municipio.area`"),
        (MINIMO + "fines: {objetivos: [{id: O1}]}\n", "`fines.objetivos[O1].id` y `municipio.area`"),
    ],
)
def test_si_no_dicen_lo_mismo_se_rechaza_y_se_dice_en_que(yaml: str, difieren: str, tmp_path: Path) -> None:
    leido = cargar_plan(poner(tmp_path, yaml, LIBRO_CON_AREA))
    assert leido.valor is None and codigos(leido) == ["PLO-L142"]
    assert difieren in leido.diagnosticos[0].mensaje


def test_dos_sin_llenar_que_se_contradicen_se_rechazan(tmp_path: Path) -> None:
    leido = cargar_plan(poner(tmp_path, "plan: {clase: POT, tramite: plan_nuevo}\n", {"Plan": PLAN}))
    assert codigos(leido) == ["PLO-L142"] and "`plan.clase`" in leido.diagnosticos[0].mensaje


def test_si_uno_de_los_dos_esta_mal_no_se_usa_el_otro_en_silencio(tmp_path: Path) -> None:
    poner(tmp_path, CON_VISION)
    (tmp_path / "plan.xlsx").write_bytes(b"roto")
    leido = cargar_plan(tmp_path)
    assert leido.valor is None and codigos(leido) == ["PLO-L130"]


@pytest.mark.parametrize("nombre", ["Plan.xlsx", "plan.yml", "PLAN.XLSX", "plan.xlsm", "plan.ods"])
def test_un_nombre_parecido_se_sugiere(nombre: str, tmp_path: Path) -> None:
    (tmp_path / nombre).write_bytes(b"x")
    (d,) = cargar_plan(tmp_path).diagnosticos
    assert d.codigo == "PLO-L101" and nombre in d.ayuda


# -- lo que falta y lo que sobra


def con_documento(carpeta: Path, archivo: str) -> Lectura[PlanCargado]:
    escrito = archivo.replace("\\", "\\\\").replace('"', '\\"')
    return cargar_plan(poner(carpeta, MINIMO + f'documentos: [{{id: D1, archivo: "{escrito}"}}]\n'))


@pytest.mark.parametrize(
    ("archivo", "escrito"),
    [
        ("dts.pdf", "dts.pdf"),
        ("anexos/plano único 1.pdf", "anexos/plano único 1.pdf"),
        ("anexos/plano único 1.pdf", "anexos\\plano único 1.pdf"),
        ("anexos/a.pdf", "./anexos//a.pdf"),
        (unicodedata.normalize("NFD", "diagnóstico.pdf"), unicodedata.normalize("NFC", "diagnóstico.pdf")),
        (unicodedata.normalize("NFC", "diagnóstico.pdf"), unicodedata.normalize("NFD", "diagnóstico.pdf")),
    ],
)
def test_un_documento_que_esta_no_da_avisos(archivo: str, escrito: str, tmp_path: Path) -> None:
    (tmp_path / archivo).parent.mkdir(exist_ok=True)
    (tmp_path / archivo).write_bytes(b"x")
    leido = con_documento(tmp_path, escrito)
    assert leido.valor is not None and leido.diagnosticos == ()


@pytest.mark.parametrize(
    ("hay", "escrito", "sugiere"),
    [
        ("Diagnostico.pdf", "diagnóstico.pdf", "se llama `Diagnostico.pdf`"),
        ("DTS.PDF", "dts.pdf", "se llama `DTS.PDF`"),
        ("documento-tecnico.pdf", "documento-tecnicos.pdf", "documento-tecnico.pdf"),
        ("otra-cosa.docx", "dts.pdf", "agréguelo a la entrega"),
    ],
)
def test_un_documento_que_falta_se_avisa_con_lo_que_se_le_parece(
    hay: str, escrito: str, sugiere: str, tmp_path: Path
) -> None:
    (tmp_path / hay).write_bytes(b"x")
    leido = con_documento(tmp_path, escrito)
    assert leido.valor is not None and sorted(codigos(leido)) == ["PLO-L144", "PLO-L145"]
    falta = next(d for d in leido.diagnosticos if d.codigo == "PLO-L144")
    assert sugiere in falta.ayuda and falta.tramo is not None and falta.tramo.linea == 2


@pytest.mark.parametrize(
    "ruta",
    [
        "../x.pdf",
        "a/../../x.pdf",
        "/etc/passwd",
        "C:\\x.pdf",
        "c:x.pdf",
        "\\\\servidor\\x.pdf",
        "~/x.pdf",
        "a/..",
    ],
)
def test_una_ruta_que_sale_de_la_carpeta_es_un_error(ruta: str, tmp_path: Path) -> None:
    leido = con_documento(tmp_path, ruta)
    assert leido.valor is None and codigos(leido) == ["PLO-L146"]
    assert normalizar(ruta) is None


def test_un_enlace_que_sale_de_la_carpeta_es_un_error(tmp_path: Path) -> None:
    entrega = tmp_path / "entrega"
    entrega.mkdir()
    (tmp_path / "secreto.pdf").write_bytes(b"x")
    (entrega / "dts.pdf").symlink_to(tmp_path / "secreto.pdf")
    assert codigos(con_documento(entrega, "dts.pdf")) == ["PLO-L146"]
    assert inventariar(entrega).archivos == ()


def test_un_enlace_que_gira_no_deja_esperando(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path)
    (tmp_path / "b.pdf").symlink_to("b.pdf")
    assert cargar_plan(poner(tmp_path, MINIMO)).valor is not None


def test_lo_del_sistema_y_lo_de_la_herramienta_no_sobra(tmp_path: Path) -> None:
    for nombre in (".DS_Store", "Thumbs.db", "~$plan.xlsx", ".~lock.plan.xlsx#", "desktop.ini", "LEEME.md",
                   "lectura.yaml", "comprobacion.yaml", "aceptaciones.yaml", "recibo.json"):  # fmt: skip
        (tmp_path / nombre).write_bytes(b"x")
    for carpeta in (".git", "__MACOSX"):
        (tmp_path / carpeta).mkdir()
        (tmp_path / carpeta / "x.pdf").write_bytes(b"x")
    assert cargar_plan(poner(tmp_path, MINIMO)).diagnosticos == ()


def test_lo_que_nadie_cita_se_nombra_uno_por_uno(tmp_path: Path) -> None:
    (tmp_path / "anexos").mkdir()
    for nombre in ("suelto.pdf", "anexos/otro.docx", "anexos/plan.yaml"):
        (tmp_path / nombre).write_bytes(b"x")
    leido = cargar_plan(poner(tmp_path, MINIMO))
    assert leido.valor is not None and set(codigos(leido)) == {"PLO-L145"}
    assert sorted(str(d.tramo).split(":")[0] for d in leido.diagnosticos) == [
        "anexos/otro.docx", "anexos/plan.yaml", "suelto.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize(("sobran", "avisos"), [(200, 200), (201, 201), (230, 201)])
def test_una_carpeta_llena_no_llena_el_informe_pero_se_cuenta(
    sobran: int, avisos: int, tmp_path: Path
) -> None:
    for i in range(sobran):
        (tmp_path / f"{i:03}.pdf").write_bytes(b"x")
    leido = cargar_plan(poner(tmp_path, MINIMO))
    assert len(leido.diagnosticos) == avisos
    resto = [d.mensaje for d in leido.diagnosticos if "archivos más" in d.mensaje]
    assert resto == ([f"hay {sobran - 200} archivos más que el plan no usa"] if sobran > 200 else [])


def test_la_cartografia_se_inventaria_con_su_huella_y_se_dice_que_no_se_lee(tmp_path: Path) -> None:
    (tmp_path / "planos").mkdir()
    for nombre in (
        "planos/suelo.gpkg",
        "planos/v.shp",
        "planos/v.dbf",
        "planos/v.shx",
        "base.GeoJSON",
        "x.xtf",
    ):
        (tmp_path / nombre).write_bytes(nombre.encode())
    (tmp_path / "g.gdb").mkdir()
    (tmp_path / "g.gdb" / "a0001.gdbtable").write_bytes(b"x")
    capas = {a.ruta: a.huella for a in inventariar(tmp_path).archivos if a.es_cartografia}
    assert set(capas) == {"planos/suelo.gpkg", "planos/v.shp", "base.GeoJSON", "x.xtf", "g.gdb"}
    assert capas["planos/v.shp"] == hashlib.sha256(b"planos/v.shp").hexdigest()
    leido = cargar_plan(poner(tmp_path, MINIMO))
    assert leido.valor is not None and len(leido.diagnosticos) == len(capas)
    assert all(
        "no se lee en esta versión" in d.mensaje and "SHA-256" in d.mensaje for d in leido.diagnosticos
    )


def test_un_plano_citado_que_falta_tambien_se_avisa(tmp_path: Path) -> None:
    leido = cargar_plan(poner(tmp_path, MINIMO + "cartografia: [{id: C1, archivo: p.pdf}]\n"))
    assert codigos(leido) == ["PLO-L144"] and "cartografia[C1].archivo" in leido.diagnosticos[0].mensaje


def test_en_un_libro_el_aviso_lleva_la_celda(tmp_path: Path) -> None:
    poner(tmp_path, xlsx={"Plan": PLAN, "Documentos": (("id", "archivo"), ("D1", "dts.pdf"))})
    (d,) = cargar_plan(tmp_path).diagnosticos
    assert str(d.tramo) == "plan.xlsx!Documentos!B2"


def test_nada_depende_del_orden_en_que_el_disco_entrega_los_nombres(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nombre in ("b.pdf", "a.pdf", "c.pdf"):
        (tmp_path / nombre).write_bytes(b"x")
    antes = cargar_plan(poner(tmp_path, MINIMO)).diagnosticos
    de_verdad = os.walk
    monkeypatch.setattr(os, "walk", lambda r: ((c, h[::-1], n[::-1]) for c, h, n in de_verdad(r)))
    assert cargar_plan(tmp_path).diagnosticos == antes


@pytest.mark.parametrize(
    "nombre", ["=CMD().pdf", "<script>.pdf", "a\nb.pdf", "\u202efdp.pdf", "x" * 200 + ".pdf"]
)
def test_un_nombre_hostil_se_cita_en_una_linea(nombre: str, tmp_path: Path) -> None:
    (tmp_path / nombre).write_bytes(b"x")
    (d,) = cargar_plan(poner(tmp_path, MINIMO)).diagnosticos
    assert d.codigo == "PLO-L145" and "\n" not in d.mensaje and len(d.mensaje) < 200

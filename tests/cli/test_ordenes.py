"""Cada orden hace lo que dice, termina con su código y muestra los problemas como diagnósticos."""

import json
import re
from pathlib import Path

import pytest

from plomada import __version__, aplicacion
from plomada.cli.ayuda import NOMBRES_DE_AYUDA
from plomada.cli.principal import ORDENES, correr
from tests.cli.apoyo import RAIZ
from tests.cli.conftest import Corrida

NOMBRES = [o.__name__ for o in ORDENES]
BIEN = ("411 ha", "410 ha")


def _cambiar(archivo: Path, antes: str, despues: str) -> None:
    texto = archivo.read_text("utf-8")
    assert antes in texto
    archivo.write_text(texto.replace(antes, despues), "utf-8")


# -- evaluar ---------------------------------------------------------------------------------------


def test_evaluar_un_plan_que_incumple_termina_en_uno(orden: Corrida, datos: Path) -> None:
    codigo, dicho, quejas = orden("evaluar", str(datos / "plan.yaml"))
    assert (codigo, quejas) == (1, "")
    assert "Lo que hay que corregir (1)" in dicho
    assert "411 ha (`suelo.perimetro_urbano.area`, plan.yaml:4:28)" in " ".join(dicho.split())


def test_evaluar_acepta_la_carpeta_de_la_entrega(orden: Corrida, datos: Path, tmp_path: Path) -> None:
    entrega = tmp_path / "entrega"
    entrega.mkdir()
    (entrega / "plan.yaml").write_bytes((datos / "plan.yaml").read_bytes())
    assert orden("evaluar", str(entrega))[1] == orden("evaluar", str(datos / "plan.yaml"))[1]
    (entrega / "suelto.pdf").write_bytes(b"x")
    assert "PLO-L145" in orden("evaluar", str(entrega))[1]


def test_evaluar_un_plan_que_cumple_termina_en_cero(orden: Corrida, datos: Path) -> None:
    _cambiar(datos / "plan.yaml", *BIEN)
    assert orden("evaluar", str(datos))[0] == 0


def test_evaluar_un_plan_con_datos_que_faltan_termina_en_cuatro(orden: Corrida, datos: Path) -> None:
    _cambiar(datos / "plan.yaml", *BIEN)
    _cambiar(datos / "plan.yaml", "costo: 5 COP", "nombre: x")
    codigo, dicho, _ = orden("evaluar", str(datos))
    assert codigo == 4
    assert "no todo quedó decidido" in dicho


def test_evaluar_un_plan_mal_escrito_termina_en_dos_y_muestra_la_linea(orden: Corrida, datos: Path) -> None:
    _cambiar(datos / "plan.yaml", "perimetro_urbano", "perimetro_hurbano")
    codigo, dicho, quejas = orden("evaluar", str(datos))
    assert (codigo, dicho) == (2, "")
    assert quejas.startswith("error[PLO-D")
    assert " 4 |   perimetro_hurbano: {area: 411 ha}" in quejas


def test_una_regla_que_falla_termina_en_tres_y_se_ve(
    orden: Corrida, datos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plomada.evaluacion import ejecutar

    def romper(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ejecutar, "decidir", romper)
    codigo, dicho, _ = orden("evaluar", str(datos))
    assert codigo == 3
    assert "Falló la herramienta (no es un defecto del plan) (2)" in dicho


def test_sin_fecha_de_radicacion_se_pide_y_con_fecha_se_usa(orden: Corrida, datos: Path) -> None:
    _cambiar(datos / "plan.yaml", "radicado: 2022-02-01", "acta: 2022-02-01")
    codigo, _, quejas = orden("evaluar", str(datos))
    assert codigo == 2 and "error[PLO-D450]" in quejas
    codigo, dicho, _ = orden("evaluar", str(datos), "--fecha", "2021-03-04")
    assert codigo == 1 and "4 de marzo de 2021 (la fecha pedida con --fecha)" in dicho


def test_el_perfil_oculta_pero_no_cambia_el_codigo_ni_los_totales(orden: Corrida, datos: Path) -> None:
    hechos = {
        p: orden("evaluar", str(datos), "--perfil", p, "--formato", "json")
        for p in ("juridico", "consultoria", "concertación")
    }
    assert {codigo for codigo, _, _ in hechos.values()} == {1}
    leidos = [json.loads(dicho) for _, dicho, _ in hechos.values()]
    assert [x["totales"] for x in leidos] == [leidos[0]["totales"]] * 3
    assert [len(x["reglas"]) for x in leidos] == [2, 2, 1]
    assert leidos[2]["oculto"]["hallazgos"] == 1


def test_el_informe_guardado_es_igual_al_mostrado_y_no_dice_donde_esta(
    orden: Corrida, datos: Path, tmp_path: Path
) -> None:
    destino = tmp_path / "informe.json"
    codigo, dicho, _ = orden("evaluar", str(datos), "--formato", "json", "-o", str(destino))
    assert (codigo, dicho) == (1, "Informe guardado en informe.json.\n")
    assert destino.read_text("utf-8") == orden("evaluar", str(datos), "--formato", "json")[1]
    assert str(tmp_path) not in destino.read_text("utf-8")


def test_si_no_se_puede_guardar_se_dice(orden: Corrida, datos: Path, tmp_path: Path) -> None:
    codigo, _, quejas = orden("evaluar", str(datos), "-o", str(tmp_path / "no" / "esta.txt"))
    assert codigo == 2
    assert "error[PLO-L206]: no se pudo escribir `esta.txt`" in quejas
    assert "no existe" in quejas


# -- explicar y reglas -----------------------------------------------------------------------------


def test_explicar_una_regla_da_su_pagina(orden: Corrida) -> None:
    codigo, dicho, _ = orden("explicar", "perimetro-mayor")
    assert codigo == 0
    for parte in (
        "El perímetro urbano no es mayor que el de servicios",
        "El perímetro urbano cabe en el de servicios.",
        "J-1: Ley 7 de 2000, artículo 31 (rige desde el 1 de enero de 2000).",
        "Aplica a: POT, PBOT y EOT",
        "Exige: suelo.perimetro_urbano.area <= suelo.perimetro_servicios.area",
        "Casos (3)",
        "«mayor» → no cumple",
        "Revisada por: sin revisar",
    ):
        assert parte in dicho
    assert "En este plan" not in dicho


def test_explicar_con_un_plan_da_tambien_su_resultado_con_todos_los_datos(
    orden: Corrida, datos: Path
) -> None:
    _, dicho, _ = orden("explicar", "perimetro-mayor", str(datos))
    assert "En este plan" in dicho
    assert "410 ha (`suelo.perimetro_servicios.area`, plan.yaml:5:31)" in " ".join(dicho.split())


def test_explicar_un_requisito_dice_que_reglas_lo_revisan(orden: Corrida) -> None:
    _, dicho, _ = orden("explicar", "j-2")
    assert "J-2: Ley 7 de 2000, artículo 9, literal a" in dicho
    assert "Estado: parcial. no mira si el costo es razonable" in dicho
    assert "Reglas: proyecto-sin-costo" in dicho


def test_explicar_un_codigo_no_necesita_reglas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert correr(["--datos", str(tmp_path), "explicar", "plo-d450"]) == 0
    assert capsys.readouterr().out.startswith("PLO-D450: ")


@pytest.mark.parametrize("nombre", ["perimetro-menor", "PLO-D45"])
def test_explicar_lo_que_no_existe_sugiere(orden: Corrida, nombre: str) -> None:
    codigo, _, quejas = orden("explicar", nombre)
    assert codigo == 2
    assert "error[PLO-N240]" in quejas and "¿quiso decir" in quejas


@pytest.mark.parametrize(
    ("filtro", "esperadas"),
    [
        ((), ["perimetro-mayor", "proyecto-sin-costo"]),
        (("--analisis", "articulación"), ["proyecto-sin-costo"]),
        (("--componente", "general"), ["perimetro-mayor"]),
        (("--clase", "eot"), ["perimetro-mayor", "proyecto-sin-costo"]),
        (("--norma", "ley 7"), ["perimetro-mayor", "proyecto-sin-costo"]),
        (("--norma", "ley-de-juguete", "--articulo", "9"), ["proyecto-sin-costo"]),
        (("--articulo", "31", "--analisis", "articulacion"), []),
    ],
)
def test_reglas_lista_y_filtra(orden: Corrida, filtro: tuple[str, ...], esperadas: list[str]) -> None:
    codigo, dicho, _ = orden("reglas", *filtro, "--formato", "json")
    assert codigo == 0
    assert [r["regla"] for r in json.loads(dicho)] == esperadas


def test_un_filtro_que_ninguna_regla_tiene_no_da_una_lista_vacia(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("reglas", "--analisis", "coerencia", "--norma", "ley 2")
    assert (codigo, dicho) == (2, "")
    assert "¿quiso decir `coherencia`?" in quejas
    assert "el registro no tiene la norma `ley 2`" in quejas


def test_mostrar_codigo_ensena_solo_lo_de_esa_regla_y_es_python(orden: Corrida) -> None:
    codigo, dicho, _ = orden("reglas", "--mostrar-codigo", "perimetro-mayor")
    assert codigo == 0
    compile(dicho, "generado", "exec")
    assert re.findall(r"^def (\w+)", dicho, re.MULTILINE) == ["r0", "d0", "m0"]
    assert "perimetro_servicios" in dicho and "proyectos" not in dicho
    usadas = set(re.findall(r"\b[A-Z]\d+\b", dicho))
    assert usadas == set(re.findall(r"^([A-Z]\d+) =", dicho, re.MULTILINE))


# -- taller ----------------------------------------------------------------------------------------


def test_probar_corre_los_casos(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("probar")
    assert (codigo, quejas) == (0, "")
    assert dicho == "2 reglas, 6 casos, 4 de 4 condiciones ejercidas: todo bien.\n"


def test_probar_una_sola_regla(orden: Corrida) -> None:
    assert orden("probar", "perimetro-mayor")[1].startswith("1 reglas, 3 casos,")
    codigo, _, quejas = orden("probar", "perimetro-menor")
    assert codigo == 2 and "¿quiso decir `perimetro-mayor`?" in quejas


def test_probar_dice_que_caso_falla(orden: Corrida, datos: Path) -> None:
    _cambiar(
        datos / "reglas/suelo/suelo.regla",
        'espera no cumple\n  caso "sin datos"',
        'espera cumple\n  caso "sin datos"',
    )
    codigo, dicho, quejas = orden("probar", "perimetro-mayor")
    assert codigo == 1
    assert "error[PLO-P110]" in quejas
    assert dicho.endswith("por corregir.\n")


def test_probar_con_mutantes_los_cuenta(orden: Corrida) -> None:
    codigo, dicho, quejas = orden("probar", "--mutar", "perimetro-mayor")
    assert codigo == 1
    assert "mutantes detectados" in dicho and "PLO-P120" in quejas


def test_formatear_revisa_sin_escribir_y_despues_escribe(orden: Corrida, datos: Path) -> None:
    archivo = datos / "reglas/suelo/suelo.regla"
    antes = archivo.read_text("utf-8")
    codigo, dicho, _ = orden("formatear", "--revisar")
    assert (codigo, archivo.read_text("utf-8")) == (1, antes)
    assert "cambiaría: reglas/suelo/suelo.regla" in dicho
    assert orden("formatear")[0] == 0
    assert "Ley 7 de 2000, artículo 31" in archivo.read_text("utf-8")
    assert orden("formatear", "--revisar")[:2] == (0, "0 por formatear de 1 archivos.\n")
    assert orden("probar")[0] == 0


def test_formatear_deja_intacto_lo_que_no_se_puede_leer(orden: Corrida, datos: Path) -> None:
    roto = datos / "roto.regla"
    roto.write_text("regla a\n  titulo sin comillas (\nfin regla\n", "utf-8")
    codigo, _, quejas = orden("formatear", str(roto), str(datos / "no-esta.regla"))
    assert codigo == 2
    assert "PLO-S" in quejas and "error[PLO-L207]: no se pudo leer `no-esta.regla`: no existe" in quejas
    assert roto.read_text("utf-8") == "regla a\n  titulo sin comillas (\nfin regla\n"


def test_lint_termina_en_1_con_advertencias_y_en_2_con_errores(orden: Corrida, datos: Path) -> None:
    codigo, dicho, quejas = orden("lint")
    assert codigo == 1
    assert "advertencia[PLO-V445]" in quejas and "sin revisar por un jurista" in dicho
    regla = datos / "reglas/suelo/suelo.regla"
    _cambiar(regla, "<= suelo.perimetro_servicios.area", "<= suelo.perimetro_urbano.area")
    codigo, _, quejas = orden("lint")
    assert codigo == 2 and "error[PLO-N230]" in quejas


@pytest.mark.parametrize("de", ["plan", "informe"])
def test_esquema_escribe_un_json_schema(orden: Corrida, de: str) -> None:
    codigo, dicho, _ = orden("esquema", de)
    assert codigo == 0
    assert json.loads(dicho)["$schema"].startswith("https://json-schema.org/")


def test_reglas_mal_escritas_terminan_en_dos_con_su_linea(orden: Corrida, datos: Path) -> None:
    _cambiar(
        datos / "reglas/suelo/suelo.regla",
        "suelo.perimetro_servicios.area\n  falla",
        "suelo.perimetro_servisios\n  falla",
    )
    codigo, _, quejas = orden("evaluar", str(datos))
    assert codigo == 2
    assert "reglas/suelo/suelo.regla:8:" in quejas
    assert " 8 |   exige        suelo.perimetro_urbano.area <= suelo.perimetro_servisios" in quejas


# -- cómo se escribe una orden ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argumentos", "codigo", "frase"),
    [
        (["evalua", "x"], "PLO-L201", "¿quiso decir `evaluar`?"),
        (["evaluar", "x", "--prefil", "y"], "PLO-L202", "¿quiso decir `--perfil`?"),
        (
            ["evaluar", "x", "--perfil", "todos"],
            "PLO-L203",
            "se admite concertacion, consultoria, juridico o radicacion",
        ),
        (["evaluar", "x", "--formato", "jsn"], "PLO-L203", "¿quiso decir `json`?"),
        (["evaluar", "x", "--fecha", "2024-02-30"], "PLO-L203", "no existe en el calendario"),
        (["evaluar"], "PLO-L204", "le falta `<plan.yaml|plan.xlsx|carpeta>`"),
        (["evaluar", "x", "--fecha"], "PLO-L204", "a la opción `--fecha` le falta su valor"),
        (["evaluar", "x", "y"], "PLO-L205", "plomada evaluar --ayuda"),
        (["esquema", "otro"], "PLO-L203", "se admite informe o plan"),
    ],
)
def test_una_orden_mal_escrita_se_explica_en_espanol(
    orden: Corrida, argumentos: list[str], codigo: str, frase: str
) -> None:
    salida, dicho, quejas = orden(*argumentos)
    assert (salida, dicho) == (2, "")
    assert f"error[{codigo}]" in quejas and frase in quejas
    assert not {"Usage", "Error:", "Traceback", "Invalid", "Missing"} & set(re.findall(r"\w+:?", quejas))


def test_la_ayuda_esta_en_espanol_y_lista_las_ordenes(capsys: pytest.CaptureFixture[str]) -> None:
    assert correr(["--ayuda"]) == 0
    general = capsys.readouterr().out
    for nombre in NOMBRES:
        assert f"\n  {nombre} " in general
        assert correr([nombre, "--ayuda"]) == 0
        propia = capsys.readouterr().out
        assert propia.startswith(f"Uso: plomada {nombre}")
        assert not {"Usage", "Options", "Show", "default", "required"} & set(
            re.findall(r"\w+", general + propia)
        )


def test_sin_orden_se_muestra_la_ayuda(capsys: pytest.CaptureFixture[str]) -> None:
    assert correr([]) == 0
    assert capsys.readouterr().out.startswith("Uso: plomada")


def test_la_version_se_dice_tambien_desde_typer(capsys: pytest.CaptureFixture[str]) -> None:
    assert correr(["--version"]) == 0
    assert capsys.readouterr().out == f"plomada {__version__}\n"


@pytest.mark.parametrize("nombre", NOMBRES)
def test_toda_orden_esta_en_el_readme(nombre: str) -> None:
    assert f"plomada {nombre}" in (RAIZ / "README.md").read_text("utf-8")


@pytest.mark.parametrize("nombre", NOMBRES)
def test_toda_opcion_tiene_ayuda(nombre: str, capsys: pytest.CaptureFixture[str]) -> None:
    correr([nombre, NOMBRES_DE_AYUDA[0]])
    for linea in capsys.readouterr().out.split("Opciones:")[1].strip().split("\n"):
        assert re.fullmatch(r"\s*-\S.*\s\S+.*\.", linea), linea


# -- cuando algo nuestro falla ---------------------------------------------------------------------


def test_un_fallo_nuestro_termina_en_tres_sin_traza(
    orden: Corrida, datos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def romper(*_: object) -> None:
        raise RuntimeError("secreto")

    monkeypatch.setattr(aplicacion, "cargar_paquete", romper)
    codigo, dicho, quejas = orden("evaluar", str(datos))
    assert (codigo, dicho) == (3, "")
    assert quejas.startswith("error interno: la herramienta falló (RuntimeError).")
    assert "Traceback" not in quejas and "secreto" not in quejas
    codigo, _, quejas = orden("evaluar", str(datos), "--depurar")
    assert codigo == 3 and "Traceback" in quejas and "secreto" in quejas


def test_interrumpir_termina_limpio(orden: Corrida, datos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrumpir(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(aplicacion, "cargar_paquete", interrumpir)
    codigo, _, quejas = orden("evaluar", str(datos))
    assert codigo == 130
    assert quejas.strip() == "Interrumpido."

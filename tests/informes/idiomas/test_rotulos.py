"""Los rótulos salen de un catálogo con las mismas claves y los mismos huecos en todos los idiomas."""

import re
import string
from datetime import date
from pathlib import Path

import pytest

from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.consola import a_consola
from plomada.informes.idiomas.rotulos import ESPANOL, IDIOMAS, rotulos
from plomada.informes.vista import ADVERTENCIA
from plomada.modelo.opciones import Tramite
from plomada.valores.fechas import escribir_fecha
from tests.informes.hechura import informe, resultado, surtido

_MOTOR = Path(__file__).resolve().parents[3] / "motor" / "plomada"
_ESCRITORES = ("informes/consola.py", "informes/resumen.py", "informes/aceptaciones/consola.py")
_PEDIDA = re.compile(
    r"""["']((?:informe|conteo|regimen|limites|seccion|regla|cuenta|aceptaciones|pagina|filtro|en_frase|dibujo"""
    r"""|columna|documento|libro|acta|oficio|lugar)\.[a-z_]+)["']"""
)
_DE_CONSOLA_EN_ESPANOL = (
    "Lo que hay",
    "Suficiencia",
    "No consta (",
    "Requiere concepto (",
    "se leyó ",
    "Norma:",
)


def _huecos(texto: str) -> set[str]:
    return {campo for _, campo, _, _ in string.Formatter().parse(texto) if campo is not None}


@pytest.mark.parametrize("idioma", IDIOMAS)
def test_ninguna_clave_falta_ni_sobra_y_los_huecos_son_los_mismos(idioma: str) -> None:
    base, otro = rotulos(ESPANOL).textos, rotulos(idioma).textos
    assert set(otro) == set(base)
    assert {c: _huecos(t) for c, t in otro.items()} == {c: _huecos(t) for c, t in base.items()}
    assert all(t.strip() for t in otro.values())


def test_todo_rotulo_que_se_pide_esta_en_el_catalogo_y_todo_el_catalogo_se_pide() -> None:
    informes = _MOTOR / "informes"
    fuentes = "".join(
        a.read_text("utf-8") for ext in ("py", "j2") for a in sorted(informes.rglob(f"*.{ext}"))
    )
    pedidas = set(_PEDIDA.findall(fuentes))
    assert len(pedidas) > 30
    assert pedidas <= set(rotulos(ESPANOL).textos)
    por_valor = (
        "conclusion", "gravedad", "veredicto", "matiz", "fuerza", "analisis", "apartado", "origen", "tramite",
        "fecha", "valor", "perfil", "oculto", "nivel", "indice", "corregir", "clase",
        "titulo_de_clase", "entrada_de_clase", "titulo_de_documento",
    )  # fmt: skip
    por_numero = re.compile(r"dibujo\.columna_\d")
    fijas = {
        c
        for c in rotulos(ESPANOL).textos
        if c.partition(".")[0] not in por_valor and not por_numero.fullmatch(c)
    }
    sobran = {c for c in fijas - pedidas if not re.search(rf'["\s]{c.partition(".")[2]}[":]', fuentes)}
    assert sobran == set()


def test_los_escritores_no_traen_frases_propias() -> None:
    """Ninguna constante de los escritores es una frase: las frases están en el catálogo."""
    import ast

    for escritor in _ESCRITORES:
        arbol = ast.parse((_MOTOR / escritor).read_text("utf-8"))
        docs = {
            id(n.body[0].value)
            for n in ast.walk(arbol)
            if isinstance(n, ast.FunctionDef | ast.ClassDef | ast.Module) and isinstance(n.body[0], ast.Expr)
        }
        frases = [
            n.value
            for n in ast.walk(arbol)
            if isinstance(n, ast.Constant)
            and isinstance(n.value, str)
            and id(n) not in docs
            and re.search(r"[a-záéíóúñ]{2,} [a-záéíóúñ]{2,}", n.value)
        ]
        assert frases == [], escritor


def test_el_espanol_dice_lo_mismo_que_los_valores_del_informe() -> None:
    r = rotulos(ESPANOL)
    assert r("informe.advertencia") == ADVERTENCIA
    assert [r.veredicto(v) for v in Veredicto] == [v.value for v in Veredicto]
    assert {t.value: r(f"tramite.{t.value}") for t in Tramite} == {t.value: t.rotulo for t in Tramite}
    assert r.fecha(date(2026, 3, 1)) == escribir_fecha(date(2026, 3, 1))


def test_en_ingles_cambian_los_rotulos_y_no_los_textos_de_la_norma_ni_del_plan() -> None:
    hecho = informe(*surtido(), resultado("con-espacio", "no consta"))
    plano = {i: "\n".join(x.texto for x in a_consola(hecho, 4000, True, rotulos(i))) for i in IDIOMAS}
    assert "What must be corrected" in plano["en"] and "non-compliant · requirement" in plano["en"]
    assert "new plan" in plano["en"] and "15 January 2026" in plano["en"]
    for rotulo in _DE_CONSOLA_EN_ESPANOL:
        assert rotulo not in plano["en"], rotulo
    for texto in ("mensaje de p P1", "Norma de juguete, artículo 1", "plan.yaml:3:1"):
        assert texto in plano["es"] and texto in plano["en"]
    assert [len(re.findall(r"^\[", t, re.MULTILINE)) for t in plano.values()] == [len(hecho.reglas)] * 2


def test_sin_pedir_idioma_la_consola_va_en_espanol() -> None:
    hecho = informe(*surtido())
    assert list(a_consola(hecho)) == list(a_consola(hecho, r=rotulos("es")))
    assert list(a_consola(hecho)) != list(a_consola(hecho, r=rotulos("en")))


@pytest.mark.parametrize(
    ("poblacion", "aplicada", "frase"),
    [
        ("", "POT", "Population is not on record"),
        ("PBOT", "POT", "more demanding than the PBOT"),
        ("POT", "POT", ""),
    ],
)
def test_los_avisos_de_clase_tambien_van_en_ingles(poblacion: str, aplicada: str, frase: str) -> None:
    hecho = informe(resultado("a"), clase_por_poblacion=poblacion, clase_aplicada=aplicada)
    plano = " ".join(x.texto for x in a_consola(hecho, 4000, r=rotulos("en")))
    assert frase in plano and "El plan se declara" not in plano and "No consta la población" not in plano

"""En inglés, los formatos traen los rótulos del catálogo y dejan en español lo que es del plan y la norma."""

import io
import re
from functools import cache

import pytest
from openpyxl import load_workbook

from plomada.cargadores.respuestas import (
    EN_INGLES,
    PLAN_ENTERO_EN_INGLES,
    huella_de_identidad,
    leer_respuestas,
)
from plomada.informes.articulacion.svg import a_svg
from plomada.informes.html.escribir import a_html
from plomada.informes.idiomas.rotulos import rotulos
from plomada.informes.markdown.escribir import a_md
from plomada.informes.oficina.libro import escribir_xlsx, hojas_del_informe
from plomada.informes.oficina.oficio import escribir_docx
from plomada.informes.perfiles import Perfil
from tests.informes.html.paginas import VACIAS, Lectura, informe_con
from tests.informes.oficina.apoyo import parrafos, tablas

_PLAN = "Texto ajeno"
_EN = rotulos("en")
# El porqué de un enlace lo escribe el análisis, en español, y coincide con rótulos del dibujo.
_FRASES_DE_LA_NORMA = frozenset(
    {"no llega a ningún fin", "no se concreta en ningún medio", "que el plan no describe"}
)


@cache
def _propios_del_espanol() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Los rótulos que en inglés se dicen de otro modo: los de una palabra y las frases."""
    pares = [(t, _EN.textos[c]) for c, t in rotulos("es").textos.items() if c != "fecha.meses"]
    dichos = {t for t, en in pares if t != en and t not in _EN.textos.values()}
    trozos = {x.strip(" .:;,()") for t in dichos for x in re.split(r"\{\w+\}", t)}
    frases = tuple(sorted(x for x in trozos if x.count(" ") >= 2))
    return tuple(sorted(t for t in dichos if " " not in t)), frases


class _Marcada(Lectura):
    """Separa los textos que están dentro de `lang="es"` de los demás."""

    def __init__(self, pagina: str) -> None:
        self.idiomas: list[str] = []
        self.afuera: list[str] = []
        self.en_espanol: list[str] = []
        super().__init__(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VACIAS:
            self.idiomas.append(dict(attrs).get("lang") or (self.idiomas[-1] if self.idiomas else ""))
        self.afuera += [v for a, v in attrs if v and a in {"aria-label", "placeholder", "data-frase"}]
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.idiomas.pop()
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if not {"style", "script", "code", "a"} & set(self.abiertas[-1:]):
            destino = self.en_espanol if self.idiomas and self.idiomas[-1] == "es" else self.afuera
            destino.append(data)


def _quedan_en_espanol(textos: list[str]) -> list[str]:
    palabras, frases = _propios_del_espanol()
    enteros = {t.strip(" .:;,()\n").lower() for t in textos}
    junto = "\n".join(textos)
    return [p for p in palabras if p.lower() in enteros] + [f for f in frases if f in junto]


@pytest.mark.parametrize("perfil", [p.value for p in Perfil])
def test_en_la_pagina_en_ingles_no_queda_ningun_rotulo_en_espanol(perfil: str) -> None:
    hecho = informe_con(_PLAN, perfil)
    leida = _Marcada(a_html(hecho, _EN))
    assert (leida.mal_cerradas, leida.abiertas) == ([], [])
    assert next(leida.de("html"))["lang"] == "en"
    assert _quedan_en_espanol(leida.afuera) == []
    assert "What is concluded" in leida.visible and "expert opinion" in leida.visible
    assert (
        len(_quedan_en_espanol([t for _, t in Lectura(a_html(hecho)).textos])) > 25
    )  # la comprobación sí los halla


def test_en_la_pagina_en_ingles_lo_del_plan_y_la_norma_queda_marcado_en_espanol() -> None:
    leida = _Marcada(a_html(informe_con(_PLAN), _EN))
    fuera = "\n".join(
        t
        for t in leida.afuera
        if not t.startswith(("Review of", "Chain of", "Determinants of", f" {_PLAN} ("))
    )
    assert _PLAN not in fuera
    for texto in ("Norma de juguete, artículo 1", _PLAN, "mensaje de p P1", "Corrija."):
        assert texto not in fuera
        assert any(texto in t for t in leida.en_espanol), texto


def test_la_pagina_en_ingles_tiene_la_misma_forma_y_los_mismos_totales() -> None:
    hecho = informe_con(_PLAN)
    es, en = Lectura(a_html(hecho)), Lectura(a_html(hecho, _EN))
    assert en.totales == es.totales
    assert [a.get("id") for _, a in en.etiquetas if "id" in a] == [
        a.get("id") for _, a in es.etiquetas if "id" in a
    ]
    campos = [a["data-campo"] for a in en.de("select")]
    ofrecidos = {t for donde, t in en.textos if donde == "option"}
    reglas = [a for a in en.de("details") if "data-veredicto" in a]
    assert {a[f"data-{c}"] for a in reglas for c in campos} <= ofrecidos
    (filtros,) = en.de("form")
    assert filtros["data-pendientes"].split("|")[1] == "non-compliant"
    assert filtros["data-por-atender"] in ofrecidos


def test_el_dibujo_en_ingles_traduce_leyenda_columnas_y_estados() -> None:
    hecho = informe_con(_PLAN).articulacion
    assert hecho is not None
    dibujo = a_svg(hecho, _EN)
    for texto in ("Objectives (", "broken link: cites what does not exist", "articulated (", "Vision ("):
        assert texto in dibujo, texto
    visibles = re.sub(r'<title lang="es">.*?</title>', "", dibujo)
    assert _quedan_en_espanol(re.findall(r">([^<]+)<", visibles)) == []
    assert a_svg(hecho) == a_svg(hecho, rotulos("es")) != dibujo


def test_el_markdown_en_ingles_no_trae_rotulos_en_espanol_y_dice_lo_mismo() -> None:
    hecho = informe_con(_PLAN)
    es, en = a_md(hecho), a_md(hecho, _EN)
    assert [f for f in _propios_del_espanol()[1] if f in en and f not in _FRASES_DE_LA_NORMA] == []
    for texto in (
        "# Review of the POT of Texto ajeno",
        "## Not on record (1)",
        "| rule |",
        "  - How to fix it:",
    ):
        assert texto in en, texto
    for texto in ("mensaje de p P1", "Norma de juguete, artículo 1"):
        assert en.count(texto) == es.count(texto) > 0


def test_el_libro_en_ingles_no_trae_rotulos_en_espanol_y_cuenta_lo_mismo() -> None:
    hecho = informe_con(_PLAN)
    es, en = hojas_del_informe(hecho, None), hojas_del_informe(hecho, None, _EN)
    assert [h.nombre for h in en][:4] == ["Summary", "Findings", "Acceptances", "Sufficiency"]
    assert [len(h.filas) for h in en] == [len(h.filas) for h in es]
    titulos = [t for h in en for t in (h.nombre, h.titulo, *h.titulos)]
    assert _quedan_en_espanol([*titulos, *(str(f[0]) for f in en[0].filas)]) == []
    numeros = [[c for f in h.filas for c in f if isinstance(c, int)] for h in es]
    assert [[c for f in h.filas for c in f if isinstance(c, int)] for h in en] == numeros


def test_el_libro_en_ingles_vuelve_con_las_respuestas_del_municipio() -> None:
    hecho = informe_con(_PLAN)
    libro = load_workbook(io.BytesIO(escribir_xlsx(hecho, None, _EN)))
    hoja = libro["Findings"]
    titulos = [c.value for c in hoja[1]]
    assert set(EN_INGLES) <= set(titulos)
    assert [
        rotulos("es").textos[c] for c, t in _EN.textos.items() if t in EN_INGLES and c[:5] == "libro"
    ] == [EN_INGLES[t] for c, t in _EN.textos.items() if t in EN_INGLES and c[:5] == "libro"]
    assert _EN("libro.el_plan_entero") == PLAN_ENTERO_EN_INGLES
    hoja.cell(2, titulos.index("Municipality's response") + 1).value = "Se corrige en el artículo 4"
    vuelto = io.BytesIO()
    libro.save(vuelto)
    leidas = leer_respuestas(vuelto.getvalue(), "x.xlsx").valor
    assert leidas is not None
    (unica,) = leidas
    identidades = {h.identidad for r in hecho.reglas for h in r.hallazgos}
    assert unica.texto == "Se corrige en el artículo 4"
    assert unica.identidad in identidades and huella_de_identidad(unica.identidad) == unica.huella


@pytest.mark.parametrize("perfil", [p.value for p in Perfil])
def test_el_documento_en_ingles_no_trae_rotulos_en_espanol_y_dice_lo_mismo(perfil: str) -> None:
    hecho = informe_con(_PLAN, perfil)
    es, en = parrafos(escribir_docx(hecho)), parrafos(escribir_docx(hecho, None, _EN))
    assert len(es) == len(en)
    assert _quedan_en_espanol([t for t in en if t in set(es)]) == []
    assert _quedan_en_espanol([t.partition(":")[0] for t in en]) == []
    for texto in ("mensaje de p P1", "Norma de juguete, artículo 1", "Corrija."):
        assert sum(t.count(texto) for t in en) == sum(t.count(texto) for t in es), texto
    encabezados = [[f[0] for f in tablas(escribir_docx(hecho, None, i))] for i in (None, _EN)]
    assert all(set(a) & set(b) <= {"Total"} for a, b in zip(*encabezados, strict=True))

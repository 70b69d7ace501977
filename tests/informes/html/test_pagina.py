"""La página: bien formada, accesible, cerrada a la red y con todo lo que el informe dice."""

import base64
import hashlib
import re
import time
from pathlib import Path

import pytest

from plomada.informes.html.escribir import a_html
from plomada.informes.perfiles import Perfil
from plomada.informes.vista import Informe
from tests.informes.hechura import informe, resultado, surtido
from tests.informes.html.paginas import Lectura, informe_con

DORADO = Path(__file__).parent / "datos" / "pequeno.html"
SANO = "Agua limpia"
PERFILES = [p.value for p in Perfil]
HOSTILES = {
    "script": "<script>alert(1)</script>",
    "atributo": '" onload="alert(1)" x="',
    "apostrofo": "' onmouseover='alert(1)",
    "estilo": "</style><script>alert(1)</script>",
    "guion": "</script><img src=x onerror=alert(1)>",
    "dibujo": "</svg></title><a href='javascript:alert(1)'>x</a>",
    "enlace": "javascript:alert(1)",
    "comentario": "--><!-- ]]>",
    "entidad": "&lt;b&gt; &amp; &#x3c;i>",
    "plantilla": "{{ 7*7 }}{% raw %}{# x #}",
    "emoji": "Barrio 🏞️👩‍🌾 La Ñapa",
    "largo": "x" * 10_000,
    "derecha a izquierda": "قرية النهر الكبير",
}


@pytest.fixture(scope="module")
def sano() -> Lectura:
    return Lectura(a_html(informe_con(SANO)))


def _forma(leida: Lectura) -> list[tuple[str, tuple[str, ...], str]]:
    """Las etiquetas con los nombres de sus atributos y los valores que podrían ejecutar algo."""
    return [(t, tuple(a), a.get("href", "") + a.get("id", "")) for t, a in leida.etiquetas]


# -- texto ajeno -----------------------------------------------------------------------------------


@pytest.mark.parametrize("texto", HOSTILES.values(), ids=HOSTILES)
def test_ningun_texto_del_plan_agrega_etiquetas_atributos_ni_guiones(texto: str, sano: Lectura) -> None:
    leida = Lectura(a_html(informe_con(texto)))
    assert _forma(leida) == _forma(sano)
    assert (leida.mal_cerradas, leida.abiertas) == ([], [])
    assert leida.visible.count(texto) >= 15


@pytest.mark.parametrize("orden", ["\u202e", "\u2066", "\x00", "\x1b", "\ud800"])
def test_lo_que_no_es_texto_se_ve_como_ajeno_y_no_manda(orden: str) -> None:
    propio = resultado("a", motivo=f"antes{orden}después")
    escrito = a_html(informe(propio))
    assert orden not in escrito
    assert "antes\ufffddespués" in escrito
    escrito.encode()


def test_el_texto_de_un_plan_va_aislado_para_que_su_direccion_no_mueva_el_resto() -> None:
    leida = Lectura(a_html(informe_con("قرية")))
    del_plan = {donde for donde, texto in leida.textos if texto == "قرية"}
    assert del_plan == {"bdi"}


# -- cerrada a la red ------------------------------------------------------------------------------


def test_la_politica_solo_deja_correr_lo_que_el_archivo_trae() -> None:
    escrito = a_html(informe_con(SANO))
    politica = next(
        a["content"] for a in Lectura(escrito).de("meta") if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert politica.startswith("default-src 'none'; ")
    assert "unsafe" not in politica and "http" not in politica
    for etiqueta, cuantos in (("style", 2), ("script", 1)):
        cuerpos = re.findall(f"<{etiqueta}>(.*?)</{etiqueta}>", escrito, re.DOTALL)
        assert len(cuerpos) == cuantos
        for cuerpo in cuerpos:
            huella = base64.b64encode(hashlib.sha256(cuerpo.encode()).digest()).decode()
            assert f"'sha256-{huella}'" in politica


def test_nada_se_carga_de_fuera_ni_se_escribe_como_atributo_que_actue(sano: Lectura) -> None:
    for etiqueta, atributos in sano.etiquetas:
        assert etiqueta not in {"link", "img", "iframe", "object", "base", "embed"}
        assert not {a for a in atributos if a.startswith("on") or a in {"style", "src", "action", "srcset"}}
        assert atributos.get("href", "#").startswith("#")


# -- estructura ------------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", PERFILES)
def test_los_encabezados_no_se_saltan_niveles_y_hay_un_solo_titulo(perfil: str) -> None:
    leida = Lectura(a_html(informe_con(SANO, perfil)))
    niveles = [int(t[1]) for t, _ in leida.etiquetas if re.fullmatch(r"h[1-6]", t)]
    assert niveles[0] == 1 and niveles.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(niveles, niveles[1:], strict=False))
    assert next(leida.de("html"))["lang"] == "es"
    assert (leida.mal_cerradas, leida.abiertas) == ([], [])


@pytest.mark.parametrize("perfil", PERFILES)
def test_los_enlaces_internos_llegan_y_los_nombres_no_se_repiten(perfil: str) -> None:
    leida = Lectura(a_html(informe_con(SANO, perfil)))
    nombres = [a["id"] for _, a in leida.etiquetas if "id" in a]
    assert len(set(nombres)) == len(nombres)
    assert {a["href"][1:] for a in leida.de("a")} <= set(nombres)
    assert {a["for"] for a in leida.de("label")} <= set(nombres)
    assert {i for _, a in leida.etiquetas for i in a.get("aria-labelledby", "").split()} <= set(nombres)


def test_toda_tabla_tiene_rotulo_y_toda_cabeza_dice_que_encabeza(sano: Lectura) -> None:
    tablas = len(list(sano.de("table")))
    assert tablas >= 7
    assert tablas == len(list(sano.de("caption")))
    assert {a["scope"] for a in sano.de("th")} == {"col", "row"}
    regiones = [a for _, a in sano.etiquetas if a.get("class") in {"tabla", "dibujo"}]
    assert len(regiones) == tablas + 1
    assert all(a["tabindex"] == "0" and a["role"] == "region" and a["aria-label"] for a in regiones)


def test_sin_guiones_todo_queda_desplegado_y_no_se_ofrecen_filtros(sano: Lectura) -> None:
    assert all("open" in a for a in sano.de("details"))
    assert "hidden" in next(sano.de("form"))


# -- lo que dice -----------------------------------------------------------------------------------


def test_la_primera_pagina_dice_lo_que_se_concluye_antes_que_nada() -> None:
    visible = " ".join(Lectura(a_html(informe(*surtido(), clase_por_poblacion=""))).visible.split())
    orden = [
        "Qué se concluye",
        "La herramienta falló en alguna regla",
        "15 de enero de 2026 (la radicación ambiental)",
        "POT; declarada POT, por población no consta",
        "No consta la población",
        "Totales por veredicto",
        "Qué no se automatizó",
        "De los requisitos del registro (5), la herramienta decide del todo 2",
        "Qué corregir primero",
        "Falló la herramienta (no es un defecto del plan) (1)",
        "Se sugiere requerir (2)",
        "Se sugiere recomendar (1)",
        "Suficiencia:",
        "Determinantes por",
        "Cobertura normativa",
    ]
    advertencia, _, cuerpo = visible.partition("Cobertura normativa")  # la lista de secciones acaba ahí
    assert "no reemplaza la revisión de fondo" in advertencia
    lugares = [cuerpo.index(frase) for frase in orden]
    assert lugares == sorted(lugares)


def test_cada_hallazgo_trae_norma_vigencia_datos_lugar_evidencia_y_como_se_subsana() -> None:
    visible = " ".join(Lectura(a_html(informe_con(SANO))).visible.split())
    for frase in (
        "Norma de juguete, artículo 1; rige desde el 1 de enero de 2000. Se aplicó al 15 de enero de 2026.",
        "a.b: 5 ha (plan.yaml:3:1)",
        "Cómo se subsana Corrija.",
        "Evidencia de «contenido_uno»: incluido",
        "página 3: Agua limpia (declarada)",
        "Aceptado por Agua limpia (A1): se sigue incumpliendo.",
        "Por juicio de Agua limpia.",
        "la visión se concreta en objetivos",
        "Aceptaciones por revisar",
    ):
        assert frase in visible, frase


@pytest.mark.parametrize("perfil", PERFILES)
def test_estan_todas_las_reglas_visibles_y_se_dice_lo_que_el_perfil_oculta(perfil: str) -> None:
    hecho = informe_con(SANO, perfil)
    leida = Lectura(a_html(hecho))
    anclas = [a["id"] for a in leida.de("details") if a.get("class", "").startswith("regla")]
    assert anclas == [f"r-{r.regla}" for r in hecho.reglas] != []
    desplegados = sum(int(a["data-hallazgos"]) for a in leida.de("details") if "data-hallazgos" in a)
    assert desplegados == sum(len(r.hallazgos) for r in hecho.reglas)
    plano = " ".join(leida.visible.split())
    assert f"Se muestran: reglas, {len(anclas)} de {len(anclas)}; hallazgos, {desplegados} de" in plano
    oculta = f"(reglas: {hecho.oculto.reglas}; hallazgos: {hecho.oculto.hallazgos})"
    assert (oculta in plano) is bool(hecho.oculto.reglas)


def test_los_filtros_ofrecen_los_valores_que_hay_y_cada_regla_lleva_los_suyos(sano: Lectura) -> None:
    campos = [a["data-campo"] for a in sano.de("select")]
    assert campos == ["veredicto", "fuerza", "analisis", "componente", "competencia"]
    ofrecidos = {t for donde, t in sano.textos if donde == "option"}
    for a in sano.de("details"):
        if "data-veredicto" in a:
            assert {a[f"data-{c}"] for c in campos} <= ofrecidos


def test_un_informe_sin_plan_sin_reglas_ni_aceptaciones_tambien_se_escribe() -> None:
    visible = Lectura(a_html(informe())).visible
    assert "no hay nada que no se cumpla" in visible
    assert "no trae contenidos por revisar" in visible
    assert "Articulación: cómo" not in visible and "Aceptaciones con firma" not in visible


# -- los mismos bytes, pocos y pronto --------------------------------------------------------------


def test_el_mismo_informe_da_los_mismos_bytes_y_no_depende_del_orden_de_los_resultados() -> None:
    derecho = a_html(informe(*surtido()))
    assert a_html(informe(*surtido())).encode() == derecho.encode()
    al_reves = a_html(informe(*reversed(surtido())))
    sin_linea = [re.sub(r"\.regla:\d+", "", x) for x in (derecho, al_reves)]
    assert sin_linea[0] == sin_linea[1]


def test_leido_de_su_json_el_informe_da_la_misma_pagina() -> None:
    hecho = informe_con(SANO)
    assert a_html(Informe.model_validate_json(hecho.model_dump_json())) == a_html(hecho)


def test_trescientos_hallazgos_se_escriben_pronto_y_pesan_poco() -> None:
    hecho = informe(*(resultado(f"r{n}", cuantos=3) for n in range(100)))
    antes = time.perf_counter()
    escrito = a_html(hecho)
    assert time.perf_counter() - antes < 3  # el banco mide la meta de un segundo
    assert len(escrito.encode()) < 500_000


def test_la_pagina_pequena_es_la_que_se_reviso(pytestconfig: pytest.Config) -> None:
    hecho = informe_con(SANO).model_copy(update={"motor": "0"})
    escrito = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", a_html(hecho), flags=re.DOTALL)
    escrito = re.sub(r"sha256-[\w+/=]+", "sha256", escrito)
    if pytestconfig.getoption("--regenerar"):
        DORADO.write_text(escrito, "utf-8", newline="\n")
    assert escrito == DORADO.read_text("utf-8"), (
        "cambió la página: `pytest … --regenerar` y revise la diferencia"
    )

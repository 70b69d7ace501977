"""La página en Chromium: sin red, sin errores, con teclado, accesible y sin salirse del ancho."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from plomada.informes.html.escribir import a_html
from tests.informes.html.paginas import informe_con

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
OPCIONES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists() and os.environ.get("CI") != "true", reason="no hay Chromium en esta máquina"
)


@pytest.fixture(scope="module")
def navegador() -> Iterator[Browser]:
    with sync_playwright() as guion:
        abierto = guion.chromium.launch(executable_path=CHROMIUM, args=OPCIONES)
        yield abierto
        abierto.close()


@pytest.fixture(scope="module")
def pagina(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _guardar(tmp_path_factory.mktemp("informe") / "informe.html", "Páramo de la Ñapa")


def _guardar(archivo: Path, texto: str) -> str:
    archivo.write_text(a_html(informe_con(texto)), "utf-8", newline="\n")
    return archivo.as_uri()


class Abierta:
    """Una página abierta que anota lo que pidió y lo que dijo la consola del navegador."""

    def __init__(self, navegador: Browser, ancho: int = 1280, con_guiones: bool = True) -> None:
        """Abre una ventana nueva."""
        self.contexto: BrowserContext = navegador.new_context(
            viewport={"width": ancho, "height": 900}, java_script_enabled=con_guiones
        )
        self.hoja: Page = self.contexto.new_page()
        self.pedidos: list[str] = []
        self.quejas: list[str] = []
        self.hoja.on("request", lambda r: self.pedidos.append(r.url))
        self.hoja.on("console", lambda m: self.quejas.append(m.text))
        self.hoja.on("pageerror", lambda e: self.quejas.append(str(e)))

    def ir(self, direccion: str) -> Page:
        """Carga la dirección."""
        self.hoja.goto(direccion)
        return self.hoja


@pytest.fixture
def abrir(navegador: Browser) -> "Iterator[type[Abierta]]":
    abiertas: list[Abierta] = []

    def abrir_una(ancho: int = 1280, con_guiones: bool = True) -> Abierta:
        abiertas.append(Abierta(navegador, ancho, con_guiones))
        return abiertas[-1]

    yield abrir_una  # type: ignore[misc]
    for una in abiertas:
        una.contexto.close()


def _cuenta(hoja: Page) -> str:
    hoja.wait_for_timeout(200)  # la búsqueda espera a que se deje de escribir
    return hoja.inner_text("#cuenta")


def test_se_abre_sin_pedir_nada_a_la_red_y_sin_errores(abrir: type[Abierta], pagina: str) -> None:
    una = abrir()
    hoja = una.ir(pagina)
    hoja.click("#abrir")
    assert (una.pedidos, una.quejas) == ([pagina], [])
    assert hoja.evaluate("getComputedStyle(document.querySelector('.conclusion')).borderLeftStyle") == "solid"
    assert hoja.evaluate("getComputedStyle(document.querySelector('svg .pa-e')).fill") == "none"


def test_la_politica_impide_que_corra_un_guion_ajeno(abrir: type[Abierta], pagina: str) -> None:
    una = abrir()
    hoja = una.ir(pagina)
    hoja.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),{text:'window.malo=1'}))"
    )
    hoja.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://ejemplo.invalid/x.png>')")
    hoja.wait_for_timeout(100)
    assert hoja.evaluate("window.malo") is None
    assert len(una.quejas) == 2
    assert all("Content Security Policy" in q for q in una.quejas)


def test_todo_se_hace_con_el_teclado(abrir: type[Abierta], pagina: str) -> None:
    hoja = abrir().ir(pagina)
    hoja.keyboard.press("Tab")
    assert hoja.evaluate("document.activeElement.className") == "salto"
    assert hoja.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    hoja.focus("#f-texto")
    hoja.keyboard.type("motivo PARAMO napa")
    assert "Se muestran: reglas, 1 de 12; hallazgos, 2 de 27." in _cuenta(hoja)
    hoja.keyboard.press("Tab")
    assert hoja.evaluate("document.activeElement.id") == "f-veredicto"
    hoja.keyboard.press("c")
    assert "Se muestran: reglas, 0 de 12; hallazgos, 0 de 27." in _cuenta(hoja)
    assert hoja.is_visible("#nada")
    hoja.focus("button[type=reset]")
    hoja.keyboard.press("Enter")
    assert "Se muestran: reglas, 12 de 12; hallazgos, 27 de 27." in _cuenta(hoja)
    assert hoja.locator(".regla[open]").count() == 0
    hoja.focus("#r-q-debe > summary")
    hoja.keyboard.press("Enter")
    assert hoja.locator(".regla[open]").count() == 1
    assert hoja.locator("#r-q-debe .hallazgo[open]").count() == 0
    hoja.keyboard.press("Tab")
    hoja.keyboard.press("Space")
    assert hoja.locator("#r-q-debe .hallazgo[open]").count() == 1


@pytest.mark.parametrize(
    ("campo", "valor", "cuantas"),
    [
        ("veredicto", "no cumple", 5),
        ("veredicto", "por atender", 8),
        ("fuerza", "recomendación", 1),
        ("fuerza", "informativo", 1),
        ("analisis", "coherencia", 12),
        ("componente", "sin componente", 12),
        ("competencia", "general", 11),
        ("competencia", "ambiental", 1),
    ],
)
def test_cada_filtro_deja_lo_suyo(
    abrir: type[Abierta], pagina: str, campo: str, valor: str, cuantas: int
) -> None:
    hoja = abrir().ir(pagina)
    hoja.select_option(f"#f-{campo}", valor)
    assert hoja.locator(".regla:visible").count() == cuantas
    assert f"Se muestran: reglas, {cuantas} de 12;" in _cuenta(hoja)


def test_el_enlace_a_una_regla_filtrada_la_muestra_y_la_despliega(abrir: type[Abierta], pagina: str) -> None:
    hoja = abrir().ir(pagina)
    for _ in range(2):  # la segunda vez la dirección ya es esa
        hoja.select_option("#f-veredicto", "cumple")
        hoja.click("#corregir .corregir a[href='#r-q-debe']")
        hoja.wait_for_timeout(50)
        assert hoja.is_visible("#r-q-debe[open]")
        assert hoja.evaluate("document.activeElement.parentElement.id") == "r-q-debe"
        assert "12 de 12" in _cuenta(hoja)


def test_sin_guiones_se_lee_todo(abrir: type[Abierta], pagina: str) -> None:
    hoja = abrir(con_guiones=False).ir(pagina)
    assert hoja.locator("details:not([open])").count() == 0
    assert hoja.locator(".regla:visible").count() == 12
    assert not hoja.is_visible("#filtros")


def test_al_imprimir_se_despliega_lo_que_se_ve_y_despues_queda_como_estaba(
    abrir: type[Abierta], pagina: str
) -> None:
    hoja = abrir().ir(pagina)
    hoja.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert hoja.locator("details:not([open])").count() == 0
    hoja.evaluate("dispatchEvent(new Event('afterprint'))")
    assert hoja.locator(".regla[open]").count() == 0
    assert hoja.pdf(format="Letter").startswith(b"%PDF")


@pytest.mark.parametrize(
    "texto", ["Agua", "x" * 10_000, "قرية النهر الكبير"], ids=["corto", "largo", "árabe"]
)
def test_a_390_puntos_la_pagina_no_se_desplaza_de_lado(
    abrir: type[Abierta], tmp_path: Path, texto: str
) -> None:
    hoja = abrir(390).ir(_guardar(tmp_path / "informe.html", texto))
    hoja.click("#abrir")
    hoja.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert hoja.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("ancho", [1280, 390])
def test_axe_no_halla_faltas(abrir: type[Abierta], pagina: str, ancho: int) -> None:
    propio = importlib.util.find_spec("axe_playwright_python")
    assert propio is not None and propio.submodule_search_locations
    hoja = abrir(ancho).ir(pagina)
    if ancho > 390:
        hoja.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    hoja.evaluate((Path(propio.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8"))
    faltas = hoja.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    assert [(f["id"], f["impact"], f["nodes"][0]["html"][:200]) for f in faltas] == []

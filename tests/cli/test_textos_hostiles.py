"""Lo que alguien escribe en una entrega sale como texto en todo formato: ni etiqueta, ni fórmula, ni orden.

Pasa por las órdenes completas, cargador incluido. Cada archivo se abre con su lector y se compara con el de
la misma entrega con textos sanos: cambian las palabras y nada más.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from plomada.cargadores.libro.crudo import abrir
from plomada.cargadores.respuestas import RESPUESTA
from plomada.cli.principal import correr
from plomada.informes.oficina.texto import MAXIMO_POR_CELDA, limpiar, medir
from plomada.informes.vista import Informe
from plomada.valores.texto import sin_control, sin_ordenes
from tests.cli.entregas_hostiles import HOSTILES, SANOS, copiar_datos, entrega_con
from tests.informes.esquema_sarif import VALIDADOR
from tests.informes.html.paginas import Lectura
from tests.informes.oficina.apoyo import parrafos

_ORDENES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PERFILES = {  # el primero en todo; los demás, en lo que escriben de otra manera
    "juridico": ("html", "xlsx", "docx", "json", "sarif", "md"),
    "concertacion": ("html", "docx"),
    "radicacion": ("docx", "md"),
}
_DE_INFORME = tuple(f"{p}.{f}" for p, formatos in _PERFILES.items() for f in formatos)
_OTRAS = (
    *("articulacion.svg", "articulacion.md", "articulacion.csv", "mapa.xlsx", "mapa.md", "mapa.csv"),
    *("faltantes.md", "faltantes.csv", "comparar.md", "comparar.csv", "comparar.json", "comparar.consola"),
)
_EN_CUALQUIERA = 10  # cuántos de los textos, al menos, muestra una orden que nombra elementos


# -- los archivos: se escriben una vez --------------------------------------------------------------


@pytest.fixture(scope="module")
def carpetas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """Todo lo que las órdenes escriben de la entrega hostil y de la sana."""
    raiz = tmp_path_factory.mktemp("hostiles")
    with pytest.MonkeyPatch.context() as cambios:
        cambios.setenv("XDG_CACHE_HOME", str(raiz / "cache"))
        datos = str(copiar_datos(raiz / "datos"))
        yield _escribir(datos, raiz / "mala", HOSTILES), _escribir(datos, raiz / "sana", SANOS)


def _escribir(datos: str, raiz: Path, textos: tuple[str, ...]) -> Path:
    entrega = str(entrega_con(raiz / "entrega", textos))
    for perfil, formatos in _PERFILES.items():
        destino = ("--formato", ",".join(formatos), "--perfil", perfil, "-o", str(raiz / perfil))
        assert correr(["--datos", datos, "informe", entrega, *destino]) == 1
    _responder(raiz / "juridico.xlsx", raiz / "respuestas.xlsx", textos)
    otra = str(entrega_con(raiz / "ronda 2", textos[1:]))
    for archivo in _OTRAS:
        orden, _, formato = archivo.partition(".")
        de_que = [orden, entrega]
        if orden == "comparar":
            primera = str(raiz / "juridico.json")
            de_que = [orden, primera, otra, "--respuestas", str(raiz / "respuestas.xlsx")]
        de_que += ["--todo"] if formato == "consola" else []
        pedido = [*de_que, "--formato", formato, "-o", str(raiz / archivo)]
        assert correr(["--datos", datos, *pedido]) == 0, pedido
    return raiz


def _responder(libro: Path, destino: Path, textos: tuple[str, ...]) -> None:
    """El municipio responde, en celdas de texto, con lo mismo."""
    abierto = load_workbook(libro)
    hoja = abierto["Hallazgos"]
    columna = [c.value for c in hoja[1]].index(RESPUESTA) + 1
    for numero, texto in enumerate(textos, start=2):
        celda = hoja.cell(numero, columna)
        celda.value = limpiar(texto)[:MAXIMO_POR_CELDA]
        celda.data_type = "s"
    abierto.save(destino)


# -- un revisor por formato -------------------------------------------------------------------------


def _html(mala: bytes, sana: bytes) -> None:
    leida, limpia = Lectura(mala.decode()), Lectura(sana.decode())
    formas = [
        [(t, tuple(a), a.get("href", "") + a.get("id", "")) for t, a in x.etiquetas] for x in (leida, limpia)
    ]
    assert formas[0] == formas[1]
    assert (leida.mal_cerradas, leida.abiertas) == ([], [])
    assert not _ORDENES.search(mala.decode())
    assert all(sin_ordenes(t) in leida.visible for t in HOSTILES)


def _xlsx(mala: bytes, sana: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(mala)) as a, zipfile.ZipFile(io.BytesIO(sana)) as b:
        assert a.testzip() is None and a.namelist() == b.namelist()
        for nombre in a.namelist():
            assert not re.search(rb"<f[ >/]|<hyperlink|<definedName[^>]*>[^<]*\(", a.read(nombre)), nombre
            assert not _ORDENES.search(a.read(nombre).decode())
    assert {c.data_type for h in load_workbook(io.BytesIO(mala)) for f in h for c in f} <= {"s", "n"}
    leido = abrir(mala, "x.xlsx").valor
    assert leido is not None
    escritas = [c for h in leido.hojas for _, fila in h.filas for c in fila]
    assert not any(c.es_formula for c in escritas)
    valores = [c.valor for c in escritas if isinstance(c.valor, str)]
    assert max(map(medir, valores)) <= MAXIMO_POR_CELDA
    juntos = "\n".join(valores)
    assert all(limpiar(t) in juntos for t in HOSTILES if medir(t) < MAXIMO_POR_CELDA // 2)
    assert "recortado: medía" in juntos  # lo que no cabe lo dice


def _docx(mala: bytes, sana: bytes) -> None:
    assert _piezas(mala) == _piezas(sana)
    assert Document(io.BytesIO(mala)).core_properties.author == "Plomada"
    escrito = "".join(parrafos(mala))
    assert not _ORDENES.search(escrito)
    for texto in HOSTILES:
        assert limpiar(texto).replace("\n", "") in escrito, texto[:40]


def _piezas(documento: bytes) -> Counter[str]:
    """Cuántas etiquetas hay de cada una; un texto de varios renglones solo agrega saltos y tramos."""
    cuentas: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(documento)) as partes:
        cuentas.update(partes.namelist())
        for nombre in partes.namelist():
            if nombre.endswith((".xml", ".rels")):
                cuentas.update(str(e.tag) for e in ElementTree.fromstring(partes.read(nombre)).iter())
    return Counter({k: n for k, n in cuentas.items() if not k.endswith(("}br", "}t"))})


def _json(mala: bytes, sana: bytes) -> None:
    leidos = [json.loads(x) for x in (mala, sana)]
    assert _forma(leidos[0]) == _forma(leidos[1])
    textos = set(_textos(leidos[0]))
    assert sum(any(t in x for x in textos) for t in HOSTILES) >= _EN_CUALQUIERA


def _informe(mala: bytes, sana: bytes) -> None:
    """En los datos, cada texto queda como se escribió."""
    _json(mala, sana)
    hecho = Informe.model_validate_json(mala)
    assert hecho.plan is not None and hecho.plan.municipio == "".join(HOSTILES)


def _sarif(mala: bytes, sana: bytes) -> None:
    VALIDADOR.validate(json.loads(mala))
    resultados = [json.loads(x)["runs"][0]["results"] for x in (mala, sana)]
    assert _forma(resultados[0]) == _forma(resultados[1])
    for r in resultados[0]:
        fisicos = [x["physicalLocation"] for x in r["locations"] if "physicalLocation" in x]
        assert {x["artifactLocation"]["uri"] for x in fisicos} <= {"plan.yaml"}


def _forma(valor: Any) -> Any:
    """Las claves y las listas sin lo escrito; un texto vacío se distingue del que no lo está."""
    if isinstance(valor, dict):
        return {k: _forma(v) for k, v in valor.items()}
    if isinstance(valor, list):
        return [_forma(v) for v in valor]
    return bool(valor) if isinstance(valor, str) else type(valor)


def _textos(valor: Any) -> Iterator[str]:
    if isinstance(valor, str):
        yield valor
    elif isinstance(valor, dict | list):
        for dentro in valor.values() if isinstance(valor, dict) else valor:
            yield from _textos(dentro)


def _md(mala: bytes, sana: bytes) -> None:
    texto = mala.decode()
    assert not _ORDENES.search(texto)
    assert texto.count("\n") == sana.decode().count("\n")
    assert _marcas(texto) == _marcas(sana.decode())


def _marcas(texto: str) -> list[str]:
    """Lo que un lector de Markdown halla: títulos, listas, tablas, énfasis, enlaces y HTML."""
    lector = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    piezas = [p for t in lector.parse(texto) for p in (t, *(t.children or ()))]
    return [p.type for p in piezas if p.type not in {"text", "text_special"}]


def _csv(mala: bytes, sana: bytes) -> None:
    filas = [list(csv.reader(io.StringIO(x.decode("utf-8-sig")), delimiter=";")) for x in (mala, sana)]
    assert [len(f) for f in filas[0]] == [len(f) for f in filas[1]]
    assert len({len(f) for f in filas[0]}) == 1
    celdas = [c for fila in filas[0] for c in fila]
    assert not any(c.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for c in celdas)
    assert not _ORDENES.search(mala.decode())


def _svg(mala: bytes, sana: bytes) -> None:
    formas = [[(e.tag, tuple(e.keys())) for e in ElementTree.fromstring(x).iter()] for x in (mala, sana)]
    assert formas[0] == formas[1]
    raiz = ElementTree.fromstring(mala)
    escritos = "".join(raiz.itertext())
    assert not _ORDENES.search(escritos)
    assert all(sin_control(t) in escritos for t in HOSTILES)
    ancho = float(raiz.attrib["width"])
    for e in raiz.iter("{http://www.w3.org/2000/svg}text"):
        assert len(e.text or "") * float(e.attrib["font-size"]) * 0.4 < ancho


def _consola(mala: bytes, sana: bytes) -> None:
    texto = mala.decode()
    assert not _ORDENES.search(texto)
    assert sum(sin_control(t) in texto for t in HOSTILES) >= _EN_CUALQUIERA


_REVISORES: Mapping[str, Callable[[bytes, bytes], None]] = {
    "html": _html, "xlsx": _xlsx, "docx": _docx, "json": _json, "sarif": _sarif, "md": _md, "csv": _csv,
    "svg": _svg, "consola": _consola,
}  # fmt: skip


@pytest.mark.parametrize("archivo", (*_DE_INFORME, *_OTRAS))
def test_ningun_texto_de_una_entrega_manda_en_lo_que_se_escribe(
    carpetas: tuple[Path, Path], archivo: str
) -> None:
    mala, sana = ((c / archivo).read_bytes() for c in carpetas)
    nombre, _, formato = archivo.partition(".")
    # La lista de datos faltantes nombra campos y no copia nada de lo escrito en el plan.
    assert (mala == sana) is (nombre == "faltantes"), "no llegó lo que debía llegar, o llegó lo que no"
    revisar = _informe if formato == "json" and nombre in _PERFILES else _REVISORES[formato]
    revisar(mala, sana)


# -- lo que el cargador no deja pasar ---------------------------------------------------------------


@pytest.mark.parametrize("caracter", ["\\x00", "\\x1b", "\\u0085x\\u009f", "\\ud83d", "\\ufeff"])
@pytest.mark.parametrize("archivo", ["plan.yaml", "aceptaciones.yaml"])
def test_un_caracter_de_control_se_rechaza_y_no_se_escribe_nada(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    archivo: str, caracter: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    entrega = entrega_con(tmp_path / "entrega", SANOS[:2])
    escrito = entrega / archivo
    escrito.write_text(escrito.read_text("utf-8").replace("inofensivo", f"a{caracter}b"), "utf-8")
    datos = str(copiar_datos(tmp_path / "datos"))
    pedido = ["informe", str(entrega), "--formato", "html,docx", "-o", str(tmp_path / "x")]
    assert correr(["--datos", datos, *pedido]) == 2
    assert "error[PLO-" in capsys.readouterr().err
    assert not list(tmp_path.glob("x*"))


def test_un_informe_en_json_ajeno_tampoco_manda_en_la_comparacion(
    carpetas: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datos = json.loads((carpetas[1] / "juridico.json").read_text("utf-8"))
    malo = "=1\x1b[2J\u202e\x07<b>"
    datos["plan"]["municipio"] = malo
    for regla in datos["reglas"]:
        regla["titulo"] = malo
    (tmp_path / "malo.json").write_text(json.dumps(datos), "utf-8")
    base = ["--datos", str(carpetas[1].parent / "datos"), "comparar", str(tmp_path / "malo.json")]
    for formato in ("consola", "md", "csv"):
        capsys.readouterr()
        assert correr([*base, str(carpetas[1] / "entrega"), "--todo", "--formato", formato]) == 0
        dicho = capsys.readouterr()
        assert not _ORDENES.search((dicho.out + dicho.err).replace("\n", "")), formato

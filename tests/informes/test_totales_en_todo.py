"""Los mismos totales y el mismo código en la consola y en los seis formatos, leídos de cada archivo.

De cada formato se lee además lo que muestra, contado por otra vía: filas, resultados, reglas y números.
"""

import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from plomada.cargadores.aceptaciones import leer_aceptaciones
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.ejecutar import evaluar
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Evaluacion
from plomada.evaluacion.veredicto import POR_DECIR, Veredicto
from plomada.informes.a_json import a_json
from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones
from plomada.informes.consola import a_consola
from plomada.informes.elementos import Presencia
from plomada.informes.html.escribir import a_html
from plomada.informes.markdown.escribir import a_md
from plomada.informes.oficina.libro import escribir_xlsx
from plomada.informes.oficina.oficio import escribir_docx
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.resumen import CONCLUSIONES
from plomada.informes.sarif.a_sarif import a_sarif
from plomada.informes.vista import Informe, codigo_de_salida, construir_informe
from plomada.modelo.plan import Plan
from tests.apoyo import plan as plan_escrito
from tests.informes.al_azar import PEDIDO, paquetes_y_planes, presupuesto
from tests.informes.hechura import evaluacion, informe, paquete_de, resultado, surtido
from tests.informes.html.paginas import Lectura
from tests.informes.oficina.apoyo import parrafos, tablas

Cuentas = dict[str, int]
_SEIS = ("cumple", "no cumple", "no consta", "requiere concepto", "no aplica", "error")
_PARES = tuple(f"{que}.{v}" for que in ("reglas", "hallazgos") for v in (*_SEIS, "total"))
_POR_FUERZA = ("requerimientos", "recomendaciones", "informativos")
_POR_MATIZ = ("cumple_con_lo_descrito", "cumple_declarado", "cumple_por_juicio")
_ACEPTADOS = ("hallazgos_aceptados", "requerimientos_aceptados")
_TODAS = (*_PARES, *_POR_FUERZA, *_POR_MATIZ, "pendientes_obligatorios", *_ACEPTADOS)
_EN_FRASES = {  # una frase que no está es un cero
    r"Lo que no cumple: (\d+) por requerir, (\d+) por recomendar y (\d+) a título "
    r"informativo\.": _POR_FUERZA,
    r"Obligatorio sin decidir \(no consta o requiere concepto\): (\d+)\.": ("pendientes_obligatorios",),
    r"Lo que cumple: (\d+) con los datos [^.]*?, (\d+) con contenidos [^.]*? y (\d+) por juicio": _POR_MATIZ,
}


# -- un lector por formato: los totales y el código -------------------------------------------------


def _de_json(escrito: bytes) -> Cuentas:
    t = json.loads(escrito)["totales"]
    return {k: _en(t, k) for k in _TODAS}


def _de_sarif(escrito: bytes) -> Cuentas:
    (corrida,) = json.loads(escrito)["runs"]
    (invocacion,) = corrida["invocations"]
    t = corrida["properties"]["totales"]
    return {k: _en(t, k) for k in _TODAS} | {"codigo": invocacion["exitCode"]}


def _en(totales: Mapping[str, Any], clave: str) -> int:
    que, _, cual = clave.partition(".")
    return int(totales[que][cual.replace(" ", "_")] if cual else totales[que])


def _de_html(escrito: bytes) -> Cuentas:
    leida = Lectura(escrito.decode())
    cuentas = {k.replace("_", " "): n for k, n in leida.totales.items()}
    cifras = {
        despues.strip(): int(antes)
        for (en, antes), (dentro, despues) in pairwise(leida.textos)
        if (en, dentro) == ("strong", "li") and antes.isdecimal()
    }
    nombres = {
        "requerimientos": "por requerir",
        "recomendaciones": "por recomendar",
        "informativos": "a título informativo",
        "pendientes_obligatorios": "sin decidir, de lo obligatorio (no consta o requiere concepto)",
        "requerimientos_aceptados": "por requerir que alguien aceptó con su firma por completo",
    }
    plano = " ".join(leida.visible.split())
    (codigo,) = (int(a["data-codigo"]) for a in leida.de("p") if "data-codigo" in a)
    assert cifras.get("con fallo de la herramienta", 0) == cuentas["reglas.error"]
    return (
        cuentas
        | {k: cifras[rotulo] for k, rotulo in nombres.items()}
        | {k: n for k, n in _de_las_frases(plano).items() if k in _POR_MATIZ}
        | _de_la_seccion_de_aceptaciones(plano)
        | {"codigo": codigo}
    )


def _de_md(escrito: bytes) -> Cuentas:
    texto = escrito.decode()
    hechas = re.findall(r"^\| (reglas|hallazgos) \| (.*) \|$", texto, re.MULTILINE)
    orden = (*(v.value for v in Veredicto), "total")
    de_la_tabla = {
        f"{que}.{k}": int(n)
        for que, celdas in hechas
        for k, n in zip(orden, celdas.split(" | "), strict=True)
    }
    (conclusion,) = re.findall(r"^\*\*(.*)\*\*$", texto, re.MULTILINE)
    frases = _de_las_frases(texto) | _de_la_seccion_de_aceptaciones(texto)
    assert _conteos(texto) == de_la_tabla
    return de_la_tabla | frases | {"codigo": _codigo(conclusion)}


def _de_consola(escrito: bytes) -> Cuentas:
    plano = " ".join(escrito.decode().split())
    (aceptados,) = re.findall(r"Hallazgos aceptados con firma: (\d+)", plano)
    (completos,) = re.findall(r"Requerimientos aceptados por completo: (\d+) de \d+\.", plano)
    (codigo,) = (c for c, conclusion in CONCLUSIONES.items() if conclusion in plano)
    propias = dict(zip(_ACEPTADOS, (int(aceptados), int(completos)), strict=True))
    return _conteos(plano) | _de_las_frases(plano) | propias | {"codigo": codigo}


def _de_xlsx(escrito: bytes) -> Cuentas:
    filas = {str(f[0]): f[1] for f in _hoja(escrito, "Resumen")}
    nombres = {
        "requerimientos": "Incumplimientos por requerir",
        "recomendaciones": "Incumplimientos por recomendar",
        "informativos": "Incumplimientos informativos",
        "pendientes_obligatorios": "Obligatorio sin decidir",
        "cumple_con_lo_descrito": "Cumple con lo descrito",
        "cumple_declarado": "Cumple declarado, sin comprobar",
        "cumple_por_juicio": "Cumple por juicio de una persona",
        "hallazgos_aceptados": "Hallazgos aceptados",
        "requerimientos_aceptados": "Requerimientos aceptados",
    } | {k: k.capitalize().replace(".", ": ") for k in _PARES}
    return {k: filas[nombre] for k, nombre in nombres.items()} | {"codigo": _codigo(filas["Qué se concluye"])}


def _de_docx(escrito: bytes) -> Cuentas:
    (cuadro,), escritos = (t for t in tablas(escrito) if t[0][0] == "Qué se cuenta"), parrafos(escrito)
    titulos = [c.lower() for c in cuadro[0][1:]]
    cuentas = {
        f"{que}.{k}": int(n)
        for que, fila in zip(("reglas", "hallazgos"), cuadro[1:], strict=True)
        for k, n in zip(titulos, fila[1:], strict=True)
    }
    (dichos,) = re.findall(
        r"(\d+) son por requerir, (\d+) por recomendar y (\d+) informativas\. "
        r"Obligatorio sin decidir: (\d+)\. De lo que cumple, (\d+) con lo descrito, "
        r"(\d+) con evidencia que nadie comprobó y (\d+) por juicio de una persona\. "
        r"Hallazgos aceptados con firma, que siguen contando: (\d+); "
        r"por requerir y aceptadas por completo: (\d+)\.",
        "\n".join(escritos),
    )
    claves = (
        *_POR_FUERZA,
        "pendientes_obligatorios",
        *_POR_MATIZ,
        "hallazgos_aceptados",
        "requerimientos_aceptados",
    )
    (codigo,) = (c for c, conclusion in CONCLUSIONES.items() if conclusion in escritos)
    return cuentas | dict(zip(claves, map(int, dichos), strict=True)) | {"codigo": codigo}


def _hoja(libro: bytes, nombre: str) -> list[tuple[Any, ...]]:
    return list(_abrir(libro)[nombre].iter_rows(values_only=True))


@lru_cache(maxsize=1)
def _abrir(libro: bytes) -> Any:
    return load_workbook(io.BytesIO(libro))


def _conteos(texto: str) -> Cuentas:
    """Las dos frases de los conteos, con los seis veredictos cada una."""
    leidos: Cuentas = {}
    for que in ("reglas", "hallazgos"):
        ((total, frase),) = re.findall(rf"{que.capitalize()}: (\d+) \((cumple: \d+[^)]*)\)\.", texto)
        pares = re.findall(r"(no cumple|cumple|no consta|requiere concepto|no aplica|error): (\d+)", frase)
        leidos |= {f"{que}.{v}": int(n) for v, n in pares} | {f"{que}.total": int(total)}
    return leidos


def _de_las_frases(texto: str) -> Cuentas:
    leidas: Cuentas = {}
    for patron, claves in _EN_FRASES.items():
        hallada = re.search(patron, texto)
        numeros = map(int, hallada.groups()) if hallada else (0,) * len(claves)
        leidas |= dict(zip(claves, numeros, strict=True))
    return leidas


def _de_la_seccion_de_aceptaciones(texto: str) -> Cuentas:
    (par,) = re.findall(
        r"una aceptación que vale: (\d+)\. Requerimientos aceptados por completo: (\d+) de \d+\.", texto
    )
    return dict(zip(_ACEPTADOS, map(int, par), strict=True))


def _codigo(conclusion: str) -> int:
    return {v: k for k, v in CONCLUSIONES.items()}[conclusion]


# -- un lector por formato: lo que muestra, contado por otra vía ------------------------------------


def _muestra_json(escrito: bytes) -> tuple[Cuentas, Cuentas]:
    reglas = json.loads(escrito)["reglas"]
    hallazgos = Counter(h["veredicto"] for r in reglas for h in r["hallazgos"])
    return Counter(r["veredicto"] for r in reglas), hallazgos


def _muestra_sarif(escrito: bytes) -> tuple[int, Cuentas]:
    (corrida,) = json.loads(escrito)["runs"]
    reglas = corrida["tool"]["driver"]["rules"]
    assert {r["ruleId"] for r in corrida["results"]} <= {r["id"] for r in reglas}
    return len(reglas), Counter(r["properties"]["veredicto"] for r in corrida["results"])


def _muestra_html(escrito: bytes) -> tuple[Cuentas, int]:
    desplegables = list(Lectura(escrito.decode()).de("details"))
    reglas = [a for a in desplegables if "data-veredicto" in a]
    hallazgos = [int(a["data-hallazgos"]) for a in reglas]
    # Un hallazgo solo va en el cuerpo de su regla; varios, cada uno en su renglón.
    assert sum(a.get("class") == "hallazgo" for a in desplegables) == sum(n for n in hallazgos if n != 1)
    return Counter(a["data-veredicto"] for a in reglas), sum(hallazgos)


def _muestra_md(escrito: bytes) -> Cuentas:
    """Las reglas de cada sección de veredicto: títulos donde se detallan, filas donde van en tabla."""
    cuentas: Cuentas = {}
    for seccion in escrito.decode().split("\n## ")[1:]:
        hallada = re.match(rf"({'|'.join(v.capitalize() for v in _SEIS)}) \((\d+)\)\n", seccion)
        if hallada is None:
            continue
        filas = max(len(re.findall(r"(?m)^\| ", seccion)) - 2, 0)
        cuentas[hallada[1].lower()] = len(re.findall(r"(?m)^### ", seccion)) + filas
        assert int(hallada[2]) == cuentas[hallada[1].lower()]
    return Counter(cuentas)


def _muestra_consola(escrito: bytes) -> tuple[Cuentas, int]:
    texto = escrito.decode()
    reglas = re.findall(rf"(?m)^\[({'|'.join(sorted(_SEIS, key=len, reverse=True))})\b", texto)
    return Counter(reglas), len(re.findall(r"(?m)^    • ", texto))


def _muestra_xlsx(escrito: bytes) -> Cuentas:
    titulos, *filas = _hoja(escrito, "Hallazgos")
    columna = titulos.index("Veredicto")
    return Counter(f[columna] for f in filas if f[columna])


def _muestra_aceptaciones(escrito: bytes) -> Cuentas:
    """De cada aceptación, si vale y cuántos hallazgos ampara."""
    titulos, *filas = _hoja(escrito, "Aceptaciones")
    vale, ampara = titulos.index("Vale"), titulos.index("Qué ampara hoy")
    return Counter(
        (f[0], f[vale].startswith("vale al "), len(re.findall(rf"(?m)^(?:{'|'.join(_SEIS)}): ", f[ampara])))
        for f in filas
        if f[vale]
    )


def _muestra_docx(escrito: bytes) -> Iterator[int]:
    """Los números de las observaciones: los de su párrafo y los de la primera columna de los cuadros."""
    for p in Document(io.BytesIO(escrito)).paragraphs:
        empieza = re.match(r"(\d+)\. ", p.text)
        if empieza and p.style is not None and p.style.name == "Observación":
            yield int(empieza[1])
    for titulos, *filas in tablas(escrito):
        yield from (int(f[0]) for f in filas if titulos[0] == "N.º")


# -- la propiedad ----------------------------------------------------------------------------------

_ESCRITORES: Mapping[str, Callable[[Informe], bytes]] = {
    "consola": lambda i: "\n".join(r.texto for r in a_consola(i, 10_000, todo=True)).encode(),
    "json": lambda i: a_json(i).encode(),
    "html": lambda i: a_html(i).encode(),
    "xlsx": escribir_xlsx,
    "docx": escribir_docx,
    "sarif": lambda i: a_sarif(i).encode(),
    "md": lambda i: a_md(i).encode(),
}
_LECTORES = {
    "consola": _de_consola, "json": _de_json, "html": _de_html, "xlsx": _de_xlsx, "docx": _de_docx,
    "sarif": _de_sarif, "md": _de_md,
}  # fmt: skip
_NO_LLEVA = {"json": {"codigo"}}


def _comparar(hecho: Informe) -> None:
    escritos = {f: escribir(hecho) for f, escribir in _ESCRITORES.items()}
    esperados = _de_json(escritos["json"]) | {"codigo": codigo_de_salida(hecho)}
    for formato, leer in _LECTORES.items():
        lleva = {k: n for k, n in esperados.items() if k not in _NO_LLEVA.get(formato, set())}
        assert leer(escritos[formato]) == lleva, formato
    for que in ("reglas", "hallazgos"):
        assert sum(esperados[f"{que}.{v}"] for v in _SEIS) == esperados[f"{que}.total"]
    assert sum(esperados[k] for k in _POR_FUERZA) == esperados["reglas.no cumple"]
    assert sum(esperados[k] for k in _POR_MATIZ) == esperados["reglas.cumple"]
    _comparar_lo_que_muestran(hecho, escritos, esperados)


def _comparar_lo_que_muestran(hecho: Informe, escritos: Mapping[str, bytes], esperados: Cuentas) -> None:
    reglas, hallazgos = _muestra_json(escritos["json"])
    oculto = json.loads(escritos["json"])["oculto"]
    assert sum(reglas.values()) + oculto["reglas"] == esperados["reglas.total"]
    assert sum(hallazgos.values()) + oculto["hallazgos"] == esperados["hallazgos.total"]
    assert _muestra_sarif(escritos["sarif"]) == (sum(reglas.values()), hallazgos)
    assert _muestra_html(escritos["html"]) == (reglas, sum(hallazgos.values()))
    assert _muestra_consola(escritos["consola"]) == (reglas, sum(hallazgos.values()))
    assert _muestra_md(escritos["md"]) == reglas
    numeradas = numerar(hecho)
    sin_hallazgos = Counter(o.sustentos[0].veredicto for o in numeradas if not o.sustentos[0].identidad[2])
    por_decir = Counter({v: n for v, n in hallazgos.items() if v in POR_DECIR})
    assert _muestra_xlsx(escritos["xlsx"]) == por_decir + sin_hallazgos
    assert _muestra_aceptaciones(escritos["xlsx"]) == Counter(
        (a["id"], a["vale"], len(a["ampara"]))
        for a in json.loads(escritos["json"])["aceptaciones"]["aceptaciones"]
    )
    numeros = Counter(_muestra_docx(escritos["docx"]))
    assert set(numeros.values()) <= {1}, "una observación está en el cuerpo, en un cuadro o en la matriz"
    assert sorted(numeros) == list(range(1, len(numeradas) + 1))


_TERMINOS = ("2030-01-02", "2021-01-02", "2030-01-02, cubre: 1")


def _informes(
    evaluada: Evaluacion,
    paquete: Paquete,
    plan: Plan,
    aceptadas: set[str],
    avisos: Sequence[Diagnostico] = (),
) -> Iterator[Informe]:
    """El informe de cada perfil, con lo que incumplen esas reglas aceptado, vencido o más que lo firmado."""
    texto = "".join(
        f"- {{id: A-{regla}, regla: {regla}, elemento: todos, razon: r, firmante: f, "
        f"fecha: 2020-01-02, vence: {termino}}}\n"
        for regla, termino in zip(sorted(aceptadas), _TERMINOS * 9, strict=False)
    )
    leidas = leer_aceptaciones(texto.encode() or b"[]")
    assert leidas.valor is not None, leidas.diagnosticos
    for perfil in Perfil:
        hecho = construir_informe(evaluada, paquete, perfil, avisos)
        yield con_aceptaciones(hecho, leidas.valor, Evaluado(evaluada, plan, Presencia({}, {})))


@given(paquetes_y_planes(), st.sets(st.sampled_from([f"regla-{n}" for n in range(4)])))
@settings(presupuesto(8), phases=(Phase.explicit, Phase.generate))
def test_los_totales_y_el_codigo_son_los_mismos_en_todos_los_formatos_y_perfiles(
    caso: tuple[Paquete, tuple[Plan, ...]], aceptadas: set[str]
) -> None:
    paquete, (plan,) = caso
    hechos = list(_informes(evaluar(paquete, plan, PEDIDO), paquete, plan, aceptadas))
    assert [h.perfil for h in hechos] == list(Perfil)
    assert all(h.totales.reglas == hechos[0].totales.reglas for h in hechos), "un perfil cambió la cuenta"
    for hecho in hechos:
        _comparar(hecho)


# Con el surtido, ninguna cuenta de las que se podrían cambiar una por otra es igual a otra.
_DE_MAS = (
    *(resultado(f"o-deberia-{n}", requisito="R-2") for n in range(4)),
    *(resultado(f"n-informa-{n}", requisito="R-3") for n in range(2)),
    *(resultado(f"m-no-consta-{n}", "no consta") for n in range(2)),
    resultado("m-ambiental-no-consta", "no consta", requisito="R-4"),
    resultado("l-declarado", "cumple", declarado=True),
    *(resultado(f"k-por-juicio-{n}", "cumple", por_juicio_de="Ana, con soporte en D1") for n in range(2)),
)
_ROTO = Diagnostico("PLO-D118", "un enlace roto")
_SEGUN_EL_CODIGO = {
    3: (_SEIS, ()),
    2: (_SEIS[:-1], (_ROTO,)),
    1: (_SEIS[:-1], ()),
    4: (("cumple", "no consta", "requiere concepto", "no aplica"), ()),
    0: (("cumple", "no aplica"), ()),
}


@pytest.mark.parametrize("codigo", _SEGUN_EL_CODIGO)
def test_un_surtido_de_veredictos_cuadra_con_cada_codigo_de_salida(codigo: int) -> None:
    veredictos, avisos = _SEGUN_EL_CODIGO[codigo]
    resultados = tuple(r for r in (*surtido(), *_DE_MAS) if r.veredicto in veredictos)
    evaluada, paquete = evaluacion(*resultados), paquete_de(*resultados)
    aceptadas = {"q-debe", "r-ambiental", "u-no-consta"}  # la segunda, con la aceptación vencida
    informes = _informes(evaluada, paquete, plan_escrito().plan, aceptadas, avisos)
    for hecho in informes if codigo == 3 else (next(informes),):
        assert codigo_de_salida(hecho) == codigo
        _comparar(hecho)


def test_cada_formato_dice_con_que_perfil_se_hizo() -> None:
    hecho = informe(*surtido(), perfil="juridico")
    assert "perfil jurídico" in a_html(hecho) and "perfil jurídico" in a_md(hecho)
    assert "Documento hecho con el perfil jurídico." in parrafos(escribir_docx(hecho))
    assert ("Perfil", "jurídico") in _hoja(escribir_xlsx(hecho), "Resumen")
    assert json.loads(a_json(hecho))["perfil"] == "juridico"

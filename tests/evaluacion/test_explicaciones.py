"""Todo lo que un informe dice lo entiende un abogado: frases enteras, sin código ni ids sin nombre."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from plomada import aplicacion
from plomada.evaluacion.paquete import Paquete
from plomada.informes.vista import Informe
from tests.apoyo import paquete_del_repositorio, resultado

CASOS = sorted(p.parent for p in (Path(__file__).resolve().parents[2] / "casos").glob("*/plan.yaml"))
FECHA = date(2026, 3, 1)
_FRASES = ("mensaje", "explicacion", "subsana", "motivo")
_APARTE = re.compile(r"`[^`]*`|\([^()]*\)|LADM_COL")
_PROHIBIDO = {
    "palabra de programación": re.compile(
        r"\b(true|false|none|null|nan|boolean\w*|operador\w*|lista vacía|cuantificador)\b", re.IGNORECASE
    ),
    "sintaxis de la regla": re.compile(r"\bcumplen \(|\bcon \(|>=|<=|!=| para cada \w+ en "),
    "llaves o marcas": re.compile(r"[{}⟦⟧]"),
    "guion bajo": re.compile(r"\w_\w"),
    "ruta sin nombre": re.compile(r"\b(?:suelo|plan|riesgo|proceso|medios|municipio|gestion)\.[a-z]\w+"),
}
_MAL_ESCRITO = re.compile(r"  |(?<!\.)\.\.(?!\.)|[?!]\.|,,| ,|\.,|; ;| \.|\bde el\b|\ba el\b")
_SIN_CERRAR = re.compile(r"[^.?!…»]$|[^.?!…]»$")


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return paquete_del_repositorio()


def _textos(hecho: Informe) -> Iterator[tuple[str, str, str]]:
    for r in hecho.reglas:
        yield r.regla, "motivo", r.motivo
        yield r.regla, "exigencia", r.exigencia_en_frase
        yield r.regla, "condicion", r.cuando_en_frase
        for h in r.hallazgos:
            for campo in ("mensaje", "explicacion", "subsana", "de_quien"):
                yield r.regla, campo, getattr(h, campo)
            for d in h.datos:
                yield r.regla, "nombre", d.nombre
                yield r.regla, "valor", d.valor


@cache
def _defectos(campo: str, texto: str) -> tuple[str, ...]:
    if not texto:
        return ("vacío",) if campo in {"nombre", "valor"} else ()
    visible = _APARTE.sub("x", texto)
    hallados = [nombre for nombre, patron in _PROHIBIDO.items() if patron.search(visible)]
    if campo in _FRASES and (_MAL_ESCRITO.search(texto) or _SIN_CERRAR.search(texto)):
        hallados.append("frase mal cerrada o con signos repetidos")
    return tuple(hallados)


@pytest.mark.parametrize("caso", CASOS, ids=lambda c: c.name)
def test_todas_las_reglas_hablan_claro_en_todos_los_casos(caso: Path, paquete: Paquete) -> None:
    hecho = aplicacion.revisar(caso, paquete, FECHA, "consultoria").informe
    assert hecho is not None and len(hecho.reglas) == len(paquete.fichas)
    hallados = {(r, c, d, t) for r, c, t in dict.fromkeys(_textos(hecho)) for d in _defectos(c, t)}
    assert sorted(hallados)[:10] == []
    mudos = [r.regla for r in hecho.reglas for h in r.hallazgos if not h.mensaje or not h.explicacion]
    assert mudos == []


def _explicacion(exige: str, yaml: str, antes: str = "") -> str:
    return resultado(exige, yaml, antes=antes).hallazgos[0].explicacion


_PROYECTOS = """medios:
  proyectos:
    - {id: P1, nombre: Vía, costo: 5 COP, plazo: corto}
    - {id: P2, nombre: Parque, costo: 50 COP, plazo: largo}
    - {id: P3, nombre: Puente, costo: 7 COP, plazo: corto}
"""
_SUELO = "suelo: {urbano: {area: 40 ha}, perimetro_urbano: {area: 41 ha}, perimetro_servicios: {area: 40 ha}}"
_AA = "proceso: {autoridad_ambiental: {radicado: 2026-02-02, acta: 2026-02-06}}"
_aa = "proceso.autoridad_ambiental"


@pytest.mark.parametrize(
    ("exige", "yaml", "dice"),
    [
        ("suelo.urbano.area <= 30 ha", _SUELO, ("sea a lo sumo 30 ha", "se leyó 40 ha")),
        ("no suelo.urbano.area > 30 ha", _SUELO, ("sea a lo sumo 30 ha", "se leyó 40 ha")),
        ("suelo.urbano.area < 40 ha", _SUELO, ("sea menor que 40 ha", "se leyó 40 ha")),
        ("suelo.urbano.area >= 41 ha", _SUELO, ("sea al menos 41 ha", "se leyó 40 ha")),
        ("suelo.urbano.area > 40 ha", _SUELO, ("sea mayor que 40 ha", "se leyó 40 ha")),
        ("suelo.urbano.area = 41 ha", _SUELO, ("sea 41 ha", "se leyó 40 ha")),
        ("suelo.urbano.area != 40 ha", _SUELO, ("no sea 40 ha", "se leyó 40 ha")),
        (
            "suelo.urbano.area = 50 ha ± 1 %",
            _SUELO,
            ("sea 50 ha, con una diferencia de a lo sumo 1 %", "se leyó 40 ha"),
        ),
        (
            "suelo.urbano existe y suelo.urbano.area <= 30 ha",
            _SUELO,
            ("sea a lo sumo 30 ha", "se leyó 40 ha"),
        ),
        (
            "suelo.urbano.area <= 30 ha o suelo.urbano.area >= 50 ha",
            _SUELO,
            ("o bien «", "a lo sumo 30 ha, o bien «", "al menos 50 ha", "se leyó 40 ha"),
        ),
        (
            "suelo.perimetro_urbano dentro de suelo.perimetro_servicios",
            _SUELO,
            ("quede dentro de «", "es 41 ha", "es 40 ha"),
        ),
        (
            "plan.tramite es uno de {revision_general, modificacion_excepcional}",
            "municipio: {nombre: X}",
            ("sea revisión general o modificación excepcional de norma urbanística", "se leyó plan nuevo"),
        ),
        (
            "suelo.expansion existe",
            "suelo: {expansion: {no_hay: no se prevé}}",
            ("conste «", "el plan declara que no hay", "(no se prevé)"),
        ),
        (
            "municipio.es_distrito",
            "municipio: {nombre: X, es_distrito: no}",
            ("se responda que sí", "se leyó no"),
        ),
        (
            "algún p en medios.proyectos cumple p.costo > 60 COP",
            _PROYECTOS,
            ("en alguno de los elementos de «", "no se da en ninguno de los 3 que se miraron"),
        ),
        (
            "no (algún p en medios.proyectos cumple p.costo > 6 COP)",
            _PROYECTOS,
            ("en ninguno de los elementos", "se da en 2 de 3"),
        ),
        (
            "al menos 3 p en medios.proyectos cumple p.plazo = corto",
            _PROYECTOS,
            ("en al menos 3 de los elementos", "se da en 2 de 3"),
        ),
        (
            "cada p en medios.proyectos cumple p.costo <= 10 COP",
            _PROYECTOS,
            ("sea a lo sumo 10", "se leyó 50 pesos", "Falla en 1 de 3."),
        ),
        (
            "suma de p.costo para cada p en medios.proyectos <= 10 COP",
            _PROYECTOS,
            ("la suma de «Costo estimado, con su año base» de los elementos", "se leyó 62 pesos"),
        ),
        (
            "porcentaje de p en medios.proyectos que cumplen (p.plazo = corto) >= 90 %",
            _PROYECTOS,
            ("el porcentaje de los elementos de «", "se leyó 66,6667 %"),
        ),
        (
            f"días hábiles entre {_aa}.radicado y {_aa}.acta <= 2 días hábiles",
            _AA,
            ("los días hábiles entre «", "sean a lo sumo 2 días hábiles", "se leyó 4 días hábiles"),
        ),
        (
            f"{_aa}.acta <= {_aa}.radicado",
            _AA,
            ("no sea posterior a «", "es 6 de febrero de 2026", "es 2 de febrero de 2026"),
        ),
    ],
)
def test_cada_operador_dice_que_se_espera_y_que_se_leyo(exige: str, yaml: str, dice: tuple[str, ...]) -> None:
    texto = _explicacion(exige, yaml)
    assert texto.startswith("Se espera que ") and texto.endswith(".")
    for parte in dice:
        assert parte in texto, texto


def test_solo_se_dicen_las_partes_que_fallan() -> None:
    exige = "suelo.urbano.area <= 30 ha y suelo.perimetro_urbano.area <= 50 ha"
    texto = _explicacion(exige, _SUELO)
    assert "30 ha" in texto and "50 ha" not in texto


def test_un_no_consta_dice_para_que_hacia_falta_el_dato() -> None:
    yaml = "municipio: {nombre: X}"
    assert _explicacion("suelo.urbano.area <= 3 ha", yaml).endswith("Sin ese dato no se puede decidir.")
    antes = "  cuando suelo.expansion.area > 1 ha\n"
    dicho = _explicacion("municipio.nombre existe", yaml, antes)
    assert dicho.startswith("Solo se exige si «") and dicho.endswith("Sin ese dato no se sabe si aplica.")


def test_un_no_aplica_dice_la_condicion_y_lo_que_se_leyo() -> None:
    hecho = resultado("municipio.nombre existe", _SUELO, antes="  cuando suelo.urbano.area > 90 ha\n")
    (unico,) = hecho.hallazgos
    assert unico.mensaje.startswith("No aplica: solo se exige si «") and "mayor que 90 ha." in unico.mensaje
    assert unico.explicacion.startswith("Se leyó que «") and unico.explicacion.endswith("es 40 ha.")


def test_un_cumple_tambien_dice_que_se_exigia() -> None:
    assert _explicacion("suelo.urbano.area <= 90 ha", _SUELO).startswith("Se exige que «")
    todos = _explicacion("cada p en medios.proyectos cumple p.costo <= 90 COP", _PROYECTOS)
    assert todos.endswith("Se da en los 3 que se miraron.")


def test_lo_que_cita_a_otro_elemento_lo_nombra_y_lo_que_no_tiene_nombre_se_dice_por_su_tipo() -> None:
    fines = "fines: {objetivos: [{id: O1, nombre: Agua limpia}]}"
    yaml = f"{fines}\nmedios: {{estrategias: [{{id: E1, objetivos: [O1]}}]}}"
    exige = "cada e en medios.estrategias cumple e.objetivos existe y e.nombre existe"
    (unico,) = resultado(exige, yaml).hallazgos
    datos = {d.ruta: (d.nombre, d.valor) for d in unico.datos}
    assert unico.de_quien == "estrategia E1"
    assert datos["medios.estrategias[E1].objetivos"][1] == "Agua limpia (O1)"
    assert datos["medios.estrategias[E1].objetivos"][0].endswith("de estrategia E1")
    assert datos["medios.estrategias"][1] == "estrategia E1"

"""Lo que el municipio respondió acompaña a su hallazgo en el informe siguiente, y lo que sobra se dice."""

from collections.abc import Mapping

import pytest

from plomada.cargadores.respuestas import leer_respuestas
from plomada.evaluacion.veredicto import POR_DECIR
from plomada.informes.a_json import a_json
from plomada.informes.html.escribir import a_html
from plomada.informes.markdown.escribir import a_md
from plomada.informes.oficina.libro import escribir_xlsx
from plomada.informes.oficina.oficio import escribir_docx
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.respuestas import Identidad, Leidas
from plomada.informes.respuestas import con_respuestas as agregar
from plomada.informes.vista import Informe
from tests.informes.hechura import hallazgo, informe, resultado
from tests.informes.html.paginas import Lectura
from tests.informes.oficina.apoyo import filas, parrafos, tablas

_DADA = "Se corrige en el artículo 4"


def con_respuestas(hecho: Informe, dadas: Mapping[Identidad, tuple[str, ...]]) -> Informe:
    por_atender = [s.identidad for o in numerar(hecho) for s in o.sustentos]
    return agregar(hecho, Leidas(dadas), por_atender)


def _respondido(perfil: str = "juridico", modo: str = "incumple", requisito: str = "R-1") -> Informe:
    propios = tuple(hallazgo("a", f"p P{n}") for n in (1, 2))
    hecho = informe(resultado("a", requisito=requisito, hallazgos=propios), perfil=perfil)
    return con_respuestas(hecho, {("a", "p P1", modo): (_DADA,)})


@pytest.mark.parametrize("modo", ["incumple", "sin describir"])
def test_la_respuesta_sale_una_vez_y_junto_a_su_hallazgo_en_cada_formato(modo: str) -> None:
    hecho = _respondido(modo=modo)
    assert hecho.avisos == ()
    pagina = Lectura(a_html(hecho)).visible
    assert pagina.count(_DADA) == 1
    assert pagina.index("mensaje de p P1") < pagina.index(_DADA) < pagina.index("mensaje de p P2")
    md = a_md(hecho)
    assert f"  - Respuesta del municipio: {_DADA}" in md and md.count(_DADA) == 1
    assert [f["Respuesta anterior"] for f in filas(escribir_xlsx(hecho), "Hallazgos")] == [_DADA, None]
    documento = parrafos(escribir_docx(hecho))
    assert f"Respuesta del municipio: p P1: {_DADA}" in documento
    assert a_json(hecho).count(_DADA) == 1


def test_la_columna_en_que_el_municipio_responde_vuelve_en_blanco() -> None:
    assert {f["Respuesta del municipio"] for f in filas(escribir_xlsx(_respondido()), "Hallazgos")} == {None}


def test_en_el_acta_la_respuesta_ocupa_su_columna_y_lo_que_nadie_respondio_queda_por_llenar() -> None:
    hecho = informe(resultado("a", requisito="R-4"), resultado("b", requisito="R-4"), perfil="concertacion")
    con = con_respuestas(hecho, {("a", "p P1", "incumple"): (_DADA,)})
    (matriz,) = [t for t in tablas(escribir_docx(con)) if t[0][1] == "Asunto"]
    assert [fila[4] for fila in matriz[1:]] == [_DADA, "[respuesta]"]


def test_la_respuesta_exacta_manda_sobre_la_de_otro_modo() -> None:
    hecho = informe(resultado("a"))
    dadas = {("a", "p P1", "incumple"): ("la de ahora",), ("a", "p P1", "sin describir"): ("la de antes",)}
    con = con_respuestas(hecho, dadas)
    assert "la de ahora" in a_md(con) and "la de antes" not in a_md(con)
    assert [a.codigo for a in con.avisos] == ["PLO-D487"]


@pytest.mark.parametrize(
    ("identidad", "avisa"),
    [(("a", "p P1", "incumple"), False), (("a", "p P9", "incumple"), True), (("z", "", "incumple"), True)],
)
def test_una_respuesta_sin_hallazgo_no_se_pierde_y_se_avisa(
    identidad: tuple[str, str, str], avisa: bool
) -> None:
    hecho = con_respuestas(informe(resultado("a")), {identidad: (_DADA,)})
    assert [a.codigo for a in hecho.avisos] == ["PLO-D487"] * avisa
    assert [(r.regla, r.elemento, r.modo) for r in hecho.respuestas] == [identidad]
    if avisa:
        assert identidad[0] in hecho.avisos[0].mensaje
        assert "PLO-D487" in Lectura(a_html(hecho)).visible


def test_la_respuesta_a_lo_que_ya_cumple_se_avisa_porque_no_sale_en_las_observaciones() -> None:
    cumple = resultado("a", "cumple", hallazgos=(hallazgo("a", "p P1", "cumple"),))
    hecho = con_respuestas(informe(cumple), {("a", "p P1", "incumple"): (_DADA,)})
    assert [a.codigo for a in hecho.avisos] == ["PLO-D487"]


@pytest.mark.parametrize(("cuantas", "corta"), [(12, False), (13, True)])
def test_el_aviso_nombra_doce_reglas_y_dice_que_hay_mas(cuantas: int, corta: bool) -> None:
    dadas = {(f"regla-{n}", "", "incumple"): (_DADA,) for n in range(cuantas)}
    (aviso,) = con_respuestas(informe(resultado("a")), dadas).avisos
    assert f": {cuantas} (" in aviso.mensaje and ("…" in aviso.mensaje) is corta


def test_las_respuestas_no_cambian_ningun_total() -> None:
    assert _respondido().totales == informe(resultado("a", cuantos=2)).totales


def test_dos_respuestas_distintas_al_mismo_hallazgo_van_las_dos() -> None:
    hecho = con_respuestas(informe(resultado("a")), {("a", "p P1", "incumple"): ("Una", "Otra")})
    md = a_md(hecho)
    assert "(1 de 2) Una (2 de 2) Otra" in md.replace("\\", "")
    assert [r.texto for r in hecho.respuestas] == ["(1 de 2) Una\n(2 de 2) Otra"]


_PERFILES = [p.value for p in Perfil]


@pytest.mark.parametrize("perfil", _PERFILES)
@pytest.mark.parametrize("veredicto", [v.value for v in POR_DECIR])
@pytest.mark.parametrize("requisito", ["R-1", "R-2", "R-4"])
def test_toda_respuesta_que_acompana_esta_en_cada_formato_y_la_que_no_se_avisa(
    perfil: str, veredicto: str, requisito: str
) -> None:
    hecho = informe(resultado("a", veredicto, requisito), resultado("b", "cumple"), perfil=perfil)
    con = con_respuestas(hecho, {("a", "p P1", "incumple"): (_DADA,)})
    escritos = {
        "docx": "\n".join(parrafos(escribir_docx(con))),
        "xlsx": str(filas(escribir_xlsx(con), "Hallazgos")),
        "html": Lectura(a_html(con)).visible,
        "md": a_md(con),
    }
    se_ve = {r.regla for r in con.reglas} >= {"a"}
    assert {f: _DADA in escrito for f, escrito in escritos.items()} == dict.fromkeys(escritos, se_ve)
    assert [a.codigo for a in con.avisos] == ([] if se_ve else ["PLO-D487"])
    assert se_ve or _DADA not in a_json(con)


def test_lo_respondido_igual_a_dos_elementos_los_nombra_a_los_dos() -> None:
    hecho = informe(resultado("a", requisito="R-4", cuantos=3), perfil="concertacion")
    con = con_respuestas(hecho, {("a", f"p P{n}", "incumple"): (_DADA,) for n in (1, 2)})
    (matriz,) = [t for t in tablas(escribir_docx(con)) if t[0][1] == "Asunto"]
    assert matriz[1][4] == f"p P1; p P2: {_DADA}"


def test_la_respuesta_a_un_modo_que_sigue_vivo_no_se_pega_a_otro() -> None:
    propios = (hallazgo("a", "p P1"), hallazgo("a", "p P1", "no consta", modo="sin describir"))
    hecho = con_respuestas(informe(resultado("a", hallazgos=propios)), {("a", "p P1", "incumple"): (_DADA,)})
    assert [f["Respuesta anterior"] for f in filas(escribir_xlsx(hecho), "Hallazgos")] == [_DADA, None]


def test_un_libro_sin_ninguna_respuesta_se_avisa() -> None:
    assert [a.codigo for a in con_respuestas(informe(resultado("a")), {}).avisos] == ["PLO-D488"]


def test_si_el_municipio_no_agrega_nada_vale_lo_que_respondio_antes() -> None:
    hecho = con_respuestas(informe(resultado("a")), {("a", "p P1", "incumple"): (_DADA,)})
    leidas = leer_respuestas(escribir_xlsx(hecho), "x.xlsx").valor
    assert leidas is not None and [(r.texto, r.identidad[1]) for r in leidas] == [(_DADA, "p P1")]

"""Lo que el narrador y las huellas recuerdan para no repetirse no cambia lo que dicen."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.llano import narrador
from plomada.evaluacion.llano.narrador import cerrar, sin_repetir
from plomada.evaluacion.llano.rotulos import Rotulador
from plomada.informes.huellas import Huellas, huella, huella_de_registrado, huella_de_regla, parametros_de
from tests.apoyo import correr, paquete, paquete_del_repositorio, plan, regla
from tests.informes.al_azar import presupuesto

_TROZOS = st.sampled_from(
    ["de el", "a el", "De el", " el ", "..", "...", ".", "?.", "!", "….", "  ", " ", "plan.clase", "a.b", "x",
     "suelo.expansion", "(municipio.nombre)", "`plan.clase`", "Es", "el plano", "2.5", "ñ", "\n"]
)  # fmt: skip


def _directo(texto: str) -> str:
    """Lo mismo sin mirar antes si hace falta."""
    nombrada = narrador._RUTA.sub(narrador._con_rotulo, texto)
    return narrador._PUNTOS.sub(lambda m: m[1] or ".", narrador._ESPACIOS.sub(" ", nombrada)).strip()


@presupuesto(400)
@given(st.lists(_TROZOS, max_size=8).map("".join))
@example("Falta el plano de el municipio..")
@example("¿plan.clase?.  Sí")
def test_mirar_antes_de_cambiar_una_frase_da_la_misma_frase(texto: str) -> None:
    directo = _directo(texto)
    assert sin_repetir(texto) == directo
    contraida = narrador._CONTRACCION.sub(lambda m: "del" if m[1] in "dD" else "al", directo)
    assert cerrar(texto) in {contraida, f"{contraida}."}


def test_un_mismo_dato_se_dice_una_vez_y_con_su_valor() -> None:
    texto = "\n".join(
        (
            regla("cada p en medios.proyectos cumple p.costo > 5 COP de 2020", id_="una"),
            regla("cada q en medios.proyectos cumple q.costo > 9 COP de 2020", id_="otra"),
        )
    )
    datos = (
        "medios: {proyectos: [{id: P1, nombre: Uno, costo: 2 COP de 2020}, {id: P2, costo: 3 COP de 2020}]}"
    )
    una, otra = correr(texto, datos).resultados
    leidos = [[d for h in r.hallazgos for d in h.datos if d.ruta.endswith("costo")] for r in (una, otra)]
    assert [(d.nombre, d.valor) for d in leidos[0]] == [
        ("«Costo estimado, con su año base» de Uno (P1)", "2 pesos de 2020"),
        ("«Costo estimado, con su año base» de proyecto P2", "3 pesos de 2020"),
    ]
    assert all(a is b for a, b in zip(*leidos, strict=True))


def test_las_frases_de_un_paquete_no_pasan_a_otro_registro() -> None:
    propio = paquete(regla("municipio.nombre existe"))
    dicha = Rotulador(propio.registro, dichas=propio.dichas).decir("⟦d:municipio.nombre⟧ existe", ())
    assert propio.dichas == {("⟦d:municipio.nombre⟧ existe", ()): dicha}
    assert replace(propio, registro=propio.registro).dichas == {}


def test_la_frase_que_nombra_un_elemento_del_plan_no_se_recuerda() -> None:
    dichas: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}
    rotulador = Rotulador(paquete(regla("municipio.nombre existe")).registro, dichas=dichas)
    prosa, listas = "⟦v:p⟧ tiene costo", (("p", "medios.proyectos"),)
    assert rotulador.decir(prosa, listas, {"p": "Parque (P1)"}) == "Parque (P1) tiene costo"
    assert dichas == {}
    assert rotulador.decir(prosa, listas, {"q": "Otro"}) == rotulador.decir(prosa, listas)
    assert list(dichas) == [(prosa, listas)]


def test_las_huellas_compartidas_son_las_de_siempre() -> None:
    reglas = paquete_del_repositorio()
    juntas = Huellas(reglas.registro)
    for ficha in reglas.fichas:
        citados = parametros_de(ficha)
        entera = [
            huella_de_regla(ficha),
            [huella_de_registrado(reglas.registro.requisito(r)) for r in ficha.fundamento],
            [huella_de_registrado(p) for p in reglas.registro.parametros if p.id in citados],
        ]
        assert juntas.con_su_norma(ficha) == huella(entera)
    assert any(parametros_de(f) for f in reglas.fichas)


@pytest.mark.parametrize(
    ("hasta", "dias"), [(date(2026, 3, 2), 0), (date(2026, 3, 6), 4), (date(2026, 3, 9), 5)]
)
def test_los_dias_habiles_se_cuentan_igual_la_segunda_vez(hasta: date, dias: int) -> None:
    propio = plan("")
    hechos = Hechos(propio.plan, paquete(regla("municipio.nombre existe")).registro, hasta, "POT", "POT", 0)
    assert [hechos.dias_habiles(date(2026, 3, 2), hasta) for _ in range(2)] == [dias, dias]


def test_los_hechos_con_otra_clase_son_los_del_mismo_plan() -> None:
    propio = plan("fines: {objetivos: [{id: O1}]}")
    hechos = Hechos(
        propio.plan, paquete(regla("municipio.nombre existe")).registro, date(2026, 3, 2), "EOT", "EOT", 2
    )
    hechos.hechos[0] = "calculado como EOT"
    otros = hechos.con_clase("POT")
    assert (otros.clase, otros.clase_declarada) == ("POT", "EOT")
    assert otros.cadena is hechos.cadena and otros.hechos[0] is otros.hechos[1]

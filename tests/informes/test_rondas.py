"""Las rondas: cada hallazgo queda en una fila y dice qué pasó con él y por qué."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.informes.elementos import Presencia, presencia_de
from plomada.informes.partes import Aviso
from plomada.informes.rondas.comparar import EnRonda, comparar, emparejar
from plomada.informes.rondas.markdown import a_markdown
from plomada.informes.rondas.partes import Comparacion, CuentaDeRespuestas, Estado, Fila, Origen, Paso
from plomada.informes.rondas.presentar import a_consola, a_json, a_tabla
from plomada.informes.rondas.respuestas import con_respuestas
from plomada.informes.rondas.vistas import vista_de
from plomada.informes.vista import Informe, construir_informe
from plomada.modelo.plan import Plan
from tests.apoyo import paquete, plan, registro, regla, requisito
from tests.informes.al_azar import informar, paquetes_y_planes, presupuesto
from tests.informes.hechura import hallazgo, informe, resultado

SIN_P2 = Presencia({"medios.proyectos": frozenset({"P1", "P3"})}, {"a": {"p": "medios.proyectos"}})
CON_TODOS = Presencia({"medios.proyectos": frozenset({"P1", "P2", "P3"})}, {"a": {"p": "medios.proyectos"}})


def _de(veredicto: str, *propios: Hallazgo) -> Informe:
    return informe(resultado("a", veredicto, hallazgos=propios or (hallazgo("a", "", veredicto, modo=""),)))


def _comparar(*informes: Informe, presencia: Presencia | None = CON_TODOS) -> Comparacion:
    return comparar([EnRonda(f"r{i}", vista_de(x, presencia)) for i, x in enumerate(informes)])


def _consola(hecha: Comparacion) -> str:
    return "\n".join(r.texto for r in a_consola(hecha, 400, todo=True))


def _estados(paso: Paso) -> dict[tuple[str, str], str]:
    return {(f.elemento, f.modo_despues or f.modo_antes): f.estado.value for f in paso.filas}


def _cuadra(paso: Paso) -> None:
    assert sum(f.hay_antes for f in paso.filas) == paso.hallazgos_antes
    assert sum(f.hay_despues for f in paso.filas) == paso.hallazgos_despues
    assert sum(paso.cuentas.values()) == len(paso.filas)
    assert all(f.hay_antes or f.hay_despues for f in paso.filas)
    assert paso.cuentas == {e.value: sum(f.estado is e for f in paso.filas) for e in Estado}
    assert sum(paso.correcciones.values()) == paso.cuentas["se corrigió"]
    assert all(bool(f.correccion) is (f.estado is Estado.SE_CORRIGIO) for f in paso.filas)


# -- estados ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("antes", "despues", "estado"),
    [
        ("cumple", "no cumple", "nuevo"),
        ("no aplica", "no cumple", "nuevo"),
        ("cumple", "requiere concepto", "nuevo"),
        ("no aplica", "no consta", "nuevo"),
        ("no cumple", "no cumple", "persiste"),
        ("no consta", "no consta", "persiste"),
        ("no consta", "no cumple", "cambió"),
        ("requiere concepto", "no cumple", "cambió"),
        ("no cumple", "requiere concepto", "cambió"),
        ("no cumple", "no consta", "ya no se puede comprobar"),
        ("cumple", "no consta", "ya no se puede comprobar"),
        ("cumple", "error", "ya no se puede comprobar"),
        ("no cumple", "cumple", "se corrigió"),
        ("no consta", "cumple", "se corrigió"),
        ("no cumple", "no aplica", "dejó de aplicar"),
        ("cumple", "no aplica", "dejó de aplicar"),
        ("no aplica", "no aplica", "sin cambio"),
        ("cumple", "cumple", "sin cambio"),
        ("no aplica", "cumple", "empezó a cumplir"),
    ],
)
def test_lo_que_paso_con_el_hallazgo_del_plan_entero(antes: str, despues: str, estado: str) -> None:
    paso = _comparar(_de(antes), _de(despues)).pasos[0]
    _cuadra(paso)
    assert [f.estado.value for f in paso.filas] == [estado]
    assert (paso.filas[0].origen is Origen.NINGUNO) is (estado in {"persiste", "sin cambio"})


def test_cada_elemento_tiene_su_historia() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2"))
    despues = _de("no cumple", hallazgo("a", "p P1", modo="parcial"), hallazgo("a", "p P3"))
    paso = _comparar(antes, despues).pasos[0]
    _cuadra(paso)
    assert _estados(paso) == {
        ("p P1", "parcial"): "cambió",
        ("p P2", "incumple"): "se corrigió",
        ("p P3", "incumple"): "nuevo",
    }


def test_quitar_el_elemento_no_es_corregirlo() -> None:
    antes = vista_de(_de("no cumple", hallazgo("a", "p P2")), CON_TODOS)
    despues = _de("cumple")
    sin_el = comparar([EnRonda("r1", antes), EnRonda("r2", vista_de(despues, SIN_P2))]).pasos[0]
    con_el = comparar([EnRonda("r1", antes), EnRonda("r2", vista_de(despues, CON_TODOS))]).pasos[0]
    sin_saber = comparar([EnRonda("r1", antes), EnRonda("r2", vista_de(despues))]).pasos[0]
    assert _estados(sin_el)["p P2", "incumple"] == "se retiró el elemento"
    assert _estados(con_el)["p P2", "incumple"] == "se corrigió"
    fila = next(f for f in sin_saber.filas if f.elemento)
    assert fila.estado is Estado.SE_CORRIGIO and "no se sabe si el elemento sigue allí" in fila.nota
    assert any("no se sabe qué elementos se retiraron" in a for a in sin_saber.avisos)


def test_si_la_regla_entera_deja_de_constar_sus_elementos_ya_no_se_pueden_comprobar() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"))
    paso = _comparar(antes, _de("no consta")).pasos[0]
    _cuadra(paso)
    assert _estados(paso)["p P1", "incumple"] == "ya no se puede comprobar"


def test_corregir_un_elemento_no_se_cuenta_dos_veces_por_el_cumple_de_la_regla() -> None:
    paso = _comparar(_de("no cumple", hallazgo("a", "p P1")), _de("cumple")).pasos[0]
    _cuadra(paso)
    assert (paso.cuentas["se corrigió"], paso.cuentas["empezó a cumplir"]) == (1, 1)
    al_reves = _comparar(_de("cumple"), _de("no cumple", hallazgo("a", "p P1"))).pasos[0]
    _cuadra(al_reves)
    assert (al_reves.cuentas["nuevo"], al_reves.cuentas["dejó de cumplir"]) == (1, 1)


def test_los_hallazgos_con_la_misma_identidad_no_se_pierden() -> None:
    uno = hallazgo("a", "p P1")
    paso = _comparar(_de("no cumple", uno, uno, uno), _de("no cumple", uno)).pasos[0]
    _cuadra(paso)
    assert (paso.cuentas["persiste"], paso.cuentas["se corrigió"]) == (1, 2)
    al_reves = _comparar(_de("no cumple", uno), _de("no cumple", uno, uno)).pasos[0]
    _cuadra(al_reves)
    assert (al_reves.cuentas["persiste"], al_reves.cuentas["nuevo"]) == (1, 1)


def test_la_linea_y_la_pagina_no_son_identidad() -> None:
    otra = hallazgo("a", "p P1", datos=(DatoLeido(ruta="z", valor="1", lugar="plan.yaml:99:1"),))
    paso = _comparar(_de("no cumple", hallazgo("a", "p P1")), _de("no cumple", otra)).pasos[0]
    assert paso.cuentas["persiste"] == 1


def test_en_tres_rondas_lo_que_vuelve_reaparece_y_lo_que_nunca_estuvo_es_nuevo() -> None:
    malo, bueno = _de("no cumple", hallazgo("a", "p P1")), _de("cumple")
    otro = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2"))
    hecha = _comparar(malo, bueno, otro)
    assert [len(hecha.pasos), len(hecha.rondas)] == [2, 3]
    assert _estados(hecha.pasos[1])["p P1", "incumple"] == "reapareció"
    assert _estados(hecha.pasos[1])["p P2", "incumple"] == "nuevo"
    for paso in hecha.pasos:
        _cuadra(paso)


def test_una_regla_que_ya_no_existe_se_dice() -> None:
    paso = _comparar(_de("no cumple"), informe(resultado("b", "cumple"))).pasos[0]
    _cuadra(paso)
    fila = next(f for f in paso.filas if f.regla == "a")
    assert fila.estado is Estado.DEJO_DE_APLICAR
    assert "La regla ya no existe" in fila.nota


# -- por qué ---------------------------------------------------------------------------------------

DESDE_2020 = registro(requisito("R-1", desde=date(2020, 1, 1)))
EXISTE = regla("medios.proyectos existe", id_="a")
CON = "medios: {proyectos: [{id: P1}]}\n"
SIN = "medios: {proyectos: {no_hay: ninguno}}\n"


def _ronda(texto: str, dia: str, reglas: Paquete, antes: str = "") -> EnRonda:
    cargado = plan(texto)
    presencia = presencia_de(cargado.lugares, reglas.fichas)

    def informar_al(fecha: str) -> Informe:
        pedido = Pedido(date.fromisoformat(fecha), fecha_dada=True)
        return construir_informe(evaluar(reglas, cargado.plan, pedido), reglas, "consultoria", (), cargado)

    cruzada = vista_de(informar_al(antes), presencia) if antes else None
    return EnRonda(dia, vista_de(informar_al(dia), presencia), cruzada)


@pytest.mark.parametrize(
    ("uno", "otro", "fechas", "origen"),
    [
        (CON, SIN, ("2021-01-01", "2021-01-01"), Origen.PLAN),
        (CON, SIN, ("2021-01-01", "2022-01-01"), Origen.PLAN),
        (SIN, SIN, ("2019-12-31", "2020-01-01"), Origen.NORMA),
        (CON, SIN, ("2019-12-31", "2020-01-01"), Origen.NORMA),
        (CON, "", ("2019-12-31", "2020-01-01"), Origen.NORMA),
    ],
)
def test_distingue_si_cambio_el_plan_o_la_norma(
    uno: str, otro: str, fechas: tuple[str, str], origen: Origen
) -> None:
    reglas = paquete(EXISTE, DESDE_2020)
    hecha = comparar([_ronda(uno, fechas[0], reglas), _ronda(otro, fechas[1], reglas, antes=fechas[0])])
    cambiadas = [f for f in hecha.pasos[0].filas if f.origen]
    assert {f.origen for f in cambiadas} == {origen}
    assert hecha.pasos[0].origenes[origen.value] == len(cambiadas) > 0


def test_si_cambian_las_dos_cosas_se_dice() -> None:
    """Antes no aplicaba por condición; con el plan nuevo a la fecha vieja cumple, y a la nueva no aplica."""
    hasta_2021 = registro(requisito("R-1", hasta=date(2020, 12, 31)))
    reglas = paquete(EXISTE, hasta_2021)
    hecha = comparar(
        [_ronda("", "2020-01-01", reglas), _ronda(CON, "2021-01-01", reglas, antes="2020-01-01")]
    )
    fila = hecha.pasos[0].filas[0]
    assert (fila.antes, fila.despues, fila.origen) == ("no consta", "no aplica", Origen.PLAN_Y_NORMA)


def test_sin_el_plan_de_la_ronda_nueva_y_con_otra_fecha_no_se_puede_distinguir() -> None:
    reglas = paquete(EXISTE, DESDE_2020)
    hecha = comparar([_ronda(CON, "2019-01-01", reglas), _ronda(SIN, "2021-01-01", reglas)])
    assert {f.origen for f in hecha.pasos[0].filas} == {Origen.NO_SE_SABE}


def test_si_la_regla_cambio_de_texto_cambio_la_herramienta_y_las_otras_no() -> None:
    viejas = paquete(EXISTE + regla("fines.objetivos existe", id_="b"))
    nuevas = paquete(EXISTE + regla("fines.objetivos no existe", id_="b"))
    distinta = replace(nuevas, huella="otra")
    una = _ronda(CON + "fines: {objetivos: [{id: O1}]}\n", "2021-01-01", viejas)
    otra = _ronda(SIN + "fines: {objetivos: [{id: O1}]}\n", "2021-01-01", distinta)
    paso = comparar([una, otra]).pasos[0]
    assert {f.regla: f.origen for f in paso.filas} == {"a": Origen.PLAN, "b": Origen.HERRAMIENTA}
    assert any("reglas o motor distintos" in a for a in paso.avisos)


def test_el_mismo_plan_con_la_misma_fecha_y_otro_motor_cambio_la_herramienta() -> None:
    una = _de("cumple")
    otra = _de("no cumple").model_copy(update={"motor": "9.9.9", "reglas_huella": "otra"})
    assert _comparar(una, otra).pasos[0].filas[0].origen is Origen.HERRAMIENTA


def test_rondas_de_municipios_distintos_se_avisan() -> None:
    reglas = paquete(EXISTE)
    una = _ronda("municipio: {nombre: Uno}\n", "2021-01-01", reglas)
    otra = _ronda("municipio: {nombre: Dos}\n", "2021-01-01", reglas)
    assert any("municipios distintos: Uno y Dos" in a for a in comparar([una, otra]).pasos[0].avisos)


# -- presencia -------------------------------------------------------------------------------------


def test_la_presencia_mira_todos_los_elementos_de_la_combinacion() -> None:
    listas = {"a": {"p": "medios.proyectos", "f": "medios.proyectos"}}
    ids = {"medios.proyectos": frozenset({"P1"}), "medios.proyectos.fuentes": frozenset({"F1"})}
    presencia = Presencia(ids, listas)
    assert (
        presencia.esta("a", "p P1 · f F1") and presencia.esta("a", "") and presencia.esta("a", "inundacion")
    )
    assert not presencia.esta("a", "p P1 · f F2") and not presencia.esta("a", "p P9 · f F1")


# -- respuestas ------------------------------------------------------------------------------------


def test_las_respuestas_acompanan_a_su_hallazgo_aunque_cambie_o_se_corrija() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2"), hallazgo("a", "p P3"))
    despues = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2", modo="parcial"))
    dadas = {
        ("a", "p P1", "incumple"): ("Se corrige en marzo",),
        ("a", "p P2", "incumple"): ("Se corrigió a medias",),
        ("a", "p P3", "incumple"): ("Ya está",),
        ("a", "p P9", "incumple"): ("¿Cuál es?",),
    }
    hecha = con_respuestas(_comparar(antes, despues), dadas)
    respuestas = {f.elemento: f.respuesta for f in hecha.pasos[0].filas}
    assert respuestas == {"p P1": "Se corrige en marzo", "p P2": "Se corrigió a medias", "p P3": "Ya está"}
    assert [(s.elemento, s.respuesta) for s in hecha.respuestas_sin_hallazgo] == [("p P9", "¿Cuál es?")]
    assert "¿Cuál es?" in "\n".join(r.texto for r in a_consola(hecha, 200))


def test_si_hay_respuesta_al_de_antes_y_al_de_despues_van_las_dos() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"))
    despues = _de("no cumple", hallazgo("a", "p P1", modo="parcial"))
    dadas = {("a", "p P1", "incumple"): ("vieja",), ("a", "p P1", "parcial"): ("nueva",)}
    hecha = con_respuestas(_comparar(antes, despues), dadas)
    assert hecha.pasos[0].filas[0].respuesta == "(1 de 2) nueva\n(2 de 2) vieja"
    assert hecha.respuestas == CuentaDeRespuestas(con_hallazgo=2, sin_hallazgo=0, hallazgos_con_varias=0)


def test_en_tres_rondas_cada_respuesta_se_cuenta_una_vez() -> None:
    malo = _de("no cumple", *(hallazgo("a", f"p P{n}") for n in range(6)))
    dadas = {("a", f"p P{n}", "incumple"): (f"respuesta {n}",) for n in range(6)}
    dadas["a", "p P9", "incumple"] = ("¿de cuál?",)
    hecha = con_respuestas(_comparar(malo, malo, _de("cumple")), dadas)
    assert [sum(bool(f.respuesta) for f in p.filas) for p in hecha.pasos] == [6, 6]
    assert hecha.respuestas == CuentaDeRespuestas(con_hallazgo=6, sin_hallazgo=1, hallazgos_con_varias=0)
    dicho = "Respuestas del municipio: 6 junto a su hallazgo y 1 sin hallazgo."
    assert dicho in _consola(hecha) and dicho in a_markdown(hecha)
    assert "Respuestas del municipio" not in _consola(_comparar(malo, malo))


def test_dos_respuestas_al_mismo_hallazgo_van_las_dos_y_se_dice() -> None:
    malo = _de("no cumple", hallazgo("a", "p P1"))
    dadas = {("a", "p P1", "incumple"): ("sí", "no"), ("a", "p P9", "incumple"): ("x", "y")}
    hecha = con_respuestas(_comparar(malo, malo), dadas)
    assert hecha.pasos[0].filas[0].respuesta == "(1 de 2) sí\n(2 de 2) no"
    assert [s.respuesta for s in hecha.respuestas_sin_hallazgo] == ["x", "y"]
    assert hecha.respuestas == CuentaDeRespuestas(con_hallazgo=2, sin_hallazgo=2, hallazgos_con_varias=2)
    assert "2 hallazgos tienen más de una respuesta distinta" in _consola(hecha)


def test_un_libro_sin_respuestas_se_dice() -> None:
    hecha = con_respuestas(_comparar(_de("cumple"), _de("cumple")), {})
    assert "El libro no trae ninguna respuesta" in _consola(hecha)


# -- formatos --------------------------------------------------------------------------------------


def test_los_formatos_dicen_las_mismas_filas() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2"))
    hecha = _comparar(antes, _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P3")))
    datos = json.loads(a_json(hecha))
    filas = list(csv.DictReader(io.StringIO(a_tabla(hecha).a_csv().removeprefix("\ufeff")), delimiter=";"))
    assert [f["elemento"] for f in datos["pasos"][0]["filas"]] == [f["elemento"] for f in filas]
    assert Comparacion.model_validate(datos) == hecha
    texto = "\n".join(r.texto for r in a_consola(hecha, 100))
    for titulo in ("Nuevo (1)", "Persiste (1)", "Se corrigió (1)"):
        assert titulo in texto
    assert texto.index("Nuevo (1)") < texto.index("Se corrigió (1)") < texto.index("Persiste (1)")


def test_lo_que_se_recorta_se_dice() -> None:
    muchos = _de("no cumple", *(hallazgo("a", f"p X{n}") for n in range(15)))
    hecha = _comparar(_de("cumple"), muchos, presencia=None)
    assert "y 3 más, que se ven con --todo." in "\n".join(r.texto for r in a_consola(hecha))
    todo = "\n".join(r.texto for r in a_consola(hecha, todo=True))
    assert "más, que se ven" not in todo and "p X14" in todo and "Dejó de cumplir (1)" in todo


@pytest.mark.parametrize(
    ("antes", "dicho", "varios"),
    [
        ("no cumple", "se incumplía", "se incumplían"),
        ("no consta", "solo no constaba", "solo no constaban"),
        ("requiere concepto", "requería concepto", "requerían concepto"),
        ("error", "no se había podido evaluar", "no se habían podido evaluar"),
    ],
)
def test_lo_corregido_dice_si_se_incumplia(antes: str, dicho: str, varios: str) -> None:
    uno = _comparar(_de(antes, hallazgo("a", "p P1", antes)), _de("cumple"))
    dos = _comparar(_de(antes, *(hallazgo("a", f"p P{n}", antes) for n in (1, 2))), _de("cumple"))
    for hecha, cuenta in ((uno, f"1 se corrigió: 1 {dicho}."), (dos, f"2 se corrigió: 2 {varios}.")):
        _cuadra(hecha.pasos[0])
        assert cuenta in _consola(hecha) and cuenta in a_markdown(hecha)
    assert f"(incumple); después, cumple · {dicho} · cambió el plan" in _consola(uno)
    assert f"| se corrigió | {dicho} |" in a_markdown(uno)
    fila = dict(zip(a_tabla(uno).columnas, a_tabla(uno).filas[0], strict=True))
    assert (fila["estado"], fila["qué pasaba"]) == ("se corrigió", dicho)
    assert json.loads(a_json(uno))["pasos"][0]["filas"][0]["correccion"] == dicho


def test_lo_que_se_incumplia_va_antes_y_las_sumas_cuadran() -> None:
    propios = (hallazgo("a", "p P1", "no consta"), hallazgo("a", "p P2"), hallazgo("a", "p P3", "no consta"))
    hecha = _comparar(_de("no cumple", *propios), _de("cumple"))
    _cuadra(hecha.pasos[0])
    corregidas = [f.elemento for f in hecha.pasos[0].filas if f.correccion]
    assert corregidas == ["p P2", "p P1", "p P3"]
    assert "3 se corrigió: 1 se incumplía y 2 solo no constaban." in _consola(hecha)


def test_lo_que_ya_no_se_dice_va_en_pasado() -> None:
    antes = _de("no cumple", hallazgo("a", "p P1"), hallazgo("a", "p P2"), hallazgo("a", "p P3"))
    despues = _de("no cumple", hallazgo("a", "p P2", "no consta", mensaje="falta"), hallazgo("a", "p P3"))
    hecha = _comparar(antes, despues)
    texto = _consola(hecha)
    assert "Antes decía: mensaje de p P1" in texto and "    mensaje de p P1" not in texto
    assert "Antes decía: mensaje de p P2" in texto and "Ahora: falta" in texto
    assert "    mensaje de p P3" in texto and "Antes decía: mensaje de p P3" not in texto
    filas = [dict(zip(a_tabla(hecha).columnas, f, strict=True)) for f in a_tabla(hecha).filas]
    dichas = {f["elemento"]: (f["antes decía"], f["ahora dice"]) for f in filas}
    assert dichas == {
        "p P1": ("mensaje de p P1", ""),
        "p P2": ("mensaje de p P2", "falta"),
        "p P3": ("", "mensaje de p P3"),
    }


def test_a_una_persona_se_le_nombra_el_elemento_y_a_un_programa_su_identidad() -> None:
    crudo = "avenida_torrencial · expansion"
    propios = (hallazgo("a", crudo, mensaje="x"), hallazgo("a", "p P1", de_quien="Parque (P1)", mensaje="x"))
    hecha = _comparar(_de("no cumple", *propios), _de("no cumple", *propios))
    dadas = {("a", "movimiento_en_masa", "incumple"): ("sí",)}
    hecha = con_respuestas(hecha, dadas)
    for texto in (_consola(hecha), a_markdown(hecha)):
        assert "avenida torrencial · expansión" in texto and "Parque (P1)" in texto
        assert "movimiento en masa" in texto and "p P1" not in texto
        assert not re.search(r"[a-z]\\?_[a-z]", texto)
    for texto in (a_json(hecha), a_tabla(hecha).a_csv()):
        assert crudo in texto and "p P1" in texto and "Parque (P1)" in texto


def test_el_markdown_dice_de_que_rondas_se_trata_con_sus_cuentas_y_avisos() -> None:
    reglas = paquete(EXISTE)
    una, otra = (
        _ronda(f"plan: {{clase: EOT, tramite: {t}}}\nmunicipio: {{nombre: {m}}}\n", dia, reglas)
        for t, m, dia in (("plan_nuevo", "Uno", "2021-01-01"), ("revision_general", "Dos", "2021-01-02"))
    )
    hecha = comparar([una, otra])
    texto = a_markdown(hecha)
    assert texto.startswith(
        "# Comparación de 2 rondas\n\n- 2021-01-01: Uno, EOT, plan nuevo, norma del 1 de enero de 2021"
    )
    assert "Dos, EOT, revisión general" in texto and "plan.yaml" in texto
    assert "## De 2021-01-01 a 2021-01-02" in texto and "1 persiste" in texto
    assert "- Aviso: Las rondas son de municipios distintos: Uno y Dos." in texto
    assert "- Aviso: El trámite no es el mismo" in texto
    assert "\n\n| estado |" in texto and texto.endswith("|\n")


def test_lo_que_se_aviso_al_leer_una_ronda_se_cuenta() -> None:
    avisos = [Aviso(codigo="PLO-L1", gravedad=g, mensaje="x") for g in ("error", "advertencia", "nota")]
    con = _de("cumple").model_copy(update={"avisos": tuple(avisos)})
    hecha = _comparar(_de("cumple"), con)
    assert "al leerla hubo 1 error y 2 advertencias" in _consola(hecha)
    assert a_markdown(hecha).count("al leerla hubo") == 1


# -- propiedades -----------------------------------------------------------------------------------

_HALLAZGOS = st.builds(
    lambda e, v, m: hallazgo("a", e, v, modo=m),
    st.sampled_from(["", "p P1", "p P2", "p P9"]),
    st.sampled_from(["cumple", "no cumple", "no consta", "no aplica", "requiere concepto", "error"]),
    st.sampled_from(["incumple", "parcial"]),
)
_RONDAS = st.lists(
    st.tuples(st.sampled_from(["cumple", "no cumple", "no consta"]), st.lists(_HALLAZGOS, max_size=5)),
    min_size=2,
    max_size=3,
)


@presupuesto(50)
@given(_RONDAS)
def test_las_cuentas_suman_los_hallazgos_de_las_dos_rondas(rondas: list[tuple[str, list[Hallazgo]]]) -> None:
    informes = [informe(resultado("a", v, hallazgos=tuple(propios))) for v, propios in rondas]
    cuantos = [len(propios) for _, propios in rondas]
    for presencia in (None, CON_TODOS):
        pasos = _comparar(*informes, presencia=presencia).pasos
        assert [(p.hallazgos_antes, p.hallazgos_despues) for p in pasos] == list(pairwise(cuantos))
        for paso in pasos:
            _cuadra(paso)


@given(st.lists(_HALLAZGOS, max_size=6), st.lists(_HALLAZGOS, max_size=6))
def test_emparejar_no_pierde_ni_repite(antes: list[Hallazgo], despues: list[Hallazgo]) -> None:
    pares = list(emparejar(antes, despues))
    assert Counter(map(str, antes)) == Counter(str(a) for a, _ in pares if a is not None)
    assert Counter(map(str, despues)) == Counter(str(d) for _, d in pares if d is not None)
    assert (None, None) not in pares


@presupuesto(25)
@given(paquetes_y_planes(planes=2))
def test_con_el_motor_de_verdad_tambien_cuadran_y_compararse_consigo_no_cambia_nada(
    caso: tuple[Paquete, tuple[Plan, ...]],
) -> None:
    reglas, (uno, otro) = caso
    a, b = informar(reglas, uno), informar(reglas, otro)
    for paso in _comparar(a, b, a, presencia=None).pasos:
        _cuadra(paso)
    quieto = _comparar(a, a, presencia=None).pasos[0]
    assert {f.estado for f in quieto.filas} <= {Estado.PERSISTE, Estado.SIN_CAMBIO}
    assert not any(isinstance(f, Fila) and f.origen for f in quieto.filas)

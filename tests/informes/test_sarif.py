"""El SARIF vale contra su esquema, dice lo mismo que los demás formatos y no oculta lo aceptado."""

import json
from typing import Any

import pytest
from hypothesis import given

from plomada.cargadores.aceptaciones import leer_aceptaciones
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones
from plomada.informes.elementos import Presencia
from plomada.informes.sarif.a_sarif import IDENTIDAD, a_sarif
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.plan import Plan
from tests.apoyo import plan
from tests.informes.al_azar import informar, paquetes_y_planes, presupuesto
from tests.informes.esquema_sarif import VALIDADOR
from tests.informes.hechura import evaluacion, hallazgo, informe, resultado, surtido


def _corrida(hecho: Informe, anterior: Informe | None = None) -> Any:
    documento = json.loads(a_sarif(hecho, anterior))
    VALIDADOR.validate(documento)
    assert documento["version"] == "2.1.0"
    return documento["runs"][0]


def _uno(hecho: Informe) -> Any:
    return _corrida(hecho)["results"][0]


def test_el_esquema_de_la_prueba_rechaza_lo_que_no_es_sarif() -> None:
    assert not VALIDADOR.is_valid({"version": "2.1.0"})
    mala = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"kind": "fail"}]}]}
    assert not VALIDADOR.is_valid(mala)


@pytest.mark.parametrize(
    ("veredicto", "clase"),
    [
        ("no cumple", "fail"),
        ("cumple", "pass"),
        ("no consta", "open"),
        ("no aplica", "notApplicable"),
        ("requiere concepto", "review"),
        ("error", "open"),
    ],
)
def test_la_clase_sale_del_veredicto_y_solo_lo_que_falla_tiene_nivel(veredicto: str, clase: str) -> None:
    uno = _uno(informe(resultado("a", veredicto)))
    assert (uno["kind"], uno["properties"]["veredicto"]) == (clase, veredicto)
    assert (uno["level"] == "none") is (clase != "fail")


@pytest.mark.parametrize(("requisito", "nivel"), [("R-1", "error"), ("R-2", "warning"), ("R-3", "note")])
def test_el_nivel_sale_de_la_fuerza(requisito: str, nivel: str) -> None:
    corrida = _corrida(informe(resultado("a", requisito=requisito)))
    assert corrida["results"][0]["level"] == nivel
    assert corrida["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == nivel


def test_cada_resultado_senala_su_regla_y_su_lugar() -> None:
    corrida = _corrida(informe(*surtido()))
    reglas = [r["id"] for r in corrida["tool"]["driver"]["rules"]]
    assert all(reglas[r["ruleIndex"]] == r["ruleId"] for r in corrida["results"])
    lugar = corrida["results"][0]["locations"][0]
    assert lugar["physicalLocation"] == {
        "artifactLocation": {"uri": "plan.yaml", "uriBaseId": "ENTREGA"},
        "region": {"startLine": 3, "startColumn": 1},
    }
    assert lugar["logicalLocations"][0]["fullyQualifiedName"] == "a.b"


@pytest.mark.parametrize(
    ("lugar", "archivo", "celda"),
    [
        ("plan.xlsx!Proyectos!C14", "plan.xlsx", "C14"),
        ("mi plan ñ.yaml:3:1", "mi%20plan%20%C3%B1.yaml", None),
        ("/home/ana/entrega/plan.yaml:3:1", "plan.yaml", None),
        ("C:\\planes\\plan.yaml:3:1", "plan.yaml", None),
    ],
)
def test_un_lugar_es_linea_o_celda_y_nunca_dice_la_maquina(
    lugar: str, archivo: str, celda: str | None
) -> None:
    h = hallazgo("a", datos=(DatoLeido(ruta="r", valor="v", lugar=lugar),))
    hallado = _uno(informe(resultado("a", hallazgos=(h,))))["locations"][0]
    assert hallado["physicalLocation"]["artifactLocation"]["uri"] == archivo
    celdas = [x["name"] for x in hallado["logicalLocations"] if x["kind"] == "cell"]
    assert celdas == ([celda] if celda else [])
    assert ("region" in hallado["physicalLocation"]) is (celda is None)


def test_sin_datos_leidos_el_lugar_es_el_elemento_o_el_plan() -> None:
    for elemento, nombre in (("proyecto P1", "proyecto P1"), ("", "plan")):
        h = hallazgo("a", elemento, datos=())
        lugar = _uno(informe(resultado("a", hallazgos=(h,))))["locations"][0]
        assert [x["fullyQualifiedName"] for x in lugar["logicalLocations"]] == [nombre]


def test_la_huella_no_cambia_con_la_linea_y_si_con_la_identidad() -> None:
    def de(**cambios: object) -> str:
        h = hallazgo("a", **cambios)  # type: ignore[arg-type]
        return str(_uno(informe(resultado("a", hallazgos=(h,))))["partialFingerprints"][IDENTIDAD])

    otra_linea = (DatoLeido(ruta="a.b", valor="9 ha", lugar="plan.yaml:77:1"),)
    base = de(elemento="p P1")
    assert base == de(elemento="p P1", datos=otra_linea, mensaje="otro")
    assert len({base, de(elemento="p P2"), de(elemento="p P1", modo="parcial")}) == 3


def test_lo_que_fallo_va_tambien_como_notificacion_y_el_codigo_es_el_de_la_consola() -> None:
    hecho = informe(*surtido())
    invocacion = _corrida(hecho)["invocations"][0]
    assert invocacion["executionSuccessful"] is False
    assert invocacion["exitCode"] == codigo_de_salida(hecho) == 3
    assert [n["associatedRule"]["id"] for n in invocacion["toolExecutionNotifications"]] == ["p-error"]


def test_comparado_con_el_anterior_dice_que_es_nuevo_que_sigue_y_que_ya_no_esta() -> None:
    antes = informe(
        resultado("a", hallazgos=(hallazgo("a", "p P1"), hallazgo("a", "p P2"), hallazgo("a", "p P3")))
    )
    despues = informe(
        resultado(
            "a",
            hallazgos=(hallazgo("a", "p P1"), hallazgo("a", "p P2", modo="parcial"), hallazgo("a", "p P4")),
        )
    )
    estados = {r["properties"]["elemento"]: r["baselineState"] for r in _corrida(despues, antes)["results"]}
    assert estados == {"p P1": "unchanged", "p P2": "updated", "p P3": "absent", "p P4": "new"}


@pytest.mark.parametrize(("mensaje", "estado"), [("Costo: 5.", "unchanged"), ("Costo: 60.", "updated")])
def test_con_la_misma_conclusion_lo_que_dice_otra_cosa_cambio(mensaje: str, estado: str) -> None:
    def con(dicho: str) -> Informe:
        return informe(resultado("a", hallazgos=(hallazgo("a", "p P1", mensaje=dicho),)))

    (unico,) = _corrida(con(mensaje), con("Costo: 5."))["results"]
    assert unico["baselineState"] == estado


def test_lo_que_el_perfil_oculta_no_se_da_por_ausente() -> None:
    completo, recortado = informe(*surtido()), informe(*surtido(), perfil="concertacion")
    resultados = _corrida(recortado, completo)["results"]
    assert {r["baselineState"] for r in resultados} == {"unchanged"}
    assert {r["ruleId"] for r in resultados} == {"r-ambiental"}
    assert _corrida(recortado)["properties"]["oculto"]["reglas"] == 10


def test_lo_aceptado_lleva_quien_lo_acepto_y_sigue_fallando() -> None:
    uno = resultado("a", cuantos=2)
    leidas = leer_aceptaciones(
        b"- {id: A1, regla: a, elemento: p P1, modo: incumple, razon: Hay plazo, firmante: Ana, "
        b"fecha: 2026-01-02, vence: 2026-06-01}\n"
    ).valor
    assert leidas is not None
    evaluado = Evaluado(evaluacion(uno), plan().plan, Presencia({}, {}))
    corrida = _corrida(con_aceptaciones(informe(uno), leidas, evaluado))
    suprimidos = [r for r in corrida["results"] if "suppressions" in r]
    assert [(r["properties"]["elemento"], r["kind"], r["level"]) for r in suprimidos] == [
        ("p P1", "fail", "error")
    ]
    assert suprimidos[0]["suppressions"][0]["justification"] == "Hay plazo. Firma Ana, 2026-01-02."
    assert corrida["properties"]["totales"]["hallazgos_aceptados"] == 1
    assert corrida["properties"]["totales"]["requerimientos"] == 1


def test_lo_que_excede_la_firma_no_va_suprimido_y_se_notifica() -> None:
    uno = resultado("a", cuantos=2)
    leidas = leer_aceptaciones(
        b"- {id: A1, regla: a, elemento: todos, modo: incumple, razon: Hay plazo, firmante: Ana, "
        b"fecha: 2026-01-02, vence: 2026-06-01, cubre: 1}\n"
    ).valor
    assert leidas is not None
    evaluado = Evaluado(evaluacion(uno), plan().plan, Presencia({}, {}))
    corrida = _corrida(con_aceptaciones(informe(uno), leidas, evaluado))
    assert not [r for r in corrida["results"] if "suppressions" in r]
    (aviso,) = corrida["invocations"][0]["toolConfigurationNotifications"]
    assert aviso["descriptor"]["id"] == "PLO-V463" and "no ampara ninguno" in aviso["message"]["text"]


def test_textos_hostiles_quedan_como_texto_y_el_archivo_vale() -> None:
    feo = '<script>alert("x")</script>\u202e=CMD()😀\n' + "x" * 10_000
    uno = _uno(informe(resultado("a", hallazgos=(hallazgo("a", feo, mensaje=feo),))))
    assert uno["message"]["text"].startswith(feo)
    assert uno["properties"]["elemento"] == feo


# -- al azar ---------------------------------------------------------------------------------------


@presupuesto(12)
@given(paquetes_y_planes())
def test_de_cualquier_plan_sale_un_sarif_que_vale(caso: tuple[Paquete, tuple[Plan, ...]]) -> None:
    paquete, (uno,) = caso
    assert len(_corrida(informar(paquete, uno))["tool"]["driver"]["rules"]) == 4

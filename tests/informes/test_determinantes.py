"""El informe dice qué determinantes expidió cada autoridad, cuáles faltan y de cuál no hay paquete."""

from datetime import date
from typing import Any

import pytest

from plomada.aplicacion import carpeta_de_datos
from plomada.informes.determinantes import AutoridadInformada, informar_autoridades
from plomada.modelo.plan import Plan
from plomada.normativa.autoridades import ActoDeAutoridad, PaqueteDeAutoridad
from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro

FECHA = date(2026, 3, 1)


def _acto(id_: str, titulo: str, anio: int, **claves: str) -> dict[str, object]:
    return {"id": id_, "titulo": titulo, "anio": anio, "fuente": "x", "verificacion": "texto", **claves}


def _determinante(id_: str, asunto: str, acto: str) -> dict[str, object]:
    base = {"eje": "suelo", "nivel": 1, "ambiental": "no", "evidencia": "e"}
    return {"id": id_, "asunto": asunto, "acto": acto, **base}


PAQUETE = PaqueteDeAutoridad.model_validate(
    {
        "id": "car-uno",
        "nombre": "Corporación Uno",
        "siglas": "CARUNO",
        "version": "2026-01-01",
        "completo": "no",
        "actos": [
            _acto("a", "Resolución 1 de 2020", 2020),
            _acto(
                "v", "Resolución 9 de 2010", 2010, derogado_desde="2020-05-01", derogado_por="la 1 de 2020"
            ),
        ],
        "determinantes": [
            _determinante("d-agua", "Rondas", "a"),
            _determinante("d-suelo", "Densidades", "a"),
            _determinante("d-vieja", "Antigua", "v"),
        ],
    }
)
REGISTRO = Registro(autoridades=(PAQUETE,))


def _informar(*autoridades: str, **plan: Any) -> tuple[AutoridadInformada, ...]:
    datos: dict[str, Any] = {"plan": {"clase": "EOT", "tramite": "plan_nuevo"}, **plan}
    if autoridades:
        datos["municipio"] = {
            "autoridades_ambientales": [{"id": f"A{n}", "nombre": a} for n, a in enumerate(autoridades)]
        }
    return informar_autoridades(Plan.model_validate(datos), REGISTRO, FECHA)


@pytest.mark.parametrize("nombre", ["Corporación Uno", "corporacion uno", "CARUNO", "car-uno"])
def test_la_autoridad_se_reconoce_como_se_escriba(nombre: str) -> None:
    (hallada,) = _informar(nombre)
    assert (hallada.paquete, hallada.version) == ("car-uno", "2026-01-01")


def test_lo_que_el_plan_no_describe_se_nombra_y_lo_derogado_no_se_pide() -> None:
    (hallada,) = _informar("CARUNO", determinantes=[{"id": "D1", "codigo": "d-agua"}])
    assert {d.id: d.descrita for d in hallada.determinantes} == {
        "d-agua": True, "d-suelo": False, "d-vieja": False,
    }  # fmt: skip
    assert "no describe estas determinantes suyas: Densidades." in hallada.frase
    assert "confírmelas con la autoridad" in hallada.frase


def test_una_autoridad_sin_paquete_se_dice_y_no_se_calla() -> None:
    con, sin = _informar("CARUNO", "Corporación Dos")
    assert con.paquete and not sin.paquete
    assert "No hay paquete de determinantes cargado para Corporación Dos" in sin.frase


def test_un_plan_que_no_nombra_su_autoridad_lo_dice() -> None:
    (hallada,) = _informar()
    assert "no dice qué autoridad ambiental" in hallada.frase


@pytest.mark.parametrize(
    ("acto", "fecha", "vigor"),
    [
        ({"anio": 2020}, "2019-12-31", "no rige"),
        ({"anio": 2020}, "2020-06-01", "no se sabe"),
        ({"anio": 2020}, "2021-01-01", "rige"),
        ({"anio": 2022, "rige_desde": "2022-01-27"}, "2022-01-26", "no rige"),
        ({"anio": 2022, "rige_desde": "2022-01-27"}, "2022-01-27", "rige"),
        ({"anio": 2010, "derogado_desde": "2020-05-01"}, "2020-04-30", "rige"),
        ({"anio": 2010, "derogado_desde": "2020-05-01"}, "2020-05-01", "no rige"),
        ({"anio": 2013, "derogado_por": "otra"}, "2026-01-01", "no se sabe"),
    ],
)
def test_un_acto_rige_hasta_donde_se_sabe(acto: dict[str, Any], fecha: str, vigor: str) -> None:
    base = {"id": "a", "titulo": "t", "fuente": "x", "verificacion": "texto"}
    assert ActoDeAutoridad.model_validate({**base, **acto}).en(date.fromisoformat(fecha)) == vigor


def test_los_paquetes_de_la_casa_cargan_y_dicen_de_donde_salen() -> None:
    leido = leer_registro(carpeta_de_datos() / "normativa")
    assert leido.valor is not None, leido.diagnosticos
    chivor = leido.valor.autoridad("CORPOCHIVOR")
    assert chivor is not None and len({d.eje for d in chivor.determinantes}) == 4
    for paquete in leido.valor.autoridades:
        assert paquete.completo == "no" and all(a.fuente and a.dudas for a in paquete.actos)

"""Consultas, fuerzas, vigencias y la ida y vuelta por JSON."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plomada.normativa.citas import Cita
from plomada.normativa.parametros import Parametro, ValorVigente
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.cantidad import Cantidad
from plomada.valores.unidades import UNIDADES
from tests.normativa.registro_minimo import CONTENIDOS, REQUISITOS, leer

BASE = {
    "id": "R", "cita": {"norma": "n"}, "clases": ["POT", "PBOT", "EOT"], "desde": "2000-01-01",
    "analisis": "tramite", "parafrasis": "p", "estado": "automática", "verificacion": "texto",
}  # fmt: skip


@pytest.fixture
def registro(tmp_path: Path) -> Registro:
    leido = leer(tmp_path).valor
    assert leido is not None
    return leido


@pytest.mark.parametrize(
    ("extra", "esperadas"),
    [
        ({}, ("debe", "debe")),
        ({"fuerza_por_clase": {"EOT": "deberia"}}, ("debe", "deberia")),
        ({"fuerza": "informa", "fuerza_por_clase": {"POT": "debe"}}, ("debe", "informa")),
        ({"verificacion": "memoria"}, ("deberia", "deberia")),
        ({"verificacion": "metodo", "fuerza_por_clase": {"EOT": "informa"}}, ("deberia", "informa")),
        ({"verificacion": "fuente secundaria"}, ("debe", "debe")),
        ({"firmeza": "en litigio"}, ("deberia", "deberia")),
        ({"firmeza": "por confirmar", "fuerza": "informa"}, ("informa", "informa")),
    ],
)
def test_la_fuerza_varia_por_clase_y_se_topa(extra: dict[str, object], esperadas: tuple[str, str]) -> None:
    requisito = Requisito.model_validate(BASE | extra)
    assert (requisito.fuerza_para("POT"), requisito.fuerza_para("EOT")) == esperadas


def test_un_requisito_no_se_puede_cambiar() -> None:
    with pytest.raises(ValidationError):
        Requisito.model_validate(BASE).fuerza = "informa"  # type: ignore[misc]


def test_la_vigencia_incluye_sus_dos_extremos() -> None:
    r = Requisito.model_validate(BASE | {"hasta": "2000-12-31"})
    dias = (date(1999, 12, 31), date(2000, 1, 1), date(2000, 12, 31), date(2001, 1, 1))
    assert [r.rige_en(d) for d in dias] == [False, True, True, False]


@pytest.mark.parametrize(
    ("partes", "texto"),
    [
        ({"articulo": "12", "numeral": "2.3"}, "Ley 388 de 1997, artículo 12, numeral 2.3"),
        ({"articulo": "9", "literal": "a"}, "Ley 388 de 1997, artículo 9, literal a"),
        (
            {"articulo": "24", "inciso": "2", "paragrafo": "1"},
            "Ley 388 de 1997, artículo 24, inciso 2, parágrafo 1",
        ),
        ({}, "Ley 388 de 1997"),
    ],
)
def test_la_cita_se_escribe_completa(partes: dict[str, str], texto: str) -> None:
    assert Cita(norma="ley-388-de-1997", titulo="Ley 388 de 1997", **partes).texto() == texto


def test_se_consulta_por_norma_y_por_articulo_exacto(registro: Registro) -> None:
    assert [r.id for r in registro.requisitos_de("ley-a")] == ["R-1"]
    assert [r.id for r in registro.requisitos_de("ley-a", "12")] == ["R-1"]
    assert registro.requisitos_de("ley-a", "1") == ()
    assert [r.id for r in registro.requisitos_de("decreto-viejo", "9")] == ["R-2"]


def test_la_cita_es_la_de_la_norma_que_regia_en_la_fecha(registro: Registro) -> None:
    r = registro.requisito("R-2")
    assert registro.citar(registro.cita_en(r, date(2015, 5, 25))) == "Decreto Viejo de 1998, artículo 9"
    assert registro.citar(registro.cita_en(r, date(2015, 5, 26))) == "Decreto B de 2015, artículo 2.2.2.1"
    assert registro.cita_en(r, date(1990, 1, 1)) == r.cita


def test_solo_las_condiciones_escritas_se_evaluan(registro: Registro) -> None:
    assert registro.condiciones() == {"R-2": "suelo.expansion no existe"}


def test_un_parametro_sin_valor_a_la_fecha_o_para_la_clave_da_none(registro: Registro) -> None:
    plazo, escala = registro.parametro("plazo"), registro.parametro("escala")
    assert plazo.en(date(1997, 7, 23)) is None
    assert plazo.en(date(2020, 1, 1), "urbano") is None
    assert escala.en(date(2020, 1, 1)) is None
    assert escala.en(date(2020, 1, 1), "expansion") is None
    assert escala.en(date(2015, 5, 25), "urbano") is None
    hallado = escala.en(date(2015, 5, 26), "rural")
    assert hallado is not None and hallado.valor == Cantidad(Decimal(25000), "escala")


def test_la_ida_y_vuelta_por_json_da_el_mismo_registro_y_la_misma_huella(registro: Registro) -> None:
    vuelta = Registro.desde_json(registro.a_json())
    assert vuelta == registro
    assert vuelta.a_json() == registro.a_json()
    assert vuelta.huella() == registro.huella()
    assert len(registro.huella()) == 64


def test_la_huella_no_cambia_con_comentarios_ni_orden_y_si_con_el_contenido(
    tmp_path: Path, registro: Registro
) -> None:
    primero = CONTENIDOS.index("  - id: modelo")
    segundo = CONTENIDOS.index("  - id: objetivos")
    al_reves = "# otro orden\ncontenidos:\n" + CONTENIDOS[segundo:] + CONTENIDOS[primero:segundo]
    igual = leer(tmp_path / "a", contenidos=al_reves).valor
    distinto = leer(
        tmp_path / "b", requisitos=REQUISITOS.replace("Lleva un modelo.", "Trae un modelo.")
    ).valor
    assert igual is not None and distinto is not None
    assert igual.huella() == registro.huella() != distinto.huella()


@given(
    st.one_of(
        st.dates(),
        st.decimals(0, 10**9, places=2),
        st.builds(Cantidad, st.decimals(0, 10**9, places=3), st.sampled_from(sorted(UNIDADES))),
        st.builds(Cantidad, st.integers(1, 500_000).map(Decimal), st.just("escala")),
        st.builds(Cantidad, st.integers(1, 10**9).map(Decimal), st.just("COP"), st.integers(2000, 2040)),
    )
)
def test_todo_valor_vuelve_igual_del_json(valor: Cantidad | Decimal | date) -> None:
    escrito = ValorVigente(desde=date(2000, 1, 1), valor=valor, cita=Cita(norma="n"))
    vuelto = ValorVigente.model_validate_json(escrito.model_dump_json(exclude_defaults=True))
    assert vuelto.valor == valor
    assert type(vuelto.valor) is type(valor)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=6), st.integers(-5, 2500))
def test_un_parametro_tiene_a_lo_sumo_un_valor_por_fecha(duraciones: list[int], corrido: int) -> None:
    desde, valores = date(2000, 1, 1), []
    for n, dias in enumerate(duraciones):
        hasta = desde + timedelta(days=dias - 1)
        valores.append(ValorVigente(desde=desde, hasta=hasta, valor=Decimal(n), cita=Cita(norma="n")))
        desde = hasta + timedelta(days=1)
    fecha = date(2000, 1, 1) + timedelta(days=corrido)
    obvios = [v for v in valores if v.hasta and v.desde <= fecha <= v.hasta]
    parametro = Parametro(id="p", titulo="p", dimension="número", valores=tuple(valores))
    assert len(obvios) <= 1
    assert parametro.en(fecha) == (obvios[0] if obvios else None)

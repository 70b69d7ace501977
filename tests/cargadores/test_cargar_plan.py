"""Del disco al plan: todo lo que puede salir mal con un archivo es un diagnóstico."""

import hashlib
import os
from pathlib import Path

import pytest

from plomada.cargadores.plan import PlanCargado, cargar_plan
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura

MINIMO = b"plan: {clase: EOT, tramite: plan_nuevo}\n"


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_bytes(MINIMO)
    return tmp_path


def unico(leido: Lectura[PlanCargado]) -> Diagnostico:
    assert leido.valor is None
    assert len(leido.diagnosticos) == 1
    return leido.diagnosticos[0]


def test_la_carpeta_y_el_archivo_dan_lo_mismo(carpeta: Path) -> None:
    por_carpeta, por_archivo = cargar_plan(carpeta), cargar_plan(carpeta / "plan.yaml")
    assert por_carpeta == por_archivo
    assert por_carpeta.valor is not None
    assert len(por_carpeta.valor.huella) == len(hashlib.sha256().hexdigest())
    assert por_carpeta.valor.archivo == "plan.yaml"


def test_nada_de_lo_leido_depende_de_la_maquina(carpeta: Path) -> None:
    leido = cargar_plan(carpeta)
    assert leido.valor is not None
    assert {t.archivo for t in leido.valor.lugares.values()} == {"plan.yaml"}


def test_no_existe(tmp_path: Path) -> None:
    d = unico(cargar_plan(tmp_path / "nada.yaml"))
    assert d.codigo == "PLO-L101" and "nada.yaml" in d.mensaje


def test_la_carpeta_no_trae_plan(tmp_path: Path) -> None:
    d = unico(cargar_plan(tmp_path))
    assert (d.codigo, d.mensaje) == ("PLO-L101", "la carpeta no trae `plan.yaml` ni `plan.xlsx`")


def test_una_ruta_imposible_no_lanza() -> None:
    assert unico(cargar_plan(Path("a\0b"))).codigo == "PLO-L101"
    assert unico(cargar_plan(Path("x" * 5000))).codigo in {"PLO-L101", "PLO-L102"}


def test_plan_yaml_es_una_carpeta(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").mkdir()
    assert unico(cargar_plan(tmp_path)).codigo == "PLO-L103"


def test_una_tuberia_no_deja_esperando(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.yaml")
    assert unico(cargar_plan(tmp_path)).codigo == "PLO-L103"


@pytest.mark.parametrize("destino", ["/etc/passwd", "../afuera.yaml", "plan.yaml", "/no/existe"])
def test_un_enlace_que_sale_o_que_gira_se_rechaza(tmp_path: Path, destino: str) -> None:
    entrega = tmp_path / "entrega"
    entrega.mkdir()
    (tmp_path / "afuera.yaml").write_bytes(MINIMO)
    (entrega / "plan.yaml").symlink_to(destino)
    assert unico(cargar_plan(entrega)).codigo == "PLO-L104"


def test_un_enlace_dentro_de_la_carpeta_vale(carpeta: Path) -> None:
    (carpeta / "plan.yaml").rename(carpeta / "v2.yaml")
    (carpeta / "plan.yaml").symlink_to("v2.yaml")
    assert cargar_plan(carpeta).valor is not None


def test_sin_permiso(carpeta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def negar(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(carpeta / "plan.yaml"))

    monkeypatch.setattr(Path, "open", negar)
    d = unico(cargar_plan(carpeta))
    assert (d.codigo, d.mensaje) == ("PLO-L102", "no hay permiso para leer `plan.yaml`")


def test_un_archivo_descomunal_no_se_carga_entero(carpeta: Path) -> None:
    with (carpeta / "plan.yaml").open("wb") as abierto:
        abierto.truncate(1 << 34)
    assert unico(cargar_plan(carpeta)).codigo == "PLO-L105"


def test_los_problemas_del_texto_llegan_con_su_archivo(carpeta: Path) -> None:
    (carpeta / "plan.yaml").write_bytes(MINIMO + b"plan: x\n")
    d = unico(cargar_plan(carpeta))
    assert d.tramo is not None
    assert (d.codigo, str(d.tramo)) == ("PLO-L111", "plan.yaml:2:1")

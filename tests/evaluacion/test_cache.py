"""La caché ahorra tiempo y nunca cambia un resultado: corrupta, ajena o ausente, se recompila."""

import json
from pathlib import Path

import pytest

from plomada.aplicacion import cargar_paquete, carpeta_de_datos, huella_de
from plomada.evaluacion import cache
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.compilador.ficha import Compilado
from plomada.lenguaje.compilador.modulo import compilar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from tests.apoyo import registro, regla


@pytest.fixture(scope="module")
def compilado() -> Compilado:
    leido = analizar(regla("cada p en medios.proyectos cumple p.costo <= 10 COP"), "x.regla")
    assert leido.valor is not None
    comprobado = comprobar(leido.valor, construir_esquema(registro()))
    assert comprobado.valor is not None
    return compilar(comprobado.valor)


def test_lo_guardado_se_recupera_identico(tmp_path: Path, compilado: Compilado) -> None:
    cache.guardar(tmp_path, "ab" * 32, compilado, "{}")
    leido = cache.leer(tmp_path, "ab" * 32)
    assert leido is not None
    assert (leido.compilado.fuente, leido.compilado.fichas) == (compilado.fuente, compilado.fichas)
    assert leido.codigo is not None and leido.registro == "{}"


@pytest.mark.parametrize("archivo", ["reglas.py", "fichas.json", "registro.json", "codigo.bin", "sello.json"])
@pytest.mark.parametrize("danio", [b"", b"\x00basura", None])
def test_una_cache_daniada_no_se_usa(
    tmp_path: Path, compilado: Compilado, archivo: str, danio: bytes | None
) -> None:
    cache.guardar(tmp_path, "ab" * 32, compilado, "{}")
    victima = tmp_path / ("ab" * 20) / archivo
    victima.unlink() if danio is None else victima.write_bytes(danio)
    assert cache.leer(tmp_path, "ab" * 32) is None


def test_la_cache_de_otra_huella_no_se_encuentra(tmp_path: Path, compilado: Compilado) -> None:
    cache.guardar(tmp_path, "ab" * 32, compilado, "{}")
    assert cache.leer(tmp_path, "cd" * 32) is None
    assert cache.leer(tmp_path, "ab" * 31 + "cd") is None


def test_la_de_otro_python_sirve_sin_su_codigo(tmp_path: Path, compilado: Compilado) -> None:
    cache.guardar(tmp_path, "ab" * 32, compilado, "{}")
    sello = tmp_path / ("ab" * 20) / "sello.json"
    sello.write_text(json.dumps(json.loads(sello.read_text()) | {"python": "00"}))
    leido = cache.leer(tmp_path, "ab" * 32)
    assert leido is not None and leido.codigo is None


def test_si_no_se_puede_escribir_no_pasa_nada(tmp_path: Path, compilado: Compilado) -> None:
    estorbo = tmp_path / "archivo"
    estorbo.write_text("no soy una carpeta")
    cache.guardar(estorbo, "ab" * 32, compilado, "{}")
    assert cache.leer(estorbo, "ab" * 32) is None


def test_las_reglas_del_repositorio_dan_lo_mismo_compiladas_y_leidas_de_la_cache(tmp_path: Path) -> None:
    compiladas, leidas = cargar_paquete(cache=tmp_path), cargar_paquete(cache=tmp_path)
    assert compiladas.valor and leidas.valor, compiladas.diagnosticos
    assert compiladas.valor.fuente == leidas.valor.fuente
    assert compiladas.valor.fichas == leidas.valor.fichas
    assert compiladas.valor.registro == leidas.valor.registro
    assert huella_de(carpeta_de_datos())[:40] in {c.name for c in tmp_path.iterdir()}

"""Los mismos insumos dan los mismos bytes: otro proceso, otra semilla, otra zona horaria y otra carpeta."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from plomada.informes.perfiles import Perfil
from tests.cli.apoyo import DATOS, entorno

FORMATOS = ("html", "xlsx", "docx", "json", "sarif", "md")
PERFILES = tuple(p.value for p in Perfil)
_PLAN = """
documentos: [{id: D1, nombre: Memoria, archivo: docs/memoria.pdf}, {id: D2, nombre: Falta, archivo: x.pdf}]
contenidos:
  contenido_de_juguete: {estado: incluido, evidencia: [{documento: D1, pagina: 3, cita: el agua}]}
fines:
  vision: {id: V, nombre: Vivir con el agua}
  objetivos: [{id: O1, nombre: Cuidar el río, vision: V}, {id: O2, nombre: Suelto}]
"""
_ACEPTACIONES = """
- {id: A1, regla: perimetro-mayor, elemento: plan, modo: incumple, razon: Hay certificación, firmante: Ana,
   fecha: 2021-02-02, vence: 2030-01-01}
- {id: A2, regla: no-existe, elemento: todos, razon: Sí, firmante: Ana, fecha: 2021-02-02, vence: 2021-03-01}
"""
# Un proceso hace todo: arrancar uno por combinación tardaría más que escribir los informes.
_TODO = """
import sys
from plomada.cli.principal import correr
datos, entrega, salida, formatos, *perfiles = sys.argv[1:]
base = ["--datos", datos, "informe", entrega, "--formato", formatos]
print([correr([*base, "--perfil", p, "-o", f"{salida}/{p}"]) for p in perfiles], file=sys.stderr)
"""
_OTRO_LUGAR = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"}


def _entrega(carpeta: Path) -> Path:
    (carpeta / "docs").mkdir(parents=True)
    (carpeta / "plan.yaml").write_text((DATOS / "plan.yaml").read_text("utf-8") + _PLAN, "utf-8")
    (carpeta / "aceptaciones.yaml").write_text(_ACEPTACIONES, "utf-8")
    for nombre in ("docs/memoria.pdf", "sobra.txt", "capa.gpkg"):
        (carpeta / nombre).write_bytes(nombre.encode())
    return carpeta


def _correr(raiz: Path, entrega: Path, **variables: str) -> Mapping[str, bytes]:
    """Los informes que deja un proceso, por su nombre."""
    salida = raiz / "salida"
    salida.mkdir(parents=True)
    argumentos = (str(DATOS), str(entrega), str(salida), ",".join(FORMATOS), *PERFILES)
    hecho = subprocess.run(
        [sys.executable, "-c", _TODO, *argumentos],
        env=entorno(raiz / "cache", **variables), cwd=raiz, capture_output=True, check=False,
    )  # fmt: skip
    assert hecho.stderr.decode().splitlines()[-1] == "[1, 1, 1, 1]", hecho.stderr.decode()
    return {a.name: a.read_bytes() for a in salida.iterdir()}


@pytest.fixture(scope="module")
def dos_corridas(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Lo mismo escrito dos veces: en una carpeta y en una copia lejos, más nueva y en otro orden de disco."""
    raiz = tmp_path_factory.mktemp("bytes")
    entrega = _entrega(raiz / "entrega")
    otra = raiz / "otro sitio" / "con tilde é"
    otra.mkdir(parents=True)
    for archivo in sorted(entrega.rglob("*"), reverse=True):
        if archivo.is_file():
            copia = otra / archivo.relative_to(entrega)
            copia.parent.mkdir(exist_ok=True)
            shutil.copyfile(archivo, copia)
            os.utime(copia, (2_000_000_000, 2_000_000_000))
    return _correr(raiz / "una", entrega, PYTHONHASHSEED="0"), _correr(raiz / "dos", otra, **_OTRO_LUGAR)


@pytest.mark.parametrize("formato", FORMATOS)
@pytest.mark.parametrize("perfil", PERFILES)
def test_los_mismos_insumos_dan_los_mismos_bytes(
    dos_corridas: tuple[Mapping[str, bytes], Mapping[str, bytes]], perfil: str, formato: str
) -> None:
    una, dos = (corrida[f"{perfil}.{formato}"] for corrida in dos_corridas)
    assert una == dos
    assert len(una) > 1000


def test_cada_perfil_da_lo_suyo_y_ninguno_dice_de_que_carpeta_salio(
    dos_corridas: tuple[Mapping[str, bytes], Mapping[str, bytes]],
) -> None:
    una, dos = dos_corridas
    assert set(una) == set(dos) == {f"{p}.{f}" for p in PERFILES for f in FORMATOS}
    distintos = {f: len({una[f"{p}.{f}"] for p in PERFILES}) for f in FORMATOS}
    assert set(distintos.values()) == {4}, distintos
    for nombre, escrito in dos.items():
        partes = [escrito]
        if nombre.endswith(("xlsx", "docx")):
            with zipfile.ZipFile(io.BytesIO(escrito)) as comprimido:
                partes = [comprimido.read(n) for n in comprimido.namelist()]
        assert not any(b"con tilde" in parte for parte in partes), nombre

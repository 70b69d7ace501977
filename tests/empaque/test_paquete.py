"""El ZIP para Windows: con ruedas de mentira y sin red."""

import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from empaque.__main__ import REQUISITOS
from empaque.paquete import armar
from empaque.ruedas import (
    PITONES,
    Rueda,
    entorno_de_windows,
    leer_requisitos,
    leer_ruedas,
    problemas,
)

_RAIZ = Path(__file__).resolve().parents[2]
_SOLO_EN_WINDOWS = {"colorama", "tzdata"}
_FIJADOS = {"llana": "1.0", "nativa": "2.0"}


def _rueda(
    carpeta: Path, nombre: str, version: str, marca: str = "py3-none-any", pide: tuple[str, ...] = ()
) -> None:
    pedidos = "".join(f"Requires-Dist: {p}\n" for p in pide)
    with zipfile.ZipFile(carpeta / f"{nombre}-{version}-{marca}.whl", "w") as z:
        base = f"{nombre}-{version}.dist-info"
        z.writestr(
            f"{base}/METADATA",
            f"Metadata-Version: 2.1\nName: {nombre}\nVersion: {version}\nLicense-Expression: MIT\n{pedidos}",
        )
        z.writestr(f"{base}/licenses/LICENSE", f"Licencia de {nombre}: haga lo que quiera.")


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """Plomada, una rueda para todos y una con versión por Python."""
    ruedas = tmp_path / "ruedas"
    ruedas.mkdir()
    _rueda(ruedas, "plomada", "0.1.0", pide=("llana>=1", "nativa>=2", 'otra>=1; extra == "x"'))
    _rueda(ruedas, "llana", "1.0")
    for a, b in PITONES:
        _rueda(ruedas, "nativa", "2.0", f"cp{a}{b}-cp{a}{b}-win_amd64")
    return ruedas


def _faltas(carpeta: Path) -> tuple[str, ...]:
    return problemas(leer_ruedas(carpeta), _FIJADOS, "plomada")  # type: ignore[arg-type]


def _armar(carpeta: Path, destino: Path) -> Path:
    ruedas = leer_ruedas(carpeta)
    propia = next(r for r in ruedas if r.nombre == "plomada")
    return armar(ruedas, propia, "MIT de prueba", destino)


def test_con_todas_las_ruedas_no_falta_nada(carpeta: Path) -> None:
    assert _faltas(carpeta) == ()


def test_si_falta_una_version_de_python_se_dice_cual(carpeta: Path) -> None:
    (carpeta / "nativa-2.0-cp312-cp312-win_amd64.whl").unlink()
    faltas = _faltas(carpeta)
    assert "falta la rueda de nativa 2.0 para Windows y Python 3.12" in faltas
    assert not any("3.11" in f or "3.13" in f for f in faltas)


def test_una_rueda_de_otro_sistema_no_cuenta(carpeta: Path) -> None:
    for rueda in carpeta.glob("nativa*"):
        rueda.rename(rueda.with_name(rueda.name.replace("win_amd64", "manylinux_2_17_x86_64")))
    assert sum(f.startswith("falta la rueda de nativa") for f in _faltas(carpeta)) == len(PITONES)


def test_lo_que_una_dependencia_solo_pide_en_windows_tambien_hace_falta(carpeta: Path) -> None:
    (carpeta / "llana-1.0-py3-none-any.whl").unlink()
    _rueda(
        carpeta, "llana", "1.0", pide=('colorama; platform_system == "Windows"', 'uvloop; os_name == "posix"')
    )
    (unica,) = _faltas(carpeta)
    assert unica.startswith("llana pide colorama")


def test_una_rueda_que_nadie_pidio_o_de_otra_version_se_dice(carpeta: Path) -> None:
    _rueda(carpeta, "llana", "0.9")
    assert "sobra llana-0.9-py3-none-any.whl: no es la versión fijada en los requisitos" in _faltas(carpeta)


def test_sin_la_rueda_de_plomada_no_hay_paquete(carpeta: Path) -> None:
    next(carpeta.glob("plomada*")).unlink()
    assert "falta la rueda de plomada para Python 3.11" in _faltas(carpeta)


@pytest.mark.parametrize("piton", PITONES, ids=str)
def test_los_requisitos_reales_cubren_todo_lo_que_las_bibliotecas_piden_en_windows(
    piton: tuple[int, int],
) -> None:
    """Se mira lo que declaran las instaladas: sin red no se sabría hasta armar el paquete."""
    fijados, entorno = leer_requisitos(*REQUISITOS), entorno_de_windows(piton)
    pendientes, vistas = ["plomada"], {"plomada"}
    while pendientes:
        nombre = pendientes.pop()
        pedidos = () if nombre in _SOLO_EN_WINDOWS else map(Requirement, metadata.requires(nombre) or ())
        for pedido in pedidos:
            pedida = canonicalize_name(pedido.name)
            if (pedido.marker is None or pedido.marker.evaluate(entorno)) and pedida not in vistas:
                vistas.add(pedida)
                pendientes.append(pedida)
                assert pedida in fijados, f"{nombre} pide {pedido}"
    assert vistas > _SOLO_EN_WINDOWS | {"pydantic", "pandas"}


def test_un_requisito_sin_fijar_es_un_error(tmp_path: Path) -> None:
    suelto = tmp_path / "requisitos.txt"
    suelto.write_text("pydantic>=2\n", "utf-8")
    with pytest.raises(ValueError, match="pydantic>=2"):
        leer_requisitos(suelto)


def test_el_zip_trae_el_instalador_los_accesos_el_leeme_la_licencia_y_todas_las_ruedas(
    carpeta: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(_armar(carpeta, tmp_path / "dist" / "p.zip")) as z:
        nombres = set(z.namelist())
        licencia = z.read("Plomada/LICENSE.txt").decode("utf-8-sig")
    assert {f"Plomada/ruedas/{r.name}" for r in carpeta.glob("*.whl")} < nombres
    assert nombres - {f"Plomada/ruedas/{r.name}" for r in carpeta.glob("*.whl")} == {
        "Plomada/Instalar Plomada.cmd",
        "Plomada/LEEME.txt",
        "Plomada/LICENSE.txt",
        "Plomada/accesos/Revisar un plan.cmd",
        "Plomada/accesos/plomada.cmd",
    }
    assert licencia.startswith("MIT de prueba")
    for nombre in ("llana", "nativa"):
        assert f"Licencia de {nombre}: haga lo que quiera." in licencia and "Licencia: MIT" in licencia
    assert licencia.count("nativa 2.0") == 1


def test_los_textos_llevan_fin_de_linea_de_windows_y_los_cmd_empiezan_por_echo_off(
    carpeta: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(_armar(carpeta, tmp_path / "p.zip")) as z:
        for nombre in (n for n in z.namelist() if n.endswith((".cmd", ".txt"))):
            datos = z.read(nombre)
            assert datos.count(b"\r\n") == datos.count(b"\n") == datos.count(b"\r") > 3, nombre
            assert b"@VERSION@" not in datos
            es_cmd = nombre.endswith(".cmd")
            assert datos.startswith(b"@echo off\r\n" if es_cmd else b"\xef\xbb\xbf"), nombre
            if es_cmd:
                texto = datos.decode("utf-8")
                assert texto.index("chcp 65001") < min(i for i, c in enumerate(texto) if ord(c) > 127)


def test_el_instalador_no_usa_la_red_y_toda_ruta_va_entre_comillas(carpeta: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_armar(carpeta, tmp_path / "p.zip")) as z:
        instalador = z.read("Plomada/Instalar Plomada.cmd").decode()
        guiones = [z.read(n).decode() for n in z.namelist() if n.endswith(".cmd")]
    assert '--no-index --find-links "%~dp0ruedas" "plomada==0.1.0"' in instalador
    for version in PITONES:
        assert f"({version[0]}, {version[1]})" in instalador and f"{version[0]}.{version[1]}" in instalador
    for orden in ("curl", "powershell", "bitsadmin", "pip install plomada"):
        assert orden not in instalador.lower()
    for linea in (x.strip() for g in guiones for x in g.splitlines()):
        if not linea.startswith(("echo", "rem")):
            afuera = "".join(linea.split('"')[::2])
            assert "%~dp0" not in afuera and "%DESTINO%" not in afuera and "%PLAN%" not in afuera, linea


def test_toda_etiqueta_a_la_que_se_salta_existe(carpeta: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(_armar(carpeta, tmp_path / "p.zip")) as z:
        for nombre in (n for n in z.namelist() if n.endswith(".cmd")):
            lineas = z.read(nombre).decode().splitlines()
            etiquetas = {x[1:] for x in lineas if x.startswith(":")}
            saltos = {x.split("goto ")[1].split()[0] for x in lineas if "goto " in x}
            assert saltos <= etiquetas, nombre


def test_las_mismas_ruedas_dan_los_mismos_bytes_en_otra_carpeta(carpeta: Path, tmp_path: Path) -> None:
    uno = _armar(carpeta, tmp_path / "a" / "p.zip").read_bytes()
    otra = tmp_path / "copia"
    otra.mkdir()
    for rueda in reversed(sorted(carpeta.iterdir())):
        (otra / rueda.name).write_bytes(rueda.read_bytes())
    assert _armar(otra, tmp_path / "b" / "q.zip").read_bytes() == uno
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a" / "p.zip"]


def test_una_rueda_sin_licencia_lo_dice(carpeta: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(carpeta / "muda-1-py3-none-any.whl", "w") as z:
        z.writestr("muda-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: muda\nVersion: 1\n")
    ruedas: tuple[Rueda, ...] = leer_ruedas(carpeta)
    propia = next(r for r in ruedas if r.nombre == "plomada")
    with zipfile.ZipFile(armar(ruedas, propia, "MIT", tmp_path / "p.zip")) as z:
        texto = z.read("Plomada/LICENSE.txt").decode("utf-8-sig")
    assert "no la declara en sus metadatos" in texto and "no trae el texto de la licencia" in texto

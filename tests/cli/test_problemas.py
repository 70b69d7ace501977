"""El renglón que un problema señala solo se cita si el archivo es texto en UTF-8."""

from pathlib import Path

import pytest

from plomada.cli.problemas import escribir_problemas
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo

_DICHO = Diagnostico("PLO-L171", "algo no se entiende", Tramo("a.yaml", 2, 1, 2, 4))


@pytest.mark.parametrize(
    "datos", [b"uno\nci\xe9naga\n", b"uno\nci\0naga\n", "uno\ncienaga\n".encode("utf-16")]
)
def test_lo_que_no_es_texto_se_senala_sin_citarlo(tmp_path: Path, datos: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(datos)
    dicho = escribir_problemas([_DICHO], [tmp_path])
    assert "--> a.yaml:2:1" in dicho and "naga" not in dicho and "\ufffd" not in dicho and " | " not in dicho


@pytest.mark.parametrize("salto", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("marca", ["", "\ufeff"])
def test_el_texto_se_cita_con_cualquier_salto_de_linea(tmp_path: Path, salto: str, marca: str) -> None:
    (tmp_path / "a.yaml").write_bytes(f"{marca}uno{salto}ciénaga{salto}".encode())
    assert " 2 | ciénaga\n" in escribir_problemas([_DICHO], [tmp_path])

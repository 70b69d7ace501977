"""Los términos con que se busca un contenido se revisan al leer el registro."""

import shutil
from pathlib import Path

import pytest

from plomada.normativa.lectura import leer_registro

JUGUETE = Path(__file__).resolve().parents[1] / "cli" / "datos" / "normativa"


@pytest.mark.parametrize(
    ("terminos", "codigos"),
    [
        ("[perímetro urbano, mojones]", []),
        ("[perímetro urbano, Perimetro  URBANO]", ["PLO-L165"]),
        ("[uso]", ["PLO-L165"]),
        ("[usos]", []),
    ],
)
def test_un_termino_repetido_o_muy_corto_es_un_error_con_su_lugar(
    tmp_path: Path, terminos: str, codigos: list[str]
) -> None:
    copia = Path(shutil.copytree(JUGUETE, tmp_path / "normativa"))
    archivo = copia / "contenidos.yaml"
    archivo.write_text(archivo.read_text("utf-8") + f"    terminos: {terminos}\n", "utf-8")
    leido = leer_registro(copia)
    assert [d.codigo for d in leido.diagnosticos] == codigos
    assert (leido.valor is None) == bool(codigos)
    assert all(
        d.tramo is not None and d.tramo.archivo.endswith("contenidos.yaml") for d in leido.diagnosticos
    )

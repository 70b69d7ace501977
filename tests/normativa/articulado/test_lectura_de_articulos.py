"""Lo mal escrito en `normativa/articulos/` se dice con su línea, y nada a medias llega a usarse."""

from pathlib import Path

import pytest

from plomada.normativa.articulado.lectura import leer_articulados
from plomada.normativa.citas import Norma
from plomada.normativa.registro import Registro

REGISTRO = Registro(
    normas=(
        Norma.model_validate(
            {
                "id": "ley-1", "titulo": "Ley 1 de 1997", "tipo": "ley", "expedida": "1997-01-01",
                "rige_desde": "1997-01-01", "fuente_oficial": "x",
            }
        ),
    )
)  # fmt: skip
BIEN = """\
norma: ley-1
completo: no
articulos:
  - articulo: "28"
    versiones:
      - {desde: 1997-01-01, hasta: 2004-07-26, asunto: a, fin: sustituido, verificacion: texto}
      - {desde: 2004-07-27, asunto: b, verificacion: texto}
"""


def _codigos(carpeta: Path, *textos: str) -> list[tuple[str, int]]:
    (carpeta / "articulos").mkdir(parents=True, exist_ok=True)
    for n, texto in enumerate(textos):
        (carpeta / "articulos" / f"{n}.yaml").write_text(texto, "utf-8")
    leida = leer_articulados(carpeta, REGISTRO)
    assert (leida.valor is None) == any(d.es_error for d in leida.diagnosticos)
    return [(d.codigo, d.tramo.linea if d.tramo else 0) for d in leida.diagnosticos]


def test_un_archivo_bien_escrito_se_lee(tmp_path: Path) -> None:
    assert _codigos(tmp_path, BIEN) == []


@pytest.mark.parametrize(
    ("antes", "despues", "esperado"),
    [
        ("norma: ley-1", "norma: ley-2", ("PLO-V415", 1)),
        ("hasta: 2004-07-26", "hasta: 2004-07-27", ("PLO-V430", 7)),
        ("hasta: 2004-07-26, ", "", ("PLO-V430", 6)),
        (", fin: sustituido", "", ("PLO-V430", 6)),
        ("hasta: 2004-07-26", "hasta: 1996-07-26", ("PLO-V411", 6)),
        ("fin: sustituido", "fin: cambiado", ("PLO-V407", 6)),
        ("completo: no", "completo: quizá", ("PLO-V407", 2)),
        ("asunto: b", "asunto: b, otra: x", ("PLO-V405", 7)),
        ("asunto: b", "asunto: b, por: {norma: ley-9}", ("PLO-V415", 7)),
        ("asunto: b", 'asunto: ""', ("PLO-V406", 7)),
    ],
)
def test_lo_mal_escrito_se_dice_con_su_linea(
    tmp_path: Path, antes: str, despues: str, esperado: tuple[str, int]
) -> None:
    assert esperado in _codigos(tmp_path, BIEN.replace(antes, despues))


def test_una_norma_o_un_articulo_repetido_se_dice(tmp_path: Path) -> None:
    assert ("PLO-V410", 1) in _codigos(tmp_path, BIEN, BIEN)
    doble = BIEN + BIEN.split("articulos:\n")[1]
    assert ("PLO-V410", 8) in _codigos(tmp_path / "otra", doble)


def test_lo_que_no_es_un_mapa_se_dice(tmp_path: Path) -> None:
    assert _codigos(tmp_path, "- a\n") == [("PLO-V404", 1)]

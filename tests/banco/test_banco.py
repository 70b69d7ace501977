"""Lo que el banco compara es comparable: el código generado y el escrito a mano dan exactamente lo mismo."""

import pytest

from banco.__main__ import verificar
from banco.planes import EOT, POT, Tamano, construir
from banco.registro import construir_paquete
from plomada.evaluacion.paquete import Paquete


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    return construir_paquete()


@pytest.mark.parametrize("tamano", [EOT, POT], ids=lambda t: t.nombre)
def test_las_treinta_formas_dan_lo_mismo_escritas_a_mano(paquete: Paquete, tamano: Tamano) -> None:
    assert len(paquete.fichas) == 300
    verificar(paquete, construir(tamano))

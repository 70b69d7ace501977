"""La misma exigencia con dos ids: los ids se conocen como gemelos y una sola regla cita los dos."""

import pytest

from plomada.aplicacion import Fuentes, cargar_fuentes

# Cada línea: un id y los de la misma exigencia. Los números sueltos son de la Ley 388 de 1997.
PARES = """
GEN-02 09-a 09-b 09-c
GEN-03 17-par
GEN-04 11
GEN-06 15-1
GEN-07 28-0 28-1 28-2 28-3
GEN-08 28-4b
GEN-09 23-2
GEN-10 12-p3
GEN-11 12-p2 31
PE-01 18-1
PE-02 18-1
PE-03 18-2
PE-04 18-3
PE-05 18-3
PE-06 18-3 52-p
PE-09 SE-05
PE-11 RG-40 RG-41
ET-03 24-p1
DX-11 L1523-39
DX-15 92-1
DO-05 RG-01
DO-06 23-3
FG-01 12-1 12-1.3 16-1 17-a
FG-02 12-1.1 12-1.2 16-1.1
FG-03 12-2
FG-04 12-2.2 16-1.3 17-e
FG-05 12-2.2 16-1.3
FG-06 12-2.3 16-1.6 17-d RG-27 RG-28 RG-29 RG-30 RG-31
FG-07 12-2.5 30 16-1.5 17-b
FG-09 32
FG-10 L1469-21
FG-11 12-2.1 12-2.4 16-1.2 16-1.4
FG-15 10-N6
FG-16 15-1 15-1.1a1.4
FU-01 13-1
FU-02 13-3 16-2.2
FU-03 13-3 16-2.2 RG-22 RG-23
FU-04 13-9
FU-05 13-7
FU-06 13-5 92-1 16-2.3
FU-07 92-2
FU-08 13-4
FU-09 13-11 15-2 16-2.5 17-f
FU-10 13-11 15-2 16-2.5 17-f
FU-11 13-2 37 16-2.1
FR-01 14-1
FR-02 SR-02
FR-03 14-2
FR-04 14-3
FR-05 RG-36 RG-37 RG-38 RG-39
FR-06 14-4 SR-10
FR-07 14-5 SR-31
FR-08 14-6
FR-09 14-7 SR-34
FI-02 13-10 16-2.4
FI-03 13-10 16-2.4
FI-06 15-2.1a2.7
FI-07 38
TR-01 24-0
TR-04 24-1
TR-05 24-1
TR-06 24-1b
TR-07 24-p2
TR-09 24-2 L1625-20-6
TR-10 24-3
TR-11 24-4
TR-12 25
TR-13 L507-2
TR-14 25
TR-16 26
TR-17 L810-12
REV-01 28-5
REV-02 28-4
REV-06 DO-01 DO-02 DO-03 DO-04 DO-06
REV-10 15-1
REV-13 15-1.5
REV-15 28-4
REV-17 DL19-189 RG-01
SE-02 112
SE-08 29
AI-01 15-p2
AI-03 28-5
RG-01 DL19-189
RG-03 DL19-189
RG-29 12-2.3
RG-31 35
RG-40 L1523-40
RG-41 L1523-40
RG-42 12-p3
SR-04 35
SR-05 L1469-21
SR-10 14-4
SR-15 L99-31-31
SR-33 L99-61
SR-36 34
SR-37 37
VIS-02 L1537-46
VIS-03 92-2
DET-01 10 10-N1a 10-N1b 10-N1c 10-N1d 10-N1e 10-N2 10-N3 10-N4 10-N5 10-N6
DET-02 10-p2
DET-03 10-p3
DET-05 10-N2
DET-06 10-p1
DET-10 08
L9-56 L1523-40
L1551-6-9 L1454-29-4
16-3 14-1 14-2 14-3 14-4 14-5 14-6 14-7
"""

# Las acciones del artículo 8 son facultades y solo informan: tienen su propia regla, porque dentro de la del
# contenido alcanzarían a clases a las que la ley no se lo pide.
PARES_DE_FACULTADES = """
08-1 30
08-5 12-2.3
08-6 13-7
08-7 92-1
"""

# Se parecen y son exigencias distintas: ni gemelas ni en una misma regla.
DISTINTOS = """
26 L810-12
24-1 L1537-49
SR-08 35
12-2.3 RG-22 RG-23
GEN-01 09-par
"""


def _parejas(texto: str) -> list[tuple[str, str]]:
    filas = [[_id(n) for n in fila.split()] for fila in texto.splitlines() if fila]
    return [(uno, otro) for uno, *otros in filas for otro in otros]


def _id(nombre: str) -> str:
    return nombre if nombre[0].isalpha() else f"L388-{nombre}"


@pytest.fixture(scope="module")
def fuentes() -> Fuentes:
    cargadas = cargar_fuentes().valor
    assert cargadas is not None
    return cargadas


@pytest.fixture(scope="module")
def ids(fuentes: Fuentes) -> frozenset[str]:
    return frozenset(r.id for r in fuentes.registro.requisitos)


@pytest.fixture(scope="module")
def fundamentos(fuentes: Fuentes) -> list[frozenset[str]]:
    return [frozenset(r.fundamento) for r in fuentes.comprobado.reglas]


@pytest.mark.parametrize(("uno", "otro"), _parejas(PARES + PARES_DE_FACULTADES))
def test_los_gemelos_se_conocen(fuentes: Fuentes, ids: frozenset[str], uno: str, otro: str) -> None:
    assert {uno, otro} <= ids
    assert otro in fuentes.registro.requisito(uno).gemelos
    assert uno in fuentes.registro.requisito(otro).gemelos


@pytest.mark.parametrize(("uno", "otro"), _parejas(PARES))
def test_una_misma_regla_cita_los_dos_gemelos(
    fuentes: Fuentes, fundamentos: list[frozenset[str]], uno: str, otro: str
) -> None:
    sin_regla = {i for i in (uno, otro) if not any(i in f for f in fundamentos)}
    assert {fuentes.registro.requisito(i).estado for i in sin_regla} <= {"fuera de alcance"}
    if not sin_regla:
        assert any({uno, otro} <= f for f in fundamentos)


@pytest.mark.parametrize(("uno", "otro"), _parejas(DISTINTOS))
def test_lo_que_se_parece_y_no_es_lo_mismo_sigue_aparte(
    fuentes: Fuentes, fundamentos: list[frozenset[str]], uno: str, otro: str
) -> None:
    assert otro not in fuentes.registro.requisito(uno).gemelos
    assert not any({uno, otro} <= f for f in fundamentos)

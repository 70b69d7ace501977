"""El grafo de fines y medios: alcance en los dos sentidos, tramo más largo y ciclos."""

from hypothesis import given
from hypothesis import strategies as st

from plomada.articulacion.grafo import Grafo, construir_grafo
from tests.apoyo import plan

CADENA = """fines:
  vision: {id: V1, texto: x}
  objetivos: [{id: O1, vision: V1}, {id: O2}]
medios:
  estrategias: [{id: E1, objetivos: [O1]}, {id: E2, objetivos: [O1]}]
  decisiones: [{id: D1, estrategias: [E2]}]
  proyectos: [{id: P1, estrategias: [E1]}, {id: P2, decisiones: [D1]}, {id: P3, objetivos: [O2]}]
"""


def _grafo(texto: str = CADENA) -> Grafo:
    return construir_grafo(plan(texto).plan)


def test_de_un_fin_se_llega_a_todos_sus_medios_por_cualquier_camino() -> None:
    assert _grafo().alcanzados(("objetivo", "O1"), "proyecto") == {("proyecto", "P1"), ("proyecto", "P2")}
    assert _grafo().alcanzados(("vision", "V1"), "proyecto") == {("proyecto", "P1"), ("proyecto", "P2")}


def test_de_un_medio_se_llega_a_sus_fines() -> None:
    assert _grafo().alcanzados(("proyecto", "P2"), "objetivo") == {("objetivo", "O1")}
    assert _grafo().alcanzados(("proyecto", "P2"), "vision") == {("vision", "V1")}


def test_a_traves_de_un_nivel_no_cuenta_lo_que_lo_salta() -> None:
    assert _grafo().alcanzados(("objetivo", "O2"), "proyecto", ("estrategia",)) == set()
    assert _grafo().alcanzados(("objetivo", "O1"), "proyecto", ("estrategia",), directa=True) == {
        ("proyecto", "P1")
    }


def test_el_tramo_mas_largo_es_el_que_mas_se_acerca() -> None:
    sin_proyectos = CADENA.replace("{id: P1, estrategias: [E1]}, {id: P2, decisiones: [D1]}, ", "")
    camino = _grafo(sin_proyectos).tramo_mas_largo(("vision", "V1"), "proyecto")
    assert camino == (("vision", "V1"), ("objetivo", "O1"), ("estrategia", "E2"), ("decision", "D1"))


def test_un_ciclo_se_nombra() -> None:
    ciclo = _grafo("medios: {proyectos: [{id: P1, depende_de: [P2]}, {id: P2, depende_de: [P1]}]}").ciclo()
    assert set(ciclo) == {("proyecto", "P1"), ("proyecto", "P2")}
    assert _grafo().ciclo() == ()


_IDS = st.lists(st.sampled_from(["O1", "O2", "O3"]), unique=True)


@given(st.lists(_IDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_el_orden_de_las_listas_no_cambia_el_grafo(citas: list[list[str]], azar) -> None:  # type: ignore[no-untyped-def]
    estrategias = [f"{{id: E{i}, objetivos: [{', '.join(c)}]}}" for i, c in enumerate(citas)]
    revueltas = estrategias[:]
    azar.shuffle(revueltas)

    def alcances(lista: list[str]) -> dict[str, set[tuple[str, str]]]:
        fines = "fines: {objetivos: [{id: O1}, {id: O2}, {id: O3}]}"
        texto = f"{fines}\nmedios: {{estrategias: [{', '.join(lista)}]}}"
        grafo = _grafo(texto)
        return {o: grafo.alcanzados(("objetivo", o), "estrategia") for o in ("O1", "O2", "O3")}

    assert alcances(estrategias) == alcances(revueltas)

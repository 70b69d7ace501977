"""Lo que una regla pregunta de la cadena: enlaces rotos, a qué conduce y cuánto se parecen dos textos."""

import pytest

from tests.apoyo import resultado, veredicto

CADENA = """fines:
  vision: {id: V1, texto: x}
  objetivos: [{id: O1, nombre: Proteger el agua, vision: V1}, {id: O2, nombre: Vivienda, vision: V9}]
medios:
  estrategias: [{id: E1, nombre: Educar, objetivos: [O1]}, {id: E2, objetivos: [O9]}]
  proyectos:
    - {id: P1, nombre: Vivero, estrategias: [E1]}
    - {id: P2, nombre: Colegio, estrategias: [E2]}
    - {id: P3, nombre: Vía}
"""


@pytest.mark.parametrize(
    ("exige", "espera"),
    [
        ('algún p en medios.proyectos con p.nombre = "Vivero" cumple p sin enlaces rotos', "cumple"),
        ("cada e en medios.estrategias cumple e sin enlaces rotos", "no cumple"),
        ('algún p en medios.proyectos con p.nombre = "Vía" cumple p sin enlaces rotos', "no consta"),
    ],
)
def test_los_enlaces_rotos_se_ven_y_lo_que_no_cita_nada_no_se_aprueba(exige: str, espera: str) -> None:
    assert veredicto(exige, CADENA) == espera


def test_el_hallazgo_nombra_lo_citado_que_no_existe() -> None:
    r = resultado("cada e en medios.estrategias cumple e sin enlaces rotos", CADENA)
    textos = [str(d.valor) for h in r.hallazgos for d in h.datos]
    assert "cita objetivo O9, que el plan no describe" in textos


def test_un_enlace_roto_no_lleva_a_ningun_lado() -> None:
    assert veredicto("cada p en medios.proyectos llega hasta algún objetivo", CADENA) == "no cumple"
    r = resultado("cada p en medios.proyectos llega hasta algún objetivo", CADENA)
    por_elemento = {h.elemento: [str(d.valor) for d in h.datos] for h in r.hallazgos}
    assert any(
        "estrategia E2 → aquí se rompe: falta objetivo; cita el objetivo O9, que el plan no describe" in t
        for t in por_elemento["p P2"]
    )


@pytest.mark.parametrize(("nombre", "espera"), [("Proteger el agua", "cumple"), ("Vivienda", "no cumple")])
def test_conducir_a_un_fin_no_es_conducir_a_otro(nombre: str, espera: str) -> None:
    exige = f"""cada ob en fines.objetivos con ob.nombre = "{nombre}" cumple
                  algún p en medios.proyectos cumple p conduce a ob"""
    assert veredicto(exige, CADENA) == espera


@pytest.mark.parametrize(
    ("exige", "espera"),
    [
        ("cada ob en fines.objetivos cumple ob.vision existe", "no consta"),
        ("cada e en medios.estrategias cumple e.objetivos existe", "no consta"),
        ("algún e en medios.estrategias cumple e.objetivos existe", "cumple"),
        ("ningún e en medios.estrategias cumple e.objetivos no existe", "no consta"),
    ],
)
def test_una_referencia_a_lo_que_no_existe_no_es_un_dato(exige: str, espera: str) -> None:
    assert veredicto(exige, CADENA) == espera


@pytest.mark.parametrize(
    ("a", "b", "minimo", "espera"),
    [
        ("Proteger el agua", "AGUA: protegér", 100, "cumple"),
        ("uno dos tres", "uno dos cuatro", 67, "no cumple"),
        ("uno dos tres", "uno dos cuatro", 66, "cumple"),
        ("el de la", "el de la", 1, "no cumple"),
    ],
)
def test_el_parecido_cuenta_palabras_propias_comunes(a: str, b: str, minimo: int, espera: str) -> None:
    texto = f'municipio: {{nombre: "{a}", departamento: "{b}"}}\n'
    exige = f"parecido entre municipio.nombre y municipio.departamento >= {minimo} %"
    assert veredicto(exige, texto) == espera


def test_sin_uno_de_los_textos_no_se_sabe_si_se_parecen() -> None:
    exige = "parecido entre municipio.nombre y municipio.departamento >= 50 %"
    assert veredicto(exige, "municipio: {nombre: x}\n") == "no consta"

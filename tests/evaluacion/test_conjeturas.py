"""Qué reglas decidiría un dato: se prueba con muestras y se separa de aquello en que solo participa."""

from datetime import date

import pytest
from hypothesis import given

from plomada.evaluacion.conjeturas.decidir import DatoQueFalta, Faltantes, buscar_faltantes
from plomada.evaluacion.conjeturas.muestras import Muestrario
from plomada.evaluacion.conjeturas.rutas import Lector, campo_de, formas_de, leer, llenar, partir
from plomada.evaluacion.ejecutar import Pedido
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.veredicto import Veredicto
from plomada.modelo.formas import rutas
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from tests.apoyo import FECHA, paquete, plan, regla
from tests.informes.al_azar import PEDIDO, paquetes_y_planes, presupuesto

PROYECTOS = "medios: {proyectos: [{id: P1, costo: 5 COP}, {id: P2}, {id: P3}]}\n"


def _buscar(reglas: str, texto: str = "") -> Faltantes:
    return buscar_faltantes(paquete(reglas), plan(texto).plan, Pedido(FECHA, fecha_dada=True))


def _datos(reglas: str, texto: str = "") -> dict[str, DatoQueFalta]:
    return {d.campo: d for d in _buscar(reglas, texto).datos}


# -- decide, según lo que diga, participa ----------------------------------------------------------


def test_un_solo_dato_que_falta_decide_la_regla() -> None:
    dato = _datos(regla("suelo.urbano.area > 1 ha"), "suelo: {urbano: {articulo: '3'}}\n")[
        "suelo.urbano.area"
    ]
    assert (dato.decide, dato.segun, dato.participa) == (("regla-de-prueba",), (), ())
    assert dato.causas == ("sin describir",) and dato.se_probo


def test_dos_datos_que_faltan_participan_y_ninguno_decide_solo() -> None:
    exige = "suelo.urbano.area existe y suelo.expansion.area existe"
    texto = "suelo: {urbano: {articulo: '3'}, expansion: {articulo: '4'}}\n"
    datos = _datos(regla(exige), texto)
    assert set(datos) == {"suelo.urbano.area", "suelo.expansion.area"}
    for dato in datos.values():
        assert (dato.decide, dato.segun, dato.participa) == ((), (), ("regla-de-prueba",))


def test_el_que_decide_solo_con_algunos_valores_va_aparte() -> None:
    exige = "municipio.es_distrito o municipio.tiene_paramo"
    datos = _datos(regla(exige))
    for campo in ("municipio.es_distrito", "municipio.tiene_paramo"):
        assert (datos[campo].decide, datos[campo].segun) == ((), ("regla-de-prueba",))


def test_el_mismo_dato_se_cuenta_por_regla() -> None:
    reglas = regla("suelo.urbano.area > 1 ha", "a") + regla("suelo.urbano.area > 2 ha", "b")
    reglas += regla("suelo.urbano.area < suelo.rural.area", "c")
    dato = _datos(reglas, "suelo: {urbano: {articulo: '3'}, rural: {articulo: '5'}}\n")["suelo.urbano.area"]
    assert (dato.decide, dato.participa) == (("a", "b"), ("c",))


def test_lo_que_no_se_sabe_si_aplica_tambien_se_decide_con_el_dato() -> None:
    dato = _datos(regla("medios.proyectos existe", antes="  cuando municipio.es_distrito\n"), PROYECTOS)
    assert dato["municipio.es_distrito"].decide == ("regla-de-prueba",)


def test_la_regla_decidida_no_echa_de_menos_nada() -> None:
    assert _datos(regla("medios.proyectos existe"), PROYECTOS) == {}


def test_lo_que_el_plan_declara_que_no_hay_no_es_un_dato_que_falte() -> None:
    declarado = "suelo: {expansion: {no_hay: no se prevé}}\n"
    assert _datos(regla("suelo.expansion.area > 1 ha"), declarado) == {}


# -- por elemento y por campo ----------------------------------------------------------------------


def test_un_campo_que_falta_en_varios_elementos_decide_si_aparece_en_todos() -> None:
    dato = _datos(regla("cada p en medios.proyectos cumple p.costo existe"), PROYECTOS)[
        "medios.proyectos[].costo"
    ]
    assert dato.decide == ("regla-de-prueba",)
    assert dato.rutas == ("medios.proyectos[P2].costo", "medios.proyectos[P3].costo")
    assert dict(dato.por_elemento) == {ruta: () for ruta in dato.rutas}


def test_si_falta_en_un_solo_elemento_ese_lo_decide() -> None:
    uno = PROYECTOS.replace(", {id: P3}", "")
    dato = _datos(regla("cada p en medios.proyectos cumple p.costo existe"), uno)["medios.proyectos[].costo"]
    assert dict(dato.por_elemento) == {"medios.proyectos[P2].costo": ("regla-de-prueba",)}


def test_un_dato_que_se_lee_por_referencia_se_escribe_donde_esta_lo_citado() -> None:
    texto = PROYECTOS + "programa_ejecucion: {entradas: [{id: E1, proyecto: P2}]}\n"
    exige = "cada e en programa_ejecucion.entradas cumple e.proyecto.costo existe"
    dato = _datos(regla(exige), texto)["medios.proyectos[].costo"]
    assert dato.rutas == ("medios.proyectos[P2].costo",) and dato.decide == ("regla-de-prueba",)


# -- listas, contenidos y causas que no son un hueco -----------------------------------------------


@pytest.mark.parametrize("texto", ["", "medios: {proyectos: []}\n"])
def test_una_lista_que_falta_o_esta_vacia_decide_si_se_describe_por_completo(texto: str) -> None:
    dato = _datos(regla("cada p en medios.proyectos cumple p.costo existe"), texto)["medios.proyectos"]
    assert dato.decide == ("regla-de-prueba",)


def test_un_contenido_sin_describir_o_sin_evidencia_decide_su_regla() -> None:
    exige = regla("contenido contenido_uno con evidencia")
    for texto in ("", "contenidos: {contenido_uno: {estado: incluido}}\n"):
        dato = _datos(exige, texto)["contenidos.contenido_uno"]
        assert dato.decide == ("regla-de-prueba",), texto


def test_lo_que_no_se_puede_suponer_no_se_pierde() -> None:
    texto = "suelo: {perimetro_urbano: {area: 400 ha}, perimetro_servicios: {area: 410 ha}}\n"
    hallados = _buscar(regla("suelo.perimetro_urbano dentro de suelo.perimetro_servicios"), texto)
    no_demostrables = [d for d in hallados.datos if "no demostrable" in d.causas]
    assert [d.participa for d in no_demostrables] == [("regla-de-prueba",)]
    assert not no_demostrables[0].se_probo


# -- rutas -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ruta", "campo"),
    [
        ("medios.proyectos[P1.2-a].costo", "medios.proyectos[].costo"),
        ("determinantes", "determinantes"),
        ("a[x[1].y].b", "a[].b"),
        ("contenidos.patrimonio", "contenidos.patrimonio"),
    ],
)
def test_la_ruta_sin_sus_elementos_es_la_del_campo(ruta: str, campo: str) -> None:
    assert campo_de(partir(ruta)) == campo


def test_lo_que_no_es_del_plan_no_tiene_forma() -> None:
    for ruta in ("suelo.hurbano", "parámetro plazo", "", "medios.proyectos.costo", "suelo[x]"):
        assert formas_de(partir(ruta)) == ()


def test_llenar_no_toca_el_plan_ni_lo_demas() -> None:
    uno = plan(PROYECTOS).plan
    pasos = [partir("medios.proyectos[P2].nombre"), partir("medios.proyectos[P3].nombre")]
    lleno = llenar(uno, pasos, lambda _: "Vía", lambda f: Muestrario(FECHA, lambda _: {}).minimo(f))
    assert [leer(lleno, p) for p in pasos] == ["Vía", "Vía"]
    assert leer(lleno, partir("medios.proyectos[P1]")) == leer(uno, partir("medios.proyectos[P1]"))
    assert leer(uno, pasos[0]) is None


def test_llenar_crea_lo_que_falta_en_el_camino() -> None:
    uno = plan("").plan
    lleno = llenar(
        uno,
        [partir("suelo.urbano.articulo")],
        lambda _: "3",
        lambda f: Muestrario(FECHA, lambda _: {}).minimo(f),
    )
    assert leer(lleno, partir("suelo.urbano.articulo")) == "3"
    assert leer(lleno, partir("suelo.urbano.area")) is None


def test_leer_se_detiene_en_la_ausencia_declarada() -> None:
    uno = plan("suelo: {expansion: {no_hay: no se prevé}}\n").plan
    assert leer(uno, partir("suelo.expansion.area")) == NoHay("no se prevé")
    assert leer(uno, partir("medios.proyectos[P9].costo")) is None


def test_seguir_deja_igual_lo_que_no_pasa_por_una_referencia() -> None:
    uno = plan(PROYECTOS).plan
    assert Lector(uno).seguir("medios.proyectos[P2].costo") == "medios.proyectos[P2].costo"
    assert Lector(uno).seguir("lo que sea") == "lo que sea"


# -- muestras --------------------------------------------------------------------------------------


def test_de_todo_campo_del_modelo_se_sabe_dar_mas_de_una_muestra_o_se_dice_que_no() -> None:
    muestrario = Muestrario(date(2026, 1, 15), lambda _: {})
    sin_ninguna = {r for r, f in rutas(Plan) if not muestrario.muestras(f)}
    assert sin_ninguna == {"contenidos"}
    si_no = {m for r, f in rutas(Plan) if f.tipo == "sí o no" for m in muestrario.muestras(f)}
    assert si_no == {True, False}


# -- propiedades -----------------------------------------------------------------------------------


@presupuesto(40)
@given(paquetes_y_planes(reglas=4))
def test_toda_regla_que_no_consta_tiene_su_dato_y_las_cuentas_no_se_cruzan(
    caso: tuple[Paquete, tuple[Plan, ...]],
) -> None:
    reglas, (uno,) = caso
    hallados = buscar_faltantes(reglas, uno, PEDIDO)
    no_constan = {r.regla for r in hallados.resultados if r.veredicto is Veredicto.NO_CONSTA}
    nombradas = [r for d in hallados.datos for r in (*d.decide, *d.segun, *d.participa)]
    assert set(nombradas) == no_constan
    for d in hallados.datos:
        juntas = [*d.decide, *d.segun, *d.participa]
        assert len(juntas) == len(set(juntas))
        assert {r for _, rs in d.por_elemento for r in rs} <= set(d.decide)
        assert d.se_probo or not (d.decide or d.segun)
    assert buscar_faltantes(reglas, uno, PEDIDO) == hallados

"""El mismo hallazgo que dice otra cosa de su elemento cambió; lo ajeno no lo hace cambiar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.evaluacion.ejecutar import Pedido, evaluar
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.informes.elementos import presencia_de
from plomada.informes.rondas.comparar import EnRonda, comparar, emparejar
from plomada.informes.rondas.partes import Comparacion, Estado, Fila, Origen
from plomada.informes.rondas.presentar import a_consola, a_tabla
from plomada.informes.rondas.vistas import vista_de
from plomada.informes.vista import Informe, construir_informe
from tests.apoyo import paquete, plan, regla
from tests.informes.al_azar import presupuesto
from tests.informes.hechura import hallazgo, informe, resultado


def _con(*propios: Hallazgo, total: int = 0) -> Informe:
    return informe(
        resultado("a", "no cumple", hallazgos=propios, fallan=len(propios), total=total or len(propios))
    )


def _pasar(antes: Informe, despues: Informe) -> Comparacion:
    return comparar([EnRonda("r1", vista_de(antes)), EnRonda("r2", vista_de(despues))])


def _filas(antes: Informe, despues: Informe) -> tuple[Fila, ...]:
    return _pasar(antes, despues).pasos[0].filas


def _dato(ruta: str, valor: str, lugar: str = "plan.yaml:3:1") -> DatoLeido:
    return DatoLeido(ruta=ruta, valor=valor, lugar=lugar, nombre=f"«{ruta}»")


def _estado(antes: Hallazgo, despues: Hallazgo) -> Estado:
    (fila,) = _filas(_con(antes), _con(despues))
    return fila.estado


# -- lo propio -------------------------------------------------------------------------------------


@pytest.mark.parametrize("veredicto", ["no cumple", "no consta", "requiere concepto", "error"])
@pytest.mark.parametrize("elemento", ["", "p P1", "inundacion · rural"])
def test_si_el_mensaje_dice_otra_cosa_cambio_y_se_ven_los_dos(veredicto: str, elemento: str) -> None:
    antes = hallazgo("a", elemento, veredicto, mensaje="Tasa: 25 %. Debe estar entre 30 % y 50 %.")
    despues = hallazgo("a", elemento, veredicto, mensaje="Tasa: 60 %. Debe estar entre 30 % y 50 %.")
    hecha = _pasar(_con(antes), _con(despues))
    (fila,) = hecha.pasos[0].filas
    assert (fila.estado, fila.origen) == (Estado.CAMBIO, Origen.PLAN)
    assert hecha.pasos[0].origenes[Origen.PLAN.value] == 1
    texto = "\n".join(r.texto for r in a_consola(hecha, 400))
    assert f"Antes decía: {antes.mensaje}" in texto and f"Ahora: {despues.mensaje}" in texto
    celdas = dict(zip(a_tabla(hecha).columnas, a_tabla(hecha).filas[0], strict=True))
    assert (celdas["antes decía"], celdas["ahora dice"]) == (antes.mensaje, despues.mensaje)


def test_si_cambia_un_dato_del_elemento_cambio_aunque_el_mensaje_sea_el_mismo() -> None:
    antes, despues = (
        hallazgo("a", "p P1", mensaje="Cuesta de más.", datos=(_dato("medios.proyectos[P1].costo", v),))
        for v in ("5 COP", "6 COP")
    )
    hecha = _pasar(_con(antes), _con(despues))
    (fila,) = hecha.pasos[0].filas
    assert fila.estado is Estado.CAMBIO
    assert [(x.ruta, x.antes, x.despues) for x in fila.datos_cambiados] == [
        ("medios.proyectos[P1].costo", "5 COP", "6 COP")
    ]
    texto = [r.texto.strip() for r in a_consola(hecha, 400)]
    desde = texto.index("Cuesta de más.")
    assert texto[desde + 1 : desde + 3] == [
        "Antes decía: «medios.proyectos[P1].costo»: 5 COP",
        "Ahora: «medios.proyectos[P1].costo»: 6 COP",
    ]


def test_un_dato_del_elemento_que_solo_mira_una_ronda_tambien_es_un_cambio() -> None:
    base = (_dato("medios.proyectos[P1].costo", "5 COP"),)
    otra = (*base, _dato("medios.proyectos[P1].plazo", "corto"))
    antes, despues = (hallazgo("a", "p P1", datos=datos) for datos in (base, otra))
    assert _estado(antes, despues) is _estado(despues, antes) is Estado.CAMBIO
    (fila,) = _filas(_con(antes), _con(despues))
    assert [(x.antes, x.despues) for x in fila.datos_cambiados] == [("", "corto")]


@pytest.mark.parametrize(
    ("ruta", "elemento", "estado"),
    [
        ("medios.proyectos[P1].costo", "p P1", Estado.CAMBIO),
        ("medios.proyectos[P1].costo", "p P1 · f F1", Estado.CAMBIO),
        ("medios.proyectos[P10].costo", "p P1", Estado.PERSISTE),
        ("medios.estrategias[E1].nombre", "p P1", Estado.PERSISTE),
        ("medios.proyectos", "p P1", Estado.PERSISTE),
        ("suelo.urbano.area", "p P1", Estado.PERSISTE),
        ("suelo.urbano.area", "inundacion · rural", Estado.PERSISTE),
        ("suelo.urbano.area", "", Estado.CAMBIO),
        ("gestion.plusvalia.tasa", "", Estado.CAMBIO),
        ("medios.proyectos", "", Estado.PERSISTE),
        ("suelo.urbano", "", Estado.PERSISTE),
        ("plan.tramite", "", Estado.PERSISTE),
        ("municipio.area_rural", "", Estado.PERSISTE),
        ("parámetro tasa-minima", "", Estado.PERSISTE),
        ("tramite_integral", "", Estado.PERSISTE),
        ("días hábiles entre a.b y c.d", "", Estado.PERSISTE),
        ("contenido x con evidencia", "", Estado.PERSISTE),
    ],
)
def test_solo_los_datos_propios_hacen_cambiar(ruta: str, elemento: str, estado: Estado) -> None:
    uno, otro = (hallazgo("a", elemento, datos=(_dato(ruta, v),)) for v in ("1 ha", "2 ha"))
    assert _estado(uno, otro) is estado
    assert _estado(uno, uno) is _estado(otro, otro) is Estado.PERSISTE


def test_el_dato_de_contexto_del_que_trata_el_hallazgo_si_es_suyo() -> None:
    uno, otro = (
        hallazgo("a", "", dato="municipio.area_rural", datos=(_dato("municipio.area_rural", v),))
        for v in ("1 ha", "2 ha")
    )
    assert _estado(uno, otro) is Estado.CAMBIO


# -- lo ajeno --------------------------------------------------------------------------------------


@pytest.mark.parametrize("elemento", ["", "p P1"])
def test_el_lugar_la_explicacion_y_como_se_subsana_no_son_un_cambio(elemento: str) -> None:
    ruta = "medios.proyectos[P1].costo"
    antes = hallazgo("a", elemento, datos=(_dato(ruta, "5 COP", "plan.yaml:3:1"),))
    despues = hallazgo(
        "a", elemento, datos=(_dato(ruta, "5 COP", "plan.yaml:90:7"),), explicacion="Otra.", subsana="Otra."
    )
    assert _estado(antes, despues) is Estado.PERSISTE


def _con_cuenta(ids: tuple[int, ...], total: int, propio: str = "") -> Informe:
    """Cada mensaje dice cuántos fallan en total; `propio` es lo que dice solo el de P1."""
    cuenta = f"({len(ids)} de {total} proyectos están así)"
    propios = (
        hallazgo("a", f"p P{n}", mensaje=f"P{n} no mide{propio if n == 1 else ''} {cuenta}.") for n in ids
    )
    return _con(*propios, total=total)


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        (((1,), 3), ((1, 2), 3)),
        (((1, 2, 3), 3), ((1,), 3)),
        (((1, 2), 3), ((1, 2), 4)),
        (((1,), 2), ((1,), 9)),
    ],
)
def test_que_otro_elemento_cambie_la_cuenta_no_hace_cambiar_a_este(
    antes: tuple[tuple[int, ...], int], despues: tuple[tuple[int, ...], int]
) -> None:
    filas = _filas(_con_cuenta(*antes), _con_cuenta(*despues))
    assert {f.estado for f in filas if f.elemento == "p P1"} == {Estado.PERSISTE}
    assert Estado.CAMBIO not in {f.estado for f in filas}
    ademas = _filas(_con_cuenta(*antes), _con_cuenta(*despues, propio=" bien"))
    assert [f.elemento for f in ademas if f.estado is Estado.CAMBIO] == ["p P1"]


def test_una_cuenta_del_propio_elemento_si_es_un_cambio() -> None:
    """La regla falla en uno de tres; que el proyecto traiga «2 de 5» metas es cosa suya."""
    antes, despues = (_con(hallazgo("a", "p P1", mensaje=f"Trae {n} de 5 metas."), total=3) for n in (2, 1))
    assert [f.estado for f in _filas(antes, despues)] == [Estado.CAMBIO]
    parecida = (_con(hallazgo("a", "p P1", mensaje=f"Trae {n} de 30 metas."), total=3) for n in (1, 11))
    assert [f.estado for f in _filas(*parecida)] == [Estado.CAMBIO]


def test_del_plan_entero_la_cuenta_es_suya() -> None:
    antes, despues = (_con(hallazgo("a", "", mensaje=f"{n} de 3 están mal."), total=3) for n in (1, 2))
    assert [f.estado for f in _filas(antes, despues)] == [Estado.CAMBIO]


def _con_lista(ids: tuple[int, ...], total: int, a_la_vista: int = 9, nombre_1: str = "N1") -> Informe:
    nombres = [nombre_1 if n == 1 else f"N{n}" for n in ids]
    resto = len(ids) - a_la_vista
    lista = ", ".join(nombres[:a_la_vista]) + (f" y {resto} más" if resto > 0 else "")
    mensaje = f"{len(ids)} de los {total} temas no se acogen: {lista}."
    propios = (
        hallazgo("a", f"p P{i}", mensaje=mensaje, de_quien=nombre)
        for i, nombre in zip(ids, nombres, strict=True)
    )
    return _con(*propios, total=total)


@pytest.mark.parametrize("a_la_vista", [2, 9])
@pytest.mark.parametrize(("antes", "despues"), [((1, 2, 3), (1,)), ((1,), (1, 2)), ((1, 2, 3), (1, 3, 4, 5))])
def test_que_otro_entre_o_salga_de_la_lista_de_los_que_fallan_no_hace_cambiar(
    antes: tuple[int, ...], despues: tuple[int, ...], a_la_vista: int
) -> None:
    filas = _filas(_con_lista(antes, 6, a_la_vista), _con_lista(despues, 6, a_la_vista))
    assert {f.estado for f in filas if f.hay_antes and f.hay_despues} == {Estado.PERSISTE}


def test_un_solo_elemento_que_falla_puede_llevar_su_nombre_en_el_mensaje() -> None:
    """Si falla uno, la lista de los que fallan es su nombre: que después fallen dos no cambia al primero."""
    uno = hallazgo("a", "p P1", mensaje="La acción Alertas no tiene proyecto.", de_quien="Alertas")
    dos = hallazgo("a", "p P2", mensaje="La acción Obras no tiene proyecto.", de_quien="Obras")
    filas = _filas(_con(uno), _con(uno, dos))
    assert {f.elemento: f.estado for f in filas} == {"p P1": Estado.PERSISTE, "p P2": Estado.NUEVO}
    otra = uno.model_copy(update={"mensaje": "La acción Alertas no tiene dueño."})
    assert [f.estado for f in _filas(_con(uno), _con(otra))] == [Estado.CAMBIO]


# -- emparejar -------------------------------------------------------------------------------------


def test_de_varios_con_la_misma_identidad_se_empareja_primero_el_que_dice_lo_mismo() -> None:
    uno, dos = (hallazgo("a", "p P1", mensaje=m) for m in ("uno", "dos"))
    assert list(emparejar([uno, dos], [dos, uno])) == [(uno, uno), (dos, dos)]
    assert list(emparejar([uno, dos], [dos])) == [(dos, dos), (uno, None)]
    filas = _filas(_con(uno, dos), _con(dos))
    assert sorted((f.estado.value, f.mensaje_antes) for f in filas) == [
        ("persiste", "dos"),
        ("se corrigió", "uno"),
    ]


# -- por qué ---------------------------------------------------------------------------------------


def _ronda(valor: str, dia: str, reglas: Paquete, cruzada: str = "") -> EnRonda:
    """Un plan al que la regla le objeta el costo de P1."""
    cargado = plan(f"medios: {{proyectos: [{{id: P1, costo: {valor} COP}}]}}\n")

    def al(fecha: str) -> Informe:
        pedido = Pedido(date.fromisoformat(fecha), fecha_dada=True)
        return construir_informe(evaluar(reglas, cargado.plan, pedido), reglas, "consultoria", (), cargado)

    presencia = presencia_de(cargado.lugares, reglas.fichas)
    otra = vista_de(al(cruzada), presencia) if cruzada else None
    return EnRonda(dia, vista_de(al(dia), presencia), otra)


COSTO = regla("cada proyecto en medios.proyectos cumple proyecto.costo > 100 COP", id_="a")


def _origen(*rondas: EnRonda) -> tuple[Estado, Origen]:
    (fila,) = comparar(rondas).pasos[0].filas
    return fila.estado, fila.origen


def test_con_el_motor_de_verdad_cambiar_mal_un_dato_es_un_cambio_del_plan() -> None:
    reglas = paquete(COSTO)
    mismo = ("2021-01-01", reglas)
    assert _origen(_ronda("5", *mismo), _ronda("6", *mismo)) == (Estado.CAMBIO, Origen.PLAN)
    assert _origen(_ronda("5", *mismo), _ronda("5", *mismo)) == (Estado.PERSISTE, Origen.NINGUNO)


def test_con_otra_fecha_se_mira_si_el_plan_nuevo_ya_lo_decia_con_la_norma_de_antes() -> None:
    reglas = paquete(COSTO)
    antes = _ronda("5", "2021-01-01", reglas)
    ahora = _ronda("6", "2022-01-01", reglas, cruzada="2021-01-01")
    assert _origen(antes, ahora) == (Estado.CAMBIO, Origen.PLAN)
    sin_cruzar = _ronda("6", "2022-01-01", reglas)
    assert _origen(antes, sin_cruzar) == (Estado.CAMBIO, Origen.NO_SE_SABE)


def _a_fecha(mensaje: str, fecha: str, huella: str) -> Informe:
    base = _con(hallazgo("a", "p P1", mensaje=mensaje, datos=()))
    revisado = {"archivo": "plan.yaml", "huella": huella}
    datos = base.model_dump() | {"plan": revisado}
    datos["regimen"]["fecha"] = fecha
    return Informe.model_validate(datos)


@pytest.mark.parametrize(
    ("huella", "entonces", "origen"),
    [
        ("uno", None, Origen.NORMA),
        ("dos", "ahora", Origen.PLAN),
        ("dos", "antes", Origen.NORMA),
        ("dos", "otra cosa", Origen.PLAN_Y_NORMA),
        ("dos", None, Origen.NO_SE_SABE),
    ],
)
def test_lo_que_se_dice_cambia_por_el_plan_o_por_la_norma(
    huella: str, entonces: str | None, origen: Origen
) -> None:
    antes = EnRonda("r1", vista_de(_a_fecha("antes", "2020-01-01", "uno")))
    cruzada = None if entonces is None else vista_de(_a_fecha(entonces, "2020-01-01", huella))
    despues = EnRonda("r2", vista_de(_a_fecha("ahora", "2021-01-01", huella)), cruzada)
    assert _origen(antes, despues) == (Estado.CAMBIO, origen)


def test_con_otra_herramienta_la_redaccion_se_anota_y_solo_los_datos_hacen_cambiar() -> None:
    ruta = "medios.proyectos[P1].costo"

    def hecho(mensaje: str, valor: str, plan_: str, motor: str) -> Informe:
        datos = _a_fecha(mensaje, "2020-01-01", plan_).model_dump() | {"motor": motor, "reglas_huella": motor}
        datos["reglas"][0]["hallazgos"][0]["datos"] = [_dato(ruta, valor).model_dump()]
        return Informe.model_validate(datos)

    viejo = hecho("redacción vieja", "5 COP", "uno", "1")
    (igual,) = _filas(viejo, hecho("redacción vieja", "5 COP", "dos", "2"))
    (redactado,) = _filas(viejo, hecho("redacción nueva", "5 COP", "dos", "2"))
    (cambiado,) = _filas(viejo, hecho("redacción nueva", "6 COP", "dos", "2"))
    (mismo_plan,) = _filas(viejo, hecho("redacción vieja", "5,0 COP", "uno", "2"))
    assert (igual.estado, igual.nota) == (Estado.PERSISTE, "")
    assert redactado.estado is mismo_plan.estado is Estado.PERSISTE
    assert "antes decía: redacción vieja" in redactado.nota
    assert (cambiado.estado, cambiado.origen) == (Estado.CAMBIO, Origen.PLAN)
    assert [(x.antes, x.despues) for x in cambiado.datos_cambiados] == [("5 COP", "6 COP")]


# -- propiedades -----------------------------------------------------------------------------------

_TEXTOS = st.sampled_from(["", "1 de 2", "2 de 2", "P1", "Falla.", "P1, P2", "\0", "(1 de los 2)"])
_HALLAZGOS = st.builds(
    lambda e, m, q, v: hallazgo("a", e, mensaje=m, de_quien=q, datos=(_dato("medios.proyectos[P1].x", v),)),
    st.sampled_from(["", "p P1", "p P2"]),
    st.lists(_TEXTOS, max_size=3).map(" ".join),
    _TEXTOS,
    _TEXTOS,
)


@presupuesto(30)
@given(st.lists(_HALLAZGOS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_lo_mismo_en_otro_orden_siempre_persiste(propios: list[Hallazgo], azar: object) -> None:
    revueltos = list(propios)
    azar.shuffle(revueltos)  # type: ignore[attr-defined]
    filas = _filas(_con(*propios, total=9), _con(*revueltos, total=9))
    assert {f.estado for f in filas} == {Estado.PERSISTE}
    assert not any(f.datos_cambiados or f.nota for f in filas)


@presupuesto(30)
@given(st.lists(_HALLAZGOS, max_size=4), st.lists(_HALLAZGOS, max_size=4))
def test_lo_que_persiste_o_cambia_es_igual_en_los_dos_sentidos(
    unos: list[Hallazgo], otros: list[Hallazgo]
) -> None:
    ida, vuelta = (_filas(_con(*x, total=9), _con(*y, total=9)) for x, y in ((unos, otros), (otros, unos)))
    cuentas = [sum(f.estado in {Estado.PERSISTE, Estado.CAMBIO} for f in filas) for filas in (ida, vuelta)]
    assert cuentas[0] == cuentas[1]


@pytest.mark.parametrize(
    ("hoy", "se_agrega"), [("Mide 15 m y tiene 5 pisos.", False), ("Mide 15 m y se piden 35.", True)]
)
def test_un_dato_que_cambio_se_dice_aunque_su_cifra_sea_parte_de_otra(hoy: str, se_agrega: bool) -> None:
    ruta = "medios.proyectos[P1].pisos"
    antes = hallazgo("a", "p P1", mensaje="Mide 13 m y tiene 3 pisos.", datos=(_dato(ruta, "3"),))
    despues = hallazgo("a", "p P1", mensaje=hoy, datos=(_dato(ruta, "5"),))
    dicho = "\n".join(r.texto for r in a_consola(_pasar(_con(antes), _con(despues)), 200))
    assert (f"«{ruta}»: 5" in dicho) is se_agrega

"""Lo aceptado se ve y se cuenta; no cambia ningún veredicto, y las aceptaciones que fallan se dicen."""

import pytest

from plomada.cargadores.aceptaciones import leer_aceptaciones
from plomada.diagnosticos.catalogo import todos
from plomada.evaluacion.resultados import Resultado
from plomada.informes.a_json import a_json
from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones, ignorar_aceptaciones
from plomada.informes.aceptaciones.partes import AceptacionesInformadas
from plomada.informes.aceptaciones.vigilar import cambio
from plomada.informes.consola import a_consola
from plomada.informes.elementos import Presencia
from plomada.informes.idiomas.rotulos import rotulos
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.valores.cantidad import leer_cantidad
from tests.apoyo import plan
from tests.informes.hechura import evaluacion, hallazgo, informe, resultado, surtido

PRESENCIA = Presencia({"medios.proyectos": frozenset({"P1", "P2", "P7"})}, {"a": {"p": "medios.proyectos"}})
EL_PLAN = "suelo: {urbano: {area: 410 ha}}\n"


def _firmada(**cambios: str) -> str:
    base = {
        "id": "A1",
        "regla": "a",
        "elemento": "p P1",
        "modo": "incumple",
        "razon": "Hay plazo",
        "firmante": "Ana",
        "fecha": "2025-01-02",
        "vence": "2026-06-01",
    }
    return "- {" + ", ".join(f"{k}: {v}" for k, v in (base | cambios).items() if v) + "}\n"


def _con(*resultados: Resultado, texto: str, perfil: str = "consultoria") -> Informe:
    leidas = leer_aceptaciones(texto.encode())
    assert leidas.valor is not None, leidas.diagnosticos
    evaluado = Evaluado(evaluacion(*resultados), plan(EL_PLAN).plan, PRESENCIA)
    return con_aceptaciones(informe(*resultados, perfil=perfil), leidas.valor, evaluado)


def _de(hecho: Informe) -> AceptacionesInformadas:
    assert hecho.aceptaciones is not None
    return hecho.aceptaciones


def _modos(hecho: Informe) -> list[str]:
    return [h.modo for h in _de(hecho).hallazgos]


def _en_consola(hecho: Informe, idioma: str = "es") -> str:
    return " ".join(" ".join(r.texto for r in a_consola(hecho, r=rotulos(idioma))).split())


def _amparados(hecho: Informe) -> list[str]:
    return [h.elemento for a in _de(hecho).aceptaciones for h in a.ampara]


# -- nada se oculta --------------------------------------------------------------------------------


def test_lo_aceptado_no_cambia_ni_un_veredicto_ni_el_codigo() -> None:
    solo = resultado("a", cuantos=2)
    sin, con = informe(solo), _con(solo, texto=_firmada(elemento="todos", cubre="2"))
    assert con.reglas == sin.reglas and codigo_de_salida(con) == codigo_de_salida(sin) == 1
    assert con.totales.hallazgos == sin.totales.hallazgos and con.totales.reglas == sin.totales.reglas
    assert (con.totales.requerimientos, con.totales.requerimientos_aceptados) == (1, 1)
    assert (con.totales.hallazgos_aceptados, sin.totales.hallazgos_aceptados) == (2, 0)
    assert _modos(con) == []


def test_un_requerimiento_con_algo_sin_aceptar_no_esta_aceptado() -> None:
    con = _con(resultado("a", cuantos=2), texto=_firmada())
    assert (con.totales.hallazgos_aceptados, con.totales.requerimientos_aceptados) == (1, 0)
    assert _amparados(con) == ["p P1"]


def test_dos_aceptaciones_del_mismo_hallazgo_lo_cuentan_una_vez() -> None:
    con = _con(resultado("a"), texto=_firmada() + _firmada(id="A2"))
    assert con.totales.hallazgos_aceptados == 1


def test_se_ve_en_la_consola_con_su_firma_su_razon_y_lo_que_ampara() -> None:
    hecho = _con(resultado("a"), texto=_firmada(fundamento="Ley de juguete"))
    texto = " ".join(" ".join(r.texto for r in a_consola(hecho)).split())
    for frase in (
        "Hallazgos aceptados con firma: 1",
        "A1 · a: Ana, 2 de enero de 2025; vence el 1 de junio de 2026; vale al 15 de enero de 2026.",
        "Razón: Hay plazo. Fundamento: Ley de juguete.",
        "no cumple: [p P1] mensaje de p P1",
        "Requerimientos aceptados por completo: 1 de 1.",
        "[no cumple · requerimiento]",
    ):
        assert frase in texto, frase


def test_el_informe_con_aceptaciones_vuelve_a_leerse_igual_y_sin_ellas_es_nulo() -> None:
    con = _con(resultado("a"), texto=_firmada() + _firmada(id="A2", regla="no-existe"))
    assert Informe.model_validate_json(a_json(con)) == con
    assert informe(resultado("a")).aceptaciones is None


def test_ignorarlas_se_dice() -> None:
    hecho = ignorar_aceptaciones(informe(resultado("a")))
    assert _de(hecho).ignoradas and hecho.totales.hallazgos_aceptados == 0
    assert "no se tuvieron en cuenta, como se pidió" in "\n".join(r.texto for r in a_consola(hecho))


def test_el_perfil_oculta_las_de_otras_reglas_pero_las_cuenta() -> None:
    texto = _firmada(regla="q-debe", elemento="p P1") + _firmada(
        id="A2", regla="r-ambiental", elemento="p P1"
    )
    recortado = _con(*surtido(), texto=texto, perfil="concertacion")
    assert [a.id for a in _de(recortado).aceptaciones] == ["A2"] and _de(recortado).ocultas == 1
    assert recortado.totales == _con(*surtido(), texto=texto).totales
    assert recortado.totales.hallazgos_aceptados == 2


@pytest.mark.parametrize(
    ("veredicto", "ampara"),
    [
        ("no cumple", True),
        ("no consta", True),
        ("requiere concepto", True),
        ("cumple", False),
        ("no aplica", False),
        ("error", False),
    ],
)
def test_se_acepta_lo_pendiente_y_no_un_fallo_de_la_herramienta(veredicto: str, ampara: bool) -> None:
    con = _con(resultado("a", veredicto), texto=_firmada())
    assert bool(_amparados(con)) is ampara
    assert _modos(con) == ([] if ampara else ["ya no hace falta"])


def test_el_plan_entero_se_nombra_plan() -> None:
    entero = resultado("a", hallazgos=(hallazgo("a", ""),))
    assert _amparados(_con(entero, texto=_firmada(elemento="plan"))) == [""]
    assert _amparados(_con(entero, texto=_firmada(elemento="p P1"))) == []


# -- vencimiento y disparador ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vence", "vale"), [("2026-01-14", False), ("2026-01-15", True), ("2026-01-16", True)]
)
def test_vence_al_dia_siguiente_del_ultimo_en_que_vale(vence: str, vale: bool) -> None:
    con = _con(resultado("a"), texto=_firmada(vence=vence))
    assert _modos(con) == ([] if vale else ["vencida"])
    assert _amparados(con) == (["p P1"] if vale else [])
    assert _de(con).aceptaciones[0].vale is vale
    assert con.totales.hallazgos_aceptados == int(vale)


@pytest.mark.parametrize(
    ("valor", "modos"),
    [("410 ha", []), ("410 HA", []), ("411 ha", ["disparada"]), ("sin describir", ["disparada"])],
)
def test_deja_de_valer_cuando_cambia_el_dato_que_vigila(valor: str, modos: list[str]) -> None:
    vigila = f"{{dato: suelo.urbano.area, valor: {valor}}}"
    con = _con(resultado("a"), texto=_firmada(vence="", hasta_que_cambie=vigila))
    assert _modos(con) == modos
    assert _amparados(con) == ([] if modos else ["p P1"])
    if modos:
        assert "hoy dice 410 ha" in _de(con).hallazgos[0].mensaje


def test_vigilar_un_dato_que_no_es_del_plan_no_ampara_nada() -> None:
    con = _con(resultado("a"), texto=_firmada(hasta_que_cambie="{dato: suelo.hurbano, valor: x}"))
    assert _modos(con) == ["vigila un dato que no existe"] and _amparados(con) == []


def test_un_disparador_en_palabras_lo_vigila_una_persona_y_se_ve() -> None:
    con = _con(resultado("a"), texto=_firmada(vence="", disparador="cuando se expida el POMCA"))
    assert _modos(con) == [] and _de(con).aceptaciones[0].disparador == "cuando se expida el POMCA"


@pytest.mark.parametrize(("fecha", "despues"), [("2026-01-15", False), ("2026-01-16", True)])
def test_la_firmada_despues_de_la_fecha_que_se_evalua_se_dice_y_sigue_valiendo(
    fecha: str, despues: bool
) -> None:
    con = _con(resultado("a"), texto=_firmada(fecha=fecha))
    assert _modos(con) == (["firmada después de la fecha que se evalúa"] if despues else [])
    assert _de(con).aceptaciones[0].vale and _amparados(con) == ["p P1"]
    assert con.totales.hallazgos_aceptados == con.totales.requerimientos_aceptados == 1
    if despues:
        (uno,) = _de(con).hallazgos
        assert uno.codigo == "PLO-V468"
        assert "16 de enero de 2026" in uno.mensaje and "15 de enero de 2026" in uno.mensaje


def test_lo_que_no_ampara_una_vencida_se_ve_con_su_fecha_y_su_porque() -> None:
    con = _con(resultado("a"), texto=_firmada(vence="2026-01-14"))
    (una,) = _de(con).aceptaciones
    assert [h.elemento for h in una.sin_amparo] == ["p P1"] and una.por_que_no == ("vencida",)
    assert "no vale al 15 de enero de 2026: vencida." in _en_consola(con)
    assert "not valid as of 15 January 2026: expired." in _en_consola(con, "en")
    assert "Las aceptaciones se miden al 15 de enero de 2026" in _en_consola(con)


@pytest.mark.parametrize(
    ("firmado", "hoy", "cambia"),
    [
        ("3200 millones COP de 2025", "3200 millones COP de 2025", False),
        ("3200 millones de pesos de 2025", "3200 millones COP de 2025", False),
        ("3.200 millones de pesos de 2025", "3200 millones COP de 2025", False),
        ("3200000000 COP de 2025", "3200 millones COP de 2025", False),
        ("1.500.000 pesos", "1500000 COP", False),
        ("1,5 millones de pesos", "1500000 COP", False),
        ("1 millón de pesos", "1000000 COP", False),
        ("3200 millones COP de 2024", "3200 millones COP de 2025", True),
        ("3201 millones COP de 2025", "3200 millones COP de 2025", True),
        ("410 pesos", "410 ha", True),
        ("4100000 m2", "410 ha", False),
        ("410", "410 ha", True),
    ],
)
def test_escribir_de_otra_manera_lo_mismo_no_es_un_cambio(firmado: str, hoy: str, cambia: bool) -> None:
    assert cambio(firmado, leer_cantidad(hoy)) is cambia


@pytest.mark.parametrize("razon", ["Hay plazo", "Hay plazo.", "¿Hay plazo?"])
def test_la_razon_lleva_un_solo_punto(razon: str) -> None:
    plano = _en_consola(_con(resultado("a"), texto=_firmada(razon=f"'{razon}'", fundamento="Ley 1")))
    cerrada = razon if razon[-1] in ".?" else f"{razon}."
    assert f"Razón: {cerrada} Fundamento: Ley 1. " in plano


def test_un_elemento_se_dice_con_su_nombre_y_no_con_su_clave() -> None:
    clave = "avenida_torrencial · expansion"
    uno = resultado("a", hallazgos=(hallazgo("a", clave),))
    con = _con(uno, texto=_firmada(elemento=clave))
    (amparado,) = _de(con).aceptaciones[0].ampara
    assert (amparado.elemento, amparado.de_quien) == (clave, "avenida torrencial · expansión")
    aceptado = _en_consola(con).partition("Lo que hay que corregir")[0]
    assert "[avenida torrencial · expansión]" in aceptado and "[avenida_torrencial" not in aceptado


# -- las que sobran, las que cubren de más y las que no se entienden -------------------------------


def test_la_que_ya_no_hace_falta_se_dice() -> None:
    con = _con(resultado("a", "cumple", hallazgos=(hallazgo("a", "", "cumple"),)), texto=_firmada())
    assert _modos(con) == ["ya no hace falta"]


def test_otro_modo_no_lo_ampara_y_se_dice_cual_hay() -> None:
    peor = resultado("a", hallazgos=(hallazgo("a", "p P1", modo="parcial"),))
    con = _con(peor, texto=_firmada())
    assert _modos(con) == ["ya no hace falta"] and _amparados(con) == []
    assert "ese no lo ampara: «parcial»" in _de(con).hallazgos[0].mensaje


@pytest.mark.parametrize(("cubre", "modos"), [("1", ["cubre más de lo que decía"]), ("2", []), ("3", [])])
def test_la_que_cubre_mas_de_lo_que_decia_se_dice(cubre: str, modos: list[str]) -> None:
    con = _con(resultado("a", cuantos=2), texto=_firmada(elemento="todos", cubre=cubre))
    assert _modos(con) == modos
    (una,) = _de(con).aceptaciones
    nombrados = ["p P1", "p P2"]
    assert (una.vale, list(una.por_que_no)) == (not modos, modos)
    assert _amparados(con) == ([] if modos else nombrados)
    assert [h.elemento for h in una.sin_amparo] == (nombrados if modos else [])
    assert (con.totales.hallazgos_aceptados, con.totales.requerimientos_aceptados) == (
        (0, 0) if modos else (2, 1)
    )
    assert bool(_de(con).de(("a", "p P1", "incumple"))) is not bool(modos)


def test_lo_que_excede_una_firma_puede_estar_aceptado_por_otra() -> None:
    texto = _firmada(elemento="todos", cubre="1") + _firmada(id="A2", elemento="p P2")
    con = _con(resultado("a", cuantos=2), texto=texto)
    assert _amparados(con) == ["p P2"]
    assert (con.totales.hallazgos_aceptados, con.totales.requerimientos_aceptados) == (1, 0)
    assert _de(con).de(("a", "p P2", "incumple")) == "Ana (A2)"
    assert _de(con).de(("a", "p P1", "incumple")) == ""


def test_lo_que_excede_dice_cuanto_y_que_no_ampara_nada_hasta_revisarla() -> None:
    con = _con(resultado("a", cuantos=2), texto=_firmada(elemento="todos", cubre="1"))
    (uno,) = _de(con).hallazgos
    assert uno.mensaje == (
        "Se firmó para 1 hallazgo y hoy nombra 2; como no se sabe cuáles se firmaron, no ampara ninguno "
        "hasta que se revise."
    )
    assert "`cubre: 2`" in uno.subsana and uno.codigo == "PLO-V463"
    plano = _en_consola(con)
    assert "Hallazgos aceptados con firma: 0" in plano
    assert "no vale al 15 de enero de 2026: cubre más de lo que decía." in plano
    assert "no lo ampara — no cumple: [p P1] mensaje de p P1" in plano


def test_una_de_un_solo_elemento_se_firmo_para_un_hallazgo() -> None:
    repetido = resultado("a", hallazgos=(hallazgo("a", "p P1"), hallazgo("a", "p P1")))
    assert _modos(_con(repetido, texto=_firmada())) == ["cubre más de lo que decía"]


def test_sin_modo_ni_cuenta_se_pide_escribirlos() -> None:
    con = _con(resultado("a", cuantos=2), texto=_firmada(elemento="todos", modo=""))
    assert _modos(con) == ["no dice qué amparaba"]
    assert _de(con).hallazgos[0].subsana == "Agregue `cubre: 2` y `modo: incumple`."


def test_sin_modo_y_con_fallas_de_dos_modos_cubre_de_mas() -> None:
    dos = resultado("a", hallazgos=(hallazgo("a", "p P1"), hallazgo("a", "p P2", modo="parcial")))
    assert _modos(_con(dos, texto=_firmada(elemento="todos", modo="", cubre="2"))) == [
        "cubre más de lo que decía"
    ]


def test_una_regla_que_no_existe_se_sugiere() -> None:
    con = _con(resultado("sin-costo"), texto=_firmada(regla="sin-costos"))
    assert _modos(con) == ["regla inexistente"]
    assert "¿quiso decir `sin-costo`?" in _de(con).hallazgos[0].subsana


def test_la_de_una_regla_que_no_existe_tambien_dice_que_vencio() -> None:
    con = _con(resultado("a"), texto=_firmada(regla="b", vence="2026-01-14"))
    assert _modos(con) == ["vencida", "regla inexistente"]
    assert _de(con).aceptaciones[0].por_que_no == ("vencida", "regla inexistente")


@pytest.mark.parametrize(
    ("elemento", "modo"),
    [
        ("p P7", "ya no hace falta"),
        ("p P77", "elemento inexistente"),
        ("proyecto P1", "elemento inexistente"),
        ("todos", "ya no hace falta"),
        ("plan", "ya no hace falta"),
    ],
)
def test_distingue_el_elemento_corregido_del_que_no_existe(elemento: str, modo: str) -> None:
    sano = resultado("a", "cumple", hallazgos=(hallazgo("a", "", "cumple"),))
    con = _con(sano, texto=_firmada(elemento=elemento, cubre="1"))
    assert _modos(con) == [modo]


def test_un_elemento_mal_escrito_se_sugiere_y_lleva_a_su_linea() -> None:
    con = _con(resultado("a"), texto="\n" + _firmada(elemento="p P11"))
    (uno,) = _de(con).hallazgos
    assert uno.modo == "elemento inexistente" and "`p P1`" in uno.subsana
    assert uno.lugar.startswith("aceptaciones.yaml:2:")
    assert uno.identidad == ("aceptaciones", "A1", "elemento inexistente")


def test_cada_aviso_tiene_su_pagina_de_ayuda() -> None:
    textos = (
        _firmada(vence="2025-12-31")
        + _firmada(id="A2", regla="x")
        + _firmada(id="A3", elemento="p P77")
        + _firmada(id="A4", modo="")
    )
    hallados = _de(_con(resultado("a"), texto=textos)).hallazgos
    assert len(hallados) == 4
    assert {h.codigo for h in hallados} <= todos().keys()


def test_quien_acepto_un_hallazgo_se_encuentra_por_su_identidad() -> None:
    aceptadas = _de(_con(resultado("a"), texto=_firmada()))
    assert aceptadas.de(("a", "p P1", "incumple")) == "Ana (A1)"
    assert aceptadas.de(("a", "p P1", "parcial")) == ""

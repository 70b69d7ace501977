"""El informe: sus cuentas suman, el perfil solo cambia lo que se ve y el código sigue su precedencia."""

import pytest

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.partes import Conteo
from plomada.informes.perfiles import Perfil
from plomada.informes.vista import Informe, codigo_de_salida, construir_informe, esquema_del_informe
from tests.apoyo import plan
from tests.informes.hechura import evaluacion, hallazgo, informe, paquete_de, resultado, surtido

PERFILES = [p.value for p in Perfil]


def _suma(c: Conteo) -> int:
    return c.cumple + c.no_cumple + c.no_consta + c.no_aplica + c.requiere_concepto + c.error


# -- totales ---------------------------------------------------------------------------------------


def test_los_seis_veredictos_suman_las_reglas_ejecutadas() -> None:
    t = informe(*surtido()).totales
    assert t.reglas == Conteo(
        total=11, cumple=3, no_cumple=4, no_consta=1, no_aplica=1, requiere_concepto=1, error=1
    )
    assert _suma(t.reglas) == t.reglas.total == len(surtido())


def test_los_hallazgos_se_cuentan_aparte() -> None:
    t = informe(*surtido()).totales
    assert t.hallazgos.total == sum(len(r.hallazgos) for r in surtido()) == _suma(t.hallazgos) == 25
    assert t.hallazgos.no_cumple == 17


def test_lo_que_no_cumple_se_parte_por_fuerza_y_suma() -> None:
    t = informe(*surtido()).totales
    assert (t.requerimientos, t.recomendaciones, t.informativos) == (2, 1, 1)
    assert t.requerimientos + t.recomendaciones + t.informativos == t.reglas.no_cumple


def test_cumplir_comprobado_declarado_y_por_juicio_se_cuentan_aparte_y_suman() -> None:
    t = informe(*surtido()).totales
    assert (t.cumple_con_lo_descrito, t.cumple_declarado, t.cumple_por_juicio) == (1, 1, 1)
    assert t.cumple_con_lo_descrito + t.cumple_declarado + t.cumple_por_juicio == t.reglas.cumple


def test_sin_ninguna_regla_todo_es_cero() -> None:
    vacio = construir_informe(evaluacion(), paquete_de(resultado("a")), "consultoria")
    assert vacio.totales.reglas == Conteo()
    assert vacio.reglas == ()
    assert codigo_de_salida(vacio) == 4


# -- límites y régimen -----------------------------------------------------------------------------


def test_los_cuatro_estados_suman_el_registro_y_se_dice_que_no_se_automatizo() -> None:
    a = informe(*surtido()).automatizacion
    assert (a.automatica, a.parcial, a.juicio_experto, a.fuera_de_alcance, a.requisitos) == (2, 1, 1, 1, 5)
    assert [(p.id, p.estado, p.explicacion) for p in a.pendientes] == [
        ("R-2", "parcial", "puede reportar de más"),
        ("R-3", "juicio experto", "Lo decide una persona: la herramienta pregunta y registra la respuesta."),
        ("R-5", "fuera de alcance", "no se describe en el plan"),
    ]


def test_se_cuenta_lo_que_ningun_jurista_reviso() -> None:
    s = informe(*surtido()).sin_revisar
    assert (s.reglas, s.de_reglas, s.requisitos, s.de_requisitos) == (11, 11, 4, 5)


def test_sin_poblacion_se_avisa_en_el_regimen() -> None:
    r = informe(*surtido(), clase_por_poblacion="").regimen
    assert r.avisos == (
        "No consta la población: no se pudo comprobar la clase de plan y se evaluó con la declarada (POT).",
    )


def test_si_la_poblacion_pide_otra_clase_se_dice_con_cual_se_evaluo() -> None:
    r = informe(*surtido(), clase_declarada="EOT", clase_por_poblacion="PBOT", clase_aplicada="PBOT").regimen
    assert r.avisos == (
        "El plan se declara EOT, pero por su población corresponde PBOT: se evaluó como PBOT.",
    )
    assert informe(*surtido()).regimen.avisos == ()


def test_el_informe_dice_de_que_plan_es() -> None:
    cargado = plan("municipio: {nombre: Prueba, departamento: Meta}\n")
    hecho = construir_informe(evaluacion(resultado("a")), paquete_de(resultado("a")), "juridico", (), cargado)
    assert hecho.plan is not None
    assert (hecho.plan.municipio, hecho.plan.departamento, hecho.plan.archivo) == (
        "Prueba",
        "Meta",
        "plan.yaml",
    )
    assert len(hecho.plan.huella) == 64


def test_un_plan_que_declara_no_tener_nombre_no_inventa_uno() -> None:
    cargado = plan('municipio: {nombre: {no_hay: "por definir"}}\n')
    hecho = construir_informe(evaluacion(resultado("a")), paquete_de(resultado("a")), "juridico", (), cargado)
    assert hecho.plan is not None and hecho.plan.municipio == ""


# -- reglas ----------------------------------------------------------------------------------------


def test_primero_lo_que_hay_que_corregir() -> None:
    assert [r.regla for r in informe(*surtido()).reglas] == [
        "p-error", "q-debe", "r-ambiental", "s-deberia", "u-no-consta", "v-concepto", "t-informa",
        "w-por-juicio", "x-declarado", "y-cumple", "z-no-aplica",
    ]  # fmt: skip


def test_los_hallazgos_van_por_elemento_y_p2_antes_que_p10() -> None:
    (regla,) = informe(resultado("a", cuantos=11)).reglas
    assert [h.elemento for h in regla.hallazgos] == [f"p P{n}" for n in range(1, 12)]


def test_en_una_regla_lo_que_falla_va_antes_de_lo_que_no_consta() -> None:
    propios = (hallazgo("a", "p P1", "no consta"), hallazgo("a", "p P2"))
    (regla,) = informe(resultado("a", hallazgos=propios)).reglas
    assert [h.elemento for h in regla.hallazgos] == ["p P2", "p P1"]


def test_la_regla_lleva_su_cita_completa_su_vigencia_y_su_verificacion() -> None:
    (regla,) = informe(resultado("a", requisito="R-4")).reglas
    q = regla.requisito
    assert (q.cita, q.vigencia) == ("Norma de juguete, artículo 1", "rige desde el 1 de enero de 2000")
    assert (q.verificacion, q.ambiental, q.ambiental_por) == (
        "texto",
        "exclusivo",
        "Norma de juguete, artículo 49",
    )
    assert regla.exigencia == "medios.proyectos existe"


def test_un_incumplimiento_parcial_se_rotula() -> None:
    parcial = resultado("a", hallazgos=(hallazgo("a", modo="parcial"),))
    assert informe(parcial).reglas[0].matiz == "parcial"


def test_una_regla_que_no_se_aplico_lleva_la_fuerza_que_tendria() -> None:
    (regla,) = informe(resultado("a", "no consta", "R-2", fuerza="")).reglas
    assert regla.fuerza == "deberia"


def test_ningun_lugar_dice_en_que_maquina_esta() -> None:
    dato = DatoLeido(ruta="a", valor="1", lugar="/home/ana/entrega/plan.yaml:3:1")
    propio = resultado("a", hallazgos=(hallazgo("a", datos=(dato,)),))
    aviso = Diagnostico("PLO-D999", "algo", Tramo(r"C:\Users\ana\plan.yaml", 2, 1), gravedad="advertencia")
    hecho = construir_informe(evaluacion(propio), paquete_de(propio), "consultoria", (aviso,))
    assert hecho.reglas[0].hallazgos[0].datos[0].lugar == "plan.yaml:3:1"
    assert hecho.avisos[0].lugar == "plan.yaml:2:1"
    assert not any(x in hecho.model_dump_json() for x in ("home", "Users"))


# -- perfiles --------------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", PERFILES)
def test_ningun_perfil_cambia_los_totales_ni_el_codigo(perfil: str) -> None:
    base, otro = informe(*surtido()), informe(*surtido(), perfil=perfil)
    assert otro.totales == base.totales
    assert (otro.automatizacion, otro.sin_revisar, otro.regimen) == (
        base.automatizacion,
        base.sin_revisar,
        base.regimen,
    )
    assert codigo_de_salida(otro) == codigo_de_salida(base) == 3


def test_concertacion_muestra_solo_lo_exclusivamente_ambiental_y_dice_cuanto_oculta() -> None:
    hecho = informe(*surtido(), perfil="concertacion")
    assert [r.regla for r in hecho.reglas] == ["r-ambiental"]
    assert (hecho.oculto.reglas, hecho.oculto.hallazgos) == (10, 22)
    assert hecho.oculto.hallazgos + 3 == hecho.totales.hallazgos.total


def test_ocultar_el_unico_incumplimiento_no_cambia_el_codigo() -> None:
    hecho = informe(resultado("a"), resultado("b", "cumple", "R-4"), perfil="concertacion")
    assert [r.regla for r in hecho.reglas] == ["b"]
    assert codigo_de_salida(hecho) == 1


@pytest.mark.parametrize("perfil", ["juridico", "consultoria"])
def test_los_demas_perfiles_no_ocultan_nada(perfil: str) -> None:
    hecho = informe(*surtido(), perfil=perfil)
    assert len(hecho.reglas) == 11
    assert (hecho.oculto.reglas, hecho.oculto.hallazgos, hecho.oculto.por_que) == (0, 0, "")


def test_el_perfil_juridico_agrupa_todo_por_norma() -> None:
    (grupo,) = informe(*surtido(), perfil="juridico").grupos
    assert grupo.titulo == "Norma de juguete"
    assert (len(grupo.reglas), grupo.hallazgos) == (11, 25)


def test_consultoria_agrupa_por_tarea_y_cada_dato_que_falta_es_una() -> None:
    faltan = tuple(
        resultado(i, "no consta", hallazgos=(hallazgo(i, "", "no consta", dato=d, subsana="Descríbalo."),))
        for i, d in (("a", "suelo.urbano"), ("b", "suelo.urbano"), ("c", "suelo.rural"))
    )
    hecho = informe(resultado("d", cuantos=2), *faltan, resultado("e", "cumple"))
    assert [(g.titulo, g.reglas, g.hallazgos) for g in hecho.grupos] == [
        ("Corrija.", ("d",), 2),
        ("Descríbalo (suelo.urbano).", ("a", "b"), 2),
        ("Descríbalo (suelo.rural).", ("c",), 1),
    ]


def test_un_perfil_que_no_existe_no_se_supone() -> None:
    with pytest.raises(ValueError):
        informe(resultado("a"), perfil="otro")


# -- código de salida ------------------------------------------------------------------------------

ERROR = resultado("e", "error", fuerza="")
FALLA = resultado("f")
PENDE = resultado("p", "no consta")
CUMPLE = resultado("c", "cumple")
ESCRITO_MAL = Diagnostico("PLO-D999", "mal", Tramo("plan.yaml"))


def _codigo(*resultados: object, diagnosticos: tuple[Diagnostico, ...] = ()) -> int:
    propios: tuple = resultados  # type: ignore[type-arg, assignment]
    hecho: Informe = construir_informe(
        evaluacion(*propios), paquete_de(*propios), "consultoria", diagnosticos
    )
    return codigo_de_salida(hecho)


def test_la_precedencia_es_tres_dos_uno_cuatro_cero() -> None:
    assert _codigo(ERROR, FALLA, PENDE, CUMPLE, diagnosticos=(ESCRITO_MAL,)) == 3
    assert _codigo(FALLA, PENDE, CUMPLE, diagnosticos=(ESCRITO_MAL,)) == 2
    assert _codigo(FALLA, PENDE, CUMPLE) == 1
    assert _codigo(PENDE, CUMPLE) == 4
    assert _codigo(CUMPLE) == 0


@pytest.mark.parametrize("requisito", ["R-2", "R-3"])
def test_incumplir_solo_recomendaciones_o_informativos_no_es_incumplir(requisito: str) -> None:
    assert _codigo(resultado("r", requisito=requisito), CUMPLE) == 0
    assert _codigo(resultado("r", requisito=requisito)) == 0


@pytest.mark.parametrize("veredicto", ["no consta", "requiere concepto"])
def test_solo_lo_obligatorio_pendiente_deja_en_cuatro(veredicto: str) -> None:
    assert _codigo(resultado("r", veredicto), CUMPLE) == 4
    assert _codigo(resultado("r", veredicto, "R-2"), CUMPLE) == 0
    assert _codigo(resultado("r", veredicto, "R-3"), CUMPLE) == 0


def test_no_saber_si_una_regla_obligatoria_aplica_deja_en_cuatro() -> None:
    assert _codigo(resultado("r", "no consta", fuerza=""), CUMPLE) == 4
    assert _codigo(resultado("r", "no consta", "R-2", fuerza=""), CUMPLE) == 0


def test_si_nada_se_decidio_es_cuatro() -> None:
    assert _codigo(resultado("r", "no aplica")) == 4
    assert _codigo(resultado("r", "no aplica"), resultado("s", "no consta", "R-2")) == 4


def test_lo_que_no_aplica_y_lo_declarado_cuentan_como_decididos() -> None:
    assert _codigo(resultado("r", "no aplica"), CUMPLE) == 0
    assert _codigo(resultado("r", "cumple", declarado=True)) == 0


def test_una_advertencia_de_lectura_no_cambia_el_codigo() -> None:
    aviso = Diagnostico("PLO-D999", "algo", Tramo("plan.yaml"), gravedad="advertencia")
    assert _codigo(CUMPLE, diagnosticos=(aviso,)) == 0


# -- esquema ---------------------------------------------------------------------------------------


def test_el_esquema_publicado_nombra_todas_las_claves_del_informe() -> None:
    esquema = esquema_del_informe()
    assert set(esquema["properties"]) == set(informe(*surtido()).model_dump())
    assert esquema["additionalProperties"] is False
    assert esquema["$defs"]["Veredicto"]["enum"] == [
        "cumple", "no cumple", "no consta", "no aplica", "requiere concepto", "error",
    ]  # fmt: skip

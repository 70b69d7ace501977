from plomada.probador.cobertura import valores_posibles
from plomada.probador.correr import veredictos_exigidos
from tests.probador.taller import REGISTRO, caso, casos, codigos, comprobado, probado, regla

_EXIGE = "  exige suelo.rural.area <= 100 ha"
_CUMPLE = caso("cumple", "cumple", "suelo.rural.area: 100 ha")
_NO_CUMPLE = caso("no cumple", "no cumple", "suelo.rural.area: 101 ha")
_NO_CONSTA = caso("no consta", "no consta")
_TRES = casos(_CUMPLE, _NO_CUMPLE, _NO_CONSTA)


def _mensajes(informe, codigo):
    return [d.mensaje for d in informe.diagnosticos if d.codigo == codigo]


def test_una_regla_con_sus_tres_casos_y_sus_ramas_pasa():
    informe = probado(regla(_EXIGE, _TRES))
    assert informe.pasa, informe.diagnosticos
    assert (informe.casos, informe.ramas, informe.ejercidas) == (3, 2, 2)


def test_un_caso_que_da_otro_veredicto_se_informa_con_su_linea_y_lo_que_dijo_la_regla():
    texto = regla(_EXIGE, casos(_TRES, caso("mal", "cumple", "suelo.rural.area: 200 ha")))
    linea = texto.splitlines().index('  caso "mal"') + 1
    (unico,) = probado(texto).diagnosticos
    assert unico.codigo == "PLO-P110"
    assert unico.mensaje == "el caso «mal» dio `no cumple` y se esperaba `cumple`"
    assert unico.tramo.linea == linea
    assert "Está mal." in unico.ayuda


def test_falta_un_caso_por_cada_veredicto_que_la_regla_puede_dar():
    assert _mensajes(probado(regla(_EXIGE, casos(_CUMPLE, _NO_CUMPLE))), "PLO-P111") == [
        "`juguete` no tiene un caso que dé `no consta`"
    ]
    solo_pot = probado(regla(_EXIGE, _TRES, clases="POT"))
    assert _mensajes(solo_pot, "PLO-P111") == ["`juguete` no tiene un caso que dé `no aplica`"]


def test_si_el_fundamento_no_obliga_a_las_tres_clases_tambien_se_pide_un_no_aplica():
    informe = probado(regla(_EXIGE, _TRES, fundamento="R-3"))
    assert _mensajes(informe, "PLO-P111") == ["`juguete` no tiene un caso que dé `no aplica`"]
    completo = probado(
        regla(_EXIGE, casos(_TRES, caso("EOT", "no aplica", "plan.clase: EOT")), fundamento="R-3")
    )
    assert completo.pasa, completo.diagnosticos


def test_lo_que_nunca_falta_no_tiene_que_dar_no_consta():
    bien, mal = caso("a", "cumple"), caso("b", "no cumple", "plan.tramite: revision_general")
    informe = probado(regla("  exige plan.tramite = plan_nuevo", casos(bien, mal)))
    assert informe.pasa, informe.diagnosticos


def test_una_pregunta_pide_requiere_concepto_cumple_y_no_cumple():
    cuerpo = '  pregunta "¿Es coherente?"\n  guia "Mire el modelo."'
    soporte = "agrega documentos {id: D1}"
    responde = "agrega juicios {{id: J1, regla: juguete, respuesta: {}, autor: Ana, soporte: D1}}"
    si = caso("sí", "cumple", soporte, responde.format("cumple"))
    no = caso("no", "no cumple", soporte, responde.format("no_cumple"))
    pendiente = caso("pendiente", "requiere concepto")
    assert probado(regla(cuerpo, casos(si, no, pendiente))).pasa
    assert _mensajes(probado(regla(cuerpo, casos(si, no))), "PLO-P111") == [
        "`juguete` no tiene un caso que dé `requiere concepto`"
    ]


def test_una_pregunta_con_cuando_y_salvo_que_los_respeta_y_los_mide():
    cuerpo = (
        "  cuando suelo.expansion existe\n"
        '  salvo que plan.tramite = precision_cartografica porque "no cambia nada"\n'
        '  pregunta "¿Es coherente?"\n  guia "Mire el modelo."'
    )  # fmt: skip
    con = "suelo.expansion.area: 3 ha"
    soporte = "agrega documentos {id: D1}"
    responde = "agrega juicios {{id: J1, regla: juguete, respuesta: {}, autor: Ana, soporte: D1}}"
    basicos = casos(
        caso("sí", "cumple", con, soporte, responde.format("cumple")),
        caso("no", "no cumple", con, soporte, responde.format("no_cumple")),
        caso("pendiente", "requiere concepto", con),
        caso("sin expansión", "no aplica", 'suelo.expansion: {no_hay: "no tiene"}'),
        caso("no se sabe", "no consta"),
    )
    exceptuado = caso("precisión", "no aplica", con, "plan.tramite: precision_cartografica")
    assert probado(regla(cuerpo, casos(basicos, exceptuado))).pasa
    (falta,) = probado(regla(cuerpo, basicos)).diagnosticos
    assert (
        falta.mensaje == "en `juguete`, ningún caso hace dar cierto a `plan.tramite = precision_cartografica`"
    )


def test_una_condicion_que_no_da_los_dos_valores_se_informa_con_su_texto_y_su_linea():
    cuerpo = "  exige suelo.rural.area <= 100 ha\n          o suelo.urbano.area <= 50 ha"
    informe = probado(regla(cuerpo, casos(_CUMPLE, caso("nada", "no consta"))))
    assert _mensajes(informe, "PLO-P112") == [
        "en `juguete`, ningún caso hace dar falso a `suelo.rural.area <= 100 ha`",
        "en `juguete`, ningún caso hace dar cierto y falso a `suelo.urbano.area <= 50 ha`",
    ]
    lineas = [d.tramo.linea for d in informe.diagnosticos if d.codigo == "PLO-P112"]
    assert lineas == [7, 8]


def test_el_cuando_y_el_salvo_que_compuestos_deben_dar_cierto_y_falso_enteros():
    cuerpo = (
        "  cuando suelo.urbano.area > 5 ha y suelo.expansion.area > 5 ha\n"
        '  salvo que suelo.rural.area > 500 ha o suelo.rural.area < 2 ha porque "es otra cosa"\n' + _EXIGE
    )
    ambos = ("suelo.urbano.area: 6 ha", "suelo.expansion.area: 6 ha")
    escritos = casos(
        caso("a", "cumple", *ambos, "suelo.rural.area: 100 ha"),
        caso("b", "no cumple", *ambos, "suelo.rural.area: 101 ha"),
        caso("c", "no consta", *ambos),
        caso("d", "no consta", "suelo.urbano.area: 6 ha", "suelo.rural.area: 3 ha"),
    )
    textos = _mensajes(probado(regla(cuerpo, escritos)), "PLO-P112")
    assert (
        "en `juguete`, ningún caso hace dar falso a `suelo.urbano.area > 5 ha y suelo.expansion.area > 5 ha`"
        in textos
    )
    assert (
        "en `juguete`, ningún caso hace dar cierto a `suelo.rural.area > 500 ha o suelo.rural.area < 2 ha`"
        in textos
    )


def test_preguntar_si_existe_lo_que_no_se_puede_declarar_inexistente_no_tiene_que_dar_falso():
    existe = (
        comprobado(regla("  exige cada p en medios.proyectos cumple p.evidencia existe", _NO_CONSTA))
        .reglas[0]
        .exige.cuerpo
    )
    assert not any(p.puede_declararse for p in existe.valor.pasos)
    assert valores_posibles(existe) == (True,)
    declarable = comprobado(regla("  exige suelo.rural existe", _NO_CONSTA)).reglas[0].exige
    assert valores_posibles(declarable) == (True, False)


def test_una_lista_que_falta_o_una_regla_que_no_aplica_no_son_errores_de_la_herramienta():
    cuerpo = "  cuando suelo.expansion existe\n  exige cada p en medios.proyectos cumple p.costo <= 10 COP"
    con = "suelo.expansion.area: 1 ha"
    escritos = casos(
        caso("a", "no consta", con),
        caso("b", "no aplica", 'suelo.expansion: {no_hay: "no tiene"}'),
        caso("c", "no cumple", con, 'medios.proyectos: {no_hay: "ninguno"}'),
        caso("d", "no cumple", con, "medios.proyectos[P1].costo: 11 COP"),
        caso("e", "cumple", con, "medios.proyectos[P1].costo: 10 COP"),
    )
    informe = probado(regla(cuerpo, escritos))
    assert informe.pasa, informe.diagnosticos


_DEFINE = "define rural_grande\n  es suelo.rural.area > 50 ha\nfin define\n"


def test_las_condiciones_de_un_define_se_miden_entre_todas_las_reglas():
    cuerpo = "  cuando rural_grande\n" + _EXIGE
    solo_grandes = casos(_CUMPLE, _NO_CUMPLE, _NO_CONSTA)
    con_chico = casos(
        caso("cumple", "cumple", "suelo.rural.area: 51 ha"),
        caso("chico", "no aplica", "suelo.rural.area: 50 ha"),
    )
    informe = probado(_DEFINE + regla(cuerpo, solo_grandes))
    assert (
        "en la definición `rural_grande`, ningún caso hace dar falso a `suelo.rural.area > 50 ha`"
        in _mensajes(informe, "PLO-P112")
    )
    entre_dos = probado(_DEFINE + regla(cuerpo, solo_grandes) + regla(cuerpo, con_chico, nombre="otra"))
    assert not entre_dos.de_defines
    assert not probado(_DEFINE + regla(cuerpo, solo_grandes), solo=["juguete"]).de_defines


def test_con_solo_se_prueba_lo_pedido():
    dos = regla(_EXIGE, _TRES) + regla(_EXIGE, _CUMPLE, nombre="otra")
    assert [r.regla for r in probado(dos, solo=["juguete"]).reglas] == ["juguete"]
    assert codigos(probado(dos).reglas[1].diagnosticos) == ["PLO-P111", "PLO-P111", "PLO-P112"]


def test_los_veredictos_que_se_exigen_dependen_de_la_forma_de_la_regla():
    con_cuando = comprobado(regla("  cuando suelo.rural existe\n" + _EXIGE, _TRES)).reglas[0]
    assert [v.value for v in veredictos_exigidos(con_cuando, REGISTRO)] == [
        "cumple",
        "no cumple",
        "no consta",
        "no aplica",
    ]


_TABLA = """\
tabla areas
  fundamento   R-1
  analisis     coherencia
  competencia  general
  aplica a     POT, PBOT, EOT
  exige        suelo.$suelo.area <= 100 ha
  | regla         | suelo  | titulo          | falla     | subsana   |
  | rural-grande  | rural  | El rural cabe.  | Está mal. | Corrija.  |
  | urbano-grande | urbano | El urbano cabe. | Está mal. | Corrija.  |

  caso "cabe" de cada fila
    suelo.$suelo.area: 100 ha
    espera cumple
  caso "no se sabe" de cada fila
    espera no consta
  caso "no cabe" de rural-grande
    suelo.rural.area: 101 ha
    espera no cumple
fin tabla
"""


def test_en_una_tabla_las_condiciones_se_miden_por_fila_aunque_esten_en_la_misma_linea():
    rural, urbano = probado(_TABLA).reglas
    assert rural.pasa, rural.diagnosticos
    assert [d.mensaje for d in urbano.diagnosticos] == [
        "`urbano-grande` no tiene un caso que dé `no cumple`",
        "en `urbano-grande`, ningún caso hace dar falso a `suelo.urbano.area <= 100 ha`",
    ]

from plomada.cargadores.arbol import Escalar, Mapa, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.sintaxis import Parche
from plomada.probador.parches import aplicar
from plomada.probador.rutas import leer_ruta

_PLAN = """\
plan: {clase: EOT, tramite: plan_nuevo}
suelo:
  rural: {area: 10 ha}
medios:
  proyectos:
    - {id: P1, nombre: Vía}
    - {id: P2, nombre: Parque}
"""


def _base():
    return leer_yaml(_PLAN.encode(), "plan.yaml").valor


def _parche(linea, n=7):
    tramo = Tramo("juguete.regla", n, 5, n, 5 + len(linea))
    accion, _, resto = linea.partition(" ")
    if accion == "quita":
        return Parche("quita", resto, "", tramo)
    if accion == "agrega":
        ruta, _, valor = resto.partition(" ")
        return Parche("agrega", ruta, valor, tramo)
    ruta, _, valor = linea.partition(": ")
    return Parche("pone", ruta, valor, tramo)


def _aplicar(*lineas):
    return aplicar(_base(), [_parche(x, 7 + i) for i, x in enumerate(lineas)])


def _llano(nodo):
    match nodo:
        case Escalar(texto=t):
            return t
        case Secuencia(elementos=e):
            return [_llano(x) for x in e]
        case Mapa(pares=p):
            return {c: _llano(v) for c, _, v in p}


def _tras(*lineas):
    leido = _aplicar(*lineas)
    assert not leido.diagnosticos, leido.diagnosticos
    return _llano(leido.valor)


def _fallo(*lineas):
    leido = _aplicar(*lineas)
    assert leido.valor is None
    (unico,) = leido.diagnosticos
    return unico


def test_una_ruta_con_puntos_crea_los_mapas_que_faltan_y_no_toca_lo_demas():
    antes = _llano(_base())
    despues = _tras("suelo.perimetro_urbano.area: 410 ha")
    assert despues["suelo"] == {"rural": {"area": "10 ha"}, "perimetro_urbano": {"area": "410 ha"}}
    assert despues["medios"] == antes["medios"]
    assert list(despues) == list(antes)


def test_un_valor_reemplaza_al_anterior_en_su_puesto():
    assert _tras("plan.clase: POT")["plan"] == {"clase": "POT", "tramite": "plan_nuevo"}


def test_los_valores_se_leen_como_en_un_plan_yaml_sin_resolver_tipos():
    assert _tras("municipio.codigo: 05001")["municipio"] == {"codigo": "05001"}
    assert _tras("x.escala: 1:5000")["x"] == {"escala": "1:5000"}
    assert _tras('x.y: {no_hay: "no tiene"}')["x"] == {"y": {"no_hay": "no tiene"}}
    assert _tras("suelo.corredores: []")["suelo"]["corredores"] == []


def test_una_lista_crea_el_elemento_con_su_id_o_cambia_el_que_esta():
    proyectos = _tras("medios.proyectos[P2].plazo: corto", "medios.proyectos[P3].plazo: largo")["medios"][
        "proyectos"
    ]
    assert proyectos == [
        {"id": "P1", "nombre": "Vía"},
        {"id": "P2", "nombre": "Parque", "plazo": "corto"},
        {"id": "P3", "plazo": "largo"},
    ]


def test_un_elemento_entero_recibe_el_id_de_la_ruta():
    assert _tras("fines.objetivos[O1]: {nombre: Agua}")["fines"] == {
        "objetivos": [{"id": "O1", "nombre": "Agua"}]
    }


def test_agrega_pone_un_elemento_al_final_y_crea_la_lista_si_no_esta():
    despues = _tras(
        "agrega medios.proyectos {id: P3, fuentes: [{id: F1, monto: 10 COP}]}", "agrega plan.alcance urbano"
    )
    assert despues["medios"]["proyectos"][-1] == {"id": "P3", "fuentes": [{"id": "F1", "monto": "10 COP"}]}
    assert despues["plan"]["alcance"] == ["urbano"]


def test_quita_borra_una_clave_o_un_elemento():
    despues = _tras("quita suelo.rural", "quita medios.proyectos[P1]")
    assert despues["suelo"] == {}
    assert despues["medios"]["proyectos"] == [{"id": "P2", "nombre": "Parque"}]


def test_los_contenidos_se_escriben_con_su_estado_y_su_evidencia():
    despues = _tras(
        "contenidos.vision.estado: incluido", "contenidos.vision.evidencia: [{documento: D1, pagina: 3}]"
    )
    assert despues["contenidos"] == {
        "vision": {"estado": "incluido", "evidencia": [{"documento": "D1", "pagina": "3"}]}
    }


def test_todo_lo_puesto_lleva_el_lugar_del_parche():
    leido = _aplicar("suelo.rural.area: 20 ha")
    area = leido.valor.buscar("suelo").buscar("rural").buscar("area")
    assert (area.tramo.archivo, area.tramo.linea) == ("juguete.regla", 7)
    tramite = leido.valor.buscar("plan").buscar("tramite")
    assert tramite.tramo.archivo == "plan.yaml"


def test_quitar_lo_que_no_esta_es_un_problema_con_el_nombre_cercano():
    d = _fallo("quita suelo.rurall")
    assert (d.codigo, d.tramo.linea, d.ayuda) == ("PLO-P103", 7, "¿quiso decir `rural`?")
    assert _fallo("quita medios.proyectos[P9]").codigo == "PLO-P103"
    assert _fallo("quita suelo.urbano.area").codigo == "PLO-P103"
    assert _fallo("quita medios.proyectos[P1].costo").codigo == "PLO-P103"


def test_una_ruta_mal_escrita_no_se_adivina():
    for ruta in ("suelo..area", "suelo.", "medios.proyectos[].x", "medios.proyectos[P1]costo", "a b"):
        assert leer_ruta(ruta) is None, ruta
    assert _fallo("suelo..area: 3 ha").codigo == "PLO-P101"


def test_un_valor_que_yaml_no_entiende_se_dice_en_la_linea_del_parche():
    for malo in ("{a: 1", "{a: 1, a: 2}", "nota: cosa", "*alias", "!!python/name:os.system x"):
        d = _fallo("suelo.rural.area: 1 ha", f"suelo.urbano.area: {malo}")
        assert (d.codigo, d.tramo.linea) == ("PLO-P102", 8), malo


def test_no_se_entra_a_un_dato_como_si_fuera_un_mapa_o_una_lista():
    d = _fallo("suelo.rural.area.valor: 3")
    assert d.codigo == "PLO-P104"
    assert "`suelo.rural.area` es un dato" in d.mensaje
    assert _fallo("agrega suelo.rural {id: X}").codigo == "PLO-P104"
    assert _fallo("suelo[S1].area: 3 ha").codigo == "PLO-P104"
    assert _fallo("medios.proyectos.costo: 3 COP").codigo == "PLO-P104"


def test_un_elemento_con_otro_id_o_que_no_es_un_mapa_es_un_problema():
    assert _fallo("medios.proyectos[P1]: {id: P2}").codigo == "PLO-P102"
    assert _fallo("medios.proyectos[P1]: texto").codigo == "PLO-P102"


def test_escribir_dos_veces_la_misma_ruta_en_un_caso_es_un_problema_con_los_dos_lugares():
    d = _fallo("suelo.rural.area: 1 ha", "suelo.rural.area: 2 ha")
    assert (d.codigo, d.tramo.linea, d.secundario.linea) == ("PLO-P105", 8, 7)


def test_todos_los_parches_malos_de_un_caso_se_dicen_de_una_vez():
    leido = _aplicar("quita nada", "suelo..area: 1", "suelo.rural.area: 2 ha")
    assert [d.codigo for d in leido.diagnosticos] == ["PLO-P103", "PLO-P101"]

"""La lista de datos que faltan: en lenguaje llano, del que más decide al que menos y sin perder ninguno."""

import csv
import io
import json

import pytest

from plomada.evaluacion.conjeturas.decidir import buscar_faltantes
from plomada.evaluacion.conjeturas.rutas import campo_de
from plomada.evaluacion.ejecutar import Pedido
from plomada.informes.preguntas.ejemplos import describir
from plomada.informes.preguntas.faltantes import ListaDeFaltantes, listar_faltantes
from plomada.modelo.formas import rutas
from plomada.modelo.plan import Plan
from tests.apoyo import FECHA, paquete, plan, registro, regla, requisito

REGISTRO = registro(requisito("R-1"), requisito("R-2", fuerza="deberia"))
PROYECTOS = "medios: {proyectos: [{id: P1, costo: 5 COP}, {id: P2}]}\nsuelo: {urbano: {articulo: '3'}}\n"
REGLAS = (
    regla("suelo.urbano.area > 1 ha", "area-uno")
    + regla("suelo.urbano.area > 2 ha", "area-dos").replace("R-1", "R-2")
    + regla("cada p en medios.proyectos cumple p.costo existe", "costo")
    + regla("municipio.es_distrito o municipio.tiene_paramo", "alguno")
)


def _lista(reglas: str = REGLAS, texto: str = PROYECTOS) -> ListaDeFaltantes:
    propias, cargado = paquete(reglas, REGISTRO), plan(texto)
    hallados = buscar_faltantes(propias, cargado.plan, Pedido(FECHA, fecha_dada=True))
    lugares = {ruta: str(tramo) for ruta, tramo in cargado.lugares.items()} | {"": "Prueba"}
    return listar_faltantes(hallados, propias.fichas, REGISTRO, lugares, ("POT", FECHA.isoformat()))


def test_primero_el_que_mas_reglas_decide_y_luego_el_que_mas_obliga() -> None:
    lista = _lista()
    assert [d.campo for d in lista.datos] == [
        "suelo.urbano.area",
        "medios.proyectos[].costo",
        "municipio.es_distrito",
        "municipio.tiene_paramo",
    ]
    primero = lista.datos[0]
    assert (primero.decide, primero.decide_obligatorias) == (("area-uno", "area-dos"), 1)
    assert (lista.reglas, lista.no_constan, lista.se_deciden_con_un_dato) == (4, 4, 3)


def test_a_igual_cuenta_va_antes_lo_obligatorio() -> None:
    reglas = regla("suelo.rural.area > 1 ha", "debe") + regla(
        "suelo.expansion.area > 1 ha", "conviene"
    ).replace("R-1", "R-2")
    lista = _lista(reglas, "suelo: {rural: {articulo: '1'}, expansion: {articulo: '1'}}\n")
    assert [d.campo for d in lista.datos] == ["suelo.rural.area", "suelo.expansion.area"]


def test_dice_que_dato_es_donde_se_escribe_y_como() -> None:
    area, costo = _lista().datos[:2]
    assert area.dato == "Superficie" and area.campo == "suelo.urbano.area"
    assert "Clasificación del suelo" in area.de
    assert area.donde == "`suelo` › `urbano`" and area.ejemplo == "area: 10 ha"
    assert costo.donde == "`medios` › `proyectos`, en cada elemento"
    assert costo.ejemplo == "costo: 3 millones COP"


def test_cada_elemento_trae_su_ruta_y_el_lugar_mas_cercano() -> None:
    costo = _lista().datos[1]
    (elemento,) = costo.elementos
    assert elemento.ruta == "medios.proyectos[P2].costo"
    assert elemento.lugar == "plan.yaml:2:46" and elemento.decide == ("costo",)


def test_los_cuatro_formatos_dicen_lo_mismo() -> None:
    lista = _lista()
    datos = json.loads(lista.a_json())
    filas = list(csv.DictReader(io.StringIO(lista.tabla().a_csv().removeprefix("\ufeff")), delimiter=";"))
    assert ListaDeFaltantes.model_validate(datos) == lista
    assert [f["campo"] for f in filas] == [d.campo for d in lista.datos]
    assert [int(f["decide"]) for f in filas] == [len(d.decide) for d in lista.datos]
    assert lista.tabla().a_markdown().count("\n") == len(filas) + 2
    texto = "\n".join(r.texto for r in lista.a_consola(100))
    lugares = [texto.index(f"({d.campo})") for d in lista.datos]
    assert lugares == sorted(lugares)


def test_la_consola_separa_decidir_de_participar() -> None:
    plano = " ".join(" ".join(r.texto for r in _lista().a_consola(100)).split())
    assert "Decide 2 reglas (1 de fuerza obligatoria)." in plano
    assert "Decide 0 reglas; según lo que diga, 1 regla más." in plano
    assert (
        "De 4 reglas, 4 no constan por 4 datos que faltan; 3 quedarían decididas con un solo dato." in plano
    )


def test_lo_que_se_recorta_se_dice_y_todo_lo_muestra() -> None:
    muchos = "".join(regla(f"suelo.urbano.area > {n} ha", f"r{n}") for n in range(1, 8))
    lista = _lista(muchos)
    assert "y 3 más." in " ".join(r.texto for r in lista.a_consola())
    assert "r7" in " ".join(r.texto for r in lista.a_consola(todo=True))


def test_sin_nada_que_falte_la_lista_es_vacia_y_lo_dice() -> None:
    lista = _lista(regla("medios.proyectos existe"))
    assert lista.datos == () and lista.no_constan == 0
    assert "0 no constan por 0 datos" in " ".join(r.texto for r in lista.a_consola())


def test_todo_campo_del_modelo_se_nombra_y_tiene_un_ejemplo() -> None:
    for ruta, _ in rutas(Plan):
        if ruta == "contenidos" or ruta.startswith("contenidos[]"):
            continue
        llano = describir(campo_de(tuple(ruta.replace("[]", ".[]").split("."))), REGISTRO)
        assert llano.dato and llano.donde and llano.ejemplo, ruta
        assert len(llano.ejemplo) < 400, ruta


def test_un_contenido_se_nombra_por_su_titulo_y_lo_desconocido_por_lo_que_es() -> None:
    contenido = describir("contenidos.contenido_uno", REGISTRO)
    assert contenido.dato == "El contenido «contenido_uno»" and "evidencia" in contenido.ejemplo
    assert describir("la cadena de fines y medios", REGISTRO).dato == "la cadena de fines y medios"


@pytest.mark.parametrize("feo", ["=CMD()", "<script>", "a|b"])
def test_un_texto_hostil_en_el_plan_no_se_vuelve_formula_ni_columna(feo: str) -> None:
    texto = f"municipio: {{nombre: '{feo}'}}\n" + PROYECTOS
    csv_ = _lista(texto=texto).tabla().a_csv()
    assert not any(c.startswith("=") for fila in csv.reader(io.StringIO(csv_), delimiter=";") for c in fila)

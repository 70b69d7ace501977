"""El modelo: formas, descripciones, referencias y esquema publicado."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.modelo.elementos import Elemento, Evidencia, nombre_de_tipo
from plomada.modelo.esquema_json import esquema_json
from plomada.modelo.formas import campos_de, rutas, tipos_citables
from plomada.modelo.opciones import BloqueDelPlan, Opcion
from plomada.modelo.plan import Plan
from plomada.valores.unidades import DIMENSIONES

RUTAS = dict(rutas(Plan))
EJEMPLO = Path(__file__).parent.parent / "cargadores" / "datos" / "ejemplo.yaml"
SIN_BLOQUE = {"juicios", "procedencia"}


def llano(nodo: Nodo) -> object:
    match nodo:
        case Escalar(texto):
            return texto
        case Secuencia(elementos):
            return [llano(e) for e in elementos]
        case Mapa(pares):
            return {clave: llano(v) for clave, _, v in pares}


def ejemplo() -> dict[str, object]:
    leido = leer_yaml(EJEMPLO.read_bytes(), "plan.yaml")
    assert leido.valor is not None
    datos = llano(leido.valor)
    assert isinstance(datos, dict)
    return datos


def test_toda_ruta_tiene_descripcion() -> None:
    assert [ruta for ruta, forma in RUTAS.items() if len(forma.descripcion) < 4] == []


def test_toda_clase_del_modelo_tiene_docstring() -> None:
    clases = {
        f.modelo for forma in RUTAS.values() for f in (forma, forma.dentro) if f is not None and f.modelo
    }
    assert [c.__name__ for c in clases if not c.__doc__] == []


def test_los_nombres_son_ascii() -> None:
    assert [ruta for ruta in RUTAS if not ruta.isascii()] == []


def test_toda_cantidad_mide_una_dimension_conocida() -> None:
    assert {f.tipo for f in RUTAS.values() if f.clase == "cantidad"} <= DIMENSIONES


def test_toda_referencia_apunta_a_un_tipo_que_se_declara_en_un_solo_lugar() -> None:
    pedidos = {
        f.tipo for forma in RUTAS.values() for f in (forma, forma.dentro) if f and f.clase == "referencia"
    }
    pedidos |= {f.tipo for f in campos_de(Evidencia).values() if f.clase == "referencia"}
    assert pedidos <= set(tipos_citables(Plan))
    for tipo in pedidos:
        lugares = [
            r for r, f in RUTAS.items() if (f.dentro or f).es_elemento and (f.dentro or f).tipo == tipo
        ]
        assert len(lugares) == 1, (tipo, lugares)


def test_todo_lo_que_va_en_una_lista_de_objetos_tiene_id() -> None:
    for ruta, forma in RUTAS.items():
        if (
            forma.clase == "lista"
            and forma.dentro is not None
            and forma.dentro.modelo not in (None, Evidencia)
        ):
            assert forma.dentro.es_elemento, ruta


def test_solo_lo_imprescindible_es_obligatorio() -> None:
    obligatorias = {r for r, f in RUTAS.items() if not f.puede_faltar and not r.endswith("].id")}
    assert obligatorias == {"plan", "plan.clase", "plan.tramite", "contenidos[].estado", "fines.vision.id"}


def test_la_unica_lista_de_proyectos_es_la_de_medios() -> None:
    assert tipos_citables(Plan)["proyecto"] == "medios.proyectos"


def test_los_bloques_revisables_son_los_del_plan() -> None:
    assert {b.value for b in BloqueDelPlan} == set(Plan.model_fields) - SIN_BLOQUE


def subclases(clase: type[Opcion]) -> list[type[Opcion]]:
    return [s for directa in clase.__subclasses__() for s in (directa, *subclases(directa))]


def test_cada_opcion_es_una_palabra_ascii_con_rotulo() -> None:
    for clase in subclases(Opcion):
        for opcion in clase:
            assert opcion.value.replace("_", "").isalpha() and opcion.value.isascii(), opcion
            assert opcion.rotulo and "_" not in opcion.rotulo, opcion
            assert isinstance(opcion, str) and opcion == opcion.value


def test_el_nombre_de_un_tipo_sale_de_su_clase() -> None:
    class AreaConCosas(Elemento):
        """De prueba."""

    assert nombre_de_tipo(AreaConCosas) == "area_con_cosas"


def test_el_esquema_es_valido_y_siempre_el_mismo() -> None:
    uno, otro = esquema_json(), esquema_json()
    jsonschema.Draft202012Validator.check_schema(uno)
    assert json.dumps(uno) == json.dumps(otro)
    assert uno["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(uno["properties"]) == set(Plan.model_fields)
    orden = (
        "import json; from plomada.modelo.esquema_json import esquema_json; print(json.dumps(esquema_json()))"
    )
    entorno = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    aparte = subprocess.run(
        [sys.executable, "-c", orden], capture_output=True, text=True, check=True, env=entorno
    )
    assert aparte.stdout.strip() == json.dumps(uno)


def test_el_ejemplo_cumple_el_esquema_publicado() -> None:
    errores = jsonschema.Draft202012Validator(esquema_json()).iter_errors(ejemplo())
    assert [e.message for e in errores] == []


@pytest.mark.parametrize(
    ("bloque", "malo"),
    [
        ("municipio", {"nombre_": "X"}),
        ("municipio", {"es_distrito": "quizá"}),
        ("municipio", {"area": "410"}),
        ("plan", {"clase": "POT"}),
        ("plan", {"clase": "pot", "tramite": "plan_nuevo"}),
        ("suelo", {"urbano": {"no_hay": ""}}),
        ("fines", {"objetivos": [{"plazo": "corto"}]}),
        ("documentos", "ninguno"),
        ("proceso", {"inicio": "ayer"}),
    ],
)
def test_el_esquema_publicado_tambien_rechaza(bloque: str, malo: object) -> None:
    validador = jsonschema.Draft202012Validator(esquema_json())
    assert not validador.is_valid({**ejemplo(), bloque: malo})

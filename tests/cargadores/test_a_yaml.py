"""El YAML que se escribe se lee igual, sea cual sea el texto."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plomada.cargadores.a_yaml import a_yaml
from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.texto_yaml import es_invisible, trae_comentarios
from plomada.diagnosticos.tramo import Tramo

T = Tramo("plan.yaml")
_NULOS = ("", "~", "null", "Null", "NULL")
_DIFICILES = " ,:;#-?[]{}&*!|>'\"%@`=+~null\n\t\r\x85\u2028\xa0\\/ab1."
textos = st.text(max_size=25).filter(lambda t: not es_invisible(t)) | st.text(_DIFICILES, max_size=14)
escalares = st.builds(lambda t: Escalar(t, T, False), textos) | st.sampled_from(
    [Escalar(n, T, True) for n in ("", "null", "~")]
)
nodos = st.recursive(
    escalares,
    lambda h: (
        st.builds(lambda x: Secuencia(tuple(x), T), st.lists(h, max_size=4))
        | st.builds(
            lambda d: Mapa(tuple((k, T, v) for k, v in d.items()), T), st.dictionaries(textos, h, max_size=4)
        )
    ),
    max_leaves=12,
)


def contenido(nodo: Nodo) -> object:
    match nodo:
        case Escalar(texto, _, llano):
            return texto, llano and texto in _NULOS
        case Secuencia(elementos):
            return [contenido(e) for e in elementos]
        case Mapa(pares):
            return {c: contenido(v) for c, _, v in pares}


@settings(max_examples=300, deadline=None)
@given(nodos.filter(lambda n: not (isinstance(n, Escalar) and n.esta_vacio)))
def test_ida_y_vuelta(nodo: Nodo) -> None:
    leido = leer_yaml(a_yaml(nodo).encode(), "plan.yaml")
    assert leido.valor is not None, (a_yaml(nodo), leido.diagnosticos)
    assert contenido(leido.valor) == contenido(nodo)


@pytest.mark.parametrize(
    ("texto", "hay"),
    [
        ("a: b # c\n", True),
        ("# c\na: b\n", True),
        ("a: b\n# c", True),
        ("a: 'b # c'\n", False),
        ("a: b#c\n", False),
        ("a: |\n  # no\n", False),
        ('a: "\\n# x"\nb: [x, y]\n', False),
        ("", False),
    ],
)
def test_se_sabe_si_habia_comentarios(texto: str, hay: bool) -> None:
    assert trae_comentarios(texto) is hay

"""Lectura de YAML: todo escalar es texto con su lugar y todo lo raro se rechaza con explicación."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia, huella_de
from plomada.cargadores.desde_yaml import MAXIMO_DE_NIVELES, MAXIMO_DE_NODOS, leer_yaml
from plomada.cargadores.problemas import MAXIMO_DE_PROBLEMAS
from plomada.cargadores.texto_yaml import MAXIMO_DE_BYTES, revisar_caracteres
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo


def leer(texto: str) -> Lectura[Nodo]:
    return leer_yaml(texto.encode(), "plan.yaml")


def unico(texto: str | bytes) -> Diagnostico:
    leido = leer_yaml(texto if isinstance(texto, bytes) else texto.encode(), "plan.yaml")
    assert leido.valor is None
    assert len(leido.diagnosticos) == 1, leido.diagnosticos
    assert leido.diagnosticos[0].es_error
    return leido.diagnosticos[0]


def lugar(d: Diagnostico) -> tuple[int, int]:
    assert d.tramo is not None
    return d.tramo.linea, d.tramo.columna


def valor(texto: str, clave: str = "a") -> Nodo | None:
    leido = leer(texto)
    assert isinstance(leido.valor, Mapa), leido.diagnosticos
    return leido.valor.buscar(clave)


@pytest.mark.parametrize(
    "escrito",
    ["05001", "no", "yes", "1:25", "1,5", "30.000", "2024-01-01", "0x1F", "1e3", "null", "~", ".inf"],
)
def test_ningun_escalar_cambia_de_texto(escrito: str) -> None:
    nodo = valor(f"a: {escrito}")
    assert isinstance(nodo, Escalar)
    assert nodo.texto == escrito


def test_el_lugar_de_cada_dato_es_el_del_archivo() -> None:
    assert valor("# nota\na:\n  - áé: 1\n    b: dos\n") == Secuencia(
        (
            Mapa(
                (
                    (
                        "áé",
                        Tramo("plan.yaml", 3, 5, 3, 7, 14),
                        Escalar("1", Tramo("plan.yaml", 3, 9, 3, 10, 18)),
                    ),
                    (
                        "b",
                        Tramo("plan.yaml", 4, 5, 4, 6, 24),
                        Escalar("dos", Tramo("plan.yaml", 4, 8, 4, 11, 27)),
                    ),
                ),
                Tramo("plan.yaml", 3, 5, 5, 1, 14),
            ),
        ),
        Tramo("plan.yaml", 3, 3, 5, 1, 12),
    )


def test_la_marca_de_utf8_se_acepta_y_no_corre_las_columnas() -> None:
    leido = leer_yaml(b"\xef\xbb\xbfa: uno", "p")
    assert isinstance(leido.valor, Mapa)
    assert leido.valor.pares[0][:2] == ("a", Tramo("p", 1, 1, 1, 2, 0))


def test_vacio_sin_comillas_es_distinto_de_un_texto_vacio() -> None:
    sin, con = valor("a:"), valor('a: ""')
    assert isinstance(sin, Escalar) and isinstance(con, Escalar)
    assert (sin.esta_vacio, con.esta_vacio) == (True, False)


def test_una_clave_repetida_se_dice_con_sus_dos_lineas() -> None:
    d = unico("a: 1\nb: 2\na: 3\n")
    assert d.codigo == "PLO-L111"
    assert d.mensaje == "la clave `a` está dos veces: líneas 1 y 3"
    assert lugar(d) == (3, 1)
    assert d.secundario == Tramo("plan.yaml", 1, 1, 1, 2, 0)


def test_la_misma_clave_con_y_sin_comillas_es_la_misma() -> None:
    assert unico("a: 1\n'a': 2\n").codigo == "PLO-L111"


@pytest.mark.parametrize(
    ("texto", "codigo", "linea", "columna"),
    [
        ("a: &x 1\n", "PLO-L112", 1, 4),
        ("a: *x\n", "PLO-L112", 1, 4),
        ("<<: *x\n", "PLO-L112", 1, 5),
        ("a: !!str 1\n", "PLO-L113", 1, 4),
        ("a: !!python/object/apply:os.system [id]\n", "PLO-L113", 1, 4),
        ("a: !propia {b: 1}\n", "PLO-L113", 1, 4),
        ("a: 1\n---\nb: 2\n", "PLO-L114", 2, 1),
        ("a:\n\tb: 1\n", "PLO-L110", 2, 1),
        ("a: 1\nb: \x07\n", "PLO-L107", 2, 4),
        ('a: "\\0"\n', "PLO-L107", 1, 4),
        ("[a, b]: 1\n", "PLO-L117", 1, 1),
        ("? {a: 1}\n: 2\n", "PLO-L117", 1, 3),
        ("a: 'sin cerrar\n", "PLO-L109", 2, 1),
        ("a: uno: dos\n", "PLO-L109", 1, 7),
        ("a: [1, 2\nb: 3\n", "PLO-L109", 2, 2),
        ("a: @b\n", "PLO-L109", 1, 4),
    ],
)
def test_cada_entrada_mala_tiene_su_codigo_y_su_lugar(
    texto: str, codigo: str, linea: int, columna: int
) -> None:
    d = unico(texto)
    assert (d.codigo, lugar(d)) == (codigo, (linea, columna))
    assert d.ayuda


@pytest.mark.parametrize(
    "datos", [b"", b"\n\n", b"# solo un comentario\n", b"---\n", b"\xef\xbb\xbf", b"--- \n...\n"]
)
def test_un_archivo_sin_datos_es_vacio_y_no_un_plan(datos: bytes) -> None:
    assert unico(datos).codigo == "PLO-L108"


def test_otra_codificacion_se_dice_con_su_byte_y_su_lugar() -> None:
    d = unico("a: 1\nciudad: ñandú\n".encode("cp1252"))
    assert (d.codigo, lugar(d)) == ("PLO-L106", (2, 9))
    assert "0xf1" in d.mensaje


@pytest.mark.parametrize("codificacion", ["utf-16", "utf-16-le", "utf-32"])
def test_las_codificaciones_de_mas_de_un_byte_se_rechazan(codificacion: str) -> None:
    assert unico("a: 1\n".encode(codificacion)).codigo in {"PLO-L106", "PLO-L107"}


def test_un_binario_se_rechaza() -> None:
    d = unico(b"PK\x03\x04\x00\x00")
    assert (d.codigo, "binario" in d.mensaje) == ("PLO-L107", True)


def test_el_tope_de_tamanio_es_exacto() -> None:
    relleno = b"a: 1\n#"
    justo = relleno + b"x" * (MAXIMO_DE_BYTES - len(relleno))
    assert leer_yaml(justo, "p").valor is not None
    assert unico(justo + b"x").codigo == "PLO-L105"


def test_el_tope_de_niveles_es_exacto() -> None:
    justo = "[" * MAXIMO_DE_NIVELES + "]" * MAXIMO_DE_NIVELES
    assert leer(justo).valor is not None
    assert unico(f"[{justo}]").codigo == "PLO-L115"


def test_el_tope_de_nodos_es_exacto() -> None:
    assert leer("[" + "1," * (MAXIMO_DE_NODOS - 1) + "]").valor is not None
    assert unico("[" + "1," * MAXIMO_DE_NODOS + "]").codigo == "PLO-L116"


@pytest.mark.parametrize("abre", ["[", "{", "- ", "{a: ", "? "])
def test_una_bomba_de_niveles_se_abandona(abre: str) -> None:
    assert leer(abre * 100_000).valor is None
    assert sys.getrecursionlimit() < 100_000


def test_las_fallas_de_varias_clases_se_dicen_juntas_y_en_orden() -> None:
    leido = leer("a: &x 1\na: 2\nb: !!int 3\nc:\n\td: 1\n")
    assert [(d.codigo, lugar(d)[0]) for d in leido.diagnosticos] == [
        ("PLO-L112", 1), ("PLO-L111", 2), ("PLO-L113", 3), ("PLO-L110", 5),
    ]  # fmt: skip


def test_lo_hallado_antes_del_error_de_sintaxis_no_se_pierde() -> None:
    leido = leer("a: 1\na: 2\nb: 'sin cerrar\n")
    assert [d.codigo for d in leido.diagnosticos] == ["PLO-L111", "PLO-L109"]


def test_mil_problemas_se_listan_y_los_demas_se_cuentan() -> None:
    leido = leer("".join(f"k{n}: !x 1\n" for n in range(MAXIMO_DE_PROBLEMAS + 7)))
    assert len(leido.diagnosticos) == MAXIMO_DE_PROBLEMAS + 1
    assert leido.diagnosticos[-1].codigo == "PLO-D117"
    assert leido.diagnosticos[-1].mensaje == "hay 7 problemas más en este archivo"


@pytest.mark.parametrize(("trozo", "codigo"), [("\x01", "PLO-L107"), ("\ta\n", "PLO-L110")])
def test_los_caracteres_malos_sin_cuento_no_llenan_la_memoria(trozo: str, codigo: str) -> None:
    hallados, sobrantes = revisar_caracteres(trozo * 50_000, "p")
    assert (len(hallados), sobrantes) == (MAXIMO_DE_PROBLEMAS, 50_000 - MAXIMO_DE_PROBLEMAS)
    leido = leer(trozo * 50_000)
    assert {d.codigo for d in leido.diagnosticos[:-1]} == {codigo}
    assert leido.diagnosticos[-1].mensaje.startswith("hay 49000 problemas más")


def test_ningun_mensaje_sale_en_ingles() -> None:
    for texto in (
        "a: [",
        "a: {",
        "a: %x",
        "%X",
        "a: `",
        "- a\nb: 1",
        'a: "\\q"',
        "a: |x",
        "a: *",
        "a: &",
        "a: !<",
        "]",
    ):
        for d in leer(texto).diagnosticos:
            dicho = d.mensaje + d.ayuda
            assert not any(p in dicho for p in ("expected", "found", "while", "token", "yaml.", "Error")), (
                dicho
            )


def test_la_huella_depende_del_contenido_y_no_del_orden_ni_del_lugar() -> None:
    def huella(texto: str) -> str:
        nodo = leer(texto).valor
        assert nodo is not None
        return huella_de(nodo)

    assert huella("a: 1\nb: 2\n") == huella("# x\nb: '2'\n\na: 1\n")
    assert huella("a: 1\nb: 2\n") != huella("a: 2\nb: 1\n")
    assert huella("a: [b, c]") != huella("a: [bc]")


def textos(nodo: Nodo) -> list[str]:
    match nodo:
        case Escalar(texto):
            return [texto]
        case Secuencia(elementos):
            return [t for e in elementos for t in textos(e)]
        case Mapa(pares):
            return [t for clave, _, v in pares for t in (clave, *textos(v))]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
@example(b'a: "\\UFFFFFFFF"')
@example(b'a: "\\ud800"')
@example(b"\xed\xa0\x80")
def test_bytes_al_azar_nunca_lanzan(datos: bytes) -> None:
    leido = leer_yaml(datos, "p")
    assert (leido.valor is None) == leido.tiene_errores


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#?,. \n\t~<=\\ñ\u2028\u0085"), max_size=60))
def test_signos_de_yaml_al_azar_nunca_lanzan(texto: str) -> None:
    leido = leer(texto)
    assert (leido.valor is None) == leido.tiene_errores
    for d in leido.diagnosticos:
        assert d.tramo is not None and d.tramo.linea >= 1 and d.tramo.columna >= 1


ARBOLES = st.recursive(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12),
    lambda hijos: (
        st.lists(hijos, max_size=4) | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), hijos)
    ),
    max_leaves=12,
)


def escribir(arbol: object) -> str:
    if isinstance(arbol, str):
        return "'" + arbol.replace("'", "''") + "'"
    if isinstance(arbol, list):
        return "[" + ", ".join(map(escribir, arbol)) + "]"
    assert isinstance(arbol, dict)
    return "{" + ", ".join(f"{c}: {escribir(v)}" for c, v in arbol.items()) + "}"


def llano(nodo: Nodo) -> object:
    match nodo:
        case Escalar(texto):
            return texto
        case Secuencia(elementos):
            return [llano(e) for e in elementos]
        case Mapa(pares):
            return {clave: llano(v) for clave, _, v in pares}


@settings(max_examples=200, deadline=None)
@given(ARBOLES)
def test_lo_escrito_entre_comillas_se_lee_igual(arbol: object) -> None:
    leido = leer(escribir(arbol))
    assert leido.valor is not None, leido.diagnosticos
    assert llano(leido.valor) == arbol

"""El analizador: recuperación, límites, y que ningún texto lo tumbe."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.analizador import PIEZAS_MAXIMAS, PROFUNDIDAD_MAXIMA, analizar, analizar_expresion
from plomada.lenguaje.lectura.bloques import TAMANO_MAXIMO
from tests.lenguaje.estrategias import BOCETOS, mutaciones


def _codigos(texto: str) -> list[str]:
    return [d.codigo for d in analizar(texto, "x.regla").diagnosticos]


def _exige(expresion: str) -> str:
    return f"regla x\n  exige {expresion}\nfin regla\n"


def _expresion(texto: str) -> s.Expresion:
    leida = analizar_expresion(texto, Tramo("x.regla"))
    assert leida.diagnosticos == ()
    assert leida.valor is not None
    return leida.valor


def _anidada(niveles: int) -> str:
    return "(" * niveles + "a existe" + ")" * niveles


def test_un_error_no_impide_leer_las_demas_reglas() -> None:
    texto = _exige("a existe") + "regla mala\n exije\nfin regla\n" + "regla otra\nexige b existe\nfin regla"
    leido = analizar(texto, "x.regla")
    assert [r.id for r in leido.valor.reglas] == ["x", "otra"] if leido.valor else False
    assert [d.codigo for d in leido.diagnosticos] == ["PLO-S120"]


def test_una_regla_sin_cerrar_no_se_traga_la_siguiente() -> None:
    leido = analizar("regla uno\n exige a existe\n\nregla dos\n exige b existe\nfin regla\n", "x.regla")
    assert leido.valor is not None
    assert [r.id for r in leido.valor.reglas] == ["dos"]
    assert [(d.codigo, d.tramo.linea) for d in leido.diagnosticos if d.tramo] == [("PLO-S102", 1)]


def test_el_anidamiento_tiene_un_tope_exacto() -> None:
    assert _codigos(_exige(_anidada(PROFUNDIDAD_MAXIMA))) == []
    assert _codigos(_exige(_anidada(PROFUNDIDAD_MAXIMA + 1))) == ["PLO-S121"]
    assert _codigos(_exige("no " * PROFUNDIDAD_MAXIMA + "a existe")) == []
    assert _codigos(_exige("no " * (PROFUNDIDAD_MAXIMA + 1) + "a existe")) == ["PLO-S121"]


@pytest.mark.parametrize(
    "expresion",
    [
        _anidada(9_000),
        "no " * 9_000 + "a",
        "días hábiles entre " * 5_000 + "a" + " y b" * 5_000 + " > 3",
        "a" + " + 1" * 9_000 + " = 3",
        "cada x en a cumple " * 3_000 + "b existe",
        "suma de " * 3_000 + "a" + " para cada x en b" * 3_000 + " > 1",
    ],
)
def test_un_anidamiento_absurdo_es_un_diagnostico_y_no_una_traza(expresion: str) -> None:
    assert _codigos(_exige(expresion)) == ["PLO-S121"]


def test_muchas_partes_seguidas_no_son_anidamiento() -> None:
    assert _codigos(_exige(" y ".join(["a existe"] * 500))) == []
    assert _codigos(_exige("a es uno de {" + ", ".join(f"v{i}" for i in range(2000)) + "}")) == []


def test_el_tamano_tiene_un_tope_exacto() -> None:
    assert _codigos("#" * TAMANO_MAXIMO) == []
    assert _codigos("#" * (TAMANO_MAXIMO + 1)) == ["PLO-S104"]
    justas = PIEZAS_MAXIMAS - 6  # regla x fundamento … fin regla
    ids = ",".join(["L1"] * ((justas + 1) // 2))
    assert _codigos(f"regla x\nfundamento {ids}\nfin regla") == []
    assert _codigos(f"regla x\nfundamento {ids},L1,L1\nfin regla") == ["PLO-S122"]


def test_una_tabla_que_se_despliega_demasiado_se_rechaza_antes_de_desplegarla() -> None:
    filas = "".join(f"| r{i} |\n" for i in range(5_000))
    texto = f"tabla t\nfundamento {','.join(['L1'] * 500)}\n| regla |\n{filas}fin tabla"
    assert _codigos(texto) == ["PLO-S122"]


def test_las_comillas_tipograficas_y_los_espacios_duros_valen() -> None:
    recta = analizar('regla x\n  titulo "Uno dos"\n  exige a es uno de {b}\nfin regla', "x.regla").valor
    pegada = (
        "\ufeffregla\u00a0x\n\u00a0\u00a0titulo\u00a0“Uno\u00a0dos”\n"
        "\u202fexige\u00a0a es\u00a0uno de\u00a0{b}\nfin\u00a0regla"
    )
    leida = analizar(pegada, "x.regla")
    assert leida.diagnosticos == ()
    assert leida.valor == recta


def test_las_tildes_descompuestas_de_otros_sistemas_valen() -> None:
    import unicodedata

    texto = "regla x\n  título “Año”\n  exige días hábiles entre año.a y b <= 45 días hábiles\nfin regla"
    compuesta = analizar(texto, "x.regla")
    descompuesta = analizar(unicodedata.normalize("NFD", texto).replace("An\u0303o", "Año"), "x.regla")
    assert compuesta.diagnosticos == descompuesta.diagnosticos == ()
    assert compuesta.valor == descompuesta.valor


def test_los_lugares_cuentan_bien_con_saltos_de_linea_de_windows() -> None:
    texto = "\ufeff# uno\r\nregla x\r\n  exige a == b\r\nfin regla\r\n"
    (d,) = analizar(texto, "x.regla").diagnosticos
    assert d.tramo is not None
    assert (d.tramo.linea, d.tramo.columna) == (3, 12)
    assert texto[d.tramo.desplazamiento] == "="
    assert d.tramo.desplazamiento == texto.index("==") + 1


def test_una_palabra_seguida_de_punto_es_un_nombre() -> None:
    e = _expresion("cada x en a con evidencia.estado es comprobada cumple si.b existe")
    assert isinstance(e, s.Cuantificador)
    assert e.filtro == s.Comparacion("=", s.Ruta(("evidencia", "estado")), s.Ruta(("comprobada",)))
    assert e.cuerpo == s.Existe(s.Ruta(("si", "b")), False)


def test_despues_de_al_menos_va_un_numero_y_no_una_cantidad() -> None:
    e = _expresion("al menos 2 meses en plan.meses cumple meses existe")
    assert isinstance(e, s.Cuantificador)
    assert (e.minimo, e.variable) == (2, "meses")


@pytest.mark.parametrize(
    ("escrito", "ayuda"),
    [
        ("a == b", "un solo `=`"),
        ("a => b", "`>=`"),
        ("a & b", "`y`"),
        ("a | b", "`o`"),
        ("a = 'b'", "comillas dobles"),
        ("no cada x en a cumple b", "entre paréntesis"),
        ("a existee", "`existe`"),
        ("{1,2} existe", "espacio después de la coma"),
        ("a = $b", "dentro de una `tabla`"),
    ],
)
def test_los_deslices_comunes_traen_ayuda(escrito: str, ayuda: str) -> None:
    (d,) = analizar(_exige(escrito), "x.regla").diagnosticos
    assert ayuda in d.ayuda


def test_un_texto_muy_largo_se_lee_en_tiempo_lineal() -> None:
    for trozo in ("“", "5 días" + " " * 50, "a b ", '"', "| ", "x: “", "((", "'", "‘ ", "«"):
        texto = f"regla x\ncaso “a”\n{trozo * (100_000 // len(trozo))}\nfin regla"
        antes = time.process_time()
        analizar(texto, "x.regla")
        analizar(texto.replace("caso “a”\n", "exige "), "x.regla")
        assert time.process_time() - antes < 5


_con_forma = st.lists(
    st.sampled_from(
        [
            *"abx \n\t\u00a0#|\"“”«»$(){}<>=≤≠±→+-*/.,:;'²%1230_\r\\",
            "regla ",
            "\nfin regla\n",
            "\nexige ",
            "\ncaso ",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=80) | st.binary(max_size=80).map(lambda b: b.decode("latin-1")) | _con_forma)
def test_ningun_texto_tumba_al_analizador(texto: str) -> None:
    for entero in (
        texto,
        _exige(texto),
        f"tabla x\n{texto}\nfin tabla",
        f'regla x\ncaso "n"\n{texto}\nfin regla',
    ):
        leido = analizar(entero, "x.regla")
        assert leido.valor is not None
        assert all(d.tramo is not None and d.mensaje for d in leido.diagnosticos)
    analizar_expresion(texto.replace("\n", " "), Tramo("x.regla"))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_ningun_boceto_mutilado_tumba_al_analizador(data: st.DataObject) -> None:
    leido = analizar(data.draw(mutaciones(BOCETOS)), "x.regla")
    assert leido.valor is not None

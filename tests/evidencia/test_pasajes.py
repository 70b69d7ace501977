"""Los pasajes dicen su lugar exacto y no se confunden con los encabezados, los pies ni el índice."""

from hypothesis import given
from hypothesis import strategies as st

from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.palabras import Raices, es_vacia
from plomada.evidencia.pasajes import PASO, VENTANA, pasajes_de
from plomada.evidencia.titulos import es_indice, titulos_de


def _documento(*trozos: str, unidad: str = "página") -> Documento:
    return Documento("d", unidad, trozos, "h")  # type: ignore[arg-type]


def test_la_misma_palabra_con_otra_forma_tiene_la_misma_raiz() -> None:
    raices = Raices()
    assert raices.de("Unidades de ACTUACIÓN urbanística") == raices.de("unidad de actuacion urbanisticas")
    assert raices.de("clasiﬁcación") == raices.de("clasificacion")
    assert raices.de("de la y para") == [] and es_vacia("para") and not es_vacia("suelo")
    assert raices.de("año") != raices.de("ano")


def test_los_encabezados_y_pies_repetidos_no_son_texto() -> None:
    paginas = [f"Municipio de Nada\n\nTexto {p} propio\n\nPágina {n} de 6" for n, p in enumerate("abcdef")]
    textos = [p.texto for p in pasajes_de(_documento(*paginas))]
    assert textos == [f"Texto {p} propio" for p in "abcdef"]


def test_un_renglon_que_se_repite_en_pocas_paginas_se_conserva() -> None:
    paginas = ["Igual\nuno", "Igual\ndos", "Igual\ntres"]
    assert all("Igual" in p.texto for p in pasajes_de(_documento(*paginas)))


def test_lo_que_se_repite_en_medio_de_la_pagina_se_conserva() -> None:
    orilla = "\n".join("abc")
    paginas = [f"{orilla}{n}\nx{n}\ny{n}\nz{n}\nArtículo común\np{n}\nq{n}\nr{n}" for n in range(8)]
    assert all("Artículo común" in p.texto for p in pasajes_de(_documento(*paginas)))


def test_una_palabra_cortada_al_final_del_renglon_se_une_y_una_compuesta_no() -> None:
    (pasaje,) = pasajes_de(_documento("la zonifi-\ncación urbano-Rural y 2014-\n2026"))
    assert "zonificación" in pasaje.texto and "urbano-Rural" in pasaje.texto and "2014-\n2026" in pasaje.texto


def test_una_pagina_larga_se_parte_con_traslape_y_nada_se_pierde() -> None:
    palabras = [f"p{n}" for n in range(VENTANA + PASO + 60)]
    pasajes = list(pasajes_de(_documento(" ".join(palabras))))
    assert len(pasajes) == 3
    assert {p for x in pasajes for p in x.texto.split()} == set(palabras)


def test_los_parrafos_se_agrupan_y_cada_lugar_sabe_su_numero() -> None:
    trozos = ("uno " * 70, "", "dos " * 70, "tres")
    pasajes = list(pasajes_de(_documento(*trozos, unidad="párrafo")))
    primero = pasajes[0]
    assert primero.numero(0) == 1 and primero.numero(primero.texto.index("dos")) == 3
    assert pasajes[-1].numero(0) == 4


def test_un_articulo_da_su_titulo_y_una_frase_no() -> None:
    renglones = [("ARTÍCULO 14. Clasificación del suelo. El territorio se divide", 0), ("en dos clases.", 60)]
    assert [t.texto for t in titulos_de(renglones)] == ["Clasificación del suelo"]
    assert [t.texto for t in titulos_de([("como dice el artículo 14. de la ley", 0)])] == []
    assert [t.texto for t in titulos_de([("2.3.1 Perímetro urbano", 0)])] == ["Perímetro urbano"]
    assert [t.texto for t in titulos_de([("# Modelo", 0), ("MODELO DE OCUPACIÓN", 9)])] == [
        "Modelo",
        "MODELO DE OCUPACIÓN",
    ]


def test_el_indice_se_reconoce_y_una_pagina_con_cifras_no() -> None:
    indice = ["Objetivos ........ 5", "Modelo ....... 7", "Suelo ......... 9", "Usos ......... 12"]
    assert es_indice(indice) and not es_indice(indice[:3])
    assert not es_indice(["El área es de 40", "El suelo mide 12", "Son 30", "Hay 20", "Y 15"])


@given(
    st.lists(st.text(alphabet="abc de\n-.", max_size=400), max_size=6), st.sampled_from(["página", "párrafo"])
)
def test_todo_pasaje_esta_en_un_trozo_que_existe(trozos: list[str], unidad: str) -> None:
    for pasaje in pasajes_de(_documento(*trozos, unidad=unidad)):
        assert pasaje.texto.strip()
        for lugar in range(0, len(pasaje.texto), 7):
            assert 1 <= pasaje.numero(lugar) <= len(trozos)

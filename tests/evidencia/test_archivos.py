"""Lo que se guarda se lee igual, y lo mal escrito se dice con su lugar."""

from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plomada.evidencia.archivos import a_texto, leer
from plomada.evidencia.formatos import (
    Comprobacion,
    ContenidoPropuesto,
    DocumentoLeido,
    EstadoDeComprobacion,
    EvidenciaComprobada,
    LecturaDeEntrega,
    PasajePropuesto,
    limpiar,
)

S = TypeVar("S", LecturaDeEntrega, Comprobacion)
_TEXTO = st.text(max_size=40).map(limpiar)
_ESCRITO = _TEXTO.filter(bool)
_PASAJES = st.builds(
    PasajePropuesto,
    archivo=_ESCRITO,
    unidad=_ESCRITO,
    numero=st.integers(1, 10**6),
    puntaje=st.floats(0, 1).map(lambda x: round(x, 4)),
    fragmento=_ESCRITO,
    documento=_TEXTO,
)
_CONTENIDOS = st.builds(
    ContenidoPropuesto,
    id=_ESCRITO,
    titulo=_ESCRITO,
    donde=st.tuples(_ESCRITO),
    estado=st.just("por_confirmar"),
    pasajes=st.lists(_PASAJES, max_size=3).map(tuple),
)
_DOCUMENTOS = st.builds(
    DocumentoLeido,
    archivo=_ESCRITO,
    huella=_ESCRITO,
    unidad=_ESCRITO,
    cuantos=st.integers(0, 10**6),
    documento=_TEXTO,
    sin_texto=st.lists(st.integers(1, 99), max_size=4).map(tuple),
)
_EVIDENCIAS = st.builds(
    EvidenciaComprobada,
    ruta=_ESCRITO,
    estado=st.sampled_from(EstadoDeComprobacion),
    documento=_TEXTO,
    pagina=st.none() | st.integers(0, 999),
    cita=_TEXTO,
    hallada=st.none() | st.integers(1, 999),
    parecido=st.none() | st.floats(0, 100).map(lambda x: round(x, 1)),
    unidad=_TEXTO,
    huella=_TEXTO,
    antes=st.none() | st.integers(1, 999),
)


@given(st.lists(_CONTENIDOS, max_size=3), st.lists(_DOCUMENTOS, max_size=2))
def test_una_lectura_va_y_vuelve_igual(
    tmp_path_factory: pytest.TempPathFactory,
    contenidos: list[ContenidoPropuesto],
    documentos: list[DocumentoLeido],
) -> None:
    lectura = LecturaDeEntrega(
        clase="EOT",
        tramite="plan_nuevo",
        fecha="2026-01-01",
        documentos=tuple(documentos),
        contenidos=tuple(contenidos),
    )
    leida = _ida_y_vuelta(lectura, tmp_path_factory.mktemp("a"))
    assert leida.esta_intacto and leida.model_copy(update={"sello": ""}) == lectura


@given(st.lists(_EVIDENCIAS, max_size=4))
def test_una_comprobacion_va_y_vuelve_igual(
    tmp_path_factory: pytest.TempPathFactory, evidencias: list[EvidenciaComprobada]
) -> None:
    hecha = Comprobacion(evidencias=tuple(evidencias))
    leida = _ida_y_vuelta(hecha, tmp_path_factory.mktemp("a"))
    assert leida.esta_intacto and leida.model_copy(update={"sello": ""}) == hecha


def _ida_y_vuelta(guardado: S, carpeta: Path) -> S:
    archivo = carpeta / "x.yaml"
    archivo.write_bytes(a_texto(guardado).encode())
    leido = leer(archivo, type(guardado))
    assert leido.valor is not None, leido.diagnosticos
    return leido.valor


def test_lo_que_no_esta_no_es_un_problema(tmp_path: Path) -> None:
    leido = leer(tmp_path / "lectura.yaml", LecturaDeEntrega)
    assert leido.valor is None and leido.diagnosticos == ()


_BIEN = a_texto(
    Comprobacion(evidencias=(EvidenciaComprobada(ruta="a", estado=EstadoDeComprobacion.COMPROBADA),))
)


@pytest.mark.parametrize(
    ("texto", "codigo", "linea"),
    [
        (_BIEN.replace('"comprobada"', '"quizas"'), "PLO-L155", 6),
        (_BIEN.replace("version: 1", "version: 2"), "PLO-L155", 2),
        (_BIEN + "sobra: 1\n", "PLO-L155", 7),
        (_BIEN + "evidencias: []\n", "PLO-L111", 7),
        ("- 1\n", "PLO-L155", 1),
        ("", "PLO-L108", 1),
        ("a: [", "PLO-L109", 1),
        ("a: &x 1\n", "PLO-L112", 1),
    ],
)
def test_lo_mal_escrito_se_dice_con_su_linea(tmp_path: Path, texto: str, codigo: str, linea: int) -> None:
    archivo = tmp_path / "comprobacion.yaml"
    archivo.write_text(texto, "utf-8")
    leido = leer(archivo, Comprobacion)
    assert leido.valor is None
    primero = leido.diagnosticos[0]
    assert primero.codigo == codigo and primero.tramo is not None and primero.tramo.archivo == archivo.name
    if codigo == "PLO-L155":
        assert abs(primero.tramo.linea - linea) <= 1 and "plomada evidencia" in primero.ayuda


def test_cambiar_un_solo_dato_rompe_el_sello(tmp_path: Path) -> None:
    archivo = tmp_path / "comprobacion.yaml"
    archivo.write_text(_BIEN.replace('ruta: "a"', 'ruta: "b"'), "utf-8")
    leido = leer(archivo, Comprobacion).valor
    assert leido is not None and not leido.esta_intacto


def test_un_contenido_propuesto_no_puede_decirse_incluido(tmp_path: Path) -> None:
    archivo = tmp_path / "lectura.yaml"
    contenido = ContenidoPropuesto(id="a", titulo="a", donde=("dts",))
    lectura = LecturaDeEntrega(clase="EOT", tramite="x", fecha="x", contenidos=(contenido,))
    archivo.write_text(a_texto(lectura).replace('"por_confirmar"', '"incluido"'), "utf-8")
    assert [d.codigo for d in leer(archivo, LecturaDeEntrega).diagnosticos] == ["PLO-L155"]

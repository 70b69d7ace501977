"""La entrega entera: leer sus documentos, comprobar sus citas y evaluarla con lo guardado."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from plomada import aplicacion, lecturas
from plomada.evaluacion.paquete import Paquete
from plomada.evidencia.archivos import a_texto
from plomada.evidencia.formatos import COMPROBACION, LECTURA, EstadoDeComprobacion
from tests import apoyo
from tests.evidencia.hechura import pdf

FRASE = "El perímetro urbano parte del mojón uno junto al puente viejo"
HOY = date(2026, 1, 15)


@pytest.fixture(scope="module")
def paquete() -> Paquete:
    registro = apoyo.registro()
    terminos = {"contenido_uno": ("perímetro urbano", "mojones"), "contenido_dos": ("suelo suburbano",)}
    contenidos = tuple(
        c.model_copy(update={"terminos": terminos[c.id], "titulo": terminos[c.id][0]})
        for c in registro.contenidos
    )
    reglas = "".join(
        apoyo.regla(f"contenido {c.id} con evidencia", f"falta-{c.id.replace('_', '-')}") for c in contenidos
    )
    return apoyo.paquete(reglas, registro.model_copy(update={"contenidos": contenidos}))


def _callado(que: str, hechas: int, total: int) -> None:
    """No muestra el progreso."""


def _taller(paquete: Paquete, carpeta: Path) -> lecturas.Taller:
    return lecturas.Taller(paquete, carpeta / ".cache", _callado)


def _plan(
    carpeta: Path, evidencia: str = "", documentos: str = "{id: D1, tipo: dts, archivo: dts.pdf}"
) -> None:
    contenido = (
        f"contenidos:\n  contenido_uno: {{estado: incluido, evidencia: [{evidencia}]}}\n" if evidencia else ""
    )
    texto = f"plan: {{clase: POT, tramite: plan_nuevo}}\ndocumentos: [{documentos}]\n{contenido}"
    (carpeta / "plan.yaml").write_text(texto, "utf-8")


def _codigos(lectura: object) -> list[str]:
    return [d.codigo for d in lectura.diagnosticos]  # type: ignore[attr-defined]


# -- leer ------------------------------------------------------------------------------------------


def test_leer_propone_la_pagina_del_documento_del_plan(tmp_path: Path, paquete: Paquete) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf("Portada", f"ARTICULO 3. Perímetro urbano. {FRASE}", "Otra cosa"))
    _plan(tmp_path)
    leida = lecturas.leer_entrega(tmp_path, lecturas.PedidoDeLectura(HOY), _taller(paquete, tmp_path))
    assert leida.valor is not None and leida.diagnosticos == ()
    uno, dos = leida.valor.contenidos
    mejor = uno.pasajes[0]
    assert (uno.id, uno.estado) == ("contenido_uno", "por_confirmar")
    assert (mejor.documento, mejor.archivo, mejor.numero) == ("D1", "dts.pdf", 2)
    assert (dos.id, dos.pasajes) == ("contenido_dos", ())
    assert leida.valor.fecha == HOY.isoformat()


def test_sin_plan_hacen_falta_la_clase_y_el_tramite(tmp_path: Path, paquete: Paquete) -> None:
    (tmp_path / "anexos").mkdir()
    (tmp_path / "anexos" / "dts año.pdf").write_bytes(pdf("Perímetro urbano y mojones"))
    documento = docx.Document()
    documento.add_paragraph("Norma del suelo suburbano")
    documento.save(str(tmp_path / "acuerdo.docx"))
    (tmp_path / "~$acuerdo.docx").write_bytes(b"temporal de Word")
    pedido = lecturas.PedidoDeLectura(HOY)
    assert _codigos(lecturas.leer_entrega(tmp_path, pedido, _taller(paquete, tmp_path))) == ["PLO-L154"]
    pedido = replace(pedido, clase="EOT", tramite="revision_general")
    leida = lecturas.leer_entrega(tmp_path, pedido, _taller(paquete, tmp_path))
    assert leida.valor is not None and leida.diagnosticos == ()
    lugares = [(d.archivo, d.unidad) for d in leida.valor.documentos]
    assert lugares == [("acuerdo.docx", "párrafo"), ("anexos/dts año.pdf", "página")]
    assert [c.pasajes[0].archivo for c in leida.valor.contenidos] == ["anexos/dts año.pdf", "acuerdo.docx"]


@pytest.mark.parametrize(("clase", "tramite"), [("EOT", ""), ("", "revision_general")])
def test_la_orden_no_puede_decir_otra_cosa_que_el_plan(
    tmp_path: Path, paquete: Paquete, clase: str, tramite: str
) -> None:
    _plan(tmp_path)
    pedido = lecturas.PedidoDeLectura(HOY, clase, tramite)
    assert _codigos(lecturas.leer_entrega(tmp_path, pedido, _taller(paquete, tmp_path))) == ["PLO-L154"]


def test_un_documento_malo_se_dice_y_se_sigue_con_los_demas(tmp_path: Path, paquete: Paquete) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf("Perímetro urbano"))
    (tmp_path / "roto.pdf").write_bytes(b"no es un pdf")
    documentos = (
        "{id: D1, archivo: dts.pdf}, {id: D2, archivo: roto.pdf}, {id: D3, archivo: no-esta.pdf}, {id: D4}"
    )
    _plan(tmp_path, documentos=documentos)
    leida = lecturas.leer_entrega(tmp_path, lecturas.PedidoDeLectura(HOY), _taller(paquete, tmp_path))
    assert leida.valor is not None
    assert sorted(_codigos(leida)) == ["PLO-L121", "PLO-L152", "PLO-L153"]
    assert not any(d.es_error for d in leida.diagnosticos)
    assert [d.archivo for d in leida.valor.documentos] == ["dts.pdf"]


def test_una_ruta_que_sale_de_la_carpeta_impide_leer_la_entrega(tmp_path: Path, paquete: Paquete) -> None:
    (tmp_path.parent / "fuera.pdf").write_bytes(pdf("x"))
    _plan(tmp_path, documentos="{id: D5, archivo: ../fuera.pdf}")
    leida = lecturas.leer_entrega(tmp_path, lecturas.PedidoDeLectura(HOY), _taller(paquete, tmp_path))
    assert leida.valor is None and any("fuera.pdf" in d.mensaje and d.es_error for d in leida.diagnosticos)


def test_un_enlace_que_sale_de_la_carpeta_no_se_lee(tmp_path: Path, paquete: Paquete) -> None:
    entrega = tmp_path / "entrega"
    entrega.mkdir()
    (tmp_path / "secreto.pdf").write_bytes(pdf("Perímetro urbano"))
    (entrega / "a.pdf").symlink_to(tmp_path / "secreto.pdf")
    pedido = lecturas.PedidoDeLectura(HOY, "EOT", "plan_nuevo")
    leida = lecturas.leer_entrega(entrega, pedido, _taller(paquete, tmp_path))
    assert leida.valor is None and _codigos(leida) == ["PLO-L104", "PLO-L161"]


def test_sin_documentos_o_sin_carpeta_se_dice(tmp_path: Path, paquete: Paquete) -> None:
    pedido = lecturas.PedidoDeLectura(HOY, "EOT", "plan_nuevo")
    taller = _taller(paquete, tmp_path)
    assert _codigos(lecturas.leer_entrega(tmp_path, pedido, taller)) == ["PLO-L161"]
    assert _codigos(lecturas.leer_entrega(tmp_path / "nada", pedido, taller)) == ["PLO-L160"]
    assert _codigos(lecturas.comprobar_evidencia(tmp_path / "nada", None, _callado)) == ["PLO-L160"]
    (tmp_path / "plan.yaml").write_text("plan: [", "utf-8")
    assert _codigos(lecturas.leer_entrega(tmp_path, pedido, taller)) == ["PLO-L109"]


def test_un_nombre_con_tildes_guardadas_de_otra_forma_se_halla(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "diagnóstico ñ.pdf")).write_bytes(pdf(FRASE))
    _plan(tmp_path, f"{{documento: D1, pagina: 1, cita: {FRASE}}}", "{id: D1, archivo: diagnóstico ñ.pdf}")
    hecha = lecturas.comprobar_evidencia(tmp_path, None, _callado).valor
    assert hecha is not None and hecha.evidencias[0].estado is EstadoDeComprobacion.COMPROBADA


# -- comprobar y evaluar ---------------------------------------------------------------------------


def _comprobar(carpeta: Path) -> EstadoDeComprobacion:
    hecha = lecturas.comprobar_evidencia(carpeta, carpeta / ".cache", _callado).valor
    assert hecha is not None
    (carpeta / COMPROBACION).write_text(a_texto(hecha), "utf-8")
    return hecha.evidencias[0].estado


def _veredicto(carpeta: Path, paquete: Paquete) -> tuple[str, bool, list[str]]:
    revision = aplicacion.revisar(carpeta, paquete, HOY)
    assert revision.evaluacion is not None, revision.diagnosticos
    resultado = next(r for r in revision.evaluacion.resultados if r.regla == "falta-contenido-uno")
    return resultado.veredicto.value, resultado.declarado, [d.codigo for d in revision.diagnosticos]


def test_el_ciclo_entero_comprobar_evaluar_cambiar_el_documento_y_volver(
    tmp_path: Path, paquete: Paquete
) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf("Portada", FRASE))
    _plan(tmp_path, f"{{documento: D1, articulo: '3', pagina: 2, cita: {FRASE}}}")
    assert _veredicto(tmp_path, paquete) == ("cumple", True, [])
    assert _comprobar(tmp_path) is EstadoDeComprobacion.COMPROBADA
    assert _veredicto(tmp_path, paquete) == ("cumple", False, [])
    (tmp_path / "dts.pdf").write_bytes(pdf("Portada", "Página nueva", FRASE))
    assert _veredicto(tmp_path, paquete) == ("cumple", True, ["PLO-L157"])
    assert _comprobar(tmp_path) is EstadoDeComprobacion.OTRA_PAGINA
    assert _veredicto(tmp_path, paquete) == ("no consta", False, [])
    (tmp_path / "dts.pdf").unlink()
    assert _veredicto(tmp_path, paquete) == ("cumple", True, ["PLO-L157", "PLO-L144"])


def test_lo_propuesto_por_leer_no_hace_cumplir_ninguna_regla(tmp_path: Path, paquete: Paquete) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf(f"ARTICULO 3. Perímetro urbano. {FRASE}"))
    _plan(tmp_path)
    antes = aplicacion.revisar(tmp_path, paquete, HOY).evaluacion
    leida = lecturas.leer_entrega(tmp_path, lecturas.PedidoDeLectura(HOY), _taller(paquete, tmp_path)).valor
    assert leida is not None
    (tmp_path / LECTURA).write_text(a_texto(leida), "utf-8")
    despues = aplicacion.revisar(tmp_path, paquete, HOY)
    assert antes is not None and despues.evaluacion is not None and despues.cargado is not None
    assert set(despues.cargado.plan.contenidos) == {"contenido_uno"}
    assert [r.veredicto for r in antes.resultados] == [r.veredicto for r in despues.evaluacion.resultados]
    assert _comprobar_nada(tmp_path), "lo propuesto no es evidencia del plan"


def _comprobar_nada(carpeta: Path) -> bool:
    hecha = lecturas.comprobar_evidencia(carpeta, None, _callado).valor
    return hecha is not None and hecha.evidencias == ()


@pytest.mark.parametrize("nombre", [LECTURA, COMPROBACION])
def test_un_archivo_guardado_mal_escrito_impide_evaluar_en_silencio(
    tmp_path: Path, paquete: Paquete, nombre: str
) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf(FRASE))
    _plan(tmp_path)
    (tmp_path / nombre).write_text("version: 9\n", "utf-8")
    revision = aplicacion.revisar(tmp_path, paquete, HOY)
    assert revision.codigo_de_salida == 2 and revision.evaluacion is None
    assert {d.codigo for d in revision.diagnosticos} == {"PLO-L155"}


def test_comprobar_de_nuevo_repone_una_comprobacion_danada_y_lo_dice(tmp_path: Path) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf(FRASE))
    _plan(tmp_path, f"{{documento: D1, pagina: 1, cita: {FRASE}}}")
    (tmp_path / COMPROBACION).write_text("version: 9\n", "utf-8")
    hecha = lecturas.comprobar_evidencia(tmp_path, None, _callado)
    assert hecha.valor is not None and _codigos(hecha) == ["PLO-L163"]


def test_solo_se_leen_los_documentos_que_alguna_evidencia_cita(tmp_path: Path) -> None:
    (tmp_path / "dts.pdf").write_bytes(pdf(FRASE))
    (tmp_path / "roto.pdf").write_bytes(b"x")
    documentos = "{id: D1, archivo: dts.pdf}, {id: D2, archivo: roto.pdf}"
    _plan(tmp_path, f"{{documento: D1, pagina: 1, cita: {FRASE}}}", documentos)
    assert _codigos(lecturas.comprobar_evidencia(tmp_path, None, _callado)) == []

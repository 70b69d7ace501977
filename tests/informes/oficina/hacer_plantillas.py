"""Hace las plantillas de Word que vienen con Plomada; córrase al cambiar su texto y confírmese el resultado.

PYTHONPATH=motor:. python -m tests.informes.oficina.hacer_plantillas
"""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from plomada.informes.oficina.word import sin_reloj

DESTINO = Path(__file__).parents[3] / "motor/plomada/informes/oficina/plantillas"
_AZUL = RGBColor(0x1F, 0x3A, 0x5F)
_LETRA = "Arial"


def _letra(estilo: Any, puntos: float, negrita: bool | None = None, color: RGBColor | None = None) -> None:
    estilo.font.name, estilo.font.size = _LETRA, Pt(puntos)
    fuentes = estilo.element.get_or_add_rPr().get_or_add_rFonts()
    for atributo in list(fuentes.attrib):
        if "Theme" in atributo:
            del fuentes.attrib[atributo]
    for cual in ("ascii", "hAnsi", "cs", "eastAsia"):
        fuentes.set(qn(f"w:{cual}"), _LETRA)
    if negrita is not None:
        estilo.font.bold, estilo.font.italic = negrita, False
    if color is not None:
        estilo.font.color.rgb = color


def _base(apaisada: bool = False) -> Any:
    d = Document()
    for id_ in [r.rId for r in d.part.package.rels.values() if r.reltype.endswith("/thumbnail")]:
        del d.part.package.rels[id_]  # la miniatura de otro documento
    for e in list(d.element.body.iter(qn("w:p"))):
        e.getparent().remove(e)
    seccion = d.sections[0]
    ancho, alto = Cm(21.59), Cm(27.94)
    if apaisada:
        seccion.orientation, ancho, alto = WD_ORIENT.LANDSCAPE, alto, ancho
    seccion.page_width, seccion.page_height = ancho, alto
    seccion.left_margin = seccion.right_margin = Cm(2.5)
    seccion.top_margin, seccion.bottom_margin = Cm(2.5), Cm(2.2)
    estilos = d.styles
    _letra(estilos["Normal"], 10.5)
    estilos["Normal"].paragraph_format.space_after = Pt(6)
    estilos["Normal"].paragraph_format.line_spacing = 1.1
    _letra(estilos["Title"], 17, True, _AZUL)
    _letra(estilos["Heading 1"], 13, True, _AZUL)
    _letra(estilos["Heading 2"], 11, True, RGBColor(0x44, 0x4F, 0x5A))
    estilos["Heading 1"].paragraph_format.space_before = Pt(16)
    estilos["Heading 1"].paragraph_format.space_after = Pt(6)
    estilos["Heading 2"].paragraph_format.space_before = Pt(10)
    estilos["Heading 2"].paragraph_format.space_after = Pt(3)
    _letra(estilos["List Bullet"], 10.5)
    observacion = estilos.add_style("Observación", WD_STYLE_TYPE.PARAGRAPH)
    observacion.base_style = estilos["Normal"]
    observacion.paragraph_format.space_before, observacion.paragraph_format.space_after = Pt(8), Pt(2)
    detalle = estilos.add_style("Detalle", WD_STYLE_TYPE.PARAGRAPH)
    detalle.base_style = estilos["Normal"]
    _letra(detalle, 9.5)
    detalle.paragraph_format.left_indent, detalle.paragraph_format.space_after = Cm(0.7), Pt(2)
    idioma = OxmlElement("w:lang")
    idioma.set(qn("w:val"), "es-CO")
    estilos["Normal"].element.get_or_add_rPr().append(idioma)
    _pie(d)
    return d


def _pie(d: Any) -> None:
    arriba = d.sections[0].header.paragraphs[0]
    arriba.text = "Borrador sin firma, hecho con Plomada [[version]]. No reemplaza la revisión de fondo."
    abajo = d.sections[0].footer.paragraphs[0]
    abajo.add_run("[[municipio]] · [[clase]] · norma vigente al [[fecha]] · página ")
    for orden in ("PAGE", "NUMPAGES"):
        campo = OxmlElement("w:fldSimple")
        campo.set(qn("w:instr"), orden)
        tramo, texto = OxmlElement("w:r"), OxmlElement("w:t")
        texto.text = "1"
        tramo.append(texto)
        campo.append(tramo)
        abajo._p.append(campo)
        if orden == "PAGE":
            abajo.add_run(" de ")
    for p in (arriba, abajo):
        p.alignment = WD_ALIGN_PARAGRAPH.LEFT
        p.style.font.size = Pt(8)
        p.style.font.color.rgb = RGBColor(0x55, 0x5F, 0x6A)


def _escribir(d: Any, texto: str, estilo: str = "Normal") -> None:
    """Lo que va entre corchetes sencillos queda marcado: alguien debe escribirlo."""
    p = d.add_paragraph(style=estilo)
    resto = texto
    while resto:
        antes, abre, despues = resto.partition("⟦")
        p.add_run(antes)
        if not abre:
            break
        dentro, _, resto = despues.partition("⟧")
        tramo = p.add_run(f"[{dentro}]")
        tramo.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _guardar(d: Any, nombre: str, titulo: str) -> None:
    propias = d.core_properties
    propias.title, propias.author, propias.comments = titulo, "Plomada", ""
    propias.last_modified_by, propias.revision = "Plomada", 1
    propias.created = propias.modified = datetime(2026, 1, 1)
    crudo = io.BytesIO()
    d.save(crudo)
    DESTINO.mkdir(exist_ok=True)
    (DESTINO / nombre).write_bytes(sin_reloj(crudo.getvalue()))


def concepto() -> None:
    d = _base()
    _escribir(d, "Borrador de concepto", "Title")
    _escribir(
        d,
        "Revisión de suficiencia y articulación del [[nombre_de_la_clase]] de [[municipio]] "
        "([[departamento]])",
    )
    _escribir(d, "Entidad: ⟦entidad⟧. Revisó: ⟦nombre y cargo de quien revisa⟧. Fecha del concepto: ⟦fecha⟧.")
    _escribir(d, "[[advertencia]]")
    _escribir(d, "Qué se concluye", "Heading 1")
    _escribir(d, "[[resumen]]")
    _escribir(d, "[[observaciones]]")
    _escribir(d, "[[articulos]]")
    _escribir(d, "Qué no comprobó la herramienta", "Heading 1")
    _escribir(d, "[[limites]]")
    _escribir(d, "Con qué se revisó", "Heading 1")
    _escribir(d, "Archivo del plan: [[archivo]]. Huella (SHA-256): [[huella]].")
    _escribir(d, "⟦Conclusión de quien firma, con sus razones⟧")
    _escribir(d, "⟦Firma, nombre, cargo y tarjeta profesional⟧")
    _guardar(d, "concepto.docx", "Plantilla de concepto")


def acta() -> None:
    d = _base(apaisada=True)
    _escribir(d, "Borrador de observaciones para la concertación ambiental", "Title")
    _escribir(
        d,
        "Sobre el [[nombre_de_la_clase]] de [[municipio]] ([[departamento]]), [[tramite]]. Solo lo "
        "exclusivamente ambiental.",
    )
    _escribir(
        d, "Acta n.º ⟦número⟧ del ⟦fecha⟧. Autoridad ambiental: ⟦nombre⟧. Asistentes: ⟦nombres y cargos⟧."
    )
    _escribir(d, "[[advertencia]]")
    _escribir(d, "Qué se concluye", "Heading 1")
    _escribir(d, "[[resumen]]")
    _escribir(d, "[[matriz]]")
    _escribir(d, "[[observaciones]]")
    _escribir(d, "[[articulos]]")
    _escribir(d, "Qué no comprobó la herramienta", "Heading 1")
    _escribir(d, "[[limites]]")
    _escribir(d, "⟦Firmas de la autoridad ambiental y del municipio⟧")
    _guardar(d, "acta.docx", "Plantilla de acta")


def oficio() -> None:
    d = _base()
    _escribir(d, "⟦Ciudad y fecha⟧")
    _escribir(d, "Oficio n.º ⟦número⟧")
    _escribir(d, "Señor(a)\n⟦nombre⟧\nAlcalde(sa) municipal de [[municipio]] ([[departamento]])")
    _escribir(
        d,
        "Asunto: borrador de requerimiento para completar la radicación del [[nombre_de_la_clase]], "
        "[[tramite]]. Radicado ⟦número y fecha del radicado⟧.",
    )
    _escribir(d, "Cordial saludo.")
    _escribir(
        d,
        "Revisado lo que la entrega describe, con la norma vigente al [[fecha]] ([[origen_de_la_fecha]]), se "
        "sugiere requerir al municipio para que complete o aclare lo que sigue. Lo que aparece como «no "
        "consta» puede estar en los documentos y no haberse descrito: antes de enviar este oficio, "
        "compruébese.",
    )
    _escribir(d, "[[observaciones]]")
    _escribir(d, "Términos", "Heading 1")
    _escribir(d, "[[plazos]]")
    _escribir(d, "[[articulos]]")
    _escribir(d, "Atentamente,")
    _escribir(d, "⟦Firma⟧\n⟦Nombre y cargo de quien firma⟧")
    _escribir(d, "Anexo: cómo se revisó", "Heading 1")
    _escribir(d, "[[advertencia]]")
    _escribir(d, "[[resumen]]")
    _escribir(d, "[[limites]]")
    _escribir(d, "Archivo del plan: [[archivo]]. Huella (SHA-256): [[huella]].")
    _guardar(d, "oficio.docx", "Plantilla de oficio de requerimiento")


if __name__ == "__main__":
    for hacer in (concepto, acta, oficio):
        hacer()

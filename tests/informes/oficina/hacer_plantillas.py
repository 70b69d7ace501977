"""Hace las plantillas de Word que vienen con Plomada; córrase al cambiar su texto y confírmese el resultado.

PYTHONPATH=motor:. python -m tests.informes.oficina.hacer_plantillas
"""

import io
import tomllib
from collections.abc import Mapping
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

from plomada.informes.idiomas.rotulos import IDIOMAS
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


def _base(t: Mapping[str, str], apaisada: bool = False) -> Any:
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
    punto = estilos.add_style("Punto", WD_STYLE_TYPE.PARAGRAPH)
    punto.base_style = estilos["List Bullet"]
    _letra(punto, 9.5)
    punto.paragraph_format.left_indent, punto.paragraph_format.space_after = Cm(1.3), Pt(2)
    idioma = OxmlElement("w:lang")
    idioma.set(qn("w:val"), t["lengua"])
    estilos["Normal"].element.get_or_add_rPr().append(idioma)
    _pie(d, t)
    return d


def _pie(d: Any, t: Mapping[str, str]) -> None:
    arriba = d.sections[0].header.paragraphs[0]
    arriba.text = t["arriba"]
    abajo = d.sections[0].footer.paragraphs[0]
    abajo.add_run(t["abajo"])
    for orden in ("PAGE", "NUMPAGES"):
        campo = OxmlElement("w:fldSimple")
        campo.set(qn("w:instr"), orden)
        tramo, texto = OxmlElement("w:r"), OxmlElement("w:t")
        texto.text = "1"
        tramo.append(texto)
        campo.append(tramo)
        abajo._p.append(campo)
        if orden == "PAGE":
            abajo.add_run(t["de"])
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


def _guardar(d: Any, nombre: str, titulo: str, idioma: str) -> None:
    propias = d.core_properties
    propias.title, propias.author, propias.comments = titulo, "Plomada", ""
    propias.last_modified_by, propias.revision = "Plomada", 1
    propias.created = propias.modified = datetime(2026, 1, 1)
    crudo = io.BytesIO()
    d.save(crudo)
    carpeta = DESTINO / idioma
    carpeta.mkdir(parents=True, exist_ok=True)
    (carpeta / f"{nombre}.docx").write_bytes(sin_reloj(crudo.getvalue()))


def hacer(idioma: str) -> None:
    """Hace las tres plantillas de un idioma, con los textos de su archivo."""
    t = tomllib.loads((Path(__file__).parent / "plantillas" / f"{idioma}.toml").read_text("utf-8"))
    for nombre in ("concepto", "acta", "oficio"):
        d = _base(t["comun"], apaisada=nombre == "acta")
        for renglon in t[nombre]["renglones"]:
            estilo, _, texto = renglon.partition("| ")
            _escribir(d, texto, {"T": "Title", "1": "Heading 1"}.get(estilo, "Normal"))
        _guardar(d, nombre, t[nombre]["titulo"], idioma)


if __name__ == "__main__":
    for cada in IDIOMAS:
        hacer(cada)

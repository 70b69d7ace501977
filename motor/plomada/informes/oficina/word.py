"""El único lugar que escribe DOCX: abre la plantilla, cambia sus marcadores y pinta las piezas.

Todo texto ajeno entra como `w:t`: nunca como campo, XML ni marcador, porque los marcadores se buscan en la
plantilla antes de que haya nada más. Los mismos datos dan los mismos bytes.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TypeAlias

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from plomada.informes.oficina.bloques import Bloque, Cuadro, Parrafo, Titulo, Trozo
from plomada.informes.oficina.texto import en_una_linea, limpiar

Nodo: TypeAlias = Any  # elemento de lxml
MARCADOR = re.compile(r"\[\[\s*([^\[\]]{1,60}?)\s*\]\]")
_ESTILOS = {
    "normal": "Normal",
    "observacion": "Observación",
    "detalle": "Detalle",
    "vineta": "List Bullet",
    "punto": "Punto",
}
_AZUL, _GRIS = "1F3A5F", "B8C2CC"
_ANCHO_DE_CUADRO = 5000  # en cincuentavos de por ciento: todo el ancho
_MEDIO_PUNTO = "17"
_FECHA_DEL_ZIP = (1980, 1, 1, 0, 0, 0)
# Todo lo que zipfile, lxml y python-docx lanzan ante un archivo que no es lo que dice ser.
DE_UN_ARCHIVO_ROTO = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, PackageNotFoundError, KeyError, ValueError,
    AttributeError, TypeError, IndexError, RuntimeError, EOFError, OverflowError, OSError,
)  # fmt: skip


class Plantilla:
    """Un DOCX abierto, con sus marcadores."""

    def __init__(self, datos: bytes) -> None:
        """Abre el documento; lanza alguno de `DE_UN_ARCHIVO_ROTO` si no lo es."""
        self._documento: Any = Document(io.BytesIO(datos))
        self._estilos = {e.name: e.style_id for e in self._documento.styles}
        self._cuerpo: Nodo = self._documento.element.body

    def marcadores(self) -> Iterator[tuple[str, bool]]:
        """Devuelve cada marcador y si está solo en un párrafo del cuerpo, donde cabe un bloque."""
        for raiz in self._raices():
            for p in raiz.iter(qn("w:p")):
                texto = "".join(t.text or "" for t in _textos(p))
                for hallado in MARCADOR.finditer(texto):
                    yield hallado[1], raiz is self._cuerpo and hallado[0] == texto.strip()

    def rellenar(self, campos: Mapping[str, str], bloques: Mapping[str, Sequence[Bloque]]) -> None:
        """Cambia cada marcador por lo suyo; los bloques sustituyen a su párrafo."""
        for raiz in self._raices():
            for p in list(raiz.iter(qn("w:p"))):
                texto = "".join(t.text or "" for t in _textos(p))
                solo = MARCADOR.fullmatch(texto.strip())
                if solo and solo[1] in bloques:
                    self._cambiar(p, bloques[solo[1]])
                elif MARCADOR.search(texto):
                    _sustituir(_textos(p), campos)

    def guardar(self, titulo: str, fecha: date) -> bytes:
        """Devuelve el documento; su fecha es la del informe y no la del reloj."""
        propias = self._documento.core_properties
        propias.title = en_una_linea(titulo)[:255]
        propias.created = propias.modified = datetime.combine(fecha, time())
        propias.last_modified_by, propias.revision = "Plomada", 1
        crudo = io.BytesIO()
        self._documento.save(crudo)
        return sin_reloj(crudo.getvalue())

    def _raices(self) -> Iterator[Nodo]:
        yield self._cuerpo
        for relacion in self._documento.part.rels.values():
            if not relacion.is_external and relacion.reltype.endswith(("/header", "/footer")):
                yield relacion.target_part.element

    def _cambiar(self, p: Nodo, bloques: Sequence[Bloque]) -> None:
        for bloque in bloques:
            for nodo in self._pintar(bloque):
                p.addprevious(nodo)
        padre = p.getparent()
        # Una celda o el cuerpo no pueden quedar sin párrafo después de una tabla.
        if bloques and not isinstance(bloques[-1], Cuadro) or padre.tag == qn("w:body"):
            padre.remove(p)
        else:
            for hijo in [h for h in p if h.tag != qn("w:pPr")]:
                p.remove(hijo)

    def _pintar(self, bloque: Bloque) -> Iterator[Nodo]:
        match bloque:
            case Titulo(texto, nivel):
                yield self._parrafo((Trozo(texto),), f"Heading {nivel}", junto=True)
            case Parrafo(trozos, estilo, junto):
                yield self._parrafo(trozos, _ESTILOS[estilo], junto)
            case Cuadro():
                yield self._cuadro(bloque)
                yield self._parrafo((), "Normal")

    def _parrafo(self, trozos: Sequence[Trozo], estilo: str, junto: bool = False) -> Nodo:
        p, propiedades = OxmlElement("w:p"), OxmlElement("w:pPr")
        if estilo in self._estilos:
            propiedades.append(_con("w:pStyle", self._estilos[estilo]))
        if junto:
            propiedades.append(OxmlElement("w:keepNext"))
        p.append(propiedades)
        sin_estilo = estilo not in self._estilos and estilo != "Normal"
        for trozo in trozos:
            p.append(_tramo(trozo, negrita=sin_estilo and estilo.startswith("Heading")))
        return p

    def _cuadro(self, cuadro: Cuadro) -> Nodo:
        tabla = OxmlElement("w:tbl")
        tabla.append(_propiedades_de_tabla())
        rejilla = OxmlElement("w:tblGrid")
        total = sum(cuadro.anchos)
        anchos = [_ANCHO_DE_CUADRO * a // total for a in cuadro.anchos]
        for ancho in anchos:
            rejilla.append(_con("w:gridCol", str(ancho * 2), "w:w"))
        tabla.append(rejilla)
        titulos = tuple((Trozo(t, negrita=True),) for t in cuadro.titulos)
        tabla.append(_fila(titulos, anchos, es_titulo=True))
        for fila in cuadro.filas:
            tabla.append(_fila(fila, anchos))
        return tabla


def _textos(p: Nodo) -> list[Nodo]:
    """Devuelve los textos propios del párrafo: no los de un cuadro de texto que lleve dentro."""
    return [t for t in p.iter(qn("w:t")) if next(t.iterancestors(qn("w:p"))) is p]


def _sustituir(textos: Sequence[Nodo], campos: Mapping[str, str]) -> None:
    """Cambia los marcadores, aunque Word los haya partido; se buscan todos antes de cambiar ninguno."""
    escrito = "".join(t.text or "" for t in textos)
    hallados = [m for m in MARCADOR.finditer(escrito) if m[1] in campos]
    fin = len(escrito)
    for t in reversed(textos):
        inicio = fin - len(t.text or "")
        nuevo, desde = "", inicio
        for m in hallados:
            if m.end() <= inicio or m.start() >= fin:
                continue
            nuevo += escrito[desde : max(m.start(), desde)]
            nuevo += en_una_linea(campos[m[1]]) if m.start() >= inicio else ""
            desde = min(m.end(), fin)
        t.text = nuevo + escrito[desde:fin]
        t.set(qn("xml:space"), "preserve")
        fin = inicio


def _tramo(trozo: Trozo, negrita: bool = False, medio_punto: str = "", color: str = "") -> Nodo:
    r, propiedades = OxmlElement("w:r"), OxmlElement("w:rPr")
    if trozo.negrita or negrita:
        propiedades.append(OxmlElement("w:b"))
    if trozo.cursiva:
        propiedades.append(OxmlElement("w:i"))
    if color:
        propiedades.append(_con("w:color", color))
    if medio_punto:
        propiedades.append(_con("w:sz", medio_punto))
    if trozo.por_llenar:
        propiedades.append(_con("w:highlight", "yellow"))
    r.append(propiedades)
    for numero, renglon in enumerate(limpiar(trozo.texto).split("\n")):
        if numero:
            r.append(OxmlElement("w:br"))
        t = OxmlElement("w:t")
        t.text = renglon.replace("\t", " ")
        t.set(qn("xml:space"), "preserve")
        r.append(t)
    return r


def _fila(celdas: Sequence[Sequence[Trozo]], anchos: Sequence[int], es_titulo: bool = False) -> Nodo:
    fila = OxmlElement("w:tr")
    de_fila = OxmlElement("w:trPr")
    de_fila.append(OxmlElement("w:cantSplit"))
    if es_titulo:
        de_fila.append(OxmlElement("w:tblHeader"))
    fila.append(de_fila)
    for trozos, ancho in zip(celdas, anchos, strict=True):
        celda, propiedades = OxmlElement("w:tc"), OxmlElement("w:tcPr")
        propiedades.append(_con("w:tcW", str(ancho), "w:w", tipo="pct"))
        if es_titulo:
            sombra = _con("w:shd", "clear")
            sombra.set(qn("w:fill"), _AZUL)
            propiedades.append(sombra)
        p, del_parrafo = OxmlElement("w:p"), OxmlElement("w:pPr")
        espacio = OxmlElement("w:spacing")
        espacio.set(qn("w:before"), "30")
        espacio.set(qn("w:after"), "30")
        del_parrafo.append(espacio)
        del_parrafo.append(_con("w:jc", "left"))
        p.append(del_parrafo)
        for trozo in trozos:
            p.append(_tramo(trozo, medio_punto=_MEDIO_PUNTO, color="FFFFFF" if es_titulo else ""))
        celda.append(propiedades)
        celda.append(p)
        fila.append(celda)
    return fila


def _propiedades_de_tabla() -> Nodo:
    propiedades = OxmlElement("w:tblPr")
    propiedades.append(_con("w:tblW", str(_ANCHO_DE_CUADRO), "w:w", tipo="pct"))
    bordes = OxmlElement("w:tblBorders")
    for lado in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borde = _con(f"w:{lado}", "single")
        for clave, valor in (("w:sz", "4"), ("w:space", "0"), ("w:color", _GRIS)):
            borde.set(qn(clave), valor)
        bordes.append(borde)
    propiedades.append(bordes)
    propiedades.append(_con("w:tblLayout", "fixed", "w:type"))
    return propiedades


def _con(nombre: str, valor: str, atributo: str = "w:val", tipo: str = "") -> Nodo:
    nodo = OxmlElement(nombre)
    nodo.set(qn(atributo), valor)
    if tipo:
        nodo.set(qn("w:type"), tipo)
    return nodo


def sin_reloj(datos: bytes) -> bytes:
    """Vuelve a comprimir el documento con una fecha fija y sus partes en orden."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(datos)) as antes, zipfile.ZipFile(salida, "w") as despues:
        for nombre in sorted(antes.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            parte = zipfile.ZipInfo(nombre, _FECHA_DEL_ZIP)
            parte.compress_type, parte.create_system, parte.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o600 << 16,
            )
            despues.writestr(parte, antes.read(nombre))
    return salida.getvalue()

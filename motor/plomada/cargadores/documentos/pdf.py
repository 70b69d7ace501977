"""Lee el texto de un PDF, página por página."""

import pypdfium2

from plomada.cargadores.documentos.texto import Documento
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DE_PAGINAS = 5000
_CLAVE = "password"


def leer_pdf(datos: bytes, archivo: str, huella: str) -> Lectura[Documento]:
    """Devuelve el texto de cada página. Diagnósticos: PLO-L105, PLO-L121."""
    try:
        pdf = pypdfium2.PdfDocument(datos)
    except pypdfium2.PdfiumError as fallo:
        return Lectura(None, (_roto(archivo, _CLAVE in str(fallo).lower()),))
    try:
        if len(pdf) > MAXIMO_DE_PAGINAS:
            mensaje = f"el PDF tiene {len(pdf)} páginas y se leen hasta {MAXIMO_DE_PAGINAS}"
            return Lectura(None, (Diagnostico("PLO-L105", mensaje, Tramo(archivo), "pártalo en tomos"),))
        paginas = tuple(_pagina(pdf, n) for n in range(len(pdf)))
    except pypdfium2.PdfiumError:
        return Lectura(None, (_roto(archivo, cifrado=False),))
    finally:
        pdf.close()
    return Lectura(Documento(archivo, "página", paginas, huella))


def _pagina(pdf: pypdfium2.PdfDocument, n: int) -> str:
    pagina = pdf[n]
    try:
        texto = pagina.get_textpage()
        try:
            leido: str = texto.get_text_bounded()
        finally:
            texto.close()
    finally:
        pagina.close()
    return leido.replace("\r\n", "\n").replace("\ufffe", "")


def _roto(archivo: str, cifrado: bool) -> Diagnostico:
    if cifrado:
        mensaje, ayuda = "el PDF pide una contraseña", "guarde una copia sin contraseña"
    else:
        mensaje, ayuda = "el PDF está roto o no es un PDF", "ábralo y guárdelo de nuevo como PDF"
    return Diagnostico("PLO-L121", mensaje, Tramo(archivo), ayuda)

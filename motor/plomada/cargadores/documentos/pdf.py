"""Lee el texto de un PDF, página por página, sin cargar el archivo ni dibujar nada."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from plomada.cargadores.documentos.texto import Documento, decir_numeros
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

MAXIMO_DE_PAGINAS = 5000
MAXIMO_DE_TEXTO = 64 * 1024 * 1024
_CLAVE = "password"


def leer_pdf(
    ruta: Path, huella: str, progreso: Callable[[int, int], None] = lambda hechas, total: None
) -> Lectura[Documento]:
    """Devuelve el texto de cada página; una página dañada queda sin texto y no impide leer las demás.

    Diagnósticos: PLO-L105, PLO-L121, PLO-L150.
    """
    archivo = ruta.name
    try:
        pdf = pypdfium2.PdfDocument(str(ruta))
    except pypdfium2.PdfiumError as fallo:
        return Lectura(None, (_roto(archivo, _CLAVE in str(fallo).lower()),))
    try:
        total = len(pdf)
        if total > MAXIMO_DE_PAGINAS:
            mensaje = f"el PDF tiene {total} páginas y se leen hasta {MAXIMO_DE_PAGINAS}"
            return Lectura(None, (_grande(archivo, mensaje),))
        paginas: list[str | None] = []
        letras = 0
        for n in range(total):
            paginas.append(_pagina(pdf, n))
            letras += len(paginas[-1] or "")
            if letras > MAXIMO_DE_TEXTO:
                return Lectura(
                    None, (_grande(archivo, "el PDF trae más texto del que cabe en un documento"),)
                )
            progreso(n + 1, total)
    finally:
        pdf.close()
    if all(p is None for p in paginas):
        return Lectura(None, (_roto(archivo, cifrado=False),))
    malas = [n for n, p in enumerate(paginas, start=1) if p is None]
    avisos = (_danadas(archivo, malas),) if malas else ()
    return Lectura(Documento(archivo, "página", tuple(p or "" for p in paginas), huella), avisos)


def _pagina(pdf: pypdfium2.PdfDocument, n: int) -> str | None:
    """Devuelve el texto de la página, o None si está dañada."""
    try:
        pagina = pdf[n]
    except pypdfium2.PdfiumError:
        return None
    try:
        texto = pagina.get_textpage()
        try:
            leido: str = texto.get_text_bounded()
        finally:
            texto.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        pagina.close()
    # U+FFFE y U+0002 marcan el guion con que se cortó una palabra al final del renglón.
    return leido.replace("\r\n", "\n").replace("\ufffe", "").replace("\x02", "")


def _danadas(archivo: str, malas: list[int]) -> Diagnostico:
    mensaje = f"{len(malas)} páginas del PDF están dañadas y no se leyeron: {decir_numeros(malas)}"
    if len(malas) == 1:
        mensaje = f"la página {malas[0]} del PDF está dañada y no se leyó"
    ayuda = "ábralo y guárdelo de nuevo como PDF"
    return Diagnostico("PLO-L150", mensaje, Tramo(archivo), ayuda, gravedad="advertencia")


def _grande(archivo: str, mensaje: str) -> Diagnostico:
    return Diagnostico("PLO-L105", mensaje, Tramo(archivo), "pártalo en tomos")


def _roto(archivo: str, cifrado: bool) -> Diagnostico:
    if cifrado:
        mensaje, ayuda = "el PDF pide una contraseña", "guarde una copia sin contraseña"
    else:
        mensaje, ayuda = "el PDF está roto o no es un PDF", "ábralo y guárdelo de nuevo como PDF"
    return Diagnostico("PLO-L121", mensaje, Tramo(archivo), ayuda)

"""Lee el texto de un documento, sea cual sea su formato.

Entra: la ruta. Sale: Documento, o por qué no se puede leer. Toca el disco y nada más.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from plomada.cargadores.documentos.texto import Documento
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.valores.texto import en_lista

MAXIMO_DE_BYTES = 400 * 1024 * 1024
_MAXIMO_DE_TEXTO = 64 * 1024 * 1024


def leer_documento(ruta: Path) -> Lectura[Documento]:
    """Devuelve el texto del documento.

    Diagnósticos: PLO-L101 (no está), PLO-L102 (no se pudo leer), PLO-L103 (no es un archivo), PLO-L105
    (muy grande), PLO-L120 (formato), PLO-L121 (roto o cifrado), PLO-L122 (sin texto), PLO-L123
    (codificación).
    """
    problema = _antes_de_leer(ruta)
    if problema is not None:
        return Lectura(None, (problema,))
    try:
        datos = ruta.read_bytes()
    except OSError as fallo:
        ayuda = "revise los permisos y que el disco o la red respondan"
        nota = fallo.strerror or ""
        aviso = Diagnostico("PLO-L102", "el archivo no se pudo leer", Tramo(ruta.name), ayuda, nota=nota)
        return Lectura(None, (aviso,))
    huella = hashlib.sha256(datos).hexdigest()
    leida = _LECTORES[ruta.suffix.lower()](datos, ruta.name, huella)
    if leida.valor is not None and not any(t.strip() for t in leida.valor.trozos):
        return Lectura(None, (*leida.diagnosticos, _sin_texto(leida.valor)))
    return leida


def _antes_de_leer(ruta: Path) -> Diagnostico | None:
    lugar = Tramo(ruta.name)
    if not ruta.exists():
        return Diagnostico("PLO-L101", f"no existe `{ruta.name}`", lugar, "revise la ruta y el nombre")
    if not ruta.is_file():
        return Diagnostico("PLO-L103", f"`{ruta.name}` no es un archivo", lugar, "indique un documento")
    if ruta.suffix.lower() not in _LECTORES:
        ayuda = f"se leen {en_lista(sorted(_LECTORES))}"
        if ruta.suffix.lower() in {".doc", ".odt", ".rtf"}:
            ayuda += "; ábralo en Word o LibreOffice y guárdelo como .docx"
        return Diagnostico("PLO-L120", f"no se sabe leer `{ruta.name}`", lugar, ayuda)
    if ruta.stat().st_size > MAXIMO_DE_BYTES:
        tope = MAXIMO_DE_BYTES // (1024 * 1024)
        return Diagnostico("PLO-L105", f"el archivo pasa de {tope} MB", lugar, "pártalo en tomos")
    return None


def _sin_texto(documento: Documento) -> Diagnostico:
    return Diagnostico(
        "PLO-L122",
        f"`{documento.archivo}` no tiene texto en ninguna {documento.unidad}",
        Tramo(documento.archivo),
        "si es un escaneo, pásele un reconocimiento de texto (OCR) y guárdelo de nuevo",
    )


def _de_texto(datos: bytes, archivo: str, huella: str) -> Lectura[Documento]:
    avisos: tuple[Diagnostico, ...] = ()
    if len(datos) > _MAXIMO_DE_TEXTO or b"\x00" in datos:
        mensaje = "el archivo no es de texto, o es demasiado grande para serlo"
        return Lectura(
            None, (Diagnostico("PLO-L121", mensaje, Tramo(archivo), "guárdelo como texto en UTF-8"),)
        )
    try:
        texto = datos.decode("utf-8-sig")
    except UnicodeDecodeError:
        texto = datos.decode("cp1252", errors="replace")
        mensaje = "el archivo no está en UTF-8; se leyó como texto de Windows"
        ayuda = "si las tildes salen mal, guárdelo en UTF-8"
        avisos = (Diagnostico("PLO-L123", mensaje, Tramo(archivo), ayuda, gravedad="advertencia"),)
    return Lectura(Documento(archivo, "línea", tuple(texto.splitlines()), huella), avisos)


def _de_docx(datos: bytes, archivo: str, huella: str) -> Lectura[Documento]:
    from plomada.cargadores.documentos.docx import leer_docx

    return leer_docx(datos, archivo, huella)


def _de_pdf(datos: bytes, archivo: str, huella: str) -> Lectura[Documento]:
    from plomada.cargadores.documentos.pdf import leer_pdf

    return leer_pdf(datos, archivo, huella)


_LECTORES: Mapping[str, Callable[[bytes, str, str], Lectura[Documento]]] = MappingProxyType(
    {".txt": _de_texto, ".md": _de_texto, ".docx": _de_docx, ".pdf": _de_pdf}
)

"""Lee el texto de un documento, sea cual sea su formato.

Entra: la ruta. Sale: Documento, o por qué no se puede leer. Toca el disco (el documento y la caché).
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from plomada.cargadores.documentos.cache import guardar, recordar
from plomada.cargadores.documentos.texto import Documento, decir_numeros
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.valores.texto import en_lista

MAXIMO_DE_BYTES = 400 * 1024 * 1024
_MAXIMO_DE_TEXTO = 64 * 1024 * 1024
Progreso: TypeAlias = Callable[[int, int], None]


def leer_documento(
    ruta: Path, cache: Path | None = None, progreso: Progreso = lambda hechas, total: None
) -> Lectura[Documento]:
    """Devuelve el texto del documento, de la caché si ya se leyó este mismo archivo.

    Diagnósticos: PLO-L101 (no está), PLO-L102 (no se pudo leer), PLO-L103 (no es un archivo), PLO-L105
    (muy grande), PLO-L120 (formato), PLO-L121 (roto o cifrado), PLO-L122 (sin texto), PLO-L123
    (codificación), PLO-L150 (páginas dañadas), PLO-L151 (páginas sin texto).
    """
    try:
        problema = _antes_de_leer(ruta)
        if problema is not None:
            return Lectura(None, (problema,))
        huella = huella_de_archivo(ruta)
        guardado = recordar(cache, huella, ruta.suffix.lower()) if cache else None
        if guardado is not None:
            return _con_avisos(Lectura(replace(guardado, archivo=ruta.name)))
        leida = _LECTORES[ruta.suffix.lower()](ruta, huella, progreso)
    except OSError as fallo:
        ayuda = "revise los permisos y que el disco o la red respondan"
        nota = fallo.strerror or ""
        aviso = Diagnostico("PLO-L102", "el archivo no se pudo leer", Tramo(ruta.name), ayuda, nota=nota)
        return Lectura(None, (aviso,))
    if cache is not None and leida.valor is not None and not leida.diagnosticos:
        guardar(cache, leida.valor, ruta.suffix.lower())
    return _con_avisos(leida)


def huella_de_archivo(ruta: Path) -> str:
    """Devuelve el SHA-256 del archivo, leído por partes."""
    with ruta.open("rb") as abierto:
        return hashlib.file_digest(abierto, "sha256").hexdigest()


def _con_avisos(leida: Lectura[Documento]) -> Lectura[Documento]:
    """Agrega lo que se sabe al mirar el texto: si no hay ninguno, o en qué páginas falta."""
    documento = leida.valor
    if documento is None:
        return leida
    if not any(t.strip() for t in documento.trozos):
        return Lectura(None, (*leida.diagnosticos, _sin_texto(documento)))
    vacias = documento.vacias if documento.unidad == "página" else ()
    if not vacias:
        return leida
    mensaje = f"{len(vacias)} de {len(documento.trozos)} páginas no tienen texto: {decir_numeros(vacias)}"
    ayuda = "si son escaneos, páseles un reconocimiento de texto (OCR): lo que digan no se puede buscar"
    aviso = Diagnostico("PLO-L151", mensaje, Tramo(documento.archivo), ayuda, gravedad="advertencia")
    return Lectura(documento, (*leida.diagnosticos, aviso))


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


def _de_texto(ruta: Path, huella: str, _: Progreso) -> Lectura[Documento]:
    archivo = ruta.name
    with ruta.open("rb") as abierto:
        datos = abierto.read(_MAXIMO_DE_TEXTO + 1)
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


def _de_docx(ruta: Path, huella: str, _: Progreso) -> Lectura[Documento]:
    from plomada.cargadores.documentos.docx import leer_docx

    return leer_docx(ruta, huella)


def _de_pdf(ruta: Path, huella: str, progreso: Progreso) -> Lectura[Documento]:
    from plomada.cargadores.documentos.pdf import leer_pdf

    return leer_pdf(ruta, huella, progreso)


_LECTORES: Mapping[str, Callable[[Path, str, Progreso], Lectura[Documento]]] = MappingProxyType(
    {".txt": _de_texto, ".md": _de_texto, ".docx": _de_docx, ".pdf": _de_pdf}
)

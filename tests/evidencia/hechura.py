"""Ayudas de prueba: el DTS ficticio, PDF escritos a mano y entregas de juguete."""

from functools import cache
from pathlib import Path

import yaml

from plomada.cargadores.documentos.texto import Documento
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.lectura import leer_registro

RAIZ = Path(__file__).resolve().parents[2]
DATOS = Path(__file__).parent / "datos"


def paginas_del_dts() -> tuple[str, ...]:
    """Las páginas del documento técnico ficticio."""
    return tuple((DATOS / "dts-ficticio.md").read_text("utf-8").split("\f"))


def dts(paginas: tuple[str, ...] | None = None) -> Documento:
    """El documento técnico ficticio, con otras páginas si se dan."""
    return Documento("dts.pdf", "página", paginas or paginas_del_dts(), "h")


def presentes() -> dict[str, list[int]]:
    """En qué páginas está cada contenido."""
    return dict(_respuestas()["presentes"])


def ausentes() -> list[str]:
    """Los contenidos que nadie desarrolla."""
    return list(_respuestas()["ausentes"])


@cache
def _respuestas() -> dict[str, object]:  # type: ignore[misc]
    return dict(yaml.safe_load((DATOS / "respuestas.yaml").read_text("utf-8")))


@cache
def contenidos() -> tuple[ContenidoExigible, ...]:
    """Los contenidos exigibles del registro real."""
    registro = leer_registro(RAIZ / "normativa").valor
    assert registro is not None
    return registro.contenidos


def contenido(id_: str) -> ContenidoExigible:
    """Un contenido del registro real."""
    return next(c for c in contenidos() if c.id == id_)


def pdf(*paginas: str) -> bytes:
    """Un PDF escrito a mano, una página por texto y un renglón por línea, con Helvetica."""
    objetos = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    hijas = []
    for texto in paginas:
        flujo = _flujo(texto)
        objetos.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(flujo), flujo))
        hijas.append(len(objetos) + 1)
        objetos.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objetos)
        )
    nombres = b" ".join(b"%d 0 R" % h for h in hijas)
    objetos[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (nombres, len(hijas))
    return cerrar_pdf(objetos)


def cerrar_pdf(objetos: list[bytes]) -> bytes:
    """El archivo con esos objetos, su tabla y su cola."""
    salida = bytearray(b"%PDF-1.4\n")
    lugares = []
    for n, objeto in enumerate(objetos, start=1):
        lugares.append(len(salida))
        salida += b"%d 0 obj\n%s\nendobj\n" % (n, objeto)
    tabla = len(salida)
    salida += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objetos) + 1)
    salida += b"".join(b"%010d 00000 n \n" % lugar for lugar in lugares)
    salida += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objetos) + 1, tabla)
    return bytes(salida)


def _flujo(texto: str) -> bytes:
    renglones = []
    for renglon in texto.split("\n"):
        escapado = renglon.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        renglones.append(f"({escapado}) Tj T*".encode("cp1252", "replace"))
    return b"BT /F1 9 Tf 50 760 Td 11 TL\n" + b"\n".join(renglones) + b"\nET"

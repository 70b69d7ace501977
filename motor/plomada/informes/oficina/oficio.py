"""El informe en Word: el documento de cada perfil, en la plantilla de Plomada o en la de la entidad."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import resources
from types import MappingProxyType

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.oficina.documentos import BLOQUES, CAMPOS, bloques_de, campos_de
from plomada.informes.perfiles import Perfil
from plomada.informes.vista import Informe
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista

PLANTILLA_ILEGIBLE, PLANTILLA_CON_MACROS = "PLO-D480", "PLO-D481"
MARCADOR_DESCONOCIDO, SIN_OBSERVACIONES = "PLO-D482", "PLO-D483"
SIN_ALGUN_BLOQUE, BLOQUE_MAL_PUESTO = "PLO-D484", "PLO-D485"
MAXIMO_DE_BYTES, MAXIMO_DESCOMPRIMIDO = 16 * 1024 * 1024, 128 * 1024 * 1024
_DE_PERFIL: Mapping[Perfil, str] = MappingProxyType({
    Perfil.JURIDICO: "concepto", Perfil.CONSULTORIA: "concepto", Perfil.CONCERTACION: "acta",
    Perfil.RADICACION: "oficio",
})  # fmt: skip


def escribir_docx(informe: Informe, plantilla: bytes | None = None, k: Rotulos | None = None) -> bytes:
    """Devuelve el documento del perfil; una plantilla ajena debe haber pasado por `revisar_plantilla`."""
    from plomada.informes.oficina.word import Plantilla

    k = k or rotulos(ESPANOL)
    abierta = Plantilla(plantilla_de(informe.perfil, k.idioma) if plantilla is None else plantilla)
    campos = campos_de(informe, k)
    abierta.rellenar(campos, bloques_de(informe, k))
    titulo = f"{k(f'titulo_de_documento.{_DE_PERFIL[informe.perfil]}')}: {campos['municipio']}"
    return abierta.guardar(titulo, date.fromisoformat(informe.regimen.fecha))


def plantilla_de(perfil: Perfil, idioma: str = ESPANOL) -> bytes:
    """Devuelve la plantilla que viene con Plomada para ese perfil, en ese idioma."""
    carpeta = resources.files("plomada.informes.oficina").joinpath("plantillas", idioma)
    return carpeta.joinpath(f"{_DE_PERFIL[perfil]}.docx").read_bytes()


def revisar_plantilla(datos: bytes, archivo: str, informe: Informe) -> tuple[Diagnostico, ...]:
    """Devuelve lo que impide usar la plantilla, o lo que con ella no se vería de este informe.

    Diagnósticos: PLO-D480 a PLO-D485.
    """
    from plomada.informes.oficina.word import DE_UN_ARCHIVO_ROTO, Plantilla

    tramo = Tramo(archivo)
    try:
        problema = _del_archivo(datos, tramo)
        if problema is not None:
            return (problema,)
        hallados = tuple(Plantilla(datos).marcadores())
    except DE_UN_ARCHIVO_ROTO:
        mensaje, ayuda = (
            "la plantilla está rota, cifrada o no es un DOCX",
            "ábrala en Word y guárdela como `.docx`",
        )
        return (Diagnostico(PLANTILLA_ILEGIBLE, mensaje, tramo, ayuda),)
    return (*_de_los_marcadores(hallados, tramo), *_de_lo_que_falta({m for m, _ in hallados}, informe, tramo))


def _del_archivo(datos: bytes, tramo: Tramo) -> Diagnostico | None:
    with zipfile.ZipFile(io.BytesIO(datos)) as comprimido:
        nombres = [n.lower() for n in comprimido.namelist()]
        tamano = sum(i.file_size for i in comprimido.infolist())
    if len(datos) > MAXIMO_DE_BYTES or tamano > MAXIMO_DESCOMPRIMIDO:
        ayuda = "quítele las imágenes grandes y guárdela de nuevo"
        return Diagnostico(PLANTILLA_ILEGIBLE, "la plantilla es demasiado grande", tramo, ayuda)
    if any("vbaproject" in n for n in nombres):
        return Diagnostico(
            PLANTILLA_CON_MACROS,
            "la plantilla trae macros",
            tramo,
            "guárdela como `.docx`, que no lleva macros",
        )
    return None


def _de_los_marcadores(hallados: tuple[tuple[str, bool], ...], tramo: Tramo) -> Iterator[Diagnostico]:
    conocidos = (*CAMPOS, *BLOQUES)
    for nombre, solo in dict.fromkeys(hallados):
        if nombre not in conocidos:
            ayuda = (
                quiza(nombre, conocidos)
                or f"los marcadores son {en_lista([f'`[[{c}]]`' for c in conocidos])}"
            )
            mensaje = f"`[[{nombre}]]` no es un marcador de las plantillas"
            yield Diagnostico(MARCADOR_DESCONOCIDO, mensaje, tramo, ayuda)
        elif nombre in BLOQUES and not solo:
            mensaje = (
                f"`[[{nombre}]]` ocupa varios párrafos y está dentro de una frase, un encabezado o un pie"
            )
            ayuda = "déjelo solo en un párrafo del cuerpo del documento"
            yield Diagnostico(BLOQUE_MAL_PUESTO, mensaje, tramo, ayuda)


def _de_lo_que_falta(puestos: set[str], informe: Informe, tramo: Tramo) -> Iterator[Diagnostico]:
    indispensables = (
        ("matriz", "observaciones") if informe.perfil is Perfil.CONCERTACION else ("observaciones",)
    )
    for bloque in indispensables:
        if bloque not in puestos:
            mensaje = f"la plantilla no dice dónde va {BLOQUES[bloque]}"
            ayuda = f"escriba `[[{bloque}]]`, solo en un párrafo"
            yield Diagnostico(SIN_OBSERVACIONES, mensaje, tramo, ayuda)
    llenos = [b for b, piezas in bloques_de(informe, rotulos(ESPANOL)).items() if piezas]
    for bloque in llenos:
        if bloque not in (*puestos, *indispensables):
            mensaje = f"con esta plantilla no se verá {BLOQUES[bloque]}"
            ayuda = f"si hace falta, escriba `[[{bloque}]]` solo en un párrafo"
            yield Diagnostico(SIN_ALGUN_BLOQUE, mensaje, tramo, ayuda, gravedad="advertencia")

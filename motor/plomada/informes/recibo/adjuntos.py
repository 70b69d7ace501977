"""Los archivos que se dan aparte de la entrega: se anotan en el recibo y se buscan al repetir.

La plantilla de Word de la entidad y el libro con las respuestas del municipio se guardan por su nombre y su
huella; al repetir se buscan junto al recibo, o donde se diga.
"""

from dataclasses import dataclass
from pathlib import Path

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.informes.recibo.archivos import huella_de_archivo
from plomada.informes.recibo.partes import Adjunto, Recibo

SIN_ADJUNTO = "PLO-D476"
_SIN_ELLOS = {
    "plantilla": ("la plantilla", "y el documento de Word no se rehízo"),
    "respuestas": ("el libro de respuestas", "y sin él no se puede rehacer el informe"),
}


@dataclass(frozen=True, slots=True)
class Adjuntos:
    """Dónde está cada uno; None si no se dio."""

    plantilla: Path | None = None
    respuestas: Path | None = None

    def opciones(self) -> tuple[tuple[str, Path], ...]:
        """Devuelve los que se dieron, con el nombre de su opción."""
        todos = (("plantilla", self.plantilla), ("respuestas", self.respuestas))
        return tuple((opcion, archivo) for opcion, archivo in todos if archivo is not None)


@dataclass(frozen=True, slots=True)
class Hallados:
    """Los que se hallaron al repetir, y por qué no los demás."""

    adjuntos: Adjuntos
    faltan: tuple[str, ...] = ()
    diagnosticos: tuple[Diagnostico, ...] = ()


def anotar(archivo: Path | None, nombre: str = "") -> Adjunto | None:
    """Devuelve cómo se anota; `nombre`, si entonces se llamaba de otro modo."""
    if archivo is None:
        return None
    return Adjunto(nombre=nombre or archivo.name, huella=huella_de_archivo(archivo))


def buscar(antes: Recibo, recibo: Path, dichos: Adjuntos) -> Hallados:
    """Busca los que el recibo anotó. Diagnósticos: PLO-D476."""
    hallados: dict[str, Path] = {}
    problemas: dict[str, Diagnostico] = {}
    sobran: list[Diagnostico] = []
    for opcion in _SIN_ELLOS:
        entonces: Adjunto | None = getattr(antes.pedido, opcion)
        dicho: Path | None = getattr(dichos, opcion)
        if entonces is None:
            if dicho is not None:
                sobran.append(_sobra(opcion, dicho, recibo))
            continue
        archivo = dicho or recibo.parent / entonces.nombre
        if archivo.is_file():
            hallados[opcion] = archivo
        else:
            problemas[opcion] = _no_esta(opcion, archivo, recibo, dicho is not None)
    return Hallados(Adjuntos(**hallados), tuple(problemas), (*problemas.values(), *sobran))


def con_los_de_ahora(ahora: Recibo, antes: Recibo, adjuntos: Adjuntos) -> Recibo:
    """Se comparan con el nombre de entonces: pueden estar en otro lugar con otro nombre."""
    anotados = {
        opcion: anotar(getattr(adjuntos, opcion), entonces.nombre) if entonces is not None else None
        for opcion in _SIN_ELLOS
        for entonces in (getattr(antes.pedido, opcion),)
    }
    return ahora.model_copy(update={"pedido": ahora.pedido.model_copy(update=anotados)})


def _no_esta(opcion: str, archivo: Path, recibo: Path, se_dijo: bool) -> Diagnostico:
    que, entonces = _SIN_ELLOS[opcion]
    lugar = "no existe" if se_dijo else f"no está junto a `{recibo.name}`"
    mensaje = f"{que} `{archivo.name}` {lugar} {entonces}"
    ayuda = f"cópielo junto al recibo, o dígalo con `--{opcion}`"
    return Diagnostico(SIN_ADJUNTO, mensaje, Tramo(recibo.name), ayuda)


def _sobra(opcion: str, archivo: Path, recibo: Path) -> Diagnostico:
    mensaje = f"se dio `{archivo.name}` con `--{opcion}`, y el recibo no anota ninguno"
    ayuda = f"quite `--{opcion}`: entonces no se usó"
    return Diagnostico(SIN_ADJUNTO, mensaje, Tramo(recibo.name), ayuda)

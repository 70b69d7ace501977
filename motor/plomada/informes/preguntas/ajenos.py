"""Los nombres de otros municipios y autoridades en un documento: la huella de un texto copiado de otro plan.

Solo mira lo que se dice del «municipio de…», la «alcaldía de…» o el «concejo de…», y las autoridades
que tienen paquete: un nombre suelto puede ser una vereda, una persona o un río. Nombrar a un vecino no
es un error; por eso se señala y no se juzga.
"""

import json
import re
from collections.abc import Iterator

from plomada.cargadores.documentos.texto import Documento
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.normativa.autoridades import PaqueteDeAutoridad
from plomada.normativa.municipios import MunicipioOficial, por_nombre
from plomada.valores.texto import plegar, sin_control

_DE_QUIEN = re.compile(
    r"\b(?:municipios?|alcald[ií]a(?:\s+municipal)?|concejo(?:\s+municipal)?|distrito)\s+del?\s+",
    re.IGNORECASE,
)
_PALABRA = re.compile(r"[\wáéíóúüñÁÉÍÓÚÜÑ.]+")
_MAYOR_NOMBRE = 6  # palabras del nombre de municipio más largo
_ALREDEDOR = 50


class NombreAjeno(Parte):
    """Un municipio o una autoridad que no es la del plan, y dónde se nombra."""

    clase: str
    nombre: str
    lugares: tuple[str, ...]
    texto: str


class RevisionDeNombres(Parte):
    """Los nombres ajenos de un documento."""

    archivo: str
    municipio: str
    ajenos: tuple[NombreAjeno, ...]

    def codigo_de_salida(self) -> int:
        """Devuelve 4 si hay nombres por comprobar, y 0 si no."""
        return 4 if self.ajenos else 0

    def a_json(self) -> str:
        """Devuelve la revisión en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por nombre."""
        filas = tuple((a.clase, a.nombre, "; ".join(a.lugares), a.texto) for a in self.ajenos)
        return Tabla(("clase", "nombre", "lugares", "en el texto"), filas)

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones."""
        titulo = f"Nombres que no son de {self.municipio} en {self.archivo}"
        yield from parrafo(titulo, ancho, estilo="titulo")
        if not self.ajenos:
            yield from parrafo("No se halló ninguno.", ancho, estilo="bien")
            return
        yield from parrafo("Pueden ser vecinos, o la huella de un texto copiado: compruébelos.", ancho)
        for a in self.ajenos:
            yield VACIO
            yield from parrafo(f"{a.nombre} ({a.clase}): {', '.join(a.lugares)}", ancho, 2, "aviso")
            yield from parrafo(f"«…{a.texto}…»", ancho, 4, estilo="tenue")


def revisar_nombres_ajenos(
    documento: Documento,
    municipio: str,
    municipios: tuple[MunicipioOficial, ...],
    autoridades: tuple[PaqueteDeAutoridad, ...] = (),
    propias: tuple[str, ...] = (),
) -> RevisionDeNombres:
    """Halla los municipios y autoridades que no son los del plan.

    `propias` nombra las autoridades ambientales del plan; sin ellas, ninguna autoridad se señala.
    """
    texto = documento.texto
    hallados: dict[tuple[str, str], list[int]] = {}
    for desplazamiento, nombre in _municipios(texto, municipios):
        if plegar(nombre) != plegar(municipio):
            hallados.setdefault(("municipio", nombre), []).append(desplazamiento)
    for desplazamiento, nombre in _autoridades(texto, autoridades, propias):
        hallados.setdefault(("autoridad ambiental", nombre), []).append(desplazamiento)
    ajenos = tuple(_ajeno(c, n, donde, documento, texto) for (c, n), donde in sorted(hallados.items()))
    return RevisionDeNombres(archivo=documento.archivo, municipio=municipio, ajenos=ajenos)


def _municipios(texto: str, municipios: tuple[MunicipioOficial, ...]) -> Iterator[tuple[int, str]]:
    conocidos = por_nombre(municipios)
    for hallado in _DE_QUIEN.finditer(texto):
        palabras = list(_PALABRA.finditer(texto, hallado.end(), hallado.end() + 120))[:_MAYOR_NOMBRE]
        for cuantas in range(len(palabras), 0, -1):
            candidato = " ".join(texto[palabras[0].start() : palabras[cuantas - 1].end()].split())
            oficial = conocidos.get(plegar(candidato).rstrip("."))
            if oficial and candidato[:1].isupper():
                yield hallado.start(), oficial[0].nombre.title()
                break


def _autoridades(
    texto: str, autoridades: tuple[PaqueteDeAutoridad, ...], propias: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    if not propias:
        return
    for paquete in autoridades:
        if any(paquete.es_de(p) for p in propias):
            continue
        patron = "|".join(re.escape(n) for n in (paquete.siglas, paquete.nombre))
        for hallado in re.finditer(rf"\b(?:{patron})\b", texto, re.IGNORECASE):
            yield hallado.start(), paquete.nombre


def _ajeno(clase: str, nombre: str, donde: list[int], documento: Documento, texto: str) -> NombreAjeno:
    alrededor = texto[max(donde[0] - _ALREDEDOR // 2, 0) : donde[0] + _ALREDEDOR * 2]
    return NombreAjeno(
        clase=clase,
        nombre=nombre,
        lugares=tuple(dict.fromkeys(documento.lugar(d) for d in donde)),
        texto=sin_control(alrededor).strip(),
    )

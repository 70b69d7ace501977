"""Lo leído en una entrega: dónde podría estar cada contenido exigible, para que una persona lo confirme."""

import json
from collections.abc import Iterator

from plomada.evidencia.busqueda import PUNTAJE_ALTO
from plomada.evidencia.formatos import LECTURA, ContenidoPropuesto, LecturaDeEntrega, PasajePropuesto
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.tablas import Tabla

PUNTAJE_MEDIO = 0.5
_ESTILOS: dict[str, Estilo] = {"alto": "bien", "medio": "aviso", "bajo": "tenue"}


class PasajeLeido(Parte):
    """Un pasaje propuesto y qué tanto indica."""

    archivo: str
    lugar: str
    puntaje: float
    nivel: str
    fragmento: str


class ContenidoLeido(Parte):
    """Un contenido exigible y los pasajes donde podría estar."""

    contenido: str
    titulo: str
    estado: str
    pasajes: tuple[PasajeLeido, ...]


class InformeDeLectura(Parte):
    """Lo que se leyó de una entrega."""

    clase: str
    tramite: str
    fecha: str
    documentos: tuple[str, ...]
    contenidos: tuple[ContenidoLeido, ...]

    def a_json(self) -> str:
        """Devuelve el informe en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por pasaje, y una por contenido sin ninguno."""
        columnas = ("contenido", "título", "estado", "documento", "lugar", "puntaje", "nivel", "fragmento")
        return Tabla(columnas, tuple(fila for c in self.contenidos for fila in _filas(c)))

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: primero lo hallado y al final lo que no se halló."""
        hallados = [c for c in self.contenidos if c.pasajes]
        perdidos = [c for c in self.contenidos if not c.pasajes]
        yield from parrafo(
            f"Lectura de la entrega de un {self.clase}, al {self.fecha}", ancho, estilo="titulo"
        )
        for documento in self.documentos:
            yield from parrafo(documento, ancho, 2, marca="- ")
        yield from parrafo(
            f"De {len(self.contenidos)} contenidos exigibles, {len(hallados)} tienen pasajes propuestos y "
            f"{len(perdidos)} no. Todo queda por confirmar en `{LECTURA}`: un pasaje propuesto no prueba "
            "nada hasta que alguien lo lea y lo escriba como evidencia en el plan.",
            ancho,
        )
        for c in hallados:
            yield VACIO
            yield from parrafo(c.titulo, ancho, estilo="titulo")
            for p in c.pasajes:
                cabeza = f"{p.archivo}, {p.lugar}: puntaje {p.nivel} ({p.puntaje:.2f})"
                yield from parrafo(cabeza, ancho, 2, _ESTILOS[p.nivel])
                yield from parrafo(f"«{p.fragmento}»", ancho, 4, estilo="tenue")
        if perdidos:
            yield VACIO
            yield from parrafo(f"No se halló nada parecido ({len(perdidos)})", ancho, estilo="titulo")
            for c in perdidos:
                yield from parrafo(c.titulo, ancho, 2, "falla", "- ")


def _filas(c: ContenidoLeido) -> Iterator[tuple[str, ...]]:
    if not c.pasajes:
        yield (c.contenido, c.titulo, "sin pasajes", "", "", "", "", "")
    for p in c.pasajes:
        puntaje = f"{p.puntaje:.4f}"
        yield (c.contenido, c.titulo, c.estado, p.archivo, p.lugar, puntaje, p.nivel, p.fragmento)


def informar_lectura(lectura: LecturaDeEntrega) -> InformeDeLectura:
    """Devuelve la lectura lista para mostrarse."""
    return InformeDeLectura(
        clase=lectura.clase,
        tramite=lectura.tramite,
        fecha=lectura.fecha,
        documentos=tuple(f"{d.archivo}: {d.cuantos} {d.unidad}s" for d in lectura.documentos),
        contenidos=tuple(_contenido(c) for c in lectura.contenidos),
    )


def _contenido(c: ContenidoPropuesto) -> ContenidoLeido:
    pasajes = tuple(_pasaje(p) for p in c.pasajes)
    return ContenidoLeido(contenido=c.id, titulo=c.titulo, estado=c.estado, pasajes=pasajes)


def _pasaje(p: PasajePropuesto) -> PasajeLeido:
    nivel = "alto" if p.puntaje >= PUNTAJE_ALTO else "medio" if p.puntaje >= PUNTAJE_MEDIO else "bajo"
    lugar = f"{p.unidad} {p.numero}"
    return PasajeLeido(archivo=p.archivo, lugar=lugar, puntaje=p.puntaje, nivel=nivel, fragmento=p.fragmento)

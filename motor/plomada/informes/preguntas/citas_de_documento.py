"""La revisión de las citas normativas de un documento: qué se halló, qué vale y qué hay que corregir."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from plomada.cargadores.documentos.texto import Documento
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.tablas import Tabla
from plomada.normativa.articulado.dictamen import Dictamen, Estado, Saber, dictaminar
from plomada.normativa.articulado.menciones import Mencion, hallar
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import sin_control

_POR_CORREGIR = (Estado.DESACTUALIZADA, Estado.NO_EXISTE, Estado.NO_REGIA)
_POR_COMPROBAR = (Estado.DUDOSA, Estado.SIN_COMPROBAR, Estado.FUERA_DEL_REGISTRO, Estado.SIN_NORMA)
_ESTILOS: dict[Estado, Estilo] = {
    **dict.fromkeys(_POR_CORREGIR, "falla"),
    **dict.fromkeys(_POR_COMPROBAR, "aviso"),
    Estado.CORRECTA: "bien",
}
_ALREDEDOR = 60
_LUGARES_VISIBLES = 8


class CitaRevisada(Parte):
    """Una cita, todos los lugares donde el documento la escribe y lo que se concluye de ella."""

    estado: Estado
    cita: str
    frase: str
    de_hoy: tuple[str, ...]
    matiz: str
    lugares: tuple[str, ...]
    texto: str
    origen: str


class RevisionDeCitas(Parte):
    """Las citas de un documento a una fecha; `cuentas` suma los lugares, no las citas distintas."""

    archivo: str
    huella: str
    fecha: str
    fecha_dada: bool
    halladas: int
    cuentas: dict[str, int]
    citas: tuple[CitaRevisada, ...]

    def codigo_de_salida(self) -> int:
        """Devuelve 1 si hay algo que corregir; 4 si solo hay algo que comprobar, o ninguna cita."""
        estados = {c.estado for c in self.citas}
        if estados & set(_POR_CORREGIR):
            return 1
        return 4 if estados & set(_POR_COMPROBAR) or not self.citas else 0

    def a_json(self) -> str:
        """Devuelve la revisión en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por cita distinta."""
        columnas = ("estado", "cita", "lugares", "en el texto", "explicación", "cita de hoy", "matiz")
        filas = tuple(
            (str(c.estado), c.cita, "; ".join(c.lugares), c.texto, c.frase, "; ".join(c.de_hoy), c.matiz)
            for c in self.citas
        )
        return Tabla(columnas, filas)

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: primero lo que se corrige, al final lo que está bien."""
        yield from parrafo(f"Citas normativas de {self.archivo}", ancho, estilo="titulo")
        cuando = escribir_fecha(date.fromisoformat(self.fecha))
        como = "la fecha pedida" if self.fecha_dada else "hoy; con `--fecha` se revisan a la del documento"
        yield from parrafo(f"Revisadas al {cuando} ({como}). Halladas: {self.halladas}.", ancho)
        if not self.citas:
            yield from parrafo("No se halló ninguna cita normativa.", ancho, estilo="aviso")
        anterior: Estado | None = None
        for cita in self.citas:
            if cita.estado is not anterior:
                yield VACIO
                rotulo = f"{str(cita.estado).capitalize()} ({self.cuentas[cita.estado]})"
                yield from parrafo(rotulo, ancho, estilo=_ESTILOS.get(cita.estado, "tenue"))
                anterior = cita.estado
            yield from _una(cita, ancho)


def _una(c: CitaRevisada, ancho: int) -> Iterator[Renglon]:
    visibles, resto = c.lugares[:_LUGARES_VISIBLES], len(c.lugares) - _LUGARES_VISIBLES
    donde = ", ".join(visibles) + (f" y {resto} más" if resto > 0 else "")
    yield from parrafo(f"{c.cita} ({donde})", ancho, 2)
    if c.estado is Estado.PROPIA:
        return
    yield from parrafo(c.frase, ancho, 4)
    if c.de_hoy:
        yield from parrafo(f"Hoy: {'; '.join(c.de_hoy)}.", ancho, 4)
    if c.matiz:
        yield from parrafo(c.matiz, ancho, 4)
    if c.estado is not Estado.CORRECTA:
        yield from parrafo(f"«…{c.texto}…»", ancho, 4, estilo="tenue")


def revisar_citas(documento: Documento, saber: Saber, fecha: date, fecha_dada: bool) -> RevisionDeCitas:
    """Halla las citas del documento y dice qué vale cada una a la fecha.

    Las que concluyen lo mismo se juntan con todos sus lugares, ordenadas de lo que hay que corregir a lo que
    está bien y, dentro, por su primer lugar en el documento.
    """
    texto = documento.texto
    grupos: dict[Dictamen, list[Mencion]] = {}
    for mencion in hallar(texto):
        grupos.setdefault(dictaminar(mencion, saber, fecha), []).append(mencion)
    orden = list(Estado)
    en_orden = sorted(grupos.items(), key=lambda g: (orden.index(g[0].estado), g[1][0].inicio))
    cuentas = Counter({e: 0 for e in Estado})
    cuentas.update(d.estado for d, menciones in grupos.items() for _ in menciones)
    return RevisionDeCitas(
        archivo=documento.archivo,
        huella=documento.huella,
        fecha=fecha.isoformat(),
        fecha_dada=fecha_dada,
        halladas=cuentas.total(),
        cuentas={str(e): n for e, n in cuentas.items()},
        citas=tuple(_revisada(d, menciones, documento, texto) for d, menciones in en_orden),
    )


def _revisada(d: Dictamen, menciones: list[Mencion], documento: Documento, texto: str) -> CitaRevisada:
    primera = menciones[0]
    alrededor = texto[max(primera.inicio - _ALREDEDOR, 0) : primera.fin + _ALREDEDOR]
    return CitaRevisada(
        estado=d.estado,
        cita=d.cita,
        frase=d.frase,
        de_hoy=d.de_hoy,
        matiz=d.matiz,
        lugares=tuple(dict.fromkeys(documento.lugar(m.inicio) for m in menciones)),
        texto=sin_control(alrededor).strip(),
        origen=primera.origen,
    )

"""Mide leer y buscar: un PDF de 500 páginas, la calidad sobre el DTS ficticio y los textos de muestra."""

import resource
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from plomada.cargadores.documentos.leer import leer_documento
from plomada.cargadores.documentos.texto import Documento
from plomada.evidencia.busqueda import PUNTAJE_ALTO
from plomada.evidencia.comprobar import Entregado
from plomada.evidencia.formatos import ContenidoPropuesto
from plomada.evidencia.lectura import DeQuien, proponer
from plomada.evidencia.parecido import paginas_de
from plomada.normativa.contenidos import ContenidoExigible
from plomada.normativa.lectura import leer_registro
from tests.evidencia.hechura import ausentes, paginas_del_dts, pdf, presentes

RAIZ = Path(__file__).resolve().parents[1]
SEMILLAS = RAIZ.parent / "shared" / "semillas"
RESPUESTAS = Path(__file__).parent / "semillas.yaml"
PAGINAS = 500
MARGEN_DE_LINEAS = 5  # un pasaje puede empezar unas líneas antes del tema
META_DE_TIEMPO = 30.0
META_DE_ACIERTOS = 0.8
_DE = DeQuien("EOT", "revision_general", "2026-01-01")


@dataclass(frozen=True, slots=True)
class Medida:
    """Lo que se midió, con la meta que no debe pasar, o que debe alcanzar si `al_menos`."""

    que: str
    valor: float
    unidad: str
    meta: float | None = None
    al_menos: bool = False

    @property
    def cumple(self) -> bool:
        """Dice si la medida alcanza la meta."""
        if self.meta is None:
            return True
        return self.valor >= self.meta if self.al_menos else self.valor <= self.meta

    def __str__(self) -> str:
        """Escribe el renglón."""
        signo = "≥" if self.al_menos else "≤"
        meta = (
            "" if self.meta is None else f"{signo} {self.meta:g}   {'bien' if self.cumple else 'NO ALCANZA'}"
        )
        return f"  {self.que:<66}{self.valor:>10.3f} {self.unidad:<3} {meta}"


def medir_lectura() -> Iterator[Medida]:
    """Mide todo; los textos de muestra, solo si están."""
    registro = leer_registro(RAIZ / "normativa").valor
    if registro is None:
        raise SystemExit("el registro no carga")
    yield from _de_quinientas(registro.contenidos)
    yield from _calidad(registro.contenidos)
    if SEMILLAS.is_dir():
        yield from _de_las_semillas(registro.contenidos)


def _de_quinientas(contenidos: Sequence[ContenidoExigible]) -> Iterator[Medida]:
    base = [p for p in paginas_del_dts() if len(p.split()) > 60]
    paginas = [base[n % len(base)] + f"\nFolio {n} " + base[(n * 7 + 3) % len(base)] for n in range(PAGINAS)]
    with tempfile.TemporaryDirectory() as carpeta:
        archivo = Path(carpeta) / "dts.pdf"
        archivo.write_bytes(pdf(*paginas))
        antes = time.perf_counter()
        documento = leer_documento(archivo, Path(carpeta) / "cache").valor
        leido = time.perf_counter()
        if documento is None or len(documento.trozos) != PAGINAS:
            raise SystemExit("el PDF de prueba no se leyó entero")
        _buscar(documento, contenidos)
        buscado = time.perf_counter()
        leer_documento(archivo, Path(carpeta) / "cache")
        recordado = time.perf_counter()
    buscables = paginas_de(documento.trozos)
    for n in range(0, PAGINAS, 10):
        buscables.ubicar(" ".join(documento.trozos[n].split()[40:60]) + " lejos")
    comprobado = time.perf_counter()
    yield Medida(f"PDF de {PAGINAS} páginas: leer", leido - antes, "s")
    yield Medida(f"PDF de {PAGINAS} páginas: buscar {len(contenidos)} contenidos", buscado - leido, "s")
    yield Medida(f"PDF de {PAGINAS} páginas: leer y buscar", buscado - antes, "s", META_DE_TIEMPO)
    yield Medida(f"PDF de {PAGINAS} páginas: leer otra vez, de la caché", recordado - buscado, "s")
    yield Medida(f"PDF de {PAGINAS} páginas: comprobar 50 citas", comprobado - recordado, "s")
    memoria = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Medida("memoria máxima del proceso hasta aquí", memoria, "MB")


def _buscar(documento: Documento, contenidos: Sequence[ContenidoExigible]) -> dict[str, ContenidoPropuesto]:
    entregado = Entregado("D1", documento.archivo, documento.huella, "", documento)
    return {c.id: c for c in proponer([entregado], contenidos, _DE).contenidos}


def _calidad(contenidos: Sequence[ContenidoExigible]) -> Iterator[Medida]:
    halladas = _buscar(Documento("dts", "página", paginas_del_dts(), "h"), contenidos)
    yield _aciertos("DTS ficticio", halladas, presentes())
    peor = max((p.puntaje for c in ausentes() for p in halladas[c].pasajes), default=0.0)
    yield Medida("DTS ficticio: mayor puntaje de un contenido ausente", peor, "", PUNTAJE_ALTO)


def _aciertos(
    que: str, halladas: Mapping[str, ContenidoPropuesto], respuestas: Mapping[str, Sequence[int]]
) -> Medida:
    bien = [any(p.numero in donde for p in halladas[c].pasajes) for c, donde in respuestas.items()]
    valor = sum(bien) / len(bien)
    return Medida(f"{que}: el lugar correcto está entre los tres", valor, "", META_DE_ACIERTOS, True)


def _de_las_semillas(contenidos: Sequence[ContenidoExigible]) -> Iterator[Medida]:
    """Busca en textos reales; las respuestas son las líneas donde una persona halló cada tema."""
    bien = total = 0
    peor = 0.0
    for archivo, respuestas in yaml.safe_load(RESPUESTAS.read_text("utf-8")).items():
        documento = leer_documento(SEMILLAS / archivo).valor
        if documento is None:
            raise SystemExit(f"no se pudo leer {archivo}")
        halladas = _buscar(documento, contenidos)
        for contenido, (desde, hasta) in respuestas.items():
            lugares = [p.numero for p in halladas[contenido].pasajes]
            bien += any(desde - MARGEN_DE_LINEAS <= n <= hasta for n in lugares)
            total += 1
        peor = max([peor, *(p.puntaje for c in halladas.values() for p in c.pasajes)])
    yield Medida(
        "textos de muestra: el lugar correcto está entre los tres", bien / total, "", META_DE_ACIERTOS, True
    )
    yield Medida("textos de muestra, que no son planes: mayor puntaje", peor, "", PUNTAJE_ALTO)

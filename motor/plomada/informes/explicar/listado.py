"""La lista de reglas, con filtros, y el código que se genera para una."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.evaluacion.paquete import Paquete
from plomada.informes.lugares import nombrar_lugar
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista, plegar

# Lo que el código generado toma de fuera de una función: hechos y definiciones que llama, y constantes.
_NOMBRADOS = re.compile(r"\b(?:[hce]\d+(?=\(P, H\))|[A-Z]\d+\b)")


@dataclass(frozen=True, slots=True)
class Filtro:
    """Qué reglas se piden; un texto vacío no filtra."""

    norma: str = ""
    articulo: str = ""
    clase: str = ""
    materia: str = ""
    analisis: str = ""
    componente: str = ""


class ReglaListada(Parte):
    """Una regla en la lista."""

    regla: str
    titulo: str
    analisis: str
    componente: str
    materia: tuple[str, ...]
    competencia: str
    clases: tuple[str, ...]
    fundamento: tuple[str, ...]
    citas: tuple[str, ...]
    casos: int
    revisado_por: str
    archivo: str
    linea: int


def listar(paquete: Paquete, filtro: Filtro) -> Lectura[tuple[ReglaListada, ...]]:
    """Devuelve las reglas que cumplen todos los filtros, por id.

    `norma` es el id de una norma o parte de su título; `articulo`, el número tal como se cita. Si se piden
    los dos, se buscan en una misma cita. Diagnósticos: PLO-L203 (ninguna regla tiene ese valor).
    """
    ajenos = tuple(_ajenos(paquete, filtro))
    if ajenos:
        return Lectura(None, ajenos)
    elegidas = [f for f in sorted(paquete.fichas, key=lambda f: f.id) if _pasa(f, filtro, paquete.registro)]
    return Lectura(
        tuple(
            ReglaListada(
                regla=f.id,
                titulo=f.titulo,
                analisis=f.analisis,
                componente=f.componente,
                materia=f.materia,
                competencia=f.competencia,
                clases=f.clases,
                fundamento=f.fundamento,
                citas=tuple(_cita(paquete.registro, i) for i in f.fundamento),
                casos=f.casos,
                revisado_por=f.revisado_por,
                archivo=nombrar_lugar(f.archivo),
                linea=f.linea,
            )
            for f in elegidas
        )
    )


def _ajenos(paquete: Paquete, filtro: Filtro) -> Iterator[Diagnostico]:
    """Señala los filtros con un valor que ninguna regla tiene: casi siempre están mal escritos."""
    fichas = paquete.fichas
    conocidos = {
        "clase": (filtro.clase, {c for f in fichas for c in f.clases}),
        "materia": (filtro.materia, {m for f in fichas for m in f.materia}),
        "analisis": (filtro.analisis, {f.analisis for f in fichas}),
        "componente": (filtro.componente, {f.componente for f in fichas if f.componente}),
    }
    for opcion, (pedido, valores) in conocidos.items():
        if pedido and not _igual(pedido, sorted(valores)):
            ayuda = quiza(pedido, valores) or f"las reglas tienen {en_lista(sorted(valores), 'o')}"
            yield Diagnostico("PLO-L203", f"ninguna regla tiene `{pedido}` en `--{opcion}`", ayuda=ayuda)
    normas = {n.id: n.titulo for n in paquete.registro.normas}
    norma = plegar(filtro.norma)
    if norma and norma not in normas and not any(norma in plegar(t) for t in normas.values()):
        ayuda = quiza(filtro.norma, [*normas, *normas.values()])
        yield Diagnostico("PLO-L203", f"el registro no tiene la norma `{filtro.norma}`", ayuda=ayuda)


def _pasa(f: FichaDeRegla, filtro: Filtro, registro: Registro) -> bool:
    pares = (
        (filtro.analisis, (f.analisis,)),
        (filtro.componente, (f.componente,)),
        (filtro.materia, f.materia),
        (filtro.clase, f.clases),
    )
    iguales = all(not pedido or _igual(pedido, valores) for pedido, valores in pares)
    return iguales and any(_citado(i, filtro, registro) for i in f.fundamento)


def _igual(pedido: str, valores: Sequence[str]) -> bool:
    return plegar(pedido).replace(" ", "_") in {plegar(v).replace(" ", "_") for v in valores}


def _citado(requisito: str, filtro: Filtro, registro: Registro) -> bool:
    norma, articulo = plegar(filtro.norma), plegar(filtro.articulo)
    for cita in registro.requisito(requisito).citas:
        de_la_norma = norma in {"", plegar(cita.norma)} or norma in plegar(registro.norma(cita.norma).titulo)
        if de_la_norma and articulo in {"", plegar(cita.articulo)}:
            return True
    return False


def _cita(registro: Registro, requisito: str) -> str:
    return registro.citar(registro.requisito(requisito).cita)


def lista_a_json(reglas: Sequence[ReglaListada]) -> str:
    """Devuelve la lista en JSON, con salto final."""
    return json.dumps([r.model_dump(mode="json") for r in reglas], ensure_ascii=False, indent=2) + "\n"


def lista_a_consola(reglas: Sequence[ReglaListada], ancho: int = 100) -> Iterator[Renglon]:
    """Devuelve los renglones de la lista."""
    for r in reglas:
        yield from parrafo(r.regla, ancho, estilo="titulo")
        yield from parrafo(r.titulo, ancho, 4)
        yield from parrafo(
            f"{', '.join(r.clases)} · {r.analisis}{f' · {r.componente}' if r.componente else ''} · "
            f"{'; '.join(r.citas)}",
            ancho,
            4,
            "tenue",
        )
    if reglas:
        yield VACIO
    yield from parrafo(f"{len(reglas)} regla{'' if len(reglas) == 1 else 's'}.", ancho, estilo="tenue")


def codigo_generado(paquete: Paquete, regla: str) -> Lectura[str]:
    """Devuelve el Python que se genera para una regla: decidir (r), datos (d), mensajes (m) y lo que usan.

    Sigue los hechos compartidos (h, c), los `define` (e) y las constantes que nombra. Diagnósticos: PLO-N240.
    """
    ficha = next((f for f in paquete.fichas if f.id == regla), None)
    if ficha is None:
        ayuda = quiza(regla, [f.id for f in paquete.fichas])
        return Lectura(None, (Diagnostico("PLO-N240", f"no hay regla `{regla}`", ayuda=ayuda),))
    trozos = dict(_trozos(paquete.fuente))
    pendientes = [f"{letra}{ficha.funcion}" for letra in "rdm"]
    vistos: dict[str, str] = {}
    while pendientes:
        nombre = pendientes.pop(0)
        if nombre in trozos and nombre not in vistos:
            vistos[nombre] = trozos[nombre]
            pendientes.extend(_NOMBRADOS.findall(trozos[nombre].partition("\n")[2] or trozos[nombre]))
    constantes = [t for t in vistos.values() if not t.startswith("def ")]
    funciones = [t for t in vistos.values() if t.startswith("def ")]
    partes = ["\n".join(constantes), *funciones] if constantes else funciones
    return Lectura("\n\n".join(partes) + "\n")


def _trozos(fuente: str) -> Iterator[tuple[str, str]]:
    """Parte el módulo generado en funciones y constantes, por nombre."""
    for bloque in fuente.strip().split("\n\n"):
        for trozo in [bloque] if bloque.startswith("def ") else bloque.split("\n"):
            hallado = re.match(r"(?:def )?(\w+)", trozo)
            if hallado:
                yield hallado.group(1), trozo.rstrip()

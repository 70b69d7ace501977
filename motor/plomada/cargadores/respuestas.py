"""Lee de vuelta el libro de hallazgos con lo que el municipio respondió.

Entra: los bytes del XLSX. Sale: las respuestas con la identidad de su hallazgo. Las columnas pueden venir en
otro orden, las filas ordenadas de otro modo o borradas, y la hoja con otro nombre.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from plomada.cargadores.archivo import leer_bytes
from plomada.cargadores.libro.crudo import Celda, HojaCruda, abrir
from plomada.cargadores.libro.tabla import Lector
from plomada.cargadores.problemas import acotar
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma
from plomada.valores.texto import en_lista, plegar

Identidad: TypeAlias = tuple[str, str, str]
RESPUESTA, IDENTIDAD = "Respuesta del municipio", "Identidad"
ANTERIOR = "Respuesta anterior"
COLUMNAS = (RESPUESTA, ANTERIOR, IDENTIDAD, "Regla", "Elemento", "Modo")
PLAN_ENTERO = "el plan entero"
# El libro en inglés también vuelve; una prueba comprueba que son los rótulos con que se escribe.
EN_INGLES: Mapping[str, str] = {
    "Municipality's response": RESPUESTA,
    "Previous response": ANTERIOR,
    "Identity": IDENTIDAD,
    "Rule": "Regla",
    "Element": "Elemento",
    "Mode": "Modo",
}
PLAN_ENTERO_EN_INGLES = "the whole plan"
CON_FORMULA, SIN_RESPUESTAS = "PLO-L170", "PLO-L171"
COLUMNA_REPETIDA, SIN_IDENTIDAD = "PLO-L172", "PLO-L173"
IDENTIDAD_CAMBIADA, COLUMNA_AGREGADA = "PLO-L174", "PLO-L175"
VARIAS_RESPUESTAS = "PLO-L176"
_TEXTO = Forma("llano", "texto")
_FILAS_HASTA_EL_ENCABEZADO = 30
_HUELLA = re.compile(r"H-[0-9a-f]{16}")
_ADORNOS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Respuesta:
    """Lo que el municipio respondió a un hallazgo; `huella` es la identidad que el libro traía escrita."""

    huella: str
    identidad: Identidad
    texto: str
    tramo: Tramo


def huella_de_identidad(identidad: Identidad) -> str:
    """Devuelve el nombre corto de un hallazgo: el mismo entre rondas, en cualquier máquina.

    >>> huella_de_identidad(("r", "p P1", "incumple"))
    'H-443e4ba60e9670de'
    """
    datos = "\0".join(identidad).encode("utf-8", "surrogatepass")
    return f"H-{hashlib.sha256(datos).hexdigest()[:16]}"


def cargar_respuestas(archivo: Path) -> Lectura[tuple[Respuesta, ...]]:
    """Lee el libro. Diagnósticos: PLO-L101 a PLO-L104 y los de `leer_respuestas`."""
    leido = leer_bytes(archivo)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return leer_respuestas(leido.valor, archivo.name)


def leer_respuestas(datos: bytes, archivo: str) -> Lectura[tuple[Respuesta, ...]]:
    """Devuelve las respuestas, o todo lo que impide leerlas. Una celda en blanco no es una respuesta.

    Diagnósticos: PLO-L130 a PLO-L135 (el libro), PLO-L141, PLO-L170 a PLO-L175.
    """
    abierto = abrir(datos, archivo)
    if abierto.valor is None:
        return Lectura(None, abierto.diagnosticos)
    lector = _LectorDeRespuestas(Lector(archivo, abierto.valor.desde_1904))
    halladas = [r for hoja in abierto.valor.hojas for r in lector.leer(hoja)]
    if not lector.hojas:
        nombres = en_lista([f"«{recortar(h.nombre)}»" for h in abierto.valor.hojas[:6]]) or "ninguna hoja"
        mensaje = f"ninguna hoja trae las columnas `{RESPUESTA}` e `{IDENTIDAD}`"
        ayuda = "use el libro que escribió `plomada informe --formato xlsx`, sin quitarle esas dos columnas"
        nota = f"el libro trae {nombres}"
        return Lectura(None, (Diagnostico(SIN_RESPUESTAS, mensaje, Tramo(archivo), ayuda, nota=nota),))
    problemas = acotar(lector.lector.hallados, archivo)
    if any(d.es_error for d in problemas):
        return Lectura(None, problemas)
    return Lectura(tuple(halladas), problemas)


def por_identidad(
    respuestas: Iterable[Respuesta], conocidas: Iterable[Identidad]
) -> Mapping[Identidad, tuple[str, ...]]:
    """Devuelve las respuestas a cada identidad, sin repetir las iguales.

    La huella manda sobre lo que digan las celdas, que alguien pudo ordenar o retocar; si no es de ninguna de
    las conocidas, la respuesta queda con la identidad que dicen las celdas, y nunca se pierde.
    """
    hechas = _agrupar(respuestas, conocidas)
    return {identidad: tuple(r.texto for r in propias) for identidad, propias in hechas.items()}


def avisar_de_varias(
    respuestas: Iterable[Respuesta], conocidas: Iterable[Identidad]
) -> tuple[Diagnostico, ...]:
    """Avisa de cada hallazgo con respuestas distintas: no se sabe cuál vale. Diagnósticos: PLO-L176."""
    ayuda = "deje una sola, o compruebe que las dos valen: van ambas, numeradas"
    return tuple(
        Diagnostico(
            VARIAS_RESPUESTAS,
            f"esta respuesta no es la misma que ya se dio al hallazgo de `{recortar(regla)}`",
            otra.tramo,
            ayuda,
            propias[0].tramo,
            "aquí está la otra",
            "advertencia",
        )
        for (regla, _, _), propias in _agrupar(respuestas, conocidas).items()
        for otra in propias[1:]
    )


def _agrupar(
    respuestas: Iterable[Respuesta], conocidas: Iterable[Identidad]
) -> Mapping[Identidad, list[Respuesta]]:
    por_huella = {huella_de_identidad(i): i for i in conocidas}
    hechas: dict[Identidad, list[Respuesta]] = {}
    for r in respuestas:
        # Sin las celdas de la identidad, la huella es lo único que distingue un hallazgo de otro.
        escrita = r.identidad if r.identidad[0] else (r.huella, "", "")
        propias = hechas.setdefault(por_huella.get(r.huella, escrita), [])
        if r.texto not in [x.texto for x in propias]:
            propias.append(r)
    return hechas


class _LectorDeRespuestas:
    """Lee las hojas que traen respuestas y cuenta cuántas eran."""

    def __init__(self, lector: Lector) -> None:
        self.lector = lector
        self.hojas = 0

    def leer(self, hoja: HojaCruda) -> Iterator[Respuesta]:
        """Devuelve las respuestas de una hoja; ninguna si no es la de los hallazgos."""
        encabezado = self._encabezado(hoja)
        if encabezado is None:
            return
        self.hojas += 1
        desde, columnas = encabezado
        self._avisar_de_las_agregadas(hoja, desde, columnas)
        for numero, celdas in hoja.filas:
            if numero <= desde:
                continue
            propias = {columnas[c.columna]: c for c in celdas if c.columna in columnas}
            respuesta = self._respuesta(hoja.nombre, propias)
            if respuesta is not None:
                yield respuesta

    def _encabezado(self, hoja: HojaCruda) -> tuple[int, dict[int, str]] | None:
        """Devuelve en qué fila están los títulos y qué columna es cada uno."""
        conocidas = {_plegar(c): c for c in COLUMNAS} | {_plegar(c): es for c, es in EN_INGLES.items()}
        for numero, celdas in hoja.filas[:_FILAS_HASTA_EL_ENCABEZADO]:
            columnas = {
                c.columna: conocidas[_plegar(c.valor)] for c in celdas if _plegar(c.valor) in conocidas
            }
            if {RESPUESTA, IDENTIDAD} <= set(columnas.values()):
                self._repetidas(hoja.nombre, celdas, columnas)
                return numero, columnas
        return None

    def _repetidas(self, hoja: str, celdas: Iterable[Celda], columnas: Mapping[int, str]) -> None:
        vistas: set[str] = set()
        for c in celdas:
            nombre = columnas.get(c.columna, "")
            if nombre in vistas:
                mensaje = f"la columna `{nombre}` está dos veces"
                self.lector.avisar(COLUMNA_REPETIDA, mensaje, self.lector.tramo(hoja, c), "deje una sola")
            vistas |= {nombre} - {""}

    def _avisar_de_las_agregadas(self, hoja: HojaCruda, desde: int, columnas: Mapping[int, str]) -> None:
        """Lo escrito a la derecha de lo que trae un título no se lee, y se dice una vez por columna."""
        titulos = {c.columna for numero, celdas in hoja.filas if numero == desde for c in celdas}
        vistas: set[int] = set()
        for numero, celdas in hoja.filas:
            for c in celdas:
                if numero > desde and c.columna not in titulos and c.columna not in vistas:
                    vistas.add(c.columna)
                    mensaje = f"`{recortar(c.valor)}` está en una columna sin título y no se leyó"
                    ayuda = f"si es una respuesta, póngala en la columna `{RESPUESTA}`"
                    tramo = self.lector.tramo(hoja.nombre, c)
                    aviso = Diagnostico(COLUMNA_AGREGADA, mensaje, tramo, ayuda, gravedad="advertencia")
                    self.lector.hallados.append(aviso)

    def _respuesta(self, hoja: str, celdas: Mapping[str, Celda]) -> Respuesta | None:
        """Devuelve la respuesta de una fila, o None si está en blanco o no se puede leer.

        Si el municipio no agregó nada, vale lo que había respondido en una ronda anterior.
        """
        nueva = celdas.get(RESPUESTA)
        en_blanco = nueva is None or not (nueva.valor.strip() or nueva.es_formula)
        celda = celdas.get(ANTERIOR) if en_blanco else nueva
        if celda is None or not (celda.valor.strip() or celda.es_formula):
            return None
        con_formula = [c for c in celdas.values() if c.es_formula]
        for c in con_formula:
            ayuda = "escriba la respuesta como texto; si empieza por `=`, póngale delante un apóstrofo"
            self.lector.avisar(CON_FORMULA, "la celda trae una fórmula", self.lector.tramo(hoja, c), ayuda)
        if con_formula:
            return None
        textos = {nombre: self._texto(hoja, c) for nombre, c in celdas.items()}
        tramo = self.lector.tramo(hoja, celda)
        textos[RESPUESTA] = textos[ANTERIOR] if en_blanco else textos[RESPUESTA]
        if not textos[RESPUESTA]:
            return None
        return self._identificar(textos, tramo)

    def _identificar(self, textos: Mapping[str, str], tramo: Tramo) -> Respuesta | None:
        elemento = textos.get("Elemento", "")
        escrita = (
            textos.get("Regla", ""),
            "" if elemento in {PLAN_ENTERO, PLAN_ENTERO_EN_INGLES} else elemento,
            textos.get("Modo", ""),
        )
        huella = textos.get(IDENTIDAD, "")
        if not huella and not escrita[0]:
            mensaje = "hay una respuesta en una fila que no dice de qué hallazgo es"
            ayuda = f"no borre las columnas `{IDENTIDAD}` ni `Regla` de esa fila, o copie la fila original"
            self.lector.avisar(SIN_IDENTIDAD, mensaje, tramo, ayuda)
            return None
        propia = huella_de_identidad(escrita)
        if huella and not _HUELLA.fullmatch(huella):
            mensaje = f"`{recortar(huella)}` no es la identidad de un hallazgo"
            ayuda = f"copie la celda `{IDENTIDAD}` del libro original: empieza por `H-`"
            self.lector.avisar(IDENTIDAD_CAMBIADA, mensaje, tramo, ayuda)
            return None
        return Respuesta(huella or propia, escrita, textos[RESPUESTA], tramo)

    def _texto(self, hoja: str, celda: Celda) -> str:
        if celda.tipo != "str":
            return self.lector.texto(hoja, celda, _TEXTO)
        texto = celda.valor.replace("\r\n", "\n").replace("\r", "\n").strip()
        return "".join("\ufffd" if c not in "\n\t" and unicodedata.category(c) == "Cc" else c for c in texto)


def _plegar(titulo: str) -> str:
    return " ".join(_ADORNOS.sub(" ", plegar(titulo)).split())

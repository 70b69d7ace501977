"""La articulación de un plan lista para leerse: la matriz, los índices, las cuentas y los enlaces.

De esta vista salen la consola, el JSON, las tablas y el dibujo: ninguno vuelve a contar.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from plomada.articulacion.analisis import Articulacion
from plomada.articulacion.cuentas import CuentaRehecha
from plomada.articulacion.estados import Eslabon, Estado
from plomada.articulacion.grafo import ROTULOS, Nodo
from plomada.articulacion.indices import Indice
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.partes import Parte
from plomada.informes.tablas import Tabla
from plomada.valores.numeros import escribir_numero
from plomada.valores.texto import clave_natural

_DE_LA_MATRIZ = ("nivel", "id", "nombre", "estado", "por_que", "fines", "medios", "rotos")


class ElementoArticulado(Parte):
    """Una fila de la matriz: un elemento de la cadena, cómo está y por qué.

    `fines` y `medios` son los elementos con los que se enlaza directamente; `faltan` dice hacia qué lado no
    llega.
    """

    nivel: str
    id: str
    nombre: str
    estado: Estado
    porque: tuple[str, ...]
    fines: tuple[str, ...]
    medios: tuple[str, ...]
    rotos: tuple[str, ...]
    faltan: tuple[Literal["fin", "medio"], ...]


class IndiceInformado(Parte):
    """Un índice con su numerador y su denominador; `porcentaje` vacío si no hay sobre qué calcularlo."""

    clave: str
    que: str
    numerador: int
    denominador: int
    sin_saber: int
    porcentaje: str

    def decir(self, r: Rotulos | None = None) -> str:
        """Dice qué se cuenta."""
        return (r or rotulos(ESPANOL)).o(f"indice.{self.clave}", self.que)

    def en_frase(self, r: Rotulos | None = None) -> str:
        """Escribe el índice con qué se cuenta y sobre qué."""
        r = r or rotulos(ESPANOL)
        que, de = self.decir(r), self.denominador
        if not de:
            return r("en_frase.sin_elementos", que=que)
        if not self.porcentaje:
            return r("en_frase.sin_saber", que=que, de=de)
        dudas = r("en_frase.dudas", n=self.sin_saber) if self.sin_saber else ""
        return r("en_frase.cuenta", que=que, n=self.numerador, de=de, porcentaje=self.porcentaje, dudas=dudas)


class CuentaInformada(Parte):
    """Un conteo de compromisos declarado y lo que resulta de rehacerlo."""

    id: str
    nombre: str
    cumplidos: int | None
    en_proceso: int | None
    sin_dato_o_no_aplica: int | None
    total: int | None
    porcentaje: str
    declarado: str
    deducido: int | None
    cuadre: str
    frase: str


class CifraInformada(Parte):
    """Una cifra suelta declarada y lo que resulta de rehacerla."""

    ruta: str
    nombre: str
    declarado: str
    rehecho: str
    cuadre: str
    frase: str


class ArticulacionInformada(Parte):
    """La articulación de un plan."""

    plan: str
    elementos: tuple[ElementoArticulado, ...]
    enlaces: tuple[tuple[str, str], ...]
    indices: tuple[IndiceInformado, ...]
    total: IndiceInformado
    ciclo: tuple[str, ...]
    ausentes: tuple[tuple[str, str], ...]
    cuentas: tuple[CuentaInformada, ...]
    cifras: tuple[CifraInformada, ...]

    def a_json(self) -> str:
        """Devuelve la articulación en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def contar_estados(self) -> Counter[Estado]:
        """Cuenta los elementos por estado."""
        return Counter({e: 0 for e in Estado}) + Counter(e.estado for e in self.elementos)

    def matriz(self, r: Rotulos | None = None) -> Tabla:
        """Devuelve la matriz de articulación de fines y medios, una fila por elemento."""
        r = r or rotulos(ESPANOL)
        return Tabla(_columnas(r, _DE_LA_MATRIZ), tuple(_celdas(e, r) for e in self.elementos))

    def tabla_de_indices(self, r: Rotulos | None = None) -> Tabla:
        """Devuelve una fila por índice, con el global al final."""
        r = r or rotulos(ESPANOL)
        columnas = _columnas(r, ("indice", "numerador", "denominador", "no_se_sabe", "porcentaje"))
        filas = tuple(
            (
                i.decir(r),
                str(i.numerador),
                str(i.denominador),
                str(i.sin_saber),
                i.porcentaje or r("en_frase.sin_porcentaje"),
            )
            for i in (*self.indices, self.total)
        )
        return Tabla(columnas, filas)

    def tabla_de_cuentas(self, r: Rotulos | None = None) -> Tabla:
        """Devuelve una fila por cuenta o cifra declarada."""
        r = r or rotulos(ESPANOL)
        columnas = _columnas(r, ("cifra", "declarado", "rehecho", "conclusion", "explicacion"))
        filas = [
            (c.nombre or c.id, c.declarado, _de(c, r), r.valor(c.cuadre), c.frase) for c in self.cuentas
        ] + [(c.nombre, c.declarado, c.rehecho, r.valor(c.cuadre), c.frase) for c in self.cifras]  # fmt: skip
        return Tabla(columnas, tuple(filas))

    def a_markdown(self, r: Rotulos | None = None) -> str:
        """Devuelve la matriz, los índices y las cuentas en Markdown."""
        r = r or rotulos(ESPANOL)
        partes = [
            (r("pagina.matriz_de"), self.matriz(r)),
            (r("pagina.indices"), self.tabla_de_indices(r)),
        ]
        if self.cuentas or self.cifras:
            partes.append((r("pagina.cifras_de"), self.tabla_de_cuentas(r)))
        return "\n".join(f"## {titulo}\n\n{tabla.a_markdown()}" for titulo, tabla in partes)


def _columnas(r: Rotulos, claves: Iterable[str]) -> tuple[str, ...]:
    return tuple(r(f"columna.{c}") for c in claves)


def _de(c: CuentaInformada, r: Rotulos) -> str:
    return r("en_frase.de", n=c.cumplidos, de=c.total, porcentaje=c.porcentaje) if c.porcentaje else ""


def _celdas(e: ElementoArticulado, r: Rotulos) -> tuple[str, ...]:
    return (
        r(f"nivel.{e.nivel}"), e.id, e.nombre, r.valor(e.estado), "; ".join(e.porque), ", ".join(e.fines),
        ", ".join(e.medios), ", ".join(e.rotos),
    )  # fmt: skip


def rotulo_de_nivel(nivel: str) -> str:
    """Nombra un nivel sin su artículo: `decisión`, `programa del plan de desarrollo`."""
    return ROTULOS[nivel].partition(" ")[2]


def decir_nivel(rotulo: str, r: Rotulos) -> str:
    """Nombra en el idioma un nivel que ya viene escrito en español."""
    claves = {rotulo_de_nivel(nivel): nivel for nivel in ROTULOS}
    return r(f"nivel.{claves[rotulo]}") if rotulo in claves else rotulo


def clave_de_nodo(nodo: Nodo) -> str:
    """Devuelve con qué se nombra un elemento entre todos los de la cadena: `proyecto:P1`."""
    return f"{nodo[0]}:{nodo[1]}"


def armar_articulacion(a: Articulacion, plan: str) -> ArticulacionInformada:
    """Devuelve la vista de la articulación analizada."""
    return ArticulacionInformada(
        plan=plan,
        elementos=tuple(_elemento(a, e) for e in a.eslabones),
        enlaces=tuple(_enlaces(a)),
        indices=tuple(_indice(i) for i in a.indices),
        total=_indice(a.total),
        ciclo=tuple(_decir(n) for n in a.ciclo),
        ausentes=tuple((rotulo_de_nivel(nivel), motivo) for nivel, motivo in a.ausentes),
        cuentas=tuple(_cuenta(c) for c in a.cuentas),
        cifras=tuple(
            CifraInformada(
                ruta=c.ruta, nombre=c.nombre, declarado=c.declarado, rehecho=c.rehecho, cuadre=str(c.cuadre),
                frase=c.frase,
            )
            for c in a.cifras
        ),
    )  # fmt: skip


def _decir(nodo: Nodo) -> str:
    return f"{rotulo_de_nivel(nodo[0])} {nodo[1]}"


def _ordenados(nodos: tuple[Nodo, ...]) -> tuple[str, ...]:
    return tuple(_decir(n) for n in sorted(nodos, key=lambda n: (n[0], clave_natural(n[1]), n[1])))


def _elemento(a: Articulacion, e: Eslabon) -> ElementoArticulado:
    faltan = tuple(
        dict.fromkeys(
            p.exigencia.sentido for p in e.pruebas if p.pasa is False and p.exigencia.sentido != "enlace"
        )
    )
    return ElementoArticulado(
        nivel=e.nivel,
        id=e.nodo[1],
        nombre=e.nombre,
        estado=e.estado,
        porque=e.porque,
        fines=_ordenados(a.grafo.fines.get(e.nodo, ())),
        medios=_ordenados(a.grafo.medios.get(e.nodo, ())),
        rotos=_ordenados(e.rotos),
        faltan=faltan,
    )


def _enlaces(a: Articulacion) -> Iterator[tuple[str, str]]:
    pares = {(fin, medio) for fin, medios in a.grafo.medios.items() for medio in medios}
    for fin, medio in sorted(pares):
        yield clave_de_nodo(fin), clave_de_nodo(medio)


def _indice(i: Indice) -> IndiceInformado:
    return IndiceInformado(
        clave=i.clave,
        que=i.que,
        numerador=i.numerador,
        denominador=i.denominador,
        sin_saber=i.sin_saber,
        porcentaje="" if i.porcentaje is None else f"{escribir_numero(i.porcentaje)} %",
    )


def _cuenta(c: CuentaRehecha) -> CuentaInformada:
    return CuentaInformada(
        id=c.id,
        nombre=c.nombre,
        cumplidos=c.cumplidos,
        en_proceso=c.en_proceso,
        sin_dato_o_no_aplica=c.resto,
        total=c.total,
        porcentaje="" if c.porcentaje is None else f"{escribir_numero(c.porcentaje)} %",
        declarado="" if c.declarado is None else f"{escribir_numero(c.declarado)} %",
        deducido=c.deducido,
        cuadre=str(c.cuadre),
        frase=" ".join(c.frases),
    )

"""Reglas al azar para las pruebas: genera árboles de sintaxis y los escribe de muchas maneras.

`escribir` no usa el formateador ni la gramática: es una segunda opinión sobre cómo se escribe cada nodo.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.lectura.palabras import CLAUSULAS, FRASES, VEREDICTOS
from plomada.valores.cantidad import Cantidad
from plomada.valores.texto import plegar
from plomada.valores.unidades import UNIDADES, buscar_unidad

DATOS = Path(__file__).parent.parent / "datos" / "lenguaje"
BOCETOS = "\n".join(a.read_text("utf-8").replace("---", "") for a in sorted((DATOS / "bien").glob("*.regla")))
_OCUPADAS = {plegar(p) for frase in (*FRASES, *CLAUSULAS, "fin") for p in frase.split()}
_OCUPADAS |= {"alguna", "ninguna", "cumplen", "una", "existen", "evidencia", "regla", "tabla", "define"}


def _sirve_de_nombre(texto: str) -> bool:
    return plegar(texto) not in _OCUPADAS and buscar_unidad(texto) is None


nombres = st.one_of(
    st.sampled_from(
        ["suelo", "area", "plan", "proyecto", "fuente", "ambito", "costo", "estudio", "población"]
    ),
    st.from_regex(r"[a-záéíñ][a-z0-9_]{1,7}", fullmatch=True).filter(_sirve_de_nombre),
)
ids = st.from_regex(r"[A-Z][A-Z0-9]{0,3}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
nombres_de_regla = st.from_regex(r"[a-z]{2,6}(-[a-z]{2,6}){0,2}", fullmatch=True)
textos = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\u00a0"), max_size=25
)  # fmt: skip
frases = textos.map(lambda t: " ".join(t.split()))
numeros = st.one_of(
    st.integers(0, 10**9).map(Decimal),
    st.decimals(min_value=0, max_value=9999, places=2, allow_nan=False, allow_infinity=False),
)
fechas = st.dates(date(1990, 1, 1), date(2090, 12, 31))
rutas = st.lists(nombres, min_size=1, max_size=3).map(lambda p: s.Ruta(tuple(p)))


@st.composite
def _cantidades(sacar: st.DrawFn) -> Cantidad:
    if sacar(st.integers(0, 4)) == 0:
        return Cantidad(Decimal(sacar(st.integers(1, 100000))), "escala")
    unidad = sacar(st.sampled_from(list(UNIDADES)))
    con_anio = UNIDADES[unidad].dimension == "dinero" and sacar(st.booleans())
    return Cantidad(sacar(numeros), unidad, sacar(st.integers(1998, 2030)) if con_anio else None)


_hojas: SearchStrategy[Any] = st.one_of(
    rutas,
    rutas,
    numeros.map(s.Numero),
    _cantidades().map(s.Medida),
    textos.map(s.Texto),
    fechas.map(s.Fecha),
    st.builds(s.Parametro, nombres_de_regla, st.none() | rutas, st.none() | rutas),
    st.builds(s.Contenido, nombres),
    st.just(s.SinCiclos()),
    st.builds(s.Declara, rutas, nombres, st.lists(rutas, min_size=1, max_size=2).map(tuple)),
)


def _compuestas(e: SearchStrategy[Any]) -> SearchStrategy[Any]:
    opcional = st.none() | e
    conjuntos = st.lists(st.builds(s.ElementoDeConjunto, e, opcional), min_size=1, max_size=3).map(
        lambda x: s.Conjunto(tuple(x))
    )
    fuentes = rutas | conjuntos
    varias = st.lists(e, min_size=2, max_size=3).map(tuple)
    vias = st.one_of(
        st.just(()),
        nombres.map(lambda n: (n,)),
        st.lists(nombres, min_size=1, max_size=3, unique=True).map(lambda x: (*x, "destino_final")),
    )
    return st.one_of(
        st.builds(s.Aritmetica, st.sampled_from("+-*/"), e, e),
        st.builds(s.Comparacion, st.sampled_from(["<", "<=", ">", ">=", "!=", "="]), e, e),
        st.builds(s.Comparacion, st.just("="), e, e, e),
        st.builds(s.Pertenencia, e, conjuntos, st.booleans()),
        st.builds(s.Existe, e, st.booleans()),
        st.builds(s.DentroDe, e, e),
        st.builds(s.AlMenosTanDetallada, e, e),
        st.builds(s.DiasEntre, st.booleans(), e, e),
        st.builds(s.Parecido, e, e),
        st.builds(s.Conduce, e, e),
        st.builds(s.SinEnlacesRotos, e),
        st.builds(s.Negacion, e),
        st.builds(s.Conjuncion, varias),
        st.builds(s.Disyuncion, varias),
        st.builds(s.Agregado, st.sampled_from(["suma", "mínimo", "máximo"]), nombres, fuentes, opcional, e),
        st.builds(s.Agregado, st.just("cuenta"), nombres, fuentes, opcional, st.none()),
        st.builds(s.Agregado, st.just("porcentaje"), nombres, fuentes, opcional, e),
        st.builds(s.Cadena, e, st.booleans(), st.integers(1, 9), st.just("destino_final"), vias),
        st.builds(
            s.Cuantificador,
            st.sampled_from(["cada", "algún", "ningún"]),
            st.just(1),
            nombres,
            fuentes,
            opcional,
            e,
        ),
        st.builds(s.Cuantificador, st.just("al menos"), st.integers(1, 99), nombres, fuentes, opcional, e),
    )


expresiones: SearchStrategy[Any] = st.recursive(_hojas, _compuestas, max_leaves=6)

_palabras = st.sampled_from(["general", "municipal", "ambiental", "autoridad_ambiental", "debe", "debería"])
_RUTAS_DE_PARCHE = [
    "suelo.area",
    "medios.proyectos[P1].costo",
    "contenidos.vision.estado",
    "plan.fecha",
    "fin",
]
_VALORES = ["411 ha", "si", "{a: 1, b: [x, y]}", '"con # adentro"', "sin#espacio", "1:5000", "«x»", "a: b"]
_parches = st.one_of(
    st.builds(s.Parche, st.just("pone"), st.sampled_from(_RUTAS_DE_PARCHE), st.sampled_from(_VALORES)),
    st.builds(s.Parche, st.just("quita"), st.sampled_from(_RUTAS_DE_PARCHE), st.just("")),
    st.builds(s.Parche, st.just("agrega"), st.sampled_from(_RUTAS_DE_PARCHE), st.sampled_from(_VALORES)),
)
casos = st.builds(
    s.Caso, textos, st.sampled_from(["", "minimo-pot"]), st.none() | fechas,
    st.lists(_parches, max_size=3).map(tuple), st.sampled_from(VEREDICTOS),
)  # fmt: skip
_DE_TEXTO = ("titulo", "pregunta", "guia", "falla", "subsana", "revisado por")
_DE_PALABRAS = ("analisis", "componente", "materia", "competencia", "obligado", "fuerza")


@st.composite
def _clausulas(sacar: st.DrawFn) -> tuple[s.Clausula, ...]:
    elegidas = sacar(
        st.lists(st.sampled_from([*_DE_TEXTO, *_DE_PALABRAS, "aplica a", "fundamento"]), unique=True)
    )
    return tuple(s.Clausula(n, tuple(sacar(_valores_de(n)))) for n in elegidas)


def _valores_de(nombre: str) -> SearchStrategy[list[str]]:
    if nombre in _DE_TEXTO:
        return st.lists(frases, min_size=1, max_size=1)
    if nombre == "fundamento":
        return st.lists(ids, min_size=1, max_size=3)
    if nombre == "aplica a":
        return st.lists(st.sampled_from(["POT", "PBOT", "EOT"]), min_size=1, max_size=3, unique=True)
    return st.lists(_palabras.map(plegar), min_size=1, max_size=2)


_excepciones = st.builds(s.Excepcion, expresiones, frases)
reglas = st.builds(
    s.Regla, nombres_de_regla, _clausulas(), st.none() | expresiones,
    st.lists(_excepciones, max_size=2).map(tuple), st.none() | expresiones,
    st.lists(casos, max_size=2).map(tuple),
)  # fmt: skip
defines = st.builds(s.Define, nombres, frases, expresiones)
modulos = st.builds(
    s.Modulo, st.lists(reglas, max_size=2).map(tuple), st.lists(defines, max_size=1).map(tuple)
)  # fmt: skip


# -- escritura -----------------------------------------------------------------------------------------


@dataclass
class Escrito:
    """Un texto y los comentarios que lleva, en orden."""

    texto: str
    comentarios: list[str] = field(default_factory=list)


class Pluma:
    """Escribe un módulo con el desorden que pida el azar: espacios, comentarios, tildes, saltos."""

    def __init__(self, azar: Random, desorden: bool = True) -> None:
        self.azar = azar
        self.desorden = desorden
        self.comentarios: list[str] = []

    def modulo(self, m: s.Modulo) -> Escrito:
        lineas: list[str] = []
        for bloque in (*m.reglas, *m.defines):
            self._comentar_aparte(lineas)
            lineas += self._regla(bloque) if isinstance(bloque, s.Regla) else self._define(bloque)
        fin_de_linea = self.azar.choice(["\n", "\n", "\r\n"]) if self.desorden else "\n"
        return Escrito(fin_de_linea.join(lineas), self.comentarios)

    # Azar

    def _a_veces(self, de_cada: int = 4) -> bool:
        return self.desorden and self.azar.randrange(de_cada) == 0

    def _espacio(self) -> str:
        return self.azar.choice([" ", "  ", "\t", "\u00a0", " \u202f"]) if self._a_veces() else " "

    def palabra(self, frase: str) -> str:
        if self._a_veces():
            frase = plegar(frase)
        if self._a_veces():
            frase = frase.upper()
        return self._espacio().join(frase.split(" "))

    def _comentario(self) -> str:
        texto = self.azar.choice(["nota", "¡ojo! «x", '"comillas" y |barras|', "Ley 388", "="])
        comentario = f"# {len(self.comentarios)} {texto}"
        self.comentarios.append(comentario)
        return comentario

    def _comentar_aparte(self, lineas: list[str]) -> None:
        while self._a_veces(3):
            lineas.append(self._espacio() + self._comentario() if self._a_veces(2) else "")

    def _cerrar(self, lineas: list[str], linea: str) -> None:
        lineas.append(linea + (self._espacio() + self._comentario() if self._a_veces(5) else self._rabo()))
        self._comentar_aparte(lineas)

    def _rabo(self) -> str:
        return "  " if self._a_veces() else ""

    def _seguida(self, piezas: list[str]) -> list[str]:
        """Une las piezas con espacios, y a veces salta de línea con o sin comentario."""
        lineas, actual = [], ""
        for pieza in piezas:
            if actual and self._a_veces(9):
                self._cerrar(lineas, actual)
                actual = self._espacio() + pieza
            else:
                actual += (self._espacio() if actual else "") + pieza
        return [*lineas, actual]

    # Bloques

    def _clausula(self, lineas: list[str], nombre: str, piezas: list[str]) -> None:
        *antes, ultima = self._seguida([self.palabra(nombre), *piezas])
        lineas += [self._espacio() + antes[0], *antes[1:]] if antes else []
        self._cerrar(lineas, ultima if antes else self._espacio() + ultima)

    def _regla(self, r: s.Regla) -> list[str]:
        lineas: list[str] = []
        self._cerrar(lineas, f"{self.palabra('regla')} {r.id}")
        partes: list[tuple[str, list[str]]] = [(c.nombre, list(self._valores(c))) for c in r.clausulas]
        for x in r.salvo:
            lugar = self.azar.randint(0, len(partes))
            anteriores = [i for i, p in enumerate(partes) if p[0] == "salvo que"]
            lugar = max([lugar, *[i + 1 for i in anteriores]])
            porque = [self.palabra("porque"), *self._textos(x.porque)]
            partes.insert(lugar, ("salvo que", [*self.expresion(x.condicion, 0), *porque]))
        for nombre, e in (("cuando", r.cuando), ("exige", r.exige)):
            if e is not None:
                partes.insert(self.azar.randint(0, len(partes)), (nombre, list(self.expresion(e, 0))))
        for nombre, piezas in partes:
            self._clausula(lineas, nombre, piezas)
        for caso in r.casos:
            self._caso(lineas, caso)
        self._cerrar(lineas, f"{self.palabra('fin')} {self.palabra('regla')}")
        return lineas

    def _define(self, d: s.Define) -> list[str]:
        lineas: list[str] = []
        self._cerrar(lineas, f"{self.palabra('define')} {d.nombre}")
        if d.titulo:
            self._clausula(lineas, "titulo", self._textos(d.titulo))
        self._clausula(lineas, "es", list(self.expresion(d.expresion, 0)))
        self._cerrar(lineas, f"{self.palabra('fin')} {self.palabra('define')}")
        return lineas

    def _caso(self, lineas: list[str], c: s.Caso) -> None:
        self._cerrar(lineas, f"  {self.palabra('caso')} {self.texto(c.nombre)}")
        if c.base:
            self._cerrar(lineas, f"{self._espacio()}{self.palabra('base')} {c.base}")
        for p in c.parches:
            escrito = {
                "pone": f"{p.ruta}{self._rabo()}:{self._espacio()}{p.valor}",
                "quita": f"{self.palabra('quita')}{self._espacio()}{p.ruta}",
                "agrega": f"{self.palabra('agrega')}{self._espacio()}{p.ruta}{self._espacio()}{p.valor}",
            }
            self._cerrar(lineas, "    " + escrito[p.accion])
        if c.fecha:
            self._cerrar(lineas, f"  {self.palabra('fecha')} {c.fecha.isoformat()}")
        self._cerrar(lineas, f"  {self.palabra('espera')} {self.palabra(c.espera)}")

    def _valores(self, c: s.Clausula) -> Iterator[str]:
        if c.nombre in _DE_TEXTO:
            yield from self._textos(c.valores[0])
            return
        for i, valor in enumerate(c.valores):
            yield from [","] if i else []
            libre = c.nombre not in {"fundamento", "aplica a"}
            yield self.palabra(valor.replace("_", " ")) if libre and self._a_veces(2) else valor

    def _textos(self, texto: str) -> list[str]:
        """Escribe el texto en uno o dos trozos entre comillas."""
        palabras = texto.split(" ")
        if len(palabras) > 1 and self._a_veces(2):
            return [self.texto(" ".join(palabras[:1])), self.texto(" ".join(palabras[1:]))]
        return [self.texto(texto)]

    def texto(self, t: str) -> str:
        pares = [
            p for p in ("“”", "«»") if p[0] not in t and p[1] not in t and "\\" not in t and '"' not in t
        ]
        if pares and self._a_veces(2):
            abre, cierra = self.azar.choice(pares)
            return f"{abre}{t}{cierra}"
        return '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"'

    # Expresiones: cada nodo tiene un nivel, y va entre paréntesis si su lugar pide uno más alto.

    def expresion(self, e: Any, minimo: int) -> Iterator[str]:
        escribir, nivel = _ESCRITURAS[type(e)], _nivel(e)
        entre = nivel < minimo or self._a_veces(12)
        yield from ["("] if entre else []
        yield from escribir(self, e)
        yield from [")"] if entre else []

    def ruta(self, r: s.Ruta) -> Iterator[str]:
        if self._a_veces(8):
            yield from (x for i, p in enumerate(r.partes) for x in ([".", p] if i else [p]))
        else:
            yield r.texto

    def frase(self, frase: str) -> Iterator[str]:
        yield self.palabra(frase)

    def fuente(self, f: s.Ruta | s.Conjunto) -> Iterator[str]:
        yield from self.ruta(f) if isinstance(f, s.Ruta) else self.conjunto(f)

    def conjunto(self, c: s.Conjunto) -> Iterator[str]:
        yield "{"
        for i, x in enumerate(c.elementos):
            yield from [","] if i else []
            yield from self.expresion(x.valor, 6)
            if x.condicion is not None:
                yield from self.frase("si")
                yield from self.expresion(x.condicion, 5)
        yield "}"

    def numero(self, n: Decimal) -> str:
        escrito = f"{n:f}"
        if n == int(n) and n >= 1000 and self._a_veces(2):
            escrito = f"{int(n):_}"
        return escrito


def _nivel(e: Any) -> int:
    if isinstance(e, s.Aritmetica):
        return 6 if e.operador in "+-" else 7
    return _NIVELES.get(type(e), 5)


_NIVELES = {
    s.Cuantificador: 0, s.Disyuncion: 1, s.Conjuncion: 2, s.Negacion: 3, s.Declara: 4,
    s.Numero: 8, s.Medida: 8, s.Texto: 8, s.Fecha: 8, s.Ruta: 8, s.Parametro: 8,
    s.Agregado: 8, s.DiasEntre: 8, s.Parecido: 8,
}  # fmt: skip


def _medida(p: Pluma, e: s.Medida) -> Iterator[str]:
    c = e.valor
    if c.unidad == "escala":
        yield p.azar.choice([f"1:{c.valor}", f"1 : {c.valor}"]) if p.desorden else f"1:{c.valor}"
    else:
        anio = f" de {c.anio}" if c.anio else ""
        yield f"{p.numero(c.valor)}{p._espacio()}{p.palabra(c.unidad)}{anio}"


def _parametro(p: Pluma, e: s.Parametro) -> Iterator[str]:
    yield p.palabra("parámetro") + " " + e.id
    for frase, ruta in (("para", e.clave), ("en", e.en)):
        if ruta is not None:
            yield from p.frase(frase)
            yield from p.ruta(ruta)


def _agregado(p: Pluma, e: s.Agregado) -> Iterator[str]:
    yield from p.frase(f"{e.operacion} de")
    if e.operacion in {"suma", "mínimo", "máximo"}:
        yield from p.expresion(e.cuerpo, 6)
        yield from p.frase("para cada")
    yield e.variable
    yield from p.frase("en")
    yield from p.fuente(e.fuente)
    if e.filtro is not None:
        yield from [*p.frase("con"), "(", *p.expresion(e.filtro, 0), ")"]
    if e.operacion == "porcentaje":
        yield from [*p.frase("que cumplen"), "(", *p.expresion(e.cuerpo, 0), ")"]


def _dias(p: Pluma, e: s.DiasEntre) -> Iterator[str]:
    yield from p.frase(f"días {'hábiles' if e.habiles else 'calendario'} entre")
    yield from p.expresion(e.desde, 8)
    yield from p.frase("y")
    yield from p.expresion(e.hasta, 8)


def _parecido(p: Pluma, e: s.Parecido) -> Iterator[str]:
    yield from p.frase("parecido entre")
    yield from p.expresion(e.izquierda, 8)
    yield from p.frase("y")
    yield from p.expresion(e.derecha, 8)


def _sin_enlaces_rotos(p: Pluma, e: s.SinEnlacesRotos) -> Iterator[str]:
    yield from p.expresion(e.sujeto, 6)
    yield from p.frase("sin enlaces rotos")


def _aritmetica(p: Pluma, e: s.Aritmetica) -> Iterator[str]:
    nivel = _nivel(e)
    yield from p.expresion(e.izquierda, nivel)
    yield e.operador
    yield from p.expresion(e.derecha, nivel + 1)


_OTRO_SIGNO = {"<=": "≤", ">=": "≥", "!=": "≠"}


def _comparacion(p: Pluma, e: s.Comparacion) -> Iterator[str]:
    yield from p.expresion(e.izquierda, 6)
    if e.tolerancia is None and e.operador in {"=", "!="} and p._a_veces(2):
        yield from p.frase("es" if e.operador == "=" else "no es")
    else:
        yield _OTRO_SIGNO.get(e.operador, e.operador) if p._a_veces(3) else e.operador
    yield from p.expresion(e.derecha, 6)
    if e.tolerancia is not None:
        yield p.azar.choice(["±", "+-"])
        yield from p.expresion(e.tolerancia, 6)


def _unida(frase: str, campos: tuple[str, str]) -> Any:
    def escribir(p: Pluma, e: Any) -> Iterator[str]:
        yield from p.expresion(getattr(e, campos[0]), 6)
        yield from p.frase(frase)
        yield from p.expresion(getattr(e, campos[1]), 6)

    return escribir


def _pertenencia(p: Pluma, e: s.Pertenencia) -> Iterator[str]:
    yield from p.expresion(e.expresion, 6)
    yield from p.frase(("no " if e.negada else "") + p.azar.choice(["es uno de", "es una de"]))
    yield from p.conjunto(e.conjunto)


def _existe(p: Pluma, e: s.Existe) -> Iterator[str]:
    yield from p.expresion(e.ruta, 6)
    yield from p.frase(("no " if e.negada else "") + p.azar.choice(["existe", "existen"]))


def _declara(p: Pluma, e: s.Declara) -> Iterator[str]:
    yield from [*p.ruta(e.bloque), *p.frase("declara"), e.lista, *p.frase("para")]
    for i, clave in enumerate(e.claves):
        yield from [","] if i else []
        yield from p.ruta(clave)


def _eslabon(p: Pluma, e: s.Cadena) -> Iterator[str]:
    yield from p.frase("se concreta en" if e.hacia_medios else "llega hasta")
    if e.minimo > 1 or p._a_veces(2):
        yield from [*p.frase("al menos"), str(e.minimo)]
    elif p._a_veces(2):
        yield from p.frase("algún")
    yield e.destino
    if len(e.via) == 1:
        yield from [*p.frase("a través de"), e.via[0]]
    elif e.via:
        yield from [*p.frase("por cadena"), e.via[0]]
        for nivel in e.via[1:]:
            yield from [p.azar.choice(["→", "->"]), nivel]


def _cadena(p: Pluma, e: s.Cadena) -> Iterator[str]:
    yield from p.expresion(e.sujeto, 6)
    yield from _eslabon(p, e)


def _unidas(frase: str, minimo: int) -> Any:
    def escribir(p: Pluma, e: Any) -> Iterator[str]:
        for i, parte in enumerate(e.partes):
            yield from p.frase(frase) if i else []
            yield from p.expresion(parte, minimo)

    return escribir


def _negacion(p: Pluma, e: s.Negacion) -> Iterator[str]:
    yield from p.frase("no")
    yield from p.expresion(e.expresion, 3)


def _cuantificador(p: Pluma, e: s.Cuantificador) -> Iterator[str]:
    para = e.tipo == "cada" and p._a_veces(2)
    femenino = {"algún": "alguna", "ningún": "ninguna"}.get(e.tipo, e.tipo) if p._a_veces(2) else e.tipo
    yield from p.frase("para cada" if para else femenino)
    yield from [str(e.minimo)] if e.tipo == "al menos" else []
    yield from [e.variable, *p.frase("en"), *p.fuente(e.fuente)]
    corto = e.tipo == "cada" and e.filtro is None and isinstance(e.cuerpo, s.Cadena) and not para
    if corto and e.cuerpo.sujeto == s.Ruta((e.variable,)):  # type: ignore[union-attr]
        yield from _eslabon(p, e.cuerpo)  # type: ignore[arg-type]
        return
    if e.filtro is not None:
        yield from [*p.frase("con"), *p.expresion(e.filtro, 1)]
    yield from [] if para else p.frase(p.azar.choice(["cumple", "cumplen"]))
    yield from p.expresion(e.cuerpo, 0)


_ESCRITURAS: dict[type, Any] = {
    s.Numero: lambda p, e: iter([p.numero(e.valor)]),
    s.Medida: _medida,
    s.Texto: lambda p, e: iter([p.texto(e.valor)]),
    s.Fecha: lambda p, e: iter([e.valor.isoformat()]),
    s.Ruta: lambda p, e: p.ruta(e),
    s.Parametro: _parametro,
    s.Agregado: _agregado,
    s.DiasEntre: _dias,
    s.Parecido: _parecido,
    s.Conduce: _unida("conduce a", ("izquierda", "derecha")),
    s.SinEnlacesRotos: _sin_enlaces_rotos,
    s.Aritmetica: _aritmetica,
    s.Comparacion: _comparacion,
    s.Pertenencia: _pertenencia,
    s.Existe: _existe,
    s.DentroDe: _unida("dentro de", ("izquierda", "derecha")),
    s.AlMenosTanDetallada: _unida("al menos tan detallada como", ("izquierda", "derecha")),
    s.Declara: _declara,
    s.Contenido: lambda p, e: iter([p.palabra("contenido"), e.id, p.palabra("con evidencia")]),
    s.Cadena: _cadena,
    s.SinCiclos: lambda p, e: p.frase("cadena sin ciclos"),
    s.Negacion: _negacion,
    s.Conjuncion: _unidas("y", 3),
    s.Disyuncion: _unidas("o", 2),
    s.Cuantificador: _cuantificador,
}


def escribir(modulo: s.Modulo, azar: Random | None = None) -> Escrito:
    """Escribe el módulo; sin azar, de la manera más llana."""
    return Pluma(azar or Random(0), desorden=azar is not None).modulo(modulo)


@st.composite
def mutaciones(sacar: st.DrawFn, texto: str) -> str:
    """Borra, repite, cambia o inserta trozos del texto."""
    lineas = texto.split("\n")
    desde = sacar(st.integers(0, len(lineas) - 1))
    trozo = "\n".join(lineas[desde : desde + sacar(st.integers(1, 40))])
    for _ in range(sacar(st.integers(1, 4))):
        i = sacar(st.integers(0, len(trozo)))
        j = min(len(trozo), i + sacar(st.integers(0, 6)))
        nuevo = sacar(
            st.sampled_from(
                ["", "\n", "#", "|", '"', "”", "$regla", "(", ")", "\u00a0", "fin regla", "\r", "², "]
            )
            | st.text(max_size=3)
            | st.just(trozo[max(0, i - 10) : i])
        )
        trozo = trozo[:i] + nuevo + trozo[j:]
    return trozo

"""Reglas bien tipadas por construcción y planes del modelo real, al azar.

Solo se usa una parte del modelo (`CAMPOS`) y pocos valores, para que los datos coincidan, falten y se crucen
a menudo. Las reglas se generan como árboles de sintaxis: pasan por el comprobador, así que una que él
rechace es también una falla.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.esquema import RAIZ
from plomada.lenguaje.tipos import (
    Dia,
    ListaDe,
    Logico,
    Magnitud,
    ObjetoDe,
    Opciones,
    Referencia,
    TextoLibre,
    Tipo,
)
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad, leer_cantidad
from tests.apoyo import parametro, registro, requisito

T = TypeVar("T")
FECHA = date(2024, 3, 15)
CAMPOS: Mapping[str, tuple[str, ...]] = {
    "Plan": (
        "municipio",
        "plan",
        "suelo",
        "fines",
        "medios",
        "programa_ejecucion",
        "riesgo",
        "proceso",
        "plan_desarrollo",
        "normas_urbanisticas",
        "cartografia",
    ),
    "municipio": ("es_distrito", "area", "nombre", "poblacion"),
    "poblacion": ("anio", "total", "cabecera"),
    "datos_del_plan": ("clase", "tramite", "alcance", "vigente"),
    "plan_vigente": ("vencimiento", "fecha_de_adopcion"),
    "suelo": ("urbano", "expansion", "perimetro_urbano", "perimetro_servicios", "corredores"),
    "clase_de_suelo": ("area", "articulo"),
    "suelo_de_expansion": ("area", "porcentaje_vis"),
    "poligono": ("area", "certifica_cobertura", "fecha_certificacion"),
    "corredor": ("orden_via", "ancho"),
    "fines": ("vision", "objetivos"),
    "vision": ("id", "texto"),
    "objetivo": ("id", "plazo", "vision", "superior", "texto"),
    "medios": ("estrategias", "programas", "proyectos", "decisiones"),
    "estrategia": ("id", "plazo", "objetivos"),
    "decision": ("id", "objetivos", "estrategias"),
    "programa": ("id", "estrategias", "plazo"),
    "proyecto": (
        "id",
        "programa",
        "estrategias",
        "objetivos",
        "plazo",
        "costo",
        "es_de_riesgo",
        "depende_de",
        "programa_pdt",
    ),
    "programa_ejecucion": ("desde", "hasta", "total_declarado", "entradas"),
    "entrada": ("proyecto", "anio", "costo", "fuentes", "prioridad"),
    "fuente": ("monto", "fuente"),
    "riesgo": ("estudios", "sin_area_de_estudio"),
    "estudio_de_riesgo": ("fenomeno", "ambito", "escala", "fecha", "zonificacion"),
    "sin_area_de_estudio": ("fenomeno", "ambito", "soporte"),
    "proceso": ("inicio", "autoridad_ambiental", "suspensiones", "dias_no_habiles"),
    "concertacion_ambiental": ("radicado", "acta", "hay_desacuerdos"),
    "suspension": ("desde", "hasta"),
    "plan_desarrollo": ("programas", "porcentaje_pot_declarado", "total_plurianual"),
    "programa_pdt": ("id", "recursos"),
    "normas_urbanisticas": ("areas_de_actividad",),
    "area_de_actividad": ("area", "uso_principal", "usos_prohibidos"),
    "plano": ("escala", "entregado"),
}
OPCIONES = {"uso": ("residencial", "comercial", "minero"), "fenomeno": ("inundacion", "avenida_torrencial")}
CANTIDADES = {
    "superficie": ("0 ha", "1 ha", "10000 m2", "2 ha", "3.5 km2"),
    "longitud": ("300 m", "0.3 km", "500 m"),
    "porcentaje": ("0 %", "20 %", "33.3 %"),
    "habitantes": ("0 hab", "30000 hab", "50 hab"),
    "dinero": ("1 millones COP de 2024", "1000000 COP de 2024", "0 COP de 2024", "7 COP de 2020", "5 COP"),
    "escala": ("1:2000", "1:5000", "1:25000"),
    "tiempo de calendario": ("6 meses", "1 años"),
    "días hábiles": ("0 días hábiles", "10 días hábiles"),
    "días calendario": ("30 días calendario", "3 días calendario"),
}
FECHAS = (date(2023, 12, 20), date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 29), date(2024, 4, 30))
NUMEROS = (0, 1, 2, 2023, 2024)
TEXTOS = ("agua limpia", "el agua clara")
CONTENIDOS = ("contenido_uno", "contenido_dos")

REGISTRO = registro(
    requisito("R-1"),
    parametros=(
        parametro("area-maxima", ("2000-01-01", "", "1 ha"), ("2024-02-15", "", "2 ha")),
        parametro("plazo", ("2024-01-31", "", "10 días hábiles")),
        parametro("tope", ("2000-01-01", "", "1 millones COP de 2024")),
        parametro("cuantos", ("2000-01-01", "", "2")),
        parametro(
            "escala", ("2000-01-01", "urbano", "1:5000"), ("2024-02-01", "rural", "1:25000"), por="ambito"
        ),
    ),
)
ESQUEMA = construir_esquema(REGISTRO)


@dataclass
class Azar:
    """Decisiones al azar con nombres cortos; Hypothesis las registra y las encoge."""

    sacar: st.DrawFn

    def entre(self, a: int, b: int) -> int:
        """Devuelve un entero entre `a` y `b`."""
        return self.sacar(st.integers(a, b))

    def elige(self, opciones: Sequence[T]) -> T:
        """Devuelve una de las opciones; al encoger, la primera."""
        return opciones[self.entre(0, len(opciones) - 1)]

    def sale(self, una_de: int) -> bool:
        """Dice que sí una de cada tantas veces; al encoger, que no."""
        return self.entre(0, una_de - 1) == una_de - 1


# -- planes ----------------------------------------------------------------------------------------


def plan_al_azar(a: Azar) -> Plan:
    """Un plan con datos que faltan, que se declaran inexistentes, vacíos y cruzados."""
    datos: dict[str, Any] = {
        k: v
        for k, f in campos_de(Plan).items()
        if k in CAMPOS["Plan"] and (v := _valor(a, f, k, 0)) is not None
    }
    datos["contenidos"] = {c: _contenido(a) for c in CONTENIDOS if a.sale(2)}
    return Plan.model_validate(datos)


def _contenido(a: Azar) -> dict[str, Any]:
    estado = a.elige(("incluido", "incluido", "parcial", "no_incluido", "no_aplica", "por_confirmar"))
    evidencia = [
        {k: v for k, v in (("articulo", "1"), ("documento", "D1"), ("pagina", 3)) if a.sale(2)}
        | {"estado": a.elige(("declarada", "comprobada", "por_confirmar", "no_hallada"))}
        for _ in range(a.entre(0, 2))
    ]
    return {"estado": estado, "motivo": "x", "evidencia": evidencia}


def _valor(a: Azar, f: Forma, nombre: str, nivel: int) -> Any:
    suerte = a.entre(0, 9)
    if nivel and nombre != "id" and f.puede_faltar:
        if suerte == 8:
            return None
        if suerte == 9 and f.admite_no_hay:
            return NoHay("porque no")
    match f.clase:
        case "objeto":
            assert f.modelo is not None
            return _objeto(a, f, nivel)
        case "lista":
            assert f.dentro is not None
            return _lista(a, f.dentro, nivel)
        case "cantidad":
            return leer_cantidad(a.elige(CANTIDADES[f.tipo]))
        case "opcion":
            return a.elige(OPCIONES.get(f.tipo) or tuple(o.value for o in f.opciones or ())[:4])
        case "referencia":
            return f"{f.tipo}{a.entre(1, 3)}"
    llanos: dict[str, Sequence[Any]] = {
        "fecha": FECHAS,
        "sí o no": (True, False),
        "entero": NUMEROS,
        "año": (2023, 2024),
    }
    return a.elige(llanos.get(f.tipo, TEXTOS))


def _objeto(a: Azar, f: Forma, nivel: int) -> dict[str, Any]:
    assert f.modelo is not None
    propios = CAMPOS.get(f.tipo, ())
    datos = {
        k: _valor(a, g, k, nivel + 1) for k, g in campos_de(f.modelo).items() if k in propios and k != "id"
    }
    if f.es_elemento:
        datos["id"] = f"{f.tipo}1"
    if f.tipo == "suspension" and datos["desde"] is not None and not isinstance(datos["desde"], NoHay):
        datos["hasta"] = max(datos["desde"], a.elige(FECHAS))
    return datos


def _lista(a: Azar, dentro: Forma, nivel: int) -> list[Any]:
    cuantos = a.entre(0, 3)
    if dentro.clase == "objeto":
        return [_objeto(a, dentro, nivel) | {"id": f"{dentro.tipo}{i + 1}"} for i in range(cuantos)]
    hallados = [_valor(a, dentro, "", 0) for _ in range(cuantos)]
    return [x for i, x in enumerate(hallados) if x not in hallados[:i]]


# -- reglas ----------------------------------------------------------------------------------------

Ambito = tuple[tuple[str, Tipo], ...]


@cache
def _caminos(objeto: str, hondo: int) -> tuple[tuple[tuple[str, ...], Tipo], ...]:
    """Las rutas que salen de un objeto, con su tipo; sigue referencias."""
    hallados: list[tuple[tuple[str, ...], Tipo]] = []
    for campo in ESQUEMA.objetos[objeto].campos.values():
        if campo.nombre not in CAMPOS.get(objeto, ()):
            continue
        hallados.append(((campo.nombre,), campo.tipo))
        siguiente = _objeto_de(campo.tipo)
        if siguiente and hondo > 0 and campo.nombre != "id":
            hallados += [((campo.nombre, *resto), t) for resto, t in _caminos(siguiente, hondo - 1)]
    return tuple(hallados)


def _objeto_de(tipo: Tipo) -> str:
    return tipo.nombre if isinstance(tipo, ObjetoDe) else tipo.objeto if isinstance(tipo, Referencia) else ""


@cache
def _rutas(ambito: Ambito) -> tuple[tuple[s.Ruta, Tipo], ...]:
    """Las rutas que se pueden escribir; las que salen de variables van repetidas, para que salgan más."""
    de_plan = [(s.Ruta(p), t) for p, t in _caminos(RAIZ, 3)]
    de_plan += [
        (s.Ruta(("evaluacion", c.nombre)), c.tipo) for c in ESQUEMA.objetos["Evaluacion"].campos.values()
    ]
    propias: list[tuple[s.Ruta, Tipo]] = []
    for nombre, tipo in ambito:
        propias.append((s.Ruta((nombre,)), tipo))
        if _objeto_de(tipo):
            propias += [(s.Ruta((nombre, *p)), t) for p, t in _caminos(_objeto_de(tipo), 2)]
    return tuple(propias * 4 + de_plan)


@cache
def _rutas_de(ambito: Ambito, tipo: Tipo) -> tuple[s.Ruta, ...]:
    return tuple(
        r for r, t in _rutas(ambito) if t == tipo or isinstance(t, Opciones) and _misma_enumeracion(t, tipo)
    )


def _misma_enumeracion(a: Opciones, b: Tipo) -> bool:
    return isinstance(b, Opciones) and bool(a.nombre) and a.nombre == b.nombre


@dataclass
class Reglas:
    """Genera expresiones; `hondo` baja en cada nivel y al llegar a cero solo salen hojas.

    Con `monotona`, solo formas en que un dato que falta nunca puede volver cierto lo que no lo era.
    """

    a: Azar
    defines: tuple[tuple[str, Tipo], ...] = ()
    monotona: bool = False

    def condicion(self, m: Ambito, hondo: int) -> s.Expresion:
        """Una expresión que es cierta o falsa."""
        compuestas = (
            self._y,
            self._o,
            self._no,
            self._cuantificador,
            self._cuantificador,
            self._cuantificador,
        )
        hojas: tuple[Callable[[Ambito, int], s.Expresion | None], ...] = (
            self._comparacion,
            self._existe,
            self._pertenencia,
            self._comparacion,
            self._logico,
            self._dentro_de,
            self._escala,
            self._declara,
            self._contenido,
            self._cadena,
            self._sin_ciclos,
            self._conduce,
            self._sin_enlaces_rotos,
        )
        formas = (*hojas, *compuestas) if hondo > 0 else hojas
        return self.a.elige(formas)(m, hondo - 1) or self._existe(m, 0)

    def _y(self, m: Ambito, h: int) -> s.Expresion:
        return s.Conjuncion(tuple(self.condicion(m, h) for _ in range(self.a.entre(2, 3))))

    def _o(self, m: Ambito, h: int) -> s.Expresion:
        return s.Disyuncion(tuple(self.condicion(m, h) for _ in range(self.a.entre(2, 3))))

    def _no(self, m: Ambito, h: int) -> s.Expresion:
        return s.Negacion(self.condicion(m, h))

    def _existe(self, m: Ambito, h: int) -> s.Expresion:
        return s.Existe(self._alguna_ruta(m), self.a.sale(3))

    def _alguna_ruta(self, m: Ambito) -> s.Ruta:
        con_nombre = [(s.Ruta((n,)), t) for n, t in self.defines]
        return self.a.elige([*con_nombre, *_rutas(m)])[0]

    def _logico(self, m: Ambito, h: int) -> s.Expresion | None:
        return self._ruta(m, Logico())

    def _ruta(self, m: Ambito, tipo: Tipo) -> s.Ruta | None:
        con_nombre = [s.Ruta((n,)) for n, t in self.defines if t == tipo]
        opciones = [*con_nombre, *_rutas_de(m, tipo)]
        return self.a.elige(opciones) if opciones else None

    def _comparacion(self, m: Ambito, h: int) -> s.Expresion | None:
        tipo = self._tipo(m)
        izquierda = self._ruta(m, tipo) if self.a.sale(2) else self.valor(m, tipo, h)
        derecha = self.valor(m, tipo, h)
        if izquierda is None or derecha is None or _es_palabra(izquierda) and _es_palabra(derecha):
            return None
        ordenable = isinstance(tipo, Magnitud) and tipo.dimension != "escala" or isinstance(tipo, Dia)
        if isinstance(tipo, Magnitud) and self.a.sale(5):
            en = tipo if self.a.sale(2) else Magnitud("porcentaje")
            tolerancia = self.valor(m, en, 0)
            return s.Comparacion("=", izquierda, derecha, tolerancia)
        return s.Comparacion(
            self.a.elige(("=", "!=", "<=", "<", ">=", ">") if ordenable else ("=", "!=")), izquierda, derecha
        )

    def _tipo(self, m: Ambito) -> Tipo:
        comparables = [t for _, t in _rutas(m) if not isinstance(t, ListaDe | ObjetoDe | Logico)]
        return self.a.elige([*comparables[:60], Magnitud("días hábiles"), Magnitud("días calendario")])

    def _pertenencia(self, m: Ambito, h: int) -> s.Expresion | None:
        tipo = self._tipo(m)
        valor = (
            self._ruta(m, tipo)
            if h <= 0 or isinstance(tipo, Opciones | Referencia)
            else self.valor(m, tipo, h)
        )
        opciones = [c for _ in range(self.a.entre(1, 3)) if (c := self._constante(tipo)) is not None]
        if valor is None or not opciones:
            return None
        return s.Pertenencia(
            valor, s.Conjunto(tuple(s.ElementoDeConjunto(c, None) for c in opciones)), self.a.sale(3)
        )

    def _dentro_de(self, m: Ambito, h: int) -> s.Expresion:
        lados = ("perimetro_urbano", "perimetro_servicios")
        uno = self.a.entre(0, 1)
        return s.DentroDe(s.Ruta(("suelo", lados[uno])), s.Ruta(("suelo", lados[1 - uno])))

    def _escala(self, m: Ambito, h: int) -> s.Expresion | None:
        ambitos = [n for n, t in m if n == "ambito"]
        claves = [("urbano",), ("rural",), *((n,) for n in ambitos * 3)]
        derecha: s.Expresion = s.Medida(_cantidad(self.a.elige(CANTIDADES["escala"])))
        if self.a.sale(2):
            derecha = s.Parametro("escala", s.Ruta(self.a.elige(claves)), None)
        izquierda = self._ruta(m, Magnitud("escala"))
        return s.AlMenosTanDetallada(izquierda, derecha) if izquierda else None

    def _declara(self, m: Ambito, h: int) -> s.Expresion | None:
        claves = tuple(s.Ruta((n,)) for n, _ in m if n in {"fenomeno", "ambito"})
        if self.monotona or not claves:
            return None
        return s.Declara(s.Ruta(("riesgo",)), "sin_area_de_estudio", claves)

    def _contenido(self, m: Ambito, h: int) -> s.Expresion:
        return s.Contenido(self.a.elige(CONTENIDOS))

    def _cadena(self, m: Ambito, h: int) -> s.Expresion | None:
        orden = ESQUEMA.fines_a_medios
        sujetos: list[tuple[s.Ruta, str]] = [
            (s.Ruta((n,)), t.nombre) for n, t in m if isinstance(t, ObjetoDe) and t.nombre in orden
        ]
        ruta, origen = self.a.elige([*sujetos * 3, (s.Ruta(("fines", "vision")), "vision")])
        destino = self.a.elige([n for n in orden if n != origen])
        if self.monotona:
            return None
        i, j = sorted((orden.index(origen), orden.index(destino)))
        baja = orden.index(origen) < orden.index(destino)
        entre = orden[i + 1 : j] if baja else orden[i + 1 : j][::-1]
        via: tuple[str, ...] = ()
        if entre and self.a.sale(2):
            via = (self.a.elige(entre),)
            if self.a.sale(2):
                via = (origen, *via, destino)
        return s.Cadena(ruta, baja, self.a.entre(1, 2), destino, via)

    def _sin_ciclos(self, m: Ambito, h: int) -> s.Expresion | None:
        return None if self.monotona else s.SinCiclos()

    def _conduce(self, m: Ambito, h: int) -> s.Expresion | None:
        orden = ESQUEMA.fines_a_medios
        candidatos = [(s.Ruta((n,)), t.nombre) for n, t in m if isinstance(t, ObjetoDe) and t.nombre in orden]
        candidatos.append((s.Ruta(("fines", "vision")), "vision"))
        pares = [
            s.Conduce(a, b)
            for a, abajo in candidatos
            for b, arriba in candidatos
            if orden.index(abajo) > orden.index(arriba)
        ]
        return self.a.elige(pares) if pares and not self.monotona else None

    def _sin_enlaces_rotos(self, m: Ambito, h: int) -> s.Expresion | None:
        citan = {"objetivo", "estrategia", "decision", "programa", "proyecto"}
        candidatos = [s.Ruta((n,)) for n, t in m if isinstance(t, ObjetoDe) and t.nombre in citan]
        return s.SinEnlacesRotos(self.a.elige(candidatos)) if candidatos and not self.monotona else None

    def _cuantificador(self, m: Ambito, h: int) -> s.Expresion | None:
        tipo = self.a.elige(("cada", "algún", "ningún", "al menos"))
        return self.cuantificador(m, h, tipo)

    def cuantificador(self, m: Ambito, h: int, tipo: s.TipoDeCuantificador) -> s.Expresion | None:
        """Un cuantificador de ese tipo sobre una lista o un conjunto."""
        minimo = self.a.entre(1, 2) if tipo == "al menos" else 1
        recorrido = self._recorrido(m, h)
        if recorrido is None:
            return None
        variable, fuente, dentro = recorrido
        filtro = self.condicion(dentro, min(h, 1)) if self.a.sale(2) else None
        return s.Cuantificador(tipo, minimo, variable, fuente, filtro, self.condicion(dentro, h))

    def _recorrido(self, m: Ambito, h: int) -> tuple[str, s.Ruta | s.Conjunto, Ambito] | None:
        libres = [n for n in ("x", "v", "w", "u") if n not in dict(m)]
        if not libres:
            return None
        if self.a.sale(4):
            nombre = self.a.elige([n for n in ("fenomeno", "ambito") if n not in dict(m)] or libres)
            return nombre, *self._opciones(m, h, nombre)
        listas = [(s.Ruta((n,)), t) for n, t in (*self.defines, *m) if isinstance(t, ListaDe)] * 4
        listas += [(r, t) for r, t in _rutas(m) if isinstance(t, ListaDe)]
        ruta, tipo = self.a.elige(listas)
        assert isinstance(tipo, ListaDe)
        return libres[0], ruta, (*m, (libres[0], tipo.elemento))

    def _opciones(self, m: Ambito, h: int, nombre: str) -> tuple[s.Conjunto, Ambito]:
        palabras = OPCIONES["fenomeno"] if nombre == "fenomeno" else ("urbano", "rural", "expansion")
        elegidas = palabras[: self.a.entre(1, len(palabras))]
        elementos = tuple(
            s.ElementoDeConjunto(s.Ruta((p,)), self.condicion(m, min(h, 1)) if self.a.sale(3) else None)
            for p in elegidas
        )
        return s.Conjunto(elementos), (*m, (nombre, Opciones("", elegidas)))

    # -- valores ---------------------------------------------------------------------------------

    def valor(self, m: Ambito, tipo: Tipo, h: int) -> s.Expresion | None:
        """Una expresión de ese tipo."""
        if h > 0 and self.a.sale(2):
            compuesto = self._compuesto(m, tipo, h - 1)
            if compuesto is not None:
                return compuesto
        ruta = self._ruta(m, tipo) if self.a.sale(2) else None
        return ruta or self._constante(tipo) or self._ruta(m, tipo)

    def _constante(self, tipo: Tipo) -> s.Expresion | None:
        match tipo:
            case Opciones(valores=valores):
                return s.Ruta((self.a.elige(OPCIONES.get(tipo.nombre) or valores[:4]).lower(),))
            case Dia():
                return s.Fecha(self.a.elige(FECHAS))
            case TextoLibre():
                return s.Texto(self.a.elige(TEXTOS))
            case Magnitud(dimension="número"):
                return s.Numero(Decimal(self.a.elige(NUMEROS)))
            case Magnitud(dimension=d) if d in CANTIDADES:
                return s.Medida(_cantidad(self.a.elige(CANTIDADES[d])))
            case _:
                return None

    def _compuesto(self, m: Ambito, tipo: Tipo, h: int) -> s.Expresion | None:
        if isinstance(tipo, Dia):
            return self.a.elige((self._mas_plazo, self._extremo))(m, tipo, h)
        if not isinstance(tipo, Magnitud):
            return None
        parametros = [p.id for p in ESQUEMA.parametros.values() if p.tipo == tipo and not p.por]
        if parametros and self.a.sale(3):
            return s.Parametro(
                self.a.elige(parametros), None, self._ruta(m, Dia()) if self.a.sale(2) else None
            )
        if tipo.dimension in {"días hábiles", "días calendario"}:
            desde, hasta = self.valor(m, Dia(), h), self.valor(m, Dia(), h)
            return s.DiasEntre(tipo.dimension == "días hábiles", desde, hasta) if desde and hasta else None
        if tipo.dimension == "escala":
            return None
        if tipo == Magnitud("porcentaje") and self.a.sale(3):
            a, b = self._ruta(m, TextoLibre()), self.valor(m, TextoLibre(), 0)
            return s.Parecido(a, b) if a and b else None
        if tipo == Magnitud("porcentaje") and self.a.sale(2):
            return self._porcentaje(m, h)
        if tipo == Magnitud() and self.a.sale(2):
            return self._cuenta(m, h)
        return self.a.elige((self._aritmetica, self._extremo))(m, tipo, h)

    def _mas_plazo(self, m: Ambito, tipo: Tipo, h: int) -> s.Expresion | None:
        fecha = self.valor(m, tipo, h)
        plazo = self._constante(
            Magnitud(self.a.elige(("tiempo de calendario", "días hábiles", "días calendario")))
        )
        return s.Aritmetica(self.a.elige("+-"), fecha, plazo) if fecha and plazo else None

    def _aritmetica(self, m: Ambito, tipo: Tipo, h: int) -> s.Expresion | None:
        operador = self.a.elige("+-*/")
        otro = tipo if operador in "+-" else Magnitud()
        if operador == "*" and tipo not in {Magnitud("porcentaje"), Magnitud()} and self.a.sale(2):
            otro = Magnitud("porcentaje")
        izquierda, derecha = self.valor(m, tipo, h), self.valor(m, otro, h)
        if operador == "/" and tipo == Magnitud():
            mismo = self.a.elige((Magnitud(), Magnitud("dinero"), Magnitud("superficie")))
            izquierda, derecha = self.valor(m, mismo, h), self.valor(m, mismo, h)
        return s.Aritmetica(operador, izquierda, derecha) if izquierda and derecha else None

    def _extremo(self, m: Ambito, tipo: Tipo, h: int) -> s.Expresion | None:
        operaciones: tuple[s.Operacion, ...] = (
            ("mínimo", "máximo") if isinstance(tipo, Dia) else ("suma", "mínimo", "máximo")
        )
        for _ in range(3):
            recorrido = self._recorrido(m, h)
            if recorrido is None:
                return None
            variable, fuente, dentro = recorrido
            propias = [r for r in _rutas_de(dentro, tipo) if r.partes[0] == variable]
            if propias:
                filtro = self.condicion(dentro, min(h, 1)) if self.a.sale(2) else None
                cuerpo = self.a.elige(propias) if self.a.sale(2) else self.valor(dentro, tipo, h)
                return (
                    s.Agregado(self.a.elige(operaciones), variable, fuente, filtro, cuerpo)
                    if cuerpo
                    else None
                )
        return None

    def _cuenta(self, m: Ambito, h: int) -> s.Expresion | None:
        recorrido = self._recorrido(m, h)
        if recorrido is None:
            return None
        variable, fuente, dentro = recorrido
        return s.Agregado(
            "cuenta", variable, fuente, self.condicion(dentro, h) if self.a.sale(2) else None, None
        )

    def _porcentaje(self, m: Ambito, h: int) -> s.Expresion | None:
        recorrido = self._recorrido(m, h)
        if recorrido is None:
            return None
        variable, fuente, dentro = recorrido
        filtro = self.condicion(dentro, min(h, 1)) if self.a.sale(2) else None
        return s.Agregado("porcentaje", variable, fuente, filtro, self.condicion(dentro, h))

    # -- reglas enteras --------------------------------------------------------------------------

    def regla(self, id_: str) -> s.Regla:
        """Una regla con su exigencia y, a veces, `cuando` y `salvo que`."""
        exige = self._encabezada((), self.a.entre(0, 2)) or self.condicion((), 3)
        m = _ambito_de(exige, dict(self.defines))
        salvo = [s.Excepcion(self.condicion(m, 1), "razón") for _ in range(max(0, self.a.entre(-2, 2)))]
        huecos = "".join(f" {{{r.texto}}}" for r in [self._alguna_ruta(m) for _ in range(self.a.entre(0, 2))])
        return s.Regla(
            id_,
            _clausulas(huecos),
            self.condicion((), 1) if self.a.sale(4) else None,
            tuple(salvo),
            exige,
            (s.Caso("c", "", None, (), "cumple"),),
        )

    def _encabezada(self, m: Ambito, niveles: int) -> s.Expresion | None:
        if niveles == 0:
            return None
        recorrido = self._recorrido(m, 1)
        if recorrido is None:
            return None
        variable, fuente, dentro = recorrido
        filtro = self.condicion(dentro, 1) if self.a.sale(3) else None
        adentro = self._encabezada(dentro, niveles - 1)
        tipo: s.TipoDeCuantificador = "cada" if adentro or not self.a.sale(3) else "ningún"
        return s.Cuantificador(tipo, 1, variable, fuente, filtro, adentro or self.condicion(dentro, 2))

    def modulo(self, cuantas: int) -> s.Modulo:
        """Varias reglas que comparten `define`."""
        defines: list[s.Define] = []
        for nombre, tipo in (
            ("d_lista", None),
            ("d_valor", Magnitud("superficie")),
            ("d_fecha", Dia()),
            ("d_condicion", Logico()),
        ):
            if self.a.sale(2):
                continue
            if tipo is None:
                expresion: s.Expresion | None
                expresion, tipo = self.a.elige([(r, t) for r, t in _rutas(()) if isinstance(t, ListaDe)])
            else:
                expresion = self.condicion((), 2) if tipo == Logico() else self.valor((), tipo, 2)
                if isinstance(expresion, s.Ruta) and tipo == Logico():
                    expresion = s.Negacion(expresion)
            if expresion is not None:
                defines.append(s.Define(nombre, "", expresion))
                self.defines = (*self.defines, (nombre, tipo))
        return s.Modulo(tuple(self.regla(f"regla-{i}") for i in range(cuantas)), tuple(defines))


def _es_palabra(e: s.Expresion) -> bool:
    return isinstance(e, s.Ruta) and len(e.partes) == 1


def _cantidad(texto: str) -> Cantidad:
    leida = leer_cantidad(texto)
    assert isinstance(leida, Cantidad)
    return leida


def _ambito_de(exige: s.Expresion, defines: Mapping[str, Tipo]) -> Ambito:
    """Las variables que `salvo que` y los mensajes pueden usar."""
    m: Ambito = ()
    while isinstance(exige, s.Cuantificador) and exige.tipo in {"cada", "ningún"}:
        if isinstance(exige.fuente, s.Conjunto):
            tipo: Tipo = Opciones("", tuple(x.valor.partes[0] for x in exige.fuente.elementos))  # type: ignore[union-attr]
        else:
            lista = ({r.texto: t for r, t in _rutas(m)} | defines).get(exige.fuente.texto)
            if not isinstance(lista, ListaDe):
                return m
            tipo = lista.elemento
        m = (*m, (exige.variable, tipo))
        if exige.tipo == "ningún":
            return m
        exige = exige.cuerpo
    return m


def _clausulas(huecos: str) -> tuple[s.Clausula, ...]:
    datos = {
        "titulo": ("t",),
        "fundamento": ("R-1",),
        "analisis": ("coherencia",),
        "competencia": ("general",),
        "aplica a": ("POT", "PBOT", "EOT"),
        "falla": ("{n_fallan} de {n_total}: {fallan}" + huecos,),
        "subsana": ("s",),
    }
    return tuple(s.Clausula(nombre, valores) for nombre, valores in datos.items())

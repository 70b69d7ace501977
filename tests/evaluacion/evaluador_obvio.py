"""Segunda opinión sobre qué da una regla: lento, sin atajos y sin una línea del compilador.

Recorre el núcleo con recursión, lee el plan con `getattr`, decide con tablas de Kleene escritas a mano,
recorre las listas enteras (nunca sale antes) y no comparte nada entre reglas.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.tipos import ListaDe, Magnitud, Referencia
from plomada.modelo.opciones import EstadoDeContenido, EstadoDeEvidencia
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro
from plomada.valores.ausencia import NoHay
from plomada.valores.cantidad import Cantidad
from plomada.valores.festivos import festivos_de_colombia
from plomada.valores.logica import Causa, Verdad

_SIN_CONTENIDO = [
    "a", "al", "ante", "asi", "como", "con", "cual", "de", "del", "desde", "e", "el", "en", "entre", "es",
    "esta", "este", "la", "las", "lo", "los", "mas", "mediante", "ni", "o", "para", "por", "que", "se", "sin",
    "sobre", "su", "sus", "traves", "u", "un", "una", "y",
]  # fmt: skip

# V cierto, F falso, D desconocido, N declarado que no hay. La celda dice el resultado o qué operando manda.
_Y = {
    "V": {"V": "V", "F": "F", "D": "2", "N": "2"},
    "F": {"V": "F", "F": "F", "D": "F", "N": "F"},
    "D": {"V": "1", "F": "F", "D": "1", "N": "1"},
    "N": {"V": "1", "F": "F", "D": "2", "N": "1"},
}
_O = {
    "V": {"V": "V", "F": "V", "D": "V", "N": "V"},
    "F": {"V": "V", "F": "F", "D": "2", "N": "2"},
    "D": {"V": "V", "F": "1", "D": "1", "N": "1"},
    "N": {"V": "V", "F": "1", "D": "2", "N": "1"},
}

Combinacion = tuple[tuple[Any, ...], Verdad]
Decision = tuple[int, Verdad, list[Combinacion], int]


def _letra(v: Verdad) -> str:
    if isinstance(v, Causa):
        return "N" if v.tipo == "declarado que no hay" else "D"
    return "V" if v else "F"


def _consultar(tabla: Mapping[str, Mapping[str, str]], a: Verdad, b: Verdad) -> Verdad:
    celda = tabla[_letra(a)][_letra(b)]
    return {"V": True, "F": False, "1": a, "2": b}[celda]


def y(a: Verdad, b: Verdad) -> Verdad:
    """Conjunción."""
    return _consultar(_Y, a, b)


def o(a: Verdad, b: Verdad) -> Verdad:
    """Disyunción."""
    return _consultar(_O, a, b)


def no(a: Verdad) -> Verdad:
    """Negación."""
    return a if isinstance(a, Causa) else not a


def todas(valores: Iterable[Verdad]) -> Verdad:
    """Conjunción de varios; cierta si no hay ninguno."""
    resultado: Verdad = True
    for v in valores:
        resultado = y(resultado, v)
    return resultado


def alguna(valores: Iterable[Verdad]) -> Verdad:
    """Disyunción de varios; falsa si no hay ninguno."""
    resultado: Verdad = False
    for v in valores:
        resultado = o(resultado, v)
    return resultado


def de_todos(valores: Iterable[Verdad]) -> Verdad:
    """Conjunción de lo que dan los elementos de una lista: la causa que manda no depende de su orden."""
    valores = list(valores)
    if any(v is False for v in valores):
        return False
    causa = _manda(valores)
    return True if causa is None else causa


def de_alguno(valores: Iterable[Verdad]) -> Verdad:
    """Disyunción de lo que dan los elementos de una lista."""
    return no(de_todos(no(v) for v in valores))


def _manda(valores: Iterable[Verdad]) -> Causa | None:
    causas = [v for v in valores if isinstance(v, Causa)]
    causas.sort(key=lambda c: (_letra(c) == "N", c.tipo, c.ruta))
    return causas[0] if causas else None


def si_entonces(a: Verdad, b: Verdad) -> Verdad:
    """`b` solo importa donde `a` es cierto; si no se sabe `a`, solo un `b` cierto salva."""
    return b if a is True else True if a is False or b is True else y(a, b) if isinstance(b, Causa) else a


@dataclass
class Obvio:
    """Evalúa las reglas de un paquete sobre un plan, a una fecha."""

    paquete: n.PaqueteComprobado
    plan: Plan
    registro: Registro
    fecha: date
    clase: str
    grafo: "_Enlaces" = field(init=False)

    def __post_init__(self) -> None:
        """Reúne los enlaces del plan."""
        self.grafo = _Enlaces(self.plan)

    # -- la regla entera -------------------------------------------------------------------------

    def regla(self, r: n.ReglaComprobada) -> Decision:
        """Devuelve la fase en que se decide, el valor, las combinaciones malas y cuántas hubo."""
        if r.cuando is not None:
            v = self.condicion(r.cuando, {})
            if v is not True:
                return 0, Causa("condición falsa") if v is False else v, [], 0
        cabeza = _cabeza(r.exige)
        propias = {q.variable for q in cabeza}
        for e in r.salvo:
            if not _nombra(e.condicion, propias):
                v = self.condicion(e.condicion, {})
                if v is not False:
                    return 1, Causa("excepción") if v is True else v, [], 0
        if r.exige is None:
            return 2, True, [], 1
        if not cabeza:
            v = self.condicion(r.exige, {})
            return 2, v, [] if v is True else [((), v)], 1
        return self._por_combinacion(cabeza, [e for e in r.salvo if _nombra(e.condicion, propias)])

    def _por_combinacion(self, cabeza: list[n.Cuantificar], salvo: list[n.ExcepcionComprobada]) -> Decision:
        cuenta = _Cuenta()
        causa = self._nivel(cabeza, 0, {}, True, salvo, cuenta)
        if not cuenta.malos and not cuenta.total and cuenta.exceptuadas:
            return 1, Causa("excepción"), [], 0
        if causa is not None:
            return 2, causa, [], cuenta.total
        return 2, de_todos(v for _, v in cuenta.malos), cuenta.malos, cuenta.total

    def _nivel(
        self,
        cabeza: list[n.Cuantificar],
        i: int,
        var: dict[str, Any],
        visto: Verdad,
        salvo: list[n.ExcepcionComprobada],
        cuenta: "_Cuenta",
    ) -> Causa | None:
        """Recorre un `cada`; en el primero devuelve la causa que impide decidir, en los demás la anota."""
        q = cabeza[i]
        elementos = self._elementos(q, var)
        antes = len(cuenta.malos)
        problema: Verdad = True
        if isinstance(elementos, Causa):
            problema = elementos
        else:
            for x, filtro in elementos:
                dentro = {**var, q.variable: x}
                if i + 1 < len(cabeza):
                    self._nivel(cabeza, i + 1, dentro, y(visto, filtro), salvo, cuenta)
                else:
                    self._combinacion(q, dentro, y(visto, filtro), salvo, cuenta)
            if all(f is not True for _, f in elementos) and len(cuenta.malos) == antes:
                problema = de_todos(f for _, f in elementos)
        if problema is True:
            return None
        assert isinstance(problema, Causa)
        if i == 0:
            return problema
        cuenta.malos.append((tuple(var[c.variable] for c in cabeza[:i]), si_entonces(visto, problema)))
        return None

    def _combinacion(
        self,
        q: n.Cuantificar,
        var: dict[str, Any],
        visto: Verdad,
        salvo: list[n.ExcepcionComprobada],
        cuenta: "_Cuenta",
    ) -> None:
        cuales = tuple(var.values())
        for e in salvo:
            v = self.condicion(e.condicion, var)
            if v is True:
                cuenta.exceptuadas += 1
                return
            if v is not False:
                cuenta.malos.append((cuales, si_entonces(visto, sin_saber_si_se_exceptua(v))))
                return
        cuenta.total += 1
        v = self.condicion(q.cuerpo, var)
        v = si_entonces(visto, no(v) if q.tipo == "ningún" else v)
        if v is not True:
            cuenta.malos.append((cuales, v))

    # -- condiciones -----------------------------------------------------------------------------

    def condicion(self, c: n.Condicion, var: dict[str, Any]) -> Verdad:
        """Devuelve el valor de verdad de una condición."""
        verdad: Verdad = _CONDICIONES[type(c)](self, c, var)
        return verdad

    def _comparar(self, c: n.Comparar, var: dict[str, Any]) -> Verdad:
        a, b = self.valor(c.izquierda, var), self.valor(c.derecha, var)
        falta = _primera_causa(a, b)
        if falta is not None:
            return falta
        if c.es_dinero:
            if a.anio != b.anio:
                return Causa("años base distintos")
            anio, a, b = a.anio, a.base, b.base
        if c.tolerancia is None:
            return bool(
                {"=": a == b, "!=": a != b, "<": None, "<=": None, ">": None, ">=": None}[c.operador]
                if c.operador in {"=", "!="}
                else {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[c.operador]
            )
        t = self.valor(c.tolerancia, var)
        if isinstance(t, Causa):
            return t
        if c.tolerancia_relativa:
            margen = abs(b) * t / 100
        elif c.es_dinero:
            if t.anio != anio:
                return Causa("años base distintos")
            margen = t.base
        else:
            margen = t
        cerca = b - margen <= a <= b + margen
        return cerca if c.operador == "=" else not cerca

    def _esta_en(self, c: n.EstaEn, var: dict[str, Any]) -> Verdad:
        v = self.valor(c.valor, var)
        if isinstance(v, Causa):
            return v
        esta: Verdad = False
        for opcion in c.opciones:
            if isinstance(opcion, Cantidad) and isinstance(v, Cantidad):
                igual: Verdad = (
                    v.base == opcion.base if v.anio == opcion.anio else Causa("años base distintos")
                )
            else:
                igual = v == opcion
            esta = o(esta, igual)
        return no(esta) if c.negada else esta

    def _hay_dato(self, c: n.HayDato, var: dict[str, Any]) -> Verdad:
        v = self.valor(c.valor, var)
        if isinstance(c.valor.tipo, ListaDe) and not isinstance(v, Causa) and len(v) == 0:
            return Causa("vacío", c.valor.texto if isinstance(c.valor, n.Leer) else c.valor.nombre)
        if isinstance(v, Causa):
            hay: Verdad = False if v.tipo == "declarado que no hay" else v
        elif self._solo_cita_lo_que_no_existe(c.valor, v):
            return Causa("sin describir", c.valor.texto)  # type: ignore[union-attr]
        else:
            hay = True
        return no(hay) if c.negada else hay

    def _solo_cita_lo_que_no_existe(self, lectura: n.Leer | n.UsarDefine, valor: Any) -> bool:
        tipo = lectura.tipo.elemento if isinstance(lectura.tipo, ListaDe) else lectura.tipo
        if isinstance(lectura, n.UsarDefine) or not isinstance(tipo, Referencia):
            return False
        if lectura.texto.split(".")[-1] == "id":
            return False
        ids = valor if isinstance(valor, tuple) else (valor,)
        return all(_buscar(self.plan, tipo.objeto, i) is None for i in ids)

    def _cuantificar(self, c: n.Cuantificar, var: dict[str, Any]) -> Verdad:
        elementos = self._elementos(c, var)
        if isinstance(elementos, Causa):
            return elementos
        pares = [(f, self.condicion(c.cuerpo, {**var, c.variable: x})) for x, f in elementos]
        if c.tipo == "cada":
            v = de_todos(si_entonces(f, b) for f, b in pares)
        elif c.tipo == "algún":
            v = de_alguno(y(f, b) for f, b in pares)
        elif c.tipo == "ningún":
            v = no(de_alguno(y(f, b) for f, b in pares))
        else:
            v = _al_menos(c.minimo, [y(f, b) for f, b in pares])
        # Si ningún elemento es con certeza de los que se miran, puede que no haya ninguno.
        if not isinstance(v, Causa) and all(f is not True for f, _ in pares):
            return de_todos(f for f, _ in pares)
        return v

    def _elementos(
        self, c: n.Cuantificar | n.Agregar, var: dict[str, Any]
    ) -> list[tuple[Any, Verdad]] | Causa:
        """Devuelve los elementos que pasan, o quizá pasan, el filtro, o por qué no hay ninguno."""
        if isinstance(c.recorrido, n.RecorrerOpciones):
            nombre = "las opciones"
            candidatos = [
                (op.valor, True if op.condicion is None else self.condicion(op.condicion, var))
                for op in c.recorrido.opciones
            ]
        else:
            fuente = c.recorrido.lista
            nombre = fuente.texto if isinstance(fuente, n.Leer) else fuente.nombre
            lista = self.valor(fuente, var)
            if isinstance(lista, Causa):
                return lista
            if len(lista) == 0:
                return Causa("vacío", nombre)
            candidatos = [(x, True) for x in lista]
        if c.filtro is not None:
            candidatos = [(x, y(f, self.condicion(c.filtro, {**var, c.variable: x}))) for x, f in candidatos]
        quedan = [(x, f) for x, f in candidatos if f is not False]
        return quedan or Causa("ninguno tras el filtro", nombre)

    def _preguntar(self, c: n.Preguntar, var: dict[str, Any]) -> Verdad:
        valores = [self.valor(v, var) for v in c.valores]
        if c.funcion == "declara":
            if isinstance(valores[0], Causa):
                return False
            falta = _primera_causa(*valores[1:])
            return falta if falta is not None else _declara(valores[0], c.fijos[0], valores[1:])  # type: ignore[arg-type]
        falta = _primera_causa(*valores)
        if falta is not None:
            return falta
        if c.funcion == "dentro_de":
            return _dentro_de(valores[0], valores[1])
        if c.funcion == "contenido":
            return _contenido(self.plan, str(c.fijos[0]))
        if c.funcion == "sin_ciclos":
            return self.grafo.sin_ciclos()
        if c.funcion == "conduce":
            abajo, arriba = str(c.fijos[0]), str(c.fijos[1])
            return (arriba, valores[1].id) in self.grafo.alcanza(valores[0].id, abajo, arriba)
        if c.funcion == "sin_enlaces_rotos":
            return _sin_enlaces_rotos(self.plan, valores[0], *c.fijos)  # type: ignore[arg-type]
        assert c.funcion == "cadena"
        return self.grafo.llega(valores[0].id, *c.fijos)  # type: ignore[arg-type]

    # -- valores ---------------------------------------------------------------------------------

    def valor(self, v: n.Valor, var: dict[str, Any]) -> Any:
        """Devuelve un dato en su unidad base (el dinero, con su año), o la causa de que no lo haya."""
        return _VALORES[type(v)](self, v, var)

    def _leer(self, v: n.Leer, var: dict[str, Any]) -> Any:
        actual: Any = {"plan": self.plan, "evaluacion": self}.get(v.origen) or var[v.variable]
        partes = v.texto.split(".")
        faltan = [p.atributo for p in v.pasos if p.atributo]
        for paso in v.pasos:
            if paso.atributo:
                actual = getattr(actual, paso.atributo)
                faltan.pop(0)
            ruta = ".".join(partes[: len(partes) - len(faltan)])
            if actual is None:
                return Causa("sin describir", ruta)
            if isinstance(actual, NoHay):
                return Causa("declarado que no hay", ruta)
            if paso.indice:
                actual = _buscar(self.plan, paso.indice, actual)
                if actual is None:
                    return Causa("sin describir", ruta)
        return _crudo(actual)

    @property
    def anio(self) -> int:
        """Año de la evaluación."""
        return self.fecha.year

    def _define(self, v: n.UsarDefine, var: dict[str, Any]) -> Any:
        e = next(d.expresion for d in self.paquete.defines if d.nombre == v.nombre)
        return self.valor(e, {}) if type(e) in _VALORES else self.condicion(e, {})  # type: ignore[arg-type]

    def _parametro(self, v: n.ValorDeParametro, var: dict[str, Any]) -> Any:
        clave = self.valor(v.clave, var) if v.clave is not None else None
        en = self.valor(v.en, var) if v.en is not None else self.fecha
        falta = _primera_causa(clave, en)
        if falta is not None:
            return falta
        for p in self.registro.parametros:
            for x in p.valores if p.id == v.id else ():
                if x.clave == clave and x.desde <= en and (x.hasta is None or en <= x.hasta):
                    return _crudo(x.valor)
        return Causa("sin valor a la fecha")

    def _agregar(self, v: n.Agregar, var: dict[str, Any]) -> Any:
        elementos = self._elementos(v, var)
        if isinstance(elementos, Causa):
            return elementos
        dudas: list[Verdad] = []
        valores: list[Any] = []
        for x, f in elementos:
            if f is not True:
                dudas.append(f)
            if v.cuerpo is None or v.operacion == "cuenta":
                valores.append(1)
                continue
            dentro = {**var, v.variable: x}
            es_porcentaje = v.operacion == "porcentaje"
            dato = self.condicion(v.cuerpo, dentro) if es_porcentaje else self.valor(v.cuerpo, dentro)  # type: ignore[arg-type]
            if isinstance(dato, Causa):
                dudas.append(dato)
            elif isinstance(dato, Cantidad) and valores and dato.anio != valores[0].anio:
                dudas.append(Causa("años base distintos"))
            else:
                valores.append(dato)
        if dudas:
            return de_todos(dudas)
        if v.operacion == "porcentaje":
            return Decimal(100) * sum(1 for x in valores if x) / Decimal(len(valores))
        if valores and isinstance(valores[0], Cantidad):
            return Cantidad(_juntar(v.operacion, [x.base for x in valores]), "COP", valores[0].anio)
        return _juntar(v.operacion, valores)

    def _dias(self, v: n.ContarDias, var: dict[str, Any]) -> Any:
        a, b = self.valor(v.desde, var), self.valor(v.hasta, var)
        falta = _primera_causa(a, b)
        if falta is not None:
            return falta
        signo, (a, b) = (1, (a, b)) if a <= b else (-1, (b, a))
        dias = [a + timedelta(days=k) for k in range(1, (b - a).days + 1)]
        cuentan = [d for d in dias if not self._suspendido(d) and (not v.habiles or self._habil(d))]
        return signo * len(cuentan)

    def _medir_parecido(self, v: n.MedirParecido, var: dict[str, Any]) -> Any:
        a, b = self.valor(v.izquierda, var), self.valor(v.derecha, var)
        falta = _primera_causa(a, b)
        return falta if falta is not None else _parecido(a, b)

    def _habil(self, dia: date) -> bool:
        declarados = self.plan.proceso.dias_no_habiles
        otros = declarados if isinstance(declarados, tuple) else ()
        return dia.weekday() not in {5, 6} and dia not in festivos_de_colombia(dia.year) and dia not in otros

    def _suspendido(self, dia: date) -> bool:
        suspensiones = self.plan.proceso.suspensiones
        for s in suspensiones if isinstance(suspensiones, tuple) else ():
            if isinstance(s.desde, date) and isinstance(s.hasta, date) and s.desde <= dia <= s.hasta:
                return True
        return False

    def _operar(self, v: n.Operar, var: dict[str, Any]) -> Any:
        a, b = self.valor(v.izquierda, var), self.valor(v.derecha, var)
        falta = _primera_causa(a, b)
        if falta is not None:
            return falta
        if isinstance(a, date):
            return self._sumar_plazo(a, int(b) if v.operador == "+" else -int(b), v.modo)
        anios = {x.anio for x in (a, b) if isinstance(x, Cantidad)}
        if len(anios) > 1:
            return Causa("años base distintos")
        a, b = (Decimal(x.base if isinstance(x, Cantidad) else x) for x in (a, b))
        if v.operador == "/" and b == 0:
            return Causa("división por cero")
        hecho = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b * v.factor, "/": lambda: a / b}[
            v.operador
        ]()
        return Cantidad(hecho, "COP", anios.pop()) if v.tipo == Magnitud("dinero") else hecho

    def _sumar_plazo(self, a: date, cuanto: int, modo: str) -> date | Causa:
        paso = 1 if cuanto > 0 else -1
        try:
            if modo == "fecha y días calendario":
                return a + timedelta(days=cuanto)
            if modo == "fecha y meses":
                return _correr_meses(a, cuanto)
            while cuanto:
                a += timedelta(days=paso)
                cuanto -= paso if self._habil(a) else 0
            return a
        except (ValueError, OverflowError):
            return Causa("no demostrable")


@dataclass
class _Cuenta:
    malos: list[Combinacion] = field(default_factory=list)
    total: int = 0
    exceptuadas: int = 0


def sin_saber_si_se_exceptua(v: Verdad) -> Verdad:
    """Una excepción que depende de algo que se declaró inexistente no se sabe: eso no excusa de nada."""
    assert isinstance(v, Causa)
    return Causa("no demostrable", v.ruta) if v.tipo == "declarado que no hay" else v


def _cabeza(exige: n.Condicion | None) -> list[n.Cuantificar]:
    if isinstance(exige, n.Cuantificar) and exige.tipo == "cada":
        return [exige, *_cabeza(exige.cuerpo)]
    return [exige] if isinstance(exige, n.Cuantificar) and exige.tipo == "ningún" else []


def _nombra(nodo: object, variables: set[str]) -> bool:
    return any(
        isinstance(x, n.Leer) and x.origen == "variable" and x.variable in variables
        for x in n.descendientes(nodo)
    )


def _primera_causa(*valores: object) -> Causa | None:
    return next((v for v in valores if isinstance(v, Causa)), None)


def _crudo(dato: Any) -> Any:
    return dato.base if isinstance(dato, Cantidad) and dato.dimension != "dinero" else dato


def _al_menos(minimo: int, valores: list[Verdad]) -> Verdad:
    ciertos, dudas = [v for v in valores if v is True], [v for v in valores if isinstance(v, Causa)]
    if len(ciertos) >= minimo:
        return True
    return de_todos(dudas) if len(ciertos) + len(dudas) >= minimo else False


def _juntar(operacion: str, valores: list[Any]) -> Any:
    return {
        "suma": lambda: sum(valores[1:], valores[0]),
        "cuenta": lambda: len(valores),
        "mínimo": lambda: sorted(valores)[0],
        "máximo": lambda: sorted(valores)[-1],
    }[operacion]()


def _correr_meses(dia: date, meses: int) -> date:
    """Suma mes por mes y luego retrocede al último día que exista."""
    anio, mes = dia.year, dia.month
    for _ in range(abs(meses)):
        mes += 1 if meses > 0 else -1
        if mes in {0, 13}:
            anio, mes = (anio + 1, 1) if mes == 13 else (anio - 1, 12)
    for d in range(dia.day, 27, -1):
        try:
            return date(anio, mes, d)
        except ValueError:
            continue
    return date(anio, mes, dia.day)


_LUGARES = {
    "vision": "fines.vision",
    "objetivo": "fines.objetivos",
    "estrategia": "medios.estrategias",
    "decision": "medios.decisiones",
    "programa": "medios.programas",
    "proyecto": "medios.proyectos",
    "programa_pdt": "plan_desarrollo.programas",
    "documento": "documentos",
}


def _lista(plan: Plan, tipo: str) -> Any:
    actual: Any = plan
    for parte in _LUGARES[tipo].split("."):
        actual = getattr(actual, parte)
    return actual


def _buscar(plan: Plan, tipo: str, id_: str) -> object | None:
    lista = _lista(plan, tipo)
    candidatos = (
        lista if isinstance(lista, tuple) else () if lista is None or isinstance(lista, NoHay) else (lista,)
    )
    return next((x for x in candidatos if x.id == id_), None)


def _declara(lista: Iterable[Any], campos: tuple[str, ...], claves: list[Any]) -> Verdad:
    resultado: Verdad = False
    for x in lista:
        if [getattr(x, c) for c in campos] == claves:
            con_soporte = x.soporte is not None and not isinstance(x.soporte, NoHay)
            resultado = o(resultado, True if con_soporte else Causa("sin evidencia"))
    return resultado


def _sin_enlaces_rotos(plan: Plan, x: Any, campos: tuple[str, ...], tipos: tuple[str, ...]) -> Verdad:
    existe = []
    for campo, tipo in zip(campos, tipos, strict=True):
        escrito = getattr(x, campo)
        ids = [escrito] if isinstance(escrito, str) else list(escrito) if isinstance(escrito, tuple) else []
        existe += [_buscar(plan, tipo, i) is not None for i in ids]
    return all(existe) if existe else Causa("vacío", "lo que el elemento cita")


def _parecido(a: str, b: str) -> Decimal:
    def palabras(t: str) -> set[str]:
        sin_tildes = "".join(
            c
            for c in unicodedata.normalize("NFD", t.lower())
            if c == "\u0303" or not unicodedata.combining(c)
        )
        letras = unicodedata.normalize("NFC", sin_tildes)
        sueltas = "".join(c if c in "abcdefghijklmnñopqrstuvwxyz0123456789" else " " for c in letras).split()
        return {p for p in sueltas if p not in _SIN_CONTENIDO}

    una, otra = palabras(a), palabras(b)
    comunes = sum(1 for p in una if p in otra)
    return Decimal(200) * comunes / Decimal(len(una) + len(otra)) if una or otra else Decimal(0)


def _dentro_de(dentro: Any, fuera: Any) -> Verdad:
    if not isinstance(dentro.area, Cantidad) or not isinstance(fuera.area, Cantidad):
        return Causa("sin describir", "el área de los dos polígonos")
    if dentro.area.base > fuera.area.base:
        return False
    return True if fuera.certifica_cobertura is True else Causa("no demostrable")


def _contenido(plan: Plan, id_: str) -> Verdad:
    if id_ not in plan.contenidos:
        return Causa("sin describir", f"contenidos.{id_}")
    c = plan.contenidos[id_]
    if c.estado in {EstadoDeContenido.NO_INCLUIDO, EstadoDeContenido.PARCIAL}:
        return False
    if c.estado is EstadoDeContenido.NO_APLICA:
        return Causa("declarado que no hay", f"contenidos.{id_}")
    if c.estado is EstadoDeContenido.POR_CONFIRMAR:
        return Causa("por confirmar")
    estados = [e.estado for e in c.evidencia if _ubicada(e)]
    if not estados:
        return Causa("sin evidencia")
    if any(x not in {EstadoDeEvidencia.NO_HALLADA, EstadoDeEvidencia.POR_CONFIRMAR} for x in estados):
        return True
    return Causa("por confirmar" if EstadoDeEvidencia.POR_CONFIRMAR in estados else "cita no hallada")


def _ubicada(e: Any) -> bool:
    def hay(campo: str) -> bool:
        return getattr(e, campo) is not None and not isinstance(getattr(e, campo), NoHay)

    return hay("articulo") or hay("plano") or (hay("documento") and hay("pagina"))


_NIVELES = ["vision", "objetivo", "estrategia", "decision", "programa", "proyecto", "programa_pdt"]
_CITAS = {
    "objetivo": {"vision": "vision", "superior": "objetivo"},
    "estrategia": {"objetivos": "objetivo"},
    "decision": {"objetivos": "objetivo", "estrategias": "estrategia"},
    "programa": {"estrategias": "estrategia", "objetivos": "objetivo"},
    "proyecto": {
        "programa": "programa",
        "estrategias": "estrategia",
        "objetivos": "objetivo",
        "decisiones": "decision",
        "programa_pdt": "programa_pdt",
        "depende_de": "proyecto",
    },
}
_Nodo = tuple[str, str]


class _Enlaces:
    """Los pares (quien cita, citado) de la cadena de fines y medios."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.pares: set[tuple[_Nodo, _Nodo]] = set()
        for nivel, campos in _CITAS.items():
            elementos = _lista(plan, nivel)
            for x in elementos if isinstance(elementos, tuple) else ():
                for campo, citado in campos.items():
                    ids = getattr(x, campo)
                    for id_ in (ids,) if isinstance(ids, str) else ids if isinstance(ids, tuple) else ():
                        if _buscar(plan, citado, id_) is not None:
                            self.pares.add(((nivel, x.id), (citado, id_)))

    def sin_ciclos(self) -> Verdad:
        """Decide si nadie llega a sí mismo siguiendo citas."""
        if not self.pares:
            return Causa("vacío", "la cadena de fines y medios")

        def siguen(actuales: set[_Nodo]) -> set[_Nodo]:
            return {b for a, b in self.pares if a in actuales}

        return not any(nodo in _cerradura({nodo}, siguen) for nodo in {a for a, _ in self.pares})

    def llega(
        self, id_: str, origen: str, destino: str, via: tuple[str, ...], directa: bool, minimo: int
    ) -> Verdad:
        """Decide si se llega a `minimo` elementos del nivel de destino, pasando por los de `via`."""
        actuales: set[_Nodo] = {(origen, id_)}
        for nivel in (*via, destino):
            actuales = {n for a in actuales for n in self._hasta(a, nivel, directa)}
        if len(actuales) >= minimo:
            return True
        for nivel in (*via, destino):
            lista = _lista(self._plan, nivel)
            if lista is None:
                return Causa("sin describir", _LUGARES[nivel])
            if isinstance(lista, NoHay):
                return Causa("declarado que no hay", _LUGARES[nivel])
            if isinstance(lista, tuple) and not lista:
                return Causa("vacío", _LUGARES[nivel])
        return False

    def alcanza(self, id_: str, origen: str, destino: str) -> set[_Nodo]:
        """Devuelve los elementos del nivel de destino a los que se llega por cualquier camino."""
        return self._hasta((origen, id_), destino, False)

    def _hasta(self, desde: _Nodo, nivel: str, directa: bool) -> set[_Nodo]:
        baja = _NIVELES.index(desde[0]) < _NIVELES.index(nivel)

        def paso(actuales: set[_Nodo]) -> set[_Nodo]:
            unidos = self.pares | {(b, a) for a, b in self.pares}
            return {
                b
                for a, b in unidos
                if a in actuales and a[0] != b[0] and (_NIVELES.index(b[0]) > _NIVELES.index(a[0])) == baja
            } | {
                b
                for especifico, general in self.pares
                for a, b in ([(general, especifico)] if baja else [(especifico, general)])
                if a in actuales and a[0] == b[0] == "objetivo" and not directa
            }

        alcanzados = paso({desde}) if directa else _cerradura({desde}, paso)
        return {x for x in alcanzados if x[0] == nivel}


def _cerradura(inicio: set[_Nodo], paso: Callable[[set[_Nodo]], set[_Nodo]]) -> set[_Nodo]:
    vistos: set[_Nodo] = set()
    nuevos = paso(inicio)
    while nuevos - vistos:
        vistos |= nuevos
        nuevos = paso(vistos)
    return vistos


_CONDICIONES: dict[type, Any] = {
    n.Comparar: Obvio._comparar,
    n.EstaEn: Obvio._esta_en,
    n.HayDato: Obvio._hay_dato,
    n.EsCierto: lambda s, c, var: s.valor(c.valor, var),
    n.Preguntar: Obvio._preguntar,
    n.No: lambda s, c, var: no(s.condicion(c.condicion, var)),
    n.Todas: lambda s, c, var: todas(s.condicion(x, var) for x in c.partes),
    n.Alguna: lambda s, c, var: alguna(s.condicion(x, var) for x in c.partes),
    n.Cuantificar: Obvio._cuantificar,
}
_VALORES: dict[type, Any] = {
    n.Leer: Obvio._leer,
    n.Constante: lambda s, v, var: v.valor,
    n.ValorDeParametro: Obvio._parametro,
    n.UsarDefine: Obvio._define,
    n.Agregar: Obvio._agregar,
    n.ContarDias: Obvio._dias,
    n.MedirParecido: Obvio._medir_parecido,
    n.Operar: Obvio._operar,
}

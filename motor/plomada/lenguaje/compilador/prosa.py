"""Dice en español corriente lo que pide una condición, por operador y polaridad.

Entra: una condición comprobada. Sale: una cláusula sin mayúscula ni punto, con los nombres del plan y del
registro entre marcas `⟦clase:nombre⟧` que quien evalúa cambia por su rótulo: el lenguaje no conoce el plan.

Las marcas son `d` (dato), `o` (valor de una opción), `p` (parámetro), `c` (contenido), `v` (variable), `n`
(nivel de la cadena) y `q` (dato de sí o no con su verbo: `q:s+ruta` para «se responda que sí»).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias, assert_never

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.tipos import Dia, Magnitud, Opciones
from plomada.valores.numeros import escribir_numero
from plomada.valores.texto import en_lista
from plomada.valores.unidades import ESCALA

Modo: TypeAlias = Literal["s", "i"]
_CONTRARIO = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_SIGNOS = {
    "=": "{ser} {b}",
    "!=": "no {ser} {b}",
    "<": "{ser} menor que {b}",
    "<=": "{ser} a lo sumo {b}",
    ">": "{ser} mayor que {b}",
    ">=": "{ser} al menos {b}",
}
_FECHAS = {
    "=": "{ser} el mismo día que {b}",
    "!=": "no {ser} el mismo día que {b}",
    "<": "{ser} anterior a {b}",
    "<=": "no {ser} posterior a {b}",
    ">": "{ser} posterior a {b}",
    ">=": "no {ser} anterior a {b}",
}
# Una escala 1:2000 es más detallada que 1:5000: el número menor dice más.
_ESCALAS = _SIGNOS | {
    "<": "{ser} más detallada que {b}",
    "<=": "{ser} al menos tan detallada como {b}",
    ">": "{ser} menos detallada que {b}",
    ">=": "{ser} a lo sumo tan detallada como {b}",
}
_ARITMETICA = {"+": "más", "-": "menos", "*": "por", "/": "dividido entre"}
_AGREGADOS = {"suma": "la suma de", "mínimo": "el menor valor de", "máximo": "el mayor valor de"}


def marcar(clase: str, nombre: str) -> str:
    """Devuelve la marca de un nombre que se resuelve al evaluar."""
    return f"⟦{clase}:{nombre}⟧"


@dataclass(frozen=True, slots=True)
class Prosa:
    """Escribe condiciones y valores; `titulos` da el título de cada `define`."""

    titulos: Mapping[str, str] = field(default_factory=dict)

    # -- condiciones -----------------------------------------------------------------------------

    def condicion(self, nodo: n.Condicion, afirma: bool = True, modo: Modo = "s") -> str:
        """Devuelve la cláusula: en subjuntivo va tras «se exige que»; en indicativo, tras «si»."""
        match nodo:
            case n.Comparar():
                return self._comparar(nodo, afirma, modo)
            case n.EstaEn():
                return self._esta_en(nodo, afirma, modo)
            case n.HayDato(valor=v, negada=negada):
                no = "" if afirma is not negada else "no "
                return f"{no}{_verbo('constar', modo)} {self.valor(v)}"
            case n.EsCierto(valor=v):
                return self._es_cierto(v, afirma, modo)
            case n.Preguntar():
                return self._preguntar(nodo, afirma, modo)
            case n.No(condicion=c):
                return self.condicion(c, not afirma, modo)
            case n.Todas(partes=partes) | n.Alguna(partes=partes):
                return self._juntar(partes, isinstance(nodo, n.Todas) is afirma, afirma, modo)
            case n.Cuantificar():
                return self._cuantificar(nodo, afirma, modo)
            case _:
                assert_never(nodo)

    def _juntar(self, partes: tuple[n.Condicion, ...], todas: bool, afirma: bool, modo: Modo) -> str:
        dichas = [self.condicion(p, afirma, modo) for p in partes]
        if not todas:
            return ", ".join(f"o bien {d}" for d in dichas)
        return (" y que " if modo == "s" else " y ").join(dichas)

    def _comparar(self, nodo: n.Comparar, afirma: bool, modo: Modo) -> str:
        tipo = nodo.izquierda.tipo
        es_escala = isinstance(tipo, Magnitud) and tipo.dimension == ESCALA
        formas = _FECHAS if isinstance(tipo, Dia) else _ESCALAS if es_escala else _SIGNOS
        operador = nodo.operador if afirma else _CONTRARIO[nodo.operador]
        ser = _verbo("ser en plural" if isinstance(nodo.izquierda, n.ContarDias) else "ser", modo)
        dicho = formas[operador].format(ser=ser, b=self.valor(nodo.derecha))
        if nodo.tolerancia is None:
            return f"{self.valor(nodo.izquierda)} {dicho}"
        margen = f"con una diferencia de a lo sumo {self.valor(nodo.tolerancia)}"
        if operador == "=":
            return f"{self.valor(nodo.izquierda)} {dicho}, {margen}"
        pasar = _verbo("diferir", modo)
        return (
            f"{self.valor(nodo.izquierda)} {pasar} de {self.valor(nodo.derecha)} "
            f"en más de {self.valor(nodo.tolerancia)}"
        )

    def _esta_en(self, nodo: n.EstaEn, afirma: bool, modo: Modo) -> str:
        es_opcion = isinstance(nodo.valor.tipo, Opciones)
        dichas = [marcar("o", str(o)) if es_opcion else _constante(o) for o in nodo.opciones]
        no = "" if afirma is not nodo.negada else "no "
        cuales = en_lista(dichas, "ni" if no else "o")
        return f"{self.valor(nodo.valor)} {no}{_verbo('ser', modo)} {cuales}"

    def _es_cierto(self, v: n.Leer | n.UsarDefine, afirma: bool, modo: Modo) -> str:
        if isinstance(v, n.UsarDefine):
            return f"{'' if afirma else 'no '}se {_verbo('dar', modo)} esto: {self.valor(v)}"
        return marcar("q", f"{modo}{'+' if afirma else '-'}{v.texto}")

    def _preguntar(self, nodo: n.Preguntar, afirma: bool, modo: Modo) -> str:
        no = "" if afirma else "no "
        valores = [self.valor(v) for v in nodo.valores]
        match nodo.funcion:
            case "contenido":
                donde = "con el lugar donde está" if afirma else "o no se diga dónde está"
                return f"{no}{_verbo('estar', modo)} incluido {marcar('c', str(nodo.fijos[0]))}, {donde}"
            case "dentro_de":
                return f"{valores[0]} {no}{_verbo('quedar', modo)} dentro de {valores[1]}"
            case "declara":
                para = f" para {en_lista(valores[1:])}" if valores[1:] else ""
                return f"{no}se {_verbo('declarar', modo)} {valores[0]}{para}, con soporte"
            case "cadena":
                return self._cadena(nodo, no, modo)
            case "conduce":
                return f"{valores[0]} {no}{_verbo('conducir', modo)} a {valores[1]}"
            case "sin_enlaces_rotos":
                cita = "todo lo que cita" if afirma else "algo de lo que cita no"
                return f"{cita} {_verbo('estar', modo)} descrito en el plan"
            case _:
                vueltas = "no " if afirma else ""
                return f"la cadena de fines y medios {vueltas}{_verbo('volver', modo)} sobre sí misma"

    def _cadena(self, nodo: n.Preguntar, no: str, modo: Modo) -> str:
        _, destino, via, _, minimo = nodo.fijos
        assert isinstance(via, tuple)
        por = f" a través de {en_lista([marcar('n', v) for v in via])}" if via else ""
        cuantos = f"al menos {minimo} " if minimo != 1 else "al menos un elemento del nivel "
        return f"{no}se {_verbo('llegar', modo)} a {cuantos}{marcar('n', str(destino))}{por}"

    def _cuantificar(self, nodo: n.Cuantificar, afirma: bool, modo: Modo) -> str:
        cuantos, cuerpo_afirma = _CUANTOS[nodo.tipo, afirma]
        cuantos = cuantos.format(n=nodo.minimo)
        cuerpo = self.condicion(nodo.cuerpo, cuerpo_afirma, modo)
        return f"en {self._de(nodo, cuantos)}, {cuerpo}"

    def _de(self, nodo: n.Cuantificar | n.Agregar, cuantos: str = "") -> str:
        filtro = "" if nodo.filtro is None else f" en que {self.condicion(nodo.filtro, True, 'i')}"
        if isinstance(nodo.recorrido, n.RecorrerOpciones):
            valores = [marcar("o", o.valor) for o in nodo.recorrido.opciones]
            return f"{cuantos} de estos casos ({', '.join(valores)}){filtro}".strip()
        return f"{cuantos} de los elementos de {self.valor(nodo.recorrido.lista)}{filtro}".strip()

    # -- valores ---------------------------------------------------------------------------------

    def valor(self, nodo: n.Valor) -> str:  # noqa: C901 - un brazo por forma
        """Nombra un valor dentro de una frase."""
        match nodo:
            case n.Leer(pasos=()):
                return marcar("v", nodo.variable)
            case n.Leer(texto=texto):
                return marcar("d", texto)
            case n.Constante(tipo=Opciones(), valor=v):
                return marcar("o", str(v))
            case n.Constante(texto=texto):
                return texto or _constante(nodo.valor)
            case n.ValorDeParametro(id=id_, clave=clave, en=en):
                para = f" para {self.valor(clave)}" if clave is not None else ""
                el_dia = f" a la fecha de {self.valor(en)}" if en is not None else ""
                return f"{marcar('p', id_)}{para}{el_dia}"
            case n.UsarDefine(nombre=nombre):
                return f"«{self.titulos.get(nombre) or nombre.replace('_', ' ')}»"
            case n.Agregar():
                return self._agregar(nodo)
            case n.ContarDias(habiles=habiles, desde=a, hasta=b):
                dias = "los días hábiles" if habiles else "los días de calendario"
                return f"{dias} entre {self.valor(a)} y {self.valor(b)}"
            case n.MedirParecido(izquierda=a, derecha=b):
                return f"el parecido entre {self.valor(a)} y {self.valor(b)}"
            case n.Operar(operador=op, izquierda=a, derecha=b):
                return f"{self._operando(a)} {_ARITMETICA[op]} {self._operando(b)}"
            case _:
                assert_never(nodo)

    def _operando(self, nodo: n.Valor) -> str:
        return f"({self.valor(nodo)})" if isinstance(nodo, n.Operar) else self.valor(nodo)

    def _agregar(self, nodo: n.Agregar) -> str:
        de = self._de(nodo)
        if nodo.operacion == "cuenta" or nodo.cuerpo is None:
            return f"el número {de}"
        if nodo.operacion == "porcentaje":
            return f"el porcentaje {de} en que {self.condicion(nodo.cuerpo, True, 'i')}"  # type: ignore[arg-type]
        return f"{_AGREGADOS[nodo.operacion]} {self.valor(nodo.cuerpo)} {de}"  # type: ignore[arg-type]


_CUANTOS = {
    ("cada", True): ("cada uno", True),
    ("cada", False): ("alguno", False),
    ("algún", True): ("alguno", True),
    ("algún", False): ("ninguno", True),
    ("ningún", True): ("ninguno", True),
    ("ningún", False): ("alguno", True),
    ("al menos", True): ("al menos {n}", True),
    ("al menos", False): ("menos de {n}", True),
}
_VERBOS = {
    "ser": ("sea", "es"),
    "ser en plural": ("sean", "son"),
    "estar": ("esté", "está"),
    "constar": ("conste", "consta"),
    "diferir": ("se aparte", "se aparta"),
    "dar": ("dé", "da"),
    "quedar": ("quede", "queda"),
    "declarar": ("declare", "declara"),
    "conducir": ("conduzca", "conduce"),
    "volver": ("vuelva", "vuelve"),
    "llegar": ("llegue", "llega"),
}


def _verbo(cual: str, modo: Modo) -> str:
    return _VERBOS[cual][modo == "i"]


def _constante(valor: object) -> str:
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    return escribir_numero(Decimal(valor)) if isinstance(valor, int | Decimal) else str(valor)

"""Convierte lo que reconoce la gramática en el árbol de `sintaxis`, de abajo hacia arriba.

Cada método recibe los hijos ya construidos; su nombre es el de la regla de `gramatica.lark`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lark import Token, Transformer, v_args
from lark.tree import Meta

from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import sintaxis as s
from plomada.valores.cantidad import Cantidad
from plomada.valores.fechas import leer_fecha
from plomada.valores.texto import plegar

_OPERACIONES: dict[str, s.Operacion] = {"SUMA_DE": "suma", "MINIMO_DE": "mínimo", "MAXIMO_DE": "máximo"}


class PiezaDeLark(Token):
    """Pieza del lenguaje vestida de `Token` de Lark; lleva el valor ya leído y su puesto en el bloque."""

    leido: Any
    indice: int


def _valor(pieza: Token) -> Any:
    return pieza.leido if isinstance(pieza, PiezaDeLark) else pieza.value


@v_args(meta=True)
class Constructor(Transformer[Token, Any]):
    """Arma nodos de `sintaxis`; `archivo` se anota en cada tramo."""

    def __init__(self, archivo: str) -> None:
        """Recibe el archivo del que sale el texto."""
        super().__init__()
        self._archivo = archivo

    def _tramo(self, meta: Meta) -> Tramo:
        if meta.empty:
            return Tramo(self._archivo)
        return Tramo(self._archivo, meta.line, meta.column, meta.end_line, meta.end_column, meta.start_pos)

    # -- hojas -----------------------------------------------------------------------------------

    def numero(self, meta: Meta, h: Sequence[Token]) -> s.Numero:
        return s.Numero(_valor(h[0]), self._tramo(meta))

    def medida(self, meta: Meta, h: Sequence[Token]) -> s.Medida:
        valor = _valor(h[0])
        assert isinstance(valor, Cantidad)
        return s.Medida(valor, self._tramo(meta))

    def texto_literal(self, meta: Meta, h: Sequence[Token]) -> s.Texto:
        return s.Texto(_valor(h[0]), self._tramo(meta))

    def fecha(self, meta: Meta, h: Sequence[Token]) -> s.Fecha:
        return s.Fecha(_valor(h[0]), self._tramo(meta))

    def ruta(self, meta: Meta, h: Sequence[Token]) -> s.Ruta:
        partes = tuple(str(_valor(x)) for x in h if x.type == "NOMBRE")
        return s.Ruta(partes, self._tramo(meta))

    def parentesis(self, meta: Meta, h: Sequence[Any]) -> s.Expresion:
        expresion: s.Expresion = h[1]
        return expresion

    # -- valores ---------------------------------------------------------------------------------

    def clave(self, meta: Meta, h: Sequence[Any]) -> tuple[str, s.Ruta]:
        return ("clave", h[1])

    def en(self, meta: Meta, h: Sequence[Any]) -> tuple[str, s.Ruta]:
        return ("en", h[1])

    def parametro(self, meta: Meta, h: Sequence[Any]) -> s.Parametro:
        extras = dict(x for x in h[2:] if x is not None)
        return s.Parametro(str(_valor(h[1])), extras.get("clave"), extras.get("en"), self._tramo(meta))

    def condicion(self, meta: Meta, h: Sequence[Any]) -> s.Expresion:
        expresion: s.Expresion = h[2]
        return expresion

    def agrega_valor(self, meta: Meta, h: Sequence[Any]) -> s.Agregado:
        operacion, cuerpo, _, variable, _, fuente, *filtro = h
        nombre, tipo = str(_valor(variable)), _OPERACIONES[operacion.type]
        return s.Agregado(tipo, nombre, fuente, _primero(filtro), cuerpo, self._tramo(meta))

    def cuenta(self, meta: Meta, h: Sequence[Any]) -> s.Agregado:
        _, variable, _, fuente, *filtro = h
        return s.Agregado("cuenta", str(_valor(variable)), fuente, _primero(filtro), None, self._tramo(meta))

    def porcentaje(self, meta: Meta, h: Sequence[Any]) -> s.Agregado:
        _, variable, _, fuente, *resto = h
        filtro = resto[0] if not isinstance(resto[0], Token) else None
        return s.Agregado("porcentaje", str(_valor(variable)), fuente, filtro, resto[-2], self._tramo(meta))

    def dias_entre(self, meta: Meta, h: Sequence[Any]) -> s.DiasEntre:
        return s.DiasEntre(h[0].type == "HABILES_ENTRE", h[1], h[3], self._tramo(meta))

    def parecido(self, meta: Meta, h: Sequence[Any]) -> s.Parecido:
        return s.Parecido(h[1], h[3], self._tramo(meta))

    def aritmetica(self, meta: Meta, h: Sequence[Any]) -> s.Aritmetica:
        return s.Aritmetica(str(_valor(h[1])), h[0], h[2], self._tramo(meta))

    def elemento(self, meta: Meta, h: Sequence[Any]) -> s.ElementoDeConjunto:
        return s.ElementoDeConjunto(h[0], h[2] if len(h) > 2 else None, self._tramo(meta))

    def conjunto(self, meta: Meta, h: Sequence[Any]) -> s.Conjunto:
        return s.Conjunto(tuple(x for x in h if isinstance(x, s.ElementoDeConjunto)), self._tramo(meta))

    def fuente(self, meta: Meta, h: Sequence[Any]) -> s.Ruta | s.Conjunto:
        hallada: s.Ruta | s.Conjunto = h[0]
        return hallada

    # -- predicados ------------------------------------------------------------------------------

    def comparacion(self, meta: Meta, h: Sequence[Any]) -> s.Comparacion:
        return s.Comparacion(str(_valor(h[1])), h[0], h[2], None, self._tramo(meta))

    def comparacion_con_tolerancia(self, meta: Meta, h: Sequence[Any]) -> s.Comparacion:
        return s.Comparacion("=", h[0], h[2], h[4], self._tramo(meta))

    def es(self, meta: Meta, h: Sequence[Any]) -> s.Comparacion:
        return s.Comparacion("=", h[0], h[2], None, self._tramo(meta))

    def no_es(self, meta: Meta, h: Sequence[Any]) -> s.Comparacion:
        return s.Comparacion("!=", h[0], h[2], None, self._tramo(meta))

    def es_uno_de(self, meta: Meta, h: Sequence[Any]) -> s.Pertenencia:
        return s.Pertenencia(h[0], h[2], False, self._tramo(meta))

    def no_es_uno_de(self, meta: Meta, h: Sequence[Any]) -> s.Pertenencia:
        return s.Pertenencia(h[0], h[2], True, self._tramo(meta))

    def existe(self, meta: Meta, h: Sequence[Any]) -> s.Existe:
        return s.Existe(h[0], False, self._tramo(meta))

    def no_existe(self, meta: Meta, h: Sequence[Any]) -> s.Existe:
        return s.Existe(h[0], True, self._tramo(meta))

    def dentro_de(self, meta: Meta, h: Sequence[Any]) -> s.DentroDe:
        return s.DentroDe(h[0], h[2], self._tramo(meta))

    def tan_detallada(self, meta: Meta, h: Sequence[Any]) -> s.AlMenosTanDetallada:
        return s.AlMenosTanDetallada(h[0], h[2], self._tramo(meta))

    def conduce(self, meta: Meta, h: Sequence[Any]) -> s.Conduce:
        return s.Conduce(h[0], h[2], self._tramo(meta))

    def sin_enlaces_rotos(self, meta: Meta, h: Sequence[Any]) -> s.SinEnlacesRotos:
        return s.SinEnlacesRotos(h[0], self._tramo(meta))

    def declara(self, meta: Meta, h: Sequence[Any]) -> s.Declara:
        claves = tuple(x for x in h[3:] if isinstance(x, s.Ruta))
        return s.Declara(h[0], str(_valor(h[2])), claves, self._tramo(meta))

    def contenido(self, meta: Meta, h: Sequence[Any]) -> s.Contenido:
        return s.Contenido(str(_valor(h[1])), self._tramo(meta))

    def sin_ciclos(self, meta: Meta, h: Sequence[Any]) -> s.SinCiclos:
        return s.SinCiclos(self._tramo(meta))

    def cuantos(self, meta: Meta, h: Sequence[Any]) -> int:
        numeros = [_valor(x) for x in h if x is not None and x.type == "NUMERO"]
        return int(numeros[0]) if numeros else 1

    def a_traves(self, meta: Meta, h: Sequence[Any]) -> tuple[str, ...]:
        return _nombres(h)

    def por_cadena(self, meta: Meta, h: Sequence[Any]) -> tuple[str, ...]:
        return _nombres(h)

    def hacia_medios(self, meta: Meta, h: Sequence[Any]) -> tuple[bool, Sequence[Any]]:
        return (True, h)

    def hacia_fines(self, meta: Meta, h: Sequence[Any]) -> tuple[bool, Sequence[Any]]:
        return (False, h)

    def cadena(self, meta: Meta, h: Sequence[Any]) -> s.Cadena:
        return self._eslabon(h[0], h[1], meta)

    def _eslabon(self, sujeto: s.Expresion, eslabon: tuple[bool, Sequence[Any]], meta: Meta) -> s.Cadena:
        hacia_medios, (_, minimo, destino, *via) = eslabon
        niveles: tuple[str, ...] = _primero(via) or ()
        return s.Cadena(sujeto, hacia_medios, minimo, str(_valor(destino)), niveles, self._tramo(meta))

    # -- conectores y cuantificadores ------------------------------------------------------------

    def no(self, meta: Meta, h: Sequence[Any]) -> s.Negacion:
        return s.Negacion(h[1], self._tramo(meta))

    def y(self, meta: Meta, h: Sequence[Any]) -> s.Conjuncion:
        return s.Conjuncion(tuple(x for x in h if not isinstance(x, Token)), self._tramo(meta))

    def o(self, meta: Meta, h: Sequence[Any]) -> s.Disyuncion:
        return s.Disyuncion(tuple(x for x in h if not isinstance(x, Token)), self._tramo(meta))

    def filtro(self, meta: Meta, h: Sequence[Any]) -> tuple[str, s.Expresion]:
        return ("filtro", h[1])

    def para_cada(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        return self._cuantificador("cada", h, meta)

    def cada(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        return self._cuantificador("cada", h, meta)

    def algun(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        return self._cuantificador("algún", h, meta)

    def ningun(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        return self._cuantificador("ningún", h, meta)

    def al_menos(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        return self._cuantificador("al menos", (h[0], *h[2:]), meta, int(_valor(h[1])))

    def cada_eslabon(self, meta: Meta, h: Sequence[Any]) -> s.Cuantificador:
        variable = str(_valor(h[1]))
        cuerpo = self._eslabon(s.Ruta((variable,), self._tramo(meta)), h[4], meta)
        return s.Cuantificador("cada", 1, variable, h[3], None, cuerpo, self._tramo(meta))

    def _cuantificador(
        self, tipo: s.TipoDeCuantificador, h: Sequence[Any], meta: Meta, minimo: int = 1
    ) -> s.Cuantificador:
        _, variable, _, fuente, *resto = h
        filtro = next((x[1] for x in resto if isinstance(x, tuple)), None)
        return s.Cuantificador(
            tipo, minimo, str(_valor(variable)), fuente, filtro, resto[-1], self._tramo(meta)
        )

    # -- bloques ---------------------------------------------------------------------------------

    def texto(self, meta: Meta, h: Sequence[Token]) -> str:
        return " ".join(str(_valor(x)).strip() for x in h)

    def lista(self, meta: Meta, h: Sequence[Token]) -> tuple[str, ...]:
        return tuple(str(_valor(x)) for x in h if x.type in {"NOMBRE", "ID"})

    def titulo(self, meta: Meta, h: Sequence[Any]) -> s.Clausula:
        return s.Clausula("titulo", (h[1],), self._tramo(meta))

    def textos(self, meta: Meta, h: Sequence[Any]) -> s.Clausula:
        return s.Clausula(str(_valor(h[0])), (h[1],), self._tramo(meta))

    def palabras(self, meta: Meta, h: Sequence[Any]) -> s.Clausula:
        nombre = str(_valor(h[0]))
        valores = h[1] if nombre in {"fundamento", "aplica a"} else tuple(plegar(v) for v in h[1])
        return s.Clausula(nombre, valores, self._tramo(meta))

    def cuando(self, meta: Meta, h: Sequence[Any]) -> tuple[str, Any, Tramo]:
        return ("cuando", h[1], self._tramo(meta))

    def exige(self, meta: Meta, h: Sequence[Any]) -> tuple[str, Any, Tramo]:
        return ("exige", h[1], self._tramo(meta))

    def salvo(self, meta: Meta, h: Sequence[Any]) -> s.Excepcion:
        return s.Excepcion(h[1], h[3], self._tramo(meta))

    def pone(self, meta: Meta, h: Sequence[Token]) -> s.Parche:
        return s.Parche("pone", str(_valor(h[0])), str(_valor(h[1])), self._tramo(meta))

    def quita(self, meta: Meta, h: Sequence[Token]) -> s.Parche:
        return s.Parche("quita", str(_valor(h[1])), "", self._tramo(meta))

    def agrega(self, meta: Meta, h: Sequence[Token]) -> s.Parche:
        return s.Parche("agrega", str(_valor(h[1])), str(_valor(h[2])), self._tramo(meta))

    def base(self, meta: Meta, h: Sequence[Token]) -> tuple[str, str]:
        return ("base", str(_valor(h[1])))

    def fecha_de_caso(self, meta: Meta, h: Sequence[Token]) -> tuple[str, str]:
        return ("fecha", str(_valor(h[1])))

    def caso(self, meta: Meta, h: Sequence[Any]) -> s.Caso:
        lineas = h[2:-2]
        ajustes: dict[str, str] = dict(x for x in lineas if isinstance(x, tuple))
        fecha = leer_fecha(ajustes["fecha"]) if "fecha" in ajustes else None
        parches = tuple(x for x in lineas if isinstance(x, s.Parche))
        return s.Caso(str(_valor(h[1])), ajustes.get("base", ""), fecha if isinstance(fecha, date) else None,
                      parches, str(_valor(h[-1])), self._tramo(meta))  # fmt: skip

    def regla(self, meta: Meta, h: Sequence[Any]) -> s.Regla:
        partes = [x for x in h[2:] if not isinstance(x, Token)]
        unicas = {x[0]: x[1] for x in partes if isinstance(x, tuple)}
        return s.Regla(
            str(_valor(h[1])),
            tuple(x for x in partes if isinstance(x, s.Clausula)),
            unicas.get("cuando"),
            tuple(x for x in partes if isinstance(x, s.Excepcion)),
            unicas.get("exige"),
            tuple(x for x in partes if isinstance(x, s.Caso)),
            "",
            self._tramo(meta),
        )

    def define(self, meta: Meta, h: Sequence[Any]) -> s.Define:
        titulo = next((x.valores[0] for x in h if isinstance(x, s.Clausula)), "")
        return s.Define(str(_valor(h[1])), titulo, h[-3], self._tramo(meta))


def _primero(opcionales: Sequence[Any]) -> Any:
    return next((x for x in opcionales if x is not None), None)


def _nombres(hijos: Sequence[Token]) -> tuple[str, ...]:
    return tuple(str(_valor(x)) for x in hijos if x.type == "NOMBRE")

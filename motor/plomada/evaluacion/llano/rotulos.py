"""Cambia los nombres del plan y del registro por como los conoce una persona.

Recibe la prosa con marcas que deja el compilador (ver `lenguaje.compilador.prosa`) y las rutas de los datos
leídos; nada de lo que sale trae guiones bajos, ids sin nombre ni palabras del lenguaje.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from plomada.articulacion.grafo import ROTULOS as NIVELES_ROTULADOS
from plomada.evaluacion.llano.nombres import (
    DE_LA_EVALUACION,
    completar,
    en_llano,
    forma_de,
    preguntar,
    rotulo_de,
)
from plomada.evaluacion.soporte import escribir, nombrar, rotular
from plomada.modelo.formas import tipos_citables
from plomada.modelo.plan import Plan
from plomada.normativa.registro import Registro

Pares: TypeAlias = tuple[tuple[str, str], ...]
_VARIABLE = re.compile(r"⟦v:([^⟧]*)⟧")
_MARCA = re.compile(r"⟦(\w):([^⟧]*)⟧")
_ELEMENTO = re.compile(r"\[([^\]]*)\]")
_PREGUNTAS = {
    "s+": "se responda que sí",
    "s-": "se responda que no",
    "i+": "se responde que sí",
    "i-": "se responde que no",
}
_A_LA_VISTA = 5


def _sin_plan(tipo: str) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Rotulador:
    """Nombra datos, valores y condiciones; recuerda lo que ya dijo.

    `indice` da los elementos del plan de un tipo, por id; sin plan, los elementos se nombran por su tipo.
    `dichas` son las frases que no dependen del plan: se comparten entre los de un mismo registro.
    """

    registro: Registro
    indice: Callable[[str], Mapping[str, object]] = _sin_plan
    dichas: dict[tuple[str, Pares], str] = field(default_factory=dict)

    def decir(self, prosa: str, listas: Pares, presentes: Mapping[str, str] | None = None) -> str:
        """Devuelve la prosa sin marcas; `presentes` nombra, por variable, de qué elementos se habla."""
        if presentes and "⟦v:" in prosa:
            propia = _VARIABLE.sub(lambda m: presentes.get(m[1], m[0]), prosa)
            if propia != prosa:
                return self._sin_marcas(propia, listas)
        dicha = self.dichas.get((prosa, listas))
        if dicha is None:
            self.dichas[prosa, listas] = dicha = self._sin_marcas(prosa, listas)
        return dicha

    def _sin_marcas(self, prosa: str, listas: Pares) -> str:
        bases = dict(listas)
        return _MARCA.sub(lambda m: _CLASES[m[1]](self, m[2], bases), prosa)

    def dato(self, ruta: str, bases: Mapping[str, str]) -> str:
        """Devuelve `«Costo estimado»`."""
        if ruta in DE_LA_EVALUACION:
            return DE_LA_EVALUACION[ruta]
        if ruta.endswith(".id"):
            return f"este elemento ({en_llano(ruta.removesuffix('.id'))})"
        entera = completar(ruta, bases)
        return f"«{rotulo_de(entera) or en_llano(ruta)}»{de_que_objeto(entera)}"

    def pregunta(self, ruta: str, bases: Mapping[str, str]) -> str:
        """Devuelve `a «¿Tiene páramo?» se responda que sí`; si no es una pregunta, que el dato sea sí."""
        respuesta, ruta = _PREGUNTAS[ruta[:2]], ruta[2:]
        return f"a «{preguntar(rotulo_de(completar(ruta, bases)) or en_llano(ruta))}» {respuesta}"

    def parametro(self, id_: str, bases: Mapping[str, str]) -> str:
        """Devuelve el título del parámetro."""
        hallado = next((p for p in self.registro.parametros if p.id == id_), None)
        return f"«{hallado.titulo}»" if hallado is not None else f"«{en_llano(id_)}»"

    def contenido(self, id_: str, bases: Mapping[str, str]) -> str:
        """Devuelve el título del contenido."""
        return f"el contenido «{self.registro.contenido(id_).titulo}»"

    def variable(self, nombre: str, bases: Mapping[str, str]) -> str:
        """Devuelve la variable como una palabra."""
        return f"este elemento ({en_llano(nombre)})" if nombre in bases else en_llano(nombre)

    # -- lo leído --------------------------------------------------------------------------------

    def nombre_del_dato(self, ruta: str, listas: Pares, nombres: Mapping[str, str]) -> str:
        """Devuelve cómo se llama lo leído: `«Costo estimado» de Parque (P2)`, o el cálculo en palabras."""
        if ruta in nombres:
            return self.decir(nombres[ruta], listas)
        de_quien = [self._elemento(m.string[: m.start()], m[1]) for m in _ELEMENTO.finditer(ruta)]
        if de_quien and ruta.endswith(".id"):
            return f"id de {de_quien[-1]}"
        nombre = self.dato(_ELEMENTO.sub("", ruta), dict(listas))
        return f"{nombre} de {de_quien[-1]}" if de_quien else nombre

    def _elemento(self, lista: str, id_: str) -> str:
        forma = forma_de(_ELEMENTO.sub("", lista))
        tipo = (forma.dentro or forma).tipo if forma is not None else ""
        return self.citado(tipo, id_) if tipo in tipos_citables(Plan) else id_

    def citado(self, tipo: str, id_: str) -> str:
        """Devuelve un elemento por su nombre y su id; sin nombre, por su tipo y su id."""
        elemento = self.indice(tipo).get(id_)
        nombre = getattr(elemento, "nombre", None)
        return f"{nombre} ({id_})" if isinstance(nombre, str) else f"{en_llano(tipo)} {id_}"

    def valor(self, ruta: str, valor: object) -> str:
        """Escribe lo leído; lo que cita a otro elemento lo nombra."""
        forma = forma_de(_ELEMENTO.sub("", ruta))
        interna = None if forma is None else forma.dentro or forma
        if interna is None or not isinstance(valor, str | tuple):
            return escribir(valor)
        varios = valor if isinstance(valor, tuple) else (valor,)
        if not varios:
            return "ninguno"
        if interna.clase == "referencia":
            return _varios([self.citado(interna.tipo, str(v)) for v in varios])
        if interna.es_elemento and isinstance(valor, tuple):
            return _varios([_con_tipo(interna.tipo, v) for v in varios])
        return escribir(valor)


def de_que_objeto(ruta: str) -> str:
    """Devuelve ` de «Perímetro urbano»` si el dato es de un objeto: su rótulo solo no dice de cuál."""
    padre = ruta.rpartition(".")[0]
    forma = forma_de(padre) if "." in padre else None
    return f" de «{rotulo_de(padre)}»" if forma is not None and forma.clase == "objeto" else ""


def _con_tipo(tipo: str, elemento: object) -> str:
    """Un elemento sin nombre se dice por lo que es: `estudio R1`."""
    tiene = isinstance(getattr(elemento, "nombre", None), str)
    return nombrar(elemento) if tiene else f"{en_llano(tipo)} {getattr(elemento, 'id', '')}"


def _varios(nombres: list[str]) -> str:
    resto = len(nombres) - _A_LA_VISTA
    return ", ".join(nombres[:_A_LA_VISTA]) + (f" y {resto} más" if resto > 0 else "")


_CLASES: Mapping[str, Callable[[Rotulador, str, Mapping[str, str]], str]] = {
    "d": Rotulador.dato,
    "q": Rotulador.pregunta,
    "p": Rotulador.parametro,
    "c": Rotulador.contenido,
    "v": Rotulador.variable,
    "o": lambda _, valor, __: rotular(valor).replace("_", " "),
    "n": lambda _, nivel, __: NIVELES_ROTULADOS[nivel].partition(" ")[2],
}

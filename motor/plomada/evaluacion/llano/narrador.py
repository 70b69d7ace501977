"""Explica un hallazgo en frases: qué se esperaba, qué se leyó y por qué no alcanza (o por qué sí).

Las frases salen de la regla compilada, por operador y polaridad; aquí se les ponen los nombres y los valores.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.llano.nombres import en_llano, rotulo_de
from plomada.evaluacion.llano.rotulos import Rotulador
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido
from plomada.evaluacion.soporte import nombrar, rotular
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje.compilador.ficha import CUANDO, EXIGE, FichaDeRegla
from plomada.modelo.elementos import nombre_de_tipo
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from plomada.valores.texto import en_lista

Valores: TypeAlias = Sequence[tuple[str, Any]]
_PARTES_A_LA_VISTA = 4
_CUENTA = "#"
_UN_DATO = re.compile(r"^⟦d:([^⟧]*)⟧$")
# Las reglas juntan «de» o «a» con un valor que puede empezar por «el».
_CONTRACCION = re.compile(r"\b(d|a)e? el\b(?= [a-zñáéíóú])")
_RUTA = re.compile(r"(?<![`(\w.])[a-z_]+(?:\.[a-z_]+)+(?![\w`).]*[`)])\b")
_QUIZA_RUTA = re.compile(r"[a-z_]\.[a-z_]")
_SIGNOS_SEGUIDOS = re.compile(r"[.?!…]\.")
_ESPACIOS = re.compile(r" {2,}")
_PUNTOS = re.compile(r"(?<!\.)\.\.(?!\.)|([?!…])\.")


@dataclass(frozen=True, slots=True)
class Narrador:
    """Escribe la explicación de cada hallazgo de un plan."""

    paquete: Paquete
    plan: Plan
    hechos: Hechos
    rotulador: Rotulador
    lugares: Mapping[str, str]
    _dichos: dict[tuple[str, object, int], tuple[object, DatoLeido]] = field(default_factory=dict)

    def exigencia(self, ficha: FichaDeRegla) -> str:
        """Devuelve lo que la regla exige, o la pregunta que responde una persona, en una frase."""
        dicha = self.rotulador.decir(ficha.exige_en_prosa, ficha.listas)
        return cerrar(f"Se exige que {dicha}") if dicha else f"Lo responde una persona: {ficha.pregunta}"

    def condicion(self, ficha: FichaDeRegla) -> str:
        """Devuelve cuándo se exige, sin mayúscula ni punto; vacía si siempre."""
        return self.rotulador.decir(ficha.cuando_en_prosa, ficha.listas)

    def cumple(self, ficha: FichaDeRegla, total: int) -> str:
        """Explica un cumple: qué se exigía y en cuántos se miró."""
        if not ficha.variables:
            return f"{self.exigencia(ficha)} Con lo que se leyó, se da."
        return f"{self.exigencia(ficha)} Se da en {_todos(total)}."

    def sin_aplicar(self, ficha: FichaDeRegla) -> str:
        """Dice qué se exigiría si la regla aplicara."""
        dicha = self.rotulador.decir(ficha.exige_en_prosa, ficha.listas)
        if not dicha:
            return f"Donde aplica, lo responde una persona: {ficha.pregunta}"
        return cerrar(f"Donde aplica, se exige que {dicha}")

    def fallo(self, ficha: FichaDeRegla, elementos: tuple[Any, ...], cuenta: Mapping[str, str]) -> str:
        """Explica un no cumple: cada parte que falló, con lo que se esperaba y lo que se leyó."""
        partes = self.paquete.porques(ficha)(self.plan, self.hechos, EXIGE, *elementos)
        presentes = dict(zip(ficha.variables, map(nombrar_elemento, elementos), strict=False))
        frases = [self._parte(ficha, presentes, *p) for p in partes[:_PARTES_A_LA_VISTA]]
        resto = len(partes) - _PARTES_A_LA_VISTA
        if resto > 0:
            frases.append(f"Y no se dan otras {resto} condiciones de la misma regla.")
        if ficha.variables and cuenta["n_total"] not in {"0", "1"}:
            frases.append(f"Falla en {cuenta['n_fallan']} de {cuenta['n_total']}.")
        return " ".join(frases) or self.exigencia(ficha)

    def no_se_da(self, ficha: FichaDeRegla) -> str:
        """Explica por qué no se da la condición de la regla: lo que se leyó de ella."""
        partes = self.paquete.porques(ficha)(self.plan, self.hechos, CUANDO)
        leidos = [self._sin_darse(ficha, *p) for p in partes[:_PARTES_A_LA_VISTA]]
        dichos = list(dict.fromkeys(x for x in leidos if x))
        return cerrar(f"Se leyó que {'; '.join(dichos)}") if dichos else ""

    def _sin_darse(self, ficha: FichaDeRegla, esperado: str, valores: Valores) -> str:
        """Dice una parte del `cuando` que no se dio; la que cuenta elementos no lleva más valores."""
        if valores and valores[0][0] == _CUENTA:
            return f"lo que se pide a los elementos {_de_cuantos(*valores[0][1])}"
        return en_lista([self._leido(ficha, nombre, v, solo=False) for nombre, v in valores])

    def sin_saber(self, ficha: FichaDeRegla, fase: int) -> str:
        """Explica un no consta: para qué hacía falta el dato."""
        if fase == EXIGE or not ficha.cuando_en_prosa:
            return f"{self.exigencia(ficha)} Sin ese dato no se puede decidir."
        return cerrar(f"Solo se exige si {self.condicion(ficha)}") + " Sin ese dato no se sabe si aplica."

    def por_veredicto(self, ficha: FichaDeRegla, veredicto: Veredicto, fase: int) -> str:
        """Explica un hallazgo que no salió de un falso: una ausencia o un dato que falta."""
        if veredicto is Veredicto.NO_CONSTA:
            return self.sin_saber(ficha, fase)
        if veredicto is Veredicto.NO_APLICA:
            return self.sin_aplicar(ficha)
        return self.exigencia(ficha)

    def datos(self, ficha: FichaDeRegla, elementos: tuple[Any, ...]) -> tuple[DatoLeido, ...]:
        """Devuelve los datos que la regla miró, con su nombre, su valor y su lugar."""
        leidos = self.paquete.datos(ficha)(self.plan, self.hechos, *elementos)
        nombres, bases = dict(ficha.nombres), dict(ficha.listas)
        return tuple(self._dato(ficha, nombres, bases, leido) for leido in leidos)

    def _dato(
        self,
        ficha: FichaDeRegla,
        nombres: Mapping[str, str],
        bases: Mapping[str, str],
        leido: tuple[str, Any],
    ) -> DatoLeido:
        """Devuelve un dato leído; el que muchas reglas miran se dice una sola vez.

        Se guarda también el valor: mientras viva, ningún otro puede tener su identidad.
        """
        ruta, valor = leido
        propio = (nombres[ruta], ficha.listas) if ruta in nombres else bases.get(_primera(ruta))
        hallado = self._dichos.get((ruta, propio, id(valor)))
        if hallado is None:
            r = self.rotulador
            dato = DatoLeido.model_construct(
                ruta=ruta,
                nombre=r.nombre_del_dato(ruta, ficha.listas, nombres),
                valor=sin_repetir(r.valor(ruta, valor)),
                lugar=self.lugares.get(ruta, ""),
            )
            self._dichos[ruta, propio, id(valor)] = hallado = (valor, dato)
        return hallado[1]

    def _parte(
        self, ficha: FichaDeRegla, presentes: Mapping[str, str], esperado: str, valores: Valores
    ) -> str:
        dicho = f"Se espera que {self.rotulador.decir(esperado, ficha.listas, presentes)}"
        leido = self._leidos(ficha, valores)
        return cerrar(f"{dicho}; {leido}" if leido else f"{dicho}, y no se da")

    def _leidos(self, ficha: FichaDeRegla, valores: Valores) -> str:
        if len(valores) == 1:
            return self._leido(ficha, *valores[0], solo=True)
        return en_lista([self._leido(ficha, nombre, v, solo=False) for nombre, v in valores])

    def _leido(self, ficha: FichaDeRegla, nombre: str, valor: Any, *, solo: bool) -> str:  # noqa: ANN401
        """Dice un valor leído; si es el único, no repite su nombre."""
        if nombre == _CUENTA:
            return _de_cuantos(*valor)
        if not nombre:
            return f"se halló esto: {_sin_punto(str(valor))}"
        dicho = self.rotulador.decir(nombre, ficha.listas)
        if valor is None:
            return "no se describió" if solo else f"no se describió {dicho}"
        if isinstance(valor, NoHay):
            return f"el plan declara que no hay {dicho} ({_sin_punto(valor.motivo)})"
        hallado = _UN_DATO.match(nombre)
        ruta = _completa(hallado[1], ficha) if hallado else ""
        texto = _sin_punto(self.rotulador.valor(ruta, valor))
        return f"se leyó {texto}" if solo else f"{dicho} es {texto}"


def _primera(ruta: str) -> str:
    """Devuelve el primer nombre de la ruta, que puede ser una variable de la regla."""
    return ruta.partition(".")[0].partition("[")[0]


def _completa(ruta: str, ficha: FichaDeRegla) -> str:
    primera, _, resto = ruta.partition(".")
    base = dict(ficha.listas).get(primera)
    return f"{base}.{resto}" if base and resto else ruta


def _de_cuantos(si: int, total: int) -> str:
    if total == 0:
        return "no hay ninguno que mirar"
    if total == 1:
        return "se da en el único que se miró" if si else "no se da en el único que se miró"
    return f"se da en {si} de {total}" if si else f"no se da en ninguno de los {total} que se miraron"


def _todos(total: int) -> str:
    return "el único que se miró" if total == 1 else f"los {total} que se miraron"


def nombrar_elemento(elemento: object) -> str:
    """Escribe un elemento por su nombre y su id; sin nombre, por lo que es; un valor fijo, por su rótulo."""
    if isinstance(elemento, str):
        return rotular(elemento).replace("_", " ")
    id_ = getattr(elemento, "id", "")
    if id_ and not isinstance(getattr(elemento, "nombre", None), str):
        return f"{en_llano(nombre_de_tipo(type(elemento)))} {id_}"
    return nombrar(elemento)


def _sin_punto(texto: str) -> str:
    return texto.strip().rstrip(".")


def cerrar(texto: str) -> str:
    """Deja la frase con un solo punto final y sin espacios de más.

    >>> cerrar("Falta  el plano..")
    'Falta el plano.'
    >>> cerrar("¿Está?")
    '¿Está?'
    """
    limpia = sin_repetir(texto)
    if " el " in limpia:
        limpia = _CONTRACCION.sub(lambda m: "del" if m[1] in "dD" else "al", limpia)
    return limpia if limpia.endswith((".", "?", "!", "…", ".»", "?»")) else f"{limpia}."


def sin_repetir(texto: str) -> str:
    """Quita los espacios y puntos repetidos que deja juntar frases y valores, y nombra las rutas sueltas."""
    # Casi ningún texto trae una ruta suelta ni signos repetidos, y buscarlos cuesta menos que cambiarlos.
    limpia = _RUTA.sub(_con_rotulo, texto) if _QUIZA_RUTA.search(texto) else texto
    if "  " in limpia:
        limpia = _ESPACIOS.sub(" ", limpia)
    if _SIGNOS_SEGUIDOS.search(limpia):
        limpia = _PUNTOS.sub(lambda m: m[1] or ".", limpia)
    return limpia.strip()


def _con_rotulo(ruta: re.Match[str]) -> str:
    rotulo = rotulo_de(ruta[0])
    return f"«{rotulo}» (`{ruta[0]}`)" if rotulo else ruta[0]

"""Asocia cada nombre de una expresión con lo que el Esquema dice que es.

Entra: una Ruta y el Ambito donde aparece. Sale: la lectura tipada, o por qué el nombre no existe.
No hace: comprobar que los tipos de una operación encajen; de eso se ocupa el comprobador.
Un nombre se busca, en orden, entre las variables, los `define` y los bloques del plan; sin distinguir tildes
ni mayúsculas.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.esquema import EVALUACION, PREFIJO_DE_EVALUACION, RAIZ, Campo, Esquema
from plomada.lenguaje.sintaxis import Ruta
from plomada.lenguaje.tipos import ListaDe, ObjetoDe, Opciones, Referencia, Tipo, describir
from plomada.valores.cercanos import cercanos, quiza
from plomada.valores.texto import plegar


@dataclass(frozen=True, slots=True)
class Ambito:
    """Los nombres visibles en un punto de la regla, además de los del plan."""

    esquema: Esquema
    variables: Mapping[str, Tipo] = field(default_factory=dict)
    defines: Mapping[str, Tipo] = field(default_factory=dict)

    def con(self, variable: str, tipo: Tipo) -> "Ambito":
        """Devuelve el mismo ámbito con una variable más."""
        return replace(self, variables={**self.variables, variable: tipo})


def resolver(ruta: Ruta, ambito: Ambito) -> Lectura[n.Leer | n.UsarDefine]:
    """Devuelve la lectura del dato que la ruta nombra.

    Diagnósticos: PLO-N201 (no existe), PLO-N202 (se pide un campo a lo que no tiene campos), PLO-N203 (se
    pide un campo a una lista).
    """
    primera = plegar(ruta.partes[0])
    if primera in ambito.variables:
        lectura = n.Leer("variable", primera, (), ambito.variables[primera], ruta.texto, ruta.tramo)
        return _seguir(lectura, ruta, 1, ambito)
    if primera in ambito.defines:
        return _resolver_define(ruta, primera, ambito)
    if primera == PREFIJO_DE_EVALUACION:
        lectura = n.Leer("evaluacion", "", (), ObjetoDe(EVALUACION), ruta.texto, ruta.tramo)
        return _seguir(lectura, ruta, 1, ambito)
    if primera in ambito.esquema.objetos[RAIZ].campos:
        lectura = n.Leer("plan", "", (), ObjetoDe(RAIZ), ruta.texto, ruta.tramo)
        return _seguir(lectura, ruta, 0, ambito)
    return Lectura(None, (_no_existe(ruta, ruta.partes[0], nombres_visibles(ambito)),))


def nombres_visibles(ambito: Ambito) -> tuple[str, ...]:
    """Devuelve los nombres con que puede empezar una ruta."""
    raiz = ambito.esquema.objetos[RAIZ].campos
    return (*ambito.variables, *ambito.defines, *raiz, PREFIJO_DE_EVALUACION)


def _resolver_define(ruta: Ruta, nombre: str, ambito: Ambito) -> Lectura[n.Leer | n.UsarDefine]:
    if len(ruta.partes) > 1:
        aviso = Diagnostico(
            "PLO-N202", f"`{nombre}` es un `define` y no tiene campos", ruta.tramo, f"use `{nombre}` solo"
        )
        return Lectura(None, (aviso,))
    return Lectura(n.UsarDefine(nombre, ambito.defines[nombre], ruta.tramo))


def _seguir(lectura: n.Leer, ruta: Ruta, desde: int, ambito: Ambito) -> Lectura[n.Leer | n.UsarDefine]:
    actual = lectura
    for parte in ruta.partes[desde:]:
        paso = _paso(actual.tipo, parte, ruta, ambito.esquema)
        if isinstance(paso, Diagnostico):
            return Lectura(None, (paso,))
        campo = paso
        actual = _agregar_paso(actual, campo)
    return Lectura(actual)


def _agregar_paso(lectura: n.Leer, campo: Campo) -> n.Leer:
    pasos = lectura.pasos
    if isinstance(lectura.tipo, Referencia):
        pasos = _con_indice(pasos, lectura.tipo.objeto)
    nuevo = n.Paso(campo.nombre, campo.puede_faltar, campo.puede_declararse)
    return replace(lectura, pasos=(*pasos, nuevo), tipo=campo.tipo)


def _con_indice(pasos: tuple[n.Paso, ...], objeto: str) -> tuple[n.Paso, ...]:
    """Marca que lo último leído es un id que se sigue; si es la variable, con un paso sin atributo."""
    if not pasos:
        return (n.Paso("", False, False, objeto),)
    return (*pasos[:-1], replace(pasos[-1], indice=objeto))


def _paso(tipo: Tipo, parte: str, ruta: Ruta, esquema: Esquema) -> Campo | Diagnostico:
    if isinstance(tipo, ListaDe):
        return Diagnostico(
            "PLO-N203",
            f"en `{ruta.texto}` se pide `{parte}` a una lista",
            ruta.tramo,
            "recorra la lista: `cada x en … cumple x." + parte + " …`",
        )
    nombre = (
        tipo.objeto if isinstance(tipo, Referencia) else tipo.nombre if isinstance(tipo, ObjetoDe) else ""
    )
    objeto = esquema.objetos.get(nombre)
    if objeto is None or isinstance(tipo, Opciones):
        return Diagnostico(
            "PLO-N202",
            f"en `{ruta.texto}`, lo que está antes de `{parte}` es {describir(tipo)} y no tiene campos",
            ruta.tramo,
            f"quite `.{parte}`",
        )
    campo = objeto.campos.get(plegar(parte))
    if campo is None:
        return _no_existe(ruta, parte, objeto.campos)
    return campo


def _no_existe(ruta: Ruta, parte: str, conocidos: Iterable[str]) -> Diagnostico:
    posibles = tuple(conocidos)
    ayuda = quiza(parte, posibles)
    if ayuda and len(ruta.partes) > 1:
        completas = [ruta.texto.replace(parte, c, 1) for c in cercanos(parte, posibles)]
        ayuda = "¿quiso decir " + " o ".join(f"`{c}`" for c in completas) + "?"
    donde = f" (en `{ruta.texto}`)" if ruta.texto != parte else ""
    return Diagnostico(
        "PLO-N201",
        f"no existe `{parte}`{donde}",
        ruta.tramo,
        ayuda or "los nombres posibles son " + ", ".join(f"`{p}`" for p in posibles[:12]),
    )

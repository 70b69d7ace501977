"""Baja por el árbol guiado por la forma del modelo y anota todo lo que depende del lugar.

Entra: el árbol y la forma del plan. Sale: los datos llanos que valida pydantic, el lugar de cada ruta
canónica, los ids declarados y las referencias escritas.
Invariante: visita cada nodo una sola vez, así que cuesta lo que mide el árbol.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo import fallas
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.tipos import CLAVES_DE_AUSENCIA

Llano: TypeAlias = "str | None | list[Llano] | dict[str, Llano]"
_NULOS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Cita:
    """Referencia escrita: a qué tipo de elemento, con qué id y dónde."""

    tipo: str
    id: str
    ruta: str
    tramo: Tramo


@dataclass(slots=True)
class Recorrido:
    """Lo que se anota al bajar por el árbol; vive lo que dura una lectura."""

    lugares: dict[str, Tramo] = field(default_factory=dict)
    ids: dict[str, dict[str, Tramo]] = field(default_factory=dict)
    citas: list[Cita] = field(default_factory=list)
    nulos: set[str] = field(default_factory=set)
    hallados: list[Diagnostico] = field(default_factory=list)
    visitas: int = 0

    def bajar(self, nodo: Nodo, forma: Forma | None, ruta: str = "") -> Llano:
        """Devuelve el nodo como datos llanos; lo que se dejó vacío desaparece."""
        self.visitas += 1
        self.lugares.setdefault(ruta, nodo.tramo)
        match nodo:
            case Escalar():
                return self._escalar(nodo, forma, ruta)
            case Secuencia():
                return self._secuencia(nodo, forma, ruta)
            case Mapa():
                return self._mapa(nodo, forma, ruta)

    def _escalar(self, nodo: Escalar, forma: Forma | None, ruta: str) -> str | None:
        if nodo.esta_vacio:
            return None
        if nodo.llano and nodo.texto in _NULOS:
            self.nulos.add(ruta)
            ayuda = 'quite la clave si nadie lo ha descrito, o declare `{no_hay: "motivo"}`'
            mensaje = f"en `{ruta}`, `{nodo.texto}` no es un dato"
            self.hallados.append(Diagnostico(fallas.NULO_ESCRITO, mensaje, nodo.tramo, ayuda))
            return None
        if forma is not None and forma.clase == "referencia":
            self.citas.append(Cita(forma.tipo, nodo.texto.strip(), ruta, nodo.tramo))
        return nodo.texto

    def _secuencia(self, nodo: Secuencia, forma: Forma | None, ruta: str) -> list[Llano]:
        dentro = forma.dentro if forma is not None and forma.clase == "lista" else None
        llanos: list[Llano] = []
        propios: dict[str, Tramo] = {}
        for posicion, elemento in enumerate(nodo.elementos, start=1):
            if dentro is not None and dentro.es_elemento:
                self._anotar_id(elemento, dentro.tipo, propios, ruta)
            llanos.append(self.bajar(elemento, dentro, f"{ruta}[{nombre_de(elemento, posicion)}]"))
        return llanos

    def _mapa(self, nodo: Mapa, forma: Forma | None, ruta: str) -> dict[str, Llano]:
        if forma is not None and forma.admite_no_hay and _es_ausencia(nodo):
            return {
                clave: valor.texto if isinstance(valor, Escalar) else None for clave, _, valor in nodo.pares
            }
        if forma is not None and forma.es_elemento and not ruta.endswith("]"):
            self._anotar_id(nodo, forma.tipo, {}, ruta)
        llanos: dict[str, Llano] = {}
        for clave, lugar, valor in nodo.pares:
            interna = _forma_de(clave, forma)
            if interna is None:
                llanos[clave] = _sin_forma(valor)
                continue
            llano = self.bajar(valor, interna, f"{ruta}.{clave}" if ruta else clave)
            if llano is not None:
                llanos[clave] = llano
            elif isinstance(valor, Escalar) and valor.esta_vacio:
                self.lugares[f"{ruta}.{clave}" if ruta else clave] = lugar
        return llanos

    def _anotar_id(self, nodo: Nodo, tipo: str, propios: dict[str, Tramo], lista: str) -> None:
        escrito = id_de(nodo)
        if escrito is None:
            return
        limpio = escrito.texto.strip()
        primero = propios.get(limpio)
        if primero is not None:
            segundo = escrito.tramo
            lugares = f"{primero.en_el_archivo} y {segundo.en_el_archivo}"
            if not segundo.hoja:
                lugares = f"líneas {primero.linea} y {segundo.linea}"
            mensaje = f"en `{lista}`, el id `{recortar(limpio)}` está dos veces: {lugares}"
            ayuda = "cada elemento lleva un id propio, que no cambia entre rondas"
            self.hallados.append(Diagnostico(fallas.ID_REPETIDO, mensaje, escrito.tramo, ayuda, primero))
            return
        propios[limpio] = escrito.tramo
        self.ids.setdefault(tipo, {}).setdefault(limpio, escrito.tramo)


def id_de(nodo: Nodo) -> Escalar | None:
    """Devuelve el id escrito en el elemento, o None si no lo trae."""
    escrito = nodo.buscar("id") if isinstance(nodo, Mapa) else None
    return escrito if isinstance(escrito, Escalar) and escrito.texto.strip() else None


def nombre_de(elemento: Nodo, posicion: int) -> str:
    """Devuelve cómo se nombra un elemento en una ruta: su id o, si no tiene, su lugar desde 1."""
    escrito = id_de(elemento)
    return recortar(escrito.texto.strip(), 80) if escrito is not None else str(posicion)


def _es_ausencia(nodo: Mapa) -> bool:
    return any(clave in CLAVES_DE_AUSENCIA for clave, _, _ in nodo.pares)


def _forma_de(clave: str, forma: Forma | None) -> Forma | None:
    if forma is None:
        return None
    if forma.clase == "mapa":
        return forma.dentro
    return campos_de(forma.modelo).get(clave) if forma.modelo is not None else None


def _sin_forma(nodo: Nodo) -> Llano:
    """Devuelve algo de la misma forma para una clave que el modelo no conoce: basta con nombrarla."""
    match nodo:
        case Escalar(texto):
            return texto
        case Secuencia():
            return []
        case Mapa():
            return {}

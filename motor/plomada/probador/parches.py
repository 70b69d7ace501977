"""Aplica los parches de un caso sobre el árbol de un plan, antes de validarlo.

Entra: el árbol y los parches. Sale: otro árbol, donde lo puesto lleva el lugar del parche, y lo hallado.
No hace: saber qué campos tiene el plan; eso lo dice la validación, como con cualquier `plan.yaml`.
Un parche que no hace lo que dice (quita lo que no está, se escribe dos veces) es un error, no un silencio.
"""

from collections.abc import Callable, Iterable

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.desde_yaml import leer_yaml
from plomada.cargadores.recorrido import id_de
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje.sintaxis import Parche
from plomada.probador.rutas import Clave, Elemento, Paso, escribir_ruta, leer_ruta
from plomada.valores.cercanos import quiza

RUTA_ILEGIBLE = "PLO-P101"
VALOR_ILEGIBLE = "PLO-P102"
NO_HAY_QUE_QUITAR = "PLO-P103"
CAMINO_CERRADO = "PLO-P104"
PARCHE_REPETIDO = "PLO-P105"


class _NoSePuede(Exception):
    """Corta un parche que no se puede aplicar."""

    def __init__(self, diagnostico: Diagnostico) -> None:
        super().__init__(diagnostico.mensaje)
        self.diagnostico = diagnostico


def aplicar(arbol: Nodo, parches: Iterable[Parche]) -> Lectura[Nodo]:
    """Devuelve el árbol con los parches puestos, en orden; con algún error no hay árbol.

    Diagnósticos: PLO-P101 a PLO-P105.
    """
    hallados: list[Diagnostico] = []
    puestas: dict[str, Tramo] = {}
    for parche in parches:
        try:
            _rechazar_repetido(parche, puestas)
            arbol = _aplicar_uno(arbol, parche)
        except _NoSePuede as motivo:
            hallados.append(motivo.diagnostico)
    return Lectura(None if hallados else arbol, tuple(hallados))


def _rechazar_repetido(parche: Parche, puestas: dict[str, Tramo]) -> None:
    if parche.accion != "pone":
        return
    primero = puestas.setdefault(parche.ruta, parche.tramo)
    if primero is not parche.tramo:
        mensaje = f"el caso escribe dos veces `{parche.ruta}`"
        raise _NoSePuede(
            Diagnostico(PARCHE_REPETIDO, mensaje, parche.tramo, "deje uno", primero, "el primero")
        )


def _aplicar_uno(arbol: Nodo, parche: Parche) -> Nodo:
    pasos = leer_ruta(parche.ruta)
    if pasos is None:
        ayuda = "se escribe con puntos, y el id de un elemento entre corchetes: `medios.proyectos[P1].costo`"
        raise _NoSePuede(
            Diagnostico(RUTA_ILEGIBLE, f"no se entiende la ruta `{parche.ruta}`", parche.tramo, ayuda)
        )
    obra = _Obra(parche, pasos)
    if parche.accion == "quita":
        return obra.cambiar(arbol, 0, _borrar)
    valor = _leer_valor(parche)
    if parche.accion == "agrega":
        return obra.cambiar(arbol, 0, lambda lista: obra.agregar(lista, valor))
    ultimo = pasos[-1]
    return obra.cambiar(
        arbol, 0, lambda _: obra.con_id(valor, ultimo) if isinstance(ultimo, Elemento) else valor
    )


def _borrar(_: Nodo | None) -> None:
    return None


def _leer_valor(parche: Parche) -> Nodo:
    """Lee el valor como si estuviera en un `plan.yaml`, a la derecha de su clave."""
    leido = leer_yaml(f"v: {parche.valor}".encode(), parche.tramo.archivo)
    if leido.valor is None or not isinstance(leido.valor, Mapa):
        primero = leido.diagnosticos[0] if leido.diagnosticos else None
        motivo = f": {primero.mensaje}" if primero else ""
        ayuda = (primero.ayuda if primero else "") or "escríbalo como en un `plan.yaml`, en una línea"
        raise _NoSePuede(
            Diagnostico(
                VALOR_ILEGIBLE, f"no se entiende el valor de `{parche.ruta}`{motivo}", parche.tramo, ayuda
            )
        )
    return _con_lugar(leido.valor.pares[0][2], parche.tramo)


def _con_lugar(nodo: Nodo, tramo: Tramo) -> Nodo:
    """Devuelve el mismo árbol con todo en el lugar del parche."""
    match nodo:
        case Escalar(texto=texto, llano=llano):
            return Escalar(texto, tramo, llano)
        case Secuencia(elementos=elementos):
            return Secuencia(tuple(_con_lugar(x, tramo) for x in elementos), tramo)
        case Mapa(pares=pares):
            return Mapa(tuple((clave, tramo, _con_lugar(valor, tramo)) for clave, _, valor in pares), tramo)


_Cambio = Callable[[Nodo | None], Nodo | None]


class _Obra:
    """Un parche en curso: baja por su ruta y rehace el camino de vuelta."""

    def __init__(self, parche: Parche, pasos: tuple[Paso, ...]) -> None:
        self._parche, self._pasos, self._tramo = parche, pasos, parche.tramo

    def cambiar(self, nodo: Nodo | None, i: int, cambio: _Cambio) -> Nodo:
        """Devuelve `nodo` con lo que hay al final de la ruta cambiado; None en el cambio lo borra."""
        paso = self._pasos[i]
        if isinstance(paso, Clave):
            return self._en_mapa(self._como_mapa(nodo, i), paso, i, cambio)
        return self._en_lista(self._como_lista(nodo, i), paso, i, cambio)

    def agregar(self, lista: Nodo | None, valor: Nodo) -> Nodo:
        """Devuelve la lista con un elemento más."""
        anterior = self._como_lista(lista, len(self._pasos))
        return Secuencia((*anterior.elementos, valor), anterior.tramo)

    def con_id(self, valor: Nodo, paso: Elemento) -> Nodo:
        """Devuelve el elemento con el id de la ruta; si trae otro, no se sabe cuál es."""
        if not isinstance(valor, Mapa):
            raise self._no("un elemento se escribe entre llaves: `{nombre: …}`", VALOR_ILEGIBLE,
                           f"`{self._parche.ruta}` es un elemento y su valor no es un mapa")  # fmt: skip
        propio = id_de(valor)
        if propio is None:
            return Mapa((("id", self._tramo, Escalar(paso.id, self._tramo)), *valor.pares), valor.tramo)
        if propio.texto.strip() != paso.id:
            raise self._no("deje el mismo id, o quite el de las llaves", VALOR_ILEGIBLE,
                           f"la ruta dice `{paso.id}` y el elemento, `{propio.texto}`")  # fmt: skip
        return valor

    def _siguiente(self, nodo: Nodo | None, i: int, cambio: _Cambio) -> Nodo | None:
        if i + 1 == len(self._pasos):
            if nodo is None and self._parche.accion == "quita":
                raise self._nada_que_quitar(i, ())
            return cambio(nodo)
        return self.cambiar(nodo, i + 1, cambio)

    def _en_mapa(self, mapa: Mapa, paso: Clave, i: int, cambio: _Cambio) -> Mapa:
        actual = mapa.buscar(paso.nombre)
        if actual is None and self._parche.accion == "quita":
            raise self._nada_que_quitar(i, (clave for clave, _, _ in mapa.pares))
        nuevo = self._siguiente(actual, i, cambio)
        if nuevo is None:
            return Mapa(tuple(par for par in mapa.pares if par[0] != paso.nombre), mapa.tramo)
        if actual is None:
            return Mapa((*mapa.pares, (paso.nombre, self._tramo, nuevo)), mapa.tramo)
        return Mapa(tuple((c, t, nuevo if c == paso.nombre else v) for c, t, v in mapa.pares), mapa.tramo)

    def _en_lista(self, lista: Secuencia, paso: Elemento, i: int, cambio: _Cambio) -> Secuencia:
        ids = [e.texto.strip() if (e := id_de(x)) else "" for x in lista.elementos]
        if paso.id not in ids:
            if self._parche.accion == "quita":
                raise self._nada_que_quitar(i, filter(None, ids))
            nuevo = Mapa((("id", self._tramo, Escalar(paso.id, self._tramo)),), self._tramo)
            hecho = self._siguiente(nuevo, i, cambio)
            return Secuencia((*lista.elementos, hecho), lista.tramo) if hecho else lista
        puesto = ids.index(paso.id)
        hecho = self._siguiente(lista.elementos[puesto], i, cambio)
        medio = () if hecho is None else (hecho,)
        return Secuencia((*lista.elementos[:puesto], *medio, *lista.elementos[puesto + 1 :]), lista.tramo)

    def _como_mapa(self, nodo: Nodo | None, i: int) -> Mapa:
        if nodo is None or (isinstance(nodo, Escalar) and nodo.esta_vacio):
            return Mapa((), self._tramo)
        if not isinstance(nodo, Mapa):
            raise self._cerrado(nodo, i)
        return nodo

    def _como_lista(self, nodo: Nodo | None, i: int) -> Secuencia:
        if nodo is None or (isinstance(nodo, Escalar) and nodo.esta_vacio):
            return Secuencia((), self._tramo)
        if not isinstance(nodo, Secuencia):
            raise self._cerrado(nodo, i)
        return nodo

    def _cerrado(self, nodo: Nodo, i: int) -> _NoSePuede:
        donde = escribir_ruta(self._pasos[:i])
        que = {Mapa: "un mapa", Secuencia: "una lista", Escalar: "un dato"}[type(nodo)]
        de_lista = i == len(self._pasos) or isinstance(self._pasos[i], Elemento)
        mensaje = f"`{donde}` es {que}, y el parche lo usa como {'una lista' if de_lista else 'un mapa'}"
        return self._no("quítelo antes con `quita`, o corrija la ruta", CAMINO_CERRADO, mensaje, nodo.tramo)

    def _nada_que_quitar(self, i: int, hay: Iterable[str]) -> _NoSePuede:
        paso = self._pasos[i]
        buscado = paso.id if isinstance(paso, Elemento) else paso.nombre
        mensaje = f"no hay `{escribir_ruta(self._pasos[: i + 1])}` que quitar"
        return self._no(quiza(buscado, hay) or "la base del caso no lo trae", NO_HAY_QUE_QUITAR, mensaje)

    def _no(self, ayuda: str, codigo: str, mensaje: str, otro: Tramo | None = None) -> _NoSePuede:
        return _NoSePuede(Diagnostico(codigo, mensaje, self._tramo, ayuda, otro))

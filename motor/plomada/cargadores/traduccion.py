"""Traduce cada error de pydantic a un diagnóstico con el lugar del dato, su ruta y su arreglo."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from plomada.cargadores.arbol import Escalar, Mapa, Nodo, Secuencia
from plomada.cargadores.recorrido import Recorrido, nombre_de
from plomada.cargadores.sugerencias import Sugeridor
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo import fallas
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.tipos import CLAVES_DE_AUSENCIA
from plomada.valores.texto import en_lista

_CAMPOS_QUE_SE_MUESTRAN = 16
# Entre llaves la coma separa claves: `{area: 1,5 ha}` son `area: 1` y una clave `5 ha` sin valor.
_AYUDA_DE_COMA = (
    "entre llaves la coma separa claves: el decimal va con punto, y un texto con coma, entre comillas"
)


@dataclass(frozen=True, slots=True)
class _Lugar:
    """Adónde lleva la ruta de un error: nodo, lugar, ruta escrita y forma de quien lo contiene."""

    ruta: str
    tramo: Tramo
    padre: str
    forma_del_padre: Forma | None
    esta_vacio: bool = False


class Traductor:
    """Traduce los errores de una lectura; guarda el índice de claves de cada mapa que visita."""

    def __init__(self, raiz: Nodo, forma: Forma, recorrido: Recorrido, sugeridor: Sugeridor) -> None:
        """Recibe el árbol que se validó, la forma del plan y lo que se anotó al bajar."""
        self._raiz = raiz
        self._forma = forma
        self._recorrido = recorrido
        self._sugeridor = sugeridor
        self._indices: dict[int, dict[str, tuple[Tramo, Nodo]]] = {}

    def traducir(self, error: ValidationError) -> Iterator[Diagnostico]:
        """Devuelve un diagnóstico por error, en el orden en que pydantic los halló."""
        for detalle in error.errors(include_url=False, include_input=False):
            lugar = self._ubicar(detalle["loc"])
            if lugar.ruta not in self._recorrido.nulos:
                yield self._uno(detalle, lugar)

    def _uno(self, detalle: Mapping[str, Any], lugar: _Lugar) -> Diagnostico:
        tipo = str(detalle["type"])
        if tipo == "missing":
            return self._falta(lugar)
        if tipo == "extra_forbidden":
            return self._desconocida(lugar)
        contexto = detalle.get("ctx", {})
        if tipo.startswith("PLO-"):
            mensaje = f"{_en(lugar.ruta)}{contexto['mensaje']}"
            return Diagnostico(tipo, mensaje, lugar.tramo, str(contexto["ayuda"]))
        esperado = "una lista" if tipo == "tuple_type" else "un mapa"
        ayuda = "revise la sangría y los guiones"
        return Diagnostico(fallas.OTRA_FORMA, f"{_en(lugar.ruta)}se esperaba {esperado}", lugar.tramo, ayuda)

    def _falta(self, lugar: _Lugar) -> Diagnostico:
        nombre = lugar.ruta.removeprefix(lugar.padre).lstrip(".")
        forma = _campos(lugar.forma_del_padre).get(nombre)
        ayuda = ""
        if forma is not None:
            ayuda = forma.descripcion.rstrip(".").lower()[:1] + forma.descripcion.rstrip(".")[1:]
            if forma.opciones is not None:
                ayuda += ": " + en_lista([f"`{o.value}`" for o in forma.opciones], "o")
        return Diagnostico(fallas.FALTA_UN_DATO, f"{_en(lugar.padre)}falta `{nombre}`", lugar.tramo, ayuda)

    def _desconocida(self, lugar: _Lugar) -> Diagnostico:
        clave = lugar.ruta.removeprefix(lugar.padre).lstrip(".")
        if clave in CLAVES_DE_AUSENCIA:
            ayuda = "declare que no hay en cada campo, no en el bloque entero"
            mensaje = f"`{lugar.padre or 'el plan'}` no admite `{clave}`"
            return Diagnostico(fallas.CLAVE_DESCONOCIDA, mensaje, lugar.tramo, ayuda)
        conocidos = tuple(_campos(lugar.forma_del_padre))
        donde = f"un campo de `{lugar.padre}`" if lugar.padre else "un bloque del plan"
        nota = "se admiten " + en_lista([f"`{c}`" for c in conocidos]) if _son_pocos(conocidos) else ""
        ayuda = self._sugeridor.sugerir(clave, conocidos) or (_AYUDA_DE_COMA if lugar.esta_vacio else "")
        mensaje = f"`{recortar(clave)}` no es {donde}"
        return Diagnostico(
            fallas.CLAVE_DESCONOCIDA, mensaje, lugar.tramo, ayuda or nota, nota=nota if ayuda else ""
        )

    def _ubicar(self, loc: Sequence[int | str]) -> _Lugar:
        nodo, forma = self._raiz, self._forma
        lugar = _Lugar("", nodo.tramo, "", None)
        for parte in loc:
            if isinstance(parte, int) and isinstance(nodo, Secuencia):
                nodo = nodo.elementos[parte]
                ruta = f"{lugar.ruta}[{nombre_de(nodo, parte + 1)}]"
                lugar = _Lugar(ruta, nodo.tramo, lugar.ruta, forma)
                forma = forma.dentro or forma
                continue
            ruta = f"{lugar.ruta}.{parte}" if lugar.ruta else str(parte)
            clave, hijo = self._hijo(nodo, str(parte))
            siguiente = forma.dentro if forma.clase == "mapa" else _campos(forma).get(str(parte))
            if hijo is None:
                return _Lugar(ruta, clave or lugar.tramo, lugar.ruta, forma)
            tramo = hijo.tramo if siguiente is not None else clave or hijo.tramo
            vacio = isinstance(hijo, Escalar) and hijo.esta_vacio
            lugar = _Lugar(ruta, tramo, lugar.ruta, forma, vacio)
            nodo, forma = hijo, siguiente or forma
        return lugar

    def _hijo(self, nodo: Nodo, clave: str) -> tuple[Tramo | None, Nodo | None]:
        if not isinstance(nodo, Mapa):
            return None, None
        indice = self._indices.get(id(nodo))
        if indice is None:
            indice = {nombre: (tramo, valor) for nombre, tramo, valor in nodo.pares}
            self._indices[id(nodo)] = indice
        return indice.get(clave, (None, None))


def _campos(forma: Forma | None) -> Mapping[str, Forma]:
    return campos_de(forma.modelo) if forma is not None and forma.modelo is not None else {}


def _son_pocos(nombres: Sequence[str]) -> bool:
    return 0 < len(nombres) <= _CAMPOS_QUE_SE_MUESTRAN


def _en(ruta: str) -> str:
    return f"en `{ruta}`, " if ruta else ""

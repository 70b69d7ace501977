"""Valores de muestra de cada forma del modelo: varios por dato, para ver si el veredicto depende de cuál sea.

No son datos del plan ni umbrales de ninguna norma: abarcan desde nada hasta mucho, las dos respuestas de un
sí o no y todas las opciones de una enumeración.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from plomada.modelo.formas import Forma, campos_de
from plomada.modelo.opciones import EstadoDeContenido, EstadoDeEvidencia, Opcion
from plomada.valores.cantidad import Cantidad
from plomada.valores.unidades import ESCALA, unidades_de

VARIANTES = 3
_HONDO = 3
_MONTOS = (Decimal(0), Decimal(1), Decimal(10) ** 12)
_ESCALAS = (Decimal(1), Decimal(3000), Decimal(10) ** 9)
_LEJOS = (date(1900, 1, 1), date(2200, 1, 1))
_TEXTO = "muestra"
_SOLO_ESTAS: Mapping[type[Opcion], tuple[Opcion, ...]] = {
    EstadoDeEvidencia: (EstadoDeEvidencia.COMPROBADA,),
    EstadoDeContenido: (
        EstadoDeContenido.INCLUIDO,
        EstadoDeContenido.NO_INCLUIDO,
        EstadoDeContenido.PARCIAL,
    ),
}


@dataclass(frozen=True, slots=True)
class Muestrario:
    """Da muestras para un plan: `fecha` es la de la evaluación e `ids`, los elementos que ya hay."""

    fecha: date
    ids: Callable[[str], Mapping[str, object]]

    def muestras(self, forma: Forma, hondo: int = _HONDO) -> tuple[Any, ...]:
        """Devuelve valores distintos de esa forma, o vacío si no se sabe dar ninguno."""
        match forma.clase:
            case "opcion":
                assert forma.opciones is not None
                return _SOLO_ESTAS.get(forma.opciones) or tuple(forma.opciones)
            case "cantidad":
                return _cantidades(forma.tipo)
            case "referencia":
                return (next(iter(self.ids(forma.tipo)), _TEXTO),)
            case "objeto":
                return tuple(self._objeto(forma, k, hondo - 1) for k in range(VARIANTES)) if hondo else ()
            case "lista":
                assert forma.dentro is not None
                return tuple((v,) for v in self.muestras(forma.dentro, hondo))
            case "mapa":
                return ()
            case "llano":
                return self._llanas(forma.tipo)

    def _llanas(self, tipo: str) -> tuple[Any, ...]:
        anio = self.fecha.year
        muestras: dict[str, tuple[Any, ...]] = {
            "sí o no": (True, False),
            "entero": (0, 1, 10**9),
            "año": (anio - 100, anio, anio + 100),
            "número": _MONTOS,
            "código de municipio": ("05001", "99999"),
            "fecha": (_LEJOS[0], self.fecha, _LEJOS[1]),
        }
        return muestras.get(tipo, (_TEXTO,))

    def _objeto(self, forma: Forma, variante: int, hondo: int) -> Any:  # noqa: ANN401 - una parte del plan
        assert forma.modelo is not None
        datos: dict[str, Any] = {}
        for nombre, interna in campos_de(forma.modelo).items():
            posibles = self.muestras(interna, hondo)
            if posibles:
                datos[nombre] = posibles[variante % len(posibles)]
        return forma.modelo.model_construct(**datos)

    def minimo(self, forma: Forma) -> Any:  # noqa: ANN401 - una parte del plan
        """Devuelve un objeto de esa forma que no dice nada más que lo obligatorio."""
        assert forma.modelo is not None
        datos = {
            nombre: self.muestras(interna)[0]
            for nombre, interna in campos_de(forma.modelo).items()
            if not interna.puede_faltar
        }
        return forma.modelo.model_construct(**datos)


def _cantidades(dimension: str) -> tuple[Cantidad, ...]:
    if dimension == ESCALA:
        return tuple(Cantidad(n, ESCALA) for n in _ESCALAS)
    unidad = next(iter(unidades_de(dimension)))
    return tuple(Cantidad(n, unidad) for n in _MONTOS)

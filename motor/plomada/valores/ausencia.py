"""La segunda manera de no estar: el plan declara, con motivo, que algo no existe o no le aplica."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoHay:
    """Declaración expresa de que un dato o un objeto no existe en este municipio o no le aplica.

    La primera manera de no estar (nadie lo describió) es `None`; la tercera posibilidad es el dato.
    """

    motivo: str

"""Escribe código Python con sangría, nombres nuevos y constantes sin repetir.

Ningún texto de una regla entra al código salvo como constante escrita con `repr`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plomada.lenguaje.nucleo import ValorConstante
from plomada.valores.cantidad import Cantidad
from plomada.valores.logica import Causa, TipoDeCausa


@dataclass(slots=True)
class Constantes:
    """Las constantes del módulo generado, cada una con un solo nombre."""

    _nombres: dict[str, str] = field(default_factory=dict)

    def nombre(self, prefijo: str, expresion: str) -> str:
        """Devuelve el nombre de la constante que vale `expresion`."""
        return self._nombres.setdefault(expresion, f"{prefijo}{len(self._nombres)}")

    def causa(self, tipo: TipoDeCausa, ruta: str = "", detalle: str = "") -> str:
        """Devuelve el nombre de una causa constante."""
        return self.nombre("C", f"Causa({tipo!r}, {ruta!r}, {detalle!r})")

    def de_causa(self, causa: Causa) -> str:
        """Devuelve el nombre de la constante igual a `causa`."""
        return self.causa(causa.tipo, causa.ruta, causa.detalle)

    def valor(self, valor: ValorConstante) -> str:
        """Devuelve cómo se escribe un valor fijo: los enteros y textos van tal cual."""
        match valor:
            case bool() | int() | str():
                return repr(valor)
            case Decimal():
                return self.nombre("K", f"Decimal({str(valor)!r})")
            case date():
                return self.nombre("K", f"date({valor.year}, {valor.month}, {valor.day})")
            case Cantidad():
                return self.nombre(
                    "K", f"Cantidad(Decimal({str(valor.valor)!r}), {valor.unidad!r}, {valor.anio!r})"
                )

    def conjunto(self, valores: tuple[ValorConstante, ...]) -> str:
        """Devuelve el nombre de un conjunto fijo."""
        return self.nombre("S", "frozenset((" + ", ".join(self.valor(v) for v in valores) + ",))")

    def lineas(self) -> list[str]:
        """Devuelve las asignaciones, en el orden en que se pidieron."""
        return [f"{nombre} = {expresion}" for expresion, nombre in self._nombres.items()]


@dataclass(slots=True)
class Escritor:
    """Cuerpo de una función generada: líneas con sangría y variables que no se repiten."""

    lineas: list[str] = field(default_factory=list)
    al_comienzo: dict[str, str] = field(default_factory=dict)
    _nivel: int = 1
    _siguiente: int = 0

    def linea(self, texto: str) -> None:
        """Agrega una línea con la sangría actual."""
        self.lineas.append(" " * self._nivel + texto)

    @contextmanager
    def bloque(self, cabeza: str) -> Iterator[None]:
        """Escribe `cabeza` y sangra lo que se escriba dentro; si queda vacío, escribe `pass`."""
        self.linea(cabeza)
        self._nivel += 1
        antes = len(self.lineas)
        yield
        if len(self.lineas) == antes:
            self.linea("pass")
        self._nivel -= 1

    def una_vez(self, expresion: str, prefijo: str) -> str:
        """Devuelve la variable que guarda la expresión desde el comienzo de la función."""
        if expresion not in self.al_comienzo:
            self.al_comienzo[expresion] = self.nueva(prefijo)
        return self.al_comienzo[expresion]

    def cuerpo(self) -> list[str]:
        """Devuelve las líneas de la función, con lo que se calcula una vez delante."""
        return [*(f" {nombre} = {expresion}" for expresion, nombre in self.al_comienzo.items()), *self.lineas]

    def nueva(self, prefijo: str) -> str:
        """Devuelve un nombre de variable que la función no usa."""
        self._siguiente += 1
        return f"{prefijo}{self._siguiente}"

"""Muestra por dónde va un trabajo que tarda, en la salida de errores y solo si pasa de un segundo."""

import sys
import time
from dataclasses import dataclass, field

from plomada.cli.salida import escribir

ESPERA = 1.0
_CADA_EN_CONSOLA, _CADA_EN_ARCHIVO = 0.1, 10.0


@dataclass(slots=True)
class Progreso:
    """Recibe cuánto va y lo escribe de vez en cuando; en una consola, siempre en el mismo renglón."""

    _inicio: float = field(default_factory=lambda: time.monotonic())
    _ultimo: float = -_CADA_EN_ARCHIVO
    _ancho: int = 0

    def __call__(self, que: str, hechas: int, total: int) -> None:
        """Anota que van `hechas` de `total`."""
        ahora = time.monotonic()
        en_consola = sys.stderr.isatty()
        cada = _CADA_EN_CONSOLA if en_consola else _CADA_EN_ARCHIVO
        if ahora - self._inicio < ESPERA or ahora - self._ultimo < cada:
            return
        self._ultimo = ahora
        texto = f"{que}: {hechas} de {total}"
        if en_consola:
            escribir(f"\r{texto.ljust(self._ancho)}", sys.stderr)
            self._ancho = len(texto)
        else:
            escribir(f"{texto}\n", sys.stderr)

    def cerrar(self) -> None:
        """Borra el renglón, para que no se mezcle con el resultado."""
        if self._ancho:
            escribir(f"\r{' ' * self._ancho}\r", sys.stderr)
            self._ancho = 0

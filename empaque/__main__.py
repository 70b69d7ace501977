"""`python -m empaque RUEDAS SALIDA`: arma el paquete para Windows con las ruedas de una carpeta."""

import sys
from pathlib import Path

from empaque.paquete import armar
from empaque.ruedas import leer_requisitos, leer_ruedas, problemas

RAIZ = Path(__file__).resolve().parents[1]
PROPIO = "plomada"
REQUISITOS = (RAIZ / "requisitos.txt", RAIZ / "empaque" / "requisitos-windows.txt")


def principal(argumentos: list[str]) -> int:
    """Devuelve 0 si el paquete quedó armado; 2 y la lista de lo que falta si no."""
    if len(argumentos) != 2:
        sys.stderr.write("se esperaba: python -m empaque CARPETA_DE_RUEDAS CARPETA_DE_SALIDA\n")
        return 2
    ruedas = leer_ruedas(Path(argumentos[0]))
    faltas = problemas(ruedas, leer_requisitos(*REQUISITOS), PROPIO)
    if faltas:
        sys.stderr.write("No se armó el paquete:\n" + "".join(f"- {f}.\n" for f in faltas))
        return 2
    propia = next(r for r in ruedas if r.nombre == PROPIO)
    destino = Path(argumentos[1]) / f"plomada-{propia.version}-windows.zip"
    armar(ruedas, propia, (RAIZ / "LICENSE").read_text("utf-8"), destino)
    megas = destino.stat().st_size / 1_000_000
    sys.stdout.write(f"{destino}: {len(ruedas)} ruedas, {megas:.1f} MB.\n")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))

"""Revisa lo que la gramática no puede decir: lo repetido, los mínimos que no son enteros, las cadenas cojas.

Entra: las piezas de una regla o de una expresión. Sale: los diagnósticos, con los dos lugares si hay dos.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.lenguaje.lectura.palabras import CLAUSULAS
from plomada.lenguaje.lectura.piezas import Pieza

_UNICAS = frozenset(CLAUSULAS.values()) - {"SALVO_QUE", "CASO", "FIN", "ES_IGUAL_A"}
_UNICAS_DEL_CASO = {"BASE", "FECHA_DE_CASO"}


def revisar(piezas: Sequence[Pieza]) -> tuple[Diagnostico, ...]:
    """Devuelve lo que está mal aunque la gramática lo admita.

    Diagnósticos: PLO-S123 (cláusula o línea de caso repetida), PLO-S124 (mínimo que no es un entero
    positivo), PLO-S125 (cadena que no termina en su destino o repite un nivel).
    """
    return (*_repetidas(piezas), *_minimos(piezas), *_cadenas(piezas))


def _repetidas(piezas: Sequence[Pieza]) -> Iterator[Diagnostico]:
    vistas: dict[str, Pieza] = {}
    for p in piezas:
        if p.tipo == "CASO":
            vistas = {t: v for t, v in vistas.items() if t in _UNICAS}
        if p.tipo not in _UNICAS and p.tipo not in _UNICAS_DEL_CASO:
            continue
        primera = vistas.setdefault(p.tipo, p)
        if primera is not p:
            yield Diagnostico(
                "PLO-S123",
                f"`{p.canonica}` está repetida",
                p.tramo,
                "deje una sola",
                primera.tramo,
                "la primera",
            )


def _minimos(piezas: Sequence[Pieza]) -> Iterator[Diagnostico]:
    for a, b in pairwise(piezas):
        if a.tipo == "AL_MENOS" and isinstance(b.valor, Decimal) and (b.valor < 1 or b.valor != int(b.valor)):
            aviso = f"`al menos {b.canonica}` no cuenta elementos"
            yield Diagnostico("PLO-S124", aviso, b.tramo, "escriba un número entero de 1 en adelante")


def _cadenas(piezas: Sequence[Pieza]) -> Iterator[Diagnostico]:
    for i, p in enumerate(piezas):
        if p.tipo != "POR_CADENA" or i == 0:
            continue
        niveles = _niveles(piezas, i + 1)
        destino = str(piezas[i - 1].valor)
        if niveles and (niveles[-1].valor != destino or len({n.valor for n in niveles}) < len(niveles)):
            yield Diagnostico(
                "PLO-S125", f"la cadena debe terminar en `{destino}` y no repetir niveles",
                niveles[0].tramo.hasta(niveles[-1].tramo),
                "escriba los niveles en orden, del primero al destino",
                piezas[i - 1].tramo, "el destino",
            )  # fmt: skip


def _niveles(piezas: Sequence[Pieza], desde: int) -> list[Pieza]:
    niveles: list[Pieza] = []
    for i in range(desde, len(piezas), 2):
        if piezas[i].tipo != "NOMBRE":
            break
        niveles.append(piezas[i])
        if i + 1 >= len(piezas) or piezas[i + 1].tipo != "FLECHA":
            break
    return niveles

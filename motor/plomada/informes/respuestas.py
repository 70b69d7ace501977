"""Lo que el municipio respondió en la ronda anterior, junto a cada hallazgo de esta.

Una respuesta se dio a la identidad de un hallazgo y lo acompaña si sigue por atender. Si el hallazgo cambió
de modo de falla (antes no constaba y ahora se incumple), la respuesta es sobre esa regla y ese elemento, y
acompaña a lo que quedó de ellos.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pydantic import Field

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.informes.avisos import avisar
from plomada.informes.partes import Aviso, Parte

if TYPE_CHECKING:
    from plomada.informes.vista import Informe

Identidad: TypeAlias = tuple[str, str, str]
SIN_SU_HALLAZGO, SIN_NINGUNA = "PLO-D487", "PLO-D488"
_QUE_SE_NOMBRAN = 12


class RespuestaInformada(Parte):
    """Lo respondido a un hallazgo, y a qué modos de falla de esta ronda acompaña."""

    regla: str
    elemento: str
    modo: str
    texto: str
    acompana: tuple[str, ...] = Field(default=(), description="Modos de falla de los hallazgos de esta ronda")

    def es_de(self, identidad: Identidad) -> bool:
        """Dice si acompaña a ese hallazgo."""
        regla, elemento, modo = identidad
        return (self.regla, self.elemento) == (regla, elemento) and modo in self.acompana


@dataclass(frozen=True, slots=True)
class Leidas:
    """Lo que traía el libro, y lo que se avisó al leerlo."""

    dadas: Mapping[Identidad, tuple[str, ...]]
    avisos: tuple[Diagnostico, ...] = ()


def juntar(textos: Iterable[str]) -> str:
    r"""Numera las respuestas si son varias, para que se vea dónde empieza cada una.

    >>> juntar(["Una"]), juntar(["Una", "Otra"])
    ('Una', '(1 de 2) Una\n(2 de 2) Otra')
    """
    distintas = list(dict.fromkeys(textos))
    if len(distintas) == 1:
        return distintas[0]
    return "\n".join(f"({n} de {len(distintas)}) {t}" for n, t in enumerate(distintas, start=1))


def respuesta_a(identidad: Identidad, respuestas: Iterable[RespuestaInformada]) -> str:
    """Devuelve lo que se respondió a ese hallazgo; vacío si nada.

    >>> dada = RespuestaInformada(regla="r", elemento="p P1", modo="a", texto="Tomo 2.", acompana=("b",))
    >>> respuesta_a(("r", "p P1", "b"), (dada,)), respuesta_a(("r", "p P1", "a"), (dada,))
    ('Tomo 2.', '')
    """
    return juntar(r.texto for r in respuestas if r.es_de(identidad))


def con_respuestas(informe: "Informe", leidas: Leidas, por_atender: Iterable[Identidad]) -> "Informe":
    """Devuelve el informe con las respuestas; las que no son de ningún hallazgo por atender se avisan.

    Lo respondido a una regla que el perfil no muestra se cuenta y no se copia. Diagnósticos: PLO-D487 y
    PLO-D488.
    """
    vivas = set(por_atender)
    visibles = {r.regla for r in informe.reglas}
    ocultas = {i for i in leidas.dadas if informe.oculto.reglas and i[0] not in visibles}
    respuestas = tuple(
        RespuestaInformada(
            regla=i[0],
            elemento=i[1],
            modo=i[2],
            texto=juntar(textos),
            acompana=_acompana(i, vivas, set(leidas.dadas)),
        )
        for i, textos in sorted(leidas.dadas.items())
        if i not in ocultas
    )
    sueltas = [r for r in respuestas if not r.acompana]
    propios = _avisos(sueltas, len(ocultas), vacio=not leidas.dadas)
    avisos = (*informe.avisos, *map(avisar, leidas.avisos), *propios)
    return informe.model_copy(update={"respuestas": respuestas, "avisos": avisos})


def _acompana(identidad: Identidad, vivas: set[Identidad], dadas: Collection[Identidad]) -> tuple[str, ...]:
    """Lo respondido justo a un hallazgo manda sobre lo que se respondió a otro modo de falla."""
    if identidad in vivas:
        return (identidad[2],)
    return tuple(sorted(v[2] for v in vivas if v[:2] == identidad[:2] and v not in dadas))


def _avisos(sueltas: list[RespuestaInformada], ocultas: int, vacio: bool) -> Iterator[Aviso]:
    if vacio:
        mensaje = "el libro de respuestas no trae ninguna"
        ayuda = "compruébese que es el que el municipio devolvió, con la columna de respuesta llena"
        yield Aviso(codigo=SIN_NINGUNA, gravedad="advertencia", mensaje=mensaje, ayuda=ayuda)
    ayuda = "compárense las dos rondas con `plomada comparar --respuestas` para ver qué pasó con ellas"
    if sueltas:
        reglas = list(dict.fromkeys(r.regla for r in sueltas))
        cuales = ", ".join(reglas[:_QUE_SE_NOMBRAN]) + (", …" if len(reglas) > _QUE_SE_NOMBRAN else "")
        mensaje = f"respuestas sin hallazgo por atender en este informe: {len(sueltas)} ({cuales})"
        yield Aviso(codigo=SIN_SU_HALLAZGO, gravedad="advertencia", mensaje=mensaje, ayuda=ayuda)
    if ocultas:
        mensaje = f"respuestas a reglas que este perfil no muestra: {ocultas}"
        yield Aviso(codigo=SIN_SU_HALLAZGO, gravedad="advertencia", mensaje=mensaje, ayuda=ayuda)

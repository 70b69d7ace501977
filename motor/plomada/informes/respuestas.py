"""Lo que el municipio respondió en la ronda anterior, junto a cada hallazgo de esta.

Una respuesta se dio a la identidad de un hallazgo. Si el hallazgo cambió de modo de falla (antes no constaba
y ahora se incumple), la respuesta sigue siendo sobre esa regla y ese elemento, y lo acompaña.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from plomada.informes.partes import Aviso, Parte

if TYPE_CHECKING:
    from plomada.informes.vista import Informe

Identidad: TypeAlias = tuple[str, str, str]
SIN_SU_HALLAZGO = "PLO-D487"


class RespuestaInformada(Parte):
    """Una respuesta y la identidad del hallazgo al que se dio."""

    regla: str
    elemento: str
    modo: str
    texto: str

    @property
    def identidad(self) -> Identidad:
        """Devuelve la identidad del hallazgo al que se respondió."""
        return (self.regla, self.elemento, self.modo)


def respuesta_a(identidad: Identidad, respuestas: Iterable[RespuestaInformada]) -> str:
    """Devuelve lo que se respondió a ese hallazgo; si solo se respondió a otro modo de falla, eso.

    >>> dada = RespuestaInformada(regla="r", elemento="p P1", modo="sin describir", texto="Va en el tomo 2.")
    >>> respuesta_a(("r", "p P1", "incumple"), (dada,)), respuesta_a(("r", "p P2", "incumple"), (dada,))
    ('Va en el tomo 2.', '')
    """
    propias = [r for r in respuestas if r.identidad[:2] == identidad[:2]]
    exactas = [r for r in propias if r.identidad == identidad]
    return "\n".join(dict.fromkeys(r.texto for r in exactas or propias))


def con_respuestas(informe: "Informe", dadas: Mapping[Identidad, str]) -> "Informe":
    """Devuelve el informe con las respuestas; las que ya no tienen hallazgo quedan en él, y se avisa.

    Diagnósticos: PLO-D487.
    """
    respuestas = tuple(
        RespuestaInformada(regla=regla, elemento=elemento, modo=modo, texto=texto)
        for (regla, elemento, modo), texto in sorted(dadas.items())
    )
    hay = {h.identidad[:2] for r in informe.reglas for h in r.hallazgos}
    sueltas = [r for r in respuestas if r.identidad[:2] not in hay]
    avisos = (*informe.avisos, _aviso(sueltas)) if sueltas else informe.avisos
    return informe.model_copy(update={"respuestas": respuestas, "avisos": avisos})


def _aviso(sueltas: list[RespuestaInformada]) -> Aviso:
    cuales = ", ".join(dict.fromkeys(r.regla for r in sueltas))
    mensaje = f"respuestas del municipio sin hallazgo en este informe: {len(sueltas)} ({cuales})"
    return Aviso(
        codigo=SIN_SU_HALLAZGO,
        gravedad="advertencia",
        mensaje=mensaje,
        ayuda="compárense las dos rondas con `plomada comparar --respuestas` para ver qué pasó con ellas",
    )

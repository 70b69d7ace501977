"""Lo que el municipio respondió en la ronda anterior, junto a cada hallazgo de esta.

Una respuesta se dio a la identidad de un hallazgo. Si el hallazgo cambió de modo de falla (antes no constaba
y ahora se incumple), la respuesta sigue siendo sobre esa regla y ese elemento, y lo acompaña.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.veredicto import POR_DECIR
from plomada.informes.avisos import avisar
from plomada.informes.partes import Aviso, Parte

if TYPE_CHECKING:
    from plomada.informes.vista import Informe

Identidad: TypeAlias = tuple[str, str, str]
SIN_SU_HALLAZGO = "PLO-D487"
_QUE_SE_NOMBRAN = 12


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


def con_respuestas(
    informe: "Informe", dadas: Mapping[Identidad, tuple[str, ...]], de_la_lectura: Iterable[Diagnostico] = ()
) -> "Informe":
    """Devuelve el informe con las respuestas; las que ya no tienen hallazgo quedan en él, y se avisa.

    Diagnósticos: PLO-D487.
    """
    respuestas = tuple(
        RespuestaInformada(regla=regla, elemento=elemento, modo=modo, texto=texto)
        for (regla, elemento, modo), textos in sorted(dadas.items())
        for texto in textos
    )
    hay = {h.identidad[:2] for r in informe.reglas for h in r.hallazgos if h.veredicto in POR_DECIR}
    sueltas = [r for r in respuestas if r.identidad[:2] not in hay]
    avisos = (*informe.avisos, *map(avisar, de_la_lectura), *(_sin_hallazgo(sueltas) if sueltas else ()))
    return informe.model_copy(update={"respuestas": respuestas, "avisos": avisos})


def _sin_hallazgo(sueltas: list[RespuestaInformada]) -> tuple[Aviso]:
    reglas = list(dict.fromkeys(r.regla for r in sueltas))
    cuales = ", ".join(reglas[:_QUE_SE_NOMBRAN]) + (", …" if len(reglas) > _QUE_SE_NOMBRAN else "")
    mensaje = f"respuestas del municipio sin hallazgo por atender en este informe: {len(sueltas)} ({cuales})"
    aviso = Aviso(
        codigo=SIN_SU_HALLAZGO,
        gravedad="advertencia",
        mensaje=mensaje,
        ayuda="compárense las dos rondas con `plomada comparar --respuestas` para ver qué pasó con ellas",
    )
    return (aviso,)

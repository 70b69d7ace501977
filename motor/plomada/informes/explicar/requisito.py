"""La página de un requisito del registro: qué pide, con qué fuerza y qué reglas lo revisan."""

from collections.abc import Iterator

from plomada.informes.consola import FUERZAS
from plomada.informes.partes import Parte, RequisitoCitado
from plomada.informes.renglones import VACIO, Renglon, parrafo


class PaginaDeRequisito(Parte):
    """Un requisito y las reglas que se fundan en él."""

    requisito: RequisitoCitado
    fuerza: tuple[str, ...]
    motivo: str
    gemelos: tuple[str, ...]
    reglas: tuple[str, ...]

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones de la página."""
        r = self.requisito
        yield from parrafo(f"{r.id}: {r.cita}", ancho, estilo="titulo")
        yield VACIO
        yield from parrafo(r.pide, ancho)
        yield VACIO
        for rotulo, valor in (
            ("Vigencia", r.vigencia),
            ("También en", "; ".join(r.citas_equivalentes)),
            ("Misma exigencia en", ", ".join(self.gemelos)),
            ("Fuerza", "; ".join(self.fuerza)),
            ("Estado", f"{r.estado}. {r.sesgo or self.motivo}".rstrip()),
            ("Verificado en", r.verificacion),
            ("Firmeza", r.firmeza),
            ("Ambiental", f"{r.ambiental}. {r.ambiental_por}".rstrip()),
            ("Consecuencia", r.consecuencia),
            ("Dudas", r.dudas),
            ("Jurista", r.revisado_por),
            ("Reglas", ", ".join(self.reglas) or "ninguna"),
        ):
            if valor:
                yield from parrafo(f"{rotulo}: {valor}", ancho, 2)


def escribir_fuerza(clase: str, fuerza: str) -> str:
    """Escribe la fuerza con que algo obliga a una clase de plan.

    >>> escribir_fuerza("EOT", "deberia")
    'EOT: recomendación'
    """
    return f"{clase}: {FUERZAS.get(fuerza, fuerza)}"

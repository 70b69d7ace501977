"""Escribe los requisitos como se citan en un informe: norma completa y vigencia."""

from datetime import date

from plomada.informes.partes import RequisitoCitado
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.fechas import escribir_fecha


class Citador:
    """Cita requisitos de un registro a una fecha; cada uno se escribe una sola vez por fecha."""

    def __init__(self, registro: Registro) -> None:
        """Guarda el registro de donde salen las citas."""
        self._registro = registro
        self._hechas: dict[tuple[str, date], RequisitoCitado] = {}

    def cita(self, requisito: Requisito, fecha: date) -> str:
        """Devuelve la cita completa en la norma que regía en la fecha."""
        return self._registro.citar(self._registro.cita_en(requisito, fecha))

    def citar(self, id_: str, fecha: date) -> RequisitoCitado:
        """Devuelve el requisito citado a la fecha, con su vigencia."""
        clave = (id_, fecha)
        if clave not in self._hechas:
            self._hechas[clave] = self._escribir(self._registro.requisito(id_), fecha)
        return self._hechas[clave]

    def _escribir(self, r: Requisito, fecha: date) -> RequisitoCitado:
        elegida = self._registro.cita_en(r, fecha)
        otras = tuple(self._registro.citar(c) for c in r.citas if c != elegida)
        return RequisitoCitado(
            id=r.id,
            norma=elegida.norma,
            cita=self._registro.citar(elegida),
            citas_equivalentes=otras,
            pide=r.parafrasis,
            desde=r.desde.isoformat(),
            hasta="" if r.hasta is None else r.hasta.isoformat(),
            vigencia=escribir_vigencia(r.desde, r.hasta),
            estado=r.estado,
            sesgo=r.sesgo,
            verificacion=r.verificacion,
            firmeza=r.firmeza,
            dudas=r.dudas,
            consecuencia=r.consecuencia,
            ambiental=r.ambiental,
            ambiental_por="" if r.ambiental_por is None else self._registro.citar(r.ambiental_por),
            exigible_desde=r.exigible_desde,
            revisado_por=r.revisado_por,
        )


def escribir_vigencia(desde: date, hasta: date | None) -> str:
    """Escribe el lapso en que rige algo.

    >>> escribir_vigencia(date(1997, 7, 24), None)
    'rige desde el 24 de julio de 1997'
    """
    if hasta is None:
        return f"rige desde el {escribir_fecha(desde)}"
    return f"rigió del {escribir_fecha(desde)} al {escribir_fecha(hasta)}"

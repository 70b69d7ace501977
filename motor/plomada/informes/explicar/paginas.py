"""Encuentra qué explicar por su nombre: una regla o un requisito."""

from datetime import date
from typing import TypeAlias

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.informes.citas import Citador
from plomada.informes.explicar.pagina import PaginaDeRegla, construir_pagina
from plomada.informes.explicar.requisito import PaginaDeRequisito, escribir_fuerza
from plomada.informes.vista import Informe
from plomada.lenguaje.nucleo import PaqueteComprobado, ReglaComprobada
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Requisito
from plomada.valores.cercanos import quiza

Pagina: TypeAlias = PaginaDeRegla | PaginaDeRequisito
HOY = date.max  # sin fecha pedida se cita la norma que sigue vigente


def buscar_pagina(
    nombre: str,
    paquete: PaqueteComprobado,
    registro: Registro,
    fecha: date | None = None,
    informe: Informe | None = None,
) -> Lectura[Pagina]:
    """Devuelve la página de una regla o de un requisito; con `informe`, lo que la regla dio en ese plan.

    Diagnósticos: PLO-N240.
    """
    regla = next((r for r in paquete.reglas if r.id == nombre), None)
    if regla is not None:
        return Lectura(_de_regla(regla, registro, fecha, informe))
    requisito = next((r for r in registro.requisitos if r.id.upper() == nombre.upper()), None)
    if requisito is not None:
        return Lectura(_de_requisito(requisito, paquete, registro, fecha or HOY))
    conocidos = [*(r.id for r in paquete.reglas), *(r.id for r in registro.requisitos)]
    ayuda = quiza(nombre, conocidos) or "las reglas se ven con `plomada reglas`"
    return Lectura(None, (Diagnostico("PLO-N240", f"no hay regla ni requisito `{nombre}`", ayuda=ayuda),))


def _de_regla(
    r: ReglaComprobada, registro: Registro, fecha: date | None, informe: Informe | None
) -> PaginaDeRegla:
    if informe is None:
        return construir_pagina(r, registro, fecha or HOY)
    resultado = next((x for x in informe.reglas if x.regla == r.id), None)
    return construir_pagina(r, registro, fecha or date.fromisoformat(informe.regimen.fecha), resultado)


def _de_requisito(
    r: Requisito, paquete: PaqueteComprobado, registro: Registro, fecha: date
) -> PaginaDeRequisito:
    return PaginaDeRequisito(
        requisito=Citador(registro).citar(r.id, fecha),
        fuerza=tuple(escribir_fuerza(c, r.fuerza_para(c)) for c in r.clases),
        motivo=r.motivo,
        gemelos=r.gemelos,
        reglas=tuple(x.id for x in paquete.reglas if r.id in x.fundamento),
    )

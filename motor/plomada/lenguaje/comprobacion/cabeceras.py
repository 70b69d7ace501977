"""La cabecera de una regla: qué cláusulas lleva, con qué valores y en qué se funda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plomada.lenguaje import sintaxis as s
from plomada.valores.cercanos import quiza
from plomada.valores.texto import en_lista, plegar

if TYPE_CHECKING:
    from plomada.lenguaje.comprobacion.comprobador import Comprobador

ANALISIS = ("suficiencia", "articulacion", "coherencia", "tramite")
COMPETENCIAS = ("ambiental", "municipal", "metropolitana", "ctp", "concejo", "general")
OBLIGADOS = (
    "municipio",
    "alcalde",
    "concejo",
    "autoridad_ambiental",
    "consejo_territorial_de_planeacion",
    "nacion",
    "emisor",
)
FUERZAS = ("debe", "deberia", "informa")
COMPONENTES = (
    "general",
    "urbano",
    "rural",
    "ejecucion",
    "gestion",
    "riesgo",
    "cartografia",
    "tramite",
    "seguimiento",
)
CLASES = ("POT", "PBOT", "EOT")
TODO_MUNICIPIO = "todo_municipio"
_COMUNES = ("titulo", "fundamento", "analisis", "competencia", "aplica a")
_DE_EXIGENCIA = (*_COMUNES, "falla", "subsana")
_DE_PREGUNTA = (*_COMUNES, "guia")
_CERRADAS = {
    "analisis": ANALISIS,
    "competencia": COMPETENCIAS,
    "obligado": OBLIGADOS,
    "fuerza": FUERZAS,
    "componente": COMPONENTES,
}


def revisar_cabecera(c: Comprobador, r: s.Regla) -> None:
    """Anota lo que le falta o le sobra a la cabecera.

    Diagnósticos: PLO-N211 (fundamento inexistente), PLO-N212 (falta una cláusula), PLO-N213 (valor de
    cláusula desconocido), PLO-N215 (ni exige ni pregunta, o ambas), PLO-N217 (regla sin casos).
    """
    vistas = {clausula.nombre for clausula in r.clausulas}
    pide = _DE_PREGUNTA if "pregunta" in vistas and r.exige is None else _DE_EXIGENCIA
    faltan = [f"`{nombre}`" for nombre in pide if nombre not in vistas]
    if faltan:
        c.fallar(
            "PLO-N212", f"a la regla `{r.id}` le falta {en_lista(faltan)}", r.tramo, "toda regla lo lleva"
        )
    if (r.exige is None) == ("pregunta" not in vistas):
        c.fallar("PLO-N215", f"la regla `{r.id}` lleva `exige` o `pregunta`, y solo una de las dos", r.tramo)
    if not r.casos:
        c.fallar(
            "PLO-N217",
            f"la regla `{r.id}` no tiene casos",
            r.tramo,
            "escriba al menos un caso que cumpla, uno que no cumpla y uno que no conste",
        )
    _valores_cerrados(c, r)
    _fundamentos(c, r)


def clases_de(r: s.Regla) -> tuple[str, ...]:
    """Devuelve las clases de plan a que aplica, en orden."""
    escritas = {x.upper() for x in r.lista("aplica a")}
    return CLASES if TODO_MUNICIPIO.upper() in escritas else tuple(x for x in CLASES if x in escritas)


def _valores_cerrados(c: Comprobador, r: s.Regla) -> None:
    for nombre, posibles in _CERRADAS.items():
        clausula = r.clausula(nombre)
        for valor in clausula.valores if clausula else ():
            if valor not in posibles and clausula:
                ayuda = quiza(valor, posibles) or f"se admite {', '.join(posibles)}"
                c.fallar("PLO-N213", f"`{valor}` no es un valor de `{nombre}`", clausula.tramo, ayuda)
    aplica = r.clausula("aplica a")
    for clase in aplica.valores if aplica else ():
        if clase.upper() not in CLASES and plegar(clase) != TODO_MUNICIPIO and aplica:
            c.fallar(
                "PLO-N213",
                f"`{clase}` no es una clase de plan",
                aplica.tramo,
                "se admite POT, PBOT, EOT o `todo municipio`",
            )


def _fundamentos(c: Comprobador, r: s.Regla) -> None:
    clausula = r.clausula("fundamento")
    for requisito in clausula.valores if clausula else ():
        if requisito not in c.esquema.requisitos and clausula:
            c.fallar(
                "PLO-N211",
                f"el registro no tiene el requisito `{requisito}`",
                clausula.tramo,
                quiza(requisito, c.esquema.requisitos),
            )

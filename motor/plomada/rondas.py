"""Compara rondas: carpetas de entregas, planes o informes en JSON, en el orden en que ocurrieron.

Compone y no decide: no imprime ni lee el reloj. De una carpeta o un plan se evalúa con las reglas de hoy; de
un informe en JSON se toma lo que dice, con las reglas de entonces.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada import aplicacion
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.valores.fechas import leer_fecha

if TYPE_CHECKING:
    from plomada.cargadores.plan import PlanCargado
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.rondas.comparar import EnRonda
    from plomada.informes.rondas.partes import Comparacion
    from plomada.informes.vista import Informe

POCAS_RONDAS = "PLO-D465"
NO_ES_INFORME = "PLO-D466"
INFORME_RECORTADO = "PLO-D467"
_GUARDARLO = (
    "guárdelo con `plomada evaluar … --formato json -o informe.json`, con el perfil de consultoría o el "
    "jurídico"
)
_PERFILES = {"concertacion": "de concertación", "radicacion": "de radicación"}
MAXIMO_DE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class _Leida:
    """Una ronda evaluada; `cargado` es su plan, o None si solo se tiene el informe."""

    ronda: "EnRonda"
    cargado: "PlanCargado | None" = None


def comparar(rondas: tuple[Path, ...], paquete: "Paquete", fecha: date | None) -> "Lectura[Comparacion]":
    """Devuelve la comparación de dos o más rondas; con `fecha`, todas se evalúan con la norma de ese día.

    Diagnósticos: PLO-D465 (menos de dos), PLO-D466 y PLO-D467 (un informe que no se puede usar) y los de
    `aplicacion.revisar`.
    """
    from plomada.informes.rondas.comparar import comparar as emparejar

    if len(rondas) < 2:
        ayuda = "dé al menos dos, de la más vieja a la más nueva: `plomada comparar ronda1/ ronda2/`"
        return Lectura(None, (Diagnostico(POCAS_RONDAS, "hace falta más de una ronda", ayuda=ayuda),))
    leidas: list[_Leida] = []
    problemas: list[Diagnostico] = []
    for insumo, nombre in zip(rondas, nombrar(rondas), strict=True):
        leida = _leer(insumo, nombre, paquete, fecha)
        problemas += leida.diagnosticos
        if leida.valor is not None:
            leidas.append(leida.valor)
    if len(leidas) < len(rondas):
        return Lectura(None, tuple(d for d in problemas if d.es_error))
    cruzadas = (leidas[0].ronda, *(_cruzar(a, b, paquete) for a, b in zip(leidas, leidas[1:], strict=False)))
    return Lectura(emparejar(cruzadas), tuple(problemas))


def agregar_respuestas(comparacion: "Comparacion", libro: Path) -> "Lectura[Comparacion]":
    """Pone junto a cada hallazgo lo que el municipio respondió en el libro del informe.

    Lo respondido a un hallazgo que la comparación no trae queda aparte. Diagnósticos: los de
    `cargar_respuestas` y PLO-L176 (dos respuestas distintas al mismo hallazgo).
    """
    from plomada.cargadores.respuestas import avisar_de_varias, cargar_respuestas, por_identidad
    from plomada.informes.rondas.respuestas import con_respuestas

    leidas = cargar_respuestas(libro)
    if leidas.valor is None:
        return Lectura(None, leidas.diagnosticos)
    conocidas = {i for paso in comparacion.pasos for fila in paso.filas for i in fila.identidades}
    respuestas = por_identidad(leidas.valor, conocidas)
    avisos = (*leidas.diagnosticos, *avisar_de_varias(leidas.valor, conocidas))
    return Lectura(con_respuestas(comparacion, respuestas), avisos)


def nombrar(rondas: tuple[Path, ...]) -> tuple[str, ...]:
    """Devuelve el nombre de cada ronda sin su carpeta de la máquina; los repetidos llevan su número.

    >>> nombrar((Path("/a/ronda1"), Path("/b/ronda1"), Path("/a/x.json")))
    ('ronda1 (1)', 'ronda1 (2)', 'x.json')
    """
    propios = [r.name or r.resolve().name for r in rondas]
    return tuple(
        f"{n} ({propios[: i + 1].count(n)})" if propios.count(n) > 1 else n for i, n in enumerate(propios)
    )


def _leer(insumo: Path, nombre: str, paquete: "Paquete", fecha: date | None) -> Lectura[_Leida]:
    if insumo.suffix.lower() == ".json" and not insumo.is_dir():
        return _de_informe(insumo, nombre)
    from plomada.informes.elementos import presencia_de
    from plomada.informes.rondas.comparar import EnRonda
    from plomada.informes.rondas.vistas import vista_de

    revision = aplicacion.revisar(insumo, paquete, fecha, con_frases=False)
    if revision.informe is None or revision.cargado is None:
        return Lectura(None, revision.diagnosticos)
    vista = vista_de(revision.informe, presencia_de(revision.cargado.lugares, paquete.fichas))
    return Lectura(_Leida(EnRonda(nombre, vista), revision.cargado), revision.diagnosticos)


def _de_informe(archivo: Path, nombre: str) -> Lectura[_Leida]:
    from plomada.informes.rondas.comparar import EnRonda
    from plomada.informes.rondas.vistas import vista_de

    leido = leer_informe(archivo)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return Lectura(_Leida(EnRonda(nombre, vista_de(leido.valor))))


def leer_informe(archivo: Path) -> "Lectura[Informe]":
    """Lee un informe en JSON escrito por `evaluar`. Diagnósticos: PLO-D466, PLO-D467."""
    from pydantic import ValidationError

    from plomada.informes.vista import Informe

    tramo, ayuda = Tramo(archivo.name), _GUARDARLO
    try:
        with archivo.open("rb") as abierto:
            informe = Informe.model_validate_json(abierto.read(MAXIMO_DE_BYTES))
    except OSError:
        return Lectura(None, (Diagnostico(NO_ES_INFORME, f"`{archivo.name}` no se pudo leer", tramo, ayuda),))
    except ValidationError as error:
        primero = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
        mensaje = f"`{archivo.name}` no es un informe de esta versión de Plomada"
        nota = f"no se entendió `{primero}`" if primero else "no es un JSON completo"
        return Lectura(None, (Diagnostico(NO_ES_INFORME, mensaje, tramo, ayuda, nota=nota),))
    if not _trae_fechas(informe):
        mensaje = f"`{archivo.name}` trae una fecha que no se entiende"
        return Lectura(None, (Diagnostico(NO_ES_INFORME, mensaje, tramo, ayuda),))
    if informe.oculto.reglas:
        perfil = _PERFILES.get(informe.perfil.value, informe.perfil.value)
        n = informe.oculto.hallazgos
        oculta = f"oculta {n} {'hallazgo' if n == 1 else 'hallazgos'}"
        mensaje = f"`{archivo.name}` es del perfil {perfil}, que {oculta}: no se sabe qué pasó con lo oculto"
        return Lectura(None, (Diagnostico(INFORME_RECORTADO, mensaje, tramo, ayuda),))
    return Lectura(informe)


def _trae_fechas(informe: "Informe") -> bool:
    fechas = {informe.regimen.fecha, *(r.fecha for r in informe.reglas)}
    return all(isinstance(leer_fecha(f), date) for f in fechas)


def _cruzar(una: _Leida, otra: _Leida, paquete: "Paquete") -> "EnRonda":
    """Evalúa el plan de la ronda nueva con la fecha de la vieja, si las fechas difieren y hay plan."""
    from plomada.informes.rondas.origen import mismo_plan, mismo_regimen
    from plomada.informes.rondas.vistas import vista_de

    antes, despues = una.ronda.vista, otra.ronda.vista
    if otra.cargado is None or mismo_regimen(antes, despues) or mismo_plan(antes, despues):
        return otra.ronda
    informe = _con_las_fechas_de(antes.informe, otra.cargado, paquete)
    return replace(otra.ronda, con_la_fecha_anterior=vista_de(informe, despues.presencia))


def _con_las_fechas_de(antes: "Informe", cargado: "PlanCargado", paquete: "Paquete") -> "Informe":
    """Evalúa el plan aplicando cada regla a la fecha con que se aplicó en el informe de antes.

    Sin `--fecha`, cada requisito se aplica a la de su hecho (inicio, radicación, adopción), así que las
    fechas de un mismo informe son varias.
    """
    from plomada.evaluacion.ejecutar import Pedido, evaluar
    from plomada.informes.vista import construir_informe

    de_regla = {r.regla: r.fecha for r in antes.reglas}
    fechas = {f: date.fromisoformat(f) for f in {antes.regimen.fecha, *de_regla.values()}}
    hechas = {
        f: evaluar(paquete, cargado.plan, Pedido(dia, True, con_evidencia=False, con_frases=False))
        for f, dia in fechas.items()
    }
    por_omision = hechas[antes.regimen.fecha]
    resultados = tuple(
        hechas[de_regla.get(r.regla, antes.regimen.fecha)].resultados[i]
        for i, r in enumerate(por_omision.resultados)
    )
    return construir_informe(
        por_omision.model_copy(update={"resultados": resultados}), paquete, "consultoria"
    )

"""La vista de una evaluación: el único valor del que salen todos los formatos.

Entra: Evaluacion, Paquete y perfil. Sale: Informe. Es pura: sin reloj, sin entorno y sin rutas de máquina.
Invariante: los totales y el código de salida salen de todo lo evaluado; el perfil solo decide qué se muestra.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import Field

from plomada import __version__
from plomada.articulacion.analisis import analizar
from plomada.articulacion.grafo import Cadena
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.llano.rotulos import Rotulador
from plomada.evaluacion.resultados import Evaluacion
from plomada.informes import partes as p
from plomada.informes.aceptaciones.partes import AceptacionesInformadas
from plomada.informes.articulacion.vista import ArticulacionInformada, armar_articulacion
from plomada.informes.avisos import avisar
from plomada.informes.citas import Citador
from plomada.informes.cuentas import (
    ComponenteSuficiente,
    NormaCubierta,
    armar_cobertura,
    contar_por_componente,
    estados,
    sin_revisar,
    totalizar,
)
from plomada.informes.determinantes import AutoridadInformada, informar_autoridades
from plomada.informes.huellas import Huellas
from plomada.informes.lugares import nombrar_lugar
from plomada.informes.orden import clave_de_regla
from plomada.informes.perfiles import Perfil, agrupar, filtrar
from plomada.informes.reglas import DelInforme, informar
from plomada.informes.requerimientos.descrito import armar_descrito
from plomada.informes.requerimientos.partes import LoDescrito
from plomada.informes.respuestas import RespuestaInformada
from plomada.informes.suficiencia import ContenidoInformado, armar_suficiencia
from plomada.valores.ausencia import NoHay

if TYPE_CHECKING:
    from plomada.cargadores.plan import PlanCargado
    from plomada.evaluacion.paquete import Paquete

FORMATO = "plomada.informe/1"
ADVERTENCIA = (
    "Este informe no reemplaza la revisión de fondo ni el concepto de la autoridad: dice qué se sugiere "
    "requerir para completar, con qué norma y con qué datos."
)


class Informe(p.Parte):
    """Todo lo que se concluye de un plan, listo para mostrar en cualquier formato."""

    formato: str = Field(default=FORMATO, description="Nombre y versión de esta estructura")
    motor: str = Field(description="Versión de Plomada")
    reglas_huella: str = Field(description="SHA-256 de las reglas, el registro y el motor")
    advertencia: str = ADVERTENCIA
    perfil: Perfil
    plan: p.PlanRevisado | None = None
    regimen: p.Regimen
    totales: p.Totales
    sin_revisar: p.SinRevisar
    automatizacion: p.Automatizacion
    determinantes: tuple[AutoridadInformada, ...] = Field(
        default=(), description="Por autoridad ambiental, lo que expidió y lo que el plan describe"
    )
    oculto: p.Oculto = Field(description="Lo que el perfil no muestra")
    avisos: tuple[p.Aviso, ...] = ()
    aceptaciones: AceptacionesInformadas | None = Field(
        default=None,
        description="Lo que alguien aceptó con su firma; nulo si la entrega no trae aceptaciones",
    )
    respuestas: tuple[RespuestaInformada, ...] = Field(
        default=(), description="Lo que el municipio respondió a los hallazgos de la ronda anterior"
    )
    suficiencia: tuple[ContenidoInformado, ...] = Field(
        default=(),
        description="Matriz de suficiencia: por contenido exigible, qué dicen sus reglas y dónde está",
    )
    suficiencia_por_componente: tuple[ComponenteSuficiente, ...] = Field(
        default=(), description="De la matriz de suficiencia, cuántos contenidos hay de cada veredicto"
    )
    cobertura: tuple[NormaCubierta, ...] = Field(
        default=(), description="Por norma, en qué estado están sus requisitos; suman los de `automatizacion`"
    )
    articulacion: ArticulacionInformada | None = Field(
        default=None,
        description="Matriz de articulación e índices; nula si el perfil no la muestra",
    )
    descrito: LoDescrito = Field(
        default=LoDescrito(),
        description="Lo que la entrega y el registro traen para el oficio y el acta",
    )
    grupos: tuple[p.Grupo, ...] = Field(
        description="Las reglas visibles, por norma o por tarea según el perfil"
    )
    reglas: tuple[p.ReglaInformada, ...] = Field(
        description="Las reglas visibles, primero lo que hay que corregir"
    )


def construir_informe(
    evaluacion: Evaluacion,
    paquete: "Paquete",
    perfil: str,
    diagnosticos: Iterable[Diagnostico] = (),
    cargado: "PlanCargado | None" = None,
) -> Informe:
    """Devuelve el informe de una evaluación; con `cargado` dice de qué plan es."""
    elegido, citador = Perfil(perfil), Citador(paquete.registro)
    fichas = {f.id: f for f in paquete.fichas}
    comun = DelInforme(
        evaluacion.clase_aplicada,
        paquete.registro,
        citador,
        Rotulador(paquete.registro, dichas=paquete.dichas),
        Huellas(paquete.registro),
    )
    todas = sorted((informar(r, fichas[r.regla], comun) for r in evaluacion.resultados), key=clave_de_regla)
    visibles, oculto = filtrar(todas, elegido)
    suficiencia = () if cargado is None else armar_suficiencia(visibles, paquete.registro, cargado.plan)
    dia = date.fromisoformat(evaluacion.fecha)
    return Informe(
        motor=__version__,
        reglas_huella=paquete.huella,
        perfil=elegido,
        plan=None if cargado is None else _plan_revisado(cargado),
        regimen=_regimen(evaluacion),
        totales=totalizar(todas),
        sin_revisar=sin_revisar(paquete.fichas, paquete.registro),
        automatizacion=estados(paquete.registro, citador, dia),
        cobertura=armar_cobertura(paquete.registro, dia),
        determinantes=_determinantes(cargado, paquete, evaluacion),
        oculto=oculto,
        avisos=tuple(map(avisar, diagnosticos)),
        suficiencia=suficiencia,
        suficiencia_por_componente=contar_por_componente(suficiencia),
        articulacion=_articulacion(cargado, elegido, evaluacion.cadena),
        descrito=armar_descrito(
            None if cargado is None else cargado.plan,
            paquete.registro,
            date.fromisoformat(evaluacion.fecha),
        ),
        grupos=agrupar(visibles, elegido, {n.id: n.titulo for n in paquete.registro.normas}),
        reglas=visibles,
    )


def codigo_de_salida(informe: Informe) -> int:
    """Devuelve el código con que termina la revisión; manda 3, luego 2, 1, 4 y 0.

    - 3: alguna regla falló (veredicto `error`).
    - 2: algún aviso de la lectura es un error: lo escrito por el usuario está mal.
    - 1: alguna regla con fuerza `debe` no se cumple.
    - 4: ninguna, pero alguna regla `debe` no consta o requiere concepto, o ninguna regla llegó a decidir.
    - 0: toda regla `debe` quedó decidida y ninguna se incumple.

    Casos de borde: una recomendación (`deberia`) o un informativo que no se cumple no es un incumplimiento,
    así que por sí solo da 0; tampoco deja en 4 que uno de ellos no conste. `no aplica` y `cumple (declarado)`
    son decisiones, pero si todo es `no aplica` o está pendiente no se decidió nada: 4. Una regla que no se
    sabe si aplica cuenta con la fuerza que tendría. Una aceptación no cambia el código: lo aceptado se sigue
    incumpliendo.
    """
    t = informe.totales
    if t.reglas.error:
        return 3
    if any(a.gravedad == "error" for a in informe.avisos):
        return 2
    if t.requerimientos:
        return 1
    decididas = t.reglas.cumple + t.reglas.no_cumple
    return 4 if t.pendientes_obligatorios or not decididas else 0


def esquema_del_informe() -> dict[str, Any]:
    """Devuelve el JSON Schema del informe en JSON."""
    esquema = Informe.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **esquema}


def _regimen(e: Evaluacion) -> p.Regimen:
    return p.Regimen(
        fecha=e.fecha,
        origen_de_la_fecha=e.origen_de_la_fecha,
        clase_declarada=e.clase_declarada,
        clase_por_poblacion=e.clase_por_poblacion,
        clase_aplicada=e.clase_aplicada,
        tramite=e.tramite,
        avisos=tuple(_avisos_de_clase(e)),
    )


def _avisos_de_clase(e: Evaluacion) -> Iterable[str]:
    if not e.clase_por_poblacion:
        yield (
            f"No consta la población: no se pudo comprobar la clase de plan y se evaluó con la declarada "
            f"({e.clase_declarada})."
        )
    elif e.clase_aplicada != e.clase_declarada:
        yield (
            f"El plan se declara {e.clase_declarada}, pero por su población corresponde "
            f"{e.clase_por_poblacion}: se evaluó como {e.clase_aplicada}."
        )
    elif e.clase_por_poblacion != e.clase_declarada:
        yield (
            f"El plan se declara {e.clase_declarada}, más exigente que el {e.clase_por_poblacion} que da su "
            f"población: se evaluó como {e.clase_aplicada}."
        )


def _determinantes(
    cargado: "PlanCargado | None", paquete: "Paquete", evaluacion: Evaluacion
) -> tuple[AutoridadInformada, ...]:
    if cargado is None:
        return ()
    return informar_autoridades(cargado.plan, paquete.registro, date.fromisoformat(evaluacion.fecha))


def _articulacion(
    cargado: "PlanCargado | None", perfil: Perfil, cadena: Cadena | None = None
) -> ArticulacionInformada | None:
    """La cadena no es asunto de la autoridad ambiental ni de un oficio: se funda en un método, no obliga."""
    if cargado is None or perfil in {Perfil.CONCERTACION, Perfil.RADICACION}:
        return None
    nombre = _texto(cargado.plan.municipio.nombre) or nombrar_lugar(cargado.archivo)
    propia = cadena if cadena is not None and cadena.plan is cargado.plan else Cadena(cargado.plan)
    return armar_articulacion(analizar(cargado.plan, propia.grafo), nombre)


def _plan_revisado(cargado: "PlanCargado") -> p.PlanRevisado:
    municipio = cargado.plan.municipio
    return p.PlanRevisado(
        archivo=nombrar_lugar(cargado.archivo),
        huella=cargado.huella,
        municipio=_texto(municipio.nombre),
        departamento=_texto(municipio.departamento),
        ficticio=cargado.plan.plan.ficticio is True,
    )


def _texto(dato: object) -> str:
    return "" if dato is None or isinstance(dato, NoHay) else str(dato)

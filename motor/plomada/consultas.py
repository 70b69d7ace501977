"""Responde preguntas sobre la norma, sin plan: qué pide un artículo y qué vale la cita de un documento.

Compone y no decide, como `aplicacion`: no imprime ni lee el reloj; las fechas llegan como argumentos.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada.diagnosticos.diagnostico import Lectura, ordenar

if TYPE_CHECKING:
    from plomada.cargadores.plan import PlanCargado
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.articulacion.vista import ArticulacionInformada
    from plomada.informes.mapa.vista import Mapa
    from plomada.informes.preguntas.ajenos import RevisionDeNombres
    from plomada.informes.preguntas.calendario import Calendario
    from plomada.informes.preguntas.citas_de_documento import RevisionDeCitas
    from plomada.informes.preguntas.exigencias import ListaDeExigencias
    from plomada.informes.preguntas.exigencias_de_norma import TablaNormativa
    from plomada.informes.preguntas.faltantes import ListaDeFaltantes
    from plomada.informes.preguntas.norma import Consulta, PaginaDeNorma
    from plomada.informes.preguntas.regimenes import DosRegimenes
    from plomada.informes.renglones import Renglon
    from plomada.normativa.articulado.dictamen import Saber


@dataclass(frozen=True, slots=True)
class Pregunta:
    """De qué trámite se quieren las exigencias.

    `alcance` son los componentes que toca un trámite parcial; `tiene`, lo que el municipio tiene (lo no
    nombrado se supone inexistente), o None si no se supone nada.
    """

    clase: str
    tramite: str
    fecha: date
    alcance: tuple[str, ...] = ()
    tiene: tuple[str, ...] | None = None


def cargar_saber(datos: Path) -> "Lectura[Saber]":
    """Devuelve el registro con los artículos de cada norma y sus versiones."""
    from plomada.normativa.articulado.dictamen import Saber
    from plomada.normativa.articulado.lectura import leer_articulados
    from plomada.normativa.lectura import leer_registro

    registro = leer_registro(datos / "normativa")
    if registro.valor is None:
        return Lectura(None, registro.diagnosticos)
    articulados = leer_articulados(datos / "normativa", registro.valor)
    problemas = ordenar([*registro.diagnosticos, *articulados.diagnosticos])
    if articulados.valor is None:
        return Lectura(None, problemas)
    return Lectura(Saber(registro.valor, articulados.valor), problemas)


def revisar_citas(
    documento: Path, saber: "Saber", fecha: date, fecha_dada: bool
) -> "Lectura[RevisionDeCitas]":
    """Lee un documento y revisa sus citas; los diagnósticos son los de `leer_documento`."""
    from plomada.cargadores.documentos.leer import leer_documento
    from plomada.informes.preguntas.citas_de_documento import revisar_citas as revisar

    leido = leer_documento(documento)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return Lectura(revisar(leido.valor, saber, fecha, fecha_dada), leido.diagnosticos)


def nombres_ajenos(
    documento: Path, municipio: str, autoridades: tuple[str, ...], datos: Path
) -> "Lectura[RevisionDeNombres]":
    """Halla en un documento los municipios y autoridades que no son los del plan."""
    from plomada.cargadores.documentos.leer import leer_documento
    from plomada.informes.preguntas.ajenos import revisar_nombres_ajenos
    from plomada.normativa.lectura import leer_registro
    from plomada.normativa.municipios import leer_municipios

    registro = leer_registro(datos / "normativa")
    if registro.valor is None:
        return Lectura(None, registro.diagnosticos)
    leido = leer_documento(documento)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    oficiales = leer_municipios(datos / "normativa")
    hecho = revisar_nombres_ajenos(leido.valor, municipio, oficiales, registro.valor.autoridades, autoridades)
    return Lectura(hecho, leido.diagnosticos)


def consultar(texto: str, saber: "Saber") -> "Lectura[Consulta]":
    """Entiende qué norma o artículo se pregunta."""
    from plomada.informes.preguntas.norma import entender

    return entender(texto, saber)


def pagina_de_norma(consulta: "Consulta", saber: "Saber", paquete: "Paquete", fecha: date) -> "PaginaDeNorma":
    """Devuelve lo que se sabe de una norma o de un artículo suyo."""
    from plomada.informes.preguntas.norma import pagina_de

    return pagina_de(consulta, saber, _reglas_por_requisito(paquete), fecha)


def tabla_normativa(
    consulta: "Consulta", saber: "Saber", paquete: "Paquete", fecha: date
) -> "TablaNormativa":
    """Devuelve las exigencias de la consulta, o todas si no nombra una norma."""
    from plomada.informes.preguntas.norma import tabla_de

    return tabla_de(consulta, saber.registro, _reglas_por_requisito(paquete), fecha)


def normas_a_consola(saber: "Saber", ancho: int) -> "Iterator[Renglon]":
    """Devuelve los renglones con las normas que tiene el registro."""
    from plomada.informes.preguntas import norma

    return norma.normas_a_consola(norma.listar_normas(saber.registro), ancho)


def exigencias(paquete: "Paquete", pregunta: Pregunta) -> "ListaDeExigencias":
    """Devuelve qué se le exige, y qué no, a una clase de plan y a un trámite en una fecha."""
    from plomada.evaluacion.ejecutar import Pedido
    from plomada.evaluacion.exigencias import exigir
    from plomada.evaluacion.supuestos import escribir_supuestos, plan_supuesto
    from plomada.informes.preguntas.exigencias import listar_exigencias
    from plomada.modelo.opciones import Tramite

    plan = plan_supuesto(pregunta.clase, pregunta.tramite, pregunta.alcance, pregunta.tiene)
    exigibles = exigir(paquete, plan, Pedido(pregunta.fecha, fecha_dada=True))
    return listar_exigencias(
        exigibles,
        paquete.registro,
        pregunta.clase,
        Tramite(pregunta.tramite).rotulo,
        pregunta.fecha,
        escribir_supuestos(pregunta.tiene),
    )


def calendario(insumo: Path, paquete: "Paquete", datos: Path, hoy: date) -> "Lectura[Calendario]":
    """Carga un plan y calcula los términos de su trámite, vistos ese día."""
    from plomada.cargadores.plan import cargar_plan
    from plomada.evaluacion.calendario import calcular
    from plomada.informes.preguntas.calendario import armar_calendario
    from plomada.normativa.terminos import leer_terminos

    cargado = cargar_plan(insumo)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    terminos = leer_terminos(datos / "normativa", paquete.registro)
    if terminos.valor is None:
        return Lectura(None, terminos.diagnosticos)
    plan = cargado.valor.plan
    plazos = calcular(paquete, plan, terminos.valor, hoy)
    nombre = _nombre_de(cargado.valor)
    return Lectura(armar_calendario(plazos, paquete.registro, nombre, hoy), cargado.diagnosticos)


def articulacion(insumo: Path) -> "Lectura[ArticulacionInformada]":
    """Carga un plan y analiza su cadena de fines y medios; no hacen falta reglas ni fecha."""
    from plomada.articulacion.analisis import analizar
    from plomada.cargadores.plan import cargar_plan
    from plomada.informes.articulacion.vista import armar_articulacion

    cargado = cargar_plan(insumo)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    hecha = armar_articulacion(analizar(cargado.valor.plan), _nombre_de(cargado.valor))
    return Lectura(hecha, cargado.diagnosticos)


def mapa(insumo: Path, paquete: "Paquete", fecha: date | None = None) -> "Lectura[Mapa]":
    """Carga un plan, lo evalúa para saber qué se le exige y arma sus dos matrices."""
    from plomada.aplicacion import revisar
    from plomada.evaluacion.veredicto import Veredicto
    from plomada.informes.mapa.conceptual import armar_conceptual
    from plomada.informes.mapa.operativa import armar_operativa
    from plomada.informes.mapa.vista import Mapa

    revision = revisar(insumo, paquete, fecha, con_frases=False)
    if revision.informe is None or revision.cargado is None:
        return Lectura(None, revision.diagnosticos)
    plan, informe = revision.cargado.plan, revision.informe
    aplicadas = {r.regla for r in informe.reglas if r.veredicto is not Veredicto.NO_APLICA}
    fichas = [f for f in paquete.fichas if f.id in aplicadas]
    hecho = Mapa(
        plan=_nombre_de(revision.cargado),
        fecha=informe.regimen.fecha,
        conceptual=armar_conceptual(plan, informe.suficiencia, fichas),
        operativa=armar_operativa(plan),
    )
    return Lectura(hecho, revision.diagnosticos)


def _nombre_de(cargado: "PlanCargado") -> str:
    nombre = cargado.plan.municipio.nombre
    return nombre if isinstance(nombre, str) else cargado.archivo


def regimenes(insumo: Path, paquete: "Paquete", antes: date, despues: date) -> "Lectura[DosRegimenes]":
    """Evalúa el mismo plan con la norma de dos fechas y dice qué cambia."""
    from plomada.evaluacion.ejecutar import Pedido, evaluar
    from plomada.evaluacion.insumos import revisar_nombres
    from plomada.evidencia.guardado import cargar_entrega
    from plomada.informes.preguntas.regimenes import comparar_regimenes

    cargado = cargar_entrega(insumo)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    problemas = ordenar([*cargado.diagnosticos, *revisar_nombres(cargado.valor, paquete)])
    if any(d.es_error for d in problemas):
        return Lectura(None, problemas)
    plan = cargado.valor.plan
    una, otra = (
        evaluar(paquete, plan, Pedido(f, fecha_dada=True, con_evidencia=False, con_frases=False))
        for f in (antes, despues)
    )
    return Lectura(comparar_regimenes(una, otra, paquete.fichas, paquete.registro), problemas)


def faltantes(
    insumo: Path, paquete: "Paquete", fecha: date | None, progreso: Callable[[int, int], None]
) -> "Lectura[ListaDeFaltantes]":
    """Carga un plan y dice qué datos le faltan, del que más reglas decidiría al que menos."""
    from plomada.evaluacion.conjeturas.decidir import buscar_faltantes
    from plomada.evaluacion.ejecutar import Pedido, preparar
    from plomada.evaluacion.insumos import elegir_fecha, revisar_nombres
    from plomada.evidencia.guardado import cargar_entrega
    from plomada.informes.preguntas.faltantes import listar_faltantes

    cargado = cargar_entrega(insumo)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    plan = cargado.valor.plan
    elegida = elegir_fecha(plan, fecha, cargado.valor.archivo)
    hallados = (*cargado.diagnosticos, *revisar_nombres(cargado.valor, paquete), *elegida.diagnosticos)
    problemas = ordenar(hallados)
    if elegida.valor is None or any(d.es_error for d in problemas):
        return Lectura(None, problemas)
    cuando = elegida.valor.fecha
    pedido = Pedido(cuando, fecha is not None, elegida.valor.origen)
    datos = buscar_faltantes(paquete, plan, pedido, progreso)
    clase = preparar(paquete, plan, cuando)[0].aplicada
    nombre = _nombre_de(cargado.valor)
    lugares = {ruta: str(tramo) for ruta, tramo in cargado.valor.lugares.items()} | {"": nombre}
    evaluado = (clase, cuando.isoformat())
    return Lectura(listar_faltantes(datos, paquete.fichas, paquete.registro, lugares, evaluado), problemas)


def _reglas_por_requisito(paquete: "Paquete") -> dict[str, tuple[str, ...]]:
    reglas: dict[str, list[str]] = defaultdict(list)
    for ficha in sorted(paquete.fichas, key=lambda f: f.id):
        for requisito in ficha.fundamento:
            reglas[requisito].append(ficha.id)
    return {requisito: tuple(ids) for requisito, ids in reglas.items()}

"""Responde preguntas sobre la norma, sin plan: qué pide un artículo y qué vale la cita de un documento.

Compone y no decide, como `aplicacion`: no imprime ni lee el reloj; las fechas llegan como argumentos.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada.diagnosticos.diagnostico import Lectura, ordenar

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.citas_de_documento import RevisionDeCitas
    from plomada.informes.exigencias_de_norma import TablaNormativa
    from plomada.informes.norma import Consulta, PaginaDeNorma
    from plomada.informes.renglones import Renglon
    from plomada.normativa.articulado.dictamen import Saber


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
    from plomada.informes.citas_de_documento import revisar_citas as revisar

    leido = leer_documento(documento)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    return Lectura(revisar(leido.valor, saber, fecha, fecha_dada), leido.diagnosticos)


def consultar(texto: str, saber: "Saber") -> "Lectura[Consulta]":
    """Entiende qué norma o artículo se pregunta."""
    from plomada.informes.norma import entender

    return entender(texto, saber)


def pagina_de_norma(consulta: "Consulta", saber: "Saber", paquete: "Paquete", fecha: date) -> "PaginaDeNorma":
    """Devuelve lo que se sabe de una norma o de un artículo suyo."""
    from plomada.informes.norma import pagina_de

    return pagina_de(consulta, saber, _reglas_por_requisito(paquete), fecha)


def tabla_normativa(
    consulta: "Consulta", saber: "Saber", paquete: "Paquete", fecha: date
) -> "TablaNormativa":
    """Devuelve las exigencias de la consulta, o todas si no nombra una norma."""
    from plomada.informes.norma import tabla_de

    return tabla_de(consulta, saber.registro, _reglas_por_requisito(paquete), fecha)


def normas_a_consola(saber: "Saber", ancho: int) -> "Iterator[Renglon]":
    """Devuelve los renglones con las normas que tiene el registro."""
    from plomada.informes import norma

    return norma.normas_a_consola(norma.listar_normas(saber.registro), ancho)


def _reglas_por_requisito(paquete: "Paquete") -> dict[str, tuple[str, ...]]:
    reglas: dict[str, list[str]] = defaultdict(list)
    for ficha in sorted(paquete.fichas, key=lambda f: f.id):
        for requisito in ficha.fundamento:
            reglas[requisito].append(ficha.id)
    return {requisito: tuple(ids) for requisito, ids in reglas.items()}

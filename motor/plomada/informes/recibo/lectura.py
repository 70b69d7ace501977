"""Lee un recibo y desconfía de él: no puede nombrar nada fuera de donde se busca."""

from pathlib import Path

from pydantic import ValidationError

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.informes.recibo.partes import SE_LEEN, Recibo
from plomada.valores.texto import en_lista

NO_ES_RECIBO = "PLO-D468"
PLAN_FUERA = "PLO-D469"
MAXIMO_DE_BYTES = 50_000_000
_AYUDA = "hágalo con `plomada informe … --recibo recibo.json`, o con `plomada evaluar`"


def leer_recibo(archivo: Path) -> Lectura[Recibo]:
    """Lee un recibo. Diagnósticos: PLO-D468 (no se entiende), PLO-D469 (nombra algo fuera de la entrega)."""
    tramo = Tramo(archivo.name)
    try:
        with archivo.open("rb") as abierto:
            recibo = Recibo.model_validate_json(abierto.read(MAXIMO_DE_BYTES))
    except OSError:
        return _no_es(f"`{archivo.name}` no se pudo leer", tramo)
    except ValidationError as error:
        primero = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
        nota = f"no se entendió `{primero}`" if primero else "no es un JSON completo"
        return _no_es(f"`{archivo.name}` no es un recibo de Plomada", tramo, nota)
    if recibo.formato not in SE_LEEN:
        se_leen = en_lista(list(SE_LEEN), "o")
        return _no_es(f"`{archivo.name}` es de otra versión: dice {recibo.formato} y se lee {se_leen}", tramo)
    fuera = _que_queda_fuera(recibo)
    if fuera:
        mensaje = f"el recibo nombra {fuera} fuera de la carpeta donde se busca"
        return Lectura(None, (Diagnostico(PLAN_FUERA, mensaje, tramo, _AYUDA),))
    return Lectura(recibo)


def _no_es(mensaje: str, tramo: Tramo, nota: str = "") -> Lectura[Recibo]:
    return Lectura(None, (Diagnostico(NO_ES_RECIBO, mensaje, tramo, _AYUDA, nota=nota),))


def _que_queda_fuera(recibo: Recibo) -> str:
    pedido = recibo.pedido
    if _es_ruta(pedido.plan) or _es_ruta(pedido.plan_leido):
        return "un plan"
    for que, adjunto in (("una plantilla", pedido.plantilla), ("unas respuestas", pedido.respuestas)):
        if adjunto is not None and (not adjunto.nombre or _es_ruta(adjunto.nombre)):
            return que
    return ""


def _es_ruta(nombre: str) -> bool:
    return nombre in {".", ".."} or bool(set(nombre) & set("/\\:\0"))

"""Cómo se lee el tema de una observación: el nombre de la materia de su regla, con sus tildes."""

from collections.abc import Mapping

from plomada.informes.elementos import SEPARADOR
from plomada.informes.partes import ReglaInformada

_TILDES: Mapping[str, str] = {
    "adopcion": "adopción", "agrologicas": "agrológicas", "areas": "áreas", "area": "área",
    "articulacion": "articulación", "actuacion": "actuación",
    "bogota": "Bogotá", "cartografia": "cartografía",
    "categorias": "categorías", "climatico": "climático", "clasificacion": "clasificación",
    "concertacion": "concertación", "conservacion": "conservación", "diagnostico": "diagnóstico",
    "divulgacion": "divulgación", "ejecucion": "ejecución", "etnicos": "étnicos", "expansion": "expansión",
    "expropiacion": "expropiación", "financiacion": "financiación", "gestion": "gestión",
    "inundacion": "inundación", "mineria": "minería",
    "ocupacion": "ocupación", "paramos": "páramos", "participacion": "participación",
    "planeacion": "planeación", "planificacion": "planificación", "plusvalia": "plusvalía",
    "proteccion": "protección", "publica": "pública", "publico": "público", "publicos": "públicos",
    "revision": "revisión", "subdivision": "subdivisión", "tramite": "trámite", "transicion": "transición",
    "urbanisticas": "urbanísticas", "vias": "vías",
}  # fmt: skip
_ANALISIS = {
    "suficiencia": "Contenidos del plan",
    "articulacion": "Articulación de fines y medios",
    "coherencia": "Coherencia de los datos",
    "tramite": "Trámite",
}


def tema_de(regla: ReglaInformada) -> str:
    """Devuelve el tema de una regla: su primera materia; si no tiene, su análisis."""
    if regla.materia:
        return nombrar(regla.materia[0])
    return _ANALISIS.get(regla.analisis) or nombrar(regla.analisis)


def nombrar_elemento(elemento: str) -> str:
    """Escribe un elemento o una combinación como se lee; los ids quedan como están.

    >>> nombrar_elemento("avenida_torrencial · expansion"), nombrar_elemento("proyecto P_1")
    ('avenida torrencial · expansión', 'proyecto P_1')
    """
    return " · ".join(map(_nombrar_parte, elemento.split(SEPARADOR)))


def _nombrar_parte(parte: str) -> str:
    tipo, espacio, id_ = parte.partition(" ")
    return f"{_con_tildes(tipo)}{espacio}{id_}"


def _con_tildes(palabra: str) -> str:
    return " ".join(_TILDES.get(p, p) for p in palabra.split("_"))


def nombrar(palabra: str) -> str:
    """Escribe una materia como se lee.

    >>> nombrar("clasificacion_del_suelo")
    'Clasificación del suelo'
    """
    dicha = _con_tildes(palabra)
    return dicha[:1].upper() + dicha[1:]

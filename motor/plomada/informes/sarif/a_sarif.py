"""Escribe un informe en SARIF 2.1.0: un resultado por hallazgo, y los totales copiados del informe.

`kind` sale del veredicto y `level` de la fuerza, que SARIF solo admite en lo que falla. Lo aceptado lleva
`suppressions`, y al comparar con un informe anterior cada resultado lleva `baselineState`; lo que ya no está
sale como `absent`, que no se cuenta entre los hallazgos de este informe.
"""

import json
from collections.abc import Iterator

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.aceptaciones.frases import con_punto
from plomada.informes.huellas import huella
from plomada.informes.partes import Aviso, ReglaInformada
from plomada.informes.rondas.comparar import emparejar
from plomada.informes.rondas.dicho import Dicho, datos_cambiados
from plomada.informes.rondas.vistas import vista_de
from plomada.informes.sarif.lugares import BASE, Json, archivo, lugares_de
from plomada.informes.vista import Informe, codigo_de_salida

VERSION = "2.1.0"
ESQUEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
IDENTIDAD = "plomada/identidad/v1"
_CLASES = {
    Veredicto.NO_CUMPLE: "fail",
    Veredicto.CUMPLE: "pass",
    Veredicto.NO_CONSTA: "open",
    Veredicto.NO_APLICA: "notApplicable",
    Veredicto.REQUIERE_CONCEPTO: "review",
    Veredicto.ERROR: "open",
}
_NIVELES = {"debe": "error", "deberia": "warning", "informa": "note"}
_GRAVEDADES = {"error": "error", "advertencia": "warning", "nota": "note"}


def a_sarif(informe: Informe, anterior: Informe | None = None) -> str:
    """Devuelve el informe en SARIF, con los mismos bytes para los mismos informes."""
    documento = {"$schema": ESQUEMA, "version": VERSION, "runs": [_corrida(informe, anterior)]}
    return json.dumps(documento, ensure_ascii=False, indent=2) + "\n"


def _corrida(informe: Informe, anterior: Informe | None) -> Json:
    resultados = list(_resultados(informe, anterior))
    indices = {r.regla: i for i, r in enumerate(informe.reglas)}
    for resultado in resultados:
        if resultado["ruleId"] in indices:
            resultado["ruleIndex"] = indices[resultado["ruleId"]]
    return {
        "tool": {"driver": _herramienta(informe)},
        "language": "es-CO",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "La carpeta de la entrega."}}},
        "invocations": [_invocacion(informe)],
        "artifacts": [_plan(informe)] if informe.plan else [],
        "results": resultados,
        "properties": _propiedades(informe),
    }


def _herramienta(informe: Informe) -> Json:
    return {
        "name": "Plomada",
        "version": informe.motor,
        "fullDescription": {"text": informe.advertencia},
        "rules": [_regla(r) for r in informe.reglas],
        "properties": {"reglas_huella": informe.reglas_huella},
    }


def _regla(r: ReglaInformada) -> Json:
    return {
        "id": r.regla,
        "shortDescription": {"text": r.titulo},
        "fullDescription": {"text": r.exigencia or r.titulo},
        "help": {"text": f"{r.requisito.cita} ({r.requisito.vigencia}). {r.requisito.pide}"},
        "defaultConfiguration": {"level": _NIVELES.get(r.fuerza, "warning")},
        "properties": {
            "fuerza": r.fuerza,
            "analisis": r.analisis,
            "competencia": r.competencia,
            "requisito": r.requisito.id,
            "ambiental": r.ambiental,
            "huella": r.huella,
        },
    }


def _invocacion(informe: Informe) -> Json:
    """Una regla que falló y un aviso de la lectura van también como notificaciones de la corrida."""
    fallos = [h for r in informe.reglas for h in r.hallazgos if h.veredicto is Veredicto.ERROR]
    return {
        "executionSuccessful": not informe.totales.reglas.error,
        "exitCode": codigo_de_salida(informe),
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": h.mensaje}, "associatedRule": {"id": h.regla}}
            for h in fallos
        ],
        "toolConfigurationNotifications": [_aviso(a) for a in informe.avisos]
        + list(_de_aceptaciones(informe)),
    }


def _aviso(a: Aviso) -> Json:
    texto = f"{a.mensaje} ({a.lugar})" if a.lugar else a.mensaje
    return {
        "level": _GRAVEDADES.get(a.gravedad, "warning"),
        "message": {"text": texto},
        "descriptor": {"id": a.codigo},
    }


def _de_aceptaciones(informe: Informe) -> Iterator[Json]:
    """Lo que hay que revisar de las aceptaciones no es un hallazgo del plan: se notifica."""
    for h in informe.aceptaciones.hallazgos if informe.aceptaciones else ():
        texto = f"Aceptación {h.aceptacion} ({h.modo}): {h.mensaje} {h.subsana} ({h.lugar})"
        yield {"level": "warning", "message": {"text": texto}, "descriptor": {"id": h.codigo}}


def _plan(informe: Informe) -> Json:
    assert informe.plan is not None
    return {"location": archivo(informe.plan.archivo), "hashes": {"sha-256": informe.plan.huella}}


def _propiedades(informe: Informe) -> Json:
    return {
        "perfil": informe.perfil.value,
        "regimen": informe.regimen.model_dump(mode="json"),
        "totales": informe.totales.model_dump(mode="json"),
        "oculto": informe.oculto.model_dump(mode="json"),
        "sin_revisar": informe.sin_revisar.model_dump(mode="json"),
        "aceptaciones_ignoradas": bool(informe.aceptaciones and informe.aceptaciones.ignoradas),
    }


def _resultados(informe: Informe, anterior: Informe | None) -> Iterator[Json]:
    if anterior is None:
        for regla in informe.reglas:
            for h in regla.hallazgos:
                yield _resultado(informe, regla, h)
        return
    antes, ahora = vista_de(anterior), vista_de(informe)
    for clave in dict.fromkeys((*ahora.hallazgos, *antes.hallazgos)):
        if informe.oculto.reglas and clave[0] not in ahora.reglas:
            continue  # el perfil no la muestra: no se puede decir que ya no esté
        for viejo, nuevo in emparejar(antes.de(clave), ahora.de(clave)):
            de_cual, vista = (informe, ahora) if nuevo is not None else (anterior, antes)
            hallado = nuevo or viejo
            assert hallado is not None
            resultado = _resultado(de_cual, vista.reglas[clave[0]], hallado)
            de_antes = None if viejo is None else Dicho(viejo, antes.reglas[clave[0]])
            de_ahora = None if nuevo is None else Dicho(nuevo, ahora.reglas[clave[0]])
            yield resultado | {"baselineState": _estado(de_antes, de_ahora)}


def _estado(antes: Dicho | None, ahora: Dicho | None) -> str:
    """Con la misma conclusión, un hallazgo que dice otra cosa de su elemento también cambió."""
    if ahora is None:
        return "absent"
    if antes is None:
        return "new"
    viejo, nuevo = antes.hallazgo, ahora.hallazgo
    if (viejo.veredicto, viejo.modo) != (nuevo.veredicto, nuevo.modo):
        return "updated"
    igual = antes.mismo_mensaje(ahora) and not datos_cambiados(viejo, nuevo)
    return "unchanged" if igual else "updated"


def _resultado(informe: Informe, regla: ReglaInformada, h: Hallazgo) -> Json:
    clase = _CLASES[h.veredicto]
    resultado: Json = {
        "ruleId": h.regla,
        "kind": clase,
        "level": _NIVELES.get(regla.fuerza, "warning") if clase == "fail" else "none",
        "message": {"text": f"{h.mensaje} {h.subsana}".strip()},
        "locations": lugares_de(h),
        "partialFingerprints": {IDENTIDAD: huella(list(h.identidad))},
        "properties": {
            "veredicto": h.veredicto.value,
            "elemento": h.elemento,
            "modo": h.modo,
            "causa": h.causa,
            "fuerza": regla.fuerza,
        },
    }
    supresiones = list(_supresiones(informe, h))
    return resultado | {"suppressions": supresiones} if supresiones else resultado


def _supresiones(informe: Informe, h: Hallazgo) -> Iterator[Json]:
    """Una aceptación no cambia el veredicto: el resultado sigue siendo el que es y dice quién lo aceptó."""
    for a in informe.aceptaciones.aceptaciones if informe.aceptaciones else ():
        if any((x.regla, x.elemento, x.modo) == h.identidad for x in a.ampara):
            texto = f"{con_punto(a.razon)} Firma {a.firmante}, {a.fecha}."
            datos = {
                "aceptacion": a.id,
                "vence": a.vence,
                "disparador": a.disparador,
                "fundamento": a.fundamento,
            }
            yield {"kind": "external", "status": "accepted", "justification": texto, "properties": datos}

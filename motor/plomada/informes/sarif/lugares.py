"""Los lugares de un hallazgo como los escribe SARIF: archivo y línea, o libro, hoja y celda."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias
from urllib.parse import quote

from plomada.evaluacion.resultados import DatoLeido, Hallazgo
from plomada.informes.lugares import nombrar_lugar

Json: TypeAlias = dict[str, Any]
BASE = "ENTREGA"
_EN_TEXTO = re.compile(r"(?P<archivo>.+?):(?P<linea>\d+):(?P<columna>\d+)")
_EN_LIBRO = re.compile(r"(?P<archivo>[^!]+)!(?P<hoja>.+)!(?P<celda>[A-Z]+\d+)")


def lugares_de(h: Hallazgo) -> list[Json]:
    """Devuelve un lugar por dato leído; si no se leyó ninguno, el elemento o el plan entero."""
    return [_lugar(d) for d in h.datos] or [{"logicalLocations": list(_del_elemento(h))}]


def _del_elemento(h: Hallazgo) -> Iterator[Json]:
    if h.dato:
        yield {"fullyQualifiedName": h.dato, "kind": "object"}
    yield {"fullyQualifiedName": h.elemento or "plan", "kind": "element" if h.elemento else "module"}


def _lugar(d: DatoLeido) -> Json:
    logicos: list[Json] = [{"fullyQualifiedName": d.ruta, "kind": "object"}]
    lugar = nombrar_lugar(d.lugar)
    celda = _EN_LIBRO.fullmatch(lugar)
    if celda is not None:
        nombre = f"{celda['hoja']}!{celda['celda']}"
        logicos.append({"fullyQualifiedName": nombre, "name": celda["celda"], "kind": "cell"})
        return {
            "physicalLocation": {"artifactLocation": archivo(celda["archivo"])},
            "logicalLocations": logicos,
        }
    texto = _EN_TEXTO.fullmatch(lugar)
    if texto is None:
        return {"logicalLocations": logicos}
    region = {"startLine": int(texto["linea"]), "startColumn": int(texto["columna"])}
    fisico = {"artifactLocation": archivo(texto["archivo"]), "region": region}
    return {"physicalLocation": fisico, "logicalLocations": logicos}


def archivo(nombre: str) -> Json:
    """Devuelve un archivo por su ruta dentro de la entrega, sin la carpeta de la máquina."""
    return {"uri": quote(nombre.replace("\\", "/")), "uriBaseId": BASE}

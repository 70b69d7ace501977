"""Escribe los avisos de las licencias de las dependencias, sacados de los metadatos de sus ruedas."""

import zipfile
from collections.abc import Iterable
from email.message import Message

from empaque.ruedas import Rueda

_DE_LICENCIA = ("license", "licence", "copying", "notice", "authors", "copyright")
_RAYA = "=" * 78
_CLASE = "License :: "


def escribir_avisos(ruedas: Iterable[Rueda], propio: str) -> str:
    """Devuelve los avisos, uno por paquete: nombre, versión, licencia y los textos de su rueda."""
    por_nombre = {r.nombre: r for r in ruedas if r.nombre != propio}
    cabeza = (
        "Avisos de las licencias de los programas que vienen con Plomada.\n"
        "Cada uno es de sus autores y conserva su licencia; los textos son los que trae su rueda.\n"
    )
    return cabeza + "".join(_aviso(por_nombre[n]) for n in sorted(por_nombre))


def declarada(metadatos: Message) -> str:
    """Devuelve la licencia que la rueda declara, o vacío: la expresión, la clase o el campo libre corto."""
    expresion = metadatos.get("License-Expression")
    if expresion:
        return str(expresion)
    clases = [c.rpartition(" :: ")[2] for c in metadatos.get_all("Classifier") or () if c.startswith(_CLASE)]
    libre = str(metadatos.get("License") or "").strip()
    return ", ".join(clases) or (libre if "\n" not in libre else libre.splitlines()[0])


def _aviso(rueda: Rueda) -> str:
    metadatos = rueda.metadatos()
    textos = _textos(rueda)
    licencia = declarada(metadatos) or "no la declara en sus metadatos"
    sitio = metadatos.get("Home-page") or next(
        (u.partition(",")[2].strip() for u in metadatos.get_all("Project-URL") or ()), ""
    )
    lineas = [_RAYA, f"{metadatos['Name']} {rueda.version}", f"Licencia: {licencia}"]
    lineas += [f"Sitio: {sitio}"] if sitio else []
    lineas += [_RAYA]
    cuerpo = "".join(f"\n[{nombre}]\n\n{texto.strip()}\n" for nombre, texto in textos)
    return "\n" + "\n".join(lineas) + "\n" + (cuerpo or "\nLa rueda no trae el texto de la licencia.\n")


def _textos(rueda: Rueda) -> list[tuple[str, str]]:
    with zipfile.ZipFile(rueda.archivo) as z:
        rutas = [n for n in sorted(z.namelist()) if ".dist-info/" in n and _es_licencia(n)]
        return [(r.partition(".dist-info/")[2], z.read(r).decode("utf-8", "replace")) for r in rutas]


def _es_licencia(ruta: str) -> bool:
    nombre = ruta.rpartition("/")[2].lower()
    return not ruta.endswith("/") and (nombre.startswith(_DE_LICENCIA) or ".dist-info/licenses/" in ruta)

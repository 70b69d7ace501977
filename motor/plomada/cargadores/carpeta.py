"""La carpeta de una entrega: qué archivo describe el plan, qué falta, qué sobra y qué no se lee todavía.

Toca el disco solo para listar y leer. Los nombres se comparan en NFC y como están en el disco, para que la
misma carpeta diga lo mismo en Windows, Mac y Linux.
"""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plomada.cargadores import problemas
from plomada.cargadores.archivo import sale_de_su_carpeta
from plomada.cargadores.huella import datos_de
from plomada.cargadores.plan import NOMBRE_DEL_LIBRO, NOMBRE_DEL_PLAN, PlanCargado, cargar_archivo
from plomada.cargadores.sugerencias import Sugeridor
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.modelo.escalares import recortar
from plomada.modelo.formas import campos_de
from plomada.modelo.plan import Plan
from plomada.valores.texto import en_lista, plegar

# Lo que `plomada nuevo` deja escrito: un plan que no dice nada más está sin llenar.
IDENTIDAD = frozenset(
    {"municipio.codigo", "municipio.nombre", "municipio.departamento", "plan.clase", "plan.tramite"}
)
_CARTOGRAFIA = frozenset(
    {".gpkg", ".shp", ".geojson", ".xtf", ".dwg", ".dxf", ".kml", ".kmz", ".gdb", ".mdb"}
)
_COMPANIA = frozenset(
    {".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qpj", ".qmd", ".gpkg-wal", ".gpkg-shm"}
)
_PROPIOS = frozenset(
    {
        NOMBRE_DEL_PLAN, NOMBRE_DEL_LIBRO, "lectura.yaml", "comprobacion.yaml", "aceptaciones.yaml",
        "recibo.json", "esperado.json", "thumbs.db", "desktop.ini", "ehthumbs.db", "leeme.md", "leeme.txt",
        "readme.md", "readme.txt",
    }
)  # fmt: skip
_CARPETAS_AJENAS = frozenset({"__macosx", "$recycle.bin", "system volume information"})
_TEMPORALES = ("~$", ".~lock", "~wrl", ".")
_MAXIMO_DE_ARCHIVOS = 20_000
_DIFERENCIAS_QUE_SE_DICEN = 5
_SOBRANTES_QUE_SE_NOMBRAN = 200
_AYUDA_DE_LO_QUE_SOBRA = "cítelo en `documentos[].archivo`, o sáquelo de la entrega"
_ABSOLUTA = re.compile(r"^(?:[A-Za-z]:|/|~)")
_BLOQUE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Archivo:
    """Un archivo de la entrega, por su ruta con `/`; `huella` solo la llevan los que no se leen."""

    ruta: str
    es_cartografia: bool = False
    huella: str = ""


@dataclass(frozen=True, slots=True)
class Inventario:
    """Los archivos de una entrega; `incompleto` dice si eran demasiados para mirarlos todos."""

    archivos: tuple[Archivo, ...]
    incompleto: bool = False


def cargar_carpeta(carpeta: Path) -> Lectura[PlanCargado]:
    """Carga el plan de la carpeta y revisa los archivos que cita.

    Diagnósticos: PLO-L101, PLO-L142 a PLO-L146 y los de `cargar_archivo`.
    """
    try:
        nombres = sorted(os.listdir(carpeta))
    except OSError:
        ayuda = "revise los permisos de la carpeta"
        aviso = Diagnostico(problemas.SIN_PERMISO, "la carpeta no se pudo leer", Tramo(carpeta.name), ayuda)
        return Lectura(None, (aviso,))
    presentes = [n for n in (NOMBRE_DEL_PLAN, NOMBRE_DEL_LIBRO) if n in nombres]
    if not presentes:
        return Lectura(None, (_sin_plan(nombres),))
    leidos = [cargar_archivo(carpeta / n) for n in presentes]
    elegido = leidos[0] if len(leidos) == 1 else _elegir(leidos[0], leidos[1])
    if elegido.valor is None:
        return elegido
    hallados = revisar_archivos(elegido.valor, carpeta, inventariar(carpeta))
    todos = ordenar([*elegido.diagnosticos, *hallados])
    return Lectura(None if any(d.es_error for d in todos) else elegido.valor, todos)


def _sin_plan(nombres: Iterable[str]) -> Diagnostico:
    parecidos = {"plan.yaml", "plan.yml", "plan.xlsx", "plan.xls", "plan.xlsm", "plan.ods"}
    casi = [n for n in nombres if plegar(n) in parecidos]
    ayuda = "cree una con `plomada nuevo`, o indique el archivo que describe el plan"
    if casi:
        ayuda = f"hay `{casi[0]}`: guárdelo como `plan.xlsx` o como `plan.yaml`"
    mensaje = f"la carpeta no trae `{NOMBRE_DEL_PLAN}` ni `{NOMBRE_DEL_LIBRO}`"
    return Diagnostico(problemas.NO_EXISTE, mensaje, Tramo(NOMBRE_DEL_PLAN), ayuda)


# -- cuál de los dos describe el plan


def _elegir(yaml: Lectura[PlanCargado], libro: Lectura[PlanCargado]) -> Lectura[PlanCargado]:
    """Escoge entre `plan.yaml` y `plan.xlsx`: si dicen lo mismo, o si uno está sin llenar."""
    juntos = ordenar([*yaml.diagnosticos, *libro.diagnosticos])
    if yaml.valor is None or libro.valor is None:
        return Lectura(None, juntos)
    del_yaml, del_libro = datos_de(yaml.valor.plan), datos_de(libro.valor.plan)
    if yaml.valor.plan == libro.valor.plan:
        return _usar(yaml, "`plan.yaml` y `plan.xlsx` dicen lo mismo: se usó `plan.yaml`")
    if set(del_yaml) <= IDENTIDAD and not set(del_libro) <= IDENTIDAD:
        return _usar(libro, "se usó `plan.xlsx`: `plan.yaml` está sin llenar")
    if set(del_libro) <= IDENTIDAD and not set(del_yaml) <= IDENTIDAD:
        return _usar(yaml, "se usó `plan.yaml`: `plan.xlsx` está sin llenar")
    distintos = sorted(r for r in del_yaml.keys() | del_libro.keys() if del_yaml.get(r) != del_libro.get(r))
    muestra = en_lista([f"`{recortar(r, 80)}`" for r in distintos[:_DIFERENCIAS_QUE_SE_DICEN]])
    resto = len(distintos) - _DIFERENCIAS_QUE_SE_DICEN
    mensaje = f"`plan.yaml` y `plan.xlsx` no dicen lo mismo: difieren en {muestra or 'el orden de una lista'}"
    mensaje += f" y en {resto} datos más" if resto > 0 else ""
    ayuda = "deje en la carpeta solo el que vale; `plomada convertir` pasa de uno a otro"
    aviso = Diagnostico(
        problemas.DOS_PLANES_DISTINTOS, mensaje, Tramo(NOMBRE_DEL_PLAN), ayuda, Tramo(NOMBRE_DEL_LIBRO)
    )
    return Lectura(None, (*juntos, aviso))


def _usar(elegido: Lectura[PlanCargado], mensaje: str) -> Lectura[PlanCargado]:
    assert elegido.valor is not None
    ayuda = "deje uno solo cuando termine, para que nadie lea el que no es"
    lugar = Tramo(elegido.valor.archivo)
    aviso = Diagnostico(problemas.DOS_PLANES, mensaje, lugar, ayuda, gravedad="advertencia")
    return Lectura(elegido.valor, (*elegido.diagnosticos, aviso))


# -- qué hay en la carpeta


def inventariar(carpeta: Path) -> Inventario:
    """Devuelve los archivos de la entrega, en orden, sin los del sistema ni los de la herramienta."""
    archivos: list[Archivo] = []
    for ruta in _recorrer(carpeta):
        if len(archivos) >= _MAXIMO_DE_ARCHIVOS:
            return Inventario(tuple(sorted(archivos, key=lambda a: a.ruta)), incompleto=True)
        relativa = unicodedata.normalize("NFC", ruta.relative_to(carpeta).as_posix())
        es_capa = ruta.suffix.lower() in _CARTOGRAFIA
        archivos.append(Archivo(relativa, es_capa, _huella(ruta) if es_capa else ""))
    return Inventario(tuple(sorted(archivos, key=lambda a: a.ruta)))


def _recorrer(carpeta: Path) -> Iterator[Path]:
    for raiz, hijas, nombres in os.walk(carpeta):
        hijas[:] = sorted(h for h in hijas if not h.startswith(".") and h.lower() not in _CARPETAS_AJENAS)
        capas = [h for h in hijas if Path(h).suffix.lower() == ".gdb"]
        hijas[:] = [
            h for h in hijas if h not in capas
        ]  # una geodatabase es una carpeta y cuenta como una capa
        for nombre in (*capas, *sorted(nombres)):
            ruta = Path(raiz, nombre)
            en_la_raiz = Path(raiz) == carpeta
            if not _es_ajeno(nombre, en_la_raiz) and not sale_de_su_carpeta(ruta, carpeta):
                yield ruta


def _es_ajeno(nombre: str, en_la_raiz: bool) -> bool:
    plegado = plegar(nombre)
    if plegado.startswith(_TEMPORALES) or Path(plegado).suffix in _COMPANIA:
        return True
    return plegado in _PROPIOS and (en_la_raiz or plegado in {"thumbs.db", "desktop.ini", "ehthumbs.db"})


def _huella(ruta: Path) -> str:
    """Devuelve el SHA-256 de un archivo o de los de una carpeta con sus nombres; vacío si no se puede."""
    suma = hashlib.sha256()
    try:
        for parte in sorted(ruta.rglob("*")) if ruta.is_dir() else (ruta,):
            if not parte.is_file():
                continue
            if parte != ruta:
                suma.update(f"\0{parte.relative_to(ruta).as_posix()}\0".encode("utf-8", "surrogatepass"))
            with parte.open("rb") as abierto:
                while bloque := abierto.read(_BLOQUE):
                    suma.update(bloque)
    except OSError:
        return ""
    return suma.hexdigest()


# -- qué falta y qué sobra


def revisar_archivos(cargado: PlanCargado, carpeta: Path, inventario: Inventario) -> Iterator[Diagnostico]:
    """Compara los archivos que el plan cita con los que hay. Diagnósticos: PLO-L144 a PLO-L146."""
    hay = {a.ruta: a for a in inventario.archivos}
    citados: set[str] = set()
    sugeridor = Sugeridor()
    for ruta_del_dato, escrita in _citados(cargado.plan):
        lugar = cargado.lugares.get(ruta_del_dato, Tramo(cargado.archivo))
        limpia = normalizar(escrita)
        if limpia is None or sale_de_su_carpeta(carpeta / limpia, carpeta):
            mensaje = f"en `{ruta_del_dato}`, `{recortar(escrita, 80)}` sale de la carpeta de la entrega"
            ayuda = "copie el archivo en la carpeta y escriba su ruta desde ella, como `anexos/plano 1.pdf`"
            yield Diagnostico(problemas.ARCHIVO_QUE_SALE, mensaje, lugar, ayuda)
            continue
        citados.add(limpia)
        if limpia not in hay:
            yield _falta(ruta_del_dato, limpia, hay, sugeridor, lugar)
    sobran = [a for a in inventario.archivos if a.es_cartografia or a.ruta not in citados]
    yield from map(_sin_citar, sobran[:_SOBRANTES_QUE_SE_NOMBRAN])
    resto = len(sobran) - _SOBRANTES_QUE_SE_NOMBRAN
    if resto > 0:
        mensaje = f"hay {resto} archivos más que el plan no usa"
        yield _advertir(problemas.SOBRA_UN_ARCHIVO, mensaje, Tramo(cargado.archivo), _AYUDA_DE_LO_QUE_SOBRA)
    if inventario.incompleto:
        mensaje = f"la carpeta tiene más de {_MAXIMO_DE_ARCHIVOS} archivos y no se miraron todos"
        ayuda = "deje en la entrega solo lo que se revisa"
        yield _advertir(problemas.SOBRA_UN_ARCHIVO, mensaje, Tramo(cargado.archivo), ayuda)


def normalizar(escrita: str) -> str | None:
    r"""Devuelve la ruta con `/` y en NFC, o None si no es relativa o sale de la carpeta.

    >>> normalizar("anexos\\plano 1.pdf"), normalizar("../x.pdf"), normalizar("C:\\x.pdf")
    ('anexos/plano 1.pdf', None, None)
    """
    limpia = unicodedata.normalize("NFC", escrita.strip().replace("\\", "/"))
    partes = PurePosixPath(limpia).parts
    if not partes or _ABSOLUTA.match(limpia) or ".." in partes or "\0" in limpia:
        return None
    return "/".join(partes)


def _citados(plan: Plan) -> Iterator[tuple[str, str]]:
    """Recorre las listas del plan cuyos elementos nombran un archivo."""
    for nombre, forma in campos_de(Plan).items():
        modelo = forma.dentro.modelo if forma.dentro is not None else None
        elementos = getattr(plan, nombre)
        if modelo is None or "archivo" not in campos_de(modelo) or not isinstance(elementos, tuple):
            continue
        for elemento in elementos:
            if isinstance(elemento.archivo, str):
                yield f"{nombre}[{elemento.id}].archivo", elemento.archivo


def _falta(dato: str, ruta: str, hay: Iterable[str], sugeridor: Sugeridor, lugar: Tramo) -> Diagnostico:
    nombres, buscada = tuple(hay), plegar(ruta)
    igual = next((n for n in nombres if plegar(n) == buscada), "")
    ayuda = f"se llama `{igual}`: escríbalo igual, con sus tildes y mayúsculas" if igual else ""
    ayuda = ayuda or sugeridor.sugerir(ruta, nombres) or "agréguelo a la entrega, o corrija la ruta"
    mensaje = f"en `{dato}`, `{recortar(ruta, 80)}` no está en la carpeta"
    return _advertir(problemas.FALTA_UN_ARCHIVO, mensaje, lugar, ayuda)


def _sin_citar(archivo: Archivo) -> Diagnostico:
    nombre, lugar = recortar(archivo.ruta, 120), Tramo(archivo.ruta)
    if not archivo.es_cartografia:
        mensaje = f"nadie cita `{nombre}`"
        return _advertir(problemas.SOBRA_UN_ARCHIVO, mensaje, lugar, _AYUDA_DE_LO_QUE_SOBRA)
    ayuda = "describa en el plan lo que dibuja; el archivo queda inventariado con su huella"
    huella = f"SHA-256 {archivo.huella}" if archivo.huella else "no se pudo leer para tomar su huella"
    mensaje = f"`{nombre}` es cartografía, que no se lee en esta versión ({huella})"
    return _advertir(problemas.SOBRA_UN_ARCHIVO, mensaje, lugar, ayuda)


def _advertir(codigo: str, mensaje: str, lugar: Tramo, ayuda: str) -> Diagnostico:
    return Diagnostico(codigo, mensaje, lugar, ayuda, gravedad="advertencia")

"""Compone las piezas del motor y no decide nada: lo usan la consola, la web y las pruebas.

No imprime, no lee el reloj ni el entorno, y no guarda estado: las fechas, las carpetas y la caché llegan como
argumentos. Un `Paquete` se carga una vez y sirve para muchos planes.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plomada import __version__
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.valores.festivos import sello_del_calendario

if TYPE_CHECKING:
    from plomada.cargadores.plan import PlanCargado
    from plomada.evaluacion.paquete import Paquete
    from plomada.evaluacion.resultados import Evaluacion
    from plomada.informes.explicar.listado import Filtro, ReglaListada
    from plomada.informes.explicar.paginas import Pagina
    from plomada.informes.vista import Informe
    from plomada.lenguaje.esquema import Esquema
    from plomada.lenguaje.nucleo import PaqueteComprobado
    from plomada.normativa.registro import Registro
    from plomada.probador.pruebas import Pruebas

_PAQUETE = Path(__file__).resolve().parent
_DATOS = "_datos"
_DEL_MOTOR = (".py", ".lark", ".j2", ".css", ".js", ".toml", ".docx")


@dataclass(frozen=True, slots=True)
class Fuentes:
    """Las reglas comprobadas, el registro y el esquema, antes de compilar: lo que usan `probar` y `lint`."""

    comprobado: "PaqueteComprobado"
    registro: "Registro"
    esquema: "Esquema"


@dataclass(frozen=True, slots=True)
class Revision:
    """Lo que resulta de revisar un plan; sin `evaluacion` si algo de lo escrito por el usuario está mal."""

    diagnosticos: tuple[Diagnostico, ...]
    evaluacion: "Evaluacion | None" = None
    informe: "Informe | None" = None
    cargado: "PlanCargado | None" = None
    codigo_de_salida: int = 2


# -- de dónde salen las reglas ---------------------------------------------------------------------


def carpeta_de_datos() -> Path:
    """Devuelve la carpeta con `reglas/`, `normativa/` y `casos/`: la de la rueda o la del repositorio."""
    instalada = _PAQUETE / _DATOS
    return instalada if (instalada / "reglas").is_dir() else _PAQUETE.parents[1]


def huella_de(datos: Path) -> str:
    """Devuelve el SHA-256 de las reglas, el registro, el motor y el calendario: cambia si cambia alguno."""
    suma = hashlib.sha256(__version__.encode())
    suma.update(sello_del_calendario())
    partes = (
        (datos / "reglas", (".regla",)),
        (datos / "normativa", (".yaml",)),
        (_PAQUETE, _DEL_MOTOR),
    )
    for raiz, finales in partes:
        for nombre in sorted(_archivos(str(raiz), finales)):
            suma.update(f"\0{Path(nombre).as_posix()}\0".encode())
            with open(os.path.join(raiz, nombre), "rb") as archivo:
                suma.update(archivo.read())
    return suma.hexdigest()


def archivos_del_motor() -> Iterator[tuple[str, Path]]:
    """Devuelve los archivos que cuentan en la huella del motor, por su ruta en él."""
    for nombre in sorted(_archivos(str(_PAQUETE), _DEL_MOTOR)):
        yield Path(nombre).as_posix(), _PAQUETE / nombre


def _archivos(raiz: str, finales: tuple[str, ...]) -> Iterator[str]:
    """Recorre los archivos con esos finales; `os.walk` cuesta la tercera parte que `Path.rglob`."""
    for carpeta, hijas, archivos in os.walk(raiz):
        hijas[:] = [h for h in hijas if h not in {_DATOS, "__pycache__"}]
        for archivo in archivos:
            if archivo.endswith(finales):
                yield os.path.relpath(os.path.join(carpeta, archivo), raiz)


def archivos_de_reglas(datos: Path | None = None) -> tuple[Path, ...]:
    """Devuelve los archivos `.regla`, en orden."""
    return tuple(sorted(((datos or carpeta_de_datos()) / "reglas").rglob("*.regla")))


def cargar_fuentes(datos: Path | None = None, solo: tuple[Path, ...] = ()) -> Lectura[Fuentes]:
    """Lee y comprueba el registro y las reglas; `solo` reemplaza los archivos de reglas por otros."""
    from plomada.evaluacion.esquema_plan import construir_esquema
    from plomada.lenguaje.analizador import analizar
    from plomada.lenguaje.comprobacion.paquetes import comprobar
    from plomada.lenguaje.sintaxis import Modulo
    from plomada.normativa.lectura import leer_registro

    base = datos or carpeta_de_datos()
    registro = leer_registro(base / "normativa")
    if registro.valor is None:
        return Lectura(None, registro.diagnosticos)
    esquema = construir_esquema(registro.valor)
    leidos = [analizar(t, n) for n, t in _textos(solo or archivos_de_reglas(base), base)]
    modulo = Modulo(
        tuple(r for x in leidos if x.valor for r in x.valor.reglas),
        tuple(d for x in leidos if x.valor for d in x.valor.defines),
    )
    comprobado = comprobar(modulo, esquema, registro.valor.condiciones())
    problemas = ordenar(
        [*registro.diagnosticos, *(d for x in leidos for d in x.diagnosticos), *comprobado.diagnosticos]
    )
    if any(d.es_error for d in problemas) or comprobado.valor is None:
        return Lectura(None, problemas)
    return Lectura(Fuentes(comprobado.valor, registro.valor, esquema), problemas)


def _textos(archivos: tuple[Path, ...], base: Path) -> Iterator[tuple[str, str]]:
    for archivo in archivos:
        nombre = archivo.relative_to(base).as_posix() if archivo.is_relative_to(base) else archivo.name
        yield nombre, archivo.read_text("utf-8-sig")


def cargar_paquete(datos: Path | None = None, cache: Path | None = None) -> "Lectura[Paquete]":
    """Devuelve las reglas compiladas; de la caché o la rueda si son las de este disco."""
    from plomada.evaluacion import cache as disco
    from plomada.evaluacion.paquete import armar
    from plomada.normativa.registro import Registro

    base = datos or carpeta_de_datos()
    huella = huella_de(base)
    for carpeta in (base / "compilado", cache):
        guardado = disco.leer(carpeta, huella) if carpeta else None
        if guardado is not None:
            registro = Registro.desde_json(guardado.registro)
            return Lectura(armar(registro, guardado.compilado, huella, guardado.codigo, guardado.festivos))
    return _compilar(base, huella, cache)


def _compilar(base: Path, huella: str, cache: Path | None) -> "Lectura[Paquete]":
    from plomada.evaluacion import cache as disco
    from plomada.evaluacion.paquete import armar
    from plomada.lenguaje.compilador.modulo import compilar

    fuentes = cargar_fuentes(base)
    if fuentes.valor is None:
        return Lectura(None, fuentes.diagnosticos)
    compilado = compilar(fuentes.valor.comprobado)
    registro = fuentes.valor.registro
    if cache is not None:
        disco.guardar(cache, huella, compilado, registro.a_json())
    return Lectura(armar(registro, compilado, huella), fuentes.diagnosticos)


def precompilar(datos: Path, destino: Path, huella: str) -> tuple[Diagnostico, ...]:
    """Deja en `destino` las reglas ya compiladas; la usa la construcción de la rueda."""
    from plomada.evaluacion import cache as disco
    from plomada.lenguaje.compilador.modulo import compilar

    fuentes = cargar_fuentes(datos)
    if fuentes.valor is not None:
        disco.guardar(destino, huella, compilar(fuentes.valor.comprobado), fuentes.valor.registro.a_json())
    return fuentes.diagnosticos


# -- revisar un plan -------------------------------------------------------------------------------


def revisar(
    insumo: Path,
    paquete: "Paquete",
    fecha: date | None = None,
    perfil: str = "consultoria",
    con_frases: bool = True,
    usar_aceptaciones: bool = True,
) -> Revision:
    """Carga un plan, lo evalúa, arma el informe y le agrega las aceptaciones de la entrega.

    Sin `fecha`, se evalúa a la de radicación ambiental que el plan diga; si no dice ninguna, es un problema
    del usuario (PLO-D450) y no se evalúa nada. Sin `con_frases`, los hallazgos quedan sin su explicación.
    """
    from plomada.evidencia.guardado import cargar_entrega

    cargado = cargar_entrega(insumo)
    if cargado.valor is None:
        return Revision(cargado.diagnosticos)
    hecha = revisar_cargado(cargado.valor, paquete, fecha, perfil, con_frases, cargado.diagnosticos)
    return _aceptar(hecha, insumo, paquete, usar_aceptaciones)


def _aceptar(revision: Revision, insumo: Path, paquete: "Paquete", usar: bool) -> Revision:
    """Agrega las aceptaciones, que no cambian el código de salida; si están mal escritas no hay informe."""
    from plomada.cargadores.aceptaciones import archivo_de, cargar_aceptaciones
    from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones, ignorar_aceptaciones
    from plomada.informes.elementos import presencia_de

    if not archivo_de(insumo).exists() and not archivo_de(insumo).is_symlink():
        return revision
    if not usar:
        informe = revision.informe
        return revision if informe is None else replace(revision, informe=ignorar_aceptaciones(informe))
    leidas = cargar_aceptaciones(insumo)
    if leidas.valor is None:
        return Revision(ordenar([*revision.diagnosticos, *leidas.diagnosticos]), cargado=revision.cargado)
    if revision.informe is None or revision.evaluacion is None or revision.cargado is None:
        return revision
    presencia = presencia_de(revision.cargado.lugares, paquete.fichas)
    evaluado = Evaluado(revision.evaluacion, revision.cargado.plan, presencia)
    return replace(revision, informe=con_aceptaciones(revision.informe, leidas.valor, evaluado))


def responder(revision: Revision, libro: Path | None) -> Revision:
    """Pone junto a cada hallazgo lo que el municipio respondió; un libro que no se lee impide el informe.

    Diagnósticos: los de `cargar_respuestas`, PLO-L176 (dos respuestas distintas al mismo hallazgo), PLO-D487
    y PLO-D488.
    """
    if libro is None or revision.informe is None:
        return revision
    from plomada.cargadores.respuestas import avisar_de_varias, cargar_respuestas, por_identidad
    from plomada.informes.requerimientos.observaciones import numerar
    from plomada.informes.respuestas import Leidas, con_respuestas

    leidas = cargar_respuestas(libro)
    if leidas.valor is None:
        return Revision(ordenar([*revision.diagnosticos, *leidas.diagnosticos]), cargado=revision.cargado)
    por_atender = {s.identidad for o in numerar(revision.informe) for s in o.sustentos}
    conocidas = por_atender | {h.identidad for r in revision.informe.reglas for h in r.hallazgos}
    avisos = (*leidas.diagnosticos, *avisar_de_varias(leidas.valor, conocidas))
    dadas = Leidas(por_identidad(leidas.valor, conocidas), avisos)
    informe = con_respuestas(revision.informe, dadas, por_atender)
    return replace(revision, informe=informe, diagnosticos=ordenar([*revision.diagnosticos, *avisos]))


def revisar_cargado(
    cargado: "PlanCargado",
    paquete: "Paquete",
    fecha: date | None,
    perfil: str,
    con_frases: bool = True,
    previos: tuple[Diagnostico, ...] = (),
) -> Revision:
    """Evalúa un plan que ya está en memoria."""
    from plomada.evaluacion.ejecutar import Pedido, evaluar
    from plomada.evaluacion.insumos import elegir_fecha, revisar_nombres
    from plomada.informes.vista import codigo_de_salida, construir_informe

    elegida = elegir_fecha(cargado.plan, fecha, cargado.archivo)
    problemas = ordenar([*previos, *revisar_nombres(cargado, paquete), *elegida.diagnosticos])
    if elegida.valor is None or any(d.es_error for d in problemas):
        return Revision(problemas, cargado=cargado)
    pedido = Pedido(elegida.valor.fecha, fecha is not None, elegida.valor.origen, con_frases=con_frases)
    lugares = {ruta: str(tramo) for ruta, tramo in cargado.lugares.items()}
    evaluacion = evaluar(paquete, cargado.plan, pedido, lugares)
    informe = construir_informe(evaluacion, paquete, perfil, problemas, cargado)
    return Revision(problemas, evaluacion, informe, cargado, codigo_de_salida(informe))


def esquema_del_plan() -> dict[str, Any]:
    """Devuelve el JSON Schema del plan, para autocompletar en editores."""
    from plomada.modelo.esquema_json import esquema_json

    return esquema_json()


def esquema_del_informe() -> dict[str, Any]:
    """Devuelve el JSON Schema del informe en JSON."""
    from plomada.informes import vista

    return vista.esquema_del_informe()


# -- reglas: listarlas, explicarlas, probarlas y escribirlas ---------------------------------------


def listar_reglas(paquete: "Paquete", filtro: "Filtro") -> "Lectura[tuple[ReglaListada, ...]]":
    """Devuelve las reglas que pasan el filtro."""
    from plomada.informes.explicar.listado import listar

    return listar(paquete, filtro)


def codigo_de(paquete: "Paquete", regla: str) -> Lectura[str]:
    """Devuelve el Python que se genera para una regla."""
    from plomada.informes.explicar.listado import codigo_generado

    return codigo_generado(paquete, regla)


def explicar(
    fuentes: Fuentes, nombre: str, fecha: date | None = None, informe: "Informe | None" = None
) -> "Lectura[Pagina]":
    """Devuelve la página de una regla o de un requisito; con `informe`, lo que la regla dio en ese plan."""
    from plomada.informes.explicar.paginas import buscar_pagina

    return buscar_pagina(nombre, fuentes.comprobado, fuentes.registro, fecha, informe)


def probar(
    fuentes: Fuentes, reglas: tuple[str, ...] = (), mutar: bool = False, datos: Path | None = None
) -> "Lectura[Pruebas]":
    """Corre los casos de todas las reglas, o de las nombradas."""
    from plomada.probador.planes_base import PlanesBase
    from plomada.probador.pruebas import correr_pruebas

    bases = PlanesBase((datos or carpeta_de_datos()) / "casos")
    return correr_pruebas(fuentes.comprobado, fuentes.registro, bases, reglas, mutar)


def lint(fuentes: Fuentes) -> tuple[Diagnostico, ...]:
    """Devuelve lo sospechoso de las reglas y lo que el registro tiene sin usar."""
    from plomada.probador.lint import revisar_reglas

    return revisar_reglas(fuentes.comprobado, fuentes.registro)


def citas(datos: Path | None = None) -> Lectura[dict[str, str]]:
    """Devuelve la cita completa de cada requisito, por id."""
    from plomada.normativa.lectura import leer_registro

    leido = leer_registro((datos or carpeta_de_datos()) / "normativa")
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    registro = leido.valor
    return Lectura({r.id: registro.citar(r.cita) for r in registro.requisitos})


def formatear(texto: str, archivo: str, citas: Mapping[str, str]) -> Lectura[str]:
    """Devuelve el texto de un archivo de reglas en su forma canónica."""
    from plomada.lenguaje import formateador

    return formateador.formatear(texto, archivo, citas)

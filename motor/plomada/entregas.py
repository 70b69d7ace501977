"""Arma y convierte la entrega de un plan: la carpeta nueva, y el paso de YAML a libro de cálculo y al revés.

Compone y no decide, como `aplicacion`: no imprime, no lee el reloj ni el entorno; las fechas y las carpetas
llegan como argumentos.
"""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo

if TYPE_CHECKING:
    from plomada.cargadores.arbol import Mapa
    from plomada.cargadores.libro.ayuda import Guia
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.plantilla.pedido import PedidoDeDatos
    from plomada.normativa.municipios import MunicipioOficial

_NO_ES_MUNICIPIO = "PLO-L147"
_NO_MUNICIPALIZADA = "PLO-L148"
_YA_HAY_ALGO = "PLO-L149"
_CODIGOS_QUE_SE_MUESTRAN = 3


@dataclass(frozen=True, slots=True)
class EntregaNueva:
    """De qué trámite es la entrega que se crea; sin municipio, sus datos quedan por llenar."""

    clase: str
    tramite: str
    fecha: date
    municipio: "MunicipioOficial | None" = None

    def datos(self) -> Mapping[str, str]:
        """Devuelve lo que ya se sabe del plan, por su ruta."""
        from plomada.normativa.municipios import escribir_nombre

        sabidos = {"plan.clase": self.clase, "plan.tramite": self.tramite}
        m = self.municipio
        if m is None:
            return sabidos
        nombres = {"nombre": escribir_nombre(m.nombre), "departamento": escribir_nombre(m.departamento)}
        return {"municipio.codigo": m.codigo, **{f"municipio.{k}": v for k, v in nombres.items()}, **sabidos}


@dataclass(frozen=True, slots=True)
class Plantilla:
    """Los archivos de una entrega nueva y cuánto piden."""

    archivos: Mapping[str, bytes]
    datos: int
    contenidos: int


@dataclass(frozen=True, slots=True)
class Conversion:
    """El plan en el otro formato, y si por el camino se quedaron comentarios."""

    contenido: bytes
    pierde_comentarios: bool


# -- una entrega nueva


def buscar_municipio(codigo: str, datos: Path) -> "Lectura[MunicipioOficial]":
    """Devuelve el municipio de ese código. Diagnósticos: PLO-L147, PLO-L148."""
    from plomada.aplicacion import carpeta_de_datos
    from plomada.normativa.municipios import ARCHIVO, leer_municipios

    # Quien usa reglas propias no tiene por qué traer también la lista del DANE.
    base = datos if (datos / "normativa" / ARCHIVO).is_file() else carpeta_de_datos()
    oficiales = leer_municipios(base / "normativa")
    hallado = next((m for m in oficiales if m.codigo == codigo.strip()), None)
    if hallado is None:
        mensaje = f"`{codigo[:40]}` no es el código de ningún municipio"
        return Lectura(None, (Diagnostico(_NO_ES_MUNICIPIO, mensaje, ayuda=_cercanos(codigo, oficiales)),))
    if not hallado.es_municipio:
        nombre = f"{hallado.nombre.title()} ({hallado.departamento.title()})"
        mensaje = f"`{hallado.codigo}` es {nombre}, un área no municipalizada, que no adopta un plan"
        ayuda = "indique el código de un municipio"
        return Lectura(None, (Diagnostico(_NO_MUNICIPALIZADA, mensaje, ayuda=ayuda),))
    return Lectura(hallado)


def _cercanos(codigo: str, oficiales: "tuple[MunicipioOficial, ...]") -> str:
    from plomada.normativa.municipios import escribir_nombre
    from plomada.valores.texto import en_lista, plegar

    limpio = plegar(codigo.strip())
    homonimos = [m for m in oficiales if plegar(m.nombre) == limpio]
    numericos = [m for m in oficiales if limpio.isdigit() and _se_parecen(m.codigo, limpio)]
    parecidos = [
        f"`{m.codigo}` ({escribir_nombre(m.nombre)}, {escribir_nombre(m.departamento)})"
        for m in (homonimos or numericos)[:_CODIGOS_QUE_SE_MUESTRAN]
    ]
    if parecidos:
        return f"¿quiso decir {en_lista(parecidos, 'o')}?"
    return "son las cinco cifras de la DIVIPOLA del DANE, con el cero de la izquierda"


def _se_parecen(codigo: str, escrito: str) -> bool:
    """Dice si falta el cero inicial o si una sola cifra es distinta."""
    distintas = sum(a != b for a, b in zip(codigo, escrito, strict=False))
    return codigo.lstrip("0") == escrito or (len(codigo) == len(escrito) and distintas == 1)


def preparar_entrega(nueva: EntregaNueva, paquete: "Paquete") -> Lectura[Plantilla]:
    """Devuelve los archivos de una entrega que pide solo lo exigible a su clase, su trámite y su fecha."""
    from plomada.cargadores.libro.escribir import escribir_libro
    from plomada.cargadores.plan import NOMBRE_DEL_LIBRO, NOMBRE_DEL_PLAN
    from plomada.informes.plantilla.yaml_comentado import escribir_yaml
    from plomada.modelo.opciones import Tramite
    from plomada.valores.fechas import escribir_fecha

    pedido = _pedido(nueva, paquete)
    libro = escribir_libro(_arbol(nueva.datos()), NOMBRE_DEL_LIBRO, _guia(pedido))
    if libro.valor is None:
        return Lectura(None, libro.diagnosticos)
    rotulo = Tramite(nueva.tramite).rotulo
    titulo = f"Entrega de un {nueva.clase}, {rotulo}, con la norma del {escribir_fecha(nueva.fecha)}"
    yaml = escribir_yaml(titulo, pedido, nueva.datos())
    archivos = {NOMBRE_DEL_LIBRO: libro.valor, NOMBRE_DEL_PLAN: yaml.encode()}
    return Lectura(Plantilla(archivos, len(pedido.citas), len(pedido.contenidos)))


def _pedido(nueva: EntregaNueva, paquete: "Paquete") -> "PedidoDeDatos":
    from plomada.evaluacion.ejecutar import Pedido
    from plomada.evaluacion.exigencias import exigir
    from plomada.evaluacion.supuestos import plan_supuesto
    from plomada.informes.plantilla.pedido import pedir
    from plomada.informes.preguntas.exigencias import listar_exigencias

    supuesto = plan_supuesto(nueva.clase, nueva.tramite)
    exigibles = tuple(exigir(paquete, supuesto, Pedido(nueva.fecha, fecha_dada=True)))
    registro = paquete.registro
    lista = listar_exigencias(exigibles, registro, nueva.clase, nueva.tramite, nueva.fecha)
    return pedir(lista, paquete.fichas, registro)


def _guia(pedido: "PedidoDeDatos") -> "Guia":
    from plomada.cargadores.libro.ayuda import Guia

    contenidos = tuple((c.id, f"{c.titulo}. {c.nota}") for c in pedido.contenidos)
    return Guia(frozenset(pedido.citas), pedido.citas, {"contenidos": contenidos}, pedido.pruebas)


def _arbol(datos: Mapping[str, str]) -> "Mapa":
    from plomada.cargadores.arbol import Escalar, Mapa

    lugar = Tramo("")
    bloques: dict[str, list[tuple[str, Tramo, Escalar]]] = {}
    for ruta, texto in datos.items():
        bloque, _, campo = ruta.partition(".")
        bloques.setdefault(bloque, []).append((campo, lugar, Escalar(texto, lugar, llano=False)))
    return Mapa(tuple((b, lugar, Mapa(tuple(pares), lugar)) for b, pares in bloques.items()), lugar)


def crear_carpeta(carpeta: Path, archivos: Mapping[str, bytes]) -> Diagnostico | None:
    """Escribe los archivos en una carpeta nueva o vacía: todos, o ninguno si algo lo impide.

    Diagnósticos: PLO-L149, PLO-L206.
    """
    temporales: list[tuple[str, str]] = []
    try:
        carpeta.mkdir(parents=True, exist_ok=True)
        if os.listdir(carpeta):
            return _ocupada(carpeta)
        for nombre, datos in archivos.items():
            numero, temporal = tempfile.mkstemp(dir=carpeta, prefix=".plomada-")
            temporales.append((temporal, nombre))
            with os.fdopen(numero, "wb") as abierto:
                abierto.write(datos)
            os.chmod(temporal, 0o644)
        while temporales:
            temporal, nombre = temporales[0]
            os.replace(temporal, carpeta / nombre)
            temporales.pop(0)
    except FileExistsError:
        return _ocupada(carpeta)
    except (OSError, ValueError):
        ayuda = "revise que se pueda escribir allí"
        return Diagnostico("PLO-L206", f"no se pudo escribir en `{carpeta.name}`", ayuda=ayuda)
    finally:
        for temporal, _ in temporales:
            Path(temporal).unlink(missing_ok=True)
    return None


def _ocupada(carpeta: Path) -> Diagnostico:
    mensaje = f"`{carpeta.name or carpeta}` no es una carpeta vacía, y no se pisa nada de lo que tenga"
    return Diagnostico(_YA_HAY_ALGO, mensaje, ayuda="indique una carpeta nueva")


# -- de un formato al otro


def convertir(origen: Path, a_libro: bool) -> Lectura[Conversion]:
    """Lee un plan válido y lo escribe en el otro formato, sin perder datos.

    Diagnósticos: los de `cargar_plan`, y PLO-L140 si un texto no cabe en una celda.
    """
    from plomada.cargadores.a_yaml import a_yaml
    from plomada.cargadores.plan import cargar_plan, es_carpeta, leer_arbol
    from plomada.cargadores.texto_yaml import trae_comentarios

    cargado = cargar_plan(origen)
    if cargado.valor is None:
        return Lectura(None, cargado.diagnosticos)
    archivo = origen / cargado.valor.archivo if es_carpeta(origen) else origen
    arbol = leer_arbol(archivo)
    if arbol.valor is None:
        return Lectura(None, arbol.diagnosticos)
    pierde = archivo.suffix.lower() != ".xlsx" and trae_comentarios(archivo.read_text("utf-8-sig"))
    if not a_libro:
        return Lectura(Conversion(a_yaml(arbol.valor).encode(), pierde), cargado.diagnosticos)
    from plomada.cargadores.libro.escribir import escribir_libro

    libro = escribir_libro(arbol.valor, archivo.name)
    if libro.valor is None:
        return Lectura(None, libro.diagnosticos)
    return Lectura(Conversion(libro.valor, pierde), cargado.diagnosticos)

"""Hace el recibo de lo que se entrega y lo repite: da los mismos bytes, o dice qué cambió.

Compone y no decide. No lee el reloj ni el entorno: las versiones de los programas llegan como argumento, y
también quién escribe cada formato. Los archivos se anotan por su ruta dentro de la entrega, así que el recibo
vale en otra máquina.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plomada import __version__, aplicacion
from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.diagnosticos.tramo import Tramo
from plomada.informes.recibo.archivos import huella_de_archivo, huellas_de_carpeta, huellas_de_entrega
from plomada.valores.festivos import sello_del_calendario
from plomada.valores.texto import en_lista

if TYPE_CHECKING:
    from plomada.evaluacion.paquete import Paquete
    from plomada.informes.recibo.adjuntos import Adjuntos, Hallados
    from plomada.informes.recibo.partes import Pedido, Recibo, Registrado
    from plomada.informes.recibo.repeticion import Repeticion
    from plomada.informes.vista import Informe

NO_ES_RECIBO = "PLO-D468"
SIN_ENTREGA = "PLO-D475"
_PLANES = ("plan.yaml", "plan.xlsx")


@dataclass(frozen=True, slots=True)
class Programas:
    """Las versiones de Python y de las bibliotecas con que se evalúa."""

    python: str
    bibliotecas: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entregado:
    """Lo que salió: en qué idioma, el nombre y los bytes de cada formato, y con qué archivos de fuera."""

    idioma: str
    archivos: Mapping[str, tuple[str, bytes]]
    adjuntos: "Adjuntos | None" = None


@dataclass(frozen=True, slots=True)
class Hecho:
    """Una evaluación y lo que se pidió; sin `entregado`, el recibo es solo de la evaluación."""

    insumo: Path
    revision: aplicacion.Revision
    fecha: date | None
    usar_aceptaciones: bool = True
    entregado: Entregado | None = None


def hacer_recibo(hecho: Hecho, paquete: "Paquete", datos: Path, programas: Programas) -> "Recibo":
    """Devuelve el recibo de una evaluación que llegó a dar informe."""
    from plomada.informes.a_json import a_json
    from plomada.informes.recibo.partes import Recibo, Salida

    informe = hecho.revision.informe
    assert informe is not None
    archivos = hecho.entregado.archivos if hecho.entregado is not None else {}
    return Recibo(
        pedido=_pedido(hecho, informe),
        archivos=dict(huellas_de_entrega(hecho.insumo)),
        informe_huella=hashlib.sha256(a_json(informe).encode()).hexdigest(),
        salidas={
            formato: Salida(archivo=nombre, huella=hashlib.sha256(escrito).hexdigest())
            for formato, (nombre, escrito) in archivos.items()
        },
        codigo_de_salida=hecho.revision.codigo_de_salida,
        **_con_que(paquete, datos, programas),
    )


def _pedido(hecho: Hecho, informe: "Informe") -> "Pedido":
    from plomada.informes.recibo.adjuntos import anotar
    from plomada.informes.recibo.partes import Pedido

    entregado = hecho.entregado or Entregado("es", {})
    return Pedido(
        plan="" if hecho.insumo.is_dir() else hecho.insumo.name,
        plan_leido=informe.plan.archivo if informe.plan is not None else "",
        fecha=date.fromisoformat(informe.regimen.fecha),
        fecha_pedida=hecho.fecha is not None,
        origen_de_la_fecha=informe.regimen.origen_de_la_fecha,
        perfil=informe.perfil,
        aceptaciones=hecho.usar_aceptaciones,
        idioma=entregado.idioma,
        formatos=tuple(entregado.archivos),
        plantilla=anotar(entregado.adjuntos.plantilla if entregado.adjuntos else None),
        respuestas=anotar(entregado.adjuntos.respuestas if entregado.adjuntos else None),
    )


def _con_que(paquete: "Paquete", datos: Path, programas: Programas) -> dict[str, Any]:
    """Lo que el recibo anota aunque el plan no se deje evaluar: los programas y la norma."""
    from plomada.informes.recibo.partes import Herramienta

    herramienta = Herramienta(
        motor=__version__,
        motor_huella=paquete.huella,
        archivos={nombre: huella_de_archivo(archivo) for nombre, archivo in aplicacion.archivos_del_motor()},
        python=programas.python,
        bibliotecas=dict(sorted(programas.bibliotecas.items())),
        festivos=hashlib.sha256(sello_del_calendario()).hexdigest(),
    )
    return {"herramienta": herramienta, "registrado": _registrado(paquete, datos)}


def _registrado(paquete: "Paquete", datos: Path) -> "Registrado":
    from plomada.informes.huellas import huella_de_registrado, huella_de_regla
    from plomada.informes.recibo.partes import Registrado

    r = paquete.registro
    return Registrado(
        reglas={f.id: huella_de_regla(f) for f in paquete.fichas},
        requisitos={x.id: huella_de_registrado(x) for x in r.requisitos},
        parametros={x.id: huella_de_registrado(x) for x in r.parametros},
        normas={x.id: huella_de_registrado(x) for x in r.normas},
        contenidos={x.id: huella_de_registrado(x) for x in r.contenidos},
        autoridades={x.id: huella_de_registrado(x) for x in r.autoridades},
        archivos={
            f"{raiz}/{nombre}": huella
            for raiz in ("reglas", "normativa")
            for nombre, huella in huellas_de_carpeta(datos / raiz)
        },
    )


# -- repetir ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PorRehacer:
    """Lo que hace falta para volver a escribir los formatos de un recibo."""

    insumo: Path
    paquete: "Paquete"
    fecha: date | None
    idioma: str
    formatos: tuple[str, ...]
    plantilla: Path | None


@dataclass(frozen=True, slots=True)
class Rehecho:
    """Los bytes de cada formato que se pudo rehacer, y por qué no los demás."""

    archivos: Mapping[str, bytes]
    diagnosticos: tuple[Diagnostico, ...] = ()


@dataclass(frozen=True, slots=True)
class Donde:
    """El recibo y, si no están a su lado, la entrega y los archivos que se dieron aparte."""

    recibo: Path
    entrega: Path | None = None
    adjuntos: "Adjuntos | None" = None

    @property
    def carpeta(self) -> Path:
        """Devuelve dónde se busca el plan."""
        return self.entrega or self.recibo.parent


@dataclass(frozen=True, slots=True)
class Con:
    """Con qué se repite: las reglas y de dónde salen, los programas, y quién escribe los formatos."""

    paquete: "Paquete"
    datos: Path
    programas: Programas
    rehacer: "Callable[[Informe, PorRehacer], Rehecho]"


@dataclass(frozen=True, slots=True)
class Repetida:
    """Lo que dio repetir: la comparación y, si se pudo evaluar, el informe en JSON y sus formatos."""

    repeticion: "Repeticion"
    informe: str
    diagnosticos: tuple[Diagnostico, ...] = ()
    archivos: Mapping[str, bytes] = field(default_factory=dict)


def repetir(donde: Donde, con: Con) -> Lectura[Repetida]:
    """Repite lo que un recibo dice, sobre su carpeta o sobre otra.

    Diagnósticos: PLO-D468, PLO-D469, PLO-D475 (no se halla el plan); con una repetición, PLO-D476 (no se
    halla la plantilla o el libro de respuestas), los de `con.rehacer` y, si el plan no se deja evaluar, los
    de `aplicacion.revisar`.
    """
    from plomada.informes.recibo.lectura import leer_recibo

    leido = leer_recibo(donde.recibo)
    if leido.valor is None:
        return Lectura(None, leido.diagnosticos)
    insumo = _insumo(leido.valor, donde)
    if insumo is None:
        return Lectura(None, (_sin_entrega(leido.valor, donde),))
    return Lectura(_repetir(leido.valor, insumo, donde, con))


def _insumo(antes: "Recibo", donde: Donde) -> Path | None:
    """El plan o la carpeta por repetir; None si allí no está el plan: sería una carpeta cualquiera."""
    plan, carpeta = antes.pedido.plan, donde.carpeta
    if plan:
        insumo = carpeta / plan if carpeta.is_dir() else carpeta
        return insumo if insumo.is_file() else None
    planes = _PLANES if donde.entrega is not None else _planes_de(antes)
    return carpeta if any((carpeta / p).is_file() for p in planes) else None


def _planes_de(antes: "Recibo") -> tuple[str, ...]:
    """El plan que el recibo nombra; un recibo viejo no dice cuál de los dos se leyó."""
    if antes.pedido.plan_leido:
        return (antes.pedido.plan_leido,)
    return tuple(p for p in _PLANES if p in antes.archivos) or _PLANES


def _sin_entrega(antes: "Recibo", donde: Donde) -> Diagnostico:
    planes = [antes.pedido.plan] if antes.pedido.plan else list(_planes_de(antes))
    que = en_lista([f"`{p}`" for p in planes], "ni")
    if donde.entrega is None:
        mensaje = f"junto a `{donde.recibo.name}` no está {que}, el plan que el recibo nombra"
        ayuda = f"indique la carpeta de la entrega: `plomada repetir {donde.recibo.name} --entrega carpeta/`"
    else:
        mensaje = f"en la carpeta de la entrega que se indica no está {que}, el plan que el recibo nombra"
        ayuda = "indique la carpeta de la entrega, la que trae ese plan"
    return Diagnostico(SIN_ENTREGA, mensaje, Tramo(donde.recibo.name), ayuda)


def _repetir(antes: "Recibo", insumo: Path, donde: Donde, con: Con) -> Repetida:
    from plomada.informes.a_json import a_json
    from plomada.informes.recibo import diferencias
    from plomada.informes.recibo.adjuntos import Adjuntos, buscar, con_los_de_ahora

    pedido = antes.pedido
    fecha = pedido.fecha if pedido.fecha_pedida else None
    hay = buscar(antes, donde.recibo, donde.adjuntos or Adjuntos())
    revision = _revisar(antes, insumo, con.paquete, hay)
    if revision.informe is None:
        ahora = con_los_de_ahora(_sin_informe(antes, insumo, con), antes, hay.adjuntos)
        return Repetida(diferencias.repetir(antes, ahora), "", (*revision.diagnosticos, *hay.diagnosticos))
    # Sin su plantilla no se escribe el Word: saldría con la de Plomada y parecería un cambio del informe.
    formatos = tuple(f for f in pedido.formatos if not ("plantilla" in hay.faltan and f == "docx"))
    por = PorRehacer(insumo, con.paquete, fecha, pedido.idioma, formatos, hay.adjuntos.plantilla)
    rehecho = con.rehacer(revision.informe, por)
    salidas = {f: (antes.salidas[f].archivo, escrito) for f, escrito in rehecho.archivos.items()}
    hecho = Hecho(insumo, revision, fecha, pedido.aceptaciones, Entregado(pedido.idioma, salidas))
    ahora = hacer_recibo(hecho, con.paquete, con.datos, con.programas)
    ahora = con_los_de_ahora(ahora, antes, hay.adjuntos)
    dicho = (*hay.diagnosticos, *rehecho.diagnosticos)
    return Repetida(diferencias.repetir(antes, ahora), a_json(revision.informe), dicho, rehecho.archivos)


def _revisar(antes: "Recibo", insumo: Path, paquete: "Paquete", hay: "Hallados") -> aplicacion.Revision:
    """Evalúa como entonces, con las respuestas de entonces; sin el libro que las traía no hay informe."""
    pedido = antes.pedido
    fecha = pedido.fecha if pedido.fecha_pedida else None
    revision = aplicacion.revisar(
        insumo, paquete, fecha, pedido.perfil, usar_aceptaciones=pedido.aceptaciones
    )
    if "respuestas" in hay.faltan:
        return aplicacion.Revision(revision.diagnosticos, cargado=revision.cargado)
    return aplicacion.responder(revision, hay.adjuntos.respuestas)


def _sin_informe(antes: "Recibo", insumo: Path, con: Con) -> "Recibo":
    """El recibo de ahora cuando el plan no se deja evaluar: se compara todo lo demás."""
    ahora = {
        "archivos": dict(huellas_de_entrega(insumo)),
        "informe_huella": "",
        "salidas": {},
        **_con_que(con.paquete, con.datos, con.programas),
    }
    return antes.model_copy(update=ahora)

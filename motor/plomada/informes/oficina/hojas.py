"""Qué lleva cada hoja del libro: columnas, anchos y filas de texto, sin saber nada de Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from plomada.cargadores.respuestas import huella_de_identidad
from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.consola import nombrar_leido
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos
from plomada.informes.oficina.texto import para_celda
from plomada.informes.perfiles import Perfil
from plomada.informes.preguntas.faltantes import ListaDeFaltantes
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.requerimientos.partes import Observacion, Sustento
from plomada.informes.suficiencia import LugarDeContenido
from plomada.informes.vista import Informe

Celda: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Columna:
    """Una columna: su título y su ancho en caracteres; `libre` si el municipio escribe en ella."""

    titulo: str
    ancho: int
    libre: bool = False


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una hoja con su encabezado y sus filas; `vacia` dice por qué no hay filas, si no las hay.

    `quietas` son las columnas que no se mueven al desplazarse; `se_responde`, si el municipio la llena.
    """

    nombre: str
    titulo: str
    columnas: tuple[Columna, ...]
    filas: tuple[tuple[Celda, ...], ...]
    vacia: str = ""
    quietas: int = 1
    se_responde: bool = False

    @property
    def titulos(self) -> tuple[str, ...]:
        """Devuelve los títulos de las columnas."""
        return tuple(c.titulo for c in self.columnas)


def columnas_de(r: Rotulos, escritas: str) -> tuple[Columna, ...]:
    """Devuelve las columnas de `clave:ancho`; el asterisco marca la que el municipio llena."""
    partes = (par.split(":") for par in escritas.split())
    return tuple(Columna(r(f"libro.{c}"), int(n.rstrip("*")), n.endswith("*")) for c, n in partes)


def armar(
    nombre: str,
    titulo: str,
    columnas: Sequence[Columna],
    filas: Iterable[Sequence[Celda]],
    vacia: str,
    quietas: int = 1,
) -> Hoja:
    """Devuelve la hoja con todos sus textos aptos para una celda; sin filas, una que lo dice."""
    hechas = tuple(tuple(para_celda(c) if isinstance(c, str) else c for c in fila) for fila in filas)
    vacias = ((vacia, *("",) * (len(columnas) - 1)),)
    return Hoja(nombre, titulo, tuple(columnas), hechas or vacias, "" if hechas else vacia, quietas)


def hoja_de_hallazgos(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por hallazgo que no cumple, no consta, espera un concepto o falló."""
    columnas = columnas_de(
        r,
        "n:5 tema:14 asunto:26 de_quien:16 conclusion:14 veredicto:10 fuerza:8 norma_y_vigencia:24 "
        "que_se_hallo:40 que_se_esperaba:32 como_se_subsana:28 "
        "respuesta_del_municipio:38* respuesta_anterior:40 aceptado_por:20 que_se_leyo_y_donde:70 por_que:70 "
        "antes_de_citar_la_norma:70 se_comprueba_que:70 solo_cuando:40 "
        "regla:24 elemento:18 modo:14 identidad:21",
    )
    filas = [_hallazgo(o, s, r) for o in numerar(informe) for s in o.sustentos]
    hecha = armar(
        r("libro.hallazgos"),
        r("libro.hallazgos_por_atender"),
        columnas,
        filas,
        r("libro.no_hay_hallazgos_por_atender"),
        quietas=3,
    )
    return Hoja(
        hecha.nombre, hecha.titulo, hecha.columnas, hecha.filas, hecha.vacia, hecha.quietas, bool(filas)
    )


def _hallazgo(o: Observacion, s: Sustento, r: Rotulos) -> tuple[Celda, ...]:
    # El elemento vacío se escribe como frase y se vuelve a leer así: una celda vacía parece un olvido.
    return (
        o.numero,
        o.tema,
        o.asunto,
        s.de_quien or r("libro.el_plan_entero"),
        r(f"clase.{o.clase.name.lower()}"),
        r.veredicto(s.veredicto),
        _fuerza(o, r),
        f"{o.norma}\n({o.vigencia})",
        s.mensaje,
        o.esperado,
        s.subsana,
        "",
        s.respuesta,
        s.aceptado,
        leido(s.leido),
        s.explicacion,
        "\n".join(
            (*o.reservas, *((r("libro.la_comprobacion_sesgo", sesgo=o.sesgo),) if o.sesgo else ()), o.dudas)
        ).strip(),
        o.exigencia,
        o.cuando,
        o.regla,
        s.elemento or r("libro.el_plan_entero"),
        s.identidad[2],
        huella_de_identidad(s.identidad),
    )


def _fuerza(o: Observacion, r: Rotulos) -> str:
    """En español, como se escribe en las reglas."""
    return o.fuerza if r.idioma == ESPANOL else r.fuerza(o.fuerza)


def leido(datos: Iterable[DatoLeido]) -> str:
    """Escribe qué se leyó y dónde, un dato por renglón."""
    return "\n".join(map(nombrar_leido, datos))


def hoja_de_suficiencia(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por contenido exigible."""
    columnas = columnas_de(
        r,
        "contenido:34 componente:14 veredicto:15 estado_declarado:15 motivo:26 "
        "donde_debe_constar:20 donde_dice_el_plan_que_esta:40 normas_que_lo_piden:40 que_es:44 "
        "reglas:30",
    )
    filas = [
        (
            c.titulo,
            r.valor(c.componente),
            r.veredicto(c.veredicto),
            r.valor(c.estado),
            c.motivo,
            ", ".join(map(r.valor, c.donde)),
            "\n".join(_lugar(x, r) for x in c.lugares),
            "\n".join(c.citas),
            c.explicacion,
            "\n".join(c.reglas),
        )
        for c in informe.suficiencia
    ]
    vacia = r("libro.ninguna_de_las_reglas_que_este_perfil_muestr")
    return armar(r("libro.suficiencia"), r("libro.matriz_de_suficiencia"), columnas, filas, vacia)


def _lugar(lugar: LugarDeContenido, r: Rotulos) -> str:
    partes = (
        ("", lugar.documento, ""),
        (f"{r('pagina.pagina')} ", lugar.pagina, ""),
        (f"{r('pagina.articulo')} ", lugar.articulo, ""),
        (f"{r('pagina.plano')} ", lugar.plano, ""),
        ("«", lugar.cita, "»"),
    )
    dichas = [f"{antes}{dicho}{despues}" for antes, dicho, despues in partes if dicho]
    return f"{', '.join(dichas) or r('libro.sin_lugar')} ({r.valor(lugar.comprobacion)})"


def hoja_de_articulacion(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por elemento de la cadena de fines y medios."""
    columnas = columnas_de(
        r,
        "nivel:16 id:9 nombre:36 estado:22 por_que:55 fines:28 medios:28 citas_que_no_existen:22",
    )
    a = informe.articulacion
    filas = [
        (
            r(f"nivel.{e.nivel}"),
            e.id,
            e.nombre,
            r.valor(e.estado),
            "\n".join(e.porque),
            ", ".join(e.fines),
            ", ".join(e.medios),
            ", ".join(e.rotos),
        )
        for e in (a.elementos if a else ())
    ]
    vacia = (
        r("libro.este_perfil_no_muestra_la_articulacion_o_el")
        if a is None
        else r("libro.el_plan_no_describe_ningun_elemento_de_la_ca")
    )
    return armar(
        r("libro.articulacion"), r("libro.matriz_de_articulacion"), columnas, filas, vacia, quietas=3
    )


def hoja_de_indices(informe: Informe, r: Rotulos) -> Hoja:
    """Una fila por índice, con numerador y denominador, y las cifras declaradas ya rehechas."""
    columnas = columnas_de(
        r,
        "que_se_cuenta:58 numerador:12 denominador:13 no_se_sabe:11 porcentaje:22 declarado:16 "
        "explicacion:60",
    )
    a = informe.articulacion
    filas: list[tuple[Celda, ...]] = []
    if a is not None:
        filas += [
            (
                i.decir(r),
                i.numerador,
                i.denominador,
                i.sin_saber,
                i.porcentaje or r("en_frase.sin_porcentaje"),
                "",
                "",
            )
            for i in (*a.indices, a.total)
        ]
        filas += [
            (
                c.nombre or c.id,
                _o_nada(c.cumplidos),
                _o_nada(c.total),
                _o_nada(c.sin_dato_o_no_aplica),
                c.porcentaje or r("en_frase.sin_porcentaje"),
                c.declarado,
                f"{r.valor(c.cuadre)}: {c.frase}",
            )
            for c in a.cuentas
        ]
        filas += [
            (c.nombre, "", "", "", c.rehecho, c.declarado, f"{r.valor(c.cuadre)}: {c.frase}")
            for c in a.cifras
        ]
    return armar(
        r("libro.indices"),
        r("libro.indices_de_articulacion"),
        columnas,
        filas,
        r("libro.este_perfil_no_muestra_la_articulacion_o_el"),
    )


def _o_nada(numero: int | None) -> Celda:
    return "" if numero is None else numero


def hoja_de_faltantes(faltantes: ListaDeFaltantes | None, perfil: Perfil, r: Rotulos) -> Hoja:
    """Una fila por dato que falta, del que más reglas decidiría al que menos.

    Son los del plan entero, así que la autoridad ambiental, que solo ve lo suyo, no los ve.
    """
    if perfil is Perfil.CONCERTACION:
        faltantes = None
    columnas = columnas_de(
        r,
        "dato:36 de:26 decide_reglas:10 de_ellas_obligatorias:12 decide_segun_lo_que_diga:12 "
        "participa_en:12 por_que_falta:18 donde_se_escribe:26 por_ejemplo:40 elementos:36 "
        "reglas_que_decide:40",
    )
    filas = [
        (
            d.dato,
            d.de,
            len(d.decide),
            d.decide_obligatorias,
            len(d.segun_lo_que_diga),
            len(d.participa),
            r.valor(d.causa),
            f"{d.donde} ({d.campo})",
            d.ejemplo,
            "\n".join(f"{e.ruta} ({e.lugar})" if e.lugar else e.ruta for e in d.elementos),
            "\n".join(d.decide),
        )
        for d in (faltantes.datos if faltantes else ())
    ]
    sin_calcular = r("libro.los_datos_que_faltan_no_se_calcularon_en_est")
    if perfil is Perfil.CONCERTACION:
        sin_calcular = r("libro.el_perfil_de_concertacion_no_muestra_los_dat")
    vacia = sin_calcular if faltantes is None else r("libro.no_falta_ningun_dato")
    return armar(r("libro.datos_faltantes"), r("libro.datos_que_faltan"), columnas, filas, vacia)

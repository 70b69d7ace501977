"""Qué lleva cada hoja del libro: columnas, anchos y filas de texto, sin saber nada de Excel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from plomada.cargadores.respuestas import IDENTIDAD, PLAN_ENTERO, RESPUESTA, huella_de_identidad
from plomada.evaluacion.resultados import DatoLeido
from plomada.informes.articulacion.vista import rotulo_de_nivel
from plomada.informes.consola import nombrar_leido
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


def armar(
    nombre: str, titulo: str, columnas: Sequence[Columna], filas: Iterable[Sequence[Celda]], vacia: str,
    quietas: int = 1,
) -> Hoja:  # fmt: skip
    """Devuelve la hoja con todos sus textos aptos para una celda; sin filas, una que lo dice."""
    hechas = tuple(tuple(para_celda(c) if isinstance(c, str) else c for c in fila) for fila in filas)
    vacias = ((vacia, *("",) * (len(columnas) - 1)),)
    return Hoja(nombre, titulo, tuple(columnas), hechas or vacias, "" if hechas else vacia, quietas)


def hoja_de_hallazgos(informe: Informe) -> Hoja:
    """Una fila por hallazgo que no cumple, no consta, espera un concepto o falló."""
    columnas = (
        Columna("N.º", 5), Columna("Tema", 14), Columna("Asunto", 24), Columna("De quién", 14),
        Columna("Conclusión", 14), Columna("Veredicto", 10), Columna("Fuerza", 8),
        Columna("Norma y vigencia", 24), Columna("Qué se halló", 36), Columna("Qué se leyó y dónde", 28),
        Columna("Qué se esperaba", 30), Columna("Cómo se subsana", 28), Columna(RESPUESTA, 36, libre=True),
        Columna("Aceptado por", 20), Columna("Antes de citar la norma", 70),
        Columna("Se comprueba que", 60), Columna("Solo cuando", 40), Columna("Regla", 24),
        Columna("Elemento", 18), Columna("Modo", 14), Columna(IDENTIDAD, 21),
    )  # fmt: skip
    filas = [_hallazgo(o, s) for o in numerar(informe) for s in o.sustentos]
    hecha = armar(
        "Hallazgos", "Hallazgos por atender", columnas, filas, "No hay hallazgos por atender.", quietas=3
    )
    return Hoja(
        hecha.nombre, hecha.titulo, hecha.columnas, hecha.filas, hecha.vacia, hecha.quietas, bool(filas)
    )


def _hallazgo(o: Observacion, s: Sustento) -> tuple[Celda, ...]:
    # El elemento vacío se escribe como frase y se vuelve a leer así: una celda vacía parece un olvido.
    return (
        o.numero, o.tema, o.asunto, s.de_quien or PLAN_ENTERO, str(o.clase), s.veredicto, o.fuerza,
        f"{o.norma}\n({o.vigencia})", f"{s.mensaje}\n{s.explicacion}".rstrip(), leido(s.leido), o.esperado,
        s.subsana, "", s.aceptado,
        "\n".join((*o.reservas, *((f"La comprobación {o.sesgo}.",) if o.sesgo else ()), o.dudas)).strip(),
        o.exigencia, o.cuando, o.regla, s.elemento or PLAN_ENTERO, s.identidad[2],
        huella_de_identidad(s.identidad),
    )  # fmt: skip


def leido(datos: Iterable[DatoLeido]) -> str:
    """Escribe qué se leyó y dónde, un dato por renglón."""
    return "\n".join(map(nombrar_leido, datos))


def hoja_de_suficiencia(informe: Informe) -> Hoja:
    """Una fila por contenido exigible."""
    columnas = (
        Columna("Contenido", 34), Columna("Componente", 14), Columna("Veredicto", 15),
        Columna("Estado declarado", 15), Columna("Motivo", 26), Columna("Dónde debe constar", 20),
        Columna("Dónde dice el plan que está", 40), Columna("Normas que lo piden", 40),
        Columna("Qué es", 44), Columna("Reglas", 30),
    )  # fmt: skip
    filas = [
        (
            c.titulo, c.componente.replace("_", " "), str(c.veredicto), c.estado, c.motivo,
            ", ".join(_DONDE.get(d, d.replace("_", " ")) for d in c.donde), "\n".join(map(_lugar, c.lugares)),
            "\n".join(c.citas), c.explicacion, "\n".join(c.reglas),
        )
        for c in informe.suficiencia
    ]  # fmt: skip
    vacia = "Ninguna de las reglas que este perfil muestra revisa contenidos."
    return armar("Suficiencia", "Matriz de suficiencia", columnas, filas, vacia)


_DONDE = {"dts": "documento técnico", "diagnostico": "diagnóstico"}


def _lugar(lugar: LugarDeContenido) -> str:
    partes = (
        ("", lugar.documento, ""), ("página ", lugar.pagina, ""), ("artículo ", lugar.articulo, ""),
        ("plano ", lugar.plano, ""), ("«", lugar.cita, "»"),
    )  # fmt: skip
    dichas = [f"{antes}{dicho}{despues}" for antes, dicho, despues in partes if dicho]
    return f"{', '.join(dichas) or 'sin lugar'} ({lugar.comprobacion})"


def hoja_de_articulacion(informe: Informe) -> Hoja:
    """Una fila por elemento de la cadena de fines y medios."""
    columnas = (
        Columna("Nivel", 16), Columna("Id", 9), Columna("Nombre", 36), Columna("Estado", 22),
        Columna("Por qué", 55), Columna("Fines", 28), Columna("Medios", 28),
        Columna("Citas que no existen", 22),
    )  # fmt: skip
    a = informe.articulacion
    filas = [
        (
            rotulo_de_nivel(e.nivel), e.id, e.nombre, str(e.estado), "\n".join(e.porque), ", ".join(e.fines),
            ", ".join(e.medios), ", ".join(e.rotos),
        )
        for e in (a.elementos if a else ())
    ]  # fmt: skip
    vacia = _SIN_ARTICULACION if a is None else "El plan no describe ningún elemento de la cadena."
    return armar("Articulación", "Matriz de articulación", columnas, filas, vacia, quietas=3)


_SIN_ARTICULACION = "Este perfil no muestra la articulación, o el informe se hizo sin el plan."


def hoja_de_indices(informe: Informe) -> Hoja:
    """Una fila por índice, con numerador y denominador, y las cifras declaradas ya rehechas."""
    columnas = (
        Columna("Qué se cuenta", 58), Columna("Numerador", 12), Columna("Denominador", 13),
        Columna("No se sabe", 11), Columna("Porcentaje", 22), Columna("Declarado", 16),
        Columna("Explicación", 60),
    )  # fmt: skip
    a = informe.articulacion
    filas: list[tuple[Celda, ...]] = []
    if a is not None:
        filas += [
            (i.que, i.numerador, i.denominador, i.sin_saber, i.porcentaje or "no se puede calcular", "", "")
            for i in (*a.indices, a.total)
        ]
        filas += [
            (
                c.nombre or c.id, _o_nada(c.cumplidos), _o_nada(c.total), _o_nada(c.sin_dato_o_no_aplica),
                c.porcentaje or "no se puede calcular", c.declarado, f"{c.cuadre}: {c.frase}",
            )
            for c in a.cuentas
        ]  # fmt: skip
        filas += [(c.nombre, "", "", "", c.rehecho, c.declarado, f"{c.cuadre}: {c.frase}") for c in a.cifras]
    return armar("Índices", "Índices de articulación", columnas, filas, _SIN_ARTICULACION)


def _o_nada(numero: int | None) -> Celda:
    return "" if numero is None else numero


def hoja_de_faltantes(faltantes: ListaDeFaltantes | None, perfil: Perfil = Perfil.CONSULTORIA) -> Hoja:
    """Una fila por dato que falta, del que más reglas decidiría al que menos.

    Son los del plan entero, así que la autoridad ambiental, que solo ve lo suyo, no los ve.
    """
    if perfil is Perfil.CONCERTACION:
        faltantes = None
    columnas = (
        Columna("Dato", 36), Columna("De", 26), Columna("Decide (reglas)", 10),
        Columna("De ellas, obligatorias", 12), Columna("Decide según lo que diga", 12),
        Columna("Participa en", 12), Columna("Por qué falta", 18), Columna("Dónde se escribe", 26),
        Columna("Por ejemplo", 40), Columna("Elementos", 36), Columna("Reglas que decide", 40),
    )  # fmt: skip
    filas = [
        (
            d.dato, d.de, len(d.decide), d.decide_obligatorias, len(d.segun_lo_que_diga), len(d.participa),
            d.causa, f"{d.donde} ({d.campo})", d.ejemplo,
            "\n".join(f"{e.ruta} ({e.lugar})" if e.lugar else e.ruta for e in d.elementos),
            "\n".join(d.decide),
        )
        for d in (faltantes.datos if faltantes else ())
    ]  # fmt: skip
    sin_calcular = "Los datos que faltan no se calcularon en esta orden; se ven con `plomada faltantes`."
    if perfil is Perfil.CONCERTACION:
        sin_calcular = "El perfil de concertación no muestra los datos que faltan en el plan entero."
    vacia = sin_calcular if faltantes is None else "No falta ningún dato."
    return armar("Datos faltantes", "Datos que faltan", columnas, filas, vacia)

"""Qué hay que revisar de una aceptación: si venció, si sobra, si cubre de más o si no se entiende."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.informes.aceptaciones.partes import HallazgoDeAceptacion, Modo
from plomada.informes.elementos import Presencia
from plomada.modelo.aceptaciones import EL_PLAN, TODOS, Aceptacion, DatoVigilado
from plomada.valores.cercanos import quiza
from plomada.valores.fechas import escribir_fecha
from plomada.valores.texto import en_lista, plegar

_CODIGOS: dict[Modo, str] = {
    "vencida": "PLO-V460",
    "disparada": "PLO-V461",
    "ya no hace falta": "PLO-V462",
    "cubre más de lo que decía": "PLO-V463",
    "regla inexistente": "PLO-V464",
    "elemento inexistente": "PLO-V465",
    "no dice qué amparaba": "PLO-V466",
    "vigila un dato que no existe": "PLO-V467",
    "firmada después de la fecha que se evalúa": "PLO-V468",
}


@dataclass(frozen=True, slots=True)
class Caso:
    """Una aceptación ante una evaluación.

    `fecha` es la que se evalúa. `nombrados` son los hallazgos que nombra y `de_otro_modo` los de su elemento
    con un modo distinto del suyo. `ahora` es lo que dice hoy el dato que vigila, y `cambio`, si es otra cosa.
    """

    nombre: str
    aceptacion: Aceptacion
    lugar: str
    nombrados: tuple[Hallazgo, ...]
    de_otro_modo: tuple[Hallazgo, ...]
    fecha: date
    ahora: str
    cambio: bool
    dato_existe: bool

    @property
    def regla(self) -> str:
        """Devuelve la regla que nombra."""
        return self.aceptacion.regla

    @property
    def vigilado(self) -> DatoVigilado | None:
        """Devuelve el dato que vigila, si vigila alguno."""
        dato = self.aceptacion.hasta_que_cambie
        return dato if isinstance(dato, DatoVigilado) else None

    @property
    def vencida(self) -> bool:
        """Dice si a la fecha que se evalúa ya pasó el último día en que valía."""
        vence = self.aceptacion.vence
        return isinstance(vence, date) and vence < self.fecha

    @property
    def firmada_despues(self) -> bool:
        """Dice si se firmó después de la fecha que se evalúa; no la invalida: se firma al revisar."""
        return self.aceptacion.fecha > self.fecha

    @property
    def disparada(self) -> bool:
        """Dice si el dato que vigila ya no dice lo que decía."""
        return self.vigilado is not None and self.dato_existe and self.cambio

    @property
    def en_termino(self) -> bool:
        """Dice si a la fecha que se evalúa no ha vencido ni cambió el dato que vigila."""
        return not self.vencida and not self.disparada and self.dato_existe

    @property
    def excede(self) -> bool:
        """Dice si hoy nombra más de lo que se firmó: más hallazgos, o de modos que no dijo."""
        cubria = self.cubria
        return (cubria is not None and len(self.nombrados) > cubria) or len(self.modos) > 1

    @property
    def modos(self) -> list[str]:
        """Devuelve los modos de falla de lo que nombra."""
        return sorted({h.modo or h.veredicto.value for h in self.nombrados})

    @property
    def ampara(self) -> tuple[Hallazgo, ...]:
        """Devuelve los hallazgos que ampara; ninguno si ya no vale o si nombra más de lo firmado."""
        return self.nombrados if self.en_termino and not self.excede else ()

    @property
    def disparador(self) -> str:
        """Devuelve en una frase con qué deja de valer, además de su fecha."""
        frases = [self.aceptacion.disparador] if isinstance(self.aceptacion.disparador, str) else []
        if self.vigilado is not None:
            frases.append(f"hasta que `{self.vigilado.dato}` deje de ser {self.vigilado.valor}")
        return "; ".join(frases)

    @property
    def es_de_todos(self) -> bool:
        """Dice si nombra todos los elementos de la regla."""
        return plegar(self.aceptacion.elemento) == TODOS

    @property
    def cubria(self) -> int | None:
        """Devuelve cuántos hallazgos amparaba al firmarla; None si nombra todos y no lo dice."""
        if isinstance(self.aceptacion.cubre, int):
            return self.aceptacion.cubre
        return None if self.es_de_todos else 1


def revisar(
    caso: Caso, presencia: Presencia, resultados: Mapping[str, Resultado]
) -> Iterator[HallazgoDeAceptacion]:
    """Devuelve lo que hay que revisar de una aceptación; nada si ampara justo lo que decía."""
    yield from _si_ya_no_vale(caso)
    if caso.firmada_despues:
        yield _firmada_despues(caso)
    if caso.regla not in resultados:
        mensaje = f"No hay ninguna regla `{caso.regla}`: no ampara nada."
        yield _hallazgo(
            caso, "regla inexistente", mensaje, quiza(caso.regla, resultados) or "Corrija la regla."
        )
        return
    if not caso.nombrados:
        yield _sin_hallazgo(caso, presencia, resultados[caso.regla])
    elif caso.en_termino:
        yield from _lo_que_cubre(caso)


def _firmada_despues(caso: Caso) -> HallazgoDeAceptacion:
    firma, fecha = escribir_fecha(caso.aceptacion.fecha), escribir_fecha(caso.fecha)
    mensaje = f"Se firmó el {firma}, después del {fecha}, la fecha que se evalúa: no por eso deja de valer."
    ayuda = (
        "Confirme la fecha de la firma: si se firmó al revisar, déjela así; si está mal escrita, corríjala."
    )
    return _hallazgo(caso, "firmada después de la fecha que se evalúa", mensaje, ayuda)


def _si_ya_no_vale(caso: Caso) -> Iterator[HallazgoDeAceptacion]:
    vence = caso.aceptacion.vence
    if caso.vencida and isinstance(vence, date):
        mensaje = f"Venció el {escribir_fecha(vence)}: ya no ampara {_cuantos(caso)}."
        yield _hallazgo(caso, "vencida", mensaje, "Corrija el plan, o renuévela con nueva firma y término.")
    if caso.vigilado is not None and not caso.dato_existe:
        mensaje = (
            f"`{caso.vigilado.dato}` no es un dato del plan: no se puede saber si cambió, y no ampara nada."
        )
        yield _hallazgo(caso, "vigila un dato que no existe", mensaje, "Escriba la ruta del dato en el plan.")
    elif caso.vigilado is not None and caso.disparada:
        mensaje = (
            f"`{caso.vigilado.dato}` decía {caso.vigilado.valor} y hoy dice {caso.ahora}: ya no ampara "
            f"{_cuantos(caso)}."
        )
        yield _hallazgo(caso, "disparada", mensaje, "Revise si todavía se justifica y fírmela de nuevo.")


def _cuantos(caso: Caso) -> str:
    n = len(caso.nombrados)
    return "el hallazgo que nombraba" if n == 1 else f"los {n} hallazgos que nombraba" if n else "nada"


def _sin_hallazgo(caso: Caso, presencia: Presencia, resultado: Resultado) -> HallazgoDeAceptacion:
    elemento = caso.aceptacion.elemento
    conocidos = {h.elemento for h in resultado.hallazgos if h.elemento}
    es_de_uno = not caso.es_de_todos and plegar(elemento) != EL_PLAN
    if es_de_uno and elemento not in conocidos and not _se_entiende(elemento, caso.regla, presencia):
        mensaje = f"El plan no tiene el elemento `{elemento}` de esta regla: no ampara nada."
        ayuda = quiza(elemento, conocidos | set(presencia.nombrables(caso.regla)))
        return _hallazgo(
            caso,
            "elemento inexistente",
            mensaje,
            ayuda or "Nómbrelo como lo nombra el hallazgo: `proyecto P1`.",
        )
    mensaje = "Ya no hay ningún hallazgo como el que aceptaba."
    if caso.de_otro_modo:
        modos = sorted({f"«{h.modo or h.veredicto.value}»" for h in caso.de_otro_modo})
        mensaje += f" Sí lo hay de otro modo, y ese no lo ampara: {en_lista(modos)}."
    return _hallazgo(caso, "ya no hace falta", mensaje, "Quítela, o fírmela para el modo que hay.")


def _se_entiende(elemento: str, regla: str, presencia: Presencia) -> bool:
    """Dice si el nombre es de un elemento que el plan describe, aunque la regla no diga nada de él."""
    nombrables = presencia.nombrables(regla)
    partes = elemento.split(" · ")
    con_id = [p for p in partes if " " in p]
    return bool(con_id) and all(p in nombrables for p in con_id)


def _lo_que_cubre(caso: Caso) -> Iterator[HallazgoDeAceptacion]:
    if caso.excede:
        yield _de_mas(caso)
    faltan = [f"`cubre: {len(caso.nombrados)}`"] if caso.cubria is None else []
    if not isinstance(caso.aceptacion.modo, str) and len(caso.modos) == 1:
        faltan.append(f"`modo: {caso.modos[0]}`")
    if faltan:
        mensaje = "No dice qué amparaba al firmarla, así que mañana podría cubrir otra cosa sin que se note."
        yield _hallazgo(caso, "no dice qué amparaba", mensaje, f"Agregue {en_lista(faltan)}.")


def _de_mas(caso: Caso) -> HallazgoDeAceptacion:
    """Lo que excede la firma no está aceptado; como no se sabe qué parte es, nada lo está."""
    n, cubria = len(caso.nombrados), caso.cubria
    if cubria is not None and n > cubria:
        dicho = f"Se firmó para {cubria} hallazgo{'' if cubria == 1 else 's'} y hoy nombra {n}"
        ayuda = f"Revise los que se agregaron y, si se aceptan, fírmela de nuevo con `cubre: {n}`."
    else:
        dicho = f"Nombra fallas de varios modos sin decir cuál aceptaba: {en_lista(caso.modos)}"
        ayuda = "Escriba una aceptación por modo."
    mensaje = f"{dicho}; como no se sabe cuáles se firmaron, no ampara ninguno hasta que se revise."
    return _hallazgo(caso, "cubre más de lo que decía", mensaje, ayuda)


def _hallazgo(caso: Caso, modo: Modo, mensaje: str, subsana: str) -> HallazgoDeAceptacion:
    return HallazgoDeAceptacion(
        aceptacion=caso.nombre,
        regla=caso.regla,
        codigo=_CODIGOS[modo],
        modo=modo,
        mensaje=mensaje,
        subsana=subsana,
        lugar=caso.lugar,
    )

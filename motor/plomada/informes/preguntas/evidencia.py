"""Lo comprobado de cada evidencia del plan: qué está donde se dice, qué se movió y qué no aparece."""

import json
from collections import Counter
from collections.abc import Iterator

from plomada.evidencia.formatos import Comprobacion, EstadoDeComprobacion, EvidenciaComprobada
from plomada.informes.partes import Parte
from plomada.informes.renglones import VACIO, Estilo, Renglon, parrafo
from plomada.informes.tablas import Tabla

E = EstadoDeComprobacion
_ROTULOS = {
    E.COMPROBADA: "comprobada",
    E.OTRA_PAGINA: "está en otra página",
    E.NO_HALLADA: "no hallada",
    E.PAGINA_INEXISTENTE: "la página no existe",
    E.SOLO_PAGINA: "sin cita: solo se comprobó que la página existe",
    E.CITA_CORTA: "la cita es muy corta para probar algo",
    E.SIN_UBICAR: "no dice documento y página",
    E.SIN_ARCHIVO: "el documento no está en la carpeta",
    E.ILEGIBLE: "el documento o la página no tienen texto que leer",
    E.OTRO_DOCUMENTO: "el archivo no es el que el plan declara",
}
_FALLAN = frozenset({E.OTRA_PAGINA, E.NO_HALLADA, E.PAGINA_INEXISTENTE})
_ARREGLOS = {
    E.OTRA_PAGINA: "Corrija la página en el plan.",
    E.NO_HALLADA: "Revise la cita y el documento, o quite la evidencia.",
    E.PAGINA_INEXISTENTE: "Corrija la página en el plan.",
    E.SOLO_PAGINA: "Agregue en `cita` la frase que lo prueba.",
    E.CITA_CORTA: "Cite la frase completa.",
    E.SIN_UBICAR: "Agregue el documento y la página, o el documento y la cita.",
    E.SIN_ARCHIVO: "Copie el documento en la carpeta y diga su `archivo` en el plan.",
    E.ILEGIBLE: "Si es un escaneo, pásele un reconocimiento de texto (OCR).",
    E.OTRO_DOCUMENTO: "Corrija `huella` en el plan o ponga el archivo que corresponde.",
}


class EvidenciaInformada(Parte):
    """Una evidencia y lo que se pudo comprobar de ella."""

    ruta: str
    estado: str
    rotulo: str
    documento: str
    declarada: str
    hallada: str
    parecido: float | None
    se_movio: str
    cita: str
    arreglo: str


class InformeDeEvidencia(Parte):
    """Lo comprobado de un plan."""

    cuentas: dict[str, int]
    evidencias: tuple[EvidenciaInformada, ...]

    def codigo_de_salida(self) -> int:
        """Devuelve 1 si algo no está donde se dice, 4 si algo queda sin comprobar o no hay nada, y 0."""
        if any(self.cuentas[e] for e in _FALLAN):
            return 1
        todas = self.cuentas[E.COMPROBADA] == len(self.evidencias) > 0
        return 0 if todas else 4

    def a_json(self) -> str:
        """Devuelve el informe en JSON."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"

    def tabla(self) -> Tabla:
        """Devuelve una fila por evidencia."""
        columnas = (
            "dato", "estado", "documento", "página declarada", "hallada en", "parecido", "se movió", "cita",
            "qué hacer",
        )  # fmt: skip
        return Tabla(columnas, tuple(_celdas(e) for e in self.evidencias))

    def a_consola(self, ancho: int = 100) -> Iterator[Renglon]:
        """Devuelve los renglones: primero lo que no está donde se dice, al final lo comprobado."""
        total = len(self.evidencias)
        yield from parrafo(f"Evidencias del plan: {total}", ancho, estilo="titulo")
        if not total:
            yield from parrafo("El plan no trae ninguna: nada se puede comprobar.", ancho, estilo="aviso")
        for estado in sorted(E, key=lambda e: (e not in _FALLAN, e is E.COMPROBADA)):
            if self.cuentas[estado]:
                yield VACIO
                titulo = f"{_ROTULOS[estado].capitalize()} ({self.cuentas[estado]})"
                yield from parrafo(titulo, ancho, estilo=_estilo(estado))
                for e in self.evidencias:
                    if e.estado == estado:
                        yield from _renglones(e, ancho)
                if estado in _ARREGLOS:
                    yield from parrafo(_ARREGLOS[estado], ancho, 2, "tenue")


def _estilo(estado: E) -> Estilo:
    return "falla" if estado in _FALLAN else "bien" if estado is E.COMPROBADA else "aviso"


def _renglones(e: EvidenciaInformada, ancho: int) -> Iterator[Renglon]:
    donde = ", ".join(p for p in (e.documento, e.declarada) if p)
    hallada = f"; hallada en la {e.hallada}" if e.estado == E.OTRA_PAGINA else ""
    yield from parrafo(f"{e.ruta}{f' ({donde})' if donde else ''}{hallada}", ancho, 2, marca="- ")
    if e.se_movio:
        yield from parrafo(e.se_movio, ancho, 4, "aviso")
    if e.cita and e.estado != E.COMPROBADA:
        yield from parrafo(f"«{e.cita}»", ancho, 4, "tenue")


def _celdas(e: EvidenciaInformada) -> tuple[str, ...]:
    parecido = "" if e.parecido is None else f"{e.parecido:.1f}"
    return (
        e.ruta, e.rotulo, e.documento, e.declarada, e.hallada, parecido, e.se_movio, e.cita, e.arreglo,
    )  # fmt: skip


def informar_evidencia(comprobacion: Comprobacion) -> InformeDeEvidencia:
    """Devuelve la comprobación lista para mostrarse."""
    cuentas = Counter({estado: 0 for estado in E})
    cuentas.update(e.estado for e in comprobacion.evidencias)
    return InformeDeEvidencia(
        cuentas={str(e): n for e, n in cuentas.items()},
        evidencias=tuple(_informar(e) for e in comprobacion.evidencias),
    )


def _informar(e: EvidenciaComprobada) -> EvidenciaInformada:
    return EvidenciaInformada(
        ruta=e.ruta,
        estado=e.estado.value,
        rotulo=_ROTULOS[e.estado],
        documento=e.documento,
        declarada="" if e.pagina is None else f"página {e.pagina}",
        hallada="" if e.hallada is None else f"{e.unidad} {e.hallada}",
        parecido=e.parecido,
        se_movio=_movimiento(e),
        cita=e.cita,
        arreglo=_ARREGLOS.get(e.estado, ""),
    )


def _movimiento(e: EvidenciaComprobada) -> str:
    if e.antes is None:
        return ""
    if e.hallada is None:
        return f"El documento cambió: la cita estaba en la {e.unidad or 'página'} {e.antes} y ya no aparece."
    return f"El documento cambió: la cita pasó de la {e.unidad} {e.antes} a la {e.hallada}."

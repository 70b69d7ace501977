"""Convierte lo que devuelve una regla en un Resultado con hallazgos que se entienden solos.

El mensaje de cada hallazgo se escribe según el veredicto y su causa; los datos leídos salen del código
generado y se piden solo cuando hay algo que explicar.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from plomada.evaluacion.aplicabilidad import Aplicable, NoSeAplica
from plomada.evaluacion.frases import QUE_HACER, decir_ausencia, decir_causa, nombrar_dato
from plomada.evaluacion.funciones import esta_comprobado, esta_fuera_del_articulado
from plomada.evaluacion.hechos import Hechos
from plomada.evaluacion.llano.narrador import Narrador, cerrar, nombrar_elemento
from plomada.evaluacion.llano.rotulos import Rotulador
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.evaluacion.soporte import escribir
from plomada.evaluacion.veredicto import Veredicto, mas_grave
from plomada.lenguaje.compilador.ficha import CUANDO, EXIGE, FichaDeRegla
from plomada.modelo.opciones import EstadoDeContenido
from plomada.modelo.plan import Plan
from plomada.normativa.contenidos import TIPO_DE_DOCUMENTO
from plomada.valores.logica import Causa, Verdad

_ELEMENTOS_NOMBRADOS = 8
_FUERA = {"condición falsa", "excepción"}
_ANTES_DE_LA_FALLA = {
    "parcial": "Está incompleto. ",
    "fuera del articulado": "Solo se ubicó en otros documentos, y debe constar en el acuerdo. ",
}
# Los elementos de una combinación, lo que dio, su veredicto y su modo de falla.
Juzgado: TypeAlias = tuple[tuple[Any, ...], Verdad, Veredicto, str]
_AUSENCIAS = {"sin describir", "vacío", "ninguno tras el filtro"}


@dataclass(frozen=True, slots=True)
class Explicador:
    """Escribe los resultados de un plan; sin `con_frases`, los hallazgos quedan sin su explicación."""

    paquete: Paquete
    plan: Plan
    hechos: Hechos
    narrador: Narrador
    con_frases: bool

    @classmethod
    def de(
        cls, paquete: Paquete, hechos: Hechos, lugares: Mapping[str, str], con_frases: bool = True
    ) -> "Explicador":
        """Prepara el explicador de un plan; `lugares` da, por ruta, dónde está escrito cada dato."""
        rotulador = Rotulador(hechos.registro, hechos.indice, paquete.dichas)
        narrador = Narrador(paquete, hechos.plan, hechos, rotulador, lugares)
        return cls(paquete, hechos.plan, hechos, narrador, con_frases)

    # -- sin correr la regla ---------------------------------------------------------------------

    def sin_aplicar(self, ficha: FichaDeRegla, como: NoSeAplica, fecha: date) -> Resultado:
        """Resultado de una regla que no se corre: no aplica, o no consta si no se sabe."""
        veredicto = Veredicto.NO_APLICA if como.se_sabe else Veredicto.NO_CONSTA
        motivo = como.motivo[:1].upper() + como.motivo[1:] + "."
        hallazgo = Hallazgo(
            regla=ficha.id,
            elemento="",
            veredicto=veredicto,
            modo=_modo_de(veredicto, "alcance"),
            mensaje=motivo,
            dato=como.dato,
            explicacion=self.narrador.sin_aplicar(ficha) if self.con_frases else "",
        )
        return Resultado(
            regla=ficha.id,
            veredicto=veredicto,
            requisito=como.requisito,
            fuerza="",
            fecha=fecha.isoformat(),
            motivo=motivo,
            no_constan=int(not como.se_sabe),
            hallazgos=(hallazgo,),
        )

    def error(self, ficha: FichaDeRegla, fallo: Exception, fecha: date) -> Resultado:
        """Resultado de una regla que falló: es un problema de la herramienta, no del plan."""
        mensaje = (
            f"La herramienta falló al aplicar esta regla ({type(fallo).__name__}). "
            "No es un defecto del plan; las demás reglas se aplicaron. "
            "Informe el caso a quien mantiene las reglas."
        )
        hallazgo = Hallazgo(
            regla=ficha.id,
            elemento="",
            veredicto=Veredicto.ERROR,
            modo="error de la herramienta",
            mensaje=mensaje,
        )
        return Resultado(
            regla=ficha.id,
            veredicto=Veredicto.ERROR,
            requisito=ficha.fundamento[0],
            fuerza="",
            fecha=fecha.isoformat(),
            motivo=mensaje,
            hallazgos=(hallazgo,),
        )

    # -- después de correrla ---------------------------------------------------------------------

    def cumple(self, ficha: FichaDeRegla, como: Aplicable, total: int, con_evidencia: bool) -> Resultado:
        """Resultado de una regla que se cumple; también se explica."""
        mensaje = "Se cumple."
        if ficha.variables:
            mensaje = f"Se cumple en {total} de {total}."
        datos = self.narrador.datos(ficha, ()) if con_evidencia and not ficha.variables else ()
        hallazgo = Hallazgo.model_construct(
            regla=ficha.id,
            elemento="",
            veredicto=Veredicto.CUMPLE,
            modo="",
            mensaje=mensaje,
            subsana="",
            causa="",
            dato="",
            datos=datos,
            de_quien="",
            explicacion=self.narrador.cumple(ficha, total) if con_evidencia and self.con_frases else "",
        )
        return self._resultado(ficha, como, Veredicto.CUMPLE, (hallazgo,), total, self._es_declarado(ficha))

    def no_cumple(
        self,
        ficha: FichaDeRegla,
        como: Aplicable,
        fase: int,
        valor: Verdad,
        malos: Sequence[tuple[tuple[Any, ...], Verdad]] | None,
        total: int,
    ) -> Resultado:
        """Resultado de una regla que no dio cierto: por elemento, si los hubo."""
        juzgados: list[Juzgado] = [
            (e, v, *self._juzgar(ficha, como, fase, v)) for e, v in (malos or (((), valor),))
        ]
        cuenta = Counter(x[2] for x in juzgados)
        resumen = {
            "n_fallan": escribir(cuenta[Veredicto.NO_CUMPLE]),
            "n_total": escribir(total),
            "n_no_constan": escribir(cuenta[Veredicto.NO_CONSTA]),
            "fallan": self._nombres([x[0] for x in juzgados if x[2] is Veredicto.NO_CUMPLE]),
        }
        hallazgos = tuple(self._hallazgo(ficha, fase, caso, resumen) for caso in juzgados)
        veredicto = self._juntar(ficha, juzgados, total)
        return self._resultado(ficha, como, veredicto, hallazgos, total, False, cuenta)

    def _juntar(self, ficha: FichaDeRegla, juzgados: list[Juzgado], total: int) -> Veredicto:
        """El más grave; si lo demás no aplica y alguna combinación cumplió, cumple.

        Una lista interior que se declara inexistente se anota sin contarse en el total: no es combinación.
        """
        final = Veredicto.NO_APLICA
        enteras = 0
        for elementos, _, veredicto, _ in juzgados:
            final = mas_grave(final, veredicto)
            enteras += len(elementos) == len(ficha.variables)
        return Veredicto.CUMPLE if final is Veredicto.NO_APLICA and enteras < total else final

    def _juzgar(
        self, ficha: FichaDeRegla, como: Aplicable, fase: int, valor: Verdad
    ) -> tuple[Veredicto, str]:
        """Traduce falso o una causa a veredicto y modo de falla."""
        if valor is False:
            return Veredicto.NO_CUMPLE, self._modo_de_incumplir(ficha)
        assert isinstance(valor, Causa)
        if valor.tipo in _FUERA:
            return Veredicto.NO_APLICA, ""
        if fase == CUANDO and valor.es_ausencia_declarada:
            return Veredicto.NO_APLICA, ""
        if fase != EXIGE:
            return Veredicto.NO_CONSTA, "no se sabe si aplica"
        if valor.es_ausencia_declarada:
            return self._ausencia_declarada(como)
        if valor.tipo in _AUSENCIAS and self._esta_revisado(ficha, valor):
            return Veredicto.NO_CUMPLE, "ausente en lo revisado"
        return Veredicto.NO_CONSTA, valor.tipo

    def _modo_de_incumplir(self, ficha: FichaDeRegla) -> str:
        estados = {self.plan.contenidos[c].estado for c in ficha.contenidos if c in self.plan.contenidos}
        if EstadoDeContenido.PARCIAL in estados:
            return "parcial"
        fuera = any(esta_fuera_del_articulado(self.plan, self.hechos, c) for c in ficha.contenidos)
        return (
            "fuera del articulado" if fuera and EstadoDeContenido.NO_INCLUIDO not in estados else "incumple"
        )

    def _ausencia_declarada(self, como: Aplicable) -> tuple[Veredicto, str]:
        admite = como.requisito.admite_no_aplica
        if admite == "siempre":
            return Veredicto.NO_APLICA, ""
        if admite == "no":
            return Veredicto.NO_CUMPLE, "declarado que no hay"
        cierta = self.paquete.condicion(como.requisito.id, self.plan, self.hechos)
        if cierta is True:
            return Veredicto.NO_APLICA, ""
        if cierta is False:
            return Veredicto.NO_CUMPLE, "declarado que no hay"
        return Veredicto.REQUIERE_CONCEPTO, "no se puede comprobar si no aplica"

    def _esta_revisado(self, ficha: FichaDeRegla, causa: Causa) -> bool:
        """Dice si alguien revisó por completo el bloque, o los documentos, donde el dato debía estar."""
        primera, _, resto = causa.ruta.partition(".")
        if primera == "contenidos" and self._documentos_revisados(resto):
            return True
        bloque = dict(ficha.listas).get(primera, primera).split(".")[0]
        revisado = self.plan.plan.revisado
        return isinstance(revisado, tuple) and bloque in {str(b) for b in revisado}

    def _documentos_revisados(self, contenido: str) -> bool:
        """Dice si todos los documentos donde el contenido debe constar están entregados y leídos enteros."""
        entregados = self.plan.documentos if isinstance(self.plan.documentos, tuple) else ()
        revisados = {str(d.tipo) for d in entregados if d.revisado_completo is True}
        donde = self.paquete.registro.contenido(contenido).donde
        return all(TIPO_DE_DOCUMENTO.get(lugar, lugar) in revisados for lugar in donde)

    # -- hallazgo --------------------------------------------------------------------------------

    def _hallazgo(
        self, ficha: FichaDeRegla, fase: int, caso: Juzgado, resumen: Mapping[str, str]
    ) -> Hallazgo:
        elementos, valor, veredicto, modo = caso
        mensaje, subsana = self._mensaje(ficha, caso, resumen)
        causa = valor if isinstance(valor, Causa) else None
        return Hallazgo.model_construct(
            regla=ficha.id,
            elemento=self._elemento(ficha, elementos),
            veredicto=veredicto,
            modo=modo,
            mensaje=cerrar(mensaje),
            subsana=subsana and cerrar(subsana),
            causa="" if causa is None else causa.tipo,
            dato="" if causa is None else causa.ruta,
            datos=self.narrador.datos(ficha, elementos),
            de_quien=self._nombres([elementos]),
            explicacion=self._explicacion(ficha, fase, caso, resumen),
        )

    def _explicacion(self, ficha: FichaDeRegla, fase: int, caso: Juzgado, resumen: Mapping[str, str]) -> str:
        elementos, valor, veredicto, _ = caso
        if not self.con_frases:
            return ""
        if valor is False:
            return self.narrador.fallo(ficha, elementos, resumen)
        assert isinstance(valor, Causa)
        if valor.tipo == "condición falsa":
            return self.narrador.no_se_da(ficha)
        return self.narrador.por_veredicto(ficha, veredicto, fase)

    def _mensaje(self, ficha: FichaDeRegla, caso: Juzgado, resumen: Mapping[str, str]) -> tuple[str, str]:
        elementos, valor, veredicto, modo = caso
        falla, subsana = self.paquete.mensajes(ficha)(self.plan, self.hechos, resumen, *elementos)
        if veredicto is Veredicto.NO_CUMPLE and valor is False:
            return _ANTES_DE_LA_FALLA.get(modo, "") + falla, subsana
        assert isinstance(valor, Causa)
        if valor.tipo == "condición falsa":
            return f"No aplica: solo se exige si {self.narrador.condicion(ficha)}", ""
        if valor.tipo == "excepción":
            return f"No aplica: {valor.detalle}", ""
        de_quien = f"{self._nombres([elementos])}: " if elementos else ""
        dato, falla = self._dato(ficha, valor), "" if _sin_elemento(ficha, elementos) else falla
        if valor.es_ausencia_declarada:
            dicho = de_quien + _inicial(decir_ausencia(dato, veredicto, falla), de_quien)
            return dicho, "" if veredicto is Veredicto.NO_APLICA else subsana
        causa = decir_causa(valor, dato)
        if veredicto is Veredicto.NO_CUMPLE:
            dicho = f"En lo que se revisó por completo {causa}. {falla}"
            return de_quien + _inicial(dicho, de_quien), subsana
        return f"{de_quien}{causa}" if de_quien else f"No consta: {causa}", QUE_HACER[valor.tipo]

    def _dato(self, ficha: FichaDeRegla, causa: Causa) -> str:
        """Nombra el dato de una causa; si es un cálculo de la regla, lo dice en palabras."""
        prosa = dict(ficha.nombres).get(causa.ruta)
        if prosa is not None:
            return self.narrador.rotulador.decir(prosa, ficha.listas)
        return nombrar_dato(causa.ruta, ficha.listas, self.paquete.registro)

    def _elemento(self, ficha: FichaDeRegla, elementos: tuple[Any, ...]) -> str:
        partes = [
            f"{v} {x.id}" if hasattr(x, "id") else str(x)
            for v, x in zip(ficha.variables, elementos, strict=False)
        ]
        return " · ".join(partes)

    def _nombres(self, combinaciones: list[tuple[Any, ...]]) -> str:
        vistas = [c for c in combinaciones[:_ELEMENTOS_NOMBRADOS] if c]
        nombres = [" · ".join(nombrar_elemento(x) for x in c) for c in vistas]
        resto = len(combinaciones) - _ELEMENTOS_NOMBRADOS
        return ", ".join(nombres) + (f" y {resto} más" if resto > 0 else "")

    def _es_declarado(self, ficha: FichaDeRegla) -> bool:
        contenidos = [self.plan.contenidos[c] for c in ficha.contenidos if c in self.plan.contenidos]
        return any(not esta_comprobado(c) for c in contenidos)

    def _resultado(
        self,
        ficha: FichaDeRegla,
        como: Aplicable,
        veredicto: Veredicto,
        hallazgos: tuple[Hallazgo, ...],
        total: int,
        declarado: bool,
        cuenta: Mapping[Veredicto, int] | None = None,
    ) -> Resultado:
        cuenta = cuenta or {}
        return Resultado.model_construct(
            regla=ficha.id,
            veredicto=veredicto,
            requisito=como.requisito.id,
            fuerza=como.fuerza,
            fecha=como.fecha.isoformat(),
            motivo=_motivo(veredicto, hallazgos),
            total=total,
            fallan=cuenta.get(Veredicto.NO_CUMPLE, 0),
            no_constan=cuenta.get(Veredicto.NO_CONSTA, 0),
            no_aplican=cuenta.get(Veredicto.NO_APLICA, 0),
            declarado=declarado,
            por_juicio_de="",
            hallazgos=hallazgos,
        )


def _motivo(veredicto: Veredicto, hallazgos: tuple[Hallazgo, ...]) -> str:
    """Devuelve el mensaje del primer hallazgo que decidió el veredicto, no el de uno menos grave."""
    if veredicto is Veredicto.CUMPLE:
        return ""
    return next((h.mensaje for h in hallazgos if h.veredicto is veredicto), hallazgos[0].mensaje)


def _modo_de(veredicto: Veredicto, modo: str) -> str:
    return modo if veredicto is Veredicto.NO_CONSTA else ""


def _sin_elemento(ficha: FichaDeRegla, elementos: tuple[Any, ...]) -> bool:
    """Dice si la falla habla de un elemento que aquí no hay: la lista falta o está vacía."""
    ausentes = ficha.variables[len(elementos) :]
    return any(f"{{{v}}}" in ficha.falla or f"{{{v}." in ficha.falla for v in ausentes)


def _inicial(frase: str, antes: str) -> str:
    """Sigue en minúscula lo que va tras el nombre del elemento y dos puntos."""
    return frase[:1].lower() + frase[1:] if antes else frase

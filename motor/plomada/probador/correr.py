"""Corre los casos de las reglas y mide si las ejercen por completo.

Entra: el paquete comprobado, el registro y los planes base. Sale: InformeDePruebas.
No hace: leer reglas del disco ni imprimir. Compila una sola vez, con las condiciones anotadas.
Una regla pasa si todos sus casos dan lo esperado, si tiene los que debe tener y si cada una de sus
condiciones dio cierto y falso.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.ejecutar import evaluar_regla
from plomada.evaluacion.paquete import Paquete, armar
from plomada.evaluacion.resultados import Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.generador import Rama
from plomada.lenguaje.compilador.modulo import compilar
from plomada.modelo.opciones import ClaseDePlan
from plomada.normativa.registro import Registro
from plomada.probador.casos import CasoListo, CasosDeRegla, armar_casos, clases_efectivas
from plomada.probador.cobertura import Contador, RamaSinEjercer, cuantas, sin_ejercer
from plomada.probador.frases import decir_valores
from plomada.probador.planes_base import PlanesBase

OTRO_VEREDICTO = "PLO-P110"
FALTA_UN_CASO = "PLO-P111"
SIN_EJERCER = "PLO-P112"


@dataclass(frozen=True, slots=True)
class CasoCorrido:
    """Lo que un caso esperaba y lo que dio; `motivo` explica lo que dio."""

    nombre: str
    espera: str
    dio: str
    motivo: str
    tramo: Tramo

    @property
    def pasa(self) -> bool:
        """Dice si dio lo que se esperaba."""
        return self.espera == self.dio


@dataclass(frozen=True, slots=True)
class ReglaProbada:
    """Los casos de una regla, cuántos valores de sus condiciones se ejercieron y lo que está mal."""

    regla: str
    casos: tuple[CasoCorrido, ...]
    ramas: int
    ejercidas: int
    diagnosticos: tuple[Diagnostico, ...]

    @property
    def pasa(self) -> bool:
        """Dice si no hay nada que corregir."""
        return not self.diagnosticos


@dataclass(frozen=True, slots=True)
class InformeDePruebas:
    """El resultado de probar un paquete; `de_defines` son las condiciones de los `define` sin ejercer."""

    reglas: tuple[ReglaProbada, ...]
    de_defines: tuple[Diagnostico, ...] = ()

    @property
    def diagnosticos(self) -> tuple[Diagnostico, ...]:
        """Devuelve todo lo que está mal, en el orden de las reglas."""
        return (*(d for r in self.reglas for d in r.diagnosticos), *self.de_defines)

    @property
    def pasa(self) -> bool:
        """Dice si todo está bien."""
        return not self.diagnosticos

    @property
    def casos(self) -> int:
        """Devuelve cuántos casos se corrieron."""
        return sum(len(r.casos) for r in self.reglas)

    @property
    def ramas(self) -> int:
        """Devuelve cuántos valores de condición hay en las reglas."""
        return sum(r.ramas for r in self.reglas)

    @property
    def ejercidas(self) -> int:
        """Devuelve cuántos valores de condición ejercieron los casos."""
        return sum(r.ejercidas for r in self.reglas)


def probar(
    paquete: n.PaqueteComprobado, registro: Registro, bases: PlanesBase | None = None,
    solo: Collection[str] | None = None,
) -> InformeDePruebas:  # fmt: skip
    """Prueba las reglas del paquete, o solo las de esos ids.

    Con `solo` no se mide la cobertura de los `define`, que es de todas las reglas juntas.
    Diagnósticos: los de `armar_casos` y PLO-P110 a PLO-P112.
    """
    elegidas = [r for r in paquete.reglas if solo is None or r.id in solo]
    casos = armar_casos(elegidas, registro, bases or PlanesBase())
    return probar_casos(paquete, registro, casos, con_defines=solo is None)


def probar_casos(
    paquete: n.PaqueteComprobado, registro: Registro, casos: Iterable[CasosDeRegla], con_defines: bool = True
) -> InformeDePruebas:
    """Prueba las reglas con casos ya armados, que así sirven también para la mutación."""
    compilado = compilar(paquete, anotar_ramas=True)
    contador = Contador()
    armado = armar(registro, compilado, "", anotar=contador.anotar)
    corridos = [(c, tuple(_correr(armado, c))) for c in casos]
    faltas = sin_ejercer(compilado.ramas, contador)
    defines = {d.nombre for d in paquete.defines}
    reglas = tuple(_informar(c, hechos, compilado.ramas, faltas, registro) for c, hechos in corridos)
    sueltas = (f for f in faltas if f.duenio in defines) if con_defines else ()
    return InformeDePruebas(
        reglas, tuple(_rama_sin_ejercer(f, f"la definición `{f.duenio}`") for f in sueltas)
    )


def _correr(armado: Paquete, casos: CasosDeRegla) -> Iterator[CasoCorrido]:
    ficha = next(f for f in armado.fichas if f.id == casos.regla.id)
    for listo in casos.casos:
        resultado = evaluar_regla(armado, ficha, listo.plan, listo.pedido)
        yield _corrido(listo, resultado)


def _corrido(listo: CasoListo, resultado: Resultado) -> CasoCorrido:
    caso = listo.caso
    motivo = resultado.motivo or next((h.mensaje for h in resultado.hallazgos), "")
    return CasoCorrido(caso.nombre, caso.espera, resultado.veredicto.value, motivo, caso.tramo)


def _informar(
    casos: CasosDeRegla, corridos: tuple[CasoCorrido, ...], ramas: tuple[Rama, ...],
    faltas: tuple[RamaSinEjercer, ...], registro: Registro,
) -> ReglaProbada:  # fmt: skip
    regla = casos.regla
    propias = [f for f in faltas if f.duenio == regla.id]
    total = cuantas(r for r in ramas if r.duenio == regla.id)
    problemas = [
        *casos.diagnosticos,
        *(_otro_veredicto(c) for c in corridos if not c.pasa),
        *_casos_que_faltan(regla, corridos, registro),
        *(_rama_sin_ejercer(f, f"`{regla.id}`") for f in propias),
    ]
    ejercidas = total - sum(len(f.faltan) for f in propias)
    return ReglaProbada(regla.id, corridos, total, ejercidas, tuple(problemas))


def _otro_veredicto(caso: CasoCorrido) -> Diagnostico:
    mensaje = f"el caso «{caso.nombre}» dio `{caso.dio}` y se esperaba `{caso.espera}`"
    return Diagnostico(OTRO_VEREDICTO, mensaje, caso.tramo, f"lo que dijo la regla: {caso.motivo}")


def _casos_que_faltan(
    regla: n.ReglaComprobada, corridos: tuple[CasoCorrido, ...], registro: Registro
) -> Iterator[Diagnostico]:
    dados = {c.dio for c in corridos}
    for veredicto in veredictos_exigidos(regla, registro):
        if veredicto.value not in dados:
            mensaje = f"`{regla.id}` no tiene un caso que dé `{veredicto.value}`"
            ayuda = "escriba el plan más sencillo que lo dé"
            yield Diagnostico(FALTA_UN_CASO, mensaje, regla.tramo, ayuda)


def veredictos_exigidos(regla: n.ReglaComprobada, registro: Registro) -> tuple[Veredicto, ...]:
    """Devuelve los veredictos que los casos de la regla deben dar al menos una vez.

    Una exigencia que solo mira datos que nunca faltan no puede dar «no consta», y no se le pide.
    """
    exigidos = [Veredicto.CUMPLE, Veredicto.NO_CUMPLE]
    if regla.pregunta:
        exigidos.append(Veredicto.REQUIERE_CONCEPTO)
    elif _puede_no_constar(regla):
        exigidos.append(Veredicto.NO_CONSTA)
    todas = set(clases_efectivas(regla, registro)) == {c.value for c in ClaseDePlan}
    if regla.cuando is not None or regla.salvo or not todas:
        exigidos.append(Veredicto.NO_APLICA)
    return tuple(exigidos)


def _puede_no_constar(regla: n.ReglaComprobada) -> bool:
    raices = (x for x in (regla.cuando, regla.exige, *(e.condicion for e in regla.salvo)) if x is not None)
    return any(_puede_faltar(nodo) for raiz in raices for nodo in n.descendientes(raiz))


def _puede_faltar(nodo: object) -> bool:
    if isinstance(nodo, n.Leer):
        return any(p.puede_faltar or p.puede_declararse or p.indice for p in nodo.pasos)
    return isinstance(nodo, n.Preguntar | n.UsarDefine | n.ValorDeParametro | n.RecorrerLista)


def _rama_sin_ejercer(falta: RamaSinEjercer, de_que: str) -> Diagnostico:
    valores = decir_valores(falta.faltan)
    mensaje = f"en {de_que}, ningún caso hace dar {valores} a `{falta.texto}`"
    ayuda = "agregue un caso que la ejerza; si ninguno puede, la condición sobra"
    return Diagnostico(SIN_EJERCER, mensaje, falta.tramo, ayuda)

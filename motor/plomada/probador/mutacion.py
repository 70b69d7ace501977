"""Cambia una cosa por vez en cada regla y exige que algún caso lo note.

Entra: el paquete comprobado, el registro y los casos armados. Sale: InformeDeMutacion, con los que viven.
Un mutante al que todos los casos le dan el mismo veredicto que a la regla está vivo: o falta un caso, o lo
cambiado sobra. Los mutantes de una regla se compilan juntos, en un módulo, y comparten los planes.
No muta los `define`: los ejercen muchas reglas y su cobertura se mide entre todas (`correr`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.diagnosticos.tramo import Tramo
from plomada.evaluacion.clases import DEFINE_DE_CLASE
from plomada.evaluacion.ejecutar import DEFINE_DE_TRAMITE_INTEGRAL, Corrida, abrir
from plomada.evaluacion.paquete import Paquete, armar
from plomada.evaluacion.veredicto import Veredicto
from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.exigencias import combinaciones
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.lenguaje.compilador.modulo import compilar
from plomada.normativa.registro import Registro
from plomada.probador.cambios_de_condicion import Cambio, variantes
from plomada.probador.cambios_de_registro import cambios_de_registro
from plomada.probador.casos import CasosDeRegla, clases_efectivas
from plomada.probador.frases import decir

MUTANTE_VIVO = "PLO-P120"
_DEL_MOTOR = (DEFINE_DE_TRAMITE_INTEGRAL, *(define for _, define in DEFINE_DE_CLASE))


@dataclass(frozen=True, slots=True)
class Mutante:
    """Una regla con un solo cambio, en ella o en el registro; `operador` es la clase de cambio."""

    regla: str
    operador: str
    descripcion: str
    tramo: Tramo
    cambiada: n.ReglaComprobada
    registro: Registro


@dataclass(frozen=True, slots=True)
class InformeDeMutacion:
    """Cuántos mutantes se corrieron y cuáles no notó ningún caso."""

    mutantes: int
    vivos: tuple[Mutante, ...]

    @property
    def pasa(self) -> bool:
        """Dice si no quedó ningún mutante vivo."""
        return not self.vivos

    @property
    def diagnosticos(self) -> tuple[Diagnostico, ...]:
        """Devuelve un problema por mutante vivo."""
        ayuda = "agregue un caso cuyo veredicto dependa de eso; si ninguno puede, sobra en la regla"
        return tuple(
            Diagnostico(
                MUTANTE_VIVO, f"en `{m.regla}`, ningún caso nota si se {m.descripcion}", m.tramo, ayuda
            )
            for m in self.vivos
        )


def mutar(paquete: n.PaqueteComprobado, registro: Registro) -> tuple[Mutante, ...]:
    """Devuelve los mutantes de todas las reglas del paquete."""
    return tuple(m for r in paquete.reglas for m in mutar_regla(r, registro))


def correr_mutantes(
    paquete: n.PaqueteComprobado, registro: Registro, casos: Iterable[CasosDeRegla]
) -> InformeDeMutacion:
    """Corre los mutantes de cada regla contra sus casos.

    Diagnósticos: PLO-P120.
    """
    total = 0
    vivos: list[Mutante] = []
    for de_regla in casos:
        mutantes = tuple(mutar_regla(de_regla.regla, registro)) if de_regla.casos else ()
        total += len(mutantes)
        if mutantes:
            vivos.extend(_Ensayo(paquete, registro, de_regla, mutantes).vivos())
    return InformeDeMutacion(total, tuple(vivos))


# -- mutantes de una regla -------------------------------------------------------------------------


def mutar_regla(regla: n.ReglaComprobada, registro: Registro) -> Iterator[Mutante]:
    """Recorre los mutantes de una regla, sin repetidos."""
    vistas = {regla}
    for cambio in _cambios(regla, registro):
        cambiada: n.ReglaComprobada = cambio.nodo
        if cambiada in vistas or not _se_puede_compilar(cambiada):
            continue
        vistas.add(cambiada)
        yield Mutante(
            regla.id, cambio.operador, cambio.descripcion, cambio.tramo or regla.tramo, cambiada, registro
        )
    for c in cambios_de_registro(regla, registro):
        yield Mutante(regla.id, c.operador, c.descripcion, regla.tramo, regla, c.registro)


def _se_puede_compilar(regla: n.ReglaComprobada) -> bool:
    """Un `salvo que` solo puede nombrar variables de los `cada` que encabezan la exigencia."""
    visibles = {c.variable for c in combinaciones(regla)}
    return all(n.variables_libres(e.condicion) <= visibles for e in regla.salvo)


def _cambios(regla: n.ReglaComprobada, registro: Registro) -> Iterator[Cambio]:
    if regla.cuando is not None:
        sin_cuando = replace(regla, cuando=None, cuando_texto="")
        yield Cambio("cuando", f"quita `cuando {decir(regla.cuando)}`", regla.cuando.tramo, sin_cuando)
        for c in variantes(regla.cuando, regla.tramo):
            yield replace(c, nodo=replace(regla, cuando=c.nodo))
    for i, e in enumerate(regla.salvo):
        resto = (regla.salvo[:i], regla.salvo[i + 1 :])
        sin_salvo = replace(regla, salvo=(*resto[0], *resto[1]))
        yield Cambio("salvo que", f"quita `salvo que {e.texto}`", e.condicion.tramo, sin_salvo)
        for c in variantes(e.condicion, regla.tramo):
            cambiada = replace(e, condicion=c.nodo)
            yield replace(c, nodo=replace(regla, salvo=(*resto[0], cambiada, *resto[1])))
    if regla.exige is not None:
        for c in variantes(regla.exige, regla.tramo):
            yield replace(c, nodo=replace(regla, exige=c.nodo))
    for clase in clases_efectivas(regla, registro):
        demas = tuple(c for c in regla.clases if c != clase)
        yield Cambio("clase", f"quita {clase} de `aplica a`", regla.tramo, replace(regla, clases=demas))


# -- correr ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Ensayo:
    """Los mutantes de una regla y sus casos, compilados juntos; la primera función es la regla tal cual."""

    paquete: n.PaqueteComprobado
    registro: Registro
    casos: CasosDeRegla
    mutantes: tuple[Mutante, ...]

    def vivos(self) -> Iterator[Mutante]:
        """Entrega los mutantes que ningún caso distingue de la regla."""
        propios = [m for m in self.mutantes if m.registro is self.registro]
        armado = self._compilar([self.casos.regla, *(m.cambiada for m in propios)])
        corridas = self._abrir(armado)
        base = armado.fichas[0]
        esperados = [c.evaluar(base).veredicto for c in corridas]
        fichas = dict(zip(map(id, propios), armado.fichas[1:], strict=True))
        for m in self.mutantes:
            if m.registro is self.registro:
                muere = _distingue(corridas, fichas[id(m)], esperados)
            else:
                muere = _distingue(self._abrir(replace(armado, registro=m.registro)), base, esperados)
            if not muere:
                yield m

    def _abrir(self, armado: Paquete) -> list[Corrida]:
        return [abrir(armado, c.plan, replace(c.pedido, con_frases=False))[1] for c in self.casos.casos]

    def _compilar(self, reglas: list[n.ReglaComprobada]) -> Paquete:
        """Compila las reglas sin sus mensajes, que no cambian el veredicto, y solo con lo que usan."""
        condiciones = tuple(c for c in self.paquete.condiciones if c[0] in self.casos.regla.fundamento)
        mudas = tuple(replace(r, falla=(), subsana=()) for r in reglas)
        defines = _defines_usados(self.paquete, (*mudas, *(c for _, c in condiciones)))
        return armar(self.registro, compilar(n.PaqueteComprobado(mudas, defines, condiciones)), "")


def _distingue(corridas: Iterable[Corrida], ficha: FichaDeRegla, esperados: list[Veredicto]) -> bool:
    pares = zip(corridas, esperados, strict=True)
    return any(corrida.evaluar(ficha).veredicto is not esperado for corrida, esperado in pares)


def _defines_usados(paquete: n.PaqueteComprobado, raices: Iterable[object]) -> tuple[n.DefineComprobado, ...]:
    """Devuelve los `define` que esas raíces usan, directa o indirectamente, y los que el motor consulta."""
    por_nombre = {d.nombre: d for d in paquete.defines}
    usados: set[str] = set()
    pendientes: list[object] = [*raices, *(por_nombre[d].expresion for d in _DEL_MOTOR if d in por_nombre)]
    while pendientes:
        for nodo in n.descendientes(pendientes.pop()):
            if isinstance(nodo, n.UsarDefine) and nodo.nombre not in usados:
                usados.add(nodo.nombre)
                pendientes.append(por_nombre[nodo.nombre].expresion)
    return tuple(d for d in paquete.defines if d.nombre in usados or d.nombre in _DEL_MOTOR)

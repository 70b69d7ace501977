"""Arma el módulo de Python de un paquete de reglas.

Entra: PaqueteComprobado sin errores. Sale: Compilado, con la fuente y lo que hace falta saber de cada regla.
No hace: ejecutar nada. La fuente espera en su espacio de nombres las ayudas de `evaluacion.soporte`.
"""

from collections.abc import Mapping
from dataclasses import replace

from plomada.lenguaje import nucleo as n
from plomada.lenguaje.compilador.condiciones import generar_condicion
from plomada.lenguaje.compilador.escritor import Constantes, Escritor
from plomada.lenguaje.compilador.evidencias import (
    contenidos_de,
    generar_datos,
    generar_mensajes,
    listas_de,
    variables_de,
)
from plomada.lenguaje.compilador.exigencias import generar_regla
from plomada.lenguaje.compilador.ficha import Compilado, FichaDeRegla
from plomada.lenguaje.compilador.generador import Generador, Ramas
from plomada.lenguaje.compilador.hechos import Filtrada, Hecho, Hechos, contar_usos
from plomada.lenguaje.compilador.porques import decir_regla, generar_porques
from plomada.lenguaje.compilador.prosa import Prosa
from plomada.lenguaje.compilador.recorridos import generar_filtrada
from plomada.lenguaje.compilador.rutas import rutas_de
from plomada.lenguaje.compilador.valores_generados import generar_agregado, generar_valor


def compilar(paquete: n.PaqueteComprobado, anotar_ramas: bool = False) -> Compilado:
    """Devuelve el código de todas las reglas del paquete.

    Con `anotar_ramas`, cada condición llama `anotar(número, valor)` y nada se comparte entre reglas.
    """
    return _Ensamblador(paquete, anotar_ramas).ensamblar()


class _Ensamblador:
    """Reúne las funciones de reglas, hechos y condiciones en un solo texto."""

    def __init__(self, paquete: n.PaqueteComprobado, anotar_ramas: bool) -> None:
        self._paquete = paquete
        self._constantes = Constantes()
        raices = [
            x for r in paquete.reglas for x in (r.cuando, r.exige, *(e.condicion for e in r.salvo)) if x
        ]
        self._hechos = Hechos(contar_usos([*raices, *(d.expresion for d in paquete.defines)]))
        self._defines = {d.nombre: d for d in paquete.defines}
        self._prosa = Prosa({d.nombre: d.titulo for d in paquete.defines})
        self._ramas = Ramas() if anotar_ramas else None
        self._funciones: list[str] = []

    def ensamblar(self) -> Compilado:
        fichas = tuple(self._regla(i, r) for i, r in enumerate(self._paquete.reglas))
        condiciones = tuple(self._condicion(i, x) for i, x in enumerate(self._paquete.condiciones))
        defines = tuple(self._define(i, d) for i, d in enumerate(self._paquete.defines))
        escritos = 0
        while escritos < len(self._hechos.numeros):
            for hecho, numero in list(self._hechos.numeros.items())[escritos:]:
                self._hecho(numero, hecho)
                escritos += 1
        cuerpo = "\n\n".join(self._funciones)
        cabeza = "\n".join(self._constantes.lineas())
        ramas = tuple(self._ramas.nodos) if self._ramas else ()
        return Compilado(f"{cabeza}\n\n{cuerpo}\n", fichas, condiciones, defines, escritos, ramas)

    def _generador(self, variables: tuple[str, ...] = (), ramas: bool = True) -> Generador:
        nombres = {v: f"p{i}" for i, v in enumerate(variables)}
        return Generador(
            self._constantes, self._hechos, Escritor(), nombres, False, self._ramas if ramas else None
        )

    def _agregar(self, cabeza: str, g: Generador) -> None:
        self._funciones.append("\n".join([cabeza, *g.codigo.cuerpo()]))

    def _regla(self, i: int, r: n.ReglaComprobada) -> FichaDeRegla:
        self._aduenar(r.id)
        if r.exige is not None or r.cuando is not None or r.salvo:
            g = self._generador()
            generar_regla(g, r)
            self._agregar(f"def r{i}(P, H):", g)
        variables = variables_de(r)
        firma = "".join(f", p{k}=None" for k in range(len(variables)))
        g = self._generador(variables, ramas=False)
        generar_datos(g, r)
        self._agregar(f"def d{i}(P, H{firma}):", g)
        g = self._generador(variables, ramas=False)
        generar_mensajes(g, r)
        self._agregar(f"def m{i}(P, H, R{firma}):", g)
        g = self._generador(variables, ramas=False)
        generar_porques(g, r, self._prosa)
        self._agregar(f"def w{i}(P, H, F{firma}):", g)
        return replace(_ficha(r, i, variables, self._defines), **decir_regla(r, self._prosa))

    def _condicion(self, i: int, par: tuple[str, n.Condicion]) -> tuple[str, int]:
        g = self._generador(ramas=False)
        t = g.codigo.nueva("t")
        generar_condicion(g, par[1], t)
        g.codigo.linea(f"return {t}")
        self._agregar(f"def q{i}(P, H):", g)
        return par[0], i

    def _define(self, i: int, d: n.DefineComprobado) -> tuple[str, int]:
        g = self._generador(ramas=False)
        g.codigo.linea(f"return {g.usar_hecho(n.UsarDefine(d.nombre, d.tipo))}")
        self._agregar(f"def e{i}(P, H):", g)
        return d.nombre, i

    def _aduenar(self, duenio: str) -> None:
        if self._ramas is not None:
            self._ramas.duenio = duenio

    def _hecho(self, numero: int, hecho: Hecho) -> None:
        self._aduenar(hecho.nombre if isinstance(hecho, n.UsarDefine) else "")
        g = self._generador()
        g.codigo.linea(f"v = H.hechos[{numero}]")
        with g.codigo.bloque("if v is SIN:"):
            g.codigo.linea(f"H.hechos[{numero}] = v = c{numero}(P, H)")
        g.codigo.linea("return v")
        self._agregar(f"def h{numero}(P, H):", g)
        g = self._generador()
        self._calcular(g, hecho)
        self._agregar(f"def c{numero}(P, H):", g)

    def _calcular(self, g: Generador, hecho: Hecho) -> None:
        def devolver(v: str) -> None:
            g.codigo.linea(f"return {v}")

        aparte = Generador(g.constantes, _SinCompartir(self._hechos, hecho), g.codigo, {}, False, g.ramas)
        match hecho:
            case Filtrada():
                generar_filtrada(aparte, hecho, devolver)
            case n.UsarDefine(nombre=nombre):
                self._expresion(g, self._defines[nombre].expresion, devolver)
            case n.Agregar():
                generar_agregado(aparte, hecho, devolver, devolver)
            case n.Cuantificar() | n.ValorDeParametro():
                self._expresion(aparte, hecho, devolver)

    def _expresion(self, g: Generador, nodo: n.Nodo, devolver: "object") -> None:
        assert callable(devolver)
        if isinstance(nodo, n.Valor):
            generar_valor(g, nodo, devolver, devolver)
        else:
            t = g.codigo.nueva("t")
            generar_condicion(g, nodo, t)
            devolver(t)


class _SinCompartir(Hechos):
    """Los mismos hechos, salvo que el que se está calculando no se llama a sí mismo."""

    def __init__(self, hechos: Hechos, propio: Hecho) -> None:
        super().__init__(hechos.usos, hechos.numeros)
        self._propio = propio

    def conviene(self, hecho: Hecho, en_bucle: bool) -> bool:
        return hecho != self._propio and super().conviene(hecho, en_bucle)


def _ficha(
    r: n.ReglaComprobada, i: int, variables: tuple[str, ...], defines: Mapping[str, n.DefineComprobado]
) -> FichaDeRegla:
    return FichaDeRegla(
        r.id,
        r.tabla,
        r.titulo,
        r.fundamento,
        r.analisis,
        r.componente,
        r.materia,
        r.competencia,
        r.obligado,
        r.fuerza,
        r.clases,
        r.cuando_texto,
        tuple((e.texto, e.porque) for e in r.salvo),
        r.exige_texto,
        r.pregunta,
        r.guia,
        mensaje_llano(r.falla),
        mensaje_llano(r.subsana),
        r.revisado_por,
        variables,
        listas_de(r),
        contenidos_de(r),
        len(r.casos),
        r.tramo.archivo,
        r.tramo.linea,
        i,
        rutas_de(r, defines),
    )


def mensaje_llano(mensaje: n.Mensaje) -> str:
    """Escribe la plantilla de un mensaje con sus huecos, para mostrarla sin plan."""
    partes = []
    for p in mensaje:
        if isinstance(p, str):
            partes.append(p)
        else:
            partes.append("{" + (getattr(p, "texto", "") or getattr(p, "nombre", "…")) + "}")
    return "".join(partes)

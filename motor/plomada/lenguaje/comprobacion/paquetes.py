"""Comprueba reglas y `define` enteros: cabecera, nombres, tipos, mensajes y repetidos.

Entra: Modulo y Esquema. Sale: PaqueteComprobado con lo que está bien, y todo lo hallado.
Una regla con errores no entra al paquete; quien compila decide si sigue sin ella (Plomada no sigue).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.diagnosticos.tramo import Tramo
from plomada.lenguaje import nucleo as n
from plomada.lenguaje import sintaxis as s
from plomada.lenguaje.analizador import analizar_expresion, recorrer
from plomada.lenguaje.comprobacion.cabeceras import clases_de, revisar_cabecera
from plomada.lenguaje.comprobacion.comprobador import Comprobador, NoSePuede
from plomada.lenguaje.comprobacion.plantillas import leer_plantilla
from plomada.lenguaje.comprobacion.resolucion import Ambito
from plomada.lenguaje.escritura import escribir
from plomada.lenguaje.esquema import RAIZ, Esquema
from plomada.lenguaje.tipos import Logico, Tipo
from plomada.valores.texto import plegar

_DATOS = (
    s.Ruta, s.Numero, s.Medida, s.Texto, s.Fecha, s.Parametro, s.Agregado, s.DiasEntre, s.Parecido,
    s.Aritmetica,
)  # fmt: skip
SIN_REVISAR = "sin revisar"


@dataclass(frozen=True, slots=True)
class _Defines:
    comprobados: tuple[n.DefineComprobado, ...]
    tipos: Mapping[str, Tipo]


def comprobar(
    modulo: s.Modulo, esquema: Esquema, condiciones: Mapping[str, str] | None = None
) -> Lectura[n.PaqueteComprobado]:
    """Devuelve el paquete de reglas sin errores.

    `condiciones` son expresiones del registro (cuándo un requisito admite «no aplica»), por id de requisito.
    Diagnósticos: PLO-N210 (nombre repetido), PLO-N216 (`define` en círculo), PLO-N218 (nombre de `define` en
    uso), los de `cabeceras` y los del comprobador.
    """
    c = Comprobador(esquema)
    _repetidos(c, ((r.id, r.tramo) for r in modulo.reglas), "la regla")
    defines = _comprobar_defines(c, modulo.defines)
    ambito = Ambito(esquema, {}, defines.tipos)
    reglas = tuple(r for r in (_comprobar_regla(c, x, ambito) for x in modulo.reglas) if r)
    hechas = tuple((i, x) for i, t in (condiciones or {}).items() if (x := _condicion_de(c, i, t, ambito)))
    return Lectura(n.PaqueteComprobado(reglas, defines.comprobados, hechas), ordenar(c.problemas))


def _repetidos(c: Comprobador, nombres: Iterable[tuple[str, Tramo]], que: str) -> None:
    vistos: dict[str, Tramo] = {}
    for nombre, tramo in nombres:
        if nombre in vistos:
            c.problemas.append(
                Diagnostico(
                    "PLO-N210",
                    f"{que} `{nombre}` está escrita dos veces",
                    tramo,
                    "cada nombre es único en todo el conjunto",
                    vistos[nombre],
                    "aquí está la primera",
                )
            )
        vistos.setdefault(nombre, tramo)


def _condicion_de(c: Comprobador, id_: str, texto: str, a: Ambito) -> n.Condicion | None:
    lugar = Tramo(f"normativa/requisitos ({id_})")
    leida = analizar_expresion(texto, lugar)
    if leida.valor is None:
        c.problemas.extend(replace(d, tramo=lugar) for d in leida.diagnosticos)
        return None
    return _intentar(c, leida.valor, a)


def _intentar(c: Comprobador, e: s.Expresion | None, a: Ambito) -> n.Condicion | None:
    if e is None:
        return None
    try:
        return c.condicion(e, a)
    except NoSePuede:
        return None


# -- define ----------------------------------------------------------------------------------------


def _comprobar_defines(c: Comprobador, defines: tuple[s.Define, ...]) -> _Defines:
    """Comprueba los `define` en orden de dependencia; los que están en círculo se informan y se omiten."""
    _repetidos(c, ((plegar(d.nombre), d.tramo) for d in defines), "la definición")
    pendientes = {plegar(d.nombre): d for d in defines}
    tipos: dict[str, Tipo] = {}
    hechos: list[n.DefineComprobado] = []
    while pendientes:
        listos = [d for d in pendientes.values() if not _usa(d) & pendientes.keys()]
        if not listos:
            for d in pendientes.values():
                c.fallar("PLO-N216", f"la definición `{d.nombre}` depende de sí misma", d.tramo)
            break
        for d in listos:
            del pendientes[plegar(d.nombre)]
            hecho = _comprobar_define(c, d, Ambito(c.esquema, {}, dict(tipos)))
            if hecho:
                hechos.append(hecho)
                tipos[hecho.nombre] = hecho.tipo
    return _Defines(tuple(hechos), tipos)


def _usa(define: s.Define) -> set[str]:
    usados: set[str] = set()

    def anotar(nodo: object) -> None:
        if isinstance(nodo, s.Ruta):
            usados.add(plegar(nodo.partes[0]))

    recorrer(define.expresion, anotar)
    return usados


def _comprobar_define(c: Comprobador, d: s.Define, a: Ambito) -> n.DefineComprobado | None:
    nombre = plegar(d.nombre)
    if nombre in c.esquema.objetos[RAIZ].campos:
        c.fallar(
            "PLO-N218", f"`{nombre}` ya es un bloque del plan", d.tramo, "póngale otro nombre al `define`"
        )
        return None
    try:
        if isinstance(d.expresion, _DATOS):
            valor = c.valor(d.expresion, a)
            return n.DefineComprobado(nombre, d.titulo, valor, valor.tipo, d.tramo)
        return n.DefineComprobado(nombre, d.titulo, c.condicion(d.expresion, a), Logico(), d.tramo)
    except NoSePuede:
        return None


# -- regla -----------------------------------------------------------------------------------------


def _comprobar_regla(c: Comprobador, r: s.Regla, a: Ambito) -> n.ReglaComprobada | None:
    antes = len(c.problemas)
    revisar_cabecera(c, r)
    dentro = _ambito_de_combinaciones(c, r.exige, a)
    cuando, exige = _intentar(c, r.cuando, a), _intentar(c, r.exige, a)
    salvo = tuple(
        n.ExcepcionComprobada(x, e.porque, escribir(e.condicion))
        for e in r.salvo
        if (x := _intentar(c, e.condicion, dentro))
    )
    falla, subsana = _mensaje(c, r, "falla", dentro), _mensaje(c, r, "subsana", dentro)
    if len(c.problemas) > antes:
        return None
    return n.ReglaComprobada(
        r.id,
        r.tabla,
        r.texto("titulo"),
        r.lista("fundamento"),
        r.texto("analisis"),
        r.texto("componente"),
        r.lista("materia"),
        r.texto("competencia"),
        r.lista("obligado"),
        r.texto("fuerza"),
        clases_de(r),
        cuando,
        escribir(r.cuando) if r.cuando else "",
        salvo,
        exige,
        escribir(r.exige) if r.exige else "",
        r.texto("pregunta"),
        r.texto("guia"),
        falla,
        subsana,
        r.texto("revisado por") or SIN_REVISAR,
        r.casos,
        r.tramo,
    )


def _mensaje(c: Comprobador, r: s.Regla, nombre: str, a: Ambito) -> n.Mensaje:
    clausula = r.clausula(nombre)
    if clausula is None:
        return ()
    try:
        return leer_plantilla(c, r.texto(nombre), a, clausula.tramo)
    except NoSePuede:
        return ()


def _ambito_de_combinaciones(c: Comprobador, exige: s.Expresion | None, a: Ambito) -> Ambito:
    """Devuelve el ámbito con las variables de los `cada` (y del `ningún`) con que empieza la exigencia.

    `salvo que`, `falla` y `subsana` pueden usarlas: se evalúan una vez por combinación.
    """
    silencioso = Comprobador(c.esquema)
    while isinstance(exige, s.Cuantificador) and exige.tipo in {"cada", "ningún"}:
        try:
            _, _, a = silencioso.recorrido(exige.variable, exige.fuente, a, exige.tramo)
        except NoSePuede:
            return a
        if exige.tipo == "ningún":
            return a
        exige = exige.cuerpo
    return a

"""Empareja los hallazgos de dos rondas y dice qué pasó con cada uno.

Identidad: regla, elemento y modo de falla; jamás la línea ni la página. Dos hallazgos con la misma identidad
se emparejan uno a uno. Invariante: cada hallazgo de cada ronda está en una fila, y en una sola.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.orden import urgencia
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.rondas.cambios import DeLoDicho, Novedad
from plomada.informes.rondas.origen import Causante, avisos_de
from plomada.informes.rondas.partes import (
    Comparacion,
    Correccion,
    Estado,
    Fila,
    Identidad,
    Origen,
    Paso,
    Ronda,
)
from plomada.informes.rondas.vistas import AUSENTE, Clave, Vista

Par = tuple[Hallazgo | None, Hallazgo | None]
_V = Veredicto
_PROBLEMAS = frozenset({_V.NO_CUMPLE.value, _V.NO_CONSTA.value, _V.REQUIERE_CONCEPTO.value, _V.ERROR.value})
_SIN_SABERSE = frozenset({_V.NO_CONSTA.value, _V.ERROR.value})
_DECIDIDOS = frozenset({_V.CUMPLE.value, _V.NO_CUMPLE.value})
_QUIETOS = frozenset({Estado.PERSISTE, Estado.SIN_CAMBIO})
_ORDEN = {e: i for i, e in enumerate(Estado)}
_CORRECCIONES = {
    _V.NO_CUMPLE.value: Correccion.SE_INCUMPLIA,
    _V.NO_CONSTA.value: Correccion.NO_CONSTABA,
    _V.REQUIERE_CONCEPTO.value: Correccion.REQUERIA_CONCEPTO,
    _V.ERROR.value: Correccion.NO_SE_PUDO_EVALUAR,
}
_ORDEN_DE_CORRECCION = {c: i for i, c in enumerate(Correccion)}


@dataclass(frozen=True, slots=True)
class EnRonda:
    """Una ronda por comparar: cómo se llama y qué dice.

    `con_la_fecha_anterior` es el mismo plan evaluado a la fecha de la ronda anterior, si se pudo hacer.
    """

    nombre: str
    vista: Vista
    con_la_fecha_anterior: Vista | None = None


def comparar(rondas: Sequence[EnRonda]) -> Comparacion:
    """Devuelve los pasos entre cada ronda y la siguiente, en el orden dado."""
    pasos: list[Paso] = []
    vistas_antes: set[Identidad] = set()
    for una, otra in zip(rondas, rondas[1:], strict=False):
        pasos.append(_paso(una, otra, frozenset(vistas_antes)))
        vistas_antes |= _problemas(una.vista)
    return Comparacion(rondas=tuple(_ronda(r) for r in rondas), pasos=tuple(pasos))


def _problemas(vista: Vista) -> set[Identidad]:
    return {h.identidad for r in vista.informe.reglas for h in r.hallazgos if h.veredicto in _PROBLEMAS}


def _ronda(r: EnRonda) -> Ronda:
    i = r.vista.informe
    return Ronda(
        nombre=r.nombre,
        fecha=i.regimen.fecha,
        origen_de_la_fecha=i.regimen.origen_de_la_fecha,
        clase=i.regimen.clase_aplicada,
        tramite=i.regimen.tramite,
        archivo=i.plan.archivo if i.plan else "",
        municipio=i.plan.municipio if i.plan else "",
        plan_huella=i.plan.huella if i.plan else "",
        motor=i.motor,
        reglas_huella=i.reglas_huella,
        hallazgos=_cuantos(r.vista),
        errores_al_leer=sum(a.gravedad == "error" for a in i.avisos),
        advertencias_al_leer=sum(a.gravedad != "error" for a in i.avisos),
    )


def _cuantos(vista: Vista) -> int:
    return sum(len(r.hallazgos) for r in vista.informe.reglas)


def _paso(una: EnRonda, otra: EnRonda, historia: frozenset[Identidad]) -> Paso:
    causante = Causante(una.vista, otra.vista, otra.con_la_fecha_anterior)
    armador = _Armador(una.vista, otra.vista, causante, historia)
    filas = sorted(armador.filas(), key=_clave)
    cuentas, origenes = Counter(f.estado for f in filas), Counter(f.origen for f in filas if f.origen)
    correcciones = Counter(f.correccion for f in filas)
    return Paso(
        antes=una.nombre,
        despues=otra.nombre,
        hallazgos_antes=_cuantos(una.vista),
        hallazgos_despues=_cuantos(otra.vista),
        cuentas={e.value: cuentas[e] for e in Estado},
        correcciones={c.value: correcciones[c] for c in Correccion if c},
        origenes={o.value: origenes[o] for o in Origen if o},
        avisos=avisos_de(una.vista, otra.vista),
        filas=tuple(filas),
    )


def _clave(f: Fila) -> tuple[int, int, int, str, str, str, str]:
    peso = urgencia(Veredicto(f.despues or f.antes), f.fuerza)
    corregida = _ORDEN_DE_CORRECCION[f.correccion]
    return _ORDEN[f.estado], corregida, peso, f.regla, f.elemento, f.modo_despues, f.modo_antes


@dataclass(frozen=True, slots=True)
class _Armador:
    antes: Vista
    despues: Vista
    causante: Causante
    historia: frozenset[Identidad]

    def filas(self) -> Iterator[Fila]:
        for clave in dict.fromkeys((*self.antes.hallazgos, *self.despues.hallazgos)):
            for a, d in emparejar(self.antes.de(clave), self.despues.de(clave)):
                yield self._fila(clave, a, d)

    def _fila(self, clave: Clave, a: Hallazgo | None, d: Hallazgo | None) -> Fila:
        va = a.veredicto.value if a else self._callado(self.antes, clave, d)
        vd = d.veredicto.value if d else self._callado(self.despues, clave, a)
        novedad = self._novedad(clave, (a, d), (va, vd))
        regla = self.despues.reglas.get(clave[0]) or self.antes.reglas[clave[0]]
        corregida = novedad.estado is Estado.SE_CORRIGIO
        return Fila(
            regla=clave[0],
            titulo=regla.titulo,
            elemento=clave[1],
            de_quien=next((h.de_quien for h in (d, a) if h and h.de_quien), nombrar_elemento(clave[1])),
            estado=novedad.estado,
            origen=novedad.origen,
            correccion=_CORRECCIONES[va] if corregida else Correccion.NINGUNA,
            fuerza=regla.fuerza,
            hay_antes=a is not None,
            hay_despues=d is not None,
            antes=va,
            despues=vd,
            datos_cambiados=novedad.datos,
            subsana=d.subsana if d else "",
            aceptacion=self._aceptacion(d),
            nota=novedad.nota or self._nota(clave, d, novedad.estado),
            **_lo_escrito(a, d),
        )

    def _novedad(self, clave: Clave, par: Par, veredictos: tuple[str, str]) -> Novedad:
        """Dice qué pasó; lo que persiste puede decir otra cosa de su elemento, y entonces cambió."""
        a, d = par
        sin_regla = clave[0] not in self.despues.reglas
        estado = Estado.DEJO_DE_APLICAR if sin_regla else self._estado(a, d, *veredictos)
        if estado is Estado.PERSISTE and a is not None and d is not None:
            return DeLoDicho(self.causante).novedad(clave, a, d)
        return Novedad(estado, Origen.NINGUNO if estado in _QUIETOS else self.causante.de(clave))

    def _callado(self, vista: Vista, clave: Clave, de: Hallazgo | None) -> str:
        """Lo que se entiende de la otra ronda; si allí hay otros del elemento, este de más no estaba."""
        if not vista.de(clave) or de is None:
            return vista.da_a_entender(clave)
        return Veredicto.CUMPLE.value if de.veredicto in _PROBLEMAS else de.veredicto.value

    def _estado(self, a: Hallazgo | None, d: Hallazgo | None, va: str, vd: str) -> Estado:
        if vd in {AUSENTE, _V.NO_APLICA.value}:
            return _al_salir(va, vd)
        if vd == _V.CUMPLE:
            return _al_cumplir(va, a is not None)
        if vd in _SIN_SABERSE and va in _DECIDIDOS:
            return Estado.NO_SE_PUEDE_COMPROBAR
        if va in _PROBLEMAS:
            iguales = va == vd and (a is None or d is None or a.modo == d.modo)
            return Estado.PERSISTE if iguales else Estado.CAMBIO
        if d is None:
            return Estado.DEJO_DE_CUMPLIR
        return Estado.REAPARECIO if d.identidad in self.historia else Estado.NUEVO

    def _aceptacion(self, d: Hallazgo | None) -> str:
        aceptaciones = self.despues.informe.aceptaciones
        return aceptaciones.de(d.identidad) if d is not None and aceptaciones is not None else ""

    def _nota(self, clave: Clave, d: Hallazgo | None, estado: Estado) -> str:
        if estado is Estado.SE_CORRIGIO and d is None and self.despues.existe(clave) is None:
            return "Se comparó con un informe y no con su plan: no se sabe si el elemento sigue allí."
        return "" if clave[0] in self.despues.reglas else "La regla ya no existe en la ronda de después."


def _al_salir(va: str, vd: str) -> Estado:
    """Lo que ya no está o no aplica; lo que tampoco aplicaba, o no estaba, sigue igual."""
    if va in {AUSENTE, _V.NO_APLICA.value} and vd == _V.NO_APLICA:
        return Estado.SIN_CAMBIO
    return Estado.DEJO_DE_APLICAR if vd == _V.NO_APLICA else Estado.SE_RETIRO


def _al_cumplir(va: str, estaba_escrito: bool) -> Estado:
    """Se corrige lo que estaba escrito; el «cumple» de la regla entera no es una corrección más."""
    if va in _PROBLEMAS:
        return Estado.SE_CORRIGIO if estaba_escrito else Estado.EMPEZO_A_CUMPLIR
    return Estado.SIN_CAMBIO if va == _V.CUMPLE else Estado.EMPEZO_A_CUMPLIR


def _lo_escrito(a: Hallazgo | None, d: Hallazgo | None) -> dict[str, str]:
    return {
        "modo_antes": a.modo if a else "",
        "modo_despues": d.modo if d else "",
        "mensaje_antes": a.mensaje if a else "",
        "mensaje_despues": d.mensaje if d else "",
    }


def emparejar(antes: Iterable[Hallazgo], despues: Iterable[Hallazgo]) -> Iterator[Par]:
    """Empareja los hallazgos de un elemento: primero los idénticos, después en orden, y los que sobren.

    Entre varios con el mismo veredicto y modo, va primero el que dice lo mismo.
    """
    sueltos, libres = list(antes), list(despues)
    for clave in (_todo_lo_dicho, _lo_concluido):
        quedan: list[Hallazgo] = []
        for a in sueltos:
            igual = next((i for i, d in enumerate(libres) if clave(d) == clave(a)), None)
            if igual is None:
                quedan.append(a)
            else:
                yield a, libres.pop(igual)
        sueltos = quedan
    for i in range(max(len(sueltos), len(libres))):
        yield sueltos[i] if i < len(sueltos) else None, libres[i] if i < len(libres) else None


def _lo_concluido(h: Hallazgo) -> tuple[str, ...]:
    return h.veredicto.value, h.modo


def _todo_lo_dicho(h: Hallazgo) -> tuple[str, ...]:
    return h.veredicto.value, h.modo, h.mensaje, *(t for x in h.datos for t in (x.ruta, x.valor))

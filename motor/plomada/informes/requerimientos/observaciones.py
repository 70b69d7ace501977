"""Numera lo que hay que decirle al municipio, por tema; el concepto, el oficio, el acta y el libro lo copian.

Invariante: cada hallazgo visible que no cumple, no consta, espera un concepto o falló está en una
observación, y en una sola.
"""

from collections.abc import Iterable, Iterator, Mapping

from plomada.evaluacion.resultados import Hallazgo
from plomada.evaluacion.veredicto import POR_DECIR, Veredicto
from plomada.informes.consola import de_quien_es
from plomada.informes.partes import ReglaInformada, RequisitoCitado
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.partes import Clase, Observacion, Sustento
from plomada.informes.requerimientos.temas import tema_de
from plomada.informes.respuestas import respuesta_a
from plomada.informes.vista import Informe

_DE_NO_CUMPLIR = {"debe": Clase.REQUERIMIENTO, "deberia": Clase.RECOMENDACION, "informa": Clase.INFORMACION}
_DE_LO_DEMAS = {
    Veredicto.ERROR: Clase.FALLO,
    Veredicto.NO_CONSTA: Clase.NO_CONSTA,
    Veredicto.REQUIERE_CONCEPTO: Clase.CONCEPTO,
}
_OBLIGA, _SIN_SABER_SI_APLICA, _DE_LA_AUTORIDAD = (
    "debe",
    "no se sabe si aplica",
    "proceso.autoridad_ambiental.",
)
_VERIFICACIONES = {
    "memoria": "La norma se citó de memoria: confírmese en su texto antes de usarla.",
    "metodo": "Se funda en un método de revisión y no en una norma.",
}


def numerar(informe: Informe) -> tuple[Observacion, ...]:
    """Devuelve las observaciones, numeradas de corrido: por clase, y dentro de cada clase por tema.

    Con el perfil de radicación va primero lo que falta para que la radicación quede completa.
    """
    de_regla = [(clase_de(r), tema_de(r), r) for r in informe.reglas if _por_decir(r)]
    orden_de_tema = {tema: i for i, tema in enumerate(dict.fromkeys(t for _, t, _ in de_regla))}
    orden_de_clase = {clase: i for i, clase in enumerate(Clase)}
    al_radicar = informe.perfil is Perfil.RADICACION

    def lugar(x: tuple[Clase, str, ReglaInformada]) -> tuple[int, ...]:
        clase, tema = orden_de_clase[x[0]], orden_de_tema[x[1]]
        if not al_radicar:
            return clase, tema
        return (0, tema, clase) if _para_radicar(x[2]) else (1, clase, tema)

    ordenadas = sorted(de_regla, key=lugar)
    return tuple(
        _observacion(numero, clase, tema, regla, informe)
        for numero, (clase, tema, regla) in enumerate(ordenadas, start=1)
    )


def por_clase(observaciones: Iterable[Observacion]) -> Mapping[Clase, tuple[Observacion, ...]]:
    """Devuelve las observaciones de cada clase, en el orden de las clases; solo las que tienen alguna."""
    hechas: dict[Clase, list[Observacion]] = {}
    for o in observaciones:
        hechas.setdefault(o.clase, []).append(o)
    return {clase: tuple(hechas[clase]) for clase in Clase if clase in hechas}


def por_tema(observaciones: Iterable[Observacion]) -> Mapping[str, tuple[Observacion, ...]]:
    """Devuelve las observaciones de cada tema, en el orden en que vienen."""
    hechas: dict[str, list[Observacion]] = {}
    for o in observaciones:
        hechas.setdefault(o.tema, []).append(o)
    return {tema: tuple(propias) for tema, propias in hechas.items()}


def clase_de(regla: ReglaInformada) -> Clase:
    """Devuelve qué se hace con lo que la regla halló."""
    if regla.veredicto in _DE_LO_DEMAS:
        return _DE_LO_DEMAS[regla.veredicto]
    return _DE_NO_CUMPLIR.get(regla.fuerza, Clase.REQUERIMIENTO)


def _por_decir(r: ReglaInformada) -> bool:
    return r.veredicto in POR_DECIR or any(h.veredicto in POR_DECIR for h in r.hallazgos)


def _para_radicar(r: ReglaInformada) -> bool:
    """Dice si se le pide al municipio para completar: la completitud precede a la concertación.

    De una regla que falló no se sabe qué habría pedido. Lo que no se sabe si aplica, o espera un dato de la
    propia autoridad, no se le requiere a nadie.
    """
    if not r.para_radicar or r.fuerza != _OBLIGA or r.veredicto is Veredicto.ERROR:
        return False
    propios = [h for h in r.hallazgos if h.veredicto in POR_DECIR]
    return not propios or any(map(_lo_completa_el_municipio, propios))


def _lo_completa_el_municipio(h: Hallazgo) -> bool:
    if h.veredicto is not Veredicto.NO_CONSTA:
        return True
    return h.modo != _SIN_SABER_SI_APLICA and not h.dato.startswith(_DE_LA_AUTORIDAD)


def _observacion(numero: int, clase: Clase, tema: str, r: ReglaInformada, informe: Informe) -> Observacion:
    propios = [h for h in r.hallazgos if h.veredicto in POR_DECIR]
    return Observacion(
        numero=numero,
        tema=tema,
        clase=clase,
        regla=r.regla,
        asunto=r.titulo,
        veredicto=f"{r.veredicto} ({r.matiz})" if r.matiz else str(r.veredicto),
        fuerza=r.fuerza,
        norma=r.requisito.cita,
        vigencia=r.requisito.vigencia,
        otras_normas=tuple(
            dict.fromkeys(
                o.cita for o in r.otros_fundamentos if _rige(o, r.fecha) and o.cita != r.requisito.cita
            )
        ),
        reservas=tuple(_reservas(r.requisito)),
        sesgo=r.requisito.sesgo,
        dudas=r.requisito.dudas,
        consecuencia=r.requisito.consecuencia,
        esperado=r.requisito.pide,
        exigencia=r.exigencia_en_frase,
        cuando=r.cuando_en_frase,
        para_radicar=_para_radicar(r),
        ambiental_por=r.requisito.ambiental_por,
        sustentos=tuple(_sustento(h, informe) for h in propios) or (_de_la_regla(r),),
    )


def _reservas(r: RequisitoCitado) -> Iterator[str]:
    if r.verificacion in _VERIFICACIONES:
        yield _VERIFICACIONES[r.verificacion]
    if r.firmeza != "firme":
        yield f"La norma está {r.firmeza}."


def _rige(r: RequisitoCitado, fecha: str) -> bool:
    """Las fechas vienen como AAAA-MM-DD: se comparan como texto."""
    return r.desde <= fecha and (not r.hasta or fecha <= r.hasta)


def _sustento(h: Hallazgo, informe: Informe) -> Sustento:
    aceptaciones = informe.aceptaciones
    return Sustento(
        identidad=h.identidad,
        elemento=h.elemento,
        de_quien=de_quien_es(h),
        veredicto=str(h.veredicto),
        mensaje=h.mensaje,
        explicacion=h.explicacion,
        causa=h.causa,
        falta=h.dato,
        leido=h.datos,
        subsana=h.subsana,
        respuesta=respuesta_a(h.identidad, informe.respuestas),
        aceptado="" if aceptaciones is None else aceptaciones.de(h.identidad),
    )


def _de_la_regla(r: ReglaInformada) -> Sustento:
    """Una regla sin hallazgos propios se explica con su motivo."""
    return Sustento(
        identidad=(r.regla, "", ""), elemento="", veredicto=str(r.veredicto), mensaje=r.motivo or r.titulo
    )

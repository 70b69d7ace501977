"""Une el resultado de una regla con su ficha y su requisito, en una sola pieza del informe."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from plomada.evaluacion.llano.rotulos import Rotulador
from plomada.evaluacion.resultados import Hallazgo, Resultado
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.citas import Citador
from plomada.informes.huellas import Huellas
from plomada.informes.lugares import nombrar_lugar
from plomada.informes.orden import clave_de_hallazgo
from plomada.informes.partes import Excepcion, ReglaInformada
from plomada.lenguaje.compilador.ficha import FichaDeRegla
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Ambiental

_FUERZAS = ("informa", "deberia", "debe")


@dataclass(frozen=True, slots=True)
class DelInforme:
    """Lo que las reglas de un informe comparten: la clase del plan y quien cita, dice y hace las huellas."""

    clase: str
    registro: Registro
    citador: Citador
    rotulador: Rotulador
    huellas: Huellas


def informar(r: Resultado, ficha: FichaDeRegla, comun: DelInforme) -> ReglaInformada:
    """Devuelve la regla con su resultado, su cita y sus hallazgos en orden."""
    fecha = date.fromisoformat(r.fecha)
    citador, en_frase = comun.citador, comun.rotulador
    requisito = citador.citar(r.requisito, fecha)
    return ReglaInformada(
        regla=ficha.id,
        titulo=ficha.titulo,
        veredicto=r.veredicto,
        matiz=_matiz(r),
        analisis=ficha.analisis,
        componente=ficha.componente,
        materia=ficha.materia,
        competencia=ficha.competencia,
        obligado=ficha.obligado,
        fuerza=r.fuerza or fuerza_posible(ficha, r.requisito, comun.registro, comun.clase),
        requisito=requisito,
        otros_fundamentos=tuple(citador.citar(f, fecha) for f in ficha.fundamento if f != r.requisito),
        ambiental=ambiental_de(requisito.ambiental, ficha.competencia),
        para_radicar=any(comun.registro.requisito(f).para_radicar for f in ficha.fundamento),
        exigencia=ficha.exige or ficha.pregunta,
        es_pregunta=bool(ficha.pregunta),
        exigencia_en_frase=en_frase.decir(ficha.exige_en_prosa, ficha.listas),
        cuando=ficha.cuando,
        cuando_en_frase=en_frase.decir(ficha.cuando_en_prosa, ficha.listas),
        salvo=tuple(Excepcion(condicion=c, porque=porque) for c, porque in ficha.salvo),
        fecha=r.fecha,
        motivo=r.motivo,
        total=r.total,
        fallan=r.fallan,
        no_constan=r.no_constan,
        no_aplican=r.no_aplican,
        por_juicio_de=r.por_juicio_de,
        revisado_por=ficha.revisado_por,
        archivo=nombrar_lugar(ficha.archivo),
        linea=ficha.linea,
        huella=comun.huellas.con_su_norma(ficha),
        hallazgos=tuple(sorted((_sin_maquina(h) for h in r.hallazgos), key=clave_de_hallazgo)),
    )


def ambiental_de(del_requisito: Ambiental, competencia: str) -> Ambiental:
    """Dice si la regla trata algo exclusivamente ambiental.

    Un requisito puede juntar lo ambiental con otro tema; la regla que comprueba el otro no es ambiental.

    >>> ambiental_de("exclusivo", "general"), ambiental_de("discutible", "general")
    ('no', 'discutible')
    """
    return "no" if del_requisito == "exclusivo" and competencia != "ambiental" else del_requisito


def fuerza_posible(ficha: FichaDeRegla, requisito: str, registro: Registro, clase: str) -> str:
    """Devuelve la fuerza que tendría una regla que no llegó a aplicarse."""
    propia: str = registro.requisito(requisito).fuerza_para(clase)
    return fuerza_topada(ficha.fuerza, propia)


def fuerza_topada(de_la_regla: str, del_requisito: str) -> str:
    """Devuelve la fuerza con que se aplica: la regla solo puede rebajar la del requisito.

    >>> fuerza_topada("deberia", "debe"), fuerza_topada("debe", "informa"), fuerza_topada("", "debe")
    ('deberia', 'informa', 'debe')
    """
    return min((del_requisito, de_la_regla or del_requisito), key=_FUERZAS.index)


def _matiz(r: Resultado) -> Literal["", "declarado", "parcial", "por juicio"]:
    if r.por_juicio_de:
        return "por juicio"
    if r.veredicto is Veredicto.CUMPLE and r.declarado:
        return "declarado"
    if r.veredicto is Veredicto.NO_CUMPLE and any(h.modo == "parcial" for h in r.hallazgos):
        return "parcial"
    return ""


def _sin_maquina(h: Hallazgo) -> Hallazgo:
    if all(nombrar_lugar(d.lugar) == d.lugar for d in h.datos):
        return h
    datos = tuple(d.model_copy(update={"lugar": nombrar_lugar(d.lugar)}) for d in h.datos)
    return h.model_copy(update={"datos": datos})

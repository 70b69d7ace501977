"""Bloques `seguimiento`, `juicios` y `procedencia`: qué se mide, qué se juzgó y de dónde salió."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_territoriales import MetodoDeProcedencia, RespuestaDeJuicio
from plomada.modelo.tipos import (
    Dato,
    Entero,
    Fecha,
    Lista,
    Porcentaje,
    RefDocumento,
    RefProyecto,
    SiNo,
    Texto,
    campo,
)


class ExpedienteMunicipal(Objeto):
    """Expediente municipal: documentos, planos e información georreferenciada."""

    documentos: Dato[SiNo] = campo("Si reúne los documentos.")
    planos: Dato[SiNo] = campo("Si reúne los planos.")
    informacion_georreferenciada: Dato[SiNo] = campo("Si reúne información georreferenciada.")
    fecha: Dato[Fecha] = campo("Fecha de corte.")


class Indicador(Elemento):
    """Indicador de seguimiento."""

    linea_base: Dato[Texto] = campo("Valor de partida, con su fecha.")
    meta: Dato[Texto] = campo("Valor al que se aspira, con su fecha.")
    formula: Dato[Texto] = campo("Cómo se calcula.")
    fuente: Dato[Texto] = campo("De dónde sale el dato.")
    responsable: Dato[Texto] = campo("Quién lo mide.")
    mide: Lista[RefProyecto] = campo("Proyectos que mide.")


class Cuenta(Elemento):
    """Conteo que el documento de seguimiento declara, para recalcularlo."""

    cumplidos: Dato[Entero] = campo("Compromisos cumplidos.")
    en_proceso: Dato[Entero] = campo("Compromisos en proceso.")
    sin_dato: Dato[Entero] = campo("Compromisos sin dato.")
    no_aplica: Dato[Entero] = campo("Compromisos que no aplican.")
    total_declarado: Dato[Entero] = campo("Total que el documento declara.")
    porcentaje_declarado: Dato[Porcentaje] = campo("Porcentaje que el documento declara.")


class Seguimiento(Modelo):
    """Seguimiento y evaluación del plan."""

    expediente: Dato[ExpedienteMunicipal] = campo("Expediente municipal.")
    indicadores: Lista[Indicador] = campo("Indicadores.")
    cuentas: Lista[Cuenta] = campo("Conteos declarados.")
    reporte_anual: Dato[Fecha] = campo("Fecha del último reporte anual al concejo.")


class Juicio(Elemento):
    """Respuesta de una persona a la pregunta de una regla."""

    regla: Dato[Texto] = campo("Regla que preguntó.")
    respuesta: Dato[RespuestaDeJuicio] = campo("Qué respondió.")
    autor: Dato[Texto] = campo("Quién responde.")
    fecha: Dato[Fecha] = campo("Cuándo.")
    soporte: Dato[RefDocumento] = campo("Documento que lo sustenta.")
    nota: Dato[Texto] = campo("Razones.")


class Procedencia(Elemento):
    """De dónde salió un dato; dos valores del mismo dato no se pisan."""

    ruta: Dato[Texto] = campo("Ruta canónica del dato, como `suelo.urbano.area`.")
    metodo: Dato[MetodoDeProcedencia] = campo("Cómo se obtuvo.")
    documento: Dato[RefDocumento] = campo("Documento.")
    pagina: Dato[Entero] = campo("Página.")
    valor: Dato[Texto] = campo("Valor que da esa fuente.")

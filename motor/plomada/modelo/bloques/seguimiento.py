"""Bloques `seguimiento`, `juicios` y `procedencia`: qué se mide, qué se juzgó y de dónde salió."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_territoriales import MetodoDeProcedencia, QueSeCuenta, RespuestaDeJuicio
from plomada.modelo.tipos import (
    Dato,
    Dinero,
    Entero,
    Fecha,
    Lista,
    Porcentaje,
    RefCuenta,
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
    porcentaje_declarado: Dato[Porcentaje] = campo("Porcentaje de cumplimiento que el documento declara.")
    porcentaje_en_proceso: Dato[Porcentaje] = campo("Porcentaje en proceso que el documento declara.")
    porcentaje_del_resto: Dato[Porcentaje] = campo(
        "Porcentaje declarado de lo demás, cuando junta lo que no tiene dato con lo que no aplica."
    )
    parte_de: Dato[RefCuenta] = campo("Cuenta de la que esta es una parte.")
    porcentaje_de_la_cuenta_mayor: Dato[Porcentaje] = campo("Qué parte de esa cuenta dice ser.")


class CifraDeclarada(Elemento):
    """Número suelto que el documento afirma, para rehacerlo si trae con qué."""

    cuenta_de: Dato[QueSeCuenta] = campo("Qué elementos de esta descripción cuenta.")
    cantidad: Dato[Entero] = campo("Cuántos dice que son.")
    parte: Dato[Dinero] = campo("Dinero que el porcentaje compara, con su año base.")
    total: Dato[Dinero] = campo("Dinero con que lo compara, si el documento lo dice.")
    porcentaje: Dato[Porcentaje] = campo("Porcentaje que declara.")


class ReporteAnual(Elemento):
    """Reporte de seguimiento de un año."""

    anio: Dato[Entero] = campo("Año que cubre.")
    presentado: Dato[Fecha] = campo("Fecha en que se presentó al concejo.")
    mide_proyectos: Dato[SiNo] = campo("Si mide la ejecución de los proyectos.")
    mide_normas: Dato[SiNo] = campo("Si mide la aplicación de las normas urbanísticas.")
    mide_modelo: Dato[SiNo] = campo("Si mide el avance hacia el modelo de ocupación.")
    sale_del_expediente: Dato[SiNo] = campo("Si se apoya en el expediente.")
    en_web: Dato[SiNo] = campo("Si está publicado en la página web.")


class EvaluacionDelPlan(Objeto):
    """Lo que dice el documento de seguimiento y evaluación; cada dato es la página o el capítulo."""

    relevancia: Dato[Texto] = campo("Dónde evalúa si los objetivos siguen siendo los que hacen falta.")
    eficiencia: Dato[Texto] = campo("Dónde evalúa con qué recursos se logró lo logrado.")
    efectividad: Dato[Texto] = campo("Dónde evalúa cuánto de lo previsto se logró.")
    resultados: Dato[Texto] = campo("Dónde trae los resultados.")
    dificultades: Dato[Texto] = campo("Dónde trae las dificultades.")
    recomendaciones: Dato[Texto] = campo("Dónde trae las recomendaciones.")
    temas_por_revisar: Dato[Texto] = campo("Dónde trae los temas que conviene revisar.")


class Seguimiento(Modelo):
    """Seguimiento y evaluación del plan."""

    expediente: Dato[ExpedienteMunicipal] = campo("Expediente municipal.")
    indicadores: Lista[Indicador] = campo("Indicadores.")
    cuentas: Lista[Cuenta] = campo("Conteos declarados.")
    cifras: Lista[CifraDeclarada] = campo("Otros números que el documento declara.")
    evaluacion: Dato[EvaluacionDelPlan] = campo("Contenido del documento de seguimiento y evaluación.")
    reportes: Lista[ReporteAnual] = campo("Reportes anuales.")
    informe_consolidado: Dato[Fecha] = campo("Fecha del informe consolidado al terminar el período.")
    tiene_indicadores_minimos: Dato[SiNo] = campo(
        "Si el expediente incorpora los indicadores mínimos del Ministerio de Vivienda."
    )
    reporte_anual: Dato[Fecha] = campo("Fecha del último reporte anual al concejo.")
    reporte_en_expediente: Dato[SiNo] = campo("Si ese reporte se llevó al expediente.")


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

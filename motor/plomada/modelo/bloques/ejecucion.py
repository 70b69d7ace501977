"""Bloques `programa_ejecucion` y `plan_desarrollo`: qué se hace en este período y con qué plata."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_de_gestion import (
    Declaratoria,
    DestinoDeTerreno,
    LugarDeDeclaratoria,
    MotivoDeProrroga,
    TipoDePrioritario,
)
from plomada.modelo.opciones_territoriales import Prioridad
from plomada.modelo.tipos import (
    Anio,
    Dato,
    Dinero,
    Fecha,
    Lista,
    Porcentaje,
    RefProyecto,
    SiNo,
    Superficie,
    Texto,
    TiempoDeCalendario,
    campo,
)


class Fuente(Elemento):
    """Fuente de los recursos de una entrada."""

    fuente: Dato[Texto] = campo("De dónde sale el dinero.")
    monto: Dato[Dinero] = campo("Cuánto aporta, con su año base.")


class Entrada(Elemento):
    """Un proyecto puesto en el programa de ejecución."""

    proyecto: Dato[RefProyecto] = campo("Proyecto de `medios.proyectos` que se ejecuta.")
    prioridad: Dato[Prioridad] = campo("Prioridad.")
    anio: Dato[Anio] = campo("Año en que se ejecuta.")
    actividades: Dato[Texto] = campo("Qué se hace.")
    responsable: Dato[Texto] = campo("Quién responde.")
    costo: Dato[Dinero] = campo("Cuánto cuesta, con su año base.")
    fuentes: Lista[Fuente] = campo("Con qué se paga.")
    codigo_pdt: Dato[Texto] = campo("Código del proyecto en el plan de desarrollo.")


class Terreno(Elemento):
    """Terreno o zona que el programa ubica."""

    destino: Dato[DestinoDeTerreno] = campo("Para qué es.")
    localizacion: Dato[Texto] = campo("Dónde está.")
    area: Dato[Superficie] = campo("Superficie.")
    instrumento: Dato[Texto] = campo("Con qué instrumento, público o privado, se ejecuta.")


class Prorroga(Objeto):
    """Prórroga del plazo de un inmueble prioritario."""

    motivo: Dato[MotivoDeProrroga] = campo("Por qué se da.")
    plazo: Dato[TiempoDeCalendario] = campo("Cuánto suman todas las que se han dado por ese motivo.")
    parte_del_plazo: Dato[Porcentaje] = campo("Eso mismo, como parte del plazo que se prorroga.")
    avance: Dato[Porcentaje] = campo("Parte de la obra que ya estaba hecha.")


class InmueblePrioritario(Elemento):
    """Inmueble o terreno de desarrollo o construcción prioritaria."""

    declaratoria: Dato[Declaratoria] = campo("Qué se declara.")
    identificacion: Dato[Texto] = campo("Matrícula, cédula catastral o plano que lo identifica.")
    tipo: Dato[TipoDePrioritario] = campo("Qué clase de inmueble es.")
    declarado_en: Dato[LugarDeDeclaratoria] = campo("Dónde se declara.")
    directriz: Dato[Texto] = campo("Artículo del plan con la estrategia o la directriz que lo prioriza.")
    promulgacion: Dato[Fecha] = campo("Fecha en que se promulgó la declaratoria.")
    vencimiento: Dato[Fecha] = campo("Fecha límite para urbanizar, construir o habilitar, sin prórrogas.")
    en_unidad_de_actuacion: Dato[SiNo] = campo("Si hace parte de una unidad de actuación.")
    subutilizacion: Dato[Porcentaje] = campo("Parte del área cubierta que está sin uso o subutilizada.")
    estudios: Dato[Texto] = campo("Estudios técnicos, sociales y legales de la declaratoria.")
    prorroga: Dato[Prorroga] = campo("Prórroga concedida.")


class MarcoFiscal(Objeto):
    """Lo que el programa le pide al marco fiscal de mediano plazo del municipio."""

    documento: Dato[Texto] = campo("Marco fiscal con que se contrastó, con su año.")
    disponible: Dato[Dinero] = campo("Lo que ese marco deja para el programa, con su año base.")
    gasto_del_municipio: Dato[Dinero] = campo("Lo que el programa gasta de ahí, con su año base.")
    apropiacion: Dato[Texto] = campo("Dónde se dice cómo lo apropia cada presupuesto anual.")


class ProgramaEjecucion(Objeto):
    """Programa de ejecución del período constitucional."""

    desde: Dato[Fecha] = campo("Primer día del período.")
    hasta: Dato[Fecha] = campo("Último día del período.")
    total_declarado: Dato[Dinero] = campo("Total que el programa dice costar.")
    marco_fiscal: Dato[MarcoFiscal] = campo("Su relación con el marco fiscal de mediano plazo.")
    entradas: Lista[Entrada] = campo("Proyectos programados.")
    terrenos: Lista[Terreno] = campo("Terrenos para vivienda social y zonas de mejoramiento integral.")
    prioritarios: Lista[InmueblePrioritario] = campo("Inmuebles de desarrollo o construcción prioritaria.")


class IndicadorPdt(Elemento):
    """Indicador con que el plan de desarrollo mide un programa."""

    linea_base: Dato[Texto] = campo("Valor de partida.")
    meta: Dato[Texto] = campo("Valor al que se aspira al final del período.")
    proyectos: Lista[RefProyecto] = campo("Proyectos del plan de ordenamiento cuyo avance recoge.")


class Inversion(Elemento):
    """Un renglón del plan plurianual: lo que una fuente pone en un año."""

    anio: Dato[Anio] = campo("Año.")
    fuente: Dato[Texto] = campo("De dónde sale el dinero.")
    monto: Dato[Dinero] = campo("Cuánto, con su año base.")


class ProgramaPdt(Elemento):
    """Programa del plan de desarrollo territorial."""

    codigo: Dato[Texto] = campo("Código del programa.")
    responsable: Dato[Texto] = campo("Dependencia que lo ejecuta.")
    recursos: Dato[Dinero] = campo("Recursos asignados en todo el período.")
    indicadores: Lista[IndicadorPdt] = campo("Indicadores y metas.")
    inversiones: Lista[Inversion] = campo("Plan plurianual del programa, por año y fuente.")


class PlanDesarrollo(Objeto):
    """Plan de desarrollo del período."""

    nombre: Dato[Texto] = campo("Nombre del plan de desarrollo.")
    desde: Dato[Fecha] = campo("Primer día del período.")
    hasta: Dato[Fecha] = campo("Último día del período.")
    total_plurianual: Dato[Dinero] = campo("Total del plan plurianual de inversiones.")
    programas: Lista[ProgramaPdt] = campo("Programas.")
    programa_pot: Dato[Dinero] = campo("Recursos del programa de ejecución del plan de ordenamiento.")
    invertido_pot: Dato[Dinero] = campo("Lo invertido en el programa de ejecución.")
    porcentaje_para_acueductos: Dato[Porcentaje] = campo(
        "Parte de los ingresos corrientes para las áreas que surten de agua a los acueductos."
    )
    porcentaje_pot_declarado: Dato[Porcentaje] = campo(
        "Parte del plurianual que el documento dice que es del plan."
    )
    porcentaje_ejecucion_declarado: Dato[Porcentaje] = campo("Ejecución que el documento dice tener.")

"""Bloques `normas_urbanisticas`, `gestion` y `tratamientos`: cómo se usa y se financia el suelo."""

from plomada.modelo.bloques.acciones import AccionUrbanistica, Macroproyecto, PlanDeMovilidad
from plomada.modelo.bloques.gestion_del_suelo import (
    Adquisicion,
    Afectacion,
    Cesion,
    InmuebleDeConservacion,
    MecanismoDeReparto,
    PlanParcial,
    UnidadDeActuacion,
)
from plomada.modelo.bloques.plusvalia import Plusvalia
from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_de_gestion import FormaDeRecuperar, FuncionDeInstrumento, NormaDeDesarrollo
from plomada.modelo.opciones_territoriales import (
    Ambito,
    Jerarquia,
    ModalidadDeRenovacion,
    TemaDeNorma,
    Tratamiento,
    Uso,
)
from plomada.modelo.tipos import Dato, Dinero, Lista, Periodos, Porcentaje, SiNo, Superficie, Texto, campo


class NormaUrbanistica(Elemento):
    """Norma urbanística del articulado."""

    jerarquia: Dato[Jerarquia] = campo("Jerarquía de la norma.")
    tema: Dato[TemaDeNorma] = campo("Tema.")
    modificada: Dato[SiNo] = campo("Si este trámite la cambia.")
    en_programa_ejecucion: Dato[SiNo] = campo("Si está enlazada al programa de ejecución.")
    articulo: Dato[Texto] = campo("Artículo.")
    soporte_tecnico: Dato[Texto] = campo("Estudio que sustenta el cambio.")


class RevisionDeLasNormas(Objeto):
    """Lo que las normas dicen de su propia revisión."""

    procedimiento: Dato[Texto] = campo("Artículo que dice cómo se revisan, se ajustan o se modifican.")
    oportunidad: Dato[Texto] = campo("Artículo que dice cuándo se revisan las normas generales.")
    motivos: Dato[Texto] = campo("Artículo que dice qué motivos permiten al alcalde revisarlas en parte.")


class AreaDeActividad(Elemento):
    """Área de actividad con su régimen de usos."""

    ambito: Dato[Ambito] = campo("Clase de suelo donde está.")
    area: Dato[Superficie] = campo("Superficie.")
    uso_principal: Dato[Uso] = campo("Uso principal.")
    usos_compatibles: Lista[Uso] = campo("Usos compatibles.")
    usos_condicionados: Lista[Uso] = campo("Usos condicionados.")
    usos_prohibidos: Lista[Uso] = campo("Usos prohibidos.")
    articulo: Dato[Texto] = campo("Artículo.")


class ServiciosDeAltoImpacto(Objeto):
    """Reglas sobre los servicios de alto impacto."""

    sitios: Dato[Texto] = campo("Dónde se permiten.")
    condiciones: Dato[Texto] = campo("En qué condiciones.")
    colindancia: Dato[Texto] = campo("Reglas de colindancia con otros usos.")
    relocalizacion: Dato[Periodos] = campo("Plazo para relocalizar los existentes.")


class NormasUrbanisticas(Modelo):
    """Normas y áreas de actividad."""

    normas: Lista[NormaUrbanistica] = campo("Normas del articulado.")
    areas_de_actividad: Lista[AreaDeActividad] = campo("Áreas de actividad.")
    revision: Dato[RevisionDeLasNormas] = campo("Cómo y cuándo se revisan las normas.")
    acuerdo_metropolitano: Dato[Texto] = campo(
        "Acuerdo de la junta metropolitana cuyos objetivos y criterios siguen, y el artículo que lo dice."
    )
    alto_impacto: Dato[ServiciosDeAltoImpacto] = campo("Servicios de alto impacto.")
    cubre_todo_el_suelo: Dato[SiNo] = campo("Si ninguna zona urbana o de expansión queda sin norma.")
    zonas_de_beneficio_de_oro: Dato[Texto] = campo(
        "Artículo que dice dónde caben las plantas de beneficio de oro."
    )
    derechos_adquiridos: Dato[Texto] = campo("Artículo que trata los usos con derechos adquiridos.")
    transicion: Dato[Texto] = campo("Artículo que respeta las licencias y demás actos en firme.")
    cesiones: Lista[Cesion] = campo("Cesiones gratuitas de cada actuación.")
    parqueaderos_accesibles: Dato[Porcentaje] = campo(
        "Parte de los parqueaderos que se reserva a personas con movilidad reducida."
    )
    afectaciones: Lista[Afectacion] = campo("Reservas de suelo para vías, redes y otras obras.")


class Instrumento(Elemento):
    """Instrumento de planeación, gestión o financiación."""

    tipo: Dato[Texto] = campo("Clase de instrumento.")
    funcion: Dato[FuncionDeInstrumento] = campo("Para qué sirve.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde se aplica.")
    criterios: Dato[Texto] = campo("Con qué criterios se aplica, según el plan.")
    articulo: Dato[Texto] = campo("Artículo que lo prevé.")


class Financiacion(Objeto):
    """Lo que sustenta la estrategia de financiación."""

    viabilidad: Dato[Texto] = campo("Dónde se muestra que las intervenciones se pueden pagar.")
    ingresos_corrientes: Dato[Dinero] = campo("Ingresos corrientes con que se cuenta, con su año base.")
    ingresos_de_instrumentos: Dato[Dinero] = campo(
        "Lo que se espera recaudar con los instrumentos, con su año base."
    )


class Gestion(Modelo):
    """Gestión y financiación del plan."""

    plusvalia: Dato[Plusvalia] = campo("Participación en plusvalía.")
    instrumentos: Lista[Instrumento] = campo("Instrumentos de gestión y financiación.")
    uau: Lista[UnidadDeActuacion] = campo("Unidades de actuación urbanística.")
    criterios_uau: Dato[Texto] = campo("Criterios para delimitar unidades de actuación.")
    procedimiento_uau: Dato[Texto] = campo("Procedimiento para delimitarlas y aprobarlas.")
    mayoria_uau: Dato[Porcentaje] = campo("Parte del área que, según el plan, debe votar sus bases.")
    cargas_generales: Lista[FormaDeRecuperar] = campo("Con qué se recuperan las cargas generales.")
    planes_parciales: Lista[PlanParcial] = campo("Planes parciales.")
    area_sin_plan_parcial: Dato[Superficie] = campo(
        "Mayor área neta urbana que el plan deja urbanizar sin plan parcial."
    )
    reparto_de_cargas: Dato[Texto] = campo("Cómo se reparten cargas y beneficios.")
    mecanismos_de_reparto: Lista[MecanismoDeReparto] = campo("Mecanismos con que se reparten.")
    actuaciones_con_reparto: Dato[Texto] = campo("Artículo que dice qué actuaciones lo necesitan.")
    factibilidad_de_redes: Dato[Texto] = campo(
        "Procedimiento previo para saber si se pueden extender redes, vías y espacio público."
    )
    conservacion: Lista[InmuebleDeConservacion] = campo("Inmuebles y áreas con carga de conservación.")
    adquisiciones: Lista[Adquisicion] = campo("Compras y expropiaciones previstas.")
    estrategia_de_financiacion: Dato[Texto] = campo("Cómo se financia el plan.")
    financiacion: Dato[Financiacion] = campo("Lo que sustenta la estrategia de financiación.")
    macroproyectos: Lista[Macroproyecto] = campo("Macroproyectos urbanos que el plan contempla.")
    acciones: Lista[AccionUrbanistica] = campo("Acciones urbanísticas que se ejercen.")
    plan_de_movilidad: Dato[PlanDeMovilidad] = campo("Plan de movilidad.")


class AreaConTratamiento(Elemento):
    """Área con un tratamiento urbanístico."""

    tipo: Dato[Tratamiento] = campo("Tratamiento.")
    modalidad: Dato[ModalidadDeRenovacion] = campo("Si es de renovación, en qué modalidad.")
    ambito: Dato[Ambito] = campo("Clase de suelo donde está.")
    area: Dato[Superficie] = campo("Superficie.")
    articulo: Dato[Texto] = campo("Artículo que lo reglamenta.")
    normas: Lista[NormaDeDesarrollo] = campo("Si es de desarrollo, qué normas fija.")
    remite_a_instrumento: Dato[Texto] = campo("Instrumento al que el plan deja fijar esas normas.")

"""Acciones urbanísticas y plan de movilidad, que cuelgan de `gestion`."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones import Plazo
from plomada.modelo.opciones_de_gestion import TipoDeAccion
from plomada.modelo.tipos import Dato, Lista, RefDecision, RefDocumento, SiNo, Superficie, Texto, campo


class AccionUrbanistica(Elemento):
    """Acción urbanística que el municipio ejerce."""

    tipo: Dato[TipoDeAccion] = campo("Cuál de las acciones de la ley es.")
    decision: Dato[RefDecision] = campo("Decisión del plan que la contiene o la autoriza.")
    articulo: Dato[Texto] = campo("Artículo del plan que la contiene o la autoriza.")
    instrumento: Dato[Texto] = campo("Instrumento que desarrolla el plan y la contiene, con su acto.")
    exige_estudios: Dato[SiNo] = campo("Si necesita estudios que la sustenten.")
    soporte: Dato[RefDocumento] = campo("Documento que la sustenta.")
    viabilidad_financiera: Dato[Texto] = campo("Cómo se paga, según el soporte.")
    acordada_con: Dato[Texto] = campo("Autoridad con que se acordó, y el acta, si la ley pide acuerdo.")


class Macroproyecto(Elemento):
    """Macroproyecto urbano."""

    plazo: Dato[Plazo] = campo("Horizonte en que se promueve o se ejecuta.")
    alcance: Dato[Texto] = campo("Qué es y hasta dónde va.")
    area: Dato[Superficie] = campo("Superficie de su área de operación.")
    gestion: Dato[Texto] = campo("Directrices con que se gestiona.")
    financiacion: Dato[Texto] = campo("Directrices con que se paga.")
    autorizaciones: Dato[Texto] = campo("Artículo que da las autorizaciones para emprenderlo.")
    impacto_estructural: Dato[Texto] = campo("Estudio que evalúa su impacto en la estructura del municipio.")
    accion_conjunta: Dato[SiNo] = campo("Si concurren el sector público y el privado.")
    captacion_de_plusvalia: Dato[Texto] = campo("Cómo capta el mayor valor del suelo.")
    reparto: Dato[Texto] = campo("Cómo reparte sus cargas y beneficios.")


class PlanDeMovilidad(Objeto):
    """Plan de movilidad sostenible y segura."""

    acto: Dato[Texto] = campo("Acto que lo adoptó.")
    decisiones: Lista[RefDecision] = campo("Decisiones del plan de ordenamiento con que se articula.")

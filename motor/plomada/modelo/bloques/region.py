"""Bloque `region`: los vecinos, el departamento y el área metropolitana."""

from plomada.modelo.elementos import Elemento, Modelo, Objeto
from plomada.modelo.opciones_de_gestion import TemaMetropolitano, TipoDeInstrumentoSuperior
from plomada.modelo.tipos import Dato, Fecha, Habitantes, Lista, RefDecision, Texto, campo


class InstrumentoSuperior(Elemento):
    """Política, directriz o plan de un nivel mayor con que el plan se armoniza."""

    tipo: Dato[TipoDeInstrumentoSuperior] = campo("Qué instrumento es.")
    acto: Dato[Texto] = campo("Acto que lo adoptó.")
    acogido_en: Lista[RefDecision] = campo("Decisiones del plan que lo acogen.")


class TemaDelPlanMetropolitano(Elemento):
    """Tema que regula el plan estratégico metropolitano de ordenamiento."""

    tema: Dato[TemaMetropolitano] = campo("Cuál tema.")
    acogido_en: Lista[RefDecision] = campo("Decisiones del plan que lo acogen.")


class ComiteDeIntegracion(Objeto):
    """Comité de integración territorial."""

    acto: Dato[Texto] = campo("Acto que lo conformó.")
    fecha: Dato[Fecha] = campo("Fecha de su última acta.")


class ObraDeUtilidadPublica(Elemento):
    """Obra declarada de utilidad pública por la Nación."""

    entidad: Dato[Texto] = campo("Quién la adelanta.")
    informada: Dato[Fecha] = campo("Fecha en que el interesado la informó al municipio.")
    incorporada_en: Lista[RefDecision] = campo("Decisiones del plan que la incorporan.")
    articulo_que_la_impide: Dato[Texto] = campo("Artículo del plan que la prohíbe o le cierra el paso.")


class Region(Modelo):
    """Lo que hay alrededor y por encima del municipio."""

    relaciones: Dato[Texto] = campo("Relaciones con los municipios vecinos y la región que se consideraron.")
    instrumentos: Lista[InstrumentoSuperior] = campo(
        "Políticas nacionales y planes departamentales y metropolitanos que tocan al municipio."
    )
    temas_metropolitanos: Lista[TemaDelPlanMetropolitano] = campo(
        "Temas que regula el plan estratégico metropolitano de ordenamiento."
    )
    obras_de_utilidad_publica: Lista[ObraDeUtilidadPublica] = campo(
        "Obras que la Nación declaró de utilidad pública y tocan al municipio."
    )
    poblacion_del_area: Dato[Habitantes] = campo(
        "Habitantes del área metropolitana o del área de influencia que comparte con otros."
    )
    comite_de_integracion: Dato[ComiteDeIntegracion] = campo("Comité de integración territorial.")

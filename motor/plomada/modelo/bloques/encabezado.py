"""Bloques `plan`, `documentos`, `contenidos` y `actos`: qué se tramita y con qué papeles."""

from typing import Self

from pydantic import model_validator

from plomada.modelo import fallas
from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.fallas import falla
from plomada.modelo.opciones import (
    BloqueDelPlan,
    ClaseDePlan,
    ComponenteDelPlan,
    EstadoDeContenido,
    TipoDeDocumento,
    Tramite,
)
from plomada.modelo.opciones_territoriales import TipoDeActo
from plomada.modelo.tipos import (
    Dato,
    Fecha,
    Lista,
    Periodos,
    RefDocumento,
    RefEstudio,
    RefIndicador,
    SiNo,
    Texto,
    campo,
    obligatorio,
)


class Vigencias(Objeto):
    """Duración de cada horizonte del plan."""

    corto: Dato[Periodos] = campo("Duración de los contenidos de corto plazo.")
    mediano: Dato[Periodos] = campo("Duración de los contenidos de mediano plazo.")
    largo: Dato[Periodos] = campo("Duración de los contenidos de largo plazo.")
    programa_ejecucion: Dato[Periodos] = campo("Duración del programa de ejecución.")
    vence_corto: Dato[Fecha] = campo("Último día del corto plazo, como lo fija el plan.")
    vence_mediano: Dato[Fecha] = campo("Último día del mediano plazo, como lo fija el plan.")
    vence_largo: Dato[Fecha] = campo("Último día del largo plazo, como lo fija el plan.")
    vence_programa_ejecucion: Dato[Fecha] = campo("Último día del programa de ejecución.")


class PlanVigente(Objeto):
    """El plan que rige hoy y que este trámite revisa o reemplaza."""

    acto: Dato[Texto] = campo("Acto que lo adoptó.")
    fecha_de_adopcion: Dato[Fecha] = campo("Fecha de adopción.")
    fecha_de_ultima_revision: Dato[Fecha] = campo("Fecha de la última revisión adoptada.")
    rural_adecuado: Dato[SiNo] = campo("Si ya se ajustó a las normas del suelo rural del decreto.")
    vencimiento: Dato[Fecha] = campo("Fecha en que vence el contenido que se revisa.")
    vencimiento_corto: Dato[Fecha] = campo("Fecha en que vence el corto plazo.")
    vencimiento_mediano: Dato[Fecha] = campo("Fecha en que vence el mediano plazo.")
    vencimiento_largo: Dato[Fecha] = campo("Fecha en que vence el largo plazo.")


class MotivoDeRevision(Elemento):
    """Razón por la que se revisa el plan vigente."""

    descripcion: Dato[Texto] = campo("En qué consiste el motivo.")
    indicador: Dato[RefIndicador] = campo("Indicador de seguimiento que lo demuestra.")
    contenido: Dato[Texto] = campo("Contenido del plan vigente que se revisa.")


class ArticuloModificado(Elemento):
    """Artículo del plan vigente que se propone cambiar."""

    articulo: Dato[Texto] = campo("Número del artículo vigente.")
    texto_vigente: Dato[Texto] = campo("Texto que rige.")
    texto_propuesto: Dato[Texto] = campo("Texto que se propone.")
    justificacion: Dato[Texto] = campo("Por qué se cambia.")
    asunto_ambiental: Dato[SiNo] = campo("Si trata un asunto exclusivamente ambiental.")


class PrecisionCartografica(Objeto):
    """Acto del alcalde que corrige o precisa la cartografía oficial."""

    acto: Dato[Texto] = campo("Acto que la hace.")
    normas_del_area: Dato[Texto] = campo("Normas urbanísticas que el acto da al área precisada.")
    anotada_en_los_planos: Dato[SiNo] = campo("Si se anotó en todos los planos de la cartografía oficial.")


class DatosDelPlan(Objeto):
    """Qué plan es y qué trámite se adelanta."""

    clase: ClaseDePlan = obligatorio("Clase de plan que el municipio declara.")
    tramite: Tramite = obligatorio("Qué se tramita.")
    ficticio: Dato[SiNo] = campo("Si es un plan inventado para probar o enseñar.")
    alcance: Lista[ComponenteDelPlan] = campo("Partes del plan que el trámite toca.")
    justificacion_clase: Dato[Texto] = campo(
        "Por qué se adopta una clase distinta de la que da la población."
    )
    vigencias: Dato[Vigencias] = campo("Duración de cada horizonte.")
    vigente: Dato[PlanVigente] = campo("El plan que rige hoy.")
    revisado: Lista[BloqueDelPlan] = campo(
        "Bloques que alguien revisó por completo: lo que no se halló allí no está en el plan."
    )
    motivos: Lista[MotivoDeRevision] = campo("Motivos de la revisión.")
    articulos_modificados: Lista[ArticuloModificado] = campo("Artículos vigentes que se cambian.")
    precision_cartografica: Dato[PrecisionCartografica] = campo("La precisión cartográfica que se tramita.")
    respeta_la_estructura_vigente: Dato[SiNo] = campo(
        "Si los documentos de la revisión parcial siguen la estructura del documento técnico vigente."
    )
    cambia_objetivos_o_estrategias: Dato[SiNo] = campo(
        "Si el trámite cambia objetivos o estrategias de largo o mediano plazo."
    )
    modelo_de_datos: Dato[Texto] = campo("Modelo y versión con que se entrega la información geográfica.")
    cambia_vigencias: Dato[SiNo] = campo("Si el trámite alarga la vigencia de algún contenido.")
    declaratoria_de_desastre: Dato[Texto] = campo("Acto que declaró el desastre o la calamidad.")
    estudios_que_lo_motivan: Lista[RefEstudio] = campo("Estudios de riesgo que motivan la revisión.")


class Documento(Elemento):
    """Documento de la entrega."""

    tipo: Dato[TipoDeDocumento] = campo("Qué documento es.")
    archivo: Dato[Texto] = campo("Ruta del archivo dentro de la carpeta de la entrega.")
    huella: Dato[Texto] = campo("SHA-256 del archivo.")
    fecha: Dato[Fecha] = campo("Fecha del documento.")
    version: Dato[Texto] = campo("Versión o ronda.")
    firmado: Dato[SiNo] = campo("Si lo firma un profesional responsable.")
    revisado_completo: Dato[SiNo] = campo("Si alguien lo leyó entero para describir el plan.")
    partes: Lista[Texto] = campo("Capítulos o anexos que trae.")
    desarrolla: Lista[ComponenteDelPlan] = campo("Partes del plan que desarrolla.")


class Contenido(Objeto):
    """Estado de un contenido exigible, con lo que lo prueba."""

    estado: EstadoDeContenido = obligatorio("Si el contenido está en el plan.")
    motivo: Dato[Texto] = campo("Por qué no aplica o no se incluyó.")
    nota: Dato[Texto] = campo("Observación de quien lo revisó.")
    documento: Dato[RefDocumento] = campo("Documento donde debía estar y se buscó.")

    @model_validator(mode="after")
    def exigir_motivo(self) -> Self:
        """Rechaza un `no_aplica` que no dice por qué."""
        if self.estado is EstadoDeContenido.NO_APLICA and not isinstance(self.motivo, str):
            ayuda = "agregue `motivo:` con la razón por la que no le aplica"
            raise falla(fallas.AUSENCIA_SIN_MOTIVO, "`estado: no_aplica` no trae el motivo", ayuda)
        return self


class Acto(Elemento):
    """Acto de la cadena que adoptó o cambió el plan."""

    tipo: Dato[TipoDeActo] = campo("Clase de acto.")
    numero: Dato[Texto] = campo("Número.")
    fecha: Dato[Fecha] = campo("Fecha de expedición.")
    que_hizo: Dato[Texto] = campo("Qué adoptó, cambió o derogó.")
    vigente: Dato[SiNo] = campo("Si sigue rigiendo.")

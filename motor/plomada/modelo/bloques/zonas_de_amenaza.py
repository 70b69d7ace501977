"""Zonas de amenaza, áreas con condición y medidas de intervención."""

from plomada.modelo.elementos import Elemento
from plomada.modelo.opciones import Plazo
from plomada.modelo.opciones_de_riesgo import (
    AspectoCondicionado,
    NivelDeAmenaza,
    NivelDeRiesgo,
    TipoDeMedida,
)
from plomada.modelo.opciones_territoriales import Ambito, Condicion, Fenomeno
from plomada.modelo.tipos import (
    Dato,
    Dinero,
    Lista,
    RefAreaConCondicion,
    RefAreaDeProteccion,
    RefEstudio,
    RefProyecto,
    SiNo,
    Superficie,
    Texto,
    campo,
)


class ZonaDeAmenaza(Elemento):
    """Zona de la zonificación de amenaza, con lo que el plan propone allí."""

    fenomeno: Dato[Fenomeno] = campo("Fenómeno.")
    nivel: Dato[NivelDeAmenaza] = campo("Categoría de la amenaza.")
    ambito: Dato[Ambito] = campo("Clase de suelo en que el plan la deja.")
    ocupada: Dato[SiNo] = campo("Si está urbanizada, ocupada o edificada.")
    tiene_infraestructura: Dato[SiNo] = campo("Si tiene vías, equipamientos o redes de servicios.")
    se_desarrollara: Dato[SiNo] = campo("Si el plan permite desarrollarla.")
    cambio_que_aumenta_el_riesgo: Dato[SiNo] = campo(
        "Si el plan le cambia densidad o usos de modo que cree riesgo o lo aumente."
    )
    recogida_en: Dato[RefAreaConCondicion] = campo("Área con condición que la recoge.")
    reduccion_suficiente: Dato[SiNo] = campo("Si reducir la amenaza bastaría para urbanizarla.")
    suelo_de_proteccion: Dato[RefAreaDeProteccion] = campo("Polígono de protección que la recoge.")
    manejo: Dato[Texto] = campo("Cómo se maneja: aguas, taludes, cobertura, prácticas de cultivo.")
    monitoreo: Dato[Texto] = campo("Cómo se hace seguimiento.")
    requiere_detallado: Dato[SiNo] = campo("Si el plan decidió que allí hace falta estudio detallado.")


class AreaConCondicion(Elemento):
    """Área con condición de amenaza o de riesgo."""

    condicion: Dato[Condicion] = campo("Amenaza o riesgo.")
    fenomeno: Dato[Fenomeno] = campo("Fenómeno.")
    ambito: Dato[Ambito] = campo("Clase de suelo.")
    area: Dato[Superficie] = campo("Superficie.")
    plano: Dato[Texto] = campo("Plano del componente general que la ubica.")
    articulo: Dato[Texto] = campo("Artículo que condiciona o restringe sus usos.")
    condiciona: Lista[AspectoCondicionado] = campo("Qué condiciona ese artículo.")
    sujeta_a_detallado: Dato[SiNo] = campo(
        "Si su desarrollo espera al estudio detallado y a las medidas que mande."
    )
    plazo_del_detallado: Dato[Plazo] = campo("Plazo en que se hará su estudio detallado.")
    condiciones_del_detallado: Dato[Texto] = campo("Condiciones técnicas de ese estudio.")
    estudio_detallado: Dato[RefEstudio] = campo("Estudio detallado que ya se hizo.")
    nivel_de_riesgo: Dato[NivelDeRiesgo] = campo("Categoría de riesgo que da ese estudio.")
    medida: Dato[Texto] = campo("Medida de intervención o de manejo.")
    mitigable: Dato[SiNo] = campo("Si el riesgo se puede mitigar.")
    proyectos: Lista[RefProyecto] = campo("Proyectos que la atienden.")
    suelo_de_proteccion: Dato[RefAreaDeProteccion] = campo("Polígono de protección que la recoge.")


class MedidaDeIntervencion(Elemento):
    """Medida para prevenir o mitigar el riesgo."""

    tipo: Dato[TipoDeMedida] = campo("Estructural o no estructural.")
    descripcion: Dato[Texto] = campo("En qué consiste.")
    areas: Lista[RefAreaConCondicion] = campo("Áreas con condición que atiende.")
    articulo: Dato[Texto] = campo("Si es norma, el artículo.")
    proyecto: Dato[RefProyecto] = campo("Proyecto que la ejecuta.")
    predisenio: Dato[Texto] = campo("Plano donde está prediseñada, si es una obra.")
    costo: Dato[Dinero] = campo("Costo estimado, con su año base.")
    efectos_aguas_abajo: Dato[SiNo] = campo("Si se consideró lo que producirá aguas abajo.")

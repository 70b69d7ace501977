"""Fajas de retiro de las carreteras y suelo que se reserva para proyectos de transporte."""

from plomada.modelo.elementos import Elemento, Objeto
from plomada.modelo.opciones_territoriales import ConstruccionEnFaja, OrdenDeVia
from plomada.modelo.tipos import Dato, Fecha, Longitud, SiNo, Texto, campo


class FajaDeRetiro(Elemento):
    """Faja que el plan deja libre a lo largo de una carretera."""

    orden: Dato[OrdenDeVia] = campo("Orden de la carretera, como lo fija el Ministerio de Transporte.")
    ancho: Dato[Longitud] = campo("Ancho total de la faja, mitad a cada lado del eje.")
    doble_calzada: Dato[SiNo] = campo("Si la carretera es o será de doble calzada.")
    retiro_de_calzada_exterior: Dato[Longitud] = campo(
        "En doble calzada, distancia desde el eje de cada calzada exterior."
    )
    construccion: Dato[ConstruccionEnFaja] = campo("Qué deja construir el plan en la faja.")
    articulo: Dato[Texto] = campo("Artículo que la adopta.")


class ReservaParaTransporte(Objeto):
    """Consulta de los proyectos de transporte aprobados y suelo que se les reserva."""

    consultada: Dato[Fecha] = campo("Fecha de la consulta a las entidades de transporte.")
    entidad: Dato[Texto] = campo("A quién se consultó.")
    hay_proyectos: Dato[SiNo] = campo("Si respondieron que hay proyectos aprobados en el municipio.")
    articulo: Dato[Texto] = campo("Artículo que reserva el suelo de esos proyectos.")

"""Un diagnóstico de la lectura, dicho dentro del informe."""

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.informes.lugares import nombrar_lugar
from plomada.informes.partes import Aviso


def avisar(d: Diagnostico) -> Aviso:
    """Devuelve el aviso, con el lugar sin la carpeta de la máquina."""
    lugar = "" if d.tramo is None else nombrar_lugar(str(d.tramo))
    return Aviso(codigo=d.codigo, gravedad=d.gravedad, mensaje=d.mensaje, lugar=lugar, ayuda=d.ayuda)

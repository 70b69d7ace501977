"""Reglas de juguete: se escriben en la prueba y se comprueban con el modelo real y un registro inventado."""

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from plomada.lenguaje.nucleo import PaqueteComprobado
from plomada.normativa.registro import Registro
from plomada.probador.casos import armar_casos
from plomada.probador.correr import InformeDePruebas, probar
from plomada.probador.mutacion import InformeDeMutacion, correr_mutantes
from plomada.probador.planes_base import PlanesBase

_CITA = {"norma": "ley-inventada", "articulo": "1"}
_COMUN = {
    "cita": _CITA,
    "analisis": "coherencia",
    "parafrasis": "Algo.",
    "estado": "automática",
    "verificacion": "texto",
}
TODAS = ("POT", "PBOT", "EOT")


def requisito(id_, clases=TODAS, desde="2000-01-01", hasta=None, **otros):
    return {**_COMUN, "id": id_, "clases": clases, "desde": desde, "hasta": hasta, **otros}


def valor(v, desde="2000-01-01", hasta=None, clave=None):
    return {"valor": v, "desde": desde, "hasta": hasta, "clave": clave, "cita": _CITA}


def parametro(id_, dimension, *valores, por=""):
    return {"id": id_, "titulo": id_, "dimension": dimension, "por": por, "valores": valores}


REGISTRO = Registro.model_validate(
    {
        "requisitos": [
            requisito("R-1"),
            requisito("R-2", desde="2010-01-01", hasta="2019-12-31"),
            requisito("R-3", clases=("POT",), desde="1990-01-01"),
            requisito("R-4", desde="1995-01-01", hasta="2030-12-31"),
        ],
        "parametros": [
            parametro("area-maxima", "superficie", valor("100 ha")),
            parametro("plazo", "fecha", valor("2020-06-30")),
            parametro(
                "tope", "porcentaje", valor("10 %", "1990-01-01", "2004-12-31"), valor("20 %", "2005-01-01")
            ),
            parametro(
                "escala",
                "escala",
                valor("1:5000", clave="urbano"),
                valor("1:25000", clave="rural"),
                por="ambito",
            ),
        ],
    }
)
ESQUEMA = construir_esquema(REGISTRO)

_CABECERA = """\
regla {nombre}
  titulo       "Una regla de juguete"
  fundamento   {fundamento}
  analisis     coherencia
  competencia  general
  aplica a     {clases}
{cuerpo}
  falla        "Está mal."
  subsana      "Corríjalo."
{casos}
fin regla
"""


def regla(cuerpo, casos="", fundamento="R-1", clases="POT, PBOT, EOT", nombre="juguete"):
    """Escribe una regla; cada línea de `cuerpo` y de `casos` es una cláusula."""
    return _CABECERA.format(nombre=nombre, fundamento=fundamento, clases=clases, cuerpo=cuerpo, casos=casos)


def caso(nombre, espera, *lineas):
    return "\n".join([f'  caso "{nombre}"', *(f"    {x}" for x in lineas), f"    espera {espera}"])


def casos(*escritos):
    return "\n".join(escritos)


def comprobado(texto) -> PaqueteComprobado:
    leido = analizar(texto, "juguete.regla")
    assert not leido.diagnosticos, leido.diagnosticos
    paquete = comprobar(leido.valor, ESQUEMA, REGISTRO.condiciones())
    assert not paquete.diagnosticos, paquete.diagnosticos
    return paquete.valor


def probado(texto, bases=None, solo=None) -> InformeDePruebas:
    return probar(comprobado(texto), REGISTRO, bases, solo)


def mutado(texto) -> InformeDeMutacion:
    paquete = comprobado(texto)
    armados = armar_casos(paquete.reglas, REGISTRO, PlanesBase())
    assert not [d for c in armados for d in c.diagnosticos], armados
    return correr_mutantes(paquete, REGISTRO, armados)


def codigos(diagnosticos: tuple[Diagnostico, ...]) -> list[str]:
    return [d.codigo for d in diagnosticos]

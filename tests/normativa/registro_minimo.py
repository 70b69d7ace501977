"""Un registro pequeño y correcto, que cada prueba daña en un solo lugar."""

from pathlib import Path

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura
from plomada.normativa.lectura import leer_registro
from plomada.normativa.registro import Registro

NORMAS = """\
normas:
  - id: ley-a
    titulo: Ley A de 1997
    tipo: ley
    expedida: 1997-07-18
    rige_desde: 1997-07-24
    fuente_oficial: https://ejemplo.gov.co/a
    modificada_por: [decreto-b]
  - id: decreto-b
    titulo: Decreto B de 2015
    tipo: decreto
    expedida: 2015-05-26
    rige_desde: 2015-05-26
    fuente_oficial: https://ejemplo.gov.co/b
  - id: decreto-viejo
    titulo: Decreto Viejo de 1998
    tipo: decreto
    expedida: 1998-05-13
    rige_desde: 1998-05-15
    hasta: 2015-05-25
    fuente_oficial: https://ejemplo.gov.co/v
  - id: metodo-m
    titulo: Método M
    tipo: metodo
    expedida: 2021-08-30
    rige_desde: 2021-08-30
    fuente_oficial: Documento interno
"""
REQUISITOS = """\
comunes:
  desde: 1997-07-24
  clases: [POT, PBOT, EOT]
  analisis: suficiencia
  verificacion: texto
  cita: {norma: ley-a}
requisitos:
  - id: R-1
    cita: {articulo: 12, numeral: "2.10"}
    parafrasis: Lleva un modelo.
    estado: automática
    gemelos: [R-2]
  - id: R-2
    cita: {norma: decreto-b, articulo: 2.2.2.1}
    citas_equivalentes:
      - {norma: decreto-viejo, articulo: 9}
    desde: 1998-05-15
    fuerza_por_clase: {EOT: deberia}
    parafrasis: Lleva un modelo de largo plazo.
    estado: parcial
    sesgo: puede reportar de menos
    admite_no_aplica: suelo.expansion no existe
  - id: R-3
    cita: {norma: metodo-m, apartado: medio sin fin}
    desde: 2021-08-30
    fuerza: deberia
    verificacion: metodo
    analisis: articulacion
    parafrasis: Todo medio sirve a un fin.
    estado: automática
"""
PARAMETROS = """\
parametros:
  - id: plazo
    titulo: Un plazo
    dimension: días hábiles
    valores:
      - {desde: 1997-07-24, hasta: 2021-01-13, valor: 30 días hábiles, cita: {norma: ley-a, articulo: 24}}
      - {desde: 2021-01-14, valor: 45 días hábiles, cita: {norma: ley-a, articulo: 24}}
  - id: escala
    titulo: Una escala
    dimension: escala
    por: ambito
    valores:
      - {desde: 2015-05-26, clave: urbano, valor: "1:5000", cita: {norma: decreto-b}}
      - {desde: 2015-05-26, clave: rural, valor: "1:25000", cita: {norma: decreto-b}}
"""
CONTENIDOS = """\
contenidos:
  - id: modelo
    titulo: Modelo
    explicacion: Cómo se organiza el territorio.
    componente: general
    donde: [acuerdo, plano]
    requisitos: [R-1, R-2]
    reglas: [una-regla]
    orden: 20
  - id: objetivos
    titulo: Objetivos
    explicacion: A dónde se quiere llegar.
    componente: general
    donde: [acuerdo]
    requisitos: [R-1]
    reglas: [una-regla]
    orden: 10
"""
ARCHIVOS = {
    "normas.yaml": NORMAS,
    "requisitos/todos.yaml": REQUISITOS,
    "parametros/todos.yaml": PARAMETROS,
    "contenidos.yaml": CONTENIDOS,
}


def escribir(carpeta: Path, **cambios: str) -> Path:
    """Escribe el registro mínimo; cada cambio reemplaza un archivo por su nombre sin extensión."""
    destino = carpeta / "normativa"
    for nombre, texto in ARCHIVOS.items():
        archivo = destino / nombre
        archivo.parent.mkdir(parents=True, exist_ok=True)
        clave = nombre.split("/")[0].removesuffix(".yaml")
        archivo.write_text(cambios.get(clave, texto), "utf-8")
    return destino


def leer(carpeta: Path, **cambios: str) -> Lectura[Registro]:
    """Lee el registro mínimo con esos cambios."""
    return leer_registro(escribir(carpeta, **cambios))


def unico(lectura: Lectura[Registro], codigo: str) -> Diagnostico:
    """Devuelve el único diagnóstico, que debe ser de ese código."""
    assert [d.codigo for d in lectura.diagnosticos] == [codigo], lectura.diagnosticos
    assert lectura.valor is None
    return lectura.diagnosticos[0]


def linea(texto: str, trozo: str) -> int:
    """Devuelve la línea en que está el trozo, que debe ser único."""
    assert texto.count(trozo) == 1, trozo
    return texto[: texto.index(trozo)].count("\n") + 1

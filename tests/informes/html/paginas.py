"""Informes de juguete con todas las secciones y un texto ajeno en cada lugar donde un plan puede ponerlo."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from plomada.cargadores.aceptaciones import leer_aceptaciones
from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.resultados import DatoLeido, Resultado
from plomada.informes.aceptaciones.aplicar import Evaluado, con_aceptaciones
from plomada.informes.elementos import Presencia
from plomada.informes.vista import Informe, construir_informe
from tests.apoyo import plan
from tests.informes.hechura import evaluacion, hallazgo, paquete_de, resultado, surtido

PRESENCIA = Presencia({"medios.proyectos": frozenset({"P1"})}, {"q-debe": {"p": "medios.proyectos"}})
VACIAS = frozenset({"meta", "br", "input", "path", "rect", "circle"})
_PLAN = """plan: {{clase: POT, tramite: plan_nuevo, ficticio: si}}
municipio: {{nombre: {t}, departamento: {t}, autoridades_ambientales: [{{id: A, nombre: {t}}}]}}
documentos: [{{id: D1, nombre: {t}}}]
contenidos:
  contenido_uno: {{estado: incluido, evidencia: [{{documento: D1, pagina: 3, cita: {t}}}]}}
  contenido_dos: {{estado: parcial, motivo: {t}}}
fines:
  vision: {{id: V, nombre: {t}}}
  objetivos: [{{id: O1, nombre: {t}, vision: V}}, {{id: O2, nombre: {t}}}]
medios:
  estrategias: [{{id: E1, nombre: {t}, objetivos: [O1, O9]}}]
  proyectos: [{{id: P1, nombre: {t}, estrategias: [E1]}}]
"""
_ACEPTACIONES = """
- {{id: A1, regla: q-debe, elemento: p P1, modo: incumple, razon: {t}, fundamento: {t}, firmante: {t},
   fecha: 2025-01-02, disparador: {t}}}
- {{id: A2, regla: q-debe, elemento: p P2, modo: incumple, razon: {t}, firmante: {t}, fecha: 2025-01-02,
   vence: 2025-06-01}}
"""


def informe_con(texto: str, perfil: str = "consultoria") -> Informe:
    """Un informe de todas las secciones con ese texto en todas partes."""
    propios = (*surtido(), _con_texto(texto))
    compilado = _compilar()
    cargado = plan(_PLAN.format(t=_en_yaml(texto)))
    aviso = Diagnostico("PLO-D118", texto, ayuda=texto, gravedad="advertencia")
    evaluado = evaluacion(*propios)
    hecho = construir_informe(evaluado, compilado, perfil, (aviso,), cargado)
    leidas = leer_aceptaciones(_ACEPTACIONES.format(t=_en_yaml(texto)).encode())
    assert leidas.valor is not None, leidas.diagnosticos
    return con_aceptaciones(hecho, leidas.valor, Evaluado(evaluado, cargado.plan, PRESENCIA))


@cache
def _compilar() -> Paquete:
    """Las reglas no dependen del texto: se compilan una vez."""
    return paquete_de(*surtido(), _con_texto(""))


def _con_texto(texto: str) -> Resultado:
    datos = (DatoLeido(ruta=texto, valor=texto, lugar=texto),)
    uno = hallazgo(
        "r", texto, mensaje=texto, subsana=texto, causa=texto, dato=texto, datos=datos, modo="parcial"
    )
    otro = hallazgo("r", f"otro {texto}", "no consta", mensaje=texto, datos=datos)
    return resultado("r", motivo=f"Motivo: {texto}", por_juicio_de=texto, hallazgos=(uno, otro))


def _en_yaml(texto: str) -> str:
    escapado = (c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in texto)
    return f'"{"".join(escapado)}"'


class Lectura(HTMLParser):
    """Lo que un navegador hallaría: las etiquetas con sus atributos, los textos y los totales."""

    def __init__(self, pagina: str) -> None:
        """Lee la página entera."""
        super().__init__(convert_charrefs=True)
        self.etiquetas: list[tuple[str, dict[str, str]]] = []
        self.abiertas: list[str] = []
        self.mal_cerradas: list[str] = []
        self.textos: list[tuple[str, str]] = []
        self.totales: dict[str, int] = {}
        self._total = ""
        self.feed(pagina)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Anota la etiqueta; toda la que no es vacía queda abierta."""
        atributos = {k: v or "" for k, v in attrs}
        self.etiquetas.append((tag, atributos))
        self._total = atributos.get("data-total", "")
        if tag not in VACIAS:
            self.abiertas.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Anota una figura del dibujo, que se cierra sola."""
        self.etiquetas.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Comprueba que se cierra la última abierta."""
        if not self.abiertas or self.abiertas[-1] != tag:
            self.mal_cerradas.append(tag)
        else:
            self.abiertas.pop()

    def handle_data(self, data: str) -> None:
        """Guarda el texto con la etiqueta en que está."""
        self.textos.append((self.abiertas[-1] if self.abiertas else "", data))
        if self._total:
            self.totales[self._total], self._total = int(data), ""

    def de(self, *nombres: str) -> Iterator[dict[str, str]]:
        """Devuelve los atributos de las etiquetas con esos nombres."""
        return (a for t, a in self.etiquetas if t in nombres)

    @property
    def visible(self) -> str:
        """Devuelve el texto que se lee, sin el estilo ni el guion."""
        return "".join(t for donde, t in self.textos if donde not in {"style", "script"})

"""Los rótulos de un informe en un idioma, como un valor congelado que reciben los escritores.

Uso: quien escribe un formato recibe `Rotulos` (por omisión, `rotulos("es")`) y pide cada texto fijo por su
clave: `r("seccion.corregir")`, `r("regla.norma", cita=…, vigencia=…, fecha=r.fecha(dia))`, `r.veredicto(v)`.

- Consola: `a_consola(informe, ancho, todo, rotulos)`.
- HTML: se le pasa a la plantilla como `k`, y `lang` es `k.idioma`; lo que sale del plan, de la regla o de la
  norma va dentro de un elemento con `{{ es }}`, que en otro idioma escribe `lang="es"`.
- XLSX y DOCX: los títulos de hojas y columnas y los encabezados se piden igual; las celdas con citas,
  exigencias, mensajes y textos del plan no se traducen.

Un rótulo nuevo se agrega con la misma clave y los mismos huecos en todos los `.toml`; una prueba lo exige.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from plomada.evaluacion.veredicto import Veredicto

ESPANOL = "es"
IDIOMAS = (ESPANOL, "en")


@dataclass(frozen=True, slots=True)
class Rotulos:
    """Los textos fijos de un idioma, por clave `seccion.nombre`."""

    idioma: str
    textos: Mapping[str, str]

    def __call__(self, clave: str, **valores: object) -> str:
        """Devuelve el texto con sus huecos llenos; una clave que no existe es un error."""
        return self.textos[clave].format(**valores) if valores else self.textos[clave]

    def o(self, clave: str, si_no: str) -> str:
        """Devuelve el texto de la clave, o `si_no` cuando el valor no está en el catálogo."""
        return self.textos.get(clave, si_no)

    def veredicto(self, veredicto: Veredicto | str) -> str:
        """Devuelve el veredicto en el idioma.

        >>> rotulos("en").veredicto("no cumple")
        'non-compliant'
        """
        return self.textos[f"veredicto.{veredicto.replace(' ', '_')}"]

    def matiz(self, matiz: str) -> str:
        """Devuelve el matiz de un veredicto; vacío si no tiene."""
        return self.textos[f"matiz.{matiz.replace(' ', '_')}"] if matiz else ""

    def fuerza(self, fuerza: str) -> str:
        """Devuelve qué es un incumplimiento con esa fuerza: requerimiento, recomendación o informativo."""
        return self.o(f"fuerza.{fuerza}", fuerza)

    def valor(self, valor: str) -> str:
        """Devuelve un valor del registro o del plan como se lee; el que no está, sin guiones bajos."""
        return self.o(f"valor.{valor.replace(' ', '_')}", valor.replace("_", " "))

    def fecha(self, fecha: date) -> str:
        """Devuelve la fecha como se escribe en una frase.

        >>> rotulos("en").fecha(date(2020, 9, 14))
        '14 September 2020'
        """
        meses = self.textos["fecha.meses"].split()
        return self("fecha.frase", dia=fecha.day, mes=meses[fecha.month - 1], anio=fecha.year)


@cache
def rotulos(idioma: str = ESPANOL) -> Rotulos:
    """Devuelve los rótulos de un idioma de `IDIOMAS`."""
    crudo = tomllib.loads((files(__package__) / f"{idioma}.toml").read_text("utf-8"))
    llano = {
        f"{seccion}.{clave}": texto for seccion, claves in crudo.items() for clave, texto in claves.items()
    }
    return Rotulos(idioma, MappingProxyType(llano))

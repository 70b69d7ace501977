"""Escribe el informe en HTML con Jinja2, con escape automático: el único módulo que importa la biblioteca.

Nada de un plan se vuelve etiqueta, atributo ni guion; solo entran sin escapar el dibujo, el estilo y el guion
propios. La política de contenido del archivo no deja cargar ni ejecutar nada más.
"""

import base64
import hashlib
import re
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plomada.informes.aceptaciones.frases import decir_a_que_fecha, decir_estado
from plomada.informes.articulacion.vista import decir_nivel
from plomada.informes.html import rotulos as aspecto
from plomada.informes.html.presentar import presentar
from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.requerimientos.temas import nombrar_elemento
from plomada.informes.vista import Informe
from plomada.valores.texto import sin_ordenes

_PLANTILLAS = Path(__file__).parent / "plantillas"
_ESTILO_DEL_DIBUJO = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def a_html(informe: Informe, r: Rotulos | None = None) -> str:
    """Devuelve el informe en un solo archivo HTML; el mismo informe da los mismos bytes.

    En otro idioma cambian los rótulos; lo escrito en español queda marcado con `lang="es"`.
    """
    r = r or rotulos(ESPANOL)
    estilo, guion = _leer("estilo.css"), _leer("guion.js")
    pagina = presentar(informe, r)
    estilos = [estilo, *_ESTILO_DEL_DIBUJO.findall(pagina.dibujo)]
    return (
        _entorno()
        .get_template("informe.html.j2")
        .render(
            i=informe,
            p=pagina,
            rotulos=aspecto,
            k=r,
            es=Markup("" if r.idioma == ESPANOL else ' lang="es"'),
            valor=partial(aspecto.rotular_valor, r=r),
            nivel_de=partial(decir_nivel, r=r),
            dia=lambda escrita: r.fecha(date.fromisoformat(escrita)),
            estado_de=lambda a: decir_estado(a, informe.regimen, r),
            a_que_fecha=decir_a_que_fecha(informe.regimen, r),
            estilo=Markup(estilo),
            guion=Markup(guion),
            dibujo=Markup(pagina.dibujo),
            politica=_politica(estilos, guion),
        )
    )


@cache
def _entorno() -> Environment:
    """Las plantillas no cambian mientras se corre: se leen y compilan una vez."""
    entorno = Environment(
        loader=FileSystemLoader(_PLANTILLAS, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_sin_ordenes,
    )
    entorno.filters["elemento"] = nombrar_elemento
    return entorno


def _sin_ordenes(valor: Any) -> Any:  # noqa: ANN401
    return sin_ordenes(valor) if isinstance(valor, str) and not isinstance(valor, Markup) else valor


def _leer(nombre: str) -> str:
    return (_PLANTILLAS / nombre).read_text("utf-8")


def _politica(estilos: list[str], guion: str) -> str:
    """Nada de la red, ni marcos, ni formularios; solo el estilo y el guion de este archivo, por su huella."""
    de_estilo = " ".join(f"'sha256-{_huella(e)}'" for e in estilos)
    return (
        f"default-src 'none'; style-src {de_estilo}; script-src 'sha256-{_huella(guion)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _huella(texto: str) -> str:
    return base64.b64encode(hashlib.sha256(texto.encode()).digest()).decode()

"""Los mismos totales y el mismo código en la página, el Markdown, el JSON, la consola y la salida."""

import json
import re

from hypothesis import given

from plomada.evaluacion.paquete import Paquete
from plomada.evaluacion.veredicto import Veredicto
from plomada.informes.a_json import a_json
from plomada.informes.consola import a_consola
from plomada.informes.html.escribir import a_html
from plomada.informes.markdown.escribir import a_md
from plomada.informes.perfiles import Perfil
from plomada.informes.vista import Informe, codigo_de_salida
from plomada.modelo.plan import Plan
from tests.informes.al_azar import informar, paquetes_y_planes, presupuesto
from tests.informes.hechura import informe, surtido
from tests.informes.html.paginas import Lectura

_CLAVES = (*(v.value.replace(" ", "_") for v in Veredicto), "total")


def _del_json(hecho: Informe) -> dict[str, int]:
    totales = json.loads(a_json(hecho))["totales"]
    return {f"{que}.{k}": totales[que][k] for que in ("reglas", "hallazgos") for k in _CLAVES}


def _del_md(hecho: Informe) -> dict[str, int]:
    filas = re.findall(r"^\| (reglas|hallazgos) \| (.*) \|$", a_md(hecho), re.MULTILINE)
    return {
        f"{que}.{k}": int(n)
        for que, celdas in filas
        for k, n in zip(_CLAVES, celdas.split(" | "), strict=True)
    }


def _de_la_consola(hecho: Informe) -> dict[str, int]:
    plano = " ".join(" ".join(r.texto.split()) for r in a_consola(hecho, 200))
    leidos: dict[str, int] = {}
    for que in ("reglas", "hallazgos"):
        (total, frase), *_ = re.findall(rf"(\d+) {que}: ([^.]*)\.", plano)
        pares = re.findall(r"(\d+) (cumple|no cumple|no consta|requiere concepto|no aplica|error)", frase)
        leidos |= {f"{que}.{v.replace(' ', '_')}": int(n) for n, v in pares}
        leidos[f"{que}.total"] = int(total)
    return leidos


def _comparar(hecho: Informe) -> Lectura:
    leida = Lectura(a_html(hecho))
    assert leida.totales == _del_json(hecho) == _del_md(hecho) == _de_la_consola(hecho)
    assert [a["data-codigo"] for a in leida.de("p") if "data-codigo" in a] == [str(codigo_de_salida(hecho))]
    assert leida.totales["reglas.total"] == sum(leida.totales[f"reglas.{k}"] for k in _CLAVES[:-1])
    return leida


@given(paquetes_y_planes())
@presupuesto(20)
def test_los_totales_son_los_mismos_en_todos_los_formatos(caso: tuple[Paquete, tuple[Plan, ...]]) -> None:
    paquete, (plan,) = caso
    for perfil in Perfil:
        hecho = informar(paquete, plan, perfil.value)
        leida = _comparar(hecho)
        visibles = [a for a in leida.de("details") if "data-veredicto" in a]
        assert len(visibles) == hecho.totales.reglas.total - hecho.oculto.reglas


def test_un_surtido_de_veredictos_tambien_cuadra() -> None:
    _comparar(informe(*surtido()))

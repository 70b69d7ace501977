"""El Markdown: dice lo mismo que los demás formatos y ningún texto ajeno le da formato."""

import pytest

from plomada.informes.aceptaciones.aplicar import ignorar_aceptaciones
from plomada.informes.markdown.escribir import a_md
from plomada.informes.perfiles import Perfil
from tests.informes.hechura import hallazgo, informe, resultado, surtido
from tests.informes.html.paginas import informe_con


def test_lo_urgente_va_primero_y_nada_se_calla() -> None:
    texto = a_md(informe(*surtido()))
    orden = ["## Error (1)", "## No cumple (4)", "## No consta (1)", "## Requiere concepto (1)",
             "## Cumple (3)", "## No aplica (1)", "## Cobertura normativa"]  # fmt: skip
    lugares = [texto.index(t) for t in orden]
    assert lugares == sorted(lugares)
    for r in surtido():
        assert r.regla in texto
    assert texto.endswith("|\n") and "\n\n\n" not in texto


def test_cada_hallazgo_trae_norma_dato_lugar_y_como_se_subsana() -> None:
    texto = a_md(informe(resultado("a")))
    assert "(R-1; rige desde el 1 de enero de 2000; se aplicó al 15 de enero de 2026)." in texto
    assert "- \\[p P1\\] mensaje de p P1\n  - Se leyó a.b: 5 ha (plan.yaml:3:1)\n" in texto
    assert "  - Cómo se subsana: Corrija.\n" in texto


def test_trae_la_suficiencia_la_articulacion_y_las_aceptaciones() -> None:
    texto = a_md(informe_con("Agua"))
    assert "| contenido\\_uno | general | no cumple | incluido | Agua, página 3 (declarada) |" in texto
    assert "## Matriz de articulación de fines y medios" in texto
    assert "Hallazgos con una aceptación que vale: 1." in texto
    assert "- A2: vencida: " in texto
    assert "no se tuvieron en cuenta" in a_md(ignorar_aceptaciones(informe_con("Agua")))


@pytest.mark.parametrize(
    "texto",
    ["**x** _y_", "a | b", "<script>x</script>", "[x](javascript:1)", "# x\n\n# y", "~~x~~", "&lt;b>", "$x$"],
)
def test_el_texto_de_un_plan_no_da_formato(texto: str) -> None:
    propio = resultado("a", hallazgos=(hallazgo("a", mensaje=texto, subsana=texto, causa=texto),))
    escrito = a_md(informe(propio))
    assert texto not in escrito
    sano = resultado("a", hallazgos=(hallazgo("a", mensaje="x", subsana="x", causa="x"),))
    assert escrito.count("\n") == a_md(informe(sano)).count("\n")


def test_los_perfiles_dicen_lo_que_ocultan() -> None:
    for perfil in Perfil:
        hecho = informe(*surtido(), perfil=perfil.value)
        assert ("Este perfil oculta" in a_md(hecho)) is bool(hecho.oculto.reglas)

"""Word: lo numerado, lo que se marca para llenar, la plantilla de la entidad y ningún texto que mande."""

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.veredicto import POR_DECIR, Veredicto
from plomada.informes.aceptaciones.partes import (
    AceptacionesInformadas,
    AceptacionInformada,
    Amparado,
    HallazgoDeAceptacion,
)
from plomada.informes.oficina.documentos import BLOQUES, CAMPOS
from plomada.informes.oficina.oficio import escribir_docx, plantilla_de, revisar_plantilla
from plomada.informes.oficina.texto import limpiar
from plomada.informes.partes import Aviso
from plomada.informes.perfiles import Perfil
from plomada.informes.requerimientos.observaciones import numerar, por_clase
from plomada.informes.requerimientos.partes import ArticuloCambiado, Clase, LoDescrito, PlazoInformado
from plomada.informes.vista import Informe
from tests.informes.hechura import hallazgo, informe, resultado, surtido
from tests.informes.oficina.apoyo import HOSTILES, con_texto, parrafos, tablas

_PERFILES = [p.value for p in Perfil]


def _texto(hecho: Informe, plantilla: bytes | None = None) -> str:
    return "\n".join(parrafos(escribir_docx(hecho, plantilla)))


def _plantilla(*parrafos_: str, encabezado: str = "") -> bytes:
    d: Any = Document()
    for p in parrafos_:
        d.add_paragraph(p)
    d.sections[0].header.paragraphs[0].text = encabezado
    salida = io.BytesIO()
    d.save(salida)
    return salida.getvalue()


# -- observaciones ---------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", _PERFILES)
def test_cada_hallazgo_visible_por_atender_esta_en_una_sola_observacion(perfil: str) -> None:
    hecho = informe(*surtido(), perfil=perfil)
    esperados = sorted(h.identidad for r in hecho.reglas for h in r.hallazgos if h.veredicto in POR_DECIR)
    numeradas = numerar(hecho)
    assert sorted(s.identidad for o in numeradas for s in o.sustentos) == esperados
    assert [o.numero for o in numeradas] == list(range(1, len(numeradas) + 1))


def test_las_observaciones_van_de_lo_mas_urgente_a_lo_menos_y_no_dependen_del_orden_de_entrada() -> None:
    derecho, al_reves = informe(*surtido()), informe(*reversed(surtido()))
    assert [o.regla for o in numerar(derecho)] == [o.regla for o in numerar(al_reves)]
    assert list(por_clase(numerar(derecho))) == list(Clase)
    assert [o.regla for o in numerar(derecho)] == [
        "p-error", "q-debe", "r-ambiental", "s-deberia", "u-no-consta", "v-concepto", "t-informa",
    ]  # fmt: skip


def test_una_regla_sin_hallazgos_tambien_se_observa() -> None:
    (unica,) = numerar(informe(resultado("a", "no consta", hallazgos=(), motivo="falta el dato")))
    assert unica.sustentos[0].mensaje == "falta el dato"


# -- lo que dice cada perfil -----------------------------------------------------------------------


def test_el_concepto_numera_cada_observacion_con_norma_lo_leido_lo_esperado_y_como_se_subsana() -> None:
    texto = _texto(informe(resultado("a"), perfil="juridico"))
    orden = [
        "Borrador de concepto", "[nombre y cargo de quien revisa]", "Se sugiere requerir para completar",
        "Lo que se sugiere requerir (1)", "1. t.", "Norma: Norma de juguete, artículo 1 (rige desde el 1 de",
        "Se esperaba: x", "Se halló: p P1: mensaje de p P1", "Se leyó: a.b: 5 ha (plan.yaml, línea 3).",
        "Cómo se subsana: Corrija.", "Qué no comprobó la herramienta", "[Firma, nombre, cargo",
    ]  # fmt: skip
    lugares = [texto.index(frase) for frase in orden]
    assert lugares == sorted(lugares)


@pytest.mark.parametrize("perfil", _PERFILES)
def test_cada_observacion_visible_esta_en_el_documento_con_su_numero(perfil: str) -> None:
    hecho = informe(*surtido(), perfil=perfil)
    texto = _texto(hecho)
    for o in numerar(hecho):
        assert re.search(rf"(?m)^{o.numero}(\. t\.|$)", texto), o.regla
        assert all(s.mensaje in texto for s in o.sustentos)


def test_la_autoridad_ambiental_solo_ve_lo_suyo_y_se_dice_cuanto_no_ve() -> None:
    hecho = informe(
        resultado("r-ambiental", requisito="R-4", hallazgos=(hallazgo("r-ambiental", mensaje="el río"),)),
        resultado("q-debe", hallazgos=(hallazgo("q-debe", mensaje="lo urbano"),)),
        perfil="concertacion",
    )
    texto = _texto(hecho)
    assert "el río" in texto and "lo urbano" not in texto
    assert "Este perfil oculta parte de lo evaluado (reglas: 1; hallazgos: 1)" in texto
    assert "Es asunto ambiental por Norma de juguete, artículo 49." in texto


def test_la_matriz_del_acta_trae_sus_columnas_y_deja_por_escribir_lo_que_no_se_inventa() -> None:
    documento = escribir_docx(informe(resultado("r", requisito="R-4"), perfil="concertacion"))
    (matriz,) = [t for t in tablas(documento) if t[0][1] == "Asunto"]
    assert matriz[0][1:] == [
        "Asunto", "Norma", "Sustento técnico", "Respuesta del municipio", "Acuerdo o desacuerdo",
    ]  # fmt: skip
    assert matriz[1][0] == "1" and matriz[1][3] == "p P1: mensaje de p P1[sustento técnico]"
    assert matriz[1][4:] == ["[respuesta]", "[acuerdo o desacuerdo]"]


def test_la_matriz_del_acta_trae_las_observaciones_que_la_entrega_describe() -> None:
    documento = escribir_docx(con_texto("Ronda del río", perfil="concertacion"))
    (matriz,) = [t for t in tablas(documento) if t[0][1] == "Asunto"]
    assert matriz[1] == ["O", *["Ronda del río"] * 4, "Desacuerdo"]


def test_el_oficio_pide_lo_de_la_radicacion_con_plazo_y_marca_lo_que_no_inventa() -> None:
    hecho = informe(*surtido(), perfil="radicacion")
    plazo = PlazoInformado(titulo="Término para completar", valor="1 mes", cita="Ley de juguete, artículo 3")
    texto = _texto(hecho.model_copy(update={"descrito": LoDescrito(plazos=(plazo,))}))
    for marca in ("[Ciudad y fecha]", "[número]", "[nombre]", "[Firma]", "[Nombre y cargo de quien firma]"):
        assert marca in texto
    assert "Término para completar: 1 mes (Ley de juguete, artículo 3)." in texto
    # Se pide lo obligatorio de la radicación; la recomendación y el fallo van después y no condicionan.
    assert {o.regla for o in numerar(hecho) if o.para_radicar} == {"q-debe", "u-no-consta", "v-concepto"}
    assert texto.index("Para que la radicación quede completa (3)") < texto.index("Otras observaciones (2)")
    assert "El registro no trae los términos de la radicación" in _texto(hecho)


def test_el_oficio_lleva_la_lista_de_lo_que_se_comprobo_tambien_lo_que_esta_bien() -> None:
    hecho = informe(*surtido(), perfil="radicacion")
    (lista,) = [t for t in tablas(escribir_docx(hecho)) if "Resultado" in t[0]]
    esperados = [str(r.veredicto) for r in hecho.reglas if r.veredicto != "no aplica"]
    assert [fila[2].removesuffix(", según lo descrito") for fila in lista[1:]] == esperados
    assert [f[2].endswith("descrito") for f in lista[1:]] == [v == "cumple" for v in esperados]
    assert "puede reportar de más" in {fila[3] for fila in lista[1:]}
    assert "se aplicaron: 8. No aplican a este trámite, clase o fecha: 1." in _texto(hecho)


@pytest.mark.parametrize(
    ("veredicto", "requisito", "dice"),
    [
        ("cumple", "R-1", "que se cumplen según lo descrito"),
        ("no aplica", "R-1", "Ninguna regla aplicable a esta fecha"),
        ("error", "R-4", "Ninguna regla aplicable a esta fecha"),
        ("error", "R-1", "Ninguna regla aplicable a esta fecha"),
    ],
)
def test_el_oficio_no_dice_que_esta_completa_si_nada_lo_comprobo(
    veredicto: str, requisito: str, dice: str
) -> None:
    texto = _texto(informe(resultado("a", veredicto, requisito), perfil="radicacion"))
    assert "Para que la radicación quede completa (0)" in texto
    frases = ("que se cumplen según lo descrito", "Ninguna regla aplicable a esta fecha")
    assert [f for f in frases if f in texto] == [dice]


@pytest.mark.parametrize(("otra", "dice"), [("no consta", True), ("error", True), ("cumple", False)])
def test_el_oficio_cuenta_aparte_lo_que_no_se_pudo_decidir(otra: str, dice: bool) -> None:
    dudoso = hallazgo("b", "", otra, modo="no se sabe si aplica")
    hecho = informe(resultado("a", "cumple"), resultado("b", otra, hallazgos=(dudoso,)), perfil="radicacion")
    texto = _texto(hecho)
    assert f"se cumplen según lo descrito: {1 if dice else 2}" in texto
    assert ("que no se pudieron decidir: 1." in texto) is dice


def test_lo_que_no_consta_no_va_en_la_matriz_del_acta_y_si_en_sus_observaciones() -> None:
    hecho = informe(
        resultado("a", requisito="R-4"),
        resultado("b", "no consta", requisito="R-4"),
        perfil="concertacion",
    )
    (matriz,) = [t for t in tablas(escribir_docx(hecho)) if t[0][1] == "Asunto"]
    assert [fila[0] for fila in matriz[1:]] == ["1"]
    (cuadro,) = [t for t in tablas(escribir_docx(hecho)) if t[0][1] == "Qué se pide y con qué norma"]
    assert [fila[0] for fila in cuadro[1:]] == ["2"]
    assert "Lo que no consta (1)" in _texto(hecho) and "Lo que se sugiere requerir" not in _texto(hecho)


def test_lo_mismo_de_varios_elementos_se_dice_una_vez_y_se_nombran_todos() -> None:
    iguales = tuple(
        hallazgo("a", f"p P{n}", "no consta", mensaje="No consta: no se describió «Costo» (p.costo).")
        for n in (1, 2)
    )
    con_dato = tuple(h.model_copy(update={"dato": "p.costo"}) for h in iguales)
    texto = _texto(informe(resultado("a", "no consta", hallazgos=con_dato)))
    assert "No consta: no se describió «Costo»: p P1; p P2." in texto
    assert "p.costo" not in texto


@pytest.mark.parametrize(("largo", "se_dice"), [(240, True), (241, False)])
def test_una_explicacion_larga_se_deja_para_la_pagina_y_el_libro(largo: int, se_dice: bool) -> None:
    explicado = hallazgo("a", "p P1", explicacion="x" * largo)
    texto = _texto(informe(resultado("a", hallazgos=(explicado,))))
    assert ("Por qué: " in texto) is se_dice
    assert "están, con los mismos números, en el libro de cálculo" in texto


@pytest.mark.parametrize(("veredicto", "se_dice"), [("no cumple", True), ("requiere concepto", False)])
def test_la_consecuencia_se_dice_de_lo_que_se_incumple(veredicto: str, se_dice: bool) -> None:
    hecho = informe(resultado("a", veredicto), perfil="juridico")
    (regla,) = hecho.reglas
    con = regla.model_copy(
        update={"requisito": regla.requisito.model_copy(update={"consecuencia": "nulidad alegable"})}
    )
    assert (
        "Consecuencia: nulidad alegable." in _texto(hecho.model_copy(update={"reglas": (con,)}))
    ) is se_dice
    assert "Consecuencia:" not in _texto(hecho)


@pytest.mark.parametrize(
    ("cambios", "se_pide"),
    [
        ({}, True),
        ({"modo": "no se sabe si aplica"}, False),
        ({"dato": "proceso.autoridad_ambiental.radicado"}, False),
        ({"dato": "proceso.consejo_de_gobierno"}, True),
        ({"veredicto": Veredicto.NO_CUMPLE, "modo": "no se sabe si aplica"}, True),
    ],
)
def test_al_municipio_no_se_le_requiere_lo_que_no_se_sabe_si_aplica_ni_lo_que_es_de_la_autoridad(
    cambios: dict[str, Any], se_pide: bool
) -> None:
    unico = hallazgo("a", "", "no consta", modo="sin describir").model_copy(update=cambios)
    hecho = informe(resultado("a", str(unico.veredicto), hallazgos=(unico,)), perfil="radicacion")
    assert [o.para_radicar for o in numerar(hecho)] == [se_pide]
    assert f"Para que la radicación quede completa ({int(se_pide)})" in _texto(hecho)
    assert ("Este borrador no pide nada" in _texto(hecho)) is not se_pide


def test_el_oficio_numera_de_corrido_aunque_un_tema_junte_incumplimientos_y_lo_que_no_consta() -> None:
    hecho = informe(*surtido(), perfil="radicacion")
    numeros = [int(x) for x in re.findall(r"(?m)^(\d+)\. t\.$", _texto(hecho))]
    assert numeros == list(range(1, len(numeros) + 1))


def test_lo_que_no_consta_no_se_le_pide_al_alcalde_que_lo_describa_en_el_plan() -> None:
    generico = hallazgo("a", "", "no consta", subsana="Descríbalo en el plan.")
    texto = _texto(informe(resultado("a", "no consta", hallazgos=(generico,)), perfil="radicacion"))
    assert "Cómo se subsana: Indique en qué documento, página" in texto
    assert "Descríbalo en el plan" not in texto


@pytest.mark.parametrize(
    ("radicado", "completa"), [("", ""), ("2026-01-02", ""), ("2026-01-02", "2026-02-03")]
)
def test_el_oficio_dice_si_la_entrega_ya_da_la_radicacion_por_completa(radicado: str, completa: str) -> None:
    descrito = LoDescrito(radicado=radicado, radicacion_completa=completa)
    texto = _texto(informe(*surtido(), perfil="radicacion").model_copy(update={"descrito": descrito}))
    assert ("se radicó el 2 de enero de 2026" in texto) is bool(radicado)
    assert ("quedó completa el 3 de febrero de 2026. Si es así, no procede" in texto) is bool(completa)


def test_el_oficio_nombra_los_archivos_que_el_plan_cita_y_no_estan() -> None:
    aviso = Aviso(codigo="PLO-L144", gravedad="advertencia", mensaje="`diag.pdf` no está en la carpeta")
    hecho = informe(resultado("a", "cumple"), perfil="radicacion")
    texto = _texto(hecho.model_copy(update={"avisos": (aviso,)}))
    assert "El plan cita archivos que no están" in texto
    assert texto.index("`diag.pdf` no está en la carpeta") < texto.index("Para que la radicación")
    assert "El plan cita archivos" not in _texto(hecho)


@pytest.mark.parametrize(
    ("veredicto", "dice"), [("no consta", "de 1 asuntos"), ("cumple", "No hay observaciones")]
)
def test_el_acta_distingue_que_no_haya_observaciones_de_que_nada_se_pudo_concluir(
    veredicto: str, dice: str
) -> None:
    texto = _texto(informe(resultado("a", veredicto, "R-4"), perfil="concertacion"))
    assert [f for f in ("de 1 asuntos", "No hay observaciones") if f in texto] == [dice]


@pytest.mark.parametrize("perfil", _PERFILES)
def test_las_aceptaciones_salen_aparte_en_el_documento_valgan_o_no(perfil: str) -> None:
    amparado = Amparado(
        regla="a", elemento="p P1", modo="incumple", veredicto="no cumple", mensaje="lo amparado"
    )
    base = AceptacionInformada(
        id="A1", regla="a", elemento="plan", modo="", razon="Se hará en marzo.", fundamento="Acta 4",
        firmante="Ana Ruiz", fecha="2026-01-02", vence="2026-06-30", disparador="", lugar="x", vale=True,
        ampara=(amparado,),
    )  # fmt: skip
    vencida = base.model_copy(
        update={
            "id": "A2",
            "vale": False,
            "ampara": (),
            "sin_amparo": (amparado,),
            "por_que_no": ("vencida",),
        }
    )
    revisar = HallazgoDeAceptacion(
        aceptacion="A2",
        regla="a",
        codigo="PLO-X",
        modo="vencida",
        mensaje="Venció.",
        subsana="Fírmela.",
        lugar="x",
    )
    informadas = AceptacionesInformadas(aceptaciones=(base, vencida), hallazgos=(revisar,), ocultas=3)
    hecho = informe(resultado("a", requisito="R-1"), perfil=perfil)
    texto = _texto(hecho.model_copy(update={"aceptaciones": informadas}))
    for frase in (
        "Las aceptaciones se miden al 15 de enero de 2026",
        "A1 (vale al 15 de enero de 2026): a, el plan entero. Ana Ruiz, 2 de enero de 2026, "
        "vence el 30 de junio de 2026. Razón: Se hará en marzo. Fundamento: Acta 4.",
        "no cumple: [p P1] lo amparado",
        "A2 (no vale al 15 de enero de 2026: vencida)",
        "no lo ampara — no cumple: [p P1] lo amparado",
        "A2: vencida: Venció. → Fírmela. [PLO-X]",
        "que este perfil oculta: 3.",
    ):
        assert frase in texto, frase
    assert "Aceptaciones con firma" not in _texto(hecho)


def test_la_matriz_del_acta_dice_quien_acepto_el_hallazgo() -> None:
    hecho = informe(resultado("a", requisito="R-4"), perfil="concertacion")
    amparado = Amparado(regla="a", elemento="p P1", modo="incumple", veredicto="no cumple", mensaje="m")
    una = AceptacionInformada(
        id="A1", regla="a", elemento="", modo="", razon="r", fundamento="", firmante="Ana",
        fecha="2026-01-02", vence="", disparador="", lugar="x", vale=True, ampara=(amparado,),
    )  # fmt: skip
    con = hecho.model_copy(update={"aceptaciones": AceptacionesInformadas(aceptaciones=(una,))})
    (matriz,) = [t for t in tablas(escribir_docx(con)) if t[0][1] == "Asunto"]
    assert "Aceptado por Ana (A1); sigue contando." in matriz[1][3]


def test_el_acta_no_trae_los_articulos_ajenos_a_lo_ambiental_y_dice_cuantos() -> None:
    def cambiado(id_: str, ambiental: str) -> ArticuloCambiado:
        return ArticuloCambiado(
            id=id_, articulo=f"Art. {id_}", vigente="v", propuesto="p", justificacion="j", ambiental=ambiental
        )

    descrito = LoDescrito(articulos=(cambiado("1", "sí"), cambiado("2", "no"), cambiado("3", "")))
    for perfil, nombres in (
        ("concertacion", ["Art. 1", "Art. 3 (no consta si es asunto ambiental)"]),
        ("juridico", ["Art. 1", "Art. 2", "Art. 3"]),
    ):
        hecho = informe(resultado("a"), perfil=perfil).model_copy(update={"descrito": descrito})
        (tabla,) = [t for t in tablas(escribir_docx(hecho)) if t[0][0] == "Artículo"]
        assert [fila[0] for fila in tabla[1:]] == nombres
        assert ("No se muestran 1 de 3 artículos" in _texto(hecho)) is (perfil == "concertacion")


@pytest.mark.parametrize(
    ("tramite", "dice"),
    [("plan_nuevo", False), ("revision_general", False), ("modificacion_excepcional", True)],
)
def test_en_un_tramite_parcial_sin_articulos_descritos_se_dice(tramite: str, dice: bool) -> None:
    assert ("no describe qué artículos vigentes" in _texto(informe(resultado("a"), tramite=tramite))) is dice


def test_la_tabla_de_articulos_pone_lo_vigente_junto_a_lo_propuesto() -> None:
    (tabla,) = [t for t in tablas(escribir_docx(con_texto("Los usos"))) if t[0][0] == "Artículo"]
    assert tabla == [["Artículo", "Texto vigente", "Texto propuesto", "Justificación"], ["Los usos"] * 4]


# -- texto ajeno -----------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", ["consultoria", "concertacion", "radicacion"])
def test_ningun_texto_se_vuelve_campo_xml_marcador_ni_plantilla(perfil: str) -> None:
    sanos = [f"inofensivo {n}" for n in range(len(HOSTILES))]
    antes = escribir_docx(con_texto(*sanos, perfil=perfil))
    despues = escribir_docx(con_texto(*HOSTILES, perfil=perfil))
    for marca in (b"<w:fldSimple", b"<w:instrText", b"<w:hyperlink", b"<w:p>", b"<w:tbl>", b"<w:tr>"):
        assert _contar(antes, marca) == _contar(despues, marca), marca
    escrito = "".join(parrafos(despues))
    for texto in HOSTILES:
        assert limpiar(texto).replace("\n", "").replace("\t", " ") in escrito


def _contar(documento: bytes, marca: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(documento)) as partes:
        return sum(partes.read(n).count(marca) for n in partes.namelist() if n.endswith(".xml"))


def test_un_municipio_que_parece_marcador_se_escribe_y_no_se_vuelve_a_leer() -> None:
    hecho = informe(resultado("a"))
    plan = {
        "archivo": "[[huella]]", "huella": "0" * 64, "municipio": "[[observaciones]]" + "x" * 10_000,
        "departamento": "{{ 7*7 }}", "ficticio": False,
    }  # fmt: skip
    texto = _texto(Informe.model_validate(hecho.model_dump() | {"plan": plan}))
    assert "[[observaciones]]" + "x" * 10_000 in texto and "{{ 7*7 }}" in texto and "[[huella]]" in texto


# -- plantillas ------------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", list(Perfil))
def test_las_plantillas_de_plomada_sirven_para_su_perfil_sin_un_aviso(perfil: Perfil) -> None:
    for hecho in (informe(*surtido(), perfil=perfil), con_texto("x", perfil=perfil)):
        assert revisar_plantilla(plantilla_de(perfil), "p.docx", hecho) == ()


def test_la_plantilla_de_la_entidad_pone_su_texto_y_el_informe_llena_sus_marcadores() -> None:
    propia = _plantilla(
        "Corporación de prueba", "Para [[ municipio ]], al [[fecha]].", "[[observaciones]]", "Fin"
    )
    texto = _texto(informe(resultado("a")), propia)
    assert texto.startswith("Corporación de prueba\nPara municipio sin nombre, al 15 de enero de 2026.\n")
    assert "Lo que se sugiere requerir (1)" in texto and texto.rstrip().endswith("Fin")
    assert "[[" not in texto


def test_un_marcador_que_word_partio_en_varios_tramos_se_llena_igual() -> None:
    d: Any = Document()
    p = d.add_paragraph()
    for trozo in ("Al [", "[fe", "cha]", "] y [[clase]]", " fin"):
        p.add_run(trozo).bold = True
    d.add_paragraph("[[observaciones]]")
    salida = io.BytesIO()
    d.save(salida)
    assert _texto(informe(resultado("a")), salida.getvalue()).startswith("Al 15 de enero de 2026 y POT fin\n")


def _codigos(datos: bytes) -> dict[str, Diagnostico]:
    return {d.codigo: d for d in revisar_plantilla(datos, "p.docx", informe(resultado("a")))}


def test_un_marcador_mal_escrito_se_dice_con_el_que_se_le_parece() -> None:
    d = _codigos(_plantilla("[[municipo]]", "[[observaciones]]", "[[resumen]]", "[[limites]]"))
    assert list(d) == ["PLO-D482"] and "`municipio`" in d["PLO-D482"].ayuda


def test_sin_lugar_para_las_observaciones_no_se_hace_y_sin_lo_demas_se_avisa() -> None:
    d = _codigos(_plantilla("[[resumen]]"))
    assert d["PLO-D483"].es_error
    assert not d["PLO-D484"].es_error and "limites" in d["PLO-D484"].ayuda


@pytest.mark.parametrize("encabezado", ["", "[[observaciones]]"])
def test_un_bloque_dentro_de_una_frase_o_de_un_encabezado_se_rechaza(encabezado: str) -> None:
    cuerpo = "[[observaciones]]" if encabezado else "Van aquí: [[observaciones]]"
    assert "PLO-D485" in _codigos(_plantilla(cuerpo, encabezado=encabezado))


def test_una_plantilla_rota_o_con_macros_se_rechaza() -> None:
    assert list(_codigos(b"no es un docx")) == ["PLO-D480"]
    assert list(_codigos(_plantilla("[[observaciones]]")[:-200])) == ["PLO-D480"]
    salida = io.BytesIO(_plantilla("[[observaciones]]"))
    with zipfile.ZipFile(salida, "a") as partes:
        partes.writestr("word/vbaProject.bin", b"x")
    assert list(_codigos(salida.getvalue())) == ["PLO-D481"]


def test_una_plantilla_que_se_descomprime_sin_tope_se_rechaza() -> None:
    salida = io.BytesIO(_plantilla("[[observaciones]]"))
    with (
        zipfile.ZipFile(salida, "a", zipfile.ZIP_DEFLATED) as partes,
        partes.open("word/x.bin", "w") as parte,
    ):
        for _ in range(130):
            parte.write(b"\0" * 1024 * 1024)
    assert list(_codigos(salida.getvalue())) == ["PLO-D480"]


# -- los mismos bytes ------------------------------------------------------------------------------


@pytest.mark.parametrize("perfil", _PERFILES)
def test_el_documento_es_igual_byte_a_byte_y_no_guarda_la_hora_del_reloj(perfil: str) -> None:
    hecho = informe(*surtido(), perfil=perfil)
    documento = escribir_docx(hecho)
    assert documento == escribir_docx(informe(*surtido(), perfil=perfil))
    with zipfile.ZipFile(io.BytesIO(documento)) as partes:
        assert {i.date_time for i in partes.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-15T00:00:00Z" in partes.read("docProps/core.xml")


def test_el_readme_nombra_todos_los_marcadores_y_ninguno_mas(pytestconfig: pytest.Config) -> None:
    escritos = re.findall(r"`\[\[(\w+)\]\]`", (pytestconfig.rootpath / "README.md").read_text("utf-8"))
    assert sorted(escritos) == sorted((*CAMPOS, *BLOQUES))

"""De cada cita se dice si existía y regía a la fecha, en sus bordes, y cuál es la de hoy."""

from datetime import date, timedelta

import pytest

from plomada.normativa.articulado.dictamen import Dictamen, Estado, Saber, dictaminar
from plomada.normativa.articulado.menciones import hallar
from plomada.normativa.articulado.versiones import Articulado
from plomada.normativa.citas import Norma
from plomada.normativa.registro import Registro

NACE, CAMBIA = date(2015, 5, 26), date(2020, 9, 14)
VISPERA = CAMBIA - timedelta(days=1)
HOY = date(2026, 11, 21)


def _norma(id_: str, titulo: str, desde: str, **claves: object) -> Norma:
    datos = {"id": id_, "titulo": titulo, "tipo": "ley", "expedida": desde, "rige_desde": desde}
    return Norma.model_validate({**datos, "fuente_oficial": "x", **claves})


NORMAS = (
    _norma("ley-1", "Ley 1 de 1997", "1997-07-24", modificada_por=("ley-2",)),
    _norma("ley-2", "Ley 2 de 2004", "2004-07-27"),
    _norma("vieja", "Decreto 3 de 1998", "1998-05-13", hasta="2015-05-25", notas="Lo compiló otro."),
    _norma("unico", "Decreto 4 de 2015", "2015-05-26", modificada_por=("nuevo",)),
    _norma("nuevo", "Decreto 5 de 2020", "2020-09-14"),
    _norma("sola", "Ley 6 de 1990", "1990-01-01"),
)
_VIEJO = {"desde": "2015-05-26", "hasta": "2020-09-13", "fin": "renumerado", "verificacion": "memoria"}
UNICO = {
    "norma": "unico",
    "completo": "si",
    "parte": "2.2.2.1",
    "articulos": [
        {
            "articulo": "2.2.2.1.2.6.1",
            "versiones": [
                {**_VIEJO, "asunto": "revisión", "pasa_a": [{"norma": "unico", "articulo": "2.2.2.1.2.3.3"}]}
            ],
        },
        {
            "articulo": "2.2.2.1.2.3.3",
            "versiones": [
                {**_VIEJO, "asunto": "resumen", "pasa_a": [{"norma": "unico", "articulo": "2.2.2.1.2.2.1"}]},
                {"desde": "2020-09-14", "asunto": "revisión", "verificacion": "texto"},
            ],
        },
        {
            "articulo": "2.2.2.1.2.1.5",
            "versiones": [{"desde": "2020-09-14", "asunto": "seguimiento", "verificacion": "texto"}],
        },
    ],
}
LEY = {
    "norma": "ley-1",
    "ultimo_articulo": "139",
    "completo": "no",
    "articulos": [
        {
            "articulo": "28",
            "versiones": [
                {
                    "desde": "1997-07-24",
                    "hasta": "2004-07-26",
                    "asunto": "vigencia",
                    "fin": "sustituido",
                    "fin_por": {"norma": "ley-2", "articulo": "2"},
                    "verificacion": "texto",
                },
                {"desde": "2004-07-27", "asunto": "vigencia", "verificacion": "texto"},
            ],
        },
        {
            "articulo": "7",
            "versiones": [
                {
                    "desde": "1997-07-24",
                    "hasta": "2000-06-28",
                    "asunto": "competencias",
                    "fin": "inexequible",
                    "fin_sentencia": "Sentencia C-1 de 2000",
                    "verificacion": "texto",
                }
            ],
        },
    ],
}
SABER = Saber(Registro(normas=NORMAS), tuple(Articulado.model_validate(a) for a in (UNICO, LEY)))


def _dictar(texto: str, fecha: date = HOY) -> Dictamen:
    (mencion,) = hallar(texto)
    return dictaminar(mencion, SABER, fecha)


@pytest.mark.parametrize(
    ("texto", "fecha", "estado"),
    [
        ("artículo 2.2.2.1.2.6.1 del Decreto 4 de 2015", NACE - timedelta(days=1), Estado.NO_REGIA),
        ("artículo 2.2.2.1.2.6.1 del Decreto 4 de 2015", NACE, Estado.CORRECTA),
        ("artículo 2.2.2.1.2.6.1 del Decreto 4 de 2015", VISPERA, Estado.CORRECTA),
        ("artículo 2.2.2.1.2.6.1 del Decreto 4 de 2015", CAMBIA, Estado.DESACTUALIZADA),
        ("artículo 2.2.2.1.2.3.3 del Decreto 4 de 2015", VISPERA, Estado.CORRECTA),
        ("artículo 2.2.2.1.2.3.3 del Decreto 4 de 2015", CAMBIA, Estado.DUDOSA),
        ("artículo 2.2.2.1.2.1.5 del Decreto 4 de 2015", VISPERA, Estado.NO_REGIA),
        ("artículo 2.2.2.1.2.1.5 del Decreto 4 de 2015", CAMBIA, Estado.CORRECTA),
        ("artículo 2.2.2.1.2.9.9 del Decreto 4 de 2015", HOY, Estado.NO_EXISTE),
        ("artículo 2.2.3.1.1 del Decreto 4 de 2015", HOY, Estado.SIN_COMPROBAR),
        ("artículo 28 de la Ley 1 de 1997", date(1997, 7, 23), Estado.NO_REGIA),
        ("artículo 28 de la Ley 1 de 1997", date(1997, 7, 24), Estado.CORRECTA),
        ("artículo 28 de la Ley 1 de 1997", HOY, Estado.CORRECTA),
        ("artículo 7 de la Ley 1 de 1997", date(2000, 6, 28), Estado.CORRECTA),
        ("artículo 7 de la Ley 1 de 1997", date(2000, 6, 29), Estado.DESACTUALIZADA),
        ("artículo 139 de la Ley 1 de 1997", HOY, Estado.CORRECTA),
        ("artículo 140 de la Ley 1 de 1997", HOY, Estado.NO_EXISTE),
        ("artículo 5 de la Ley 6 de 1990", HOY, Estado.SIN_COMPROBAR),
        ("Decreto 3 de 1998", date(2015, 5, 25), Estado.CORRECTA),
        ("Decreto 3 de 1998", date(2015, 5, 26), Estado.DESACTUALIZADA),
        ("artículo 9 del Decreto 3 de 1998", HOY, Estado.DESACTUALIZADA),
        ("Decreto 999 de 2001", HOY, Estado.FUERA_DEL_REGISTRO),
        ("Acuerdo 48 de 2014", HOY, Estado.FUERA_DEL_REGISTRO),
        ("artículo 33", HOY, Estado.SIN_NORMA),
        ("artículo 603 del POT", HOY, Estado.PROPIA),
    ],
)
def test_el_estado_cambia_el_dia_en_que_cambia_la_norma(texto: str, fecha: date, estado: Estado) -> None:
    dictamen = _dictar(texto, fecha)
    assert dictamen.estado is estado, dictamen
    assert dictamen.frase.endswith((".", "…"))


def test_lo_desactualizado_dice_hasta_cuando_y_la_cita_de_hoy() -> None:
    dictamen = _dictar("artículo 2.2.2.1.2.6.1 del Decreto 4 de 2015")
    assert dictamen.de_hoy == ("Decreto 4 de 2015, artículo 2.2.2.1.2.3.3",)
    assert "rigió hasta el 13 de septiembre de 2020" in dictamen.frase
    assert "de memoria" in dictamen.matiz


def test_lo_inexequible_nombra_la_sentencia() -> None:
    dictamen = _dictar("artículo 7 de la Ley 1 de 1997")
    assert "declarado inexequible (Sentencia C-1 de 2000)" in dictamen.frase


def test_el_mismo_numero_con_otro_contenido_dice_los_dos_y_la_cita_de_hoy_del_viejo() -> None:
    dictamen = _dictar("artículo 2.2.2.1.2.3.3 del Decreto 4 de 2015")
    assert "«revisión»" in dictamen.frase and "«resumen»" in dictamen.frase
    assert dictamen.de_hoy == ("Decreto 4 de 2015, artículo 2.2.2.1.2.2.1",)


def test_el_numero_correcto_atribuido_a_la_norma_que_lo_modifico_es_correcto_e_impreciso() -> None:
    dictamen = _dictar("artículo 2.2.2.1.2.1.5 del Decreto 5 de 2020")
    assert dictamen.estado is Estado.CORRECTA
    assert dictamen.cita == "Decreto 4 de 2015, artículo 2.2.2.1.2.1.5"
    assert "lo atribuye a Decreto 5 de 2020" in dictamen.matiz


def test_un_numero_suelto_se_reconoce_por_su_numeracion_y_se_dice() -> None:
    dictamen = _dictar("según 2.2.2.1.2.6.1 se revisa")
    assert dictamen.estado is Estado.DESACTUALIZADA
    assert dictamen.frase.startswith("El texto no nombra la norma: por su número es del Decreto 4 de 2015.")


def test_una_norma_modificada_dice_por_cuales_a_esa_fecha() -> None:
    assert "Ley 2 de 2004" not in _dictar("Ley 1 de 1997", date(2004, 7, 26)).matiz
    assert "Ley 2 de 2004" in _dictar("Ley 1 de 1997", date(2004, 7, 27)).matiz

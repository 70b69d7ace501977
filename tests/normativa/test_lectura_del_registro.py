"""Cada problema del registro se dice con su código, su archivo y su línea."""

from pathlib import Path

import pytest

from plomada.diagnosticos.catalogo import todos
from plomada.normativa.lectura import leer_registro
from tests.normativa.registro_minimo import (
    CONTENIDOS,
    NORMAS,
    PARAMETROS,
    REQUISITOS,
    escribir,
    leer,
    linea,
    unico,
)

SECCIONES = {"normas": NORMAS, "requisitos": REQUISITOS, "parametros": PARAMETROS, "contenidos": CONTENIDOS}
ARCHIVO = {
    "normas": "normativa/normas.yaml", "requisitos": "normativa/requisitos/todos.yaml",
    "parametros": "normativa/parametros/todos.yaml", "contenidos": "normativa/contenidos.yaml",
}  # fmt: skip

# (código, sección, lo que dice, lo que dirá, dónde queda la marca, frase del mensaje o de la ayuda)
DANIOS = [
    (
        "PLO-V405",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "    parafrasis: Lleva un modelo.\n    fuersa: debe\n",
        "fuersa",
        "¿quiso decir `fuerza`",
    ),
    ("PLO-V405", "requisitos", 'numeral: "2.10"', 'numerall: "2.10"', "numerall", "¿quiso decir `numeral`"),
    (
        "PLO-V405",
        "requisitos",
        'numeral: "2.10"',
        "titulo: Ley A",
        "{articulo: 12, titulo",
        "no lleva `titulo`",
    ),
    (
        "PLO-V405",
        "requisitos",
        "  analisis: suficiencia\n",
        "  analisis: suficiencia\n  estado: parcial\n",
        "  estado: parcial\n  veri",
        "no puede ir en `comunes`",
    ),
    (
        "PLO-V405",
        "contenidos",
        "contenidos:\n",
        "sobra: 1\ncontenidos:\n",
        "sobra",
        "no es una clave conocida",
    ),
    (
        "PLO-V406",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "",
        "- id: R-1",
        "falta la clave `parafrasis`",
    ),
    (
        "PLO-V406",
        "requisitos",
        "parafrasis: Lleva un modelo.\n",
        "parafrasis:\n",
        "parafrasis:\n",
        "quedó sin valor",
    ),
    (
        "PLO-V406",
        "contenidos",
        "  - id: modelo\n    titulo",
        "  - titulo",
        "- titulo: Modelo",
        "falta la clave `id`",
    ),
    (
        "PLO-V407",
        "requisitos",
        "estado: parcial",
        "estado: parciall",
        "estado: parciall",
        "¿quiso decir `parcial`",
    ),
    (
        "PLO-V407",
        "requisitos",
        "clases: [POT, PBOT, EOT]",
        "clases: POT",
        "clases: POT",
        "debía ser una lista",
    ),
    (
        "PLO-V407",
        "requisitos",
        "desde: 2021-08-30",
        "desde: 2021-02-30",
        "desde: 2021-02-30",
        "no existe en el calendario",
    ),
    (
        "PLO-V407",
        "parametros",
        "45 días hábiles",
        "45 dias abiles",
        "45 dias abiles",
        "no es una unidad conocida",
    ),
    ("PLO-V407", "contenidos", "orden: 20", "orden: veinte", "orden: veinte", "debía ser un entero"),
    (
        "PLO-V408",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "    parafrasis: Lleva un modelo.\n    parafrasis: Otra.\n",
        "parafrasis: Otra",
        "está repetida",
    ),
    ("PLO-V411", "normas", "hasta: 2015-05-25", "hasta: 1998-05-14", "hasta: 1998-05-14", "antes de empezar"),
    (
        "PLO-V411",
        "requisitos",
        "    desde: 2021-08-30\n",
        "    desde: 2021-08-30\n    hasta: 2021-08-29\n",
        "hasta: 2021-08-29",
        "termina antes de empezar",
    ),
    (
        "PLO-V411",
        "parametros",
        "desde: 2021-01-14,",
        "desde: 2021-01-14, hasta: 2021-01-13,",
        "hasta: 2021-01-13, valor: 45",
        "termina antes de empezar",
    ),
    (
        "PLO-V412",
        "requisitos",
        "{norma: decreto-b, articulo: 2.2.2.1}\n    citas_equivalentes:\n      - {norma: decreto-viejo, "
        "articulo: 9}\n    desde: 1998-05-15",
        "{norma: decreto-viejo, articulo: 9}\n    desde: 2015-05-26",
        "desde: 2015-05-26",
        "nunca rigió",
    ),
    (
        "PLO-V412",
        "parametros",
        "    valores:\n"
        '      - {desde: 2015-05-26, clave: urbano, valor: "1:5000", cita: {norma: decreto-b}}\n'
        '      - {desde: 2015-05-26, clave: rural, valor: "1:25000", cita: {norma: decreto-b}}\n',
        "    valores: []\n",
        "valores: []",
        "valor",
    ),
    (
        "PLO-V413",
        "parametros",
        "hasta: 2021-01-13",
        "hasta: 2021-01-14",
        "desde: 2021-01-14",
        "dos valores el 14 de enero de 2021",
    ),
    (
        "PLO-V413",
        "parametros",
        "clave: rural",
        "clave: urbano",
        'desde: 2015-05-26, clave: urbano, valor: "1:25',
        "dos valores",
    ),
    (
        "PLO-V414",
        "parametros",
        "hasta: 2021-01-13",
        "hasta: 2021-01-11",
        "desde: 2021-01-14",
        "desde el 12 de enero de 2021 hasta el 13 de enero de 2021",
    ),
    ("PLO-V415", "normas", "[decreto-b]", "[decreto-c]", "decreto-c", "¿quiso decir `decreto-b`"),
    (
        "PLO-V415",
        "requisitos",
        "norma: metodo-m",
        "norma: metodo-x",
        "norma: metodo-x",
        "¿quiso decir `metodo-m`",
    ),
    (
        "PLO-V415",
        "requisitos",
        "norma: decreto-viejo",
        "norma: decreto-viejos",
        "norma: decreto-viejos",
        "decreto-viejo",
    ),
    (
        "PLO-V415",
        "parametros",
        'clave: rural, valor: "1:25000", cita: {norma: decreto-b}',
        'clave: rural, valor: "1:25000", cita: {norma: nada}',
        "norma: nada",
        "normas.yaml",
    ),
    (
        "PLO-V416",
        "requisitos",
        "{norma: decreto-b, articulo: 2.2.2.1}",
        "{norma: decreto-viejo, articulo: 9}",
        "cita: {norma: decreto-viejo",
        "rigió hasta el 25 de mayo de 2015",
    ),
    (
        "PLO-V416",
        "parametros",
        'clave: urbano, valor: "1:5000", cita: {norma: decreto-b}',
        'clave: urbano, valor: "1:5000", cita: {norma: decreto-viejo}',
        "norma: decreto-viejo",
        "rigió hasta",
    ),
    (
        "PLO-V417",
        "requisitos",
        "    desde: 2021-08-30",
        "    desde: 2021-08-29",
        "desde: 2021-08-29",
        "ninguna de las normas",
    ),
    (
        "PLO-V417",
        "requisitos",
        "    desde: 1998-05-15",
        "    desde: 1998-05-14",
        "desde: 1998-05-14",
        "ninguna de las normas",
    ),
    (
        "PLO-V417",
        "parametros",
        "desde: 2015-05-26, clave: rural",
        "desde: 2015-05-25, clave: rural",
        "desde: 2015-05-25",
        "antes que su norma",
    ),
    ("PLO-V420", "requisitos", "    sesgo: puede reportar de menos\n", "", "estado: parcial", "sesgo"),
    ("PLO-V421", "requisitos", "estado: parcial\n", "estado: fuera de alcance\n", "estado: fuera", "por qué"),
    (
        "PLO-V422",
        "requisitos",
        "fuerza: deberia\n    verificacion: metodo",
        "fuerza: debe\n    verificacion: metodo",
        "fuerza: debe\n",
        "solo de metodo",
    ),
    (
        "PLO-V422",
        "requisitos",
        "fuerza: deberia\n    verificacion: metodo",
        "fuerza: debe\n    verificacion: memoria",
        "fuerza: debe\n",
        "solo de memoria",
    ),
    (
        "PLO-V422",
        "requisitos",
        "    fuerza: deberia\n    verificacion: metodo",
        "    fuerza: informa\n    fuerza_por_clase: {POT: debe}\n    verificacion: memoria",
        "fuerza: informa",
        "memoria",
    ),
    ("PLO-V423", "contenidos", "[R-1, R-2]", "[R-1, R-22]", "R-22", "¿quiso decir `R-2`"),
    ("PLO-V423", "contenidos", "requisitos: [R-1]\n", "requisitos: []\n", "requisitos: []", "contenido"),
    ("PLO-V424", "requisitos", "gemelos: [R-2]", "gemelos: [R-9]", "gemelos: [R-9]", "R-9"),
    (
        "PLO-V425",
        "parametros",
        "45 días hábiles",
        "45 días calendario",
        "valor: 45 días calendario",
        "días calendario",
    ),
    ("PLO-V426", "parametros", "    por: ambito\n", "", None, "`por`"),
    (
        "PLO-V426",
        "parametros",
        "clave: rural, ",
        "",
        'desde: 2015-05-26, valor: "1:25000"',
        "no dice su `clave`",
    ),
    (
        "PLO-V427",
        "requisitos",
        "    fuerza_por_clase: {EOT: deberia}",
        "    clases: [POT]\n    fuerza_por_clase: {EOT: deberia}",
        "EOT: deberia",
        "no está en sus clases",
    ),
    (
        "PLO-V428",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "    parafrasis: Lleva un modelo.\n    ambiental: exclusivo\n",
        "ambiental: exclusivo",
        "sin su norma",
    ),
    (
        "PLO-V428",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "    parafrasis: Lleva un modelo.\n    ambiental_por: {norma: ley-a}\n",
        None,
        "y cita una norma",
    ),
    (
        "PLO-V429",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        "    parafrasis: Lleva un modelo.\n    revisado_por: Ana Gil\n",
        "revisado_por",
        "quién revisó",
    ),
    (
        "PLO-V429",
        "requisitos",
        "    parafrasis: Lleva un modelo.\n",
        '    parafrasis: Lleva un modelo.\n    revisado_por: "Ana Gil, 2026-02-30"\n',
        "revisado_por",
        "quién revisó",
    ),
]


def test_el_registro_minimo_se_lee_sin_diagnosticos(tmp_path: Path) -> None:
    lectura = leer(tmp_path)
    assert lectura.diagnosticos == ()
    assert lectura.valor is not None
    assert [r.id for r in lectura.valor.requisitos] == ["R-1", "R-2", "R-3"]
    assert [c.id for c in lectura.valor.contenidos] == ["objetivos", "modelo"]


@pytest.mark.parametrize(
    ("codigo", "seccion", "antes", "despues", "marca", "frase"),
    DANIOS,
    ids=[f"{d[0]}-{n}" for n, d in enumerate(DANIOS)],
)
def test_cada_danio_se_dice_con_su_codigo_y_su_linea(
    tmp_path: Path, codigo: str, seccion: str, antes: str, despues: str, marca: str | None, frase: str
) -> None:
    assert SECCIONES[seccion].count(antes) == 1, antes
    texto = SECCIONES[seccion].replace(antes, despues)
    hallados = leer(tmp_path, **{seccion: texto})
    assert hallados.valor is None
    assert {d.codigo for d in hallados.diagnosticos} == {codigo}
    primero = hallados.diagnosticos[0]
    assert primero.tramo is not None and primero.tramo.archivo == ARCHIVO[seccion]
    assert frase in f"{primero.mensaje} · {primero.ayuda}"
    if marca is not None:
        assert primero.tramo.linea == linea(texto, marca)


def test_un_id_repetido_se_dice_con_sus_dos_lugares(tmp_path: Path) -> None:
    texto = REQUISITOS.replace("id: R-3", "id: R-1")
    d = unico(leer(tmp_path, requisitos=texto), "PLO-V410")
    assert d.tramo is not None and d.secundario is not None
    assert (d.secundario.linea, d.tramo.linea) == (
        linea(texto, "id: R-1\n    cita: {articulo"), linea(texto, "id: R-1\n    cita: {norma: metodo"),
    )  # fmt: skip


def test_un_id_repetido_en_otro_archivo_tambien_se_dice(tmp_path: Path) -> None:
    carpeta = escribir(tmp_path)
    (carpeta / "requisitos" / "aparte.yaml").write_text(
        REQUISITOS.replace("R-1", "R-8").replace("R-3", "R-9"), "utf-8"
    )
    d = unico(leer_registro(carpeta), "PLO-V410")
    assert d.secundario is not None and d.tramo is not None
    assert {d.secundario.archivo, d.tramo.archivo} == {
        "normativa/requisitos/aparte.yaml",
        "normativa/requisitos/todos.yaml",
    }


@pytest.mark.parametrize(
    ("codigo", "texto"),
    [
        ("PLO-V403", "normas:\n  - id: [a\n"),
        ("PLO-V404", ""),
        ("PLO-V404", "# nada\n"),
        ("PLO-V404", "- suelto\n"),
        ("PLO-V404", "otras: []\n"),
        ("PLO-V404", "contenidos: uno\n"),
        ("PLO-V404", "contenidos: [uno]\n"),
        ("PLO-V404", "comunes: [a]\ncontenidos: []\n"),
    ],
)
def test_un_archivo_sin_la_forma_esperada_se_dice(tmp_path: Path, codigo: str, texto: str) -> None:
    assert codigo in {d.codigo for d in leer(tmp_path, contenidos=texto).diagnosticos}


def test_un_archivo_en_otra_codificacion_se_dice_con_su_linea(tmp_path: Path) -> None:
    carpeta = escribir(tmp_path)
    (carpeta / "contenidos.yaml").write_bytes("contenidos:\n  - id: á\n".encode("latin-1"))
    d = unico(leer_registro(carpeta), "PLO-V402")
    assert d.tramo is not None and d.tramo.linea == 2


def test_lo_que_falta_se_dice_sin_traza(tmp_path: Path) -> None:
    unico(leer_registro(tmp_path / "no-hay"), "PLO-V401")
    carpeta = escribir(tmp_path)
    (carpeta / "contenidos.yaml").unlink()
    assert "contenidos.yaml" in unico(leer_registro(carpeta), "PLO-V401").mensaje


def test_todos_los_problemas_se_dicen_de_una_vez(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path,
        normas=NORMAS.replace("[decreto-b]", "[decreto-c]"),
        requisitos=REQUISITOS.replace("    sesgo: puede reportar de menos\n", ""),
        parametros=PARAMETROS.replace("hasta: 2021-01-13", "hasta: 2021-03-01"),
        contenidos=CONTENIDOS.replace("[R-1, R-2]", "[R-1, X]"),
    )
    assert {d.codigo for d in lectura.diagnosticos} == {"PLO-V413", "PLO-V415", "PLO-V420", "PLO-V423"}


def test_un_elemento_mal_escrito_no_arrastra_quejas_de_quien_lo_cita(tmp_path: Path) -> None:
    texto = REQUISITOS.replace("parafrasis: Lleva un modelo.", "parafrasis:")
    assert [d.codigo for d in leer(tmp_path, requisitos=texto).diagnosticos] == ["PLO-V406"]


def test_un_numeral_no_pierde_su_cero_y_lo_comun_se_completa_clave_por_clave(tmp_path: Path) -> None:
    registro = leer(tmp_path).valor
    assert registro is not None
    assert registro.requisito("R-1").cita.texto() == "Ley A de 1997, artículo 12, numeral 2.10"
    assert registro.requisito("R-3").cita.texto() == "Método M, apartado medio sin fin"


def test_los_gemelos_quedan_en_los_dos_sentidos(tmp_path: Path) -> None:
    registro = leer(tmp_path).valor
    assert registro is not None
    assert registro.requisito("R-1").gemelos == ("R-2",)
    assert registro.requisito("R-2").gemelos == ("R-1",)
    assert registro.requisito("R-3").gemelos == ()


def test_cada_codigo_del_registro_esta_en_el_catalogo_y_se_provoca_aqui() -> None:
    propios = {c for c in todos() if "PLO-V401" <= c <= "PLO-V429"}
    provocados = {d[0] for d in DANIOS} | {"PLO-V401", "PLO-V402", "PLO-V403", "PLO-V404", "PLO-V410"}
    assert provocados == propios

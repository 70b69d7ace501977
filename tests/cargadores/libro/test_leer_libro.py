"""Lo que se escribe en Excel se lee como se vio, y lo que está mal se dice con su hoja y su celda."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from plomada.cargadores.libro.hojas import hojas_del_plan, indice_de_hojas, plegar_nombre
from plomada.modelo.plan import Plan
from plomada.valores.ausencia import NoHay
from tests.cargadores.libro.apoyo import PLAN, Filas, arbol, crudo, leer, libro, problemas

PROYECTOS = ("id", "nombre", "costo", "objetivos")


def plan(**hojas: Filas) -> Plan:
    leido = leer(libro({"Plan": PLAN} | {n.replace("_", " "): f for n, f in hojas.items()}))
    assert leido.valor is not None, leido.diagnosticos
    return leido.valor.plan


def de_suelo(
    valor: object, dato: str = "urbano.area", formato: str = "General"
) -> list[tuple[str, str]] | str:
    """Lo que queda de un valor escrito en la hoja «Suelo», o los problemas que da."""

    def dar_formato(hecho: Workbook) -> None:
        hecho["Suelo"]["B2"].number_format = formato

    datos = libro({"Plan": PLAN, "Suelo": (("dato", "valor"), (dato, valor))}, dar_formato)
    leido = leer(datos)
    if leido.valor is None:
        return problemas(datos)
    hallado: object = leido.valor.plan.suelo
    for parte in dato.split("."):
        hallado = getattr(hallado, parte)
    return str(hallado)


# -- lo que Excel guarda y lo que la persona vio


@pytest.mark.parametrize(
    ("celda", "formato", "se_lee"),
    [
        ("410 ha", "General", "410 ha"),
        ("1.234,5 ha", "General", "1234,5 ha"),
        ("1,234.5 ha", "General", "1234,5 ha"),
        ("12,5 ha", "General", "12,5 ha"),
        ("0,125 ha", "General", "0,125 ha"),
        ("1.234.567 ha", "General", "1.234.567 ha"),
    ],
)
def test_las_cantidades_con_formato_local_que_no_ofrecen_duda(celda: str, formato: str, se_lee: str) -> None:
    assert de_suelo(celda, formato=formato) == se_lee


@pytest.mark.parametrize("celda", ["1.234 ha", "1,234 ha", "1.23.4 ha", "1,2,3 ha", 410, 0.25])
def test_lo_ambiguo_o_sin_unidad_lo_rechaza_el_modelo_con_su_celda(celda: object) -> None:
    assert de_suelo(celda) == [("PLO-D104", "Suelo!B2")]


@pytest.mark.parametrize(
    ("numero", "formato", "se_lee"),
    [(0.25, "0%", "25 %"), (0.125, "0.0%", "12,5 %"), (0.07, "0.00%", "7 %"), (1, "0%", "100 %")],
)
def test_un_porcentaje_de_excel_es_un_porcentaje(numero: float, formato: str, se_lee: str) -> None:
    assert de_suelo(numero, "expansion.porcentaje_vis", formato) == se_lee


@pytest.mark.parametrize(("celda", "se_lee"), [("12,5 %", "12,5 %"), ("25%", "25 %")])
def test_un_porcentaje_escrito(celda: str, se_lee: str) -> None:
    assert de_suelo(celda, "expansion.porcentaje_vis") == se_lee


@pytest.mark.parametrize(
    ("valor", "se_lee"),
    [(True, True), (False, False), ("si", True), ("SÍ", True), ("No", False)],
)
def test_un_verdadero_de_excel_es_un_si(valor: object, se_lee: bool) -> None:
    assert plan(Municipio=(("dato", "valor"), ("es_distrito", valor))).municipio.es_distrito is se_lee


@pytest.mark.parametrize(
    "valor", [date(2026, 3, 1), datetime(2026, 3, 1), "2026-03-01", " 2026-03-01 "], ids=str
)
def test_una_fecha_de_excel_es_una_fecha(valor: object) -> None:
    hojas = (("dato", "valor"), ("autoridad_ambiental.radicado", valor))
    proceso = plan(Proceso=hojas).proceso
    assert getattr(proceso.autoridad_ambiental, "radicado", None) == date(2026, 3, 1)


def test_un_libro_que_cuenta_desde_1904_da_la_misma_fecha() -> None:
    filas = (("dato", "valor"), ("autoridad_ambiental.radicado", date(2026, 3, 1)))

    def desde_1904(hecho: Workbook) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        hecho.epoch = CALENDAR_MAC_1904

    leido = leer(libro({"Plan": PLAN, "Proceso": filas}, desde_1904))
    assert leido.valor is not None
    assert getattr(leido.valor.plan.proceso.autoridad_ambiental, "radicado", None) == date(2026, 3, 1)


def test_una_fecha_con_hora_o_escrita_de_otro_modo_se_rechaza_con_su_celda() -> None:
    for valor in (datetime(2026, 3, 1, 10, 30), "1/03/2026", "marzo"):
        filas = (("dato", "valor"), ("autoridad_ambiental.radicado", valor))
        assert problemas(libro({"Plan": PLAN, "Proceso": filas})) == [("PLO-D106", "Proceso!B2")]


@pytest.mark.parametrize(
    ("valor", "formato", "queda"),
    [
        (5001, "00000", "05001"),
        (73001.0, "General", "73001"),
        ("05001", "@", "05001"),
    ],
)
def test_un_codigo_con_ceros_se_lee_como_se_ve(valor: object, formato: str, queda: str) -> None:
    def dar_formato(hecho: Workbook) -> None:
        hecho["Municipio"]["B2"].number_format = formato

    filas = (("dato", "valor"), ("codigo", valor))
    leido = leer(libro({"Plan": PLAN, "Municipio": filas}, dar_formato))
    assert leido.valor is not None and leido.valor.plan.municipio.codigo == queda


def test_un_codigo_que_perdio_su_cero_se_rechaza_con_su_celda() -> None:
    filas = (("dato", "valor"), ("codigo", 5001))
    assert problemas(libro({"Plan": PLAN, "Municipio": filas})) == [("PLO-D119", "Municipio!B2")]


def test_los_numeros_no_traen_la_basura_de_la_coma_flotante() -> None:
    filas = (("id", "anio", "nombre"), ("C1", 2018.0, 0.1), ("C2", 2025, 0.1 + 0.2), ("C3", 2026, 1e5))
    poblacion = plan(Poblacion=filas).municipio.poblacion
    assert isinstance(poblacion, tuple)
    assert [(p.anio, p.nombre) for p in poblacion] == [(2018, "0.1"), (2025, "0.3"), (2026, "100000")]


@pytest.mark.parametrize(("numero", "se_lee"), [(0.00125, "0,125 %"), (0.125, "12,5 %"), (0.1, "10 %")])
def test_tres_decimales_de_excel_no_se_toman_por_miles(numero: float, se_lee: str) -> None:
    assert de_suelo(numero, "expansion.porcentaje_vis", "0.000%") == se_lee


def test_un_numero_con_mas_decimales_de_los_que_se_admiten_no_se_redondea_a_escondidas() -> None:
    assert de_suelo(1 / 3, "expansion.porcentaje_vis", "0.00%") == [("PLO-L141", "Suelo!B2")]


# -- encabezados, filas y hojas


def test_se_toleran_columnas_en_otro_orden_tildes_mayusculas_y_vacios() -> None:
    filas = (
        ("# Esta fila es ayuda",),
        (),
        ("", "Costo", None, " NOMBRE ", "Íd", "# notas"),
        ("# y esta también", "x"),
        (),
        (None, "3 millones COP de 2025", None, "Uno", "P1", "nadie lee esto"),
        (None, None, None, "Dos", "P2"),
    )
    proyectos = plan(PROYECTOS=filas).medios.proyectos
    assert isinstance(proyectos, tuple)
    assert [(p.id, p.nombre, str(p.costo)) for p in proyectos] == [
        ("P1", "Uno", "3 millones de pesos de 2025"), ("P2", "Dos", "None"),
    ]  # fmt: skip


@pytest.mark.parametrize("nombre", ["Areas de actividad", "Áreas De Actividad", "areas_de_actividad"])
def test_el_nombre_de_la_hoja_tolera_tildes_y_espacios(nombre: str) -> None:
    leido = leer(libro({"plan": PLAN, nombre: (("id",), ("A1",))}))
    assert leido.valor is not None
    areas = leido.valor.plan.normas_urbanisticas.areas_de_actividad
    assert isinstance(areas, tuple) and areas[0].id == "A1"


def test_una_hoja_de_notas_no_se_lee_y_una_vacia_no_estorba() -> None:
    hojas: dict[str, Filas] = {"Plan": PLAN, "# mis notas": (("lo que sea", "=1"),), "Hoja1": ()}
    assert leer(libro(hojas)).diagnosticos == ()


def test_todo_lo_que_esta_mal_se_dice_de_una_vez_con_su_celda() -> None:
    hojas: dict[str, Filas] = {
        "Plan": (
            ("dato", "valor"),
            ("clase", "EOTT"),
            ("tramite", "plan_nuevo"),
            ("clse", "x"),
            ("clase", "POT"),
        ),
        "Proyectos": (("id", "nombre", "costos"), ("P1", "a", 1), ("P1", "b", None), (None, "c", None)),
        "Fuentes": (("de", "id"), ("E9", "F1"), (None, "F2")),
        "Evidencia": (("ruta", "pagina"), ("medios.proyectos[P9]", 1), ("plan.clase", 1), ("suelo..x", 1)),
        "Proyectoss": (("id",), ("P1",)),
    }
    datos = libro(hojas)
    assert sorted(problemas(datos)) == sorted(
        [
            ("PLO-D103", "Plan!B2"), ("PLO-L138", "Plan!A4"), ("PLO-L138", "Plan!A5"),
            ("PLO-L137", "Proyectos!C1"), ("PLO-D113", "Proyectos!A3"), ("PLO-D102", "Proyectos!B4"),
            ("PLO-L139", "Fuentes!A2"), ("PLO-L139", "Fuentes!B3"),
            ("PLO-L139", "Evidencia!A2"), ("PLO-L139", "Evidencia!A3"), ("PLO-L139", "Evidencia!A4"),
            ("PLO-L136", "Proyectoss"),
        ]
    )  # fmt: skip
    ayudas = {d.codigo: d.ayuda for d in leer(datos).diagnosticos}
    assert "`costo`" in ayudas["PLO-L137"] and "`Proyectos`" in ayudas["PLO-L136"]


def test_una_columna_sin_encabezado_con_datos_no_se_calla() -> None:
    filas = (("id", "nombre"), ("P1", "a", "perdido"))
    assert problemas(libro({"Plan": PLAN, "Proyectos": filas})) == [("PLO-L137", "Proyectos!C2")]


def test_una_columna_repetida_se_dice() -> None:
    filas = (("id", "nombre", "Nombre"), ("P1", "a", "b"))
    assert ("PLO-L137", "Proyectos!C1") in problemas(libro({"Plan": PLAN, "Proyectos": filas}))


def test_dos_hojas_que_son_la_misma_se_dicen() -> None:
    hojas = {"Plan": PLAN, "Proyectos": (("id",), ("P1",)), "medios.proyectos": (("id",), ("P2",))}
    assert problemas(libro(hojas)) == [("PLO-L136", "medios.proyectos")]


# -- ausencias y listas


@pytest.mark.parametrize("celda", ["NO HAY: no se prevé", "no hay : no se prevé", "No aplica: no se prevé"])
def test_se_declara_que_no_hay(celda: str) -> None:
    suelo = plan(Suelo=(("dato", "valor"), ("expansion", celda))).suelo
    assert suelo.expansion == NoHay("no se prevé")


@pytest.mark.parametrize("celda", ["NO HAY", "no aplica", "No hay.", "NO APLICA:"])
def test_declarar_que_no_hay_sin_motivo_pide_el_motivo(celda: str) -> None:
    assert problemas(libro({"Plan": PLAN, "Suelo": (("dato", "valor"), ("urbano.articulo", celda))})) == [
        ("PLO-D111", "Suelo!B2")
    ]


def test_un_texto_que_solo_se_parece_a_una_ausencia_es_un_texto() -> None:
    suelo = plan(
        Suelo=(
            ("dato", "valor"),
            ("urbano.articulo", "'No hay: es el título"),
            ("rural.articulo", "No hay duda"),
        )
    ).suelo
    assert getattr(suelo.urbano, "articulo", "") == "No hay: es el título"
    assert getattr(suelo.rural, "articulo", "") == "No hay duda"


@pytest.mark.parametrize("orden", [(0, 1), (1, 0)])
def test_declarar_que_no_hay_y_describir_a_la_vez_es_un_error(orden: tuple[int, int]) -> None:
    filas = [("expansion", "NO HAY: x"), ("expansion.area", "1 ha")]
    hoja = (("dato", "valor"), *(filas[i] for i in orden))
    assert {c for c, _ in problemas(libro({"Plan": PLAN, "Suelo": hoja}))} == {"PLO-D111"}
    ids = ["NO HAY: x", "P1"]
    proyectos = (("id",), *((ids[i],) for i in orden))
    assert {c for c, _ in problemas(libro({"Plan": PLAN, "Proyectos": proyectos}))} == {"PLO-L138"}


def test_una_lista_entera_que_no_hay_y_una_vacia() -> None:
    medios = plan(Proyectos=(("id",), ("NO HAY: ninguno",)), Estrategias=(("id",), ("LISTA VACÍA",))).medios
    assert medios.proyectos == NoHay("ninguno") and medios.estrategias == ()
    assert plan(Proyectos=(("id", "nombre"),)).medios.proyectos is None


@pytest.mark.parametrize("celda", ["O1\nO2", "O1; O2", "O1, O2", "O1;\nO2;", " O1 ;; O2 "])
def test_las_referencias_van_una_por_renglon_o_separadas(celda: str) -> None:
    hecho = plan(Objetivos=(("id",), ("O1",), ("O2",)), Proyectos=(("id", "objetivos"), ("P1", celda)))
    assert isinstance(hecho.medios.proyectos, tuple)
    assert hecho.medios.proyectos[0].objetivos == ("O1", "O2")


def test_los_textos_de_una_lista_llevan_comas_y_renglones() -> None:
    celda = 'Capítulo 1, parte a; b\n"con\nrenglón y ""comillas"""\n"Anexo" final'
    documentos = plan(Documentos=(("id", "partes"), ("D1", celda))).documentos
    assert isinstance(documentos, tuple)
    assert documentos[0].partes == ("Capítulo 1, parte a; b", 'con\nrenglón y "comillas"', '"Anexo" final')


def test_varias_filas_del_mismo_contenido_son_varias_evidencias() -> None:
    filas = (
        ("contenido", "estado", "evidencia.documento", "evidencia.pagina"),
        ("patrimonio", "incluido", "D1", 4),
        ("patrimonio", None, "D1", 9),
        ("otro_sin_llenar", None, None, None),
    )
    hecho = plan(Documentos=(("id",), ("D1",)), Contenidos=filas)
    assert set(hecho.contenidos) == {"patrimonio"}
    assert [e.pagina for e in hecho.contenidos["patrimonio"].evidencia] == [4, 9]


def test_dos_estados_para_el_mismo_contenido_se_contradicen() -> None:
    filas = (("contenido", "estado"), ("patrimonio", "incluido"), ("patrimonio", "parcial"))
    assert problemas(libro({"Plan": PLAN, "Contenidos": filas})) == [("PLO-L138", "Contenidos!B3")]


# -- fórmulas


def _fila(numero: int, dato: str, celda: str) -> str:
    return f'<row r="{numero}"><c r="A{numero}" t="inlineStr"><is><t>{dato}</t></is></c>{celda}</row>'


def _con_celda(celda: str) -> bytes:
    filas = _fila(1, "dato", '<c r="B1" t="inlineStr"><is><t>valor</t></is></c>')
    filas += _fila(2, "clase", '<c r="B2" t="str"><f>"E"&amp;"OT"</f><v>EOT</v></c>')
    filas += _fila(3, "tramite", celda)
    return crudo(f"<sheetData>{filas}</sheetData>")


def test_una_formula_vale_por_el_resultado_que_guardo() -> None:
    leido = leer(_con_celda('<c r="B3" t="str"><f>A1</f><v>plan_nuevo</v></c>'))
    assert leido.valor is not None and leido.valor.plan.plan.clase.value == "EOT"


@pytest.mark.parametrize(
    ("celda", "codigo"),
    [
        ('<c r="B3"><f>A1</f></c>', "PLO-L135"),
        ('<c r="B3"><f>A1</f><v></v></c>', "PLO-L135"),
        ('<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "PLO-L134"),
        ('<c r="B3" t="e"><v>#REF!</v></c>', "PLO-L134"),
        ('<c r="B3"><v>nada</v></c>', "PLO-L141"),
        ('<c r="B3"><v>NaN</v></c>', "PLO-L141"),
        ('<c r="B3"><v>1e999</v></c>', "PLO-L141"),
    ],
)
def test_una_formula_sin_valor_o_con_error_se_dice_con_su_celda(celda: str, codigo: str) -> None:
    assert (codigo, "Plan!B3") in problemas(_con_celda(celda))


# -- las hojas


def test_las_hojas_salen_del_modelo_y_caben_en_excel() -> None:
    nombres = [h.nombre for h in hojas_del_plan()]
    assert len({n.lower() for n in nombres}) == len(nombres)
    assert all(0 < len(n) <= 31 and not set(n) & set("[]:*?/\\'") for n in nombres)
    assert all(indice_de_hojas()[plegar_nombre(h.nombre)] is h for h in hojas_del_plan())


def test_los_nombres_de_las_hojas_que_la_gente_ya_tiene_no_cambian() -> None:
    """Quien ya llenó un libro no puede encontrarse con que su hoja dejó de existir."""
    rutas = {h.ruta: h.nombre for h in hojas_del_plan()}
    assert rutas["medios.proyectos"] == "Proyectos"
    assert rutas["programa_ejecucion.entradas[].fuentes"] == "Fuentes"
    assert rutas["gestion.instrumentos"] == "Gestion instrumentos"
    assert rutas["riesgo.areas"] == "Riesgo areas"
    assert rutas["contenidos"] == "Contenidos" and rutas["evidencia"] == "Evidencia"


def test_un_libro_sin_datos_se_dice() -> None:
    leido = arbol(libro({"Plan": (("dato", "valor"),)}))
    assert [d.codigo for d in leido.diagnosticos] == ["PLO-L108"]

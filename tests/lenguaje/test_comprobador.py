"""Un nombre mal escrito o una unidad mezclada no llegan a ejecutarse: cada error con su código y su ayuda."""

import pytest

from plomada.diagnosticos.diagnostico import Diagnostico
from plomada.evaluacion.esquema_plan import construir_esquema
from plomada.lenguaje.analizador import analizar
from plomada.lenguaje.comprobacion.paquetes import comprobar
from tests.apoyo import parametro, registro, regla, requisito

REGISTRO = registro(
    requisito(),
    parametros=(
        parametro("tope", ("2000-01-01", "", "5 ha")),
        parametro("escala", ("2000-01-01", "urbano", "1:5000"), por="ambito"),
        parametro("porcentaje", ("2000-01-01", "", "1 %")),
    ),
)
ESQUEMA = construir_esquema(REGISTRO)
A = "suelo.urbano.area"
P = "cada p en medios.proyectos cumple"
OB = "cada ob en fines.objetivos"


def _diagnosticos(texto: str) -> tuple[Diagnostico, ...]:
    leido = analizar(texto, "mal.regla")
    assert leido.valor is not None and not leido.diagnosticos, leido.diagnosticos
    return comprobar(leido.valor, ESQUEMA).diagnosticos


@pytest.mark.parametrize(
    ("exige", "codigo", "ayuda"),
    [
        ("suelo.urbana.area <= 1 ha", "PLO-N201", "suelo.urbano.area"),
        ("suelos.urbano.area <= 1 ha", "PLO-N201", "suelo"),
        (f"{P} p.costos existe", "PLO-N201", "p.costo"),
        ("municipio.nombre.largo existe", "PLO-N202", "largo"),
        ("medios.proyectos.costo existe", "PLO-N203", "cada x en"),
        ("contenido contenido_un con evidencia", "PLO-N204", "contenido_uno"),
        ("cada ob en fines.objetivos se concreta en al menos 1 proyectil", "PLO-N205", "proyecto"),
        (f"{P} (cada p en fines.objetivos cumple p.plazo = corto)", "PLO-N206", "otro nombre"),
        (f"{A} <= parámetro top", "PLO-N207", "tope"),
        ("municipio.nombre", "PLO-T301", "compárelo"),
        ("suma de p.costo para cada p en medios.proyectos existe", "PLO-T302", ""),
        (f"{A} dentro de suelo.perimetro_servicios", "PLO-T303", "suelo.perimetro_urbano"),
        (f"{A} al menos tan detallada como 1:5000", "PLO-T304", "1:5000"),
        ("plan.clase es uno de {POT si municipio.es_distrito}", "PLO-T305", ""),
        ("para cada f en {urbano} medios declara proyectos para f", "PLO-T306", ""),
        ("suelo.urbano se concreta en al menos 1 proyecto", "PLO-T307", "objetivo"),
        (
            f"{OB} se concreta en al menos 1 proyecto por cadena estrategia → proyecto",
            "PLO-T308",
            "",
        ),
        (f"{OB} se concreta en al menos 1 objetivo", "PLO-T309", ""),
        ("cada ob en fines.objetivos llega hasta proyecto", "PLO-T309", ""),
        (f"{OB} cumple ningún p en medios.proyectos cumple ob conduce a p", "PLO-T309", "primero el medio"),
        (f"{OB} cumple ningún otro en fines.objetivos cumple ob conduce a otro", "PLO-T309", ""),
        (f"{P} p conduce a suelo.urbano", "PLO-T307", "objetivo"),
        ("suelo.urbano sin enlaces rotos", "PLO-T318", ""),
        ("municipio.nombre sin enlaces rotos", "PLO-T318", ""),
        (f"parecido entre municipio.nombre y {A} >= 70 %", "PLO-T326", ""),
        ("parecido entre municipio.nombre y municipio.nombre >= 70", "PLO-T320", "medir lo mismo"),
        ("cada n en municipio.nombre cumple n existe", "PLO-T311", ""),
        ("para cada f en {suelo.urbano} municipio.nombre existe", "PLO-T312", ""),
        ("(municipio.nombre existe) = 3", "PLO-T313", ""),
        (f"días hábiles entre {A} y proceso.inicio <= 3 días hábiles", "PLO-T314", ""),
        ("1:5000 al menos tan detallada como parámetro escala", "PLO-T315", "ambito"),
        (f"{A} <= parámetro tope para urbano", "PLO-T315", "para"),
        ("suma de p.nombre para cada p en medios.proyectos <= 3", "PLO-T316", ""),
        (f"{A} <= 20 %", "PLO-T320", "medir lo mismo"),
        (f"{A} <= 20", "PLO-T320", "medir lo mismo"),
        ('proceso.inicio <= "ayer"', "PLO-T320", ""),
        ("suelo.urbano = suelo.rural", "PLO-T320", "uno de sus datos"),
        ('municipio.nombre < "Z"', "PLO-T321", "es uno de"),
        (f"{A} = 1 ha ± 2 m", "PLO-T322", "tolerancia"),
        ("plan.clase = PTO", "PLO-T323", "POT"),
        ("plan.clase es uno de {POT, PBOTE}", "PLO-T323", "PBOT"),
        ("cada e en riesgo.estudios cumple e.escala <= 1:5000", "PLO-T324", "al menos tan detallada"),
        (f"{A} es uno de {{suelo.rural.area}}", "PLO-T325", ""),
        ("municipio.nombre + 1 = 2", "PLO-T330", ""),
        ("proceso.inicio - proceso.inicio <= 3 días hábiles", "PLO-T331", "días hábiles entre"),
        (f"{A} + 3 m <= 1 ha", "PLO-T332", ""),
        (f"{A} * {A} <= 1 ha", "PLO-T332", "multiplique"),
    ],
)
def test_cada_error_de_nombre_o_de_tipo_tiene_codigo_lugar_y_ayuda(
    exige: str, codigo: str, ayuda: str
) -> None:
    hallados = _diagnosticos(regla(exige))
    assert [d.codigo for d in hallados] == [codigo]
    assert hallados[0].tramo is not None and hallados[0].tramo.linea == 7
    assert ayuda in hallados[0].ayuda


@pytest.mark.parametrize(
    "exige",
    [
        f"{A} <= 1 km2",
        f"{A} + 1 ha <= 5000 m2",
        f"{A} * 20 % <= 1 ha",
        f"{A} / suelo.rural.area * 100 % <= 20 %",
        "proceso.inicio + 6 meses <= evaluacion.fecha",
        "proceso.inicio + 2 años - 3 días calendario <= 2020-01-01",
        "plan.vigencias.largo = 3 períodos",
        f"{P} p.costo <= 3 millones COP",
        f"{P} p.costo = 3 COP ± 1 %",
        f"{A} = 4 ha ± 1 ha",
        f"{A} = parámetro tope ± parámetro porcentaje",
        "plan.clase es uno de {pot, eot}",
        "cada e en programa_ejecucion.entradas cumple e.proyecto.costo existe",
    ],
)
def test_lo_que_mide_lo_mismo_se_puede_comparar(exige: str) -> None:
    assert _diagnosticos(regla(exige)) == ()


def test_una_referencia_se_sigue_hasta_su_objeto() -> None:
    assert (
        _diagnosticos(regla("cada e en programa_ejecucion.entradas cumple e.proyecto.coste existe"))[0].codigo
        == "PLO-N201"
    )


@pytest.mark.parametrize(
    ("cambio", "codigo"),
    [
        (("fundamento R-1", "fundamento R-9"), "PLO-N211"),
        (('  titulo "t"\n', ""), "PLO-N212"),
        (("competencia general", "competencia alcaldia"), "PLO-N213"),
        (("aplica a POT", "aplica a POTE"), "PLO-N213"),
        (("  exige ", '  pregunta "¿?"\n  guia "g"\n  exige '), "PLO-N215"),
        (('  caso "c"\n    plan.clase: POT\n    espera no consta\n', ""), "PLO-N217"),
        (("{n_fallan}", "{n_falan}"), "PLO-N201"),
        (("{n_fallan}", "{"), "PLO-T340"),
        (("{n_fallan}", "{suelo.urbano..area}"), "PLO-T340"),
    ],
)
def test_la_cabecera_y_los_mensajes_se_comprueban_al_cargar(cambio: tuple[str, str], codigo: str) -> None:
    texto = regla("municipio.nombre existe")
    assert cambio[0] in texto
    assert codigo in {d.codigo for d in _diagnosticos(texto.replace(*cambio))}


def test_un_id_repetido_senala_los_dos_lugares() -> None:
    (hallado,) = _diagnosticos(regla("municipio.nombre existe") * 2)
    assert hallado.codigo == "PLO-N210"
    assert hallado.secundario is not None and hallado.secundario.linea == 1


def test_las_definiciones_en_circulo_y_las_que_tapan_un_bloque_se_rechazan() -> None:
    circulo = "define a\n  es b\nfin define\ndefine b\n  es a\nfin define\n"
    assert {d.codigo for d in _diagnosticos(circulo)} == {"PLO-N216"}
    tapa = "define suelo\n  es municipio.area\nfin define\n"
    assert {d.codigo for d in _diagnosticos(tapa)} == {"PLO-N218"}
    campo = "define total\n  es municipio.area\nfin define\n" + regla("total.ha <= 1 ha")
    assert {d.codigo for d in _diagnosticos(campo)} == {"PLO-N202"}


def test_una_definicion_se_usa_antes_de_escribirse() -> None:
    texto = (
        regla("doble <= 4 ha")
        + "define doble\n  es total * 2\nfin define\ndefine total\n  es municipio.area\nfin define\n"
    )
    assert _diagnosticos(texto) == ()


def test_los_nombres_no_distinguen_tildes_ni_mayusculas() -> None:
    assert _diagnosticos(regla("Suelo.URBANO.área <= 1 ha")) == ()

from dataclasses import dataclass

import pytest

from plomada.evaluacion.veredicto import Veredicto
from plomada.probador.casos import armar_casos
from plomada.probador.mutacion import _Ensayo, mutar, mutar_regla
from plomada.probador.planes_base import PlanesBase
from tests.probador.taller import REGISTRO, caso, casos, comprobado, mutado, probado, regla


@dataclass(frozen=True)
class Muestra:
    """Una regla, los casos que dejan vivo un cambio y los que, agregados, lo matan."""

    operador: str
    cuerpo: str
    debiles: str
    fuertes: str
    fundamento: str = "R-1"
    clases: str = "POT, PBOT, EOT"


def _rural(area, espera, *mas):
    return caso(
        f"rural de {area} {espera} {' '.join(mas)}".replace('"', ""),
        espera,
        f"suelo.rural.area: {area}",
        *mas,
    )


def _proyectos(nombre, espera, *proyectos):
    return caso(
        nombre, espera, *(f"agrega medios.proyectos {{id: P{i}, {p}}}" for i, p in enumerate(proyectos))
    )


_BARATO, _CARO = "costo: 10 COP", "costo: 11 COP"
_DOS_AREAS = "  exige suelo.rural.area > 10 ha {} suelo.urbano.area > 10 ha"
_UMBRAL = "  exige suelo.suburbano.umbral <= parámetro tope"


_CADENA = ("agrega fines.objetivos {id: O1}", "agrega medios.estrategias {id: E1, objetivos: [O1]}")
_CADA = "  exige cada p en medios.proyectos cumple"
_CORTO_Y_LARGO = (f"plazo: corto, {_BARATO}", f"plazo: largo, {_CARO}")
_AREAS = casos(
    _rural("20 ha", "cumple", "suelo.urbano.area: 20 ha"),
    _rural("5 ha", "no cumple", "suelo.urbano.area: 5 ha"),
)
_UNO_Y_UNO = casos(_proyectos("a", "cumple", _BARATO), _proyectos("b", "no cumple", _CARO))
_UNO_Y_UNO_CORTOS = casos(
    _proyectos("a", "cumple", f"plazo: corto, {_BARATO}"),
    _proyectos("b", "no cumple", f"plazo: corto, {_CARO}"),
)


def _escala(nombre, espera, escala):
    return caso(nombre, espera, f"riesgo.estudios[E1].escala: {escala}")


def _inicio(nombre, espera, fecha):
    return caso(nombre, espera, f"proceso.inicio: {fecha}")


def _umbral(valor, fecha, espera):
    return caso(f"{valor} al {fecha}", espera, f"fecha {fecha}", f"suelo.suburbano.umbral: {valor}")


_MUESTRAS = [
    Muestra(
        "comparación",
        "  exige suelo.rural.area <= 100 ha",
        casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple")),
        _rural("100 ha", "cumple"),
    ),
    Muestra(
        "comparación",
        "  exige proceso.inicio > 2020-01-15",
        casos(_inicio("a", "cumple", "2021-01-01"), _inicio("b", "no cumple", "2019-01-01")),
        _inicio("c", "no cumple", "2020-01-15"),
    ),
    Muestra(
        "comparación",
        "  exige suelo.rural.area = 100 ha ± 10 %",
        _rural("300 ha", "no cumple", "quita suelo.rural.area"),
        _rural("300 ha", "no cumple"),
    ),
    Muestra(
        "conector",
        _DOS_AREAS.format("y"),
        _AREAS,
        _rural("20 ha", "no cumple", "suelo.urbano.area: 5 ha"),
    ),
    Muestra(
        "conector",
        _DOS_AREAS.format("o"),
        _AREAS,
        _rural("20 ha", "cumple", "suelo.urbano.area: 5 ha"),
    ),
    Muestra(
        "operando",
        _DOS_AREAS.format("y"),
        _AREAS,
        casos(
            _rural("20 ha", "no cumple", "suelo.urbano.area: 5 ha"),
            _rural("5 ha", "no cumple", "suelo.urbano.area: 20 ha"),
        ),
    ),
    Muestra(
        "negación",
        "  exige suelo.expansion no existe o suelo.urbano.area > 10 ha",
        caso("a", "cumple", "suelo.expansion.area: 1 ha", "suelo.urbano.area: 20 ha"),
        caso("b", "no cumple", "suelo.expansion.area: 1 ha", "suelo.urbano.area: 5 ha"),
    ),
    Muestra(
        "negación",
        "  exige no (suelo.rural.area > 10 ha) o suelo.urbano.area > 10 ha",
        _rural("20 ha", "cumple", "suelo.urbano.area: 20 ha"),
        _rural("5 ha", "cumple", "suelo.urbano.area: 5 ha"),
    ),
    Muestra(
        "negación",
        "  exige plan.tramite no es uno de {plan_nuevo, revision_general} o suelo.urbano.area > 10 ha",
        caso("a", "cumple", "suelo.urbano.area: 20 ha"),
        caso("b", "no cumple", "suelo.urbano.area: 5 ha"),
    ),
    Muestra(
        "cuantificador",
        f"{_CADA} p.costo <= 10 COP",
        _UNO_Y_UNO,
        _proyectos("c", "no cumple", _BARATO, _CARO),
    ),
    Muestra(
        "cuantificador",
        "  exige algún p en medios.proyectos cumple p.costo <= 10 COP",
        _UNO_Y_UNO,
        _proyectos("c", "cumple", _BARATO, _CARO),
    ),
    Muestra(
        "cuantificador",
        "  exige (ningún p en medios.proyectos cumple p.costo <= 10 COP) o plan.tramite = plan_nuevo",
        _proyectos("a", "cumple", _BARATO),
        casos(
            *(
                caso(n, e, "plan.tramite: revision_general", f"agrega medios.proyectos {{id: P1, {p}}}")
                for n, e, p in (("b", "no cumple", _BARATO), ("c", "cumple", _CARO))
            )
        ),
    ),
    Muestra(
        "mínimo",
        "  exige al menos 2 p en medios.proyectos cumple p.costo <= 10 COP",
        casos(_proyectos("a", "cumple", *[_BARATO] * 4), _proyectos("b", "no cumple", _CARO)),
        casos(_proyectos("c", "cumple", *[_BARATO] * 2), _proyectos("d", "no cumple", _BARATO, _CARO)),
    ),
    Muestra(
        "mínimo",
        "  exige cada e en medios.estrategias cumple e se concreta en al menos 2 proyecto",
        caso(
            "a",
            "no cumple",
            "agrega medios.estrategias {id: E1}",
            "agrega medios.proyectos {id: P1, estrategias: []}",
        ),
        casos(
            caso(
                "b",
                "no cumple",
                "agrega medios.estrategias {id: E1}",
                "agrega medios.proyectos {id: P1, estrategias: [E1]}",
            ),
            caso("c", "cumple", "base b", "agrega medios.proyectos {id: P2, estrategias: [E1]}"),
        ),
    ),
    Muestra(
        "camino",
        "  exige cada x en fines.objetivos cumple x se concreta en algún proyecto a través de estrategia",
        caso("a", "cumple", *_CADENA, "agrega medios.proyectos {id: P1, estrategias: [E1]}"),
        caso("b", "no cumple", *_CADENA, "agrega medios.proyectos {id: P1, objetivos: [O1]}"),
    ),
    Muestra(
        "filtro",
        "  exige cada p en medios.proyectos con p.plazo = corto cumple p.costo <= 10 COP",
        _UNO_Y_UNO_CORTOS,
        _proyectos("c", "cumple", *_CORTO_Y_LARGO),
    ),
    Muestra(
        "filtro",
        "  exige suma de p.costo para cada p en medios.proyectos con (p.plazo = corto) <= 10 COP",
        _UNO_Y_UNO_CORTOS,
        _proyectos("c", "cumple", *_CORTO_Y_LARGO),
    ),
    Muestra(
        "filtro",
        "  exige cada c en {corto, largo si suelo.expansion existe} cumple\n"
        "          (algún p en medios.proyectos cumple p.plazo = c)",
        caso(
            "a",
            "cumple",
            "suelo.expansion.area: 1 ha",
            "medios.proyectos[P1].plazo: corto",
            "medios.proyectos[P2].plazo: largo",
        ),
        caso("b", "cumple", 'suelo.expansion: {no_hay: "no tiene"}', "medios.proyectos[P1].plazo: corto"),
    ),
    Muestra(
        "opción",
        "  exige plan.tramite es uno de {plan_nuevo, revision_general}",
        casos(caso("a", "cumple"), caso("b", "no cumple", "plan.tramite: precision_cartografica")),
        caso("c", "cumple", "plan.tramite: revision_general"),
    ),
    Muestra(
        "opción",
        "  exige cada c en {corto, largo} cumple (algún p en medios.proyectos cumple p.plazo = c)",
        casos(
            _proyectos("a", "cumple", "plazo: corto", "plazo: largo"),
            _proyectos("b", "no cumple", "plazo: mediano"),
        ),
        casos(_proyectos("c", "no cumple", "plazo: corto"), _proyectos("d", "no cumple", "plazo: largo")),
    ),
    Muestra(
        "cuando",
        "  cuando suelo.expansion existe\n  exige suelo.rural.area <= 100 ha",
        casos(
            _rural("100 ha", "cumple", "suelo.expansion.area: 1 ha"),
            _rural("101 ha", "no cumple", "suelo.expansion.area: 1 ha"),
        ),
        _rural("100 ha", "no aplica", 'suelo.expansion: {no_hay: "no"}'),
    ),
    Muestra(
        "salvo que",
        '  salvo que suelo.urbano.area > 9 ha porque "es grande"\n  exige suelo.rural.area <= 100 ha',
        casos(
            _rural("100 ha", "cumple", "suelo.urbano.area: 9 ha"),
            _rural("101 ha", "no cumple", "suelo.urbano.area: 9 ha"),
        ),
        _rural("100 ha", "no aplica", "suelo.urbano.area: 10 ha"),
    ),
    Muestra(
        "salvo que",
        '  salvo que p.plazo = largo porque "falta mucho"\n' + _CADA + " p.costo <= 10 COP",
        _UNO_Y_UNO_CORTOS,
        _proyectos("c", "no aplica", f"plazo: largo, {_CARO}"),
    ),
    Muestra(
        "fecha escrita",
        "  exige proceso.inicio >= 2020-01-15",
        casos(_inicio("a", "cumple", "2021-01-01"), _inicio("b", "no cumple", "2019-01-01")),
        casos(_inicio("c", "cumple", "2020-01-15"), _inicio("d", "no cumple", "2020-01-14")),
    ),
    Muestra(
        "número escrito",
        "  exige suelo.rural.area <= 100 ha",
        casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple")),
        casos(_rural("100 ha", "cumple"), _rural("101 ha", "no cumple")),
    ),
    Muestra(
        "número escrito",
        f"{_CADA} p.costo <= 10 millones COP",
        casos(
            _proyectos("a", "cumple", "costo: 9 millones COP"),
            _proyectos("b", "no cumple", "costo: 11 millones COP"),
        ),
        casos(
            _proyectos("c", "cumple", "costo: 10_000_000 COP"),
            _proyectos("d", "no cumple", "costo: 10_000_001 COP"),
        ),
    ),
    Muestra(
        "número escrito",
        "  exige cada e en riesgo.estudios cumple e.escala al menos tan detallada como 1:5000",
        casos(_escala("a", "cumple", "1:2000"), _escala("b", "no cumple", "1:25000")),
        casos(_escala("c", "cumple", "1:5000"), _escala("d", "no cumple", "1:5001")),
    ),
    Muestra(
        "número escrito",
        "  exige cuenta de p en medios.proyectos >= 3",
        casos(_proyectos("a", "cumple", *[_BARATO] * 5), _proyectos("b", "no cumple", _BARATO)),
        casos(_proyectos("c", "cumple", *[_BARATO] * 3), _proyectos("d", "no cumple", *[_BARATO] * 2)),
    ),
    Muestra(
        "clase",
        "  exige suelo.rural.area <= 100 ha",
        casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple")),
        _rural("90 ha", "cumple", "plan.clase: EOT"),
        clases="POT, EOT",
    ),
    Muestra(
        "vigencia del requisito",
        "  exige suelo.rural.area <= 100 ha",
        _rural("90 ha", "cumple", "fecha 2015-01-01"),
        casos(
            _rural("90 ha", "no aplica", "fecha 2009-12-31"),
            _rural("90 ha", "cumple", "fecha 2010-01-01"),
            _rural("90 ha", "cumple", "fecha 2019-12-31"),
            _rural("90 ha", "no aplica", "fecha 2020-01-01"),
        ),
        fundamento="R-2",
    ),
    Muestra(
        "valor del parámetro",
        "  exige suelo.rural.area <= parámetro area-maxima",
        casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple")),
        casos(_rural("100 ha", "cumple"), _rural("101 ha", "no cumple")),
    ),
    Muestra(
        "valor del parámetro",
        "  exige proceso.inicio <= parámetro plazo",
        _inicio("a", "cumple", "2019-01-01"),
        casos(_inicio("b", "cumple", "2020-06-30"), _inicio("c", "no cumple", "2020-07-01")),
    ),
    Muestra(
        "valor del parámetro",
        _UMBRAL,
        casos(_umbral("10 %", "2004-01-01", "cumple"), _umbral("11 %", "2004-02-01", "no cumple")),
        casos(_umbral("20 %", "2010-01-01", "cumple"), _umbral("21 %", "2010-01-02", "no cumple")),
        fundamento="R-3",
    ),
    Muestra(
        "vigencia del parámetro",
        _UMBRAL,
        casos(_umbral("10 %", "2004-01-01", "cumple"), _umbral("20 %", "2010-01-01", "cumple")),
        casos(
            _umbral("10 %", "1990-01-01", "cumple"),
            _umbral("10 %", "2004-12-31", "cumple"),
            _umbral("20 %", "2005-01-01", "cumple"),
        ),
        fundamento="R-3",
    ),
]


def _nombre(m):
    return f"{m.operador}: {' '.join(m.cuerpo.split())}"


def _vivos(m, escritos):
    texto = regla(m.cuerpo, escritos, fundamento=m.fundamento, clases=m.clases)
    return [v.descripcion for v in mutado(texto).vivos if v.operador == m.operador]


@pytest.mark.parametrize("muestra", _MUESTRAS, ids=_nombre)
def test_los_casos_debiles_dejan_vivo_el_cambio(muestra):
    assert _vivos(muestra, muestra.debiles)


@pytest.mark.parametrize("muestra", _MUESTRAS, ids=_nombre)
def test_los_casos_fuertes_lo_matan(muestra):
    escritos = casos(muestra.debiles, muestra.fuertes)
    texto = regla(muestra.cuerpo, escritos, fundamento=muestra.fundamento, clases=muestra.clases)
    fallidos = [c for r in probado(texto).reglas for c in r.casos if not c.pasa]
    assert not [c for c in fallidos if not c.nombre.startswith("rural de 300 ha") or "quita" not in c.nombre]
    assert _vivos(muestra, escritos) == []


def test_hay_una_muestra_de_cada_clase_de_cambio_y_ninguna_de_mas():
    operadores = {m.operador for muestra in _MUESTRAS for m in _mutantes(muestra.cuerpo, muestra.fundamento)}
    assert {m.operador for m in _MUESTRAS} == operadores


def _mutantes(cuerpo, fundamento="R-1", clases="POT, PBOT, EOT"):
    paquete = comprobado(regla(cuerpo, caso("a", "no consta"), fundamento=fundamento, clases=clases))
    return mutar(paquete, REGISTRO)


def _descripciones(operador, *argumentos, **otros):
    return [m.descripcion for m in _mutantes(*argumentos, **otros) if m.operador == operador]


def test_un_mutante_vivo_dice_que_se_cambio_y_en_que_linea():
    texto = regla(
        "  exige suelo.rural.area <= 100 ha", casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple"))
    )
    vivo = next(d for d in mutado(texto).diagnosticos if "`<=`" in d.mensaje)
    assert vivo.codigo == "PLO-P120"
    assert (
        vivo.mensaje
        == "en `juguete`, ningún caso nota si se cambia `<=` por `<` en `suelo.rural.area <= 100 ha`"
    )
    assert vivo.tramo.linea == 7


def test_no_se_corre_la_fecha_que_otro_fundamento_cubre_ni_la_de_una_clase_ajena():
    de_uno = _descripciones("vigencia del requisito", "  exige suelo.rural.area <= 100 ha", "R-2")
    assert len(de_uno) == 4
    con_otro = _descripciones("vigencia del requisito", "  exige suelo.rural.area <= 100 ha", "R-1, R-2")
    assert con_otro == [
        "corre `desde` del requisito R-1 de 2000-01-01 a 2000-01-02",
        "corre `desde` del requisito R-1 de 2000-01-01 a 1999-12-31",
    ]
    ajena = _descripciones(
        "vigencia del requisito", "  exige suelo.rural.area <= 100 ha", "R-1, R-3", clases="EOT"
    )
    assert ajena == con_otro


def test_no_se_cambian_los_valores_que_rigieron_cuando_la_regla_no_regia():
    cambiados = _descripciones("valor del parámetro", _UMBRAL, "R-2")
    assert cambiados == [
        "cambia el valor 20 % (desde 2005-01-01) por 19 % del parámetro tope",
        "cambia el valor 20 % (desde 2005-01-01) por 21 % del parámetro tope",
    ]
    assert _descripciones("vigencia del parámetro", _UMBRAL, "R-2") == []


def test_con_fecha_propia_el_parametro_se_cambia_en_todas_sus_vigencias():
    en = "  exige suelo.suburbano.umbral <= parámetro tope en proceso.inicio"
    assert len(_descripciones("valor del parámetro", en, "R-2")) == 4
    assert len(_descripciones("vigencia del parámetro", en, "R-2")) == 5


def test_solo_se_cambian_los_valores_de_las_claves_que_la_regla_usa():
    estudios = "  exige cada e en riesgo.estudios cumple"
    cuerpo = f"{estudios} e.escala al menos tan detallada como parámetro escala para urbano"
    assert _descripciones("valor del parámetro", cuerpo) == [
        "cambia el valor 1:5000 para urbano (desde 2000-01-01) por 1:4999 del parámetro escala",
        "cambia el valor 1:5000 para urbano (desde 2000-01-01) por 1:5001 del parámetro escala",
    ]


def test_no_se_quita_la_unica_opcion_ni_se_cambia_cada_por_algun_sobre_una_sola():
    cuerpo = "  exige cada c en {corto} cumple (algún p en medios.proyectos cumple p.plazo es uno de {corto})"
    assert _descripciones("opción", cuerpo) == []
    assert _descripciones("cuantificador", cuerpo) == [
        "cambia `algún` por `cada` en `algún p en medios.proyectos`"
    ]


def test_no_se_baja_de_uno_el_minimo():
    assert _descripciones("mínimo", "  exige al menos 1 p en medios.proyectos cumple p.costo existe") == [
        "cambia `al menos 1` por `al menos 2` en `al menos 1 p en medios.proyectos`"
    ]


def test_no_se_cambia_el_cada_cuya_variable_nombra_un_salvo_que():
    con_salvo = (
        '  salvo que p.plazo = largo porque "x"\n  exige cada p en medios.proyectos cumple p.costo existe'
    )
    assert _descripciones("cuantificador", con_salvo) == []


def test_ningun_mutante_se_repite_ni_es_igual_a_la_regla():
    cuerpo = "  cuando suelo.rural existe y suelo.rural existe\n  exige suelo.rural.area <= 100 ha"
    paquete = comprobado(regla(cuerpo, caso("a", "no consta")))
    cambiadas = [m.cambiada for m in mutar(paquete, REGISTRO) if m.registro is REGISTRO]
    assert len(cambiadas) == len(set(cambiadas))
    assert paquete.reglas[0] not in cambiadas


_CON_DE_TODO = """\
  cuando plan.tramite es uno de {plan_nuevo, revision_general} y no (suelo.expansion no existe)
  salvo que p.plazo = largo y amb = urbano porque "falta mucho"
  salvo que evaluacion.fecha < 2001-05-06 porque "era otra norma"
  exige cada p en medios.proyectos con p.costo > 3 COP cumple
          cada amb en {urbano, rural si suelo.rural existe} cumple
          (al menos 2 e en riesgo.estudios con e.ambito = amb cumple
           e.escala al menos tan detallada como parámetro escala para amb)
          o (ningún q en medios.proyectos cumple q.costo = 5 COP ± 10 %)
          o p se concreta en al menos 1 proyecto
          o suma de q.costo para cada q en medios.proyectos con (q.plazo = corto) + 7 COP > 9 COP
          o días hábiles entre proceso.inicio y (proceso.inicio + 6 meses) <= 100 días hábiles
          o porcentaje de q en medios.proyectos con (q.plazo = corto) que cumplen (q.costo > 1 COP) >= 50 %"""


def test_todos_los_mutantes_de_una_regla_con_de_todo_compilan_y_corren_sin_error():
    cuerpo = _CON_DE_TODO.replace("          o p se concreta en al menos 1 proyecto\n", "")
    plan = (
        "suelo.expansion.area: 1 ha", "suelo.rural.area: 3 ha", "proceso.inicio: 2020-01-01",
        "medios.proyectos[P1]: {costo: 4 COP, plazo: corto}",
        "medios.proyectos[P2]: {costo: 5 COP, plazo: largo}",
        "riesgo.estudios[E1]: {ambito: urbano, escala: 1:5000}",
        "riesgo.estudios[E2]: {ambito: rural, escala: 1:9000}",
    )  # fmt: skip
    paquete = comprobado(regla(cuerpo, casos(caso("a", "cumple", *plan), caso("b", "no consta"))))
    (armado,) = armar_casos(paquete.reglas, REGISTRO, PlanesBase())
    assert not armado.diagnosticos
    mutantes = tuple(mutar_regla(paquete.reglas[0], REGISTRO))
    assert len(mutantes) > 60
    assert len({m.descripcion for m in mutantes}) > 50
    ensayo = _Ensayo(paquete, REGISTRO, armado, mutantes)
    propios = [m.cambiada for m in mutantes if m.registro is REGISTRO]
    compilado = ensayo._compilar(propios)
    for corrida in ensayo._abrir(compilado):
        veredictos = {corrida.evaluar(f).veredicto for f in compilado.fichas}
        assert Veredicto.ERROR not in veredictos


def test_correr_los_mutantes_dos_veces_da_lo_mismo():
    texto = regla(
        "  exige suelo.rural.area <= 100 ha", casos(_rural("90 ha", "cumple"), _rural("200 ha", "no cumple"))
    )
    uno, otro = mutado(texto), mutado(texto)
    assert uno.diagnosticos == otro.diagnosticos
    assert uno.mutantes == otro.mutantes == 8

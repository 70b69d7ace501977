"""La primera página: qué se concluye, a qué fecha y con qué régimen, y qué quedó sin automatizar."""

from collections.abc import Iterator
from datetime import date

from plomada.informes.idiomas.rotulos import ESPANOL, Rotulos, rotulos
from plomada.informes.partes import Conteo, Regimen, Totales
from plomada.informes.renglones import VACIO, Renglon, parrafo
from plomada.informes.vista import Informe, codigo_de_salida

CONCLUSIONES = {c: rotulos(ESPANOL)(f"conclusion.{c}") for c in range(5)}


def resumen(informe: Informe, ancho: int, r: Rotulos | None = None) -> Iterator[Renglon]:
    """Devuelve los renglones de la primera página."""
    r = r or rotulos(ESPANOL)
    yield from parrafo(_encabezado(informe, r), ancho, estilo="titulo")
    yield from parrafo(r("informe.advertencia"), ancho, estilo="tenue")
    yield VACIO
    codigo = codigo_de_salida(informe)
    yield from parrafo(
        r(f"conclusion.{codigo}"),
        ancho,
        estilo="bien" if codigo == 0 else "falla" if codigo in {1, 3} else "aviso",
    )
    for frase in frases_de(informe, r):
        yield from parrafo(frase, ancho, 2, marca="- ")
    for aviso in informe.avisos:
        gravedad = r.o(f"gravedad.{aviso.gravedad}", aviso.gravedad)
        yield from parrafo(
            f"{gravedad}[{aviso.codigo}]: {aviso.mensaje} {aviso.lugar}", ancho, 2, "aviso", "- "
        )


def frases_de(informe: Informe, r: Rotulos) -> Iterator[str]:
    """Devuelve las cuentas, el régimen y los límites, una frase por cada cosa."""
    yield from _cuentas(informe.totales, r)
    yield frase_del_regimen(informe.regimen, r)
    yield from avisos_de_clase(informe.regimen, r)
    yield from frases_de_limites(informe, r)


def _encabezado(informe: Informe, r: Rotulos) -> str:
    plan = informe.plan
    if plan is None:
        return f"Plomada {informe.motor} · {r('informe.revision')}"
    lugar = f"{plan.municipio} ({plan.departamento})" if plan.departamento else plan.municipio
    partes = [f"Plomada {informe.motor}", lugar or r("informe.sin_municipio"), plan.archivo]
    return " · ".join([*partes, r("informe.ficticio")] if plan.ficticio else partes)


def escribir_conteo(c: Conteo, r: Rotulos | None = None) -> str:
    """Escribe un conteo en una frase, con los seis veredictos.

    >>> escribir_conteo(Conteo(total=2, cumple=1, error=1))
    'cumple: 1; no cumple: 0; no consta: 0; requiere concepto: 0; no aplica: 0; error: 1'
    """
    return (r or rotulos(ESPANOL))("conteo.frase", **c.model_dump(exclude={"total"}))


def _cuentas(t: Totales, r: Rotulos) -> Iterator[str]:
    yield r("conteo.reglas", total=t.reglas.total, conteo=escribir_conteo(t.reglas, r))
    if t.reglas.no_cumple:
        yield r(
            "conteo.no_cumple",
            requerimientos=t.requerimientos,
            recomendaciones=t.recomendaciones,
            informativos=t.informativos,
        )
    if t.reglas.cumple:
        yield r(
            "conteo.cumple",
            descrito=t.cumple_con_lo_descrito,
            declarado=t.cumple_declarado,
            juicio=t.cumple_por_juicio,
        )
    if t.pendientes_obligatorios:
        yield r("conteo.pendientes", pendientes=t.pendientes_obligatorios)
    yield r("conteo.hallazgos", total=t.hallazgos.total, conteo=escribir_conteo(t.hallazgos, r))


def frase_del_regimen(regimen: Regimen, r: Rotulos) -> str:
    """Dice a qué fecha, con qué clase y en qué trámite se evaluó."""
    return r(
        "regimen.frase",
        fecha=r.fecha(date.fromisoformat(regimen.fecha)),
        origen=origen_de(regimen, r),
        aplicada=regimen.clase_aplicada,
        declarada=regimen.clase_declarada,
        poblacion=regimen.clase_por_poblacion or r("informe.no_consta"),
        tramite=r(f"tramite.{regimen.tramite}"),
    )


def origen_de(regimen: Regimen, r: Rotulos) -> str:
    """Devuelve de dónde sale la fecha con que se evaluó."""
    return r.o(f"origen.{regimen.origen_de_la_fecha}", regimen.origen_de_la_fecha)


def avisos_de_clase(regimen: Regimen, r: Rotulos) -> Iterator[str]:
    """Dice lo mismo que los avisos del régimen, en el idioma pedido."""
    declarada, poblacion = regimen.clase_declarada, regimen.clase_por_poblacion
    clases = {"declarada": declarada, "poblacion": poblacion, "aplicada": regimen.clase_aplicada}
    if r.idioma == ESPANOL:
        yield from regimen.avisos
    elif not poblacion:
        yield r("regimen.sin_poblacion", **clases)
    elif regimen.clase_aplicada != declarada:
        yield r("regimen.otra_clase", **clases)
    elif poblacion != declarada:
        yield r("regimen.mas_exigente", **clases)


def frases_de_limites(informe: Informe, r: Rotulos) -> Iterator[str]:
    """Dice lo que no se automatizó, lo que nadie revisó, las determinantes y lo que el perfil oculta."""
    a, s, o = informe.automatizacion, informe.sin_revisar, informe.oculto
    yield r(
        "limites.automatizacion",
        requisitos=a.requisitos,
        automatica=a.automatica,
        parcial=a.parcial,
        juicio=a.juicio_experto,
        fuera=a.fuera_de_alcance,
    )
    yield r("limites.sin_revisar", **s.model_dump())
    yield from (d.frase for d in informe.determinantes)
    if o.reglas:
        yield r(
            "limites.oculto",
            hallazgos=o.hallazgos,
            reglas=o.reglas,
            por_que=r.o(f"oculto.{informe.perfil}", o.por_que),
        )

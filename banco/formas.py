"""Treinta formas de regla y su texto: de cada una salen diez reglas que solo cambian en una constante."""

VARIANTES = 10
FORMAS: dict[str, tuple[str, str]] = {
    # nombre: (lo que va antes de `exige`, la exigencia); {k} es el número de la variante
    "contenido": ("", "contenido c{k} con evidencia"),
    "tres-contenidos": (
        "",
        "contenido c1{k} con evidencia y contenido c2{k} con evidencia y contenido c3{k} con evidencia",
    ),
    "area-tope": ("", "suelo.urbano.area <= {k}00 ha"),
    "perimetros": (
        "",
        "suelo.perimetro_urbano dentro de suelo.perimetro_servicios y suelo.perimetro_urbano.area > {k} ha",
    ),
    "costo-minimo": ("", "cada p en medios.proyectos cumple p.costo > {k}0 COP de 2024"),
    "costo-tope-en-corto": (
        "",
        "cada p en medios.proyectos con p.plazo = corto cumple p.costo <= 9{k}0 COP de 2024",
    ),
    "ninguno-caro": ("", "ningún p en medios.proyectos cumple p.costo > 9{k}0 COP de 2024"),
    "alguno-barato": ("", "algún p en medios.proyectos cumple p.costo < {k} COP de 2024"),
    "al-menos-ambientales": ("", "al menos 1{k} p en medios.proyectos cumple p.sistema = ambiente"),
    "suma-tope": ("", "suma de p.costo para cada p en medios.proyectos <= {k}0000 COP de 2024"),
    "suma-de-recursos": (
        "",
        "suma de g.recursos para cada g en plan_desarrollo.programas = plan_desarrollo.total_plurianual ± {k} %",  # noqa: E501
    ),
    "porcentaje-localizado": (
        "",
        "porcentaje de p en medios.proyectos que cumplen (p.localizacion existe) >= 9{k} %",
    ),
    "cuenta-rurales": ("", "cuenta de p en medios.proyectos con (p.componente = rural) >= 9{k}"),
    "entradas-con-fuente": (
        "",
        "cada e en programa_ejecucion.entradas cumple e.costo existe y (alguna f en e.fuentes cumple f.monto > {k} COP de 2024)",  # noqa: E501
    ),
    "fuentes-cubren": (
        "",
        "cada e en programa_ejecucion.entradas cumple suma de f.monto para cada f en e.fuentes = e.costo ± {k} %",  # noqa: E501
    ),
    "proyecto-de-corto": (
        "",
        "cada e en programa_ejecucion.entradas cumple e.proyecto.plazo = corto o e.anio > 202{k}",
    ),
    "objetivos-concretos": ("", "cada ob en fines.objetivos se concreta en al menos 1{k} proyecto"),
    "proyectos-con-fin": (
        "",
        "cada p en medios.proyectos cumple p llega hasta objetivo y p.costo > {k} COP de 2024",
    ),
    "sin-ciclos": ("", "cadena sin ciclos y suelo.urbano.area > {k} ha"),
    "plazo-habil": (
        "  cuando proceso.autoridad_ambiental.radicado existe\n",
        "días hábiles entre proceso.autoridad_ambiental.radicado y proceso.autoridad_ambiental.acta <= {k}0 días hábiles",  # noqa: E501
    ),
    "plazo-de-parametro": (
        "",
        "días calendario entre proceso.inicio y proceso.autoridad_ambiental.radicado"
        " <= parámetro plazo-{k} en proceso.autoridad_ambiental.radicado",
    ),
    "estudios-basicos": (
        '  salvo que riesgo declara sin_area_de_estudio para fenomeno, ambito porque "hay soporte"\n',
        "para cada fenomeno en {{inundacion, avenida_torrencial, movimiento_en_masa}}"
        " para cada ambito en {{urbano, expansion si suelo.expansion existe, rural}}"
        " algún est en riesgo.estudios con est.fenomeno = fenomeno y est.ambito = ambito"
        " cumple est.escala al menos tan detallada como 1:{k}5000",
    ),
    "objetivos-con-plazo": (
        "  cuando plan.tramite es uno de {{plan_nuevo, revision_general}}\n",
        "cada ob en fines.objetivos cumple ob.plazo existe y suelo.urbano.area > {k} ha",
    ),
    "costo-menor": ("", "mínimo de p.costo para cada p en medios.proyectos >= {k}00 COP de 2024"),
    "ultimo-anio": ("", "máximo de e.anio para cada e en programa_ejecucion.entradas <= 202{k}"),
    "determinantes": (
        "",
        "cada d en determinantes cumple d.incorporada_en existe o d.motivo_de_no_incorporar existe o d.nivel > {k}",  # noqa: E501
    ),
    "usos-prohibidos": (
        "",
        "cada ar en normas_urbanisticas.areas_de_actividad cumple"
        " (ningún u en ar.usos_prohibidos cumple u = ar.uso_principal) y ar.area > {k} ha",
    ),
    "salvo-los-de-riesgo": (
        '  salvo que p.es_de_riesgo porque "es de riesgo"\n',
        "cada p en medios.proyectos cumple p.costo >= 9{k}0 COP de 2024",
    ),
    "suelo-nuevo": ("", "suelo.urbano.area + suelo.expansion.area <= municipio.area * {k} %"),
    "ficha-completa": (
        "",
        "cada p en medios.proyectos con p.componente es uno de {{urbano, rural}} cumple"
        " p.localizacion existe y p.fuente_de_financiacion existe y p.costo > {k} COP de 2024",
    ),
}
_REGLA = """regla {id}
  titulo "{id}"
  fundamento R-1
  analisis coherencia
  competencia general
  aplica a POT, PBOT, EOT
{antes}  exige {exige}
  falla "{{n_fallan}} de {{n_total}} no cumplen: {{fallan}}."
  subsana "Complete lo que falta."
  caso "x"
    plan.clase: POT
    espera no consta
fin regla
"""


def texto_de_las_reglas() -> str:
    """Devuelve las trescientas reglas, forma por forma."""
    return "\n".join(
        _REGLA.format(id=f"{nombre}-{k}", antes=antes.format(k=k), exige=exige.format(k=k))
        for nombre, (antes, exige) in FORMAS.items()
        for k in range(VARIANTES)
    )

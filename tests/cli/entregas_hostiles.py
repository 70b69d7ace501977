"""Entregas cuyos nombres, citas, firmas y archivos traen lo que un formato podría tomar por una orden."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.cli.apoyo import DATOS

HOSTILES = (
    "=CMD()|'/C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "</title></svg></style><img src=x onerror=alert(1)>",
    '" onload="alert(1)" x=\'',
    "javascript:alert(1)",
    "]]>&amp;&#60;b&#62;<!-- -->",
    "{{ 7*7 }} {% raw %} {# x #} ${7*7}",
    "[[observaciones]] [[municipio]]",
    "a | b \\| c",
    "**x** _y_ `z` ~~w~~ [v](http://x.co) ![u](u)",
    "# uno\n\n- dos\n\n---\n\n```\ntres",
    "+ cuatro",
    "1. cinco",
    "| seis |\n| --- |",
    "😀 👩‍👩‍👧‍👦 🏞️",
    "a\u202eb\u2066c",
    "قرية النهر שלום",
    "«ñandú» “x” 'y'",
    "_x0041_ &L&G",
    "x" * 10_000,
    "🌊" * 17_000,
)
# Del mismo largo: lo que un formato resume o recorta por el tamaño no es lo que aquí se mira.
SANOS = tuple(f"inofensivo {n:02}".ljust(len(h), "o") for n, h in enumerate(HOSTILES))
_REGLA = """
regla objetivo-sin-nombre-corto
  titulo       "Cada objetivo se llama como debe"
  fundamento   J-2
  analisis     articulacion
  competencia  ambiental
  aplica a     POT, PBOT, EOT
  exige        cada objetivo en fines.objetivos cumple objetivo.texto = "el que debe"
  falla        "El objetivo se llama {objetivo.nombre}."
  subsana      "Cámbielo."

  caso "sin describir"
    espera no consta
fin regla
"""
_ARCHIVOS = ("=cmd()", "<script>", "a | b", "[[x]] {{ 7*7 }}", "+1", "😀 \u202e ñ", "x" * 200)


def copiar_datos(destino: Path) -> Path:
    """Las reglas de juguete y una más, cuyo mensaje dice nombres del plan."""
    datos = Path(shutil.copytree(DATOS, destino))
    (datos / "reglas" / "suelo" / "nombres.regla").write_text(_REGLA, "utf-8")
    return datos


def entrega_con(carpeta: Path, textos: Sequence[str]) -> Path:
    """Una entrega con esos textos en todo lugar donde alguien escribe; siempre con la misma forma."""
    carpeta.mkdir(parents=True)
    (carpeta / "plan.yaml").write_text(
        _plan([_en_yaml(t) for t in textos], _en_yaml("".join(textos))), "utf-8"
    )
    (carpeta / "aceptaciones.yaml").write_text("".join(map(_aceptacion, range(len(textos)), textos)), "utf-8")
    son_hostiles = any("<" in t for t in textos)
    for n, nombre in enumerate(_ARCHIVOS):
        (carpeta / f"{nombre if son_hostiles else f'archivo {n}'}.txt").write_text("x", "utf-8")
    return carpeta


def _aceptacion(n: int, texto: str) -> str:
    t = _en_yaml(texto)
    return (
        f"- {{id: A{n}, regla: proyecto-sin-costo, elemento: proyecto P{n}, modo: incumple, razon: {t}, "
        f"fundamento: {t}, firmante: {t}, fecha: 2021-02-02, disparador: {t}}}\n"
    )


def _plan(t: Sequence[str], todos: str) -> str:
    n = range(len(t))
    return f"""
municipio: {{nombre: {todos}, departamento: {todos}, autoridades_ambientales: [{_lista(t, "AU", "")}]}}
plan:
  clase: POT
  tramite: modificacion_excepcional
  articulos_modificados: [{_lista(t, "AR", "articulo texto_vigente texto_propuesto justificacion")}]
documentos: [{_lista(t, "D", "archivo version")}]
contenidos:
  contenido_de_juguete:
    estado: parcial
    motivo: {todos}
    evidencia: [{", ".join(f"{{documento: D{i}, pagina: 3, cita: {t[i]}}}" for i in n)}]
fines:
  vision: {{id: V, nombre: {todos}, texto: {todos}}}
  objetivos: [{_lista(t, "O", "texto", "vision: V")}]
medios:
  estrategias: [{", ".join(f"{{id: E{i}, nombre: {t[i]}, objetivos: [O{i}, O999]}}" for i in n)}]
  proyectos: [{", ".join(_proyecto(i, t[i]) for i in n)}]
suelo:
  perimetro_urbano: {{area: 411 ha}}
  perimetro_servicios: {{area: 410 ha}}
seguimiento:
  indicadores: [{_lista(t, "I", "linea_base meta formula fuente responsable")}]
  cuentas: [{_lista(t, "C", "", "cumplidos: 1, total_declarado: 3")}]
  cifras: [{_lista(t, "CI", "", "cuenta_de: proyectos, cantidad: 3")}]
proceso:
  autoridad_ambiental: {{radicado: 2022-02-01}}
  observaciones_ambientales: [{_lista(t, "OB", "asunto norma sustento respuesta")}]
"""


def _lista(textos: Sequence[str], prefijo: str, campos: str, fijos: str = "") -> str:
    """Elementos con su id y su nombre, el mismo texto en esos campos y lo que todos llevan igual."""
    hechos = []
    for n, t in enumerate(textos):
        partes = [f"id: {prefijo}{n}", *(f"{c}: {t}" for c in ("nombre", *campos.split()))]
        hechos.append("{" + ", ".join([*partes, fijos] if fijos else partes) + "}")
    return ", ".join(hechos)


def _proyecto(n: int, t: str) -> str:
    """La mitad declara con ese texto que no hay costo; los demás no dicen nada de él."""
    costo = f", costo: {{no_hay: {t}}}" if n % 2 else ""
    return f"{{id: P{n}, nombre: {t}, descripcion: {t}, localizacion: {t}, estrategias: [E{n}]{costo}}}"


def _en_yaml(texto: str) -> str:
    r"""El texto entre comillas, con lo que no se ve en `\U`, para que el YAML no lo cambie."""
    escrito = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in texto)
    return f'"{"".join(escrito)}"'

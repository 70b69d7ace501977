"""Los términos del trámite: desde qué hecho corren, cuánto duran y con qué se cumplen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from plomada.diagnosticos.diagnostico import Diagnostico, Lectura, ordenar
from plomada.normativa.elementos import Seccion, reunir
from plomada.normativa.registrado import Registrado
from plomada.normativa.registro import Registro
from plomada.normativa.requisitos import Obligado
from plomada.normativa.traduccion import validar
from plomada.valores.cercanos import quiza

ARCHIVO = "terminos.yaml"
ClaseDeTermino: TypeAlias = Literal["máximo", "espera", "ventana"]


class Termino(Registrado):
    """Un término del trámite.

    `corre_desde` y `se_cumple_con` son rutas de fechas del plan. Un `máximo` vence; una `espera` es lo que
    hay que aguardar, en días completos, y una `ventana` se abre ese lapso antes del hecho y cierra con él.
    `tramites` vacío es para todos; `solo_si` es la ruta de un sí o no del plan, con su nombre en
    `titulo_de_la_condicion`: si el plan dice que no, el término no aplica.
    """

    id: str
    titulo: str
    orden: int
    clase: ClaseDeTermino
    corre_desde: str
    se_cumple_con: str
    parametro: str
    requisitos: tuple[str, ...]
    obligado: tuple[Obligado, ...]
    tramites: tuple[str, ...] = ()
    solo_si: str = ""
    titulo_de_la_condicion: str = ""
    al_vencer: str


def leer_terminos(carpeta: Path, registro: Registro) -> Lectura[tuple[Termino, ...]]:
    """Devuelve los términos en su orden.

    Diagnósticos: los de `reunir` y `validar`, y PLO-V431 (cita un parámetro o un requisito que no está).
    """
    hallados: list[Diagnostico] = []
    seccion = reunir(carpeta, [carpeta / ARCHIVO], "terminos", hallados.append)
    leidos = [validar(e, Termino, hallados.append) for e in seccion.elementos]
    terminos = tuple(sorted((t for t in leidos if t is not None), key=lambda t: t.orden))
    for termino in terminos:
        hallados += _revisar(termino, seccion, registro)
    en_orden = ordenar(hallados)
    return Lectura(None if any(d.es_error for d in en_orden) else terminos, en_orden)


def _revisar(t: Termino, seccion: Seccion, registro: Registro) -> Iterator[Diagnostico]:
    parametros = {p.id for p in registro.parametros}
    requisitos = {r.id for r in registro.requisitos}
    pares = [(t.parametro, parametros, ("parametro",))]
    pares += [(r, requisitos, ("requisitos",)) for r in t.requisitos]
    for id_, conocidos, ruta in pares:
        if id_ not in conocidos:
            yield Diagnostico(
                "PLO-V431",
                f"el término `{t.id}` cita `{id_}`, que no está en el registro",
                seccion.lugar(t.id, *ruta),
                quiza(id_, conocidos),
            )

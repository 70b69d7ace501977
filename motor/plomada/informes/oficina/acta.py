"""La matriz de observaciones del acta: asunto, norma, sustento técnico, respuesta y acuerdo o desacuerdo."""

from collections.abc import Iterator

from plomada.informes.idiomas.rotulos import Rotulos
from plomada.informes.oficina.bloques import Bloque, Celda, Titulo, Trozo, cuadro, parrafo, por_llenar
from plomada.informes.oficina.observado import aceptado_de, dichos, norma, respuestas_de
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.requerimientos.partes import DE_LA_MATRIZ, Observacion, ObservacionDescrita
from plomada.informes.vista import Informe

_COLUMNAS = ("numero", "asunto", "norma", "sustento", "respuesta", "acuerdo")
_ANCHOS = (6, 22, 19, 27, 14, 12)
_ACUERDOS = {"sí": "hubo_acuerdo", "no": "hubo_desacuerdo"}


def matriz_del_acta(informe: Informe, k: Rotulos) -> Iterator[Bloque]:
    """Devuelve la matriz de lo que la herramienta halló y de lo que la entrega ya describe del acta.

    Lo que no consta no es una observación todavía: va aparte, en las observaciones.
    """
    halladas = [o for o in numerar(informe) if o.clase in DE_LA_MATRIZ]
    descritas = informe.descrito.observaciones
    yield Titulo(k("acta.titulo", n=len(halladas) + len(descritas)))
    yield parrafo(k("acta.no_es_sustento"))
    if informe.descrito.sin_observaciones:
        yield parrafo(k("acta.sin_observaciones", motivo=informe.descrito.sin_observaciones))
    if halladas or descritas:
        titulos = tuple(k(f"acta.{c}") for c in _COLUMNAS)
        filas = [*(_descrita(d, k) for d in descritas), *(_hallada(o, k) for o in halladas)]
        yield cuadro(titulos, _ANCHOS, filas)
    else:
        sin_concluir = sum(o.clase not in DE_LA_MATRIZ for o in numerar(informe))
        yield parrafo(k("acta.sin_concluir" if sin_concluir else "acta.ninguna", n=sin_concluir))


def _hallada(o: Observacion, k: Rotulos) -> tuple[str | Celda, ...]:
    subsanas = " ".join(dict.fromkeys(s.subsana for s in o.sustentos if s.subsana))
    ambiental = [k("acta.ambiental_por", por=o.ambiental_por)] if o.ambiental_por else []
    return (
        str(o.numero),
        (
            Trozo(f"{o.asunto}.", negrita=True),
            Trozo(f"\n{o.tema}; {k(f'clase.{o.clase.name.lower()}')}.\n{subsanas}".rstrip()),
        ),
        " ".join((*norma(o, k), *ambiental)),
        (
            Trozo("\n".join((*dichos(o.sustentos), *aceptado_de(o, k), ""))),
            por_llenar(k("acta.por_llenar_sustento")),
        ),
        "\n".join(respuestas_de(o)) or (por_llenar(k("acta.por_llenar_respuesta")),),
        (por_llenar(k("acta.por_llenar_acuerdo")),),
    )


def _descrita(o: ObservacionDescrita, k: Rotulos) -> tuple[str | Celda, ...]:
    def o_por_llenar(texto: str, clave: str) -> str | Celda:
        return texto or (por_llenar(k(clave)),)

    acuerdo = k(f"acta.{_ACUERDOS[o.acuerdo]}") if o.acuerdo in _ACUERDOS else ""
    return (
        o.id,
        o_por_llenar(o.asunto, "acta.por_llenar_asunto"),
        o_por_llenar(o.norma, "acta.por_llenar_norma"),
        o_por_llenar(o.sustento, "acta.por_llenar_sustento"),
        o_por_llenar(o.respuesta, "acta.por_llenar_respuesta"),
        o_por_llenar(acuerdo, "acta.por_llenar_acuerdo"),
    )

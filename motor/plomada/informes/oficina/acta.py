"""La matriz de observaciones del acta: asunto, norma, sustento técnico, respuesta y acuerdo o desacuerdo."""

from collections.abc import Iterator

from plomada.informes.oficina.bloques import Bloque, Celda, Titulo, Trozo, cuadro, parrafo, por_llenar
from plomada.informes.oficina.observado import decir, explicaciones
from plomada.informes.requerimientos.observaciones import numerar
from plomada.informes.requerimientos.partes import Clase, Observacion, ObservacionDescrita
from plomada.informes.vista import Informe

_TITULOS = ("N.º", "Asunto", "Norma", "Sustento técnico", "Respuesta del municipio", "Acuerdo o desacuerdo")
_ANCHOS = (6, 18, 19, 29, 16, 12)
_ACUERDOS = {"sí": "Acuerdo", "no": "Desacuerdo"}


def matriz_del_acta(informe: Informe) -> Iterator[Bloque]:
    """Devuelve la matriz de lo que la herramienta halló y de lo que la entrega ya describe del acta."""
    halladas = [o for o in numerar(informe) if o.clase is not Clase.INFORMACION]
    descritas = informe.descrito.observaciones
    yield Titulo(f"Matriz de observaciones del acta ({len(halladas) + len(descritas)})")
    yield parrafo(
        "Lo hallado por la herramienta no es el sustento técnico: complételo quien tenga la competencia, o "
        "retire la observación."
    )
    if informe.descrito.sin_observaciones:
        yield parrafo(
            "La entrega declara que la autoridad no hizo observaciones: "
            f"{informe.descrito.sin_observaciones}."
        )
    if halladas or descritas:
        filas = [*map(_descrita, descritas), *map(_hallada, halladas)]
        yield cuadro(_TITULOS, _ANCHOS, filas)
    else:
        yield parrafo("No hay observaciones exclusivamente ambientales.")


def _hallada(o: Observacion) -> tuple[str | Celda, ...]:
    dichos = "\n".join((*map(decir, o.sustentos), *explicaciones(o)))
    ambiental = f" Es asunto ambiental por {o.ambiental_por}." if o.ambiental_por else ""
    return (
        str(o.numero),
        (Trozo(o.asunto, negrita=True), Trozo(f"\n{o.tema}; {o.clase}.")),
        f"{o.norma} ({o.vigencia}).{ambiental} {' '.join(o.reservas)}".rstrip(),
        (Trozo(f"{dichos}\n"), por_llenar("sustento técnico")),
        (por_llenar("respuesta"),),
        (por_llenar("acuerdo o desacuerdo"),),
    )


def _descrita(o: ObservacionDescrita) -> tuple[str | Celda, ...]:
    return (
        o.id,
        o.asunto or (por_llenar("asunto"),),
        o.norma or (por_llenar("norma"),),
        o.sustento or (por_llenar("sustento técnico"),),
        o.respuesta or (por_llenar("respuesta"),),
        _ACUERDOS.get(o.acuerdo) or (por_llenar("acuerdo o desacuerdo"),),
    )
